"""Words of the log that the promise file has changed since: old ids that are aliases now, and lost ones.

What is stored is never changed; only what is counted.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from medborgarloften.domain.activity import Activity, Record
from medborgarloften.domain.agreements import covering
from medborgarloften.domain.history import Ledger
from medborgarloften.domain.judging.counting import activity
from medborgarloften.domain.names import Names
from medborgarloften.domain.promise import Agreement

Sort = Literal["kinds", "areas"]


class Lost(NamedTuple):
    """A kind or an area that records of an agreement have and its file does not, in so many records."""

    sort: Sort
    word: str
    records: int


def in_words_of(agreements: tuple[Agreement, ...], ledger: Ledger) -> Ledger:
    """Return the ledger with every old id replaced by the one that it is an alias of, day by day."""
    activities = _replaced(agreements, ledger.activities)
    plans = _replaced(agreements, ledger.plans)
    if not activities and not plans:
        return ledger
    return ledger._replace(activities={**ledger.activities, **activities}, plans={**ledger.plans, **plans})


def _replaced(agreements: tuple[Agreement, ...], records: Mapping[str, Record]) -> dict[str, Record]:
    """Return the records that use an old id, with the new one."""
    replaced = {}
    for key, record in _strange(agreements, records):
        content = activity(record)
        agreement = covering(agreements, content.day)
        if agreement and not _knows(agreement, content):
            new = content._replace(
                kinds=_folded(content.kinds, {k.id: k.names for k in agreement.kinds.values()}),
                areas=_folded(content.areas, {a.id: a.names for a in agreement.areas.values()}),
            )
            if new != content:
                replaced[key] = record._replace(content=new)
    return replaced


def _strange(
    agreements: tuple[Agreement, ...], records: Mapping[str, Record]
) -> Iterator[tuple[str, Record]]:
    """Yield the records with a word that some agreement does not know: in a large log few, or none."""
    known: dict[tuple[tuple[str, ...], tuple[str, ...]], bool] = {}
    for key, record in records.items():
        content = activity(record)
        words = content.kinds, content.areas
        if words not in known:
            known[words] = all(_knows(agreement, content) for agreement in agreements)
        if not known[words]:
            yield key, record


def _knows(agreement: Agreement, content: Activity) -> bool:
    return all(kind in agreement.kinds for kind in content.kinds) and all(
        area in agreement.areas for area in content.areas
    )


def _folded(words: tuple[str, ...], declared: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    names = Names(declared)
    return tuple(dict.fromkeys(word if word in declared else names.find(word) or word for word in words))


def lost_words(agreement: Agreement, ledger: Ledger) -> tuple[Lost, ...]:
    """Return the words of an agreement's records that its file does not have, the commonest first."""
    counts = Counter[tuple[Sort, str]]()
    for _, record in _strange((agreement,), ledger.activities):
        content = activity(record)
        if agreement.period.holds(content.day):
            counts.update(("kinds", kind) for kind in content.kinds if kind not in agreement.kinds)
            counts.update(("areas", area) for area in content.areas if area not in agreement.areas)
    ordered = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
    return tuple(Lost(sort, word, number) for (sort, word), number in ordered)
