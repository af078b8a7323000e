"""`loften check --accept`: a loss is put to rest with its reason, and what goes missing next is not."""

import json
import re
from pathlib import Path

import pytest

from logs import chain, put, walk
from world import Result, World

OTHER = "polis-111111.jsonl"
FIVE = chain(*(walk(number) for number in range(1, 6)))
ALL = ("report", "--month", "2022-03", "--format", "html", "--format", "md", "--format", "json")
WELL = Result(0, "", "")


@pytest.fixture
def lost(solna: World) -> World:
    """Return a workspace in which another writer's file has lost three of five records."""
    put(solna.folder / "log", FIVE, OTHER)
    assert solna.run("check") == WELL
    put(solna.folder / "log", FIVE[:2], OTHER)
    return solna


def own_file(world: World) -> Path:
    """Return the file that the program writes."""
    (path,) = (world.folder / "log").glob("kommun-*.jsonl")
    return path


def report(world: World, form: str) -> str:
    """Return the report of March in a format."""
    return (world.folder / "reports" / f"2022-03.{form}").read_text(encoding="utf-8")


def test_a_trial_that_was_thrown_away_is_put_to_rest(solna: World) -> None:
    """Someone began in earnest in the folder of the trial: one command ends the warnings, and keeps why."""
    solna.run("log", "walk", "--date", "2022-03-01")
    file = own_file(solna)
    file.unlink()
    file.parent.rmdir()
    gone = f"Varning: {file.name} saknas i loggen. Återställ den från en säkerhetskopia. "
    remedy = f'Finns ingen: loften check --accept {file.name} --reason "…"'
    assert solna.run("log", "walk", "--date", "2022-03-02").err == f"{gone}{remedy}\n"
    finding = f"{file.name}: poster som fanns i filen saknas nu\n  Återställ dem från en säkerhetskopia. "
    assert solna.run("check") == Result(1, f"{finding}{remedy}\n", "")
    assert solna.run("status", "--check") == Result(3, "", f"{finding}{remedy}\n")
    assert solna.run(*ALL).code == 3
    moved = World(solna.folder.rename(solna.folder.with_name("moved")), solna.environ)
    assert moved.run("check") == Result(1, f"{finding}{remedy}\n", "")
    answer = moved.did("check", "--accept", file.name, "--reason", "provposter som kastades")
    assert answer.startswith(f"Godtaget: {file.name}, förlorade poster (")
    assert moved.run("check") == WELL
    assert moved.run("status", "--check").code in (0, 1)
    assert moved.run("log", "walk").err == ""
    assert moved.run(*ALL).code == 0
    record = moved.stored()[1]
    assert list(record) == ["v", "op", "id", "at", "by", "file", "had", "has", "reason", "sum"]
    assert (record["op"], record["file"], record["reason"]) == (
        "accept",
        file.name,
        "provposter som kastades",
    )
    assert (record["had"]["records"], record["has"]) == (1, {"records": 1, "sum": moved.stored()[0]["sum"]})


def test_every_command_names_the_remedy(lost: World) -> None:
    """Tables and documents, and what is logged, as long as the loss is not accepted."""
    remedy = f'loften check --accept {OTHER} --reason "…"'
    commands = (
        ("log", "walk"),
        ("amend", "last", "--note", "Torget", "--reason", "fel"),
        ("comment", "5", "Bra."),
        ("show", "last"),
        ("list",),
        ("status",),
        ("status", "--format", "json"),
        ("check",),
    )
    for words in commands:
        result = lost.run(*words)
        assert remedy in " ".join((result.out + result.err).split()), words
    lost.did("check", "--accept", OTHER, "--reason", "disken gick sönder")
    for words in commands:
        result = lost.run(*words)
        assert (result.code, "Varning" in result.out + result.err) == (0, False), words


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_reason_stands_in_every_report(lost: World, language: str) -> None:
    """With the day and how much was lost; the file's name, which has the writer's, does not."""
    lost.did("check", "--accept", OTHER, "--reason", "disken gick sönder")
    assert lost.run("--lang", language, *ALL).code == 0
    said = {
        "sv": ["Godtagna förluster", "2 april 2022: 3 förlorade poster. Skäl: disken gick sönder"],
        "en": ["Accepted losses in the log", "2 April 2022: 3 lost records. Reason: disken gick sönder"],
    }
    for form in ("html", "md"):
        text = report(lost, form).replace("\N{NO-BREAK SPACE}", " ").replace("&nbsp;", " ")
        assert [line for line in said[language] if line not in text] == []
        assert "polis-" not in text
    (accepted,) = json.loads(report(lost, "json"))["log"]["accepted"]
    assert {key: accepted[key] for key in ("had", "has", "damaged", "torn", "edited", "reason")} == {
        "had": 5,
        "has": 2,
        "damaged": 0,
        "torn": False,
        "edited": 0,
        "reason": "disken gick sönder",
    }


def test_a_report_with_an_identity_number_in_a_reason_is_refused(solna: World) -> None:
    """Another program may have written it."""
    loss = {"file": OTHER, "had": {"records": 1, "sum": ""}, "has": None, "reason": "790819-1237"}
    ident = "018f0000-0000-7000-8000-000000000001"
    line = {"v": 1, "op": "accept", "id": ident, "at": "2022-01-01T00:00:00.000Z", "by": "polis", **loss}
    put(solna.folder / "log", json.dumps({**line, "sum": "0" * 16}).encode(), OTHER)
    assert solna.run(*ALL).code == 5


# --- what a report may not leave out in silence


def _gone(world: World) -> None:
    (world.folder / "log" / OTHER).unlink()


def _shrunk(world: World) -> None:
    put(world.folder / "log", FIVE[:2], OTHER)


def _unfinished(world: World) -> None:
    put(world.folder / "log", [*FIVE[:4], FIVE[4][:50]], OTHER)


INCOMPLETE = {
    "vanished": (_gone, "en fil som saknas", "En av loggens filer saknas nu"),
    "shrunk": (_shrunk, "en fil som har förlorat poster", "En av loggens filer har förlorat poster"),
    "unfinished": (
        _unfinished,
        "en fil som slutar mitt i en rad",
        "En av loggens filer slutar mitt i en rad",
    ),
}


@pytest.mark.parametrize("sort", INCOMPLETE)
def test_a_report_of_a_log_that_lacks_records_is_refused(solna: World, sort: str) -> None:
    """It is written with `--allow-damaged` alone, and then says so in every format."""
    spoil, what, said = INCOMPLETE[sort]
    put(solna.folder / "log", FIVE[: 4 if sort == "unfinished" else 5], OTHER)
    assert solna.run(*ALL).code == 0
    before = [report(solna, form) for form in ("html", "md", "json")]
    spoil(solna)
    result = solna.run(*ALL, "--replace")
    assert (result.code, result.out) == (3, "")
    assert f"Fel: loggen är inte fullständig: {what}\n" in result.err
    assert [report(solna, form) for form in ("html", "md", "json")] == before
    assert solna.run(*ALL, "--replace", "--allow-damaged").code == 0
    assert said in report(solna, "html")
    assert said in report(solna, "md")
    records = json.loads(report(solna, "json"))["status"]["records"]
    assert {key: records[key] for key in INCOMPLETE} == {key: int(key == sort) for key in INCOMPLETE}


@pytest.mark.parametrize("sort", ["vanished", "shrunk"])
def test_check_for_cron_tells_a_loss_from_a_promise_that_is_behind(solna: World, sort: str) -> None:
    """Figures that are too small are no alarm of their own: exit code 3, the file and what to do."""
    put(solna.folder / "log", FIVE, OTHER)
    assert solna.run("status", "--check").code == 0
    INCOMPLETE[sort][0](solna)
    result = solna.run("status", "--check")
    assert (result.code, result.out) == (3, "")
    assert result.err.startswith(f"{OTHER}: ")
    assert f'loften check --accept {OTHER} --reason "…"' in result.err


def test_a_file_on_its_way_does_not_stop_cron(solna: World) -> None:
    """Another writer's file that ends in the middle of a line is usual while it is being copied."""
    _unfinished(solna)
    assert solna.run("status", "--check").code == 0
    assert "polis-111111.jsonl:5: filen slutar mitt i raden" in solna.run("status").out


def test_the_own_last_line_is_sealed_and_stops_nothing(solna: World) -> None:
    """What a crash left in the own file is no reason to refuse."""
    solna.run("log", "walk")
    path = own_file(solna)
    path.write_bytes(path.read_bytes() + b'{"v":1,"op":"lo')
    assert solna.run(*ALL).code == 0


def test_lines_that_cannot_be_read_are_accepted(solna: World) -> None:
    """They refuse no report then, are counted as accepted, and another one is damaged again."""
    put(solna.folder / "log", [*FIVE, b'{"v":1,"op":"log"}\n'], OTHER)
    assert solna.run(*ALL).code == solna.run("status", "--check").code == 3
    answer = solna.did("check", "--accept", OTHER, "--reason", "inget att hämta")
    assert answer.startswith(f"Godtaget: {OTHER}, en oläslig rad (")
    assert solna.run("check") == WELL
    assert solna.run("status", "--check").code == 0
    records = solna.status()["records"]
    assert (records["damaged"], records["accepted"]) == (0, 1)
    assert solna.run(*ALL).code == 0
    assert "en oläslig rad. Skäl: inget att hämta" in report(solna, "md")
    put(solna.folder / "log", [*FIVE, b'{"v":1,"op":"log"}\n', b"{}\n"], OTHER)
    assert solna.run("status", "--check").code == 3


@pytest.mark.parametrize(
    "spoilt", [FIVE[1].replace(b'"op"', b'"o', 1), b"xxxx\n", b""], ids=["bit", "line", "gone"]
)
def test_every_command_is_silent_of_the_line_after_an_accepted_gap(solna: World, spoilt: bytes) -> None:
    """Before, `check` and the tables name the same lines; afterwards none of them does, nor does a report."""
    put(solna.folder / "log", FIVE, OTHER)
    solna.did("check")
    put(solna.folder / "log", [FIVE[0], spoilt, *FIVE[2:]], OTHER)
    listed = re.findall(r"[.]jsonl:(\d):", solna.run("list").err)
    assert re.findall(r"[.]jsonl:(\d):", solna.run("check").out) == listed != []
    solna.did("check", "--accept", OTHER, "--reason", "bitfel")
    assert solna.run("check") == WELL
    assert solna.run("list").err == ""
    assert "Varning" not in solna.did("status")
    assert solna.status()["records"]["edited"] == 0
    assert solna.run(*ALL).err == ""
    assert OTHER not in report(solna, "md")


def test_the_line_after_a_gap_is_named_where_the_loss_is_accepted(solna: World) -> None:
    """As what it may be: edited by hand, or the one after what is gone."""
    put(solna.folder / "log", FIVE, OTHER)
    solna.did("check")
    put(solna.folder / "log", [FIVE[0], *FIVE[2:]], OTHER)
    answer = solna.did("check", "--accept", OTHER, "--reason", "bitfel")
    what = "en förlorad post och en rad som har ändrats för hand eller där raden före saknas"
    assert answer.startswith(f"Godtaget: {OTHER}, {what} (")


@pytest.mark.parametrize("looks", [True, False], ids=["read between", "not read"])
@pytest.mark.parametrize("at", [1, 2], ids=str)
def test_two_lines_lost_one_after_the_other_are_two_losses(solna: World, at: int, looks: bool) -> None:  # noqa: FBT001 - a parameter
    """In the own file, in which the acceptance itself makes up for the record that was lost."""
    for day in range(1, 6):
        solna.run("log", "walk", "--date", f"2022-03-0{day}")
    file = own_file(solna)
    for line in (1, at):
        if looks:
            assert solna.run("check") == WELL
        lines = file.read_bytes().splitlines(keepends=True)
        file.write_bytes(b"".join([*lines[:line], *lines[line + 1 :]]))
        assert f"{file.name}: poster som fanns i filen saknas nu" in solna.run("check").out
        assert solna.run(*ALL).code == solna.run("status", "--check").code == 3
        solna.did("check", "--accept", file.name, "--reason", "raderad")
    assert solna.run("check") == WELL
    assert solna.run(*ALL).code == 0


# --- how it is asked for


def test_only_the_file_that_was_named_is_accepted(lost: World) -> None:
    """The loss of another file is said at once, and after."""
    lost.run("log", "walk")
    own_file(lost).unlink()
    result = lost.run("check", "--accept", OTHER, "--reason", "disken gick sönder")
    assert result.code == 0
    assert "saknas i loggen" in result.err
    assert OTHER not in result.err
    findings = lost.run("check", "--format", "json").json["findings"]
    assert [finding["code"] for finding in findings] == ["check.shrunk"]


@pytest.mark.parametrize("word", [OTHER, f"log/{OTHER}", f"./log/{OTHER}"])
def test_a_file_may_be_named_by_its_path(lost: World, word: str) -> None:
    """As a shell completes it."""
    assert lost.run("check", "--accept", word, "--reason", "borta").code == 0


def test_a_name_with_a_space_is_quoted_in_the_remedy(solna: World) -> None:
    """What is shown can be typed as it stands."""
    put(solna.folder / "log", FIVE, "polis 1.jsonl")
    assert solna.run("check") == WELL
    (solna.folder / "log" / "polis 1.jsonl").unlink()
    assert 'loften check --accept "polis 1.jsonl" --reason' in solna.run("check").out
    assert solna.run("check", "--accept", "polis 1.jsonl", "--reason", "borta").code == 0
    assert solna.run("check") == WELL


def test_the_stored_record_can_be_had_as_json(lost: World) -> None:
    """As `log` prints it; `has` is null where the file is gone."""
    (lost.folder / "log" / OTHER).unlink()
    document = lost.run("check", "--accept", OTHER, "--reason", "borta", "--format", "json").json
    assert document == lost.stored()[0]
    assert (document["has"], document["had"]["records"]) == (None, 5)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_it_is_shown_like_any_record(lost: World, language: str) -> None:
    """By the end of its id, with the file, what was lost, and why."""
    lost.did("check", "--accept", OTHER, "--reason", "disken gick sönder")
    (*_, record) = [json.loads(line) for line in own_file(lost).read_bytes().splitlines()]
    shown = lost.did("--lang", language, "show", record["id"][-6:])
    head = {
        "sv": f"godtagen förlust: {OTHER}, 3 förlorade poster",
        "en": f"accepted loss: {OTHER}, 3 lost records",
    }
    assert shown.splitlines()[0] == head[language]
    assert "disken gick sönder" in shown.splitlines()[-1]
    assert lost.run("show", record["id"], "--format", "json").json["record"]["op"] == "accept"


def test_nothing_is_stored_outside_a_workspace(solna: World) -> None:
    """There is no log then, and none is made."""
    (solna.folder / "promises-2022.yaml").unlink()
    assert solna.run_bare("check", "--accept", OTHER, "--reason", "x").code == 3
    assert not (solna.folder / "log").exists()
