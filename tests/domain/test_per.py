"""Units of time: where they begin, and how they are numbered."""

from datetime import date, timedelta
from typing import get_args

import pytest

from medborgarloften.domain.per import NAMED, Part, Per, Unit, begins, month_start, months_after
from records import day

EVERY = [Per(unit) for unit in NAMED] + [Per("weeks", 2), Per("months", 5)]


def test_the_one_list_of_units_is_whole() -> None:
    """Every part of the year says in which months it begins, January first; every unit is walked here."""
    every = list(map(begins, get_args(Part)))
    assert all(months[0] == 1 and sorted(set(months)) == list(months) for months in every)
    assert {per.unit for per in EVERY} == set(get_args(Unit))


@pytest.mark.parametrize("per", EVERY, ids=str)
def test_buckets_follow_on_each_other(per: Per) -> None:
    """Whatever the first day is, it lies in the bucket of place 0, and each later one begins after it."""
    for first in (day("2022-01-01"), day("2022-08-31"), day("2024-02-29")):
        starts = [per.start(first, place) for place in range(60)]
        assert starts[0] <= first < starts[1]
        assert starts == sorted(set(starts))


@pytest.mark.parametrize("per", EVERY, ids=str)
def test_a_bucket_has_one_number(per: Per) -> None:
    """All of its days have its number and year; the next one has the next number, or the first one."""
    start, number = per.start(day("2022-01-01"), 0), 0
    for place in range(1, 40 if per.is_named else 0):
        stop = per.start(start, 1)
        days = [start + timedelta(days=n) for n in range((stop - start).days)]
        ((own, _),) = {(per.number_of(each), per.year(each)) for each in days}
        assert own in (None, 1, number + 1) or place == 1
        start, number = stop, own or 0


def test_months_are_counted_from_any_day() -> None:
    """The first day of a month before or after, and the same day of a later month, cut to its length."""
    assert month_start(day("2022-12-31")) == day("2022-12-01")
    assert month_start(day("2022-12-31"), 1) == day("2023-01-01")
    assert month_start(day("2022-01-15"), -1) == day("2021-12-01")
    assert months_after(day("2022-01-31"), 1) == day("2022-02-28")


def test_the_ends_of_the_calendar() -> None:
    """What lies outside is the first or the last day that there is."""
    assert month_start(date.min, -1) == date.min
    assert month_start(day("9998-12-01"), 1) == date.max
    assert months_after(day("9998-12-31"), 0) == day("9998-12-31")
    assert months_after(day("9998-12-31"), 1) == date.max
