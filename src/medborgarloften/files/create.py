"""New files in a folder, all of them or none; replaces nothing but what the caller names."""

import os
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path

from medborgarloften.errors import Finding, StorageError
from medborgarloften.files.disk import make_folder, replace_whole, sweep


def create(folder: Path, files: Mapping[str, bytes], renewed: Collection[str] = ()) -> list[Path]:
    """Write files, in their order, into a folder that is made if need be; return the paths of those written.

    A file with the same content is left as it is; one in `renewed` may be replaced. Raises
    `StorageError` where another file is in the way or one cannot be written; then no new file is left.
    """
    path = folder
    try:
        wanted = [folder / name for name, data in files.items() if not _same(folder / name, data)]
        for path in wanted:
            if os.path.lexists(path) and not (path.name in renewed and path.is_file()):
                raise StorageError(Finding("workspace.in_the_way", {"path": path.name}))
        path = folder
        _write(folder, wanted, files)
    except OSError as error:
        raise StorageError(Finding("write.failed", {"path": str(path), "errno": error.errno})) from None
    return wanted


def _same(path: Path, data: bytes) -> bool:
    return path.is_file() and path.read_bytes() == data


def _write(folder: Path, wanted: list[Path], files: Mapping[str, bytes]) -> None:
    """Write all, or take back what was new. Raises `OSError`."""
    new = [path for path in (*wanted, folder, *folder.parents) if not path.exists()]
    try:
        make_folder(folder)
        for path in wanted:
            sweep(path)
            replace_whole(path, files[path.name])
    except OSError:
        with suppress(OSError):
            for path in new:
                path.unlink(missing_ok=True) if path in wanted else path.rmdir()
        raise
