"""One promise on a report's page: its own words, rule, figures, pictures, what was done and said of it."""

from collections.abc import Iterable, Iterator

from medborgarloften.domain.activity import Record
from medborgarloften.domain.counting import Unplaced, activity
from medborgarloften.domain.period import Period
from medborgarloften.domain.progress import PromiseProgress
from medborgarloften.domain.promise import Promise
from medborgarloften.domain.report import PromiseReport, Report, Step, Sum, Trace
from medborgarloften.domain.standing import Buckets, State, TargetProgress
from medborgarloften.render import buckets, phrases, targets
from medborgarloften.render.blocks import Block, Cell, Column, Heading, Items, Paragraph, Table
from medborgarloften.render.drawing import Picture
from medborgarloften.render.pictures import pace
from medborgarloften.render.strips import bars, strips
from medborgarloften.render.to_lines import target_line
from medborgarloften.render.to_text import counted
from medborgarloften.render.wording import NO_BREAK, Words

MOST_ACTIVITIES = 12  # of one promise that are shown one by one
MOST_AREAS = 4  # that a line names one by one


def promise_blocks(words: Words, report: Report, promise: PromiseReport) -> Iterator[Block]:
    """Yield one promise: its own words, rule, figures, picture, what was done and what is said of it."""
    progress, own = promise.progress, promise.progress.promise
    yield Heading(2, f"{own.number}. {words.fact(own.text)}")
    yield from _who(words, report, promise)
    if progress.targets:
        yield _targets(words, report, promise)
        for number, (target, steps) in enumerate(zip(progress.targets, promise.steps, strict=True), 1):
            yield from _buckets(words, report, own, target)
            if target.state != "no_need":
                yield _picture(words, report, own, number, target, steps)
        yield from _misfits(words, report, promise)
    else:
        key = "report.no_number" if progress.logged else "report.no_number_nothing"
        yield Paragraph(words.say(key, outcome=outcome(words, report, progress)))
    yield from _joint(words, report, promise)
    comment = phrases.verdict(words, progress)
    if comment:
        yield Paragraph(comment)
    yield from _done(words, report, promise)
    if progress.logged:
        yield Paragraph(_trace(words, promise.trace), "note")


def _who(words: Words, report: Report, promise: PromiseReport) -> Iterator[Block]:
    """Yield who promised, which areas it names, how it is counted, and the decision."""
    own, agreement = promise.progress.promise, report.agreement
    if own.window != agreement.period:
        yield Paragraph(words.say("promises.holds", period=own.window), "note")
    if own.parties:
        parties = words.both(phrases.party_name(words, agreement, party) for party in own.parties)
        yield Paragraph(words.say("report.promised_by", parties=parties), "note")
    if own.areas:
        areas = words.both(phrases.area_name(words, agreement, area) for area in own.areas)
        yield Paragraph(words.say("report.names_areas", areas=areas), "note")
    if own.rule:
        yield Paragraph(words.say("promises.rule", rule=own.rule), "note")
    if own.decision:
        yield Paragraph(words.say("promises.decision", decision=own.decision), "note")


def _targets(words: Words, report: Report, promise: PromiseReport) -> Table:
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
    figure = targets.figure(words, target).replace(" ", NO_BREAK)
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
        yield Items(tuple(lines[:MOST_ACTIVITIES]))
        if len(lines) > MOST_ACTIVITIES:
            yield Paragraph(words.say("report.more_lines", count=len(lines) - MOST_ACTIVITIES), "note")


def _misfit(words: Words, report: Report, target: TargetProgress, entry: Unplaced) -> str:
    what = phrases.activity_line(words, report.agreement, entry.tally.content)
    why, count = targets.reason(words, target.target, entry.reason), entry.tally.records
    return words.say("report.misfit" if count == 1 else "report.misfits", what=what, why=why, count=count)


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


def _joint(words: Words, report: Report, promise: PromiseReport) -> Iterator[Block]:
    """Yield how many of the one kind were held together with the other, if there were any."""
    if promise.joint and promise.joint.all:
        kind, other, both, every = promise.joint
        kinds = phrases.kind_name(words, report.agreement, kind, every)
        with_ = phrases.kind_name(words, report.agreement, other)
        yield Paragraph(words.say("report.joint", joint=both, all=every, kinds=kinds, other=with_))


def _done(words: Words, report: Report, promise: PromiseReport) -> Iterator[Block]:
    """Yield what was done in the period, one by one as far as there is room."""
    if not promise.activities:
        if promise.progress.logged or promise.progress.targets:
            key = "report.nothing_now" if promise.progress.logged else "report.nothing"
            yield Paragraph(words.say(key))
        return
    span = words.span(report.period)
    if any(cell.id for cell in promise.areas):
        areas = [f"{_place(words, report, cell.id)} {occasions(words, cell.sum)}" for cell in promise.areas]
        yield Paragraph(words.say("report.where", period=span, areas=", ".join(areas)))
    shown = promise.activities[-MOST_ACTIVITIES:]
    columns = (
        Column(words.say("report.col.day")),
        Column(words.say("report.col.what")),
        Column(words.say("report.col.where")),
        Column(words.say("report.col.note")),
    )
    rows = tuple(_activity_row(words, report, record) for record in shown)
    yield Table(words.say("report.done", period=span), columns, rows)
    left = len(promise.activities) - len(shown)
    if left:
        yield Paragraph(counted(words, "report.more", left), "note")


def _place(words: Words, report: Report, area: str | None) -> str:
    return phrases.area_name(words, report.agreement, area) if area else words.say("report.no_area")


def _activity_row(words: Words, report: Report, record: Record) -> tuple[Cell, ...]:
    content, agreement = activity(record), report.agreement
    where = words.both(phrases.area_name(words, agreement, area) for area in content.areas)
    texts = [phrases.tag_name(words, agreement, tag) for tag in content.tags]
    texts += [
        f"{words.number(n)} {phrases.quantity_name(words, agreement, key)}" for key, n in content.quantities
    ]
    if content.redacted:
        texts.append(words.say("status.masked"))
    texts += [words.fact(" ".join(text.splitlines())) for text in content.texts]
    return (
        Cell(words.span(Period.of(content.day, content.last))),
        Cell(phrases.what(words, agreement, content)),
        Cell(where or "–"),
        Cell(" · ".join(texts) or "–"),
    )


def _trace(words: Words, trace: Trace) -> str:
    """Say how much of a sum can be traced to single occasions."""
    if not trace.bulk:
        parts = [words.say("report.trace_single")]
    elif not trace.single:
        parts = [words.say("report.trace_bulk")]
    else:
        key = "report.trace.one" if trace.single == 1 else "report.trace"
        parts = [words.say(key, single=trace.single, bulk=trace.bulk)]
    if trace.approx:
        parts.append(words.say("report.trace_approx", approx=trace.approx))
    if trace.sources:
        sources = [f"{words.fact(name)} ({words.number(count)})" for name, count in trace.sources]
        parts.append(words.say("report.trace_sources", sources=words.both(sources)))
    return " ".join(parts)


def state_cell(words: Words, state: State) -> Cell:
    """Return a state in words, with its symbol."""
    return Cell(words.say(f"state.{state}"), state)


def occasions(words: Words, count: Sum) -> str:
    """Return a number of occasions, marked where it is approximate."""
    return phrases.amount(words, count.occasions, approx=count.approx)


def outcome(words: Words, report: Report, progress: PromiseProgress) -> str:
    """Return the figures of a promise in a few words; what was not promised is no zero."""
    if progress.targets:
        return ", ".join(_figure(words, report, target) for target in progress.targets)
    if not progress.logged:
        return words.say("state.nothing_logged")
    count = phrases.amount(words, progress.logged, approx=progress.approx)
    kinds = phrases.kinds_name(words, report.agreement, progress.promise.counts, progress.logged)
    return words.say("report.counted", count=count, kinds=kinds)


def _figure(words: Words, report: Report, target: TargetProgress) -> str:
    name = targets.target_name(words, report.agreement, target.target)
    if target.target.by_bucket:
        return words.say("report.figure_of", name=name, figure=_kept(words, report, target))
    done = phrases.amount(words, target.done, approx=target.approx)
    return words.say("report.figure", done=done, required=target.required, name=name)


def _kept(words: Words, report: Report, target: TargetProgress) -> str:
    """Return how many buckets were kept; in each area by itself where there are few."""
    if not target.areas or len(target.areas) > MOST_AREAS:
        return targets.figure(words, target)
    return ", ".join(
        words.say(
            "report.figure_of",
            name=phrases.area_name(words, report.agreement, area.area),
            figure=targets.figure(words, area.progress),
        )
        for area in target.areas
    )
