"""`loften report`: what the council receives, written whole or not at all, and never replaced in silence."""

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from medborgarloften.cli import options as o, resolve
from medborgarloften.cli.context import Context
from medborgarloften.cli.view import read_log
from medborgarloften.domain.period import Period, code_of, parse_period
from medborgarloften.domain.privacy import holds_identity_number
from medborgarloften.domain.report import Report, build, texts
from medborgarloften.errors import DataError, Finding, PersonalDataError, StorageError, UsageError
from medborgarloften.files.log import Reading
from medborgarloften.files.output import publish, records_in
from medborgarloften.render import to_text

FORMATS = ("html", "md", "json")
_USUAL = ("html", "md")
_FOLDER = "reports"


class Wish(NamedTuple):
    """What was asked for besides the period."""

    formats: tuple[str, ...]
    output: str | None
    replace: bool
    with_planned: bool
    allow_damaged: bool


def command(  # noqa: PLR0913, PLR0917, D103 - each is an option; the catalogue has the help
    ctx: typer.Context,
    month: Annotated[str | None, typer.Option("--month", metavar="2022-03")] = None,
    period: o.Period = None,
    first: Annotated[str | None, typer.Option("--from", metavar="D")] = None,
    last: Annotated[str | None, typer.Option("--to", metavar="D")] = None,
    formats: Annotated[list[str] | None, typer.Option("--format", metavar="F")] = None,
    output: Annotated[str | None, typer.Option("--output", metavar="PATH")] = None,
    replace: Annotated[bool, typer.Option("--replace")] = False,  # noqa: FBT002 - a flag of the command line
    missing: Annotated[bool, typer.Option("--missing")] = False,  # noqa: FBT002 - a flag of the command line
    with_planned: Annotated[bool, typer.Option("--with-planned")] = False,  # noqa: FBT002 - as above
    allow_damaged: Annotated[bool, typer.Option("--allow-damaged")] = False,  # noqa: FBT002 - as above
) -> None:
    context: Context = ctx.obj
    chosen = tuple(resolve.one_of("--format", form, list(FORMATS)) for form in formats or _USUAL)
    wish = Wish(tuple(dict.fromkeys(chosen)), output, replace, with_planned, allow_damaged)
    if context.found is None:
        raise DataError(Finding("workspace.none"))
    periods = _periods(
        context, {"--month": month, "--period": period, "--from": first, "--to": last}, missing=missing
    )
    reading = read_log(context)
    _refuse_damaged(context, reading, wish)
    for whole in periods:
        _report(context, reading, whole, wish)


def _periods(context: Context, asked: dict[str, str | None], *, missing: bool) -> list[Period]:
    """Return the periods to report on: one, or every finished month that has no report."""
    given = [option for option, value in asked.items() if value is not None] + ["--missing"] * missing
    for one, other in pairwise(given):
        if (one, other) != ("--from", "--to"):
            raise UsageError(Finding("usage.both", {"one": one, "other": other}))
    if missing:
        return [month for month in _finished_months(context) if not _made(context, month)]
    if asked["--from"] is not None or asked["--to"] is not None:
        return [resolve.span(context, asked["--from"], asked["--to"])]
    if asked["--month"] is not None:
        return [_month(context, asked["--month"])]
    return [resolve.period(context, asked["--period"] or "last-month")]


def _month(context: Context, value: str) -> Period:
    period = parse_period(value, context.today)
    if period is None or code_of(period).count("-") != 1 or not code_of(period)[-2:].isdigit():
        raise UsageError(Finding("period.month", {"value": value}))
    return period


def _finished_months(context: Context) -> list[Period]:
    """Return the calendar months of all agreements that are over, clipped to nothing, in order."""
    months: dict[Period, None] = {}
    for agreement in context.agreements:
        day = agreement.period.first.replace(day=1)
        while day < agreement.period.stop:
            following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
            if following <= context.today:
                months[Period(day, following)] = None
            day = following
    return list(months)


def _made(context: Context, period: Period) -> bool:
    folder = context.shown.folder / _FOLDER
    return any((folder / _name(period, form)).exists() for form in FORMATS)


def _name(period: Period, form: str) -> str:
    return f"{code_of(period).replace('/', '--')}.{form}"


def _refuse_damaged(context: Context, reading: Reading, wish: Wish) -> None:
    """Stop where lines cannot be counted, unless the report shall say so. Raises `DataError`."""
    health = reading.health
    for line in to_text.warnings(context.words, health):
        context.tell(line)
    if wish.allow_damaged or not (health.of("damaged", "newer") or health.conflicts):
        return
    facts = {"damaged": health.count("damaged"), "newer": health.count("newer")}
    raise DataError(Finding("health.report", {**facts, "conflicts": len(health.conflicts)}))


def _report(context: Context, reading: Reading, whole: Period, wish: Wish) -> None:
    """Make one report: render every format before the first file is touched."""
    report = _built(context, reading, whole, wish)
    _scan(report)
    rendered = {_path(context, whole, form, wish): _render(context, report, form) for form in wish.formats}
    for path, data in rendered.items():
        outcome = publish(path, data, replace=wish.replace)
        if outcome == "kept":
            context.tell(to_text.kept(context.words, str(path), records_in(path), report.health.records))
        else:
            context.print(str(path))


def _built(context: Context, reading: Reading, whole: Period, wish: Wish) -> Report:
    """Return the report up to the period's last day, or up to yesterday. Raises `UsageError`."""
    last = min(whole.last, context.today - timedelta(days=1))
    if last < whole.first:
        raise UsageError(Finding("period.future", {"period": context.words.span(whole)}))
    if not any(agreement.period.overlaps(whole) for agreement in context.agreements):
        periods = context.words.both(context.words.span(a.period) for a in context.agreements)
        example = code_of(context.agreements[-1].period)
        facts = {"period": context.words.span(whole), "periods": periods, "example": example}
        raise UsageError(Finding("period.outside", facts))
    return build(
        context.agreements, reading.ledger, reading.health, whole, last, with_planned=wish.with_planned
    )


def _scan(report: Report) -> None:
    """Raise `PersonalDataError` where a text of the report holds an identity number."""
    for place, text in texts(report):
        if holds_identity_number(text):
            raise PersonalDataError(Finding("personal.report", {"place": place}))


def _path(context: Context, period: Period, form: str, wish: Wish) -> Path:
    """Return where a report goes. Raises `StorageError` where the folder asked for is not there."""
    if wish.output is None:
        return context.shown.folder / _FOLDER / _name(period, form)
    path = (context.current / wish.output).expanduser()
    if path.is_dir():
        return path / _name(period, form)
    if len(wish.formats) == 1 and path.parent.is_dir() and not wish.output.endswith(("/", "\\")):
        return path
    raise StorageError(Finding("output.no_folder", {"path": wish.output}))


def _render(context: Context, report: Report, form: str) -> bytes:
    """Render one format, in the language of the agreement unless another was asked for."""
    words = context.words_of(report.agreement)
    match form:
        case "html":
            from medborgarloften.render import to_html

            return to_html.report(words, report)
        case "md":
            from medborgarloften.render import to_markdown

            return to_markdown.report(words, report)
        case _:
            from medborgarloften.render import to_json

            return to_json.report(words, report).encode()
