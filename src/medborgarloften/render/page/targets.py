"""The targets of a promise on a report's page: their figures, buckets, pictures, and what is not assigned."""

from collections.abc import Iterable, Iterator

from medborgarloften.domain.judging.counting import Unplaced
from medborgarloften.domain.judging.promises import PromiseProgress
from medborgarloften.domain.judging.standing import TargetProgress
from medborgarloften.domain.promise import Promise
from medborgarloften.domain.report.build import PromiseReport, Report, Step
from medborgarloften.render.answers.promises import target_line
from medborgarloften.render.page.blocks import Block, Cell, Paragraph, Table, columns, items
from medborgarloften.render.page.drawing import Picture
from medborgarloften.render.page.pictures import pace
from medborgarloften.render.page.strips import bars, strips
from medborgarloften.render.words import targets, units
from medborgarloften.render.words.voice import Voice
from medborgarloften.render.words.wording import NO_BREAK, Words

MOST_MISFITS = 12  # that are shown one by one


def target_blocks(voice: Voice, report: Report, reported: PromiseReport) -> Iterator[Block]:
    """Yield the table of the targets, what was missed, a picture of each, and what is not assigned."""
    promise = reported.progress.promise
    yield _table(voice, report, reported)
    for number, (target, steps) in enumerate(zip(reported.progress.targets, reported.steps, strict=True), 1):
        yield from _buckets(voice, report, promise, target)
        if target.state != "no_need":
            yield _picture(voice, report, promise, number, target, steps)
    yield from _misfits(voice, reported)


def _table(voice: Voice, report: Report, reported: PromiseReport) -> Table:
    numeric = ["booked", "missing"] + ["done"] * _are_plain(reported.progress.targets)
    heads = columns(voice, "target", "done", "booked", "missing", "next", "state", numeric=numeric)
    return Table(voice.say("report.targets"), heads, tuple(_target_rows(voice, report, reported)))


def _are_plain(targets: Iterable[TargetProgress]) -> bool:
    """Say whether all that was done is told by numbers alone."""
    return not any(target.target.per or target.areas or target.unplaced for target in targets)


def _target_rows(voice: Voice, report: Report, reported: PromiseReport) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each target, and below it one for each area that must reach it by itself."""
    for target in reported.progress.targets:
        line = target_line(voice, reported.progress.promise, target.target)
        yield _target_row(voice, report, line, target)
        name = targets.target_name(voice, target.target)
        for area in target.areas:
            yield _target_row(voice, report, voice.in_area(name, area.area), area.progress, is_area=True)


def _target_row(
    words: Words, report: Report, name: str, target: TargetProgress, *, is_area: bool = False
) -> tuple[Cell, ...]:
    return (
        Cell(name),
        Cell(_amount(words, target, is_area=is_area)),
        Cell(words.number(target.booked)),
        Cell("–" if target.missing is None else words.number(target.missing)),
        Cell(targets.pace(words, target, report.view) or "–"),
        state_cell(words, target),
    )


def _amount(words: Words, target: TargetProgress, *, is_area: bool) -> str:
    """Return what was done, and what there is to say of it."""
    done = words.amount(target.done, approx=targets.is_about(target))
    figure = targets.figure(words, target)
    figure = figure if ", " in figure else figure.replace(" ", NO_BREAK)  # a whole sentence
    text = figure if target.target.per or target.areas or is_area else done
    beside = [words.say("status.in_all", number=done)] if targets.buckets_of(target) else []
    beside += [targets.average(words, target) or "", targets.could(words, target) or ""]
    if target.unplaced:
        beside.append(words.say("report.unplaced_number", number=target.unplaced))
    remarks = "; ".join(filter(None, beside))
    return f"{text} ({remarks})" if remarks else text


def _buckets(voice: Voice, report: Report, promise: Promise, target: TargetProgress) -> Iterator[Block]:
    """Yield the buckets that were not kept, in each area, and those that are not judged."""
    name = targets.target_label(voice, promise, target.target)
    parts = [(name, targets.buckets_of(target))]
    parts += [(voice.in_area(name, area), targets.buckets_of(progress)) for area, progress in target.areas]
    judged = [(part, buckets) for part, buckets in parts if buckets is not None]
    year = report.period.last.year
    for part, buckets in judged:
        for state, periods in buckets.doubtful:
            names = units.every_name(voice, buckets.per, periods, year)
            names = names.removesuffix(".")  # of a short month
            yield Paragraph(voice.say(f"report.{state}", name=part, names=names))
        for text in targets.unfillable(voice, buckets):
            yield Paragraph(voice.say("report.unfillable", name=part, text=text))
    for _, buckets in judged[:1]:  # the same in every area
        if cut := [bucket.period for bucket in buckets.all if bucket.state == "cut"]:
            names = units.every_name(voice, buckets.per, cut, year)
            yield Paragraph(voice.say("report.cut", name=name, names=names), "note")


def _misfits(voice: Voice, reported: PromiseReport) -> Iterator[Block]:
    """Yield what could not be counted because of its days, one by one, and why."""
    progress = reported.progress
    lines = [_misfit(voice, target, misfit) for target in progress.targets for misfit in target.misfits]
    if lines:
        yield Paragraph(voice.say("report.unplaced"))
        yield from items(voice, lines, MOST_MISFITS, "note")


def _misfit(voice: Voice, target: TargetProgress, misfit: Unplaced) -> str:
    what = voice.activity_line(misfit.tally.content)
    why, count = targets.reason(voice, target.target, misfit.reason), misfit.tally.records
    return voice.count("report.misfit", count, what=what, why=why)


def _picture(
    voice: Voice,
    report: Report,
    promise: Promise,
    number: int,
    target: TargetProgress,
    steps: tuple[Step, ...],
) -> Picture:
    """Return the picture that fits the target of a number, from 1: its buckets, areas, or course."""
    label = targets.target_label(voice, promise, target.target)
    name, key = (
        voice.say("picture.of", name=label, number=promise.number),
        f"promise-{promise.number}-{number}",
    )
    if target.target.by_bucket:
        return strips(voice, report, key, name, target)
    if target.areas:
        return bars(voice, key, name, target)
    return pace(voice, report, key, name, target, steps)


def state_cell(words: Words, progress: TargetProgress | PromiseProgress) -> Cell:
    """Return a state in words, with its symbol."""
    return Cell(targets.state(words, progress), progress.state)
