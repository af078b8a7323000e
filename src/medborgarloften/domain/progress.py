"""How an agreement's promises stand: what counts, the pace, and the states.

Pure functions of (agreement, records, as-of day, judged-by day). What counts goes by the as-of day;
what is due, finished or missed goes by the judged-by day, which a live view puts at yesterday, since
this evening's walk may still come. Numbers are exact: integers, decimals and fractions.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple

from medborgarloften.domain.activity import Activity, Comment, Ledger, Record
from medborgarloften.domain.period import Period
from medborgarloften.domain.promise import OCCASIONS, Agreement, Promise, Target

if TYPE_CHECKING:
    from fractions import Fraction

State = Literal["met", "not_started", "missed", "behind", "on_track", "ongoing", "nothing_logged", "no_need"]

Number = int | Decimal


class Days(NamedTuple):
    """The two days that a judgement goes by."""

    as_of: date
    judged_by: date


class Tally(NamedTuple):
    """How many records say exactly this; a large log is counted once for each thing that it says."""

    content: Activity
    records: int

    @property
    def occasions(self) -> int:
        """The occasions of all of them together."""
        return self.content.occasions * self.records


class TargetProgress(NamedTuple):
    """How one target stands; amounts are occasions, or the target's quantity.

    `due` is whole for occasions and an exact fraction for a quantity. `next_by` is None when there is
    nothing left to do, or nothing left that could help. `unplaced` is the number of occasions that lie
    only partly among the target's days.
    """

    target: Target
    required: Number
    done: Number
    booked: Number
    missing: Number
    due: "int | Fraction"
    next_by: date | None
    state: State
    approx: bool
    unplaced: int


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


def judge(agreement: Agreement, ledger: Ledger, days: Days) -> tuple[PromiseProgress, ...]:
    """Judge every promise of the agreement, in the order of its file."""
    done = _by_kind(tallied(ledger.activities.values()))
    plans = _by_kind(tallied(open_plans(ledger, days.as_of)))
    return tuple(_judge_promise(promise, done, plans, ledger, days) for promise in agreement.promises)


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


def activity(record: Record) -> Activity:
    """Return what a record of `log` or `plan` says."""
    assert isinstance(record.content, Activity)
    return record.content


def tallied(records: Iterable[Record]) -> list[Tally]:
    """Count the records that share one content; the reader gives lines that say the same the same one."""
    contents: dict[int, Activity] = {}
    numbers: dict[int, int] = {}
    for record in records:
        content = activity(record)
        key = id(content)
        contents[key] = content
        numbers[key] = numbers.get(key, 0) + 1
    return [Tally(content, numbers[key]) for key, content in contents.items()]


def worst(states: Sequence[State]) -> State:
    """Return the state that several make together."""
    for state in ("missed", "behind"):
        if state in states:
            return state
    if all(state == "no_need" for state in states):
        return "no_need"
    if all(state in ("met", "no_need") for state in states):
        return "met"
    return "not_started" if all(state == "not_started" for state in states) else "on_track"


_Index = dict[str, list[Tally]]


def _by_kind(tallies: Iterable[Tally]) -> _Index:
    index: _Index = {}
    for tally in tallies:
        for kind in tally.content.kinds:
            index.setdefault(kind, []).append(tally)
    return index


def _of_kinds(index: _Index, kinds: tuple[str, ...]) -> Iterable[Tally]:
    """Yield what is of any of the kinds, each once though it may be of several."""
    for place, kind in enumerate(kinds):
        earlier = kinds[:place]
        for tally in index.get(kind, ()):
            if not any(other in tally.content.kinds for other in earlier):
                yield tally


def _judge_promise(
    promise: Promise, done: _Index, plans: _Index, ledger: Ledger, days: Days
) -> PromiseProgress:
    counted = tuple(
        tally
        for tally in _of_kinds(done, promise.kinds)
        if tally.content.last <= days.as_of and inside(tally.content, promise.window)
    )
    logged = sum(tally.occasions for tally in counted)
    approx = any(tally.content.approx for tally in counted)
    targets = tuple(_judge_target(target, done, plans, days) for target in promise.targets)
    state: State = "ongoing" if logged else "nothing_logged"
    if targets:
        state = worst([target.state for target in targets])
    verdict = _verdict(promise, ledger, days.as_of)
    return PromiseProgress(promise, state, logged, approx, targets, verdict, counted)


def _verdict(promise: Promise, ledger: Ledger, as_of: date) -> Record | None:
    """Return the newest comment on the promise that holds on the day."""
    held = [
        (content.day, record.at, record.id, record)
        for record in ledger.comments.values()
        if isinstance(content := record.content, Comment)
        and content.promise == promise.id
        and promise.window.start <= content.day <= as_of
    ]
    return max(held)[-1] if held else None


def _judge_target(target: Target, done: _Index, plans: _Index, days: Days) -> TargetProgress:
    reached: Number = 0
    unplaced, approx = 0, False
    for tally in _of_kinds(done, target.kinds):
        content = tally.content
        if not counts_for(content, target):
            continue
        if not inside(content, target.window):
            if _touches(content, target.window, days.as_of):
                unplaced += tally.occasions
        elif content.last <= days.as_of:
            added = amount(tally, target)
            reached += added
            approx = approx or (content.approx and added > 0)
    booked = _booked(target, plans, days.as_of)
    due = _due(target, days.judged_by)
    state = _state(target, reached, due, days)
    next_by = None if state in ("met", "missed") else _next_by(target, reached)
    missing = max(0, target.at_least - reached - booked)
    return TargetProgress(
        target, target.at_least, reached, booked, missing, due, next_by, state, approx, unplaced
    )


def counts_for(content: Activity, target: Target) -> bool:
    """Say whether a record of the right kind passes every filter of the target."""
    return (
        (not target.areas or not target.areas.isdisjoint(content.areas))
        and (not target.parties or not target.parties.isdisjoint(content.parties))
        and (not target.tags or not target.tags.isdisjoint(content.tags))
        and (target.together_with is None or target.together_with in content.kinds)
    )


def inside(content: Activity, window: Period) -> bool:
    """Say whether all days of a record lie in the window."""
    return window.start <= content.day and content.last < window.stop


def _touches(content: Activity, window: Period, as_of: date) -> bool:
    """Say whether one of its days up to the as-of day lies in the window."""
    return max(content.day, window.start) <= min(content.last, window.last, as_of)


def amount(tally: Tally, target: Target) -> Number:
    """Return what records add: their occasions, or the quantity as logged."""
    if target.of == OCCASIONS:
        return tally.occasions
    return dict(tally.content.quantities).get(target.of, 0) * tally.records


def _booked(target: Target, plans: _Index, as_of: date) -> Number:
    return sum(
        amount(tally, target)
        for tally in _of_kinds(plans, target.kinds)
        if tally.content.day >= as_of
        and inside(tally.content, target.window)
        and counts_for(tally.content, target)
    )


def _elapsed(target: Target, day: date) -> int:
    """Return how many of the target's days are on or before `day`."""
    return min(max(0, (day - target.window.start).days + 1), target.window.days)


def _due(target: Target, judged_by: date) -> "int | Fraction":
    """Return what an even pace asks for by the day: floor(N·E/L), for a quantity not rounded down."""
    elapsed, length = _elapsed(target, judged_by), target.window.days
    if isinstance(target.at_least, int) and target.of == OCCASIONS:
        return target.at_least * elapsed // length
    from fractions import Fraction

    return Fraction(target.at_least) * elapsed / length


def _next_by(target: Target, done: Number) -> date:
    """Return the first day on which the pace asks for more than is done; for a quantity the last day."""
    if target.of != OCCASIONS:
        return target.window.last
    elapsed = -(-(int(done) + 1) * target.window.days // int(target.at_least))
    return target.window.start + timedelta(days=elapsed - 1)


def _state(target: Target, done: Number, due: "int | Fraction", days: Days) -> State:
    if done >= target.at_least:
        return "met"
    if days.as_of < target.window.start:
        return "not_started"
    if days.judged_by >= target.window.last:
        return "missed"
    return "behind" if done < due else "on_track"
