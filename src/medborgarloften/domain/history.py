"""What was written of every record, and what is in force of it now: corrected, and masked.

Nothing is judged here. Texts that nobody may see are taken out here, so that no view can show them.
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from itertools import chain
from typing import Any, NamedTuple

from medborgarloften.domain.activity import (
    MASKABLE,
    Activity,
    Amendment,
    Comment,
    Content,
    Record,
    Redaction,
    Void,
)
from medborgarloften.domain.masking import masked_content
from medborgarloften.domain.moments import stamp
from medborgarloften.domain.period import Period


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
        return {*self.dated, *(record.id for record in (*self.corrections, *self.acceptances))}


class Fold:
    """Gathers records in any order, from any files, any number of times; the ledger is the same.

    `encode` gives a record's bytes, which settle a conflict between two copies (smaller first).
    """

    def __init__(self, encode: Callable[[Record], bytes], known: date | None = None) -> None:
        """Start with an empty log; with `known`, what was written after that day in UTC is left out.

        Texts that were redacted are so whenever that was.
        """
        self._encode = encode
        self._latest = f"{known}T23:59:59.999Z" if known else None
        self._records: dict[str, Record] = {}
        self._copies: dict[str, list[Record]] = {}

    def add(self, records: Iterable[Record]) -> None:
        """Take records in; equal copies of one record are one."""
        known = self._records
        for record in records:
            if self._latest and record.at > self._latest and record.op != "redact":
                continue
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
        clean: set[Content] = set()  # looked at before: many records of a large log say the same
        for key, record in self._records.items():
            if record.content in clean:
                continue
            content = masked_content(record.content, vouched.get(key, ()))
            if content is record.content:
                clean.update(() if key in vouched else (content,))
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
    if isinstance(correction, Redaction):
        return _without(content, correction.fields)
    changes: dict[str, Any] = dict(correction.changes)
    return content._replace(**changes) if isinstance(content, Activity) else content


def _without(content: Content, fields: Iterable[str]) -> Content:
    """Return what a record says without the texts that were redacted; an amendment keeps no trace of them."""
    if isinstance(content, Amendment):
        changes = tuple((field, None if field in fields else value) for field, value in content.changes)
        return content._replace(changes=changes)
    if not isinstance(content, Activity | Comment):
        return content
    texts: dict[str, Any] = dict.fromkeys(set(MASKABLE).intersection(fields, content._fields))
    return content._replace(**texts, redacted=True)


# --- what was written, and when


def subject(record: Record) -> str:
    """Return the id of the record that one is about: the one it corrects, or itself."""
    of: str = getattr(record.content, "of", record.id)
    return of


def _corrections(ledger: Ledger, record: Record) -> list[Record]:
    return [each for each in ledger.corrections if subject(each) == record.id]


def newest(ledger: Ledger, record: Record) -> str:
    """Return the newest `at` in a record's history."""
    return max((record.at, *(each.at for each in _corrections(ledger, record))))


def as_written(ledger: Ledger, record: Record) -> list[Record]:
    """Return what was written of a record, in order: as it was at first, then every correction.

    A text that was redacted is nowhere in it, neither in the first line nor in an amendment.
    """
    corrections = _corrections(ledger, record)
    redactions = [each.content.fields for each in corrections if isinstance(each.content, Redaction)]
    entries = [ledger.originals.get(record.id, record), *corrections]
    if not redactions:
        return entries
    fields = {"redacted", *chain(*redactions)}
    return [entry._replace(content=_without(entry.content, fields)) for entry in entries]


def written_since(ledger: Ledger, period: Period, moment: datetime) -> list[Record]:
    """Return what is about days of a period and was written from a moment on, by (`at`, `id`).

    Corrections are among them; a record is about the day that it has now.
    """
    dated, first = ledger.dated, stamp(moment)
    belonging = {
        key
        for key, record in dated.items()
        if isinstance(content := record.content, Activity | Comment) and period.holds(content.day)
    }
    records = [record for record in (*dated.values(), *ledger.corrections) if record.at >= first]
    return sorted((r for r in records if subject(r) in belonging), key=lambda r: (r.at, r.id))
