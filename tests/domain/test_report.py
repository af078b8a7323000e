"""The report as a value: which days it covers, and that every number in it is what the records say.

The references count record by record and day by day, from the rules in words; they share no code with the
source.
"""

import random
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings, strategies as st

from medborgarloften.domain.activity import Activity, Amendment, Record, Redaction, Void
from medborgarloften.domain.agreements import covered
from medborgarloften.domain.integrity.health import Health
from medborgarloften.domain.moments import swedish
from medborgarloften.domain.overview import Joint
from medborgarloften.domain.period import Period
from medborgarloften.domain.promise import Agreement
from medborgarloften.domain.report.build import PromiseReport, Report, Step, Trace, build
from medborgarloften.domain.report.double_counting import DoubleCount, double_counted
from medborgarloften.domain.report.sums import Subtotal, Sum
from medborgarloften.render import to_html, to_json, to_markdown
from records import YEAR, agreement, amended, comment, day, did, fold, planned, promise, voided
from reports import (
    EVERYTHING,
    GOOD,
    IN_SPRING,
    PATROLS,
    SV,
    WALKS,
    activities,
    content_of,
    last_of,
    month,
    report,
    rich,
    twin,
)

GAP = (
    agreement(promise(counts=("walk",))),
    agreement(
        promise(counts=("walk",), window=Period.of(day("2023-03-15"), day("2024-03-14"))),
        period=Period.of(day("2023-03-15"), day("2024-03-14")),
    ),
)
NONE = Sum(0, approx=False)


def span(first: str, last: str) -> Period:
    """Return the days from one to another."""
    return Period.of(day(first), day(last))


def only(value: Report) -> PromiseReport:
    """Return the report of the only promise."""
    (one,) = value.promises
    return one


# --- which days, which agreement


@pytest.mark.parametrize(
    ("whole", "last", "expected"),
    [
        (month("2022-03"), "2022-03-31", month("2022-03")),
        (month("2022-03"), "2022-03-18", span("2022-03-01", "2022-03-18")),
        (month("2022"), "2022-12-31", month("2022")),
        (span("2021-12-01", "2022-01-31"), "2022-01-31", month("2022-01")),
        (span("2022-12-01", "2023-02-28"), "2023-02-28", month("2022-12")),
        (span("2022-12-01", "2023-03-31"), "2023-03-31", span("2023-03-15", "2023-03-31")),
        (span("2022-12-01", "2023-03-31"), "2023-03-14", month("2022-12")),
        (month("2023-03"), "2023-03-31", span("2023-03-15", "2023-03-31")),
        (month("2024-03"), "2024-03-31", span("2024-03-01", "2024-03-14")),
        (month("2023-02"), "2023-02-28", None),
        (month("2023"), "2023-02-10", None),
        (month("2021-12"), "2021-12-31", None),
        (span("2021-12-01", "2022-01-31"), "2021-12-14", None),
        (month("2024-04"), "2024-04-30", None),
    ],
)
def test_the_days_that_a_report_covers(whole: Period, last: str, expected: Period | None) -> None:
    """It covers the agreement in force on the cut-off day, or the latest that has begun, clipped to it."""
    assert covered(GAP, whole, day(last)) == expected
    if expected is None:
        with pytest.raises(ValueError, match="outside"):
            build(GAP, fold([]), GOOD, whole, day(last))
    else:
        value = build(GAP, fold([]), GOOD, whole, day(last))
        assert value.period == expected
        assert value.agreement.period.holds(expected.first)
        assert value.view.days == (expected.last, expected.last)


@pytest.mark.parametrize(
    ("whole", "last", "unfinished"),
    [("2022-03", "03-31", False), ("2022-03", "03-30", True), ("2022-03", "03-01", True)],
)
def test_an_unfinished_period_is_known_as_such(whole: str, last: str, *, unfinished: bool) -> None:
    """A report that was cut off before its last day says so; one that goes to its end does not."""
    assert report(whole=whole, last=last).unfinished is unfinished


def test_a_period_that_outlasts_its_agreement_is_finished_with_it() -> None:
    """After the agreement’s last day there is nothing to wait for, and no month beyond it is shown."""
    records = [did("2022-12-30", "walk"), did("2023-01-02", "walk")]
    value = build(GAP, fold(records), GOOD, span("2022-12-01", "2023-02-28"), day("2023-02-28"))
    assert not value.unfinished
    assert value.total == Sum(1, approx=False)
    assert {len(row.months) for row in value.months} == {12}


@given(st.dates(date(2021, 11, 1), date(2024, 6, 1)), st.integers(0, 500), st.integers(-20, 520))
def test_whatever_is_asked_for_the_days_lie_in_one_agreement(first: date, more: int, end: int) -> None:
    """The days are among those asked for, none is after the cut-off day, and one agreement holds them all."""
    whole = Period.of(first, first + timedelta(days=more))
    last = first + timedelta(days=end)
    found = covered(GAP, whole, last)
    if found is None:
        days = [first + timedelta(days=n) for n in range(more + 1) if first + timedelta(days=n) <= last]
        assert not any(GAP[0].period.holds(d) for d in days) or last >= GAP[1].period.start
        return
    assert whole.start <= found.start < found.stop <= whole.stop
    assert found.last <= last
    assert any(a.period.start <= found.start and found.stop <= a.period.stop for a in GAP)


# --- now and one period earlier


def test_the_state_now_and_one_period_earlier() -> None:
    """Each promise is judged on the cut-off day, and on the day before the period began."""
    records = [did("03-14", "walk"), did("03-14", "dialogue")]
    value = report(*records, of=agreement(WALKS), whole="2022-04")
    one = only(value)
    assert one.before is not None
    assert (one.before.state, one.progress.state) == ("on_track", "on_track")
    assert [t.next_by for t in one.before.targets] == [day("07-02")] * 2
    later = only(report(*records, of=agreement(WALKS), whole="2022-07"))
    assert later.before is not None
    assert (later.before.state, later.progress.state) == ("on_track", "behind")


@pytest.mark.parametrize("whole", ["2022-01", "2022-Q1", "2022"])
def test_before_the_agreement_there_is_no_state(whole: str) -> None:
    """A period that begins with the agreement has no state before it."""
    assert [one.before for one in report(whole=whole).promises] == [None] * len(EVERYTHING)


# --- the figures of an example


MARCH = (
    did("02-10", "walk", areas=("hagalund",), parties=("city",)),
    did("03-14", "walk", "dialogue", areas=("hagalund", "jarva"), parties=("police", "city"), persons="23"),
    did("03-01/03-31", "patrol", occasions=24, approx=True, source="Polisen", parties=("police",)),
    did("03-20", "patrol", tags=("lighting",), areas=("bergshamra",)),
    did("02-20/03-05", "patrol", occasions=7, source="Polisen"),
    did("04-02", "walk"),
)


def test_the_sums_of_a_month() -> None:
    """Sums are of records of the month alone; focus areas come first, what names nothing last."""
    value = report(*MARCH)
    assert value.longer == (MARCH[4],)
    assert value.total == Sum(26, approx=True)
    assert value.areas == (
        Subtotal("hagalund", Sum(1, approx=False)),
        Subtotal("bergshamra", Sum(1, approx=False)),
        Subtotal("jarva", Sum(1, approx=False)),
        Subtotal(None, Sum(24, approx=True)),
    )
    assert value.parties == (
        Subtotal("police", Sum(25, approx=True)),
        Subtotal("city", Sum(1, approx=False)),
        Subtotal(None, Sum(1, approx=False)),
    )
    assert value.kinds == (
        Subtotal("walk", Sum(1, approx=False)),
        Subtotal("dialogue", Sum(1, approx=False)),
        Subtotal("patrol", Sum(25, approx=True)),
    )
    assert value.tags == (Subtotal("lighting", Sum(1, approx=False)), Subtotal(None, Sum(25, approx=True)))


def test_a_focus_area_is_there_with_nothing_too() -> None:
    """That nothing was done where the promise was made is said, not left out."""
    assert report(did("03-14", "walk", areas=("jarva",))).areas == (
        Subtotal("hagalund", NONE),
        Subtotal("jarva", Sum(1, approx=False)),
    )


def test_words_that_the_agreement_does_not_know_are_counted_too() -> None:
    """Areas, parties and tags of another program stand after those of the agreement, by id."""
    value = report(did("03-14", "walk", areas=("z", "a", "jarva"), parties=("x",), tags=("y",)))
    assert [cell.id for cell in value.areas] == ["hagalund", "jarva", "a", "z"]
    assert [cell.id for cell in value.parties] == ["x"]
    assert [cell.id for cell in value.tags] == ["y"]


def test_a_tag_of_two_kinds_is_one_row() -> None:
    """A tag that two kinds declare is counted in one place."""
    value = report(did("03-14", "walk", tags=("lighting",)), did("03-15", "dialogue", tags=("lighting",)))
    assert value.tags == (Subtotal("lighting", Sum(2, approx=False)),)


def test_what_was_done_for_each_promise() -> None:
    """Each promise has its records of the month by day, their sum, and where it was."""
    value = report(*MARCH)
    walks, patrols, hours, spring = value.promises
    assert [record.id for record in walks.activities] == [MARCH[1].id]
    assert [record.id for record in patrols.activities] == [MARCH[2].id, MARCH[3].id]
    assert [one.done.occasions for one in (walks, patrols, hours, spring)] == [1, 25, 25, 1]
    assert walks.areas == (
        Subtotal("hagalund", Sum(1, approx=False)),
        Subtotal("jarva", Sum(1, approx=False)),
    )


def test_how_much_of_a_sum_is_single_bulk_and_approximate() -> None:
    """The trace is of all that was counted so far: one by one, in figures for several, about; by source."""
    walks, patrols, *_ = report(*MARCH).promises
    assert walks.trace == Trace(2, 0, 0, ())
    assert patrols.trace == Trace(1, 31, 24, (("Polisen", 31),))


@pytest.mark.parametrize("record", [did("03-14", "patrol", occasions=2), did("03-14/03-15", "patrol")])
def test_a_figure_is_no_single_occasion(record: Record) -> None:
    """What stands for several occasions, or for several days, cannot be traced to one occasion."""
    occasions = content_of(record).occasions
    assert only(report(record, of=agreement(PATROLS))).trace == Trace(0, occasions, 0, ())


def test_equal_records_are_traced_one_by_one() -> None:
    """Two records that say the same are two single occasions."""
    record = did("03-14", "patrol")
    assert only(report(record, twin(record), of=agreement(PATROLS))).trace == Trace(2, 0, 0, ())


def test_joint_occasions_belong_to_their_promise() -> None:
    """Of the promise’s walks so far, so many were held together with a dialogue; other promises have none."""
    walks, *others = report(*MARCH).promises
    assert walks.joint == Joint("walk", "dialogue", 1, 2)
    assert [one.joint for one in others] == [None] * 3


def test_the_course_of_a_target() -> None:
    """A target has a step for each day on which it grew, up to what is done; other records are no step."""
    records = [
        did("02-01", "patrol"),
        did("02-10", "patrol", hours="2.5"),
        did("02-10", "patrol", hours="4"),
        did("03-01/03-31", "patrol", hours="10"),
        did("04-01", "patrol", hours="7"),
    ]
    hours = report(*records).promises[2]
    assert hours.steps == ((Step(day("02-10"), Decimal("6.5")), Step(day("03-31"), Decimal("16.5"))),)
    assert hours.progress.targets[0].done == Decimal("16.5")


def test_the_months_of_the_agreement() -> None:
    """Months go from the agreement’s first to the cut-off day’s; a figure of several months is in none."""
    value = report(*MARCH)
    assert [row.id for row in value.months] == ["hagalund", "bergshamra", "jarva", None]
    assert [[sum_.occasions for sum_ in row.months] for row in value.months] == [
        [0, 1, 1],
        [0, 0, 1],
        [0, 0, 1],
        [0, 0, 24],
    ]
    assert value.months[3].months[2] == Sum(24, approx=True)
    assert value.spread == Sum(7, approx=False)


# --- plans


PLANS = (
    planned("2022-03-01", "walk"),
    planned("2022-03-31", "walk"),
    planned("2022-04-20", "dialogue"),
    planned("2023-04-20", "dialogue"),
)


def test_plans_are_left_out_unless_asked_for() -> None:
    """Without the wish there is no plan but the unconfirmed; with it, those still to come on the day."""
    assert report(*PLANS).planned == ()
    assert report(*PLANS, with_planned=True).planned == PLANS[1:3]
    assert report(*PLANS).view.unconfirmed == PLANS[:1]


def test_a_fulfilled_or_cancelled_plan_is_not_to_come() -> None:
    """What was done or cancelled is neither booked nor unconfirmed."""
    done, gone, left = (planned("04-20", "walk") for _ in range(3))
    records = [done, gone, left, voided(gone), did("03-31", "walk", plan=done.id)]
    assert report(*records, with_planned=True).planned == (left,)


def test_booked_totals_stand_whether_plans_are_shown_or_not() -> None:
    """The numbers booked and missing are the same with and without the list of plans."""
    value, shown = report(*PLANS), report(*PLANS, with_planned=True)
    assert [t.booked for t in value.promises[0].progress.targets] == [1, 1]
    assert value.promises == shown.promises


# --- late


def test_late_entries_and_corrections() -> None:
    """What is about days before the period and was written in it or later, in the order of writing."""
    first = did("02-10", "walk", at="2022-02-28T22:59:59.999Z")
    late = did("02-11", "walk", at="2022-02-28T23:00:00.000Z")
    spread = did("02-20/03-02", "patrol", at="2022-03-05T08:00:00.000Z")
    words = comment("promise", "02-28", at="2022-03-05T09:00:00.000Z")
    own = did("03-01", "walk", at="2022-03-06T08:00:00.000Z")
    fixed = amended(first, "2022-03-07T08:00:00.000Z", occasions=2)
    void = voided(late, "2022-04-08T08:00:00.000Z")
    other = did("2021-12-31", "walk", at="2022-03-05T08:00:00.000Z")
    plan = planned("02-10", "walk", at="2022-03-05T08:30:00.000Z")
    records = [void, fixed, own, words, spread, late, first, other, plan, amended(did("02-01", "walk"))]
    assert report(*records).late == (late, words, fixed, void)
    assert report(*records, with_planned=True).late == (late, plan, words, fixed, void)


def test_a_correction_that_moves_a_record_is_where_the_record_is_now() -> None:
    """A record that was moved to before the period is late; one that was moved into it is not."""
    back = did("03-10", "walk", at="2022-03-10T08:00:00.000Z")
    ahead = did("02-10", "walk", at="2022-02-10T08:00:00.000Z")
    moved = amended(back, "2022-03-11T08:00:00.000Z", day=day("02-11"))
    value = report(back, ahead, moved, amended(ahead, "2022-03-12T08:00:00.000Z", day=day("03-11")))
    assert [record.id for record in value.late] == [back.id, moved.id]


def test_nothing_is_late_in_the_first_period() -> None:
    """Before the agreement’s first day there was nothing to report on."""
    assert report(did("2021-12-01", "walk"), did("01-02", "walk"), whole="2022-01").late == ()


RECORDS = st.lists(activities(), max_size=10)


@st.composite
def logs(draw: st.DrawFn) -> list[Record]:
    """Draw a log: activities, some of them said twice, plans, comments, corrections and redactions."""
    records = draw(RECORDS)
    records += [twin(record) for record in records if draw(st.booleans())]
    records += draw(st.lists(activities(op="plan"), max_size=3))
    records += [comment("Fotpatrullering", "2022-02-10", "partly", at="2022-03-02T00:00:00.000Z")]
    for number, record in enumerate(draw(st.permutations(records))[:4]):
        at = f"{draw(st.dates(date(2022, 1, 1), date(2023, 1, 1)))}T13:00:00.000Z"
        match number:
            case 0 if isinstance(record.content, Activity):
                moved = draw(st.dates(date(2022, 1, 1), date(2022, 12, 31)))
                records.append(amended(record, at, day=moved, until=None))
            case 1:
                records.append(voided(record, at))
            case 2:
                gone = Redaction("kommun", record.id, ("source",), "fel")
                records.append(Record(twin(record).id, at, "redact", gone))
            case _:
                records.append(amended(did("03-01", "walk"), at, occasions=2))
    return records


periods = st.sampled_from(["2022-01", "2022-03", "2022-05", "2022-Q2", "2022-H2", "2022-12", "2022"])


def naive_late(records: list[Record], whole: Period) -> set[str]:
    """Return the ids of what is late: for each line, the days it is about, and the Swedish day of writing."""
    held = fold(records)
    found = set()
    for record in records:
        content = record.content
        of = content.of if isinstance(content, Amendment | Void | Redaction) else record.id
        places = (held.activities, held.comments, held.voided)
        about = next((place[of] for place in places if of in place), None)
        if about is None or about.op == "plan":
            continue
        first = about.content.day  # type: ignore[union-attr]
        last = about.content.last if isinstance(about.content, Activity) else first
        written = swedish(datetime.fromisoformat(record.at)).date()
        in_agreement = date(2022, 1, 1) <= first <= date(2022, 12, 31)
        if in_agreement and last < whole.first and written >= whole.first:
            found.add(record.id)
    return found


@given(logs(), periods)
@settings(max_examples=60)
def test_late_is_what_the_reference_says(records: list[Record], whole: str) -> None:
    """A line is late if all its days are before the period and it was written on its first day or later."""
    value = report(*records, whole=whole)
    assert {record.id for record in value.late} == naive_late(records, month(whole))
    assert [(r.at, r.id) for r in value.late] == sorted((r.at, r.id) for r in value.late)


@pytest.mark.parametrize(
    ("at", "late"),
    [
        ("2022-02-28T22:59:59.999Z", False),
        ("2022-02-28T23:00:00.000Z", True),
        ("2022-02-28T23:30:00.000Z", True),
        ("2022-03-01T00:00:00.000Z", True),
    ],
)
def test_late_goes_by_the_swedish_day(at: str, late: bool) -> None:  # noqa: FBT001
    """What was written half an hour into March, when it was still February in UTC, is late in March."""
    record = did("02-20", "walk", at=at)
    assert report(record).late == ((record,) if late else ())


def test_late_goes_by_summer_time() -> None:
    """In April, the day begins at 22:00 UTC."""
    before, after = (did("03-20", "walk", at=f"2022-03-31T{at}.000Z") for at in ("21:59:59", "22:00:00"))
    assert report(before, after, whole="2022-04").late == (after,)


# --- counted twice


def naive_double(records: list[Record]) -> dict[str, list[Record]]:
    """Return the others that have occasions on the days of each figure, day by day and pair by pair."""

    def days(content: Activity) -> set[date]:
        length = (content.last - content.day).days
        return {content.day + timedelta(days=n) for n in range(length + 1)}

    def told_apart(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
        return bool(one) and bool(other) and not set(one) & set(other)

    found: dict[str, list[Record]] = {}
    for figure in records:
        own = content_of(figure)
        for other in records:
            its = content_of(other)
            if (
                figure is not other
                and len(days(own)) > 1
                and days(own) & days(its)
                and set(own.kinds) & set(its.kinds)
                and not told_apart(own.areas, its.areas)
                and not told_apart(own.parties, its.parties)
            ):
                found.setdefault(figure.id, []).append(other)
    return found


def _sum(contents: list[Activity]) -> tuple[int, bool]:
    return sum(content.occasions for content in contents), any(content.approx for content in contents)


@given(RECORDS)
@settings(max_examples=60)
def test_double_counts_are_what_the_reference_says(records: list[Record]) -> None:
    """For every figure of several days, what others have on those days; two figures are a pair once."""
    found, wanted = double_counted(records), naive_double(records)
    for one in found:
        others = [content_of(other) for other in wanted[one.figure.id]]
        single = [other for other in others if other.day == other.last]
        assert (one.occasions, one.approx) == _sum(others)
        assert (one.single, one.single_approx) == _sum(single)
    pairs = [frozenset((one.figure.id, other.id)) for one in found for other in one.figures]
    figures = {record.id for record in records if content_of(record).day != content_of(record).last}
    both = {frozenset((key, other.id)) for key, others in wanted.items() for other in others}
    assert sorted(map(sorted, pairs)) == sorted(sorted(pair) for pair in both if pair <= figures)
    by_day = sorted(records, key=lambda record: (content_of(record).day, record.id))
    assert [one.figure.id for one in found] == [record.id for record in by_day if record.id in wanted]
    shuffled = records[:]
    random.Random(1).shuffle(shuffled)  # noqa: S311 - an order, no secret
    assert double_counted(shuffled) == found


def test_a_figure_that_may_hold_single_records() -> None:
    """24 patrols of a month beside three single ones: said, with their number, until the cut-off day."""
    figure = did("03-01/03-31", "patrol", occasions=24)
    single = [did(text, "patrol") for text in ("03-01", "03-31", "04-01")]
    about = did("03-05", "patrol", approx=True)
    value = report(figure, *single, about, did("03-25/04-02", "patrol"))
    assert value.overlaps == (DoubleCount(figure, 3, approx=True, single=3, single_approx=True),)
    assert report(figure, single[2]).overlaps == ()


# --- everything adds up


def naive_own(records: list[Record], of: Agreement, whole: Period) -> list[Activity]:
    """Return the activities all of whose days lie in the period and that any promise counts."""
    return [
        content_of(record)
        for record in fold(records).activities.values()
        if whole.first <= content_of(record).day
        and last_of(record) <= whole.last
        and any(
            set(one.kinds) & set(content_of(record).kinds)
            and one.window.first <= content_of(record).day
            and last_of(record) <= one.window.last
            for one in of.promises
        )
    ]


@given(logs(), periods)
@settings(max_examples=60)
def test_the_sums_by_area_party_kind_and_tag_add_up(records: list[Record], whole: str) -> None:
    """Every record is once in the total, and in each division once for each thing of it that it names."""
    value = report(*records, whole=whole)
    own = naive_own(records, value.agreement, month(whole))
    assert value.total.occasions == sum(content.occasions for content in own)
    assert value.total.approx == any(content.approx for content in own)
    for field in ("areas", "parties", "kinds", "tags"):
        cells: tuple[Subtotal, ...] = getattr(value, field)
        assert len({cell.id for cell in cells}) == len(cells)
        for cell in cells:
            named = [c for c in own if cell.id in (getattr(c, field) or (None,))]
            assert cell.sum == (sum(c.occasions for c in named), any(c.approx for c in named))
        times = sum(content.occasions * max(1, len(getattr(content, field))) for content in own)
        assert sum(cell.sum.occasions for cell in cells) == times


@given(logs(), periods)
@settings(max_examples=60)
def test_the_figures_of_each_promise_fit_together(records: list[Record], whole: str) -> None:
    """What was done in the period, and longer figures, are what the sum grew by; all parts add up."""
    value = report(*records, whole=whole)
    for one in value.promises:
        progress, trace = one.progress, one.trace
        counted = {tally.content for tally in progress.counted}
        longer = sum(content_of(r).occasions for r in value.longer if r.content in counted)
        assert one.done.occasions + longer == progress.logged - (one.before.logged if one.before else 0)
        assert one.done.occasions == sum(content_of(record).occasions for record in one.activities)
        assert trace.single + trace.bulk == progress.logged
        assert (trace.approx > 0) is progress.approx
        assert sum(occasions for _, occasions in trace.sources) <= progress.logged
        for progressed, steps in zip(progress.targets, one.steps, strict=True):
            assert (steps[-1].amount if steps else 0) == progressed.done
            assert [step.day for step in steps] == sorted({step.day for step in steps})


@given(logs(), periods)
@settings(max_examples=60)
def test_the_months_add_up(records: list[Record], whole: str) -> None:
    """Month by month it is all that was counted so far, but for figures of several months."""
    value = report(*records, whole=whole)
    so_far = Period.of(YEAR.first, value.period.last)
    own = naive_own(records, value.agreement, so_far)
    within = [c for c in own if (c.day.year, c.day.month) == (c.last.year, c.last.month)]
    for row in value.months:
        assert len(row.months) == value.period.last.month
        for number, count in enumerate(row.months, 1):
            named = [c for c in within if c.day.month == number and row.id in (c.areas or (None,))]
            assert count == (sum(c.occasions for c in named), any(c.approx for c in named))
    shown = sum(count.occasions for row in value.months for count in row.months)
    assert shown == sum(c.occasions * max(1, len(c.areas)) for c in within)
    assert value.spread.occasions == sum(c.occasions for c in own) - sum(c.occasions for c in within)


@given(logs(), periods, st.randoms(use_true_random=False))
@settings(max_examples=25)
def test_the_order_of_the_records_never_matters(
    records: list[Record], whole: str, chance: random.Random
) -> None:
    """The same records in any order, some of them twice, make the same bytes in every format."""
    other = [*records, *records[:3]]
    chance.shuffle(other)
    one, two = report(*records, whole=whole), report(*other, whole=whole)
    assert to_html.report(SV, one) == to_html.report(SV, two)
    assert to_markdown.report(SV, one) == to_markdown.report(SV, two)
    assert to_json.report(SV, one) == to_json.report(SV, two)


@given(logs(), periods)
@settings(max_examples=25)
def test_every_promise_is_in_every_report(records: list[Record], whole: str) -> None:
    """Whatever was logged, the promises are all there, in the order of the file."""
    value = report(*records, whole=whole)
    assert [one.progress.promise.text for one in value.promises] == [
        each.text for each in rich(*EVERYTHING).promises
    ]


# --- nothing


def test_an_empty_log_makes_a_report() -> None:
    """With nothing logged there are all promises and nothing else."""
    value = report(health=Health())
    assert value.total == NONE
    assert value.areas == (Subtotal("hagalund", NONE),)
    assert (value.parties, value.kinds, value.tags, value.late, value.overlaps) == ((), (), (), (), ())
    assert value.promises[3].progress.promise.window == IN_SPRING.window
