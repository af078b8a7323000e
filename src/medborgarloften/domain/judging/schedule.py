"""When a target can be worked on: its days, and the buckets that `per` divides its window into.

Days are civil days, kept as ordinals (`date.toordinal`), in order: a range for a whole window, a list where
weekdays, months or single dates are left out.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import count, islice, pairwise
from typing import TYPE_CHECKING, NamedTuple

from medborgarloften.domain.per import Per
from medborgarloften.domain.period import Period
from medborgarloften.domain.promise import Target

if TYPE_CHECKING:
    from fractions import Fraction


class Bucket(NamedTuple):
    """One bucket that has at least one day of the target.

    `period` are its calendar days, also those outside the window; it is `full` when there are none.
    `last` is its last day of the target.
    """

    period: Period
    full: bool
    last: date


class Schedule(NamedTuple):
    """The days of a target, as ordinals, and its buckets in order; without `per` there are none.

    `end` is the last day of a promise that was ended before the last of these days.
    """

    window: Period
    days: Sequence[int]
    buckets: tuple[Bucket, ...]
    end: date | None = None

    def cut(self, end: date | None) -> "Schedule":
        """Return the schedule of a promise that was ended early: a bucket that is not over by then is cut.

        What is over by then anyway stays as it is.
        """
        if end is None or self.last <= end:
            return self
        buckets = (b._replace(full=b.full and b.last <= end) for b in self.buckets)
        return self._replace(buckets=tuple(buckets), end=end)

    @property
    def first(self) -> date:
        """The first day of the target."""
        return date.fromordinal(self.days[0])

    @property
    def last(self) -> date:
        """The last day of the target."""
        return date.fromordinal(self.days[-1])

    def elapsed(self, day: date) -> int:
        """Return how many of the days are on or before `day`."""
        return bisect_right(self.days, day.toordinal())

    def day(self, number: int) -> date:
        """Return the day of a number, from 1 to how many there are."""
        return date.fromordinal(self.days[number - 1])

    def holds(self, first: date, last: date) -> bool:
        """Say whether every day from `first` to `last` is a day of the target."""
        begin = bisect_left(self.days, first.toordinal())
        end = begin + (last - first).days
        return end < len(self.days) and (self.days[begin], self.days[end]) == (
            first.toordinal(),
            last.toordinal(),
        )

    def within(self, first: date, last: date) -> Sequence[int]:
        """Return the days of the target from `first` to `last`."""
        return self.days[bisect_left(self.days, first.toordinal()) : self.elapsed(last)]

    def bucket_of(self, first: date, last: date) -> int | None:
        """Return the place of the bucket that contains all of these days of the target; None if none does."""
        place = bisect_right(self.buckets, first, key=lambda bucket: bucket.period.start) - 1
        return place if last < self.buckets[place].period.stop else None

    def buckets_with(self, first: date, last: date) -> range:
        """Return the numbers of the buckets that have a calendar day from `first` to `last`."""
        begin = bisect_left(self.buckets, first, key=lambda bucket: bucket.period.last)
        return range(begin, bisect_right(self.buckets, last, key=lambda bucket: bucket.period.first))

    def buckets_by(self, day: date) -> "Fraction":
        """Return how many buckets have passed by a day; one that is cut or runs, by its share of days.

        One that runs has days of the target to come; of a cut one, only days in the window are counted.
        """
        from fractions import Fraction

        return sum((self.share(bucket, day) for bucket in self.buckets), Fraction(0))

    def share(self, bucket: Bucket, day: date) -> "Fraction":
        """Return how much of one bucket has passed by a day, from 0 to 1."""
        from fractions import Fraction

        passed = Period.of(min(self.window.first, day), day)
        part = bucket.period.clip(self.window if bucket.last <= day else passed)
        part = part and part.clip(self.window)
        return Fraction(part.days, bucket.period.days) if part else Fraction(0)


def schedule(target: Target) -> Schedule:
    """Return when a target can be worked on; its days may be none where a promise file is wrong."""
    days = _days(target)
    return Schedule(target.window, days, tuple(_buckets(target.per, target.window, days)))


def has_more_buckets(per: Per, window: Period, most: int) -> bool:
    """Tell whether `per` divides a window into more than `most` buckets, without making them all."""
    return next(islice(_bounds(per, window), most + 1, None), None) is not None


def _days(target: Target) -> Sequence[int]:
    every = range(target.window.start.toordinal(), target.window.stop.toordinal())
    if not (target.weekdays or target.months or target.exceptions):
        return every
    return [number for number in every if _is_day(target, date.fromordinal(number))]


def _is_day(target: Target, day: date) -> bool:
    return (
        (not target.weekdays or day.weekday() in target.weekdays)
        and (not target.months or day.month in target.months)
        and day not in target.exceptions
    )


def _buckets(per: Per | None, window: Period, days: Sequence[int]) -> Iterator[Bucket]:
    if per is None:
        return
    for start, stop in pairwise(_bounds(per, window)):
        begin, end = (bisect_left(days, bound.toordinal()) for bound in (start, stop))
        if begin < end:
            full = window.start <= start and stop <= window.stop
            yield Bucket(Period(start, stop), full, date.fromordinal(days[end - 1]))


def _bounds(per: Per, window: Period) -> Iterator[date]:
    """Yield the first day of every bucket of the window, and the day after the last bucket."""
    for number in count():
        day = per.start(window.start, number)
        yield day
        if day >= window.stop:
            return
