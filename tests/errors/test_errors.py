"""The gallery of bad input: every error by the input that makes it, and exactly what is said about it.

`promises/` holds bad promise files (a folder where it takes several) and `log/` logs with bad lines, each
with what standard error gets in Swedish (`NAME.sv.txt`) and in English (`NAME.en.txt`); what is too large,
too long or not even text is made here. `commands.yaml` holds command lines that are refused, some of
them about the records of `polis.jsonl`.
"""

import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
import yaml

from medborgarloften.render.words.texts.errors import TEXTS
from world import PROGRAM, SHIPPED, Result, World

HERE = Path(__file__).parent
PROMISES, LOG = HERE / "promises", HERE / "log"
LANGUAGES = ("sv", "en")
FILE = "promises-2022.yaml"

_MINIMAL = (HERE / "minimal.yaml").read_bytes()

MADE_PROMISES = {
    "brackets": b"[" * 100_000,
    "large": b"#" * (1 << 20) + b"\n",
    "not-utf8": "loften: 1\nmunicipality: Järfälla\n".encode("latin-1"),
    "many": _MINIMAL + b"".join(b"key-%d: 1\n" % number for number in range(51)),
    "many-and-one": _MINIMAL + b"".join(b"key-%d: 1\n" % number for number in range(21)),
    "values": b"loften: 1\nx-list:\n" + b"  - a\n" * 50_001,
}
_TWO_GOOD_LINES = b"".join((LOG / "not-json.jsonl").read_bytes().splitlines(keepends=True)[:2])
MADE_LOGS = {
    "long": _TWO_GOOD_LINES + b'{"v":1,"note":"' + b"x" * (64 << 10) + b'"}\n',
    "not-utf8": _TWO_GOOD_LINES + '{"v":1,"note":"Järva"}\n'.encode("latin-1"),
    "zero-bytes": _TWO_GOOD_LINES + b"\0" * 4096 + b"\n",
}
COUNTED = {"edited": 3, "middle": 3, "torn": 3}  # records; else two
COMPLETE = ("edited", "line-gone", "torn")  # `status --check` has nothing against these
COMMANDS: list[dict[str, Any]] = yaml.safe_load((HERE / "commands.yaml").read_text(encoding="utf-8"))

every_language = pytest.mark.parametrize("language", LANGUAGES)


def _cases(folder: Path) -> list[str]:
    return sorted(path.name.removesuffix(".sv.txt") for path in folder.glob("*.sv.txt"))


def _expected(folder: Path, name: str, language: str) -> str:
    return (folder / f"{name}.{language}.txt").read_text(encoding="utf-8")


def _sources(folder: Path, name: str, suffix: str) -> list[Path]:
    """Return the files of a case: its own, or those in the folder of that name."""
    own = folder / f"{name}{suffix}"
    return [own] if own.exists() else sorted((folder / name).glob(f"*{suffix}"))


def _logged(world: World) -> dict[Path, bytes]:
    """Return every file of a log, in the workspace or elsewhere."""
    return {path: path.read_bytes() for path in world.folder.parent.rglob("*.jsonl")}


# --- promise files


def _lay_promises(name: str, folder: Path) -> None:
    (folder / FILE).unlink()
    if name == "folder":
        (folder / FILE).mkdir()
    elif name in MADE_PROMISES:
        (folder / FILE).write_bytes(MADE_PROMISES[name])
    else:
        for path in _sources(PROMISES, name, ".yaml"):
            shutil.copy(path, folder / (FILE if path.parent == PROMISES else path.name))


@every_language
@pytest.mark.parametrize("name", _cases(PROMISES))
def test_a_bad_promise_file_is_refused_with_all_that_is_wrong(solna: World, name: str, language: str) -> None:
    """Every command ends with exit code 3 and says the same; nothing is logged and no log is made."""
    _lay_promises(name, solna.folder)
    for command in (("log", "walk"), ("status",), ("promises",)):
        result = solna.run("--lang", language, *command)
        assert result.err == _expected(PROMISES, name, language)
        assert result == Result(3, "", result.err)
    assert not _logged(solna)
    assert not (solna.folder / "log").exists()


def test_several_findings_come_in_the_order_of_the_lines() -> None:
    """All that is wrong in a file is said at once, from its first line to its last."""
    lines = re.findall(
        rf"^{FILE}:([0-9]+):([0-9]+): ", _expected(PROMISES, "all-at-once", "sv"), re.MULTILINE
    )
    places = [(int(line), int(column)) for line, column in lines]
    assert places == sorted(places)
    assert len(places) == 6


@pytest.mark.parametrize(("name", "findings"), [("many", 51), ("many-and-one", 21)])
def test_of_many_findings_the_first_are_listed(solna: World, name: str, findings: int) -> None:
    """An error lists twenty and the number of the others; `check` knows them all."""
    _lay_promises(name, solna.folder)
    assert solna.run("status").err.count("finns inte i formatet") == 20
    assert len(solna.run("check", "--format", "json").json["findings"]) == findings


@pytest.mark.parametrize("word", ["NO", "no", "off", "12:30", "1_000", "2022-01-01"])
def test_what_yaml_1_1_takes_for_something_else_is_a_text(solna: World, word: str) -> None:
    """`NO` is a municipality called NO, and neither false nor an error; likewise times and dates."""
    text = (HERE / "minimal.yaml").read_text(encoding="utf-8")
    (solna.folder / FILE).write_text(text.replace("Solna", word), encoding="utf-8")
    result = solna.run("promises")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith(f"{word} · Medborgarlöften 2022\n")


def test_a_promise_file_is_read_only_where_it_is_a_file(solna: World) -> None:
    """A named pipe in the place of a promise file is refused, and not waited for."""
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no named pipes")
    (solna.folder / FILE).unlink()
    os.mkfifo(solna.folder / FILE)
    result = solna.run("status")
    assert (result.code, result.out) == (4, "")
    assert result.err.startswith(f"Fel: {solna.folder / FILE} kan inte läsas: det är ingen vanlig fil\n")


# --- the log


@every_language
@pytest.mark.parametrize("name", _cases(LOG))
def test_bad_lines_are_named_and_the_others_count(solna: World, name: str, language: str) -> None:
    """`status` names file and line and shows the rest, exit 0; `--check` refuses what cannot be counted."""
    (solna.folder / "log").mkdir()
    for path in _sources(LOG, name, ".jsonl"):
        shutil.copy(path, solna.folder / "log")
    if name in MADE_LOGS:
        (solna.folder / "log" / f"{name}.jsonl").write_bytes(MADE_LOGS[name])
    before = _logged(solna)
    table = solna.run("--lang", language, "status", COLUMNS="160")
    document = solna.run("--lang", language, "status", "--format", "json")
    check = solna.run("--lang", language, "status", "--check")
    assert document.err + check.err == _expected(LOG, name, language)
    assert (table.code, document.code, check.code) == (0, 0, 0 if name in COMPLETE else 3)
    assert set(document.err.splitlines()) <= set(table.out.splitlines())
    assert document.json["records"]["counted"] == COUNTED.get(name, 2)
    assert solna.run("log", "walk").code == 0
    assert before.items() <= _logged(solna).items()


# --- command lines


@every_language
@pytest.mark.parametrize("case", COMMANDS, ids=lambda case: case["it"])
def test_a_wrong_command_line_is_refused(solna: World, case: dict[str, Any], language: str) -> None:
    """The exit code and the sentences are exactly these; standard output stays empty, the log as it was."""
    shutil.copy(HERE / case["file"] if "file" in case else SHIPPED, solna.counting().folder / FILE)
    for command in ("log walk", *case.get("before", ())):
        assert solna.run(*shlex.split(command)).code == 0
    if "log" in case:
        source = HERE / case["log"]
        for path in source.iterdir() if source.is_dir() else (source,):
            shutil.copy(path, solna.folder / "log")
    before = _logged(solna)
    solna.on(case.get("today", "2022-04-02"))
    environ = case.get("environ", {"LOFTEN_DIR": str(solna.folder)})
    result = solna.run_bare(*shlex.split(case["run"]), LOFTEN_LANG=language, **environ)
    assert result.err == case[language]
    assert result == Result(case["code"], "", result.err)
    assert _logged(solna) == before


TOO_LONG = {
    "sv": (
        "Fel: posten blir 200 155 byte, och högst 65 536 ryms; inget är sparat\n"
        "  Korta texten, eller lägg den i ett dokument och länka med --ref.\n"
    ),
    "en": (
        "Error: the record would be 200,155 bytes, and at most 65,536 fit; nothing was stored\n"
        "  Shorten the text, or put it in a document and link it with --ref.\n"
    ),
}
NOT_UTF8 = {
    "sv": "Fel: argumentet 'Sk\\udcf6n' är inte UTF-8\n  Ställ in terminalen på UTF-8.\n",
    "en": "Error: the argument 'Sk\\udcf6n' is not UTF-8\n  Set the terminal to UTF-8.\n",
}


@every_language
def test_a_note_of_100_kb_is_refused(solna: World, language: str) -> None:
    """A record that does not fit into a line of 64 KiB is refused with its size; nothing is stored."""
    result = solna.run("--lang", language, "log", "walk", "--note", "å" * 100_000)
    assert result == Result(2, "", TOO_LONG[language])
    assert not _logged(solna)


@every_language
def test_an_argument_that_is_not_utf8_is_refused(solna: World, language: str) -> None:
    """An argument in another encoding is refused: what it means is not guessed."""
    result = solna.run("--lang", language, "log", "walk", "--note", "Sk\udcf6n")
    assert result == Result(2, "", NOT_UTF8[language])
    assert not _logged(solna)


IN_THE_WAY = {
    "sv": (
        "Fel: {} är en länk eller en mapp; rapporten har inte skrivits\n  Ange en annan plats med --output.\n"
    ),
    "en": (
        "Error: {} is a link or a folder; the report was not written\n  Give another place with --output.\n"
    ),
}


@every_language
@pytest.mark.parametrize("thing", ["a link", "a link to nothing", "a folder"])
def test_a_report_where_there_is_a_link_or_a_folder_is_refused(
    solna: World, language: str, thing: str
) -> None:
    """What is in the way of a report is left as it is, also with `--replace`."""
    place = solna.folder / "reports" / "2022-03.md"
    place.parent.mkdir()
    if thing == "a folder":
        place.mkdir()
    else:
        place.symlink_to(solna.folder / (FILE if thing == "a link" else "nowhere"))
    for more in ((), ("--replace",)):
        result = solna.run("--lang", language, "report", "--format", "md", *more)
        assert result == Result(4, "", IN_THE_WAY[language].format(place))
    assert place.is_symlink() is (thing != "a folder")
    assert (solna.folder / FILE).read_bytes() == SHIPPED.read_bytes()


# --- identity numbers


@every_language
@pytest.mark.parametrize("option", ["--note", "--ref", "--source", "--area", "--count", "-q", "--date"])
@pytest.mark.parametrize(
    "number", ["790819-1237", "19790819-1237", "7908191237", "790819+1237", "790879 1234", "790819-1234"]
)
def test_an_identity_number_is_repeated_nowhere(
    solna: World, tmp_path: Path, language: str, option: str, number: str
) -> None:
    """A number, mistyped or not, is refused, and stands in no output and in no file afterwards."""
    result = solna.run("--lang", language, "log", "walk", option, f"Anna Ek {number}")
    assert result.code == (5 if option in ("--note", "--ref", "--source") else 2)
    assert not _logged(solna)
    files = (path for path in tmp_path.rglob("*") if path.is_file() and path.name != FILE)
    for text in (result.out, result.err, *(path.read_text(encoding="utf-8") for path in files)):
        assert number not in text
        assert re.sub("[^0-9]", "", number) not in text


# --- whatever happens


def test_the_program_itself_shows_no_traceback(solna: World) -> None:
    """The installed program says of a hostile file what the tests in memory see, in UTF-8 and in bytes."""
    _lay_promises("brackets", solna.folder)
    command = [*PROGRAM, "--dir", str(solna.folder), "log", "walk"]
    done = subprocess.run(command, capture_output=True, check=False, stdin=subprocess.DEVNULL)
    assert done.returncode == 3
    assert done.stdout == b""
    assert done.stderr.decode().splitlines() == _expected(PROMISES, "brackets", "sv").splitlines()


def test_what_nobody_thought_of_is_no_traceback_either(solna: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error of the program itself ends with exit code 4, also where it hides which language to speak."""

    def fail(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr("medborgarloften.files.promise_file.read.read_all", fail)
    result = solna.run("status")
    assert (result.code, result.out) == (4, "")
    assert result.err.startswith("Fel: något oväntat gick fel (RecursionError); ")
    assert "Traceback" not in result.err


# --- the gallery itself


@pytest.mark.parametrize(
    ("folder", "suffix", "made"),
    [(PROMISES, ".yaml", {*MADE_PROMISES, "folder"}), (LOG, ".jsonl", {*MADE_LOGS})],
    ids=["promises", "log"],
)
def test_every_case_is_whole(folder: Path, suffix: str, made: set[str]) -> None:
    """Every input has its messages in both languages, and every message its input."""
    inputs = {path.name.removesuffix(suffix) for path in folder.iterdir() if path.suffix in (suffix, "")}
    assert not inputs & made
    for language in LANGUAGES:
        texts = {path.name for path in folder.glob(f"*.{language}.txt")}
        assert texts == {f"{name}.{language}.txt" for name in inputs | made}


_ELSEWHERE = (
    "reason.",  # the operating system's refusals, and what follows from them, are tested with the files
    "lock.",
    "write.",
    "output.",
    "file.unreadable",
    "workspace.no_example",
    "workspace.nowhere",
    "workspace.occupied",  # with the tests of workspaces
    "workspace.in_the_way",  # with the tests of `init`
    "internal",
    "id.last_unreadable",  # with the tests of `void`: the name of the own file is each machine's
    "record.long",  # above
    "usage.not_utf8",
    "usage.other",  # for an error of Typer's that does not exist yet
)


@pytest.mark.parametrize("key", [key for key in TEXTS if not key.startswith(_ELSEWHERE)])
def test_every_sentence_is_in_the_gallery(key: str) -> None:
    """What a user's own files and words may bring about has been read in its place, in both languages."""
    for place, language in enumerate(LANGUAGES):
        texts = [path.read_text(encoding="utf-8") for path in HERE.glob(f"*/*.{language}.txt")]
        shown = "\n".join([*texts, *(case[language] for case in COMMANDS)])
        pattern = ".*".join(re.escape(literal) for literal, *_ in Formatter().parse(TEXTS[key][place]))
        assert re.search(pattern, shown), TEXTS[key][place]
