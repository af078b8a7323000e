"""Grids as CSV that a Swedish Excel opens as a table: semicolons, a byte-order mark, and no formula ever."""

import csv
from io import StringIO

from medborgarloften.render.grids import Grid

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def grid(content: Grid) -> str:
    """Return the grid; a text that a spreadsheet would take for a formula is marked as text."""
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    writer.writerow(content.titles)
    writer.writerows([_harmless(cell) for cell in row] for row in content.rows)
    return "\N{ZERO WIDTH NO-BREAK SPACE}" + out.getvalue()


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
