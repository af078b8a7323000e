"""Whether a target can be met at all, by doing everything on every day."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, given, settings, strategies as st

from medborgarloften.domain.activity import Record
from medborgarloften.domain.judging.feasible import Obstacle, obstacle
from medborgarloften.domain.judging.promises import judge
from medborgarloften.domain.judging.schedule import schedule
from medborgarloften.domain.per import Per
from medborgarloften.domain.period import Period
from medborgarloften.domain.promise import Target
from records import AREAS, PARTIES, TAGS, Extent, agreement, by_end_of, day, did, fold, promise, target

MARCH = Period.of(day("03-01"), day("03-31"))
WEEK, MONTH, QUARTER = Per("week"), Per("month"), Per("quarter")
WEEKDAYS = frozenset(range(5))


def found(at_least: int | str, areas: int = 3, **fields: Any) -> Obstacle | None:
    """Return what is in the way of a target for walks, by default in March."""
    return obstacle(target("walk", at_least=at_least, **{"window": MARCH, **fields}), areas)


# --- every obstacle, and what is just possible


@pytest.mark.parametrize(
    "fields",
    [
        {"months": frozenset({4})},
        {"exceptions": frozenset({day("03-14")}), "window": Period.of(day("03-14"), day("03-14"))},
        {"weekdays": frozenset({6}), "window": Period.of(day("03-14"), day("03-19"))},
        {"months": frozenset({4}), "per": MONTH},
        {"months": frozenset({4}), "per": WEEK, "judge": "average"},
    ],
)
def test_no_day(fields: dict[str, Any]) -> None:
    """Where months, weekdays and exceptions leave no day, nothing can be done."""
    assert found(1, **fields) == Obstacle("no_day")


@pytest.mark.parametrize(
    ("per", "days", "possible"),
    [
        (Per("day"), 4_000, True),
        (Per("day"), 4_001, False),
        (WEEK, 28_000, True),
        (WEEK, 28_001, False),
        (Per("weeks", 2), 28_001, True),
        (MONTH, 365_000, False),
    ],
)
def test_too_many_buckets(per: Per, days: int, possible: bool) -> None:  # noqa: FBT001 - of the table
    """A window may have 4,000 buckets, cut ones too, and not one more; it is told without making them."""
    monday = date(2000, 1, 3)
    window = Period(monday, monday + timedelta(days))
    obstacle = found(1, per=per, window=window)
    assert obstacle == (None if possible else Obstacle("too_many", most=4_000))


@pytest.mark.parametrize("judged", ["each", "average"])
@pytest.mark.parametrize(
    ("per", "first", "last", "possible"),
    [
        (WEEK, "03-01", "03-12", False),
        (WEEK, "03-08", "03-19", False),
        (WEEK, "03-07", "03-13", True),
        (MONTH, "03-02", "04-29", False),
        (MONTH, "03-02", "04-30", True),
        (QUARTER, "01-02", "06-29", False),
        (Per("year"), "01-01", "12-30", False),
        (Per("year"), "01-01", "12-31", True),
        (Per("weeks", 2), "03-01", "03-13", False),
        (Per("weeks", 2), "03-01", "03-14", True),
        (Per("months", 2), "03-15", "05-13", False),
        (Per("months", 2), "03-15", "05-14", True),
    ],
)
def test_no_full_bucket(judged: str, per: Per, first: str, last: str, possible: bool) -> None:  # noqa: FBT001
    """Where no bucket is full, none would ever be judged."""
    window = Period.of(day(first), day(last))
    wanted = None if possible else Obstacle("no_bucket")
    assert found(1, per=per, judge=judged, window=window) == wanted


def test_full_buckets_without_a_day_do_not_count() -> None:
    """A full month that has no day of the target is none."""
    window = Period.of(day("03-15"), day("04-30"))
    assert found(1, per=MONTH, window=window) is None
    assert found(1, per=MONTH, window=window, months=frozenset({3})) == Obstacle("no_bucket")


def test_there_are_only_so_many_areas() -> None:
    """At most all areas of the agreement, or those that the target names; in one area by itself, one."""
    assert found(3, of="areas") is None
    assert found(4, of="areas") == Obstacle("unreachable", 4, 3)
    assert found(2, of="areas", areas=2) is None
    named = frozenset(AREAS[:2])
    when = {"window": MARCH, "of": "areas"}
    assert obstacle(target("walk", at_least=2, areas=named, **when), 3) is None  # type: ignore[arg-type]
    assert obstacle(target("walk", at_least=3, areas=named, **when), 3) == Obstacle(  # type: ignore[arg-type]
        "unreachable", 3, 2
    )
    assert found(1, of="areas", each_area=AREAS) is None
    assert found(2, of="areas", each_area=AREAS) == Obstacle("unreachable", 2, 1)


def test_there_are_only_so_many_days() -> None:
    """As many as the target has."""
    assert found(31, of="days") is None
    assert found(32, of="days") == Obstacle("unreachable", 32, 31)
    assert found(23, of="days", weekdays=WEEKDAYS) is None
    assert found(24, of="days", weekdays=WEEKDAYS) == Obstacle("unreachable", 24, 23)
    assert found(31, of="days", exceptions=frozenset({day("03-14")})) == Obstacle("unreachable", 31, 30)


def test_there_are_only_so_many_weekends() -> None:
    """A weekend counts if any of its days is the target's; a window of Mondays has none."""
    assert found(4, of="weekends") is None
    assert found(5, of="weekends") == Obstacle("unreachable", 5, 4)
    long = Period.of(day("03-06"), day("04-01"))
    assert found(5, of="weekends", window=long) is None
    assert found(6, of="weekends", window=long) == Obstacle("unreachable", 6, 5)
    assert found(1, of="weekends", weekdays=frozenset({0})) == Obstacle("unreachable", 1, 0)


@pytest.mark.parametrize(
    ("per", "of", "most", "where"),
    [
        (WEEK, "days", 7, None),
        (MONTH, "days", 28, "02"),
        (Per("day"), "days", 1, None),
        (WEEK, "weekends", 1, None),
        (MONTH, "weekends", 4, "02"),
        (MONTH, "areas", 3, None),
    ],
)
def test_in_each_bucket(per: Per, of: str, most: int, where: str | None) -> None:
    """The first full bucket that is too short is told; one that is cut is never in the way."""
    window = Period.of(day("01-15"), day("03-31"))
    assert found(most, per=per, of=of, window=window) is None
    refused = found(most + 1, per=per, of=of, window=window)
    assert refused is not None
    assert (refused.what, refused.needed, refused.most) == ("unreachable", most + 1, most)
    assert refused.where is not None
    first = next(bucket for bucket in schedule(target("walk", window=window, per=per)).buckets if bucket.full)
    assert where is None or f"{refused.where.first:%m}" == where
    assert where is not None or refused.where == first.period


def test_a_cut_bucket_is_not_in_the_way() -> None:
    """Three days of a week at the end of the year may have fewer days than were promised in each."""
    assert found(5, of="days", per=WEEK, window=Period.of(day("03-07"), day("03-22"))) is None


def test_what_would_be_kept_by_doing_nothing() -> None:
    """Half an occasion a week is none in one week, and one in two; of a quantity any amount is something."""
    week, fortnight = (Period.of(day("03-07"), day(last)) for last in ("03-13", "03-20"))
    assert found("0.5", per=WEEK, judge="average", window=week) == Obstacle("none")
    assert found("0.5", per=WEEK, judge="average", window=fortnight) is None
    assert found("0.5", window=week) == Obstacle("none")
    assert found("0.5", per=WEEK, judge="average", window=week, of="hours") is None
    assert found("0.5", per=WEEK, window=week, of="hours") is None


def test_an_average_of_different_things() -> None:
    """All buckets together may not ask for more different ones than there are."""
    assert found(7, of="days", per=WEEK, judge="average") is None
    assert found(8, of="days", per=WEEK, judge="average") == Obstacle("unreachable", 35, 31)
    months = Period.of(day("01-01"), day("06-30"))
    assert found(1, of="areas", per=QUARTER, judge="average", window=months) is None
    assert found(2, of="areas", per=QUARTER, judge="average", window=months) == Obstacle("unreachable", 4, 3)


@pytest.mark.parametrize("of", ["occasions", "hours"])
def test_what_is_summed_has_no_limit(of: str) -> None:
    """Any number of occasions or hours may be done in a day."""
    assert found(10**9, of=of) is None
    assert found(10**9, of=of, per=Per("day")) is None


# --- without an obstacle, doing everything is enough


_targets = st.builds(
    target,
    st.just("walk"),
    at_least=st.integers(1, 9),
    window=st.builds(
        lambda first, length: Period.of(first, first + timedelta(days=length)),
        st.dates(date(2021, 12, 1), date(2022, 3, 1)),
        st.integers(0, 130),
    ),
    of=st.sampled_from(["occasions", "areas", "days", "weekends", "hours"]),
    per=st.sampled_from([None, Per("day"), WEEK, MONTH, QUARTER, Per("weeks", 2), Per("months", 1)]),
    judge=st.sampled_from(["each", "average"]),
    areas=st.sampled_from([frozenset[str](), frozenset(AREAS[:2])]),
    each_area=st.sampled_from([(), AREAS[:2]]),
    parties=st.sampled_from([frozenset[str](), frozenset(PARTIES[:1])]),
    tags=st.sampled_from([frozenset[str](), frozenset(TAGS)]),
    weekdays=st.sampled_from([frozenset[int](), frozenset({4, 5, 6}), WEEKDAYS, frozenset({2})]),
    months=st.sampled_from([frozenset[int](), frozenset({1, 2})]),
    exceptions=st.sampled_from([frozenset[date](), frozenset({day("01-14"), day("02-14")})]),
    minimum=st.sampled_from([(), (("hours", Decimal(2)),)]),
    together_with=st.sampled_from([None, "dialogue"]),
)


def state_of(goal: Target, records: list[Record]) -> str:
    """Return how the target stands once its window has passed."""
    made = agreement(promise(goal, window=goal.window), period=goal.window)
    (progress,) = judge(made, fold(records), by_end_of(goal.window.last))
    return progress.state


def everything(window: Period, areas: tuple[str, ...] = AREAS) -> list[Record]:
    """Return, for every day, a record with all areas, parties and tags, very many times."""
    every = [window.first + timedelta(days=number) for number in range(window.days)]
    return [
        did(
            Extent(one, one),
            "walk",
            "dialogue",
            areas=areas,
            parties=PARTIES,
            tags=TAGS,
            occasions=10_000,
            hours="100000",
        )
        for one in every
    ]


@given(_targets)
@settings(max_examples=150)
def test_doing_everything_is_enough_or_an_obstacle_is_told(goal: Target) -> None:
    """A target without an obstacle is met by doing everything; one that is out of reach is not."""
    assume(not (goal.areas and goal.each_area))
    refused = obstacle(goal, len(AREAS))
    if refused is None:
        assert state_of(goal, everything(goal.window)) == "met"
    elif refused.what == "unreachable":
        assert state_of(goal, everything(goal.window)) == "missed"
    elif refused.what == "no_day":
        assert not schedule(goal).days
    elif refused.what == "no_bucket":
        assert not any(bucket.full for bucket in schedule(goal).buckets)


@given(_targets, st.sampled_from(["areas", "days", "weekends"]))
@settings(max_examples=80)
def test_one_more_than_there_are_is_refused(goal: Target, of: str) -> None:
    """At the most that there can be a target is accepted and met; with one more it is refused."""
    assume(not (goal.areas and goal.each_area))
    goal = goal._replace(of=of, judge="each")
    refused = obstacle(goal._replace(at_least=10**6), len(AREAS))
    assume(refused is not None and refused.what == "unreachable" and refused.most > 0)
    assert refused is not None
    most = goal._replace(at_least=refused.most)
    lower = obstacle(most, len(AREAS))
    if lower is None:
        assert state_of(most, everything(goal.window)) == "met"
    else:  # a later bucket has even fewer
        assert lower.most < refused.most
    assert obstacle(goal._replace(at_least=refused.most + 1), len(AREAS)) is not None
    assert state_of(goal._replace(at_least=refused.most + 1), everything(goal.window)) == "missed"
