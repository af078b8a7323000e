"""Identity numbers: refused where a text is stored, masked wherever one is shown, and kept out of reports.

What does not fit its check digit is a mistyped person, unless whoever wrote the text vouches for it.
"""

import json
import shutil
from typing import Any

import pytest

from logs import identifier, put, raw, written
from medborgarloften.domain.privacy import MASK
from medborgarloften.files.promise_file.read import read_agreement
from world import SHIPPED, World

NUMBER, WRONG = "790819-1237", "790819-1234"
DIGITS = "790819"
TEXT = f"Anna {NUMBER}, Kalle {WRONG}"
CASE_NUMBER = f"ärende {WRONG}"  # which is no person
LOG = "kommun-000000.jsonl"

PROMISES = f"""\
loften: 1
municipality: {TEXT}
title: {TEXT}
period: {{from: 2022-01-01, to: 2022-12-31}}
source: {TEXT}
contact: {{sv: "{TEXT}", en: "{TEXT}"}}
parties: {{city: "{TEXT}"}}
areas:
  hagalund: {{name: "{TEXT}", aliases: ["{NUMBER}"]}}
kinds:
  walk: {{name: "{TEXT}", plural: "{TEXT}", tags: {{light: "{TEXT}"}}}}
quantities: {{persons: "{TEXT}"}}
promises:
  - id: walks
    text: {TEXT}
    parties: [city]
    areas: [hagalund]
    rule: {TEXT}
    decision: {TEXT}
    targets:
      - {{count: walk, at_least: 4, name: "{TEXT}", each_area: [hagalund]}}
"""


def _everything() -> list[dict[str, Any]]:
    """Return the lines of another writer's file with numbers in every text of every operation."""
    said: dict[str, Any] = {"by": TEXT, "x-who": {TEXT: [TEXT, 7908191237]}}
    words: dict[str, Any] = {
        "kinds": ["walk", NUMBER],
        "areas": ["hagalund", NUMBER],
        "parties": [NUMBER],
        "tags": [NUMBER],
    }
    told: dict[str, Any] = {"note": TEXT, "ref": TEXT, "source": TEXT, "quantities": {NUMBER: 3}}
    no_act: dict[str, Any] = {"date": None, "kinds": None}
    return [
        written(1, **said, **words, **told),
        written(2, "plan", **{**said, **words, **told, "date": "2022-09-01"}),
        written(3, "comment", **said, promise="walks", kinds=None, text=TEXT, verdict="partly"),
        written(4, "comment", **said, promise=f"a{NUMBER}", kinds=None, text=TEXT),
        written(
            5, "amend", **said, **no_act, of=identifier(1), reason=TEXT, set={"ref": TEXT, "tags": [WRONG]}
        ),
        written(6, **said, kinds=["walk"], note=TEXT),
        written(7, "void", **said, **no_act, of=identifier(6), reason=TEXT),
        written(8, "redact", **said, **no_act, of=identifier(2), fields=["ref", TEXT], reason=TEXT),
    ]


@pytest.fixture
def spoilt(solna: World) -> World:
    """Return a workspace that names people in everything that a file, or a file's name, can say."""
    folder = solna.folder.parent / f"Anna {NUMBER}" / "ws"
    shutil.copytree(solna.folder, folder)
    for path in folder.glob("promises*.yaml"):
        path.unlink()
    (folder / f"promises-{NUMBER}.yaml").write_text(PROMISES, encoding="utf-8")
    previous, lines = "", []
    for fields in _everything():
        lines.append(raw(fields, previous))
        previous = json.loads(lines[-1])["sum"]
    put(folder / "log", [*lines, b'{"torn'], f"polis-{NUMBER}.jsonl")
    return World(folder, solna.environ).on("2022-04-05")


VIEWS = [
    *(("status", "--format", form) for form in ("table", "json", "csv", "md")),
    ("status", "--since", "2022-01-01", "--area", "hagalund", "--party", "city"),
    ("status", "--check"),
    *(("list", "--planned", "--voided", "--format", form) for form in ("table", "json", "csv", "md")),
    *(
        ("show", identifier(number), "--format", form)
        for number in (1, 2, 3, 4, 6)
        for form in ("text", "json")
    ),
    ("promises",),
    ("promises", "1"),
    *(("check", "--format", form) for form in ("text", "json")),
    ("report", "--month", "2022-03"),
    ("log", "walk", "--area", "hagalund"),
    ("log", NUMBER),
    ("void", identifier(1)[-4:], "--reason", "fel"),
    ("init",),
]


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("command", VIEWS, ids=" ".join)
def test_no_command_shows_a_number_from_a_file(
    spoilt: World, command: tuple[str, ...], language: str
) -> None:
    """Whatever another writer's file, a promise file or their names hold, in no output is a number of it."""
    result = spoilt.run("--lang", language, *command)
    assert result.code in (0, 1, 2, 3, 5), result
    assert DIGITS not in result.out + result.err
    assert "internal" not in result.err
    if command[0] in ("list", "show", "promises", "report"):
        assert "●" in result.out + result.err or result.code


@pytest.mark.parametrize(
    "words", [["status", "--area", ""], ["show", ""], ["comment", ""], ["log", "walk", "-q", ""]]
)
def test_completion_shows_none(spoilt: World, words: list[str]) -> None:
    """A shell is offered names with the mask."""
    line = "\n".join(["loften", "--dir", str(spoilt.folder), *words, str(len(words) + 3)])
    assert DIGITS not in spoilt.run_bare(_LOFTEN_COMPLETE=line).out


STORING = {
    "log": ("log", "walk", "--note"),
    "plan": ("plan", "walk", "--date", "2022-09-01", "--ref"),
    "amend": ("amend", "last", "--reason", "fel", "--source"),
    "amend, reason": ("amend", "last", "--count", "3", "--reason"),
    "void": ("void", "last", "--reason"),
    "comment": ("comment", "5"),
}


@pytest.mark.parametrize("name", STORING)
def test_a_mistyped_number_is_refused_unless_somebody_vouches(solna: World, name: str) -> None:
    """It is refused with nothing stored; with `--not-personal` it is stored, and the record says so."""
    solna.did("log", "walk")
    refused = solna.run(*STORING[name], CASE_NUMBER)
    assert (refused.code, refused.out) == (5, "")
    assert "--not-personal" in refused.err
    assert DIGITS not in refused.err
    assert len(solna.stored()) == 1
    assert solna.run(*STORING[name], CASE_NUMBER, "--not-personal").code == 0
    assert solna.stored()[-1]["not_personal"] is True


@pytest.mark.parametrize("name", STORING)
def test_nobody_can_vouch_for_a_fitting_check_digit(solna: World, name: str) -> None:
    """What certainly is a number is refused all the same, and the option is not offered."""
    solna.did("log", "walk")
    refused = solna.run(*STORING[name], f"Anna {NUMBER}", "--not-personal")
    assert (refused.code, refused.out) == (5, "")
    assert "--not-personal" not in refused.err
    assert len(solna.stored()) == 1


@pytest.mark.parametrize(
    "text", ["2022-03-14 1800-2000", "1200 deltagare", "2022-03-14 1800", "dnr KS 2026/123"]
)
def test_times_and_counts_are_stored(solna: World, text: str) -> None:
    """What people write of a meeting is no identity number, and needs no option."""
    solna.did("log", "walk", "--note", text)
    (record,) = solna.stored()
    assert (record["note"], record.get("not_personal")) == (text, None)
    assert solna.run("check").code == 0


@pytest.mark.parametrize("number", [NUMBER, WRONG, "197908191237"])
def test_a_writer_is_not_called_by_a_number(solna: World, number: str) -> None:
    """Every record and the file's name carry the label: with a number in it nothing is stored."""
    for command in (("log", "walk"), ("plan", "walk", "--date", "2022-09-01"), ("comment", "5", "Bra.")):
        result = solna.run(*command, LOFTEN_WRITER=number)
        assert (result.code, result.out) == (5, "")
        assert "LOFTEN_WRITER" in result.err
        assert DIGITS not in result.err
    assert not (solna.folder / "log").exists()


# --- what is vouched for is shown


def _laid(world: World, *lines: dict[str, Any]) -> World:
    previous, done = "", []
    for fields in lines:
        done.append(raw(fields, previous))
        previous = json.loads(done[-1])["sum"]
    put(world.folder / "log", done, LOG)
    return world.on("2022-04-05")


def test_what_is_vouched_for_is_shown_and_reported(solna: World) -> None:
    """The case number stands in lists and in every format of the report, and `check` is silent."""
    world = _laid(solna, written(1, note=CASE_NUMBER, not_personal=True))
    assert world.run("check").code == 0
    assert CASE_NUMBER in world.did("list", "--format", "csv")
    assert CASE_NUMBER in world.did("show", identifier(1))
    world.did("report", "--month", "2022-03", "--format", "json")
    assert CASE_NUMBER in (world.folder / "reports" / "2022-03.json").read_text(encoding="utf-8")


def test_the_mark_is_of_one_record_only(solna: World) -> None:
    """Beside a record that is vouched for, the mistyped number of another one stops check and report."""
    world = _laid(solna, written(1, note=CASE_NUMBER, not_personal=True), written(2, note=f"Kalle {WRONG}"))
    assert f"{LOG}:2: " in world.run("check").out
    assert f"{LOG}:1: " not in world.run("check").out
    refused = world.run("report", "--month", "2022-03")
    assert refused.code == 5
    assert identifier(2) in refused.err
    listed = world.did("list", "--format", "csv")
    assert CASE_NUMBER in listed
    assert f"Kalle {MASK}" in listed


@pytest.mark.parametrize("text", [CASE_NUMBER, "ett ärende"])
def test_an_older_text_can_be_vouched_for_or_taken_out(solna: World, text: str) -> None:
    """An amendment that repeats the text with `--not-personal`, or replaces it, lets the report be made."""
    world = _laid(solna, written(1, note=CASE_NUMBER))
    assert world.run("report", "--month", "2022-03").code == 5
    world.did("amend", identifier(1), "--note", text, "--not-personal", "--reason", "inget personnummer")
    assert world.run("report", "--month", "2022-03").code == 0
    assert world.run("check").code == (0 if text == CASE_NUMBER else 1)  # the line is as it was
    assert text in world.did("list", "--format", "csv")


def test_copies_that_differ_in_the_mark_are_in_conflict(solna: World) -> None:
    """Whether somebody vouches for a text is a part of the record."""
    put(solna.folder / "log", raw(written(1, not_personal=True)), "a-000000.jsonl")
    put(solna.folder / "log", raw(written(1)), "b-000000.jsonl")
    assert solna.status()["records"]["conflicts"] == 1


def test_a_mask_that_somebody_wrote_stops_no_report(solna: World) -> None:
    """Who copies a masked text from a list into a note has named nobody."""
    world = _laid(solna, written(1, note=f"Anna {MASK}"))
    assert world.run("check").code == 0
    assert world.run("report", "--month", "2022-03").code == 0


def test_a_number_that_the_report_does_not_show_does_not_stop_it(solna: World) -> None:
    """A note of February is in no report on March."""
    world = _laid(solna, written(1, date="2022-02-14", note=f"Kalle {WRONG}"))
    assert world.run("report", "--month", "2022-03").code == 0
    assert world.run("report", "--month", "2022-02").code == 5


@pytest.mark.parametrize(
    "text",
    [f'K "{WRONG}" <b>', f"a_b*{WRONG}", f"två\nrader {WRONG}", f"flik\t{WRONG}", f"{'lång' * 10}:{WRONG}"],
)
@pytest.mark.parametrize("form", ["html", "md", "json"])
def test_the_refusal_names_the_record_in_every_format(solna: World, form: str, text: str) -> None:
    """However a format writes a text, the record that holds the number is named, not another one."""
    other = written(1, date="2022-02-14", note=f"Kalle {WRONG}")
    refused = _laid(solna, other, written(2, note=text)).run("report", "--month", "2022-03", "--format", form)
    assert refused.code == 5
    assert identifier(2) in refused.err


def test_the_files_that_hold_a_number_are_left_as_they_are(spoilt: World) -> None:
    """Masking is for what is shown: what is stored stays, for whoever must redact it."""
    before = {path: path.read_bytes() for path in spoilt.folder.rglob("*.jsonl")}
    spoilt.run("list")
    assert {path: path.read_bytes() for path in spoilt.folder.rglob("*.jsonl")} == before


def test_the_shipped_agreement_has_no_number() -> None:
    """Its contact has a phone number, its period two dates: they are shown as they are."""
    assert not read_agreement(SHIPPED, None).masked
