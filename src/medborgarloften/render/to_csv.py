"""Grids as CSV that a Swedish Excel opens as a table: semicolons, a byte-order mark, and no formula ever."""

import csv
import re
from io import StringIO

from medborgarloften.render.grids import Grid

_FORMULA = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")


def grid(content: Grid) -> str:
    """Return the grid; a text that a spreadsheet would take for a formula is marked as text."""
    rows = [content.titles, *content.rows]
    return "\N{ZERO WIDTH NO-BREAK SPACE}" + "".join(_row([_harmless(cell) for cell in row]) for row in rows)


def _row(cells: list[str]) -> str:
    r"""Return a line; the writer quotes what holds `\r` only where that may end one."""
    out = StringIO(newline="")
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerow(cells)
    return out.getvalue().removesuffix("\r\n") + "\n"


def _harmless(text: str) -> str:
    return f"'{text}" if _FORMULA.match(text) else text
