"""Units of time: where one begins, how it is numbered, and the one list of them.

To add a part of the year, name it in `Part` and say in `begins` in which months it begins; its words are in
`render/words/texts/buckets.py`. Days before and after all that there are become `date.min` and `date.max`.
"""

from bisect import bisect_right
from datetime import date
from typing import Final, Literal, NamedTuple, get_args

Part = Literal["month", "quarter", "tertial", "half-year", "year"]
Named = Literal["day", "week", Part]
Unit = Literal[Named, "weeks", "months"]

NAMED: Final[tuple[Named, ...]] = get_args(Named)
"""The units of the calendar, the shortest first; the others are counted from the window's first day."""


class Per(NamedTuple):
    """How often: a calendar unit, or every `number` weeks or months from the window's first day (from 1)."""

    unit: Unit
    number: int = 1

    def __str__(self) -> str:
        """Return it as a promise file has it: "week", "2 weeks"."""
        return self.unit if self.is_named else f"{self.number} {self.unit}"

    @property
    def is_named(self) -> bool:
        """Whether it is a unit of the calendar."""
        return self.unit in NAMED

    def start(self, first: date, place: int) -> date:
        """Return the first day of a bucket; place 0 is the one that contains `first`, 1 the one after it."""
        match self.unit:
            case "day":
                return days_after(first, place)
            case "week":
                return days_after(first, 7 * place - first.weekday())
            case "weeks":
                return days_after(first, 7 * place * self.number)
            case "months":
                return months_after(first, place * self.number)
            case part:
                months = begins(part)
                years, index = divmod(_index(part, first) + place, len(months))
                return month_start(first, 12 * years + months[index] - first.month)

    def year(self, day: date) -> int:
        """Return the year that the bucket of a day is named with; of a week, the ISO year."""
        return day.isocalendar().year if self.unit == "week" else day.year

    def number_of(self, day: date) -> int | None:
        """Return the number of the bucket of a day in its year, of a day in its month, from 1.

        None for what has none: a year, and what is counted from the window's first day.
        """
        match self.unit:
            case "day":
                return day.day
            case "week":
                return day.isocalendar().week
            case "year" | "weeks" | "months":
                return None
            case part:
                return _index(part, day) + 1


def begins(part: Part) -> tuple[int, ...]:
    """Return the months (1 to 12) in which such parts of the calendar year begin, January first."""
    match part:
        case "month":
            return tuple(range(1, 13))
        case "quarter":
            return (1, 4, 7, 10)
        case "tertial":
            return (1, 5, 9)
        case "half-year":
            return (1, 7)
        case "year":
            return (1,)


def _index(part: Part, day: date) -> int:
    return bisect_right(begins(part), day.month) - 1


def days_after(day: date, number: int) -> date:
    """Return the day that is so many days later (negative: before), within what the calendar has."""
    return date.fromordinal(max(1, min(day.toordinal() + number, date.max.toordinal())))


def months_after(day: date, number: int) -> date:
    """Return the same day of a later month, cut to the month's length; at most the last day that there is."""
    first = month_start(day, number)
    if first == date.max:
        return first
    return first.replace(day=min(day.day, (month_start(first, 1) - first).days))


def month_start(day: date, later: int = 0) -> date:
    """Return the first day of a day's month, or of the one that is so many months later (negative: before).

    Before the first year it is `date.min`, and in the last one, which no agreement reaches, `date.max`.
    """
    years, month = divmod(day.month - 1 + later, 12)
    year = day.year + years
    if not date.min.year <= year < date.max.year:
        return date.min if year < date.max.year else date.max
    return date(year, month + 1, 1)
