"""Units of time and their buckets in words: "per vecka", "v. 11–12". Knows no target and no figure."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from medborgarloften.domain.per import Per
from medborgarloften.domain.period import Period
from medborgarloften.render.words.wording import Words

MOST_RUNS = 6  # of unmet buckets that a line names one by one
_MOST_NAMES = 26  # runs of buckets that a report names
_LATEST = 3  # that it names where there are more


def how_often(words: Words, per: Per) -> str:
    """Return how often: "per vecka", "varannan månad"."""
    key = _key(words, f"often.{per.unit}.{per.number}", f"often.{per.unit}")
    return words.say(key, nth=_nth(words, per.number))


def plural(words: Words, per: Per, count: int) -> str:
    """Return the unit for a number of buckets: "veckor", "period"."""
    return words.count(_key(words, f"unit.{per.unit}.{per.number}", f"unit.{per.unit}"), count)


def one(words: Words, per: Per, form: str) -> str:
    """Return one bucket in a form of the catalogue: `any` ("i någon vecka"), `certain`, `not_yet`."""
    return words.say(_key(words, f"unit.{per.unit}.{per.number}.{form}", f"unit.{per.unit}.{form}"))


def _key(words: Words, numbered: str, general: str) -> str:
    """Return the key of a unit with its number ("often.weeks.2") where it has one, else that of the unit."""
    return numbered if words.says(numbered) else general


def _nth(words: Words, number: int) -> str:
    """Return an ordinal in figures: "3:e", "21:a", "3rd"."""
    last = number % 10 if number % 100 not in (11, 12, 13) else 0
    if words.language == "sv":
        return f"{number}:{'a' if last in (1, 2) else 'e'}"
    return f"{number}{({1: 'st', 2: 'nd', 3: 'rd'}).get(last, 'th')}"


def name(words: Words, per: Per, period: Period, year: int) -> str:
    """Return one bucket's name; the year is told where it is not `year`."""
    return _all_names(words, per, [_Run(period, period)], year)


def names(words: Words, per: Per, periods: Sequence[Period], year: int) -> str:
    """Return the names of buckets in a line; of many, how many there are and the latest ones."""
    runs = _runs(per, periods)
    if len(runs) <= MOST_RUNS:
        return _all_names(words, per, runs, year)
    latest = _all_names(words, per, runs[-_LATEST:], year)
    return words.say("bucket.many", count=len(periods), units=plural(words, per, len(periods)), names=latest)


def every_name(words: Words, per: Per, periods: Sequence[Period], year: int) -> str:
    """Return the names of all buckets; of very many, how many there are in each month or year."""
    runs = _runs(per, periods)
    if len(runs) <= _MOST_NAMES:
        return _all_names(words, per, runs, year)
    counts = Counter(part_name(words, per, period) for period in periods)
    parts = ", ".join(words.say("bucket.part", name=part, count=count) for part, count in counts.items())
    return words.say(
        "bucket.by_part", count=len(periods), units=plural(words, per, len(periods)), parts=parts
    )


def part_name(words: Words, per: Per, period: Period) -> str:
    """Return the month that a day lies in, or the year of any other bucket: "feb. 2022", "2022"."""
    first = period.first
    return f"{words.month(first)} {first.year}" if per.unit == "day" else str(per.year(first))


class _Run(NamedTuple):
    """Buckets that follow on each other, of one year."""

    first: Period
    last: Period


def _runs(per: Per, periods: Iterable[Period]) -> list[_Run]:
    runs: list[_Run] = []
    for period in periods:
        if runs and per.is_named and _follows(per, runs[-1].last, period):
            runs[-1] = runs[-1]._replace(last=period)
        else:
            runs.append(_Run(period, period))
    return runs


def _follows(per: Per, earlier: Period, period: Period) -> bool:
    same_year = per.unit == "year" or per.year(earlier.first) == per.year(period.first)
    return same_year and earlier.stop == period.start


def _all_names(words: Words, per: Per, runs: Sequence[_Run], year: int) -> str:
    if per.unit == "day" or not per.is_named:
        return words.both(_days(words, run, year) for run in runs)
    if per.unit == "year":
        return words.both(_dashed(str(run.first.first.year), str(run.last.first.year)) for run in runs)
    by_year: dict[int, list[_Run]] = {}
    for run in runs:
        by_year.setdefault(per.year(run.first.first), []).append(run)
    if list(by_year) == [year]:
        return _of_year(words, per, runs, year=None)
    return words.both(_of_year(words, per, of_year, year=key) for key, of_year in by_year.items())


def _of_year(words: Words, per: Per, runs: Sequence[_Run], *, year: int | None) -> str:
    numbers = words.both(
        _dashed(_number(words, per, run.first), _number(words, per, run.last)) for run in runs
    )
    if per.unit == "month":
        return numbers if year is None else words.say("bucket.months_of_year", names=numbers, year=str(year))
    ends = {period for run in runs for period in run}
    numbered = words.count(f"bucket.{per.unit}", len(ends), numbers=numbers)
    return numbered if year is None else words.say("bucket.of_year", names=numbered, year=str(year))


def _number(words: Words, per: Per, period: Period) -> str:
    return words.month_name(period.first) if per.unit == "month" else str(per.number_of(period.first))


def _days(words: Words, run: _Run, year: int) -> str:
    first, last = run.first.first, run.last.last
    if first == last:
        return words.short_day(first, year)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{words.short_day(last, year)}"
    if first.year != last.year:
        return f"{words.short_day(first)}–{words.short_day(last)}"
    return f"{words.short_day(first, last.year)}–{words.short_day(last, year)}"


def _dashed(first: str, last: str) -> str:
    return first if first == last else f"{first}–{last}"
