"""What `check` finds in the records of a log, each finding with its line. Changes and repairs nothing."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from medborgarloften.domain.activity import Activity, Comment, Record
from medborgarloften.domain.agreements import covering
from medborgarloften.domain.history import Ledger, vouched_texts
from medborgarloften.domain.ids import endings
from medborgarloften.domain.integrity.health import LOSSES, Health, Trouble
from medborgarloften.domain.masking import masked_content
from medborgarloften.domain.moments import Local, written
from medborgarloften.domain.privacy import holds_identity_number, suspicions
from medborgarloften.domain.promise import Agreement
from medborgarloften.errors import Finding, Place

SLACK = timedelta(minutes=1)  # two programs of one writer may store in another order than they began

_CODES = {sort: f"check.{sort}" for sort in LOSSES}  # elsewhere these are warnings
_VOUCHED = b'"not_personal":true'
_UNREAD = ("damaged", "torn", "newer")  # the lines of which no record is known


class Entry(NamedTuple):
    """A readable line: its file, its number from 1, the `sum` it stores, its record; None for a newer one."""

    file: str
    line: int
    sum: str
    record: Record | None

    @property
    def place(self) -> Place:
        """Where it is."""
        return Place(self.file, self.line)


class Log(NamedTuple):
    """What is looked at: every readable line by its place, what is in force now, and the files' health."""

    entries: tuple[Entry, ...]
    ledger: Ledger
    health: Health


def audit(log: Log, agreements: tuple[Agreement, ...], local: Local) -> Iterator[Finding]:
    """Yield what is wrong with the records, in no order.

    Without agreements no word is judged: none is known then. Times are `local`.
    """
    places: dict[str, Place] = {}
    vouched = vouched_texts(record for _, record in _records(log))
    for entry, record in _records(log):
        places.setdefault(record.id, entry.place)
        if masked_content(record.content, vouched.get(record.id, ())) is not record.content:
            yield Finding("check.personal", {}, entry.place)
    yield from _clocks(log, local)
    yield from _labels(log)
    yield from _conflicts(log)
    for record in log.ledger.pending:
        yield Finding(
            f"check.pending_{record.op}", {"of": getattr(record.content, "of", "")}, places[record.id]
        )
    if agreements:
        yield from _unknown_words(log.ledger, agreements, places)


def faults(
    troubles: Iterable[Trouble], markers: Collection[int], homes: Mapping[int, int], lines: Sequence[bytes]
) -> Iterator[Finding]:
    """Yield what is wrong with one file, which has these lines now.

    `markers` are the lines that git left there; `homes` says after which line a misplaced one belongs.
    """
    for trouble in troubles:
        place, home = Place(trouble.file, trouble.line), homes.get(trouble.line or 0)
        text = lines[trouble.line - 1] if trouble.line and trouble.line <= len(lines) else b""
        if trouble.line in markers:
            yield Finding("check.marker_log", {}, place)
        elif home is None:
            code = _CODES.get(trouble.sort, trouble.reason)
            yield Finding(code, trouble.facts, place)
        elif home + 1 != place.line:  # else what it continues stands before it, and is unreadable itself
            yield Finding("check.moved" if home else "check.first", {"after": str(home)}, place)
        if trouble.lines > 1:
            yield Finding("check.more_lines", {"count": trouble.lines - 1}, place)
        if trouble.sort in _UNREAD and _is_personal(text):
            yield Finding("check.personal", {}, place)


def _is_personal(line: bytes) -> bool:
    """Tell whether an unreadable line holds an identity number, as far as can be told."""
    text = line.decode("utf-8", "replace")
    return holds_identity_number(text, not_personal=_VOUCHED in line)


def personal_lines(file: str, text: str) -> list[Finding]:
    """Return a finding for each line of a promise file on which an identity number begins."""
    starts = [suspicion.start for suspicion in suspicions(text)]
    lines = dict.fromkeys(text.count("\n", 0, start) + 1 for start in starts)
    return [Finding("check.personal_promises", {}, Place(file, line)) for line in lines]


def _records(log: Log) -> Iterator[tuple[Entry, Record]]:
    return ((entry, entry.record) for entry in log.entries if entry.record is not None)


def _clocks(log: Log, local: Local) -> Iterator[Finding]:
    """Yield the lines that were written earlier than what precedes them.

    A correction is dated after what it corrects, which another clock may have dated: it is held against
    the lines before it, and none is held against it.
    """
    newest: dict[str, str] = {}
    for entry, record in _records(log):
        before = newest.get(entry.file, record.at)
        if record.at < before and _time_between(record.at, before) > SLACK:
            facts = {"at": _clock_time(record.at, local), "before": _clock_time(before, local)}
            yield Finding("check.clock", facts, entry.place)
        if isinstance(record.content, Activity | Comment):
            newest[entry.file] = record.at  # each leap is said once, not each line after it


def _time_between(at: str, later: str) -> timedelta:
    return datetime.fromisoformat(later) - datetime.fromisoformat(at)


def _clock_time(at: str, local: Local) -> str:
    return written(at, local).replace(microsecond=0, tzinfo=None).isoformat(" ")


def _labels(log: Log) -> Iterator[Finding]:
    """Yield the first line of every writer but the first one of a file."""
    writers: dict[str, list[str]] = {}
    for entry, record in _records(log):
        so_far = writers.setdefault(entry.file, [record.content.by])
        if record.content.by not in so_far:
            so_far.append(record.content.by)
            yield Finding("check.writer", {"by": record.content.by, "first": so_far[0]}, entry.place)


def _conflicts(log: Log) -> Iterator[Finding]:
    """Yield every copy of a record that differs from the first one, with the place of that."""
    short_ids = endings(log.ledger.ids)
    first: dict[str, tuple[Entry, Record]] = {}
    for entry, record in _records(log):
        if record.id not in log.health.conflicts or getattr(record.content, "redacted", False):
            continue
        other, copy = first.setdefault(record.id, (entry, record))
        if copy._replace(fits=record.fits) != record:
            facts = {"id": short_ids[record.id], "other": f"{other.file}:{other.line}"}
            yield Finding("check.conflict", facts, entry.place)


def _unknown_words(
    ledger: Ledger, agreements: tuple[Agreement, ...], places: Mapping[str, Place]
) -> Iterator[Finding]:
    """Yield the words that the agreement of a record's day does not have; a day without one has no words."""
    short_ids = endings(ledger.ids)
    for record in (*ledger.activities.values(), *ledger.plans.values()):
        content = record.content
        agreement = covering(agreements, content.day) if isinstance(content, Activity) else None
        if agreement is None or not isinstance(content, Activity):
            continue
        for code, word in _unknown(content, agreement):
            facts = {"id": short_ids[record.id], "word": word, "file": agreement.file}
            yield Finding(code, facts, places[record.id])
    promises = {promise.id for agreement in agreements for promise in agreement.promises}
    for record in ledger.comments.values():
        if isinstance(record.content, Comment) and record.content.promise not in promises:
            facts = {"id": short_ids[record.id], "word": record.content.promise}
            yield Finding("check.unknown_promise", facts, places[record.id])


def _unknown(content: Activity, agreement: Agreement) -> Iterator[tuple[str, str]]:
    named = (
        ("kinds", content.kinds, agreement.kinds),
        ("areas", content.areas, agreement.areas),
        ("parties", content.parties, agreement.parties),
        ("quantities", tuple(name for name, _ in content.quantities), agreement.quantities),
    )
    for field, words, declared in named:
        yield from ((f"check.unknown_{field}", word) for word in words if word not in declared)
    yield from (("check.unknown_tags", tag) for tag in content.tags if agreement.tag(tag) is None)
