"""Plain tables in a terminal: whatever stands in them, no word is cut that the terminal has room for."""

from collections.abc import Sequence

from hypothesis import given, strategies as st
from rich.cells import cell_len

from medborgarloften.render.grids import Grid
from medborgarloften.render.to_terminal.canvas import Terminal
from medborgarloften.render.to_terminal.lists import grid
from medborgarloften.render.words.wording import NO_BREAK

TITLES = ("Id", "När", "Vad", "Var", "Part", "Anteckning", "Status")
BELOW = (5, 6, 4, 3, 2, 1)
INDENT = 2  # columns, of what stands below a row

_word = st.text(st.sampled_from("abcåäö-–,.()/歩📎"), min_size=1, max_size=24)
_day = st.sampled_from(["15 november 2026", "mars 2026", "20 oktober–3 november 2026"])
_cell = st.lists(_word, max_size=8).map(" ".join)
_row = st.tuples(st.sampled_from(["2dec", "0" * 36]), _day, _cell, _cell, _cell, _cell, _cell)
_glued = _row.map(lambda row: (row[0], row[1].replace(" ", NO_BREAK), *row[2:]))


def drawn(rows: Sequence[tuple[str, ...]], width: int) -> str:
    """Return the table as a person sees it."""
    return grid(Grid(TITLES, tuple(rows), below=BELOW), Terminal(width, None))


@given(st.lists(_glued, min_size=1, max_size=6), st.integers(60, 160))
def test_every_word_of_every_cell_is_whole(rows: Sequence[tuple[str, ...]], width: int) -> None:
    """At each width: a day is one word; only what is longer than the terminal is broken, and no line is."""
    text = drawn(rows, width)
    assert all(cell_len(line) <= width for line in text.splitlines())
    for cell in (cell for row in rows for cell in row):
        for word in cell.split(" "):
            assert cell_len(word) > width - INDENT or word.replace(NO_BREAK, " ") in text


@given(st.lists(_glued, min_size=1, max_size=6), st.integers(60, 160))
def test_every_cell_has_its_title(rows: Sequence[tuple[str, ...]], width: int) -> None:
    """In the head, or before each cell that stands below its row; a column that is empty has none."""
    head, *lines = drawn(rows, width).splitlines()
    for place, title in enumerate(TITLES):
        filled = sum(bool(row[place]) for row in rows)
        below = sum(line.count(f"{title}: ") for line in f"{chr(10).join(lines)} ".splitlines())
        below += sum(line.endswith(f"{title}:") for line in lines)
        assert below == (0 if title in head.split() else filled)


def test_the_note_goes_first() -> None:
    """What a record is stays beside its id as long as it can; the note has a line of its own."""
    row = ("20c8", "15 november 2026".replace(" ", NO_BREAK), "trygghetsvandring", "Norrby och Söderby")
    rows = [(*row, "Polisen och Kommunen", "Belysning saknas vid gångtunneln", "makulerad")]
    heads = {width: drawn(rows, width).splitlines()[0].split() for width in (60, 80, 100, 160)}
    assert heads[160] == heads[100] == list(TITLES)
    assert heads[80] == ["Id", "När", "Vad", "Var", "Part", "Status"]
    assert heads[60] == ["Id", "När", "Vad", "Var"]
    assert drawn(rows, 80).splitlines()[-1] == "  Anteckning: Belysning saknas vid gångtunneln"


def test_numbers_are_set_right() -> None:
    """A column of numbers is aligned where they end."""
    text = grid(Grid(("Nr", "Vad"), (("1", "a"), ("100", "b")), frozenset({0})), Terminal(80, None))
    assert text.splitlines()[2:] == ["  1  a", "100  b"]
