"""`loften report`: which periods, where it goes, what is kept and replaced, and when it refuses."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from medborgarloften.domain.activity import Activity, Comment, Record, Redaction
from medborgarloften.files.log.append import append
from medborgarloften.render import to_html, to_json, to_markdown
from medborgarloften.render.words.wording import NO_BREAK
from records import amended, comment, did, planned, voided
from world import PROGRAM, SHIPPED, Result, World

NUMBER = "790819-1237"
MARCH = ("report", "--month", "2022-03")
FORMATS = ("html", "md", "json")
ALL = ("--format", "html", "--format", "md", "--format", "json")
LOG = Path(__file__).parent.parent / "errors" / "log"


def store(world: World, *records: Record, writer: str = "kommun-000001") -> World:
    """Write records into a file of the log, as another program or an older version could."""
    for record in records:
        append(world.folder / "log" / f"{writer}.jsonl", record)
    return world


@pytest.fixture
def march(solna: World) -> World:
    """Return a workspace on 5 April with a walk in March."""
    return store(
        solna.on("2022-04-05"),
        did("03-14", "walk", "dialogue", areas=("hagalund",), at="2022-03-14T18:00:00.000Z"),
    )


def made(world: World) -> list[str]:
    """Return the names of the reports that there are."""
    folder = world.folder / "reports"
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def read(world: World, name: str) -> Any:
    """Return a report in JSON."""
    return json.loads((world.folder / "reports" / name).read_text(encoding="utf-8"))


def paths(world: World, *names: str) -> str:
    """Return what is printed when these reports are written."""
    return "".join(f"{world.folder / 'reports' / name}\n" for name in names)


# --- which period


def test_without_options_it_is_last_month_as_html_and_markdown(march: World) -> None:
    """The reports go into `reports/`, which is made, and their paths are printed."""
    assert march.run("report") == Result(0, paths(march, "2022-03.html", "2022-03.md"), "")
    assert made(march) == ["2022-03.html", "2022-03.md"]


@pytest.mark.parametrize(
    ("options", "name", "period", "asked"),
    [
        (["--month", "2022-02"], "2022-02", "2022-02-01/2022-02-28", None),
        (["--month", "februari"], "2022-02", "2022-02-01/2022-02-28", None),
        (["--period", "2022-Q1"], "2022-Q1", "2022-01-01/2022-03-31", None),
        (["--period", "2022-W11"], "2022-W11", "2022-03-14/2022-03-20", None),
        (["--period", "last-month"], "2022-03", "2022-03-01/2022-03-31", None),
        (
            ["--from", "2022-01-15", "--to", "2022-02-14"],
            "2022-01-15--2022-02-14",
            "2022-01-15/2022-02-14",
            None,
        ),
        (["--from", "1/1", "--to", "31/3"], "2022-Q1", "2022-01-01/2022-03-31", None),
        (["--from", "igår", "--to", "igår"], "2022-04-04", "2022-04-04/2022-04-04", None),
        (["--month", "2022-04"], "2022-04", "2022-04-01/2022-04-04", "2022-04-01/2022-04-30"),
        (["--period", "2022"], "2022", "2022-01-01/2022-04-04", "2022-01-01/2022-12-31"),
        (
            ["--from", "2022-04-01", "--to", "idag"],
            "2022-04-01--2022-04-05",
            "2022-04-01/2022-04-04",
            "2022-04-01/2022-04-05",
        ),
        (
            ["--from", "2021-12-01", "--to", "2022-01-31"],
            "2021-12-01--2022-01-31",
            "2022-01-01/2022-01-31",
            None,
        ),
    ],
)
def test_which_days_a_report_covers(
    march: World, options: list[str], name: str, period: str, asked: str | None
) -> None:
    """It is the period that was asked for, clipped to the agreement and cut off at yesterday."""
    result = march.run("report", *options, "--format", "json")
    assert result == Result(0, paths(march, f"{name}.json"), "")
    document = read(march, f"{name}.json")
    assert "/".join(document["period"].values()) == period
    assert "/".join(document["asked"].values()) == (asked or period)
    assert document["status"]["as_of"] == document["status"]["judged_by"] == document["period"]["to"]


def test_an_unfinished_period_says_so_in_its_title(march: World) -> None:
    """The title of a report that was cut off has the day; that of a finished one has not."""
    march.run("report", "--month", "2022-04", "--format", "md")
    march.run("report", "--month", "2022-03", "--format", "md")
    titles = [
        (march.folder / "reports" / name).read_text(encoding="utf-8").splitlines()[0].replace("\xa0", " ")
        for name in ("2022-04.md", "2022-03.md")
    ]
    assert titles == [
        "# Uppföljning av medborgarlöften, april 2022, till och med 4 april 2022",
        "# Uppföljning av medborgarlöften, mars 2022",
    ]


def second_agreement(world: World, first: str, last: str) -> None:
    """Add an agreement for other days to the workspace."""
    text = SHIPPED.read_text(encoding="utf-8").replace("2022-01-01, to: 2022-12-31", f"{first}, to: {last}")
    (world.folder / "promises-2023.yaml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "period"),
    [
        (["--from", "2022-12-01", "--to", "2023-02-28"], "2022-12-01/2022-12-31"),
        (["--from", "2022-12-01", "--to", "2023-03-31"], "2023-03-15/2023-03-31"),
        (["--month", "2023-03"], "2023-03-15/2023-03-31"),
    ],
)
def test_it_covers_the_agreement_in_force_on_its_last_day(
    solna: World, options: list[str], period: str
) -> None:
    """Of several agreements it is that one alone; where none is in force, the latest that has begun."""
    second_agreement(solna, "2023-03-15", "2024-03-14")
    result = solna.on("2023-06-01").run("report", *options, "--format", "json", "--output", ".")
    assert result.code == 0
    assert "/".join(json.loads(Path(result.out.strip()).read_text())["period"].values()) == period
    left_out = "2022-12-01" in options and period.startswith("2023")
    assert (
        result.err
        == (
            "december 2022 hör till ett annat avtal (promises-2022.yaml) och ingår inte. "
            "För en rapport om den tiden: loften report --from 2022-12-01 --to 2022-12-31\n"
        )
        * left_out
    )


@pytest.mark.parametrize(
    ("today", "options", "sentence"),
    [
        ("2022-04-05", ["--month", "2021-12"], "inget avtal gäller december 2021\n"),
        ("2023-02-05", [], "inget avtal gäller januari 2023\n"),
        ("2023-02-11", ["--period", "2023"], "inget avtal gäller 1 januari–10 februari 2023\n"),
        ("2023-02-11", ["--month", "2023-02"], "inget avtal gäller 1–10 februari 2023\n"),
    ],
)
def test_days_without_an_agreement_are_refused(
    solna: World, today: str, options: list[str], sentence: str
) -> None:
    """Where there is nothing to report on, the periods that there are are named, and how to ask for one."""
    second_agreement(solna, "2023-03-15", "2024-03-14")
    result = solna.on(today).run("report", *options)
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        f"Fel: {sentence}  Det finns avtal för 2022 och 15 mars 2023–14 mars 2024; "
        "välj till exempel --from 2023-03-15 --to 2024-03-14.\n"
    )
    assert not made(solna)


# --- where it goes


def test_one_format_goes_to_a_file(march: World, tmp_path: Path) -> None:
    """With one format and no folder of that name, `--output` is the file."""
    target = tmp_path / "möte.html"
    assert march.run(*MARCH, "--format", "html", "--output", "möte.html") == Result(0, f"{target}\n", "")
    assert target.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert made(march) == []


@pytest.mark.parametrize("output", ["ut", "ut/", "./ut"])
def test_a_folder_that_is_there_takes_all_formats(march: World, tmp_path: Path, output: str) -> None:
    """In a folder the reports have the names that they have in `reports/`."""
    (tmp_path / "ut").mkdir()
    result = march.run(*MARCH, *ALL, "--output", output)
    assert result.code == 0
    assert sorted(path.name for path in (tmp_path / "ut").iterdir()) == [
        f"2022-03.{f}" for f in sorted(FORMATS)
    ]
    assert march.run(*MARCH, "--format", "md", "--output", output).code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("--output", "ut"),
        ("--output", "ut/", "--format", "md"),
        ("--output", "ut/rapport.md", "--format", "md"),
        ("--output", "rapport.md", "--format", "md", "--format", "html"),
        ("--output", "a" * 300),
        ("--output", "a" * 300, "--format", "md"),
        ("--output", f"{'a' * 300}/rapport.md", "--format", "md"),
    ],
)
def test_a_folder_that_is_not_there_is_not_made(
    march: World, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    """Loften makes no folder but its own: exit code 4, and nothing is written anywhere."""
    before = sorted(tmp_path.rglob("*"))
    result = march.run(*MARCH, *arguments)
    assert (result.code, result.out) == (4, "")
    assert result.err.startswith(("Fel: mappen ", "Fel: aaa"))
    assert [
        path for path in sorted(tmp_path.rglob("*")) if path not in before and "home" not in path.parts
    ] == []


def test_a_format_that_was_asked_for_twice_is_written_once(march: World) -> None:
    """A repeated format is one file and one line."""
    result = march.run(*MARCH, "--format", "md", "--format", "md")
    assert result == Result(0, paths(march, "2022-03.md"), "")


@pytest.mark.parametrize("form", FORMATS)
def test_a_link_is_never_written_through(march: World, tmp_path: Path, form: str) -> None:
    """A report whose place is taken by a link stops with exit code 4, and what it points to is as it was."""
    elsewhere = tmp_path / "viktigt.txt"
    elsewhere.write_text("kvar")
    (march.folder / "reports").mkdir()
    (march.folder / "reports" / f"2022-03.{form}").symlink_to(elsewhere)
    for more in ([], ["--replace"]):
        result = march.run(*MARCH, "--format", form, *more)
        assert (result.code, result.out) == (4, "")
    assert elsewhere.read_text() == "kvar"


# --- kept, replaced, the same


def test_the_same_report_again_is_left_as_it_is(march: World) -> None:
    """Made again from the same log it has the same bytes: the path is printed, the file not touched."""
    march.run(*MARCH, "--format", "html")
    path = march.folder / "reports" / "2022-03.html"
    os.utime(path, ns=(0, 0))
    assert march.on("2022-06-07").run(*MARCH, "--format", "html") == Result(0, f"{path}\n", "")
    assert path.stat().st_mtime_ns == 0


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    ("more", "said"), [(1, "en post har tillkommit i loggen"), (2, "2 poster har tillkommit i loggen")]
)
def test_a_report_that_would_differ_is_kept(march: World, form: str, more: int, said: str) -> None:
    """What the council has is never replaced in silence: it is kept, exit code 0, with what has changed."""
    march.run(*MARCH, "--format", form)
    path = march.folder / "reports" / f"2022-03.{form}"
    before = path.read_bytes()
    for _ in range(more):
        march.run("log", "patrol", "--date", "2022-03-20")
    result = march.run(*MARCH, "--format", form)
    assert result == Result(
        0,
        "",
        f"{path} finns redan och har inte ändrats; en ny skulle bli annorlunda ({said}). "
        "--replace ersätter den.\n",
    )
    assert path.read_bytes() == before


def test_replace_replaces_it(march: World) -> None:
    """With the wish the new one takes the place, and its path is printed."""
    march.run(*MARCH, "--format", "json")
    march.run("log", "patrol", "--date", "2022-03-20")
    result = march.run(*MARCH, "--format", "json", "--replace")
    assert result == Result(0, paths(march, "2022-03.json"), "")
    assert read(march, "2022-03.json")["occasions"] == 2


def test_another_content_is_said_as_such(march: World) -> None:
    """Where no record was added, such as in another language, the content is said to be another one."""
    march.run(*MARCH, "--format", "md")
    result = march.run("--lang", "en", *MARCH, "--format", "md")
    assert result.code == 0
    assert "(the content is different)" in result.err


def test_what_is_not_there_yet_is_written_beside_what_is_kept(march: World) -> None:
    """Each format is kept or written by itself."""
    march.run(*MARCH, "--format", "md")
    march.run("log", "patrol", "--date", "2022-03-20")
    result = march.run(*MARCH)
    assert result.out == paths(march, "2022-03.html")
    assert result.err.startswith(str(march.folder / "reports" / "2022-03.md"))


def test_a_month_reported_before_its_end_is_kept_until_replaced(march: World) -> None:
    """The final report of a month does not silently take the place of one that was made during it."""
    march.run("report", "--month", "2022-04", "--format", "md")
    later = march.on("2022-05-05").run("report", "--format", "md")
    assert (later.code, later.out) == (0, "")
    assert "finns redan och har inte ändrats" in later.err


# --- every month that is missing


def test_missing_writes_every_finished_month_that_has_none(march: World) -> None:
    """Months of the agreement that are over and have no report, in order; one in any format is one."""
    march.run("report", "--month", "2022-02", "--format", "json")
    result = march.run("report", "--missing", "--format", "md")
    assert result == Result(0, paths(march, "2022-01.md", "2022-03.md"), "")
    assert march.run("report", "--missing") == Result(0, "", "")
    assert march.on("2022-05-01").run("report", "--missing", "--format", "md").out == paths(
        march, "2022-04.md"
    )


def test_missing_ends_with_the_agreement(march: World) -> None:
    """When the agreement has ended there are twelve months, and no more with the years."""
    assert len(march.on("2024-01-01").run("report", "--missing", "--format", "md").out.splitlines()) == 12
    assert march.run("report", "--missing", "--format", "md").out == ""


DECEMBERS = ["2022-12-01--2022-12-14.md", "2022-12.md"]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "sv",
            (
                "1–14 december 2022 hör till ett annat avtal (promises-2022.yaml) och ingår inte. "
                "För en rapport om den tiden: loften report --from 2022-12-01 --to 2022-12-14\n"
            ),
        ),
        (
            "en",
            (
                "1–14 December 2022 belongs to another agreement (promises-2022.yaml) and is not included. "
                "For a report on that time: loften report --from 2022-12-01 --to 2022-12-14\n"
            ),
        ),
    ],
)
def test_missing_where_one_agreement_follows_another_within_a_month(
    solna: World, language: str, sentence: str
) -> None:
    """The days of the month belong to one agreement each: two reports, and the later one names the rest."""
    second_agreement(solna, "2022-12-15", "2023-12-14")
    path = solna.folder / "promises-2022.yaml"
    text = SHIPPED.read_text(encoding="utf-8")
    text = text.replace("2022-01-01, to: 2022-12-31", "2021-12-15, to: 2022-12-14")
    path.write_text(text, encoding="utf-8")
    store(solna, did("2022-12-10", "walk", note="Före"), did("2022-12-20", "walk", note="Efter"))
    result = solna.on("2023-01-05").run("report", "--missing", "--format", "md", LOFTEN_LANG=language)
    assert (result.code, result.err.replace(NO_BREAK, " ")) == (0, sentence)
    names = ["2021-12.md", *(f"2022-{number:02d}.md" for number in range(1, 12)), *DECEMBERS]
    assert result.out == paths(solna, *names)
    first, second = ((solna.folder / "reports" / name).read_text(encoding="utf-8") for name in DECEMBERS)
    assert "Före" in first
    assert "Efter" not in first
    assert "Efter" in second
    assert "Före" not in second
    assert solna.run("report", "--missing", "--format", "md") == Result(0, "", "")


def test_missing_before_the_first_month_is_over(march: World) -> None:
    """In the agreement’s first month nothing is missing yet."""
    assert march.on("2022-01-31").run("report", "--missing") == Result(0, "", "")


def test_missing_looks_where_it_writes(march: World, tmp_path: Path) -> None:
    """With `--output` it is that folder whose months are missing; a file will not do."""
    (tmp_path / "ut").mkdir()
    march.run("report", "--month", "2022-02", "--format", "md")
    result = march.run("report", "--missing", "--format", "md", "--output", "ut")
    assert len(result.out.splitlines()) == 3
    assert march.run("report", "--missing", "--format", "md", "--output", "alla.md").code == 4


def test_all_missing_months_are_made_before_the_first_is_written(march: World) -> None:
    """What stops the report of March leaves January and February unwritten too."""
    store(march, did("03-20", "patrol", note=f"Anna Ek {NUMBER}"))
    assert march.run("report", "--missing").code == 5
    assert made(march) == []


# --- plans


def test_plans_are_left_out_unless_asked_for(march: World) -> None:
    """No format says where something is planned, unless `--with-planned`; the number booked is there."""
    store(march, planned("09-10", "walk", areas=("ulriksdal",), at="2022-03-15T08:00:00.000Z"))
    march.run(*MARCH, *ALL)
    for form in FORMATS:
        text = (march.folder / "reports" / f"2022-03.{form}").read_text(encoding="utf-8")
        assert "lriksdal" not in text
    document = read(march, "2022-03.json")
    assert document["planned"] == []
    assert document["status"]["promises"][4]["targets"][0]["booked"] == 1
    assert march.run(*MARCH, *ALL, "--with-planned", "--replace").code == 0
    for form in FORMATS:
        text = (march.folder / "reports" / f"2022-03.{form}").read_text(encoding="utf-8")
        assert "lriksdal" in text


# --- what stops it


BROKEN = ["not-json", "newer", "conflict"]


def lay(world: World, name: str) -> None:
    """Put a log of the gallery of errors into the workspace."""
    source = LOG / name
    files = sorted(source.iterdir()) if source.is_dir() else [LOG / f"{name}.jsonl"]
    for path in files:
        shutil.copy(path, world.folder / "log")


@pytest.mark.parametrize("name", BROKEN)
def test_a_log_that_cannot_be_counted_stops_the_report(march: World, name: str) -> None:
    """Damaged, newer or conflicting lines: exit code 3, the old report untouched, no new one."""
    march.run(*MARCH)
    before = {path: path.read_bytes() for path in (march.folder / "reports").iterdir()}
    lay(march, name)
    for arguments in (
        MARCH,
        (*MARCH, "--replace"),
        ("report", "--month", "2022-02"),
        ("report", "--missing"),
    ):
        result = march.run(*arguments)
        assert (result.code, result.out) == (3, "")
        assert "ingen rapport har skrivits" in result.err
    assert {path: path.read_bytes() for path in (march.folder / "reports").iterdir()} == before


@pytest.mark.parametrize("name", BROKEN)
def test_allow_damaged_says_how_many_lines_are_missing(march: World, name: str) -> None:
    """The report is written, exit code 0, and its first words are how much of the log is not in it."""
    lay(march, name)
    result = march.run(*MARCH, *ALL, "--allow-damaged")
    assert (result.code, result.out) == (0, paths(march, *(f"2022-03.{form}" for form in FORMATS)))
    assert result.err.startswith("Varning: ")
    wanted = {
        "not-json": "En rad i loggen kunde inte läsas och ingår inte i siffrorna.",
        "newer": "En rad i loggen kunde inte läsas och ingår inte i siffrorna.",
        "conflict": "En post finns i olika versioner; en av dem har räknats.",
    }[name]
    for form in ("html", "md"):
        text = (march.folder / "reports" / f"2022-03.{form}").read_text(encoding="utf-8")
        assert wanted in text
    records = read(march, "2022-03.json")["status"]["records"]
    assert records["damaged"] + records["newer"] + records["conflicts"] == 1


def test_a_torn_tail_stops_nothing(march: World) -> None:
    """A line that was cut off and sealed is told of, and the report is written."""
    lay(march, "torn")
    result = march.run(*MARCH, "--format", "md")
    assert result.code == 0
    assert result.err.startswith("Varning: ")


def _everywhere() -> dict[str, Callable[[], list[Record]]]:
    """Return, by name, records that put an identity number where a report may show it."""
    late = "2022-03-05T08:00:00.000Z"

    def corrected() -> list[Record]:
        record = did("02-10", "walk", source=NUMBER, at="2022-02-10T08:00:00.000Z")
        return [record, amended(record, late, occasions=2)]

    def commented() -> list[Record]:
        said = Comment("kommun", "traffic", date(2022, 3, 30), NUMBER, None)
        return [comment("traffic", "03-30")._replace(content=said)]

    return {
        "note": lambda: [did("03-14", "walk", note=NUMBER)],
        "ref": lambda: [did("03-14", "walk", ref=f"ärende {NUMBER}")],
        "source": lambda: [did("01-14", "walk", source=NUMBER)],
        "area": lambda: [did("03-14", "walk", areas=(NUMBER,))],
        "party": lambda: [did("03-14", "walk", parties=(NUMBER,))],
        "tag": lambda: [did("03-14", "walk", tags=(NUMBER,))],
        "kind": lambda: [did("03-14", "walk", NUMBER)],
        "comment": commented,
        "late": lambda: [did("02-14", "walk", areas=(NUMBER,), at=late)],
        "correction": corrected,
        "figure": lambda: [did("01-01/01-31", "walk", areas=(NUMBER,), occasions=9), did("01-05", "walk")],
        "unconfirmed": lambda: [planned("03-10", "walk", areas=(NUMBER,))],
        "planned": lambda: [planned("09-10", "walk", areas=(NUMBER,))],
    }


@pytest.mark.parametrize("place", _everywhere())
def test_an_identity_number_stops_every_format(march: World, place: str) -> None:
    """Wherever it got into the log, no report is written: exit code 5, the number not repeated."""
    store(march, *_everywhere()[place]())
    result = march.run(*MARCH, *ALL, "--with-planned", "--allow-damaged")
    assert (result.code, result.out) == (5, "")
    assert "ingen rapport har skrivits" in result.err
    assert "1237" not in result.err
    assert made(march) == []


def test_an_identity_number_in_the_promise_file_stops_it_too(march: World) -> None:
    """A text of the agreement is a text of the report; its phone number and dates are none."""
    path = march.folder / SHIPPED.name
    path.write_text(path.read_text(encoding="utf-8").replace("08-746 10 00", NUMBER), encoding="utf-8")
    result = march.run(*MARCH)
    assert result.code == 5
    assert result.err.startswith(f"Fel: en text i {SHIPPED.name} innehåller ")
    assert made(march) == []


@pytest.mark.parametrize("how", ["redacted", "void"])
def test_what_is_masked_or_void_stops_nothing(march: World, how: str) -> None:
    """A text that no view shows any more is no reason to refuse, and is in no report."""
    record = did("03-20", "patrol", note=f"Anna {NUMBER}")
    gone = Redaction("kommun", record.id, ("note",), "personuppgift")
    mask = Record("00000000-0000-7000-8000-ffffffffffff", "2022-03-21T00:00:00.000Z", "redact", gone)
    store(march, record, mask if how == "redacted" else voided(record))
    assert march.run(*MARCH, *ALL).code == 0
    for form in FORMATS:
        assert "1237" not in (march.folder / "reports" / f"2022-03.{form}").read_text(encoding="utf-8")


@pytest.mark.parametrize("module", [to_html, to_markdown, to_json], ids=["html", "md", "json"])
def test_all_formats_are_rendered_before_the_first_file_is_touched(
    march: World, monkeypatch: pytest.MonkeyPatch, module: Any
) -> None:
    """Where one format cannot be made, none is written."""

    def fail(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr(module, "report", fail)
    assert march.run(*MARCH, *ALL).code == 4
    assert made(march) == []


# --- what every report has and has not


def test_no_writer_is_in_any_report(march: World) -> None:
    """Neither labels nor the names of the log’s files are in a report of any format."""
    record = did("03-20", "patrol", at="2022-04-03T08:00:00.000Z")
    assert isinstance(record.content, Activity)
    store(
        march,
        record._replace(content=record.content._replace(by="anna-ek")),
        did("02-20", "walk", at="2022-03-03T08:00:00.000Z"),
        writer="anna-ek-7f3a9c",
    )
    march.run(*MARCH, *ALL)
    for form in FORMATS:
        text = (march.folder / "reports" / f"2022-03.{form}").read_text(encoding="utf-8")
        for word in ("anna", "7f3a9c", "kommun-", "jsonl", '"by"', "000001"):
            assert word not in re.sub("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "(id)", text)


def test_the_document_holds_the_status_of_its_last_day(march: World) -> None:
    """The status in it is exactly what `status --as-of` gives for the cut-off day."""
    store(march, planned("03-10", "walk"), did("04-02", "walk"), comment("traffic", "03-30", "kept"))
    march.run(*MARCH, "--format", "json")
    document = read(march, "2022-03.json")
    assert document["format"] == "loften-report/1"
    assert document["status"] == march.status("--as-of", "2022-03-31")
    assert [one["id"] for one in document["promises"]] == [
        one["id"] for one in document["status"]["promises"]
    ]


def test_the_document_in_full(march: World) -> None:
    """Everything beside the status, for one joint occasion, one bulk figure, one late entry and one plan."""
    late = did("02-20", "measure", tags=("clearing",), at="2022-03-03T08:00:00.000Z")
    figure = did("03-01/03-31", "patrol", occasions=24, approx=True, source="Polisen", parties=("police",))
    single = did("03-05", "patrol", areas=("haga",), note="Torget", hours="2.5")
    store(march, late, figure, single)
    march.run(*MARCH, "--format", "json")
    document = read(march, "2022-03.json")
    del document["status"], document["format"]
    about = {"areas": [], "parties": [], "tags": [], "count": 1, "approx": False, "redacted": False}
    about |= {"until": None, "quantities": {}, "note": None, "ref": None, "source": None}
    figured = {**about, "id": figure.id, "date": "2022-03-01", "until": "2022-03-31", "kinds": ["patrol"]}
    figured |= {"parties": ["police"], "count": 24, "approx": True, "source": "Polisen"}
    patrolled = {**about, "id": single.id, "date": "2022-03-05", "kinds": ["patrol"], "areas": ["haga"]}
    patrolled |= {"quantities": {"hours": 2.5}, "note": "Torget"}
    assert document["title"] == "Medborgarlöften 2022 för ett tryggare Solna"
    assert document["contact"] == "Solna stads kontaktcenter, 08-746 10 00"
    assert document["source"] == "Solna stad, Nya medborgarlöften 2022 för ett tryggare Solna"
    assert document["period"] == document["asked"] == {"from": "2022-03-01", "to": "2022-03-31"}
    assert (document["occasions"], document["approx"]) == (26, True)
    assert document["areas"] == [
        {"id": "hagalund", "occasions": 1, "approx": False},
        {"id": "vastra-skogen", "occasions": 0, "approx": False},
        {"id": "haga", "occasions": 1, "approx": False},
        {"id": None, "occasions": 24, "approx": True},
    ]
    assert document["parties"][0] == {"id": "police", "occasions": 24, "approx": True}
    assert [cell["id"] for cell in document["kinds"]] == ["patrol", "walk", "dialogue"]
    assert document["tags"] == [{"id": None, "occasions": 26, "approx": True}]
    assert document["months"][0] == {
        "id": "hagalund",
        "months": [
            {"month": "2022-01", "occasions": 0, "approx": False},
            {"month": "2022-02", "occasions": 0, "approx": False},
            {"month": "2022-03", "occasions": 1, "approx": False},
        ],
    }
    assert document["spread"] == {"occasions": 0, "approx": False}
    assert document["late"] == [
        {
            "id": late.id,
            "op": "log",
            "at": "2022-03-03T08:00:00.000Z",
            "of": None,
            "about": {
                **about,
                "id": late.id,
                "date": "2022-02-20",
                "kinds": ["measure"],
                "tags": ["clearing"],
            },
        }
    ]
    once = {"occasions": 1, "approx": False}
    assert document["double"] == [{"figure": figured, **once, "single": once, "figures": []}]
    assert document["promises"][0] == {
        "id": "foot-patrol",
        "areas": [],
        "rule": "Varje fotpatrull räknas en gång.",
        "decision": None,
        "before": "nothing_logged",
        "done": {
            "occasions": 25,
            "approx": True,
            "areas": [
                {"id": "haga", "occasions": 1, "approx": False},
                {"id": None, "occasions": 24, "approx": True},
            ],
        },
        "joint": None,
        "trace": {"single": 1, "bulk": 24, "approx": 24, "sources": {"Polisen": 24}},
        "steps": [],
        "targets": [],
        "activities": [figured, patrolled],
    }
    walks = document["promises"][4]
    assert walks["joint"] == {"kind": "walk", "other": "dialogue", "joint": 1, "all": 1}
    assert walks["steps"] == [[{"date": "2022-03-14", "done": 1}]] * 2
    assert walks["targets"] == [{"buckets": None, "areas": None, "unplaced": []}] * 2
    (file,) = document["log"]["files"]
    assert (document["log"]["loften-records"], file["records"]) == (4, 4)
    assert file["sum"] == march.stored()[-1]["sum"]


def test_the_language_is_that_of_the_agreement_unless_asked(march: World) -> None:
    """A report is in the agreement’s language; `--lang` and `LOFTEN_LANG` ask for another."""
    march.run(*MARCH, "--format", "md")
    path = march.folder / "reports" / "2022-03.md"
    assert path.read_text(encoding="utf-8").startswith("# Uppföljning")
    march.run("--lang", "en", *MARCH, "--format", "md", "--replace")
    assert path.read_text(encoding="utf-8").startswith("# Follow-up")
    march.run(*MARCH, "--format", "md", "--replace", LOFTEN_LANG="sv")
    assert path.read_text(encoding="utf-8").startswith("# Uppföljning")


def test_every_promise_is_in_every_report_of_an_empty_log(solna: World) -> None:
    """A workspace without a log has a report too, with all seven promises in their own words."""
    assert solna.run("report", *ALL).code == 0
    texts = [one["text"] for one in read(solna, "2022-03.json")["status"]["promises"]]
    assert len(texts) == 7
    for form in ("html", "md"):
        shown = (solna.folder / "reports" / f"2022-03.{form}").read_text(encoding="utf-8")
        assert all(shown.count(text) >= 2 for text in texts)


# --- the same bytes


ELSEWHERE = [
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
    {"TZ": "Pacific/Niue", "LC_ALL": "C.UTF-8", "COLUMNS": "200", "FORCE_COLOR": "1"},
]


@pytest.mark.parametrize("environ", ELSEWHERE, ids=["east", "west"])
def test_the_same_log_makes_the_same_bytes_elsewhere(
    march: World, tmp_path: Path, environ: dict[str, str]
) -> None:
    """Years later, in another time zone and locale, by another user, a finished month’s report is equal."""
    store(march, did("03-01/03-31", "patrol", occasions=24, source="Åklagarmyndigheten, månadsmejl"))
    march.run(*MARCH, *ALL)
    (tmp_path / "ut").mkdir()
    command = [
        *PROGRAM,
        "--dir",
        str(march.folder),
        *MARCH,
        *ALL,
        "--output",
        "ut",
    ]
    whole = {"PATH": os.environ["PATH"], "HOME": str(tmp_path / "ut"), **environ}
    done = subprocess.run(command, cwd=tmp_path, env=whole, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    for form in FORMATS:
        ours = (march.folder / "reports" / f"2022-03.{form}").read_bytes()
        assert (tmp_path / "ut" / f"2022-03.{form}").read_bytes() == ours


def test_the_files_of_the_log_in_any_order_make_the_same_bytes(
    march: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a machine that never saw them otherwise, files of other names do not change a report."""
    store(march, did("03-20", "patrol"), did("02-20", "walk"), writer="polis-000002")
    march.run(*MARCH, *ALL)
    before = {form: (march.folder / "reports" / f"2022-03.{form}").read_bytes() for form in FORMATS}
    log = march.folder / "log"
    (log / "polis-000002.jsonl").rename(log / "aaa-000003.jsonl")
    (tmp_path / "ut").mkdir()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "another machine"))
    assert march.run(*MARCH, *ALL, "--output", "ut").code == 0
    assert {form: (tmp_path / "ut" / f"2022-03.{form}").read_bytes() for form in FORMATS} == before


def test_words_of_other_agreements_do_not_leak(march: World) -> None:
    """The program’s words are those of the report’s agreement, whatever agreement is in force today."""
    second_agreement(march, "2023-01-01", "2023-12-31")
    path = march.folder / "promises-2023.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("language: sv", "language: en"), encoding="utf-8"
    )
    march.on("2023-06-01").run(*MARCH, "--format", "md")
    text = (march.folder / "reports" / "2022-03.md").read_text(encoding="utf-8")
    assert text.startswith("# Uppföljning av medborgarlöften, mars\xa02022\n")
