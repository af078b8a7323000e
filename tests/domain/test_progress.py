"""How promises stand: the worked examples of the counting rules, every boundary and state, and properties.

The reference counts day by day, written from the rules in words; it shares no code with the source.
"""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any, NamedTuple

import pytest

from medborgarloften.domain.activity import Record
from medborgarloften.domain.judging.promises import PromiseProgress, judge, unconfirmed
from medborgarloften.domain.judging.standing import Days, State, TargetProgress, worst
from medborgarloften.domain.period import Period
from medborgarloften.domain.promise import Agreement, Target
from medborgarloften.files.promise_file.read import read_agreement
from records import (
    YEAR,
    agreement,
    amended,
    by_end_of,
    comment,
    day,
    did,
    fold,
    ledger,
    live,
    planned,
    promise,
    target,
    voided,
)
from world import SHIPPED

NEW_YEAR, NEW_YEARS_EVE = day("01-01"), day("12-31")


class Figures(NamedTuple):
    """What a target shows: done of required is 4 everywhere in the examples."""

    done: int
    booked: int
    missing: int
    due: int
    next_by: str | None
    state: State


@cache
def solna() -> Agreement:
    """Return the agreement that is shipped."""
    return read_agreement(SHIPPED, None)


def fifth(records: Sequence[Record], days: Days) -> PromiseProgress:
    """Return how the shipped agreement's promise of walks and dialogues stands."""
    return judge(solna(), fold(records), days)[4]


def figures(progress: TargetProgress) -> Figures:
    """Return a target's figures as the examples write them."""
    next_by = progress.next_by.isoformat() if progress.next_by else None
    done, booked = int(progress.done), int(progress.booked)
    return Figures(done, booked, int(progress.missing or 0), int(progress.due or 0), next_by, progress.state)


def one(goal: Target, records: Sequence[Record], days: Days) -> TargetProgress:
    """Return how a single target stands in an agreement of its own."""
    (progress,) = judge(agreement(promise(goal)), fold(records), days)
    return progress.targets[0]


def done(goal: Target, *records: Record, days: Days | None = None) -> object:
    """Return what counts for a target, at the end of the year."""
    return one(goal, records, days or by_end_of(NEW_YEARS_EVE)).done


# --- the worked examples

FOUR_OF_EACH = [did(f"0{month}-15", "walk", "dialogue") for month in range(1, 5)]
LATE_IN_THE_YEAR = [
    *(did(f"{month}-10", "walk") for month in ("02", "05", "08", "11")),
    *(did(f"{month}-20", "dialogue") for month in ("02", "05", "11")),
]
AUTUMN = [planned(f"{month}-10", "walk") for month in ("09", "10", "11")]
EXAMPLES = {
    "nothing on 31 March": (
        [],
        "03-31",
        Figures(0, 0, 4, 0, "2022-04-02", "on_track"),
        Figures(0, 0, 4, 0, "2022-04-02", "on_track"),
        "on_track",
    ),
    "nothing on 2 April": (
        [],
        "04-02",
        Figures(0, 0, 4, 1, "2022-04-02", "behind"),
        Figures(0, 0, 4, 1, "2022-04-02", "behind"),
        "behind",
    ),
    "one joint occasion": (
        [did("03-14", "walk", "dialogue", areas=("hagalund",))],
        "04-02",
        Figures(1, 0, 3, 1, "2022-07-02", "on_track"),
        Figures(1, 0, 3, 1, "2022-07-02", "on_track"),
        "on_track",
    ),
    "one walk and a booked autumn": (
        [did("02-10", "walk"), *AUTUMN],
        "08-01",
        Figures(1, 3, 0, 2, "2022-07-02", "booked"),
        Figures(0, 0, 4, 2, "2022-04-02", "behind"),
        "behind",
    ),
    "all done in spring": (
        FOUR_OF_EACH,
        "05-02",
        Figures(4, 0, 0, 1, None, "met"),
        Figures(4, 0, 0, 1, None, "met"),
        "met",
    ),
    "one dialogue too few": (
        LATE_IN_THE_YEAR,
        "12-31",
        Figures(4, 0, 0, 4, None, "met"),
        Figures(3, 0, 1, 4, None, "missed"),
        "missed",
    ),
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_worked_examples(name: str) -> None:
    """Every row of the worked examples holds for the shipped agreement: figures, states and the promise's."""
    records, as_of, walks, dialogues, state = EXAMPLES[name]
    progress = fifth(records, by_end_of(as_of))
    assert [figures(each) for each in progress.targets] == [walks, dialogues]
    assert progress.state == state


BOUNDARIES = {
    "01-01": (1, 0),
    "03-31": (90, 0),
    "04-01": (91, 0),  # 4·91/365 = 0.997
    "04-02": (92, 1),  # 1.008
    "07-01": (182, 1),  # 1.995
    "07-02": (183, 2),  # 2.005
    "08-01": (213, 2),  # 2.334
    "09-30": (273, 2),  # 2.992
    "10-01": (274, 3),  # 3.003
    "12-30": (364, 3),  # 3.989
    "12-31": (365, 4),
}


@pytest.mark.parametrize(("text", "elapsed", "due"), [(key, *value) for key, value in BOUNDARIES.items()])
def test_due_steps_on_the_days_of_the_rules(text: str, elapsed: int, due: int) -> None:
    """Four in 365 days are due as floor(4·E/365), on exactly the days that the rules name."""
    assert (day(text) - NEW_YEAR).days + 1 == elapsed
    assert one(target("walk"), [], by_end_of(text)).due == due


@pytest.mark.parametrize(
    ("so_far", "expected"), [(0, "04-02"), (1, "07-02"), (2, "10-01"), (3, "12-31")], ids=str
)
def test_next_by_is_the_day_on_which_more_is_due(so_far: int, expected: str) -> None:
    """With k of four done, the next one is due on the first day with floor(4·E/365) > k."""
    walks = [did("01-01", "walk") for _ in range(so_far)]
    assert one(target("walk"), walks, by_end_of("01-01")).next_by == day(expected)


def test_more_occasions_than_days_are_due_every_day() -> None:
    """Ten in three days: 3, 6 and 10 are due, and the next one is due on the first day already."""
    goal = target("walk", at_least=10, window=Period.of(day("05-01"), day("05-03")))
    assert [one(goal, [], by_end_of(f"05-0{number}")).due for number in (1, 2, 3)] == [3, 6, 10]
    assert one(goal, [], by_end_of("04-30")).next_by == day("05-01")


def test_a_window_of_one_day() -> None:
    """On its only day a target is met or missed by the end, and live it can still be met."""
    goal = target("walk", at_least=1, window=Period.of(day("06-21"), day("06-21")))
    assert one(goal, [], by_end_of("06-20")).state == "not_started"
    assert one(goal, [], live("06-21")).state == "on_track"
    assert one(goal, [], live("06-21")).next_by == day("06-21")
    assert one(goal, [], by_end_of("06-21")).state == "missed"
    assert one(goal, [did("06-21", "walk")], live("06-21")).state == "met"


# --- the states

STATES: list[tuple[str, int, Days, State]] = [
    ("enough done", 4, by_end_of("06-01"), "met"),
    ("more than enough", 9, by_end_of("06-01"), "met"),
    ("enough on the last day", 4, by_end_of("12-31"), "met"),
    ("enough, long after", 4, by_end_of("2024-02-29"), "met"),
    ("the day before it begins", 0, by_end_of("2021-12-31"), "not_started"),
    ("the first day", 0, by_end_of("01-01"), "on_track"),
    ("the first day, live", 0, live("01-01"), "on_track"),
    ("as many as are due", 1, by_end_of("04-02"), "on_track"),
    ("fewer than are due", 0, by_end_of("04-02"), "behind"),
    ("fewer than are due from yesterday's", 0, live("04-03"), "behind"),
    ("the next is due today, live", 0, live("04-02"), "on_track"),
    ("one short on the last day but one", 3, by_end_of("12-30"), "on_track"),
    ("two short on the last day but one", 2, by_end_of("12-30"), "behind"),
    ("one short on the last day, live", 3, live("12-31"), "on_track"),
    ("two short on the last day, live", 2, live("12-31"), "behind"),
    ("one short at the end of the last day", 3, by_end_of("12-31"), "missed"),
    ("one short the day after, live", 3, Days(day("2023-01-01"), day("12-31")), "missed"),
    ("one short, long after", 3, by_end_of("2030-01-01"), "missed"),
]


@pytest.mark.parametrize(
    ("so_far", "days", "state"), [row[1:] for row in STATES], ids=[row[0] for row in STATES]
)
def test_states(so_far: int, days: Days, state: State) -> None:
    """The first row of the table that fits is the state."""
    assert one(target("walk"), [did("01-01", "walk", occasions=so_far or 1)][:so_far], days).state == state


def test_next_by_is_null_when_nothing_is_left_to_do_or_to_save() -> None:
    """A target that is met or missed has no next day; one that is behind or to come has one."""
    assert one(target("walk"), [did("01-01", "walk", occasions=4)], by_end_of("02-01")).next_by is None
    assert one(target("walk"), [], by_end_of("12-31")).next_by is None
    assert one(target("walk"), [], by_end_of("12-30")).next_by == day("04-02")
    assert one(target("walk"), [], by_end_of("2021-06-01")).next_by == day("04-02")


def test_a_live_view_counts_today_and_judges_by_yesterday() -> None:
    """This evening's walk may still come; one of this morning counts already."""
    assert figures(one(target("walk"), [], live("04-02"))) == (0, 0, 4, 0, "2022-04-02", "on_track")
    assert figures(one(target("walk"), [], by_end_of("04-02"))) == (0, 0, 4, 1, "2022-04-02", "behind")
    assert one(target("walk"), [did("04-02", "walk")], live("04-02")).done == 1


def test_what_happens_after_the_as_of_day_is_not_counted() -> None:
    """A record counts from its day on; when it was written makes no difference."""
    late = did("03-14", "walk", at="2022-11-01T10:00:00.000Z")
    assert done(target("walk"), late, days=by_end_of("03-13")) == 0
    assert done(target("walk"), late, days=by_end_of("03-14")) == 1


# --- what counts

FILTERS: list[tuple[str, dict[str, Any], dict[str, Any], bool]] = [
    ("no filter, nothing said", {}, {}, True),
    ("no filter, an area", {}, {"areas": ("jarva",)}, True),
    ("an area that is named", {"areas": {"hagalund"}}, {"areas": ("hagalund",)}, True),
    ("one of its areas is named", {"areas": {"hagalund"}}, {"areas": ("jarva", "hagalund")}, True),
    ("another area", {"areas": {"hagalund"}}, {"areas": ("jarva",)}, False),
    ("no area", {"areas": {"hagalund"}}, {}, False),
    ("one of two areas", {"areas": {"hagalund", "jarva"}}, {"areas": ("jarva",)}, True),
    ("a party that is named", {"parties": {"police"}}, {"parties": ("police",)}, True),
    ("both parties", {"parties": {"police"}}, {"parties": ("city", "police")}, True),
    ("another party", {"parties": {"police"}}, {"parties": ("city",)}, False),
    ("no party", {"parties": {"police"}}, {}, False),
    ("a tag that is named", {"tags": {"lighting"}}, {"tags": ("clearing", "lighting")}, True),
    ("another tag", {"tags": {"lighting"}}, {"tags": ("clearing",)}, False),
    ("no tag", {"tags": {"lighting"}}, {}, False),
    ("two filters, both fit", {"areas": {"jarva"}, "tags": {"lighting"}}, {"areas": ("jarva",)}, False),
    (
        "two filters, one fits",
        {"areas": {"jarva"}, "tags": {"lighting"}},
        {"areas": ("jarva",), "tags": ("lighting",)},
        True,
    ),
]


@pytest.mark.parametrize(
    ("filters", "fields", "counts"), [row[1:] for row in FILTERS], ids=[row[0] for row in FILTERS]
)
def test_filters(filters: dict[str, Any], fields: dict[str, Any], counts: bool) -> None:  # noqa: FBT001
    """A record counts if it fits every filter; of a list, one that fits is enough."""
    sets: dict[str, Any] = {key: frozenset(words) for key, words in filters.items()}
    assert done(target("walk", **sets), did("03-14", "walk", **fields)) == int(counts)


def test_together_with() -> None:
    """Such a target counts only occasions that are of the other kind too."""
    goal = target("walk", together_with="dialogue")
    assert done(goal, did("03-14", "walk"), did("03-15", "dialogue")) == 0
    assert done(goal, did("03-14", "walk", "dialogue"), did("03-15", "dialogue", "walk")) == 2


def test_the_words_of_a_promise_never_filter() -> None:
    """Parties and areas of a promise say who promised what; a record without them counts."""
    whole = promise(target("walk"), parties=("police",), areas=("hagalund",))
    (progress,) = judge(agreement(whole), ledger(did("03-14", "walk")), by_end_of("04-02"))
    assert (progress.targets[0].done, progress.logged) == (1, 1)


def test_other_kinds_do_not_count() -> None:
    """Only the kinds that the target names count."""
    assert done(target("walk"), did("03-14", "dialogue"), did("03-14", "patrol")) == 0


def test_a_record_of_two_kinds_counts_once_in_a_target_of_both() -> None:
    """In a target that names both of its kinds, a record counts once."""
    assert done(target("walk", "dialogue"), did("03-14", "walk", "dialogue")) == 1
    assert done(target("walk", "dialogue"), did("03-14", "walk"), did("03-14", "dialogue")) == 2


def test_a_record_of_two_kinds_counts_in_each_target_and_every_promise() -> None:
    """It counts for each target that names one of its kinds, and for several promises; logged has it once."""
    first = promise(target("walk"), target("dialogue"), name="both")
    second = promise(target("dialogue"), name="one")
    third = promise(counts=("walk", "dialogue"), name="counted")
    fourth = promise(counts=("patrol",), name="other")
    agreed = agreement(first, second, third, fourth)
    progress = judge(agreed, ledger(did("03-14", "walk", "dialogue", occasions=3)), by_end_of("04-02"))
    assert [[each.done for each in one.targets] for one in progress] == [[3, 3], [3], [], []]
    assert [each.logged for each in progress] == [3, 3, 3, 0]
    assert [each.state for each in progress[2:]] == ["ongoing", "nothing_logged"]


def test_occasions_are_summed() -> None:
    """A record stands for as many occasions as it says."""
    assert done(target("walk"), did("03-14", "walk", occasions=24), did("03-14", "walk")) == 25


def test_records_that_say_the_same_count_each() -> None:
    """Two records with one content are two walks, two bookings, and twice the hours."""
    agreed = agreement(promise(target("walk"), target("walk", at_least=10, of="hours")))
    walk, plan = did("03-14", "walk", hours="1.5"), planned("09-10", "walk", hours="2")
    records = [walk, walk._replace(id="second"), plan, plan._replace(id="third"), plan._replace(id="fourth")]
    (progress,) = judge(agreed, fold(records), by_end_of("04-02"))
    assert progress.logged == 2
    assert [(each.done, each.booked) for each in progress.targets] == [(2, 3), (3, 6)]


# --- quantities

HOURS = target("patrol", at_least=100, of="hours")


def test_the_due_of_a_quantity_is_not_rounded_down() -> None:
    """A hundred hours in 365 days: on the 90th day exactly 100·90/365 are due."""
    progress = one(HOURS, [], by_end_of("03-31"))
    assert progress.due == Fraction(100 * 90, 365)
    assert progress.next_by == NEW_YEARS_EVE


def test_a_quantity_is_judged_by_the_exact_due() -> None:
    """On the first day 100/365 = 0.27397… hours are due: 0.273 is behind, 0.274 is on track."""
    assert one(HOURS, [did("01-01", "patrol", hours="0.273")], by_end_of("01-01")).state == "behind"
    assert one(HOURS, [did("01-01", "patrol", hours="0.274")], by_end_of("01-01")).state == "on_track"


def test_decimals_are_exact() -> None:
    """Ten times 0.1 is one, and so is met; a thousandth less is not."""
    goal = target("patrol", at_least=1, of="hours")
    tenths = [did("02-01", "patrol", hours="0.1") for _ in range(10)]
    assert one(goal, tenths, by_end_of("03-01")).state == "met"
    assert one(goal, tenths, by_end_of("03-01")).done == Decimal(1)
    less = [*tenths[1:], did("02-01", "patrol", hours="0.099")]
    progress = one(goal, less, by_end_of("12-31"))
    assert (progress.state, progress.missing) == ("missed", Decimal("0.001"))


def test_a_target_may_be_a_decimal() -> None:
    """A target of 2.5 hours is met by 2.5, and due in exact shares of it."""
    goal = target("patrol", at_least="2.5", of="hours")
    assert one(goal, [did("02-01", "patrol", hours="2.5")], by_end_of("03-01")).state == "met"
    assert one(goal, [], by_end_of("03-31")).due == Fraction(5 * 90, 2 * 365)


def test_a_quantity_is_summed_as_logged() -> None:
    """It is not multiplied by the occasions; a record without it, or with another one, adds nothing."""
    records = [
        did("02-01", "patrol", hours="2.5", occasions=4),
        did("02-02", "patrol", persons="30"),
        did("02-03", "patrol"),
        did("02-04", "walk", hours="9"),
    ]
    assert done(HOURS, *records) == Decimal("2.5")


def test_a_quantity_that_is_complete_or_late_has_no_day() -> None:
    """Next by is the last day until the quantity is reached, or the day has passed."""
    assert one(HOURS, [did("02-01", "patrol", hours="100")], by_end_of("03-01")).next_by is None
    assert one(HOURS, [], by_end_of("12-31")).next_by is None
    assert one(HOURS, [], by_end_of("2021-12-31")).next_by == NEW_YEARS_EVE


def test_a_plan_books_its_quantity() -> None:
    """What a plan would add to a quantity is booked, and missing is what is left."""
    progress = one(
        HOURS, [planned("09-01", "patrol", hours="30.5"), planned("09-02", "patrol")], live("03-01")
    )
    assert (progress.booked, progress.missing) == (Decimal("30.5"), Decimal("69.5"))


def test_about() -> None:
    """A sum that holds an approximate figure is approximate; one that it does not enter is not."""
    about = did("02-01", "walk", approx=True, occasions=20)
    plain = did("02-01", "walk", "dialogue")
    agreed = agreement(promise(target("walk"), target("dialogue")), promise(counts=("dialogue",), name="b"))
    first, second = judge(agreed, ledger(about, plain), by_end_of("03-01"))
    assert [each.approx for each in first.targets] == [True, False]
    assert (first.approx, second.approx) == (True, False)
    assert not one(target("walk"), [about], by_end_of("01-31")).approx
    assert not one(target("walk", of="hours"), [about], by_end_of("03-01")).approx


# --- records of several days


@pytest.mark.parametrize(
    ("days", "as_of", "expected"),
    [
        ("03-01/03-31", "12-31", (24, 0)),
        ("01-01/12-31", "12-31", (24, 0)),
        ("2021-12-31/2022-01-01", "12-31", (0, 24)),
        ("12-31/2023-01-01", "12-31", (0, 24)),
        ("2021-06-01/2023-06-01", "12-31", (0, 24)),
        ("2021-12-01/2021-12-31", "12-31", (0, 0)),
        ("2023-01-01/2023-01-31", "2023-02-01", (0, 0)),
        ("03-01/03-31", "03-30", (0, 0)),
        ("03-01/03-31", "03-31", (24, 0)),
        ("12-31/2023-01-01", "12-30", (0, 0)),
        ("2021-12-20/2022-01-10", "01-05", (0, 24)),
        ("2021-12-20/2022-01-10", "2021-12-31", (0, 0)),
    ],
)
def test_records_of_several_days(days: str, as_of: str, expected: tuple[int, int]) -> None:
    """Inside they count, partly outside they are unplaced; what merely ends after the as-of day is neither.

    What has no day in the window by the as-of day is not unplaced either: it has not happened yet.
    """
    progress = one(target("walk"), [did(days, "walk", occasions=24)], by_end_of(as_of))
    assert (progress.done, progress.unplaced) == expected


def test_a_figure_is_logged_at_its_end() -> None:
    """A promise without a number counts a figure of several days on its last day, too."""
    agreed, figure = agreement(promise(counts=("walk",))), did("03-01/03-31", "walk", occasions=24)
    logged = [judge(agreed, ledger(figure), by_end_of(text))[0].logged for text in ("03-30", "03-31")]
    assert logged == [0, 24]


def test_only_what_fits_is_unplaced() -> None:
    """A record that the filters keep out is not unplaced, wherever its days lie."""
    goal = target("walk", areas=frozenset({"hagalund"}))
    elsewhere = did("2021-12-31/2022-01-01", "walk", areas=("jarva",))
    assert one(goal, [elsewhere, did("2021-12-31/2022-01-01", "patrol")], by_end_of("12-31")).unplaced == 0


def test_a_figure_over_new_year_is_unplaced_in_both_agreements() -> None:
    """A figure over the turn of the year is never spread out: neither year counts it, both show it."""
    next_year = Period.of(day("2023-01-01"), day("2023-12-31"))
    figure = did("12-19/2023-01-08", "walk", occasions=6)
    for window in (YEAR, next_year):
        agreed = agreement(promise(target("walk", window=window), window=window), period=window)
        (progress,) = judge(agreed, ledger(figure), by_end_of("2023-12-31"))
        assert (progress.targets[0].done, progress.targets[0].unplaced, progress.logged) == (0, 6, 0)


# --- corrections


def test_what_is_void_never_counts() -> None:
    """A voided activity does not count, a voided plan is not booked; neither is unplaced or unconfirmed."""
    walk, plan = did("03-14", "walk"), planned("09-10", "walk")
    across, passed = did("2021-12-31/2022-01-01", "walk"), planned("02-01", "walk")
    records = [walk, plan, across, passed, *map(voided, (walk, plan, across, passed))]
    assert figures(one(target("walk"), records, by_end_of("03-31"))) == (0, 0, 4, 0, "2022-04-02", "on_track")
    assert one(target("walk"), records, by_end_of("03-31")).unplaced == 0
    assert unconfirmed(fold(records), agreement(promise(target("walk"))), day("03-31")) == []


def test_amendments_apply_whatever_the_as_of_day() -> None:
    """As-of looks at when things happened, not at what was known."""
    walk = did("03-14", "walk")
    moved = [walk, amended(walk, "2023-05-05T00:00:00.000Z", day=day("02-10"), occasions=2)]
    assert one(target("walk"), moved, by_end_of("02-09")).done == 0
    assert one(target("walk"), moved, by_end_of("02-10")).done == 2


def test_an_amendment_may_take_a_record_out_of_a_target() -> None:
    """The kinds, the areas and the days that hold after the correction are what counts."""
    walk = did("03-14", "walk", areas=("hagalund",))
    assert done(target("walk"), walk, amended(walk, kinds=("dialogue",))) == 0
    assert done(target("dialogue"), walk, amended(walk, kinds=("dialogue",))) == 1
    assert done(target("walk", areas=frozenset({"hagalund"})), walk, amended(walk, areas=())) == 0
    assert done(target("walk"), walk, amended(walk, day=day("2021-03-14"))) == 0


# --- plans


def test_a_plan_is_booked_from_the_as_of_day_on() -> None:
    """Plans of the as-of day or later are booked, with the same days and filters as what counts."""
    goal = target("walk", areas=frozenset({"hagalund"}))
    plans = [
        planned("08-01", "walk", areas=("hagalund",)),
        planned("09-10", "walk", "dialogue", areas=("hagalund",), occasions=2),
        planned("07-31", "walk", areas=("hagalund",)),
        planned("09-10", "walk", areas=("jarva",)),
        planned("2023-01-01", "walk", areas=("hagalund",)),
        planned("09-10", "dialogue", areas=("hagalund",)),
    ]
    progress = one(goal, plans, by_end_of("08-01"))
    assert (progress.done, progress.booked, progress.missing) == (0, 3, 1)


def test_missing_is_never_negative() -> None:
    """Where more is done and booked than was promised, nothing is missing."""
    records = [did("03-14", "walk", occasions=3), planned("09-10", "walk", occasions=3)]
    assert one(target("walk"), records, by_end_of("08-01")).missing == 0


def test_a_plan_that_was_carried_out_is_no_longer_booked() -> None:
    """A plan is fulfilled by a record that names it, from that record's day on, unless it is void."""
    plan = planned("09-10", "walk")
    walk = did("09-12", "walk", plan=plan.id)
    early = did("08-20", "walk", plan=plan.id)
    assert figures(one(target("walk"), [plan, early], by_end_of("09-01")))[:3] == (1, 0, 3)
    assert figures(one(target("walk"), [plan, early], by_end_of("08-19")))[:3] == (0, 1, 3)
    assert figures(one(target("walk"), [plan, walk], by_end_of("09-10")))[:3] == (0, 1, 3)
    assert figures(one(target("walk"), [plan, early, voided(early)], by_end_of("09-01")))[:3] == (0, 1, 3)


def test_a_plan_whose_day_has_passed_is_unconfirmed() -> None:
    """It is neither done nor booked, but listed by date, unless it was fulfilled or cancelled."""
    agreed = agreement(promise(target("walk")))
    second, first = planned("03-10", "walk"), planned("02-10", "dialogue")
    outside, cancelled = planned("2021-12-30", "walk"), planned("02-20", "walk")
    walk = did("03-12", "walk", plan=second.id)
    held = ledger(second, first, outside, cancelled, voided(cancelled), walk)
    assert unconfirmed(held, agreed, day("02-10")) == []
    assert unconfirmed(held, agreed, day("02-11")) == [first]
    assert unconfirmed(held, agreed, day("03-11")) == [first, second]
    assert unconfirmed(held, agreed, day("03-12")) == [first]
    assert figures(one(target("walk"), [second], by_end_of("03-11")))[:3] == (0, 0, 4)


def test_plans_are_not_done() -> None:
    """What is behind is booked once all of it is; a promise without a number stays as it is."""
    plans = [planned("09-10", "walk", occasions=3), planned("09-10", "patrol")]
    assert one(target("walk"), plans, by_end_of("04-02")).state == "behind"
    more = [*plans, planned("09-11", "walk")]
    assert one(target("walk"), more, by_end_of("04-02")).state == "booked"
    (progress,) = judge(agreement(promise(counts=("patrol",))), fold(plans), by_end_of("04-02"))
    assert (progress.state, progress.logged) == ("nothing_logged", 0)


# --- promises


def test_a_promise_with_days_of_its_own() -> None:
    """A promise made or ended during the period counts its own days only, and is judged by them."""
    spring = Period.of(day("03-01"), day("05-31"))
    walks = [did("02-28", "walk"), did("03-01", "walk"), did("05-31", "walk"), did("06-01", "walk")]
    agreed = agreement(
        promise(target("walk", at_least=2, window=spring), window=spring),
        promise(counts=("walk",), window=spring, name="counted"),
    )
    states = []
    for text in ("02-28", "03-01", "05-31", "06-01"):
        with_number, without = judge(agreed, fold(walks), by_end_of(text))
        assert with_number.logged == without.logged == with_number.targets[0].done
        states.append((with_number.state, without.state, without.logged))
    assert states == [
        ("not_started", "not_started", 0),
        ("on_track", "ongoing", 1),
        ("met", "ongoing", 2),
        ("met", "ongoing", 2),
    ]


def test_the_window_of_a_target_is_narrower_than_that_of_its_promise() -> None:
    """Each target has its own days; `logged` has those of the promise."""
    autumn = Period.of(day("09-01"), day("11-30"))
    agreed = agreement(promise(target("walk", at_least=1), target("walk", at_least=2, window=autumn)))
    (progress,) = judge(agreed, ledger(did("03-14", "walk"), did("09-01", "walk")), by_end_of("10-01"))
    assert [each.done for each in progress.targets] == [2, 1]
    assert progress.logged == 2


WORST: list[tuple[list[State], State]] = [
    (["missed", "behind", "met", "not_started", "on_track"], "missed"),
    (["met", "behind", "not_started"], "behind"),
    (["met", "met"], "met"),
    (["met", "no_need"], "met"),
    (["no_need", "no_need"], "no_need"),
    (["not_started", "not_started"], "not_started"),
    (["met", "not_started"], "on_track"),
    (["met", "on_track"], "on_track"),
    (["on_track", "not_started"], "on_track"),
    (["no_need", "behind"], "behind"),
    (["no_need", "on_track"], "on_track"),
]


@pytest.mark.parametrize(("states", "expected"), WORST, ids=str)
def test_the_worst_of_several(states: list[State], expected: State) -> None:
    """Several states make one, in any order."""
    assert worst(states) == worst(states[::-1]) == expected


def test_a_promise_has_the_worst_state_of_its_targets() -> None:
    """All targets must be met; the promise is as well off as the worst of them."""
    agreed = agreement(promise(target("walk"), target("dialogue", at_least=1)))
    (progress,) = judge(agreed, ledger(did("01-10", "dialogue")), by_end_of("04-02"))
    assert [each.state for each in progress.targets] == ["behind", "met"]
    assert progress.state == "behind"


def test_a_verdict_stands_beside_the_figures() -> None:
    """The newest comment by its day that holds on the as-of day is shown; it changes no state."""
    agreed = agreement(promise(target("walk")), promise(counts=("patrol",), name="other"))
    late = comment("promise", "06-01", "kept", at="2022-06-01T08:00:00.000Z")
    later = comment("promise", "06-01", "partly", at="2022-06-01T09:00:00.000Z")
    early = comment("promise", "03-01", at="2022-07-01T08:00:00.000Z")
    records = [later, late, early, comment("promise", "2021-12-31", "not_kept")]
    seen = {}
    for text in ("02-28", "03-01", "06-01"):
        first, second = judge(agreed, fold(records), by_end_of(text))
        assert second.verdict is None
        assert first.state == judge(agreed, ledger(), by_end_of(text))[0].state
        seen[text] = first.verdict
    assert seen == {"02-28": None, "03-01": early, "06-01": later}
    assert judge(agreed, ledger(*records, voided(later)), by_end_of("06-01"))[0].verdict == late


def test_a_comment_before_the_days_of_its_promise() -> None:
    """A promise that begins later may be judged before; one from before the agreement is of another."""
    autumn = Period.of(day("09-01"), day("11-30"))
    agreed = agreement(promise(target("walk", window=autumn, if_needed=True), window=autumn))
    said = comment("promise", "06-01", "no_need")
    for text in ("06-01", "10-01", "12-31"):
        (progress,) = judge(agreed, fold([said]), by_end_of(text))
        assert (progress.verdict, progress.state) == (said, "no_need")
    assert judge(agreed, fold([said]), by_end_of("05-31"))[0].verdict is None
    earlier = comment("promise", "2021-12-31", "no_need")
    assert judge(agreed, fold([earlier]), by_end_of("12-31"))[0].verdict is None
