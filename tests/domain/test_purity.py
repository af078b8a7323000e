"""The domain is pure: values in, values out, and nothing of the world beside its arguments."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import medborgarloften

PACKAGE = Path(medborgarloften.__file__).parent
FILES = [PACKAGE / "errors.py", *sorted((PACKAGE / "domain").rglob("*.py"))]
PURE = set(
    "__future__ bisect calendar collections datetime decimal difflib enum fractions functools heapq".split()
    + "itertools json math operator re typing unicodedata".split()
)
"""What a module of the standard library may be that the domain imports: none that knows of a machine."""
OWN = ("medborgarloften.domain", "medborgarloften.errors")
CALLS = {
    "open",
    "print",
    "input",
    "exec",
    "eval",
    "__import__",
    "today",
    "now",
    "utcnow",
    "fromtimestamp",
    "localtime",
}


def imported(tree: ast.AST) -> Iterator[str]:
    """Yield the full name of every module that is imported, wherever in the file."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield str(node.module)


def called(tree: ast.AST) -> Iterator[str]:
    """Yield the last name of everything that is called."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            function = node.func
            yield function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_the_domain_imports_nothing_that_knows_of_a_machine(path: Path) -> None:
    """Only itself and pure modules of the standard library; it opens no file and asks no clock."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for name in imported(tree):
        if not name.startswith(OWN):
            assert name.split(".")[0] in sys.stdlib_module_names, (
                f"{name} is of a third party, or of a layer above"
            )
            assert name.split(".")[0] in PURE, f"{name} may know of a machine"
    assert CALLS.isdisjoint(called(tree))


@pytest.mark.parametrize("source", ["import os.path", "from typer import Typer", "def f():\n    import yaml"])
def test_what_is_not_pure_is_seen(source: str) -> None:
    """The test sees an import wherever it is, of whatever it is."""
    (name,) = imported(ast.parse(source))
    assert name.split(".")[0] not in PURE


def test_a_clock_that_is_asked_is_seen() -> None:
    """The test sees a call by its last name."""
    assert not CALLS.isdisjoint(called(ast.parse("day = date.today()")))
