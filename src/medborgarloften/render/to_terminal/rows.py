"""The rows of targets: name, bar, figure and details, laid out for the columns that there are."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.padding import Padding
from rich.text import Text

from medborgarloften.domain.judging.standing import Buckets, State, TargetProgress
from medborgarloften.render.words.targets import buckets_of

_INDENT = 2  # columns, of what is shown below a promise's words
_SHORTEST_BAR, _LONGEST_BAR = 6, 20  # columns
_DOT = " · "  # between the parts of a line
COLOURS: dict[State, str] = {  # at least 3.7:1 on black and on white
    "met": "color(28)",
    "on_track": "color(28)",
    "behind": "bold color(166)",
    "booked": "color(26)",
    "broken": "bold color(166)",
    "undetermined": "bold",
    "withdrawn": "",
    "missed": "bold color(160)",
    "not_started": "",
    "ongoing": "color(26)",
    "nothing_logged": "",
    "no_need": "",
}


def indented(content: RenderableType) -> Padding:
    """Return what is shown below a promise's words."""
    return Padding(content, (0, 0, 0, _INDENT))


class Flow(NamedTuple):
    """Parts of a line with dots between them; a line is broken between two parts, and the dot left out."""

    parts: Sequence[Text]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Fill the lines."""
        line = self.parts[0]
        for part in self.parts[1:]:
            longer = Text.assemble(line, _DOT, part)
            if longer.cell_len > options.max_width:
                yield line
                longer = part
            line = longer
        yield line


class Widths(NamedTuple):
    """The columns that the longest name, figure and details of all targets take."""

    names: int
    figures: int
    details: int


class TargetRow(NamedTuple):
    """A target's name, bar, figure and details: on one line, on two, or the name on one of its own.

    An area's row is `depth` 1, below its target's.
    """

    name: Text
    figure: Text
    details: list[Text]
    progress: TargetProgress
    widths: Widths = Widths(0, 0, 0)
    depth: int = 0

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Lay the row out as all rows of the table are laid out in these columns."""
        names, figures, details = self.widths
        room = options.max_width - names - figures - 2
        if room < _SHORTEST_BAR:
            yield self.named
            room = max(options.max_width - figures - 1 - _INDENT * self.depth, _SHORTEST_BAR)
            bar = _bar(self.progress, min(room, _LONGEST_BAR))
            yield Text.assemble(" " * _INDENT * self.depth, bar, " ", self.figure)
            yield from self._below()
            return
        bar = _bar(self.progress, min(room, _LONGEST_BAR))
        head = Text.assemble(_padded(self.named, names), " ", bar, " ", self.figure)
        if room - _LONGEST_BAR >= len(_DOT) + details:
            yield Flow([_padded(head, names + _LONGEST_BAR + figures + 2), *self.details])
        else:
            yield head
            yield from self._below()

    @property
    def named(self) -> Text:
        """The name, where the row begins."""
        return Text.assemble(" " * _INDENT * self.depth, self.name)

    def _below(self) -> RenderResult:
        if self.details:
            yield Padding(Flow(self.details), (0, 0, 0, _INDENT * (self.depth + 1)))


def _padded(text: Text, width: int) -> Text:
    return Text.assemble(text, " " * (width - text.cell_len))


def laid_out(promises: list[list[TargetRow]]) -> list[list[TargetRow]]:
    """Return the rows with the columns that all of them share."""
    rows = [row for of_promise in promises for row in of_promise]
    widths = Widths(
        max((row.named.cell_len for row in rows), default=0),
        max((row.figure.cell_len for row in rows), default=0),
        max((Text(_DOT).join(row.details).cell_len for row in rows), default=0),
    )
    return [[row._replace(widths=widths) for row in of_promise] for of_promise in promises]


def _bar(progress: TargetProgress, width: int) -> Text:
    """Return a bar: done, booked and the rest, each of its own shape; or the buckets in their order."""
    if (buckets := buckets_of(progress)) is not None:
        return _padded(buckets_bar(buckets, width), width)
    if progress.target.by_bucket and progress.areas:
        return Text(" " * width)
    scale = width / Fraction(progress.required)
    done = min(width, int(Fraction(progress.done) * scale))
    booked = min(width - done, int(Fraction(progress.booked) * scale))
    rest = width - done - booked
    return Text.assemble(("█" * done, COLOURS[progress.state]), "▒" * booked, "░" * rest)


def buckets_bar(buckets: Buckets, width: int) -> Text:
    """Return a sign for each full bucket: kept, not kept, unknown or open; for several if there are many."""
    states = [bucket.state for bucket in buckets.all if bucket.state != "cut"]
    length = min(width, len(states))
    bar = Text()
    for column in range(length):
        some = states[column * len(states) // length : (column + 1) * len(states) // length]
        if "unmet" in some:
            bar.append("▓" if "met" in some else "✗", COLOURS["missed"])
        elif "unknown" in some:
            bar.append("?", COLOURS["undetermined"])
        else:
            bar.append(*(("░", "") if "open" in some else ("█", COLOURS["met"])))
    return bar
