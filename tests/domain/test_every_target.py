"""Targets of every shape stand as a naive count says: random ones, properties, and the calendar's odd days.

The naive count was written from the counting rules in words; it shares no code with the program.
"""

import random
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

import naive
from any_target import (
    DECISION,
    EVERY_OF,
    LENGTHS,
    ODD_DAYS,
    SOME_TIME,
    Case,
    a_case,
    a_deed,
    as_per,
    as_records,
    as_target,
    cases,
    suited,
)
from medborgarloften.domain.activity import Record
from medborgarloften.domain.history import Fold, Ledger
from medborgarloften.domain.judging.promises import judge
from medborgarloften.domain.judging.standing import Days, State, TargetProgress
from medborgarloften.domain.per import Per
from medborgarloften.domain.period import Period, code_of
from medborgarloften.domain.promise import Ended, Target
from naive import DAY, Deed, Figures, Wish, reference
from records import (
    agreement,
    by_end_of,
    day,
    did,
    fold,
    live,
    promise,
    target,
)

AMOUNTS = ("required", "done", "booked", "missing", "due", "could")


def stands(goal: Target, records: Sequence[Record], days: Days, end: date | None = None) -> TargetProgress:
    """Return how a single target stands in an agreement of its own, in a promise that may end early."""
    return in_ledger(goal, fold(records), days, end)


def in_ledger(goal: Target, held: Ledger, days: Days, end: date | None = None) -> TargetProgress:
    """Return how a target stands in an agreement that begins before it and ends after it."""
    period = Period(goal.window.start - SOME_TIME, goal.window.stop + SOME_TIME)
    ended = None if end is None else Ended(end, DECISION)
    (progress,) = judge(agreement(promise(goal, window=period, ended=ended), period=period), held, days)
    return progress.targets[0]


def figures(progress: TargetProgress) -> Figures:
    """Return what the program says, in the reference's terms."""
    return {
        **common(progress),
        "approx": progress.approx,
        "unplaced": progress.unplaced,
        "areas": [{"id": each.area, **common(each.progress)} for each in progress.areas] or None,
    }


def common(progress: TargetProgress) -> Figures:
    """Return what is said of a target and of each of its areas."""
    return {
        **{name: exact(getattr(progress, name)) for name in AMOUNTS},
        "next_by": progress.next_by,
        "state": progress.state,
        "met_exactly": progress.met_exactly,
        "unbooked": progress.unbooked,
        "buckets": buckets(progress),
    }


def exact(amount: int | Decimal | Fraction | None) -> Fraction | None:
    """Return an amount as a fraction."""
    return None if amount is None else Fraction(amount)


def buckets(progress: TargetProgress) -> Figures | None:
    """Return what is said of the buckets."""
    if progress.buckets is None:
        return None
    return {
        "per": str(progress.buckets.per),
        "judged": progress.buckets.judged,
        "met": progress.buckets.met,
        "unmet": [code_of(period) for period in progress.buckets.unmet],
        "unknown": [code_of(period) for period in progress.buckets.unknown],
        "unfillable": progress.buckets.unfillable,
        "average": progress.average,
        "running": progress.buckets.running and running(progress.buckets.running),
    }


def running(bucket: Any) -> Figures:
    """Return what is said of the running bucket."""
    return {
        "name": code_of(bucket.period),
        **{name: exact(getattr(bucket, name)) for name in ("required", "done", "booked", "missing", "due")},
        "next_by": bucket.next_by,
        "state": bucket.state,
    }


def expected_of(case: Case) -> Figures:
    """Return what a naive count says of a case."""
    return reference(case.wish, case.log, case.view, no_need=case.no_need, end=case.end)


SEEDS = st.integers(0)


@settings(max_examples=200)
@given(SEEDS)
def test_a_naive_count_agrees(seed: int) -> None:
    """On 10,000 random targets and logs of every shape, a day-by-day count says the same."""
    for case in cases(seed, 50):
        expected = expected_of(case)
        assert figures(stands(as_target(case.wish), case.records, case.days, case.end)) == expected, case


@pytest.mark.slow
def test_the_random_targets_are_of_every_shape() -> None:
    """Each state of each way to judge, each `of` and `per` and filter, and every sort of figure comes up."""
    shapes: set[tuple[str, object]] = set()
    for case in cases(1, 10_000):
        shapes |= shapes_of(case, expected_of(case))
        if shapes >= EVERY_SHAPE:
            break
    assert EVERY_SHAPE - shapes == set()


def shapes_of(case: Case, said: Figures) -> set[tuple[str, object]]:
    """Return what a case is an example of."""
    wish = case.wish
    way = wish.judge if wish.per else "whole"
    places = [part["state"] for part in said["areas"] or ()]
    parts = [said, *(said["areas"] or ())]
    marks = (*MARKS, "missing", "due")
    return {
        (way, wish.of),
        (way, said["state"]),
        (way, wish.per),
        *(("day", each) for each in ODD_DAYS if each in naive.days_of(wish)),
        *((f"{way} in areas", state) for state in places),
        *(("filter", name) for name in FILTERS if getattr(wish, name)),
        *((f"{way} {wish.of}", name) for name in marks if said[name]),
        *((way, name) for name in new_shapes_of(case) if name),
        *((way, "about") for part in parts if part["met_exactly"] is False),
        *((way, "unbooked") for part in parts if part["unbooked"]),
        *(shape for part in parts if part["buckets"] for shape in bucket_shapes_of(wish, part["buckets"])),
        *(("bucket", sort_of(text)) for part in parts for text in (part["buckets"] or {}).get("unmet", ())),
        *(("average", part["buckets"]["average"] is None) for part in parts if part["buckets"]),
    }


def new_shapes_of(case: Case) -> list[str]:
    """Return when the number of a case is due, and whether it was changed or ended."""
    pace = case.wish.pace if isinstance(case.wish.pace, str) else "steps"
    return [f"pace {pace}", "revised" if case.wish.revised else "", "ended" if case.end else ""]


def bucket_shapes_of(wish: Wish, said: Figures) -> set[tuple[str, object]]:
    """Return what the buckets of a target are examples of."""
    running = said["running"]
    return {
        *(("unknown", wish.of) for _ in said["unknown"]),
        *(("unfillable", wish.of) for _ in range(said["unfillable"])),
        *(("running", each) for each in (running and (wish.of, running["state"])) or ()),
    }


def sort_of(text: str) -> str:
    """Return a bucket's code without its numbers; the odd ones as they are."""
    return text if text.endswith("-W53") else "".join("9" if letter.isdigit() else letter for letter in text)


WAYS = ("whole", "each", "average")
STATES = (
    *("met", "not_started", "missed", "withdrawn", "undetermined", "booked", "behind", "on_track", "no_need"),
)
RUNNING_STATES = ("met", "booked", "behind", "undetermined", "on_track")
MARKS = ("could", "unplaced", "approx", "booked", "next_by")
NEW = ("pace even", "pace end", "revised", "ended", "about", "unbooked")
FILTERS = (
    *("areas", "not_areas", "each_area", "parties", "all_parties", "tags", "together_with"),
    *("weekdays", "months", "exceptions", "minimum", "if_needed"),
)
FORMS = (
    "9999-W99",
    "9999-99",
    "9999-Q9",
    "9999-T9",
    "9999-H9",
    "9999",
    "9999-99-99",
    "9999-99-99/9999-99-99",
)
EVERY_SHAPE: set[tuple[str, object]] = {
    *((way, of) for way in WAYS for of in EVERY_OF),
    *((way, state) for way in WAYS for state in STATES),
    *((way, per) for way in ("each", "average") for per in LENGTHS if per),
    *((f"{way} in areas", state) for way in WAYS for state in STATES if (way, state) != ("each", "booked")),
    *(("filter", name) for name in FILTERS),
    *(("day", each) for each in ODD_DAYS),
    *((f"{way} {of}", name) for way in WAYS for of in EVERY_OF for name in MARKS),
    *((f"{way} {of}", "due") for way in ("whole", "average") for of in EVERY_OF),
    *((f"{way} {of}", "missing") for way in ("whole", "average") for of in EVERY_OF),
    *((way, name) for way in WAYS for name in NEW),
    *((way, "pace steps") for way in ("whole", "average")),
    *(("each", "broken"), ("each in areas", "broken")),
    *(("running", state) for state in RUNNING_STATES),
    *(("running", of) for of in naive.WHOLE),
    *(("unknown", of) for of in EVERY_OF),
    *(("unfillable", of) for of in EVERY_OF if of != "areas"),
    *(("bucket", form) for form in (*FORMS, "2020-W53", "2026-W53")),
    *(("average", without) for without in (True, False)),
}


# --- properties

WORST_FIRST: tuple[State, ...] = ("missed", "broken", "behind", "undetermined", "booked", "on_track", "met")
RANK = {state: rank for rank, state in enumerate(WORST_FIRST)} | {
    "not_started": WORST_FIRST.index("on_track")
}


@given(SEEDS)
def test_a_log_may_be_split_into_any_files(seed: int) -> None:
    """In however many files a log lies, in what order they are read, and if they overlap: nothing changes."""
    chance = random.Random(seed)  # noqa: S311 - any order will do
    case = a_case(chance)
    records = case.records
    files = [[record for record in records if chance.random() < 0.5] for _ in range(3)]
    held = [record.id for file in files for record in file]
    files.append([record for record in records if record.id not in held])
    gathered = Fold(lambda record: repr(record).encode())
    for file in chance.sample(files, len(files)):
        gathered.add(chance.sample(file, len(file)))
    goal = as_target(case.wish)
    assert figures(in_ledger(goal, gathered.ledger(), case.days)) == figures(stands(goal, records, case.days))


@given(SEEDS)
def test_an_area_stands_as_if_it_were_the_only_one(seed: int) -> None:
    """Each area has the figures of a target in that area alone, and all are met if each of them is."""
    for case in cases(seed, 10):
        goal = as_target(case.wish._replace(if_needed=False))
        progress = stands(goal, case.records, case.days)
        states = []
        for part in progress.areas:
            only = goal._replace(each_area=(), areas=frozenset({part.area}))
            alone = stands(only, case.records, case.days)
            assert common(part.progress) == common(alone), case
            states.append(alone.state)
        assert not states or (progress.state == "met") == (set(states) == {"met"})


@given(SEEDS)
def test_on_the_last_day_all_is_settled(seed: int) -> None:
    """Judged by its last day or later, a target is met or missed, or that cannot be known.

    With no need for it, that may be said.
    """
    for case in cases(seed, 10):
        last = naive.days_of(case.wish)[-1]
        for after in (last, last + DAY, last + timedelta(days=400)):
            progress = stands(as_target(case.wish), case.records, by_end_of(after))
            states = {progress.state, *(part.progress.state for part in progress.areas)}
            assert states <= {"met", "missed", "undetermined", "no_need"}, case
            assert progress.next_by is None
            assert not progress.unbooked
            assert case.no_need or "no_need" not in states


@given(SEEDS)
def test_a_figure_of_several_days_is_never_spread_out(seed: int) -> None:
    """It is added whole to one bucket that holds all its days, or to none; done, unplaced or neither."""
    for case in cases(seed, 10):
        of = "hours" if case.wish.of == "hours" else "occasions"
        wish = case.wish._replace(of=of, each_area=())
        goal, figure = as_target(wish), case_figure(seed, wish)
        before = stands(goal, case.records, case.days)
        after = stands(goal, [*case.records, *as_records([figure])], case.days)
        more = figure.occasions if of == "occasions" else Fraction(dict(figure.quantities)[of])
        assert Fraction(after.done) - Fraction(before.done) in (0, more)
        assert after.unplaced - before.unplaced in (0, figure.occasions)
        grown = growth(before, after)
        assert [amount for _, amount in grown] in ([], [more]), case
        assert all(period.first <= figure.first and figure.last <= period.last for period, _ in grown)
        assert not grown or (after.unplaced == before.unplaced and after.done > before.done)


def case_figure(seed: int, wish: Wish) -> Deed:
    """Return a figure of several days that passes the filters of a target."""
    chance = random.Random(seed)  # noqa: S311 - any figure will do
    while True:
        first = wish.first + DAY * chance.randint(-9, (wish.last - wish.first).days)
        figure = suited(chance, wish, a_deed(chance, first))
        if figure.last > figure.first and not figure.void:
            return figure


def growth(before: TargetProgress, after: TargetProgress) -> list[tuple[Period, Fraction]]:
    """Return the buckets in which more was done, and how much."""
    if before.buckets is None or after.buckets is None:
        return []
    pairs = zip(before.buckets.all, after.buckets.all, strict=True)
    return [
        (old.period, Fraction(new.done) - Fraction(old.done)) for old, new in pairs if new.done != old.done
    ]


@given(SEEDS)
def test_one_more_activity_never_makes_a_state_worse(seed: int) -> None:
    """Whatever is logged besides, no target is worse off, and nothing done is lost."""
    for case, other in zip(cases(seed, 10), cases(seed + 1, 10), strict=True):
        more = [deed._replace(plan=None) for deed in other.log if deed.op == "log"]
        goal = as_target(case.wish._replace(if_needed=False))
        before = stands(goal, case.records, case.days)
        after = stands(goal, [*case.records, *as_records(more)], case.days)
        assert RANK[after.state] >= RANK[before.state], case
        assert after.done >= before.done, case
        assert met(after) >= met(before), case


@given(SEEDS, st.integers(1, 60))
def test_done_and_due_never_fall_as_the_day_advances(seed: int, later: int) -> None:
    """What counts on a day counts on every later one; what is due or unplaced only grows.

    Only a lowering revision lowers what is due.
    """
    for case in cases(seed, 10):
        goal = as_target(case.wish._replace(revised=(), pace="even"))
        before = stands(goal, case.records, by_end_of(case.view.as_of))
        after = stands(goal, case.records, by_end_of(case.view.as_of + later * DAY))
        assert after.done >= before.done, case
        assert (after.due or 0) >= (before.due or 0), case
        assert after.unplaced >= before.unplaced, case


@given(SEEDS)
def test_next_by_is_the_first_day_of_being_behind(seed: int) -> None:
    """If nothing more is logged, a target of occasions is behind or missed from exactly that day on."""
    for case in cases(seed, 20):
        wish = case.wish._replace(of="occasions", at_least="5", per=None, judge="each", each_area=())
        wish = wish._replace(pace="even", revised=())
        log = [deed._replace(plan=None) for deed in case.log if deed.op == "log"]
        done = as_records([deed for deed in log if deed.last <= case.view.as_of])
        goal, day_after = as_target(wish._replace(if_needed=False)), naive.days_of(wish)[-1] + DAY
        now = stands(goal, done, by_end_of(case.view.as_of))
        if now.next_by is None or now.could or now.state == "behind":
            continue
        days = naive.calendar(case.view.as_of, day_after)
        late = [d for d in days if stands(goal, done, by_end_of(d)).state in ("behind", "missed")]
        assert late == naive.calendar(now.next_by, day_after), case


def met(progress: TargetProgress) -> int:
    """Return how many buckets are met, in all areas."""
    parts = [progress, *(part.progress for part in progress.areas)]
    return sum(part.buckets.met for part in parts if part.buckets)


# --- the calendar's odd days


def every(per: str, first: str, last: str, **fields: Any) -> Target:
    """Return a target of one walk in every bucket."""
    window = Period.of(day(first), day(last))
    return target("walk", window=window, per=as_per(per), **{"at_least": 1, **fields})


def codes(progress: TargetProgress, *states: str) -> list[str]:
    """Return the codes of the buckets in some states, or of all."""
    assert progress.buckets is not None
    return [code_of(each.period) for each in progress.buckets.all if not states or each.state in states]


def test_weeks_of_a_year() -> None:
    """2022 has 51 full weeks, 3 January to 25 December; the ends of the year are shown and not judged."""
    goal = target("patrol", at_least=2, per=Per("week"))
    progress = stands(goal, [did("01-01", "patrol"), did("12-31", "patrol")], by_end_of("12-31"))
    assert codes(progress, "unmet") == [f"2022-W{number:02}" for number in range(1, 52)]
    assert codes(progress, "cut") == ["2021-W52", "2022-W52"]
    assert (progress.done, progress.state) == (2, "missed")
    assert stands(goal, [], by_end_of("01-08")).buckets == stands(goal, [], live("01-09")).buckets
    assert [codes(stands(goal, [], by_end_of(text)), "unmet") for text in ("01-08", "01-09")] == [
        [],
        ["2022-W01"],
    ]


def test_the_53rd_week() -> None:
    """The week of 28 December 2020 is one, 2020-W53, although three of its days lie in the next year."""
    goal = every("week", "2020-12-21", "2021-01-17", at_least=3)
    walks = [did("2020-12-28", "walk"), did("2021-01-03", "walk"), did("2020-12-31/2021-01-01", "walk")]
    progress = stands(goal, walks, by_end_of("2021-01-17"))
    assert codes(progress) == ["2020-W52", "2020-W53", "2021-W01", "2021-W02"]
    assert codes(progress, "met") == ["2020-W53"]
    assert progress.unplaced == 0


def test_the_29th_of_february() -> None:
    """A leap day is a day as any other: it has a bucket, belongs to its month, and is a 366th of its year."""
    walk, end = did("2024-02-29", "walk"), by_end_of("2024-03-01")
    daily = stands(every("day", "2024-02-28", "2024-03-01"), [walk], end)
    assert (codes(daily), codes(daily, "met")) == (["2024-02-28", "2024-02-29", "2024-03-01"], ["2024-02-29"])
    assert codes(stands(every("month", "2024-02-01", "2024-02-29"), [walk], end), "met") == ["2024-02"]
    year = target("walk", at_least=366, window=Period.of(day("2024-01-01"), day("2024-12-31")))
    assert [stands(year, [], by_end_of(text)).due for text in ("2024-02-29", "2024-03-01")] == [60, 61]


def test_months_from_the_31st() -> None:
    """They begin on the 31st, or on the last day of a month that has none, and return to the 31st."""
    leap = stands(every("1 months", "2024-01-31", "2024-05-30"), [], by_end_of("2024-01-31"))
    assert codes(leap) == [
        "2024-01-31/2024-02-28",
        "2024-02-29/2024-03-30",
        "2024-03-31/2024-04-29",
        "2024-04-30/2024-05-30",
    ]
    plain = stands(every("1 months", "2023-01-31", "2023-03-30"), [], by_end_of("2023-01-31"))
    assert codes(plain) == ["2023-01-31/2023-02-27", "2023-02-28/2023-03-30"]


DECEMBERS = {
    "month": (["2021-12", "2022-12"], [f"2022-{number:02}" for number in range(1, 12)]),
    "quarter": (["2021-Q4", "2022-Q4"], ["2022-Q1", "2022-Q2", "2022-Q3"]),
    "tertial": (["2021-T3", "2022-T3"], ["2022-T1", "2022-T2"]),
    "half-year": (["2021-H2", "2022-H2"], ["2022-H1"]),
    "12 months": ([], ["2021-12-06/2022-12-05"]),
    "5 months": (["2022-10-06/2023-03-05"], ["2021-12-06/2022-05-05", "2022-05-06/2022-10-05"]),
}


@pytest.mark.parametrize("per", DECEMBERS)
def test_from_december_to_december(per: str) -> None:
    """An agreement need not be a calendar year: what it begins and ends within is cut, and not judged."""
    walks = [did("2021-12-06", "walk"), did("12-05", "walk")]
    progress = stands(every(per, "2021-12-06", "2022-12-05", at_least=3), walks, by_end_of("12-05"))
    assert (codes(progress, "cut"), codes(progress, "unmet")) == DECEMBERS[per]
    assert progress.done == 2


def test_a_window_of_one_day() -> None:
    """Its only day is a full bucket, on track live, and met or missed by the end."""
    goal = every("day", "2022-06-21", "2022-06-21")
    assert stands(goal, [], by_end_of("06-20")).state == "not_started"
    assert stands(goal, [], live("06-21")).state == "on_track"
    assert stands(goal, [], live("06-21")).next_by == day("06-21")
    assert stands(goal, [], by_end_of("06-21")).state == "missed"
    progress = stands(goal, [did("06-21", "walk")], by_end_of("06-21"))
    assert (codes(progress, "met"), progress.state) == (["2022-06-21"], "met")


def test_every_year_of_three() -> None:
    """In an agreement of three years each year is judged when it is over."""
    goal = every("year", "2022-01-01", "2024-12-31")
    walks = [did("2022-05-05", "walk"), did("2024-05-05", "walk")]
    seen = [stands(goal, walks, by_end_of(f"{year}-12-31")) for year in (2022, 2023, 2024)]
    assert [each.state for each in seen] == ["on_track", "broken", "missed"]
    assert [each.next_by for each in seen] == [day("2023-12-31"), day("2024-12-31"), None]
    assert [codes(each, "unmet") for each in seen] == [[], ["2023"], ["2023"]]


def test_weeks_over_new_year() -> None:
    """Weeks do not break at New Year, whether the calendar's or counted from the window's first day."""
    walk, end = did("2023-01-01", "walk"), by_end_of("2023-01-29")
    weekly = stands(every("week", "2022-12-19", "2023-01-15"), [walk], end)
    assert codes(weekly) == ["2022-W51", "2022-W52", "2023-W01", "2023-W02"]
    assert codes(weekly, "met") == ["2022-W52"]
    fortnights = stands(every("2 weeks", "2022-12-20", "2023-01-20"), [walk], end)
    assert codes(fortnights, "met") == ["2022-12-20/2023-01-02"]
    assert codes(fortnights, "unmet") == ["2023-01-03/2023-01-16"]
    assert codes(fortnights, "cut") == ["2023-01-17/2023-01-30"]


@pytest.mark.parametrize(("sunday", "week"), [("2022-03-27", "2022-W12"), ("2022-10-30", "2022-W43")])
def test_summer_time_shifts_nothing(sunday: str, week: str) -> None:
    """Days are civil dates: when the clocks change, a day is a day, and its week ends that evening."""
    before, after = (day(sunday) + DAY * step for step in (-1, 1))
    window = (before.isoformat(), after.isoformat())
    daily = every("day", *window)
    progress = stands(daily, [did(sunday, "walk")], by_end_of(after))
    assert codes(progress) == [window[0], sunday, window[1]]
    assert codes(progress, "met") == [sunday]
    whole = daily._replace(per=None, at_least=3)
    assert [stands(whole, [], by_end_of(each)).due for each in (before, day(sunday), after)] == [1, 2, 3]
    weekly = target("walk", at_least=1, per=Per("week"))
    assert codes(stands(weekly, [], by_end_of(before)), "unmet")[-1] != week
    assert codes(stands(weekly, [], by_end_of(sunday)), "unmet")[-1] == week
    assert codes(stands(weekly, [], live(after)), "unmet")[-1] == week


def test_every_spring() -> None:
    """With `months`, a year has only those: it is over with the last of them, and nothing else counts."""
    goal = every("year", "2022-01-01", "2024-12-31", months=frozenset(range(1, 7)))
    late = [did("07-01", "walk"), did("06-15/07-15", "walk", occasions=4)]
    assert [codes(stands(goal, [], by_end_of(text)), "unmet") for text in ("06-29", "06-30")] == [
        [],
        ["2022"],
    ]
    progress = stands(goal, [did("06-30", "walk"), *late], by_end_of("07-31"))
    assert (progress.done, progress.unplaced, codes(progress, "met")) == (1, 4, ["2022"])
    assert (progress.state, progress.next_by) == ("on_track", day("2023-06-30"))
    assert stands(goal, [], by_end_of("2024-06-30")).state == "missed"
