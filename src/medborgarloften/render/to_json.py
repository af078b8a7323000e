"""Versioned JSON documents for other programs: explicit views, never the program's own values."""

import json
from collections.abc import Iterable
from typing import Any

from medborgarloften.domain.activity import TEXTS, Acceptance, Activity, Record
from medborgarloften.domain.integrity.health import Health
from medborgarloften.domain.judging.counting import activity
from medborgarloften.domain.judging.standing import TargetProgress
from medborgarloften.domain.overview import Joint, Overview, Share
from medborgarloften.domain.per import month_start
from medborgarloften.domain.period import code_of
from medborgarloften.domain.report.build import PromiseReport, Report, Trace
from medborgarloften.domain.report.double_counting import DoubleCount
from medborgarloften.domain.report.sums import MonthRow, Subtotal, Sum
from medborgarloften.errors import Finding, Place
from medborgarloften.render.json_standing import days, number, standing
from medborgarloften.render.trail import log_files
from medborgarloften.render.words import errors
from medborgarloften.render.words.wording import Words


def status(
    words: Words,
    view: Overview,
    health: Health,
    shares: list[Share],
    *,
    since: list[Record] | None,
) -> str:
    """Return the document `loften-status/1`. `since` is None where nobody asked for it."""
    document = standing(words, view, health)
    if shares:
        document["shares"] = [_share(view, share) for share in shares]
    if since is not None:
        document["since"] = [record.id for record in since]
    return dumps(document)


def report(words: Words, value: Report) -> str:
    """Return the document `loften-report/1`: the status on the cut-off day, and all else that is reported."""
    agreement, health = value.agreement, value.health
    document = {
        "format": "loften-report/1",
        "title": agreement.title.in_(words.language),
        "period": days(value.period),
        "asked": days(value.whole),
        "status": standing(words, value.view, health),
        "promises": [_reported(words, reported) for reported in value.promises],
        **_sum(value.total),
        "areas": _subtotals(value.areas),
        "parties": _subtotals(value.parties),
        "kinds": _subtotals(value.kinds),
        "tags": _subtotals(value.tags),
        "months": [_months(value, row) for row in value.months],
        "spread": _sum(value.spread),
        "late": [_written(value, record) for record in value.late],
        "longer": [record.id for record in value.longer],
        "double": [_double(double) for double in value.overlaps],
        "planned": [_activity(record) for record in value.planned],
        "source": agreement.source.in_(words.language) if agreement.source else None,
        "contact": agreement.contact.in_(words.language) if agreement.contact else None,
        "log": {
            "loften-records": health.records,
            "files": log_files(health),
            "accepted": [_accepted(record) for record in value.ledger.acceptances],
        },
    }
    return dumps(document) + "\n"


def _reported(words: Words, reported: PromiseReport) -> dict[str, Any]:
    """Return what a report adds to the status of a promise."""
    promise = reported.progress.promise
    return {
        "id": promise.id,
        "areas": list(promise.areas),
        "rule": promise.rule.in_(words.language) if promise.rule else None,
        "decision": promise.decision,
        "before": reported.before.state if reported.before else None,
        "done": {**_sum(reported.done), "areas": _subtotals(reported.areas)},
        "joint": _joint(reported.joint) if reported.joint else None,
        "trace": _trace(reported.trace),
        "steps": [
            [{"date": step.day.isoformat(), "done": number(step.amount)} for step in steps]
            for steps in reported.steps
        ],
        "targets": [_pieces(target) for target in reported.progress.targets],
        "activities": [_activity(record) for record in reported.activities],
    }


def _pieces(progress: TargetProgress) -> dict[str, Any]:
    """Return the buckets of a target and of its areas one by one, and what is not assigned, and why."""
    return {
        "buckets": _each_bucket(progress),
        "areas": [{"id": area.area, "buckets": _each_bucket(area.progress)} for area in progress.areas]
        or None,
        "unplaced": [
            {**_content(misfit.tally.content), "records": misfit.tally.records, "reason": misfit.reason}
            for misfit in progress.misfits
        ],
    }


def _each_bucket(progress: TargetProgress) -> list[dict[str, Any]] | None:
    if progress.buckets is None:
        return None
    return [
        {
            "name": code_of(bucket.period),
            **days(bucket.period),
            "done": number(bucket.done),
            "state": bucket.state,
        }
        for bucket in progress.buckets.all
    ]


def _joint(joint: Joint) -> dict[str, Any]:
    return {"kind": joint.kind, "other": joint.other, "joint": joint.joint, "all": joint.all}


def _trace(trace: Trace) -> dict[str, Any]:
    sources = dict(trace.sources)
    return {"single": trace.single, "bulk": trace.bulk, "approx": trace.approx, "sources": sources}


def _sum(value: Sum) -> dict[str, Any]:
    return {"occasions": value.occasions, "approx": value.approx}


def _subtotals(subtotals: Iterable[Subtotal]) -> list[dict[str, Any]]:
    return [{"id": subtotal.id, **_sum(subtotal.sum)} for subtotal in subtotals]


def _months(value: Report, row: MonthRow) -> dict[str, Any]:
    """Return an area's occasions by month, from the agreement's first on."""
    first = value.agreement.period.first
    return {
        "id": row.id,
        "months": [
            {"month": f"{month_start(first, index):%Y-%m}", **_sum(count)}
            for index, count in enumerate(row.months)
        ],
    }


def _double(double: DoubleCount) -> dict[str, Any]:
    """Return a figure of several days, with what other records of its kinds have on them."""
    return {
        "figure": _activity(double.figure),
        "occasions": double.occasions,
        "approx": double.approx,
        "single": {"occasions": double.single, "approx": double.single_approx},
        "figures": [record.id for record in double.figures],
    }


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
        **{name: getattr(content, name) for name in TEXTS},
    }


def _written(value: Report, record: Record) -> dict[str, Any]:
    """Return a late entry or correction, with the activity or plan that it is about as it stands."""
    of = getattr(record.content, "of", None)
    about = value.ledger.dated[of or record.id]
    now = _activity(about) if isinstance(about.content, Activity) else None
    return {"id": record.id, "op": record.op, "at": record.at, "of": of, "about": now}


def _accepted(record: Record) -> dict[str, Any]:
    """Return a loss that was accepted, without the file's name, which has the writer's."""
    content = record.content
    assert isinstance(content, Acceptance)
    return {
        "id": record.id,
        "at": record.at,
        "had": content.had.records,
        "has": content.has.records if content.has else None,
        "damaged": len(content.damaged),
        "torn": content.torn is not None,
        "edited": len(content.edited),
        "reason": content.reason,
    }


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
        "file": words.name(place.file),
        "line": place.line,
        "column": place.column,
        "text": errors.problem(words, finding),
        "remedy": errors.remedy(words, finding) or None,
    }


def dumps(document: dict[str, Any]) -> str:
    """Return a document as people and programs can read it."""
    return json.dumps(document, ensure_ascii=False, indent=1)


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
