"""`loften void`: a record that no longer counts; a plan that is cancelled. Final."""

import typer

from medborgarloften.cli import options as o, writing
from medborgarloften.cli.context import Context
from medborgarloften.cli.corrections import corrected, effect_of, reason_of, refuse_void, target
from medborgarloften.cli.find_record import record_of
from medborgarloften.domain.activity import Record, Void
from medborgarloften.domain.history import newest
from medborgarloften.errors import Finding, UsageError
from medborgarloften.files.log.read import Reading


def command(
    ctx: typer.Context,
    identifier: o.Identifier,
    reason: o.Reason = None,
    not_personal: o.NotPersonal = False,
) -> None:
    context: Context = ctx.obj
    reading = writing.at_work(context)
    record = record_of(context, reading, identifier)
    _refuse(context, reading, record, identifier)
    plan = record.op == "plan"
    why = reason_of("cancel.no_reason" if plan else "void.no_reason", reason, not_personal=not_personal)
    content = Void(writing.writer(context).label, record.id, why, not_personal)
    void = writing.new_record(context, "void", content, after=newest(reading.ledger, record))
    answer = corrected(context, "log.cancelled" if plan else "log.voided", record, reading)
    stored = writing.keep(context, void, answer)
    for records in (reading.ledger.activities, reading.ledger.plans, reading.ledger.comments):
        records.pop(record.id, None)
    writing.follow(context, reading, stored, lambda: effect_of(context, record, reading.ledger))


def _refuse(context: Context, reading: Reading, record: Record, identifier: str) -> None:
    """Raise `UsageError` for what cannot be voided."""
    refuse_void(context, record, reading.ledger)
    if record.op == "accept":
        raise UsageError(Finding("accept.final", {"word": identifier}))
    if record.op not in ("log", "plan", "comment"):
        facts = {"word": identifier, "what": target(context, record, reading.ledger)}
        raise UsageError(Finding("void.correction", facts))
