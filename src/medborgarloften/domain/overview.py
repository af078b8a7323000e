"""How an agreement stands on a day: every promise, and what stands beside the figures. Says no word of it."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

from medborgarloften.domain.activity import Record
from medborgarloften.domain.agreements import choose, covering
from medborgarloften.domain.history import Ledger
from medborgarloften.domain.judging.counting import tallied
from medborgarloften.domain.judging.lost import Lost, lost_words
from medborgarloften.domain.judging.promises import PromiseProgress, distinct, judge, unconfirmed
from medborgarloften.domain.judging.split import Split, split
from medborgarloften.domain.judging.standing import Days
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
    the occasions of each focus area. `uncovered` counts records of days without an agreement. `splits` are by
    promise. `lost` are words of its records that its file does not have. With `known`, only what was
    written by the end of that day is in it.
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
    splits: tuple[Split, ...]
    lost: tuple[Lost, ...]
    known: date | None = None


def live_days(agreements: tuple[Agreement, ...], today: date) -> tuple[Days, bool]:
    """Return the days that a view of today goes by, and whether the latest agreement has ended."""
    last = max(agreement.period.last for agreement in agreements)
    ended = today > last
    as_of = min(today, last)
    last_judged = choose(agreements, as_of).period.last
    return Days(as_of, min(today - timedelta(days=1), last_judged)), ended


def overview(agreements: tuple[Agreement, ...], ledger: Ledger, days: Days, *, ended: bool) -> Overview:
    """Judge the agreement that is shown on the as-of day, and add what stands beside the figures."""
    agreement = choose(agreements, days.as_of)
    promises = judge(agreement, ledger, days)
    happened = distinct(promises)
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
        tuple(split(agreement, ledger, promise) for promise in promises),
        lost_words(agreement, ledger),
    )


def share(view: Overview, ledger: Ledger, of: Literal["areas", "parties"], key: str) -> Share:
    """Return what of the overview's figures belongs to one area or party."""
    part = {id_: record for id_, record in ledger.activities.items() if key in getattr(record.content, of)}
    promises = judge(view.agreement, ledger._replace(activities=part), view.days)
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
        in_area = next((area.progress for area in progress.areas if area.area == key), None)
        if in_area is None:
            return 0
        return in_area.done if progress.target.by_bucket else min(in_area.done, in_area.required)
    counted = progress.target.areas
    if progress.target.of == AREAS:
        return int(progress.done > 0 and (not counted or key in counted))
    return progress.done


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
