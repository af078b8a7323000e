"""A file's lines as bytes, read again for what is rarely asked: conflict markers, and lines that moved."""

import re
from collections.abc import Iterable
from pathlib import Path

from medborgarloften.files.disk import open_regular, unreadable
from medborgarloften.files.log.encode import chained, unsealed
from medborgarloften.files.log.read import BOM

_MARKER = re.compile(rb"(?:<<<<<<<|>>>>>>>|\|\|\|\|\|\|\|) |=======\Z")
_MOST_TRIES = 1_000_000  # about a second


def raw_lines(path: Path, most: int = -1) -> list[bytes]:
    """Return the lines of a file, or of its first `most` bytes, without line ends. Raises `StorageError`."""
    try:
        with open_regular(path) as file:
            raw = file.read(most).removeprefix(BOM)
    except OSError as error:
        raise unreadable(path, error) from None
    return [line.removesuffix(b"\r") for line in raw.split(b"\n")]


def markers(lines: Iterable[bytes]) -> list[int]:
    """Return the numbers of git's conflict markers, from 1; a line of `=` alone does not count."""
    marked = {number: line for number, line in enumerate(lines, start=1) if _MARKER.match(line)}
    return list(marked) if any(not line.startswith(b"=") for line in marked.values()) else []


def belongs_after(lines: list[bytes], misfits: Iterable[int]) -> dict[int, int]:
    """Return by number, for lines that do not continue the chain, the line that they follow; 0 is the start.

    A line that is missing in the answer was edited, or what stood before it is gone.
    """
    numbered = [(number, unsealed(line)[1]) for number, line in enumerate(lines, start=1)]
    links = [(0, ""), *((number, stored) for number, stored in numbered if stored)]
    before = {}
    for misfit in list(misfits)[: _MOST_TRIES // len(links)]:
        body, stored = unsealed(lines[misfit - 1]) if misfit <= len(lines) else (b"", None)
        fitting = (number for number, previous in links if stored and chained(previous, body) == stored)
        if (number := next(fitting, None)) is not None:
            before[misfit] = number
    return before
