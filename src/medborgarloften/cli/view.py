"""The log as commands see it, with what this machine remembers of it."""

from medborgarloften.cli.context import Context
from medborgarloften.domain.health import Health, Trouble
from medborgarloften.files import workspace as places
from medborgarloften.files.log import Reading, read_log as read_files
from medborgarloften.files.seen import memory_of, recall, remember


def read_log(context: Context, *, keep_lines: bool = False) -> Reading:
    """Read the workspace's log, and remember how far it goes. Raises `StorageError`."""
    workspace = context.shown
    if workspace.shipped:
        return read_files(workspace.folder / "log" / "none", {})
    memory = memory_of(workspace.folder, places.user_folder("state"))
    seen = recall(memory)
    reading = read_files(workspace.log, seen, keep_lines=keep_lines)
    remember(memory, seen, reading.health)
    if not keep_lines:  # `check` has a finding
        for file, original in context.doubles.items():
            names = {"file": context.words.name(file), "original": context.words.name(original)}
            context.tell(context.words.say("log.double", **names))
    return reading


def remember_stored(context: Context, file: str, stored: str, health: Health) -> None:
    """Remember a record that was appended to `file` after the log was read, with the `sum` that it got."""
    memory = memory_of(context.shown.folder, places.user_folder("state"))
    records = health.ends.get(file, (0, ""))[0] + 1
    remember(memory, recall(memory), health._replace(ends={file: (records, stored)}))


def losses(health: Health) -> list[Trouble]:
    """Return what every command must say: files that vanished or lost records."""
    return health.of("vanished", "shrunk")
