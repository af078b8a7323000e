"""Grids as CSV: what a Swedish spreadsheet opens as a table, and never runs."""

import csv
import io

import pytest
from hypothesis import given, strategies as st

from logs import chain, put, walk
from medborgarloften.render.grids import Grid
from medborgarloften.render.to_csv import grid
from world import World

BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
SIGNS = "=+-@＝＋－＠"
BEGINNINGS = (*SIGNS, "\t", "\r", "\n")
HIDDEN = (" ", "\N{NO-BREAK SPACE}", "\N{ZERO WIDTH SPACE}", BOM, "\N{WORD JOINER} ")


def read(text: str) -> list[list[str]]:
    """Return the cells as a spreadsheet reads them."""
    assert text.startswith(BOM)
    return list(csv.reader(io.StringIO(text.removeprefix(BOM), newline=""), delimiter=";"))


def test_a_grid() -> None:
    """A byte-order mark, semicolons, quotation marks only where they are needed, a line for each row."""
    rows = (("1", 'Torget; "Stora"'), ("2", "å"))
    assert grid(Grid(("Nr", "Löfte"), rows)) == f'{BOM}Nr;Löfte\n1;"Torget; ""Stora"""\n2;å\n'


def test_a_grid_without_rows_has_its_titles() -> None:
    """A program that reads it finds the columns."""
    assert read(grid(Grid(("Nr", "Löfte"), ()))) == [["Nr", "Löfte"]]


@pytest.mark.parametrize("beginning", BEGINNINGS)
def test_no_text_is_a_formula(beginning: str) -> None:
    """A text that a spreadsheet would calculate begins with an apostrophe, and is whole behind it."""
    text = f"{beginning}HYPERLINK(1)"
    assert read(grid(Grid(("A", "B"), ((text, f"a{text}"),))))[1] == [f"'{text}", f"a{text}"]


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("hidden", HIDDEN, ids=ascii)
def test_what_cannot_be_seen_hides_no_formula(hidden: str, sign: str) -> None:
    """Some spreadsheets leave out spaces and invisible characters before they calculate."""
    assert read(grid(Grid(("A",), ((f"{hidden}{sign}1",),))))[1] == [f"'{hidden}{sign}1"]
    assert read(grid(Grid(("A",), ((f"{hidden}a{sign}1",),))))[1] == [f"{hidden}a{sign}1"]


@given(st.lists(st.tuples(*[st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))] * 2)))
def test_whatever_the_texts(rows: list[tuple[str, str]]) -> None:
    """Every cell comes back as it was, or behind an apostrophe, and none begins as a formula does."""
    back = read(grid(Grid(("A", "B"), tuple(rows))))[1:]
    assert len(back) == len(rows)
    for row, cells in zip(rows, back, strict=True):
        for text, cell in zip(row, cells, strict=True):
            assert not cell.startswith(BEGINNINGS)
            assert cell == text or (cell == f"'{text}" and (text.startswith(BEGINNINGS) or text[0] in HIDDEN))


@pytest.mark.parametrize("beginning", BEGINNINGS)
def test_a_formula_in_the_log(solna: World, beginning: str) -> None:
    """Neither in a list nor in a status does what another program wrote become a formula."""
    text = f"{beginning}cmd|' /C calc'!A0"
    put(solna.folder / "log", chain(walk(1, note=text, areas=(text,), parties=(text,))))
    put(solna.folder / "log", chain(walk(2, note=None, ref=text)), "polis-000000.jsonl")
    solna.did("comment", "5", "--", f"{beginning}1+1")
    rows = [*read(solna.did("list", "--format", "csv")), *read(solna.did("status", "--format", "csv"))]
    assert len(rows) == 3 + 9
    assert not [cell for row in rows for cell in row if cell.startswith(BEGINNINGS)]


def test_a_formula_in_the_promise_file(solna: World) -> None:
    """Nor what the promise file says: a kind, an area, a party, a promise."""
    path = solna.folder / "promises-2022.yaml"
    text = path.read_text(encoding="utf-8")
    for word in ("Hagalund, focus", "Fotpatrullering på", "Polisen, en", "trygghetsvandring, en"):
        text = text.replace(word, f"=1+{word}")
    path.write_text(text, encoding="utf-8")
    solna.did("log", "walk", "--area", "hagalund", "--party", "police")
    rows = [*read(solna.did("list", "--format", "csv")), *read(solna.did("status", "--format", "csv"))]
    assert rows[1][2:5] == ["'=1+trygghetsvandring", "'=1+Hagalund", "'=1+Polisen"]
    assert not [cell for row in rows for cell in row if cell.startswith(BEGINNINGS)]
