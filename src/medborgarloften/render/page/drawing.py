"""What pictures are drawn with: SVG shapes whose colours are classes of the page.

Shapes and texts tell everything; colour only supports them. Without the page's style sheet a picture is
drawn in the colour of the text.
"""

from html import escape
from typing import NamedTuple

WIDTH = 640


class Picture(NamedTuple):
    """An SVG with its title, a caption that tells how to read it, and in words all that it shows."""

    title: str
    caption: str
    description: str
    svg: str


def line(name: str, begin: tuple[float, float], end: tuple[float, float], dashes: str = "none") -> str:
    """Return a straight line of a class."""
    return (
        f'<line class="{name}" x1="{begin[0]:.1f}" y1="{begin[1]:.1f}" x2="{end[0]:.1f}" y2="{end[1]:.1f}" '
        f'stroke="currentColor" stroke-width="1.5" stroke-dasharray="{dashes}"/>'
    )


def dot(x: float, y: float) -> str:
    """Return a dot of the done line."""
    return f'<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="4" fill="currentColor"/>'


def label(x: float, y: float, text: str, anchor: str) -> str:
    """Return a text at a point; `anchor` is "start", "middle" or "end"."""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="12" fill="currentColor">'
        f"{escape(text)}</text>"
    )


def short(name: str, most: int) -> str:
    """Return a name in at most so many letters; the description of the picture has it whole."""
    return name if len(name) <= most else name[: max(1, most - 1)].rstrip() + "…"


def svg(key: str, title: str, description: str, shapes: list[str], height: int) -> str:
    """Return the whole picture; `key` makes the ids of its title and description."""
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {WIDTH} {height}" '
        f'aria-labelledby="{key}-title" aria-describedby="{key}-says">'
        f'<title id="{key}-title">{escape(title)}</title><desc id="{key}-says">{escape(description)}</desc>'
    )
    return "\n".join([head, *shapes, "</svg>"])


def box(name: str, corner: tuple[float, float], size: tuple[float, float], *, filled: bool) -> str:
    """Return a rectangle from its upper left corner, filled or as an outline."""
    (left, top), (width, height) = corner, size
    fill, stroke = ("currentColor", "none") if filled else ("none", "currentColor")
    return (
        f'<rect class="{name}" x="{left:.1f}" y="{top:.1f}" width="{width:.1f}" height="{height:.1f}" '
        f'fill="{fill}" stroke="{stroke}"/>'
    )
