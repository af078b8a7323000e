"""Markdown: read back by another parser it is the blocks of the report, and text is nothing but text."""

import re

import pytest
from hypothesis import example, given, settings, strategies as st

from markup import Parsed, markdown
from medborgarloften.domain.activity import Record
from medborgarloften.domain.judging.standing import State
from medborgarloften.domain.promise import Area, Text
from medborgarloften.domain.report.build import Report
from medborgarloften.render import to_markdown
from medborgarloften.render.page.blocks import Heading, Items, Paragraph, Table
from medborgarloften.render.page.drawing import Picture
from medborgarloften.render.page.whole import page
from medborgarloften.render.words import phrases
from medborgarloften.render.words.wording import Words
from records import amended, comment, did, planned, promise, target
from reports import EN, EVERYTHING, GOOD, NASTY, SV, activities, report, rich


def read(value: Report, words: Words = SV) -> list[Parsed]:
    """Return the Markdown, read back."""
    return markdown(to_markdown.report(words, value).decode())


def shown(words: Words, value: Report) -> list[Parsed]:
    """Return the blocks that the Markdown must have; space around a text is none of it."""
    found: list[Parsed] = []
    content = page(words, value)
    for block in content.blocks:
        match block:
            case Heading():
                found.append(_parsed(f"h{block.level}", block.text))
            case Paragraph():
                found.append(_parsed("p", block.text))
            case Items():
                found += [_parsed("li", line) for line in block.lines]
            case Table():
                cells = [column.title for column in block.columns]
                cells += [f"{_symbol(cell.state)}{cell.text.strip()}" for row in block.rows for cell in row]
                found += [_parsed("p", block.caption), _parsed("table", *cells)]
            case Picture():
                found.append(_parsed("p", f"{block.title.strip()}. {block.description.strip()}"))
    return [*found, Parsed("html", (f"{content.trail}\n",))]


def _parsed(sort: str, *texts: str) -> Parsed:
    return Parsed(sort, tuple(text.strip() for text in texts))


def _symbol(state: State | None) -> str:
    return f"{phrases.SYMBOLS[state]} " if state else ""


def whole() -> Report:
    """Return a report that has every sort of block."""
    old = did("02-01", "walk", at="2022-02-01T08:00:00.000Z")
    return report(
        old,
        amended(old, "2022-03-07T08:00:00.000Z", occasions=2),
        did("03-14", "walk", "dialogue", areas=("hagalund",), note="Mörkt & halt"),
        did("03-01/03-31", "patrol", occasions=24, source="Polisen"),
        did("03-05", "patrol"),
        planned("03-10", "walk"),
        planned("09-10", "walk"),
        comment("Fotpatrullering", "03-30", "kept"),
        with_planned=True,
        health=GOOD._replace(conflicts=("x",)),
    )


@pytest.mark.parametrize("words", [SV, EN], ids=["sv", "en"])
def test_every_block_is_there(words: Words) -> None:
    """Headings, paragraphs, lists and tables of the report, in order; the line for programs ends it."""
    assert read(whole(), words) == shown(words, whole())


def test_it_is_readable_as_it_stands() -> None:
    """Nothing is escaped that needs no escape, and every block is set off by an empty line."""
    source = to_markdown.report(SV, whole()).decode()
    assert source.startswith("# Uppföljning av medborgarlöften, mars\N{NO-BREAK SPACE}2022\n\n**Solna · ")
    trail = '{"municipality": "Solna", "records": 3, "files": [{"records": 3, "sum": "00000000000000a1"}]}'
    assert source.endswith(f"\n<!-- loften-trail: {trail} -->\n")
    assert set(re.findall(r"\\.", source)) == {"\\&"}
    assert "\n\n\n" not in source
    assert all(line == line.rstrip(" ") for line in source.splitlines())


def test_numbers_are_aligned_to_the_right() -> None:
    """Columns of numbers say so in the rule of the table."""
    source = to_markdown.report(SV, whole()).decode()
    assert "| Område | Tillfällen |\n| --- | ---: |\n" in source


@given(st.lists(activities(), max_size=5))
@settings(max_examples=15)
def test_whatever_was_logged_is_there(records: list[Record]) -> None:
    """For any log the Markdown is the blocks of the report."""
    value = report(*records)
    assert read(value) == shown(SV, value)


def nasty(text: str) -> Report:
    """Return a report in which a text stands wherever a person may write one."""
    name = Text(text, text)
    records = [
        did("03-14", "walk", note=text, ref=text, source=text, areas=("hagalund",)),
        did("03-01/03-20", "walk", occasions=5, source=text, tags=(text,), parties=(text,)),
        did("02-01", text, source=text, at="2022-03-05T08:00:00.000Z"),
        comment("löfte", "03-30", "kept"),
    ]
    one = promise(target("walk", name=name), name="löfte", rule=name, decision=text)._replace(text=name)
    of = rich(one)._replace(title=name, source=name, contact=name, municipality=text)
    area = Area("hagalund", name, focus=True, aliases=())
    return report(*records, of=of._replace(areas={"hagalund": area}))


@pytest.mark.parametrize("text", NASTY, ids=lambda text: ascii(text[:12]))
def test_texts_are_texts(text: str) -> None:
    """Whatever somebody wrote in a note, a name or a promise is text: no markup, link, HTML or list."""
    assert read(nasty(text)) == shown(SV, nasty(text))


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30))
@example("a\\|b")
@example("\\")
@example(" #")
@example("\xa0x\xa0")
@example("+\u3000")
@settings(max_examples=100)
def test_any_text_is_text(text: str) -> None:
    """For any text at all, what is read back is what the blocks say."""
    assert read(nasty(text)) == shown(SV, nasty(text))


@given(st.text("\\`*_{}[]()#+-.!|<>&~$@:/= 1a", min_size=1, max_size=16))
@settings(max_examples=150)
def test_any_punctuation_is_text(text: str) -> None:
    """For any mixture of what Markdown knows, what is read back is what the blocks say."""
    assert read(nasty(text)) == shown(SV, nasty(text))


def test_every_promise_is_there_in_its_own_words() -> None:
    """Each promise has its row and its heading."""
    blocks = read(report())
    for one in EVERYTHING:
        assert any(block.sort == "h2" and block.texts[0].endswith(one.text.sv) for block in blocks)
        assert any(
            block.sort == "table" and any(text.endswith(one.text.sv) for text in block.texts)
            for block in blocks
        )
