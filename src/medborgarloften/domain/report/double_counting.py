"""What may be counted twice: a figure of several days with what it may contain, and what is said again.

It judges nothing and changes no figure; people are told, and decide.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from medborgarloften.domain.activity import Comment, Record
from medborgarloften.domain.history import Ledger
from medborgarloften.domain.judging.counting import activity
from medborgarloften.domain.judging.exact import overlap


def overlapping(ledger: Ledger, record: Record) -> list[Record]:
    """Return the activities that a figure of several days may count a second time, by date.

    One of the two covers several days; they share a kind and a day, and no area or party tells them apart.
    """
    content = activity(record)
    others = [
        other
        for key, other in ledger.activities.items()
        if key != record.id and overlap(content, activity(other))
    ]
    return sorted(others, key=lambda other: (activity(other).day, other.id))


def repeated(records: Iterable[Record], record: Record) -> Record | None:
    """Return the newest other one of the records that says exactly the same, written by the same writer.

    The records are activities, plans or comments, all of the sort that the record is.
    """
    day, statement = _day(record), _statement(record)
    same = (
        other
        for other in records
        if _day(other) == day and _statement(other) == statement and other.id != record.id
    )
    return max(same, key=lambda other: (other.at, other.id), default=None)


def _day(record: Record) -> date:
    return record.content.day if isinstance(record.content, Comment) else activity(record).day


def _statement(record: Record) -> tuple[object, ...]:
    """Return what a record says, whatever the order of its kinds, areas, parties, tags and quantities."""
    content = record.content
    if isinstance(content, Comment):
        return content.by, content.promise, content.text, content.verdict
    plain = activity(record)._replace(plan=None, redacted=False, not_personal=False, extra="")
    return tuple(tuple(sorted(value)) if isinstance(value, tuple) else value for value in plain)


class DoubleCount(NamedTuple):
    """A figure of several days, and what other records of its kinds have on those days.

    `occasions` are those of all of them, `single` those of single days. `figures` are the figures of
    several days that follow it by (day, last day the latest first, id): of two, only the first names the
    other.
    """

    figure: Record
    occasions: int
    approx: bool
    single: int = 0
    single_approx: bool = False
    figures: tuple[Record, ...] = ()


def double_counted(records: Iterable[Record]) -> list[DoubleCount]:
    """Return every figure of several days that other records may count a second time, by (day, id).

    One pass over the records by day, beside the figures that are still running.
    """
    beside: dict[str, tuple[Record, list[Record], list[Record]]] = {}
    running: list[Record] = []
    for record in sorted(records, key=lambda r: (activity(r).day, -activity(r).last.toordinal(), r.id)):
        content = activity(record)
        running = [figure for figure in running if activity(figure).last >= content.day]
        for figure in running:
            if overlap(activity(figure), content):
                beside.setdefault(figure.id, (figure, [], []))[2].append(record)
                if content.several_days:
                    beside.setdefault(record.id, (record, [], []))[1].append(figure)
        if content.several_days:
            running.append(record)
    doubles = [_double(figure, before, after) for figure, before, after in beside.values()]
    return sorted(doubles, key=lambda double: (activity(double.figure).day, double.figure.id))


def _double(figure: Record, before: list[Record], after: list[Record]) -> DoubleCount:
    """Return what stands beside a figure: the figures before it, and all other records."""
    single = [activity(record) for record in after if not activity(record).several_days]
    others = [*map(activity, before), *map(activity, after)]
    return DoubleCount(
        figure,
        sum(other.occasions for other in others),
        any(other.approx for other in others),
        sum(other.occasions for other in single),
        any(other.approx for other in single),
        tuple(record for record in after if activity(record).several_days),
    )
