"""How one target stands: the pace on its whole window, its buckets, and its areas.

Pure functions of (target, activities, as-of day, judged-by day). What counts goes by the as-of day;
what is due, finished or missed goes by the judged-by day. Numbers are exact: integers, decimals and
fractions.
"""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from medborgarloften.domain.judging.counting import (
    Gathered,
    Index,
    Number,
    Tally,
    Unplaced,
    gather,
    is_approximate,
    measured,
)
from medborgarloften.domain.judging.schedule import Bucket, Schedule, schedule
from medborgarloften.domain.judging.standing import (
    AreaProgress,
    BucketProgress,
    Buckets,
    BucketState,
    Days,
    State,
    TargetProgress,
    worst,
)
from medborgarloften.domain.per import Per
from medborgarloften.domain.promise import Target

if TYPE_CHECKING:
    from fractions import Fraction

    from medborgarloften.domain.judging.standing import Amount


def judge_target(target: Target, done: Index, plans: Index, days: Days, *, spared: bool) -> TargetProgress:
    """Judge one target; `spared` says that a person found no need for the promise."""
    when = schedule(target)
    gathered = gather(target, when, done, plans, days.as_of)
    if target.each_area:
        progress = _judge_areas(target, when, gathered, days)
    else:
        progress = _judge_one(target, when, gathered, days)
    return _not_needed(progress) if spared and target.if_needed and not _anything(progress) else progress


def _anything(progress: TargetProgress) -> bool:
    return progress.done > 0 or any(area.progress.done > 0 for area in progress.areas)


def _not_needed(progress: TargetProgress) -> TargetProgress:
    areas = tuple(AreaProgress(area.area, _not_needed(area.progress)) for area in progress.areas)
    return progress._replace(state="no_need", next_by=None, next_open=None, areas=areas)


# --- one target, and one area of it


def _judge_one(target: Target, when: Schedule, gathered: Gathered, days: Days) -> TargetProgress:
    done = measured(target, gathered.counted)
    progress = TargetProgress(
        target=target,
        required=target.at_least,
        done=done,
        booked=measured(target, gathered.counted + gathered.planned) - done,
        missing=None,
        due=None,
        next_by=None,
        state="on_track",
        approx=is_approximate(target, gathered.counted),
        unplaced=sum(entry.tally.occasions for entry in gathered.unplaced),
        misfits=_ordered(gathered.unplaced),
        average=_average(when, done, days),
    )
    if target.per is not None and target.by_bucket:
        return _by_bucket(progress, target.per, when, gathered, days)
    return _as_a_whole(progress, when, days)


def _average(when: Schedule, done: Number, days: Days) -> "Fraction | None":
    """Return what was done in a bucket that has passed; None before the first day."""
    if not when.buckets or days.judged_by < when.first:
        return None
    return _exact(done) / when.buckets_by(days.judged_by)


def _exact(amount: "Amount") -> "Fraction":
    from fractions import Fraction

    return Fraction(amount)


def _as_a_whole(progress: TargetProgress, when: Schedule, days: Days) -> TargetProgress:
    """Judge a target on its whole window."""
    needed = required(progress.target, when)
    due = _due(progress.target, needed, when, days.judged_by)
    missing = max(0, _total([needed, -progress.done, -progress.booked]))
    progress = progress._replace(required=needed, missing=missing, due=due)
    state = _state(progress, due, when, days)
    next_by = None if state in ("met", "missed") else _next_by(progress, when)
    return progress._replace(state=state, next_by=next_by)


def required(target: Target, when: Schedule) -> "Amount":
    """Return what the whole window requires: of an average, as many times as there are buckets."""
    if target.per is None:
        return target.at_least
    needed = _exact(target.at_least) * when.buckets_by(when.window.last)
    if target.is_whole or needed.denominator == 1:
        return needed.numerator // needed.denominator
    return needed


def _total(amounts: "Sequence[Amount]") -> "Amount":
    """Add up exactly, whatever numbers they are."""
    if all(isinstance(amount, Number) for amount in amounts):
        return sum(amounts)
    return sum((_exact(amount) for amount in amounts), _exact(0))


def _due(target: Target, needed: "Amount", when: Schedule, judged_by: date) -> "Amount":
    """Return what an even pace asks for by the day: floor(N·E/L), for a quantity not rounded down."""
    elapsed, length = when.elapsed(judged_by), len(when.days)
    if target.is_whole:
        return int(needed) * elapsed // length
    return _exact(needed) * elapsed / length


def _next_by(progress: TargetProgress, when: Schedule) -> date:
    """Return the first day on which the pace asks for more than is done; for a quantity the last day."""
    if not progress.target.is_whole:
        return when.last
    return when.day(-(-(int(progress.done) + 1) * len(when.days) // int(progress.required)))


def _state(progress: TargetProgress, due: "Amount", when: Schedule, days: Days) -> State:
    if progress.done >= progress.required:
        return "met"
    if days.as_of < when.first:
        return "not_started"
    if days.judged_by >= when.last:
        return "missed"
    return "behind" if progress.done < due else "on_track"


# --- buckets


def _by_bucket(
    progress: TargetProgress, per: Per, when: Schedule, gathered: Gathered, days: Days
) -> TargetProgress:
    """Judge a target in each of its buckets."""
    counted, between = _placed(when, gathered.counted)
    planned, _ = _placed(when, gathered.planned)
    buckets = tuple(
        _bucket(progress, bucket, counted.get(place, []), planned.get(place, []), days)
        for place, bucket in enumerate(when.buckets)
    )
    short = [
        bucket.last
        for bucket, own in zip(when.buckets, buckets, strict=True)
        if bucket.full and bucket.last >= days.as_of and own.done < progress.required
    ]
    return progress._replace(
        unplaced=progress.unplaced + sum(tally.occasions for tally in between),
        misfits=_ordered([*progress.misfits, *(Unplaced(tally, "buckets") for tally in between)]),
        buckets=Buckets(per, buckets),
        next_by=next(iter(short), None),
        next_open=next((day for day in short if day > days.judged_by), None),
        state=_state_of_buckets(buckets, started=days.as_of >= when.first),
    )


def _placed(when: Schedule, tallies: Sequence[Tally]) -> tuple[dict[int, list[Tally]], list[Tally]]:
    """Return what lies in each bucket, by its place, and what lies in no single one."""
    placed: dict[int, list[Tally]] = {}
    between: list[Tally] = []
    for tally in tallies:
        place = when.bucket_of(tally.content.day, tally.content.last)
        (between if place is None else placed.setdefault(place, [])).append(tally)
    return placed, between


def _bucket(
    progress: TargetProgress, bucket: Bucket, counted: list[Tally], planned: list[Tally], days: Days
) -> BucketProgress:
    target = progress.target
    done = measured(target, counted)
    return BucketProgress(
        bucket.period,
        done,
        measured(target, counted + planned) - done,
        is_approximate(target, counted),
        _bucket_state(bucket, done >= progress.required, days),
    )


def _ordered(misfits: Sequence[Unplaced]) -> tuple[Unplaced, ...]:
    """Return them by day, whatever order their records were read in."""
    return tuple(sorted(misfits, key=lambda entry: (entry.tally.content.day, repr(entry))))


def _bucket_state(bucket: Bucket, reached: bool, days: Days) -> BucketState:  # noqa: FBT001
    if not bucket.full:
        return "cut"
    if bucket.last > days.judged_by:
        return "open"
    return "met" if reached else "unmet"


def _state_of_buckets(buckets: Sequence[BucketProgress], *, started: bool) -> State:
    states = {bucket.state for bucket in buckets}
    if not started:
        return "not_started"
    if "open" in states:
        return "behind" if "unmet" in states else "on_track"
    return "missed" if "unmet" in states else "met"


# --- areas that must reach it by themselves


def _judge_areas(target: Target, when: Schedule, gathered: Gathered, days: Days) -> TargetProgress:
    """Judge every area separately, and combine them; a surplus in one does not count for another."""
    whole = _judge_one(target, when, gathered, days)
    areas = tuple(
        AreaProgress(area, _judge_one(_in_area(target, area), when, gathered.in_area(area), days))
        for area in target.each_area
    )
    own = [area.progress for area in areas]
    whole = whole._replace(
        booked=sum(each.booked for each in own),
        next_by=min((each.next_by for each in own if each.next_by), default=None),
        next_open=min((each.next_open for each in own if each.next_open), default=None),
        state=worst([each.state for each in own]),
        approx=any(each.approx for each in own),
        buckets=None,
        average=None,
        areas=areas,
    )
    if target.by_bucket:
        return whole._replace(done=_total([each.done for each in own]))
    return whole._replace(
        required=_total([each.required for each in own]),
        done=_total([min(each.done, each.required) for each in own]),
        missing=_total([each.missing or 0 for each in own]),
        due=_total([each.due or 0 for each in own]),
    )


def _in_area(target: Target, area: str) -> Target:
    return target._replace(areas=frozenset({area}), each_area=())
