"""The log of a workspace, read: every good record, and by file and line what is not one."""

import os
import stat
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, NamedTuple

from medborgarloften.domain.activity import Activity, Comment, Fold, Ledger, Record, Redaction
from medborgarloften.domain.health import Health, Sort, Trouble
from medborgarloften.errors import Finding, StorageError
from medborgarloften.files.lines import LONGEST, DamagedError, NewerError, decode, encode

SUFFIX = ".jsonl"
PATIENCE = 0.3  # seconds that an unfinished last line is given by its writer
_BLOCK = 1 << 20
_BOM = b"\xef\xbb\xbf"

Ends = Mapping[str, tuple[int, str]]


class Reading(NamedTuple):
    """What holds now, and what is wrong with the files."""

    ledger: Ledger
    health: Health


def read_log(folder: Path, seen: Ends) -> Reading:
    """Read every file of the log. A missing folder is an empty log. Raises `StorageError`.

    `seen` has the number of records and the last `sum` that this machine has seen of each file.
    """
    fold = Fold(encode)
    troubles: list[Trouble] = []
    ends: dict[str, tuple[int, str]] = {}
    redacted: list[tuple[str, Trouble]] = []
    redactions: set[str] = set()
    for path in log_files(folder):
        reader = _FileReader(path, seen.get(path.name))
        fold.add(reader.records())
        troubles += reader.troubles
        redacted += reader.redacted
        redactions |= reader.redactions
        ends[path.name] = (reader.readable, reader.stored)
    troubles += [trouble for identifier, trouble in redacted if identifier not in redactions]
    troubles += [Trouble("vanished", name, None, "log.vanished") for name in seen if name not in ends]
    ledger = fold.ledger()
    troubles.sort(key=lambda trouble: (trouble.file, trouble.line or 0))
    return Reading(ledger, Health(tuple(troubles), ledger.conflicts, ends))


def log_files(folder: Path) -> list[Path]:
    """Return the writers' files by name. Raises `StorageError` where the folder cannot be read."""
    try:
        return sorted(path for path in folder.iterdir() if path.suffix == SUFFIX and path.name[0] != ".")
    except FileNotFoundError:
        return []
    except OSError as error:
        raise unreadable(folder, error) from None


def unreadable(path: Path, error: OSError) -> StorageError:
    """Return the error for a file or folder that cannot be read."""
    return StorageError(Finding("file.unreadable", {"path": str(path), "errno": error.errno}))


class _FileReader:
    """Reads one writer's file in one pass."""

    def __init__(self, path: Path, seen: tuple[int, str] | None) -> None:
        self.path, self.seen = path, seen
        self.troubles: list[Trouble] = []
        self.redacted: list[tuple[str, Trouble]] = []
        self.redactions: set[str] = set()
        self.readable = 0
        self.stored = ""
        self._suspects: list[Trouble] = []
        self._kept = seen is None

    def records(self) -> Iterator[Record]:
        """Yield the good records in the order of the file."""
        try:
            with open_regular(self.path) as file:
                for number, raw in enumerate(_lines(file), start=1):
                    line = (raw.removeprefix(_BOM) if number == 1 else raw).removesuffix(b"\r")
                    if line.strip():
                        yield from self._record(line, number)
        except OSError as error:
            raise unreadable(self.path, error) from None
        self._judge_suspects(torn=False)
        if not self._kept:
            self.troubles.append(Trouble("shrunk", self.path.name, None, "log.shrunk"))

    def _record(self, line: bytes, number: int) -> Iterator[Record]:
        try:
            record, stored, computed = decode(line, self.stored)
        except DamagedError as damage:
            self._suspects.append(self._trouble("damaged", number, *map(str, damage.args)))
            return
        except NewerError as newer:
            self._link(newer.args[0] or self.stored)
            self.troubles.append(self._trouble("newer", number, "log.newer"))
            return
        self._judge_suspects(torn=stored == computed)
        self._check(record, number, fits=stored == computed)
        self._link(stored)
        yield record

    def _check(self, record: Record, number: int, *, fits: bool) -> None:
        if isinstance(record.content, Redaction):
            self.redactions.add(record.content.of)
        if fits:
            return
        trouble = self._trouble("edited", number, "log.edited")
        if isinstance(record.content, Activity | Comment) and record.content.redacted:
            self.redacted.append((record.id, trouble))
        else:
            self.troubles.append(trouble)

    def _link(self, stored: str) -> None:
        self.stored = stored
        self.readable += 1
        if self.seen == (self.readable, stored):
            self._kept = True

    def _judge_suspects(self, *, torn: bool) -> None:
        """Say of unreadable lines what they are, now that the next good one is known.

        A write that was cut off leaves the chain as it was, so that the next record continues it; a line
        that was whole once is missed by the next one.
        """
        for suspect in self._suspects:
            fragment = torn and suspect.reason in ("log.not_json", "log.not_utf8", "log.nul", "log.long")
            self.troubles.append(suspect._replace(sort="torn", reason="log.torn") if fragment else suspect)
        self._suspects.clear()

    def _trouble(self, sort: Sort, number: int, reason: str, field: str = "") -> Trouble:
        return Trouble(sort, self.path.name, number, reason, field)


def open_regular(path: Path) -> BinaryIO:
    """Open a file for reading; anything but a regular file is an OSError, and never waited for."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(22, "not a regular file")
    return os.fdopen(descriptor, "rb", buffering=0)


def _lines(file: BinaryIO) -> Iterator[bytes]:
    r"""Yield lines without their `\\n`; of a line that is too long just enough to see that it is."""
    rest = b""
    patience: Callable[[], bool] | None = None
    while True:
        block = file.read(_BLOCK)
        if not block:
            if rest and (patience := patience or _patience())():
                continue
            break
        *lines, rest = (rest + block).split(b"\n")
        yield from lines
        rest = rest[: LONGEST + 1] if len(rest) > LONGEST else rest
    if rest:
        yield rest


def _patience() -> Callable[[], bool]:
    """Return a wait that says whether it is worth to look again for the rest of a line."""
    deadline = time.monotonic() + PATIENCE

    def wait() -> bool:
        time.sleep(0.01)
        return time.monotonic() < deadline

    return wait
