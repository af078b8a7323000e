"""`loften amend`: what was logged wrongly, corrected without losing the trace."""

from typing import Annotated

import typer

from medborgarloften.cli import options as o, writing
from medborgarloften.cli.context import Context
from medborgarloften.cli.corrections import corrected, described, effect_of, reason_of, refuse_void, target
from medborgarloften.cli.draft import amended
from medborgarloften.cli.find_record import plan_for, record_of
from medborgarloften.cli.typed_words import alone
from medborgarloften.domain.activity import AMENDABLE, Activity, Amendment, Comment, Record
from medborgarloften.domain.history import newest
from medborgarloften.domain.judging.counting import activity
from medborgarloften.errors import Finding, UsageError
from medborgarloften.files.log.read import Reading

_Kinds = Annotated[list[str] | None, typer.Option("--kind", metavar="KIND")]


@o.drafted(kinds=_Kinds)
def command(*, ctx: typer.Context, identifier: o.Identifier, reason: o.Reason = None, draft: o.Draft) -> None:
    context: Context = ctx.obj
    reading = writing.at_work(context)
    ledger = reading.ledger
    record, base = _activity_of(context, reading, identifier)
    if draft.approx:
        alone("--approx", {"--no-approx": draft.no_approx})
    if record.op == "plan":
        _refuse_of_log(draft)
    _, content = amended(context, draft, base, planned=record.op == "plan")
    if draft.plan is not None or draft.no_plan:
        others = ledger._replace(activities={**ledger.activities, record.id: _unlinked(record)})
        link = plan_for(context, content, reading._replace(ledger=others), draft.plan, opt_out=draft.no_plan)
        content = content._replace(plan=link)
    changes = tuple((f, getattr(content, f)) for f in AMENDABLE if getattr(content, f) != getattr(base, f))
    if not changes:
        raise UsageError(Finding("amend.nothing", {"what": described(context, record)}))
    why = reason_of("amend.no_reason", reason, not_personal=draft.not_personal)
    amendment = Amendment(writing.writer(context).label, record.id, changes, why, draft.not_personal)
    after = record._replace(content=content)
    written = writing.new_record(context, "amend", amendment, after=newest(ledger, record))
    stored = writing.keep(context, written, corrected(context, "log.amended", after, reading))
    (ledger.activities if record.op == "log" else ledger.plans)[record.id] = after
    writing.follow(context, reading, stored, lambda: effect_of(context, after, ledger))


def _refuse_of_log(draft: o.Draft) -> None:
    """Raise `UsageError` for an option that says nothing of what is booked."""
    for name in o.OF_LOG:
        if getattr(draft, name) not in (None, False):
            raise UsageError(Finding("amend.booked", {"option": f"--{name.replace('_', '-')}"}))


def _unlinked(record: Record) -> Record:
    """Return a record that fulfils no plan, so that its own plan is open to it."""
    return record._replace(content=activity(record)._replace(plan=None))


def _activity_of(context: Context, reading: Reading, word: str) -> tuple[Record, Activity]:
    """Return the activity or plan to amend. Raises `UsageError` for what cannot be amended."""
    record = record_of(context, reading, word)
    refuse_void(context, record, reading.ledger)
    if record.op == "accept":
        raise UsageError(Finding("accept.final", {"word": word}))
    if isinstance(record.content, Comment):
        raise UsageError(Finding("amend.comment", {"what": described(context, record)}))
    if not isinstance(record.content, Activity):
        facts = {"word": word, "what": target(context, record, reading.ledger)}
        raise UsageError(Finding("amend.correction", facts))
    if record.content.redacted:
        raise UsageError(Finding("amend.redacted", {"what": described(context, record)}))
    return record, record.content
