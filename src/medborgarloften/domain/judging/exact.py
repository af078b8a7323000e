"""How much of what was done is certain: without approximate figures, and nothing counted twice."""

from medborgarloften.domain.activity import Activity
from medborgarloften.domain.judging.counting import Number, Tally, measured
from medborgarloften.domain.promise import DISTINCT, Target


def certain(target: Target, counted: list[Tally]) -> Number:
    """Return what is done for certain: of figures that overlap with others, only what is beyond those.

    Of two figures of several days, the one that comes first is believed, then the other.
    """
    exact = [tally for tally in counted if not tally.content.approx]
    done = measured(target, exact)
    if target.of in DISTINCT:
        return done
    long = sorted((t for t in exact if t.content.several_days), key=lambda tally: _order(target, tally))
    for number, figure in enumerate(long):
        beside = [tally for tally in exact if not tally.content.several_days] + long[:number]
        amount = measured(target, [figure._replace(records=1)])
        others = measured(target, [tally for tally in beside if overlap(figure.content, tally.content)])
        for earlier in range(figure.records):
            done -= min(amount, others + earlier * amount)
    return done


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
