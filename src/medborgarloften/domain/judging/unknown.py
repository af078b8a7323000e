"""What may have been done: records whose days are known less exactly than a target asks for.

A figure of several months says how much was done, and not on which days. How much it could add at most, and
whether several buckets can all have been reached with it, decides between unmet and unknown. Days are
ordinals in order; an occasion may be on any day that its record covers.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from heapq import heappop, heappush
from itertools import pairwise
from typing import NamedTuple

from medborgarloften.domain.judging.counting import Number, Tally, measured, things, weekend_of
from medborgarloften.domain.promise import AREAS, DAYS, OCCASIONS, WEEKENDS, Target


class Gap(NamedTuple):
    """A bucket that may or may not have been reached: its days, what was done on them, and what it lacks."""

    days: Sequence[int]
    counted: list[Tally]
    lacks: Number


def could_add(target: Target, undated: Iterable[Tally], counted: list[Tally], days: Sequence[int]) -> Number:
    """Return the most that undated records could add on some days to what was counted there."""
    touching = [tally for tally in undated if _covered(tally, days)]
    if not touching:
        return 0
    if target.of in (DAYS, WEEKENDS):
        return _assigned(_spans(target, touching, counted, days))
    if target.of == AREAS:
        return measured(target, counted + touching) - measured(target, counted)
    return measured(target, touching)


def can_fill(target: Target, gaps: Sequence[Gap], undated: Sequence[Tally]) -> bool:
    """Tell whether the gaps, each of which could be filled by itself, can all have been filled.

    What ends first is spent first, gap by gap: what lasts longer can do all that it can, and more.
    """
    if target.of == AREAS:
        return True
    left = [_amount(target, tally) for tally in undated]
    order = sorted(range(len(undated)), key=lambda number: undated[number].content.last)
    for gap in gaps:
        touching = [number for number in order if left[number] and _covered(undated[number], gap.days)]
        lacks = gap.lacks
        for number, most in zip(touching, _available(target, gap, touching, undated, left), strict=True):
            spent = min(most, lacks)
            left[number] -= spent
            lacks -= spent
        if lacks > 0:
            return False
    return True


def _available(
    target: Target, gap: Gap, touching: list[int], undated: Sequence[Tally], left: list[Number]
) -> list[Number]:
    """Return how much more each record can add to a gap, beside all that stand before it."""
    if target.of not in (DAYS, WEEKENDS):
        return [left[number] for number in touching]
    spans = _spans(target, [undated[number] for number in touching], gap.counted, gap.days)
    spans = [span._replace(occasions=int(left[n])) for span, n in zip(spans, touching, strict=True)]
    filled = [_assigned(spans[:number]) for number in range(len(spans) + 1)]
    return [after - before for before, after in pairwise(filled)]


def _amount(target: Target, tally: Tally) -> Number:
    """Return what a record has to give: occasions, or its quantity."""
    return tally.occasions if target.of in (OCCASIONS, DAYS, WEEKENDS) else measured(target, [tally])


def _covered(tally: Tally, days: Sequence[int]) -> Sequence[int]:
    """Return the days that a record covers."""
    first, last = tally.content.day.toordinal(), tally.content.last.toordinal()
    return days[bisect_left(days, first) : bisect_right(days, last)]


# --- different days and weekends


class _Span(NamedTuple):
    """Some occasions, each of which takes one of the new days (weekends) from `first` up to `stop`."""

    first: int
    stop: int
    occasions: int


def _spans(
    target: Target, undated: Iterable[Tally], counted: Iterable[Tally], days: Sequence[int]
) -> list[_Span]:
    """Return what each record could take of the days or weekends that are new, by their number."""
    seen = {thing for tally in counted for thing in things(tally.content, target)}
    new: list[int] = []  # the days that may be taken
    numbers: list[int] = []  # the number of the day or weekend that each of them stands for
    known: dict[object, int] = {}
    for day in days:
        thing = _thing(target, day)
        if thing is not None and thing not in seen:
            new.append(day)
            numbers.append(known.setdefault(thing, len(known)))
    spans = []
    for tally in undated:
        begin = bisect_left(new, tally.content.day.toordinal())
        end = bisect_right(new, tally.content.last.toordinal())
        first, stop = (numbers[begin], numbers[end - 1] + 1) if begin < end else (0, 0)
        spans.append(_Span(first, stop, tally.occasions))
    return spans


def _thing(target: Target, ordinal: int) -> date | None:
    day = date.fromordinal(ordinal)
    return day if target.of == DAYS else weekend_of(day)


def _assigned(spans: Iterable[_Span]) -> int:
    """Return how many days can have an occasion each: day by day, the one that ends first takes it."""
    waiting = sorted(spans, reverse=True)
    running: list[tuple[int, int]] = []
    taken, day = 0, 0
    while waiting or running:
        day = max(day, waiting[-1].first) if waiting and not running else day
        while waiting and waiting[-1].first <= day:
            span = waiting.pop()
            heappush(running, (span.stop, span.occasions))
        while running and running[0][0] <= day:
            heappop(running)
        if running:
            stop, occasions = heappop(running)
            taken += 1
            if occasions > 1:
                heappush(running, (stop, occasions - 1))
            day += 1
    return taken
