"""Shell completion: what is offered, silence on any error, and real shells that complete."""

import os
import shlex
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from medborgarloften.cli.answer_shell import ASKED, FORMATS
from medborgarloften.render.shells import SHELLS
from world import PROGRAM, TESTS, Result, World

BASH_COMPLETION = Path("/usr/share/bash-completion/bash_completion")
HEAVY = {"jinja2", "pydantic", "rich", "email", "importlib.metadata", "logging", "unittest"}


def _ask(world: World, *words: str, **environ: str) -> Result:
    """Ask as a shell does; the last of the words is being written."""
    return world.run_bare(
        **{ASKED: "\n".join(["loften", *words, "x"]), "LOFTEN_DIR": str(world.folder), **environ}
    )


def _offered(world: World, *words: str, **environ: str) -> list[str]:
    result = _ask(world, *words, **environ)
    assert (result.code, result.err) == (0, "")
    return [line.partition("\t")[0] for line in result.out.splitlines()]


# --- what is offered


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["amen"], ["amend"]),
        (["log", "trygg"], ["trygghetsvandring", "trygghetsåtgärd"]),
        (["log", "fotpatrulleri"], ["fotpatrullering"]),
        (["log", "walk", "dia"], ["dialogue"]),
        (["log", "walk", "--area", "väst"], ["Västra skogen"]),
        (["log", "walk", "--area", "vast"], ["vastra-skogen"]),
        (["log", "walk", "--area", '"Väst'], ["Västra skogen"]),
        (["log", "walk", "--area=Hag"], ["--area=Hagalund", "--area=Haga"]),
        (["log", "walk", "--area", "=", "Råsu"], ["Råsunda"]),
        (["log", "walk", "--area", "="], None),
        (["log", "--party", "Pol"], ["Polisen"]),
        (["log", "measure", "--tag", ""], ["förbättrad belysning", "röjning av buskage"]),
        (["log", "walk", "-q", "del"], ["deltagare="]),
        (["log", "--appr"], ["--approx"]),
        (["comment", "walks"], ["walks-and-dialogues"]),
        (["comment", "5"], ["5"]),
        (["comment", "5", "text", "m"], []),
        (["promises", "foot"], ["foot-patrol"]),
        (["status", "--format", "j"], ["json"]),
        (["schema", ""], ["promises", "log"]),
        (["completion", "b"], ["bash"]),
        (["--lang", ""], ["sv", "en"]),
        (["--lang", "en", "log", "safety"], ["safety walk", "safety measure"]),
        (["nonsense", "a"], []),
        (["log", "xyz"], []),
    ],
)
def test_what_may_follow_is_offered(solna: World, words: list[str], offered: list[str] | None) -> None:
    """Commands, options and words of the workspace, by any of their names; nothing where nothing fits."""
    found = _offered(solna, *words)
    assert found == offered if offered is not None else "Hagalund" in found


@pytest.mark.parametrize(("language", "name"), [("sv", "trygghetsvandring"), ("en", "safety walk")])
def test_both_languages_are_completed(solna: World, language: str, name: str) -> None:
    """Names and descriptions come in the user’s language."""
    assert name in _offered(solna, "log", "", LOFTEN_LANG=language)
    described = _ask(solna, "lo", LOFTEN_LANG=language).out.partition("\t")[2]
    assert described.split()[0] == {"sv": "Logga", "en": "Log"}[language]


def test_recent_ids_are_offered_with_what_they_are(solna: World) -> None:
    """The newest records come first, by the endings that `show` takes, each with its day and kind."""
    solna.run("log", "walk", "--area", "Hagalund", "--date", "2022-03-14")
    solna.run("plan", "patrol", "--date", "2022-05-02")
    lines = [line.split("\t") for line in _ask(solna, "amend", "").out.splitlines()]
    assert [line[-1] for line in lines] == [
        "fotpatrull, 2\N{NO-BREAK SPACE}maj\N{NO-BREAK SPACE}2022",
        "trygghetsvandring, Hagalund, 14\N{NO-BREAK SPACE}mars\N{NO-BREAK SPACE}2022",
        "last",
    ]
    assert solna.run("show", lines[0][0]).code == 0
    assert _offered(solna, "log", "patrol", "--plan", "") == [lines[0][0]]


def test_the_formats_that_are_offered_are_taken(solna: World) -> None:
    """Every format offered for a command is one that the command knows."""
    solna.run("log", "walk", "--date", "2022-03-14")
    words = {"log": ["walk"], "show": ["last"], "report": ["--month", "2022-03"]}
    for command, formats in FORMATS.items():
        for form in formats:
            assert solna.run(command, *words.get(command, []), "--format", form).code != 2, (command, form)


# --- silence


@pytest.mark.parametrize(
    "asked", ["", "loften", "loften\nlog", "\n\n\n\n", "loften\n--dir\nnowhere\nlog\n\nx"]
)
def test_a_question_that_makes_no_sense_is_answered_with_nothing(solna: World, asked: str) -> None:
    """Whatever a shell asks, there is no error and no exit code but 0."""
    result = solna.run_bare(**{ASKED: asked})
    assert (result.code, result.err) == (0, "")


def test_a_broken_workspace_is_silent(solna: World) -> None:
    """A promise file that cannot be read offers no words; commands are completed all the same."""
    (solna.folder / "promises-2022.yaml").write_bytes(b"loften: [\xff")
    assert _offered(solna, "log", "") == []
    assert _offered(solna, "amen") == ["amend"]


def test_nothing_is_written_to_answer(solna: World, home: Path) -> None:
    """Completing leaves the workspace and the home as they are."""
    solna.run("log", "walk")
    before = sorted(home.rglob("*")) + sorted(solna.folder.rglob("*"))
    for words in (["log", ""], ["amend", ""], ["log", "--area", ""]):
        _ask(solna, *words)
    assert sorted(home.rglob("*")) + sorted(solna.folder.rglob("*")) == before


def test_an_answer_imports_nothing_heavy(solna: World) -> None:
    """A key press must feel instant: neither pydantic nor rich, also where the file was never checked."""
    script = "import sys; from program import main\ntry: main()\nfinally: print(*sys.modules)"
    asked = "loften\nlog\nwalk\n--area\nHag\nx"
    environ = {**os.environ, ASKED: asked, "LOFTEN_DIR": str(solna.folder), "PYTHONPATH": str(TESTS)}
    done = subprocess.run(
        [sys.executable, "-c", script], env=environ, capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("Hagalund\nHaga\n")
    assert set(done.stdout.split()) & (HEAVY) == set()


# --- the installer


@pytest.mark.parametrize("shell", SHELLS)
def test_a_script_is_printed_or_put_where_the_shell_looks(solna: World, home: Path, shell: str) -> None:
    """`--install` writes the very script into the home that the environment names, and nothing else there."""
    solna.run("status")
    printed, before = solna.run("completion", shell), set(home.rglob("*"))
    result = solna.run("completion", shell, "--install")
    assert (result.code, result.err) == (0, "")
    (path,) = (path for path in set(home.rglob("*")) - before if path.is_file())
    assert path.read_text(encoding="utf-8") == printed.out
    assert len(result.out.splitlines()) == 2


def test_without_a_home_nothing_is_installed(solna: World) -> None:
    """Where no home is known, the installer says so."""
    result = solna.run("completion", "fish", "--install", HOME="", USERPROFILE="")
    assert (result.code, result.out) == (4, "")


# --- real shells


@pytest.fixture
def shell_environ(solna: World, tmp_path: Path, home: Path) -> dict[str, str]:
    """Return the environment of a shell in which `loften` is this program, in a workspace."""
    solna.run("log", "walk", "--area", "Hagalund", "--date", "2022-03-14")
    program = tmp_path / "bin" / "loften"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {shlex.join(PROGRAM)} "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
    environ = {"PATH": path, "HOME": str(home), "LOFTEN_DIR": str(solna.folder)}
    return {**environ, "LANG": "C.UTF-8", "TERM": "dumb", "ZDOTDIR": str(home), "PS1": "$ "}


def _needs(*tools: str | Path) -> None:
    for tool in tools:
        if not (Path(tool).exists() if isinstance(tool, Path) else shutil.which(tool)):
            pytest.skip(f"{tool} is not installed")


def _typed(command: list[str], environ: dict[str, str], *lines: str, until: str) -> str:
    """Type lines into an interactive shell, one at each prompt, until that is read; return the screen."""
    import pty
    import select

    terminal, inside = pty.openpty()
    with subprocess.Popen(
        command, stdin=inside, stdout=inside, stderr=inside, env=environ, start_new_session=True
    ) as shell:
        os.close(inside)
        screen = b""
        for awaited, line in zip([*["$ "] * len(lines), until], [*lines, ""], strict=True):
            seen, deadline = len(screen), time.monotonic() + 60
            while awaited.encode() not in screen[seen:] and time.monotonic() < deadline:
                if select.select([terminal], [], [], 1)[0]:
                    screen += os.read(terminal, 65536)
            os.write(terminal, line.encode())
        shell.kill()
    os.close(terminal)
    return screen.decode("utf-8", "replace")


LINES = [
    ("loften ", "amen", "amend"),
    ("loften log ", "trygghetsv", "trygghetsvandring"),
    ("loften log walk --area ", "Råsu", "Råsunda"),
    ("loften --lang en status --party ", "the\\ P", "the\\ Police"),
    ("loften comment ", "walks", "walks-and-dialogues"),
]
every_line = pytest.mark.parametrize(("head", "typed", "word"), LINES)


@pytest.mark.shells
@every_line
def test_bash_completes(
    solna: World, shell_environ: dict[str, str], head: str, typed: str, word: str
) -> None:
    """In bash with bash-completion, the installed script is found and completes a line on Tab."""
    _needs("bash", BASH_COMPLETION)
    solna.run("completion", "bash", "--install")
    setup = f" . {BASH_COMPLETION}; bind 'set enable-bracketed-paste off'\r"
    screen = _typed(
        ["bash", "--norc", "--noprofile", "-i"], shell_environ, setup, f"{head}{typed}\t", until=head + word
    )
    assert head + word in screen


@pytest.mark.shells
@every_line
def test_zsh_completes(
    solna: World, shell_environ: dict[str, str], home: Path, head: str, typed: str, word: str
) -> None:
    """In zsh, the line that the installer prints is all that is needed."""
    _needs("zsh")
    setup = solna.run("completion", "zsh", "--install").out.splitlines()[1].partition(": ")[2]
    (home / ".zshrc").write_text(f"PS1='$ '; unset zle_bracketed_paste\n{setup} -u\n", encoding="utf-8")
    screen = _typed(["zsh", "-i"], shell_environ, f"{head}{typed}\t", until=head + word)
    assert head + word in screen


@pytest.mark.shells
@every_line
def test_fish_completes(
    solna: World, shell_environ: dict[str, str], head: str, typed: str, word: str
) -> None:
    """In fish, the installed script is found by itself, and words come with what they mean."""
    _needs("fish")
    solna.run("completion", "fish", "--install")
    asked = ["fish", "-c", f"complete -C '{head}{typed}'"]
    done = subprocess.run(asked, env=shell_environ, capture_output=True, text=True, check=True)
    assert [answer.split("\t")[0] for answer in done.stdout.splitlines()] == [word.replace("\\", "")]


@pytest.mark.shells
def test_powershell_reads_the_script(solna: World, tmp_path: Path) -> None:
    """PowerShell, where there is one, finds nothing wrong in the script."""
    _needs("pwsh")
    path = tmp_path / "loften.ps1"
    path.write_text(solna.run("completion", "powershell").out, encoding="utf-8")
    subprocess.run(["pwsh", "-NoProfile", "-File", str(path)], check=True)
