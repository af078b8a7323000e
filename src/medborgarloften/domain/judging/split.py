"""What a promise's figure is made of: each kind with its own number, and what was measured beside it.

A quantity is summed, unless the agreement says that it is a stock: then the latest one holds.
"""

from collections.abc import Iterable
from typing import NamedTuple

from medborgarloften.domain.activity import Record
from medborgarloften.domain.history import Ledger
from medborgarloften.domain.judging.counting import Number, Tally, activity
from medborgarloften.domain.judging.promises import PromiseProgress
from medborgarloften.domain.promise import Agreement


class Part(NamedTuple):
    """How many occasions of a kind, or how much of a quantity; `is_level` if that is a stock's latest."""

    id: str
    amount: Number
    approx: bool
    is_level: bool = False


class Split(NamedTuple):
    """The kinds of a promise that were logged, and the quantities, both in the order of the agreement.

    A joint occasion of two kinds stands in each of them.
    """

    kinds: tuple[Part, ...] = ()
    quantities: tuple[Part, ...] = ()


def split(agreement: Agreement, ledger: Ledger, progress: PromiseProgress) -> Split:
    """Split what a promise counted."""
    kinds = (of_kind(kind, progress.counted) for kind in progress.promise.kinds)
    quantities = (_of_quantity(agreement, ledger, progress, key) for key in agreement.quantities)
    return Split(
        tuple(part for part in kinds if part.amount),
        tuple(part for part in quantities if part is not None),
    )


def of_kind(kind: str, counted: Iterable[Tally]) -> Part:
    """Return the occasions of one kind among what was counted."""
    tallies = [tally for tally in counted if kind in tally.content.kinds]
    occasions = sum(tally.occasions for tally in tallies)
    return Part(kind, occasions, any(tally.content.approx for tally in tallies))


def _of_quantity(agreement: Agreement, ledger: Ledger, progress: PromiseProgress, key: str) -> Part | None:
    """Return the sum of a quantity, or its latest level; None where it was never measured."""
    measured = [tally for tally in progress.counted if key in dict(tally.content.quantities)]
    if not measured:
        return None
    if key in agreement.stocks:
        contents = {tally.content for tally in measured}
        latest = max((r for r in ledger.activities.values() if r.content in contents), key=_when)
        content = activity(latest)
        return Part(key, dict(content.quantities)[key], content.approx, is_level=True)
    amount = sum(dict(tally.content.quantities)[key] * tally.records for tally in measured)
    return Part(key, amount, any(tally.content.approx for tally in measured))


def _when(record: Record) -> tuple[object, ...]:
    return activity(record).last, record.at, record.id
