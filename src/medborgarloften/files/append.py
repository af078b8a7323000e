"""A record, appended to its writer's file so that it survives what may happen then."""

import os
import stat
from pathlib import Path

from medborgarloften.domain.activity import Record
from medborgarloften.errors import Finding, StorageError, UsageError
from medborgarloften.files.lines import LONGEST, DamagedError, NewerError, decode, encode, sealed
from medborgarloften.files.lock import locked

_FLAGS = (
    os.O_RDWR
    | os.O_APPEND
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NOINHERIT", 0)
)
_SUM_LENGTH = len(',"sum":"0123456789abcdef"')
_TRIES = 5  # how often another program may put a new file in the place of this one
_BOM = b"\xef\xbb\xbf"


def append(path: Path, record: Record) -> None:
    """Write the record at the end of `path`, made if need be; when this returns, it is on disk.

    Raises `UsageError` for a record over 64 KiB, and `StorageError` where it could not be stored, or where
    that is uncertain (`write.uncertain`): then the record may be in the file or not.
    """
    body = encode(record)
    if len(body) + _SUM_LENGTH > LONGEST:
        raise UsageError(Finding("record.long", {"size": len(body), "most": LONGEST}))
    try:
        _make_folder(path.parent)
        with locked(path):
            for _ in range(_TRIES):
                if _append(path, body, record.id):
                    return
    except OSError as error:
        raise StorageError(Finding("write.failed", {"path": str(path), "errno": error.errno})) from None
    raise StorageError(Finding("write.uncertain", {"id": record.id, "errno": None}))


def _make_folder(folder: Path) -> None:
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        sync_folder(folder.parent)


def _append(path: Path, body: bytes, identifier: str) -> bool:
    """Append once. False when the file was replaced meanwhile, so that it must be done again."""
    descriptor, new = _open(path)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise StorageError(Finding("write.not_a_file", {"path": str(path)}))
        previous, start = _tail(descriptor, status.st_size)
        _write(descriptor, start + sealed(body, previous), status.st_size, path)
        _sync(descriptor, path.parent if new else None, identifier)
        return _same(path, status)
    finally:
        os.close(descriptor)


def _open(path: Path) -> tuple[int, bool]:
    try:
        descriptor = os.open(path, _FLAGS | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return os.open(path, _FLAGS), False
    if hasattr(os, "fchmod") and path.parent.stat().st_mode & stat.S_IWGRP:
        os.fchmod(descriptor, 0o660)
    return descriptor, True


def _tail(descriptor: int, size: int) -> tuple[str, bytes]:
    """Return the `sum` of the last good line, and what must be written first to seal a torn one."""
    if size == 0:
        return "", b""
    length = min(size, 2 * LONGEST)
    while True:
        tail = _read_at(descriptor, size - length, length)
        previous = _last_sum(tail, whole=length == size)
        if previous is not None or length == size:
            return previous or "", b"" if tail.endswith(b"\n") else b"\n"
        length = min(size, 4 * length)


def _read_at(descriptor: int, start: int, length: int) -> bytes:
    os.lseek(descriptor, start, os.SEEK_SET)
    blocks = []
    while length > 0 and (block := os.read(descriptor, length)):
        blocks.append(block)
        length -= len(block)
    return b"".join(blocks)


def _last_sum(tail: bytes, *, whole: bool) -> str | None:
    """Return the stored `sum` of the last readable line; the first is read only if it is there whole."""
    lines = tail.removeprefix(_BOM).split(b"\n") if whole else tail.split(b"\n")[1:]
    for line in reversed(lines):
        try:
            return decode(line.removesuffix(b"\r"), "").stored
        except DamagedError:
            continue
        except NewerError as newer:
            if newer.args[0]:
                return str(newer.args[0])
    return None


def _write(descriptor: int, data: bytes, size: int, path: Path) -> None:
    """Write with one call; cut back exactly what was written if it was not all."""
    try:
        written, problem = os.write(descriptor, data), None
    except OSError as error:
        written, problem = 0, error.errno
    if written == len(data):
        return
    if written and os.fstat(descriptor).st_size == size + written:
        os.ftruncate(descriptor, size)
    raise StorageError(Finding("write.failed", {"path": str(path), "errno": problem}))


def _sync(descriptor: int, folder: Path | None, identifier: str) -> None:
    """Force the record to disk. An error here is never retried: the system may have dropped the data."""
    try:
        os.fsync(descriptor)
        if folder is not None:
            sync_folder(folder)
    except OSError as error:
        raise StorageError(Finding("write.uncertain", {"id": identifier, "errno": error.errno})) from None


def sync_folder(folder: Path) -> None:
    """Force a folder's entries to disk; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _same(path: Path, status: os.stat_result) -> bool:
    try:
        now = path.stat()
    except FileNotFoundError:
        return False
    return (now.st_dev, now.st_ino) == (status.st_dev, status.st_ino)
