"""`loften log`: an activity, stored in seconds, and what it did to the promise."""

import json
import os
from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

import typer

from medborgarloften.cli import options as o
from medborgarloften.cli.context import Context
from medborgarloften.cli.draft import Draft, activity
from medborgarloften.cli.resolve import one_of
from medborgarloften.cli.view import read_log, remember_stored
from medborgarloften.domain.activity import Activity, Record
from medborgarloften.domain.ids import ending, new_id
from medborgarloften.domain.overview import covering
from medborgarloften.domain.progress import Days, activity as activity_of, judge
from medborgarloften.domain.promise import Agreement
from medborgarloften.errors import Finding, LoftenError, StorageError
from medborgarloften.files import workspace as places
from medborgarloften.files.append import append
from medborgarloften.files.lines import view
from medborgarloften.files.log import Reading
from medborgarloften.render import to_text

_Done = TypeVar("_Done")


def command(  # noqa: PLR0913, PLR0917, D103 - each is an option; the catalogue has the help
    ctx: typer.Context,
    kinds: o.Kinds = None,
    areas: o.Areas = None,
    date: o.Day = None,
    period: o.Period = None,
    until: o.Until = None,
    parties: o.Parties = None,
    tags: o.Tags = None,
    count: o.Count = None,
    approx: o.Approx = False,  # noqa: FBT002 - a flag of the command line
    quantities: o.Quantities = None,
    note: o.Note = None,
    ref: o.Ref = None,
    source: o.Source = None,
    form: o.Format = None,
) -> None:
    context: Context = ctx.obj
    one_of("--format", form or "text", ["text", "json"])
    draft = Draft(
        kinds or (),
        areas or (),
        date,
        period,
        until,
        parties or (),
        tags or (),
        count,
        approx,
        quantities or (),
        note,
        ref,
        source,
    )
    label, file = places.writer(context.environ)
    agreement, content = activity(context, draft, label)
    created = _workspace_at_hand(context)
    reading = _attempt(context, lambda: read_log(context))
    record = _record(context, content)
    answer = _answer(context, agreement, record, reading)
    stored = append(context.shown.log / file, record)
    if form == "json":
        answer = json.dumps({**view(record), "sum": stored}, ensure_ascii=False)
    _confirm(context, record, answer)
    if created:
        context.tell(context.words.say("log.created", folder=str(context.shown.folder)))
    problem = reading if isinstance(reading, LoftenError) else None
    if isinstance(reading, Reading):
        remember_stored(context, file, stored, reading.health)
        problem = _attempt(
            context, lambda: _say_what_it_did(context, agreement, record, reading, quiet=form == "json")
        )
    if problem:
        context.tell(context.words.say("log.effect_unknown"))
        context.tell(context.words.error(problem))


def _workspace_at_hand(context: Context) -> bool:
    """Make the user's own workspace where there is none yet."""
    if context.found is not None:
        return False
    context.use(places.create_own())
    return True


def _attempt(context: Context, work: Callable[[], _Done]) -> _Done | LoftenError:
    """Do what the record does not depend on: that it fails is a reason to say so, not to lose the record."""
    try:
        return work()
    except LoftenError as error:
        return error
    except Exception as error:
        if context.environ.get("LOFTEN_DEBUG"):
            raise
        return StorageError(Finding("internal", {"kind": type(error).__name__}))


def _answer(context: Context, agreement: Agreement, record: Record, reading: Reading | LoftenError) -> str:
    """Return what is said once the record is stored; made before, since nothing may fail in between."""
    shown_id = ending(record.id, reading.ledger.ids) if isinstance(reading, Reading) else record.id
    return to_text.stored(context.words, agreement, record, shown_id)


def _record(context: Context, content: Activity) -> Record:
    now = context.now()
    stamp = now.strftime("%Y-%m-%dT%H:%M:%S.") + f"{now.microsecond // 1000:03d}Z"
    return Record(new_id(int(now.timestamp() * 1000), os.urandom(10)), stamp, "log", content)


def _confirm(context: Context, record: Record, text: str) -> None:
    """Say what was stored; the record is safe, so that an answer which cannot be written is no failure."""
    try:
        context.deliver(text) if text.startswith("{") else context.print(text)
    except OSError:
        context.mute()
        context.tell(context.words.say("log.stored_unsaid", id=record.id))


def _add(context: Context, lines: list[str]) -> None:
    """Print more about a record that is stored and confirmed; that nobody takes it is no failure."""
    try:
        context.print("\n".join(lines)) if lines else None
    except OSError:
        context.mute()


def _say_what_it_did(
    context: Context, agreement: Agreement, record: Record, reading: Reading, *, quiet: bool
) -> None:
    """Add how the promise stands now, and what else the coordinator should know."""
    words, content = context.words, activity_of(record)
    ledger = reading.ledger
    ledger.activities[record.id] = record
    if covering(context.agreements, content.day) is None:
        context.tell(words.say("log.uncovered", day=content.day))
    elif not quiet:
        last = agreement.period.last
        days = Days(min(context.today, last), min(context.today - timedelta(days=1), last))
        _add(context, to_text.effects(words, agreement, judge(agreement, ledger, days), record))
    notice = to_text.overlap(words, agreement, ledger, record)
    for line in ([notice] if notice else []) + to_text.losses(words, reading.health):
        context.tell(line)
