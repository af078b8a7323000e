"""`loften list`: what was logged, by date, in four forms."""

import csv
import io
from datetime import date
from typing import Any

import pytest

from logs import chain, identifier, put, record, walk
from medborgarloften.domain.activity import Comment
from medborgarloften.render.to_markdown import escaped
from world import SHIPPED, Result, World


@pytest.fixture
def busy(solna: World) -> World:
    """Return a workspace with a record of each sort, numbered in the order in which they were written."""
    solna.counting()
    solna.did("log", "dialogue", "--date", "2022-03-20", "--area", "Järva", "--party", "city")
    solna.did("log", "walk", "--date", "2022-03-14", "--area", "Haga", "--note", "Mörkt vid bussen")
    solna.did("log", "patrol", "--period", "mars", "--count", "24", "--approx", "--source", "Polisen")
    solna.did("plan", "walk", "--date", "2022-10-03", "--area", "Haga")
    solna.did("log", "walk", "--date", "2022-01-05")
    solna.did("void", "last", "--reason", "dubbel")  # 0006
    solna.did("comment", "5", "Bra.")
    solna.did("amend", "0002", "--count", "2", "--reason", "två grupper")
    solna.did("plan", "dialogue", "--date", "2022-10-01")
    solna.did("void", "last", "--reason", "krock")
    solna.did("plan", "walk", "--date", "2022-04-02")
    solna.did("log", "walk")
    return solna


def endings(world: World, *arguments: str) -> list[str]:
    """Return the last four characters of the ids that are listed, in order."""
    result = world.run("list", "--format", "json", *arguments)
    assert result.code == 0, result
    assert result.json["format"] == "loften-list/1"
    return [record["id"][-4:] for record in result.json["records"]]


def table(world: World, *arguments: str) -> list[dict[str, str]]:
    """Return the rows of `list --format csv`, by title."""
    text = world.did("list", "--format", "csv", *arguments)
    assert text.startswith("\N{ZERO WIDTH NO-BREAK SPACE}")
    return list(csv.DictReader(io.StringIO(text[1:]), delimiter=";"))


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ("", "0003 0002 0001 000c"),
        ("--planned", "0003 0002 0001 000b 000c 0004"),
        ("--voided", "0005 0003 0002 0001 000c"),
        ("--planned --voided", "0005 0003 0002 0001 000b 000c 0009 0004"),
        ("--period mars", "0003 0002 0001"),
        ("--period 2022-Q2", "000c"),
        ("--period v11", "0003 0002 0001"),
        ("--from 2022-03-15 --to 2022-03-31", "0003 0001"),
        ("--from 2022-03-20 --to 2022-03-20", "0003 0001"),
        ("--from 14/3 --to idag", "0003 0002 0001 000c"),
        ("--kind walk", "0002 000c"),
        ("--kind Medborgardialog", "0001"),
        ("--area Haga --planned", "0002 0004"),
        ("--party city", "0001"),
        ("--kind walk --area Haga", "0002"),
        ("--period januari", ""),
    ],
)
def test_what_is_listed(busy: World, arguments: str, expected: str) -> None:
    """Folded records of `log` by (date, id), with plans or what is void where asked; never a comment."""
    assert endings(busy, *arguments.split()) == expected.split()


def test_json_has_the_records_as_they_stand(busy: World) -> None:
    """Each record has its folded fields, and whether it is void; decimals are numbers."""
    (record,) = busy.run("list", "--format", "json", "--area", "Haga").json["records"]
    assert {key: record[key] for key in record if key not in ("id", "at")} == {
        "v": 1,
        "op": "log",
        "by": "kommun",
        "date": "2022-03-14",
        "kinds": ["walk"],
        "areas": ["haga"],
        "count": 2,
        "note": "Mörkt vid bussen",
        "void": False,
    }


def test_the_marks(busy: World) -> None:
    """A plan is booked, carried out or cancelled; a record is amended or void."""
    marks = {row["Id"]: row["Status"] for row in table(busy, "--planned", "--voided")}
    assert marks == {
        "0001": "",
        "0002": "rättad",
        "0003": "",
        "0004": "inbokad",
        "0005": "makulerad",
        "0009": "inställd",
        "000b": "genomförd",
        "000c": "",
    }


def test_csv_for_a_spreadsheet(busy: World) -> None:
    """Semicolons, a byte-order mark, one row for each record, in the words of the agreement."""
    rows = table(busy, "--period", "mars")
    plain = [{key: text.replace("\N{NO-BREAK SPACE}", " ") for key, text in row.items()} for row in rows]
    assert plain[0] == {
        "Id": "0003",
        "När": "mars 2022",
        "Vad": "ca 24 fotpatruller",
        "Var": "",
        "Part": "",
        "Anteckning": "enligt Polisen",
        "Status": "",
    }
    assert (plain[1]["Vad"], plain[1]["Var"]) == ("2 trygghetsvandringar", "Haga")
    assert (plain[2]["Part"], plain[2]["När"]) == ("Solna stad", "20 mars 2022")


def test_markdown(busy: World) -> None:
    """A table with a head, a rule and a line for each record."""
    lines = busy.did("list", "--format", "md", "--period", "mars").splitlines()
    assert len(lines) == 5
    assert all(line.startswith("| ") and line.endswith(" |") for line in lines)
    assert lines[0] == "| Id | När | Vad | Var | Part | Anteckning | Status |"


@pytest.mark.parametrize("width", ["60", "80", "160"])
def test_the_table(busy: World, width: str) -> None:
    """Every record is there with its id, no line is wider than the terminal, and no empty column is shown."""
    text = busy.did("list", "--planned", "--voided", COLUMNS=width)
    assert all(len(line) <= int(width) for line in text.splitlines())
    for key in ("0001", "0002", "0003", "0004", "0005", "0009", "000b", "000c"):
        assert key in text
    assert "Part" in text
    assert "Part" not in busy.did("list", "--area", "Haga", COLUMNS=width)


def test_nothing_to_list(solna: World) -> None:
    """For a person that is said; a program gets an empty document or a head without rows."""
    assert solna.run("list") == Result(0, "", "Inga poster.\n")
    assert solna.run("list", "--format", "json").json == {"format": "loften-list/1", "records": []}
    assert len(solna.did("list", "--format", "csv").splitlines()) == 1
    assert len(solna.did("list", "--format", "md").splitlines()) == 2


def test_a_list_changes_nothing(busy: World) -> None:
    """Reading writes nothing to the log."""
    before = busy.lines()
    for form in ("table", "json", "csv", "md"):
        busy.did("list", "--planned", "--voided", "--format", form)
    assert busy.lines() == before


def test_each_record_in_the_words_of_its_own_agreement(solna: World) -> None:
    """A year may call a kind by another name; a list of an earlier year is asked for in that year's words."""
    text = SHIPPED.read_text(encoding="utf-8").replace("2022-", "2023-").replace("walk", "stroll")
    text = text.replace("sv: trygghetsvandring, en: safety stroll", "sv: kvällsrunda, en: evening round")
    text = text.replace("aliases: [vandring]", "aliases: [runda]")
    (solna.folder / "promises-2023.yaml").write_text(text, encoding="utf-8")
    solna.on("2023-02-01").did("log", "walk", "--date", "2022-12-01")
    solna.did("log", "stroll")
    assert [row["Vad"] for row in table(solna)] == ["trygghetsvandring", "kvällsrunda"]
    assert len(table(solna, "--kind", "walk", "--period", "2022")) == 1
    assert solna.run("list", "--kind", "walk").code == 2


def test_damaged_lines_are_said(busy: World) -> None:
    """What cannot be read is warned of on standard error; the rest is listed."""
    with busy.log_file.open("ab") as file:
        file.write(b"{}\n")
    result = busy.run("list", "--format", "json")
    assert result.err.startswith("Varning: loggen har en skadad rad.")
    assert len(result.json["records"]) == 4


def test_somebody_elses_copy_lists_the_same(busy: World) -> None:
    """Another writer with copied files gets the same list in every form, in English too."""
    other = busy.colleague("polis")
    for form in ("table", "json", "csv", "md"):
        arguments = ("--lang", "en", "list", "--planned", "--voided", "--format", form)
        assert other.run(*arguments) == busy.run(*arguments)


def test_nobody_is_named_in_a_table(busy: World) -> None:
    """The writer's label is in JSON and in `show`, and in no table that may be handed on."""
    busy.did("log", "walk", LOFTEN_WRITER="anna-ek")
    for form in ("table", "csv", "md"):
        assert "anna" not in busy.did("list", "--format", form)
        assert "anna" not in busy.did("status", "--format", form)


def test_the_status_as_csv_and_markdown(busy: World) -> None:
    """A row for each target and each promise without a number, with the figures of the JSON document."""
    text = busy.did("status", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(text[1:]), delimiter=";"))
    assert [row["Nr"] for row in rows] == ["1", "2", "3", "4", "5", "5", "6", "7"]
    walks: dict[str, Any] = busy.figures()[0]
    own = rows[4]
    assert (own["Mål"], own["Läge"]) == ("trygghetsvandringar", "i fas")
    assert [int(own[title]) for title in ("Gjort", "Utlovat", "Inbokat", "Saknas")] == [
        walks[key] for key in ("done", "required", "booked", "missing")
    ]
    assert own["Nästa senast"] == walks["next_by"]
    assert (rows[0]["Gjort"], rows[0]["Utlovat"], rows[0]["Läge"]) == ("ca 24", "", "pågår")
    assert (rows[1]["Gjort"], rows[1]["Läge"]) == ("0", "inget registrerat")
    lines = busy.did("status", "--format", "md").splitlines()
    assert len(lines) == len(rows) + 2
    assert lines[1] == "| ---: | --- | --- | ---: | ---: | ---: | ---: | --- | --- | --- |"


# --- a narrow terminal, and texts of several lines

NARROW = """\
loften: 1
municipality: Exempelstad
title: Medborgarlöften 2026
period: {from: 2026-01-01, to: 2027-12-31}
language: sv
parties: {police: Polisen, city: Kommunen}
areas: {norrby: {name: Norrby}, soderby: {name: Söderby}}
kinds: {walk: {name: trygghetsvandring, plural: trygghetsvandringar}}
promises:
  - {id: walks, text: Fyra trygghetsvandringar, targets: [{count: walk, at_least: 4}]}
"""


@pytest.fixture
def narrow(solna: World) -> World:
    """Return a workspace with two walks, of which the earlier is void, and a booked one."""
    (solna.folder / SHIPPED.name).unlink()
    (solna.folder / "promises-2026.yaml").write_text(NARROW, encoding="utf-8")
    solna.on("2026-11-27").counting()
    both = "--area norrby --area soderby --party police --party city".split()
    solna.did("log", "walk", "--date", "2026-11-15", *both, "--note", "Belysning saknas vid gångtunneln")
    solna.did("log", "walk", "--date", "2026-10-15", *both[:2], *both[4:6], "--ref", "KS 2026/123")
    solna.did("void", "last", "--reason", "fel")
    solna.did("plan", "walk", "--date", "2026-12-24", "--area", "norrby")
    return solna


@pytest.mark.parametrize("width", [60, 66, 72, 80, 90, 100, 120, 160])
@pytest.mark.parametrize("asked", ["", "--voided", "--voided --planned"])
def test_no_day_and_no_word_is_cut(narrow: World, width: int, asked: str) -> None:
    """At any width, whatever columns there are; a day is never broken, not even between its words."""
    text = narrow.did("list", *asked.split(), COLUMNS=str(width))
    whole = ["15 november 2026", "trygghetsvandring", "Söderby", "Kommunen", "Belysning", "gångtunneln"]
    whole += ["15 oktober 2026", "2026/123", "makulerad"] if asked else []
    whole += ["24 december 2026", "inbokad"] if "planned" in asked else []
    assert [word for word in whole if word not in text] == []
    assert all(len(line) <= width for line in text.splitlines())


def test_the_list_at_80_columns(narrow: World) -> None:
    """The note stands below its row, where it does not fit beside the rest."""
    assert narrow.did("list", "--voided", COLUMNS="80").splitlines() == [
        "Id    När               Vad                Var             Part      Status",
        "───────────────────────────────────────────────────────────────────────────────",
        "0002  15 oktober 2026   trygghetsvandring  Norrby          Polisen   makulerad",
        "  Anteckning: KS 2026/123",
        "0001  15 november 2026  trygghetsvandring  Norrby och      Polisen",
        "                                           Söderby         och",
        "                                                           Kommunen",
        "  Anteckning: Belysning saknas vid gångtunneln",
    ]


NOTES = {
    "ett\ntvå": "ett / två",
    "ett\r\n\r\n  två\n": "ett / två",
    "ett\ttvå": "ett två",
    "ett\u2028två": "ett / två",
    "ett\x1b[2Jtvå": r"ett\x1b[2Jtvå",
}


@pytest.mark.parametrize("note", NOTES, ids=ascii)
def test_a_text_of_several_lines_is_the_same_words_everywhere(solna: World, note: str) -> None:
    """Lists, the history, reports and comments show its lines in one; JSON has it as it was written."""
    shown = NOTES[note]
    put(solna.folder / "log", chain(walk(1, note=note, ref=None, source=note)))
    said = record(2, Comment("polis", "walks-and-dialogues", date(2022, 3, 14), note, None), "comment")
    put(solna.folder / "log", chain(said), "polis-000000.jsonl")
    assert table(solna)[0]["Anteckning"] == f"{shown} · enligt {shown}"
    assert f"{shown} · enligt {shown}" in solna.did("list", COLUMNS="160")
    assert escaped(shown) in solna.did("list", "--format", "md")
    assert f"Anteckning: {shown}" in solna.did("show", identifier(1)[-12:]).splitlines()
    assert f"Kommentar 14 mars 2022: {shown}" in solna.did("status", COLUMNS="160")
    assert f"löfte 5: {shown}" in solna.did("status", "--since", "2022-01-01", COLUMNS="160")
    solna.did("report", "--month", "2022-03", "--format", "md", "--format", "html")
    for form in ("md", "html"):
        page = (solna.folder / "reports" / f"2022-03.{form}").read_text(encoding="utf-8")
        wanted = escaped(shown) if form == "md" else shown
        assert page.count(wanted) >= 3
    assert solna.run("list", "--format", "json").json["records"][0]["note"] == note
