"""`loften show`: one record with its whole history."""

import typer

from medborgarloften.cli import options as o, typed_words, writing
from medborgarloften.cli.context import Context
from medborgarloften.cli.find_record import record_of
from medborgarloften.domain.activity import Activity, Comment
from medborgarloften.domain.agreements import choose
from medborgarloften.domain.history import as_written
from medborgarloften.files.log.encode import view
from medborgarloften.render.answers import history, messages
from medborgarloften.render.words.voice import Voice


def command(ctx: typer.Context, identifier: o.Identifier, form: o.Format = None) -> None:
    context: Context = ctx.obj
    form = typed_words.one_of("--format", form or "text", o.ANSWERS)
    reading = writing.at_work(context)
    context.tell(*messages.losses(context.words, reading.health))
    ledger, record = reading.ledger, record_of(context, reading, identifier)
    if form == "json":
        from medborgarloften.render import to_json

        entries = [view(each) for each in as_written(ledger, record)]
        context.deliver(to_json.record(view(record), entries, void=record.id in ledger.voided))
        return
    content = record.content
    day = content.day if isinstance(content, Activity | Comment) else context.today
    agreement = choose(context.agreements, day)
    lines = history.lines(Voice(context.words, agreement), ledger, record, context.local)
    if context.columns:
        lines = history.wrapped(lines, context.width)
    context.print("\n".join(lines))
