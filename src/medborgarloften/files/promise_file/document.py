"""A promise file as text and plain data, and where its values stand; knows neither YAML nor the format."""

import re
from functools import lru_cache
from typing import Any, NamedTuple

from medborgarloften.errors import DataError, Finding, Place

KeyPath = tuple[str | int, ...]
"""Where a value stands in plain data: the keys and indices that lead to it."""
_BREAK = re.compile(r"[\n\r\x85\u2028\u2029]")  # what the parser counts as the end of a line


class Position(NamedTuple):
    """A line and a column, both from 1."""

    line: int
    column: int


class Document(NamedTuple):
    """A file's plain data, the positions of values and keys, and the keys that are repeated.

    `cut` has the plain texts that a comment on their last line ends, with the position of its `#`.
    """

    data: Any
    values: dict[KeyPath, Position]
    keys: dict[KeyPath, Position]
    repeated: tuple[tuple[KeyPath, Position], ...]
    cut: dict[KeyPath, Position]


def read_text(raw: bytes, file: str) -> str:
    """Decode a file; a byte-order mark is skipped, and CR LF read as LF. Raises `DataError`."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line = before.count(b"\n") + 1
        raise DataError(Finding("file.not_utf8", {}, Place(file, line))) from None
    return text.replace("\r\n", "\n")


def value_at(data: Any, path: KeyPath) -> Any:
    """Return the value at a path. Raises `KeyError` or `IndexError` where there is none."""
    for step in path:
        data = data[step]
    return data


def line_at(text: str, position: Position) -> str:
    """Return the real line of a position, without its line end."""
    lines = _lines(text)
    return lines[position.line - 1] if position.line <= len(lines) else ""


@lru_cache(maxsize=4)  # a file with thousands of faults is split once, and its lines are shared
def _lines(text: str) -> list[str]:
    return _BREAK.split(text)


def line_span(text: str, line: int) -> tuple[int, int]:
    """Return where a line begins and ends in the text, without its line end; lines count from 1."""
    starts = [0, *(match.end() for match in _BREAK.finditer(text))]
    start = starts[line - 1]
    match = _BREAK.search(text, start)
    return start, match.start() if match else len(text)


def offset_at(text: str, position: Position) -> int:
    """Return where a position lies in the text, from 0."""
    return line_span(text, position.line)[0] + position.column - 1


def place_at(position: Position, text: str, file: str) -> Place:
    """Return a position as the place of a finding, with its real line."""
    return Place(file, *position, line_at(text, position))
