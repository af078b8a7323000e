"""The worked examples of docs/counting.md stand as they are written there, row by row.

Those of the shipped agreement are in test_progress.py.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from medborgarloften.domain.activity import Record
from medborgarloften.domain.judging.promises import judge
from medborgarloften.domain.judging.standing import Buckets, BucketState, State, TargetProgress
from medborgarloften.files.promise_file.read import checked
from records import Extent, by_end_of, day, did, fold, planned

RULES = (Path(__file__).parents[2] / "docs" / "counting.md").read_text(encoding="utf-8")
_ROWS = RULES.split("| target (2022) | log | as of | stands |\n| --- | --- | --- | --- |\n")[1]
ROWS = [re.split(r" \| ", line.strip("| ")) for line in _ROWS.splitlines()]

FILE = """\
loften: 1
municipality: Solna
title: Exempel
period: {{from: 2022-01-01, to: 2022-12-31}}
kinds: {{walk: vandring, patrol: patrull, control: kontroll}}
promises:
  - {{id: one, text: Ett., {ended}targets: [{target}]}}
"""
ENDED = 'ended: {on: 2022-05-31, decision: "§ 1"}, '

UNDATED = did("12-20/2023-01-10", "walk", occasions=2)
MAY = [did("05-10", "walk"), did("05-20", "walk")]
MONDAYS = [date(2022, 1, 3) + timedelta(weeks=week) for week in range(51)]
BUT_THE_SECOND = [did(Extent(d, d), "patrol", occasions=2) for d in MONDAYS if d != date(2022, 1, 10)]
JUNE = [did(f"06-{number}", "walk") for number in (10, 15, 20)]


class Wanted(NamedTuple):
    """What a row says; what it leaves out is None and not looked at."""

    state: State
    done: int | None = None
    required: int | None = None
    due: int | None = None
    could: int | None = None
    booked: int | None = None
    next_by: str | None = None
    unbooked: bool | None = None
    met_exactly: bool | None = None


def _stands(target: str, records: Sequence[Record], as_of: str) -> TargetProgress:
    """Return how the target of a row stands: as it is written there, or as in a row above."""
    written = re.search(r"`(\{.*?\})`(?:,|$)", target)
    assert written is not None, target
    text = re.sub(r"(at_least: \d)\}\]", r'\1, decision: "§ 2"}]', written[1])
    file = FILE.format(target=text, ended=ENDED if "ended" in target else "")
    (promise,) = judge(checked(file.encode(), "promises.yaml"), fold(records), by_end_of(as_of))
    return promise.targets[0]


def _targets() -> list[str]:
    """Return the target of each row; "the same" is that of the row above."""
    targets = list[str]()
    for target, *_ in ROWS:
        if target == "the same":
            targets.append(targets[-1])
        elif target.endswith("the same"):
            targets.append(target.replace(", the same", ", `ended`"))
        else:
            targets.append(target)
    return targets


LOGS: list[tuple[list[Record], str, Wanted]] = [
    ([did("01-01/09-02", "control", occasions=301)], "2022-09-02", Wanted("undetermined")),
    ([did("01-01/09-02", "control", occasions=200)], "2022-09-02", Wanted("missed")),
    ([UNDATED], "2022-12-31", Wanted("missed", done=0, could=2)),
    ([*MAY, UNDATED], "2022-12-31", Wanted("undetermined", done=2, could=2)),
    ([*MAY, planned("12-01", "walk", occasions=2)], "2022-11-01", Wanted("booked", done=2, due=3, booked=2)),
    (BUT_THE_SECOND, "2022-03-31", Wanted("broken")),
    ([], "2022-04-01", Wanted("behind", next_by="2022-04-01")),
    ([planned("06-10", "walk", occasions=2)], "2022-04-01", Wanted("booked")),
    ([], "2022-12-30", Wanted("on_track", due=0, next_by="2022-12-31", unbooked=True)),
    ([did("05-10", "walk")], "2022-06-15", Wanted("behind", due=2, next_by="2022-06-15")),
    (
        [*JUNE, did("08-01", "walk", occasions=2, approx=True)],
        "2022-12-31",
        Wanted("met", done=5, met_exactly=False),
    ),
    ([did("04-10", "walk"), *JUNE], "2022-12-31", Wanted("withdrawn", done=1, due=1)),
    ([did("04-10", "walk", occasions=4)], "2022-12-31", Wanted("met")),
    (BUT_THE_SECOND, "2022-12-31", Wanted("missed")),
    (MAY, "2022-06-30", Wanted("on_track", done=2, required=6, due=2, next_by="2022-07-02")),
    (MAY, "2022-07-02", Wanted("on_track", done=2, required=4, due=2, next_by="2022-10-01")),
    (
        [
            did("03-01/03-31", "patrol", occasions=24),
            *(did(f"03-{number}", "patrol") for number in (10, 15, 20)),
        ],
        "2022-12-31",
        Wanted("met", done=27, required=25, met_exactly=False),
    ),
]


def test_every_row_has_its_case() -> None:
    """The cases are as many as the rows, and of the same days; each row names the state that is expected."""
    assert [row[2].split(" ")[0] for row in ROWS] == [as_of for _, as_of, _ in LOGS]
    for row, (_, _, wanted) in zip(ROWS, LOGS, strict=True):
        assert wanted.state in row[3], row


@pytest.mark.parametrize("number", range(len(LOGS)), ids=[f"{n + 1} {row[3]}" for n, row in enumerate(ROWS)])
def test_a_row_stands_as_it_is_written(number: int) -> None:
    """State and figures of the row are those of the program; where nothing is next, that is so too."""
    records, as_of, wanted = LOGS[number]
    progress = _stands(_targets()[number], records, as_of)
    for name, value in wanted._asdict().items():
        if value is not None:
            seen = getattr(progress, name)
            assert (name, str(seen) if isinstance(seen, date) else seen) == (name, value)
    if "next by null" in ROWS[number][3]:
        assert progress.next_by is None


def _buckets(number: int) -> Buckets:
    buckets = _stands(_targets()[number], *LOGS[number][:2]).buckets
    assert buckets is not None
    return buckets


def _named(buckets: Buckets, state: BucketState) -> list[str]:
    return [part.period.first.isoformat() for part in buckets.all if part.state == state]


def test_undated_controls_may_have_been_on_every_day_or_not() -> None:
    """301 of them may fill 245 days, 200 may not; no day is unmet, and each may have had all of them."""
    for number, amount in ((0, 301), (1, 200)):
        buckets = _buckets(number)
        assert (len(buckets.unknown), buckets.unmet) == (245, ())
        assert {(part.done, part.could) for part in buckets.all} == {(0, amount)}
        assert buckets.unfillable is (amount == 200)


def test_the_second_week_is_the_one_that_is_unmet() -> None:
    """51 weeks are full, two are cut; the one without patrols is named; after the end the rest is cut too."""
    buckets = _buckets(5)
    assert [_named(buckets, state) for state in ("cut", "unmet")] == [
        ["2021-12-27", "2022-12-26"],
        ["2022-01-10"],
    ]
    assert [len(buckets.all) - 2, buckets.all[1].period.first] == [51, day("01-03")]
    ended = _buckets(13)
    assert _named(ended, "unmet") == ["2022-01-10"]
    assert "2022-05-30" in _named(ended, "cut")
    assert "2022-05-23" in _named(ended, "met")


@pytest.mark.parametrize(("number", "state", "booked"), [(6, "behind", 0), (7, "booked", 2)])
def test_the_running_half_year_has_a_pace(number: int, state: State, booked: int) -> None:
    """Half of what it requires is due after half of its days; what is booked is enough."""
    running = _buckets(number).running
    assert running is not None
    assert (running.period.first, running.due, running.booked) == (day("01-01"), 1, booked)
    assert (running.state, running.next_by) == (state, day("04-01"))
