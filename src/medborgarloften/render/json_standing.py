"""How promises stand, as plain values for JSON: days in ISO 8601, amounts as numbers. Writes no text."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

from medborgarloften.domain.activity import Comment, Record
from medborgarloften.domain.integrity.health import INCOMPLETE, Health
from medborgarloften.domain.judging.counting import activity
from medborgarloften.domain.judging.promises import PromiseProgress
from medborgarloften.domain.judging.split import Split
from medborgarloften.domain.judging.standing import AreaProgress, Running, TargetProgress
from medborgarloften.domain.overview import Overview
from medborgarloften.domain.period import Period, code_of
from medborgarloften.render.words import targets
from medborgarloften.render.words.voice import Voice
from medborgarloften.render.words.wording import Words, hundredths


def standing(words: Words, view: Overview, health: Health) -> dict[str, Any]:
    """Return the view `loften-status/1`."""
    voice = Voice(words, view.agreement)
    return {
        "format": "loften-status/1",
        "as_of": view.days.as_of.isoformat(),
        "judged_by": view.days.judged_by.isoformat(),
        "municipality": view.agreement.municipality,
        "period": days(view.agreement.period),
        "draft": view.agreement.draft,
        "known": view.known.isoformat() if view.known else None,
        "records": _records(view, health),
        "promises": [
            _promise(voice, promise, parts) for promise, parts in zip(view.promises, view.splits, strict=True)
        ],
    }


def _records(view: Overview, health: Health) -> dict[str, Any]:
    return {
        "counted": view.counted,
        "damaged": health.count("damaged"),
        "newer": health.count("newer"),
        "edited": health.count("edited"),
        "conflicts": len(health.conflicts),
        **{sort: health.count(sort) for sort in INCOMPLETE},
        "accepted": health.accepted,
        "uncovered": view.uncovered,
        "unknown": [{"sort": lost.sort, "word": lost.word, "count": lost.records} for lost in view.lost],
        "unconfirmed": [_plan(record) for record in view.unconfirmed],
    }


def _plan(record: Record) -> dict[str, Any]:
    content = activity(record)
    return {
        "id": record.id,
        "date": content.day.isoformat(),
        "kinds": list(content.kinds),
        "areas": list(content.areas),
        "count": content.occasions,
    }


def _promise(voice: Voice, progress: PromiseProgress, parts: Split) -> dict[str, Any]:
    promise = progress.promise
    return {
        "id": promise.id,
        "text": promise.text.in_(voice.language),
        "parties": list(promise.parties),
        "state": progress.state,
        "verdict": _verdict(progress.verdict),
        "logged": progress.logged,
        "split": {
            "kinds": [{"id": p.id, "count": p.amount, "approx": p.approx} for p in parts.kinds],
            "quantities": [
                {"id": p.id, "amount": number(p.amount), "approx": p.approx, "stock": p.is_level}
                for p in parts.quantities
            ],
        },
        "targets": [_target(voice, target) for target in progress.targets],
    }


def _verdict(record: Record | None) -> dict[str, Any] | None:
    if record is None or not isinstance(record.content, Comment):
        return None
    content = record.content
    return {"verdict": content.verdict, "date": content.day.isoformat(), "text": content.text}


def _target(voice: Voice, progress: TargetProgress) -> dict[str, Any]:
    return {
        "name": targets.target_name(voice, progress.target),
        "count": list(progress.target.kinds),
        **_figures(progress),
        "state": progress.state,
        "approx": progress.approx,
        **_doubts(progress),
        "unplaced": progress.unplaced,
        "buckets": _buckets(progress),
        "areas": [_area(area) for area in progress.areas] or None,
    }


def _figures(progress: TargetProgress) -> dict[str, Any]:
    return {
        **{key: number(getattr(progress, key)) for key in ("required", "done", "booked", "missing", "due")},
        "next_by": progress.next_by.isoformat() if progress.next_by else None,
    }


def _area(area: AreaProgress) -> dict[str, Any]:
    progress = area.progress
    return {
        "id": area.area,
        **_figures(progress),
        "state": progress.state,
        **_doubts(progress),
        "buckets": _buckets(progress),
    }


def _doubts(progress: TargetProgress) -> dict[str, Any]:
    """Return what is not certain of a figure, and whether something should be booked."""
    return {
        "met_exactly": progress.met_exactly,
        "could": number(progress.could),
        "unbooked": progress.unbooked,
    }


def _buckets(progress: TargetProgress) -> dict[str, Any] | None:
    buckets = progress.buckets
    if buckets is None:
        return None
    return {
        "per": str(buckets.per),
        "judged": buckets.judged,
        "met": buckets.met,
        "unmet": [code_of(period) for period in buckets.unmet],
        "unknown": [code_of(period) for period in buckets.unknown],
        "unfillable": buckets.unfillable,
        "average": number(progress.average),
        "running": _running(buckets.running) if buckets.running else None,
    }


def _running(running: Running) -> dict[str, Any]:
    return {
        "name": code_of(running.period),
        **{key: getattr(running, key) for key in ("required", "done", "booked", "missing", "due")},
        "next_by": running.next_by.isoformat() if running.next_by else None,
        "state": running.state,
    }


def number(value: Decimal | Fraction | int | None) -> int | float | None:
    """Return an amount as a JSON number, null where there is none; a ratio with two decimals, half up."""
    if value is None or isinstance(value, int):
        return value
    if isinstance(value, Fraction):
        value = hundredths(value)
    return int(value) if value == int(value) else float(value)


def days(period: Period) -> dict[str, str]:
    """Return the first and the last day of a period."""
    return {"from": period.first.isoformat(), "to": period.last.isoformat()}
