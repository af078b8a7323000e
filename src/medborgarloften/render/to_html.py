"""A report as one HTML page: no script, nothing fetched from anywhere."""

import re
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from medborgarloften.domain.report.build import Report
from medborgarloften.render.page.drawing import Picture
from medborgarloften.render.page.whole import page
from medborgarloften.render.words import phrases
from medborgarloften.render.words.wording import Words

_TEMPLATES = Path(__file__).parent / "templates"
_LONG = re.compile(r"\S{24}(?=\S)")  # what of a word may stand without a break


def report(words: Words, value: Report) -> bytes:
    """Return the page; every text is escaped by Jinja2."""
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["breakable"] = _breakable
    content = page(words, value)
    html = environment.get_template("report.html.j2").render(
        page=content, symbols=phrases.SYMBOLS, kind=_kind, drawn=_drawn
    )
    return html.encode()


def _kind(block: object) -> str:
    """Return which part of the template shows a block."""
    return type(block).__name__.lower()


def _breakable(text: str) -> Markup:
    """Return a cell's text with places where an endless word may break, or it would widen the table."""
    return Markup("<wbr>").join(_LONG.sub("\\g<0>\0", text).split("\0"))


def _drawn(picture: Picture) -> Markup:
    """Return a picture as it is: its texts were escaped when it was drawn."""
    return Markup(picture.svg)  # noqa: S704 - made by pictures.py alone
