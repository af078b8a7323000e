"""One promise on a report's page: its own words, rule, figures, pictures, what was done and said of it."""

from collections.abc import Iterator

from medborgarloften.domain.activity import Record
from medborgarloften.domain.judging.counting import activity
from medborgarloften.domain.judging.standing import TargetProgress
from medborgarloften.domain.promise import Promise
from medborgarloften.domain.report.build import PromiseReport, Report, Trace
from medborgarloften.domain.report.sums import Sum
from medborgarloften.render.page.blocks import Block, Cell, Heading, Paragraph, Table, columns
from medborgarloften.render.page.targets import target_blocks
from medborgarloften.render.words import phrases, targets
from medborgarloften.render.words.voice import Voice
from medborgarloften.render.words.wording import Words

MOST_ACTIVITIES = 12  # of one promise that are shown one by one
MOST_AREAS = 4  # that a line names one by one


def promise_blocks(voice: Voice, report: Report, reported: PromiseReport) -> Iterator[Block]:
    """Yield one promise: its own words, rule, figures, picture, what was done and what is said of it."""
    progress, promise = reported.progress, reported.progress.promise
    yield Heading(2, f"{promise.number}. {voice.fact(promise.text)}")
    yield from _who(voice, promise)
    if progress.targets:
        yield from target_blocks(voice, report, reported)
    else:
        key = "report.no_number" if progress.logged else "report.no_number_nothing"
        yield Paragraph(voice.say(key, outcome=outcome(voice, reported)))
    if progress.targets:
        beside = targets.beside(voice, progress, reported.split)
        beside += targets.measured(voice, progress, reported.split)
        yield from [Paragraph(voice.say("report.beside", parts=voice.both(beside)))] if beside else []
    yield from _joint(voice, reported)
    if comment := phrases.verdict(voice, progress):
        yield Paragraph(comment)
    yield from _done(voice, report, reported)
    if progress.logged:
        yield Paragraph(_trace(voice, reported.trace), "note")


def _who(voice: Voice, promise: Promise) -> Iterator[Block]:
    """Yield who promised, which areas it names, how it is counted, and the decision."""
    if promise.window != voice.agreement.period:
        yield Paragraph(voice.say("promises.holds", period=promise.window), "note")
    if promise.parties:
        yield Paragraph(voice.say("report.promised_by", parties=voice.parties(promise.parties)), "note")
    if promise.areas:
        yield Paragraph(voice.say("report.names_areas", areas=voice.areas(promise.areas)), "note")
    if promise.rule:
        yield Paragraph(voice.say("promises.rule", rule=promise.rule), "note")
    for line in targets.decisions(voice, promise):
        yield Paragraph(line)
    if promise.decision:
        yield Paragraph(voice.say("promises.decision", decision=promise.decision), "note")


def _joint(voice: Voice, reported: PromiseReport) -> Iterator[Block]:
    """Yield how many of the one kind were held together with the other, if there were any."""
    if (joint := reported.joint) and joint.all:
        kinds, other = voice.kind(joint.kind, joint.all), voice.kind(joint.other)
        facts = {"joint": joint.joint, "all": joint.all, "kinds": kinds, "other": other}
        yield Paragraph(voice.say("report.joint", **facts))


def _done(voice: Voice, report: Report, reported: PromiseReport) -> Iterator[Block]:
    """Yield what was done in the period, one by one as far as there is room."""
    if not reported.activities:
        if reported.progress.logged or reported.progress.targets:
            key = "report.nothing_now" if reported.progress.logged else "report.nothing"
            yield Paragraph(voice.say(key))
        return
    span = voice.span(report.period)
    if any(subtotal.id for subtotal in reported.areas):
        areas = [f"{voice.area(subtotal.id)} {occasions(voice, subtotal.sum)}" for subtotal in reported.areas]
        yield Paragraph(voice.say("report.where", period=span, areas=", ".join(areas)))
    latest = reported.activities[-MOST_ACTIVITIES:]
    heads = columns(voice, "day", "what", "where", "note")
    rows = tuple(_activity_row(voice, record) for record in latest)
    yield Table(voice.say("report.done", period=span), heads, rows)
    if more := len(reported.activities) - len(latest):
        yield Paragraph(voice.count("report.more", more), "note")


def _activity_row(voice: Voice, record: Record) -> tuple[Cell, ...]:
    row = voice.row(activity(record))
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
    return words.amount(count.occasions, approx=count.approx)


def outcome(voice: Voice, reported: PromiseReport) -> str:
    """Return the figures of a promise in a few words; what was not promised is no zero."""
    progress, parts = reported.progress, reported.split
    if progress.targets:
        figures = [_figure(voice, target) for target in progress.targets]
        return ", ".join([*figures, *targets.beside(voice, progress, parts)])
    if not progress.logged:
        return voice.say("state.nothing_logged")
    return ", ".join(voice.split(parts))


def _figure(voice: Voice, target: TargetProgress) -> str:
    name = targets.target_name(voice, target.target)
    if target.target.by_bucket:
        return voice.say("report.figure_of", name=name, figure=_kept(voice, target))
    done = voice.amount(target.done, approx=target.approx)
    key = "report.figure_over" if targets.is_over(target) else "report.figure"
    return voice.count(key, target.required, done=done, required=target.required, name=name)


def _kept(voice: Voice, target: TargetProgress) -> str:
    """Return how many buckets were kept; in each area separately where there are few."""
    if not target.areas or len(target.areas) > MOST_AREAS:
        return targets.figure(voice, target)
    return ", ".join(
        voice.say("report.figure_of", name=voice.area(area), figure=targets.figure(voice, progress))
        for area, progress in target.areas
    )
