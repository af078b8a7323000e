"""`loften log`: what is stored, what is said, and what is refused."""

import json
import re
import unicodedata
from pathlib import Path

import pytest

from medborgarloften.errors import Finding, StorageError
from world import SHIPPED, World


def said(out: str) -> list[str]:
    """Return the lines of an answer, without the id."""
    return re.sub(r" \([0-9a-f-]{4,}\)$", "", out, flags=re.MULTILINE).splitlines()


def test_a_walk_today_is_all_that_is_needed(solna: World) -> None:
    """`loften log walk --area Hagalund` stores one walk in Hagalund on the day of the clock, and says so."""
    result = solna.run("log", "walk", "--area", "Hagalund")
    assert result.code == 0
    assert result.out.splitlines()[0].startswith("Sparad: trygghetsvandring, Hagalund, 2 april 2022 (")
    (record,) = solna.stored()
    assert (record["op"], record["date"], record["kinds"], record["areas"]) == (
        "log",
        "2022-04-02",
        ["walk"],
        ["hagalund"],
    )


def test_what_was_not_said_is_not_stored(solna: World) -> None:
    """The area is optional; the record has the fields that were given and no others."""
    assert solna.run("log", "walk").code == 0
    (record,) = solna.stored()
    assert list(record) == ["v", "op", "id", "at", "by", "date", "kinds", "sum"]
    assert (record["v"], record["by"], record["at"]) == (1, "kommun", "2022-04-02T09:30:00.001Z")


def test_everything_that_can_be_said_is_stored(solna: World) -> None:
    """Each option has its field of the format; lists keep their order, and nothing is there twice."""
    arguments = (
        "--area hagalund --area Haga --area HAGALUND --date 2022-03-14 --party police --count 2".split()
    )
    free = [
        "--note",
        " Mörkt vid bussen ",
        "--ref",
        "KS 2022:17",
        "--source",
        "Polisen",
        "--tag",
        "belysning",
    ]
    result = solna.run("log", "measure", *arguments, *free, "--tag", "clearing")
    assert result.code == 2  # a tag has the words of the file only
    free[-1] = "Förbättrad belysning"
    result = solna.run("log", "measure", *arguments, *free, "--tag", "clearing", "-q", "timmar=1")
    assert (result.code, result.err) == (0, "")
    (record,) = solna.stored()
    assert {key: record[key] for key in record if key not in ("id", "at", "sum")} == {
        "v": 1,
        "op": "log",
        "by": "kommun",
        "date": "2022-03-14",
        "kinds": ["measure"],
        "areas": ["hagalund", "haga"],
        "parties": ["police"],
        "tags": ["lighting", "clearing"],
        "count": 2,
        "quantities": {"hours": 1},
        "note": "Mörkt vid bussen",
        "ref": "KS 2022:17",
        "source": "Polisen",
    }


# --- names

SPELLINGS = [
    ("walk", "walk"),
    ("WALK", "walk"),
    ("trygghetsvandring", "walk"),
    ("Trygghetsvandringar", "walk"),
    ("safety walk", "walk"),
    ("Safety Walks", "walk"),
    ("vandring", "walk"),
    ("citizen dialogues", "dialogue"),
    ("dialog", "dialogue"),
    ("möte", "coordination"),
    ("meeting", "coordination"),
    ("åtgärd", "measure"),
    ("TRYGGHETSÅTGÄRDER", "measure"),
    ("riktad insats", "operation"),
    ("Ungdomssamverkan", "youth"),
]


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize(("word", "kind"), SPELLINGS)
def test_kinds_in_either_language(solna: World, word: str, kind: str, language: str) -> None:
    """A kind is meant by its id, its name or plural in either language or an alias, in any case."""
    assert solna.run("--lang", language, "log", word).code == 0
    assert solna.stored()[0]["kinds"] == [kind]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_accents_composed_or_not(solna: World, form: str) -> None:
    """A keyboard or a file manager may write å, ä and ö as two characters each."""
    words = [
        "log",
        "trygghetsåtgärd",
        "--area",
        "VÄSTRA SKOGEN",
        "--tag",
        "röjning av buskage",
        "--note",
        "Grönt",
    ]
    composed = [unicodedata.normalize(form, word) for word in words]  # type: ignore[arg-type]
    assert solna.run(*composed).code == 0
    (record,) = solna.stored()
    assert (record["kinds"], record["areas"], record["tags"]) == (
        ["measure"],
        ["vastra-skogen"],
        ["clearing"],
    )
    assert record["note"] == "Grönt"


@pytest.mark.parametrize(
    ("arguments", "wrong", "nearest"),
    [
        (["wlak"], "wlak", "trygghetsvandring"),
        (["walk", "--area", "Hagalnd"], "Hagalnd", "Hagalund"),
        (["walk", "--party", "Polisn"], "Polisn", "Polisen"),
        (["measure", "--tag", "belysning"], "belysning", "förbättrad belysning"),
        (["walk", "-q", "timar=2"], "timar", "timmar"),
    ],
)
def test_a_wrong_name_is_refused(solna: World, arguments: list[str], wrong: str, nearest: str) -> None:
    """A name that the file does not have is refused with the nearest right ones, and nothing is stored."""
    result = solna.run("log", *arguments)
    assert (result.code, result.out) == (2, "")
    assert wrong in result.err
    assert nearest in result.err
    assert not (solna.folder / "log").exists()


# --- what it did to the promises


def test_the_effect_on_the_promise(solna: World) -> None:
    """After the second of four walks: how many are done, and by when the next one is due."""
    solna.run("log", "walk", "--date", "2022-02-10")
    result = solna.run("log", "vandring", "--area", "Hagalund")
    assert said(result.out) == [
        "Sparad: trygghetsvandring, Hagalund, 2 april 2022",
        "trygghetsvandring 2 av 4, nästa senast 1 oktober 2022",
    ]
    assert result.err == ""


def test_a_joint_occasion_is_one_record(solna: World) -> None:
    """A walk and a dialogue on one evening are one record, and one of each."""
    result = solna.run("log", "walk", "dialog", "walk", "--area", "Hagalund", "--date", "14/3")
    assert said(result.out) == [
        "Sparad: trygghetsvandring och medborgardialog, Hagalund, 14 mars 2022",
        "trygghetsvandring 1 av 4, nästa senast 2 juli 2022",
        "medborgardialog 1 av 4, nästa senast 2 juli 2022",
    ]
    (record,) = solna.stored()
    assert record["kinds"] == ["walk", "dialogue"]


def test_the_effect_where_no_number_was_promised(solna: World) -> None:
    """There the sum so far is said, and no target is made up."""
    solna.run("log", "patrol", "--date", "2022-02-10")
    result = solna.run("log", "patrol")
    assert said(result.out)[1:] == ["fotpatruller: 2 hittills under avtalet"]


@pytest.mark.parametrize(
    ("walks", "today", "effect"),
    [
        (1, "2022-04-02", "trygghetsvandring 1 av 4, nästa senast 2 juli 2022"),
        (1, "2022-07-02", "trygghetsvandring 1 av 4, nästa senast 2 juli 2022"),
        (
            1,
            "2022-07-03",
            "trygghetsvandring 1 av 4, ligger efter: nästa borde ha varit gjord senast 2 juli 2022",
        ),
        (4, "2022-07-03", "trygghetsvandring 4 av 4, uppfyllt"),
        (5, "2022-07-03", "trygghetsvandring: 5 gjorda, minst 4 utlovade, uppfyllt"),
        (3, "2023-01-05", "trygghetsvandring 3 av 4, ej uppfyllt"),
    ],
)
def test_the_effect_in_each_state(solna: World, walks: int, today: str, effect: str) -> None:
    """It is judged as `status` judges today: by yesterday, and at the end of an agreement that has ended."""
    solna.on(today)
    result = solna.run("log", "walk", "--date", "2022-01-10", "--count", str(walks))
    assert said(result.out)[1:] == [effect]


def test_a_day_without_an_agreement(solna: World) -> None:
    """The record is stored, checked against the words of the nearest agreement, and said to count later."""
    result = solna.on("2026-11-22").run("log", "walk", "--area", "Hagalund")
    assert result.code == 0
    assert said(result.out) == ["Sparad: trygghetsvandring, Hagalund, 22 november 2026"]
    assert result.err == "Inget avtal gäller 22 november 2026; posten räknas när det finns ett.\n"
    assert solna.stored()[0]["date"] == "2026-11-22"
    assert solna.status()["records"]["uncovered"] == 1


def test_a_day_before_the_first_agreement_is_refused(solna: World) -> None:
    """Nothing can be logged before the first agreement; the periods there are are named."""
    result = solna.run("log", "walk", "--date", "2021-12-31")
    assert (result.code, result.out) == (2, "")
    assert "2022" in result.err
    assert not (solna.folder / "log").exists()


def test_a_record_goes_to_the_agreement_of_its_day(solna: World) -> None:
    """With two agreements, the effect is on the promise of the record's own year."""
    text = SHIPPED.read_text(encoding="utf-8").replace("2022", "2023")
    (solna.folder / "promises-2023.yaml").write_text(text, encoding="utf-8")
    solna.on("2023-01-10").run("log", "walk", "--date", "2022-12-30")
    result = solna.run("log", "walk")
    assert said(result.out)[1:] == ["trygghetsvandring 1 av 4, nästa senast 2 juli 2023"]


# --- the mail from the police


def test_a_figure_for_a_whole_month(solna: World) -> None:
    """`--period mars --count 24 --source Polisen` is one record over all days of March."""
    result = solna.run("log", "patrol", "--period", "mars", "--count", "24", "--source", "Polisen")
    assert said(result.out) == [
        "Sparad: 24 fotpatruller, mars 2022, enligt Polisen",
        "fotpatruller: 24 hittills under avtalet",
    ]
    (record,) = solna.stored()
    assert (record["date"], record["until"], record["count"]) == ("2022-03-01", "2022-03-31", 24)


def test_a_figure_that_may_hold_what_is_logged_already(solna: World) -> None:
    """Patrols of those days are named, with the count to give if the figure holds them."""
    for day in ("2022-03-01", "2022-03-15", "2022-03-31"):
        solna.run("log", "patrol", "--date", day)
    solna.run("log", "patrol", "--date", "2022-04-01")
    solna.run("log", "walk", "--date", "2022-03-15")
    result = solna.run("log", "patrol", "--period", "mars", "--count", "24", "--source", "Polisen")
    assert result.code == 0
    shown = result.out.splitlines()[0].rpartition("(")[2].rstrip(")")
    assert result.err == (
        "Redan loggat för mars 2022: 3 fotpatruller. Om det ingår i de 24, "
        f'rätta siffran: loften amend {shown} --count 21 --reason "…"\n'
    )
    solna.did("amend", shown, "--count", "21", "--reason", "tre var redan loggade")
    assert [record["op"] for record in solna.stored()] == [*["log"] * 6, "amend"]


def test_a_day_inside_a_figure_that_is_logged_already(solna: World) -> None:
    """A single patrol in a month that has a total may be counted twice; it is stored all the same."""
    solna.run("log", "patrol", "--period", "2022-03", "--count", "24")
    result = solna.run("log", "patrol", "--date", "2022-03-15")
    assert result.code == 0
    (figure, _) = solna.stored()
    assert result.err == (
        f"Överlappar 24 fotpatruller, mars 2022 ({figure['id'][-4:]}). "
        "Kontrollera att inget räknas två gånger.\n"
    )


def test_every_figure_that_overlaps_is_named_with_its_own_days(solna: World) -> None:
    """Figures are not added up, since each has days of its own; single days are; five lines at most."""
    solna.counting()
    solna.run("log", "patrol", "--date", "2022-03-10")
    solna.run("log", "patrol", "--date", "2022-03-11", "--approx")
    solna.run("log", "patrol", "--period", "2022-Q1", "--count", "30")
    solna.run("log", "patrol", "--date", "2022-03-09", "--until", "2022-03-15", "--count", "5")
    result = solna.run("log", "patrol", "--period", "2022-W10", "--count", "9", LOFTEN_LANG="en")
    single, *figures = result.err.splitlines()
    assert single.startswith(
        "Already logged for 7–13 March 2022: about 2 foot patrols. If this is included in the 9,"
    )
    assert single.endswith(' correct the figure: loften amend 0005 --count 7 --reason "…"')
    assert figures == [
        "Overlaps with 30 foot patrols, 1 January–31 March 2022 (0003). Check that nothing is counted twice.",
        "Overlaps with 5 foot patrols, 9–15 March 2022 (0004). Check that nothing is counted twice.",
    ]
    for day in range(16, 22):
        solna.run("log", "patrol", "--date", f"2022-03-{day}", "--until", f"2022-03-{day + 1}")
    lines = solna.run("log", "patrol", "--period", "mars", "--count", "99").err.splitlines()
    assert len(lines) == 6
    assert lines[-1] == "  … och 5 till"


def test_a_figure_smaller_than_what_is_logged_already(solna: World) -> None:
    """Where the figure cannot hold what is there, no count is proposed."""
    solna.run("log", "patrol", "--date", "2022-03-15", "--count", "5")
    result = solna.run("log", "patrol", "--period", "mars", "--count", "5", LOFTEN_LANG="en")
    assert result.err == (
        "Already logged for March 2022: 5 foot patrols. Check that nothing is counted twice.\n"
    )


@pytest.mark.parametrize("apart", [["--area", "Haga"], ["--party", "Solna stad"]], ids=["area", "party"])
def test_figures_that_are_told_apart_do_not_overlap(solna: World, apart: list[str]) -> None:
    """Another area, or another party, is another figure."""
    solna.run("log", "patrol", "--date", "2022-03-15", "--area", "Hagalund", "--party", "Polisen")
    assert solna.run("log", "patrol", "--period", "mars", "--count", "24", *apart).err == ""


def test_two_walks_on_a_day_are_no_overlap(solna: World) -> None:
    """Single days never overlap."""
    solna.run("log", "walk", "--area", "Hagalund")
    assert solna.run("log", "walk").err == ""


def test_several_days(solna: World) -> None:
    """`--date` and `--until` make a figure of several days; of the same day, an ordinary record."""
    result = solna.run("log", "patrol", "--date", "2022-03-07", "--until", "2022-03-13", "--count", "5")
    assert said(result.out)[0] == "Sparad: 5 fotpatruller, 7–13 mars 2022"
    solna.run("log", "patrol", "--date", "2022-03-20", "--until", "2022-03-20")
    assert [record.get("until") for record in solna.stored()] == ["2022-03-13", None]


def test_about(solna: World) -> None:
    """`--approx` is stored, and every sum that holds it says so."""
    first = solna.run("log", "patrol", "--period", "mars", "--count", "24", "--approx")
    assert said(first.out) == [
        "Sparad: ca 24 fotpatruller, mars 2022",
        "fotpatruller: ca 24 hittills under avtalet",
    ]
    assert solna.stored()[0]["approx"] is True
    second = solna.run("log", "patrol", LOFTEN_LANG="en")
    assert said(second.out)[1:] == ["foot patrols: about 25 so far under the agreement"]


def test_quantities(solna: World) -> None:
    """A decimal comma is as good as a point; what is stored is a number, by id."""
    result = solna.run("log", "walk", "-q", "deltagare=25", "-q", "timmar=2,5")
    assert said(result.out)[0] == "Sparad: trygghetsvandring, 2 april 2022, 25 deltagare, 2,5 timmar"
    assert solna.stored()[0]["quantities"] == {"persons": 25, "hours": 2.5}
    english = solna.run("--lang", "en", "log", "walk", "-q", "participants=0.125", "--quantity", "hours=1.50")
    assert "0.13 participants, 1.5 hours" in english.out
    assert solna.stored()[1]["quantities"] == {"persons": 0.125, "hours": 1.5}


@pytest.mark.parametrize(
    "value", ["timmar", "timmar=", "timmar=x", "timmar=-1", "timmar=1e3", "timmar=1,2345", "=2"]
)
def test_quantities_that_are_none(solna: World, value: str) -> None:
    """What is no number, or has no name, is refused."""
    result = solna.run("log", "walk", "-q", value)
    assert (result.code, result.out) == (2, "")
    assert not (solna.folder / "log").exists()


@pytest.mark.parametrize("count", ["0", "-1", "1.5", "x", "", "1000001", "²"])
def test_counts_that_are_none(solna: World, count: str) -> None:
    """A count is a whole number from 1."""
    result = solna.run("log", "walk", f"--count={count}")
    assert (result.code, result.out) == (2, "")


# --- the same record once more

AGAIN = ["walk", "--area", "Hagalund", "--party", "Polisen", "--date", "2022-03-14", "-q", "timmar=2"]


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize(
    ("language", "day", "said"),
    [
        ("sv", "2022-04-02", "Redan loggad idag (0001); var det två? Annars: loften void last --reason …\n"),
        (
            "en",
            "2022-04-02",
            "Already logged today (0001); were there two? If not: loften void last --reason …\n",
        ),
        (
            "sv",
            "2022-04-09",
            "Redan loggad 2 april 2022 (0001); var det två? Annars: loften void last --reason …\n",
        ),
        (
            "en",
            "2022-04-09",
            "Already logged on 2 April 2022 (0001); were there two? If not: loften void last --reason …\n",
        ),
    ],
)
def test_the_same_record_twice_is_stored_and_asked_about(
    solna: World, form: str, language: str, day: str, said: str
) -> None:
    """It may be right, so that it is stored; what was written before is named, and how to take one back."""
    solna.counting().did("log", *AGAIN)
    result = solna.on(day).run("log", *AGAIN, "--format", form, LOFTEN_LANG=language)
    assert (result.code, result.err.replace("\N{NO-BREAK SPACE}", " ")) == (0, said)
    assert len(solna.stored()) == 2


@pytest.mark.parametrize(
    "words",
    [
        ["dialogue", *AGAIN[1:]],
        ["walk", *AGAIN[3:]],
        [*AGAIN, "--area", "Bergshamra"],
        ["walk", "--area", "Hagalund", "--date", "2022-03-14", "-q", "timmar=2"],
        [*AGAIN, "--count", "2"],
        [*AGAIN, "--approx"],
        [*AGAIN, "--note", "På kvällen"],
        [*AGAIN, "--until", "2022-03-14", "--ref", "KS 1"],
        [*AGAIN[:-1], "timmar=3"],
        ["walk", "--area", "Hagalund", "--party", "Polisen", "--date", "2022-03-15", "-q", "timmar=2"],
    ],
)
def test_another_record_is_not_asked_about(solna: World, words: list[str]) -> None:
    """Anything that differs makes another occasion of it."""
    solna.did("log", *AGAIN)
    assert solna.run("log", *words).err == ""


def test_the_order_of_words_makes_no_other_record(solna: World) -> None:
    """Kinds, areas, parties, tags and quantities are sets: in another order they say the same."""
    words = [("--area", "Hagalund"), ("--party", "Polisen"), ("-q", "timmar=2"), ("--tag", "lighting")]
    words += [("--area", "Bergshamra"), ("--party", "city"), ("-q", "deltagare=3"), ("--tag", "clearing")]
    forth, back = ([part for pair in pairs for part in pair] for pairs in (words, words[::-1]))
    solna.did("log", "walk", "measure", *forth)
    assert "Redan loggad idag" in solna.run("log", "measure", "walk", *back).err
    first, second = (record["areas"] for record in solna.stored())
    assert first == second[::-1]


def test_what_is_void_or_a_colleagues_is_not_asked_about(solna: World) -> None:
    """A void record may be logged anew, an amended one is what it is now, and others write for themselves."""
    solna.did("log", *AGAIN)
    solna.did("void", "last", "--reason", "fel")
    assert solna.run("log", *AGAIN).err == ""
    assert solna.colleague("polis").run("log", *AGAIN).err == ""
    solna.did("amend", "last", "--date", "2022-03-15", "--reason", "fel dag")
    assert solna.run("log", *AGAIN).err == ""
    assert "Redan loggad idag" in solna.run("log", *AGAIN[:6], "2022-03-15", *AGAIN[7:]).err


def test_the_same_figure_twice_is_asked_about_once(solna: World) -> None:
    """That a figure is there already is said once, not as an overlap, too."""
    words = ("log", "patrol", "--period", "2022-03", "--count", "24")
    solna.did(*words)
    assert [line.partition(" (")[0] for line in solna.run(*words).err.splitlines()] == ["Redan loggad idag"]


@pytest.mark.parametrize(
    ("language", "said"), [("sv", "Redan inbokad (0001);"), ("en", "Already booked (0001);")]
)
def test_the_same_plan_twice_is_asked_about(solna: World, language: str, said: str) -> None:
    """A plan that is booked once more is booked, and named; not one that was logged meanwhile."""
    words = ("plan", "walk", "--area", "Hagalund", "--date", "2022-05-02")
    solna.counting().did(*words)
    result = solna.run(*words, LOFTEN_LANG=language)
    assert (result.code, result.err.startswith(said)) == (0, True)
    assert len(solna.stored()) == 2
    assert solna.on("2022-05-02").run("log", "walk", "--area", "Hagalund", "--no-plan").err == ""


# --- for programs, and in English


def test_json_is_the_stored_record_and_nothing_else(solna: World) -> None:
    """`--format json` prints exactly the stored record, its `sum` included; messages are elsewhere."""
    solna.run("log", "walk", "--date", "2022-03-14")
    arguments = (
        "walk",
        "dialogue",
        "--period",
        "mars",
        "--count",
        "2",
        "-q",
        "timmar=2,5",
        "--note",
        "Åsa & Öl",
    )
    result = solna.run("log", *arguments, "--format", "json")
    assert result.code == 0
    stored = solna.stored()[1]
    assert json.loads(result.out) == stored
    assert list(json.loads(result.out)) == list(stored)
    assert len(result.out.splitlines()) == 1
    assert "Åsa" in result.out
    assert "Redan loggat" in result.err


def test_english_by_the_environment(solna: World) -> None:
    """`LOFTEN_LANG=en` speaks English, whatever the file's language is."""
    result = solna.run("log", "walk", "--area", "Hagalund", LOFTEN_LANG="en")
    assert said(result.out) == [
        "Stored: safety walk, Hagalund, 2 April 2022",
        "safety walk 1 of 4, next by 2 July 2022",
    ]


def test_the_language_before_the_command(solna: World) -> None:
    """`--lang` stands before the command and wins over the environment."""
    english = solna.run("--lang", "en", "log", "dialogue", LOFTEN_LANG="sv")
    assert said(english.out)[0] == "Stored: citizen dialogue, 2 April 2022"
    swedish = solna.run("--lang=sv", "log", "dialogue", LOFTEN_LANG="en")
    assert said(swedish.out)[0] == "Sparad: medborgardialog, 2 april 2022"
    wrong = solna.run("--lang", "en", "log", "wlak")
    assert (wrong.code, wrong.out) == (2, "")
    assert "safety walk" in wrong.err


def test_the_id_is_shown_as_its_ending(solna: World) -> None:
    """The confirmation ends with the shortest ending of the id that is unambiguous in this log."""
    for _ in range(3):
        result = solna.run("log", "walk")
        shown = result.out.splitlines()[0].rpartition("(")[2].rstrip(")")
        assert len(shown) >= 4
        identifiers = [record["id"] for record in solna.stored()]
        assert [each for each in identifiers if each.endswith(shown)] == identifiers[-1:]


# --- without a workspace


def test_the_first_day(solna: World, home: Path) -> None:
    """Without a workspace the first `log` makes one where people see it, and says what it is."""
    (solna.folder / SHIPPED.name).unlink()
    result = solna.on("2026-11-22").run_bare("log", "walk", "--area", "Hagalund")
    assert result.code == 0
    assert said(result.out) == ["Sparad: trygghetsvandring, Hagalund, 22 november 2026"]
    (path,) = home.rglob("*.jsonl")
    folder = path.parent.parent
    assert path.parent.name == "log"
    assert (folder / SHIPPED.name).read_bytes() == SHIPPED.read_bytes()
    assert folder == home / "Documents" / "loften"
    assert result.err.splitlines() == [
        "Ny arbetsmapp: ~/Documents/loften",
        "Den innehåller Solnas avtal för 2022, som inte gäller 22 november 2026.",
        "För en annan kommun: loften init MAPP",
        "Inget avtal gäller 22 november 2026; posten räknas när det finns ett.",
    ]
    assert json.loads(path.read_bytes())["areas"] == ["hagalund"]


def test_the_second_day_uses_the_same_workspace(solna: World, home: Path) -> None:
    """Only the first record makes a workspace; the next one goes into the same file."""
    (solna.folder / SHIPPED.name).unlink()
    solna.run_bare("log", "walk", "--date", "2022-03-14")
    result = solna.run_bare("log", "walk")
    assert said(result.out)[1:] == ["trygghetsvandring 2 av 4, nästa senast 1 oktober 2022"]
    assert result.err == ""
    (path,) = home.rglob("*.jsonl")
    assert len(path.read_bytes().splitlines()) == 2
    assert solna.run_bare("status", "--format", "json").json["records"]["counted"] == 2


REFUSED = {
    "a plan": ["walk", "--plan", "abcd"],
    "the last plan": ["walk", "--plan", "last"],
    "a plan and none": ["walk", "--plan", "abcd", "--no-plan"],
    "no kind": [],
    "an unknown kind": ["wlak"],
    "an unknown area": ["walk", "--area", "Nowhere"],
    "an unknown party": ["walk", "--party", "Nobody"],
    "an unknown tag": ["measure", "--tag", "nothing"],
    "an unknown quantity": ["walk", "-q", "x=1"],
    "a quantity without a number": ["walk", "-q", "deltagare"],
    "a day that is none": ["walk", "--date", "32/13"],
    "a day to come": ["walk", "--date", "2999-01-01"],
    "a day before every agreement": ["walk", "--date", "2021-12-31"],
    "a period that is not over": ["walk", "--period", "2022"],
    "a day and a period": ["walk", "--period", "2022-03", "--date", "14/3"],
    "a count that is none": ["walk", "--count", "0"],
    "an empty note": ["walk", "--note", ""],
    "an identity number": ["walk", "--note", "790819-1237"],
    "a record that is too long": ["walk", "--note", "x" * 70_000],
    "an unknown format": ["walk", "--format", "xml"],
    "an unknown option": ["walk", "--colour"],
    "an option given twice": ["walk", "--count", "1", "--count", "2"],
}


def _files(*folders: Path) -> list[Path]:
    """Return everything in folders, but for the stamps of promise files that were validated."""
    found = (path for folder in folders for path in folder.rglob("*"))
    return sorted(path for path in found if ".cache" not in path.parts)


@pytest.mark.parametrize("words", REFUSED.values(), ids=REFUSED)
def test_a_refused_log_makes_no_workspace(solna: World, home: Path, words: list[str]) -> None:
    """Outside any workspace a refused command changes nothing; the next one makes the first record."""
    (solna.folder / SHIPPED.name).unlink()
    before = _files(home, solna.folder.parent)
    result = solna.run_bare("log", *words)
    assert (result.code in (2, 5), result.out) == (True, "")
    assert result.err.startswith("Fel: ")
    assert _files(home, solna.folder.parent) == before
    assert "Ny arbetsmapp" in solna.run_bare("log", "walk").err


@pytest.mark.parametrize(
    "command",
    [
        "",
        "status",
        "status --check",
        "status --format json",
        "promises",
        "promises 8",
        "list",
        "show last",
        "plan walk --date 2022-05-01",
        "amend last --date 14/3 --reason fel",
        "void last --reason fel",
        "comment 5 Bra",
        "report",
        "check",
        "schema log",
        "completion bash",
        "completion tcsh --install",
        "init --year 1",
        "init --from-file nowhere.yaml",
        "help log",
    ],
)
def test_no_other_command_makes_a_workspace(solna: World, home: Path, command: str) -> None:
    """Outside any workspace they show the example, or say that there is none, and leave nothing behind."""
    (solna.folder / SHIPPED.name).unlink()
    before = _files(home, solna.folder.parent)
    assert solna.run_bare(*command.split()).code in (0, 1, 2, 3, 4)
    assert _files(home, solna.folder.parent) == before


def test_a_record_that_is_not_stored_is_no_reason_for_silence(
    solna: World, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the disk refuses the first record after its workspace was made, that one is said to be there."""

    def fail(*_: object) -> None:
        raise StorageError(Finding("write.failed", {"path": "log", "errno": 28}))

    monkeypatch.setattr("medborgarloften.cli.writing.append", fail)
    (solna.folder / SHIPPED.name).unlink()
    result = solna.run_bare("log", "walk")
    assert (result.code, result.out) == (4, "")
    assert "Ny arbetsmapp" in result.err
    assert [path.name for path in home.rglob("promises*.yaml")] == [SHIPPED.name]
