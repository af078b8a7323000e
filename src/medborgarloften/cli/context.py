"""The only door to the clock, the environment, the terminal and the workspace.

Every command gets one `Context`, so that a test runs any command in memory with a clock of its own.
"""

import os
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time, tzinfo
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from medborgarloften.cli import streams
from medborgarloften.domain.promise import Agreement, Language
from medborgarloften.errors import DataError, Finding, LoftenError, StorageError
from medborgarloften.files import workspace as workspaces
from medborgarloften.files.disk import unreadable
from medborgarloften.files.workspace import Workspace
from medborgarloften.render.words.wording import NO_BREAK, Words

if TYPE_CHECKING:
    from medborgarloften.files.promise_file.read import ReadAll

NARROWEST, USUAL, WIDEST = 60, 80, 160  # columns


def _now() -> datetime:
    return datetime.now(UTC)


class Context:
    """What a command may know of the world outside its arguments."""

    def __init__(
        self,
        environ: Mapping[str, str],
        out: TextIO | None,
        err: TextIO | None,
        *,
        current: Path | None = None,
        now: Callable[[], datetime] = _now,
        entropy: Callable[[int], bytes] = os.urandom,
        language: str | None = None,
        zone: tzinfo | None = None,
    ) -> None:
        """Take the outside world; `now` gives an aware time, `entropy` random bytes.

        Times are shown in `zone`, else in the system's.
        """
        self.environ, self.out, self.err = environ, out, err
        self.now = now
        self.entropy = entropy
        self.dir_option: str | None = None  # what `--dir` names
        self._current = current
        self._language = language
        self._zone = zone

    @cached_property
    def today(self) -> date:
        """The civil date where the user is."""
        return self.local(self.now()).date()

    def local(self, moment: datetime) -> datetime:
        """Return a moment as the clocks show it where the user is."""
        return moment.astimezone(self._zone)

    def midnight(self, day: date) -> datetime:
        """Return the moment at which a day begins where the user is."""
        midnight = datetime.combine(day, time.min, self._zone)
        try:
            return midnight.astimezone(UTC)
        except (OverflowError, OSError):  # Windows knows no local time before 1970
            return midnight.replace(tzinfo=UTC)

    @property
    def current_folder(self) -> Path:
        """The current folder. Raises `StorageError` where it is gone or closed."""
        try:
            return self._current or Path.cwd()
        except OSError as error:
            raise unreadable(Path(), error) from None

    # --- the workspace

    @property
    def workspace(self) -> Workspace:
        """The workspace. Raises `DataError` where there is none."""
        if self.workspace_or_none is None:
            raise DataError(Finding("workspace.none"))
        return self.workspace_or_none

    @cached_property
    def workspace_or_none(self) -> Workspace | None:
        """The workspace, or None. Raises `DataError` when the folder asked for is no workspace."""
        return workspaces.find(self.dir_option, self.environ, self.current_folder)

    @cached_property
    def workspace_or_example(self) -> Workspace:
        """The workspace, or the shipped example where there is none: for commands that store nothing."""
        return self.workspace_or_none or workspaces.example()

    @cached_property
    def agreements(self) -> tuple[Agreement, ...]:
        """The agreements of the workspace or the example, by period. Raises `DataError` with all findings.

        A draft that is wrong is left out, and said to be.
        """
        agreements, findings, of_drafts = self.promise_files
        if findings or not agreements:
            raise DataError(*findings, *of_drafts)
        for file in dict.fromkeys(finding.place.file for finding in of_drafts if finding.place):
            self.tell(self.words.say("status.bad_draft", file=self.words.name(file)))
        return agreements

    @cached_property
    def promise_files(self) -> "ReadAll":
        """The agreements that can be read, and what is wrong with the others."""
        from medborgarloften.files.promise_file.read import read_all

        return read_all(self.workspace_or_example.promise_files, workspaces.user_folder("cache"))

    @cached_property
    def doubles(self) -> dict[str, str]:
        """The promise files that are passed over, each with the name of the one that it is a copy of."""
        from medborgarloften.files.promise_file.read import doubles

        return doubles(self.workspace_or_example.promise_files)

    @property
    def workspace_path(self) -> str:
        """The workspace's folder as it is shown to people."""
        return self.display_path(self.workspace_or_example.folder)

    def display_path(self, path: Path) -> str:
        """Return a path as it is shown to people, with ~ for their home."""
        home = self.environ.get("HOME")
        if home and os.name != "nt" and path.is_relative_to(home):
            path = Path("~") / path.relative_to(home)
        return self.words.name(str(path))

    def adopt(self, workspace: Workspace) -> None:
        """Work in this workspace from now on: it is about to be made."""
        self.__dict__.update(workspace_or_none=workspace, workspace_or_example=workspace)

    def unexpected(self, error: Exception) -> StorageError:
        """Return the error to show for an unforeseen one, and leave its trace in the state folder."""
        from medborgarloften.files.crash import leave_trace

        facts = {"kind": type(error).__name__}
        trace = leave_trace(workspaces.user_folder("state"), error, self.now())
        if trace is None:
            return StorageError(Finding("internal", facts))
        return StorageError(Finding("internal_traced", {**facts, "path": self.display_path(trace)}))

    # --- language and output

    def ask_language(self, asked: str | None) -> None:
        """Take the language that the command line asks for."""
        self._language = asked or self._language

    @cached_property
    def words(self) -> Words:
        """The language asked for, else that of the agreement in force, else Swedish."""
        return Words(self._asked or self._own_language())

    def words_of(self, agreement: Agreement) -> Words:
        """Return the language asked for, else the agreement's own: for what is handed out."""
        return Words(self._asked or agreement.language)

    @property
    def _asked(self) -> Language | None:
        return _language(self._language) or _language(self.environ.get("LOFTEN_LANG"))

    def _own_language(self) -> Language:
        from medborgarloften.domain.agreements import choose
        from medborgarloften.files.promise_file.read import language_of

        if "agreements" in self.__dict__:
            return choose(self.agreements, self.today).language
        try:
            return language_of(self.workspace_or_example.promise_files)
        except LoftenError:
            return "sv"

    def print(self, text: str) -> None:
        """Write a result for people to standard output; in a terminal a no-break space is a plain one."""
        streams.write(self.out, text.replace(NO_BREAK, " "))

    def confirm(self, done: str, unsaid: str | None = None) -> None:
        """Print what was done; where that cannot be printed, say it (or `unsaid`) on standard error."""
        if self.out is not None:
            try:
                self.print(done)
            except OSError:
                self.mute()
            else:
                return
        self.tell(unsaid or done)

    def deliver(self, document: str) -> None:
        """Write a document for programs to standard output, as it is."""
        streams.write(self.out, document)

    def tell(self, *messages: str) -> None:
        """Write messages to standard error; that nobody reads them is no error."""
        try:
            for message in messages:
                streams.write(self.err, message.replace(NO_BREAK, " "))
        except OSError:
            streams.discard(self.err)
            self.err = None

    def mute(self) -> None:
        """Write no more results: nobody takes them."""
        streams.discard(self.out)
        self.out = None

    @property
    def width(self) -> int:
        """The columns to fill."""
        return min(max(self.columns or USUAL, NARROWEST), WIDEST)

    @property
    def columns(self) -> int:
        """The columns that COLUMNS asks for, or that the terminal has; 0 where there is none."""
        try:
            return int(self.environ.get("COLUMNS", ""))
        except ValueError:
            return streams.columns(self.out)

    @property
    def colours(self) -> str | None:
        """The colours for results: "256", "standard" or None."""
        return streams.colours(self.environ, self.out)


def _language(asked: str | None) -> Language | None:
    """Return a language for what was asked; `en_GB.UTF-8` asks for English."""
    if not asked:
        return None
    return "en" if asked.lower().startswith("en") else "sv" if asked.lower().startswith("sv") else None


def real() -> Context:
    """Return the context of a real run."""
    return Context(os.environ, *streams.standard())
