"""Lines of a file as they are, for what only `check` asks: conflict markers, and where a line belongs."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from medborgarloften.files.disk import open_regular, unreadable
from medborgarloften.files.log.encode import chained, unsealed
from medborgarloften.files.log.read import BOM

_MARKER = re.compile(rb"(?:<<<<<<<|>>>>>>>|\|\|\|\|\|\|\|) |=======\Z")
_MOST_TRIES = 1_000_000  # about a second


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
