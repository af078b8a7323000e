"""What the council looks at: every promise on a day, and what is shown beside the figures."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

from medborgarloften.domain.activity import Activity, Comment, Ledger, Record
from medborgarloften.domain.agreements import choose, covering
from medborgarloften.domain.judging.counting import activity, tallied
from medborgarloften.domain.judging.promises import PromiseProgress, judge, unconfirmed
from medborgarloften.domain.judging.standing import Days
from medborgarloften.domain.moments import stamp
from medborgarloften.domain.promise import AREAS, OCCASIONS, Agreement

if TYPE_CHECKING:
    from medborgarloften.domain.judging.standing import Amount, TargetProgress


class Joint(NamedTuple):
    """How many occasions of `kind` were held together with `other`."""

    kind: str
    other: str
    joint: int
    all: int


class Share(NamedTuple):
    """The part of every figure that one area or party has; it never changes a figure or a state.

    `logged` is by promise and `done` by promise and target, in the order of the agreement.
    """

    of: Literal["areas", "parties"]
    id: str
    logged: tuple[int, ...]
    done: "tuple[tuple[Amount, ...], ...]"


class Overview(NamedTuple):
    """How an agreement stands on a day.

    `ended` says that the day is the agreement's last one, chosen because today is later. `focus` has
    the occasions of each focus area. `uncovered` counts records of days without an agreement.
    """

    agreement: Agreement
    days: Days
    ended: bool
    promises: tuple[PromiseProgress, ...]
    counted: int
    uncovered: int
    unconfirmed: tuple[Record, ...]
    focus: tuple[tuple[str, int], ...]
    joint: tuple[Joint, ...]


def live_days(agreements: tuple[Agreement, ...], today: date) -> tuple[Days, bool]:
    """Return the days that a view of today goes by, and whether the latest agreement has ended."""
    last = max(agreement.period.last for agreement in agreements)
    ended = today > last
    as_of = min(today, last)
    shown = choose(agreements, as_of)
    return Days(as_of, min(today - timedelta(days=1), shown.period.last)), ended


def overview(agreements: tuple[Agreement, ...], ledger: Ledger, days: Days, *, ended: bool) -> Overview:
    """Judge the agreement that is shown on the as-of day, and add what stands beside the figures."""
    agreement = choose(agreements, days.as_of)
    promises = judge(agreement, ledger, days)
    happened = list({id(tally.content): tally for each in promises for tally in each.counted}.values())
    return Overview(
        agreement,
        days,
        ended,
        promises,
        sum(tally.records for tally in happened),
        _uncovered(agreements, ledger),
        tuple(unconfirmed(ledger, agreement, days.as_of)),
        tuple(
            (area.id, sum(tally.occasions for tally in happened if area.id in tally.content.areas))
            for area in agreement.areas.values()
            if area.focus
        ),
        tuple(filter(None, map(joint, promises))),
    )


def share(view: Overview, ledger: Ledger, of: Literal["areas", "parties"], key: str) -> Share:
    """Return what of the overview's figures belongs to one area or party."""
    own = {name: record for name, record in ledger.activities.items() if key in getattr(record.content, of)}
    promises = judge(view.agreement, ledger._replace(activities=own), view.days)
    return Share(
        of,
        key,
        tuple(promise.logged for promise in promises),
        tuple(tuple(_part(target, of, key) for target in promise.targets) for promise in promises),
    )


def _part(progress: "TargetProgress", of: Literal["areas", "parties"], key: str) -> "Amount":
    """Return what is done of a target whose records all name the area or party.

    They may name other areas too, which are no part of this one's share.
    """
    if of == "parties":
        return progress.done
    if progress.areas:
        own = next((area.progress for area in progress.areas if area.area == key), None)
        whole = own is not None and not progress.target.by_bucket
        return 0 if own is None else min(own.done, own.required) if whole else own.done
    named = progress.target.areas
    if progress.target.of == AREAS:
        return int(progress.done > 0 and (not named or key in named))
    return progress.done


def written_since(view: Overview, ledger: Ledger, moment: datetime) -> list[Record]:
    """Return the shown agreement's records that were written from a moment on, by (`at`, `id`).

    Late entries and corrections are among them, whatever day they are about.
    """
    dated = ledger.dated
    belonging = {
        key
        for key, record in dated.items()
        if isinstance(content := record.content, Activity | Comment)
        and view.agreement.period.holds(content.day)
    }
    first = stamp(moment)
    records = [record for record in (*dated.values(), *ledger.corrections) if record.at >= first]
    return sorted(
        (record for record in records if getattr(record.content, "of", record.id) in belonging),
        key=lambda record: (record.at, record.id),
    )


def overlapping(ledger: Ledger, record: Record) -> list[Record]:
    """Return the activities that a figure of several days may count a second time, by date.

    One of the two covers several days; they share a kind and a day, and no area or party tells them apart.
    """
    own = activity(record)
    return sorted(
        (
            other
            for key, other in ledger.activities.items()
            if key != record.id and _may_be_counted_twice(own, activity(other))
        ),
        key=lambda other: (activity(other).day, other.id),
    )


def repeated(records: Iterable[Record], record: Record) -> Record | None:
    """Return the newest other one of the records that says exactly the same, written by the same writer.

    The records are activities, plans or comments, all of the sort that the record is.
    """
    day, own = _day(record), _said(record)
    same = (
        other for other in records if _day(other) == day and _said(other) == own and other.id != record.id
    )
    return max(same, key=lambda other: (other.at, other.id), default=None)


def _day(record: Record) -> date:
    return record.content.day if isinstance(record.content, Comment) else activity(record).day


def _said(record: Record) -> tuple[object, ...]:
    """Return what a record says, whatever the order of what has none."""
    content = record.content
    if isinstance(content, Comment):
        return content.by, content.promise, content.text, content.verdict
    own = activity(record)._replace(plan=None, redacted=False, not_personal=False, extra="")
    return tuple(tuple(sorted(part)) if isinstance(part, tuple) else part for part in own)


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
        own = activity(record)
        running = [figure for figure in running if activity(figure).last >= own.day]
        for figure in running:
            if _may_be_counted_twice(activity(figure), own):
                beside.setdefault(figure.id, (figure, [], []))[2].append(record)
                if several_days(own):
                    beside.setdefault(record.id, (record, [], []))[1].append(figure)
        if several_days(own):
            running.append(record)
    doubles = [_double(figure, before, after) for figure, before, after in beside.values()]
    return sorted(doubles, key=lambda double: (activity(double.figure).day, double.figure.id))


def _double(figure: Record, before: list[Record], after: list[Record]) -> DoubleCount:
    """Return what stands beside a figure: the figures before it, and all other records."""
    single = [activity(record) for record in after if not several_days(activity(record))]
    others = [*map(activity, before), *map(activity, after)]
    return DoubleCount(
        figure,
        sum(other.occasions for other in others),
        any(other.approx for other in others),
        sum(other.occasions for other in single),
        any(other.approx for other in single),
        tuple(record for record in after if several_days(activity(record))),
    )


def several_days(content: Activity) -> bool:
    """Tell whether an activity is a figure of several days."""
    return content.last > content.day


def _may_be_counted_twice(one: Activity, other: Activity) -> bool:
    return (
        one.day <= other.last
        and other.day <= one.last
        and (several_days(one) or several_days(other))
        and not set(one.kinds).isdisjoint(other.kinds)
        and not (one.areas and other.areas and set(one.areas).isdisjoint(other.areas))
        and not (one.parties and other.parties and set(one.parties).isdisjoint(other.parties))
    )


def _uncovered(agreements: tuple[Agreement, ...], ledger: Ledger) -> int:
    tallies = tallied(ledger.activities.values())
    return sum(tally.records for tally in tallies if covering(agreements, tally.content.day) is None)


def joint(progress: PromiseProgress) -> Joint | None:
    """Return how many of a promise's first kind were held with the second; None unless it combines two."""
    kinds = [target.kinds[0] for target in progress.promise.targets if target.of == OCCASIONS]
    if len(kinds) != 2 or kinds[0] == kinds[1]:  # noqa: PLR2004 - a pair
        return None
    first = [tally for tally in progress.counted if kinds[0] in tally.content.kinds]
    both = sum(tally.occasions for tally in first if kinds[1] in tally.content.kinds)
    return Joint(kinds[0], kinds[1], both, sum(tally.occasions for tally in first))
