"""A municipality in memory: a workspace in a temporary folder, a clock that stands still, and the program."""

import io
import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from medborgarloften.cli import run
from medborgarloften.cli.context import Context

SHIPPED = Path(__file__).parent.parent / "data" / "promises-2022.yaml"


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

    def on(self, day: str) -> "World":
        """Set the clock to 09:30 UTC of a day."""
        self.time = datetime.fromisoformat(f"{day}T09:30:00+00:00")
        return self

    def run(self, *arguments: str, **environ: str) -> Result:
        """Run `loften --dir FOLDER ARGUMENTS`."""
        return self.run_bare("--dir", str(self.folder), *arguments, **environ)

    def run_bare(self, *arguments: str, **environ: str) -> Result:
        """Run `loften ARGUMENTS`, with more environment variables."""
        self.time += timedelta(milliseconds=1)
        out, err = io.StringIO(), io.StringIO()
        context = Context(
            {**self.environ, **environ}, out, err, current=self.folder.parent, now=lambda: self.time
        )
        code = run(list(arguments), context)
        return Result(code, out.getvalue(), err.getvalue())

    def status(self, *arguments: str) -> Any:
        """Return the document of `status --format json`."""
        return self.run("status", "--format", "json", *arguments).json

    @property
    def log_file(self) -> Path:
        """The only file of the log."""
        (path,) = (self.folder / "log").iterdir()
        return path

    def stored(self) -> list[dict[str, Any]]:
        """Return every line of every file of the log, parsed."""
        paths = sorted((self.folder / "log").glob("*.jsonl"))
        return [json.loads(line) for path in paths for line in path.read_bytes().splitlines()]
