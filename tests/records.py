"""Records and promises as values, built in one line each, for tests that need no files."""

import itertools
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

from medborgarloften.domain.activity import Activity, Amendment, Comment, Record, Verdict, Void
from medborgarloften.domain.history import Fold, Ledger
from medborgarloften.domain.judging.standing import Days
from medborgarloften.domain.period import Period
from medborgarloften.domain.promise import Agreement, Area, Kind, Promise, Target, Text

YEAR = Period.of(date(2022, 1, 1), date(2022, 12, 31))
KINDS = ("walk", "dialogue", "patrol")
AREAS = ("hagalund", "bergshamra", "jarva")
FOCUS = ("hagalund",)
PARTIES = ("police", "city")
TAGS = ("lighting", "clearing")
QUANTITIES = ("hours", "persons")
WRITTEN = "2022-01-01T00:00:00.000Z"

_numbers = itertools.count(1)


class Extent(NamedTuple):
    """The first and the last day that a record covers."""

    first: date
    last: date


def day(text: str) -> date:
    """Return a day written as 2022-03-14, or as 03-14 for one of 2022."""
    return date.fromisoformat(text if len(text) == len("2022-03-14") else f"2022-{text}")


def extent(text: str) -> Extent:
    """Return the days of "2022-03-14", or of "2022-03-01/2022-03-31"."""
    first, _, last = text.partition("/")
    return Extent(day(first), day(last or first))


def did(days: str | Extent, *kinds: str, at: str = WRITTEN, op: str = "log", **fields: Any) -> Record:
    """Return a record of `log`; quantities are given by name, such as `hours="2.5"`."""
    first, last = extent(days) if isinstance(days, str) else days
    quantities = tuple((name, Decimal(fields.pop(name))) for name in QUANTITIES if name in fields)
    until = last if last != first else None
    content = Activity(by="kommun", day=first, until=until, kinds=kinds, quantities=quantities, **fields)
    return Record(_identifier(), at, op, content)


def planned(days: str | Extent, *kinds: str, **fields: Any) -> Record:
    """Return a record of `plan`."""
    return did(days, *kinds, op="plan", **fields)


def amended(record: Record, at: str = "2022-12-31T00:00:00.000Z", **changes: Any) -> Record:
    """Return a record that changes fields of another one."""
    return Record(_identifier(), at, "amend", Amendment("kommun", record.id, tuple(changes.items()), "fel"))


def voided(record: Record, at: str = "2022-12-31T00:00:00.000Z") -> Record:
    """Return a record by which another one does not hold."""
    return Record(_identifier(), at, "void", Void("kommun", record.id, "fel"))


def comment(promise: str, on: str, verdict: Verdict | None = None, *, at: str = WRITTEN) -> Record:
    """Return a coordinator's words on a promise."""
    return Record(_identifier(), at, "comment", Comment("kommun", promise, day(on), "Ord.", verdict))


def ledger(*records: Record) -> Ledger:
    """Return what holds now."""
    return fold(records)


def fold(records: Iterable[Record]) -> Ledger:
    """Return what holds now, of any number of records."""
    gathered = Fold(lambda record: repr(record).encode())
    gathered.add(records)
    return gathered.ledger()


def target(*kinds: str, at_least: int | str = 4, window: Period = YEAR, **fields: Any) -> Target:
    """Return a target; filters are given as sets."""
    amount = Decimal(at_least) if isinstance(at_least, str) else at_least
    return Target(kinds, amount, window, **fields)


def promise(*targets: Target, name: str = "promise", window: Period = YEAR, **fields: Any) -> Promise:
    """Return a promise with these targets, or with `counts`."""
    values: dict[str, Any] = {"counts": (), "parties": (), "areas": (), "rule": None, "decision": None}
    return Promise(
        id=name, number=1, text=Text(name, name), window=window, targets=targets, **{**values, **fields}
    )


def agreement(*promises: Promise, period: Period = YEAR) -> Agreement:
    """Return an agreement with these promises, and with the words of this module."""
    return Agreement(
        file="promises.yaml",
        municipality="Solna",
        title=Text("Löften", "Promises"),
        period=period,
        language="sv",
        source=None,
        contact=None,
        parties={key: Text(key, key) for key in PARTIES},
        areas={key: Area(key, Text(key, key), key in FOCUS, ()) for key in AREAS},
        kinds={key: Kind(key, Text(key, key), Text(f"{key}s", f"{key}s"), (), {}) for key in KINDS},
        quantities={key: Text(key, key) for key in QUANTITIES},
        promises=tuple(each._replace(number=place) for place, each in enumerate(promises, 1)),
    )


def by_end_of(text: str | date) -> Days:
    """Return the days of a view as of a day, which counts and judges by its end."""
    end = day(text) if isinstance(text, str) else text
    return Days(end, end)


def live(text: str | date) -> Days:
    """Return the days of a live view, which judges by yesterday."""
    today = day(text) if isinstance(text, str) else text
    return Days(today, today - timedelta(days=1))


def _identifier() -> str:
    return f"00000000-0000-7000-8000-{next(_numbers):012x}"
