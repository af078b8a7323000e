"""What was logged: the records of the log, and the fold that turns them into what is in force now."""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import Any, Literal, NamedTuple

from medborgarloften.domain.ids import End
from medborgarloften.domain.masking import masked_content

Verdict = Literal["kept", "partly", "not_kept", "no_need"]

TEXTS = ("note", "ref", "source")  # the free texts of an activity
MASKABLE = (*TEXTS, "text")  # of an activity and a comment


class Activity(NamedTuple):
    """What a record of `log` or `plan` says was done, or is booked.

    `until` is None for a single day. `occasions` is its count, from 1. `quantities` are
    exact decimals by id. `redacted` marks a copy whose texts were taken out of its file. `not_personal`,
    here and below, says that what looks like a mistyped identity number in the texts is none.
    """

    by: str
    day: date
    until: date | None
    kinds: tuple[str, ...]
    areas: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    occasions: int = 1
    approx: bool = False
    quantities: tuple[tuple[str, Decimal], ...] = ()
    note: str | None = None
    ref: str | None = None
    source: str | None = None
    plan: str | None = None
    redacted: bool = False
    not_personal: bool = False
    extra: str = ""

    @property
    def last(self) -> date:
        """The last day; never before the first, also where a correction made it so."""
        return self.day if self.until is None or self.until < self.day else self.until


AMENDABLE = tuple(
    name for name in Activity._fields if name not in ("by", "redacted", "not_personal", "extra")
)
"""The fields of an activity that a correction can set."""


class Amendment(NamedTuple):
    """New values for fields of the record `of`; None clears a field."""

    by: str
    of: str
    changes: tuple[tuple[str, object], ...]
    reason: str
    not_personal: bool = False
    extra: str = ""


class Void(NamedTuple):
    """The record `of` is no longer valid; final."""

    by: str
    of: str
    reason: str
    not_personal: bool = False
    extra: str = ""


class Comment(NamedTuple):
    """Somebody's words on a promise, holding from `date`."""

    by: str
    promise: str
    day: date
    text: str | None
    verdict: Verdict | None
    redacted: bool = False
    not_personal: bool = False
    extra: str = ""


class Redaction(NamedTuple):
    """The texts `fields` of the record `of` are masked in every view."""

    by: str
    of: str
    fields: tuple[str, ...]
    reason: str
    not_personal: bool = False
    extra: str = ""


class Acceptance(NamedTuple):
    """What is missing from a writer's file, or unreadable in it, is accepted; exactly that, and no more.

    `had` is how far the file once went, `has` how far it goes now, None where it is gone. `damaged` has the
    SHA-256 of every unreadable line, `torn` that of a last line that was never finished. `edited` has of
    every line that does not continue the chain the `sum` with which it would.
    """

    by: str
    file: str
    had: End
    has: End | None
    damaged: tuple[str, ...]
    torn: str | None
    edited: tuple[str, ...]
    reason: str
    not_personal: bool = False
    extra: str = ""


Content = Activity | Amendment | Void | Comment | Redaction | Acceptance


class Record(NamedTuple):
    """One line of the log: `op` as written, `at` in UTC with milliseconds; `fits` its file's chain."""

    id: str
    at: str
    op: str
    content: Content
    fits: bool = True


class Ledger(NamedTuple):
    """What is in force now, by id and in no order: amended, masked, and without what is voided.

    `corrections` are all amendments, voids and redactions by (`at`, `id`); `pending` those whose record
    has not arrived. `originals` has the records that were amended or redacted, as they were written.
    `conflicts` are the ids of records whose copies differ. Identity numbers are masked in all of it; `masked`
    are the ids of the records that held one. `acceptances` come by (`at`, `id`).
    """

    activities: dict[str, Record]
    plans: dict[str, Record]
    comments: dict[str, Record]
    voided: dict[str, Record]
    corrections: list[Record]
    pending: list[Record]
    originals: dict[str, Record]
    conflicts: tuple[str, ...]
    masked: frozenset[str] = frozenset()
    acceptances: tuple[Record, ...] = ()

    @property
    def dated(self) -> dict[str, Record]:
        """Every record that is about a day, by id: activities, plans, comments, and what is void."""
        return {**self.activities, **self.plans, **self.comments, **self.voided}

    @property
    def ids(self) -> set[str]:
        """The ids of all records, corrections and acceptances included."""
        dated = (self.activities, self.plans, self.comments, self.voided)
        others = (*self.corrections, *self.acceptances)
        return {key for place in dated for key in place} | {record.id for record in others}


class Fold:
    """Gathers records in any order, from any files, any number of times; the ledger is the same.

    `encode` gives a record's bytes, which settle a conflict between two copies (smaller first).
    """

    def __init__(self, encode: Callable[[Record], bytes]) -> None:
        """Start with an empty log."""
        self._encode = encode
        self._records: dict[str, Record] = {}
        self._copies: dict[str, list[Record]] = {}

    def add(self, records: Iterable[Record]) -> None:
        """Take records in; equal copies of one record are one."""
        known = self._records
        for record in records:
            first = known.setdefault(record.id, record)
            if first is not record:
                copies = self._copies.setdefault(record.id, [first])
                if record not in copies:
                    copies.append(record)

    def ledger(self) -> Ledger:
        """Apply corrections in the order of (`at`, `id`); a void beats an amendment. Ends the fold."""
        conflicts, masked = self._settle(), self._mask()
        others = [record for record in self._records.values() if record.op != "log"]
        for record in others:
            del self._records[record.id]
        others.sort(key=lambda record: (record.at, record.id))
        corrections = [record for record in others if record.op not in ("plan", "comment", "accept")]
        ledger = Ledger(
            activities=self._records,
            plans={record.id: record for record in others if record.op == "plan"},
            comments={record.id: record for record in others if record.op == "comment"},
            voided={},
            corrections=corrections,
            pending=[],
            originals={},
            conflicts=conflicts,
            masked=masked,
            acceptances=tuple(record for record in others if record.op == "accept"),
        )
        for record in corrections:
            _correct(ledger, record)
        return ledger

    def _settle(self) -> tuple[str, ...]:
        """Choose one copy of each record that has several; name those whose copies differ."""
        conflicts = []
        for key, copies in self._copies.items():
            whole = {copy[:-1] for copy in copies if not _is_redacted(copy)}
            if len(whole) > 1:
                conflicts.append(key)
            self._records[key] = min(copies, key=self._preference)
        return tuple(sorted(conflicts))

    def _mask(self) -> frozenset[str]:
        """Mask the identity numbers in every record; return the ids of those that held one."""
        vouched = vouched_texts(self._records.values())
        found: set[str] = set()
        clean: set[int] = set()  # what was looked at before: many records of a large log share their content
        for key, record in self._records.items():
            if id(record.content) in clean:
                continue
            content = masked_content(record.content, vouched.get(key, ()))
            if content is record.content:
                clean.update(() if key in vouched else (id(content),))
            else:
                self._records[key] = record._replace(content=content)
                found.add(key)
        return frozenset(found)

    def _preference(self, record: Record) -> tuple[bool, bool, bytes, str]:
        """Order copies the same whatever came first, also where their bytes round a decimal alike."""
        return (not _is_redacted(record), not record.fits, self._encode(record), repr(record))


def vouched_texts(records: Iterable[Record]) -> dict[str, set[str]]:
    """Return, by the id of the record corrected, the texts that an amendment says hold no identity number."""
    vouched: dict[str, set[str]] = {}
    for record in records:
        if isinstance(record.content, Amendment) and record.content.not_personal:
            texts = {value for _, value in record.content.changes if isinstance(value, str)}
            vouched.setdefault(record.content.of, set()).update(texts)
    return vouched


def _is_redacted(record: Record) -> bool:
    return isinstance(record.content, Activity | Comment) and record.content.redacted


def _correct(ledger: Ledger, correction: Record) -> None:
    """Apply one correction, or keep it as pending where its record has not arrived."""
    content = correction.content
    assert isinstance(content, Amendment | Void | Redaction)
    for place in (ledger.activities, ledger.plans, ledger.comments, ledger.voided):
        record = place.get(content.of)
        if record is None:
            continue
        if isinstance(content, Void):
            ledger.voided[record.id] = place.pop(record.id)
        else:
            ledger.originals.setdefault(record.id, record)
            place[record.id] = record._replace(content=_corrected(record.content, content))
        return
    ledger.pending.append(correction)


def _corrected(content: Content, correction: Amendment | Redaction) -> Content:
    if isinstance(correction, Amendment):
        changes: dict[str, Any] = dict(correction.changes)
        return content._replace(**changes) if isinstance(content, Activity) else content
    maskable = set(MASKABLE).intersection(correction.fields, content._fields)
    masked: dict[str, Any] = dict.fromkeys(maskable)
    return content._replace(**masked, redacted=True) if isinstance(content, Activity | Comment) else content
