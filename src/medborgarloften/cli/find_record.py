"""Records that a command is told about: by the ending of an id, by `last`, or as the plan that fits."""

import re
from datetime import date

from medborgarloften.cli.context import Context
from medborgarloften.cli.typed_words import alone
from medborgarloften.cli.writing import writer
from medborgarloften.domain.activity import Activity, Record
from medborgarloften.domain.agreements import choose
from medborgarloften.domain.history import Ledger
from medborgarloften.domain.ids import SHORTEST, ending
from medborgarloften.domain.judging.counting import activity
from medborgarloften.domain.judging.promises import open_plans
from medborgarloften.errors import Finding, UsageError
from medborgarloften.files.log.read import Reading
from medborgarloften.render.words.phrases import activity_line

LAST = "last"
_ENDING = re.compile(r"[0-9a-f-]+")


def record_of(context: Context, reading: Reading, word: str) -> Record:
    """Return the record that an id's ending, or `last`, means, of whatever sort. Raises `UsageError`."""
    ledger = reading.ledger
    dated = ledger.dated
    if word.strip().casefold() == LAST:
        return _last(context, reading)
    wanted = word.strip().casefold()
    if len(wanted) < SHORTEST or not _ENDING.fullmatch(wanted):
        raise UsageError(Finding("id.form", {"word": word}))
    others = (*ledger.corrections, *ledger.acceptances)
    every = {**dated, **{record.id: record for record in others}}
    found = [record for key, record in every.items() if key.endswith(wanted)]
    if len(found) > 1:
        longer = [ending(record.id, every) for record in found]
        raise UsageError(Finding("id.several", {"word": word, "nearest": sorted(longer)[:5]}))
    if not found:
        raise UsageError(Finding("id.unknown", {"word": word}))
    return found[0]


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
    lines = []
    for record in plans:
        agreement = choose(context.agreements, activity(record).day)
        line = activity_line(context.words, agreement, activity(record))
        lines.append(f"{ending(record.id, ledger.ids)} ({line})")
    return ", ".join(lines)
