"""`loften report`: what the council receives, written whole or not at all, and never replaced in silence."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from medborgarloften.cli import options as o, typed_words
from medborgarloften.cli.context import Context
from medborgarloften.cli.reading import read_log
from medborgarloften.domain.agreements import choose, covered
from medborgarloften.domain.per import month_start
from medborgarloften.domain.period import Period, code_of, parse_period
from medborgarloften.domain.promise import Agreement
from medborgarloften.domain.report.build import Report, build
from medborgarloften.errors import DataError, Finding, PersonalDataError, StorageError, UsageError
from medborgarloften.files.log.read import Reading
from medborgarloften.files.reports import publish, read_trail
from medborgarloften.render.answers import messages
from medborgarloften.render.formats import FORMATS, Format, rendered
from medborgarloften.render.masks import masked_place

_USUAL: tuple[Format, ...] = ("html", "md")
_FOLDER = "reports"
_CODE_OF_MONTH = re.compile("[0-9]{4}-[0-9]{2}")


class Wish(NamedTuple):
    """What was asked for besides the period."""

    formats: tuple[Format, ...]
    output: str | None
    replace: bool
    with_planned: bool
    allow_damaged: bool
    known: date | None


def command(  # noqa: PLR0913, PLR0917 - each is an option
    ctx: typer.Context,
    month: Annotated[str | None, typer.Option("--month", metavar="2022-03")] = None,
    period: o.Period = None,
    first: Annotated[str | None, typer.Option("--from", metavar="D")] = None,
    last: Annotated[str | None, typer.Option("--to", metavar="D")] = None,
    formats: Annotated[list[str] | None, typer.Option("--format", metavar="F")] = None,
    output: Annotated[str | None, typer.Option("--output", metavar="PATH")] = None,
    replace: Annotated[bool, typer.Option("--replace")] = False,
    missing: Annotated[bool, typer.Option("--missing")] = False,
    with_planned: Annotated[bool, typer.Option("--with-planned")] = False,
    allow_damaged: Annotated[bool, typer.Option("--allow-damaged")] = False,
    known: o.Known = None,
) -> None:
    context: Context = ctx.obj
    chosen = tuple(typed_words.one_of("--format", form, FORMATS) for form in formats or _USUAL)
    wish = Wish(
        tuple(dict.fromkeys(chosen)),
        output,
        replace,
        with_planned,
        allow_damaged,
        typed_words.known(context, known),
    )
    if output == "":
        raise UsageError(Finding("usage.value", {"option": "--output", "help": "loften report --help"}))
    if context.workspace_or_none is None:
        raise DataError(Finding("workspace.none"))
    asked = {"--month": month, "--period": period, "--from": first, "--to": last}
    periods = _periods(context, asked, wish, missing=missing)
    reading = read_log(context, known=wish.known)
    _refuse_damaged(context, reading, wish)
    _publish(context, _rendered(context, reading, periods, wish), wish, reading.health.records)


def _periods(context: Context, asked: dict[str, str | None], wish: Wish, *, missing: bool) -> list[Period]:
    """Return the periods to report on: one, or every finished month that has no report."""
    given = [option for option, value in asked.items() if value is not None] + ["--missing"] * missing
    for one, other in pairwise(given):
        if (one, other) != ("--from", "--to"):
            raise UsageError(Finding("usage.both", {"one": one, "other": other}))
    if missing:
        typed_words.alone("--missing", {"--replace": wish.replace})
        folder = _folder(context, wish)
        return [month for month in _finished_months(context) if not _made(folder, month)]
    if asked["--from"] is not None or asked["--to"] is not None:
        return [typed_words.span(context, asked["--from"], asked["--to"])]
    if asked["--month"] is not None:
        return [_month(context, asked["--month"])]
    return [typed_words.period(context, asked["--period"] or "last-month", a_day="period.one_day")]


def _month(context: Context, value: str) -> Period:
    period = parse_period(value, context.today)
    if period is None or not _CODE_OF_MONTH.fullmatch(code_of(period)):
        raise UsageError(Finding("period.month", {"value": value}))
    return period


def _finished_months(context: Context) -> list[Period]:
    """Return the calendar months that are over and have a day of an agreement, in order."""
    months: dict[Period, None] = {}
    for agreement in context.agreements:
        for day in () if agreement.draft else agreement.period.months:
            following = month_start(day, 1)
            if following <= context.today:
                months[_own_part(context, agreement, Period(day, following))] = None
    return list(months)


def _own_part(context: Context, agreement: Agreement, month: Period) -> Period:
    """Return the month, or the part of it that a report of the month would leave out."""
    if choose(context.agreements, month.last) is agreement:
        return month
    return month.clip(agreement.period) or month


def _made(folder: Path, period: Period) -> bool:
    return any((folder / _name(period, form)).exists() for form in FORMATS)


def _name(period: Period, form: str) -> str:
    return f"{code_of(period).replace('/', '--')}.{form}"


def _refuse_damaged(context: Context, reading: Reading, wish: Wish) -> None:
    """Stop where the log is known to be incomplete, unless the report is to say so. Raises `DataError`."""
    health = reading.health
    for line in messages.warnings(context.words, health, reading.ledger):
        context.tell(line)
    findings = messages.doubts(context.words, health)
    if missing := messages.missing(context.words, health):
        findings.append(Finding("health.incomplete", {"what": missing}))
    if findings and not wish.allow_damaged:
        raise DataError(*findings, Finding("health.report"))


def _rendered(context: Context, reading: Reading, periods: Iterable[Period], wish: Wish) -> dict[Path, bytes]:
    """Return every file to write: all are made before the first one is touched.

    Raises `PersonalDataError` where an identity number would stand in one.
    """
    files: dict[Path, bytes] = {}
    for whole in periods:
        report = _built(context, reading, whole, wish)
        words = context.words_of(report.agreement)
        for form in wish.formats:
            document = rendered(words, report, form)
            if place := masked_place(report, document.decode()):
                raise PersonalDataError(Finding("personal.report", {"place": place}))
            files[_path(context, whole, form, wish)] = document
    return files


def _publish(context: Context, files: Mapping[Path, bytes], wish: Wish, records: int) -> None:
    """Write the files and print their paths; say which ones were kept, and why.

    A file that was written is there, also where its path cannot be printed.
    """
    for path, data in files.items():
        if publish(path, data, replace=wish.replace) == "kept":
            trail = read_trail(path)
            context.tell(messages.kept(context.words, str(path), trail.records if trail else None, records))
        else:
            context.confirm(str(path), context.words.say("report.made", path=str(path)))


def _built(context: Context, reading: Reading, whole: Period, wish: Wish) -> Report:
    """Return the report up to the period's last day, or up to yesterday.

    Raises `UsageError` for days without an agreement, and `DataError` for those of a draft.
    """
    last = min(whole.last, context.today - timedelta(days=1), wish.known or whole.last)
    if last < whole.first:
        raise UsageError(Finding("period.future", {"period": context.words.span(whole)}))
    if covered(context.agreements, whole, last) is None:
        raise UsageError(_outside(context, Period.of(whole.first, last)))
    agreement = choose(context.agreements, last)
    if agreement.draft:
        raise DataError(Finding("draft.report", {"file": agreement.file}))
    facts = context.agreements, reading.ledger, reading.health, whole, last
    report = build(*facts, with_planned=wish.with_planned, known=wish.known)
    _say_what_is_left_out(context, report, Period.of(whole.first, last))
    return report


def _say_what_is_left_out(context: Context, report: Report, asked: Period) -> None:
    """Name the days of other agreements, which are in no report that is about this one."""
    for other in context.agreements:
        days = other.period.clip(asked)
        if other is not report.agreement and days is not None:
            first, last = days.first.isoformat(), days.last.isoformat()
            file = context.words.name(other.file)
            facts = {"span": context.words.span(days), "file": file, "first": first, "last": last}
            context.tell(context.words.say("report.left_out", **facts))


def _outside(context: Context, asked: Period) -> Finding:
    """Return what is wrong with days on which no agreement is in force, and what to ask for instead."""
    periods = [agreement.period for agreement in context.agreements]
    code = code_of(periods[-1])
    first, _, last = code.partition("/")
    facts = {
        "period": context.words.span(asked),
        "periods": context.words.both(map(context.words.span, periods)),
        "example": f"--from {first} --to {last}" if last else f"--period {code}",
    }
    return Finding("period.outside", facts)


def _folder(context: Context, wish: Wish) -> Path:
    """Return the folder that reports go to. Raises `StorageError` where the one asked for is not there."""
    if wish.output is None:
        return context.workspace_or_example.folder / _FOLDER
    if not _is_folder(context, wish.output):
        raise StorageError(Finding("output.no_folder", {"path": wish.output}))
    return context.current_folder / wish.output


def _path(context: Context, period: Period, form: str, wish: Wish) -> Path:
    """Return where a report goes: a file of that name, or one in the folder. Raises `StorageError`."""
    if wish.output and len(wish.formats) == 1 and not wish.output.endswith(("/", "\\")):
        above = str(Path(wish.output).parent)
        if not _is_folder(context, above):
            raise StorageError(Finding("output.no_folder", {"path": above}))
        if not _is_folder(context, wish.output):
            return context.current_folder / wish.output
    return _folder(context, wish) / _name(period, form)


def _is_folder(context: Context, path: str) -> bool:
    """Tell whether a folder is there. Raises `StorageError` where that cannot be found out."""
    try:
        return (context.current_folder / path).is_dir()
    except OSError as error:
        raise StorageError(Finding("output.write", {"path": path, "errno": error.errno})) from None
