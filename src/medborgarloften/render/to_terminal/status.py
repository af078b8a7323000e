"""The table of `status`, for the terminal."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from medborgarloften.domain.activity import Comment, Record
from medborgarloften.domain.history import Ledger
from medborgarloften.domain.judging.promises import PromiseProgress
from medborgarloften.domain.judging.standing import TargetProgress
from medborgarloften.domain.overview import Overview, Share
from medborgarloften.render.to_terminal.canvas import Terminal, plain, rendered
from medborgarloften.render.to_terminal.rows import COLOURS, Flow, TargetRow, indented, laid_out
from medborgarloften.render.words import phrases, targets
from medborgarloften.render.words.voice import Voice
from medborgarloften.render.words.wording import Words, one_line

_MARK = "►"  # before a share that is not nothing
MOST_ITEMS = 10


class Screen(NamedTuple):
    """Everything that the table of `status` takes; `since` is None where nobody asked for it."""

    view: Overview
    ledger: Ledger
    heading: list[str]
    warnings: list[str]
    shares: list[Share]
    since: tuple[date, list[Record]] | None


def status(words: Words, screen: Screen, terminal: Terminal) -> str:
    """Return the table that a council looks at."""
    voice = Voice(words, screen.view.agreement)
    parts: list[RenderableType] = [_heading(words, screen)]
    warnings = [plain(line, "bold color(160)") for line in screen.warnings]
    parts += ["", *warnings] if warnings else []
    parts += ["", _table(voice, screen)]
    below = _below(voice, screen)
    parts += ["", *below] if below else []
    return rendered(Group(*parts), terminal)


def _heading(words: Words, screen: Screen) -> Group:
    agreement = screen.view.agreement
    title = f"{agreement.municipality} · {agreement.title.in_(words.language)}"
    return Group(plain(one_line(title), "bold"), *(plain(line) for line in screen.heading))


def _table(voice: Voice, screen: Screen) -> Table:
    promises = screen.view.promises
    heads = [voice.say(f"status.head.{column}") for column in ("number", "promise", "state")]
    table = Table(box=SIMPLE_HEAD, expand=True, padding=(0, 1, 0, 0), show_edge=False, header_style="bold")
    table.add_column(heads[0], width=max(len(heads[0]), len(str(len(promises)))), justify="right")
    table.add_column(heads[1], ratio=1)
    table.add_column(heads[2], width=_state_width(voice, screen, heads[2]), no_wrap=True)
    rows = _target_rows(voice, screen)
    for index, progress in enumerate(promises):
        text = plain(one_line(progress.promise.text.in_(voice.language)), "bold")
        table.add_row(str(progress.promise.number), text, _state(voice, progress))
        if not progress.targets:
            table.add_row("", indented(Flow(_logged(voice, screen, index))), "")
        for row in rows[index]:
            table.add_row("", indented(row), _state(voice, row.progress))
        if beside := targets.beside(voice, progress, screen.view.splits[index]):
            lines = [*beside, voice.say("status.no_number")]
            table.add_row("", indented(Flow(list(map(plain, lines)))), "")
        for line in targets.decisions(voice, progress.promise):
            table.add_row("", indented(plain(line, "italic")), "")
        if comment := phrases.verdict(voice, progress):
            table.add_row("", indented(plain(comment, "italic")), "")
        table.add_section()
    return table


def _state(words: Words, progress: PromiseProgress | TargetProgress) -> Text:
    state = progress.state
    return plain(f"{phrases.SYMBOLS[state]} {targets.state(words, progress)}", COLOURS[state])


def _state_width(words: Words, screen: Screen, head: str) -> int:
    every: list[PromiseProgress | TargetProgress] = [*screen.view.promises]
    for promise in screen.view.promises:
        for target in promise.targets:
            every += [target, *(area.progress for area in target.areas)]
    return max(len(head), *(_state(words, progress).cell_len for progress in every))


def _target_rows(voice: Voice, screen: Screen) -> list[list[TargetRow]]:
    """Return the rows of every promise: one for each target, and one below it for each of its areas."""
    return laid_out(
        [
            [
                row
                for number, target in enumerate(promise.targets)
                for row in _rows(
                    voice, screen, target, [(share, share.done[index][number]) for share in screen.shares]
                )
            ]
            for index, promise in enumerate(screen.view.promises)
        ]
    )


def _rows(
    voice: Voice, screen: Screen, progress: TargetProgress, shares: Sequence[tuple[Share, object]]
) -> Iterator[TargetRow]:
    name = plain(targets.target_name(voice, progress.target))
    details = [*_shares(voice, shares), *map(plain, _figures(voice, screen, progress))]
    yield TargetRow(name, plain(targets.figure(voice, progress), "bold"), details, progress)
    for area in progress.areas:
        name = plain(voice.area(area.area))
        details = list(map(plain, _area_figures(voice, screen, area.progress)))
        yield TargetRow(name, plain(targets.figure(voice, area.progress)), details, area.progress, depth=1)


def _figures(voice: Voice, screen: Screen, progress: TargetProgress) -> list[str]:
    """Return what is shown beside a target's figure."""
    target = progress.target
    parts: list[str | None] = [targets.goal(voice, progress.in_force)]
    if targets.buckets_of(progress) is not None:
        done = voice.amount(progress.done, approx=progress.approx)
        parts.append(voice.say("status.in_all", number=done))
        parts.append(targets.unmet(voice, progress, screen.view.days.as_of.year))
    elif not target.by_bucket:
        parts += [targets.average(voice, progress), targets.could(voice, progress)]
    if progress.state != "no_need":
        parts.append(voice.say("status.booked", number=progress.booked))
    if progress.state != "no_need" and progress.missing is not None:
        parts.append(voice.say("status.missing", number=progress.missing))
    parts += [targets.unplaced(voice, progress), targets.pace(voice, progress, screen.view)]
    return [part for part in parts if part]


def _area_figures(words: Words, screen: Screen, progress: TargetProgress) -> list[str]:
    """Return what is shown beside an area's figure: what is not kept, and what is to be done."""
    parts = [targets.unmet(words, progress, screen.view.days.as_of.year)]
    if progress.booked:
        parts.append(words.say("status.booked", number=progress.booked))
    parts.append(targets.pace(words, progress, screen.view))
    return [part for part in parts if part]


def _logged(voice: Voice, screen: Screen, index: int) -> list[Text]:
    """Return the figure of a promise without a number."""
    progress, no_number = screen.view.promises[index], plain(voice.say("status.no_number"))
    if not progress.logged:
        return [no_number]
    shares = [(share, share.logged[index]) for share in screen.shares]
    figures = voice.split(screen.view.splits[index])
    return [*map(plain, figures), *_shares(voice, shares), no_number]


def _shares(voice: Voice, shares: Sequence[tuple[Share, object]]) -> list[Text]:
    """Return what of a figure belongs to an area or party, marked where it is anything."""
    texts = []
    for share, number in shares:
        name = voice.area(share.id) if share.of == "areas" else voice.party(share.id)
        text = voice.say("status.share", name=name, number=number)
        texts.append(plain(f"{_MARK} {text}", "reverse") if number else plain(text))
    return texts


def _below(voice: Voice, screen: Screen) -> list[Text]:
    """Return what is shown below the table: focus areas, joint occasions, what needs a look."""
    lines = list(map(plain, _beside(voice, screen)))
    if screen.view.unconfirmed:
        lines.append(plain(voice.say("status.unconfirmed")))
        lines += _items(voice, screen, list(screen.view.unconfirmed))
    if screen.since:
        day, records = screen.since
        key = "status.since" if records else "status.since_none"
        lines.append(plain(voice.say(key, day=day, count=len(records))))
        lines += _items(voice, screen, records)
    return lines


def _beside(voice: Voice, screen: Screen) -> list[str]:
    """Return the focus areas, the joint occasions, and how many records no agreement covers."""
    view, lines = screen.view, list[str]()
    if view.focus:
        areas = [voice.count("status.focus_area", count, name=voice.area(area)) for area, count in view.focus]
        lines.append(voice.say("status.focus", areas=", ".join(areas)))
    for joint in view.joint:
        if joint.all:
            facts = {"kinds": voice.kind(joint.kind, joint.all), "other": voice.kind(joint.other)}
            lines.append(voice.say("status.joint", joint=joint.joint, all=joint.all, **facts))
    if view.uncovered:
        lines.append(voice.count("status.uncovered", view.uncovered))
    return lines


def _items(voice: Voice, screen: Screen, records: list[Record]) -> list[Text]:
    """Return the newest records, each in a line; a comment is cut where the line ends."""
    newest = records[-MOST_ITEMS:]
    lines = []
    for record in newest:
        what = phrases.record_line(voice, screen.ledger, record, with_texts=True)
        lines.append(plain(voice.say("status.since_item", what=what)))
        if isinstance(record.content, Comment):
            lines[-1].no_wrap, lines[-1].overflow = True, "ellipsis"
    if len(records) > len(newest):
        lines.append(plain(voice.say("status.more", count=len(records) - len(newest))))
    return lines
