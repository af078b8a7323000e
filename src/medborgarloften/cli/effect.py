"""What a record did to the promises that it is about."""

from datetime import timedelta

from medborgarloften.cli.context import Context
from medborgarloften.cli.store import add
from medborgarloften.domain.activity import Ledger, Record
from medborgarloften.domain.counting import activity
from medborgarloften.domain.overview import covering
from medborgarloften.domain.progress import judge
from medborgarloften.domain.standing import Days
from medborgarloften.render.effects import effects


def say_effect(context: Context, record: Record, ledger: Ledger) -> None:
    """Say how the promises of an activity or plan stand, with the record as the ledger has it now."""
    day = activity(record).day
    agreement = covering(context.agreements, day)
    if agreement is None:
        context.tell(context.words.say("log.uncovered", day=day))
        return
    last = agreement.period.last
    days = Days(min(context.today, last), min(context.today - timedelta(days=1), last))
    add(context, effects(context.words, agreement, judge(agreement, ledger, days), record))
