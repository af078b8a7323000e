"""`status --check`: what somebody should be told of without asking, and silence about all else."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

from medborgarloften.domain.activity import Record
from medborgarloften.files.log.append import append
from medborgarloften.render.words.wording import NO_BREAK
from records import Extent, comment, did, planned
from world import World

FILE = """\
loften: 1
municipality: Solna
title: Löften
period: {{from: {year}-01-01, to: {year}-12-31}}
areas: {{norr: Norr, soder: Söder}}
kinds: {{walk: vandring, patrol: patrull}}
promises:
  - {{id: one, text: Ett., {more}targets: [{target}]}}
"""
WALKS = "{count: walk, at_least: 4}"
WEEKLY = "{count: patrol, at_least: 1, per: week}"
DAILY = "{count: patrol, at_least: 1, per: day, from: 2022-05-01, to: 2022-05-31}"
HALVES = "{count: walk, at_least: 2, per: half-year}"
HEAD = "behöver ses över"


def town(folder: Path, target: str, *records: Record, more: str = "") -> World:
    """Return a workspace with one target and these records."""
    folder.mkdir(parents=True)
    text = FILE.format(year=2022, target=target, more=more)
    (folder / "promises-2022.yaml").write_text(text, encoding="utf-8")
    for record in records:
        append(folder / "log" / "kommun-000001.jsonl", record)
    return World(folder, {"LOFTEN_WRITER": "kommun"})


def said(world: World, as_of: str, *options: str) -> str:
    """Return what `status --check` says at the end of a day, on one line; its exit code fits."""
    result = world.run("status", "--check", "--as-of", as_of, *options)
    assert (result.code, result.err) == (1 if result.out else 0, "")
    return result.out.replace(NO_BREAK, " ").replace("\n", " | ")


def weeks(until: str, *without: str) -> list[Record]:
    """Return a patrol on every Monday of the year up to a day, but for some."""
    days = [date(2022, 1, 3) + timedelta(weeks=week) for week in range(51)]
    return [
        did(Extent(d, d), "patrol") for d in days if d.isoformat() <= until and d.isoformat() not in without
    ]


# --- what is told


@pytest.mark.parametrize(
    ("target", "records", "as_of", "words"),
    [
        (WALKS, [], "2022-04-02", "vandring 0 av 4, ligger efter: nästa borde ha varit gjord senast 2 april"),
        (HALVES, [], "2022-04-01", "ligger efter: nästa borde ha varit gjord senast 1 april"),
        (
            HALVES,
            [],
            "2022-10-05",
            "ej uppfyllt: halvår 1, ligger efter: nästa borde ha varit gjord senast 30 september",
        ),
        (WALKS, [did("02-10", "walk", occasions=3)], "2022-12-01", "senast 31 december 2022, obokat"),
        ("{count: walk, at_least: 1}", [], "2022-07-02", "nästa senast 31 december 2022, obokat"),
        (
            "{count: walk, at_least: 4, pace: end}",
            [],
            "2022-12-01",
            "0 av 4, nästa senast 31 december 2022, obokat",
        ),
        (WEEKLY, weeks("2022-03-01", "2022-02-21"), "2022-02-27", "ej uppfyllt: v. 8"),
        (
            DAILY,
            [did("05-01/05-31", "patrol", occasions=20)],
            "2022-05-31",
            "ej uppfyllt under minst 1 av 31 dagar",
        ),
        (WALKS, [did("02-10", "walk", occasions=3)], "2022-12-31", "vandring 3 av 4, ej uppfyllt"),
    ],
    ids=["behind", "running", "broken and behind", "unbooked", "one", "end", "week", "unfillable", "missed"],
)
def test_each_reason_is_told(
    tmp_path: Path, target: str, records: Sequence[Record], as_of: str, words: str
) -> None:
    """What is behind or not booked, what was lost of late: its figure, and the way to see more."""
    text = said(town(tmp_path / "solna", target, *records), as_of)
    assert HEAD in text
    assert words in text
    assert text.endswith("loften status visar alla löften. | ")


def test_a_week_that_was_missed_is_told_while_it_is_the_newest(tmp_path: Path) -> None:
    """A week that was kept silences it; without one, every new week that is missed is told."""
    world = town(tmp_path / "solna", WEEKLY, *weeks("2022-03-01", "2022-02-21"))
    assert said(world, "2022-02-26") == ""
    assert "v. 8" in said(world, "2022-02-27")
    assert "v. 8" in said(world, "2022-03-05")
    assert said(world, "2022-03-06") == ""


@pytest.mark.parametrize(
    ("target", "records", "last", "words"),
    [
        ("{count: walk, at_least: 1, to: 2022-05-31}", [], "2022-05-31", "ej uppfyllt"),
        (
            "{count: patrol, at_least: 1, per: month, months: [1, 2]}",
            [did("01-10", "patrol")],
            "2022-02-28",
            "feb",
        ),
        (DAILY, [did("05-01/05-31", "patrol", occasions=20)], "2022-05-31", "minst 1 av 31 dagar"),
        ("{count: patrol, at_least: 1, per: half-year, months: [1, 7]}", [], "2022-01-31", "halvår 1"),
    ],
    ids=["missed", "unmet", "unfillable", "part of a bucket"],
)
def test_what_cannot_be_mended_is_told_for_31_days(
    tmp_path: Path, target: str, records: Sequence[Record], last: str, words: str
) -> None:
    """From the last day on, and 31 days after it; then it is known."""
    world, end = town(tmp_path / "solna", target, *records), date.fromisoformat(last)
    assert words in said(world, last)
    assert words in said(world, (end + timedelta(days=31)).isoformat())
    assert said(world, (end + timedelta(days=32)).isoformat()) == ""


def test_an_agreement_that_has_just_ended_is_told_beside_the_new_one(tmp_path: Path) -> None:
    """For 31 days after its end what it missed stands above the alarm of the next agreement."""
    world = town(tmp_path / "solna", WALKS)
    text = FILE.format(year=2023, target=WALKS, more="")
    (world.folder / "promises-2023.yaml").write_text(text, encoding="utf-8")
    for day, told in (("2023-01-01", True), ("2023-01-31", True), ("2023-02-01", False)):
        assert ("vandring 0 av 4, ej uppfyllt" in said(world, day)) is told
    live = world.on("2023-01-10").run("status", "--check")
    assert live.code == 1
    assert "31 december 2022" in live.out.replace(NO_BREAK, " ")


def test_areas_are_told_each_by_itself(tmp_path: Path) -> None:
    """Only the area that is behind is named."""
    target = "{count: walk, at_least: 2, each_area: [norr, soder]}"
    text = said(town(tmp_path / "solna", target, did("03-10", "walk", areas=("norr",))), "2022-07-02")
    assert "vandring, Söder 0 av 2" in text.replace("vandringar", "vandring")
    assert "Norr" not in text


def test_since_a_day_only_what_is_new_is_told(tmp_path: Path) -> None:
    """What was so already at the end of that day is left out; what has come since is not."""
    world = town(tmp_path / "solna", WALKS)
    assert said(world, "2022-04-02", "--since", "2022-04-01") != ""
    assert said(world, "2022-04-03", "--since", "2022-04-02") == ""
    assert "ej uppfyllt" in said(world, "2022-12-31", "--since", "2022-04-02")


# --- silence


@pytest.mark.parametrize(
    ("target", "records", "as_of", "more"),
    [
        (WALKS, [planned("09-10", "walk", occasions=4)], "2022-08-01", ""),
        (WALKS, [did("03-01", "walk", occasions=3), planned("12-20", "walk")], "2022-12-05", ""),
        (WALKS, [did("2021-12-20/2022-03-10", "walk", occasions=4)], "2022-07-02", ""),
        (WALKS, [did("03-01", "walk", occasions=4)], "2022-12-31", ""),
        (WEEKLY, weeks("2022-12-31", "2022-02-21"), "2022-06-30", ""),
        (DAILY, [did("05-01/05-31", "patrol", occasions=31)], "2022-05-31", ""),
        (WALKS, [did("03-01", "walk")], "2022-08-01", 'ended: {on: 2022-05-31, decision: "§ 1"}, '),
        (
            "{count: walk, at_least: 1, if_needed: true}",
            [comment("one", "11-30", "no_need")],
            "2022-12-31",
            "",
        ),
    ],
    ids=[
        "booked",
        "the last one is booked",
        "undetermined",
        "met",
        "old break",
        "unknown",
        "ended",
        "no need",
    ],
)
def test_what_needs_nobody_is_not_told(
    tmp_path: Path, target: str, records: Sequence[Record], as_of: str, more: str
) -> None:
    """What is booked, cannot be judged, was lost long ago, or nobody needs any more: nothing, exit code 0."""
    assert said(town(tmp_path / "solna", target, *records, more=more), as_of) == ""


def test_nothing_is_told_of_a_draft(tmp_path: Path) -> None:
    """What has not been agreed on cannot be behind."""
    world = town(tmp_path / "solna", WALKS)
    path = world.folder / "promises-2022.yaml"
    path.write_text(f"draft: true\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
    assert said(world, "2022-08-01") == ""
