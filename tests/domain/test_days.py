"""Words for days: every form in both languages, both leanings, and days that do not exist."""

import unicodedata
from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from medborgarloften.domain.days import Leaning, WrittenDay, impossible_day, parse_day
from medborgarloften.domain.period import MONTHS

WEDNESDAY = date(2022, 3, 16)
LEANINGS: tuple[Leaning, ...] = ("past", "future")
DAYS = st.dates(date(1900, 1, 1), date(2999, 12, 31))
TODAYS = st.dates(date(1910, 1, 1), date(2989, 12, 31))
SIDES = st.sampled_from(LEANINGS)

WITH_YEAR = [
    "2022-03-14",
    "14/3 2022",
    "14/03 2022",
    "14/3-2022",
    "14/3/2022",
    "den 14/3 2022",
    "14 mars 2022",
    "den 14 mars 2022",
    "14 march 2022",
    "14 mar 2022",
    "march 14 2022",
    "March 14, 2022",
]

WITHOUT_YEAR = [
    "14/3",
    "14/03",
    "den 14/3",
    "14 mars",
    "den 14 mars",
    "14 march",
    "14 mar",
    "march 14",
    "mars 14",
]

NEAR = [
    ("idag", 0),
    ("i dag", 0),
    ("today", 0),
    ("igår", -1),
    ("i går", -1),
    ("yesterday", -1),
    ("förrgår", -2),
    ("i förrgår", -2),
    ("day before yesterday", -2),
    ("imorgon", 1),
    ("i morgon", 1),
    ("imorron", 1),
    ("tomorrow", 1),
    ("övermorgon", 2),
    ("i övermorgon", 2),
    ("day after tomorrow", 2),
    ("-3d", -3),
    ("+3d", 3),
    ("-0d", 0),
    ("-2v", -14),
    ("-2w", -14),
    ("+2v", 14),
    ("+1w", 7),
]

NAMES = [
    (1, "måndag mån monday mon"),
    (2, "tisdag tis tuesday tue tues"),
    (3, "onsdag ons wednesday wed"),
    (4, "torsdag tors tor thursday thu thur thurs"),
    (5, "fredag fre friday fri"),
    (6, "lördag lör saturday sat"),
    (7, "söndag sön sunday sun"),
]
BARE = [(number, name) for number, names in NAMES for name in names.split()]
BEFORE = [(number, f"last {name}") for number, name in BARE if name.isascii() and name.endswith("day")] + [
    (1, "i måndags"),
    (2, "i tisdags"),
    (3, "i onsdags"),
    (4, "i torsdags"),
    (5, "i fredags"),
    (6, "i lördags"),
    (7, "i söndags"),
    (1, "last mon"),
]
AFTER = [(number, f"next {name}") for number, name in BARE if name.isascii() and name.endswith("day")] + [
    (1, "på måndag"),
    (2, "på tisdag"),
    (3, "på onsdag"),
    (4, "på torsdag"),
    (5, "på fredag"),
    (6, "på lördag"),
    (7, "på söndag"),
    (1, "på mån"),
]

REFUSED = [
    "",
    " ",
    "soon",
    "14",
    "den 14",
    "mars",
    "2022",
    "2022-03",
    "2022-3-14",
    "22-03-14",
    "2022/03/14",
    "20220314",
    "14.3.2022",
    "14.3",
    "14/3-22",
    "14/3 22",
    "14/3/22",
    "114/3",
    "14/mars",
    "14 mars-2022",
    "14mars",
    "14 mors",
    "mars 14 22",
    "3d",
    "-d",
    "--3d",
    "- 3d",
    "-3",
    "-3m",
    "+1234567d",
    "nästa måndag",
    "måndags",
    "i måndag",
    "i mondays",
    "last måndag",
    "på monday",
    "next",
    "v11",
    "1899-12-31",
    "3000-01-01",
    "0000-01-01",
    "14/3 1899",
    "14 mars 3000",
    "２０２２-03-14",  # full-width digits
    "2022-0３-14",
    "１４/3",
    "١٤/٣",  # Arabic digits
    "１４ mars",
    "-３d",
]

IMPOSSIBLE = [
    ("2022-02-30", WrittenDay(2022, 2, 30)),
    ("2022-02-29", WrittenDay(2022, 2, 29)),
    ("2100-02-29", WrittenDay(2100, 2, 29)),
    ("2022-13-01", WrittenDay(2022, 13, 1)),
    ("2022-00-10", WrittenDay(2022, 0, 10)),
    ("2022-03-00", WrittenDay(2022, 3, 0)),
    ("31/4", WrittenDay(None, 4, 31)),
    ("31/4 2022", WrittenDay(2022, 4, 31)),
    ("30 februari", WrittenDay(None, 2, 30)),
    ("den 30 FEB", WrittenDay(None, 2, 30)),
    ("29 februari 2021", WrittenDay(2021, 2, 29)),
    ("february 30", WrittenDay(None, 2, 30)),
    ("0/3", WrittenDay(None, 3, 0)),
    ("3/14", WrittenDay(None, 14, 3)),
    ("3/14/2022", WrittenDay(2022, 14, 3)),
    ("99/99", WrittenDay(None, 99, 99)),
]

AROUND = [
    ("14/3", "past", date(2022, 3, 14), date(2022, 3, 14)),
    ("14/3", "future", date(2022, 3, 14), date(2022, 3, 14)),
    ("14/3", "past", date(2022, 3, 13), date(2021, 3, 14)),
    ("14/3", "future", date(2022, 3, 15), date(2023, 3, 14)),
    ("31 december", "past", date(2022, 1, 1), date(2021, 12, 31)),
    ("1 januari", "future", date(2021, 12, 31), date(2022, 1, 1)),
    ("29/2", "past", date(2023, 5, 1), date(2020, 2, 29)),
    ("29/2", "past", date(2020, 2, 29), date(2020, 2, 29)),
    ("29/2", "past", date(2020, 2, 28), date(2016, 2, 29)),
    ("29 februari", "future", date(2020, 2, 29), date(2020, 2, 29)),
    ("29 februari", "future", date(2020, 3, 1), date(2024, 2, 29)),
    ("february 29", "past", date(2103, 1, 1), date(2096, 2, 29)),
    ("february 29", "future", date(2097, 1, 1), date(2104, 2, 29)),
    ("igår", "past", date(2022, 1, 1), date(2021, 12, 31)),
    ("i morgon", "future", date(2020, 2, 28), date(2020, 2, 29)),
    ("-1w", "past", date(2020, 3, 7), date(2020, 2, 29)),
    ("måndag", "past", date(2022, 1, 1), date(2021, 12, 27)),
    ("på måndag", "future", date(2021, 12, 31), date(2022, 1, 3)),
]


def spellings(text: str) -> list[str]:
    """Return `text` in capitals, with decomposed letters and with extra white space."""
    return [text.upper(), unicodedata.normalize("NFD", text), "\t" + text.replace(" ", " \u00a0 ") + "\n"]


@pytest.mark.parametrize("leaning", LEANINGS)
@pytest.mark.parametrize("today", [date.min, WEDNESDAY, date.max])
@pytest.mark.parametrize("text", WITH_YEAR)
def test_a_day_with_its_year_is_that_day(text: str, today: date, leaning: Leaning) -> None:
    """A day that tells its year is 14 March 2022 whenever it is read and whatever the leaning."""
    assert parse_day(text, today, leaning) == date(2022, 3, 14)


@pytest.mark.parametrize("text", WITHOUT_YEAR)
def test_a_day_without_year_follows_the_leaning(text: str) -> None:
    """On 16 March, 14 March is this year's when leaning to the past and next year's otherwise."""
    assert parse_day(text, WEDNESDAY, "past") == date(2022, 3, 14)
    assert parse_day(text, WEDNESDAY, "future") == date(2023, 3, 14)


@pytest.mark.parametrize("leaning", LEANINGS)
@pytest.mark.parametrize(("text", "days"), NEAR)
def test_a_day_near_today_is_counted_from_it(text: str, days: int, leaning: Leaning) -> None:
    """Words and steps count whole days from today, whatever the leaning."""
    assert parse_day(text, WEDNESDAY, leaning) == WEDNESDAY + timedelta(days=days)


@pytest.mark.parametrize(("text", "leaning", "today", "expected"), AROUND)
def test_days_cross_new_year_and_leap_day(text: str, leaning: Leaning, today: date, expected: date) -> None:
    """Today itself counts for a day and month; 29 February is the nearest leap year's on that side."""
    assert parse_day(text, today, leaning) == expected


@pytest.mark.parametrize("leaning", LEANINGS)
@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_day_is_none(text: str, leaning: Leaning) -> None:
    """A text that is no day, or may mean more than one, is not guessed at, and not called impossible."""
    assert parse_day(text, WEDNESDAY, leaning) is None
    assert impossible_day(text) is None


@pytest.mark.parametrize("leaning", LEANINGS)
@pytest.mark.parametrize(("text", "written"), IMPOSSIBLE)
def test_a_day_that_does_not_exist_is_told_apart(text: str, written: WrittenDay, leaning: Leaning) -> None:
    """A day that the calendar lacks is None, and what was written can be told."""
    assert parse_day(text, WEDNESDAY, leaning) is None
    assert impossible_day(text) == written
    assert not written.exists


@pytest.mark.parametrize(
    ("text", "swapped"),
    [
        ("3/14", WrittenDay(None, 3, 14)),
        ("2/29", WrittenDay(None, 2, 29)),
        ("2/29 2021", None),
        ("3/14/2022", WrittenDay(2022, 3, 14)),
        ("2022-14-03", WrittenDay(2022, 3, 14)),
        ("31/4", None),
        ("13/13", None),
        ("30 februari", None),
    ],
)
def test_the_american_order_can_be_recognised(text: str, swapped: WrittenDay | None) -> None:
    """An impossible day is known to exist the other way round, and only then."""
    written = impossible_day(text)
    assert written is not None
    assert written.swapped == swapped


@pytest.mark.parametrize("text", [*WITH_YEAR, *WITHOUT_YEAR, "29/2", "idag", "-3d", "måndag", "på måndag"])
def test_what_is_a_day_is_not_impossible(text: str) -> None:
    """A day that exists, in some year at least, is never called impossible."""
    assert impossible_day(text) is None


@pytest.mark.parametrize(
    "text",
    [*WITH_YEAR, *WITHOUT_YEAR, *(text for text, _ in NEAR), *(text for _, text in BARE + BEFORE + AFTER)],
)
def test_spelling_makes_no_difference(text: str) -> None:
    """Capitals, decomposed letters and extra white space leave the meaning as it is."""
    expected = parse_day(text, WEDNESDAY, "past")
    assert expected is not None
    assert [parse_day(variant, WEDNESDAY, "past") for variant in spellings(text)] == [expected] * 3


@pytest.mark.parametrize(
    ("text", "today"),
    [
        ("igår", date(1900, 1, 1)),
        ("-1v", date(1900, 1, 7)),
        ("last monday", date(1900, 1, 1)),
        ("i morgon", date(2999, 12, 31)),
        ("på måndag", date(2999, 12, 31)),
        ("-999999w", date(2022, 3, 16)),
        ("+999999w", date(2022, 3, 16)),
        ("idag", date.min),
        ("idag", date.max),
    ],
)
def test_a_day_outside_the_years_is_none(text: str, today: date) -> None:
    """A day before 1900 or after 2999 is None, also when only today tells the year."""
    assert parse_day(text, today, "past") is None


def test_a_number_of_any_length_is_no_error() -> None:
    """More digits than Python turns into a number are no day."""
    digits = "9" * 5000
    for text in (f"+{digits}d", f"{digits}/3", f"14/3 {digits}", f"{digits} mars"):
        assert parse_day(text, WEDNESDAY, "past") is None
        assert impossible_day(text) is None


def test_no_such_day_inside_the_years_is_none() -> None:
    """A day and month whose latest or next day would lie outside the years is None."""
    assert parse_day("14/3", date(1900, 3, 13), "past") is None
    assert parse_day("14/3", date(2999, 3, 15), "future") is None
    assert parse_day("29/2", date(1903, 12, 31), "past") is None


@given(DAYS, TODAYS, SIDES)
def test_a_written_date_is_itself(day: date, today: date, leaning: Leaning) -> None:
    """A date in ISO form, or in the Swedish order with its year, is that date."""
    for text in (f"{day:%Y-%m-%d}", f"{day.day}/{day.month} {day.year}", f"{day.day}/{day.month}-{day.year}"):
        assert parse_day(text, today, leaning) == day


@given(DAYS, st.sampled_from(sorted(MONTHS)), TODAYS, SIDES)
def test_every_month_name_can_be_in_a_day(day: date, name: str, today: date, leaning: Leaning) -> None:
    """A day below 29 of any month name is that day, in either order."""
    expected = date(day.year, MONTHS[name], min(day.day, 28))
    assert parse_day(f"{expected.day} {name} {expected.year}", today, leaning) == expected
    assert parse_day(f"{name} {expected.day} {expected.year}", today, leaning) == expected


@given(st.sampled_from(BARE), TODAYS)
def test_a_bare_weekday_is_the_nearest_on_its_side(weekday: tuple[int, str], today: date) -> None:
    """It is the right weekday: within the week up to today, or within the week after today."""
    number, name = weekday
    past, future = parse_day(name, today, "past"), parse_day(name, today, "future")
    assert past is not None
    assert future is not None
    assert past.isoweekday() == future.isoweekday() == number
    assert 0 <= (today - past).days <= 6
    assert 1 <= (future - today).days <= 7


@given(st.sampled_from(BEFORE), TODAYS, SIDES)
def test_a_weekday_before_is_strictly_before_today(
    weekday: tuple[int, str], today: date, leaning: Leaning
) -> None:
    """It is the right weekday, one to seven days before today, whatever the leaning."""
    number, text = weekday
    day = parse_day(text, today, leaning)
    assert day is not None
    assert day.isoweekday() == number
    assert 1 <= (today - day).days <= 7


@given(st.sampled_from(AFTER), TODAYS, SIDES)
def test_a_weekday_after_is_strictly_after_today(
    weekday: tuple[int, str], today: date, leaning: Leaning
) -> None:
    """It is the right weekday, one to seven days after today, whatever the leaning."""
    number, text = weekday
    day = parse_day(text, today, leaning)
    assert day is not None
    assert day.isoweekday() == number
    assert 1 <= (day - today).days <= 7


@given(st.dates(date(2000, 1, 1), date(2000, 12, 31)), TODAYS)
def test_a_day_without_year_is_the_nearest_on_its_side(day: date, today: date) -> None:
    """It is that day and month, on the right side of today or today, and no such day lies between."""
    text = f"{day.day}/{day.month}"
    past, future = parse_day(text, today, "past"), parse_day(text, today, "future")
    assert past is not None
    assert future is not None
    assert past <= today <= future
    assert (past.day, past.month) == (future.day, future.month) == (day.day, day.month)
    between = [past + timedelta(days=count) for count in range(1, (future - past).days)]
    assert not [found for found in between if (found.day, found.month) == (day.day, day.month)]


@given(st.integers(0, 99), st.integers(0, 99), st.none() | st.integers(1900, 2999), SIDES)
def test_digits_are_a_day_or_impossible(day: int, month: int, year: int | None, leaning: Leaning) -> None:
    """Day, month and year in digits are either a day or an impossible day, never both and never neither."""
    text = f"{day}/{month}" if year is None else f"{day}/{month}/{year}"
    written = impossible_day(text)
    assert (parse_day(text, WEDNESDAY, leaning) is None) == (written is not None)
    assert written in (None, WrittenDay(year, month, day))


@given(st.integers(-40_000, 40_000))
def test_a_step_counts_days_and_weeks(count: int) -> None:
    """A step is that many days or weeks from today."""
    assert parse_day(f"{count:+d}d", WEDNESDAY, "past") == WEDNESDAY + timedelta(days=count)
    weeks = count // 10
    assert parse_day(f"{weeks:+d}v", WEDNESDAY, "past") == WEDNESDAY + timedelta(weeks=weeks)


@given(st.text(), DAYS, SIDES)
def test_any_text_is_a_day_or_none(text: str, today: date, leaning: Leaning) -> None:
    """No text at all raises an error, and no day is both found and impossible."""
    assert parse_day(text, today, leaning) is None or impossible_day(text) is None
