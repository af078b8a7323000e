"""When a line was written: UTC in the log, local or Swedish time for people. Asks no clock itself."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

Local = Callable[[datetime], datetime]  # from an aware time to the same moment as clocks somewhere show it


def stamp(moment: datetime) -> str:
    """Return an aware time as the log has it in `at`: UTC with milliseconds."""
    at = moment.astimezone(UTC)
    return f"{at.replace(microsecond=0, tzinfo=None).isoformat()}.{at.microsecond // 1000:03d}Z"


def written(at: str, local: Local) -> datetime:
    """Return a log's `at` as local clocks show it; in UTC where no calendar reaches that far."""
    moment = datetime.fromisoformat(at)
    try:
        return local(moment)
    except (OverflowError, OSError):
        return moment


def swedish(moment: datetime) -> datetime:
    """Return an aware time as Swedish clocks show it, whatever machine asks.

    Summer time is from the last Sunday of March to that of October, 01:00 UTC (directive 2000/84/EC).
    """
    at = moment.astimezone(UTC).replace(tzinfo=None)
    return at + _ahead(at)


def swedish_midnight(day: date) -> datetime:
    """Return the moment at which a day begins in Sweden; the clocks are never turned before it."""
    midnight = datetime.combine(day, time.min)
    return (midnight - _ahead(midnight)).replace(tzinfo=UTC)


def _ahead(at: datetime) -> timedelta:
    """Return how far Swedish clocks are ahead of a time in UTC."""
    summer = _turn(at.year, 3) <= at < _turn(at.year, 10)
    return timedelta(hours=2 if summer else 1)


def _turn(year: int, month: int) -> datetime:
    """Return when the clocks are turned in a month of 31 days, in UTC."""
    last = date(year, month, 31)
    return datetime.combine(last - timedelta(days=last.isoweekday() % 7), time(1))
