"""One record in full: what it says now, and everything that was written of it, in order."""

import textwrap

from medborgarloften.domain import moments
from medborgarloften.domain.activity import (
    Acceptance,
    Activity,
    Amendment,
    Comment,
    Record,
    Redaction,
    Void,
)
from medborgarloften.domain.history import Ledger, as_written
from medborgarloften.domain.moments import Local
from medborgarloften.domain.promise import Agreement
from medborgarloften.render.answers import messages
from medborgarloften.render.words import phrases
from medborgarloften.render.words.wording import Words


def lines(words: Words, agreement: Agreement, ledger: Ledger, record: Record, local: Local) -> list[str]:
    """Return the record as it stands, its texts, and its history in local time: who wrote what and why."""
    void = record.id in ledger.voided
    about = ledger.dated.get(getattr(record.content, "of", ""), record)
    return [
        _said(words, agreement, record),
        *_texts(words, record),
        words.say("history.id", id=record.id),
        *([words.say("history.is_cancelled" if record.op == "plan" else "history.is_void")] if void else []),
        words.say("history.head"),
        *(
            _entry(words, each, local, _written(words, agreement, each, about))
            for each in as_written(ledger, record)
        ),
    ]


def wrapped(lines: list[str], width: int) -> list[str]:
    """Return lines for a terminal of so many columns: broken between words, and indented from there on."""
    return [
        part
        for line in lines
        for part in textwrap.wrap(
            line, width, subsequent_indent="    ", break_long_words=False, break_on_hyphens=False
        )
    ]


def _said(words: Words, agreement: Agreement, record: Record) -> str:
    content = record.content
    if isinstance(content, Activity):
        return phrases.activity_line(words, agreement, content)
    if isinstance(content, Comment):
        return phrases.comment(words, agreement, content)
    if isinstance(content, Acceptance):
        return words.say("history.loss", what=messages.loss(words, content, content.file))
    return words.say("history.of", id=content.of)


def _written(words: Words, agreement: Agreement, record: Record, of: Record) -> str:
    if isinstance(record.content, Activity | Comment):
        said = [_said(words, agreement, record), *_texts(words, record)]
        return words.say(f"history.{record.op}", what=". ".join(said))
    return _correction(words, agreement, record, of)


def _texts(words: Words, record: Record) -> list[str]:
    content = record.content
    if isinstance(content, Comment):
        judged = words.say(f"status.verdict.{content.verdict}") if content.verdict else None
        named = {"from": words.day(content.day), "verdict": judged, "text": content.text}
    elif isinstance(content, Activity):
        named = {**phrases.texts_beside(content)}
    else:
        return []
    shown = [words.say(f"history.{name}", text=text) for name, text in named.items() if text]
    return [*shown, words.say("status.masked")] if content.redacted else shown


def _entry(words: Words, record: Record, local: Local, what: str) -> str:
    at = moments.written(record.at, local)
    return words.say(
        "history.entry", at=at.replace(tzinfo=None).isoformat(" ", "minutes"), by=record.content.by, what=what
    )


def _correction(words: Words, agreement: Agreement, record: Record, of: Record) -> str:
    content = record.content
    if isinstance(content, Amendment):
        changes = "; ".join(_change(words, agreement, field, value) for field, value in content.changes)
        return words.say("history.amend", changes=changes, reason=content.reason)
    assert isinstance(content, Void | Redaction | Acceptance)
    return words.say(f"history.{phrases.correction(record, of)}", reason=content.reason)


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
