"""`loften amend`: what was logged wrongly, corrected without losing the trace."""

from typing import Annotated

import typer

from medborgarloften.cli import options as o, writing
from medborgarloften.cli.context import Context
from medborgarloften.cli.corrections import (
    corrected,
    described,
    effect_of,
    newest,
    reason_of,
    refuse_void,
    target,
)
from medborgarloften.cli.draft import Draft, amended
from medborgarloften.cli.find_record import plan_for, record_of
from medborgarloften.cli.typed_words import alone
from medborgarloften.domain.activity import Activity, Amendment, Comment, Record
from medborgarloften.domain.judging.counting import activity
from medborgarloften.errors import Finding, UsageError
from medborgarloften.files.log.read import Reading

_FIELDS = tuple(
    field for field in Activity._fields if field not in ("by", "redacted", "not_personal", "extra")
)


def command(  # noqa: PLR0913, PLR0917, D103 - each is an option; the catalogue has the help
    ctx: typer.Context,
    identifier: o.Identifier,
    reason: o.Reason = None,
    kinds: Annotated[list[str] | None, typer.Option("--kind", metavar="KIND")] = None,
    areas: o.Areas = None,
    date: o.Day = None,
    period: o.Period = None,
    until: o.Until = None,
    parties: o.Parties = None,
    tags: o.Tags = None,
    count: o.Count = None,
    approx: o.Approx = False,  # noqa: FBT002 - a flag of the command line
    no_approx: Annotated[bool, typer.Option("--no-approx")] = False,  # noqa: FBT002 - as above
    quantities: o.Quantities = None,
    note: o.Note = None,
    ref: o.Ref = None,
    source: o.Source = None,
    plan: Annotated[str | None, typer.Option("--plan", metavar="ID")] = None,
    no_plan: Annotated[bool, typer.Option("--no-plan")] = False,  # noqa: FBT002 - a flag of the command line
    not_personal: o.NotPersonal = False,  # noqa: FBT002 - a flag of the command line
) -> None:
    context: Context = ctx.obj
    reading = writing.at_work(context)
    ledger = reading.ledger
    record, base = _activity_of(context, reading, identifier)
    said = (note, ref, source, not_personal)
    about = _about(approx=approx, no_approx=no_approx)
    draft = Draft(kinds, areas, date, period, until, parties, tags, count, about, quantities, *said)
    if record.op == "plan":
        of_log = {"--period": period, "--until": until, "--approx": approx, "--no-approx": no_approx}
        _refuse_of_log({**of_log, "--plan": plan, "--no-plan": no_plan})
    _, content = amended(context, draft, base, planned=record.op == "plan")
    if plan is not None or no_plan:
        others = ledger._replace(activities={**ledger.activities, record.id: _unlinked(record)})
        link = plan_for(context, content, reading._replace(ledger=others), plan, opt_out=no_plan)
        content = content._replace(plan=link)
    changes = tuple((f, getattr(content, f)) for f in _FIELDS if getattr(content, f) != getattr(base, f))
    if not changes:
        raise UsageError(Finding("amend.nothing", {"what": described(context, record)}))
    why = reason_of("amend.no_reason", reason, not_personal=not_personal)
    amendment = Amendment(writing.writer(context).label, record.id, changes, why, not_personal)
    after = record._replace(content=content)
    written = writing.new_record(context, "amend", amendment, after=newest(ledger, record))
    stored = writing.keep(context, written, corrected(context, "log.amended", after, reading))
    (ledger.activities if record.op == "log" else ledger.plans)[record.id] = after
    writing.follow(context, reading, stored, lambda: effect_of(context, after, ledger))


def _about(*, approx: bool, no_approx: bool) -> bool | None:
    """Return whether the number shall be approximate; None where it stays as it is. Raises `UsageError`."""
    if approx:
        alone("--approx", {"--no-approx": no_approx})
    return approx or (False if no_approx else None)


def _refuse_of_log(options: dict[str, str | bool | None]) -> None:
    """Raise `UsageError` for an option that says nothing of what is booked."""
    for option, value in options.items():
        if value not in (None, False):
            raise UsageError(Finding("amend.booked", {"option": option}))


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
