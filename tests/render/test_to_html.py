"""The HTML page: every block of the report, text as text, and nothing that acts or comes from elsewhere."""

from itertools import pairwise

import pytest
from hypothesis import given, settings, strategies as st

from markup import Html
from medborgarloften.domain.activity import Record
from medborgarloften.domain.judging.standing import State
from medborgarloften.domain.promise import Area, Text
from medborgarloften.domain.report.build import Report
from medborgarloften.render import to_html
from medborgarloften.render.page.blocks import Heading, Items, Paragraph, Table
from medborgarloften.render.page.drawing import Picture
from medborgarloften.render.page.whole import page
from medborgarloften.render.words import phrases
from medborgarloften.render.words.wording import NO_BREAK, Words
from records import amended, comment, did, planned, promise, target
from reports import EN, EVERYTHING, GOOD, NASTY, SV, activities, report, rich

TAGS = {
    *(
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "main",
        "section",
        "h1",
        "h2",
        "p",
        "ul",
        "li",
        "span",
    ),
    *("table", "caption", "thead", "tbody", "tr", "th", "td", "figure", "figcaption"),
    *("svg", "desc", "line", "path", "circle", "rect", "text"),
}


def read(value: Report, words: Words = SV) -> Html:
    """Return the page, read back."""
    return Html(to_html.report(words, value).decode())


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


def shown(words: Words, value: Report) -> list[tuple[str, str]]:
    """Return the texts that the page must show, each with its element, in order."""
    found: list[tuple[str, str]] = []
    for block in page(words, value).blocks:
        match block:
            case Heading():
                found.append((f"h{block.level}", block.text))
            case Paragraph():
                found.append(("p", block.text))
            case Items():
                found += [("li", line) for line in block.lines]
            case Table():
                found.append(("caption", block.caption))
                found += [("th", column.title) for column in block.columns]
                for row in block.rows:
                    found.append(("th", row[0].text))
                    found += [("td", f"{_symbol(cell.state)}{cell.text}") for cell in row[1:]]
            case Picture():
                found += [("title", block.title), ("desc", block.description)]
                found.append(("figcaption", f"{block.title}. {block.caption}"))
    return found


def _symbol(state: State | None) -> str:
    return f"{phrases.SYMBOLS[state]}{NO_BREAK}" if state else ""


def texts(parsed: Html) -> list[tuple[str, str]]:
    """Return what a page shows, but for the labels inside pictures and the title of the window."""
    return [(sort, text) for sort, (text,) in parsed.texts if sort != "text"][1:]


@pytest.mark.parametrize("words", [SV, EN], ids=["sv", "en"])
def test_every_block_is_on_the_page(words: Words) -> None:
    """All texts of the report are there, in order, in the elements that they belong in; and nothing else."""
    parsed = read(whole(), words)
    assert texts(parsed) == shown(words, whole())
    assert {tag for tag, _ in parsed.tags} == TAGS


@given(st.lists(activities(), max_size=5))
@settings(max_examples=15)
def test_whatever_was_logged_is_on_the_page(records: list[Record]) -> None:
    """For any log the page shows the texts of its blocks."""
    value = report(*records)
    assert texts(read(value)) == shown(SV, value)


def test_the_head_of_the_page() -> None:
    """Language, title, encoding, a policy that lets nothing in, and the line for programs."""
    parsed = read(whole(), EN)
    source = to_html.report(EN, whole()).decode()
    assert source.startswith('<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n')
    assert parsed.of("title")[0] == page(EN, whole()).title
    metas = {a.get("name") or a.get("http-equiv"): a.get("content") for a in parsed.attributes("meta")}
    assert metas["Content-Security-Policy"] == "default-src 'none'; style-src 'unsafe-inline'"
    assert f"\n{page(EN, whole()).trail}\n" in source
    assert read(whole()).attributes("html") == [{"lang": "sv"}]


def test_nothing_acts_and_nothing_is_fetched() -> None:
    """No script, no link, no address, no event; the style sheet fetches nothing."""
    parsed = read(whole())
    names = {name for _, attributes in parsed.tags for name in attributes}
    assert not {name for name in names if name.startswith("on")}
    assert not names & {"href", "src", "srcset", "action", "style", "xlink:href"}
    source = to_html.report(SV, whole()).decode()
    assert "url(" not in source
    assert "@import" not in source
    assert source.count("http") == source.count('xmlns="http://www.w3.org/2000/svg"') + 1  # http-equiv
    assert parsed.comments == [page(SV, whole()).trail.removeprefix("<!--").removesuffix("-->")]


def test_headings_tables_and_pictures_can_be_read_without_seeing() -> None:
    """One first heading and none jumped over; headers with their scope; pictures with a title and a text."""
    parsed = read(whole())
    levels = [int(tag[1]) for tag, _ in parsed.tags if tag in ("h1", "h2", "h3")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all(each.get("scope") in ("col", "row") for each in parsed.attributes("th"))
    tables = [block for block in page(SV, whole()).blocks if isinstance(block, Table)]
    scopes = [each.get("scope") for each in parsed.attributes("th")]
    assert scopes.count("col") == sum(len(table.columns) for table in tables)
    assert scopes.count("row") == sum(len(table.rows) for table in tables)
    identifiers = [each["id"] for _, each in parsed.tags if "id" in each]
    assert len(set(identifiers)) == len(identifiers)
    for svg in parsed.attributes("svg"):
        assert {svg["aria-labelledby"], svg["aria-describedby"]} <= set(identifiers)


def test_a_state_is_a_word_and_its_symbol_is_not_read_out() -> None:
    """Colour and symbol only support the word; each cell names its column for narrow screens."""
    parsed = read(whole())
    spans = parsed.attributes("span")
    assert spans
    assert all(each == {"aria-hidden": "true"} for each in spans)
    assert all(each.get("data-column") for each in parsed.attributes("td"))


@pytest.mark.parametrize("text", NASTY, ids=lambda text: ascii(text[:12]))
def test_texts_are_texts(text: str) -> None:
    """Whatever somebody wrote in a note, a name or a promise, the page has it as text alone."""
    name = Text(text, text)
    records = [
        did("03-14", "walk", note=text, ref=text, source=text, areas=("hagalund",)),
        did("03-01/03-20", "walk", occasions=5, source=text, tags=(text,), parties=(text,)),
        did("02-01", "walk", source=text, at="2022-03-05T08:00:00.000Z"),
    ]
    promises = (promise(target("walk", name=name), name=text, rule=name, decision=text),)
    of = rich(*promises)._replace(title=name, source=name, contact=name, municipality=text)
    of = of._replace(areas={"hagalund": Area("hagalund", name, focus=True, aliases=())})
    value = report(*records, of=of)
    parsed = read(value)
    assert texts(parsed) == shown(SV, value)
    assert parsed.of("title")[0] == page(SV, value).title
    assert {tag for tag, _ in parsed.tags} <= TAGS | {"wbr"}
    assert not {key for _, each in parsed.tags for key in each if key.startswith("on")}
    assert parsed.comments == [page(SV, value).trail.removeprefix("<!--").removesuffix("-->")]


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30))
@settings(max_examples=60)
def test_any_text_is_text(text: str) -> None:
    """For any text at all, the page shows what its blocks say."""
    name = Text(text, text)
    of = rich(promise(counts=("walk",), name=text, rule=name))
    value = report(did("03-14", "walk", note=text, areas=(text,)), of=of)
    assert texts(read(value)) == shown(SV, value)


def test_every_promise_is_on_the_page_in_its_own_words() -> None:
    """Each promise has its row and its heading."""
    parsed = read(report())
    for one in EVERYTHING:
        assert any(text.endswith(one.text.sv) for text in parsed.of("h2"))
        assert any(text.endswith(one.text.sv) for text in parsed.of("th"))
