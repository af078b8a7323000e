"""The targets of a promise on a report's page: their figures, buckets, pictures, and what is not assigned."""

from collections.abc import Iterable, Iterator

from medborgarloften.domain.judging.counting import Unplaced
from medborgarloften.domain.judging.standing import Buckets, State, TargetProgress
from medborgarloften.domain.promise import Promise
from medborgarloften.domain.report.build import PromiseReport, Report, Step
from medborgarloften.render.answers.promises import target_line
from medborgarloften.render.page.blocks import Block, Cell, Column, Items, Paragraph, Table
from medborgarloften.render.page.drawing import Picture
from medborgarloften.render.page.pictures import pace
from medborgarloften.render.page.strips import bars, strips
from medborgarloften.render.words import buckets, phrases, targets
from medborgarloften.render.words.wording import NO_BREAK, Words

MOST_MISFITS = 12  # that are shown one by one


def target_blocks(words: Words, report: Report, promise: PromiseReport) -> Iterator[Block]:
    """Yield the table of the targets, what was missed, a picture of each, and what is not assigned."""
    own = promise.progress.promise
    yield _table(words, report, promise)
    for number, (target, steps) in enumerate(zip(promise.progress.targets, promise.steps, strict=True), 1):
        yield from _buckets(words, report, own, target)
        if target.state != "no_need":
            yield _picture(words, report, own, number, target, steps)
    yield from _misfits(words, report, promise)


def _table(words: Words, report: Report, promise: PromiseReport) -> Table:
    columns = (
        Column(words.say("report.col.target")),
        Column(words.say("report.col.done"), numeric=_are_plain(promise.progress.targets)),
        Column(words.say("report.col.booked"), numeric=True),
        Column(words.say("report.col.missing"), numeric=True),
        Column(words.say("report.col.next")),
        Column(words.say("report.col.state")),
    )
    return Table(words.say("report.targets"), columns, tuple(_target_rows(words, report, promise)))


def _are_plain(targets: Iterable[TargetProgress]) -> bool:
    """Say whether all that was done is told by numbers alone."""
    return not any(target.target.per or target.areas or target.unplaced for target in targets)


def _target_rows(words: Words, report: Report, promise: PromiseReport) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each target, and below it one for each area that must reach it by itself."""
    for target in promise.progress.targets:
        line = target_line(words, report.agreement, promise.progress.promise, target.target)
        yield _target_row(words, report, line, target)
        name = targets.target_name(words, report.agreement, target.target)
        for area in target.areas:
            place = phrases.area_name(words, report.agreement, area.area)
            shown = words.say("label.area", name=name, area=place)
            yield _target_row(words, report, shown, area.progress, is_area=True)


def _target_row(
    words: Words, report: Report, name: str, target: TargetProgress, *, is_area: bool = False
) -> tuple[Cell, ...]:
    return (
        Cell(name),
        Cell(_amount(words, target, is_area=is_area)),
        Cell(words.number(target.booked)),
        Cell("–" if target.missing is None else words.number(target.missing)),
        Cell(targets.pace(words, target, report.view) or "–"),
        state_cell(words, target.state),
    )


def _amount(words: Words, target: TargetProgress, *, is_area: bool) -> str:
    """Return what was done, and what there is to say of it."""
    done = phrases.amount(words, target.done, approx=target.approx)
    figure = targets.figure(words, target)
    figure = figure if ", " in figure else figure.replace(" ", NO_BREAK)  # a whole sentence
    text = figure if target.target.per or target.areas or is_area else done
    beside = [words.say("status.in_all", number=done)] if targets.buckets_of(target) else []
    beside.append(targets.average(words, target) or "")
    if target.unplaced:
        beside.append(words.say("report.unplaced_number", number=target.unplaced))
    shown = "; ".join(filter(None, beside))
    return f"{text} ({shown})" if shown else text


def _buckets(words: Words, report: Report, own: Promise, target: TargetProgress) -> Iterator[Block]:
    """Yield the buckets that were not kept, in each area, and those that are not judged."""
    name = targets.target_label(words, report.agreement, own, target.target)
    parts = [(name, targets.buckets_of(target))]
    for area in target.areas:
        place = phrases.area_name(words, report.agreement, area.area)
        parts.append((words.say("label.area", name=name, area=place), targets.buckets_of(area.progress)))
    for shown, kept in parts:
        if kept is not None and kept.unmet:
            names = buckets.every_name(words, kept.per, kept.unmet, report.period.last.year)
            yield Paragraph(words.say("report.unmet", name=shown, names=names))
    yield from _cut(words, report, name, next((kept for _, kept in parts if kept is not None), None))


def _cut(words: Words, report: Report, name: str, own: Buckets | None) -> Iterator[Block]:
    cut = [bucket.period for bucket in own.all if bucket.state == "cut"] if own else []
    if own and cut:
        names = buckets.every_name(words, own.per, cut, report.period.last.year)
        yield Paragraph(words.say("report.cut", name=name, names=names), "note")


def _misfits(words: Words, report: Report, promise: PromiseReport) -> Iterator[Block]:
    """Yield what could not be counted because of its days, one by one, and why."""
    targets = promise.progress.targets
    lines = [_misfit(words, report, target, entry) for target in targets for entry in target.misfits]
    if lines:
        yield Paragraph(words.say("report.unplaced"))
        yield Items(tuple(lines[:MOST_MISFITS]))
        if len(lines) > MOST_MISFITS:
            yield Paragraph(words.say("report.more_lines", count=len(lines) - MOST_MISFITS), "note")


def _misfit(words: Words, report: Report, target: TargetProgress, entry: Unplaced) -> str:
    what = phrases.activity_line(words, report.agreement, entry.tally.content)
    why, count = targets.reason(words, target.target, entry.reason), entry.tally.records
    return words.count("report.misfit", count, what=what, why=why)


def _picture(
    words: Words, report: Report, own: Promise, place: int, target: TargetProgress, steps: tuple[Step, ...]
) -> Picture:
    """Return the picture that fits a target: its buckets, its areas, or its course."""
    label = targets.target_label(words, report.agreement, own, target.target)
    name, key = words.say("picture.of", name=label, number=own.number), f"promise-{own.number}-{place}"
    if target.target.by_bucket:
        return strips(words, report, key, name, target)
    if target.areas:
        return bars(words, report, key, name, target)
    return pace(words, report, key, name, target, steps)


def state_cell(words: Words, state: State) -> Cell:
    """Return a state in words, with its symbol."""
    return Cell(words.say(f"state.{state}"), state)
