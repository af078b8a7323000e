"""What somebody should be told of without asking: what is new, and what can still be changed.

An alarm that never stops is not heard. A break that cannot be mended is told for a month.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final, Literal, NamedTuple

from medborgarloften.domain.judging.promises import PromiseProgress
from medborgarloften.domain.judging.schedule import schedule
from medborgarloften.domain.judging.standing import Buckets, TargetProgress
from medborgarloften.domain.overview import Overview
from medborgarloften.domain.promise import Target

RECENT: Final = timedelta(days=31)
"""How long after its last day something is told that cannot be changed any more."""

Why = Literal["behind", "unbooked", "unmet", "unfillable", "missed"]


class Alarm(NamedTuple):
    """A target, or its part in one area, that somebody should look at, and why.

    `number` is the place of the target in its promise, from 0.
    """

    promise: PromiseProgress
    number: int
    area: str | None
    progress: TargetProgress
    why: frozenset[Why]

    @property
    def key(self) -> tuple[str, int, str | None, frozenset[Why]]:
        """What tells it from any other one, whatever its figures."""
        return self.promise.promise.id, self.number, self.area, self.why


def alarms(view: Overview, today: date) -> list[Alarm]:
    """Return what should be told on a day, in the order of the agreement; nothing of a draft."""
    return [
        Alarm(promise, number, area, progress, why)
        for promise in ([] if view.agreement.draft else view.promises)
        for number, target in enumerate(promise.targets)
        for area, progress in _parts(target)
        if (why := frozenset(_why(progress, _last_day(promise, progress), today)))
    ]


def _parts(target: TargetProgress) -> list[tuple[str | None, TargetProgress]]:
    """Return a target's areas, or itself where it has none."""
    return [(area.area, area.progress) for area in target.areas] or [(None, target)]


def _last_day(promise: PromiseProgress, progress: TargetProgress) -> date:
    ended, last = promise.promise.ended, schedule(progress.target).last
    return min(ended.on, last) if ended else last


def _why(progress: TargetProgress, last: date, today: date) -> Iterator[Why]:
    buckets = progress.buckets
    if progress.state == "behind" or (buckets and buckets.running and buckets.running.state == "behind"):
        yield "behind"
    if progress.unbooked:
        yield "unbooked"
    if progress.state == "missed" and today - last <= RECENT:
        yield "missed"
    if buckets and progress.state in ("missed", "broken"):
        yield from _newest(progress.target, buckets, today)


def _newest(target: Target, buckets: Buckets, today: date) -> Iterator[Why]:
    """Yield what has been lost of late: the bucket that was judged last, or that they cannot all be met."""
    parts = zip(buckets.all, schedule(target).buckets, strict=True)
    judged = [
        (part.state, bucket.last) for part, bucket in parts if part.state in ("met", "unmet", "unknown")
    ]
    if judged and today - judged[-1][1] <= RECENT:
        if judged[-1][0] == "unmet":
            yield "unmet"
        if buckets.unfillable and judged[-1][0] == "unknown":
            yield "unfillable"
