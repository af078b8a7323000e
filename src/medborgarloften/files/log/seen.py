"""What this machine has seen of every writer's file, so that a loss is noticed.

The memory lies in the state folder, never beside the log, and never decides what counts.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

from medborgarloften.domain.activity import Acceptance
from medborgarloften.domain.ids import End
from medborgarloften.errors import StorageError
from medborgarloften.files.disk import replace_whole
from medborgarloften.files.log.lock import locked
from medborgarloften.files.log.read import SUFFIX, Reading, first_id, log_files

_OF_A_WRITER = frozenset(f"abcdefghijklmnopqrstuvwxyz0123456789-{SUFFIX}")
_MOST = 10**15  # records that no file has
_PATIENCE = 1.0  # seconds


class Memory(NamedTuple):
    """What was seen of a workspace: how far each file went, and the id of its first record.

    `spent` has, by file, the ids of the acceptances that do not cover what is lost from now on: those stored
    here, those that were there when a loss was put to rest or when the file was first seen, or of which
    something is in the file. `folder` is where the workspace was, None in a memory of version 0.1.0.
    """

    folder: str | None = None
    files: Mapping[str, End] = {}
    first: Mapping[str, str] = {}
    spent: Mapping[str, tuple[str, ...]] = {}


def memory_of(workspace: Path, state: Path | None) -> Path | None:
    """Return the file that remembers a workspace; None where this machine has no state folder."""
    return state / _name(os.path.realpath(workspace)) if state else None


def _name(folder: str) -> str:
    return f"seen-{hashlib.sha256(os.fsencode(folder)).hexdigest()[:16]}.json"


def recall(memory: Path | None) -> Memory:
    """Return what was seen; what cannot be read is forgotten."""
    try:
        return _parsed(json.loads(memory.read_bytes())) if memory else Memory()
    except (OSError, ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError):
        return Memory()


def recall_moved(memory: Path | None, log: Path) -> Memory:
    """Return what was seen of the workspace whose log is in this folder.

    Where nothing is remembered of this folder, but of one that is gone and whose log had a file of the same
    name with the same first record, the workspace was moved: its memory moves along, as does one that was set
    aside. While the other folder still exists, one of the two is a copy, and begins anew.
    """
    if memory is None or os.path.exists(memory):  # noqa: PTH110 - Path's own raises where a folder is closed
        return recall(memory)
    with suppress(OSError):
        gone = {
            path: candidate
            for path in sorted(memory.parent.glob("seen-*.json"))
            if _is_gone(path, candidate := recall(path))
        }
        begun = set(_firsts(log, log_files(log)).items()) if gone else set()
        shared = {path: len(begun & candidate.first.items()) for path, candidate in gone.items()}
        if any(shared.values()):
            max(shared, key=lambda path: shared[path]).replace(memory)
    return recall(memory)


def set_aside(memory: Path | None) -> None:
    """Rename a memory, since a new workspace takes the folder; it waits until its own is found elsewhere."""
    if memory is None or not os.path.exists(memory):  # noqa: PTH110 - Path's own raises where a folder is closed
        return
    with suppress(OSError, StorageError), locked(memory, _PATIENCE):
        names = (memory.with_name(f"{memory.stem}-{number}.json") for number in count(1))
        memory.replace(next(name for name in names if not name.exists()))


def remember(memory: Path | None, before: Memory, reading: Reading, workspace: Path) -> None:
    """Store what was seen now; a file that has lost records stays remembered as it was.

    A loss that is accepted is forgotten, so that another one is noticed. A copy that a sync program made is
    not remembered: to move it away is no loss.

    A memory that cannot be written costs later notices only, and is no reason to stop.
    """
    now = _after(before, reading, workspace)
    if memory is None or now == before or not (now.files or before.files):
        return
    with suppress(OSError, StorageError):
        memory.parent.mkdir(parents=True, exist_ok=True)
        with locked(memory, _PATIENCE):
            rival = recall(memory)
            now = now if rival == before else _merged(before, now, rival)
            replace_whole(memory, json.dumps(now._asdict(), separators=(",", ":")).encode(), durable=False)


def spelled(file: str) -> str:
    r"""Return a file's name as a record can hold it; a byte that is no UTF-8 becomes `\udcNN`."""
    return file.encode("utf-8", "backslashreplace").decode()


def _after(before: Memory, reading: Reading, workspace: Path) -> Memory:
    health = reading.health
    lost = {trouble.file for trouble in health.of("vanished", "shrunk")}
    passing = lost | _copied(health.ends.keys(), health.ends.keys() - before.files.keys())
    files = {name: end for name, end in before.files.items() if name not in health.rested}
    files |= {name: end for name, end in health.ends.items() if name not in passing}
    first = {name: key for name, key in before.first.items() if name in files}
    doubtful = (files.keys() - first.keys()) | health.rested | lost  # of the last, another may have begun
    first |= _firsts(workspace / "log", doubtful)
    anew = (files.keys() - before.files.keys()) | health.rested
    names = {spelled(name): name for name in (*files, *health.rested)}
    spent = dict(before.spent)
    for record in reading.ledger.acceptances:
        name = names.get(record.content.file) if isinstance(record.content, Acceptance) else None
        if name is None or record.id in spent.get(name, ()):
            continue
        if name in anew or record.id in health.used:
            spent[name] = (*spent.get(name, ()), record.id)
    return Memory(os.path.realpath(workspace), files, first, spent)


def _merged(before: Memory, now: Memory, rival: Memory) -> Memory:
    """Return what this run and a rival, which stored first, have seen: of each file what goes further."""
    files = dict(now.files)
    for name, end in rival.files.items():
        if end != before.files.get(name):
            files[name] = max(end, files.get(name, end))
    for name, ids in rival.spent.items():
        if ids != before.spent.get(name):  # a loss was put to rest there, so that the file goes less far
            files.pop(name, None)
            files |= {name: rival.files[name]} if name in rival.files else {}
    return now._replace(
        files=files, first={**rival.first, **now.first}, spent={**before.spent, **now.spent, **rival.spent}
    )


def _firsts(log: Path, names: Iterable[str]) -> dict[str, str]:
    """Return the id of the first record of each file that has one."""
    return {name: identifier for name in names if (identifier := first_id(log / name))}


def _is_gone(path: Path, memory: Memory) -> bool:
    """Tell whether the workspace that a memory is of is there no longer, or gave way to a new one."""
    try:
        return memory.folder is not None and (
            path.name != _name(memory.folder) or not os.path.lexists(memory.folder)
        )
    except ValueError:
        return False


def _parsed(data: Any) -> Memory:
    """Return a memory as version 0.1.0 wrote it, with `files` only, or as this one does. Raises anything."""
    files = {str(name): End(int(records), str(last)) for name, (records, last) in data["files"].items()}
    "".join(end.sum for end in files.values()).encode()  # raises where a sum is half a character
    folder = data.get("folder")
    return Memory(
        folder if isinstance(folder, str) else None,
        {name: end for name, end in files.items() if 0 <= end.records < _MOST},
        {name: key for name, key in _object(data, "first").items() if isinstance(key, str)},
        {name: tuple(map(str, ids)) for name, ids in _object(data, "spent").items() if isinstance(ids, list)},
    )


def _object(data: dict[str, Any], key: str) -> dict[str, Any]:
    value = data.get(key)
    return value if isinstance(value, dict) else {}


def _copied(names: Iterable[str], new: Iterable[str]) -> set[str]:
    """Return the new files that are copies; names in small letters only are writers' own, never copies."""
    if all(_OF_A_WRITER.issuperset(name) for name in new):
        return set()
    from medborgarloften.files.copies import copies

    return set(copies(names)).intersection(new)
