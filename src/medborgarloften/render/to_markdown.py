"""A report as Markdown (CommonMark with tables); every text is escaped, so that nothing in it is markup."""

import re

from medborgarloften.domain.report.build import Report
from medborgarloften.render.grids import Grid
from medborgarloften.render.page.blocks import Block, Cell, Heading, Items, Paragraph, Table
from medborgarloften.render.page.drawing import Picture
from medborgarloften.render.page.whole import page
from medborgarloften.render.words import phrases
from medborgarloften.render.words.wording import Words

_MARKUP = re.compile(r"[\\`*_\[\]<>|~&$@#]|(?<=:)//|(?<=www)\.")
_AT_START = re.compile(r"^[+=-]|^(\d+)(?=[.)])")


def report(words: Words, value: Report) -> bytes:
    """Return the page as Markdown."""
    content = page(words, value)
    blocks = [_block(block) for block in content.blocks]
    return "\n\n".join([*blocks, f"{content.trail}\n"]).encode()


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"{'#' * block.level} {escaped(block.text)}"
        case Paragraph():
            if block.role in ("lead", "warning"):
                return f"**{escaped(block.text)}**"
            return _line(block.text)
        case Items():
            return "\n".join(f"* {_line(line)}" for line in block.lines)
        case Table():
            return _table(block)
        case Picture():
            return f"*{escaped(block.title)}.* {escaped(block.description)}"


def _table(table: Table) -> str:
    titles = [escaped(column.title) for column in table.columns]
    rule = ["---:" if column.numeric else "---" for column in table.columns]
    rows = [[_cell(cell) for cell in row] for row in table.rows]
    lines = [f"| {' | '.join(row)} |" for row in (titles, rule, *rows)]
    return f"**{escaped(table.caption)}**\n\n" + "\n".join(lines)


def _cell(cell: Cell) -> str:
    symbol = f"{phrases.SYMBOLS[cell.state]} " if cell.state else ""
    return symbol + escaped(cell.text)


def grid(content: Grid) -> str:
    """Return a grid as a table."""
    rule = ["---:" if number in content.numeric else "---" for number in range(len(content.titles))]
    rows = [[escaped(cell) for cell in row] for row in (content.titles, *content.rows)]
    return "\n".join(f"| {' | '.join(row)} |" for row in (rows[0], rule, *rows[1:])) + "\n"


def escaped(text: str) -> str:
    """Return a text that Markdown shows as it is, within a line; space around it would be markup."""
    return _MARKUP.sub(r"\\\g<0>", text.strip())


def _line(text: str) -> str:
    """Return a text that Markdown shows as it is, at the beginning of a line too."""
    return _AT_START.sub(lambda match: f"{match[1]}\\" if match[1] else f"\\{match[0]}", escaped(text))
