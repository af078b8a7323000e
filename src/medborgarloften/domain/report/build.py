"""The report: the one value that every format takes, a pure function of agreement, records and period."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from medborgarloften.domain.activity import Activity, Comment, Record
from medborgarloften.domain.agreements import choose, covered
from medborgarloften.domain.history import Ledger, subject, written_since
from medborgarloften.domain.integrity.health import Health
from medborgarloften.domain.judging.counting import Number, Tally, activity, by_kind, course, gather, tallied
from medborgarloften.domain.judging.promises import PromiseProgress, distinct, judge, open_plans
from medborgarloften.domain.judging.schedule import schedule
from medborgarloften.domain.judging.split import Split
from medborgarloften.domain.judging.standing import Days
from medborgarloften.domain.moments import swedish_midnight
from medborgarloften.domain.overview import Joint, Overview, joint, overview
from medborgarloften.domain.period import Period
from medborgarloften.domain.promise import Agreement
from medborgarloften.domain.renamed import in_words_of
from medborgarloften.domain.report.double_counting import DoubleCount, double_counted
from medborgarloften.domain.report.sums import MonthRow, Subtotal, Sum, by_area, by_month, divided, summed


class Trace(NamedTuple):
    """Where a sum of occasions comes from: single ones, figures for several, and what is approximate.

    `sources` has the occasions of each source that a record names, by name.
    """

    single: int
    bulk: int
    approx: int
    sources: tuple[tuple[str, int], ...]


class Step(NamedTuple):
    """From `day` on, `amount` is done of a target."""

    day: date
    amount: Number


class PromiseReport(NamedTuple):
    """One promise: how it stands, how it stood one period earlier, and what was done in the period.

    `before` is None when the agreement begins with the period. `activities` are the records of the
    period that it counted, by day, and `done` their sum; `joint` and `trace` are about all that it
    counted up to the cut-off day; `steps` are the course of each target, for its picture; areas that
    are judged by themselves have none.
    """

    progress: PromiseProgress
    before: PromiseProgress | None
    done: Sum
    areas: tuple[Subtotal, ...]
    activities: tuple[Record, ...]
    trace: Trace
    joint: Joint | None
    steps: tuple[tuple[Step, ...], ...]
    split: Split


class Report(NamedTuple):
    """Everything that a report of one period shows.

    `period` is clipped to the agreement and ends with the cut-off day; `whole` is what was asked for,
    clipped to the agreement only. `total` and the sums by area, party, kind and tag are of the period;
    `months` begin with the agreement, and `spread` are the occasions that lie in no single month.
    `late` are records about earlier days that were written after the day before the period, corrections
    included. `longer` are figures that end in the period and begin before it: they are in no sum of the
    period, and in the outcome so far. `planned` and the plans among `late` are there only where they were
    asked for.
    """

    period: Period
    whole: Period
    view: Overview
    ledger: Ledger
    promises: tuple[PromiseReport, ...]
    total: Sum
    areas: tuple[Subtotal, ...]
    parties: tuple[Subtotal, ...]
    kinds: tuple[Subtotal, ...]
    tags: tuple[Subtotal, ...]
    months: tuple[MonthRow, ...]
    spread: Sum
    late: tuple[Record, ...]
    overlaps: tuple[DoubleCount, ...]
    planned: tuple[Record, ...]
    health: Health
    longer: tuple[Record, ...] = ()

    @property
    def agreement(self) -> Agreement:
        """The agreement that is reported on."""
        return self.view.agreement

    @property
    def unfinished(self) -> bool:
        """Whether the period that was asked for goes on after the cut-off day."""
        return self.period.stop < self.whole.stop


def build(
    agreements: tuple[Agreement, ...],
    ledger: Ledger,
    health: Health,
    whole: Period,
    last: date,
    *,
    with_planned: bool = False,
    known: date | None = None,
) -> Report:
    """Report on the agreement in force on `last`, the cut-off day; the period is clipped to both.

    `known` is the day by whose end the records of the ledger were written, if that was asked for.
    Raises `ValueError` when nothing is `covered`.
    """
    period, agreement = covered(agreements, whole, last), choose(agreements, last)
    if period is None:
        raise ValueError("outside")
    ledger, end = in_words_of(agreements, ledger), Days(period.last, period.last)
    view = overview(agreements, ledger, end, ended=False)._replace(known=known)
    promises = _promises(view, ledger, period)
    tallies = tallied({record.id: record for part in promises for record in part.activities}.values())
    months, spread = by_month(view)
    return Report(
        period=period,
        whole=whole.clip(agreement.period) or period,
        view=view,
        ledger=ledger,
        promises=promises,
        total=summed(tallies),
        areas=by_area(agreement, tallies),
        parties=divided(tallies, "parties", agreement.parties),
        kinds=divided(tallies, "kinds", agreement.kinds),
        tags=divided(tallies, "tags", [tag for kind in agreement.kinds.values() for tag in kind.tags]),
        months=months,
        spread=spread,
        late=tuple(_late(ledger, agreement, period, with_planned=with_planned)),
        overlaps=tuple(double_counted(of_agreement(ledger, agreement, period.last))),
        planned=tuple(_planned(ledger, agreement, period.last)) if with_planned else (),
        health=health,
        longer=_longer(view, ledger, period),
    )


def _promises(view: Overview, ledger: Ledger, period: Period) -> tuple[PromiseReport, ...]:
    happened = _within(ledger, period)
    happened.sort(key=lambda record: (activity(record).day, record.id))
    before: tuple[PromiseProgress | None, ...] = (None,) * len(view.promises)
    if period.start > view.agreement.period.start:
        day = period.start - timedelta(days=1)
        before = judge(view.agreement, ledger, Days(day, day))
    promises = zip(view.promises, view.splits, before, strict=True)
    return tuple(_promise(view, now, parts, earlier, happened) for now, parts, earlier in promises)


def _within(ledger: Ledger, period: Period) -> list[Record]:
    """Return the activities all of whose days lie in a period."""
    return [
        record
        for record in ledger.activities.values()
        if (content := activity(record)).day >= period.first
        and content.last <= period.last
        and not content.is_crossed
    ]


def _longer(view: Overview, ledger: Ledger, period: Period) -> tuple[Record, ...]:
    """Return the figures that some promise counts, and that end in a period and begin before it, by date."""
    contents = {tally.content for tally in distinct(view.promises)}
    longer = (
        record
        for record in ledger.activities.values()
        if activity(record).day < period.first <= activity(record).last <= period.last
        and record.content in contents
    )
    return tuple(sorted(longer, key=lambda record: (activity(record).day, record.id)))


def _promise(
    view: Overview,
    progress: PromiseProgress,
    parts: Split,
    before: PromiseProgress | None,
    happened: list[Record],
) -> PromiseReport:
    contents = {tally.content for tally in progress.counted}
    activities = tuple(record for record in happened if record.content in contents)
    tallies = tallied(activities)
    return PromiseReport(
        progress,
        before,
        summed(tallies),
        divided(tallies, "areas", view.agreement.areas),
        activities,
        _trace(progress.counted),
        joint(progress),
        tuple(_steps(progress, number, view.days.as_of) for number in range(len(progress.targets))),
        parts,
    )


def _trace(counted: Iterable[Tally]) -> Trace:
    single = bulk = approx = 0
    sources: dict[str, int] = {}
    for tally in counted:
        content = tally.content
        if content.until is None and content.occasions == 1:
            single += tally.occasions
        else:
            bulk += tally.occasions
        approx += tally.occasions if content.approx else 0
        if content.source:
            sources[content.source] = sources.get(content.source, 0) + tally.occasions
    return Trace(single, bulk, approx, tuple(sorted(sources.items())))


def _steps(progress: PromiseProgress, number: int, as_of: date) -> tuple[Step, ...]:
    """Return the course of a target's done, one step for each day on which it grew."""
    target = progress.promise.targets[number]
    if target.each_area:
        return ()
    counted = gather(target, schedule(target), by_kind(progress.counted), {}, as_of).counted
    return tuple(Step(day, done) for day, done in course(target, counted))


# --- what needs a look


def _late(ledger: Ledger, agreement: Agreement, period: Period, *, with_planned: bool) -> list[Record]:
    """Return what is about days before the period and written after them in Swedish time, by (`at`, `id`)."""
    dated, late = ledger.dated, []
    for record in written_since(ledger, agreement.period, swedish_midnight(period.start)):
        about = dated[subject(record)]
        assert isinstance(about.content, Activity | Comment)
        if about.content.last < period.start and (with_planned or about.op != "plan"):
            late.append(record)
    return late


def _planned(ledger: Ledger, agreement: Agreement, last: date) -> list[Record]:
    """Return the plans of the agreement that are still to come on the cut-off day, by date."""
    plans = open_plans(ledger, last)
    return [p for p in plans if activity(p).day >= last and agreement.period.holds(activity(p).day)]


def of_agreement(ledger: Ledger, agreement: Agreement, last: date) -> list[Record]:
    """Return the activities on days of the agreement that ended by a day."""
    return [
        record
        for record in ledger.activities.values()
        if agreement.period.holds(activity(record).day) and activity(record).last <= last
    ]
