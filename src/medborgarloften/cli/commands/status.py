"""`loften status`: the state of every promise, for a person or for another program; stores nothing."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated

import typer

from medborgarloften.cli import options as o, typed_words
from medborgarloften.cli.context import Context
from medborgarloften.cli.reading import read_log
from medborgarloften.domain.activity import Record
from medborgarloften.domain.alarm import RECENT, alarms
from medborgarloften.domain.history import written_since
from medborgarloften.domain.integrity.health import LOSSES
from medborgarloften.domain.judging.standing import Days
from medborgarloften.domain.overview import Overview, Share, live_days, overview, share
from medborgarloften.domain.renamed import in_words_of
from medborgarloften.errors import DataError, Finding, Place, UsageError
from medborgarloften.files.log.read import Reading
from medborgarloften.render.answers import messages

WrittenSince = tuple[date, list[Record]]
"""A day, and the records that were written since it began."""


def command(
    ctx: typer.Context,
    as_of: o.AsOf = None,
    known: o.Known = None,
    since: o.Since = None,
    area: o.Area = None,
    party: o.Party = None,
    form: o.Format = None,
    check: Annotated[bool, typer.Option("--check")] = False,
) -> None:
    context: Context = ctx.obj
    beside = {"--since": since, "--area": area, "--party": party}
    if check:
        typed_words.alone("--check", {"--format": form, "--area": area, "--party": party})
    form = typed_words.one_of("--format", form or "table", o.TABLES)
    if form in ("csv", "md"):
        typed_words.alone(f"--format {form}", beside)
    known_by = typed_words.known(context, known)
    days, ended = _days(context, as_of, known_by)
    reading = read_log(context, known=known_by)
    reading = reading._replace(ledger=in_words_of(context.agreements, reading.ledger))
    view = overview(context.agreements, reading.ledger, days, ended=ended)._replace(known=known_by)
    shares = _shares(context, view, reading, area, party)
    records = _since(context, view, reading, since)
    if check:
        _check(context, view, reading, records and records[0])
        return
    if form != "table":
        context.tell(*messages.warnings(context.words, reading.health, reading.ledger))
        context.tell(*messages.lost(context.words, view))
    match form:
        case "table":
            _show(context, view, reading, shares, records)
        case "json":
            from medborgarloften.render import to_json

            context.deliver(
                to_json.status(context.words, view, reading.health, shares, since=records and records[1])
            )
        case "csv":
            from medborgarloften.render import grids, to_csv

            context.deliver(to_csv.grid(grids.status(context.words, view)))
        case "md":
            from medborgarloften.render import grids, to_markdown

            context.deliver(to_markdown.grid(grids.status(context.words, view)))


def _days(context: Context, as_of: str | None, known: date | None) -> tuple[Days, bool]:
    if as_of is None and known is None:
        return live_days(context.agreements, context.today)
    day = known if as_of is None else typed_words.day(context, as_of, "past")
    assert day is not None
    if known is not None and day > known:
        raise UsageError(Finding("known.as_of", {"day": day, "known": known}))
    return Days(day, day), False


def _shares(
    context: Context, view: Overview, reading: Reading, area: str | None, party: str | None
) -> list[Share]:
    """Return what belongs to the area and to the party that were asked for. Raises `UsageError`."""
    agreement, ledger = view.agreement, reading.ledger
    areas = [] if area is None else typed_words.areas(context, agreement, [area])
    parties = [] if party is None else typed_words.parties(context, agreement, [party])
    of_areas = [share(view, ledger, "areas", key) for key in areas]
    return of_areas + [share(view, ledger, "parties", key) for key in parties]


def _since(context: Context, view: Overview, reading: Reading, since: str | None) -> WrittenSince | None:
    """Return a day and what was written since it began. Raises `UsageError`."""
    if since is None:
        return None
    day = typed_words.day(context, since, "past")
    if day > context.today:
        raise UsageError(Finding("since.future", {"day": day}))
    return day, written_since(reading.ledger, view.agreement.period, context.midnight(day))


def _check(context: Context, view: Overview, reading: Reading, since: date | None) -> None:
    """Be silent when all is well; else say what somebody should look at, and end with 1. Raises `DataError`.

    With `since`, only what was not so at the end of that day.
    """
    health = reading.health
    findings = [Finding(f"check.{loss.sort}", loss.facts, Place(loss.file)) for loss in health.of(*LOSSES)]
    findings += messages.doubts(context.words, health)
    findings += [Finding(f"health.lost_{lost.sort}", {"word": lost.word}) for lost in view.lost]
    if findings:
        raise DataError(*findings)
    today = context.today if view.ended else view.days.as_of
    lines = []
    for seen in (view, *_just_ended(context, view, reading, today)):
        news = alarms(seen, today)
        if since is not None:
            before = overview((seen.agreement,), reading.ledger, Days(since, since), ended=False)
            known = {alarm.key for alarm in alarms(before, since)}
            news = [alarm for alarm in news if alarm.key not in known]
        lines += messages.alarm(context.words, seen, news)
    if lines:
        context.print("\n".join([*lines, context.words.say("status.check_more")]))
        raise typer.Exit(1)


def _just_ended(context: Context, view: Overview, reading: Reading, today: date) -> Iterator[Overview]:
    """Yield how every other agreement stood at its end that ended a short time ago."""
    for agreement in context.agreements:
        last = agreement.period.last
        if agreement is not view.agreement and timedelta(0) <= today - last <= RECENT:
            yield overview((agreement,), reading.ledger, Days(last, last), ended=True)


def _show(
    context: Context, view: Overview, reading: Reading, shares: list[Share], since: WrittenSince | None
) -> None:
    from medborgarloften.render.to_terminal import status as tables
    from medborgarloften.render.to_terminal.canvas import Terminal

    words, workspace = context.words, context.workspace_or_example
    contents = tables.Screen(
        view,
        reading.ledger,
        messages.heading(words, view, None if workspace.shipped else context.workspace_path),
        messages.warnings(words, reading.health, reading.ledger) + messages.lost(words, view),
        shares,
        since,
    )
    context.print(tables.status(words, contents, Terminal(context.width, context.colours)))
