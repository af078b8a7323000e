"""Tables for the terminal. The only importer of rich."""

from collections.abc import Iterator, Sequence
from datetime import date
from io import StringIO
from typing import Literal, NamedTuple

from rich.box import SIMPLE_HEAD
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from medborgarloften.domain.activity import Ledger, Record
from medborgarloften.domain.overview import Overview, Share
from medborgarloften.domain.progress import State, TargetProgress
from medborgarloften.render import phrases
from medborgarloften.render.grids import Grid
from medborgarloften.render.to_text import counted
from medborgarloften.render.wording import NO_BREAK, Words, visible

_INDENT = 2  # columns, of what stands below a promise's words
_SHORTEST_BAR, _LONGEST_BAR = 6, 20  # columns
_DOT = " · "  # between the parts of a line
_MARK = "►"  # before a share that is not nothing
_COLOURS: dict[State, str] = {  # at least 3.7:1 on black and on white
    "met": "color(28)",
    "on_track": "color(28)",
    "behind": "bold color(166)",
    "missed": "bold color(160)",
    "not_started": "",
    "ongoing": "color(26)",
    "nothing_logged": "",
    "no_need": "",
}
MOST_ITEMS = 10
_GLUE = "\ue000"  # of the private use area, where no text has a character


class Terminal(NamedTuple):
    """What is known of the terminal: columns, and the colours it has ("256", "standard" or None)."""

    width: int
    colours: str | None


class Shown(NamedTuple):
    """Everything that the table of `status` takes; `since` is None where nobody asked for it."""

    view: Overview
    ledger: Ledger
    heading: list[str]
    warnings: list[str]
    shares: list[Share]
    since: tuple[date, list[Record]] | None


def status(words: Words, shown: Shown, terminal: Terminal) -> str:
    """Return the table that a council looks at."""
    parts: list[RenderableType] = [_heading(words, shown)]
    warnings = [_text(line, "bold color(160)") for line in shown.warnings]
    parts += ["", *warnings] if warnings else []
    parts += ["", _table(words, shown)]
    below = [_text(line) for line in _below(words, shown)]
    parts += ["", *below] if below else []
    return _rendered(Group(*parts), terminal)


def _rendered(content: RenderableType, terminal: Terminal) -> str:
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


def _text(text: str, style: str = "") -> Text:
    """Return a text that is not broken where it holds a no-break space; rich breaks there."""
    return Text(text.replace(NO_BREAK, _GLUE), style=style)


def _heading(words: Words, shown: Shown) -> Group:
    agreement = shown.view.agreement
    title = f"{agreement.municipality} · {agreement.title.in_(words.language)}"
    return Group(_text(visible(title), "bold"), *(_text(line) for line in shown.heading))


def _table(words: Words, shown: Shown) -> Table:
    promises = shown.view.promises
    heads = [words.say(f"status.head.{column}") for column in ("number", "promise", "state")]
    table = Table(box=SIMPLE_HEAD, expand=True, padding=(0, 1, 0, 0), show_edge=False, header_style="bold")
    table.add_column(heads[0], width=max(len(heads[0]), len(str(len(promises)))), justify="right")
    table.add_column(heads[1], ratio=1)
    table.add_column(heads[2], width=_state_width(words, shown, heads[2]), no_wrap=True)
    targets = _target_rows(words, shown)
    for index, progress in enumerate(promises):
        text = _text(visible(progress.promise.text.in_(words.language)), "bold")
        table.add_row(str(progress.promise.number), text, _state(words, progress.state))
        if not progress.targets:
            table.add_row("", _indented(_Flow(_logged(words, shown, index))), "")
        for target in progress.targets:
            table.add_row("", _indented(next(targets)), _state(words, target.state))
        comment = phrases.verdict(words, progress)
        if comment:
            table.add_row("", _indented(_text(comment, "italic")), "")
        table.add_section()
    return table


def _state(words: Words, state: State) -> Text:
    return _text(f"{phrases.SYMBOLS[state]} {words.say(f'state.{state}')}", _COLOURS[state])


def _state_width(words: Words, shown: Shown, head: str) -> int:
    states = {progress.state for progress in shown.view.promises}
    states |= {target.state for progress in shown.view.promises for target in progress.targets}
    return max(len(head), *(_state(words, state).cell_len for state in states))


def _indented(content: RenderableType) -> Padding:
    return Padding(content, (0, 0, 0, _INDENT))


class _Flow(NamedTuple):
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


class _Widths(NamedTuple):
    """The columns that the longest name, figure and details of all targets take."""

    names: int
    figures: int
    details: int


class _TargetRow(NamedTuple):
    """A target's name, bar, figure and details: on one line, on two, or the name on one of its own."""

    name: Text
    figure: Text
    details: list[Text]
    progress: TargetProgress
    widths: _Widths

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Lay the row out as all rows of the table are laid out in these columns."""
        names, figures, details = self.widths
        room = options.max_width - names - figures - 2
        if room < _SHORTEST_BAR:
            yield self.name
            room = max(options.max_width - figures - 1, _SHORTEST_BAR)
            yield Text.assemble(_bar(self.progress, min(room, _LONGEST_BAR)), " ", self.figure)
            yield _Flow(self.details)
            return
        bar = _bar(self.progress, min(room, _LONGEST_BAR))
        head = Text.assemble(_padded(self.name, names), " ", bar, " ", self.figure)
        if room - _LONGEST_BAR >= len(_DOT) + details:
            yield _Flow([_padded(head, names + _LONGEST_BAR + figures + 2), *self.details])
        else:
            yield head
            yield _indented(_Flow(self.details))


def _padded(text: Text, width: int) -> Text:
    return Text.assemble(text, " " * (width - text.cell_len))


def _target_rows(words: Words, shown: Shown) -> Iterator[_TargetRow]:
    """Yield the rows of all targets, in the order of their promises."""
    rows = [
        _target_row(words, shown, target, [(share, share.done[index][place]) for share in shown.shares])
        for index, promise in enumerate(shown.view.promises)
        for place, target in enumerate(promise.targets)
    ]
    widths = _Widths(
        max((row.name.cell_len for row in rows), default=0),
        max((row.figure.cell_len for row in rows), default=0),
        max((Text(_DOT).join(row.details).cell_len for row in rows), default=0),
    )
    return (row._replace(widths=widths) for row in rows)


def _target_row(
    words: Words, shown: Shown, progress: TargetProgress, own: Sequence[tuple[Share, object]]
) -> _TargetRow:
    done = phrases.amount(words, progress.done, approx=progress.approx)
    figure = words.say("status.of", done=done, required=progress.required)
    name = phrases.target_name(words, shown.view.agreement, progress.target)
    details = [*_shares(words, shown, own), *map(_text, _figures(words, shown, progress))]
    return _TargetRow(_text(name), _text(figure, "bold"), details, progress, _Widths(0, 0, 0))


def _figures(words: Words, shown: Shown, progress: TargetProgress) -> list[str]:
    parts = [words.say(f"status.{part}", number=getattr(progress, part)) for part in ("booked", "missing")]
    if progress.unplaced:
        parts.append(words.say("status.unplaced", number=progress.unplaced))
    pace = phrases.pace(words, progress, shown.view)
    return [*parts, pace] if pace else parts


def _logged(words: Words, shown: Shown, index: int) -> list[Text]:
    """Return the figure of a promise without a number."""
    progress, no_number = shown.view.promises[index], _text(words.say("status.no_number"))
    if not progress.logged:
        return [no_number]
    kinds = phrases.kinds_name(words, shown.view.agreement, progress.promise.counts, progress.logged)
    count = phrases.amount(words, progress.logged, approx=progress.approx)
    own = [(share, share.logged[index]) for share in shown.shares]
    figure = _text(words.say("status.logged", count=count, kinds=kinds))
    return [figure, *_shares(words, shown, own), no_number]


def _shares(words: Words, shown: Shown, own: Sequence[tuple[Share, object]]) -> list[Text]:
    """Return what of a figure belongs to an area or party, marked where it is anything."""
    texts = []
    for share, number in own:
        name = phrases.area_name if share.of == "areas" else phrases.party_name
        shown_name = name(words, shown.view.agreement, share.id)
        text = words.say("status.share", name=shown_name, number=number)
        texts.append(_text(f"{_MARK} {text}", "reverse") if number else _text(text))
    return texts


def _bar(progress: TargetProgress, width: int) -> Text:
    """Return a bar: done, booked and the rest, each of its own shape."""
    required = progress.required
    done = min(width, int(progress.done * width // required))
    booked = min(width - done, int(progress.booked * width // required))
    rest = width - done - booked
    return Text.assemble(("█" * done, _COLOURS[progress.state]), "▒" * booked, "░" * rest)


def _below(words: Words, shown: Shown) -> list[str]:
    """Return what stands below the table: focus areas, joint occasions, what needs a look."""
    view, agreement = shown.view, shown.view.agreement
    lines = []
    if view.focus:
        areas = [
            words.say(
                _form("status.focus_area", count),
                name=phrases.area_name(words, agreement, area),
                count=count,
            )
            for area, count in view.focus
        ]
        lines.append(words.say("status.focus", areas=", ".join(areas)))
    for joint in view.joint:
        kinds = phrases.kind_name(words, agreement, joint.kind, joint.all)
        other = phrases.kind_name(words, agreement, joint.other)
        if joint.all:
            lines.append(
                words.say("status.joint", joint=joint.joint, all=joint.all, kinds=kinds, other=other)
            )
    if view.uncovered:
        lines.append(counted(words, "status.uncovered", view.uncovered))
    if view.unconfirmed:
        lines.append(words.say("status.unconfirmed"))
        lines += _items(words, shown, list(view.unconfirmed))
    if shown.since:
        day, records = shown.since
        key = "status.since" if records else "status.since_none"
        lines.append(words.say(key, day=day, count=len(records)))
        lines += _items(words, shown, records)
    return lines


def _form(key: str, count: int) -> str:
    return f"{key}.none" if count == 0 else f"{key}.one" if count == 1 else key


def _items(words: Words, shown: Shown, records: list[Record]) -> list[str]:
    newest = records[-MOST_ITEMS:]
    lines = [
        words.say("status.since_item", what=phrases.record_line(words, shown.view, shown.ledger, record))
        for record in newest
    ]
    if len(records) > len(newest):
        lines.append(words.say("status.more", count=len(records) - len(newest)))
    return lines


def promises(shown: list[tuple[int, str, list[str]]], heading: list[str], terminal: Terminal) -> str:
    """Return promises, each with its number, its own words in bold and its lines below."""
    parts: list[RenderableType] = [_text(line, "" if place else "bold") for place, line in enumerate(heading)]
    for number, text, lines in shown:
        grid = Table.grid(padding=(0, 1, 0, 0))
        grid.add_row(f"{number}.", Group(_text(text, "bold"), *(_text(line) for line in lines)))
        parts += ["", grid] if parts else [grid]
    return _rendered(Group(*parts), terminal)


def grid(content: Grid, terminal: Terminal) -> str:
    """Return a plain table without columns that are empty in every row; words stay whole if they fit."""
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), show_edge=False, header_style="bold")
    filled = [place for place in range(len(content.titles)) if any(row[place] for row in content.rows)]
    rows = [[_text(row[place]) for place in filled] for row in (content.titles, *content.rows)]
    widths = _widths(list(zip(*rows, strict=True)), terminal.width - 2 * len(filled))
    for place, width in zip(filled, widths, strict=True):
        justify: Literal["left", "right"] = "right" if place in content.numeric else "left"
        table.add_column(content.titles[place], justify=justify, width=width, overflow="fold")
    for row in rows[1:]:
        table.add_row(*row)
    return _rendered(table, terminal)


def _widths(columns: list[tuple[Text, ...]], room: int) -> list[int]:
    """Return each column's width: its longest word, then what is left, the columns that need least first."""
    widths = [max(len(word) for cell in column for word in ("", *cell.plain.split())) for column in columns]
    while sum(widths) > room:
        widths[widths.index(max(widths))] -= 1
    wanted = [max(cell.cell_len for cell in column) for column in columns]
    for place in sorted(range(len(columns)), key=lambda n: wanted[n] - widths[n]):
        widths[place] += min(wanted[place] - widths[place], room - sum(widths))
    return widths
