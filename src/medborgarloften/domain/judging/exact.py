"""Whether something is met for certain: without approximate figures, and with nothing counted twice."""

from bisect import bisect_left, bisect_right
from datetime import date
from typing import TYPE_CHECKING

from medborgarloften.domain.activity import Activity
from medborgarloften.domain.judging.counting import Number, Tally, measured
from medborgarloften.domain.promise import DISTINCT, Target

if TYPE_CHECKING:
    from medborgarloften.domain.judging.standing import Amount


def is_certain(target: Target, counted: list[Tally], needed: "Amount") -> bool:
    """Tell whether what was counted, which reaches what is needed, does so for certain.

    Of figures that overlap with others, only what is beyond those is certain; the one that comes first is
    believed.
    """
    exact = [tally for tally in counted if not tally.content.approx]
    done = measured(target, exact)
    single = [tally for tally in exact if not tally.content.several_days]
    if target.of in DISTINCT or done < needed or measured(target, single) >= needed:
        return done >= needed
    single.sort(key=_day)
    figures = sorted((t for t in exact if t.content.several_days), key=lambda tally: _order(target, tally))
    return done - sum(_taken_off(target, single, figures, n) for n in range(len(figures))) >= needed


def _taken_off(target: Target, single: list[Tally], figures: list[Tally], number: int) -> Number:
    """Return how much of a figure may have been counted by single days, or by the figures before it."""
    figure = figures[number]
    begin = bisect_left(single, figure.content.day, key=_day)
    end = bisect_right(single, figure.content.last, key=_day)
    beside = [*single[begin:end], *figures[:number]]
    others = measured(target, [tally for tally in beside if overlap(figure.content, tally.content)])
    amount = measured(target, [figure._replace(records=1)])
    return sum(min(amount, others + earlier * amount) for earlier in range(figure.records))


def _day(tally: Tally) -> date:
    return tally.content.day


def _order(target: Target, tally: Tally) -> tuple[object, ...]:
    content, amount = tally.content, measured(target, [tally._replace(records=1)])
    return content.day, -content.last.toordinal(), -amount, content.kinds, content.areas, content.parties


def overlap(one: Activity, other: Activity) -> bool:
    """Tell whether one of two, which is a figure of several days, may have counted the other too.

    They share a kind and a day, and no area or party tells them apart.
    """
    return (
        one.day <= other.last
        and other.day <= one.last
        and (one.several_days or other.several_days)
        and not set(one.kinds).isdisjoint(other.kinds)
        and not (one.areas and other.areas and set(one.areas).isdisjoint(other.areas))
        and not (one.parties and other.parties and set(one.parties).isdisjoint(other.parties))
    )
