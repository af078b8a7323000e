"""One promise on a report's page: its own words, rule, figures, pictures, what was done and said of it."""

from collections.abc import Iterator

from medborgarloften.domain.activity import Record
from medborgarloften.domain.judging.counting import activity
from medborgarloften.domain.judging.promises import PromiseProgress
from medborgarloften.domain.judging.standing import TargetProgress
from medborgarloften.domain.report.build import PromiseReport, Report, Trace
from medborgarloften.domain.report.sums import Sum
from medborgarloften.render.page.blocks import Block, Cell, Column, Heading, Paragraph, Table
from medborgarloften.render.page.targets import target_blocks
from medborgarloften.render.words import phrases, targets
from medborgarloften.render.words.wording import Words

MOST_ACTIVITIES = 12  # of one promise that are shown one by one
MOST_AREAS = 4  # that a line names one by one


def promise_blocks(words: Words, report: Report, promise: PromiseReport) -> Iterator[Block]:
    """Yield one promise: its own words, rule, figures, picture, what was done and what is said of it."""
    progress, own = promise.progress, promise.progress.promise
    yield Heading(2, f"{own.number}. {words.fact(own.text)}")
    yield from _who(words, report, promise)
    if progress.targets:
        yield from target_blocks(words, report, promise)
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
        yield Paragraph(words.count("report.more", left), "note")


def _place(words: Words, report: Report, area: str | None) -> str:
    return phrases.area_name(words, report.agreement, area) if area else words.say("report.no_area")


def _activity_row(words: Words, report: Report, record: Record) -> tuple[Cell, ...]:
    row = phrases.activity_row(words, report.agreement, activity(record))
    return tuple(Cell(text or "–") for text in (row.day, row.what, row.where, row.note))


def _trace(words: Words, trace: Trace) -> str:
    """Say how much of a sum can be traced to single occasions."""
    if not trace.bulk:
        parts = [words.say("report.trace_single")]
    elif not trace.single:
        parts = [words.say("report.trace_bulk")]
    else:
        parts = [words.count("report.trace", trace.single, single=trace.single, bulk=trace.bulk)]
    if trace.approx:
        parts.append(words.count("report.trace_approx", trace.approx))
    if trace.sources:
        sources = [f"{words.fact(name)} ({words.number(count)})" for name, count in trace.sources]
        parts.append(words.say("report.trace_sources", sources=words.both(sources)))
    return " ".join(parts)


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
    key = "report.figure_over" if targets.is_over(target) else "report.figure"
    return words.count(key, target.required, done=done, required=target.required, name=name)


def _kept(words: Words, report: Report, target: TargetProgress) -> str:
    """Return how many buckets were kept; in each area separately where there are few."""
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
