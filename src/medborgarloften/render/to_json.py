"""Versioned JSON documents for other programs: explicit views, never the program's own values."""

import json
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Any

from medborgarloften.domain.activity import Activity, Comment, Record
from medborgarloften.domain.counting import activity
from medborgarloften.domain.health import Health
from medborgarloften.domain.overview import DoubleCount, Overview, Share
from medborgarloften.domain.period import Period, code_of
from medborgarloften.domain.progress import PromiseProgress
from medborgarloften.domain.promise import Agreement
from medborgarloften.domain.report import Cell, PromiseReport, Report, Row, Sum
from medborgarloften.domain.standing import AreaProgress, TargetProgress
from medborgarloften.errors import Finding, Place
from medborgarloften.render import phrases
from medborgarloften.render.wording import Words, hundredths


def status(
    words: Words,
    view: Overview,
    health: Health,
    shares: list[Share],
    *,
    since: list[Record] | None,
) -> str:
    """Return the document `loften-status/1`. `since` is None where nobody asked for it."""
    document = _status(words, view, health)
    if shares:
        document["shares"] = [_share(view, share) for share in shares]
    if since is not None:
        document["since"] = [record.id for record in since]
    return dumps(document)


def _status(words: Words, view: Overview, health: Health) -> dict[str, Any]:
    return {
        "format": "loften-status/1",
        "as_of": view.days.as_of.isoformat(),
        "judged_by": view.days.judged_by.isoformat(),
        "municipality": view.agreement.municipality,
        "period": _period(view.agreement.period),
        "records": _records(view, health),
        "promises": [_promise(words, view.agreement, promise) for promise in view.promises],
    }


def report(words: Words, value: Report) -> str:
    """Return the document `loften-report/1`: the status on the cut-off day, and all else that is reported."""
    agreement, health = value.agreement, value.health
    document = {
        "format": "loften-report/1",
        "title": agreement.title.in_(words.language),
        "period": _period(value.period),
        "asked": _period(value.whole),
        "status": _status(words, value.view, health),
        "promises": [_reported(words, promise) for promise in value.promises],
        **_sum(value.total),
        "areas": _cells(value.areas),
        "parties": _cells(value.parties),
        "kinds": _cells(value.kinds),
        "tags": _cells(value.tags),
        "months": [_months(value, row) for row in value.months],
        "spread": _sum(value.spread),
        "late": [_written(value, record) for record in value.late],
        "double": [_double(double) for double in value.overlaps],
        "planned": [_activity(record) for record in value.planned],
        "source": agreement.source.in_(words.language) if agreement.source else None,
        "contact": agreement.contact.in_(words.language) if agreement.contact else None,
        "log": {
            "loften-records": health.records,
            "files": [{"records": records, "sum": last} for records, last in sorted(health.ends.values())],
        },
    }
    return dumps(document) + "\n"


def _reported(words: Words, promise: PromiseReport) -> dict[str, Any]:
    """Return what a report adds to the status of a promise."""
    own = promise.progress.promise
    return {
        "id": own.id,
        "areas": list(own.areas),
        "rule": own.rule.in_(words.language) if own.rule else None,
        "decision": own.decision,
        "before": promise.before.state if promise.before else None,
        "done": {**_sum(promise.done), "areas": _cells(promise.areas)},
        "joint": promise.joint._asdict() if promise.joint else None,
        "trace": {**promise.trace._asdict(), "sources": dict(promise.trace.sources)},
        "steps": [
            [{"date": step.day.isoformat(), "done": number(step.amount)} for step in steps]
            for steps in promise.steps
        ],
        "targets": [_pieces(target) for target in promise.progress.targets],
        "activities": [_activity(record) for record in promise.activities],
    }


def _pieces(progress: TargetProgress) -> dict[str, Any]:
    """Return the buckets of a target and of its areas one by one, and what is unplaced, with the reason."""
    return {
        "buckets": _each_bucket(progress),
        "areas": [{"id": area.area, "buckets": _each_bucket(area.progress)} for area in progress.areas]
        or None,
        "unplaced": [
            {**_content(entry.tally.content), "records": entry.tally.records, "reason": entry.reason}
            for entry in progress.misfits
        ],
    }


def _each_bucket(progress: TargetProgress) -> list[dict[str, Any]] | None:
    if progress.buckets is None:
        return None
    return [
        {
            "name": code_of(bucket.period),
            **_period(bucket.period),
            "done": number(bucket.done),
            "state": bucket.state,
        }
        for bucket in progress.buckets.all
    ]


def _sum(value: Sum) -> dict[str, Any]:
    return value._asdict()


def _cells(cells: Iterable[Cell]) -> list[dict[str, Any]]:
    return [{"id": cell.id, **_sum(cell.sum)} for cell in cells]


def _months(value: Report, row: Row) -> dict[str, Any]:
    """Return an area's occasions by month, from the agreement's first on."""
    first = value.agreement.period.first
    months = [first.year * 12 + first.month - 1 + place for place in range(len(row.months))]
    return {
        "id": row.id,
        "months": [
            {"month": f"{month // 12:04d}-{month % 12 + 1:02d}", **_sum(count)}
            for month, count in zip(months, row.months, strict=True)
        ],
    }


def _double(double: DoubleCount) -> dict[str, Any]:
    """Return a figure of several days, with what other records of its kinds have on them."""
    return {"figure": _activity(double.figure), "occasions": double.occasions, "approx": double.approx}


def _activity(record: Record) -> dict[str, Any]:
    """Return an activity without its writer, whom reports never name."""
    return {"id": record.id, **_content(activity(record))}


def _content(content: Activity) -> dict[str, Any]:
    return {
        "date": content.day.isoformat(),
        "until": content.until.isoformat() if content.until else None,
        "kinds": list(content.kinds),
        "areas": list(content.areas),
        "parties": list(content.parties),
        "tags": list(content.tags),
        "count": content.occasions,
        "approx": content.approx,
        "redacted": content.redacted,
        "quantities": {key: number(amount) for key, amount in content.quantities},
        "note": content.note,
        "ref": content.ref,
        "source": content.source,
    }


def _written(value: Report, record: Record) -> dict[str, Any]:
    """Return a late entry or correction, with the activity or plan that it is about as it stands."""
    of = getattr(record.content, "of", None)
    about = value.ledger.dated[of or record.id]
    shown = _activity(about) if isinstance(about.content, Activity) else None
    return {"id": record.id, "op": record.op, "at": record.at, "of": of, "about": shown}


def listing(records: list[dict[str, Any]]) -> str:
    """Return the document `loften-list/1`: records as the log has them, folded."""
    return dumps({"format": "loften-list/1", "records": records})


def record(now: dict[str, Any], history: list[dict[str, Any]], *, void: bool) -> str:
    """Return the document `loften-record/1`: a record as it stands, and all that was written of it."""
    return dumps({"format": "loften-record/1", "record": now, "void": void, "history": history})


def check(words: Words, findings: Iterable[Finding]) -> str:
    """Return the document `loften-check/1`: every finding, with its place, in words and as a code."""
    return dumps({"format": "loften-check/1", "findings": [_finding(words, finding) for finding in findings]})


def _finding(words: Words, finding: Finding) -> dict[str, Any]:
    place = finding.place or Place("")
    return {
        "code": finding.code,
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "text": words.problem(finding),
        "remedy": words.remedy(finding) or None,
    }


def dumps(document: dict[str, Any]) -> str:
    """Return a document as people and programs can read it."""
    return json.dumps(document, ensure_ascii=False, indent=1)


def number(value: Decimal | Fraction | int | None) -> int | float | None:
    """Return an amount as a JSON number, null where there is none; a ratio with two decimals, half up."""
    if value is None or isinstance(value, int):
        return value
    if isinstance(value, Fraction):
        value = hundredths(value)
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
        **_figures(progress),
        "state": progress.state,
        "approx": progress.approx,
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
    own = area.progress
    return {"id": area.area, **_figures(own), "state": own.state, "buckets": _buckets(own)}


def _buckets(progress: TargetProgress) -> dict[str, Any] | None:
    buckets = progress.buckets
    if buckets is None:
        return None
    return {
        "per": str(buckets.per),
        "judged": buckets.judged,
        "met": buckets.met,
        "unmet": [code_of(period) for period in buckets.unmet],
        "average": number(progress.average),
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
