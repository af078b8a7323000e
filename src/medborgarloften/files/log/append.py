"""A record, appended to its writer's file so that it survives crashes, full disks and other programs.

The only writer of log files; reads no more of them than the end.
"""

import os
import stat
from contextlib import suppress
from pathlib import Path

from medborgarloften.domain.activity import Record
from medborgarloften.errors import Finding, StorageError, UsageError
from medborgarloften.files.disk import make_folder, sync_folder
from medborgarloften.files.log.decode import NewerError, decode
from medborgarloften.files.log.encode import LONGEST, chained, encode, sealed
from medborgarloften.files.log.fields import DamagedError
from medborgarloften.files.log.lock import locked
from medborgarloften.files.log.read import BOM

_FLAGS = (
    os.O_RDWR
    | os.O_APPEND
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
)
_SUM_LENGTH = len(',"sum":"0123456789abcdef"')
_TRIES = 5  # how often another program may replace this file by a new one
_SHARED, _OWN = 0o660, 0o600


def append(path: Path, record: Record) -> str:
    """Write the record at the end of `path`, made if need be; when this returns, it is on disk.

    Returns the `sum` that it is stored with. Raises `UsageError` for a record over 64 KiB or one that could
    not be read again, such as one of a clock in the year 3000, and `StorageError` where it could not be
    stored, or where that is uncertain (`write.uncertain`, `write.replaced`): then the record may be in the
    file or not.
    """
    appending = _Appending(path, body_of(record))
    try:
        make_folder(path.parent)
        with locked(path):
            stored = appending.run()
    except (OSError, StorageError) as error:
        raise StorageError(appending.finding(error, record.id)) from None
    if stored is None:
        raise StorageError(Finding("write.replaced", {"path": str(path), "id": record.id}))
    return stored


def body_of(record: Record) -> bytes:
    """Return the line of a record without its `sum`.

    Raises `UsageError` for a record over 64 KiB, and for one that could not be read again, such as one of a
    clock in the year 3000.
    """
    body = encode(record)
    if len(body) + _SUM_LENGTH > LONGEST:
        raise UsageError(Finding("record.long", {"size": len(body), "most": LONGEST}))
    try:
        decode(sealed(body, "")[:-1], "")
    except DamagedError as damage:
        raise UsageError(Finding("record.unreadable", {"field": damage.args[-1]})) from None
    return body


class _Appending:
    """One record on its way to disk; `begun` says that some of it may be in the file."""

    def __init__(self, path: Path, body: bytes) -> None:
        self.path, self.body = path, body
        self.begun = False

    def run(self) -> str | None:
        """Append until the path is still the file that was written to; None if it never is."""
        for _ in range(_TRIES):
            if self.path.is_symlink():  # what it leads to is nobody's own file; and see O_NOFOLLOW
                raise StorageError(Finding("write.link", {"path": str(self.path)}))
            descriptor = _open(self.path)
            try:
                status = os.fstat(descriptor)
                stored = self._once(descriptor, status)
            finally:
                with suppress(OSError):  # what was synced is safe, and what was not is said already
                    os.close(descriptor)
            if _same(self.path, status):
                return stored
        return None

    def finding(self, error: OSError | StorageError, identifier: str) -> Finding:
        """Return what to say of an error: once the write has begun, it is unknown how far it went."""
        number = error.errno if isinstance(error, OSError) else None
        if self.begun:
            return Finding("write.uncertain", {"id": identifier, "errno": number})
        if isinstance(error, StorageError):
            return error.findings[0]
        return Finding("write.failed", {"path": str(self.path), "errno": number})

    def _once(self, descriptor: int, status: os.stat_result) -> str:
        """Append to the open file and force it to disk. An error there is never retried."""
        if not stat.S_ISREG(status.st_mode):
            raise StorageError(Finding("write.not_a_file", {"path": str(self.path)}))
        if status.st_size == 0:  # new, or left by a run that was killed before it came to this
            sync_folder(self.path.parent)
            sync_folder(self.path.parent.parent)
        previous, start = _tail(descriptor, status.st_size)
        self._write(descriptor, start + sealed(self.body, previous), status.st_size)
        os.fsync(descriptor)
        return chained(previous, self.body)

    def _write(self, descriptor: int, data: bytes, size: int) -> None:
        """Write with one call; cut back exactly what was written if it was not all."""
        before, self.begun = self.begun, True
        try:
            written, problem = os.write(descriptor, data), None
        except OSError as error:
            written, problem = 0, error
        if written == len(data):
            return
        if _cut_back(descriptor, size, written):
            self.begun = before
        raise problem or StorageError(Finding("write.short", {"path": str(self.path)}))


def _open(path: Path) -> int:
    """Open the file, made if need be; for a group's folder such that the group may write to it."""
    mode = _SHARED if path.parent.stat().st_mode & stat.S_IWGRP else _OWN
    try:
        descriptor = os.open(path, _FLAGS | os.O_CREAT | os.O_EXCL, mode)
    except FileExistsError:
        return os.open(path, _FLAGS)
    if mode == _SHARED and hasattr(os, "fchmod"):
        with suppress(OSError):  # the user's mask is stricter, and this disk knows no modes
            os.fchmod(descriptor, mode)
    return descriptor


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
    lines = tail.removeprefix(BOM).split(b"\n") if whole else tail.split(b"\n")[1:]
    for line in reversed(lines):
        try:
            return decode(line.removesuffix(b"\r"), "").stored
        except DamagedError:
            continue
        except NewerError as newer:
            if newer.args[0]:
                return str(newer.args[0])
    return None


def _cut_back(descriptor: int, size: int, written: int) -> bool:
    """Remove what was just written, if nothing follows it; tell whether none of it is left."""
    try:
        now = os.fstat(descriptor).st_size
        if now == size + written and written:
            os.ftruncate(descriptor, size)
    except OSError:
        return False
    return now in (size, size + written)


def _same(path: Path, status: os.stat_result) -> bool:
    try:
        now = path.stat()
    except FileNotFoundError:
        return False
    return (now.st_dev, now.st_ino) == (status.st_dev, status.st_ino)
