"""What is imported to answer: `log` must feel instant, so nothing heavy may creep into its path."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import medborgarloften
from world import TESTS, World

_SCRIPT = """
import json, sys
from program import main
try:
    main()
finally:
    sys.stdout.flush()
    print(json.dumps(sorted(sys.modules)), file=sys.stderr)
"""
HEAVY = {"jinja2", "markdown_it", "pydantic", "pydantic_core", "pygments", "rich"}
SILLY = {
    "asyncio",
    "concurrent.futures",
    "csv",
    "email",
    "hypothesis",
    "html",
    "http",
    "importlib.metadata",
    "importlib.resources",
    "logging",
    "multiprocessing",
    "pdb",
    "pytest",
    "sqlite3",
    "ssl",
    "tomllib",
    "unittest",
    "urllib.request",
    "xml",
}
OTHERS = {
    "medborgarloften.cli.commands.status",
    "medborgarloften.cli.commands.promises",
    "medborgarloften.files.promise_file.schema",
    "medborgarloften.files.promise_file.references",
    "medborgarloften.files.promise_file.feasibility",
    "medborgarloften.domain.judging.feasible",
    "medborgarloften.render.to_terminal",
    "medborgarloften.render.to_json",
    "medborgarloften.render.answers.promises",
    "medborgarloften.render.words.texts.errors",
}


def imported(world: World, *arguments: str) -> tuple[str, set[str]]:
    """Run the program as a process of its own; return its standard output and the modules it imported."""
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT, "--dir", str(world.folder), *arguments],
        env={**os.environ, "LOFTEN_WRITER": "kommun", "PYTHONPATH": str(TESTS)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout, set(json.loads(done.stderr.splitlines()[-1]))


def test_help_imports_nothing_heavy(solna: World) -> None:
    """`loften --help` answers without rich, pydantic or jinja2, and without any command's own module."""
    imported(solna, "--help")
    out, modules = imported(solna, "--help")
    assert "loften log walk --area Hagalund" in out
    assert modules & (HEAVY | SILLY | OTHERS) == set()
    assert "medborgarloften.cli.commands.log" not in modules


def test_log_imports_nothing_heavy(solna: World) -> None:
    """Once the promise file is known to be right, `log` stores and answers without any of it."""
    arguments = ("log", "walk", "--area", "Hagalund", "--date", "2022-03-14")
    imported(solna, *arguments)
    out, modules = imported(solna, *arguments)
    assert out.startswith("Sparad: trygghetsvandring, Hagalund, 14 mars 2022 (")
    assert modules & (HEAVY | SILLY | OTHERS) == set()


def test_a_document_needs_no_tables(solna: World) -> None:
    """`status --format json` is for programs and imports nothing that draws or checks."""
    arguments = ("status", "--format", "json")
    imported(solna, *arguments)
    out, modules = imported(solna, *arguments)
    assert json.loads(out)["format"] == "loften-status/1"
    assert modules & (HEAVY | SILLY) == set()


@pytest.mark.parametrize("arguments", [["status"], ["promises"]], ids=["status", "promises"])
def test_tables_need_rich_and_no_more(solna: World, arguments: list[str]) -> None:
    """A table imports rich, and still neither pydantic nor jinja2."""
    imported(solna, *arguments)
    _, modules = imported(solna, *arguments)
    assert "rich" in modules
    assert modules & {"jinja2", "pydantic"} == set()


def test_no_other_program_is_ever_started() -> None:
    """A shell costs more than the whole answer, and policy may forbid it: Windows starts cmd.exe for one."""
    sources = Path(medborgarloften.__file__).parent.rglob("*.py")
    starts = re.compile(r"\b(os\.(system|popen|spawn|exec)|subprocess|shell=True)")
    assert [path.name for path in sources if starts.search(path.read_text(encoding="utf-8"))] == []
