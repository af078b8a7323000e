"""An activity, drafted from a command's options and checked against the words of its agreement."""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, TypeVar

from medborgarloften.cli import typed_words
from medborgarloften.cli.context import Context
from medborgarloften.cli.options import Draft
from medborgarloften.domain.activity import TEXTS, Activity
from medborgarloften.domain.agreements import choose
from medborgarloften.domain.privacy import holds_identity_number
from medborgarloften.domain.promise import Agreement
from medborgarloften.errors import Finding, PersonalDataError, UsageError

_T = TypeVar("_T")

MOST_OCCASIONS = 1_000_000
LONGEST = timedelta(days=3 * 366)


def activity(context: Context, draft: Draft, by: str, *, planned: bool = False) -> tuple[Agreement, Activity]:
    """Return the activity and the agreement whose words it uses; a planned one lies ahead.

    Raises `UsageError` for what the agreement or the calendar does not have, and `PersonalDataError`.
    """
    _refuse_blank(draft)
    first, until = (_day_ahead(context, draft.date), None) if planned else _days(context, draft)
    agreement = _agreement(context, first)
    if not draft.kinds:
        known = typed_words.typed(kind.name.in_(context.words.language) for kind in agreement.kinds.values())
        code = "plan.no_kind" if planned else "usage.no_kind"
        raise UsageError(Finding(code, {"example": next(iter(agreement.kinds)), "known": known}))
    kinds = typed_words.kinds(context, agreement, draft.kinds, draft.areas or ())
    blank = Activity(by=by, day=first, until=until, kinds=kinds, not_personal=draft.not_personal)
    return agreement, _filled(context, agreement, draft, blank)


def amended(context: Context, draft: Draft, base: Activity, *, planned: bool) -> tuple[Agreement, Activity]:
    """Return an activity with what was written instead of what it had; an empty word clears a field.

    Raises as `activity` does, for the whole of what comes out.
    """
    first, until = _amended_days(context, draft, base, planned=planned)
    agreement = _agreement(context, first)
    kinds = (
        typed_words.kinds(context, agreement, draft.kinds, draft.areas or ()) if draft.kinds else base.kinds
    )
    content = _filled(context, agreement, draft, base._replace(day=first, until=until, kinds=kinds))
    _refuse_foreign(agreement, content)
    return agreement, content


def _refuse_blank(draft: Draft) -> None:
    """Raise `UsageError` for an option whose text is empty: there is nothing yet that it could clear."""
    options = {"--area": draft.areas, "--party": draft.parties, "--tag": draft.tags, "-q": draft.quantities}
    texts = {f"--{name}": [getattr(draft, name)] for name in TEXTS if getattr(draft, name) is not None}
    for option, words in (options | texts).items():
        if words and not all(word.strip() for word in words):
            raise UsageError(Finding("text.empty", {"option": option}))


def _filled(context: Context, agreement: Agreement, draft: Draft, base: Activity) -> Activity:
    """Return the activity with everything but days and kinds from the draft, where it says something."""
    texts = {name: _text(draft, name) for name in TEXTS}
    changes: dict[str, Any] = {
        "areas": _read(draft.areas, lambda words: typed_words.areas(context, agreement, words)),
        "parties": _read(draft.parties, lambda words: typed_words.parties(context, agreement, words)),
        "tags": _read(draft.tags, lambda words: typed_words.tags(context, agreement, base.kinds, words)),
        "quantities": _read(
            draft.quantities, lambda words: typed_words.quantities(context, agreement, words)
        ),
        "occasions": None if draft.count is None else _count(draft.count),
        "approx": draft.approx or (False if draft.no_approx else None),
        **texts,
    }
    given = {field: value for field, value in changes.items() if value is not None}
    cleared = dict.fromkeys(field for field, value in given.items() if value == "")
    return base._replace(**given | cleared)


def _read(
    words: Sequence[str] | None, resolved: Callable[[list[str]], tuple[_T, ...]]
) -> tuple[_T, ...] | None:
    """Return what words stand for; None where none were written, nothing where only "" was."""
    return None if words is None else resolved([word for word in words if word])


def _refuse_foreign(agreement: Agreement, content: Activity) -> None:
    """Raise `UsageError` where a word that was kept is not in the agreement that the day belongs to."""
    tags = {tag for kind in content.kinds if kind in agreement.kinds for tag in agreement.kinds[kind].tags}
    quantities = tuple(key for key, _ in content.quantities)
    for words, known in (
        (content.kinds, agreement.kinds),
        (content.areas, agreement.areas),
        (content.parties, agreement.parties),
        (content.tags, tags),
        (quantities, agreement.quantities),
    ):
        for word in words:
            if word not in known:
                raise UsageError(Finding("amend.foreign", {"word": word, "file": agreement.file}))


def _day_ahead(context: Context, value: str | None) -> date:
    """Return the day of what is planned. Raises `UsageError` for none, or one that has been."""
    if value is None:
        raise UsageError(Finding("plan.no_day"))
    day = typed_words.day(context, value, "future")
    if day < context.today:
        raise UsageError(Finding("plan.past", {"day": day}))
    return day


def _amended_days(
    context: Context, draft: Draft, base: Activity, *, planned: bool
) -> tuple[date, date | None]:
    """Return the days after an amendment; those that it does not touch need not be checked again."""
    if draft.date is None and draft.until is None and draft.period is None:
        return base.day, base.until
    if planned:
        return _day_ahead(context, draft.date), None
    kept = base.until.isoformat() if base.until and draft.period is None else None
    until = kept if draft.until is None else draft.until or None
    first = base.day.isoformat() if draft.date is None and draft.period is None else draft.date
    return _days(context, replace(draft, date=first, until=until))


def _days(context: Context, draft: Draft) -> tuple[date, date | None]:
    """Return the first day, and the last one if the figure covers several."""
    if draft.period is not None:
        typed_words.alone("--period", {"--date": draft.date, "--until": draft.until})
        return _of_period(context, draft.period)
    first = typed_words.day(context, draft.date, "past") if draft.date is not None else context.today
    until = typed_words.day(context, draft.until, "past") if draft.until is not None else None
    for day in (first, until):
        if day is not None and day > context.today:
            raise UsageError(Finding("date.future", {"day": day}))
    if until is not None and until < first:
        raise UsageError(Finding("date.until", {"day": first, "until": until}))
    if until is not None and until - first > LONGEST:
        raise UsageError(Finding("date.long", {"day": first, "until": until}))
    return first, until if until != first else None


def _of_period(context: Context, value: str) -> tuple[date, date]:
    period = typed_words.period(context, value)
    if period.first > context.today:
        raise UsageError(Finding("date.future", {"day": period.first}))
    if period.last > context.today:
        first, today = period.first.isoformat(), context.today.isoformat()
        span = context.words.span(period)
        raise UsageError(Finding("period.unfinished", {"period": span, "first": first, "today": today}))
    return period.first, period.last


def _agreement(context: Context, day: date) -> Agreement:
    """Return the agreement whose words the day uses. Raises `UsageError` before the first one."""
    agreements = context.agreements
    if day < agreements[0].period.start:
        periods = context.words.both(context.words.span(a.period) for a in agreements)
        raise UsageError(Finding("date.before", {"day": day, "periods": periods}))
    return choose(agreements, day)


def _count(value: str) -> int:
    plain = value.strip()
    if not (plain.isascii() and plain.isdigit() and len(plain) <= len(str(MOST_OCCASIONS))):
        raise UsageError(Finding("count.number", {"value": value}))
    if not 1 <= int(plain) <= MOST_OCCASIONS:
        raise UsageError(Finding("count.number", {"value": value}))
    return int(plain)


def _text(draft: Draft, name: str) -> str | None:
    """Return a text of a person, checked; None where none was written, "" where it is to be cleared."""
    value: str | None = getattr(draft, name)
    return spoken(f"--{name}", value, not_personal=draft.not_personal) if value else value


def spoken(option: str, value: str, *, not_personal: bool) -> str:
    """Return a text composed (NFC) and without surrounding space.

    Raises `UsageError` for a blank one, and `PersonalDataError` for one that holds an identity number;
    `not_personal` lets those pass that do not fit their check digit.
    """
    text = unicodedata.normalize("NFC", value.strip())
    if not text:
        raise UsageError(Finding("text.empty", {"option": option}))
    if holds_identity_number(text, not_personal=True):
        raise PersonalDataError(Finding("personal.number", {"option": option}))
    if not not_personal and holds_identity_number(text):
        raise PersonalDataError(Finding("personal.mistyped", {"option": option}))
    return text
