"""The documents tell the same story as the program."""

import re
from pathlib import Path
from typing import Literal

import pytest

from medborgarloften import __version__
from medborgarloften.cli.app import COMMANDS
from medborgarloften.render.words.wording import Words
from readme import README, blocks
from world import World

ROOT = README.parent
COMMANDS_PAGE = ROOT / "docs" / "commands.md"
_ID = re.compile(r"\([0-9a-f]{4,}\)$", re.MULTILINE)


def _transcript(world: World, session: str) -> str:
    """Run the lines that begin with `$ ` again, and return the session with what they print now."""
    lines = []
    for line in session.splitlines():
        if line.startswith("$ loften "):
            result = world.run(*line.removeprefix("$ loften ").split())
            lines += [line, *(result.out + result.err).splitlines()]
    return "\n".join(lines)


def test_the_session_in_the_readme_is_real(
    solna: World,
    home: Path,
    update_golden: bool,  # noqa: FBT001 - a fixture
) -> None:
    """Every command of README.md prints what README.md shows; an id, which is random, apart."""
    (session,) = blocks("console")
    at_home = home / "solna"
    solna.folder.rename(at_home)
    now = _transcript(World(at_home, solna.environ), session)
    if update_golden:
        text = README.read_text(encoding="utf-8").replace(session, now)
        README.write_text(text, encoding="utf-8", newline="\n")
        session = now
    assert _ID.sub("(…)", now) == _ID.sub("(…)", session)


def test_the_readme_fits_on_one_screen_of_a_browser() -> None:
    """README.md stays short: at most 110 lines, the recorded session included."""
    assert len(README.read_text(encoding="utf-8").splitlines()) <= 110


def _commands_page(world: World) -> str:
    parts = ["# Commands\n\nWhat `loften --help` and `loften COMMAND --help` say, in both languages."]
    languages: tuple[tuple[Literal["sv", "en"], str], ...] = (("en", "English"), ("sv", "Svenska"))
    for language, title in languages:
        parts.append(f"## {title}")
        for command in ("", *COMMANDS):
            words = [command] if command else []
            page = world.run_bare("--lang", language, *words, "--help", COLUMNS="100").out
            parts.append(f"### loften {command}".rstrip() + f"\n\n```text\n{page.rstrip()}\n```")
    return "\n\n".join(parts) + "\n"


def test_the_page_of_commands_is_the_help(solna: World, update_golden: bool) -> None:  # noqa: FBT001 - a fixture
    """docs/commands.md holds exactly what the program's help says."""
    page = _commands_page(solna)
    assert "```text\n\n```" not in page
    if update_golden:
        COMMANDS_PAGE.write_text(page, encoding="utf-8", newline="\n")
    assert COMMANDS_PAGE.read_text(encoding="utf-8") == page


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_readme_and_changelog(command: str) -> None:
    """No command is left out of README.md or CHANGELOG.md."""
    for name in ("README.md", "CHANGELOG.md"):
        assert f"loften {command}" in (ROOT / name).read_text(encoding="utf-8")


def test_the_changelog_has_the_version() -> None:
    """CHANGELOG.md has a section for the version that the package carries."""
    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "page", [*sorted(ROOT.glob("docs/*.md")), README, ROOT / "CONTRIBUTING.md"], ids=lambda p: p.name
)
def test_links_lead_somewhere(page: Path) -> None:
    """Every relative link of a document leads to a file that is there."""
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_option_has_help(language: Literal["sv", "en"]) -> None:
    """Every command and each of its parameters has a sentence in the help, in both languages."""
    import typer

    from medborgarloften.cli import app

    group = typer.main.get_command(app)
    context = typer.Context(group)
    words = Words(language)
    for name in COMMANDS:
        command = group.get_command(context, name)  # type: ignore[attr-defined]  # a group has it
        for param in command.params:
            assert words.says(f"help.{name}.{param.name}"), f"{name} {param.name}"
