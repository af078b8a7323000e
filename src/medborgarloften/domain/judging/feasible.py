"""Whether a target can be met at all: if everything that can be logged were logged on every day."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

from medborgarloften.domain.judging.counting import weekend_of
from medborgarloften.domain.judging.schedule import Schedule, has_more_buckets, schedule
from medborgarloften.domain.judging.target import required
from medborgarloften.domain.period import Period
from medborgarloften.domain.promise import AREAS, DAYS, WEEKENDS, Target

if TYPE_CHECKING:
    from medborgarloften.domain.judging.standing import Amount


MOST_BUCKETS = 4_000  # ten years of days: so many are judged within about a second


class Obstacle(NamedTuple):
    """Why a target makes no sense.

    It has more than `MOST_BUCKETS` buckets, no day, no full bucket, requires less than one (`none`), or more
    (`needed`) than there can be (`most`) in its window or in the bucket `where`.
    """

    what: Literal["too_many", "no_day", "no_bucket", "none", "unreachable"]
    needed: "Amount" = 0
    most: int = 0
    where: Period | None = None


def obstacle(target: Target, areas: int) -> Obstacle | None:
    """Return why a target makes no sense, if it does not; `areas` is how many the agreement has."""
    if target.per and has_more_buckets(target.per, target.window, MOST_BUCKETS):
        return Obstacle("too_many", most=MOST_BUCKETS)
    when = schedule(target)
    if not when.days:
        return Obstacle("no_day")
    if target.per and not any(bucket.full for bucket in when.buckets):
        return Obstacle("no_bucket")
    if target.by_bucket:
        return next(_in_buckets(target, when, areas), None)
    return _on_the_whole(target, when, areas)


def _on_the_whole(target: Target, when: Schedule, areas: int) -> Obstacle | None:
    """Return why a number that is ever in force makes no sense on the whole window."""
    most = _most(target, when.days, areas)
    for needed in {required(target, when, day): None for day in (when.window.first, *target.revised_on)}:
        if target.is_whole and needed < 1:
            return Obstacle("none")
        if most is not None and most < needed:
            return Obstacle("unreachable", needed, most)
    return None


def _in_buckets(target: Target, when: Schedule, areas: int) -> Iterator[Obstacle]:
    """Yield an obstacle for every full bucket that has too few days or weekends, or too few areas."""
    for bucket in when.buckets:
        days = when.within(bucket.period.first, bucket.period.last)
        most = _most(target, days, areas)
        needed = target.number_on(bucket.last)
        if bucket.full and most is not None and most < needed:
            yield Obstacle("unreachable", needed, most, bucket.period)


def _most(target: Target, days: Sequence[int], areas: int) -> int | None:
    """Return how many different ones there can be on some days; None where there is no limit."""
    if target.of == AREAS:
        return 1 if target.each_area else len(target.areas) or areas - len(target.not_areas)
    if target.of == DAYS:
        return len(days)
    if target.of == WEEKENDS:
        return len({weekend_of(date.fromordinal(day)) for day in days} - {None})
    return None
