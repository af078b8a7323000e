"""A file written whole or not at all."""

import os
from pathlib import Path


def replace_whole(path: Path, data: bytes, *, durable: bool = True) -> None:
    """Put `data` in the place of `path`: a temporary file beside it, then one rename. Raises `OSError`.

    `durable` also waits until file and folder are on disk.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as file:
            file.write(data)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
