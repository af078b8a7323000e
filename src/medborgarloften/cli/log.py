"""`loften log`: an activity, stored in seconds, and what it did to the promise."""

import json
import os
from datetime import timedelta

import typer

from medborgarloften.cli import options as o
from medborgarloften.cli.context import Context
from medborgarloften.cli.draft import Draft, activity
from medborgarloften.cli.resolve import one_of
from medborgarloften.cli.view import read_log
from medborgarloften.domain.activity import Activity, Record
from medborgarloften.domain.ids import ending, new_id
from medborgarloften.domain.overview import covering
from medborgarloften.domain.progress import Days, activity as activity_of, judge
from medborgarloften.domain.promise import Agreement
from medborgarloften.errors import LoftenError
from medborgarloften.files import workspace as places
from medborgarloften.files.append import append
from medborgarloften.files.lines import view
from medborgarloften.files.log import Reading
from medborgarloften.render import to_text


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
    reading = _reading(context)
    record = _record(context, content)
    append(context.shown.log / file, record)
    shown_id = ending(record.id, reading.ledger.ids) if isinstance(reading, Reading) else record.id
    if form == "json":
        _confirm(context, record, json.dumps(view(record), ensure_ascii=False))
    else:
        _confirm(context, record, to_text.stored(context.words, agreement, record, shown_id))
    if created:
        context.tell(context.words.say("log.created", folder=str(context.shown.folder)))
    if isinstance(reading, Reading):
        _say_what_it_did(context, agreement, record, reading, quiet=form == "json")
    else:
        context.tell(context.words.say("log.effect_unknown"))
        context.tell(context.words.error(reading))


def _workspace_at_hand(context: Context) -> bool:
    """Make the user's own workspace where there is none yet."""
    if context.found is not None:
        return False
    context.use(places.create_own())
    return True


def _reading(context: Context) -> Reading | LoftenError:
    """Read the log; that it cannot be read is no reason not to store the record."""
    try:
        return read_log(context)
    except LoftenError as error:
        return error


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
        lines = to_text.effects(words, agreement, judge(agreement, ledger, days), record)
        context.print("\n".join(lines)) if lines else None
    notice = to_text.overlap(words, agreement, ledger, record)
    for line in ([notice] if notice else []) + to_text.losses(words, reading.health):
        context.tell(line)
