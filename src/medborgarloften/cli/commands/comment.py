"""`loften comment`: what cannot be counted, in words, beside the figures."""

import datetime as dt
from typing import Annotated

import typer

from medborgarloften.cli import options as o, typed_words, writing
from medborgarloften.cli.context import Context
from medborgarloften.cli.draft import spoken
from medborgarloften.cli.effect import say_repeated
from medborgarloften.domain.activity import Comment, Verdict
from medborgarloften.domain.agreements import choose, covering
from medborgarloften.domain.history import Ledger
from medborgarloften.domain.judging.promises import judge
from medborgarloften.domain.judging.standing import Days
from medborgarloften.domain.promise import Agreement, Promise
from medborgarloften.errors import Finding, UsageError
from medborgarloften.render.answers import messages

_VERDICTS: dict[str, Verdict] = {"kept": "kept", "partly": "partly", "not-kept": "not_kept"}


def command(
    ctx: typer.Context,
    promise: Annotated[str, typer.Argument(metavar="PROMISE")],
    text: Annotated[str | None, typer.Argument(metavar="[TEXT]")] = None,
    verdict: Annotated[str | None, typer.Option("--verdict", metavar="V")] = None,
    no_need: Annotated[bool, typer.Option("--no-need")] = False,
    date: o.Day = None,
    not_personal: o.NotPersonal = False,
) -> None:
    context: Context = ctx.obj
    reading = writing.at_work(context)
    day, agreement, named = _of(context, promise, date)
    judged = _verdict(verdict, no_need=no_need)
    if judged is None and not (text and text.strip()):
        raise UsageError(Finding("comment.empty"))
    words = None if text is None else spoken("TEXT", text, not_personal=not_personal)
    by = writing.writer(context).label
    content = Comment(by, named.id, day, words, judged, not_personal=not_personal)
    record = writing.new_record(context, "comment", content)
    shown = writing.shown_id(record, reading.ledger)
    before = _verdict_before(agreement, named, day, reading.ledger)
    stored = writing.keep(context, record, messages.commented(context.words, named, content, shown))
    ahead = day > context.today
    context.tell(*messages.about_comment(context.words, named, content, before, ahead=ahead))
    writing.follow(context, reading, stored, lambda: say_repeated(context, record, reading.ledger))


def _of(context: Context, word: str, date: str | None) -> tuple[dt.date, Agreement, Promise]:
    """Return the day of the comment, its agreement and its promise. Raises `UsageError`.

    The agreement is that of the day that was asked for, or else today's, or else the latest one that has the
    promise; the day is then its day that is nearest to today.
    """
    if date is not None:
        day, agreement = _on(context, date)
        return day, agreement, typed_words.promise(agreement, word)
    having = [agreement for agreement in context.agreements if agreement.promise(word)]
    agreement = choose(context.agreements, context.today)
    if agreement not in having and having:
        agreement = having[-1]
    day = min(max(context.today, agreement.period.first), agreement.period.last)
    return day, agreement, typed_words.promise(agreement, word)


def _on(context: Context, date: str) -> tuple[dt.date, Agreement]:
    """Return a day that was written, and the agreement in force then. Raises `UsageError`."""
    day = typed_words.day(context, date, "past")
    if day > context.today:
        raise UsageError(Finding("comment.future", {"day": day}))
    in_force = covering(context.agreements, day)
    if in_force is None:
        periods = context.words.both(context.words.span(agreement.period) for agreement in context.agreements)
        raise UsageError(Finding("comment.uncovered", {"day": day, "periods": periods}))
    return day, in_force


def _verdict_before(agreement: Agreement, promise: Promise, day: dt.date, ledger: Ledger) -> Comment | None:
    """Return the comment that has held until now, if it has a verdict."""
    progress = judge(agreement, ledger, Days(day, day))
    verdict = next(judged.verdict for judged in progress if judged.promise.id == promise.id)
    content = verdict.content if verdict else None
    return content if isinstance(content, Comment) and content.verdict else None


def _verdict(verdict: str | None, *, no_need: bool) -> Verdict | None:
    if verdict is None:
        return "no_need" if no_need else None
    typed_words.alone("--verdict", {"--no-need": no_need})
    return _VERDICTS[typed_words.one_of("--verdict", verdict, _VERDICTS)]
