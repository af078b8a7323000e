"""The blocks that a report's page is made of, in words: what HTML and Markdown render, without any markup."""

from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from medborgarloften.domain.judging.standing import State
from medborgarloften.render.page.drawing import Picture
from medborgarloften.render.words.wording import Words


class Heading(NamedTuple):
    """A heading of level 1 to 3."""

    level: int
    text: str


class Paragraph(NamedTuple):
    """A paragraph; `role` is "", "lead", "warning" or "note"."""

    text: str
    role: str = ""


class Items(NamedTuple):
    """A list of lines."""

    lines: tuple[str, ...]


class Column(NamedTuple):
    """A column of a table."""

    title: str
    numeric: bool = False


def columns(words: Words, *names: str, numeric: Container[str] = ()) -> tuple[Column, ...]:
    """Return the columns of those names in the catalogue (`report.col.*`), some of them of numbers."""
    return tuple(Column(words.say(f"report.col.{name}"), name in numeric) for name in names)


class Cell(NamedTuple):
    """A cell; one with a state is shown with its symbol."""

    text: str
    state: State | None = None


class Table(NamedTuple):
    """A table; the first cell of a row is its header."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


Block = Heading | Paragraph | Items | Table | Picture


def items(words: Words, lines: Sequence[str], most: int, role: str = "") -> Iterator[Block]:
    """Yield a list of at most so many lines, and how many more there are, in a paragraph of that role."""
    yield Items(tuple(lines[:most]))
    if len(lines) > most:
        yield Paragraph(words.say("report.more_lines", count=len(lines) - most), role)
