"""A municipality in memory: a workspace in a temporary folder, a clock that stands still, and the program."""

import io
import itertools
import json
import os
import shutil
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from typing import Any, NamedTuple

from medborgarloften.cli import run
from medborgarloften.cli.context import Context

TESTS = Path(__file__).parent
SHIPPED = TESTS.parent / "data" / "promises-2022.yaml"
PROGRAM = (sys.executable, str(TESTS / "program.py"))  # as a process of its own


class Result(NamedTuple):
    """What one command did: its exit code, standard output and standard error."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The document on standard output."""
        return json.loads(self.out)


class World:
    """One workspace and one user; every command runs in this process, a millisecond after the last one."""

    def __init__(self, folder: Path, environ: Mapping[str, str]) -> None:
        """Work in `folder`, which holds Solna's agreement."""
        self.folder = folder
        self.environ = dict(environ)
        self.time = datetime(2022, 4, 2, 9, 30, tzinfo=UTC)
        self.zone: tzinfo | None = UTC
        self.entropy: Callable[[int], bytes] = os.urandom

    def on(self, day: str) -> "World":
        """Set the clock to 09:30 UTC of a day."""
        self.time = datetime.fromisoformat(f"{day}T09:30:00+00:00")
        return self

    def counting(self) -> "World":
        """Give records numbers from now on: the first has an id that ends with 0001."""
        numbers = itertools.count(1)
        self.entropy = lambda size: next(numbers).to_bytes(size)
        return self

    def colleague(self, writer: str) -> "World":
        """Return another writer's workspace of the same municipality, with a copy of all that is logged."""
        folder = self.folder.parent / writer / self.folder.name
        shutil.copytree(self.folder, folder)
        other = World(folder, {**self.environ, "LOFTEN_WRITER": writer})
        other.time, other.zone, other.entropy = self.time, self.zone, self.entropy
        return other

    def hand_over(self, other: "World") -> None:
        """Copy this writer's own files, as they are now, to somebody else."""
        (other.folder / "log").mkdir(exist_ok=True)
        for path in (self.folder / "log").glob(f"{self.environ['LOFTEN_WRITER']}-*.jsonl"):
            shutil.copy(path, other.folder / "log")

    def run(self, *arguments: str, **environ: str) -> Result:
        """Run `loften --dir FOLDER ARGUMENTS`."""
        return self.run_bare("--dir", str(self.folder), *arguments, **environ)

    def run_bare(self, *arguments: str, **environ: str) -> Result:
        """Run `loften ARGUMENTS`, with more environment variables."""
        self.time += timedelta(milliseconds=1)
        out, err = io.StringIO(), io.StringIO()
        context = Context(
            {**self.environ, **environ},
            out,
            err,
            current=self.folder.parent,
            now=lambda: self.time,
            entropy=self.entropy,
            zone=self.zone,
        )
        code = run(list(arguments), context)
        return Result(code, out.getvalue(), err.getvalue())

    def did(self, *arguments: str, **environ: str) -> str:
        """Run a command that must succeed, and return what it says on standard output."""
        result = self.run(*arguments, **environ)
        assert result.code == 0, result
        return result.out

    def status(self, *arguments: str) -> Any:
        """Return the document of `status --format json`."""
        return self.run("status", "--format", "json", *arguments).json

    def figures(self, *arguments: str) -> list[dict[str, Any]]:
        """Return the targets of the fifth promise, walks and dialogues, as `status` has them."""
        targets: list[dict[str, Any]] = self.status(*arguments)["promises"][4]["targets"]
        return targets

    @property
    def log_file(self) -> Path:
        """The only file of the log."""
        (path,) = (self.folder / "log").iterdir()
        return path

    def lines(self) -> list[bytes]:
        """Return every line of every file of the log, in the order of the files' names."""
        paths = sorted((self.folder / "log").glob("*.jsonl"))
        return [line for path in paths for line in path.read_bytes().splitlines(keepends=True)]

    def stored(self) -> list[dict[str, Any]]:
        """Return every line of every file of the log, parsed."""
        return [json.loads(line) for line in self.lines()]
