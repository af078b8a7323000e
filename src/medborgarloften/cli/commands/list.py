"""`loften list`: what was logged, by date, with the ids by which records are corrected."""

from datetime import date
from typing import Annotated

import typer

from medborgarloften.cli import options as o, typed_words, writing
from medborgarloften.cli.context import Context
from medborgarloften.domain.activity import Record
from medborgarloften.domain.agreements import choose
from medborgarloften.domain.history import Ledger
from medborgarloften.domain.judging.counting import activity
from medborgarloften.domain.period import Period
from medborgarloften.domain.promise import Agreement
from medborgarloften.files.log.encode import view
from medborgarloften.render.answers import messages
from medborgarloften.render.grids import Grid, records


def command(  # noqa: PLR0913, PLR0917 - each is an option
    ctx: typer.Context,
    period: o.Period = None,
    first: Annotated[str | None, typer.Option("--from", metavar="D")] = None,
    last: Annotated[str | None, typer.Option("--to", metavar="D")] = None,
    kind: Annotated[str | None, typer.Option("--kind", metavar="K")] = None,
    area: o.Area = None,
    party: o.Party = None,
    planned: Annotated[bool, typer.Option("--planned")] = False,
    voided: Annotated[bool, typer.Option("--voided")] = False,
    form: o.Format = None,
) -> None:
    context: Context = ctx.obj
    form = typed_words.one_of("--format", form or "table", o.TABLES)
    days = _days(context, period, first, last)
    reading = writing.at_work(context)
    chosen = _chosen(reading.ledger, planned=planned, voided=voided)
    wanted = _words(context, days.last if days else context.today, kind, area, party)
    fitting = [record for record in chosen if _fits(record, days, wanted)]
    context.tell(*messages.warnings(context.words, reading.health, reading.ledger))
    _show(context, reading.ledger, fitting, form)


def _days(context: Context, period: str | None, first: str | None, last: str | None) -> Period | None:
    """Return the days that were asked for. Raises `UsageError`."""
    if period is not None:
        typed_words.alone("--period", {"--from": first, "--to": last})
        return typed_words.period(context, period, a_day="period.one_day")
    if first is None and last is None:
        return None
    return typed_words.span(context, first, last)


def _chosen(ledger: Ledger, *, planned: bool, voided: bool) -> list[Record]:
    """Return the folded records of `log`, and plans or void ones where asked, by (date, id)."""
    chosen = list(ledger.activities.values())
    if planned:
        chosen += ledger.plans.values()
    if voided:
        kinds = ("log", "plan") if planned else ("log",)
        chosen += [record for record in ledger.voided.values() if record.op in kinds]
    return sorted(chosen, key=lambda record: (activity(record).day, record.id))


def _words(
    context: Context, day: date, kind: str | None, area: str | None, party: str | None
) -> dict[str, str]:
    """Return the ids asked for, by field, in the words of the day's agreement. Raises `UsageError`."""
    agreement = choose(context.agreements, day)
    ids = {}
    if kind is not None:
        (ids["kinds"],) = typed_words.kinds(context, agreement, [kind], ())
    if area is not None:
        (ids["areas"],) = typed_words.areas(context, agreement, [area])
    if party is not None:
        (ids["parties"],) = typed_words.parties(context, agreement, [party])
    return ids


def _fits(record: Record, days: Period | None, wanted: dict[str, str]) -> bool:
    content = activity(record)
    if days is not None and not (content.day < days.stop and content.last >= days.start):
        return False
    return all(key in getattr(content, field) for field, key in wanted.items())


def _show(context: Context, ledger: Ledger, listed: list[Record], form: o.Table) -> None:
    match form:
        case "json":
            from medborgarloften.render import to_json

            documents = [{**view(record), "void": record.id in ledger.voided} for record in listed]
            context.deliver(to_json.listing(documents))
        case "csv":
            from medborgarloften.render import to_csv

            context.deliver(to_csv.grid(_grid(context, ledger, listed)))
        case "md":
            from medborgarloften.render import to_markdown

            context.deliver(to_markdown.grid(_grid(context, ledger, listed)))
        case "table" if listed:
            from medborgarloften.render.to_terminal import lists
            from medborgarloften.render.to_terminal.canvas import Terminal

            terminal = Terminal(context.width, context.colours)
            context.print(lists.grid(_grid(context, ledger, listed), terminal))
        case "table":
            context.tell(context.words.say("list.none"))


def _grid(context: Context, ledger: Ledger, listed: list[Record]) -> Grid:
    def agreement_of(record: Record) -> Agreement:
        return choose(context.agreements, activity(record).day)

    return records(context.words, agreement_of, ledger, listed)
