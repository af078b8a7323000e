"""How one target stands: on its whole window, in its buckets, and in its areas.

Pure functions of (target, activities, as-of day, judged-by day). What counts goes by the as-of day;
what is due, finished or missed goes by the judged-by day. Numbers are exact: integers, decimals and
fractions.
"""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from medborgarloften.domain.judging.buckets import by_bucket
from medborgarloften.domain.judging.counting import (
    Gathered,
    Index,
    Number,
    gather,
    is_approximate,
    measured,
    ordered,
)
from medborgarloften.domain.judging.exact import is_certain
from medborgarloften.domain.judging.pace import due, next_by, unbooked
from medborgarloften.domain.judging.schedule import Schedule, schedule
from medborgarloften.domain.judging.standing import AreaProgress, Days, State, TargetProgress, worst
from medborgarloften.domain.judging.unknown import could_add
from medborgarloften.domain.promise import Target

if TYPE_CHECKING:
    from fractions import Fraction

    from medborgarloften.domain.judging.standing import Amount


def judge_target(
    target: Target, done: Index, plans: Index, days: Days, *, spared: bool, end: date | None = None
) -> TargetProgress:
    """Judge one target; `spared` says that a person found no need for the promise.

    `end` is the last day of a promise that was ended early.
    """
    when = schedule(target).cut(end)
    days = days.until(when.end)
    gathered = gather(target, when, done, plans, days.as_of)
    judge = _judge_areas if target.each_area else _judge_one
    progress = judge(target, when, gathered, days)
    if spared and target.if_needed and not _anything(progress):
        return _not_needed(progress)
    return _withdrawn(progress) if when.end and days.judged_by == when.end else progress


def _anything(progress: TargetProgress) -> bool:
    return progress.done > 0 or any(area.progress.done > 0 for area in progress.areas)


def _not_needed(progress: TargetProgress) -> TargetProgress:
    areas = tuple(AreaProgress(area.area, _not_needed(area.progress)) for area in progress.areas)
    return progress._replace(state="no_need", next_by=None, met_exactly=None, unbooked=False, areas=areas)


def _withdrawn(progress: TargetProgress) -> TargetProgress:
    """Return how a target stands whose promise was ended before its own last day, once that is judged.

    What was reached is reached, and a bucket that was missed stays missed.
    """
    areas = tuple(area._replace(progress=_withdrawn(area.progress)) for area in progress.areas)
    kept: State = "missed" if progress.target.by_bucket else "met"
    state: State = progress.state if progress.state == kept else "withdrawn"
    if areas:
        state = worst([area.progress.state for area in areas])
    exactly = progress.met_exactly if state == "met" else None
    return progress._replace(state=state, next_by=None, unbooked=False, met_exactly=exactly, areas=areas)


# --- one target, and one area of it


def _judge_one(target: Target, when: Schedule, gathered: Gathered, days: Days) -> TargetProgress:
    done = measured(target, gathered.counted)
    so_far = when.days[: when.elapsed(days.as_of)]
    progress = TargetProgress(
        target=target,
        required=target.number_on(days.judged_by),
        done=done,
        booked=measured(target, gathered.counted + gathered.planned) - done,
        missing=None,
        due=None,
        next_by=None,
        state="on_track",
        approx=is_approximate(target, gathered.counted),
        unplaced=sum(entry.tally.occasions for entry in gathered.unplaced),
        misfits=ordered(gathered.unplaced),
        average=_average(when, done, days),
        could=could_add(target, gathered.undated, gathered.counted, so_far),
        could_approx=is_approximate(target, gathered.undated),
    )
    if target.per is not None and target.by_bucket:
        return by_bucket(progress, target.per, when, gathered, days)
    return _as_a_whole(progress, when, gathered, days)


def _average(when: Schedule, done: Number, days: Days) -> "Fraction | None":
    """Return what was done in a bucket that has passed; None before the first day."""
    if not when.buckets or days.judged_by < when.first:
        return None
    return _exact(done) / when.buckets_by(days.judged_by)


def _exact(amount: "Amount") -> "Fraction":
    from fractions import Fraction

    return Fraction(amount)


def _as_a_whole(progress: TargetProgress, when: Schedule, gathered: Gathered, days: Days) -> TargetProgress:
    """Judge a target on its whole window."""
    target, needed = progress.target, required(progress.target, when, days.judged_by)
    progress = progress._replace(
        required=needed,
        missing=max(0, total([needed, -progress.done, -progress.booked])),
        due=min(needed, due(target, needed, when.days, days.judged_by)),
    )
    state = _state(progress, when, days)
    open_ = state != "met" and days.judged_by < when.last
    return progress._replace(
        state=state,
        next_by=next_by(target, needed, progress.done, when.days) if open_ else None,
        unbooked=open_
        and days.as_of >= when.first
        and total([progress.missing or 0, -progress.could]) > 0
        and unbooked(target, needed, when.days, days.judged_by),
        met_exactly=is_certain(target, gathered.counted, needed) if state == "met" else None,
    )


def required(target: Target, when: Schedule, day: date) -> "Amount":
    """Return what the whole window requires, as it was decided by a day.

    Of an average it is as many times as there are buckets, each with the number that is in force at its end.
    """
    if target.per is None:
        return target.number_on(day)
    shares = ((when.share(bucket, when.window.last), bucket.last) for bucket in when.buckets)
    needed = sum((_exact(target.number_on(last)) * share for share, last in shares), _exact(0))
    if target.is_whole or needed.denominator == 1:
        return needed.numerator // needed.denominator
    return needed


def total(amounts: "Sequence[Amount]") -> "Amount":
    """Add up exactly, whatever numbers they are."""
    if all(isinstance(amount, Number) for amount in amounts):
        return sum(amounts)
    return sum((_exact(amount) for amount in amounts), _exact(0))


def _state(progress: TargetProgress, when: Schedule, days: Days) -> State:
    """Return the first state that fits (docs/counting.md)."""
    done, possible = progress.done, total([progress.done, progress.could])
    due_now = progress.due or 0
    if done >= progress.required:
        return "met"
    if days.as_of < when.first:
        return "not_started"
    if days.judged_by >= when.last:
        return "missed" if possible < progress.required else "undetermined"
    if done >= due_now:
        return "on_track"
    if progress.missing == 0:
        return "booked"
    return "behind" if possible < due_now else "undetermined"


# --- areas that must reach it by themselves


def _judge_areas(target: Target, when: Schedule, gathered: Gathered, days: Days) -> TargetProgress:
    """Judge every area separately, and combine them; a surplus in one does not count for another."""
    whole = _judge_one(target, when, gathered, days)
    areas = tuple(
        AreaProgress(area, _judge_one(_in_area(target, area), when, gathered.in_area(area), days))
        for area in target.each_area
    )
    parts = [area.progress for area in areas]
    state = worst([part.state for part in parts])
    whole = whole._replace(
        booked=sum(part.booked for part in parts),
        could=total([part.could for part in parts]),
        next_by=_earliest([part.next_by for part in parts]),
        state=state,
        approx=any(part.approx for part in parts),
        unbooked=any(part.unbooked for part in parts),
        met_exactly=all(part.met_exactly for part in parts) if state == "met" else None,
        buckets=None,
        average=None,
        areas=areas,
    )
    if target.by_bucket:
        return whole._replace(done=total([part.done for part in parts]))
    return whole._replace(
        required=total([part.required for part in parts]),
        done=total([min(part.done, part.required) for part in parts]),
        missing=total([part.missing or 0 for part in parts]),
        due=total([part.due or 0 for part in parts]),
    )


def _earliest(days: Sequence[date | None]) -> date | None:
    return min((day for day in days if day), default=None)


def _in_area(target: Target, area: str) -> Target:
    return target._replace(areas=frozenset({area}), each_area=())
