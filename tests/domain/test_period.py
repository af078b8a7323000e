"""Periods: every form that is accepted or refused, the latest one that has begun, and the codes."""

import unicodedata
from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from medborgarloften.domain.period import MONTHS, Period, code_of, folded, parse_period, shifted

WEDNESDAY = date(2022, 3, 16)  # in week 11
LATE = date(2022, 12, 31)
YEARS = st.integers(1900, 2999)
TODAYS = st.dates(date(1910, 1, 1), date(2999, 12, 31))
NEAR = st.dates(date(2020, 1, 1), date(2020, 3, 31))
PERIODS = st.tuples(NEAR, NEAR).map(lambda days: Period.of(min(days), max(days)))

WITH_YEAR = [
    ("2022-03", "2022-03"),
    ("2022 03", "2022-03"),
    ("mars 2022", "2022-03"),
    ("march 2022", "2022-03"),
    ("mar 2022", "2022-03"),
    ("mars-2022", "2022-03"),
    ("2022 mars", "2022-03"),
    ("2022-Q1", "2022-Q1"),
    ("Q1 2022", "2022-Q1"),
    ("kvartal 1 2022", "2022-Q1"),
    ("quarter 4 2022", "2022-Q4"),
    ("2022-T1", "2022-T1"),
    ("T3 2022", "2022-T3"),
    ("tertial 2 2022", "2022-T2"),
    ("2022-H1", "2022-H1"),
    ("H2 2022", "2022-H2"),
    ("halvår 2 2022", "2022-H2"),
    ("half-year 2 2022", "2022-H2"),
    ("2022-W11", "2022-W11"),
    ("2022-v11", "2022-W11"),
    ("v11 2022", "2022-W11"),
    ("w1 2022", "2022-W01"),
    ("2022-w01", "2022-W01"),
    ("vecka 11 2022", "2022-W11"),
    ("week 11 2022", "2022-W11"),
    ("2020-W53", "2020-W53"),
    ("2022", "2022"),
    ("1900", "1900"),
    ("1900-W01", "1900-W01"),
    ("2999", "2999"),
    ("2999-W52", "2999-W52"),
]

WITHOUT_YEAR = [
    ("mars", "2022-03"),
    ("march", "2022-03"),
    ("mar", "2022-03"),
    ("april", "2021-04"),
    ("Q1", "2022-Q1"),
    ("Q2", "2021-Q2"),
    ("kvartal 1", "2022-Q1"),
    ("quarter-1", "2022-Q1"),
    ("T1", "2022-T1"),
    ("tertial 3", "2021-T3"),
    ("H1", "2022-H1"),
    ("halvår 1", "2022-H1"),
    ("half year 2", "2021-H2"),
    ("v11", "2022-W11"),
    ("w11", "2022-W11"),
    ("vecka 11", "2022-W11"),
    ("vecka-12", "2021-W12"),
    ("week 11", "2022-W11"),
    ("v53", "2020-W53"),
    ("förra månaden", "2022-02"),
    ("förra-månaden", "2022-02"),
    ("last month", "2022-02"),
    ("last-month", "2022-02"),
    ("denna månad", "2022-03"),
    ("den här månaden", "2022-03"),
    ("den-här-månaden", "2022-03"),
    ("this month", "2022-03"),
    ("this-month", "2022-03"),
    ("förra veckan", "2022-W10"),
    ("förra-veckan", "2022-W10"),
    ("last week", "2022-W10"),
    ("denna vecka", "2022-W11"),
    ("den här veckan", "2022-W11"),
    ("this-week", "2022-W11"),
    ("förra året", "2021"),
    ("förra-året", "2021"),
    ("i fjol", "2021"),
    ("i-fjol", "2021"),
    ("last year", "2021"),
    ("i år", "2022"),
    ("i-år", "2022"),
    ("this year", "2022"),
]

REFUSED = [
    "",
    " ",
    "-",
    "sometimes",
    "22",
    "20222",
    "03",
    "2022-3",
    "03-2022",
    "2022-00",
    "2022-13",
    "2022--03",
    "-2022",
    "2022-",
    "2022-2022",
    "2022-Q1-2022",
    "2022-Q0",
    "2022-Q5",
    "2022-T4",
    "2022-H3",
    "2022-W00",
    "2022-W53",
    "2022-W54",
    "v0",
    "v54",
    "v-2",
    "Q-1",
    "Q 1",
    "v 11",
    "vecka11",
    "vecka",
    "Q",
    "mars 1",
    "mars 22",
    "1899",
    "1899-12",
    "1899-W52",
    "3000",
    "3000-W01",
    "0000",
    "2022-03-14",
    "2022-01-01/2022-02-28",
    "２０２２",  # full-width digits
    "٢٠٢٢",  # Arabic digits
    "2022-0３",
    "v１１",
    "förra",
    "nästa månad",
]

LATEST = [
    ("mars", date(2022, 2, 28), "2021-03"),
    ("mars", date(2022, 3, 1), "2022-03"),
    ("februari", date(2020, 2, 29), "2020-02"),
    ("december", date(2022, 1, 1), "2021-12"),
    ("januari", date(2022, 1, 1), "2022-01"),
    ("Q4", date(2022, 9, 30), "2021-Q4"),
    ("Q4", date(2022, 10, 1), "2022-Q4"),
    ("v11", date(2022, 3, 13), "2021-W11"),
    ("v11", date(2022, 3, 14), "2022-W11"),
    ("v1", date(2024, 12, 29), "2024-W01"),
    ("v1", date(2024, 12, 30), "2025-W01"),
    ("v52", date(2023, 1, 1), "2022-W52"),
    ("v53", date(2020, 12, 27), "2015-W53"),
    ("v53", date(2020, 12, 28), "2020-W53"),
    ("v53", date(2021, 1, 3), "2020-W53"),
]

TURN = [
    ("förra månaden", date(2022, 1, 1), "2021-12"),
    ("förra månaden", date(2020, 3, 31), "2020-02"),
    ("denna månad", date(2020, 2, 29), "2020-02"),
    ("denna vecka", date(2021, 1, 3), "2020-W53"),
    ("förra veckan", date(2021, 1, 4), "2020-W53"),
    ("this week", date(2024, 12, 30), "2025-W01"),
    ("last week", date(2025, 1, 1), "2024-W52"),
    ("i fjol", date(2021, 1, 1), "2020"),
    ("last year", date(2020, 2, 29), "2019"),
]

ENDS = [
    ("2022-03", date(2022, 3, 1), date(2022, 3, 31)),
    ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
    ("2100-02", date(2100, 2, 1), date(2100, 2, 28)),
    ("2022-Q1", date(2022, 1, 1), date(2022, 3, 31)),
    ("2022-Q4", date(2022, 10, 1), date(2022, 12, 31)),
    ("2022-T1", date(2022, 1, 1), date(2022, 4, 30)),
    ("2022-T2", date(2022, 5, 1), date(2022, 8, 31)),
    ("2022-T3", date(2022, 9, 1), date(2022, 12, 31)),
    ("2022-H1", date(2022, 1, 1), date(2022, 6, 30)),
    ("2022-H2", date(2022, 7, 1), date(2022, 12, 31)),
    ("2022-W11", date(2022, 3, 14), date(2022, 3, 20)),
    ("2020-W53", date(2020, 12, 28), date(2021, 1, 3)),
    ("2025-W01", date(2024, 12, 30), date(2025, 1, 5)),
    ("2022", date(2022, 1, 1), date(2022, 12, 31)),
    ("2999", date(2999, 1, 1), date(2999, 12, 31)),
]

OTHER_CODES = [
    (date(2022, 3, 14), date(2022, 3, 14), "2022-03-14"),
    (date(2022, 1, 1), date(2022, 2, 28), "2022-01-01/2022-02-28"),
    (date(2022, 2, 1), date(2022, 4, 30), "2022-02-01/2022-04-30"),
    (date(2022, 1, 1), date(2023, 12, 31), "2022-01-01/2023-12-31"),
    (date(2022, 3, 15), date(2022, 3, 21), "2022-03-15/2022-03-21"),
    (date(2020, 2, 1), date(2020, 2, 28), "2020-02-01/2020-02-28"),
]


def code_at(text: str, today: date) -> str | None:
    """Return the code of the period that `text` names on that day."""
    period = parse_period(text, today)
    return code_of(period) if period else None


def day_after(day: date) -> date:
    """Return the day after."""
    return day + timedelta(days=1)


@pytest.mark.parametrize(("text", "code"), WITH_YEAR)
@pytest.mark.parametrize("today", [date(1950, 1, 1), WEDNESDAY, date.max])
def test_a_period_with_its_year_is_the_same_on_every_day(text: str, code: str, today: date) -> None:
    """A text that tells its year means the same period whenever it is read."""
    assert code_at(text, today) == code


@pytest.mark.parametrize(("text", "code"), WITHOUT_YEAR)
def test_a_period_without_year_is_told_by_today(text: str, code: str) -> None:
    """A text without a year is read on 16 March 2022, the Wednesday of week 11."""
    assert code_at(text, WEDNESDAY) == code


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_period_is_none(text: str) -> None:
    """A text that is no period, or may mean more than one, is not guessed at."""
    assert parse_period(text, WEDNESDAY) is None


@pytest.mark.parametrize(("text", "today", "code"), LATEST)
def test_without_year_it_is_the_latest_that_has_begun(text: str, today: date, code: str) -> None:
    """The first day of a period is the day from which it is the one that is meant."""
    assert code_at(text, today) == code


@pytest.mark.parametrize(("text", "today", "code"), TURN)
def test_relative_periods_cross_month_and_year(text: str, today: date, code: str) -> None:
    """The last and the present week, month and year are right at New Year and on the leap day."""
    assert code_at(text, today) == code


@pytest.mark.parametrize(
    ("text", "today"),
    [
        ("last month", date(1900, 1, 31)),
        ("last week", date(1900, 1, 7)),
        ("last year", date(1900, 12, 31)),
        ("this week", date(2999, 12, 31)),
        ("last month", date.min),
        ("last week", date.min),
        ("this year", date.max),
        ("this week", date.max),
        ("mars", date(1900, 2, 28)),
        ("v53", date(1902, 1, 1)),
    ],
)
def test_a_period_outside_the_years_is_none(text: str, today: date) -> None:
    """A period in a year before 1900 or after 2999 is None, also when only today tells the year."""
    assert parse_period(text, today) is None


@pytest.mark.parametrize(("code", "first", "last"), ENDS)
def test_a_code_has_these_first_and_last_days(code: str, first: date, last: date) -> None:
    """Each kind of period begins and ends on the days of the calendar, and has its code again."""
    period = parse_period(code, WEDNESDAY)
    assert period == Period.of(first, last)
    assert code_of(Period.of(first, last)) == code


@pytest.mark.parametrize(("first", "last", "code"), OTHER_CODES)
def test_other_periods_are_coded_by_their_days(first: date, last: date, code: str) -> None:
    """A period that is no calendar period is coded by its day, or its first and last day."""
    assert code_of(Period.of(first, last)) == code


@pytest.mark.parametrize(("text", "code"), WITH_YEAR + WITHOUT_YEAR)
def test_spelling_makes_no_difference(text: str, code: str) -> None:
    """Capitals, decomposed letters and extra white space leave the meaning as it is."""
    spaced = text.replace(" ", " \t\u00a0 ")
    for variant in (text.upper(), text.title(), unicodedata.normalize("NFD", text), f"\n {spaced} "):
        assert code_at(variant, WEDNESDAY) == code


@pytest.mark.parametrize(("name", "number"), MONTHS.items())
def test_every_month_name_is_its_month(name: str, number: int) -> None:
    """Each Swedish and English name and abbreviation names one month, with and without a year."""
    assert code_at(f"{name} 1999", WEDNESDAY) == f"1999-{number:02d}"
    assert code_at(name, LATE) == f"2022-{number:02d}"


@pytest.mark.parametrize(
    ("number", "names"),
    [
        (1, "januari january jan"),
        (2, "februari february feb"),
        (3, "mars march mar"),
        (4, "april apr"),
        (5, "maj may"),
        (6, "juni june jun"),
        (7, "juli july jul"),
        (8, "augusti august aug"),
        (9, "september sept sep"),
        (10, "oktober october okt oct"),
        (11, "november nov"),
        (12, "december dec"),
    ],
)
def test_the_month_names_of_both_languages_are_known(number: int, names: str) -> None:
    """The names and usual abbreviations of the month have its number."""
    assert {MONTHS.get(name) for name in names.split()} == {number}


@given(st.sampled_from(range(1, 13)), YEARS, TODAYS)
def test_every_month_has_its_code_again(month: int, year: int, today: date) -> None:
    """The code of a month is read as the month that has that code."""
    assert code_at(f"{year}-{month:02d}", today) == f"{year}-{month:02d}"


@given(
    st.sampled_from(["Q1", "Q2", "Q3", "Q4", "T1", "T2", "T3", "H1", "H2"]),
    YEARS,
    TODAYS,
)
def test_every_part_of_a_year_has_its_code_again(part: str, year: int, today: date) -> None:
    """The code of a quarter, tertial or half is read as the period that has that code."""
    assert code_at(f"{year}-{part}", today) == f"{year}-{part}"
    assert code_at(f"{year}", today) == f"{year}"


@given(YEARS, st.integers(1, 53), TODAYS)
def test_every_week_has_its_code_again_if_the_year_has_it(year: int, week: int, today: date) -> None:
    """A week is read as the week with that code; week 53 only when 28 December is in it."""
    code = f"{year}-W{week:02d}"
    exists = week <= date(year, 12, 28).isocalendar().week
    assert code_at(code, today) == (code if exists else None)


@given(YEARS)
def test_the_parts_of_a_year_fill_it(year: int) -> None:
    """Months, quarters, tertials and halves follow upon each other without gap and make up the year."""
    months = [f"{number:02d}" for number in range(1, 13)]
    for parts in (months, ["Q1", "Q2", "Q3", "Q4"], ["T1", "T2", "T3"], ["H1", "H2"]):
        periods = [parse_period(f"{year}-{part}", WEDNESDAY) for part in parts]
        found = [period for period in periods if period]
        assert len(found) == len(parts)
        assert [period.stop for period in found[:-1]] == [period.start for period in found[1:]]
        assert Period.of(found[0].first, found[-1].last) == parse_period(str(year), WEDNESDAY)


@given(
    st.sampled_from(
        [*MONTHS, "q1", "q2", "q3", "q4", "t1", "t2", "t3", "h1", "h2", "v1", "w26", "v52", "v53"]
    ),
    TODAYS,
)
def test_no_later_one_has_begun(text: str, today: date) -> None:
    """Without a year the period has begun by today, and none of that name has begun after it."""
    period = parse_period(text, today)
    assert period is not None
    assert period.start <= today
    for year in range(today.year - 1, min(today.year + 2, 3000)):
        named = parse_period(f"{year} {text}", today)
        assert named is None or named.start <= period.start or named.start > today


@given(TODAYS, st.sampled_from(["month", "year"]))
def test_the_last_one_ends_where_the_present_one_begins(today: date, unit: str) -> None:
    """The present month or year holds today, and the last one ends the day before it begins."""
    present = parse_period(f"this {unit}", today)
    before = parse_period(f"last {unit}", today)
    assert present is not None
    assert before is not None
    assert present.holds(today)
    assert before.stop == present.start


@given(st.dates(date(1910, 1, 1), date(2999, 12, 29)))
def test_a_week_begins_on_monday_and_follows_the_last(today: date) -> None:
    """The present week is the Monday to Sunday that hold today; the last week ends where it begins."""
    present = parse_period("denna vecka", today)
    before = parse_period("förra veckan", today)
    assert present is not None
    assert before is not None
    assert present.holds(today)
    assert (present.first.isoweekday(), present.last.isoweekday(), present.days) == (1, 7, 7)
    assert before.stop == present.start


@given(st.text(), TODAYS)
def test_any_text_is_a_period_or_none(text: str, today: date) -> None:
    """No text at all raises an error, and what is a period has at least one day."""
    period = parse_period(text, today)
    assert period is None or period.days >= 1


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    """White space is single and inside only, and the fold of a folded ASCII text is itself."""
    folds = folded(text)
    assert folds == " ".join(folds.split())
    assert not folds.isascii() or folded(folds) == folds


@given(NEAR, NEAR)
def test_the_days_of_a_period_are_those_counted_one_by_one(first: date, last: date) -> None:
    """`days`, `holds`, `first` and `last` agree with going through the days, both ends included."""
    first, last = min(first, last), max(first, last)
    period = Period.of(first, last)
    walked = [first]
    while walked[-1] < last:
        walked.append(day_after(walked[-1]))
    assert period.days == len(walked)
    assert (period.first, period.last, period.stop) == (walked[0], walked[-1], day_after(walked[-1]))
    around = [first - timedelta(days=1), *walked, day_after(last)]
    assert [day for day in around if period.holds(day)] == walked


@given(PERIODS, PERIODS)
def test_the_clip_is_the_days_in_common(one: Period, other: Period) -> None:
    """`clip` and `overlaps` agree with counting the days that both hold, whichever way round."""
    all_days = [date(2020, 1, 1) + timedelta(days=count) for count in range(91)]
    common = [day for day in all_days if one.holds(day) and other.holds(day)]
    expected = Period.of(common[0], common[-1]) if common else None
    assert one.clip(other) == other.clip(one) == expected
    assert one.overlaps(other) == other.overlaps(one) == bool(common)


@given(PERIODS, PERIODS)
def test_equal_codes_are_equal_periods(one: Period, other: Period) -> None:
    """A code tells one period and no other."""
    assert (code_of(one) == code_of(other)) == (one == other)


def test_a_number_of_any_length_is_no_error() -> None:
    """More digits than Python turns into a number are no period."""
    digits = "9" * 5000
    for text in (digits, f"2022-{digits}", f"v{digits}", f"v11 {digits}"):
        assert parse_period(text, WEDNESDAY) is None


def test_neighbours_do_not_overlap() -> None:
    """A period that stops on the day another starts has no day in common with it."""
    before, after = parse_period("2022-Q1", WEDNESDAY), parse_period("2022-Q2", WEDNESDAY)
    assert before is not None
    assert after is not None
    assert not before.overlaps(after)
    assert before.clip(after) is None


def test_a_period_cannot_end_before_it_begins() -> None:
    """The last day before the first is an error; the same day is a period of one day."""
    with pytest.raises(ValueError, match="2022-03-13 is before 2022-03-14"):
        Period.of(date(2022, 3, 14), date(2022, 3, 13))
    assert Period.of(WEDNESDAY, WEDNESDAY).days == 1


@pytest.mark.parametrize(
    ("day", "days", "expected"),
    [
        (date(2020, 2, 28), 1, date(2020, 2, 29)),
        (date(2021, 1, 1), -1, date(2020, 12, 31)),
        (date(1900, 1, 1), 0, date(1900, 1, 1)),
        (date(1900, 1, 1), -1, None),
        (date(2999, 12, 31), 0, date(2999, 12, 31)),
        (date(2999, 12, 31), 1, None),
        (date.min, -1, None),
        (date.max, 10**9, None),
    ],
)
def test_a_shift_stays_inside_the_years(day: date, days: int, expected: date | None) -> None:
    """A day is moved by whole days, and None as soon as it leaves the years 1900 to 2999."""
    assert shifted(day, days) == expected
