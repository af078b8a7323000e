"""A file written whole or not at all, and folders that outlast a power cut."""

import errno
import os
import re
import stat
import time
from contextlib import suppress
from io import FileIO
from pathlib import Path

from medborgarloften.errors import Finding, StorageError

_LEFT = 3600.0  # seconds after which a temporary file is nobody's any more
_REPORT = r"[0-9][0-9A-Z-]*\.[a-z]+"  # how reports are named
_PATIENCE = 2.0  # seconds that Windows is given to let go of a file that another program shows
_NO_SUCH_CALL = (errno.EINVAL, errno.ENOTSUP)
_NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL)


def unreadable(path: Path, error: OSError) -> StorageError:
    """Return the error for a file or folder that cannot be read."""
    return StorageError(Finding("file.unreadable", {"path": str(path), "errno": error.errno}))


def open_regular(path: Path) -> FileIO:
    """Open a file for reading; anything but a regular file is an OSError, and never waited for.

    A link that leads nowhere is ENOLINK.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        if path.is_symlink():
            raise OSError(errno.ENOLINK, os.strerror(errno.ENOLINK)) from None
        raise
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(errno.EINVAL, "not a regular file")
    return os.fdopen(descriptor, "rb", buffering=0)


def replace_whole(path: Path, data: bytes, *, durable: bool = True, over: bool = True) -> None:
    """Replace `path` by `data`: a temporary file beside it, then one rename. Raises `OSError`.

    `durable` also waits until file and folder are on disk. Without `over`, a file that is there is left
    alone, also one that another program makes meanwhile: `FileExistsError`.
    """
    temporary = path.with_name(f".{path.name}.{os.urandom(4).hex()}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        if path.exists():
            temporary.chmod(path.stat().st_mode & 0o777)
        (_rename if over else _name)(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    if durable:
        sync_folder(path.parent)


def sweep(path: Path) -> None:
    """Remove what killed runs left beside `path`: old temporary files of its name or of a report's.

    One that somebody still writes is younger; a clock that is wrong keeps them.
    """
    names = re.compile(rf"\.(?:{re.escape(path.name)}|{_REPORT})\.[0-9a-f]{{8}}\.tmp")
    with suppress(OSError):  # what cannot be removed is in nobody's way
        for left in path.parent.iterdir():
            if names.fullmatch(left.name) and time.time() - left.lstat().st_mtime > _LEFT:
                left.unlink()


def make_folder(folder: Path) -> None:
    """Make a folder and those above it that are missing, each on disk before the next. Raises `OSError`.

    Where a group shares the folder above, it shares the new one.
    """
    if folder.is_dir():
        return
    make_folder(folder.parent)
    try:
        folder.mkdir()
        above = folder.parent.stat().st_mode
        if above & stat.S_IWGRP and not above & stat.S_IWOTH and os.name != "nt":
            folder.chmod(above & 0o7777)
    except FileExistsError:
        if not folder.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR)) from None
    sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Force a folder's entries to disk; Windows and some shares have no such call. Raises `OSError`."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_SUCH_CALL:
            raise
    finally:
        os.close(descriptor)


def _name(temporary: Path, path: Path) -> None:
    """Give a new file its name unless there is one of that name; where no disk can do that, rename it."""
    if os.name == "nt":
        temporary.rename(path)  # never replaces anything there
        return
    try:
        os.link(temporary, path)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        _rename(temporary, path)
    else:
        temporary.unlink()


def _rename(temporary: Path, path: Path) -> None:
    """Rename; on Windows try again for two seconds, since a program that shows the file keeps it open."""
    deadline = time.monotonic() + (_PATIENCE if os.name == "nt" else 0)
    while True:
        try:
            temporary.replace(path)
        except PermissionError:
            if time.monotonic() >= deadline:
                raise
            time.sleep(0.05)
        else:
            return
