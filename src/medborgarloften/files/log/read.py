"""The log of a workspace, read: every good record, and by file and line what is not one.

Writes nothing, and remembers nothing of earlier readings: see `seen.py`.
"""

import time
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import BinaryIO, NamedTuple

from medborgarloften.domain.activity import Activity, Comment, Record, Redaction
from medborgarloften.domain.history import Fold, Ledger
from medborgarloften.domain.ids import End
from medborgarloften.domain.integrity.health import LOSSES, Health, Sort, Trouble
from medborgarloften.files.disk import open_regular, unreadable
from medborgarloften.files.log.decode import NewerError, decode
from medborgarloften.files.log.encode import LONGEST, encode
from medborgarloften.files.log.fields import DamagedError

SUFFIX = ".jsonl"
PATIENCE = 0.3  # seconds that an unfinished last line is given by its writer
_PAUSE = 0.01
_BLOCK = 1 << 20
BOM = b"\xef\xbb\xbf"
_FRAGMENT = ("log.not_json", "log.not_utf8", "log.long")  # what may be wrong with one that was cut off
_HEAD, _SUM, _SUM_DIGITS = b'{"v":', b',"sum":"', 16  # how a line begins, and its last field
_MOST_ALIKE = 1000  # troubles of one sort in one file that are kept one by one

Ends = Mapping[str, End]
Readable = tuple[int, str, Record | None]
"""A readable line: its number in the file, the `sum` that it stores, its record; None for a newer one."""


class Reading(NamedTuple):
    """The records in force, the state of the files, and each file's readable lines where asked for.

    `last` is the last record of `log`, `plan` or `comment` in the writer's own file, and its line.
    """

    ledger: Ledger
    health: Health
    lines: Mapping[str, list[Readable]] = {}
    last: tuple[str, int] | None = None


def read_log(
    folder: Path, seen: Ends, *, own_file: str = "", keep_lines: bool = False, known: date | None = None
) -> Reading:
    """Read every file of the log. A missing folder is an empty log. Raises `StorageError`.

    With `known`, the ledger has what was written by the end of that day in UTC.
    `seen` has the number of records and the last `sum` that this machine has seen of each file; `own_file` is
    the name of the file that this machine writes. A file that cannot be read is a trouble.
    """
    names = log_files(folder)
    readers = [
        _FileReader(folder / name, seen.get(name), is_own=name == own_file, keep_lines=keep_lines)
        for name in names
    ]
    fold = Fold(encode, known)
    for reader in readers:
        fold.add(reader.records())
    redactions = {of for reader in readers for of in reader.redactions}
    redacted = [line for reader in readers for line in reader.redacted]
    troubles = [trouble for reader in readers for trouble in reader.troubles]
    troubles += [trouble for identifier, trouble in redacted if identifier not in redactions]
    troubles += [Trouble("vanished", name, None, "log.vanished") for name in seen if name not in names]
    troubles.sort(key=lambda trouble: (trouble.file, trouble.line or 0))
    ends = {reader.name: End(reader.readable, reader.stored) for reader in readers if not reader.failed}
    lines = {reader.name: reader.lines for reader in readers} if keep_lines else {}
    last = next((reader.last for reader in readers if reader.is_own), None)
    ledger = fold.ledger()
    return Reading(ledger, Health(tuple(troubles), ledger.conflicts, ends), lines, last)


def log_files(folder: Path) -> list[str]:
    """Return the names of the writers' files, sorted. Raises `StorageError`."""
    return sorted(name for name in names_in(folder) if name.endswith(SUFFIX) and name[0] != ".")


def names_in(folder: Path) -> list[str]:
    """Return the names in a folder, in no order; none where it is missing. Raises `StorageError`."""
    try:
        return [path.name for path in folder.iterdir()]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise unreadable(folder, error) from None


def first_id(path: Path) -> str | None:
    """Return the id of a file's first record; None where it has none, or cannot be read."""
    return next((record.id for record in _FileReader(path).records()), None)


def continues(path: Path, end: End) -> bool:
    """Tell whether a file still has as many records, and the last `sum`, that it had once."""
    reader = _FileReader(path, end)
    for _ in reader.records():
        pass
    return not any(trouble.sort in LOSSES for trouble in reader.troubles)


class _FileReader:
    """Reads one writer's file in one pass."""

    def __init__(
        self, path: Path, seen: End | None = None, *, is_own: bool = False, keep_lines: bool = False
    ) -> None:
        self.path, self.name, self.seen, self.is_own = path, path.name, seen, is_own
        self.lines: list[Readable] = []
        self._keep_lines = keep_lines
        self.failed = False
        self.last: tuple[str, int] | None = None
        self.redacted: list[tuple[str, Trouble]] = []
        self.redactions: set[str] = set()
        self.readable = 0
        self.stored = ""
        self._alike: dict[Sort, list[Trouble]] = {}
        self._suspects: list[Trouble] = []
        self._met = seen is None or not seen.records  # of no records there is no last one
        self._ended = True

    @property
    def troubles(self) -> list[Trouble]:
        """What is wrong with the file, in no order."""
        return [trouble for alike in self._alike.values() for trouble in alike]

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
            self.failed = True
            if not isinstance(error, FileNotFoundError):  # else it was taken away a moment ago
                self._report(Trouble("unreadable", self.name, None, "log.unreadable", errno=error.errno))
        self._judge_suspects(torn=False)
        if not self.failed and (not self._met or (self.seen and self.readable < self.seen.records)):
            self._report(Trouble("shrunk", self.name, None, "log.shrunk"))

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
        """Return the record of a line, or report why the line has none."""
        try:
            record, stored, computed = decode(line, self.stored)
        except DamagedError as damage:
            self._suspect(line, self._trouble("damaged", number, *map(str, damage.args)))
            return None
        except NewerError as newer:
            self._judge_suspects(torn=False)
            self._link(number, newer.args[0] or self.stored, None)
            self._report(self._trouble("newer", number, "log.newer"))
            return None
        fits = stored == computed
        if self._suspects:
            self._judge_suspects(torn=fits)
        if isinstance(record.content, Activity | Comment):
            self.last = (record.id, number)
        elif isinstance(record.content, Redaction):
            self.redactions.add(record.content.of)
        if not fits:
            self._doubt(record, number, computed)
        self._link(number, stored, record)
        return record

    def _doubt(self, record: Record, number: int, computed: str) -> None:
        """Report a line that does not continue the chain; a redacted one, only without its redaction."""
        trouble = self._trouble("edited", number, "log.edited")._replace(sum=computed)
        if isinstance(record.content, Activity | Comment) and record.content.redacted:
            self.redacted.append((record.id, trouble))
        else:
            self._report(trouble)

    def _link(self, number: int, stored: str, record: Record | None) -> None:
        """Take a readable line as the one that the next one continues."""
        self.stored = stored
        self.readable += 1
        if self.seen and self.seen.sum == stored:
            self._met = True
        if self._keep_lines:
            self.lines.append((number, stored, record))

    def _suspect(self, line: bytes, damage: Trouble) -> None:
        """Keep a line that looks cut off until it is known whether it was; any other one is damaged."""
        if damage.reason not in _FRAGMENT or not _looks_cut_off(line):
            self._report(damage)
        elif self._ended:
            _add(self._suspects, damage)
        else:
            self._report(self._torn(damage))

    def _judge_suspects(self, *, torn: bool) -> None:
        """Say of lines that look cut off what they are, now that the next good one is known.

        A write that was cut off leaves the chain as it was, so that the next record continues it; a line
        that was whole once is missed by the next one.
        """
        for suspect in self._suspects:
            self._report(self._torn(suspect) if torn else suspect)
        self._suspects.clear()

    def _torn(self, suspect: Trouble) -> Trouble:
        return suspect._replace(sort="torn", reason="log.torn" if self.is_own else "log.torn_other")

    def _report(self, trouble: Trouble) -> None:
        _add(self._alike.setdefault(trouble.sort, []), trouble)

    def _trouble(self, sort: Sort, number: int, reason: str, field: str = "") -> Trouble:
        return Trouble(sort, self.name, number, reason, field)


def _looks_cut_off(line: bytes) -> bool:
    """Tell whether a line looks like the beginning of one that a crash cut off: no end, or NUL instead.

    A line that was whole and was damaged since begins otherwise, or has its end.
    """
    fragment = line.rstrip(b"\0")
    begins = fragment.startswith(_HEAD) or _HEAD.startswith(fragment)
    _, key, last = fragment.rpartition(_SUM)
    return (
        begins
        and len(fragment) < LONGEST
        and not fragment.endswith(b'"}')
        and not (key and len(last) > _SUM_DIGITS + 1)
    )


def _add(troubles: list[Trouble], trouble: Trouble) -> None:
    """Add a trouble to those of its sort; of very many, the last one stands for the rest."""
    if len(troubles) < _MOST_ALIKE:
        troubles.append(trouble)
    else:
        troubles[-1] = troubles[-1]._replace(lines=troubles[-1].lines + trouble.lines)


def _patience() -> Callable[[], bool]:
    """Return a wait that says whether it is worth to look again for the rest of a line."""
    deadline = time.monotonic() + PATIENCE

    def wait() -> bool:
        left = deadline - time.monotonic()
        time.sleep(min(max(left, 0), _PAUSE))
        return left > 0

    return wait
