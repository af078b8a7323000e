"""What the council looks at: which agreement, which days, and what stands beside the figures."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Literal

import pytest
from hypothesis import given, strategies as st

from medborgarloften.domain.activity import Record
from medborgarloften.domain.agreements import choose, covering
from medborgarloften.domain.history import written_since
from medborgarloften.domain.overview import Joint, Overview, live_days, overview, share
from medborgarloften.domain.per import Per
from medborgarloften.domain.period import Period
from medborgarloften.domain.promise import Agreement
from medborgarloften.domain.report.double_counting import overlapping
from records import (
    AREAS,
    KINDS,
    PARTIES,
    agreement,
    amended,
    by_end_of,
    comment,
    day,
    did,
    ledger,
    live,
    planned,
    promise,
    target,
    voided,
)


def of_days(first: str, last: str) -> Agreement:
    """Return an agreement over these days, with four walks promised."""
    period = Period.of(day(first), day(last))
    return agreement(promise(target("walk", window=period), window=period), period=period)


FIRST = of_days("2022-01-01", "2022-12-31")
SECOND = of_days("2023-03-01", "2024-02-29")
BOTH = (FIRST, SECOND)


def view(*records: Record, as_of: str = "12-31", agreements: tuple[Agreement, ...] = BOTH) -> Overview:
    """Return the overview as of a day."""
    return overview(agreements, ledger(*records), by_end_of(as_of), ended=False)


# --- which agreement, which days


@pytest.mark.parametrize(
    ("text", "chosen", "covers"),
    [
        ("1900-01-01", FIRST, None),
        ("2021-12-31", FIRST, None),
        ("2022-01-01", FIRST, FIRST),
        ("2022-12-31", FIRST, FIRST),
        ("2023-01-01", FIRST, None),
        ("2023-02-28", FIRST, None),
        ("2023-03-01", SECOND, SECOND),
        ("2024-02-29", SECOND, SECOND),
        ("2024-03-01", SECOND, None),
        ("2999-12-31", SECOND, None),
    ],
)
def test_the_agreement_that_is_shown(text: str, chosen: Agreement, covers: Agreement | None) -> None:
    """Shown is the agreement that holds the day, else the latest begun, else the first."""
    assert choose(BOTH, day(text)) is chosen
    assert covering(BOTH, day(text)) is covers
    assert view(as_of=text).agreement is chosen


@pytest.mark.parametrize(
    ("today", "as_of", "judged_by", "ended"),
    [
        ("2022-01-01", "2022-01-01", "2021-12-31", False),
        ("2022-07-02", "2022-07-02", "2022-07-01", False),
        ("2022-12-31", "2022-12-31", "2022-12-30", False),
        ("2023-01-01", "2023-01-01", "2022-12-31", False),
        ("2023-02-01", "2023-02-01", "2022-12-31", False),
        ("2023-03-01", "2023-03-01", "2023-02-28", False),
        ("2024-02-29", "2024-02-29", "2024-02-28", False),
        ("2024-03-01", "2024-02-29", "2024-02-29", True),
        ("2026-11-22", "2024-02-29", "2024-02-29", True),
        ("2021-06-01", "2021-06-01", "2021-05-31", False),
    ],
)
def test_the_days_of_a_live_view(today: str, as_of: str, judged_by: str, ended: bool) -> None:  # noqa: FBT001
    """It counts today and judges by yesterday; when the last agreement has ended, it stands still."""
    assert live_days(BOTH, day(today)) == ((day(as_of), day(judged_by)), ended)


def test_between_two_agreements_the_first_is_judged_to_its_end() -> None:
    """In a gap the agreement that has ended is shown: what is short is missed, not behind."""
    days, ended = live_days(BOTH, day("2023-01-20"))
    shown = overview(BOTH, ledger(), days, ended=ended)
    assert (shown.agreement, shown.promises[0].state) == (FIRST, "missed")


def test_each_record_belongs_to_the_agreement_of_its_day() -> None:
    """A walk of one year never counts in the next, though the promise has the same name."""
    records = [did("2022-06-01", "walk"), did("2023-03-01", "walk"), did("2023-04-01", "walk")]
    figures = [
        view(*records, as_of=text).promises[0].targets[0].done for text in ("2022-12-31", "2023-12-31")
    ]
    assert figures == [1, 2]


# --- counted, uncovered, unconfirmed


def test_counted_is_the_number_of_records() -> None:
    """It counts records, not occasions; a record that several promises count is one."""
    agreed = (agreement(promise(target("walk"), target("dialogue")), promise(counts=("walk",), name="b")),)
    void = did("03-14", "walk")
    records = [
        did("03-14", "walk", "dialogue", occasions=5),
        did("03-14", "walk"),
        did("03-15", "patrol"),
        did("06-01", "walk"),
        void,
        voided(void),
        planned("09-01", "walk"),
    ]
    assert view(*records, as_of="04-02", agreements=agreed).counted == 2


def test_equal_records_are_counted_each() -> None:
    """Two records that say the same word for word are two."""
    assert view(did("03-14", "walk"), did("03-14", "walk")).counted == 2
    twin = did("03-14", "walk")
    assert view(twin, twin._replace(id="another")).counted == 2


def test_uncovered_counts_records_of_days_without_an_agreement() -> None:
    """Whatever agreement is shown, activities outside all of them are counted as such."""
    void = did("2023-01-01", "walk")
    records = [did("2021-12-31", "walk"), did("2023-02-28", "patrol"), did("2022-05-05", "walk"), void]
    assert view(*records, voided(void)).uncovered == 2
    assert view(*records, voided(void), as_of="2023-12-31").uncovered == 2


def test_unconfirmed_plans_are_those_of_the_shown_agreement() -> None:
    """A plan that passed without a word is listed under the agreement whose day it was."""
    old, new = planned("2022-05-05", "walk"), planned("2023-05-05", "walk")
    assert view(old, new).unconfirmed == (old,)
    assert view(old, new, as_of="2023-12-31").unconfirmed == (new,)


# --- focus and joint


def test_focus_areas_show_their_occasions() -> None:
    """For each focus area, the occasions of everything that a promise counts there, each record once."""
    agreed = (
        agreement(promise(target("walk"), target("dialogue")), promise(counts=("patrol",), name="patrols")),
    )
    records = [
        did("03-14", "walk", "dialogue", areas=("hagalund", "jarva"), occasions=2),
        did("03-15", "patrol", areas=("hagalund",), occasions=24),
        did("03-16", "patrol", areas=("jarva",)),
        did("06-01", "walk", areas=("hagalund",)),
    ]
    assert view(*records, as_of="04-02", agreements=agreed).focus == (("hagalund", 26),)
    assert view(as_of="04-02", agreements=agreed).focus == (("hagalund", 0),)


def test_joint_occasions_of_a_promise_of_two_kinds() -> None:
    """Of all walks that the promise counts, so many were held together with a dialogue."""
    spring = Period.of(day("03-01"), day("05-31"))
    pair = (target("walk", window=spring), target("dialogue", window=spring))
    agreed = (
        agreement(promise(*pair, window=spring), promise(counts=("walk", "dialogue"), name="whole year")),
    )
    records = [
        did("03-14", "walk", "dialogue", occasions=2),
        did("04-14", "walk"),
        did("04-20", "dialogue"),
        did("09-01", "walk", "dialogue"),
    ]
    assert view(*records, agreements=agreed).joint == (Joint("walk", "dialogue", 2, 3),)


@pytest.mark.parametrize(
    "targets",
    [
        (target("walk"),),
        (target("walk"), target("walk", areas=frozenset({"jarva"}))),
        (target("walk"), target("dialogue"), target("patrol")),
        (target("walk"), target("dialogue", of="persons")),
    ],
    ids=["one target", "one kind", "three", "a quantity"],
)
def test_no_joint_line_where_no_two_kinds_are_combined(targets: tuple[object, ...]) -> None:
    """Only a promise of exactly two kinds of occasions has such a line."""
    agreed = (agreement(promise(*targets)),)  # type: ignore[arg-type]
    assert view(did("03-14", "walk", "dialogue"), agreements=agreed).joint == ()


# --- shares


FULL = (
    agreement(
        promise(target("walk"), target("dialogue", areas=frozenset({"hagalund"})), name="both"),
        promise(counts=("patrol",), name="patrols"),
        promise(target("patrol", at_least="10.5", of="hours"), name="hours"),
    ),
)


def test_a_share_is_part_of_every_figure() -> None:
    """Of each figure, what was done in the area or by the party; a record in two areas is in both shares."""
    records = [
        did("03-14", "walk", "dialogue", areas=("hagalund",), parties=("police",)),
        did("03-15", "walk", areas=("hagalund", "jarva")),
        did("03-16", "patrol", parties=("police", "city"), occasions=24, hours="2.5"),
        did("03-17", "walk"),
        planned("09-01", "walk", areas=("hagalund",)),
    ]
    shown, held = view(*records, as_of="04-02", agreements=FULL), ledger(*records)
    assert share(shown, held, "areas", "hagalund") == ("areas", "hagalund", (2, 0, 0), ((2, 1), (), (0,)))
    assert share(shown, held, "areas", "jarva")[2:] == ((1, 0, 0), ((1, 0), (), (0,)))
    assert share(shown, held, "areas", "bergshamra")[2:] == ((0, 0, 0), ((0, 0), (), (0,)))
    assert share(shown, held, "parties", "police")[2:] == ((1, 24, 24), ((1, 1), (), (Decimal("2.5"),)))


def test_a_share_has_no_part_of_other_areas() -> None:
    """Where each area is judged by itself, or different areas are counted, a share is of its area only."""
    each = ("hagalund", "jarva")
    agreed = agreement(
        promise(
            target("walk", each_area=each),
            target("walk", each_area=each, per=Per("quarter")),
            target("walk", at_least=2, of="areas"),
            target("walk", at_least=1, of="areas", areas=frozenset({"hagalund", "bergshamra"})),
        )
    )
    records = [
        did("03-14", "walk", areas=("hagalund", "jarva")),
        did("03-15", "walk", areas=("jarva",), occasions=5),
        did("03-16", "walk", areas=("bergshamra", "jarva")),
    ]
    shown, held = view(*records, as_of="04-02", agreements=(agreed,)), ledger(*records)
    assert [goal.done for goal in shown.promises[0].targets][::2] == [5, 3]
    parts = {area: share(shown, held, "areas", area).done[0] for area in AREAS}
    assert parts == {"hagalund": (1, 1, 1, 1), "jarva": (4, 7, 1, 0), "bergshamra": (0, 0, 1, 1)}


RECORDS = st.builds(
    lambda number, kinds, areas, parties, occasions: did(
        (date(2022, 1, 1) + timedelta(days=number)).isoformat(),
        *sorted(kinds),
        areas=tuple(sorted(areas)),
        parties=tuple(sorted(parties)),
        occasions=occasions,
        hours="0.5",
    ),
    st.integers(-5, 370),
    st.sets(st.sampled_from(KINDS), min_size=1),
    st.sets(st.sampled_from(AREAS)),
    st.sets(st.sampled_from(PARTIES)),
    st.integers(1, 30),
)


@given(st.lists(RECORDS, max_size=8), st.sampled_from([("areas", AREAS), ("parties", PARTIES)]), st.data())
def test_shares_change_nothing_and_never_exceed_the_figure(
    records: list[Record], sort: tuple[Literal["areas", "parties"], tuple[str, ...]], data: st.DataObject
) -> None:
    """Asking for a share leaves the overview and the ledger alone, and no share is more than its figure."""
    as_of = data.draw(st.dates(date(2021, 12, 1), date(2023, 2, 1)))
    held = ledger(*records)
    shown = overview(FULL, held, by_end_of(as_of), ended=False)
    part = share(shown, held, sort[0], data.draw(st.sampled_from(sort[1])))
    assert held == ledger(*records)
    assert shown == overview(FULL, held, by_end_of(as_of), ended=False)
    for progress, logged, amounts in zip(shown.promises, part.logged, part.done, strict=True):
        assert 0 <= logged <= progress.logged
        for goal, amount in zip(progress.targets, amounts, strict=True):
            assert 0 <= amount <= goal.done


# --- written since


def midnight(text: str) -> datetime:
    """Return the beginning of a day of 2022 in UTC."""
    return datetime.combine(day(text), time.min, UTC)


def test_written_since_goes_by_when_it_was_written() -> None:
    """Late entries and corrections are among what was written from a moment on, in the order of writing."""
    old = did("03-14", "walk", at="2022-03-31T23:59:59.999Z")
    late = did("02-01", "walk", at="2022-04-01T00:00:00.000Z")
    plan = planned("09-01", "walk", at="2022-04-02T08:00:00.000Z")
    words = comment("promise", "04-02", "kept", at="2022-04-02T09:00:00.000Z")
    gone = did("02-02", "walk", at="2022-04-02T10:00:00.000Z")
    fixed = amended(old, "2022-04-03T08:00:00.000Z", occasions=2)
    void = voided(gone, "2022-04-04T08:00:00.000Z")
    held = ledger(void, fixed, gone, words, plan, late, old)
    shown = overview(BOTH, held, live("04-05"), ended=False)
    written = [record.id for record in written_since(held, shown.agreement.period, midnight("04-01"))]
    assert written == [each.id for each in (late, plan, words, gone, fixed, void)]
    assert [record.id for record in written_since(held, shown.agreement.period, midnight("04-04"))] == [
        void.id
    ]
    assert written_since(held, shown.agreement.period, midnight("04-05")) == []


def test_written_since_has_the_shown_agreement_only() -> None:
    """What is about another agreement's days, or a record that has not arrived, is left out."""
    other = did("2023-05-05", "walk", at="2022-04-02T08:00:00.000Z")
    missing = did("03-14", "walk")
    records = [other, voided(other, "2022-04-02T09:00:00.000Z"), amended(missing, occasions=2)]
    held = ledger(*records)
    assert written_since(held, FIRST.period, midnight("01-01")) == []


def test_written_since_follows_a_record_that_was_moved() -> None:
    """A record belongs where it lies after its corrections."""
    moved = did("2023-05-05", "walk", at="2022-04-02T08:00:00.000Z")
    fixed = amended(moved, "2022-04-02T09:00:00.000Z", day=day("2022-04-01"))
    held = ledger(moved, fixed)
    written = written_since(held, FIRST.period, midnight("01-01"))
    assert [record.id for record in written] == [moved.id, fixed.id]


# --- figures that may be counted twice

OVERLAPS: list[tuple[str, Record, bool]] = [
    ("a day inside", did("03-14", "patrol"), True),
    ("its first day", did("03-01", "patrol"), True),
    ("its last day", did("03-31", "patrol"), True),
    ("the day after", did("04-01", "patrol"), False),
    ("the day before", did("02-28", "patrol"), False),
    ("a figure that overlaps", did("03-31/04-30", "patrol"), True),
    ("a figure that surrounds it", did("2021-12-01/2022-12-31", "patrol"), True),
    ("another kind", did("03-14", "walk"), False),
    ("one of its kinds", did("03-14", "walk", "patrol"), True),
    ("another area", did("03-14", "patrol", areas=("jarva",)), False),
    ("one of its areas", did("03-14", "patrol", areas=("jarva", "hagalund")), True),
    ("another party", did("03-14", "patrol", parties=("city",)), False),
    ("both parties", did("03-14", "patrol", parties=("city", "police")), True),
    ("a plan", planned("03-14", "patrol"), False),
]


@pytest.mark.parametrize(
    ("other", "overlaps"), [row[1:] for row in OVERLAPS], ids=[row[0] for row in OVERLAPS]
)
def test_overlapping_figures(other: Record, overlaps: bool) -> None:  # noqa: FBT001
    """They share a kind and a day, one covers several days, and no area or party tells them apart."""
    figure = did("03-01/03-31", "patrol", areas=("hagalund",), parties=("police",), occasions=24)
    held = ledger(figure, other)
    assert overlapping(held, figure) == ([other] if overlaps else [])
    if other.op == "log":
        assert overlapping(held, other) == ([figure] if overlaps else [])


def test_single_days_never_overlap() -> None:
    """Two walks on one day are two walks."""
    walk, other = did("03-14", "walk"), did("03-14", "walk")
    assert overlapping(ledger(walk, other), walk) == []


def test_what_is_void_does_not_overlap_and_the_rest_is_by_date() -> None:
    """Only what holds is named, by its first day."""
    figure, void = did("03-01/03-31", "patrol"), did("03-14", "patrol")
    later, earlier = did("03-20", "patrol"), did("03-02", "patrol")
    assert overlapping(ledger(figure, later, void, voided(void), earlier), figure) == [earlier, later]
