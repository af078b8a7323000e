"""Lists for the terminal: promises with their lines, and plain tables."""

from typing import Literal

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from medborgarloften.render.grids import Grid
from medborgarloften.render.to_terminal.canvas import Terminal, plain, rendered
from medborgarloften.render.to_terminal.rows import Flow, indented

_GAP = 2  # columns, after each one of a table


def promises(numbered: list[tuple[int, str, list[str]]], heading: list[str], terminal: Terminal) -> str:
    """Return promises, each with its number, its own words in bold and its lines below."""
    parts: list[RenderableType] = [plain(line, "" if index else "bold") for index, line in enumerate(heading)]
    for number, text, lines in numbered:
        grid = Table.grid(padding=(0, 1, 0, 0))
        grid.add_row(f"{number}.", Group(plain(text, "bold"), *(plain(line) for line in lines)))
        parts += ["", grid] if parts else [grid]
    return rendered(Group(*parts), terminal)


def grid(content: Grid, terminal: Terminal) -> str:
    """Return a plain table without columns that are empty in every row.

    No word that the terminal has room for is cut: where the longest words of all columns do not fit side by
    side, the columns of `content.below` are left out one by one, and their cells stand below the row.
    """
    filled = [column for column in range(len(content.titles)) if any(row[column] for row in content.rows)]
    columns, below = _side_by_side(content, filled, terminal.width)
    titles = [plain(content.titles[column], "bold") for column in columns]
    rows = [[plain(row[column]) for column in columns] for row in content.rows]
    widths = _widths(list(zip(titles, *rows, strict=True)), terminal.width - _GAP * len(columns))
    head, table = _table(content, columns, widths), _table(content, columns, widths)
    head.add_row(*titles)
    parts: list[RenderableType] = [head, "─" * (sum(widths) + _GAP * len(widths) - 1), table]
    for cells, row in zip(rows, content.rows, strict=True):
        table.add_row(*cells)
        more = [plain(f"{content.titles[column]}: {row[column]}") for column in below if row[column]]
        if more:
            parts += [indented(Flow(more)), table := _table(content, columns, widths)]
    return rendered(Group(*parts), terminal)


def _side_by_side(content: Grid, filled: list[int], width: int) -> tuple[list[int], list[int]]:
    """Return the columns that fit beside each other with their longest words, and those that do not."""
    columns, longest = list(filled), {column: _longest(content, column) for column in filled}
    for next_below in content.below:
        if sum(longest[column] + _GAP for column in columns) <= width:
            break
        columns = [column for column in columns if column != next_below]
    return columns, [column for column in filled if column not in columns]


def _longest(content: Grid, column: int) -> int:
    cells = (content.titles[column], *(row[column] for row in content.rows))
    return max(map(_longest_word, map(plain, cells)))


def _longest_word(cell: Text) -> int:
    """Return the columns that the longest word takes."""
    return max((cell_len(word) for word in cell.plain.split()), default=0)


def _table(content: Grid, columns: list[int], widths: list[int]) -> Table:
    table = Table.grid(padding=(0, _GAP, 0, 0))
    for column, width in zip(columns, widths, strict=True):
        justify: Literal["left", "right"] = "right" if column in content.numeric else "left"
        table.add_column(justify=justify, width=width, overflow="fold")
    return table


def _widths(columns: list[tuple[Text, ...]], room: int) -> list[int]:
    """Return each column's width: its longest word, then what is left, the columns that need least first."""
    widths = [max(map(_longest_word, column)) for column in columns]
    while sum(widths) > room:
        widths[widths.index(max(widths))] -= 1
    wanted = [max(cell.cell_len for cell in column) for column in columns]
    for column in sorted(range(len(columns)), key=lambda n: wanted[n] - widths[n]):
        widths[column] += min(wanted[column] - widths[column], room - sum(widths))
    return widths
