"""Records that the user means: by the ending of an id, by `last`, or as the plan that fits; changes none."""

import re
from datetime import date

from medborgarloften.cli.context import Context
from medborgarloften.cli.corrections import described
from medborgarloften.cli.typed_words import alone
from medborgarloften.cli.writing import shown_id, writer
from medborgarloften.domain.activity import Activity, Record
from medborgarloften.domain.history import Ledger
from medborgarloften.domain.ids import SHORTEST, ending
from medborgarloften.domain.judging.counting import activity
from medborgarloften.domain.judging.promises import open_plans
from medborgarloften.errors import Finding, UsageError
from medborgarloften.files.log.read import Reading

LAST = "last"
_ENDING = re.compile(r"[0-9a-f-]+")


def record_of(context: Context, reading: Reading, word: str) -> Record:
    """Return the record that an id's ending, or `last`, means, of whatever sort. Raises `UsageError`."""
    ledger, wanted = reading.ledger, word.strip().casefold()
    if wanted == LAST:
        return _last(context, reading)
    if len(wanted) < SHORTEST or not _ENDING.fullmatch(wanted):
        raise UsageError(Finding("id.form", {"word": word}))
    undated = {record.id: record for record in (*ledger.corrections, *ledger.acceptances)}
    records = {**ledger.dated, **undated}
    matching = [identifier for identifier in records if identifier.endswith(wanted)]
    if len(matching) > 1:
        longer = [ending(identifier, records) for identifier in matching]
        raise UsageError(Finding("id.several", {"word": word, "nearest": sorted(longer)[:5]}))
    if not matching:
        raise UsageError(Finding("id.unknown", {"word": word}))
    return records[matching[0]]


def _last(context: Context, reading: Reading) -> Record:
    """Return the last record in the writer's own file; a label may write on several machines.

    Whatever the clock said: a line that cannot be read may have been the last one.
    """
    label, file = writer(context)
    key, line = reading.last or ("", 0)
    for trouble in reading.health.of("damaged", "newer", "unreadable"):
        if trouble.file == file and (trouble.line or line) >= line:
            raise UsageError(Finding("id.last_unreadable", {"file": file, "line": trouble.line or line}))
    record = reading.ledger.dated.get(key)
    if record is None:
        raise UsageError(Finding("id.no_last", {"label": label}))
    return record


def plan_for(
    context: Context, content: Activity, reading: Reading, asked: str | None, *, opt_out: bool
) -> str | None:
    """Return the id of the plan that an activity fulfils: the one asked for, else the only one that fits.

    Raises `UsageError` where the one asked for is none that can be fulfilled, or where several fit.
    """
    if asked is not None:
        alone("--plan", {"--no-plan": opt_out})
    if opt_out:
        return None
    waiting = {record.id: record for record in open_plans(reading.ledger, date.max)}
    if asked is not None:
        return _asked(context, content, reading, waiting, asked)
    fitting = [record for record in waiting.values() if _fits(activity(record), content)]
    if len(fitting) > 1:
        raise UsageError(Finding("plan.several", {"plans": _listed(context, reading.ledger, fitting)}))
    return fitting[0].id if fitting else None


def _asked(
    context: Context, content: Activity, reading: Reading, waiting: dict[str, Record], asked: str
) -> str:
    ledger = reading.ledger
    record = record_of(context, reading, asked)
    if record.op != "plan":
        raise UsageError(Finding("plan.none", {"word": asked}))
    if record.id in ledger.voided:
        raise UsageError(Finding("plan.void", {"word": asked}))
    if record.id not in waiting:
        raise UsageError(Finding("plan.fulfilled", {"word": asked}))
    if set(activity(record).kinds) != set(content.kinds):
        raise UsageError(Finding("plan.kinds", {"plans": _listed(context, ledger, [record])}))
    return record.id


def _fits(plan: Activity, content: Activity) -> bool:
    """Say whether a plan has the same day and kinds as an activity, and areas that do not tell them apart.

    A figure of several days is no planned occasion.
    """
    return (
        plan.day == content.day == content.last
        and set(plan.kinds) == set(content.kinds)
        and not (plan.areas and content.areas and set(plan.areas).isdisjoint(content.areas))
    )


def _listed(context: Context, ledger: Ledger, plans: list[Record]) -> str:
    """Return plans in words, each with its id."""
    return ", ".join(f"{shown_id(record, ledger)} ({described(context, record)})" for record in plans)
