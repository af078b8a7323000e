"""When a target can be worked on: its days, and the buckets that divide its window."""

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, strategies as st

from medborgarloften.domain.judging.schedule import Schedule, schedule
from medborgarloften.domain.per import Per
from medborgarloften.domain.period import Period, code_of
from records import day, target


def of(first: str, last: str, unit: str | None = None, number: int = 1, **fields: Any) -> Schedule:
    """Return when a target of these days can be worked on."""
    per = Per(unit, number) if unit else None  # type: ignore[arg-type]  # a unit by its name
    return schedule(target("walk", window=Period.of(day(first), day(last)), per=per, **fields))


def codes(when: Schedule, *, full: bool = True) -> list[str]:
    """Return the codes of the buckets that are full, or of those that are cut."""
    return [code_of(bucket.period) for bucket in when.buckets if bucket.full is full]


# --- days


def test_every_day_of_the_window() -> None:
    """Without weekdays, months or exceptions, they are all its days, both ends with them."""
    when = of("2022-01-01", "2022-12-31")
    assert (len(when.days), when.first, when.last) == (365, day("01-01"), day("12-31"))
    one = of("2022-03-14", "2022-03-14")
    assert (len(one.days), one.first, one.last) == (1, day("03-14"), day("03-14"))


def test_only_some_days() -> None:
    """Weekdays, months and exceptions each take days away, together more."""
    weekends = of("2022-06-01", "2022-08-31", weekdays=frozenset({5, 6}))
    assert (len(weekends.days), weekends.first, weekends.last) == (26, day("06-04"), day("08-28"))
    june = of("2022-01-01", "2022-12-31", months=frozenset({6}))
    assert (len(june.days), june.first, june.last) == (30, day("06-01"), day("06-30"))
    both = of("2022-01-01", "2022-12-31", months=frozenset({6}), weekdays=frozenset({5}))
    assert [date.fromordinal(number).day for number in both.days] == [4, 11, 18, 25]
    but = of(
        "2022-06-01",
        "2022-06-30",
        weekdays=frozenset({5}),
        exceptions=frozenset({day("06-25"), day("07-02")}),
    )
    assert (len(but.days), but.last) == (3, day("06-18"))
    assert not of("2022-06-06", "2022-06-10", weekdays=frozenset({6})).days


def test_how_many_days_have_passed() -> None:
    """A day counts from its beginning on; before the first there is none, after the last all."""
    when = of("2022-06-01", "2022-06-30", weekdays=frozenset({5}))
    passed = [when.elapsed(day(text)) for text in ("2021-01-01", "06-03", "06-04", "06-10", "06-11", "12-31")]
    assert passed == [0, 0, 1, 1, 2, 4]
    assert [when.day(number) for number in (1, 4)] == [day("06-04"), day("06-25")]


def test_what_holds_only_days_of_the_target() -> None:
    """From the first to the last day every one must be the target's."""
    when = of("2022-06-01", "2022-06-30", weekdays=frozenset({4, 5, 6}), exceptions=frozenset({day("06-25")}))
    for first, last, holds in (
        ("06-03", "06-03", True),
        ("06-03", "06-05", True),
        ("06-03", "06-06", False),
        ("06-02", "06-03", False),
        ("06-05", "06-10", False),
        ("06-24", "06-24", True),
        ("06-24", "06-26", False),
        ("06-25", "06-25", False),
        ("05-29", "05-29", False),
        ("07-01", "07-03", False),
    ):
        assert when.holds(day(first), day(last)) is holds, (first, last)


def test_the_days_within_others() -> None:
    """Of some days those that are the target's, both ends with them."""
    when = of("2022-06-01", "2022-06-30", weekdays=frozenset({5}))
    within = [date.fromordinal(number).day for number in when.within(day("06-04"), day("06-18"))]
    assert within == [4, 11, 18]
    assert not when.within(day("06-05"), day("06-10"))
    assert not when.within(day("07-01"), day("07-31"))


# --- buckets


@pytest.mark.parametrize(
    ("unit", "full", "cut"),
    [
        ("week", ["2022-W09", "2022-W25"], ["2022-W08", "2022-W26"]),
        ("month", ["2022-03", "2022-06"], ["2022-02"]),
        ("quarter", ["2022-Q2", "2022-Q2"], ["2022-Q1"]),
        ("tertial", [], ["2022-T1", "2022-T2"]),
        ("half-year", [], ["2022-H1"]),
        ("year", [], ["2022"]),
    ],
)
def test_the_ends_of_a_window(unit: str, full: list[str], cut: list[str]) -> None:
    """From 22 February to 30 June: a bucket is full if all of its calendar days are in the window."""
    when = of("2022-02-22", "2022-06-30", unit)
    found = codes(when)
    assert [*found[:1], *found[-1:]] == full
    assert codes(when, full=False) == cut


def test_without_a_unit_there_are_no_buckets() -> None:
    """A target on its whole window has none."""
    assert of("2022-01-01", "2022-12-31").buckets == ()


def test_weeks_and_months_from_the_first_day() -> None:
    """`N weeks` and `N months` run from the window's first day; months keep its day, cut to their length."""
    weeks = of("2022-01-01", "2022-02-12", "weeks", 2)
    assert codes(weeks) == ["2022-01-01/2022-01-14", "2022-01-15/2022-01-28", "2022-01-29/2022-02-11"]
    assert codes(weeks, full=False) == ["2022-02-12/2022-02-25"]
    months = of("2022-01-31", "2022-06-29", "months", 1)
    firsts = [bucket.period.first for bucket in months.buckets]
    assert firsts == [day(text) for text in ("01-31", "02-28", "03-31", "04-30", "05-31")]
    assert codes(months)[-1] == "2022-05-31/2022-06-29"
    leap = of("2023-11-30", "2024-05-29", "months", 3)
    assert [bucket.period.first for bucket in leap.buckets] == [date(2023, 11, 30), date(2024, 2, 29)]
    assert codes(of("2022-01-01", "2022-06-30", "months", 6)) == ["2022-H1"]


def test_a_bucket_without_a_day_of_the_target_is_none() -> None:
    """Where months or weekdays leave a bucket without a day, it is not there at all."""
    summer = of("2022-01-01", "2022-12-31", "month", months=frozenset({6, 7, 8}))
    assert codes(summer) == ["2022-06", "2022-07", "2022-08"]
    saturdays = of("2022-03-07", "2022-03-20", "day", weekdays=frozenset({5}))
    assert codes(saturdays) == ["2022-03-12", "2022-03-19"]
    spring = of("2021-01-01", "2022-12-31", "year", months=frozenset({1, 2}))
    assert codes(spring) == ["2021", "2022"]


def test_the_last_day_of_a_bucket_is_one_of_the_target() -> None:
    """A week of weekdays ends on its Friday; a year of springs in June."""
    weekdays = of("2022-03-07", "2022-03-20", "week", weekdays=frozenset(range(5)))
    assert [bucket.last for bucket in weekdays.buckets] == [day("03-11"), day("03-18")]
    spring = of("2022-01-01", "2022-12-31", "year", months=frozenset({5, 6}))
    assert [bucket.last for bucket in spring.buckets] == [day("06-30")]


def test_the_bucket_of_a_day() -> None:
    """What lies in one bucket is of that one, and what does not, of none."""
    when = of("2022-01-01", "2022-12-31", "week")
    place = when.bucket_of(day("03-14"), day("03-20"))
    assert place is not None
    assert code_of(when.buckets[place].period) == "2022-W11"
    assert when.bucket_of(day("03-20"), day("03-20")) == place
    assert when.bucket_of(day("03-20"), day("03-21")) is None
    assert when.bucket_of(day("01-01"), day("01-02")) == 0


def test_how_many_buckets_have_passed() -> None:
    """A running one, and one that is cut, by its share of days."""
    when = of("2022-01-01", "2022-01-31", "week")
    passed = [when.buckets_by(day(text)) for text in ("01-01", "01-02", "01-03", "01-09", "01-12", "01-31")]
    assert passed == [Fraction(sevenths, 7) for sevenths in (1, 2, 3, 9, 12, 31)]
    assert when.buckets_by(day("2021-12-31")) == 0
    months = of("2022-06-01", "2022-08-31", "month")
    assert months.buckets_by(day("07-15")) == 1 + Fraction(15, 31)


def test_the_end_of_the_calendar() -> None:
    """A window at the last years that may be written has its buckets."""
    when = of("2999-12-01", "2999-12-31", "year")
    assert codes(when, full=False) == ["2999"]
    assert codes(of("2999-12-01", "2999-12-31", "months", 1)) == ["2999-12"]


_UNITS = ("day", "week", "month", "quarter", "tertial", "half-year", "year", "weeks", "months")


@given(
    st.dates(date(1999, 1, 1), date(2030, 1, 1)),
    st.integers(1, 900),
    st.sampled_from(_UNITS),
    st.integers(1, 7),
    st.sets(st.integers(0, 6)),
    st.sets(st.integers(1, 12)),
)
def test_every_day_is_in_one_bucket(
    first: date, length: int, unit: str, number: int, weekdays: set[int], months: set[int]
) -> None:
    """Buckets follow on each other without overlap, and each day of the target lies in exactly one."""
    last = first + timedelta(days=length - 1)
    size = number if unit in ("weeks", "months") else 1
    when = of(str(first), str(last), unit, size, weekdays=frozenset(weekdays), months=frozenset(months))
    periods = [bucket.period for bucket in when.buckets]
    assert all(before.stop <= after.start for before, after in pairwise(periods))
    for place, bucket in enumerate(when.buckets):
        own = when.within(bucket.period.first, bucket.period.last)
        assert bucket.last.toordinal() == own[-1]
        assert bucket.full is (first <= bucket.period.first and bucket.period.last <= last)
        assert when.bucket_of(bucket.last, bucket.last) == place
    assert sum(len(when.within(period.first, period.last)) for period in periods) == len(when.days)
    if when.days:
        total = when.buckets_by(last)
        shares = (Fraction(part.days, one.days) for one in periods if (part := one.clip(when.window)))
        assert total == sum(shares)
