"""Lists for the terminal: promises with their lines, and plain tables."""

from typing import Literal

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from medborgarloften.render.grids import Grid
from medborgarloften.render.to_terminal.canvas import Terminal, plain, rendered


def promises(shown: list[tuple[int, str, list[str]]], heading: list[str], terminal: Terminal) -> str:
    """Return promises, each with its number, its own words in bold and its lines below."""
    parts: list[RenderableType] = [plain(line, "" if place else "bold") for place, line in enumerate(heading)]
    for number, text, lines in shown:
        grid = Table.grid(padding=(0, 1, 0, 0))
        grid.add_row(f"{number}.", Group(plain(text, "bold"), *(plain(line) for line in lines)))
        parts += ["", grid] if parts else [grid]
    return rendered(Group(*parts), terminal)


def grid(content: Grid, terminal: Terminal) -> str:
    """Return a plain table without columns that are empty in every row; words stay whole if they fit."""
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), show_edge=False, header_style="bold")
    filled = [place for place in range(len(content.titles)) if any(row[place] for row in content.rows)]
    rows = [[plain(row[place]) for place in filled] for row in (content.titles, *content.rows)]
    widths = _widths(list(zip(*rows, strict=True)), terminal.width - 2 * len(filled))
    for place, width in zip(filled, widths, strict=True):
        justify: Literal["left", "right"] = "right" if place in content.numeric else "left"
        table.add_column(content.titles[place], justify=justify, width=width, overflow="fold")
    for row in rows[1:]:
        table.add_row(*row)
    return rendered(table, terminal)


def _widths(columns: list[tuple[Text, ...]], room: int) -> list[int]:
    """Return each column's width: its longest word, then what is left, the columns that need least first."""
    widths = [max(len(word) for cell in column for word in ("", *cell.plain.split())) for column in columns]
    while sum(widths) > room:
        widths[widths.index(max(widths))] -= 1
    wanted = [max(cell.cell_len for cell in column) for column in columns]
    for place in sorted(range(len(columns)), key=lambda n: wanted[n] - widths[n]):
        widths[place] += min(wanted[place] - widths[place], room - sum(widths))
    return widths
