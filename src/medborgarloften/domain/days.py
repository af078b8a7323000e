"""Words for single civil days, in Swedish and English.

A text that names no day gives None. For an invalid date (30 February, or the American 3/14)
`impossible_day` returns what was written, so that the answer can say what is wrong.
"""

import re
from datetime import date
from typing import Final, Literal, NamedTuple, TypeAlias

from medborgarloften.domain.period import FIRST_YEAR, LAST_YEAR, MONTHS, folded, shifted

Leaning: TypeAlias = Literal["past", "future"]
"""Where a day without a year or a week is looked for: what has happened, or what is to come."""

_NEAR: Final = {
    "idag": 0,
    "i dag": 0,
    "today": 0,
    "igår": -1,
    "i går": -1,
    "yesterday": -1,
    "förrgår": -2,
    "i förrgår": -2,
    "day before yesterday": -2,
    "imorgon": 1,
    "i morgon": 1,
    "imorron": 1,
    "i morron": 1,
    "tomorrow": 1,
    "övermorgon": 2,
    "i övermorgon": 2,
    "day after tomorrow": 2,
}  # days after today

_STEP: Final = r"(?P<count>[+-][0-9]{1,6})(?P<unit>[dvw])"
_STEP_DAYS: Final = {"d": 1, "v": 7, "w": 7}

_SWEDISH: Final = (
    ("måndag", "mån"),
    ("tisdag", "tis"),
    ("onsdag", "ons"),
    ("torsdag", "tors", "tor"),
    ("fredag", "fre"),
    ("lördag", "lör"),
    ("söndag", "sön"),
)  # Monday first, as `date.weekday` counts; the full name first
_ENGLISH: Final = (
    ("monday", "mon"),
    ("tuesday", "tues", "tue"),
    ("wednesday", "wed"),
    ("thursday", "thurs", "thur", "thu"),
    ("friday", "fri"),
    ("saturday", "sat"),
    ("sunday", "sun"),
)
WEEKDAYS: Final = {
    name: day for days in (_SWEDISH, _ENGLISH) for day, names in enumerate(days) for name in names
}
"""The number of a weekday (Monday is 0) by its Swedish and English names and abbreviations, in lower case."""

_BEFORE: Final = {
    **{f"i {names[0]}s": day for day, names in enumerate(_SWEDISH)},
    **{f"last {name}": day for day, names in enumerate(_ENGLISH) for name in names},
}
_AFTER: Final = {
    **{f"på {name}": day for day, names in enumerate(_SWEDISH) for name in names},
    **{f"next {name}": day for day, names in enumerate(_ENGLISH) for name in names},
}  # "nästa måndag" is left out: Swedes disagree on which one it is

_WRITTEN: Final = (
    r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})",
    r"(?:den )?(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})(?:[ /-](?P<year>[0-9]{4}))?",
    r"(?:den )?(?P<day>[0-9]{1,2}) (?P<month>[a-z]+)(?: (?P<year>[0-9]{4}))?",
    r"(?P<month>[a-z]+) (?P<day>[0-9]{1,2})(?:,? (?P<year>[0-9]{4}))?",
)
_LEAP_YEAR: Final = 2000  # has every day that any year has


class WrittenDay(NamedTuple):
    """A day as it was written, whether the calendar has it or not; `year` is None when left out.

    `year` is 1900 to 2999; `month` and `day` are 0 to 99.
    """

    year: int | None
    month: int
    day: int

    @property
    def exists(self) -> bool:
        """Whether the calendar has the day; without a year: whether any year has it."""
        return _calendar_day(self.year or _LEAP_YEAR, self.month, self.day) is not None

    @property
    def swapped(self) -> "WrittenDay | None":
        """The same with day and month changed about, None when the calendar lacks that day too."""
        other = WrittenDay(self.year, self.day, self.month)
        return other if other.exists else None


def parse_day(text: str, today: date, leaning: Leaning) -> date | None:
    """Return the day that `text` names in Swedish or English, None when it is no day.

    Case, extra white space and the Unicode form of å, ä and ö make no difference. Days are 1900-01-01 to
    2999-12-31. A bare weekday is the latest one up to and including `today`, or, leaning to the future, the
    next one after it; a day and month without a year is the latest or the next one, `today` included.
    """
    words = folded(text)
    if words in _NEAR:
        return shifted(today, _NEAR[words])
    if step := re.fullmatch(_STEP, words):
        return shifted(today, int(step["count"]) * _STEP_DAYS[step["unit"]])
    if written := _written_day(words):
        return _dated(written, today, leaning)
    return _weekday(words, today, leaning)


def impossible_day(text: str) -> WrittenDay | None:
    """Return what was written when `text` has the form of a day that does not exist, otherwise None.

    The American 3/14 is the third day of month 14; its `swapped` is the day that was probably meant.
    """
    written = _written_day(folded(text))
    return written if written and not written.exists else None


def _written_day(words: str) -> WrittenDay | None:
    """Return the day that is written out in `words`, None when its form or its year is not accepted."""
    matches = (re.fullmatch(form, words) for form in _WRITTEN)
    match = next((match for match in matches if match), None)
    month = _month(match["month"]) if match else None
    if match is None or month is None:
        return None
    year = int(match["year"]) if match["year"] else None
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return WrittenDay(year, month, int(match["day"]))


def _month(word: str) -> int | None:
    """Return the number of a month by its digits or its name, None when it is no month name."""
    return int(word) if word.isdecimal() else MONTHS.get(word)


def _calendar_day(year: int, month: int, day: int) -> date | None:
    """Return the day, None when the calendar has no such day or its year is out of range."""
    try:
        return date(year, month, day) if FIRST_YEAR <= year <= LAST_YEAR else None
    except ValueError:
        return None


def _dated(written: WrittenDay, today: date, leaning: Leaning) -> date | None:
    """Return the day; a missing year is the nearest one, on that side of today, that has such a day."""
    year, month, day = written
    if year is not None:
        return _calendar_day(year, month, day)
    past = leaning == "past"
    years = range(today.year, FIRST_YEAR - 1, -1) if past else range(today.year, LAST_YEAR + 1)
    days = (_calendar_day(year, month, day) for year in years)
    return next((day for day in days if day and (day <= today if past else day >= today)), None)


def _weekday(words: str, today: date, leaning: Leaning) -> date | None:
    """Return the day that a weekday names, alone or with a word for before or after today."""
    if words in _BEFORE:
        return shifted(today, -1 - (today.weekday() - _BEFORE[words] - 1) % 7)
    if words in WEEKDAYS and leaning == "past":
        return shifted(today, -((today.weekday() - WEEKDAYS[words]) % 7))
    after = _AFTER.get(words, WEEKDAYS.get(words))
    return None if after is None else shifted(today, 1 + (after - today.weekday() - 1) % 7)
