"""What was promised: an agreement with its words (kinds, areas, parties) and its promises."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from medborgarloften.domain.per import Per
from medborgarloften.domain.period import Period

Language = Literal["sv", "en"]

Judged = Literal["each", "average"]
Pace = Literal["even", "end"] | tuple[tuple[date, int | Decimal], ...]
"""When a number is due: evenly, on the last day, or in steps, how much from which day, both rising."""

OCCASIONS = "occasions"
AREAS = "areas"
DAYS = "days"
WEEKENDS = "weekends"
DISTINCT = (AREAS, DAYS, WEEKENDS)  # what is counted as different ones, not summed
RESERVED = (OCCASIONS, *DISTINCT)  # what a target may count beside the quantities of its agreement


class Text(NamedTuple):
    """A text with a language; both are the same where the file gives one string."""

    sv: str
    en: str

    def in_(self, language: Language) -> str:
        """Return the text in `language`."""
        return self.sv if language == "sv" else self.en


class Kind(NamedTuple):
    """Something that can be logged; `tags` are the parts that its promise names, by id."""

    id: str
    name: Text
    plural: Text
    aliases: tuple[str, ...]
    tags: Mapping[str, Text]

    @property
    def names(self) -> tuple[str, ...]:
        """Every word that a person may write for this kind."""
        return (self.id, *self.name, *self.plural, *self.aliases)


class Area(NamedTuple):
    """A district, a place, or whatever must be covered; `focus` where the agreement says so."""

    id: str
    name: Text
    focus: bool
    aliases: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Every word that a person may write for this area."""
        return (self.id, *self.name, *self.aliases)


class Revision(NamedTuple):
    """From `first` on another number is in force, as was decided."""

    first: date
    at_least: int | Decimal
    decision: Text


class Ended(NamedTuple):
    """`on` was the last day of a promise that was ended before its time, as was decided."""

    on: date
    decision: Text


class Target(NamedTuple):
    """A number that was promised over `window`: at least `at_least` of what `of` says.

    `of` is one of RESERVED or the id of a quantity. An empty filter lets everything through. With `per`,
    every bucket must reach it (`judge` each), or the total as many times (average). With `each_area`,
    each of these areas must reach it separately. `weekdays` are 0 (Monday) to 6, `months` 1 to 12.
    `minimum` has the least amount of a quantity for each occasion. `revised` are in order. Of `parties` any
    must have taken part, of `all_parties` every one; an area that is not in `not_areas` must be named.
    """

    kinds: tuple[str, ...]
    at_least: int | Decimal
    window: Period
    of: str = OCCASIONS
    areas: frozenset[str] = frozenset()
    not_areas: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()
    all_parties: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    together_with: str | None = None
    name: Text | None = None
    per: Per | None = None
    judge: Judged = "each"
    pace: Pace = "even"
    each_area: tuple[str, ...] = ()
    weekdays: frozenset[int] = frozenset()
    months: frozenset[int] = frozenset()
    exceptions: frozenset[date] = frozenset()
    minimum: tuple[tuple[str, int | Decimal], ...] = ()
    if_needed: bool = False
    revised: tuple[Revision, ...] = ()

    @property
    def revised_on(self) -> tuple[date, ...]:
        """The days from which another number is in force."""
        return tuple(revision.first for revision in self.revised)

    def number_on(self, day: date) -> int | Decimal:
        """Return the number that is in force on a day."""
        return next((r.at_least for r in reversed(self.revised) if r.first <= day), self.at_least)

    @property
    def by_bucket(self) -> bool:
        """Whether every bucket is judged separately."""
        return self.per is not None and self.judge == "each"

    @property
    def is_whole(self) -> bool:
        """Whether whole things are counted: occasions, areas, days or weekends, not a quantity."""
        return self.of in RESERVED


class Promise(NamedTuple):
    """One promise in its own words, with its targets, the kinds that it counts without a number, or both.

    `number` is its place in the file, from 1. `parties` and `areas` are who promised and which areas
    it names; they are shown and never filter.
    """

    id: str
    number: int
    text: Text
    window: Period
    targets: tuple[Target, ...]
    counts: tuple[str, ...]
    parties: tuple[str, ...]
    areas: tuple[str, ...]
    rule: Text | None
    decision: str | None
    ended: Ended | None = None

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds that the promise is about, each once, in the order of the file."""
        return tuple(dict.fromkeys([*(kind for t in self.targets for kind in t.kinds), *self.counts]))


class Agreement(NamedTuple):
    """One signed agreement: its period, its words and its promises. `file` is the name of its file.

    Identity numbers in its texts are masked; `masked` says that there was one. The quantities
    in `stocks` are levels: the latest holds, and they are never summed. A `draft` has not been agreed
    on yet: it can be logged against, and is not reported on.
    """

    file: str
    municipality: str
    title: Text
    period: Period
    language: Language
    source: Text | None
    contact: Text | None
    parties: Mapping[str, Text]
    areas: Mapping[str, Area]
    kinds: Mapping[str, Kind]
    quantities: Mapping[str, Text]
    promises: tuple[Promise, ...]
    masked: bool = False
    draft: bool = False
    stocks: frozenset[str] = frozenset()

    def tag(self, tag: str) -> Text | None:
        """Return the text of a tag, whichever kind declares it."""
        return next((kind.tags[tag] for kind in self.kinds.values() if tag in kind.tags), None)

    def promise(self, word: str) -> Promise | None:
        """Find a promise by its id, whatever the case, or by its number in the file."""
        wanted = word.strip().casefold()
        return next((p for p in self.promises if wanted in (p.id.casefold(), str(p.number))), None)
