"""An activity, drafted from a command's options and checked against the words of its agreement."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from medborgarloften.cli import resolve
from medborgarloften.cli.context import Context
from medborgarloften.domain.activity import TEXTS, Activity
from medborgarloften.domain.overview import choose, covering
from medborgarloften.domain.privacy import suspicions
from medborgarloften.domain.promise import Agreement
from medborgarloften.errors import Finding, PersonalDataError, UsageError

MOST_OCCASIONS = 1_000_000
LONGEST = timedelta(days=3 * 366)


@dataclass(frozen=True, slots=True)
class Draft:
    """What was written after the command, word for word."""

    kinds: Sequence[str]
    areas: Sequence[str] = ()
    date: str | None = None
    period: str | None = None
    until: str | None = None
    parties: Sequence[str] = ()
    tags: Sequence[str] = ()
    count: str | None = None
    approx: bool = False
    quantities: Sequence[str] = ()
    note: str | None = None
    ref: str | None = None
    source: str | None = None


def activity(context: Context, draft: Draft, by: str) -> tuple[Agreement, Activity]:
    """Return the activity and the agreement whose words it uses.

    Raises `UsageError` for what the agreement or the calendar does not have, and `PersonalDataError`.
    """
    first, until = _days(context, draft)
    agreement = _agreement(context, first)
    if not draft.kinds:
        known = resolve.typed(kind.name.in_(context.words.language) for kind in agreement.kinds.values())
        raise UsageError(Finding("usage.no_kind", {"example": next(iter(agreement.kinds)), "known": known}))
    kinds = resolve.kinds(context, agreement, draft.kinds, draft.areas)
    note, ref, source = (_text(context, f"--{name}", getattr(draft, name)) for name in TEXTS)
    return agreement, Activity(
        by=by,
        day=first,
        until=until,
        kinds=kinds,
        areas=resolve.areas(context, agreement, draft.areas),
        parties=resolve.parties(context, agreement, draft.parties),
        tags=resolve.tags(context, agreement, kinds, draft.tags),
        occasions=_count(draft.count),
        approx=draft.approx,
        quantities=resolve.quantities(context, agreement, draft.quantities),
        note=note,
        ref=ref,
        source=source,
    )


def _days(context: Context, draft: Draft) -> tuple[date, date | None]:
    """Return the first day, and the last one if the figure covers several."""
    if draft.period is not None:
        for option, value in (("--date", draft.date), ("--until", draft.until)):
            if value is not None:
                raise UsageError(Finding("usage.both", {"one": "--period", "other": option}))
        return _of_period(context, draft.period)
    first = resolve.day(context, draft.date, "past") if draft.date is not None else context.today
    until = resolve.day(context, draft.until, "past") if draft.until is not None else None
    for day in (first, until):
        if day is not None and day > context.today:
            raise UsageError(Finding("date.future", {"day": day}))
    if until is not None and until < first:
        raise UsageError(Finding("date.until", {"day": first, "until": until}))
    if until is not None and until - first > LONGEST:
        raise UsageError(Finding("date.long", {"day": first, "until": until}))
    return first, until if until != first else None


def _of_period(context: Context, value: str) -> tuple[date, date]:
    period = resolve.period(context, value)
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
    return covering(agreements, day) or choose(agreements, day)


def _count(value: str | None) -> int:
    if value is None:
        return 1
    plain = value.strip()
    if not (plain.isascii() and plain.isdigit() and len(plain) <= len(str(MOST_OCCASIONS))):
        raise UsageError(Finding("count.number", {"value": value}))
    if not 1 <= int(plain) <= MOST_OCCASIONS:
        raise UsageError(Finding("count.number", {"value": value}))
    return int(plain)


def _text(context: Context, option: str, value: str | None) -> str | None:
    """Return a text composed (NFC) and without surrounding space. Raises `PersonalDataError`.

    What looks like an identity number but has a wrong check digit is stored, with a warning.
    """
    if value is None:
        return None
    text = unicodedata.normalize("NFC", value.strip())
    if not text:
        raise UsageError(Finding("text.empty", {"option": option}))
    found = suspicions(text)
    if any(suspicion.certain for suspicion in found):
        raise PersonalDataError(Finding("personal.number", {"option": option}))
    if found:
        context.tell(context.words.say("log.looks_personal", option=option))
    return text
