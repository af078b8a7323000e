"""A report as a page of blocks: what HTML and Markdown have in common, in words.

Each format renders these blocks and says nothing of its own, so that no format forgets a promise.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from medborgarloften.domain.activity import Acceptance, Record
from medborgarloften.domain.integrity.health import INCOMPLETE
from medborgarloften.domain.judging.counting import activity
from medborgarloften.domain.moments import swedish, written
from medborgarloften.domain.report.build import PromiseReport, Report
from medborgarloften.domain.report.double_counting import DoubleCount
from medborgarloften.domain.report.sums import Subtotal
from medborgarloften.render.answers.messages import loss, lost
from medborgarloften.render.page.blocks import Block, Cell, Column, Heading, Paragraph, Table, columns, items
from medborgarloften.render.page.pictures import months
from medborgarloften.render.page.promise import occasions, outcome, promise_blocks
from medborgarloften.render.page.targets import state_cell
from medborgarloften.render.trail import trail_line
from medborgarloften.render.words import phrases
from medborgarloften.render.words.voice import Voice
from medborgarloften.render.words.wording import Words

MOST_LINES = 50  # of a list
MOST_LONGER = 12  # figures for more than the period


class Page(NamedTuple):
    """A whole report in words; `trail` is the comment in which the file tells programs of the log."""

    language: str
    title: str
    trail: str
    blocks: tuple[Block, ...]


def page(words: Words, report: Report) -> Page:
    """Return the report as a page."""
    voice = Voice(words, report.agreement)
    municipality, title = words.fact(report.agreement.municipality), _title(words, report)
    blocks = (
        *_head(words, report, title),
        *_overview(voice, report),
        *(block for reported in report.promises for block in promise_blocks(voice, report, reported)),
        *_activities(voice, report),
        *_beside(voice, report),
        *_trail(words, report),
    )
    return Page(words.language, f"{municipality}: {title}", trail_line(report), blocks)


def _title(words: Words, report: Report) -> str:
    period = report.whole if report.unfinished else report.period
    title = words.say("report.title_year" if period.is_year else "report.title", period=words.span(period))
    if not report.unfinished:
        return title
    return words.say("report.title_unfinished", title=title, day=report.period.last)


def _head(words: Words, report: Report, title: str) -> Iterator[Block]:
    agreement, health = report.agreement, report.health
    yield Heading(1, title)
    yield Paragraph(f"{words.fact(agreement.municipality)} · {words.fact(agreement.title)}", "lead")
    basis = "report.basis_year" if agreement.period.is_year else "report.basis"
    yield Paragraph(words.say(basis, day=report.period.last, period=words.span(agreement.period)))
    if report.view.known:
        yield Paragraph(words.say("status.known", day=report.view.known), "warning")
    unreadable = health.count("damaged") + health.count("newer")
    if unreadable:
        yield Paragraph(words.count("report.uncounted", unreadable), "warning")
    for sort in INCOMPLETE:
        if health.count(sort):
            yield Paragraph(words.count(f"report.{sort}", health.count(sort)), "warning")
    for text in lost(words, report.view):
        yield Paragraph(text, "warning")
    if health.conflicts:
        yield Paragraph(words.count("report.conflicts", len(health.conflicts)), "warning")


def _overview(voice: Voice, report: Report) -> Iterator[Block]:
    """Yield the table of all promises: outcome, state now, and one period earlier if there was one."""
    yield Heading(2, voice.say("report.all"))
    rows = tuple(_overview_row(voice, reported) for reported in report.promises)
    heads = columns(voice, "promise", "outcome", "period", "state", "before", numeric=["period"])
    width = len(heads) if any(reported.before for reported in report.promises) else len(heads) - 1
    caption = voice.say("report.all_caption", day=report.period.last)
    yield Table(caption, heads[:width], tuple(row[:width] for row in rows))


def _overview_row(voice: Voice, reported: PromiseReport) -> tuple[Cell, ...]:
    promise, before = reported.progress.promise, reported.before
    return (
        Cell(f"{promise.number}. {voice.fact(promise.text)}"),
        Cell(outcome(voice, reported)),
        Cell(occasions(voice, reported.done)),
        state_cell(voice, reported.progress),
        state_cell(voice, before) if before else Cell(""),
    )


# --- all promises together


class _Group(NamedTuple):
    """One way of dividing the period's occasions: by what, the subtotals, and how their ids are called."""

    by: str
    subtotals: tuple[Subtotal, ...]
    name: Callable[[str], str]


def _activities(voice: Voice, report: Report) -> Iterator[Block]:
    """Yield what was done in the period over all promises: by area, party, kind and tag, and by month."""
    yield Heading(2, voice.say("report.activities", period=voice.span(report.period)))
    if report.total.approx:
        yield Paragraph(voice.say("report.occasions", count=occasions(voice, report.total)))
    else:
        yield Paragraph(voice.count("report.occasions", report.total.occasions))
    groups = _groups(voice, report)
    if any(
        sum(subtotal.sum.occasions for subtotal in group.subtotals) > report.total.occasions
        for group in groups
    ):
        yield Paragraph(voice.say("report.several_rows"), "note")
    for group in groups:
        if group.subtotals:
            yield _divided(voice, group)
    if any(count.occasions for row in report.months for count in row.months):
        yield months(voice, report)
    if report.longer:
        yield Paragraph(voice.say("report.longer"))
        lines = [voice.activity_line(activity(record)) for record in report.longer]
        yield from items(voice, lines, MOST_LONGER)
    if report.spread.occasions:
        yield Paragraph(voice.say("report.spread", count=occasions(voice, report.spread)), "note")


def _groups(voice: Voice, report: Report) -> tuple[_Group, ...]:
    tagged = tuple(subtotal for subtotal in report.tags if subtotal.id)
    return (
        _Group("area", report.areas, lambda key: _area(voice, key)),
        _Group("party", report.parties, voice.party),
        _Group("kind", report.kinds, lambda key: voice.kind(key, 0)),
        _Group("tag", tagged, voice.tag),
    )


def _area(voice: Voice, key: str) -> str:
    name = voice.area(key)
    area = voice.agreement.areas.get(key)
    return voice.say("report.focus", name=name) if area and area.focus else name


def _divided(words: Words, group: _Group) -> Table:
    rows = tuple(
        (
            Cell(group.name(subtotal.id) if subtotal.id else words.say(f"report.no_{group.by}")),
            Cell(occasions(words, subtotal.sum)),
        )
        for subtotal in group.subtotals
    )
    heads = (Column(words.say(f"report.by_{group.by}")), *columns(words, "occasions", numeric=["occasions"]))
    return Table(words.say(f"report.by_{group.by}_caption"), heads, rows)


# --- what needs a look, and what the report rests on


def _beside(voice: Voice, report: Report) -> Iterator[Block]:
    """Yield what needs a look: unconfirmed plans, late entries, double counts; and booked activities."""
    unconfirmed = (_line(voice, record) for record in report.view.unconfirmed)
    yield from _listed(voice, "report.unconfirmed", "report.unconfirmed_says", unconfirmed)
    late = (_written(voice, report, record) for record in report.late)
    yield from _listed(voice, "report.late", "report.late_says", late)
    overlaps = (line for double in report.overlaps for line in _overlaps(voice, double))
    yield from _listed(voice, "report.overlaps", "report.overlaps_says", overlaps)
    planned = (_line(voice, record) for record in report.planned)
    yield from _listed(voice, "report.planned", "report.planned_says", planned)


def _listed(words: Words, title: str, says: str, lines: Iterable[str]) -> Iterator[Block]:
    """Yield a heading, what it means, and a list; nothing where the list is empty."""
    if listed := tuple(lines):
        yield Heading(2, words.say(title))
        yield Paragraph(words.say(says))
        yield from items(words, listed, MOST_LINES)


def _line(voice: Voice, record: Record) -> str:
    return voice.activity_line(activity(record))


def _written(voice: Voice, report: Report, record: Record) -> str:
    """Return a late entry or correction, with the Swedish day on which it was written."""
    what = phrases.record_line(voice, report.ledger, record)
    return voice.say("report.written", what=what, day=written(record.at, swedish).date())


def _overlaps(voice: Voice, double: DoubleCount) -> Iterator[str]:
    """Yield what single days have beside a figure, and each figure that follows it and overlaps."""
    figure = _line(voice, double.figure)
    if double.single:
        count = voice.amount(double.single, approx=double.single_approx)
        yield voice.count("report.overlap", double.single, figure=figure, count=count)
    for other in double.figures:
        yield voice.say("report.overlap_figure", figure=figure, other=_line(voice, other))


def _trail(words: Words, report: Report) -> Iterator[Block]:
    """Yield what ties a printed report to the log: its records and the last sum of every file."""
    health = report.health
    yield Heading(2, words.say("report.trail"))
    yield Paragraph(words.count("report.records", health.records))
    if health.count("edited"):
        yield Paragraph(words.count("report.edited", health.count("edited")))
    accepted = tuple(_accepted(words, record) for record in report.ledger.acceptances)
    if accepted:
        yield Paragraph(words.say("report.accepted"))
        yield from items(words, accepted, MOST_LINES)
    if health.ends:
        heads = columns(words, "sum", "records", numeric=["records"])
        rows = tuple(
            (Cell(last or "–"), Cell(words.number(records))) for records, last in sorted(health.ends.values())
        )
        yield Table(words.say("report.sums"), heads, rows)
    agreement = report.agreement
    if agreement.source:
        yield Paragraph(words.say("promises.source", source=agreement.source), "note")
    if agreement.contact:
        yield Paragraph(words.say("promises.contact", contact=agreement.contact), "note")


def _accepted(words: Words, record: Record) -> str:
    content = record.content
    assert isinstance(content, Acceptance)
    day, what = written(record.at, swedish).date(), loss(words, content)
    return words.say("report.accepted_item", day=day, what=what, reason=content.reason or "–")
