"""When a number is due: evenly over the days of a target or a bucket, at their end, or in steps.

Days are ordinals in order, at least one; `needed` is what they require together.
"""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from medborgarloften.domain.promise import Target

_FEW = 12  # so many things can be counted one by one, and each must be in somebody's calendar
_SOON = 30  # calendar days

if TYPE_CHECKING:
    from medborgarloften.domain.judging.standing import Amount


def due(target: Target, needed: "Amount", days: Sequence[int], by: date) -> "Amount":
    """Return what is due by a day: at an even pace floor(N·E/L), for a quantity not rounded down."""
    elapsed = bisect_right(days, by.toordinal())
    if elapsed == len(days):
        return needed
    if target.pace == "end":
        return 0
    if target.pace != "even":
        return max((number for day, number in target.pace if day <= by), default=0)
    if target.is_whole:
        return int(needed) * elapsed // len(days)
    from fractions import Fraction

    return Fraction(needed) * elapsed / len(days)


def next_by(target: Target, needed: "Amount", done: "Amount", days: Sequence[int]) -> date:
    """Return the first day on which more is due than is done, which is less than what is needed.

    That of a quantity at an even pace is the last day.
    """
    last = date.fromordinal(days[-1])
    if target.pace == "even" and target.is_whole:
        return date.fromordinal(days[-(-(int(done) + 1) * len(days) // int(needed)) - 1])
    steps = target.pace if isinstance(target.pace, tuple) else ()
    return min(last, next((day for day, number in steps if number > done), last))


def unbooked(target: Target, needed: "Amount", days: Sequence[int], by: date) -> bool:
    """Tell whether what is missing should be booked by a day that is before the last one.

    A single one should be when half of the days are gone; a few, or what has a pace of its own, in the last
    third of the days and the last 30 calendar days.
    """
    elapsed = bisect_right(days, by.toordinal())
    if needed == 1 and 2 * elapsed >= len(days):
        return True
    near = days[-1] - by.toordinal() <= _SOON and 3 * (len(days) - elapsed) <= len(days)
    return near and (needed <= _FEW or target.pace != "even")
