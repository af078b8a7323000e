"""A report as a page of blocks: what HTML and Markdown have in common, in words.

Each format renders these blocks and says nothing of its own, so that no format forgets a promise.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from medborgarloften.domain.activity import Record
from medborgarloften.domain.overview import DoubleCount
from medborgarloften.domain.period import Period
from medborgarloften.domain.progress import PromiseProgress, State, TargetProgress, activity
from medborgarloften.domain.report import Cell as Count, PromiseReport, Report, Sum, Trace
from medborgarloften.render import phrases
from medborgarloften.render.pictures import Picture, months, pace
from medborgarloften.render.to_lines import target_line
from medborgarloften.render.to_text import counted
from medborgarloften.render.wording import Words

MOST_ACTIVITIES = 12  # of one promise that are shown one by one
MOST_LINES = 50  # of a list


class Heading(NamedTuple):
    """A heading of level 1 to 3."""

    level: int
    text: str


class Paragraph(NamedTuple):
    """A paragraph; `role` is "", "lead", "warning" or "note"."""

    text: str
    role: str = ""


class Items(NamedTuple):
    """A list of lines."""

    lines: tuple[str, ...]


class Column(NamedTuple):
    """A column of a table."""

    title: str
    numeric: bool = False


class Cell(NamedTuple):
    """A cell; one with a state is shown with its symbol."""

    text: str
    state: State | None = None


class Table(NamedTuple):
    """A table; the first cell of a row is its header."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


Block = Heading | Paragraph | Items | Table | Picture


class Page(NamedTuple):
    """A whole report in words; `records` is how many the log had, which the file tells programs."""

    language: str
    title: str
    records: int
    blocks: tuple[Block, ...]


def page(words: Words, report: Report) -> Page:
    """Return the report as a page."""
    municipality, title = words.fact(report.agreement.municipality), _title(words, report)
    blocks = (
        *_head(words, report, title),
        *_overview(words, report),
        *(block for promise in report.promises for block in _promise(words, report, promise)),
        *_activities(words, report),
        *_beside(words, report),
        *_trail(words, report),
    )
    return Page(words.language, f"{municipality}: {title}", report.health.records, blocks)


def _title(words: Words, report: Report) -> str:
    if report.unfinished:
        return words.say("report.title_unfinished", period=words.span(report.whole), day=report.period.last)
    return words.say("report.title", period=words.span(report.period))


def _head(words: Words, report: Report, title: str) -> Iterator[Block]:
    agreement, health = report.agreement, report.health
    yield Heading(1, title)
    yield Paragraph(f"{words.fact(agreement.municipality)} · {words.fact(agreement.title)}", "lead")
    yield Paragraph(words.say("report.basis", day=report.period.last, period=words.span(agreement.period)))
    unreadable = health.count("damaged") + health.count("newer")
    if unreadable:
        yield Paragraph(counted(words, "report.unreadable", unreadable), "warning")
    if health.conflicts:
        yield Paragraph(counted(words, "report.conflicts", len(health.conflicts)), "warning")


def _overview(words: Words, report: Report) -> Iterator[Block]:
    """Yield the table of all promises: outcome, state now, and one period earlier if there was one."""
    yield Heading(2, words.say("report.all"))
    columns = (
        Column(words.say("report.col.promise")),
        Column(words.say("report.col.outcome")),
        Column(words.say("report.col.period"), numeric=True),
        Column(words.say("report.col.state")),
        Column(words.say("report.col.before")),
    )
    rows = tuple(_overview_row(words, report, promise) for promise in report.promises)
    shown = len(columns) if any(promise.before for promise in report.promises) else len(columns) - 1
    caption = words.say("report.all_caption", day=report.period.last)
    yield Table(caption, columns[:shown], tuple(row[:shown] for row in rows))


def _overview_row(words: Words, report: Report, promise: PromiseReport) -> tuple[Cell, ...]:
    own, before = promise.progress.promise, promise.before
    return (
        Cell(f"{own.number}. {words.fact(own.text)}"),
        Cell(_outcome(words, report, promise.progress)),
        Cell(_sum(words, promise.done)),
        _state(words, promise.progress.state),
        _state(words, before.state) if before else Cell(""),
    )


def _state(words: Words, state: State) -> Cell:
    return Cell(words.say(f"state.{state}"), state)


def _sum(words: Words, count: Sum) -> str:
    return phrases.amount(words, count.occasions, approx=count.approx)


def _outcome(words: Words, report: Report, progress: PromiseProgress) -> str:
    """Return the figures of a promise in a few words; what was not promised is no zero."""
    if progress.targets:
        return ", ".join(_figure(words, report, target) for target in progress.targets)
    if not progress.logged:
        return words.say("state.nothing_logged")
    count = phrases.amount(words, progress.logged, approx=progress.approx)
    kinds = phrases.kinds_name(words, report.agreement, progress.promise.counts, progress.logged)
    return words.say("report.counted", count=count, kinds=kinds)


def _figure(words: Words, report: Report, target: TargetProgress) -> str:
    done = phrases.amount(words, target.done, approx=target.approx)
    name = phrases.target_name(words, report.agreement, target.target)
    return words.say("report.figure", done=done, required=target.required, name=name)


# --- one promise


def _promise(words: Words, report: Report, promise: PromiseReport) -> Iterator[Block]:
    """Yield one promise: its own words, rule, figures, picture, what was done and what is said of it."""
    progress, own = promise.progress, promise.progress.promise
    yield Heading(2, f"{own.number}. {words.fact(own.text)}")
    yield from _who(words, report, promise)
    if progress.targets:
        yield _targets(words, report, promise)
        for number, (target, steps) in enumerate(zip(progress.targets, promise.steps, strict=True), 1):
            yield pace(words, report, f"promise-{own.number}-{number}", target, steps)
    else:
        key = "report.no_number" if progress.logged else "report.no_number_nothing"
        yield Paragraph(words.say(key, outcome=_outcome(words, report, progress)))
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
        Column(words.say("report.col.done"), numeric=True),
        Column(words.say("report.col.booked"), numeric=True),
        Column(words.say("report.col.missing"), numeric=True),
        Column(words.say("report.col.next")),
        Column(words.say("report.col.state")),
    )
    rows = tuple(_target_row(words, report, promise, target) for target in promise.progress.targets)
    return Table(words.say("report.targets"), columns, rows)


def _target_row(
    words: Words, report: Report, promise: PromiseReport, target: TargetProgress
) -> tuple[Cell, ...]:
    done = phrases.amount(words, target.done, approx=target.approx)
    if target.unplaced:
        done += f" ({words.say('status.unplaced', number=target.unplaced)})"
    return (
        Cell(target_line(words, report.agreement, promise.progress.promise, target.target)),
        Cell(done),
        Cell(words.number(target.booked)),
        Cell(words.number(target.missing)),
        Cell(phrases.pace(words, target, report.view) or "–"),
        _state(words, target.state),
    )


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
        areas = [f"{_place(words, report, cell.id)} {_sum(words, cell.sum)}" for cell in promise.areas]
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


# --- all promises together


class _Group(NamedTuple):
    """One way of dividing the period's occasions: the sums, and the keys of its words."""

    cells: tuple[Count, ...]
    title: str
    caption: str
    none: str
    name: Callable[[str], str]


def _activities(words: Words, report: Report) -> Iterator[Block]:
    """Yield what was done in the period over all promises: by area, party, kind and tag, and by month."""
    yield Heading(2, words.say("report.activities", period=words.span(report.period)))
    if report.total.approx:
        yield Paragraph(words.say("report.occasions", count=_sum(words, report.total)))
    else:
        yield Paragraph(counted(words, "report.occasions", report.total.occasions))
    groups = _groups(words, report)
    if any(sum(cell.sum.occasions for cell in group.cells) > report.total.occasions for group in groups):
        yield Paragraph(words.say("report.several_rows"), "note")
    for group in groups:
        if group.cells:
            yield _divided(words, group)
    if any(count.occasions for row in report.months for count in row.months):
        yield months(words, report)
    if report.spread.occasions:
        yield Paragraph(words.say("report.spread", count=_sum(words, report.spread)), "note")


def _groups(words: Words, report: Report) -> tuple[_Group, ...]:
    agreement = report.agreement
    tagged = tuple(cell for cell in report.tags if cell.id)
    return (
        _Group(
            report.areas,
            "report.by_area",
            "report.by_area_caption",
            "report.no_area",
            lambda key: _area(words, report, key),
        ),
        _Group(
            report.parties,
            "report.by_party",
            "report.by_party_caption",
            "report.no_party",
            lambda key: phrases.party_name(words, agreement, key),
        ),
        _Group(
            report.kinds,
            "report.by_kind",
            "report.by_kind_caption",
            "",
            lambda key: phrases.kind_name(words, agreement, key, 0),
        ),
        _Group(
            tagged,
            "report.by_tag",
            "report.by_tag_caption",
            "",
            lambda key: phrases.tag_name(words, agreement, key),
        ),
    )


def _area(words: Words, report: Report, key: str) -> str:
    name = phrases.area_name(words, report.agreement, key)
    known = report.agreement.areas.get(key)
    return words.say("report.focus", name=name) if known and known.focus else name


def _divided(words: Words, group: _Group) -> Table:
    rows = tuple(
        (Cell(group.name(cell.id) if cell.id else words.say(group.none)), Cell(_sum(words, cell.sum)))
        for cell in group.cells
    )
    columns = (Column(words.say(group.title)), Column(words.say("report.col.occasions"), numeric=True))
    return Table(words.say(group.caption), columns, rows)


# --- what needs a look, and what the report rests on


def _beside(words: Words, report: Report) -> Iterator[Block]:
    """Yield what needs a look: unconfirmed plans, late entries, double counts; and booked activities."""
    unconfirmed = (_plan(words, report, record) for record in report.view.unconfirmed)
    yield from _listed(words, "report.unconfirmed", "report.unconfirmed_says", unconfirmed)
    late = (_written(words, report, record) for record in report.late)
    yield from _listed(words, "report.late", "report.late_says", late)
    overlaps = (_overlap(words, report, double) for double in report.overlaps)
    yield from _listed(words, "report.overlaps", "report.overlaps_says", overlaps)
    planned = (_plan(words, report, record) for record in report.planned)
    yield from _listed(words, "report.planned", "report.planned_says", planned)


def _listed(words: Words, title: str, says: str, lines: Iterable[str]) -> Iterator[Block]:
    """Yield a heading, what it means, and a list; nothing where the list is empty."""
    shown = tuple(lines)
    if shown:
        yield Heading(2, words.say(title))
        yield Paragraph(words.say(says))
        yield Items(shown[:MOST_LINES])
        if len(shown) > MOST_LINES:
            yield Paragraph(words.say("report.more_lines", count=len(shown) - MOST_LINES))


def _plan(words: Words, report: Report, record: Record) -> str:
    return phrases.activity_line(words, report.agreement, activity(record))


def _written(words: Words, report: Report, record: Record) -> str:
    """Return a late entry or correction, with the UTC day on which it was written."""
    what = phrases.record_line(words, report.view, report.ledger, record)
    return words.say("report.written", what=what, day=date.fromisoformat(record.at[:10]))


def _overlap(words: Words, report: Report, double: DoubleCount) -> str:
    figure = phrases.activity_line(words, report.agreement, activity(double.figure))
    count = phrases.amount(words, double.occasions, approx=double.approx)
    key = "report.overlap.one" if double.occasions == 1 else "report.overlap"
    return words.say(key, figure=figure, count=count)


def _trail(words: Words, report: Report) -> Iterator[Block]:
    """Yield what ties a printed report to the log: its records and the last sum of every file."""
    health = report.health
    yield Heading(2, words.say("report.trail"))
    yield Paragraph(counted(words, "report.records", health.records))
    if health.count("edited"):
        yield Paragraph(counted(words, "report.edited", health.count("edited")))
    if health.ends:
        columns = (Column(words.say("report.col.sum")), Column(words.say("report.col.records"), numeric=True))
        rows = tuple(
            (Cell(last or "–"), Cell(words.number(records))) for records, last in sorted(health.ends.values())
        )
        yield Table(words.say("report.sums"), columns, rows)
    agreement = report.agreement
    if agreement.source:
        yield Paragraph(words.say("promises.source", source=agreement.source), "note")
    if agreement.contact:
        yield Paragraph(words.say("promises.contact", contact=agreement.contact), "note")
