"""Markdown and HTML read back by parsers that are not ours: the blocks of a page, and all that is markup."""

from html.parser import HTMLParser
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

_MARKS = {"text", "text_special", "strong_open", "strong_close", "em_open", "em_close"}
_VOID = {"meta", "path", "line", "circle", "rect", "wbr"}
_SHOWN = {"h1", "h2", "h3", "p", "li", "caption", "th", "td", "figcaption", "title", "desc", "text"}


class Parsed(NamedTuple):
    """One block: its sort (`h1`, `p`, `li`, `table` …) and its texts, of a table row by row."""

    sort: str
    texts: tuple[str, ...]


def markdown(source: str) -> list[Parsed]:
    """Return the blocks of a Markdown text, tables enabled; anything but plain text in one is an error."""
    tokens = MarkdownIt("commonmark").enable("table").parse(source)
    blocks: list[Parsed] = []
    rows: list[str] | None = None
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type == "table_open":
            rows = []
        elif token.type == "table_close":
            blocks.append(Parsed("table", tuple(rows or ())))
            rows = None
        elif token.type == "inline":
            text = _plain(token)
            if rows is not None:
                rows.append(text)
            else:
                assert before is not None
                blocks.append(Parsed("li" if before.hidden else before.tag, (text,)))
        elif token.type == "html_block":
            blocks.append(Parsed("html", (token.content,)))
        else:
            assert token.type.endswith(("_open", "_close")), token
            assert "ordered" not in token.type
            assert "quote" not in token.type
    return blocks


def _plain(inline: Token) -> str:
    """Return the text of an inline token that holds nothing but text, bold and italics."""
    assert inline.children is not None
    assert {child.type for child in inline.children} <= _MARKS, inline.content
    return "".join(child.content for child in inline.children)


class Html(HTMLParser):
    """A page: the texts of its elements in order, its tags with their attributes, and how they nest."""

    def __init__(self, source: str) -> None:
        """Read the whole page; an element that is not closed, or closed twice, is an error."""
        super().__init__(convert_charrefs=True)
        self.texts: list[Parsed] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.comments: list[str] = []
        self._open: list[str] = []
        self.feed(source)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag; a text begins with its element."""
        assert len({name for name, _ in attrs}) == len(attrs)
        self.tags.append((tag, dict(attrs)))
        if tag not in _VOID:
            self._open.append(tag)
        if tag in _SHOWN:
            self.texts.append(Parsed(tag, ("",)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag that closes itself."""
        assert tag in _VOID
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """Close the element that was opened last."""
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Add to the text of the element that is open; style sheets are none."""
        if any(tag in _SHOWN for tag in self._open):
            sort, (text,) = self.texts[-1]
            self.texts[-1] = Parsed(sort, (text + data,))
        else:
            assert not data.strip() or self._open[-1] == "style", data

    def handle_comment(self, data: str) -> None:
        """Note a comment."""
        self.comments.append(data)

    def of(self, *sorts: str) -> list[str]:
        """Return the texts of elements, in order."""
        return [text for sort, (text,) in self.texts if sort in sorts]

    def attributes(self, *tags: str) -> list[dict[str, str | None]]:
        """Return the attributes of elements, in order."""
        return [attributes for tag, attributes in self.tags if tag in tags]
