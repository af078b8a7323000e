"""A report as a page of blocks: what HTML and Markdown have in common, in words.

Each format renders these blocks and says nothing of its own, so that no format forgets a promise.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from medborgarloften.domain.activity import Record
from medborgarloften.domain.overview import DoubleCount
from medborgarloften.domain.period import Period
from medborgarloften.domain.progress import PromiseProgress, State, TargetProgress, activity
from medborgarloften.domain.report import Cell as Count, PromiseReport, Report, Trace
from medborgarloften.render import phrases
from medborgarloften.render.pictures import Picture, months, pace
from medborgarloften.render.to_lines import target_line
from medborgarloften.render.to_text import counted
from medborgarloften.render.wording import Words

MOST_ACTIVITIES = 12  # of one promise that are shown one by one


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
    agreement = report.agreement
    title = _title(words, report)
    blocks = (
        *_head(words, report, title),
        *_overview(words, report),
        *(block for promise in report.promises for block in _promise(words, report, promise)),
        *_activities(words, report),
        *_beside(words, report),
        *_trail(words, report),
    )
    return Page(
        words.language, f"{words.fact(agreement.municipality)}: {title}", report.health.records, blocks
    )


def _title(words: Words, report: Report) -> str:
    if report.unfinished:
        return words.say("report.title_unfinished", period=words.span(report.whole), day=report.period.last)
    return words.say("report.title", period=words.span(report.period))


def _head(words: Words, report: Report, title: str) -> Iterator[Block]:
    agreement = report.agreement
    yield Heading(1, title)
    yield Paragraph(f"{words.fact(agreement.municipality)} · {words.fact(agreement.title)}", "lead")
    yield Paragraph(
        words.say("report.basis", day=report.view.days.as_of, period=words.span(agreement.period))
    )
    health = report.health
    unreadable = health.count("damaged") + health.count("newer")
    if unreadable:
        yield Paragraph(counted(words, "report.unreadable", unreadable), "warning")
    if health.conflicts:
        yield Paragraph(counted(words, "report.conflicts", len(health.conflicts)), "warning")


def _overview(words: Words, report: Report) -> Iterator[Block]:
    """Yield the table of all promises: outcome, state now and one period earlier."""
    yield Heading(2, words.say("report.all"))
    columns = [Column(words.say("report.col.promise")), Column(words.say("report.col.outcome"))]
    columns += [Column(words.say("report.col.period"), numeric=True), Column(words.say("report.col.state"))]
    columns.append(Column(words.say("report.col.before")))
    rows = []
    for promise in report.promises:
        before = promise.before.state if promise.before else None
        rows.append(
            (
                Cell(f"{promise.progress.promise.number}. {words.fact(promise.progress.promise.text)}"),
                Cell(_outcome(words, report, promise.progress)),
                Cell(words.number(promise.done)),
                Cell(words.say(f"state.{promise.progress.state}"), promise.progress.state),
                Cell(words.say(f"state.{before}"), before)
                if before
                else Cell(words.say("report.none_before")),
            )
        )
    yield Table(words.say("report.all_caption", day=report.view.days.as_of), tuple(columns), tuple(rows))


def _outcome(words: Words, report: Report, progress: PromiseProgress) -> str:
    """Return the figures of a promise in a few words."""
    if progress.targets:
        return ", ".join(_figure(words, report, target) for target in progress.targets)
    count = phrases.amount(words, progress.logged, approx=progress.approx)
    kinds = phrases.kinds_name(words, report.agreement, progress.promise.counts, progress.logged)
    return words.say("report.counted", count=count, kinds=kinds)


def _figure(words: Words, report: Report, target: TargetProgress) -> str:
    done = phrases.amount(words, target.done, approx=target.approx)
    name = phrases.target_name(words, report.agreement, target.target)
    return words.say("report.figure", done=done, required=target.required, name=name)


def _promise(words: Words, report: Report, promise: PromiseReport) -> Iterator[Block]:
    """Yield one promise: its own words, rule, figures, picture, what was done and what is said of it."""
    progress = promise.progress
    own = progress.promise
    yield Heading(2, f"{own.number}. {words.fact(own.text)}")
    yield from _who(words, report, promise)
    if own.rule:
        yield Paragraph(words.say("promises.rule", rule=own.rule), "note")
    if progress.targets:
        yield _targets(words, report, promise)
        for number, (target, steps) in enumerate(zip(progress.targets, promise.steps, strict=True), 1):
            yield pace(words, report, f"promise-{own.number}-{number}", target, steps)
    else:
        yield Paragraph(words.say("report.no_number", outcome=_outcome(words, report, progress)))
    comment = phrases.verdict(words, progress)
    if comment:
        yield Paragraph(comment)
    yield from _done(words, report, promise)
    yield (
        Paragraph(_trace(words, promise.trace), "note")
        if progress.logged
        else Paragraph(words.say("report.nothing"))
    )


def _who(words: Words, report: Report, promise: PromiseReport) -> Iterator[Block]:
    own, agreement = promise.progress.promise, report.agreement
    if own.parties:
        parties = words.both(phrases.party_name(words, agreement, party) for party in own.parties)
        yield Paragraph(words.say("promises.parties", parties=parties), "note")
    if own.areas:
        areas = words.both(phrases.area_name(words, agreement, area) for area in own.areas)
        yield Paragraph(words.say("promises.areas", areas=areas), "note")
    if own.decision:
        yield Paragraph(words.say("promises.decision", decision=own.decision), "note")


def _targets(words: Words, report: Report, promise: PromiseReport) -> Table:
    names = ("target", "done", "booked", "missing", "next", "state")
    columns = tuple(
        Column(words.say(f"report.col.{name}"), numeric=name in ("done", "booked", "missing"))
        for name in names
    )
    rows = []
    for target in promise.progress.targets:
        done = phrases.amount(words, target.done, approx=target.approx)
        if target.unplaced:
            done += f" ({words.say('status.unplaced', number=target.unplaced)})"
        rows.append(
            (
                Cell(target_line(words, report.agreement, promise.progress.promise, target.target)),
                Cell(done),
                Cell(words.number(target.booked)),
                Cell(words.number(target.missing)),
                Cell(phrases.pace(words, target, report.view) or "–"),
                Cell(words.say(f"state.{target.state}"), target.state),
            )
        )
    return Table(words.say("report.targets"), columns, tuple(rows))


def _done(words: Words, report: Report, promise: PromiseReport) -> Iterator[Block]:
    """Yield what was done in the period, one by one as far as there is room."""
    if not promise.activities:
        return
    if any(cell.id for cell in promise.areas):
        where = [f"{_place(words, report, cell.id)} {words.number(cell.occasions)}" for cell in promise.areas]
        yield Paragraph(words.say("report.where", period=words.span(report.period), areas=", ".join(where)))
    shown = promise.activities[-MOST_ACTIVITIES:]
    columns = tuple(Column(words.say(f"report.col.{name}")) for name in ("day", "what", "where", "note"))
    rows = tuple(_activity_row(words, report, record) for record in shown)
    yield Table(words.say("report.done", period=words.span(report.period)), columns, rows)
    left = len(promise.activities) - len(shown)
    if left:
        yield Paragraph(counted(words, "report.more", left), "note")


def _place(words: Words, report: Report, area: str | None) -> str:
    return phrases.area_name(words, report.agreement, area) if area else words.say("picture.no_area")


def _activity_row(words: Words, report: Report, record: Record) -> tuple[Cell, ...]:
    content, agreement = activity(record), report.agreement
    where = words.both(phrases.area_name(words, agreement, area) for area in content.areas)
    texts = [
        *(phrases.tag_name(words, agreement, tag) for tag in content.tags),
        *(
            f"{words.number(n)} {phrases.quantity_name(words, agreement, key)}"
            for key, n in content.quantities
        ),
        *(
            _text(words, text, redacted=content.redacted)
            for text in (content.note, content.ref, content.source)
        ),
    ]
    return (
        Cell(words.span(Period.of(content.day, content.last))),
        Cell(phrases.what(words, agreement, content)),
        Cell(where or "–"),
        Cell(". ".join(text for text in texts if text) or "–"),
    )


def _text(words: Words, text: str | None, *, redacted: bool) -> str:
    if text is None:
        return words.say("status.masked") if redacted else ""
    return words.fact(text)


def _trace(words: Words, trace: Trace) -> str:
    """Say how much of a sum can be traced to single occasions."""
    key = "report.trace_bulk" if trace.bulk else "report.trace_single"
    parts = [words.say("report.trace" if trace.single and trace.bulk else key, **trace._asdict())]
    if trace.approx:
        parts.append(words.say("report.trace_approx", approx=trace.approx))
    if trace.sources:
        sources = [f"{words.fact(name)} ({words.number(count)})" for name, count in trace.sources]
        parts.append(words.say("report.trace_sources", sources=words.both(sources)))
    return " ".join(parts)


def _activities(words: Words, report: Report) -> Iterator[Block]:
    """Yield what was done in the period over all promises: by area, party, kind and tag, and by month."""
    agreement = report.agreement
    yield Heading(2, words.say("report.activities", period=words.span(report.period)))
    yield Paragraph(counted(words, "report.occasions", report.occasions))
    for joint in report.view.joint:
        if joint.all:
            kinds = phrases.kind_name(words, agreement, joint.kind, 0)
            other = phrases.kind_name(words, agreement, joint.other)
            yield Paragraph(
                words.say("status.joint", joint=joint.joint, all=joint.all, kinds=kinds, other=other)
            )
    yield from _counts(words, "areas", report.areas, lambda key: _area(words, report, key))
    yield from _counts(
        words, "parties", report.parties, lambda key: phrases.party_name(words, agreement, key)
    )
    yield from _counts(words, "kinds", report.kinds, lambda key: phrases.kind_name(words, agreement, key, 0))
    if any(cell.id for cell in report.tags):
        tagged = tuple(cell for cell in report.tags if cell.id)
        yield from _counts(words, "tags", tagged, lambda key: phrases.tag_name(words, agreement, key))
    if any(any(row.months) for row in report.months):
        yield months(words, report)


def _area(words: Words, report: Report, key: str) -> str:
    name = phrases.area_name(words, report.agreement, key)
    known = report.agreement.areas.get(key)
    return words.say("report.focus", name=name) if known and known.focus else name


def _counts(words: Words, field: str, cells: Iterable[Count], name: Callable[[str], str]) -> Iterator[Block]:
    rows = tuple(
        (
            Cell(name(cell.id) if cell.id else words.say(f"report.no_{field}")),
            Cell(words.number(cell.occasions)),
        )
        for cell in cells
    )
    if rows:
        columns = (
            Column(words.say(f"report.by_{field}")),
            Column(words.say("report.col.occasions"), numeric=True),
        )
        yield Table(words.say(f"report.by_{field}_caption"), columns, rows)


def _beside(words: Words, report: Report) -> Iterator[Block]:
    """Yield what needs a look: unconfirmed plans, late entries, double counts, booked activities."""
    groups = (
        ("unconfirmed", report.view.unconfirmed),
        ("late", report.late),
        ("planned", report.planned),
    )
    for key, records in groups:
        if records:
            yield Heading(2, words.say(f"report.{key}"))
            yield Items(
                tuple(phrases.record_line(words, report.view, report.ledger, record) for record in records)
            )
    if report.overlaps:
        yield Heading(2, words.say("report.overlaps"))
        yield Items(tuple(_overlap(words, report, double) for double in report.overlaps))


def _overlap(words: Words, report: Report, double: DoubleCount) -> str:
    figure = phrases.activity_line(words, report.agreement, activity(double.figure))
    key = "report.overlap.one" if double.occasions == 1 else "report.overlap"
    return words.say(key, figure=figure, count=double.occasions)


def _trail(words: Words, report: Report) -> Iterator[Block]:
    """Yield what ties a printed report to the log: its records and the last sum of every file."""
    health = report.health
    yield Heading(2, words.say("report.trail"))
    yield Paragraph(counted(words, "report.records", sum(records for records, _ in health.ends.values())))
    ends = sorted(health.ends.values())
    if ends:
        columns = (Column(words.say("report.col.sum")), Column(words.say("report.col.records"), numeric=True))
        rows = tuple((Cell(last), Cell(words.number(records))) for records, last in ends)
        yield Table(words.say("report.sums"), columns, rows)
    for key in ("source", "contact"):
        text = getattr(report.agreement, key)
        if text:
            yield Paragraph(words.say(f"promises.{key}", **{key: text}), "note")
