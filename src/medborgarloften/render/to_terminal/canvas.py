"""What every table of the terminal is drawn with."""

from io import StringIO
from typing import NamedTuple

from rich.console import Console, RenderableType
from rich.text import Text

from medborgarloften.render.words.wording import NO_BREAK

_GLUE = "\ue000"  # of the private use area, where no text has a character


class Terminal(NamedTuple):
    """What is known of the terminal: columns, and the colours it has ("256", "standard" or None)."""

    width: int
    colours: str | None


def rendered(content: RenderableType, terminal: Terminal) -> str:
    """Render to text; trailing space is left out, so that a pasted table is clean."""
    console = Console(
        file=StringIO(),
        width=terminal.width,
        color_system=terminal.colours,  # type: ignore[arg-type]  # rich's Literal has more members
        force_terminal=terminal.colours is not None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )
    console.print(content)
    assert isinstance(console.file, StringIO)
    text = console.file.getvalue().replace(_GLUE, " ")
    return "\n".join(line.rstrip() for line in text.splitlines()) + "\n"


def plain(text: str, style: str = "") -> Text:
    """Return a text that is not broken where it holds a no-break space; rich breaks there."""
    return Text(text.replace(NO_BREAK, _GLUE), style=style)
