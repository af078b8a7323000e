"""Calendar periods: what people write, the days it means and its one canonical code.

Ranges are half-open inside: `start` belongs to a period, `stop` is the day after its last. What people
write and read is inclusive: `of`, `first`, `last` and the codes name days that belong to the period.
"""

import re
import unicodedata
from datetime import date, timedelta
from typing import Final, Literal, NamedTuple, Self

from medborgarloften.domain.per import Part, Per, begins, month_start

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2999

_MONTH_NAMES: Final = (
    "januari january jan",
    "februari february febr feb",
    "mars march mar",
    "april apr",
    "maj may",
    "juni june jun",
    "juli july jul",
    "augusti august aug",
    "september sept sep",
    "oktober october okt oct",
    "november nov",
    "december dec",
)
MONTHS: Final = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
"""The number of a month (1 to 12) by its Swedish and English names and abbreviations, in lower case."""

_Unit = Literal["week", Part]

_UNITS: Final[dict[str, _Unit]] = {
    "q": "quarter",
    "kvartal ": "quarter",
    "quarter ": "quarter",
    "t": "tertial",
    "tertial ": "tertial",
    "h": "half-year",
    "halvår ": "half-year",
    "half year ": "half-year",
    "v": "week",
    "w": "week",
    "vecka ": "week",
    "week ": "week",
}  # what stands before the number: a letter touches it, a word does not

_RELATIVE: Final[dict[str, tuple[_Unit, int]]] = {
    "förra månaden": ("month", -1),
    "last month": ("month", -1),
    "denna månad": ("month", 0),
    "den här månaden": ("month", 0),
    "this month": ("month", 0),
    "förra veckan": ("week", -1),
    "last week": ("week", -1),
    "denna vecka": ("week", 0),
    "den här veckan": ("week", 0),
    "this week": ("week", 0),
    "förra året": ("year", -1),
    "i fjol": ("year", -1),
    "last year": ("year", -1),
    "i år": ("year", 0),
    "this year": ("year", 0),
}  # the unit, and how many units after the one that contains today

_NUMERIC: Final = r"(?P<year>[0-9]{4})(?: (?P<month>[0-9]{2}))?"
_YEAR_FIRST: Final = r"(?:(?P<year>[0-9]{4}) )?(?P<part>[^0-9]+[0-9]{0,2})"
_YEAR_LAST: Final = r"(?P<part>[^0-9]+[0-9]{0,2}) (?P<year>[0-9]{4})"

_CODES: Final[dict[Part, str]] = {
    "month": "{:04d}-{:02d}",
    "quarter": "{:04d}-Q{}",
    "tertial": "{:04d}-T{}",
    "half-year": "{:04d}-H{}",
    "year": "{:04d}",
}  # filled with the year and the number in it


class Period(NamedTuple):
    """Days from `start` up to, not including, `stop`; at least one day when made by this module."""

    start: date
    stop: date

    @classmethod
    def of(cls, first: date, last: date) -> Self:
        """Return the days from `first` to `last`, both included.

        Raises ValueError when `last` is before `first`, and OverflowError when `last` is `date.max`.
        """
        if last < first:
            raise ValueError(f"{last} is before {first}")
        return cls(first, last + timedelta(days=1))

    @property
    def first(self) -> date:
        """The first day, which is `start`."""
        return self.start

    @property
    def last(self) -> date:
        """The last day that belongs to the period."""
        return self.stop - timedelta(days=1)

    @property
    def days(self) -> int:
        """The length in days, at least 1."""
        return (self.stop - self.start).days

    @property
    def is_year(self) -> bool:
        """Whether it is a calendar year."""
        year = self.start.year
        return self.start == date(year, 1, 1) and self.last == date(year, 12, 31)

    @property
    def months(self) -> list[date]:
        """The first day of every calendar month of which it has a day."""
        months = [month_start(self.start)]
        while (following := month_start(months[-1], 1)) < self.stop:
            months.append(following)
        return months

    def holds(self, day: date) -> bool:
        """Tell whether `day` belongs to the period."""
        return self.start <= day < self.stop

    def overlaps(self, other: "Period") -> bool:
        """Tell whether the two have at least one day in common."""
        return self.start < other.stop and other.start < self.stop

    def clip(self, other: "Period") -> "Period | None":
        """Return the days in common, None when there is none."""
        if not self.overlaps(other):
            return None
        return Period(max(self.start, other.start), min(self.stop, other.stop))


class _Part(NamedTuple):
    """A period that comes back every year: its unit, and which one it is, from 1."""

    unit: _Unit
    number: int


def parse_period(text: str, today: date) -> Period | None:
    """Return the period that `text` names in Swedish or English, None when it names none.

    Case, extra white space and the Unicode form of å, ä and ö make no difference; a hyphen is as good as
    a space. Without a year it is the latest such period that has begun by `today`. Years, and for weeks
    ISO years, are 1900 to 2999; other years are no period.
    """
    words = folded(text).replace("-", " ")
    if words in _RELATIVE:
        return _relative(*_RELATIVE[words], today)
    if numeric := re.fullmatch(_NUMERIC, words):
        year, month = numeric.groups()
        return _in_year(_Part("month", int(month)) if month else _Part("year", 1), int(year))
    match = re.fullmatch(_YEAR_FIRST, words) or re.fullmatch(_YEAR_LAST, words)
    part = _part(match["part"]) if match else None
    if match is None or part is None:
        return None
    return _in_year(part, int(match["year"])) if match["year"] else _latest(part, today)


def code_of(period: Period) -> str:
    """Return the canonical code of a period; equal periods have equal codes.

    A calendar period has a code of its own, such as 2022-03, 2022-Q1, 2022-T1, 2022-H1, 2022-W11 or 2022.
    Any other is its day, 2022-03-14, or its first and last day, 2022-01-01/2022-02-28.
    """
    if code := _month_code(period) or _week_code(period):
        return code
    if period.days == 1:
        return period.first.isoformat()
    return f"{period.first.isoformat()}/{period.last.isoformat()}"


def folded(text: str) -> str:
    """Return `text` in NFC and lower case, with white space collapsed to single spaces and none around."""
    return " ".join(unicodedata.normalize("NFC", text).lower().split())


def shifted(day: date, days: int) -> date | None:
    """Return the day that is `days` after `day` (negative: before), None outside the years 1900 to 2999."""
    ordinal = day.toordinal() + days
    if not date(FIRST_YEAR, 1, 1).toordinal() <= ordinal <= date(LAST_YEAR, 12, 31).toordinal():
        return None
    return date.fromordinal(ordinal)


def _part(words: str) -> _Part | None:
    """Return what a month name, or a unit with its number, stands for."""
    if words in MONTHS:
        return _Part("month", MONTHS[words])
    unit = words.rstrip("0123456789")
    number = words.removeprefix(unit)
    return _Part(_UNITS[unit], int(number)) if unit in _UNITS and number else None


def _in_year(part: _Part, year: int) -> Period | None:
    """Return that part of the year, None when the year has none such or is out of range."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if part.unit == "week":
        return _week(year, part.number)
    if not 1 <= part.number <= len(begins(part.unit)):
        return None
    per, january = Per(part.unit), date(year, 1, 1)
    return Period(per.start(january, part.number - 1), per.start(january, part.number))


def _week(year: int, number: int) -> Period | None:
    """Return an ISO week, None when the ISO year has no week of that number."""
    try:
        monday = date.fromisocalendar(year, number, 1)
    except ValueError:
        return None
    return Period(monday, monday + timedelta(weeks=1))


def _latest(part: _Part, today: date) -> Period | None:
    """Return the latest such period that has begun; an ISO year may begin before the civil one."""
    years = range(min(today.year, LAST_YEAR) + 1, FIRST_YEAR - 1, -1)
    periods = (_in_year(part, year) for year in years)
    return next((period for period in periods if period and period.start <= today), None)


def _relative(unit: _Unit, steps: int, today: date) -> Period | None:
    """Return the week, month or year that is `steps` after the one that contains today."""
    per = Per(unit)
    first = per.start(today, steps)
    return _in_year(_Part(unit, per.number_of(first) or 1), per.year(first))


def _month_code(period: Period) -> str | None:
    """Return the code of a year, half, tertial, quarter or month; None for any other period."""
    for unit, code in _CODES.items():
        per = Per(unit)
        if period == (per.start(period.start, 0), per.start(period.start, 1)):
            return code.format(period.start.year, per.number_of(period.start))
    return None


def _week_code(period: Period) -> str | None:
    """Return the code of an ISO week, None for any other period."""
    year, week, weekday = period.start.isocalendar()
    return f"{year:04d}-W{week:02d}" if (weekday, period.days) == (1, 7) else None
