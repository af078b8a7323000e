"""What a promise's figure is made of: each kind by itself, sums of quantities, and the latest of a stock."""

from decimal import Decimal

from medborgarloften.domain.activity import Record
from medborgarloften.domain.integrity.health import Health
from medborgarloften.domain.judging.split import Part, Split
from medborgarloften.domain.overview import overview
from medborgarloften.domain.period import Period
from medborgarloften.domain.promise import Text
from medborgarloften.domain.report.build import Report, build
from records import agreement, by_end_of, day, did, fold, promise, target, voided

NAME = Text("namn", "name")
AGREED = agreement(promise(counts=("walk", "patrol")))._replace(
    quantities={"hours": NAME, "persons": NAME}, stocks=frozenset({"persons"})
)
MARCH = Period.of(day("03-01"), day("03-31"))


def parts(*records: Record, as_of: str = "12-31") -> Split:
    """Return what the figure of the promise is made of."""
    return overview((AGREED,), fold(records), by_end_of(as_of), ended=False).splits[0]


def of_march(*records: Record) -> Report:
    """Return the report of March on four walks."""
    agreed = agreement(promise(target("walk")))
    return build((agreed,), fold(records), Health((), (), {}), MARCH, MARCH.last)


def test_each_kind_has_its_own_number() -> None:
    """A joint record stands in each of its kinds; a kind that was not logged is left out."""
    joint = did("03-01", "walk", "patrol", occasions=2)
    assert parts(joint, did("03-02", "walk", approx=True)).kinds == (
        Part("walk", 3, approx=True),
        Part("patrol", 2, approx=False),
    )
    assert parts(did("03-02", "patrol")).kinds == (Part("patrol", 1, approx=False),)


def test_a_quantity_is_summed_as_logged() -> None:
    """Records that say the same are added up too; what is void, or of another kind, is in no sum."""
    twice = [did("03-01", "walk", hours="2.5") for _ in range(2)]
    wrong = did("03-02", "walk", hours="9")
    split = parts(*twice, wrong, voided(wrong), did("03-03", "dialogue", hours="7"))
    assert split.quantities == (Part("hours", Decimal(5), approx=False),)


def test_of_a_stock_the_latest_holds() -> None:
    """It is the latest by its last day, then by when it was written, on or before the as-of day."""
    records = [
        did("12-10", "walk", persons="7"),
        did("04-30", "walk", persons="3", at="2022-05-02T00:00:00.000Z"),
        did("04-30", "walk", persons="4", at="2022-05-01T00:00:00.000Z"),
    ]
    assert parts(*records).quantities == (Part("persons", Decimal(7), approx=False, is_level=True),)
    assert parts(*records, as_of="06-01").quantities[0].amount == 3
    assert parts(*records, as_of="04-01").quantities == ()


def test_a_figure_for_more_than_the_period_is_in_no_sum_of_it() -> None:
    """It has a line of its own, and stays in the outcome so far; one that ends later is in neither."""
    inside = did("03-14", "walk")
    longer = did("02-01/03-31", "walk", occasions=5)
    later = did("03-20/04-10", "walk", occasions=9)
    report = of_march(inside, longer, later)
    assert (report.total.occasions, report.promises[0].done.occasions) == (1, 1)
    assert report.longer == (longer,)
    assert report.promises[0].activities == (inside,)
    assert report.promises[0].progress.targets[0].done == 6
