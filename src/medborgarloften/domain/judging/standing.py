"""How things stand: the values that a judgement gives, for a target, its buckets and its areas."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

from medborgarloften.domain.judging.counting import Number, Unplaced
from medborgarloften.domain.per import Per
from medborgarloften.domain.period import Period
from medborgarloften.domain.promise import Target

if TYPE_CHECKING:
    from fractions import Fraction

    Amount = Number | Fraction

State = Literal["met", "not_started", "missed", "behind", "on_track", "ongoing", "nothing_logged", "no_need"]
BucketState = Literal["met", "unmet", "open", "cut"]


class Days(NamedTuple):
    """The two days that a judgement goes by."""

    as_of: date
    judged_by: date


class BucketProgress(NamedTuple):
    """What was done and is booked in one bucket, whose calendar days are `period`.

    It is met or unmet once it is full and finished, open while it is full and not finished, and cut when
    some of its days are outside the window; a cut one is never judged.
    """

    period: Period
    done: Number
    booked: Number
    approx: bool
    state: BucketState


class Buckets(NamedTuple):
    """The buckets of a target that is judged in each of them, in order."""

    per: Per
    all: tuple[BucketProgress, ...]

    @property
    def judged(self) -> int:
        """How many are full and finished."""
        return sum(bucket.state in ("met", "unmet") for bucket in self.all)

    @property
    def met(self) -> int:
        """How many of the judged ones reached what was promised."""
        return sum(bucket.state == "met" for bucket in self.all)

    @property
    def unmet(self) -> tuple[Period, ...]:
        """The judged ones that did not."""
        return tuple(bucket.period for bucket in self.all if bucket.state == "unmet")


class TargetProgress(NamedTuple):
    """How one target stands; amounts are occasions, different things, or the target's quantity.

    `due` is whole but for a quantity, where it is an exact fraction. `next_by` is None when there is
    nothing left to do, or nothing left that could help. `missing` and `due` are None where each bucket is
    judged; then `buckets` has them, and `next_open` is `next_by` without those that are judged already.
    `average` is what was done in a bucket, on average; None without `per`, and before the first day.
    `unplaced` is the number of occasions that could not be counted because of their other days, `misfits`
    what they are. `areas` has one entry for each of `each_area`.
    """

    target: Target
    required: "Amount"
    done: "Amount"
    booked: Number
    missing: "Amount | None"
    due: "Amount | None"
    next_by: date | None
    state: State
    approx: bool
    unplaced: int
    misfits: tuple[Unplaced, ...] = ()
    buckets: Buckets | None = None
    next_open: date | None = None
    average: "Fraction | None" = None
    areas: "tuple[AreaProgress, ...]" = ()


class AreaProgress(NamedTuple):
    """How a target stands in one of the areas that must each reach it."""

    area: str
    progress: TargetProgress


def worst(states: Sequence[State]) -> State:
    """Return the state that several make together."""
    for state in ("missed", "behind"):
        if state in states:
            return state
    if all(state == "no_need" for state in states):
        return "no_need"
    if all(state in ("met", "no_need") for state in states):
        return "met"
    return "not_started" if all(state == "not_started" for state in states) else "on_track"
