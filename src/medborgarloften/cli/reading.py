"""The log as commands read it, with what this machine remembers of it; appends nothing."""

from datetime import date
from pathlib import Path

from medborgarloften.cli.context import Context
from medborgarloften.domain.ids import End
from medborgarloften.files import workspace as workspaces
from medborgarloften.files.log.read import Reading, read_log as read_files
from medborgarloften.files.log.seen import Memory, memory_of, recall, recall_moved, remember, set_aside
from medborgarloften.files.log.writer import this_writer
from medborgarloften.files.workspace import Workspace


def read_log(
    context: Context,
    workspace: Workspace | None = None,
    *,
    keep_lines: bool = False,
    known: date | None = None,
) -> Reading:
    """Read the log of a workspace, by default the one shown, and remember how far it goes.

    Raises `StorageError`.
    """
    workspace = workspace or context.workspace_or_example
    if workspace.shipped:
        return read_files(workspace.folder / "log" / "none", {})
    memory = _memory_of(workspace.folder)
    seen, own_file = recall_moved(memory, workspace.log), this_writer(context.environ).file
    reading = read_files(workspace.log, seen.files, own_file=own_file, keep_lines=keep_lines, known=known)
    if reading.health.troubles:
        from medborgarloften.files.log.losses import settled

        reading = settled(workspace.log, reading, seen, own_file)
    remember(memory, seen, reading, workspace.folder)
    if not keep_lines:  # `check` has a finding
        for file, original in context.doubles.items():
            names = {"file": context.words.name(file), "original": context.words.name(original)}
            context.tell(context.words.say("log.double", **names))
    return reading


def begin_anew(folder: Path) -> None:
    """Remember nothing of the workspace that was in a folder before: a new one is made there."""
    set_aside(_memory_of(folder))


def remembered(context: Context) -> Memory:
    """Return what this machine remembers of the workspace's log."""
    return recall(_memory_of(context.workspace.folder))


def _memory_of(folder: Path) -> Path | None:
    return memory_of(folder, workspaces.user_folder("state"))


def remember_stored(
    context: Context, file: str, stored: str, reading: Reading, accepted: str | None = None
) -> None:
    """Remember a record that was appended to `file` after the log was read, with the `sum` that it got.

    What was lost of the file `accepted` is forgotten, in a reading that has the acceptance already.
    """
    folder, health = context.workspace.folder, reading.health
    memory = _memory_of(folder)
    ends = {name: end for name, end in health.ends.items() if name == accepted}
    ends[file] = End(health.ends[file].records + 1 if file in health.ends else 1, stored)
    rested = frozenset([accepted] if accepted is not None else [])
    troubles = tuple(trouble for trouble in health.troubles if trouble.file not in rested)
    health = health._replace(troubles=troubles, ends=ends, rested=rested)
    remember(memory, recall(memory), reading._replace(health=health), folder)
