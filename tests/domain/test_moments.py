"""When a line was written: UTC in the log, and the time that people's clocks show."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest
from hypothesis import given, strategies as st

from medborgarloften.domain.moments import stamp, swedish, swedish_midnight, written

DAYS = st.dates(date(1997, 1, 1), date(2037, 12, 31))


@pytest.fixture(scope="module")
def stockholm() -> ZoneInfo:
    """Return the time zone of Sweden as the system knows it."""
    try:
        return ZoneInfo("Europe/Stockholm")
    except ZoneInfoNotFoundError:
        pytest.skip("this system has no time zones")


@given(st.builds(datetime.combine, DAYS, st.times(), st.just(UTC)))
def test_swedish_time_is_what_the_time_zone_database_says(stockholm: ZoneInfo, moment: datetime) -> None:
    """At every moment of forty years, summer and winter."""
    assert swedish(moment) == moment.astimezone(stockholm).replace(tzinfo=None)


@pytest.mark.parametrize("year", range(2020, 2032))
@pytest.mark.parametrize("month", [3, 10])
def test_the_days_on_which_the_clocks_are_turned(stockholm: ZoneInfo, year: int, month: int) -> None:
    """At every quarter of an hour of the month’s last week."""
    for quarter in range(8 * 24 * 4):
        moment = datetime(year, month, 24, tzinfo=UTC) + timedelta(minutes=15 * quarter)
        assert swedish(moment) == moment.astimezone(stockholm).replace(tzinfo=None)


@given(DAYS)
def test_a_swedish_day_begins_at_its_midnight(day: date) -> None:
    """The moment before belongs to the day before, on the days of the turn too."""
    assert swedish(swedish_midnight(day)) == datetime.combine(day, time.min)
    assert swedish(swedish_midnight(day) - timedelta(milliseconds=1)).date() == day - timedelta(days=1)


@pytest.mark.parametrize(
    ("at", "shown"),
    [
        ("2022-02-28T22:59:59.999Z", "2022-02-28 23:59"),
        ("2022-02-28T23:00:00.000Z", "2022-03-01 00:00"),
        ("2022-03-27T00:59:00.000Z", "2022-03-27 01:59"),
        ("2022-03-27T01:00:00.000Z", "2022-03-27 03:00"),
        ("2022-10-30T00:59:00.000Z", "2022-10-30 02:59"),
        ("2022-10-30T01:00:00.000Z", "2022-10-30 02:00"),
        ("2022-12-31T23:30:00.000Z", "2023-01-01 00:30"),
        ("9999-12-31T23:59:59.999Z", "9999-12-31 23:59"),
    ],
)
def test_a_line_as_swedish_clocks_show_it(at: str, shown: str) -> None:
    """By day and minute; what lies beyond the calendar stays as it is."""
    assert written(at, swedish).replace(tzinfo=None).isoformat(" ", "minutes") == shown


def test_a_stamp_is_utc_with_milliseconds(stockholm: ZoneInfo) -> None:
    """Cut, not rounded, and with four digits for the year, so that stamps are ordered as texts."""
    moment = datetime(2022, 7, 1, 0, 30, 5, 999_999, tzinfo=stockholm)
    assert stamp(moment) == "2022-06-30T22:30:05.999Z"
    assert stamp(datetime(900, 1, 1, tzinfo=UTC)) == "0900-01-01T00:00:00.000Z"
