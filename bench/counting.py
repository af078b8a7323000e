"""Counting alone: sixty targets of every shape beside the promises of Solna, for logs that grow.

Run with `python bench/counting.py`. Every other record has a note of its own, so that few records say the
same. The runs are interleaved; what is printed are ratios to judging Solna's promises over 10,000 records.
"""

import os
import statistics
import time
from datetime import date, timedelta
from decimal import Decimal
from itertools import product
from pathlib import Path

from medborgarloften.domain.activity import Activity, Record
from medborgarloften.domain.history import Fold, Ledger
from medborgarloften.domain.ids import new_id
from medborgarloften.domain.judging.promises import judge
from medborgarloften.domain.judging.standing import Days
from medborgarloften.domain.per import Per, Unit
from medborgarloften.domain.promise import Agreement, Target
from medborgarloften.files.promise_file.read import read_agreement

DATA = Path(__file__).parent.parent / "data" / "promises-2022.yaml"
SIZES = (10_000, 50_000, 100_000)
ROUNDS = 5
END = date(2022, 12, 31)


def ledger(agreement: Agreement, records: int) -> Ledger:
    """Return a year's log of that many records, some of them of several days."""
    gathered = Fold(lambda record: repr(record).encode())
    gathered.add(_record(agreement, number, records) for number in range(records))
    return gathered.ledger()


def _record(agreement: Agreement, number: int, records: int) -> Record:
    kinds, areas = tuple(agreement.kinds), tuple(agreement.areas)
    day = agreement.period.first + timedelta(days=number * 365 // records)
    content = Activity(
        "bench",
        day,
        min(day + timedelta(days=30), END) if number % 50 == 0 else None,
        (kinds[number % len(kinds)],),
        areas=(areas[number % len(areas)],),
        quantities=(("hours", Decimal("2.5")),) if number % 3 == 0 else (),
        note=f"Anteckning {number}" if number % 2 == 0 else "Anteckning",
    )
    return Record(new_id(1_640_995_200_000 + number, os.urandom(10)), f"{day}T12:00:00.000Z", "log", content)


def sixty(agreement: Agreement) -> Agreement:
    """Return the agreement with one promise of sixty targets: every `per`, `of` and modifier."""
    kinds, areas = tuple(agreement.kinds), tuple(agreement.areas)
    units: tuple[Unit, ...] = ("day", "week", "month", "quarter", "tertial", "half-year", "year")
    pers = [None, *(Per(unit) for unit in units), Per("weeks", 2), Per("months", 2)]
    shapes = list(product(pers, ("occasions", "areas", "days", "weekends", "hours", "average")))
    targets = tuple(
        Target(
            kinds=(kinds[place % len(kinds)], kinds[(place + 1) % len(kinds)]),
            at_least=2,
            window=agreement.period,
            of="occasions" if of == "average" else of,
            per=per,
            judge="average" if of == "average" else "each",
            each_area=areas[:3] if place % 4 == 0 else (),
            areas=frozenset(areas[:4]) if place % 4 == 1 else frozenset(),
            weekdays=frozenset({3, 4, 5, 6}) if place % 5 == 0 else frozenset(),
            months=frozenset({1, 2, 3, 4, 5, 9, 10}) if place % 7 == 0 else frozenset(),
            exceptions=frozenset({date(2022, 1, 6)}) if place % 3 == 0 else frozenset(),
            minimum=(("hours", Decimal(2)),) if place % 6 == 0 else (),
        )
        for place, (per, of) in enumerate(shapes)
    )
    assert len(targets) == 60  # noqa: PLR2004 - as the name says
    return agreement._replace(promises=(agreement.promises[0]._replace(targets=targets, counts=()),))


def main() -> None:
    """Time both agreements over every log and print the ratios."""
    solna = read_agreement(DATA, None)
    cases = {
        (name, size): (agreement, ledger(agreement, size))
        for size in SIZES
        for name, agreement in (("Solna", solna), ("sixty targets", sixty(solna)))
    }
    seconds: dict[tuple[str, int], list[float]] = {case: [] for case in cases}
    for _ in range(ROUNDS):
        for case, (agreement, records) in cases.items():
            start = time.perf_counter()
            judge(agreement, records, Days(END, END))
            seconds[case].append(time.perf_counter() - start)
    base = statistics.median(seconds["Solna", SIZES[0]])
    for (name, size), taken in seconds.items():
        print(f"{name:14} {size:7,} records: {statistics.median(taken) / base:6.1f} times")
    print(f"Solna over {SIZES[0]:,} records took {base * 1000:.0f} ms")


if __name__ == "__main__":
    main()
