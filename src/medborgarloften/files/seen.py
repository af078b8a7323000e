"""What this machine has seen of every writer's file, so that a loss is noticed."""

import hashlib
import json
import os
from collections.abc import Iterable
from pathlib import Path

from medborgarloften.domain.health import Health
from medborgarloften.files.log import SUFFIX, Ends
from medborgarloften.files.output import replace_whole

_OWN = frozenset(f"abcdefghijklmnopqrstuvwxyz0123456789-{SUFFIX}")


def memory_of(workspace: Path, state: Path | None) -> Path | None:
    """Return the file that remembers a workspace; None where this machine has no state folder."""
    name = hashlib.sha256(os.fsencode(os.path.realpath(workspace))).hexdigest()[:16]
    return state / f"seen-{name}.json" if state else None


def recall(memory: Path | None) -> Ends:
    """Return the records and the last `sum` of each file as last seen; what cannot be read is forgotten."""
    try:
        data = json.loads(memory.read_bytes()) if memory else {}
        return {str(name): (int(count), str(last)) for name, (count, last) in data["files"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
        return {}


def remember(memory: Path | None, before: Ends, health: Health) -> None:
    """Store what was seen now; a file that has lost records stays remembered as it was.

    A copy that a sync program made is not remembered: to move it away is no loss.

    A memory that cannot be written costs later notices only, and is no reason to stop.
    """
    lost = {trouble.file for trouble in health.of("vanished", "shrunk")}
    passing = lost | _copied(health.ends.keys(), health.ends.keys() - before.keys())
    files = {**before, **{name: end for name, end in health.ends.items() if name not in passing}}
    if memory is None or files == before:
        return
    text = json.dumps({"files": files}, separators=(",", ":"), ensure_ascii=False)
    try:
        memory.parent.mkdir(parents=True, exist_ok=True)
        replace_whole(memory, text.encode(), durable=False)
    except OSError:
        return


def _copied(names: Iterable[str], new: Iterable[str]) -> set[str]:
    """Return the new files that are copies; a writer's own name, of small letters, is that of none."""
    if all(_OWN.issuperset(name) for name in new):
        return set()
    from medborgarloften.files.raw import copies

    return set(copies(names)).intersection(new)
