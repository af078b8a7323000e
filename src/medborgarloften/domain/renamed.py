"""Words that a promise file has renamed since: old ids, which are aliases now, count as the new ones.

What is stored is never changed; only what is counted.
"""

from collections.abc import Iterable, Mapping

from medborgarloften.domain.activity import Record
from medborgarloften.domain.agreements import covering
from medborgarloften.domain.history import Ledger
from medborgarloften.domain.judging.counting import activity
from medborgarloften.domain.judging.lost import knows, strange
from medborgarloften.domain.names import Names
from medborgarloften.domain.promise import Agreement


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
    for key, record in strange(agreements, records):
        content = activity(record)
        agreement = covering(agreements, content.day)
        if agreement and not knows(agreement, content):
            kinds = _folded(content.kinds, {kind.id: kind.names for kind in agreement.kinds.values()})
            areas = _folded(content.areas, {area.id: area.names for area in agreement.areas.values()})
            if (kinds, areas) != (content.kinds, content.areas):
                replaced[key] = record._replace(content=content._replace(kinds=kinds, areas=areas))
    return replaced


def _folded(words: tuple[str, ...], declared: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    names = Names(declared)
    return tuple(dict.fromkeys(word if word in declared else names.find(word) or word for word in words))
