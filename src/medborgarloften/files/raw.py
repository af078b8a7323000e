"""Lines of a file as they are, for what only `check` asks: conflict markers, and where a line belongs."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from medborgarloften.files.lines import chained, unsealed
from medborgarloften.files.log import BOM, open_regular, unreadable

_MARKER = re.compile(rb"(?:<<<<<<<|>>>>>>>|\|\|\|\|\|\|\|) |=======\Z")
_MOST_TRIES = 1_000_000  # about a second

_NAMED = r"[^()]*(?:conflicted copy|case conflict|konfliktkopia|motstridiga? kopia|SFConflict)[^()]*"
_COPY = re.compile(
    rf" ?\((?i:{_NAMED})\)"  # Dropbox, Nextcloud, Seafile
    r"|\.sync-conflict-[0-9]{8}-[0-9]{6}(?:-[0-9A-Z]+)?"  # Syncthing
    r"|_conflict-[0-9]{8}-[0-9]{6}"  # ownCloud
    r"|-(?:DESKTOP|LAPTOP|WIN)-[0-9A-Z]{6,}"  # OneDrive, with the usual names of machines
)
_BESIDE = re.compile(  # what says something only beside a file of the same name without it
    r" ?\([0-9]{1,2}\)$"  # Google Drive, browsers
    r"|(?i: [-–] (?:kopia|copy)(?: ?\([0-9]{1,2}\))?)$"  # Windows
    r"|(?i: (?:kopia|copy)(?: [0-9]{1,2})?| ?\((?:kopia|copy)\))$"  # macOS, Linux
)
_BESIDE_LOG = re.compile(  # what would be a good name for a promise file
    r" [2-9]$"  # iCloud
    r"|-(?=[0-9-]*[A-Z])[0-9A-Z-]{3,15}$"  # OneDrive: a writer's own file has small letters only
)
_SUFFIXES = (".jsonl", ".yaml", ".yml")


def copies(names: Iterable[str]) -> dict[str, str]:
    """Return the files of a folder that a sync program or a hand copied, each with the name it came from."""
    known = set(names)
    found = {}
    for name in sorted(known):
        stem, dot, suffix = name.rpartition(".")
        if dot + suffix not in _SUFFIXES:
            continue
        original = _COPY.sub("", stem)
        beside = _BESIDE.sub("", stem)
        if suffix == "jsonl":
            beside = _BESIDE_LOG.sub("", beside)
        if original != stem:
            found[name] = original + dot + suffix
        elif beside != stem and beside + dot + suffix in known:
            found[name] = beside + dot + suffix
    return found


def names_in(folder: Path) -> list[str]:
    """Return the names in a folder; a missing one has none. Raises `StorageError`."""
    try:
        return [path.name for path in folder.iterdir()]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise unreadable(folder, error) from None


def raw_lines(path: Path, most: int = -1) -> list[bytes]:
    """Return a file's lines without their ends, at most so many bytes. Raises `StorageError`."""
    try:
        with open_regular(path) as file:
            raw = file.read(most).removeprefix(BOM)
    except OSError as error:
        raise unreadable(path, error) from None
    return [line.removesuffix(b"\r") for line in raw.split(b"\n")]


def markers(lines: Iterable[bytes]) -> list[int]:
    """Return the numbers of the lines that git left in a merge; a line of `=` alone is none."""
    found = [(number, line) for number, line in enumerate(lines, start=1) if _MARKER.match(line)]
    return [number for number, _ in found] if any(line[:1] != b"=" for _, line in found) else []


def homes(lines: list[bytes], misfits: Iterable[int]) -> Mapping[int, int]:
    """Return after which line each of those belongs that do not continue the chain; 0 is the beginning.

    A line that continues none of the file was edited, or what stood before it is gone.
    """
    sums = [(number, unsealed(line)[1]) for number, line in enumerate(lines, start=1)]
    known = [(0, ""), *((number, own) for number, own in sums if own)]
    found = {}
    for number in list(misfits)[: _MOST_TRIES // len(known)]:
        body, own = unsealed(lines[number - 1]) if number <= len(lines) else (b"", None)
        home = next((place for place, before in known if own and chained(before, body) == own), None)
        if home is not None:
            found[number] = home
    return found
