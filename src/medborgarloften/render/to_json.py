"""Versioned JSON documents for other programs: explicit views, never the program's own values."""

import json
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

from medborgarloften.domain.activity import Comment, Record
from medborgarloften.domain.health import Health
from medborgarloften.domain.overview import Overview, Share
from medborgarloften.domain.period import Period
from medborgarloften.domain.progress import PromiseProgress, TargetProgress, activity
from medborgarloften.domain.promise import Agreement
from medborgarloften.render import phrases
from medborgarloften.render.wording import Words


def status(
    words: Words,
    view: Overview,
    health: Health,
    shares: list[Share],
    *,
    since: list[Record] | None,
) -> str:
    """Return the document `loften-status/1`. `since` is None where nobody asked for it."""
    agreement = view.agreement
    document: dict[str, Any] = {
        "format": "loften-status/1",
        "as_of": view.days.as_of.isoformat(),
        "judged_by": view.days.judged_by.isoformat(),
        "municipality": agreement.municipality,
        "period": _period(agreement.period),
        "records": _records(view, health),
        "promises": [_promise(words, agreement, promise) for promise in view.promises],
    }
    if shares:
        document["shares"] = [_share(view, share) for share in shares]
    if since is not None:
        document["since"] = [record.id for record in since]
    return dumps(document)


def dumps(document: dict[str, Any]) -> str:
    """Return a document as people and programs can read it."""
    return json.dumps(document, ensure_ascii=False, indent=1)


def number(value: Decimal | Fraction | int) -> int | float:
    """Return an amount as a JSON number; a ratio with two decimals, half up."""
    if isinstance(value, int):
        return value
    if isinstance(value, Fraction):
        exact = Decimal(value.numerator) / Decimal(value.denominator)
        value = exact.quantize(Decimal("0.01"), ROUND_HALF_UP)
    return int(value) if value == int(value) else float(value)


def _period(period: Period) -> dict[str, str]:
    return {"from": period.first.isoformat(), "to": period.last.isoformat()}


def _records(view: Overview, health: Health) -> dict[str, Any]:
    return {
        "counted": view.counted,
        "damaged": health.count("damaged"),
        "newer": health.count("newer"),
        "edited": health.count("edited"),
        "conflicts": len(health.conflicts),
        "uncovered": view.uncovered,
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


def _promise(words: Words, agreement: Agreement, progress: PromiseProgress) -> dict[str, Any]:
    promise = progress.promise
    return {
        "id": promise.id,
        "text": promise.text.in_(words.language),
        "parties": list(promise.parties),
        "state": progress.state,
        "verdict": _verdict(progress.verdict),
        "logged": progress.logged,
        "targets": [_target(words, agreement, target) for target in progress.targets],
    }


def _verdict(record: Record | None) -> dict[str, Any] | None:
    if record is None or not isinstance(record.content, Comment):
        return None
    content = record.content
    return {"verdict": content.verdict, "date": content.day.isoformat(), "text": content.text}


def _target(words: Words, agreement: Agreement, progress: TargetProgress) -> dict[str, Any]:
    return {
        "name": phrases.target_name(words, agreement, progress.target),
        "count": list(progress.target.kinds),
        "required": number(progress.required),
        "done": number(progress.done),
        "booked": number(progress.booked),
        "missing": number(progress.missing),
        "due": number(progress.due),
        "next_by": progress.next_by.isoformat() if progress.next_by else None,
        "state": progress.state,
        "approx": progress.approx,
        "unplaced": progress.unplaced,
        "buckets": None,
        "areas": None,
    }


def _share(view: Overview, share: Share) -> dict[str, Any]:
    promises = zip(view.promises, share.logged, share.done, strict=True)
    return {
        "of": share.of,
        "id": share.id,
        "promises": [
            {"id": progress.promise.id, "logged": logged, "done": [number(amount) for amount in done]}
            for progress, logged, done in promises
        ],
    }
