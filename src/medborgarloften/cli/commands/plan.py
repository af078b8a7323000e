"""`loften plan`: an activity that is booked."""

import typer

from medborgarloften.cli import options as o, writing
from medborgarloften.cli.context import Context
from medborgarloften.cli.draft import Draft, activity
from medborgarloften.cli.effect import say_effect, say_repeated
from medborgarloften.domain.activity import Ledger, Record
from medborgarloften.render.answers import messages


def command(  # noqa: PLR0913, PLR0917, D103 - each is an option; the catalogue has the help
    ctx: typer.Context,
    kinds: o.Kinds = None,
    date: o.Day = None,
    areas: o.Areas = None,
    parties: o.Parties = None,
    tags: o.Tags = None,
    count: o.Count = None,
    quantities: o.Quantities = None,
    note: o.Note = None,
    ref: o.Ref = None,
    not_personal: o.NotPersonal = False,  # noqa: FBT002 - a flag of the command line
) -> None:
    context: Context = ctx.obj
    reading = writing.at_work(context)
    draft = Draft(
        kinds=kinds,
        areas=areas,
        date=date,
        parties=parties,
        tags=tags,
        count=count,
        quantities=quantities,
        note=note,
        ref=ref,
        not_personal=not_personal,
    )
    agreement, content = activity(context, draft, writing.writer(context).label, planned=True)
    record = writing.new_record(context, "plan", content)
    shown = writing.shown_id(record, reading.ledger)
    stored = writing.keep(context, record, messages.booked(context.words, agreement, record, shown))
    reading.ledger.plans[record.id] = record
    writing.follow(context, reading, stored, lambda: _say_more(context, record, reading.ledger))


def _say_more(context: Context, record: Record, ledger: Ledger) -> None:
    """Add how the promise stands with what is booked, and whether it was booked already."""
    say_effect(context, record, ledger)
    say_repeated(context, record, ledger)
