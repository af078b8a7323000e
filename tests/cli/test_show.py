"""`loften show`: one record, and everything that was ever written of it: who, when and why."""

import pytest

from logs import chain, identifier, put, record, walk
from medborgarloften.domain.activity import Amendment, Comment, Redaction
from world import World


def test_the_whole_history(solna: World) -> None:
    """How it stands, its texts and its id; then every line of it in order, with time, writer and reason."""
    solna.counting().did("log", "walk", "--area", "Haga", "--note", "Vid bussen", "--ref", "KS-17")
    polis = solna.colleague("polis").on("2022-04-03")
    polis.did("amend", "0001", "--note", "Vid torget", "--count", "2", "--reason", "två grupper")
    polis.hand_over(solna)
    solna.on("2022-04-05").did("void", "0001", "--reason", "loggad av polisen")
    first_texts = "Anteckning: Vid bussen. Referens: KS-17"
    assert solna.did("show", "0001").splitlines() == [
        "2 trygghetsvandringar, Haga, 2 april 2022",
        "Anteckning: Vid torget",
        "Referens: KS-17",
        f"Id: {solna.stored()[0]['id']}",
        "Posten är makulerad.",
        "Historik:",
        "  2022-04-02 09:30 kommun: loggad: trygghetsvandring, Haga, 2 april 2022. " + first_texts,
        "  2022-04-03 09:30 polis: rättad: antal 2; anteckning Vid torget. Skäl: två grupper",
        "  2022-04-05 09:30 kommun: makulerad. Skäl: loggad av polisen",
    ]


def test_the_whole_history_in_json(solna: World) -> None:
    """The record as it stands, whether it is void, and each stored record as it was written."""
    solna.counting().did("log", "walk")
    solna.did("amend", "0001", "--count", "2", "--reason", "två grupper")
    document = solna.run("show", "0001", "--format", "json").json
    assert (document["format"], document["void"]) == ("loften-record/1", False)
    assert document["record"]["count"] == 2
    stored = [{key: value for key, value in each.items() if key != "sum"} for each in solna.stored()]
    assert document["history"] == stored


EVERY_CHANGE = [
    ("--date 2022-03-14", "datum 14 mars 2022"),
    ("--date 2022-03-14 --until 2022-03-20", "datum 14 mars 2022; sista dag 20 mars 2022"),
    ("--kind patrol --kind walk", "aktivitet fotpatrull och trygghetsvandring"),
    ("--area Haga --area Järva", "område Haga och Järva"),
    ("--party police", "part Polisen"),
    ("--kind measure --tag clearing", "aktivitet trygghetsåtgärd; märkning röjning av buskage"),
    ("--approx", "ungefärligt ja"),
    ("-q hours=2,5 -q persons=20", "mängd 2,5 timmar och 20 deltagare"),
    ("--ref KS-17 --source Polisen", "referens KS-17; källa Polisen"),
    ("--note=", "anteckning borttaget"),
    ("--plan 0002", "inbokning {plan}"),
]


@pytest.mark.parametrize(("arguments", "words"), EVERY_CHANGE)
def test_every_change_in_words(solna: World, arguments: str, words: str) -> None:
    """Each field of an amendment has a name and its new value in the agreement's words."""
    solna.counting().did("log", "walk", "--note", "Regn")
    solna.did("plan", "walk", "--date", "2022-10-03")
    solna.did("amend", "0001", "--reason", "fel", *arguments.split())
    line = solna.did("show", "0001").splitlines()[-1]
    assert line.endswith(f"kommun: rättad: {words.format(plan=solna.stored()[1]['id'])}. Skäl: fel")


def test_a_comment(solna: World) -> None:
    """Its promise, its day, its verdict and its words."""
    solna.did("comment", "5", "En av fyra.", "--verdict", "partly", "--date", "2022-03-31")
    lines = solna.did("show", "last").splitlines()
    assert lines[:4] == [
        "kommentar till löfte 5",
        "Gäller från 31 mars 2022",
        "Bedömning: delvis uppfyllt",
        "Text: En av fyra.",
    ]
    assert "kommun: skriven: kommentar till löfte 5. " in lines[-1]


def test_a_correction_by_its_own_id(solna: World) -> None:
    """A correction can be shown too, and says what it corrects."""
    solna.counting().did("log", "walk")
    solna.did("amend", "0001", "--count", "2", "--reason", "två grupper")
    lines = solna.did("show", "0002").splitlines()
    assert lines[0] == f"rättelse av {solna.stored()[0]['id']}"
    assert lines[-1].endswith("kommun: rättad: antal 2. Skäl: två grupper")
    document = solna.run("show", "0002", "--format", "json").json
    assert document["record"]["set"] == {"count": 2}


def test_english(solna: World) -> None:
    """The same history in English."""
    solna.counting().did("log", "walk", "--area", "Haga")
    solna.did("amend", "0001", "--area", "", "--reason", "no area")
    assert solna.did("show", "0001", LOFTEN_LANG="en").splitlines()[-2:] == [
        "  2022-04-02 09:30 kommun: logged: safety walk, Haga, 2 April 2022",
        "  2022-04-02 09:30 kommun: amended: area removed. Reason: no area",
    ]


@pytest.mark.parametrize("form", ["text", "json"])
def test_what_is_redacted_is_shown_nowhere(solna: World, form: str) -> None:
    """Neither as it was written first nor in an amendment, and not in a copy that still has the words."""
    masked = [
        walk(1, note="Anna Ek", ref="KS-17"),
        record(
            2, Amendment("kommun", identifier(1), (("note", "Anna Berg"), ("occasions", 2)), "namn"), "amend"
        ),
        record(3, Redaction("kommun", identifier(1), ("note",), "ett namn"), "redact"),
        record(4, Comment("kommun", "traffic", walk().content.day, "Anna Ek", "kept"), "comment"),  # type: ignore[union-attr]
        record(5, Redaction("kommun", identifier(4), ("text",), "ett namn"), "redact"),
    ]
    put(solna.folder / "log", chain(*masked))
    for key in ("0001", "0004"):
        shown = solna.did("show", key, "--format", form)
        assert "Anna" not in shown
        assert "ett namn" in shown
        assert form == "json" or "(maskad)" in shown
    assert "KS-17" in solna.did("show", "0001", "--format", form)
    for other in ("table", "json", "csv", "md"):
        assert "Anna" not in solna.did("list", "--format", other)
        assert "Anna" not in solna.did("status", "--format", other)


def test_control_characters_are_shown_as_what_they_are(solna: World) -> None:
    """A note of another program cannot move the cursor or begin a line of its own."""
    put(solna.folder / "log", chain(walk(1, note="a\x1b[31m\nId: x")))
    shown = solna.did("show", "0001")
    assert "\x1b" not in shown
    assert "\nId: x" not in shown
    assert r"a\x1b[31m / Id: x" in shown


def test_a_record_whose_words_no_agreement_has(solna: World) -> None:
    """Kinds and areas that no promise file knows are shown by their ids."""
    put(solna.folder / "log", chain(walk(1, areas=("nowhere",))))
    assert solna.did("show", "0001").startswith("trygghetsvandring, nowhere, 14 mars 2022\n")


def test_showing_changes_nothing(solna: World) -> None:
    """Reading writes nothing to the log."""
    solna.did("log", "walk")
    before = solna.lines()
    solna.did("show", "last")
    assert solna.lines() == before


@pytest.mark.parametrize("width", [60, 80, 100])
def test_a_terminal_cuts_no_word(solna: World, width: int) -> None:
    """Long lines are broken between words and go on below, indented; in a pipe they are lines as they are."""
    solna.did("log", "walk", "--area", "Västra skogen", "--note", "Belysningen vid gångtunneln saknas. " * 4)
    whole = solna.did("show", "last")
    text = solna.did("show", "last", COLUMNS=str(width))
    assert all(len(line) <= width for line in text.splitlines())
    assert text.split() == whole.split()
    assert len(text.splitlines()) > len(whole.splitlines())
    assert all(line.startswith("    ") for line in text.splitlines()[-2:])
