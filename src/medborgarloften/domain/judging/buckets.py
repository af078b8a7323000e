"""How a target stands that is judged in each of its buckets.

A bucket that was not reached for certain is unknown where undated records may have reached it, else unmet.
"""

from collections.abc import Sequence
from datetime import date
from typing import Final, Literal

from medborgarloften.domain.judging.counting import (
    Gathered,
    Number,
    Tally,
    Unplaced,
    is_approximate,
    measured,
    ordered,
)
from medborgarloften.domain.judging.exact import is_certain
from medborgarloften.domain.judging.pace import due, next_by, unbooked
from medborgarloften.domain.judging.schedule import Bucket, Schedule
from medborgarloften.domain.judging.standing import (
    BucketProgress,
    Buckets,
    BucketState,
    Days,
    Running,
    State,
    TargetProgress,
)
from medborgarloften.domain.judging.unknown import Gap, can_fill, could_add
from medborgarloften.domain.per import Per
from medborgarloften.domain.promise import Target

SHORTEST_PACE: Final = 84
"""Calendar days of the shortest bucket with a pace; twelve weeks are a quarter for every purpose."""

Placed = dict[int, list[Tally]]  # by the number of the bucket


def by_bucket(
    progress: TargetProgress, per: Per, when: Schedule, gathered: Gathered, days: Days
) -> TargetProgress:
    """Judge a target in each of its buckets."""
    target = progress.target
    counted, between = _placed(when, gathered.counted)
    planned, _ = _placed(when, gathered.planned)
    undated = [*gathered.undated, *between]
    touching = _touching(when, undated)
    parts = tuple(
        _bucket(target, when, number, [place.get(number, []) for place in (counted, planned, touching)], days)
        for number in range(len(when.buckets))
    )
    buckets = Buckets(
        per, parts, not _fillable(target, when, parts, counted, undated), _running(target, when, parts, days)
    )
    progress = progress._replace(
        unplaced=progress.unplaced + sum(tally.occasions for tally in between),
        misfits=ordered([*progress.misfits, *(Unplaced(tally, "buckets") for tally in between)]),
        buckets=buckets,
        state=_state(buckets, when, days),
    )
    return progress._replace(
        next_by=_next_by(target, when, buckets),
        unbooked=_unbooked(target, when, buckets, days),
        met_exactly=_met_exactly(target, when, counted) if progress.state == "met" else None,
    )


def _placed(when: Schedule, tallies: Sequence[Tally]) -> tuple[Placed, list[Tally]]:
    """Return what lies in each bucket, and what lies in no single one."""
    placed: Placed = {}
    between: list[Tally] = []
    for tally in tallies:
        number = when.bucket_of(tally.content.day, tally.content.last)
        (between if number is None else placed.setdefault(number, [])).append(tally)
    return placed, between


def _touching(when: Schedule, undated: Sequence[Tally]) -> Placed:
    """Return the undated records that have a calendar day in each bucket."""
    touching: Placed = {}
    for tally in undated:
        for number in when.buckets_with(tally.content.day, tally.content.last):
            touching.setdefault(number, []).append(tally)
    return touching


def _bucket(
    target: Target, when: Schedule, number: int, tallies: Sequence[list[Tally]], days: Days
) -> BucketProgress:
    """Judge a bucket by what counts there, what is planned there, and what may have been done there."""
    bucket, (counted, planned, undated) = when.buckets[number], tallies
    done = measured(target, counted)
    so_far = when.within(bucket.period.first, min(bucket.last, days.as_of))
    could = could_add(target, undated, counted, so_far) if undated else 0
    needed = target.number_on(bucket.last)
    return BucketProgress(
        bucket.period,
        done,
        measured(target, counted + planned) - done,
        is_approximate(target, counted),
        _bucket_state(bucket, needed, done, could, days),
        could,
        needed,
    )


def _bucket_state(bucket: Bucket, needed: Number, done: Number, could: Number, days: Days) -> BucketState:
    if not bucket.full:
        return "cut"
    if bucket.last > days.judged_by:
        return "open"
    if done >= needed:
        return "met"
    return "unknown" if done + could >= needed else "unmet"


def _fillable(
    target: Target,
    when: Schedule,
    parts: Sequence[BucketProgress],
    counted: Placed,
    undated: Sequence[Tally],
) -> bool:
    gaps = [
        Gap(when.within(part.period.first, bucket.last), counted.get(number, []), part.required - part.done)
        for number, (part, bucket) in enumerate(zip(parts, when.buckets, strict=True))
        if part.state == "unknown"
    ]
    return can_fill(target, gaps, undated)


def _has_pace(target: Target, bucket: Bucket) -> bool:
    return target.is_whole and bucket.full and bucket.period.days >= SHORTEST_PACE


def _running(target: Target, when: Schedule, parts: Sequence[BucketProgress], days: Days) -> Running | None:
    """Return how the running bucket stands, if it has a pace."""
    for part, bucket in zip(parts, when.buckets, strict=True):
        own = when.within(bucket.period.first, bucket.last)
        if _has_pace(target, bucket) and own[0] <= days.as_of.toordinal() and part.state == "open":
            needed, done, booked = int(part.required), int(part.done), int(part.booked)
            asked = int(due(target, needed, own, days.judged_by))
            missing = max(0, needed - done - booked)
            ahead = None if done >= needed else next_by(target, needed, done, own)
            state = _running_state(part, needed, asked)
            return Running(part.period, needed, done, booked, missing, asked, ahead, state)
    return None


def _running_state(
    part: BucketProgress, needed: int, asked: int
) -> Literal["met", "booked", "behind", "undetermined", "on_track"]:
    if part.done >= needed:
        return "met"
    if part.done >= asked:
        return "on_track"
    if part.done + part.could >= asked:
        return "undetermined"
    return "booked" if part.done + part.booked >= needed else "behind"


def _state(buckets: Buckets, when: Schedule, days: Days) -> State:
    """Return the first state that fits (docs/counting.md)."""
    states = {bucket.state for bucket in buckets.all}
    lost = "unmet" in states or buckets.unfillable
    to_be_ended = when.end is not None and days.judged_by < when.end
    if days.as_of < when.first:
        return "not_started"
    if "open" not in states and not to_be_ended:
        return "missed" if lost else "undetermined" if "unknown" in states else "met"
    if lost:
        return "broken"
    if buckets.running and buckets.running.state in ("behind", "booked"):
        return buckets.running.state
    return "undetermined" if "unknown" in states else "on_track"


def _next_by(target: Target, when: Schedule, buckets: Buckets) -> date | None:
    """Return when the first bucket that can still be reached, and is not, must be worked on."""
    for part, bucket in zip(buckets.all, when.buckets, strict=True):
        if part.state == "open" and part.done < part.required:
            if not _has_pace(target, bucket):
                return bucket.last
            days = when.within(bucket.period.first, bucket.last)
            return next_by(target, part.required, part.done, days)
    return None


def _unbooked(target: Target, when: Schedule, buckets: Buckets, days: Days) -> bool:
    running = buckets.running
    if running is None or running.done >= running.required:
        return False
    (part,) = (part for part in buckets.all if part.period == running.period)
    own = when.within(running.period.first, running.period.last)
    return running.missing - part.could > 0 and unbooked(target, running.required, own, days.judged_by)


def _met_exactly(target: Target, when: Schedule, counted: Placed) -> bool:
    return all(
        is_certain(target, counted.get(number, []), target.number_on(bucket.last))
        for number, bucket in enumerate(when.buckets)
        if bucket.full
    )
