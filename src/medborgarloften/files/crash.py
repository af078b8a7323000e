"""The trace of an unexpected error: where the program was, and nothing of what users wrote."""

import os
import platform
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from traceback import walk_tb

from medborgarloften import __version__
from medborgarloften.files.disk import replace_whole

KEPT = 10  # traces; the newest ones
_PACKAGE = Path(__file__).parent.parent


def leave_trace(state: Path | None, error: BaseException, now: datetime) -> Path | None:
    """Write where an error came from into the state folder. Returns the file, None where that failed.

    It has file, line and function of every frame, and the types of the error and of those behind it; never a
    message, an argument or a variable, which may hold what somebody wrote about somebody.
    """
    if state is None:
        return None
    folder = state / "crashes"
    trace = folder / f"{now:%Y%m%dT%H%M%S%f}-{os.urandom(2).hex()}.txt"
    lines = [f"loften {__version__}, Python {platform.python_version()}, {platform.system()}", *_lines(error)]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        replace_whole(trace, ("\n".join(lines) + "\n").encode("utf-8", "backslashreplace"), durable=False)
    except OSError:
        return None
    with suppress(OSError):
        _forget(folder, trace)
    return trace


def _lines(error: BaseException) -> Iterator[str]:
    """Yield the error and what it was raised from or while handling, the one that ended the run first."""
    links: list[BaseException] = []
    link: BaseException | None = error
    while link is not None and link not in links:
        links.append(link)
        yield f"{type(link).__module__}.{type(link).__qualname__}"
        for frame, line in walk_tb(link.__traceback__):
            yield f"  {_path_in_program(frame.f_code.co_filename)}:{line} {frame.f_code.co_qualname}"
        link = link.__cause__ or link.__context__


def _path_in_program(file: str) -> str:
    """Return the path of a file in the program, or only the name of any other: folders may name people."""
    path = Path(file)
    return path.relative_to(_PACKAGE).as_posix() if path.is_relative_to(_PACKAGE) else path.name


def _forget(folder: Path, newest: Path) -> None:
    """Remove the oldest traces; by name, which begins with the time, but never the one written just now."""
    older = sorted((path for path in folder.glob("*.txt") if path != newest), reverse=True)
    for path in older[KEPT - 1 :]:
        path.unlink(missing_ok=True)
