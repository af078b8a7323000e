"""How things stand: the values that a judgement gives, for a target, its buckets and its areas."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from medborgarloften.domain.judging.counting import Number, Unplaced
from medborgarloften.domain.per import Per
from medborgarloften.domain.period import Period
from medborgarloften.domain.promise import Target

if TYPE_CHECKING:
    from fractions import Fraction

    Amount = Number | Fraction

Judgement = Literal[
    "met",
    "not_started",
    "missed",
    "withdrawn",
    "broken",
    "behind",
    "undetermined",
    "booked",
    "on_track",
    "no_need",
]
State = Literal[Judgement, "ongoing", "nothing_logged"]
BucketState = Literal["met", "unmet", "unknown", "open", "cut"]
_WORST: Final[tuple[State, ...]] = ("missed", "withdrawn", "broken", "behind", "undetermined", "booked")


class Days(NamedTuple):
    """The two days that a judgement goes by."""

    as_of: date
    judged_by: date

    def until(self, end: date | None) -> "Days":
        """Return the days, neither of them after `end`."""
        return Days(min(self.as_of, end), min(self.judged_by, end)) if end else self


class BucketProgress(NamedTuple):
    """What was done and is booked in one bucket, whose calendar days are `period`.

    It is met, unmet or unknown once it is full and finished, open while it is full and not finished, and cut
    when some of its days are outside the window; a cut one is never judged. `could` is how much undated
    records could add to it, `required` the number that is in force on its last day.
    """

    period: Period
    done: Number
    booked: Number
    approx: bool
    state: BucketState
    could: Number = 0
    required: Number = 0


class Running(NamedTuple):
    """How the bucket stands that is running and long enough to have a pace; its amounts are whole."""

    period: Period
    required: int
    done: int
    booked: int
    missing: int
    due: int
    next_by: date | None
    state: Literal["met", "booked", "behind", "undetermined", "on_track"]


class Buckets(NamedTuple):
    """The buckets of a target that is judged in each of them, in order.

    They are `unfillable` where the unknown ones cannot all have been met.
    """

    per: Per
    all: tuple[BucketProgress, ...]
    unfillable: bool = False
    running: Running | None = None

    @property
    def judged(self) -> int:
        """How many are full and finished."""
        return sum(bucket.state in ("met", "unmet", "unknown") for bucket in self.all)

    @property
    def met(self) -> int:
        """How many of the judged ones reached what was promised."""
        return sum(bucket.state == "met" for bucket in self.all)

    @property
    def unmet(self) -> tuple[Period, ...]:
        """The judged ones that did not."""
        return self._in_state("unmet")

    @property
    def unknown(self) -> tuple[Period, ...]:
        """The judged ones that may have, with records whose days are not known well enough."""
        return self._in_state("unknown")

    @property
    def doubtful(self) -> tuple[tuple[Literal["unmet", "unknown"], tuple[Period, ...]], ...]:
        """The unmet and the unknown ones, where there are any."""
        return tuple((state, own) for state in ("unmet", "unknown") if (own := self._in_state(state)))

    def _in_state(self, state: BucketState) -> tuple[Period, ...]:
        return tuple(bucket.period for bucket in self.all if bucket.state == state)


class TargetProgress(NamedTuple):
    """How one target stands; amounts are occasions, different things, or the target's quantity.

    `due` is whole but for a quantity, where it is exact. `next_by` is None when there is nothing left to do,
    or nothing left that could help. `missing` and `due` are None where each bucket is judged; then `buckets`
    has them. `could` is how much undated records could add. `met_exactly` is None unless it is met.
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
    average: "Fraction | None" = None
    could: "Amount" = 0
    could_approx: bool = False
    met_exactly: bool | None = None
    unbooked: bool = False
    areas: "tuple[AreaProgress, ...]" = ()

    @property
    def in_force(self) -> Target:
        """The target with the number that is in force, where each bucket has one."""
        if not self.target.by_bucket or self.required == self.target.at_least:
            return self.target
        return self.target._replace(at_least=int(self.required))


class AreaProgress(NamedTuple):
    """How a target stands in one of the areas that must each reach it."""

    area: str
    progress: TargetProgress


def worst(states: Sequence[State]) -> State:
    """Return the state that several make together."""
    for state in _WORST:
        if state in states:
            return state
    if all(state == "no_need" for state in states):
        return "no_need"
    if all(state in ("met", "no_need") for state in states):
        return "met"
    return "not_started" if all(state == "not_started" for state in states) else "on_track"
