"""What is understood of a command line before any command runs: help, language, words and options."""

import os
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from medborgarloften.cli import _WITH_VALUE, app
from medborgarloften.cli.app import COMMANDS, Group
from world import PROGRAM, Result, World

STRANGE = ["o'hara", '"', "a 'b' c", "(nu)", "a (b", "rad\nrad", "åäö", "", "No such command 'x'.", "{word}"]


def group() -> Group:
    """Return the program's commands and options."""
    found = typer.main.get_command(app)
    assert isinstance(found, Group)
    return found


def params(command: str) -> list[Any]:
    """Return the parameters of a command; of the program for an empty word."""
    owner = group().get_command(None, command) if command else group()
    return list(owner.params)


def visible(word: str) -> str:
    """Return a word as an error shows it."""
    return word.replace("\n", "\\n")


# --- help


@pytest.mark.parametrize("words", ["", "-h", "help", "help help", "help -h", "help --help"])
def test_the_program_s_help(solna: World, words: str) -> None:
    """`loften` alone, `loften help` and `loften -h` show what `loften --help` shows."""
    expected = solna.run_bare("--help")
    assert expected.code == 0
    assert "loften log walk --area Hagalund" in expected.out
    assert solna.run_bare(*words.split()) == expected


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command(solna: World, command: str) -> None:
    """`loften help COMMAND` and `loften COMMAND -h` show what `loften COMMAND --help` shows."""
    expected = solna.run_bare(command, "--help")
    assert expected.code == 0
    assert expected.out.startswith(f"Användning: loften {command} ")
    assert "-h, --help" in expected.out
    for words in (["help", command], [command, "-h"], ["help", command, "-h"], [command, "x", "y", "-h"]):
        assert solna.run_bare(*words) == expected


def test_help_for_a_command_that_there_is_not(solna: World) -> None:
    """It is an unknown command, with what it may have been; `help` itself is known, too."""
    for words, near in ((["help", "lgo"], "log"), (["hlep"], "help")):
        result = solna.run_bare(*words)
        said = f"Fel: kommandot ”{words[-1]}” finns inte\n  Menade du {near}?\n"
        assert result == Result(2, "", said)


@pytest.mark.parametrize("words", ["", "help", "-h", "help log", "log -h"])
def test_the_installed_program_shows_its_help(home: Path, words: str) -> None:
    """Also as a process of its own, in an empty home, which stays empty."""
    done = subprocess.run(
        [*PROGRAM, *words.split()],
        env={**os.environ, "LOFTEN_LANG": "en"},
        cwd=home,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Usage: loften ")
    assert list(home.iterdir()) == []


def test_the_version_ends_the_program(solna: World) -> None:
    """`--version` before a command prints the version, and nothing is done."""
    result = solna.run("--version", "log", "walk")
    assert (result.code, result.out[:7], result.err) == (0, "loften ", "")
    assert not (solna.folder / "log").exists()


# --- the language


@pytest.mark.parametrize(
    "words", [["--note", "--lang=en"], ["--note", "--lang", "--ref", "en"], ["--ref=--lang=en"]]
)
def test_a_note_is_no_language(solna: World, words: list[str]) -> None:
    """A value that looks like `--lang` is a value, and is stored."""
    result = solna.run("log", "walk", *words)
    assert (result.code, result.out[:7], result.err) == (0, "Sparad:", "")
    (record,) = solna.stored()
    assert {record.get("note"), record.get("ref")} - {None} == {
        word.removeprefix("--ref=") for word in words if word not in ("--note", "--ref")
    }


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("--lang en nu", "Error: there is no command “nu”"),
        ("--lang=en nu", "Error: there is no command “nu”"),
        ("nu --lang en", "Fel: kommandot ”nu” finns inte"),
        ("status --lang en", "Fel: --lang ska stå före kommandot"),
        ("--dir --lang --lang en status", "Error: the folder --lang does not exist"),
        ("--dir --lang=en status", "Fel: mappen --lang=en finns inte"),
        ("--dir=--lang=en status", "Fel: mappen --lang=en finns inte"),
        ("-- --lang=en", "Fel: kommandot ”--lang=en” finns inte"),
        ("--lang", "Fel: --lang behöver ett värde"),
        ("--lang de status", "Fel: ”de” är inte tillåtet för --lang"),
    ],
)
def test_the_language_of_an_error(solna: World, words: str, said: str) -> None:
    """It is what `--lang` before the command asks for, and not what only looks like it."""
    assert solna.run_bare(*words.split()).err.splitlines()[0] == said


def test_every_option_of_the_program_is_known_to_the_search_for_the_language() -> None:
    """What takes a value among the program's own options is what the search skips a value after."""
    taking = [name for param in params("") if not param.is_flag for name in param.opts]
    assert sorted(_WITH_VALUE) == sorted(taking)


# --- words


@pytest.mark.parametrize("word", STRANGE)
def test_an_unknown_command_is_named_as_it_was_written(solna: World, word: str) -> None:
    """Whatever stands in the word: it is not taken from a sentence that quotes it."""
    result = solna.run_bare(word)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"Fel: kommandot ”{visible(word)}” finns inte\n")


@pytest.mark.parametrize("word", STRANGE)
@pytest.mark.parametrize("more", [[], ["till"]])
def test_a_word_too_many_is_named_as_it_was_written(solna: World, word: str, more: list[str]) -> None:
    """The first of them is named."""
    result = solna.run("status", word, *more)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"Fel: ”{visible(word)}” är ett ord för mycket\n")


def test_what_looks_like_an_option_after_two_dashes_is_a_word(solna: World) -> None:
    """It is no option, and an unknown command or a word too many."""
    assert solna.run_bare("--", "--help").err.startswith("Fel: kommandot ”--help” finns inte\n")
    assert solna.run("status", "--", "--help").err.startswith("Fel: ”--help” är ett ord för mycket\n")


# --- options given twice


def options() -> Iterator[tuple[str, Any]]:
    """Yield every option of the program and of its commands."""
    for command in ("", *COMMANDS):
        for param in params(command):
            if param.param_type_name == "option":
                yield command, param


SINGLE = [
    (command, max(param.opts, key=len))
    for command, param in options()
    if not param.is_flag and not param.multiple
]
REPEATED = [(command, param) for command, param in options() if param.is_flag or param.multiple]


def test_some_options_may_be_repeated_and_some_not() -> None:
    """The tables below hold what they should: dates and formats, and neither flags nor lists."""
    assert {("log", "--date"), ("", "--lang"), ("status", "--format"), ("void", "--reason")} <= {*SINGLE}
    assert ("log", "--area") not in SINGLE
    assert len(SINGLE) > 40


@pytest.mark.parametrize(("command", "option"), SINGLE)
@pytest.mark.parametrize("form", ["{0} a {0} b", "{0}=a {0}=a", "{0} a {0} b {0} c"])
def test_an_option_with_one_value_is_given_once(solna: World, command: str, option: str, form: str) -> None:
    """A second value would be dropped, or drop the first: it is refused, and nothing is stored."""
    needed = [param.metavar for param in params(command) if param.param_type_name == "argument"]
    result = solna.run_bare(*filter(None, [command]), *needed, *form.format(option).split(), LOFTEN_LANG="en")
    assert (result.code, result.out) == (2, "")
    assert "can be given only once" in result.err
    assert option in result.err
    assert not (solna.folder / "log").exists()


@pytest.mark.parametrize(("command", "param"), REPEATED)
def test_flags_and_lists_may_be_repeated(solna: World, command: str, param: Any) -> None:
    """Nothing is said of them; whatever else is wrong, it is not that."""
    words = [param.opts[0], *([] if param.is_flag else ["x"])] * 2
    assert "only once" not in solna.run(*filter(None, [command]), *words, LOFTEN_LANG="en").err


def test_the_same_format_twice_is_one_report(solna: World) -> None:
    """`--format` of `report` is a list; a format that is named twice is written once."""
    out = solna.did("report", "--month", "2022-03", "--format", "html", "--format", "html")
    assert out.splitlines() == [str(solna.folder / "reports" / "2022-03.html")]


# --- options that cannot be obeyed together

TOGETHER = [
    ("log walk", "--period 2022-03", "--date 14/3"),
    ("log walk", "--period 2022-03", "--until 14/3"),
    ("log walk", "--plan last", "--no-plan"),
    ("amend last --reason fel", "--period 2022-03", "--date 14/3"),
    ("amend last --reason fel", "--period 2022-03", "--until 14/3"),
    ("amend last --reason fel", "--plan last", "--no-plan"),
    ("amend last --reason fel", "--approx", "--no-approx"),
    ("comment 5", "--verdict kept", "--no-need"),
    *(("status", "--check", f"--format {form}") for form in ("table", "json", "csv", "md")),
    *(("status", "--check", other) for other in ("--area Hagalund", "--party Polisen")),
    *(
        ("status", f"--format {form}", other)
        for form in ("csv", "md")
        for other in ("--since 1/3", "--area Hagalund", "--party Polisen")
    ),
    ("list", "--period 2022-03", "--from 1/3"),
    ("list", "--period 2022-03", "--to 1/3"),
    ("report", "--month 2022-03", "--period 2022-03"),
    ("report", "--month 2022-03", "--from 1/3"),
    ("report", "--month 2022-03", "--missing"),
    ("report", "--period 2022-03", "--missing"),
    ("report", "--from 1/3", "--missing"),
    ("report", "--missing", "--replace"),
    ("check --reason fel", "--accept kommun.jsonl", "--report reports/2022-03.html"),
]


@pytest.mark.parametrize(("command", "one", "other"), TOGETHER)
def test_options_that_exclude_each_other_are_refused(
    solna: World, command: str, one: str, other: str
) -> None:
    """In any order; both are named, nothing is printed, written or stored."""
    solna.did("log", "walk", "--date", "2022-03-14")
    before = {path for path in solna.folder.rglob("*") if path.is_file()}, solna.lines()
    for pair in ((one, other), (other, one)):
        result = solna.run(*shlex.split(command), *shlex.split(" ".join(pair)), LOFTEN_LANG="en")
        assert (result.code, result.out) == (2, "")
        (first, *_) = result.err.splitlines()
        assert first.startswith("Error: ")
        assert first.endswith(" cannot be given together")
        formats = command == "status" and one.startswith("--format")
        assert (one if formats else one.split(maxsplit=1)[0]) in first
        assert other.split(maxsplit=1)[0] in first
    assert before == ({path for path in solna.folder.rglob("*") if path.is_file()}, solna.lines())


def test_a_folder_is_named_once(solna: World) -> None:
    """`init DIR` and `--dir` name two folders; with either alone, nothing is refused."""
    result = solna.run_bare("--dir", "a", "init", "b")
    assert (result.code, result.err.splitlines()[0]) == (2, "Fel: --dir och DIR kan inte anges samtidigt")
    assert not (solna.folder.parent / "b").exists()
    assert solna.run_bare("--dir", "a", "init").code == 0
    assert solna.run_bare("init", "b").code == 0


@pytest.mark.parametrize("form", ["table", "json"])
@pytest.mark.parametrize("option", ["--since 1/3", "--area Hagalund", "--party Polisen"])
def test_what_a_format_can_show_is_obeyed(solna: World, form: str, option: str) -> None:
    """Table and JSON have rooms for what `--since`, `--area` and `--party` ask for."""
    solna.did("log", "walk", "--area", "Hagalund", "--party", "Polisen")
    plain = solna.did("status", "--format", form)
    assert solna.did("status", "--format", form, *option.split()) != plain
