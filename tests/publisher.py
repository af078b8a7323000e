"""A program that publishes a report, for tests that kill it, starve it, or let two of them race.

    python publisher.py FILE TEXT [--replace]

Everything is imported before it prints `ready`; it publishes at a line on standard input, and tells
how it went.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path

from medborgarloften.errors import StorageError
from medborgarloften.files.reports import publish

_SET_PTRACER, _ANYBODY = 0x59616D61, -1


def _allow_tracing() -> None:
    """Let whoever asked trace this process, where only a parent's parent may not."""
    import ctypes

    ctypes.CDLL(None).prctl(_SET_PTRACER, _ANYBODY, 0, 0, 0)


def main(path: Path, data: bytes, *, replace: bool) -> int:
    """Publish once; return 4 where it could not be done."""
    with suppress(OSError, AttributeError):
        _allow_tracing()
    os.write(1, b"ready\n")
    os.read(0, 1)
    try:
        said, code = str(publish(path, data, replace=replace)), 0
    except StorageError as error:
        (finding,) = error.findings
        said, code = f"{finding.code} {finding.facts.get('errno')}", 4
    os.write(1, f"{said}\n".encode())
    return code


if __name__ == "__main__":
    os._exit(main(Path(sys.argv[1]), sys.argv[2].encode(), replace="--replace" in sys.argv))
