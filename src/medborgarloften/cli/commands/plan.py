"""`loften plan`: an activity that is booked."""

import typer

from medborgarloften.cli import options as o, writing
from medborgarloften.cli.context import Context
from medborgarloften.cli.draft import activity
from medborgarloften.cli.effect import say_effect, say_repeated
from medborgarloften.domain.activity import Record
from medborgarloften.domain.history import Ledger
from medborgarloften.render.answers import messages
from medborgarloften.render.words.voice import Voice


@o.drafted(first=["kinds", "date"], without=[*o.OF_LOG, "source"])
def command(ctx: typer.Context, draft: o.Draft) -> None:
    context: Context = ctx.obj
    reading = writing.at_work(context)
    agreement, content = activity(context, draft, writing.writer(context).label, planned=True)
    record = writing.new_record(context, "plan", content)
    shown = writing.shown_id(record, reading.ledger)
    answer = messages.stored(Voice(context.words, agreement), record, shown)
    stored = writing.keep(context, record, answer)
    reading.ledger.plans[record.id] = record
    writing.follow(context, reading, stored, lambda: _say_more(context, record, reading.ledger))


def _say_more(context: Context, record: Record, ledger: Ledger) -> None:
    """Add how the promise stands with what is booked, and whether it was booked already."""
    say_effect(context, record, ledger)
    say_repeated(context, record, ledger)
