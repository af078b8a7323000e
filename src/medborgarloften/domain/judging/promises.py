"""How an agreement's promises stand.

Pure functions of (agreement, records, as-of day, judged-by day). What counts goes by the as-of day;
what is due, finished or missed goes by the judged-by day, which a live view puts at yesterday, since
this evening's walk may still come.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from medborgarloften.domain.activity import Comment, Record
from medborgarloften.domain.history import Ledger
from medborgarloften.domain.judging.counting import Index, Tally, activity, by_kind, of_kinds, tallied
from medborgarloften.domain.judging.standing import Days, State, TargetProgress, worst
from medborgarloften.domain.judging.target import judge_target
from medborgarloften.domain.promise import Agreement, Promise


class PromiseProgress(NamedTuple):
    """How one promise stands.

    `logged` is the number of occasions of its kinds in its window, `counted` the records that make it.
    """

    promise: Promise
    state: State
    logged: int
    approx: bool
    targets: tuple[TargetProgress, ...]
    verdict: Record | None
    counted: tuple[Tally, ...]

    @property
    def met_exactly(self) -> bool | None:
        """Whether every target is met for certain, not only if about is exact; None unless they are met."""
        if self.state != "met":
            return None
        return all(target.met_exactly is not False for target in self.targets)


def judge(agreement: Agreement, ledger: Ledger, days: Days) -> tuple[PromiseProgress, ...]:
    """Judge every promise of the agreement, in the order of its file."""
    done = by_kind(tallied(ledger.activities.values()))
    plans = by_kind(tallied(open_plans(ledger, days.as_of)))
    said = [record for record in ledger.comments.values() if _holds(record, agreement, days.as_of)]
    return tuple(_judge_promise(promise, done, plans, said, days) for promise in agreement.promises)


def distinct(promises: Iterable[PromiseProgress]) -> list[Tally]:
    """Return what any of the promises counted, each once though several may count it."""
    return list({tally.content: tally for each in promises for tally in each.counted}.values())


def open_plans(ledger: Ledger, as_of: date) -> list[Record]:
    """Return the plans that no activity up to the as-of day fulfils, by date."""
    fulfilled = {
        content.plan
        for record in ledger.activities.values()
        if (content := activity(record)).plan and content.last <= as_of
    }
    plans = [record for key, record in ledger.plans.items() if key not in fulfilled]
    return sorted(plans, key=lambda record: (activity(record).day, record.id))


def unconfirmed(ledger: Ledger, agreement: Agreement, as_of: date) -> list[Record]:
    """Return the agreement's plans whose day has passed without being fulfilled or cancelled."""
    return [
        record
        for record in open_plans(ledger, as_of)
        if activity(record).day < as_of and agreement.period.holds(activity(record).day)
    ]


def _judge_promise(
    promise: Promise, done: Index, plans: Index, said: Sequence[Record], days: Days
) -> PromiseProgress:
    end = promise.ended.on if promise.ended else None
    last = min(days.until(end).as_of, promise.window.last)
    counted = tuple(
        tally
        for tally in of_kinds(done, promise.kinds)
        if promise.window.start <= tally.content.day
        and tally.content.last <= last
        and not tally.content.is_crossed
    )
    logged = sum(tally.occasions for tally in counted)
    approx = any(tally.content.approx for tally in counted)
    verdict = _verdict(promise, said)
    spared = verdict is not None and _comment(verdict).verdict == "no_need"
    targets = tuple(judge_target(t, done, plans, days, spared=spared, end=end) for t in promise.targets)
    state = worst([target.state for target in targets]) if targets else _uncounted(promise, logged, days)
    return PromiseProgress(promise, state, logged, approx, targets, verdict, counted)


def _uncounted(promise: Promise, logged: int, days: Days) -> State:
    """Return how a promise without a number stands."""
    if days.as_of < promise.window.first:
        return "not_started"
    if promise.ended and promise.ended.on <= min(days.judged_by, promise.window.last - timedelta(days=1)):
        return "withdrawn"
    return "ongoing" if logged else "nothing_logged"


def _holds(record: Record, agreement: Agreement, as_of: date) -> bool:
    """Say whether a comment belongs to the agreement and is no later than the day."""
    return agreement.period.start <= _comment(record).day <= as_of


def _comment(record: Record) -> Comment:
    assert isinstance(record.content, Comment)
    return record.content


def _verdict(promise: Promise, said: Sequence[Record]) -> Record | None:
    """Return the newest of the comments on the promise."""
    own = [record for record in said if _comment(record).promise == promise.id]
    return max(own, key=lambda record: (_comment(record).day, record.at, record.id), default=None)
