"""One record on its way into the log, for every command that writes one; what it says is made elsewhere."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeVar

from medborgarloften.cli.context import Context
from medborgarloften.cli.reading import read_log, remember_stored
from medborgarloften.domain.activity import Content, Record
from medborgarloften.domain.history import Ledger
from medborgarloften.domain.ids import ending, new_id
from medborgarloften.domain.moments import stamp
from medborgarloften.domain.privacy import holds_identity_number
from medborgarloften.errors import Finding, LoftenError, PersonalDataError
from medborgarloften.files.log.append import append
from medborgarloften.files.log.decode import LATEST
from medborgarloften.files.log.encode import view
from medborgarloften.files.log.read import Reading
from medborgarloften.files.log.writer import Writer, this_writer
from medborgarloften.render.answers import messages

_Done = TypeVar("_Done")


def writer(context: Context) -> Writer:
    """Return this writer on this machine. Raises `PersonalDataError` for a label that is a person’s."""
    this = this_writer(context.environ)
    if holds_identity_number(this.label):
        raise PersonalDataError(Finding("personal.writer"))
    return this


def at_work(context: Context) -> Reading:
    """Return the log of the workspace. Raises `DataError` where there is none."""
    return read_log(context, context.workspace)


def attempt(context: Context, work: Callable[[], _Done]) -> _Done | LoftenError:
    """Do work that a record does not depend on; return its error, so that the record is stored anyway."""
    try:
        return work()
    except LoftenError as error:
        return error
    except Exception as error:
        if context.environ.get("LOFTEN_DEBUG"):
            raise
        return context.unexpected(error)


def new_record(context: Context, op: str, content: Content, after: str = "") -> Record:
    """Make a record of now; its `at` is later than `after`, the newest one of what it corrects."""
    now = context.now()
    at = stamp(now)
    identifier = new_id(int(now.timestamp() * 1000), context.entropy(10))
    return Record(identifier, at if at > after else _later(after), op, content)


def _later(at: str) -> str:
    """Return the time one millisecond after `at`; the latest one that a record may have stays."""
    return at if at == LATEST else stamp(datetime.fromisoformat(at) + timedelta(milliseconds=1))


def shown_id(record: Record, ledger: Ledger) -> str:
    """Return the ending by which people know the record."""
    return ending(record.id, ledger.ids)


def keep(context: Context, record: Record, answer: str, *, as_json: bool = False) -> str:
    """Store the record and say so; `answer` is made before, since nothing may fail in between.

    Returns the `sum` that it is stored with. Raises `StorageError`, and `UsageError` for a record that is
    too long.
    """
    stored = append(context.workspace.log / writer(context).file, record)
    try:
        if as_json:
            context.deliver(json.dumps({**view(record), "sum": stored}, ensure_ascii=False))
        else:
            context.print(answer)
    except OSError:
        context.mute()
        context.tell(context.words.say("log.stored_unsaid", id=record.id))
    return stored


def follow(context: Context, reading: Reading | LoftenError, stored: str, work: Callable[[], object]) -> None:
    """Do what comes after a stored record; where that fails, only say so: the record is safe."""
    outcome: object = reading
    if isinstance(reading, Reading):
        remember_stored(context, writer(context).file, stored, reading)
        outcome = attempt(context, work)
        context.tell(*messages.losses(context.words, reading.health))
    if isinstance(outcome, LoftenError):
        from medborgarloften.render.words import errors

        context.tell(context.words.say("log.effect_unknown"), errors.text(context.words, outcome))


def add(context: Context, lines: list[str]) -> None:
    """Print more about a record that is stored and confirmed; that nobody takes it is no failure."""
    try:
        context.print("\n".join(lines)) if lines else None
    except OSError:
        context.mute()
