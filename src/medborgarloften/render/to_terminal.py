"""Tables for the terminal. The only importer of rich."""

from collections.abc import Sequence
from datetime import date
from io import StringIO
from typing import NamedTuple

from rich.box import SIMPLE_HEAD
from rich.console import Console, Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from medborgarloften.domain.activity import Comment, Ledger, Record
from medborgarloften.domain.overview import Overview, Share
from medborgarloften.domain.progress import PromiseProgress, State, TargetProgress
from medborgarloften.render import phrases
from medborgarloften.render.to_text import counted
from medborgarloften.render.wording import NO_BREAK, Words, visible

_WIDE = 104  # columns from which a target fits on one line
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
    parts += [_text(line, "bold color(160)") for line in shown.warnings]
    parts.append(_table(words, shown, terminal))
    parts += [_text(line) for line in _below(words, shown)]
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


def _table(words: Words, shown: Shown, terminal: Terminal) -> Table:
    table = Table(box=SIMPLE_HEAD, expand=True, padding=(0, 1, 0, 0), show_edge=False, header_style="bold")
    table.add_column(words.say("status.head.number"), width=2, justify="right")
    table.add_column(words.say("status.head.promise"), ratio=1)
    table.add_column(words.say("status.head.state"), width=_state_width(words, shown), no_wrap=True)
    names = [
        phrases.target_name(words, shown.view.agreement, target.target)
        for promise in shown.view.promises
        for target in promise.targets
    ]
    longest = min(max((len(name) for name in names), default=0), terminal.width // 3)
    for index, progress in enumerate(shown.view.promises):
        promise = progress.promise
        text = _text(visible(promise.text.in_(words.language)), "bold")
        table.add_row(str(promise.number), text, _state(words, progress.state))
        if not progress.targets:
            table.add_row("", _logged(words, shown, index), "")
        for place, target in enumerate(progress.targets):
            own = [(share, share.done[index][place]) for share in shown.shares]
            body = _target(words, shown, target, own, longest, terminal)
            table.add_row("", body, _state(words, target.state))
        for line in _verdict(words, progress):
            table.add_row("", _text(line, "italic"), "")
    return table


def _state(words: Words, state: State) -> Text:
    return _text(f"{phrases.SYMBOLS[state]} {words.say(f'state.{state}')}", _COLOURS[state])


def _state_width(words: Words, shown: Shown) -> int:
    states = {progress.state for progress in shown.view.promises}
    states |= {target.state for progress in shown.view.promises for target in progress.targets}
    return max(_state(words, state).cell_len for state in states)


def _logged(words: Words, shown: Shown, index: int) -> Text:
    """Return the figure of a promise without a number."""
    progress = shown.view.promises[index]
    if not progress.logged:
        return _text(words.say("status.no_number"))
    kinds = phrases.kinds_name(words, shown.view.agreement, progress.promise.counts, progress.logged)
    count = phrases.amount(words, progress.logged, approx=progress.approx)
    own = [(share, share.logged[index]) for share in shown.shares]
    text = _text(words.say("status.logged", count=count, kinds=kinds)).append_text(_shares(words, shown, own))
    return text.append_text(_text(f" · {words.say('status.no_number')}"))


def _shares(words: Words, shown: Shown, own: Sequence[tuple[Share, object]]) -> Text:
    text = Text()
    for share, number in own:
        name = phrases.area_name if share.of == "areas" else phrases.party_name
        shown_name = name(words, shown.view.agreement, share.id)
        text.append(", ")
        text.append(
            words.say("status.share", name=shown_name, number=number), style="reverse" if number else ""
        )
    return text


def _target(
    words: Words,
    shown: Shown,
    progress: TargetProgress,
    own: Sequence[tuple[Share, object]],
    longest: int,
    terminal: Terminal,
) -> RenderableType:
    """Return a target's name, bar and figures; on one line where there is room, else on two."""
    name = phrases.target_name(words, shown.view.agreement, progress.target)
    done = phrases.amount(words, progress.done, approx=progress.approx)
    figure = words.say("status.of", done=done, required=progress.required)
    wide = terminal.width >= _WIDE
    head = _text(f"{name.ljust(longest)} ")
    head.append_text(_bar(progress, 20 if wide else 12))
    head.append(f" {figure}", style="bold")
    missing = words.say("status.missing", number=progress.missing)
    rest = " · ".join([missing, *_figures(words, shown, progress)])
    head.append_text(_shares(words, shown, own))
    return head.append_text(_text(f" · {rest}")) if wide else Group(head, _text(f"  {rest}"))


def _figures(words: Words, shown: Shown, progress: TargetProgress) -> list[str]:
    parts = [words.say("status.booked", number=progress.booked)]
    if progress.unplaced:
        parts.append(words.say("status.unplaced", number=progress.unplaced))
    pace = phrases.pace(words, progress, shown.view)
    return [*parts, pace] if pace else parts


def _bar(progress: TargetProgress, width: int) -> Text:
    """Return a bar: done, booked and the rest, each of its own shape."""
    required = progress.required
    done = min(width, int(progress.done * width / required))
    booked = min(width - done, int(progress.booked * width / required))
    bar = _text("█" * done, _COLOURS[progress.state])
    return bar.append("▒" * booked).append("░" * (width - done - booked))


def _verdict(words: Words, progress: PromiseProgress) -> list[str]:
    if progress.verdict is None or not isinstance(progress.verdict.content, Comment):
        return []
    content = progress.verdict.content
    text = words.say("status.masked") if content.redacted else content.text or ""
    if content.verdict is None:
        return [words.say("status.comment_only", day=content.day, text=text)]
    verdict = words.say(f"status.verdict.{content.verdict}")
    return [words.say("status.comment", day=content.day, verdict=verdict, text=text).strip()]


def _below(words: Words, shown: Shown) -> list[str]:
    """Return what stands below the table: focus areas, joint occasions, what needs a look."""
    view, agreement = shown.view, shown.view.agreement
    lines = [""]
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
        kinds = phrases.kind_name(words, agreement, joint.kind, 0)
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


def promises(shown: list[tuple[str, list[str]]], heading: list[str], terminal: Terminal) -> str:
    """Return promises, each with its own words in bold and its lines below."""
    parts: list[RenderableType] = [_text(line, "" if place else "bold") for place, line in enumerate(heading)]
    for title, lines in shown:
        parts += [Rule(style=""), _text(title, "bold"), *(_text(line) for line in lines)]
    return _rendered(Group(*parts), terminal)
