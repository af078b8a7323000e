"""One record in full: what it says now, and everything that was written of it, in order."""

from medborgarloften.domain.activity import (
    Activity,
    Amendment,
    Comment,
    Ledger,
    Record,
    Redaction,
    Void,
)
from medborgarloften.domain.promise import Agreement
from medborgarloften.render import phrases
from medborgarloften.render.wording import Words


def lines(
    words: Words, agreement: Agreement, record: Record, corrections: list[Record], ledger: Ledger
) -> list[str]:
    """Return the record as it stands, its texts, and its history: who wrote what, when and why."""
    original = ledger.originals.get(record.id, record)
    return [
        _said(words, agreement, record),
        *_texts(words, record),
        words.say("history.id", id=record.id),
        *([words.say("history.is_void")] if record.id in ledger.voided else []),
        words.say("history.head"),
        _entry(words, original, _written(words, agreement, original)),
        *(_entry(words, each, _correction(words, agreement, each)) for each in corrections),
    ]


def _said(words: Words, agreement: Agreement, record: Record) -> str:
    content = record.content
    if isinstance(content, Activity):
        return phrases.activity_line(words, agreement, content)
    if isinstance(content, Comment):
        return words.say("status.op.comment", what=content.promise)
    return words.say("history.of", id=content.of)


def _written(words: Words, agreement: Agreement, record: Record) -> str:
    if isinstance(record.content, Activity | Comment):
        return words.say(f"history.{record.op}", what=_said(words, agreement, record))
    return _correction(words, agreement, record)


def _texts(words: Words, record: Record) -> list[str]:
    content = record.content
    if isinstance(content, Comment):
        named = [("text", content.text)]
    elif isinstance(content, Activity):
        named = [(name, getattr(content, name)) for name in ("note", "ref", "source")]
    else:
        return []
    shown = [words.say(f"history.{name}", text=text) for name, text in named if text]
    return [*shown, words.say("status.masked")] if content.redacted else shown


def _entry(words: Words, record: Record, what: str) -> str:
    at = record.at[:16].replace("T", " ")
    return words.say("history.entry", at=at, by=record.content.by, what=what)


def _correction(words: Words, agreement: Agreement, record: Record) -> str:
    content = record.content
    if isinstance(content, Amendment):
        changes = "; ".join(_change(words, agreement, field, value) for field, value in content.changes)
        return words.say("history.amend", changes=changes, reason=content.reason)
    assert isinstance(content, Void | Redaction)
    return words.say(f"history.{record.op}", reason=content.reason)


def _change(words: Words, agreement: Agreement, field: str, value: object) -> str:
    """Return a field with its new value, in words."""
    name = words.say(f"history.field.{field}") if words.says(f"history.field.{field}") else field
    return words.say("history.change", field=name, value=_value(words, agreement, field, value))


def _value(words: Words, agreement: Agreement, field: str, value: object) -> str:
    if value is None or value == ():
        return words.say("history.cleared")
    if isinstance(value, bool):
        return words.say("history.yes" if value else "history.no")
    if isinstance(value, tuple) and field == "quantities":
        return words.both(phrases.quantity(words, agreement, key, number) for key, number in value)
    if isinstance(value, tuple):
        names = {"areas": phrases.area_name, "parties": phrases.party_name, "tags": phrases.tag_name}
        name = names.get(field, phrases.kind_name)
        return words.both(name(words, agreement, key) for key in value)
    return words.fact(value)
