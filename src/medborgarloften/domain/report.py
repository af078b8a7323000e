"""The report: the one value that every format takes, a pure function of agreement, records and period."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from medborgarloften.domain.activity import Activity, Comment, Ledger, Record
from medborgarloften.domain.health import Health
from medborgarloften.domain.overview import DoubleCount, Overview, double_counted, overview
from medborgarloften.domain.period import Period
from medborgarloften.domain.progress import (
    Days,
    Number,
    PromiseProgress,
    Tally,
    activity,
    amount,
    counts_for,
    inside,
    judge,
    open_plans,
    tallied,
)
from medborgarloften.domain.promise import Agreement


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


class Cell(NamedTuple):
    """How many occasions one row has: an area, party, kind or tag by id; None is “none named”."""

    id: str | None
    occasions: int


class Row(NamedTuple):
    """The occasions of one area in each month, from the agreement's first on."""

    id: str | None
    months: tuple[int, ...]


class PromiseReport(NamedTuple):
    """One promise: how it stands, how it stood one period earlier, and what was done in the period.

    `before` is None when the agreement begins with the period. `activities` are the records of the
    period that it counted, by day; `steps` the course of each target, for its picture.
    """

    progress: PromiseProgress
    before: PromiseProgress | None
    done: int
    areas: tuple[Cell, ...]
    activities: tuple[Record, ...]
    trace: Trace
    steps: tuple[tuple[Step, ...], ...]


class Report(NamedTuple):
    """Everything that a report of one period shows.

    `period` is clipped to the agreement and ends with the cut-off day; `whole` is the period that was
    asked for. `late` are records about earlier days that were written later than the day before the
    period, corrections included.
    """

    period: Period
    whole: Period
    view: Overview
    ledger: Ledger
    promises: tuple[PromiseReport, ...]
    occasions: int
    areas: tuple[Cell, ...]
    parties: tuple[Cell, ...]
    kinds: tuple[Cell, ...]
    tags: tuple[Cell, ...]
    months: tuple[Row, ...]
    late: tuple[Record, ...]
    overlaps: tuple[DoubleCount, ...]
    planned: tuple[Record, ...]
    health: Health

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
) -> Report:
    """Report on the agreement in force on `last`, the cut-off day; the period is clipped to both.

    Raises `ValueError` when the period has no day of that agreement.
    """
    view = overview(agreements, ledger, Days(last, last), ended=False)
    asked = whole.clip(view.agreement.period)
    period = asked.clip(Period.of(date.min, last)) if asked else None
    if asked is None or period is None:
        raise ValueError("outside")
    happened = [record for record in ledger.activities.values() if period.holds(activity(record).last)]
    happened.sort(key=lambda record: (activity(record).day, record.id))
    before = _before(view.agreement, ledger, period)
    promises = tuple(
        _promise(progress, before[number] if before else None, happened, view.agreement.areas)
        for number, progress in enumerate(view.promises)
    )
    own = _own(promises)
    return Report(
        period=period,
        whole=asked,
        view=view,
        promises=promises,
        occasions=sum(tally.occasions for tally in own),
        areas=_areas(view.agreement, own),
        parties=_cells(own, "parties", view.agreement.parties),
        kinds=_cells(own, "kinds", view.agreement.kinds),
        tags=_cells(own, "tags", _tags(view.agreement)),
        months=_months(view),
        late=tuple(_late(ledger, view.agreement, period)),
        overlaps=tuple(double_counted(_of_agreement(ledger, view.agreement, last))),
        planned=tuple(open_plans(ledger, last)) if with_planned else (),
        ledger=ledger,
        health=health,
    )


def _before(agreement: Agreement, ledger: Ledger, period: Period) -> tuple[PromiseProgress, ...] | None:
    """Return how the promises stood at the end of the day before the period, if the agreement held then."""
    if period.start == agreement.period.start:
        return None
    day = period.start - timedelta(days=1)
    return judge(agreement, ledger, Days(day, day))


def _promise(
    progress: PromiseProgress, before: PromiseProgress | None, happened: list[Record], areas: Iterable[str]
) -> PromiseReport:
    promise, contents = progress.promise, {id(tally.content) for tally in progress.counted}
    own = tuple(record for record in happened if id(record.content) in contents)
    return PromiseReport(
        progress,
        before,
        sum(activity(record).occasions for record in own),
        _cells(tallied(own), "areas", areas),
        own,
        _trace(progress.counted),
        tuple(_steps(progress, number) for number in range(len(promise.targets))),
    )


def _trace(counted: Iterable[Tally]) -> Trace:
    single = bulk = approx = 0
    sources: dict[str, int] = {}
    for tally in counted:
        content = tally.content
        if content.until is None and content.occasions == 1:
            single += tally.records
        else:
            bulk += tally.occasions
        approx += tally.occasions if content.approx else 0
        if content.source:
            sources[content.source] = sources.get(content.source, 0) + tally.occasions
    return Trace(single, bulk, approx, tuple(sorted(sources.items())))


def _steps(progress: PromiseProgress, number: int) -> tuple[Step, ...]:
    """Return the course of a target's done, one step for each day on which it grew."""
    target = progress.promise.targets[number]
    by_day: dict[date, Number] = {}
    for tally in progress.counted:
        content = tally.content
        of_kind = not set(target.kinds).isdisjoint(content.kinds)
        if of_kind and counts_for(content, target) and inside(content, target.window):
            by_day[content.last] = by_day.get(content.last, 0) + amount(tally, target)
    steps, done = [], Decimal(0)
    for day, more in sorted(by_day.items()):
        done += more
        steps.append(Step(day, done))
    return tuple(steps)


def _own(promises: Iterable[PromiseReport]) -> list[Tally]:
    """Return what was done in the period for any promise, each record once."""
    records = {record.id: record for promise in promises for record in promise.activities}
    return tallied(records.values())


def _areas(agreement: Agreement, own: list[Tally]) -> tuple[Cell, ...]:
    """Return the occasions of every area that has some, the focus areas first and always."""
    cells = _cells(own, "areas", agreement.areas)
    found = {cell.id: cell for cell in cells}
    focus = [found.get(area.id) or Cell(area.id, 0) for area in agreement.areas.values() if area.focus]
    return (*focus, *(cell for cell in cells if cell not in focus))


def _cells(own: list[Tally], field: str, known: Iterable[str]) -> tuple[Cell, ...]:
    """Return the occasions by area, party, kind or tag in the order of the agreement; a joint one in each."""
    sums: dict[str | None, int] = {}
    for tally in own:
        for key in getattr(tally.content, field) or (None,):
            sums[key] = sums.get(key, 0) + tally.occasions
    order = [key for key in known if key in sums]
    others = sorted(key for key in sums if key is not None and key not in order)
    return tuple(Cell(key, sums[key]) for key in (*order, *others, *([None] if None in sums else [])))


def _tags(agreement: Agreement) -> list[str]:
    return [tag for kind in agreement.kinds.values() for tag in kind.tags]


def _months(view: Overview) -> tuple[Row, ...]:
    """Return the occasions of each area by month, from the agreement's first to the cut-off day's.

    A figure that lies in several months is in none of them.
    """
    months = _months_of(Period.of(view.agreement.period.first, view.days.as_of))
    rows: dict[str | None, list[int]] = {
        a.id: [0] * len(months) for a in view.agreement.areas.values() if a.focus
    }
    for tally in {id(t.content): t for progress in view.promises for t in progress.counted}.values():
        first, last = tally.content.day, tally.content.last
        if (first.year, first.month) != (last.year, last.month):
            continue
        for area in tally.content.areas or (None,):
            rows.setdefault(area, [0] * len(months))[months.index((first.year, first.month))] += (
                tally.occasions
            )
    order = [key for key in view.agreement.areas if key in rows]
    rest = sorted(key for key in rows if key is not None and key not in order)
    keys: list[str | None] = [*order, *rest, *([None] if None in rows else [])]
    return tuple(Row(key, tuple(rows[key])) for key in keys)


def _months_of(period: Period) -> list[tuple[int, int]]:
    first, last = period.first, period.last
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    return [
        ((first.year * 12 + first.month - 1 + n) // 12, (first.month - 1 + n) % 12 + 1) for n in range(count)
    ]


def _late(ledger: Ledger, agreement: Agreement, period: Period) -> list[Record]:
    """Return what is about days before the period and was written after them."""
    end = (period.start - timedelta(days=1)).isoformat()
    dated = ledger.dated
    late = []
    for record in (*dated.values(), *ledger.corrections):
        if record.at[:10] > end:
            about = dated.get(getattr(record.content, "of", record.id))
            day = getattr(about.content, "day", None) if about else None
            if day is not None and day < period.start and agreement.period.holds(day):
                late.append(record)
    return sorted(late, key=lambda record: (record.at, record.id))


def _of_agreement(ledger: Ledger, agreement: Agreement, last: date) -> list[Record]:
    return [
        record
        for record in ledger.activities.values()
        if agreement.period.holds(activity(record).day) and activity(record).last <= last
    ]


def texts(report: Report) -> Iterator[tuple[str, str]]:
    """Yield every text of a person that the report may show, with the id of its record or promise."""
    records = {record.id: record for promise in report.promises for record in promise.activities}
    for record in (*records.values(), *report.planned, *report.late, *report.view.unconfirmed):
        if isinstance(record.content, Activity):
            yield from ((record.id, text) for text in record.content.texts)
    for promise in report.promises:
        comment = promise.progress.verdict
        if comment and isinstance(comment.content, Comment) and comment.content.text:
            yield comment.id, comment.content.text
        yield from ((promise.progress.promise.id, name) for name, _ in promise.trace.sources)
