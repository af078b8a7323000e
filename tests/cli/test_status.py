"""`loften status` and `loften promises`: the document for programs, and the tables for a council."""

import json
import re
import shutil
from collections.abc import Callable, Iterable, Mapping
from itertools import takewhile
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from rich.text import Text

from medborgarloften.domain.activity import Record, Redaction
from medborgarloften.files.log.append import append
from medborgarloften.render.words.wording import Words
from records import comment, did, planned, voided
from world import SHIPPED, World

Golden = Callable[[str, str], None]

NOTHING: Mapping[str, str] = {}
COLOURS = {"FORCE_COLOR": "1", "TERM": "xterm-256color"}
PROMISES = [
    ("foot-patrol", "Fotpatrullering på publika platser"),
    ("safety-coordination", "Samverkan om trygghetsskapande åtgärder vid prioriterade platser"),
    ("targeted-operations", "Punktinsatser mot brottsutsatta platser såsom Hagalund och Västra skogen"),
    (
        "traffic",
        "Samverka i trafikfrågor med fokus på framkomlighet, hastighetsöverträdelser och drog- och rattfylla",
    ),
    (
        "walks-and-dialogues",
        "Genomföra fyra trygghetsvandringar i kombination med fyra medborgardialoger.",
    ),
    (
        "safety-measures",
        "Genomföra trygghetsåtgärder i stadsmiljön såsom förbättrad belysning och röjning av buskage",
    ),
    (
        "youth-at-risk",
        "Samverka för att identifiera ungdomar i riskzonen för framtida kriminalitet eller missbruk",
    ),
]
BOTH = ["police", "city"]
PARTIES = [["police"], BOTH, BOTH, BOTH, BOTH, BOTH, BOTH]


def store(world: World, *records: Record) -> World:
    """Write records into the log of a workspace."""
    for record in records:
        append(world.folder / "log" / "kommun-000001.jsonl", record)
    return world


@pytest.fixture
def busy(solna: World) -> World:
    """Return a workspace in summer: something of everything has happened, is booked, or was forgotten."""
    void = did("05-05", "walk")
    return store(
        solna.on("2022-08-01"),
        did("03-14", "walk", "dialogue", areas=("hagalund",), at="2022-03-14T18:00:00.000Z"),
        did("05-02", "walk", areas=("bergshamra",), parties=("city",), at="2022-05-02T18:00:00.000Z"),
        did(
            "03-01/03-31",
            "patrol",
            occasions=24,
            approx=True,
            source="Polisen",
            at="2022-04-05T08:00:00.000Z",
        ),
        did("06-10", "operation", areas=("vastra-skogen",), parties=("police",), occasions=3),
        did("07-02", "measure", tags=("lighting",), areas=("hagalund", "jarva")),
        void,
        voided(void, at="2022-07-30T08:00:00.000Z"),
        planned("09-10", "walk", "dialogue", areas=("vastra-skogen",)),
        planned("06-01", "dialogue", areas=("jarva",)),
        did("2021-12-20/2022-01-06", "walk", occasions=2),
        comment("foot-patrol", "06-30", "partly"),
    )


def table(world: World, *arguments: str, width: int = 80, environ: Mapping[str, str] = NOTHING) -> str:
    """Return what `status` prints for people, with a fixed name for the workspace's folder."""
    result = world.run("status", *arguments, COLUMNS=str(width), **environ)
    assert (result.code, result.err) == (0, "")
    return without_folder(result.out)


def without_folder(text: str) -> str:
    """Replace the path in the heading, which is another one in each run and may take several lines."""
    pattern = r"^(Arbetsmapp|Workspace):\s.*?(?=\n\n)"
    return re.sub(pattern, r"\1: /srv/solna", text, count=1, flags=re.MULTILINE | re.DOTALL)


# --- the document


def counted(place: int, state: str, logged: int) -> dict[str, Any]:
    """Return the view of a promise without a number."""
    name, text = PROMISES[place]
    return {
        "id": name,
        "text": text,
        "parties": PARTIES[place],
        "state": state,
        "verdict": None,
        "logged": logged,
        "split": {"kinds": [], "quantities": []},
        "targets": [],
    }


def target(name: str, kind: str) -> dict[str, Any]:
    """Return the view of one of the two targets after the first joint occasion."""
    return {
        "name": name,
        "count": [kind],
        "required": 4,
        "done": 1,
        "booked": 0,
        "missing": 3,
        "due": 1,
        "next_by": "2022-07-02",
        "state": "on_track",
        "approx": False,
        "met_exactly": None,
        "could": 0,
        "unbooked": False,
        "unplaced": 0,
        "buckets": None,
        "areas": None,
    }


def test_the_document(solna: World) -> None:
    """After one joint walk and dialogue the document is exactly that of the format, all seven promises."""
    solna.run("log", "walk", "dialogue", "--area", "Hagalund", "--date", "2022-03-14")
    result = solna.run("status", "--as-of", "2022-04-02", "--format", "json")
    promises = [counted(place, "nothing_logged", 0) for place in range(7)]
    promises[4] |= {
        "state": "on_track",
        "logged": 1,
        "split": {
            "kinds": [{"id": kind, "count": 1, "approx": False} for kind in ("walk", "dialogue")],
            "quantities": [],
        },
        "targets": [target("trygghetsvandringar", "walk"), target("medborgardialoger", "dialogue")],
    }
    document = {
        "format": "loften-status/1",
        "as_of": "2022-04-02",
        "judged_by": "2022-04-02",
        "municipality": "Solna",
        "period": {"from": "2022-01-01", "to": "2022-12-31"},
        "draft": False,
        "known": None,
        "records": {
            "counted": 1,
            "damaged": 0,
            "newer": 0,
            "edited": 0,
            "conflicts": 0,
            "vanished": 0,
            "shrunk": 0,
            "unfinished": 0,
            "unreadable": 0,
            "accepted": 0,
            "uncovered": 0,
            "unknown": [],
            "unconfirmed": [],
        },
        "promises": promises,
    }
    assert result.code == 0
    assert result.err == ""
    assert json.loads(result.out) == document
    assert result.out == json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def test_the_document_of_a_busy_year(busy: World) -> None:
    """Booked, unconfirmed, approximate, unplaced, verdict: each is in its field, and void records are not."""
    document = busy.status("--as-of", "2022-08-01")
    assert document["records"]["counted"] == 5
    (plan,) = document["records"]["unconfirmed"]
    assert re.fullmatch(r"[0-9a-f-]{36}", plan.pop("id"))
    assert plan == {"date": "2022-06-01", "kinds": ["dialogue"], "areas": ["jarva"], "count": 1}
    assert [promise["state"] for promise in document["promises"]] == [
        "ongoing",
        "nothing_logged",
        "ongoing",
        "nothing_logged",
        "behind",
        "ongoing",
        "nothing_logged",
    ]
    assert document["promises"][0]["verdict"] == {"verdict": "partly", "date": "2022-06-30", "text": "Ord."}
    fields = ("done", "booked", "missing", "due", "next_by", "state", "unplaced")
    assert [[each[key] for key in fields] for each in document["promises"][4]["targets"]] == [
        [2, 1, 1, 2, "2022-10-01", "on_track", 2],
        [1, 1, 2, 2, "2022-07-02", "behind", 0],
    ]


def test_a_live_document_judges_by_yesterday(solna: World) -> None:
    """Today is counted and yesterday judged; `--as-of` of the same day judges by its end."""
    live, as_of = solna.status(), solna.status("--as-of", "2022-04-02")
    assert (live["as_of"], live["judged_by"]) == ("2022-04-02", "2022-04-01")
    assert (as_of["as_of"], as_of["judged_by"]) == ("2022-04-02", "2022-04-02")
    assert [each["promises"][4]["state"] for each in (live, as_of)] == ["on_track", "behind"]


def test_texts_are_in_the_language_asked_for(solna: World) -> None:
    """Names of the document follow the language; ids, states and keys do not."""
    document = solna.run("--lang", "en", "status", "--format", "json").json
    assert [each["name"] for each in document["promises"][4]["targets"]] == [
        "safety walks",
        "citizen dialogues",
    ]
    assert document["promises"][4]["state"] == "on_track"


QUANTITIES = """
loften: 1
municipality: Solna
title: Timmar
period: {from: 2022-01-01, to: 2022-12-31}
kinds: {patrol: {name: fotpatrull, plural: fotpatruller}}
quantities: {hours: timmar}
promises:
  - id: hours
    text: Femtio och en halv timme fotpatrull.
    targets: [{count: patrol, at_least: 50.5, of: hours}]
"""


def of_text(folder: Path, text: str) -> World:
    """Return a workspace with a promise file of this text."""
    folder.mkdir()
    (folder / "promises.yaml").write_text(text, encoding="utf-8")
    return World(folder, {"LOFTEN_WRITER": "kommun"})


def test_quantities_are_numbers_and_ratios_have_two_decimals(tmp_path: Path) -> None:
    """Hours are as logged; what is due of them is rounded half up for the reader, and states are exact."""
    world = of_text(tmp_path / "hours", QUANTITIES)
    store(world, *(did(f"01-0{number}", "patrol", hours="0.1") for number in (1, 2, 3)))
    (progress,) = world.status("--as-of", "2022-01-03")["promises"][0]["targets"]
    assert progress["name"] == "timmar (fotpatruller)"
    assert (progress["required"], progress["done"], progress["missing"]) == (50.5, 0.3, 50.2)
    assert progress["due"] == 0.42  # 50.5·3/365 = 0.4151
    assert (progress["next_by"], progress["state"]) == ("2022-12-31", "behind")


def test_quantities_in_the_table(tmp_path: Path, golden: Golden) -> None:
    """A quantity is complete by its last day; numbers have a decimal comma."""
    world = of_text(tmp_path / "hours", QUANTITIES)
    store(world, did("03-01", "patrol", hours="12.25"), planned("12-24", "patrol", hours="30"))
    golden("status-quantity", table(world, "--as-of", "2022-06-01"))


# --- the tables


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("width", [80, 120])
def test_the_table_as_it_is(busy: World, golden: Golden, width: int, language: str) -> None:
    """The whole table, piped: no escape codes, no space at the end of a line."""
    text = table(busy, "--as-of", "2022-08-01", width=width, environ={"LOFTEN_LANG": language})
    assert "\x1b" not in text
    assert not re.search(r" $", text, re.MULTILINE)
    golden(f"status-{language}-{width}", text)


def test_the_empty_table(solna: World, golden: Golden) -> None:
    """A new year's table: nothing logged and nothing promised are said in words."""
    golden("status-empty", table(solna.on("2022-01-01")))


def test_the_table_with_everything_asked_for(busy: World, golden: Golden) -> None:
    """Shares of an area and a party, marked where they are anything, and what was written since a day."""
    arguments = (
        "--as-of",
        "2022-08-01",
        "--area",
        "Hagalund",
        "--party",
        "Solna stad",
        "--since",
        "2022-05-01",
    )
    golden("status-asked", table(busy, *arguments))


def test_the_table_in_colour(busy: World, golden: Golden) -> None:
    """With `FORCE_COLOR` it is the same text, with colours."""
    coloured = table(busy, environ=COLOURS)
    golden("status-colour", coloured)
    assert without_colours(coloured) == table(busy)


def without_colours(text: str) -> str:
    """Return text as it looks without its colours; rich leaves the space inside them."""
    return "\n".join(Text.from_ansi(line).plain.rstrip() for line in text.split("\n"))


@pytest.mark.parametrize(
    "environ",
    [
        {},
        {"NO_COLOR": "1"},
        {"NO_COLOR": "1", **COLOURS},
        {"TERM": "dumb"},
        {"TERM": "xterm-256color", "COLORTERM": "truecolor"},
    ],
    ids=str,
)
def test_no_colours(busy: World, environ: dict[str, str]) -> None:
    """In a pipe, in a dumb terminal, or where `NO_COLOR` says so, there is no escape code."""
    result = busy.run("status", COLUMNS="80", **environ)
    assert "\x1b" not in result.out
    assert without_folder(result.out) == table(busy)


@pytest.mark.parametrize("environ", [COLOURS, {"FORCE_COLOR": "1", "TERM": "xterm"}], ids=["256", "16"])
def test_every_state_is_said_in_words_too(busy: World, environ: dict[str, str]) -> None:
    """Colours only repeat what the words say, whatever the terminal has of them."""
    assert "\x1b[" in table(busy, environ=environ)
    assert without_colours(table(busy, environ=environ)) == table(busy)


@pytest.mark.slow
@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_width_has_every_promise_and_every_state(busy: World, language: str) -> None:
    """From 60 to 160 columns no line is wider, no word of a promise and no state is cut, no bar is ragged."""
    words = Words("sv" if language == "sv" else "en")
    document = busy.status("--as-of", "2022-08-01")
    states = [words.say(f"state.{state}") for state in states_of(document)]
    for width in range(60, 161):
        text = table(
            busy,
            "--as-of",
            "2022-08-01",
            "--area",
            "Hagalund",
            width=width,
            environ={"LOFTEN_LANG": language},
        )
        lines = text.splitlines()
        assert max(map(cell_len, lines)) <= width, width
        middle, right = columns(lines, words)
        assert all(promise in middle for _, promise in PROMISES), width
        assert [state.split(" ", 1)[1] for state in right] == states, width
        assert len({line.index("█") for line in lines if "█" in line}) == 1, width


def states_of(document: dict[str, Any]) -> Iterable[str]:
    """Yield every state of a document in the order of the table."""
    for promise in document["promises"]:
        yield promise["state"]
        yield from (each["state"] for each in promise["targets"])


def columns(lines: list[str], words: Words) -> tuple[str, list[str]]:
    """Return the text of the middle column, and the entries of the one to the right."""
    head = next(place for place, line in enumerate(lines) if line.startswith(words.say("status.head.number")))
    left = lines[head].index(words.say("status.head.promise"))
    right = lines[head].index(words.say("status.head.state"))
    rows = list(takewhile(lambda line: line[:1] in ("", " "), lines[head + 2 :]))
    middle = " ".join(line[left:right].strip() for line in rows)
    return " ".join(middle.split()), [
        line[right:] for line in rows if len(line) > right and line[right - 1] == " "
    ]


@pytest.mark.parametrize(
    ("columns_asked", "width"), [("20", 60), ("59", 60), ("500", 160), ("x", 80), ("", 80)]
)
def test_the_width_has_bounds(busy: World, columns_asked: str, width: int) -> None:
    """Below 60 columns and above 160 the table stays as it is there; without a number it has 80."""
    text = busy.run("status", COLUMNS=columns_asked).out
    assert max(map(cell_len, text.splitlines())) == width


def test_the_table_uses_the_width(solna: World) -> None:
    """The rule below the heads is as wide as the terminal."""
    for width in (60, 80, 104, 160):
        assert "─" * width in table(solna, width=width).splitlines()


HOSTILE = r"""
loften: 1
municipality: "Sol[/]na \e[31m[bold]"
title: "[red]Löften[/red] \u202Egnitset \x07"
period: {from: 2022-01-01, to: 2022-12-31}
source: "[/] \e]0;x\x07 \u2066"
contact: "\x9B31m"
parties: {police: "[blink]Polisen \u200F"}
areas: {hagalund: {name: "[/] Hagalund \e[2J", focus: true}}
kinds:
  walk:
    name: "[link=x]vandring\u202E"
    plural: "[/link]vandringar\x0B"
    tags: {lighting: "[dim]ljus\r"}
  dialogue: {name: "[on red]dialog", plural: "dialoger[/]"}
quantities: {hours: "[u]timmar\x08"}
promises:
  - id: first
    text: "[/] Fyra [bold]vandringar[/bold] \e[31m\u202E :smile: \\[x]"
    parties: [police]
    areas: [hagalund]
    targets:
      - {count: walk, at_least: 4, name: "[/] mål \e[5m"}
      - {count: dialogue, at_least: 4, areas: [hagalund], parties: [police]}
      - {count: walk, at_least: 2.5, of: hours, tags: [lighting], together_with: dialogue}
    rule: "[/] \e[31m \u202E"
    decision: "[/] \e[31m"
  - id: second
    text: "[conceal]Inget"
    counts: [walk, dialogue]
"""
SEEN = [
    r"Sol[/]na \x1b[31m[bold]",
    r"[red]Löften[/red] \u202egnitset \x07",
    r"[/] Fyra [bold]vandringar[/bold] \x1b[31m\u202e :smile: \[x]",
    "[conceal]Inget",
    r"[/] mål \x1b[5m",
    "dialoger[/]",
    r"[u]timmar\x08 ([/link]vandringar\x0b)",
    r"[/] Hagalund \x1b[2J",
    r"[blink]Polisen \u200f",
]
SEEN_IN_STATUS = [*SEEN, r"[link=x]vandring\u202e", "[on red]dialog,"]
SEEN_IN_PROMISES = [
    *SEEN,
    r"[dim]ljus\r",
    r"Räkneregel: [/] \x1b[31m \u202e",
    r"Beslut: [/] \x1b[31m",
    r"Källa: [/] \x1b]0;x\x07 \u2066",
    r"Kontakt: \x9b31m",
]


@pytest.mark.parametrize("environ", [{}, COLOURS], ids=["plain", "colour"])
def test_markup_and_control_characters_are_plain_text(tmp_path: Path, environ: dict[str, str]) -> None:
    """Rich's markup is text; control and bidirectional characters are shown as escapes, and none gets out."""
    world = of_text(tmp_path / "x", HOSTILE)
    walk = did(
        "03-14", "walk", "dialogue", areas=("hagalund",), parties=("police",), tags=("lighting",), hours="1"
    )
    store(world, walk, planned("03-20", "walk"), comment("first", "03-15", "kept"))
    shares = ("--area", "[/] Hagalund \x1b[2J", "--party", "police", "--since", "2022-01-01")
    shown = world.run("status", "--as-of", "2022-04-02", *shares, COLUMNS="160", **environ)
    listed = world.run("promises", COLUMNS="160", **environ)
    for result, seen in ((shown, SEEN_IN_STATUS), (listed, SEEN_IN_PROMISES)):
        assert (result.code, result.err) == (0, "")
        text = without_colours(result.out) if environ else result.out
        assert all(letter.isprintable() or letter == "\n" for letter in text)
        assert [each for each in seen if each not in text] == []


def test_names_wider_than_the_table_stay_inside_it(tmp_path: Path) -> None:
    """Very long words, wide characters and combining ones never make a line wider than the terminal."""
    long, wide, accents = "trygghetsvandring" * 8, "漢字" * 12, "a\u0301" * 40
    text = f"""
loften: 1
municipality: {long}
title: {long} {wide}{wide}
period: {{from: 2022-01-01, to: 2022-12-31}}
areas: {{a: {{name: {long}, focus: true}}}}
kinds:
  walk: {{name: "{long}"}}
  wide: {{name: "{wide}"}}
  accents: {{name: "{accents}"}}
promises:
  - id: a
    text: {long} {long}
    targets:
      - {{count: walk, at_least: 1000000}}
      - {{count: [walk, wide], at_least: 2}}
      - {{count: accents, at_least: 3}}
"""
    world = of_text(tmp_path / "x", text)
    store(world, did("03-14", "walk", "wide", occasions=123456, areas=("a",)))
    for width in (60, 80, 120):
        lines = world.run(
            "status", "--as-of", "2022-04-02", "--area", "a", COLUMNS=str(width)
        ).out.splitlines()
        assert max(map(cell_len, lines)) <= width
        assert len({line.index("░") - line.count("█") for line in lines if "░" in line}) == 1


WALK = did("01-10", "walk", "dialogue")
AUTUMN = planned("09-10", "walk", "dialogue", occasions=3)
THREE = did("01-10", "walk", "dialogue", occasions=3)
WINTER = planned("12-20", "walk", "dialogue")
PACE = [
    ([], "2021-12-15", "nästa senast 2 april 2022"),
    ([], "2022-03-03", "nästa senast 2 april"),
    ([], "2022-03-04", "nästa senast 2 april"),
    ([AUTUMN], "2022-03-04", "nästa senast 2 april"),
    ([], "2022-04-02", "borde ha varit klart senast 2 april"),
    ([WALK, AUTUMN], "2022-04-02", "nästa senast 2 juli"),
    ([WALK, AUTUMN], "2022-07-02", "borde ha varit klart senast 2 juli, men allt är inbokat"),
    ([WALK], "2022-08-01", "borde ha varit klart senast 2 juli"),
    ([THREE], "2022-11-30", "nästa senast 31 dec."),
    ([THREE], "2022-12-01", "nästa senast 31 dec., obokat"),
    ([THREE, WINTER], "2022-12-01", "nästa senast 31 dec."),
    ([WALK], "2022-12-31", ""),
    ([WALK._replace(content=AUTUMN.content), WALK], "2022-12-31", ""),
]


@pytest.mark.parametrize(("records", "as_of", "words"), PACE, ids=[f"{row[1]} {row[2]}" for row in PACE])
def test_the_pace_in_words(solna: World, records: list[Record], as_of: str, words: str) -> None:
    """What is next and by when; what is late, what is booked, and what is not a month before the end."""
    text = table(store(solna, *records), "--as-of", as_of, width=160)
    rows = [line for line in text.splitlines() if "inbokat " in line]
    assert [row[: row.index("  ", 60)].partition("saknas ")[2][4:] for row in rows] == [words, words]


def test_the_pace_today(solna: World) -> None:
    """On the day itself the next one is not late yet."""
    assert table(solna).count("nästa senast 2 april") == 2


# --- options


def test_a_share_changes_no_figure_and_no_state(busy: World) -> None:
    """`--area` and `--party` add their shares and leave everything else as it is."""
    plain = busy.status("--as-of", "2022-08-01")
    asked = busy.status("--as-of", "2022-08-01", "--area", "Hagalund", "--party", "polisen")
    shares = asked.pop("shares")
    assert asked == plain
    assert [(share["of"], share["id"]) for share in shares] == [("areas", "hagalund"), ("parties", "police")]
    assert shares[0]["promises"][4] == {"id": "walks-and-dialogues", "logged": 1, "done": [1, 1]}
    assert shares[1]["promises"][2] == {"id": "targeted-operations", "logged": 3, "done": []}
    assert [share["promises"][1]["logged"] for share in shares] == [0, 0]


def test_a_share_in_the_table(busy: World) -> None:
    """Each figure is followed by what is the area's; where it is anything, a mark says so without colour."""
    text = table(busy, "--as-of", "2022-08-01", "--area", "Hagalund", width=120)
    assert "► varav Hagalund 1" in text
    assert re.search(r"ca 24 fotpatruller · varav Hagalund 0 ·", text)
    assert text.count("varav Hagalund") == 5


def test_an_unknown_area_or_party_is_refused(busy: World) -> None:
    """A wrong name is no empty share."""
    for option in ("--area", "--party"):
        result = busy.run("status", option, "Hagalnd")
        assert (result.code, result.out) == (2, "")
        assert "Hagalnd" in result.err


def test_since(busy: World) -> None:
    """What was written since a day is listed: late entries and corrections, with what they are about."""
    late = "2022-04-05"
    text = table(busy, "--as-of", "2022-08-01", "--since", late, width=120)
    assert "Registrerat sedan 5 april 2022: 3" in text
    assert "  ca 24 fotpatruller, mars 2022, enligt Polisen" in text
    assert "  makulerad: trygghetsvandring, 5 maj 2022" in text
    document = busy.status("--as-of", "2022-08-01", "--since", late)
    assert len(document["since"]) == 3
    assert document["promises"] == busy.status("--as-of", "2022-08-01")["promises"]


def test_since_shows_what_a_comment_says(solna: World) -> None:
    """Its promise by number, its verdict and its words, cut where the line ends; none that are masked."""
    solna.counting().did("comment", "5", "Ljust. " * 30, "--verdict", "partly")
    solna.did("comment", "1", "Ordnat.")
    solna.did("void", "0002", "--reason", "fel")
    lines = table(solna, "--since", "2022-04-02", width=80).splitlines()[-3:]
    assert len(lines[0]) == 80
    assert lines[0].startswith("  kommentar till löfte 5: delvis uppfyllt. Ljust. Ljust.")
    assert lines[0].endswith("…")
    assert lines[1:] == ["  kommentar till löfte 1: Ordnat.", "  makulerad: kommentar till löfte 1: Ordnat."]
    gone = Redaction("kommun", solna.stored()[0]["id"], ("text",), "namn")
    store(solna, Record("ffffffff-0000-7000-8000-000000000001", "2022-04-02T10:00:00.000Z", "redact", gone))
    text = table(solna, "--since", "2022-04-02", width=80)
    assert "  kommentar till löfte 5: delvis uppfyllt. (maskad)\n" in text
    assert "Ljust" not in text


def test_nothing_since(busy: World) -> None:
    """That nothing was written is said, and is an empty list for programs."""
    assert "Inget registrerat sedan 31 juli 2022." in table(busy, "--since", "2022-07-31")
    assert busy.status("--since", "2022-07-31")["since"] == []
    assert "since" not in busy.status()


def test_since_shows_the_newest_ten(solna: World) -> None:
    """A long list is cut, and says how much more there is."""
    records = [
        did("03-14", "walk", occasions=number, at=f"2022-04-0{number}T08:00:00.000Z")
        for number in range(1, 10)
    ]
    store(solna, *records, did("03-15", "patrol"), did("03-16", "patrol"))
    text = table(solna, "--since", "2022-01-01")
    assert "Registrerat sedan 1 januari 2022: 11" in text
    assert "  … och 1 till" in text
    assert "  9 trygghetsvandringar, 14 mars 2022" in text


def test_since_a_day_to_come_is_refused(solna: World) -> None:
    """Nothing was written on a day that has not come."""
    result = solna.run("status", "--since", "2022-05-01")
    assert (result.code, result.out) == (2, "")


def test_check_is_silent_when_all_is_well(solna: World) -> None:
    """For cron: while no promise is behind, nothing is printed and the exit code is 0."""
    assert solna.run("status", "--check") == (0, "", "")
    assert solna.run("status", "--check", "--as-of", "2022-04-01") == (0, "", "")


def test_check_says_what_is_behind_in_three_lines(solna: World) -> None:
    """The day after the first walk and dialogue were due: where, what, and where to see more; exit code 1."""
    result = solna.on("2022-04-03").run("status", "--check")
    assert (result.code, result.err) == (1, "")
    late = "ligger efter: nästa borde ha varit gjord senast 2 april 2022"
    assert result.out.splitlines() == [
        "Solna, 3 april 2022: ett löfte behöver ses över",
        f"▲ Löfte 5: trygghetsvandring 0 av 4, {late}; medborgardialog 0 av 4, {late}",
        "loften status visar alla löften.",
    ]


def test_check_names_what_is_late_only(solna: World) -> None:
    """A target that is well is not named; one that was missed says so."""
    store(solna, did("03-14", "walk", occasions=4), did("03-14", "dialogue", occasions=3))
    result = solna.run("status", "--check", "--as-of", "2022-12-31", LOFTEN_LANG="en")
    assert result.code == 1
    assert result.out.splitlines()[1] == "✗ Promise 5: citizen dialogue 3 of 4, missed"


def test_check_of_a_quantity_names_its_last_day(tmp_path: Path) -> None:
    """A quantity that is behind can be completed until its last day; no earlier day is made up."""
    result = of_text(tmp_path / "hours", QUANTITIES).run("status", "--check", "--as-of", "2022-06-01")
    line = result.out.splitlines()[1]
    assert (
        line
        == "▲ Löfte 1: timmar (fotpatruller) 0 av 50,5, ligger efter: ska vara klart senast 31 december 2022"
    )


def test_check_with_a_damaged_line_is_no_good_news(solna: World) -> None:
    """A total that may be too small is neither silent nor an alarm: exit code 3."""
    store(solna, did("03-14", "walk"))
    with (solna.folder / "log" / "kommun-000001.jsonl").open("ab") as file:
        file.write(b'{"v":1,"op":"log"}\n')
    result = solna.run("status", "--check")
    assert (result.code, result.out) == (3, "")
    assert len(result.err.splitlines()) <= 3


# --- headings


def test_the_example_without_a_workspace(solna: World, tmp_path: Path) -> None:
    """Without a workspace the shipped agreement is shown as an example, and nothing is made."""
    (solna.folder / "promises-2022.yaml").unlink()
    before = sorted(tmp_path.rglob("*.yaml"))
    for command in ("status", "promises"):
        lines = solna.run_bare(command).out.splitlines()
        assert any(line.startswith("EXEMPEL – ") for line in lines[:6])
        assert not any("Arbetsmapp" in line for line in lines)
        assert all(text.split()[0] in "\n".join(lines) for _, text in PROMISES)
    english = solna.run_bare("--lang", "en", "status").out.splitlines()
    assert english[1].startswith("EXAMPLE – ")
    assert "loften init DIR." in " ".join(english[1:3])
    assert sorted(tmp_path.rglob("*.yaml")) == before


def test_the_example_of_an_ended_agreement(solna: World) -> None:
    """The example says first that it is one, then which day it is shown for."""
    (solna.folder / "promises-2022.yaml").unlink()
    lines = solna.on("2026-11-22").run_bare("status", COLUMNS="120").out.splitlines()
    assert lines[1].startswith("EXEMPEL – ")
    assert lines[2] == "Avtalet för 2022 har löpt ut; läget visas för dess sista dag, 31 december 2022"


def test_an_ended_agreement_says_so(solna: World) -> None:
    """Once the latest agreement has ended, its last day is shown; a day asked for is not explained."""
    solna.on("2026-11-22")
    assert "Avtalet för 2022 har löpt ut; läget visas för dess sista dag, 31 december 2022" in table(solna)
    document = solna.status()
    assert (document["as_of"], document["judged_by"]) == ("2022-12-31", "2022-12-31")
    assert document["promises"][4]["state"] == "missed"
    assert "Läget 22 november 2026, avtal för 2022" in table(solna, "--as-of", "2026-11-22")


def test_the_heading_names_the_workspace_and_the_day(solna: World) -> None:
    """Municipality, title, day, agreement, folder: a table on a projector says what it is."""
    lines = solna.run("status", COLUMNS="160").out.splitlines()
    assert lines[:2] == [
        "Solna · Medborgarlöften 2022 för ett tryggare Solna",
        "Läget 2 april 2022, avtal för 2022",
    ]
    assert "".join(lines[2:4]).startswith(f"Arbetsmapp: {solna.folder}")


def test_the_agreement_of_the_day_is_shown(solna: World) -> None:
    """With two agreements, each day shows its own."""
    text = SHIPPED.read_text(encoding="utf-8").replace("2022", "2023")
    (solna.folder / "promises-2023.yaml").write_text(text, encoding="utf-8")
    store(solna, did("2022-03-14", "walk"), did("2023-03-14", "walk"), did("2023-03-15", "walk"))
    done = {}
    for year in ("2022", "2023"):
        document = solna.status("--as-of", f"{year}-12-31")
        assert document["period"]["from"] == f"{year}-01-01"
        done[year] = document["promises"][4]["targets"][0]["done"]
    assert done == {"2022": 1, "2023": 2}


def test_a_banner_when_lines_are_damaged(solna: World) -> None:
    """A line that cannot be read is said in the table, and on standard error beside a document."""
    store(solna, did("03-14", "walk"))
    with (solna.folder / "log" / "kommun-000001.jsonl").open("ab") as file:
        file.write(b'{"v":1,"op":"log"}\n')
    assert "Varning: loggen har en skadad rad. Bara det som går att läsa visas." in table(solna)
    result = solna.run("status", "--format", "json")
    assert result.code == 0
    assert result.json["records"]["damaged"] == 1
    assert "en skadad rad" in result.err


# --- promises


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_promises(solna: World, golden: Golden, language: str) -> None:
    """Every promise with its own words, target, counting rule, and who made it."""
    result = solna.run("promises", COLUMNS="80", LOFTEN_LANG=language)
    assert (result.code, result.err) == (0, "")
    golden(f"promises-{language}", without_folder(result.out))


@pytest.mark.parametrize("word", ["5", "walks-and-dialogues", "Walks-And-Dialogues"])
def test_one_promise(solna: World, golden: Golden, word: str) -> None:
    """A promise is named by its number in the file or by its id."""
    golden("promise-5", solna.run("promises", word, COLUMNS="80").out)


@pytest.mark.parametrize("word", ["8", "0", "-1", "walks", ""])
def test_a_promise_that_is_none(solna: World, word: str) -> None:
    """A number or an id that the file does not have is refused."""
    result = solna.run("promises", "--", word)
    assert (result.code, result.out) == (2, "")
    assert result.err


def test_targets_in_words(tmp_path: Path, golden: Golden) -> None:
    """Windows of their own, filters, together with, and a single one: each target reads as a sentence."""
    folder = tmp_path / "x"
    folder.mkdir()
    shutil.copy(SHIPPED, folder)
    path = folder / SHIPPED.name
    text = path.read_text(encoding="utf-8").replace(
        "      - {count: walk, at_least: 4}\n",
        "      - {count: walk, at_least: 1}\n"
        "      - {count: [walk, dialogue], at_least: 2, from: 2022-09-01, to: 2022-11-30}\n"
        "      - {count: walk, at_least: 3, areas: [hagalund, haga], parties: [police]}\n"
        "      - {count: walk, at_least: 2, together_with: dialogue}\n"
        "      - {count: walk, at_least: 2.5, of: hours, name: {sv: Timmar ute, en: Hours outside}}\n",
    )
    path.write_text(text, encoding="utf-8")
    result = World(folder, {}).run("promises", "5", COLUMNS="100")
    assert result.code == 0
    golden("promise-targets", result.out)
