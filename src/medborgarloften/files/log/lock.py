"""One writer at a time on one machine: an exclusive lock beside, never on, the file it protects."""

import errno
import hashlib
import os
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from medborgarloften.errors import Finding, StorageError

PATIENCE = 10.0  # seconds
_PAUSE = 0.02
_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
_OTHERS = 0o077


@contextmanager
def locked(path: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock that belongs to the file `path`. Raises `StorageError` when it is not to be had.

    The lock file lies in a fixed folder of the system's temporary files, by user, so that cron and a
    shell meet there; it is named after the real path, and never deleted.
    """
    folder = lock_folder()
    name = hashlib.sha256(os.fsencode(os.path.realpath(path))).hexdigest()[:32]
    try:
        descriptor = os.open(folder / name, _FLAGS, 0o600)
    except OSError as error:
        raise _unusable(folder, error) from None
    try:
        try:
            _wait(descriptor, path, patience)
        except OSError as error:
            raise _unusable(folder, error) from None
        yield
    finally:
        with suppress(OSError):  # it is given back all the same
            os.close(descriptor)


def lock_folder() -> Path:
    """Return the user's own folder for locks, made if need be; refuse one that somebody else owns."""
    folder = _fixed_folder()
    try:
        with suppress(FileExistsError):
            folder.mkdir(mode=0o700)
        if sys.platform != "win32":
            _keep_others_out(folder)
    except OSError as error:
        raise _unusable(folder, error) from None
    return folder


def _unusable(folder: Path, error: OSError) -> StorageError:
    return StorageError(Finding("lock.folder", {"path": str(folder), "errno": error.errno}))


def _wait(descriptor: int, path: Path, patience: float) -> None:
    deadline = time.monotonic() + patience
    while not _try(descriptor):
        if time.monotonic() >= deadline:
            raise StorageError(Finding("lock.busy", {"path": str(path), "seconds": round(patience)}))
        time.sleep(_PAUSE)


if sys.platform == "win32":  # pragma: no cover - tried on Windows only
    import ctypes
    import msvcrt

    def _fixed_folder() -> Path:
        """Ask Windows for the local application data folder; the environment could differ for cron."""
        buffer = ctypes.create_unicode_buffer(260)
        local_app_data = 28
        ctypes.windll.shell32.SHGetFolderPathW(None, local_app_data, None, 0, buffer)
        return Path(buffer.value) / "Temp" / "loften"

    def _try(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _fixed_folder() -> Path:
        return Path(f"/tmp/loften-{os.getuid()}")  # noqa: S108 - fixed on purpose; owner and mode are checked

    def _keep_others_out(folder: Path) -> None:
        status = folder.lstat()
        if status.st_uid != os.getuid():
            raise StorageError(Finding("lock.owner", {"path": str(folder)}))
        if not stat.S_ISDIR(status.st_mode):
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
        if status.st_mode & _OTHERS:
            folder.chmod(0o700)

    def _try(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
