"""`loften void`: what does not hold stops counting; its trace stays. And `last`, which it is often told."""

from pathlib import Path
from typing import BinaryIO

import pytest

from medborgarloften.files.disk import open_regular
from medborgarloften.files.log import read, writer
from world import World


def void(world: World, identifier: str, reason: str = "dubbel") -> str:
    """Make a record void, which must succeed, and return the answer."""
    return world.did("void", identifier, "--reason", reason)


def test_a_void_record_counts_no_more(solna: World) -> None:
    """It leaves the figures and the list; the log has the record as it was, and who made it void and why."""
    solna.counting().did("log", "walk", "--area", "Haga")
    before = solna.lines()
    answer = void(solna, "last", " loggad två gånger ")
    assert answer.splitlines() == [
        "Makulerad: trygghetsvandring, Haga, 2 april 2022 (0001)",
        "trygghetsvandring 0 av 4, nästa senast 2 april 2022",
    ]
    assert solna.lines()[:-1] == before
    original, correction = solna.stored()
    assert list(correction) == ["v", "op", "id", "at", "by", "of", "reason", "sum"]
    assert (correction["op"], correction["of"], correction["reason"]) == (
        "void",
        original["id"],
        "loggad två gånger",
    )
    assert solna.figures()[0]["done"] == 0
    assert solna.run("list").err == "Inga poster.\n"
    assert "makulerad" in solna.did("list", "--voided")


def test_void_is_final(solna: World) -> None:
    """Neither a second void nor an amendment is stored."""
    solna.did("log", "walk")
    void(solna, "last")
    before = solna.lines()
    assert solna.run("void", "last", "--reason", "igen").code == 2
    assert solna.run("amend", "last", "--count", "2", "--reason", "ångrat").code == 2
    assert solna.lines() == before


def test_an_amended_record_is_void_in_its_new_words(solna: World) -> None:
    """The answer and the figures are those of the record as it stood."""
    solna.did("log", "walk")
    solna.did("amend", "last", "--kind", "dialogue", "--reason", "fel")
    assert void(solna, "last").startswith("Makulerad: medborgardialog, 2 april 2022 (")
    assert [target["done"] for target in solna.figures()] == [0, 0]


def test_a_void_comment_holds_no_more(solna: World) -> None:
    """The comment before it holds again."""
    solna.did("comment", "5", "--verdict", "partly")
    solna.counting().did("comment", "5", "--verdict", "kept")
    assert void(solna, "last") == "Makulerad: kommentar till löfte 5 (0001)\n"
    assert solna.status()["promises"][4]["verdict"]["verdict"] == "partly"


def test_a_void_record_of_a_day_without_an_agreement(solna: World) -> None:
    """It is not said to count once there is an agreement, for it will not."""
    solna.on("2023-02-01").did("log", "walk")
    result = solna.run("void", "last", "--reason", "dubbel")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("Makulerad: trygghetsvandring, 1 februari 2023 (")


def test_two_void_the_same_record(solna: World) -> None:
    """Two machines that did not know each other may both do it; nothing is wrong and both are shown."""
    solna.did("log", "walk")
    polis = solna.colleague("polis")
    key = solna.stored()[0]["id"]
    void(solna, key)
    void(polis, key, "min dubblett")
    polis.hand_over(solna)
    assert solna.status()["records"]["conflicts"] == 0
    shown = solna.did("show", key)
    assert "kommun: makulerad. Skäl: dubbel" in shown
    assert "polis: makulerad. Skäl: min dubblett" in shown


# --- last


@pytest.mark.parametrize("word", ["last", "LAST", " last "])
def test_last_is_the_newest_record_of_this_writer(solna: World, word: str) -> None:
    """Of `log`, `plan` and `comment`, by when it was written, whatever day it is about; not a correction."""
    solna.did("log", "walk")
    solna.did("log", "patrol", "--date", "2022-03-01")
    solna.did("amend", "last", "--count", "2", "--reason", "fel")
    solna.did("log", "dialogue", LOFTEN_WRITER="polis")
    assert void(solna, word).startswith("Makulerad: 2 fotpatruller, 1 mars 2022 (")


def test_last_may_be_a_plan_or_a_comment(solna: World) -> None:
    """Whatever was written last, and not what was last about an activity."""
    solna.did("log", "walk")
    solna.did("plan", "walk", "--date", "2022-10-03")
    assert solna.did("show", "last").startswith("trygghetsvandring, 3 oktober 2022\n")
    solna.did("comment", "1", "Bra.")
    assert solna.did("show", "last").startswith("kommentar till löfte 1\n")


def test_last_is_never_a_record_of_another_machine(solna: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two machines may write with one label, such as a role; each has a file and a last record."""
    solna.did("log", "walk")
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(writer, "_machine", lambda: "another machine")
        assert solna.run("void", "last", "--reason", "dubbel").code == 2
        solna.did("log", "dialogue")
    assert void(solna, "last").startswith("Makulerad: trygghetsvandring, ")


def test_last_is_the_last_line_whatever_the_clock_says(solna: World) -> None:
    """After the clock went back, or forth and back, the newest record by the clock is not the last one."""
    solna.on("2022-06-01").did("log", "walk")
    solna.on("2022-04-02").did("log", "dialogue")
    solna.did("amend", "last", "--count", "2", "--reason", "fel")
    assert void(solna, "last").startswith("Makulerad: 2 medborgardialoger, 2 april 2022 (")
    assert [target["done"] for target in solna.on("2022-06-02").figures()] == [1, 0]


def test_last_is_found_without_reading_the_log_again(solna: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """One pass over the files has it."""
    solna.did("log", "walk")
    opened: list[Path] = []

    def opening(path: Path) -> BinaryIO:
        opened.append(path)
        return open_regular(path)

    monkeypatch.setattr(read, "open_regular", opening)
    solna.did("show", "last")
    assert opened == [solna.log_file]


@pytest.mark.parametrize("damage", [b"12\n", b'{"v":2}\n'])
def test_last_is_no_guess(solna: World, damage: bytes) -> None:
    """Where the last line of the own file cannot be read, no record before it is taken for it."""
    solna.did("log", "walk")
    path = solna.log_file
    before = path.read_bytes()
    path.write_bytes(damage + before)
    assert solna.run("show", "last").code == 0
    path.write_bytes(before + damage)
    assert solna.run("void", "last", "--reason", "fel").err == (
        f"Fel: den senaste posten kan vara den i {path.name} som inte går att läsa (rad 2)\n"
        "  Ange postens id i stället för last. loften list visar posterna med sina id.\n"
    )
    assert solna.run("--lang", "en", "show", "last").err == (
        f"Error: the last record may be the one in {path.name} that cannot be read (line 2)\n"
        "  Give the record’s id instead of last. loften list shows the records with their ids.\n"
    )
    assert path.read_bytes() == before + damage


# --- ids


def test_an_ending_of_four_characters_is_enough(solna: World) -> None:
    """An id is accepted by its ending, whatever its case, or whole."""
    solna.counting()
    for number in range(1, 4):
        solna.did("log", "walk", "--note", f"vandring {number}")
    whole = solna.stored()[2]["id"]
    for word in ("0003", "00003", whole, whole.upper(), f" {whole} "):
        assert "vandring 3" in solna.did("show", word)
    assert solna.run("show", "003").code == 2


def test_what_an_answer_shows_is_accepted(solna: World) -> None:
    """The id in an answer and in the list names the record, also where endings are alike."""
    numbers = iter([0x10001, 0x20001, 0x30001, 0x40001])
    solna.entropy = lambda size: next(numbers).to_bytes(size)
    answers = [solna.did("log", "walk", "--note", str(number)).splitlines()[0] for number in range(3)]
    shown = [answer.rpartition("(")[2].rstrip(")") for answer in answers]
    assert shown == ["0001", "20001", "30001"]
    assert solna.run("show", "0001").err.startswith("Fel: flera poster har id som slutar på 0001\n")
    rows = solna.did("list", "--format", "csv").splitlines()[1:]
    for number, row in enumerate(rows):
        key = row.split(";")[0]
        assert key == f"{number + 1}0001"
        assert f"Anteckning: {number}" in solna.did("show", key)
