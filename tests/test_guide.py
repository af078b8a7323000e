"""The Swedish guide is true: every command in it is run, in order, in one municipality."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from readme import README
from world import World

GUIDE = README.parent / "docs" / "handledning.md"
_PART = re.compile(r"<!-- dag: (?P<day>\S+) -->|^```console\n(?P<session>.*?)^```$", re.MULTILINE | re.DOTALL)
_ID = re.compile(r"\([0-9a-f]{4,}\)|^[0-9a-f]{4,}(?=  )", re.MULTILINE)
_COMMAND = re.compile(r"`loften ([a-z]+)")


def _sessions(text: str) -> Iterator[tuple[str, str]]:
    """Yield each day and each session, in order: one of the two is empty."""
    for match in _PART.finditer(text):
        yield match["day"] or "", match["session"] or ""


def _run(world: World, session: str, home: Path) -> str:
    """Run the commands of a session again, and return it with what they print now."""
    lines = []
    for line in session.splitlines():
        if line.startswith("$ "):
            words = shlex.split(line.removeprefix("$ loften "))
            result = world.run_bare(*words, LOFTEN_DIR=str(world.folder))
            assert result.code == 0, f"{line}\n{result.out}{result.err}"
            printed = (result.out + result.err).replace(str(home), "/home/anna")
            lines += [line, *(row.rstrip() for row in printed.splitlines())]
    return "\n".join(lines) + "\n"


def _without_ids(text: str) -> str:
    return _ID.sub("(…)", text)


def test_every_command_of_the_guide_prints_what_it_shows(
    home: Path,
    update_golden: bool,  # noqa: FBT001 - a fixture
) -> None:
    """A coordinator who types what docs/handledning.md says gets what it shows, but for random ids."""
    text = GUIDE.read_text(encoding="utf-8")
    world, now = World(home / "solna", {"LOFTEN_WRITER": "kommun", "HOME": str(home)}), text
    for day, session in _sessions(text):
        if day:
            world.on(day)
            continue
        printed = _run(world, session, home)
        if _without_ids(printed) != _without_ids(session):
            assert update_golden, f"{session}\nprints now\n{printed}"
            now = now.replace(f"```console\n{session}```", f"```console\n{printed}```", 1)
    if now != text:
        GUIDE.write_text(now, encoding="utf-8", newline="\n")


def test_the_guide_names_only_commands_that_there_are() -> None:
    """Also what stands in a sentence of the guide is a command of the program."""
    from medborgarloften.cli.app import COMMANDS

    assert set(_COMMAND.findall(GUIDE.read_text(encoding="utf-8"))) <= set(COMMANDS)


@pytest.mark.parametrize(
    "word", ["init --year", "amend", "void", "plan", "report", "check", "setx", "export"]
)
def test_the_guide_covers_the_year(word: str) -> None:
    """The days that come in every coordinator’s year are in it, on Windows and on Linux."""
    assert word in GUIDE.read_text(encoding="utf-8")
