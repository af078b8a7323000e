"""`loften amend`: what was logged wrongly is put right, and the trace of it stays."""

import json
from datetime import timedelta
from typing import Any

import pytest

from logs import chain, identifier, put, record, walk, written
from medborgarloften.domain.activity import Amendment, Redaction
from world import SHIPPED, Result, World


def listed(world: World, *arguments: str) -> list[dict[str, Any]]:
    """Return the records of `list --format json`."""
    records: list[dict[str, Any]] = world.run("list", "--format", "json", *arguments).json["records"]
    return records


def amend(world: World, identifier: str, *arguments: str, reason: str = "fel") -> str:
    """Amend a record, which must succeed, and return the answer."""
    return world.did("amend", identifier, *arguments, "--reason", reason)


CHANGES = [
    ("--date 2022-03-14", {"date": "2022-03-14"}),
    ("--date 2022-03-14 --until 2022-03-20", {"date": "2022-03-14", "until": "2022-03-20"}),
    ("--period mars", {"date": "2022-03-01", "until": "2022-03-31"}),
    ("--until 2022-04-02 --date 2022-04-01", {"date": "2022-04-01", "until": "2022-04-02"}),
    ("--kind patrol", {"kinds": ["patrol"]}),
    ("--kind walk --kind dialogue", {"kinds": ["walk", "dialogue"]}),
    ("--area Haga --area Järva", {"areas": ["haga", "jarva"]}),
    ("--party Polisen", {"parties": ["police"]}),
    ("--kind measure --tag lighting", {"kinds": ["measure"], "tags": ["lighting"]}),
    ("--count 3", {"count": 3}),
    ("--approx", {"approx": True}),
    ("-q hours=2,5 -q persons=20", {"quantities": {"hours": 2.5, "persons": 20}}),
    ("--note Regn --ref KS-17 --source Polisen", {"note": "Regn", "ref": "KS-17", "source": "Polisen"}),
]


@pytest.mark.parametrize(("arguments", "changes"), CHANGES)
def test_every_field_may_be_amended(solna: World, arguments: str, changes: dict[str, Any]) -> None:
    """The amendment holds the full new values of what changed and nothing else; the record then says so."""
    solna.did("log", "walk", "--area", "Hagalund")
    (before,) = listed(solna)
    amend(solna, "last", *arguments.split(), reason=" fel i protokollet ")
    original, amendment = solna.stored()
    assert list(amendment) == ["v", "op", "id", "at", "by", "of", "set", "reason", "sum"]
    assert (amendment["op"], amendment["of"]) == ("amend", original["id"])
    assert (amendment["set"], amendment["reason"]) == (changes, "fel i protokollet")
    assert listed(solna) == [{**before, **changes}]


@pytest.mark.parametrize(
    ("arguments", "field"),
    [
        (["--area", ""], "areas"),
        (["--party", ""], "parties"),
        (["--tag", ""], "tags"),
        (["-q", ""], "quantities"),
        (["--note", ""], "note"),
        (["--ref", ""], "ref"),
        (["--source", ""], "source"),
        (["--until", ""], "until"),
    ],
)
def test_an_empty_word_clears_a_field(solna: World, arguments: list[str], field: str) -> None:
    """What is cleared is null in the amendment, and not there in the record any more."""
    solna.did(
        *"log measure --date 2022-03-01 --until 2022-03-02 --area Haga --party police".split(),
        *"--tag lighting -q hours=2 --note Regn --ref KS-17 --source Polisen".split(),
    )
    (before,) = listed(solna)
    amend(solna, "last", *arguments)
    assert solna.stored()[1]["set"] == {field: None}
    assert listed(solna) == [{key: value for key, value in before.items() if key != field}]


def test_what_is_no_longer_approximate_or_several(solna: World) -> None:
    """`--no-approx` and `--count 1` take back what was said of the number."""
    solna.did("log", "patrol", "--count", "24", "--approx")
    amend(solna, "last", "--no-approx", "--count", "1")
    (now,) = listed(solna)
    assert "approx" not in now
    assert "count" not in now


def test_the_answer_says_how_it_is_now(solna: World) -> None:
    """The record in its new words, with its own id, and how the promise stands with it."""
    solna.counting().did("log", "walk", "--area", "Haga")
    answer = amend(solna, "last", "--area", "Hagalund", "--kind", "walk", "--kind", "dialogue").splitlines()
    assert answer[0] == "Rättad: trygghetsvandring och medborgardialog, Hagalund, 2 april 2022 (0001)"
    assert answer[1:] == [
        "trygghetsvandring 1 av 4, nästa senast 2 juli 2022",
        "medborgardialog 1 av 4, nästa senast 2 juli 2022",
    ]


def test_amendments_add_up(solna: World) -> None:
    """Several amendments of one record apply one after the other; the last one wins field by field."""
    solna.did("log", "walk", "--area", "Haga")
    amend(solna, "last", "--count", "2", "--note", "Två grupper")
    amend(solna, "last", "--count", "3")
    (now,) = listed(solna)
    assert (now["count"], now["note"], now["areas"]) == (3, "Två grupper", ["haga"])
    assert solna.figures()[0]["done"] == 3


def test_what_was_written_first_is_never_touched(solna: World) -> None:
    """An amendment is appended; every earlier line of the log keeps its bytes."""
    solna.did("log", "walk", "--note", "Vid bussen")
    before = solna.lines()
    amend(solna, "last", "--note", "Vid torget")
    assert solna.lines()[:-1] == before
    assert len(solna.lines()) == len(before) + 1


# --- the time of a correction


def test_a_correction_is_later_than_all_it_corrects(solna: World) -> None:
    """Also when the clock runs backwards each `at` is 1 ms after the newest one of the record's history."""
    solna.did("log", "walk")
    solna.did("log", "patrol")
    solna.time -= timedelta(days=1)
    walk_id = solna.stored()[0]["id"]
    for count in ("2", "3"):
        amend(solna, walk_id, "--count", count)
    solna.did("void", walk_id, "--reason", "fel")
    logged, other, *corrections = [record["at"] for record in solna.stored()]
    assert other > logged == "2022-04-02T09:30:00.001Z"
    assert corrections == [f"2022-04-02T09:30:00.00{number}Z" for number in (2, 3, 4)]


def test_a_clock_that_is_right_is_believed(solna: World) -> None:
    """A correction made later has the time at which it was made."""
    solna.did("log", "walk")
    amend(solna.on("2022-04-05"), "last", "--count", "2")
    assert solna.stored()[1]["at"] == "2022-04-05T09:30:00.001Z"


def test_over_midnight_and_new_year(solna: World) -> None:
    """A millisecond after the last one of a year is the first one of the next."""
    at = "2029-12-31T23:59:59.999Z"
    put(solna.folder / "log", chain(walk(1)._replace(at=at)))
    amend(solna, "0001", "--count", "2")
    assert solna.stored()[1]["at"] == "2030-01-01T00:00:00.000Z"


def test_the_last_time_that_there_is_hinders_no_correction(solna: World) -> None:
    """A record that a wild clock dated can be corrected, though the correction cannot be dated after it."""
    put(solna.folder / "log", chain(walk(1)._replace(at="2999-12-31T23:59:59.999Z")))
    amend(solna, "0001", "--count", "2")
    assert solna.figures()[0]["done"] == 2


# --- anybody's records


def test_a_colleague_corrects_any_record(solna: World) -> None:
    """On another machine with copied files all records can be corrected, each in the colleague's own file."""
    solna.did("log", "walk", "--area", "Haga")
    solna.did("log", "dialogue")
    solna.did("plan", "walk", "--date", "2022-10-03")
    mine = solna.lines()
    polis = solna.colleague("polis")
    walk_id, dialogue, plan = (record["id"] for record in solna.stored())
    amend(polis, walk_id, "--area", "Järva")
    polis.did("void", dialogue, "--reason", "dubbel")
    amend(polis, plan, "--date", "2022-10-04")
    assert solna.lines() == mine
    polis.hand_over(solna)
    assert [line for line in solna.lines() if line in mine] == mine
    assert solna.status() == polis.status()
    assert listed(solna, "--planned", "--voided") == listed(polis, "--planned", "--voided")
    for key in (walk_id, dialogue, plan):
        assert solna.did("show", key) == polis.did("show", key)
        assert " polis: " in solna.did("show", key)


def test_two_amendments_of_one_record_that_did_not_know_each_other(solna: World) -> None:
    """Whoever copies whose file first: the later one by (`at`, `id`) wins, the same on both machines."""
    solna.did("log", "walk")
    polis = solna.colleague("polis")
    amend(solna, "last", "--count", "2", "--note", "Regn")
    polis.time = solna.time + timedelta(seconds=1)
    amend(polis, solna.stored()[0]["id"], "--count", "3")
    solna.hand_over(polis)
    polis.hand_over(solna)
    assert listed(solna) == listed(polis)
    (now,) = listed(solna)
    assert (now["count"], now["note"]) == (3, "Regn")


def test_an_amendment_that_arrives_before_its_record(solna: World) -> None:
    """It is no error and changes nothing; it applies when the record arrives, in whatever order."""
    solna.did("log", "walk")
    polis = solna.colleague("polis")
    amend(polis, solna.stored()[0]["id"], "--kind", "dialogue")
    other = solna.colleague("region")
    for path in (other.folder / "log").iterdir():
        path.unlink()
    polis.hand_over(other)
    assert other.run("status", "--check", "--as-of", "2022-03-31") == Result(0, "", "")
    assert other.status()["records"]["conflicts"] == 0
    assert listed(other) == []
    solna.hand_over(other)
    assert [record["kinds"] for record in listed(other)] == [["dialogue"]]


def test_a_correction_whose_record_has_not_come_can_be_shown(solna: World) -> None:
    """Nothing is hidden: the pending correction is found by its own id, and names the record it waits for."""
    wait = record(2, Amendment("polis", identifier(1), (("occasions", 2),), "två grupper"), "amend")
    put(solna.folder / "log", chain(wait))
    shown = solna.did("show", "0002")
    assert identifier(1) in shown
    assert "polis: rättad: antal 2. Skäl: två grupper" in shown


# --- plans


def test_a_plan_is_amended(solna: World) -> None:
    """What is booked moves to another day ahead, and stays a plan."""
    solna.did("plan", "walk", "--date", "2022-10-03")
    answer = amend(solna, "last", "--date", "2022-10-10", "--area", "Haga")
    assert answer.startswith("Rättad: trygghetsvandring, Haga, 10 oktober 2022 (")
    assert solna.figures()[0]["booked"] == 1
    (plan,) = listed(solna, "--planned")
    assert (plan["op"], plan["date"], plan["areas"]) == ("plan", "2022-10-10", ["haga"])


@pytest.mark.parametrize(
    "option", ["--until 2022-10-10", "--period oktober", "--approx", "--plan last", "--no-plan"]
)
def test_what_a_plan_has_not(solna: World, option: str) -> None:
    """An option that says nothing of what is booked is refused by its name, and nothing is stored."""
    solna.did("plan", "walk", "--date", "2022-10-03")
    result = solna.run("amend", "last", "--reason", "fel", *option.split())
    name = option.split(maxsplit=1)[0]
    assert result.code == 2
    assert result.err.startswith(f"Fel: {name} kan inte användas för det som är inbokat\n")
    assert len(solna.stored()) == 1


def test_the_link_to_a_plan_may_be_amended(solna: World) -> None:
    """`--plan` links afterwards and `--no-plan` takes the link away; the same link again changes nothing."""
    solna.counting().did("log", "walk")
    solna.did("plan", "walk", "--date", "2022-10-03")
    amend(solna, "0001", "--plan", "0002")
    assert solna.figures()[0]["booked"] == 0
    assert solna.run("amend", "0001", "--plan", "0002", "--reason", "fel").err.startswith(
        "Fel: posten har redan det innehållet; inget är sparat: trygghetsvandring, 2 april 2022\n"
    )
    amend(solna, "0001", "--no-plan")
    assert solna.figures()[0]["booked"] == 1
    assert solna.stored()[-1]["set"] == {"plan": None}


# --- the agreement of the day


def test_an_amended_date_that_no_agreement_covers(solna: World) -> None:
    """A record may move to a day without an agreement; the notice says that it counts once there is one."""
    solna.on("2023-02-01").did("log", "walk", "--date", "2022-12-30")
    result = solna.run("amend", "last", "--date", "2023-01-10", "--reason", "fel år")
    assert result.code == 0
    assert "Inget avtal gäller 10 januari 2023; posten räknas när det finns ett." in result.err


def test_the_words_are_those_of_the_agreement_of_the_new_day(solna: World) -> None:
    """A kept word that the other agreement has not is refused; given anew or cleared, it is accepted."""
    text = SHIPPED.read_text(encoding="utf-8").replace("2022-", "2023-").replace("haga:", "nyhaga:")
    (solna.folder / "promises-2023.yaml").write_text(text, encoding="utf-8")
    solna.on("2023-02-01").did("log", "walk", "--date", "2022-12-30", "--area", "haga")
    refused = solna.run("amend", "last", "--date", "2023-01-10", "--reason", "fel år")
    assert refused.code == 2
    assert "”haga” finns inte i promises-2023.yaml" in refused.err
    assert len(solna.stored()) == 1
    amend(solna, "last", "--date", "2023-01-10", "--area", "nyhaga")
    assert [record["areas"] for record in listed(solna)] == [["nyhaga"]]


def test_days_that_an_amendment_does_not_touch_need_not_be_allowed_today(solna: World) -> None:
    """A record that a colleague's clock put ahead can have its note amended, and its date."""
    put(solna.folder / "log", chain(walk(1, day=(solna.time + timedelta(days=9)).date())))
    amend(solna, "0001", "--note", "Vid torget")
    amend(solna, "0001", "--date", "2022-04-02")
    assert listed(solna)[0]["date"] == "2022-04-02"


# --- what other programs write


def test_a_redacted_record_is_not_amended(solna: World) -> None:
    """It could bring back what was taken out; it can be made void and logged again."""
    redaction = record(2, Redaction("kommun", identifier(1), ("note",), "ett namn"), "redact")
    put(solna.folder / "log", chain(walk(1, note="Anna"), redaction))
    assert solna.run("amend", "0001", "--count", "2", "--reason", "fel").code == 2
    solna.did("void", "0001", "--reason", "loggas på nytt")
    assert listed(solna) == []


def test_a_void_beats_an_amendment_whatever_their_order(solna: World) -> None:
    """An amendment that is later than a void changes what is listed as void and counts nothing."""
    lines = [
        json.dumps(fields, separators=(",", ":")).encode() + b"\n"
        for fields in (
            written(1),
            written(2, "void", of=identifier(1), reason="dubbel", date=None, kinds=None),
            written(3, "amend", of=identifier(1), set={"count": 5}, reason="sent", date=None, kinds=None),
        )
    ]
    put(solna.folder / "log", [line[:-2] + b',"sum":"0000000000000000"}\n' for line in lines])
    assert solna.figures()[0]["done"] == 0
    (void,) = listed(solna, "--voided")
    assert (void["count"], void["void"]) == (5, True)


def test_an_amendment_with_fields_of_another_program_is_kept(solna: World) -> None:
    """Unknown fields in a record do not hinder its correction."""
    solna.did("log", "walk")
    path = solna.log_file
    path.write_bytes(path.read_bytes().replace(b'"kinds"', b'"x-weather":"rain","kinds"'))
    amend(solna, "last", "--count", "2")
    (now,) = listed(solna)
    assert (now["count"], now["x-weather"]) == (2, "rain")
