"""Which agreement holds a day: in force then, or the nearest that can speak for it.

Agreements come in the order of their periods, which have no day in common; there is at least one.
"""

from datetime import date

from medborgarloften.domain.period import Period
from medborgarloften.domain.promise import Agreement


def covering(agreements: tuple[Agreement, ...], day: date) -> Agreement | None:
    """Return the agreement whose period contains the day."""
    return next((agreement for agreement in agreements if agreement.period.holds(day)), None)


def choose(agreements: tuple[Agreement, ...], day: date) -> Agreement:
    """Return the agreement that covers the day, else the latest begun, else the first."""
    return next((latest for latest in reversed(agreements) if latest.period.start <= day), agreements[0])


def covered(agreements: tuple[Agreement, ...], whole: Period, last: date) -> Period | None:
    """Return what a report on `whole` up to `last` is about: the days of the agreement in force on `last`.

    Where none is in force then, it is the latest that has begun. None where the two have no day in common.
    """
    asked = whole.clip(choose(agreements, last).period)
    return asked.clip(Period.of(date.min, last)) if asked else None
