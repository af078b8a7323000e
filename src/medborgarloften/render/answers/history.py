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
from medborgarloften.render.answers import messages
from medborgarloften.render.words import phrases
from medborgarloften.render.words.voice import Voice, texts_beside
from medborgarloften.render.words.wording import Words


def lines(voice: Voice, ledger: Ledger, record: Record, local: Local) -> list[str]:
    """Return the record as it stands, its texts, and its history in local time: who wrote what and why."""
    void = record.id in ledger.voided
    about = ledger.dated.get(getattr(record.content, "of", ""), record)
    return [
        _summary(voice, record),
        *_texts(voice, record),
        voice.say("history.id", id=record.id),
        *([voice.say("history.is_cancelled" if record.op == "plan" else "history.is_void")] if void else []),
        voice.say("history.head"),
        *(_entry(voice, line, local, _written(voice, line, about)) for line in as_written(ledger, record)),
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


def _summary(voice: Voice, record: Record) -> str:
    content = record.content
    if isinstance(content, Activity):
        return voice.activity_line(content)
    if isinstance(content, Comment):
        return phrases.comment(voice, content)
    if isinstance(content, Acceptance):
        return voice.say("history.loss", what=messages.loss(voice, content, content.file))
    return voice.say("history.of", id=content.of)


def _written(voice: Voice, record: Record, of: Record) -> str:
    if isinstance(record.content, Activity | Comment):
        sentences = [_summary(voice, record), *_texts(voice, record)]
        return voice.say(f"history.{record.op}", what=". ".join(sentences))
    return _correction(voice, record, of)


def _texts(words: Words, record: Record) -> list[str]:
    content = record.content
    if isinstance(content, Comment):
        verdict = words.say(f"status.verdict.{content.verdict}") if content.verdict else None
        named = {"from": words.day(content.day), "verdict": verdict, "text": content.text}
    elif isinstance(content, Activity):
        named = {**texts_beside(content)}
    else:
        return []
    lines = [words.say(f"history.{name}", text=text) for name, text in named.items() if text]
    return [*lines, words.say("status.masked")] if content.redacted else lines


def _entry(words: Words, record: Record, local: Local, what: str) -> str:
    at = moments.written(record.at, local)
    return words.say(
        "history.entry", at=at.replace(tzinfo=None).isoformat(" ", "minutes"), by=record.content.by, what=what
    )


def _correction(voice: Voice, record: Record, of: Record) -> str:
    content = record.content
    if isinstance(content, Amendment):
        changes = "; ".join(_change(voice, field, value) for field, value in content.changes)
        return voice.say("history.amend", changes=changes, reason=content.reason)
    assert isinstance(content, Void | Redaction | Acceptance)
    return voice.say(f"history.{phrases.correction(record, of)}", reason=content.reason)


def _change(voice: Voice, field: str, value: object) -> str:
    """Return a field with its new value, in words."""
    name = voice.say(f"history.field.{field}") if voice.says(f"history.field.{field}") else field
    return voice.say("history.change", field=name, value=_value(voice, field, value))


def _value(voice: Voice, field: str, value: object) -> str:
    if value is None or value == ():
        return voice.say("history.cleared")
    if isinstance(value, bool):
        return voice.say("history.yes" if value else "history.no")
    if isinstance(value, tuple) and field == "quantities":
        return voice.both(voice.quantity(key, number) for key, number in value)
    if isinstance(value, tuple):
        names = {"areas": voice.area, "parties": voice.party, "tags": voice.tag}
        return voice.both(map(names.get(field, voice.kind), value))
    return voice.fact(value)
