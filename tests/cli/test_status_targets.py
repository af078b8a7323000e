"""`loften status` of targets of every shape: the table in any width, the document, the grids, the alarm."""

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

import shapes
from medborgarloften.render.words.wording import NO_BREAK
from records import did
from shapes import PROMISES, log, workspace
from world import World

Golden = Callable[[str, str], None]

BY_JULY = ("--as-of", "2022-07-31")
LEAST = 60  # columns that a table is made for, however narrow the terminal is


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> World:
    """Return a workspace with a promise of every shape, of which each has something logged."""
    return workspace(tmp_path_factory.mktemp("targets") / "solna", *log())


def table(world: World, *arguments: str, width: int = 80, language: str = "sv") -> str:
    """Return what `status` prints for people, with a fixed name for the workspace's folder."""
    result = world.run("status", *arguments, COLUMNS=str(width), LOFTEN_LANG=language)
    assert (result.code, result.err) == (0, "")
    pattern = r"^(Arbetsmapp|Workspace):\s.*?(?=\n\n)"
    return re.sub(pattern, r"\1: /srv/solna", result.out, count=1, flags=re.MULTILINE | re.DOTALL)


def below(text: str, promise: str) -> str:
    """Return what stands in the table for a promise, on one line with single spaces."""
    rest = text.split(promise, 1)[1]
    return " ".join(rest.split("\n\n")[0].replace(NO_BREAK, " ").split())


# --- the table


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("width", [80, 120])
def test_the_table_as_it_is(town: World, golden: Golden, width: int, language: str) -> None:
    """The whole table, piped: no escape codes, no space at the end of a line."""
    text = table(town, *BY_JULY, width=width, language=language)
    assert "\x1b" not in text
    assert not re.search(r" $", text, re.MULTILINE)
    golden(f"status-targets-{language}-{width}", text)


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("width", [40, 60, 80, 100, 120, 200])
def test_no_line_is_wider_than_the_terminal(town: World, width: int, language: str) -> None:
    """Rows of targets and areas, lists of weeks and reasons are broken where the terminal ends."""
    for arguments in (BY_JULY, ("--as-of", "2022-12-31"), (*BY_JULY, "--area", "Hagalund")):
        for line in table(town, *arguments, width=width, language=language).splitlines():
            assert cell_len(line) <= max(width, LEAST), line


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_the_table_says_the_same_in_every_width(town: World, width: int) -> None:
    """Every figure, name and reason is there, however narrow the terminal is; no name is cut off."""
    text = re.sub(
        r"[▲●✗✓◆○–] (ligger efter|i fas|ej uppfyllt|uppfyllt|pågår)$",
        "",
        table(town, *BY_JULY, width=width),
        flags=re.MULTILINE,
    )
    words = " ".join(text.replace(NO_BREAK, " ").split())
    for wanted in (
        "20 av 30 veckor",
        "minst 2 per vecka",
        "sammanlagt ca 74",
        "ej uppfyllt: 10 veckor, senast v. 23, 25 och 27–28",
        "ca 74 av 156",
        "i genomsnitt minst 3 per vecka",
        "timmar (fotpatruller)",
        "minst 10 timmar per månad",
        "Stationsområdet vid Solna centrum",
        "0 av 2 kvartal",
        "ej uppfyllt: kvartal 1–2",
        "5 av 8",
        "5 gjorda, minst 4 utlovade",
        "minst 2 olika områden varannan vecka",
        "ej uppfyllt: 26 feb.–11 mars och 2–15 juli",
        "3 kan inte placeras på en viss dag",
        "minst 2 olika helger per månad",
        "6 av 31 dagar",
        "inget antal utlovat",
    ):
        assert wanted in words, wanted


def test_every_promise_and_area_has_its_state(town: World) -> None:
    """Beside the words of a promise, and beside each of its targets and areas, stands how it is."""
    text = table(town, *BY_JULY)
    states = re.findall(r"(?m)^(?: {0,2}\d+| +).*? ([▲●✗✓◆○–◐?]) [a-zåäö ]+$", text)
    areas = 3 + 2
    assert len(states) == PROMISES + (PROMISES - 1) + areas


def test_the_bar_of_buckets_has_a_sign_for_each(town: World) -> None:
    """Kept, not kept and to come, in their order; a cut bucket has no sign."""
    text = table(town, *BY_JULY)
    assert re.search(r"^ +█{7}░{5} +7 av 7 månader", text, re.MULTILINE)
    assert re.search(r"^ +✗█░░ +1 av 2 kvartal", text, re.MULTILINE)
    assert re.search(r"^ +✗✗░ +0 av 2 månader", text, re.MULTILINE)
    weeks = re.search(r"^ +([█✗▓░]+) 20 av 30 veckor", text, re.MULTILINE)
    assert weeks is not None
    assert len(weeks[1]) == 20
    assert "▓" in weeks[1]


def test_a_bucket_that_was_not_kept_is_never_hidden_by_its_neighbours(tmp_path: Path) -> None:
    """Where one sign stands for several buckets, it is half filled if only some of them were kept."""
    records = [did(f"07-{number:02d}", "patrol") for number in range(1, 32) if number != 17]
    text = table(workspace(tmp_path / "solna", *records), *BY_JULY)
    days = re.search(r"^ +([█✗▓░]+) +30 av 31 dagar", text, re.MULTILINE)
    assert days is not None
    assert Counter(days[1]) == {"▓": 1, "█": 19}


def test_nothing_logged(tmp_path: Path) -> None:
    """On the first day nothing is missed, and no bucket has ended."""
    world = workspace(tmp_path / "solna").on("2022-01-01")
    text = table(world)
    assert "ingen hel vecka än" in below(text, "Två fotpatruller i veckan")
    assert "ingen hel månad än" in below(text, "Tio timmars fotpatrull i månaden")
    assert "inget helt kvartal än" in below(text, "Ett möte i kvartalet")
    assert "ingen hel period än" in below(text, "Två olika områden")
    assert "ingen hel dag än" in below(text, "Varje dag i juli")
    assert "ej påbörjat" in text
    assert "ej uppfyllt" not in text
    english = table(world, language="en")
    for unit in ("week", "month", "quarter", "period", "half-year", "day"):
        assert f"no full {unit} yet" in english


def test_all_is_settled_on_the_last_day(town: World) -> None:
    """At the end of the year nothing is left to do: no step, and every target is met or not."""
    text = table(town, "--as-of", "2022-12-31")
    for wrong in ("nästa senast", "skulle ha gjorts", "ligger efter", "i fas", "obokat"):
        assert wrong not in text


def test_no_need(tmp_path: Path) -> None:
    """Where a person said that a condition did not arise, nothing is asked for."""
    only = [record for record in log() if record.op == "comment"]
    shown = below(table(workspace(tmp_path / "solna", *only), *BY_JULY), "Möte i området när det behövs")
    assert shown.startswith("– ej aktuellt")
    assert "inbokat" not in shown
    assert "nästa" not in shown
    assert "Bedömning 30 juni 2022: ej aktuellt. Ord." in shown


def test_an_area_adds_its_part_and_hides_nothing(town: World) -> None:
    """`--area` says how much of each figure is in it; the table has the same promises and states."""
    whole, part = table(town, *BY_JULY, width=120), table(town, *BY_JULY, "--area", "Hagalund", width=120)
    assert "► varav Hagalund 20" in below(part, "Två fotpatruller i veckan")
    assert "► varav Hagalund 50" in below(part, "Tio timmars fotpatrull")
    assert " varav Hagalund 0" in below(part, "Fyra vandringar")
    states = re.compile(r"[▲●✗✓◆○◐?] [a-zåäö ]+$", re.MULTILINE)
    assert states.findall(part) == states.findall(whole)
    for figure in ("20 av 30 veckor", "ca 74 av 156", "7 av 7 månader", "0 av 2 kvartal", "6 av 31 dagar"):
        assert figure in part


# --- the document


def targets(world: World, *arguments: str) -> dict[str, dict[str, Any]]:
    """Return the only target of every promise, by the promise's id."""
    document = world.status(*(arguments or BY_JULY))
    return {each["id"]: each["targets"][0] for each in document["promises"] if each["targets"]}


def test_the_document_of_buckets(town: World) -> None:
    """How many were judged and met, the codes of the others, and the average; nothing missing or due."""
    found = targets(town)
    assert found["weekly"]["buckets"] == {
        "per": "week",
        "judged": 30,
        "met": 20,
        "unmet": [f"2022-W{number:02d}" for number in (5, 9, 10, 11, 17, 21, 23, 25, 27, 28)],
        "unknown": [],
        "unfillable": False,
        "average": 2.44,
        "running": None,
    }
    fields = ("required", "done", "booked", "missing", "due", "next_by", "approx", "unplaced", "areas")
    assert [found["weekly"][key] for key in fields] == [2, 74, 0, None, None, "2022-08-07", True, 24, None]
    assert found["hours"]["buckets"]["average"] == 23.57
    assert found["hours"]["done"] == 165
    assert found["areas"]["buckets"]["per"] == "2 weeks"
    assert found["areas"]["buckets"]["unmet"] == ["2022-02-26/2022-03-11", "2022-07-02/2022-07-15"]
    assert found["weekends"]["buckets"]["unmet"] == ["2022-06", "2022-07"]
    assert found["daily"]["buckets"]["unmet"][:2] == ["2022-07-01", "2022-07-02"]
    assert found["needed"]["buckets"]["unmet"] == ["2022-H1"]


def test_the_document_of_an_average(town: World) -> None:
    """An average has no buckets; what is required is its total."""
    found = targets(town)["average"]
    assert found["buckets"] is None
    assert [found[key] for key in ("required", "done", "missing", "due", "state")] == [
        156,
        74,
        82,
        90,
        "behind",
    ]


def test_the_document_of_areas(town: World) -> None:
    """Each area has all that its target has; with buckets these are its own."""
    found = targets(town)
    walks = found["walks"]
    assert [walks[key] for key in ("required", "done", "missing", "due", "buckets")] == [8, 5, 3, 4, None]
    assert walks["areas"] == [
        {
            "id": "centrum",
            "required": 4,
            "done": 5,
            "booked": 0,
            "missing": 0,
            "due": 2,
            "next_by": None,
            "state": "met",
            "met_exactly": True,
            "could": 0,
            "unbooked": False,
            "buckets": None,
        },
        {
            "id": "station",
            "required": 4,
            "done": 1,
            "booked": 0,
            "missing": 3,
            "due": 2,
            "next_by": "2022-07-02",
            "state": "behind",
            "met_exactly": None,
            "could": 0,
            "unbooked": False,
            "buckets": None,
        },
    ]
    meetings = found["meetings"]
    assert [meetings[key] for key in ("required", "done", "booked", "missing", "due", "buckets")] == [
        *(1, 3, 1, None, None, None)
    ]
    assert [(area["id"], area["buckets"]["met"], area["buckets"]["unmet"]) for area in meetings["areas"]] == [
        ("centrum", 2, []),
        ("hagalund", 1, ["2022-Q1"]),
        ("station", 0, ["2022-Q1", "2022-Q2"]),
    ]
    assert [area["buckets"]["per"] for area in meetings["areas"]] == ["quarter"] * 3


def test_numbers_of_the_document_have_two_decimals_at_most(town: World) -> None:
    """Ratios are rounded for the reader; whole numbers are whole."""

    def numbers(value: Any) -> Iterator[float]:
        if isinstance(value, dict | list):
            for each in value.values() if isinstance(value, dict) else value:
                yield from numbers(each)
        elif isinstance(value, float):
            yield value

    found = list(numbers(town.status(*BY_JULY)))
    assert found
    assert all(value == round(value, 2) and value != int(value) for value in found)


# --- grids


def test_the_grid_as_csv(town: World) -> None:
    """A row for each target, for each area below its target, and for a promise without a number."""
    result = town.run("status", *BY_JULY, "--format", "csv")
    assert (result.code, result.err) == (0, "")
    text = result.out.removeprefix("\ufeff").replace(NO_BREAK, " ")
    dialect = ";" if ";" in text.splitlines()[0] else ","
    rows = list(csv.DictReader(io.StringIO(text), delimiter=dialect))
    assert len(rows) == PROMISES + 3 + 2
    weekly, walks, station = rows[0], rows[7], rows[9]
    assert {key: weekly[key] for key in ("Gjort", "Utlovat", "Saknas", "Perioder", "Kan inte placeras")} == {
        "Gjort": "ca 74",
        "Utlovat": "minst 2 per vecka",
        "Saknas": "",
        "Perioder": "20 av 30 veckor",
        "Kan inte placeras": "24",
    }
    assert weekly["Ej uppfyllda"] == "v. 5, 9–11, 17, 21, 23, 25 och 27–28"
    assert (walks["Gjort"], walks["Utlovat"], walks["Saknas"], walks["Perioder"]) == ("5", "8", "3", "")
    assert station["Mål"] == "trygghetsvandringar, Stationsområdet vid Solna centrum"
    assert (station["Gjort"], station["Utlovat"], station["Läge"]) == ("1", "4", "ligger efter")


def test_the_grid_as_markdown(town: World) -> None:
    """Every row has a cell for each title, and every promise is there."""
    result = town.run("--lang", "en", "status", *BY_JULY, "--format", "md")
    assert (result.code, result.err) == (0, "")
    lines = [line for line in result.out.replace(NO_BREAK, " ").splitlines() if line.startswith("|")]
    assert len({line.count(" | ") for line in lines}) == 1
    assert len(lines) == 2 + PROMISES + 3 + 2
    assert "| 20 of 30 weeks | weeks 5, 9–11, 17, 21, 23, 25 and 27–28 | 24 |" in lines[2]
    assert "meetings, Hagalund" in result.out


def test_columns_of_buckets_are_there_only_where_needed(tmp_path: Path) -> None:
    """An agreement without buckets has no columns for them, nor for what is unplaced where nothing is."""
    world = workspace(tmp_path / "solna")
    path = world.folder / "promises-2022.yaml"
    kept = (
        shapes.AGREEMENT.split("  - id: weekly")[0]
        + shapes.AGREEMENT[shapes.AGREEMENT.index("  - id: counted") :]
    )
    assert "Perioder" in world.did("status", *BY_JULY, "--format", "md")
    path.write_text(kept, encoding="utf-8")
    titles = world.did("status", *BY_JULY, "--format", "md").splitlines()[0]
    assert not [title for title in ("Perioder", "Ej uppfyllda", "Kan inte placeras") if title in titles]


# --- the alarm


def test_the_alarm_names_figures_of_every_shape(town: World) -> None:
    """Whoever gets the mail sees which promise is behind, by how much, and what to do."""
    result = town.run("status", *BY_JULY, "--check")
    assert result.code == 1
    lines = result.out.replace(NO_BREAK, " ").splitlines()
    assert lines[0] == "Solna, 31 juli 2022: 6 löften behöver ses över"
    shown = {line.split(":")[0]: line.partition(": ")[2] for line in lines[1:-1]}
    assert shown["▲ Löfte 2"].startswith("fotpatrull ca 74 av 156, ligger efter")
    assert shown["◐ Löfte 4"] == (
        "möten, Stationsområdet vid Solna centrum 0 av 2 kvartal, ej uppfyllt: kvartal 1–2, "
        "nästa senast 30 september 2022"
    )
    assert shown["▲ Löfte 5"] == (
        "trygghetsvandringar, Stationsområdet vid Solna centrum 1 av 4, "
        "ligger efter: nästa borde ha varit gjord senast 2 juli 2022"
    )
    assert shown["◐ Löfte 8"] == (
        "fotpatruller (olika helger) 0 av 2 månader, ej uppfyllt: juni–juli, nästa senast 28 augusti 2022"
    )
    assert shown["✗ Löfte 9"] == (
        "fotpatruller 6 av 31 dagar, ej uppfyllt: 25 dagar, senast 22–24 juli, 26–27 juli och 29–31 juli"
    )
    assert shown["▲ Löfte 10"].startswith("trafikkontroll 0 av 10, ligger efter")
    assert len(shown) == 6  # those whose newest week, period or quarter was kept are left alone


def test_the_alarm_is_silent_while_nothing_is_late(tmp_path: Path) -> None:
    """On the first day there is nothing to say."""
    world = workspace(tmp_path / "solna").on("2022-01-01")
    result = world.run("status", "--check")
    assert (result.code, result.out, result.err) == (0, "", "")


# --- `promises`


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_promises_as_they_are(town: World, golden: Golden, language: str) -> None:
    """Every target of every shape in words."""
    result = town.run("promises", LOFTEN_LANG=language, COLUMNS="80")
    assert (result.code, result.err) == (0, "")
    golden(f"promises-targets-{language}", "".join(result.out.partition("\n\n")[1:]).lstrip("\n"))
    for width in (60, 80, 120, 160):
        shown = town.run("promises", LOFTEN_LANG=language, COLUMNS=str(width)).out.split("\n\n", 1)[1]
        assert max(map(cell_len, shown.splitlines())) <= width
