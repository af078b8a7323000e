"""What is said after a record is stored: how its promises stand now, and whether it repeats another."""

from datetime import date, datetime, timedelta

from medborgarloften.cli.context import Context
from medborgarloften.cli.writing import add, shown_id
from medborgarloften.domain.activity import Record
from medborgarloften.domain.agreements import covering
from medborgarloften.domain.history import Ledger
from medborgarloften.domain.judging.counting import activity
from medborgarloften.domain.judging.promises import judge
from medborgarloften.domain.judging.standing import Days
from medborgarloften.domain.renamed import in_words_of
from medborgarloften.domain.report.double_counting import repeated
from medborgarloften.render.answers.effects import effects
from medborgarloften.render.words.voice import Voice


def say_effect(context: Context, record: Record, ledger: Ledger) -> None:
    """Say how the promises of an activity or plan stand, with the record as the ledger has it now."""
    day = activity(record).day
    agreement = covering(context.agreements, day)
    if agreement is None:
        context.tell(context.words.say("log.uncovered", day=day))
        return
    last = agreement.period.last
    days = Days(min(context.today, last), min(context.today - timedelta(days=1), last))
    add(
        context,
        effects(
            Voice(context.words, agreement), judge(agreement, in_words_of((agreement,), ledger), days), record
        ),
    )


def say_repeated(context: Context, record: Record, ledger: Ledger) -> bool:
    """Ask about a record that says just what an earlier one of its writer says; return whether it does."""
    of_its_sort = {"plan": ledger.plans, "comment": ledger.comments}.get(record.op, ledger.activities)
    earlier = repeated(of_its_sort.values(), record)
    if earlier is None:
        return False
    day = _day_of(earlier.at)
    when = "today" if day == context.today else "before"
    key = when if record.op == "log" else record.op
    facts = {"id": shown_id(earlier, ledger), "day": day or earlier.at}
    context.tell(context.words.say(f"log.again.{key}", **facts))
    return True


def _day_of(at: str) -> date | None:
    """Return the day where the user is when something was written; None where a file holds no time."""
    try:
        return datetime.fromisoformat(at).astimezone().date()
    except (ValueError, OverflowError, OSError):
        return None
