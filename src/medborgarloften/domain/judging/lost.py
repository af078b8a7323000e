"""Kinds and areas of records that the agreement does not have: what is not counted is never hidden."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from medborgarloften.domain.activity import Activity, Record
from medborgarloften.domain.history import Ledger
from medborgarloften.domain.judging.counting import activity
from medborgarloften.domain.promise import Agreement

Sort = Literal["kinds", "areas"]


class Lost(NamedTuple):
    """A kind or an area that records of an agreement have and its file does not, in so many records."""

    sort: Sort
    word: str
    records: int


def lost_words(agreement: Agreement, ledger: Ledger) -> tuple[Lost, ...]:
    """Return the words of an agreement's records that its file does not have, the commonest first."""
    counts = Counter[tuple[Sort, str]]()
    for _, record in strange((agreement,), ledger.activities):
        content = activity(record)
        if agreement.period.holds(content.day):
            counts.update(("kinds", kind) for kind in content.kinds if kind not in agreement.kinds)
            counts.update(("areas", area) for area in content.areas if area not in agreement.areas)
    ordered = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
    return tuple(Lost(sort, word, number) for (sort, word), number in ordered)


def strange(agreements: tuple[Agreement, ...], records: Mapping[str, Record]) -> Iterator[tuple[str, Record]]:
    """Yield the records with a word that some agreement does not know: in a large log few, or none."""
    known: dict[tuple[tuple[str, ...], tuple[str, ...]], bool] = {}
    for key, record in records.items():
        content = activity(record)
        words = content.kinds, content.areas
        if words not in known:
            known[words] = all(knows(agreement, content) for agreement in agreements)
        if not known[words]:
            yield key, record


def knows(agreement: Agreement, content: Activity) -> bool:
    """Tell whether an agreement has every kind and area of an activity."""
    return all(kind in agreement.kinds for kind in content.kinds) and all(
        area in agreement.areas for area in content.areas
    )
