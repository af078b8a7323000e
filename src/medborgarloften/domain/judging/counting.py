"""What counts for a target, and how much that is."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal, NamedTuple

from medborgarloften.domain.activity import Activity, Record
from medborgarloften.domain.judging.schedule import Schedule
from medborgarloften.domain.promise import AREAS, DAYS, DISTINCT, OCCASIONS, WEEKENDS, Target

Number = int | Decimal

Reason = Literal["outside", "days", "weekends", "buckets", "crossed"]
"""Why a figure is unplaced: days outside the target's, several days where different days count,
no single weekend, no single bucket, or corrections that have left the last day before the first."""

_FRIDAY = 4


class Tally(NamedTuple):
    """How many records say exactly this; a large log is counted once for each thing that it says."""

    content: Activity
    records: int

    @property
    def occasions(self) -> int:
        """The occasions of all of them together."""
        return self.content.occasions * self.records


class Unplaced(NamedTuple):
    """What passes a target's filters and does not count, or fits in no bucket, because of its other days."""

    tally: Tally
    reason: Reason


class Gathered(NamedTuple):
    """What there is for one target: what counts, the plans that would, what is unplaced.

    `unfinished` is what will count once it has ended.
    """

    counted: list[Tally]
    planned: list[Tally]
    unplaced: list[Unplaced]
    unfinished: list[Tally]

    @property
    def undated(self) -> list[Tally]:
        """What may have been done by now, though it does not count."""
        dated = (entry.tally for entry in self.unplaced if entry.reason != "crossed")
        return [*dated, *self.unfinished]

    def in_area(self, area: str) -> "Gathered":
        """Return what of it is in one area."""
        return Gathered(
            [tally for tally in self.counted if area in tally.content.areas],
            [tally for tally in self.planned if area in tally.content.areas],
            [entry for entry in self.unplaced if area in entry.tally.content.areas],
            [tally for tally in self.unfinished if area in tally.content.areas],
        )


def ordered(misfits: Iterable[Unplaced]) -> tuple[Unplaced, ...]:
    """Return what is unplaced by day, whatever order its records were read in."""
    return tuple(sorted(misfits, key=lambda entry: (entry.tally.content.day, repr(entry))))


def activity(record: Record) -> Activity:
    """Return what a record of `log` or `plan` says."""
    assert isinstance(record.content, Activity)
    return record.content


def tallied(records: Iterable[Record]) -> list[Tally]:
    """Count the records that say exactly the same, in the order of the first ones."""
    return [Tally(*counted) for counted in Counter(map(activity, records)).items()]


Index = dict[str, list[Tally]]


def by_kind(tallies: Iterable[Tally]) -> Index:
    """Index tallies by each of their kinds."""
    index: Index = {}
    for tally in tallies:
        for kind in tally.content.kinds:
            index.setdefault(kind, []).append(tally)
    return index


def of_kinds(index: Index, kinds: tuple[str, ...]) -> Iterator[Tally]:
    """Yield what is of any of the kinds, each once though it may be of several."""
    for place, kind in enumerate(kinds):
        earlier = kinds[:place]
        for tally in index.get(kind, ()):
            if not any(other in tally.content.kinds for other in earlier):
                yield tally


def gather(target: Target, when: Schedule, done: Index, plans: Index, as_of: date) -> Gathered:
    """Gather what there is for a target up to the as-of day, and the plans from that day on."""
    gathered = Gathered([], [], [], [])
    places = _Places(target, when, as_of)
    for tally in of_kinds(done, target.kinds):
        content = tally.content
        if failed(content, target) is None:
            place = "crossed" if content.is_crossed else places.of(content.day, content.last)
            if place == "counts":
                gathered.counted.append(tally)
            elif place == "unfinished":
                gathered.unfinished.append(tally)
            elif place is not None:
                gathered.unplaced.append(Unplaced(tally, place))
    places = _Places(target, when, date.max)
    for tally in of_kinds(plans, target.kinds):
        content = tally.content
        if (
            content.day >= as_of
            and (when.end is None or content.day <= when.end)
            and not content.is_crossed
            and failed(content, target) is None
            and places.of(content.day, content.last) == "counts"
        ):
            gathered.planned.append(tally)
    return gathered


Filter = Literal["areas", "not_areas", "parties", "all_parties", "tags", "together_with", "minimum"]


def failed(content: Activity, target: Target) -> Filter | None:  # noqa: PLR0911 - one for each filter
    """Return the first filter of the target that a record of the right kind does not pass."""
    areas = target.areas or target.each_area
    if areas and not any(area in areas for area in content.areas):
        return "areas"
    if target.not_areas and target.not_areas.issuperset(content.areas):
        return "not_areas"
    if target.parties and target.parties.isdisjoint(content.parties):
        return "parties"
    if not target.all_parties.issubset(content.parties):
        return "all_parties"
    if target.tags and target.tags.isdisjoint(content.tags):
        return "tags"
    if target.together_with is not None and target.together_with not in content.kinds:
        return "together_with"
    return "minimum" if target.minimum and not _is_large_enough(content, target) else None


def _is_large_enough(content: Activity, target: Target) -> bool:
    """Say whether each occasion has the minimum; a record without the quantity has not."""
    own = dict(content.quantities)
    return all(key in own and own[key] >= least * content.occasions for key, least in target.minimum)


_Place = Reason | Literal["counts", "unfinished"] | None


class _Places:
    """Says whether a record of some days counts, will count, or is unplaced; the same days come often."""

    def __init__(self, target: Target, when: Schedule, as_of: date) -> None:
        self._target, self._when, self._as_of = target, when, as_of
        self._known: dict[tuple[date, date], _Place] = {}

    def of(self, first: date, last: date) -> _Place:
        key = (first, last)
        if key not in self._known:
            self._known[key] = self._place(first, last)
        return self._known[key]

    def _place(self, first: date, last: date) -> _Place:
        reason = self._obstacle(first, last)
        if reason is None:
            return "counts" if last <= self._as_of else "unfinished" if first <= self._as_of else None
        touched = self._when.within(first, min(last, self._as_of))
        if self._target.of == WEEKENDS:
            return reason if any(weekend_of(date.fromordinal(day)) for day in touched) else None
        return reason if touched else None

    def _obstacle(self, first: date, last: date) -> Reason | None:
        """Return why a record of these days cannot count."""
        if not self._when.holds(first, last):
            return "outside"
        if self._target.of == DAYS and first != last:
            return "days"
        if self._target.of == WEEKENDS:
            weekend = weekend_of(first)
            return None if weekend and weekend == weekend_of(last) else "weekends"
        return None


def weekend_of(day: date) -> date | None:
    """Return the Friday of the weekend, Friday to Sunday, that contains a day; None for any other day."""
    past = day.weekday() - _FRIDAY
    return day - timedelta(days=past) if past >= 0 else None


def things(content: Activity, target: Target) -> Iterable[object]:
    """Return the areas, the day or the weekend that a record adds to what is counted as different ones."""
    if target.of == AREAS:
        return [area for area in content.areas if _is_let_through(target, area)]
    return (content.day,) if target.of == DAYS else (weekend_of(content.day),)


def _is_let_through(target: Target, area: str) -> bool:
    named = target.areas or target.each_area
    return (not named or area in named) and area not in target.not_areas


def measured(target: Target, tallies: Iterable[Tally]) -> Number:
    """Return how much tallies are together: occasions, different things, or a quantity as logged."""
    if target.of == OCCASIONS:
        return sum(tally.occasions for tally in tallies)
    if target.of in DISTINCT:
        return len({thing for tally in tallies for thing in things(tally.content, target)})
    return sum(_quantity(target, tally) for tally in tallies)


def _quantity(target: Target, tally: Tally) -> Number:
    return dict(tally.content.quantities).get(target.of, 0) * tally.records


def is_approximate(target: Target, tallies: Iterable[Tally]) -> bool:
    """Say whether one that adds something is approximate."""
    return any(tally.content.approx and measured(target, [tally]) > 0 for tally in tallies)


def course(target: Target, tallies: Iterable[Tally]) -> list[tuple[date, Number]]:
    """Return the days on which done grew, each with what was done by then."""
    by_day: dict[date, list[Tally]] = {}
    for tally in tallies:
        by_day.setdefault(tally.content.last, []).append(tally)
    grown: list[tuple[date, Number]] = []
    seen, done, before = set[object](), Decimal(0), Decimal(0)
    for day, own in sorted(by_day.items()):
        if target.of in DISTINCT:
            seen.update(thing for tally in own for thing in things(tally.content, target))
            done = Decimal(len(seen))
        else:
            done += measured(target, own)
        if done > before:
            grown.append((day, done))
        before = done
    return grown
