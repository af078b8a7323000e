"""The log of a workspace, read: every good record, and by file and line what is not one."""

import os
import stat
import time
from collections.abc import Callable, Iterator, Mapping
from io import FileIO
from pathlib import Path
from typing import BinaryIO, NamedTuple

from medborgarloften.domain.activity import Activity, Comment, Fold, Ledger, Record, Redaction
from medborgarloften.domain.health import Health, Sort, Trouble
from medborgarloften.errors import Finding, StorageError
from medborgarloften.files.decoding import DamagedError, NewerError, decode
from medborgarloften.files.lines import LONGEST, encode

SUFFIX = ".jsonl"
PATIENCE = 0.3  # seconds that an unfinished last line is given by its writer
_PAUSE = 0.01
_BLOCK = 1 << 20
BOM = b"\xef\xbb\xbf"
_FRAGMENT = ("log.not_json", "log.not_utf8", "log.long")  # what a line may look like that was cut off

Ends = Mapping[str, tuple[int, str]]
Kept = tuple[int, str, Record | None]
"""A readable line: its number in the file, the `sum` that it stores, its record; None for a newer one."""


class Reading(NamedTuple):
    """What is in force now, what is wrong with the files, and each file's lines where asked for."""

    ledger: Ledger
    health: Health
    lines: Mapping[str, list[Kept]] = {}


def read_log(folder: Path, seen: Ends, *, keep_lines: bool = False) -> Reading:
    """Read every file of the log. A missing folder is an empty log. Raises `StorageError`.

    `seen` has the number of records and the last `sum` that this machine has seen of each file.
    """
    kept: dict[str, list[Kept]] | None = {} if keep_lines else None
    fold = Fold(encode)
    troubles: list[Trouble] = []
    ends: dict[str, tuple[int, str]] = {}
    redacted: list[tuple[str, Trouble]] = []
    redactions: set[str] = set()
    for path in log_files(folder):
        lines = kept.setdefault(path.name, []) if kept is not None else None
        reader = _FileReader(path, seen.get(path.name), lines)
        fold.add(reader.records())
        troubles += reader.troubles
        redacted += reader.redacted
        redactions |= reader.redactions
        ends[path.name] = (reader.readable, reader.stored)
    troubles += [trouble for identifier, trouble in redacted if identifier not in redactions]
    troubles += [Trouble("vanished", name, None, "log.vanished") for name in seen if name not in ends]
    ledger = fold.ledger()
    troubles.sort(key=lambda trouble: (trouble.file, trouble.line or 0))
    return Reading(ledger, Health(tuple(troubles), ledger.conflicts, ends), kept or {})


def log_files(folder: Path) -> list[Path]:
    """Return the writers' files by name. Raises `StorageError` where the folder cannot be read."""
    try:
        return sorted(path for path in folder.iterdir() if path.suffix == SUFFIX and path.name[0] != ".")
    except FileNotFoundError:
        return []
    except OSError as error:
        raise unreadable(folder, error) from None


def first_id(path: Path) -> str | None:
    """Return the id of a file's first record; None where it has none, or cannot be read."""
    try:
        return next((record.id for record in _FileReader(path, None, None).records()), None)
    except StorageError:
        return None


def continues(path: Path, end: tuple[int, str]) -> bool:
    """Tell whether a file goes as far as it did once."""
    reader = _FileReader(path, end, None)
    try:
        for _ in reader.records():
            pass
    except StorageError:
        return False
    return all(trouble.sort != "shrunk" for trouble in reader.troubles)


def unreadable(path: Path, error: OSError) -> StorageError:
    """Return the error for a file or folder that cannot be read."""
    return StorageError(Finding("file.unreadable", {"path": str(path), "errno": error.errno}))


class _FileReader:
    """Reads one writer's file in one pass."""

    def __init__(self, path: Path, seen: tuple[int, str] | None, lines: list[Kept] | None) -> None:
        self.path, self.seen, self.lines = path, seen, lines
        self.troubles: list[Trouble] = []
        self.redacted: list[tuple[str, Trouble]] = []
        self.redactions: set[str] = set()
        self.readable = 0
        self.stored = ""
        self._suspects: list[Trouble] = []
        self._met = seen is None or not seen[0]  # of no records there is no last one
        self._ended = True

    def records(self) -> Iterator[Record]:
        """Yield the good records in the order of the file."""
        try:
            with open_regular(self.path) as file:
                for number, raw in enumerate(self._lines(file), start=1):
                    line = (raw.removeprefix(BOM) if number == 1 else raw).removesuffix(b"\r")
                    record = self._record(line, number) if line and not line.isspace() else None
                    if record is not None:
                        yield record
        except OSError as error:
            raise unreadable(self.path, error) from None
        self._judge_suspects(torn=False)
        if not self._met or (self.seen and self.readable < self.seen[0]):
            self.troubles.append(Trouble("shrunk", self.path.name, None, "log.shrunk"))

    def _lines(self, file: BinaryIO) -> Iterator[bytes]:
        r"""Yield lines without their `\\n`; of a line that is too long just enough to see that it is.

        While a last line is waited for it is read from its beginning each time, since its writer may have
        cut it back and begun again.
        """
        rest, start = b"", 0
        patience: Callable[[], bool] | None = None
        while True:
            block = file.read(_BLOCK)
            if block:
                *lines, rest = (rest + block).split(b"\n")
                start = file.tell() - len(rest) if lines else start
                rest = rest[: LONGEST + 2] if len(rest) > LONGEST else rest
                yield from lines
            elif rest and (patience := patience or _patience())():
                rest = b""
                file.seek(start)
            else:
                break
        if rest:
            self._ended = False
            yield rest

    def _record(self, line: bytes, number: int) -> Record | None:
        """Return the record of a line; say what is wrong with one that contains none."""
        try:
            record, stored, computed = decode(line, self.stored)
        except DamagedError as damage:
            self._suspect(self._trouble("damaged", number, *map(str, damage.args)))
            return None
        except NewerError as newer:
            self._judge_suspects(torn=False)
            self._link((number, newer.args[0] or self.stored, None))
            self.troubles.append(self._trouble("newer", number, "log.newer"))
            return None
        fits = stored == computed
        if self._suspects:
            self._judge_suspects(torn=fits)
        if isinstance(record.content, Redaction):
            self.redactions.add(record.content.of)
        if not fits:
            self._doubt(record, number)
        self._link((number, stored, record))
        return record

    def _doubt(self, record: Record, number: int) -> None:
        """Report a line that does not continue the chain; one that was redacted needs its redaction."""
        trouble = self._trouble("edited", number, "log.edited")
        if isinstance(record.content, Activity | Comment) and record.content.redacted:
            self.redacted.append((record.id, trouble))
        else:
            self.troubles.append(trouble)

    def _link(self, line: Kept) -> None:
        self.stored = line[1]
        self.readable += 1
        if self.seen and self.seen[1] == self.stored:
            self._met = True
        if self.lines is not None:
            self.lines.append(line)

    def _suspect(self, suspect: Trouble) -> None:
        """Keep an unreadable line until it is known what it is; an unfinished one was cut off."""
        if self._ended:
            self._suspects.append(suspect)
        else:
            self.troubles.append(_torn(suspect))

    def _judge_suspects(self, *, torn: bool) -> None:
        """Say of unreadable lines what they are, now that the next good one is known.

        A write that was cut off leaves the chain as it was, so that the next record continues it; a line
        that was whole once is missed by the next one.
        """
        self.troubles += [_torn(suspect) if torn else suspect for suspect in self._suspects]
        self._suspects.clear()

    def _trouble(self, sort: Sort, number: int, reason: str, field: str = "") -> Trouble:
        return Trouble(sort, self.path.name, number, reason, field)


def open_regular(path: Path) -> FileIO:
    """Open a file for reading; anything but a regular file is an OSError, and never waited for."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(22, "not a regular file")
    return os.fdopen(descriptor, "rb", buffering=0)


def _torn(trouble: Trouble) -> Trouble:
    """Return what is said of a line that was cut off, if that can be what happened to it."""
    return trouble._replace(sort="torn", reason="log.torn") if trouble.reason in _FRAGMENT else trouble


def _patience() -> Callable[[], bool]:
    """Return a wait that says whether it is worth to look again for the rest of a line."""
    deadline = time.monotonic() + PATIENCE

    def wait() -> bool:
        left = deadline - time.monotonic()
        time.sleep(min(max(left, 0), _PAUSE))
        return left > 0

    return wait
