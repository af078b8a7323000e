"""`loften log`: an activity, stored in seconds, and what it did to the promise."""

import typer

from medborgarloften.cli import options as o, writing
from medborgarloften.cli.context import Context
from medborgarloften.cli.draft import activity
from medborgarloften.cli.effect import say_effect, say_repeated
from medborgarloften.cli.find_record import plan_for
from medborgarloften.cli.reading import begin_anew, read_log
from medborgarloften.cli.typed_words import one_of
from medborgarloften.domain.activity import Activity, Record
from medborgarloften.domain.promise import Agreement
from medborgarloften.errors import LoftenError
from medborgarloften.files import workspace as workspaces
from medborgarloften.files.log.append import body_of
from medborgarloften.files.log.read import Reading
from medborgarloften.render.answers import messages
from medborgarloften.render.words.voice import Voice


@o.drafted(without=["no_approx"])
def command(ctx: typer.Context, draft: o.Draft, form: o.Format = None) -> None:
    context: Context = ctx.obj
    form = one_of("--format", form or "text", o.ANSWERS)
    agreement, content = activity(context, draft, writing.writer(context).label)
    first = context.workspace_or_none is None
    if first:
        context.adopt(workspaces.own(context.environ))
        begin_anew(context.workspace_or_example.folder)
    reading = writing.attempt(context, lambda: read_log(context))
    if draft.plan is not None and isinstance(reading, LoftenError):
        raise reading
    if isinstance(reading, Reading):
        plan = plan_for(context, content, reading, draft.plan, opt_out=draft.no_plan)
        content = content._replace(plan=plan)
    record = writing.new_record(context, "log", content)
    if first:
        _make_workspace(context, agreement, record, content)
    stored = writing.keep(
        context, record, _answer(context, agreement, record, reading), as_json=form == "json"
    )
    writing.follow(context, reading, stored, lambda: _say_more(context, agreement, record, reading, form))


def _make_workspace(context: Context, agreement: Agreement, record: Record, content: Activity) -> None:
    """Make the user's own workspace, once nothing about its first record can be refused, and say so."""
    body_of(record)
    workspaces.create_own(context.environ)
    context.tell("\n".join(messages.created(context.words, context.workspace_path, agreement, content)))


def _answer(context: Context, agreement: Agreement, record: Record, reading: Reading | LoftenError) -> str:
    """Return what is said once the record is stored."""
    shown = writing.shown_id(record, reading.ledger) if isinstance(reading, Reading) else record.id
    return messages.stored(Voice(context.words, agreement), record, shown)


def _say_more(
    context: Context, agreement: Agreement, record: Record, reading: Reading | LoftenError, form: o.Answer
) -> None:
    """Add how the promise stands now, and what else the coordinator should know."""
    assert isinstance(reading, Reading)
    voice, ledger = Voice(context.words, agreement), reading.ledger
    ledger.activities[record.id] = record
    if form != "json":
        writing.add(context, messages.fulfilled(voice, ledger, record))
        say_effect(context, record, ledger)
    if not say_repeated(context, record, ledger):
        context.tell(*messages.overlaps(voice, ledger, record))
