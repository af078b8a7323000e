"""Whether a promise file agrees with itself: ids that must exist, windows, names that must be distinct.

Takes plain data of any shape, so that these problems are reported together with those of `schema/`; what
has the wrong shape is passed over here.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from medborgarloften.domain.names import Names
from medborgarloften.domain.period import FIRST_YEAR, LAST_YEAR, Period, folded
from medborgarloften.domain.promise import OCCASIONS, RESERVED
from medborgarloften.files.promise_file.declared import SORTS, Declared, listed, mapping, spellings
from medborgarloften.files.promise_file.document import KeyPath
from medborgarloften.files.promise_file.problem import Problem
from medborgarloften.files.promise_file.schema.meant import meant

Window = tuple[date, date]


def problems(data: Any) -> Iterator[Problem]:
    """Yield everything in the file that does not fit the rest of it."""
    top, declared = mapping(data), Declared(data)
    period = window_of(mapping(top.get("period")), None)
    if period and period[1] < period[0]:
        yield Problem("window.backwards", {}, ("period", "to"))
        period = None
    yield from _clashes(top)
    yield from _quantities(mapping(top.get("quantities")))
    seen: dict[Any, int] = {}
    for index, entry in enumerate(listed(top.get("promises"))):
        promise, path = mapping(entry), ("promises", index)
        if isinstance(promise.get("id"), str) and seen.setdefault(promise["id"], index) != index:
            facts = {"id": promise["id"], "number": seen[promise["id"]] + 1}
            yield Problem("promise.duplicate", facts, (*path, "id"))
        yield from _promise(promise, path, declared, period)


def _promise(
    promise: dict[str, Any], path: KeyPath, declared: Declared, period: Window | None
) -> Iterator[Problem]:
    if promise and "targets" not in promise and "counts" not in promise:
        yield Problem("promise.either", {}, path)
    yield from _undeclared(
        promise, path, declared, {"counts": "kinds", "parties": "parties", "areas": "areas"}
    )
    outside = list(_outside(promise, path, period))
    yield from outside
    window = None if outside else window_of(promise, period)
    ended = _day(mapping(promise.get("ended")).get("on"))
    if ended and window and window[0] <= window[1] and not window[0] <= ended <= window[1]:
        yield Problem("promise.ended_outside", {"window": Period.of(*window)}, (*path, "ended", "on"))
    for index, entry in enumerate(listed(promise.get("targets"))):
        yield from _target(mapping(entry), (*path, "targets", index), declared, window)


def _target(
    target: dict[str, Any], path: KeyPath, declared: Declared, window: Window | None
) -> Iterator[Problem]:
    yield from _undeclared(target, path, declared, {"count": "kinds", "together_with": "kinds"})
    yield from _undeclared(target, path, declared, dict.fromkeys(("parties", "all_parties"), "parties"))
    yield from _undeclared(
        target, path, declared, dict.fromkeys(("areas", "each_area", "not_areas"), "areas")
    )
    yield from _under(target, path, "tags", "tags", declared.tags(_words(target.get("count"))))
    yield from _outside(target, path, window)
    yield from _exceptions(target, path, window_of(target, window))
    yield from _steps(target, path, window_of(target, window))
    yield from _revisions(target, path, window_of(target, window))
    yield from _counted(target, path, declared.sorts["quantities"])
    if declared.is_stock(target.get("of")):
        yield Problem("target.stock", {"word": target["of"]}, (*path, "of"))
    yield from _contradictions(target, path, declared)


def _counted(target: dict[str, Any], path: KeyPath, quantities: Names) -> Iterator[Problem]:
    of, amount = target.get("of", OCCASIONS), target.get("at_least")
    if of not in RESERVED:
        for problem in _unknown(of, (*path, "of"), "quantities", quantities):
            near = meant("of", of, list(RESERVED)) or quantities.nearest(of)
            yield problem._replace(facts={**problem.facts, "nearest": near or [*RESERVED, *quantities.shown]})
    yield from _whole(target, amount, (*path, "at_least"))
    yield from _minimum(mapping(target.get("minimum")), (*path, "minimum"), quantities)


def _whole(target: dict[str, Any], amount: Any, path: KeyPath) -> Iterator[Problem]:
    """Yield a problem for a broken number of what comes in whole ones."""
    is_whole = target.get("of", OCCASIONS) in RESERVED and target.get("judge") != "average"
    if is_whole and isinstance(amount, Decimal) and 0 < amount != int(amount):
        yield Problem("target.whole", {"value": str(amount)}, path)


def _minimum(minimum: dict[str, Any], path: KeyPath, quantities: Names) -> Iterator[Problem]:
    """Yield a problem for each quantity that is unknown, or there already under another of its words."""
    seen: dict[str, str] = {}
    for word in minimum:
        for problem in _unknown(word, (*path, word), "quantities", quantities):
            yield problem._replace(is_key=True)
        first = seen.setdefault(quantities.find(word) or word, word)
        if first != word:
            yield Problem("target.minimum_twice", {"word": word, "other": first}, (*path, word), is_key=True)


def _contradictions(target: dict[str, Any], path: KeyPath, declared: Declared) -> Iterator[Problem]:
    """Yield keys of a target that do not go together."""
    kinds, together = (declared.ids("kinds", _words(target.get(key))) for key in ("count", "together_with"))
    if {*kinds} & {*together}:
        facts = {"kind": target["together_with"]}
        yield Problem("target.together_with_itself", facts, (*path, "together_with"))
    if "each_area" in target and "areas" in target:
        yield Problem("target.areas_twice", {}, (*path, "each_area"), is_key=True)
    if "not_areas" in target and ("areas" in target or "each_area" in target):
        named = "areas" if "areas" in target else "each_area"
        yield Problem("target.not_areas", {"other": named}, (*path, "not_areas"), is_key=True)
    if "judge" in target and "per" not in target:
        yield Problem("target.judge_alone", {}, (*path, "judge"), is_key=True)


def _exceptions(target: dict[str, Any], path: KeyPath, window: Window | None) -> Iterator[Problem]:
    """Yield a problem for each exception that lies outside the target's window."""
    if window is None or window[1] < window[0]:
        return
    for index, value in enumerate(listed(target.get("except"))):
        day = _day(value)
        if day and not window[0] <= day <= window[1]:
            yield Problem("target.except_outside", {"window": Period.of(*window)}, (*path, "except", index))


def _steps(target: dict[str, Any], path: KeyPath, window: Window | None) -> Iterator[Problem]:
    """Yield what is wrong with the steps of a pace: where they cannot be, the order, days, broken numbers."""
    before: tuple[date, Any] | None = None
    for text, number in mapping(target.get("pace")).items():
        step = (*path, "pace", text)
        if "per" in target and target.get("judge", "each") == "each":
            yield Problem("target.pace_each", {}, (*path, "pace"), is_key=True)
            return
        day = _day(text)
        if day is None or isinstance(number, bool) or not isinstance(number, int | Decimal):
            return
        if window and window[0] <= window[1] and not window[0] <= day <= window[1]:
            yield Problem("target.pace_outside", {"window": Period.of(*window)}, step, is_key=True)
        if before and (day <= before[0] or number <= before[1]):
            yield Problem("target.pace_order", {}, step, is_key=True)
        yield from _whole({"of": target.get("of", OCCASIONS)}, number, step)
        before = day, number


def _revisions(target: dict[str, Any], path: KeyPath, window: Window | None) -> Iterator[Problem]:
    """Yield what is wrong with the numbers that were decided later."""
    before = window[0] if window else None
    for index, entry in enumerate(listed(target.get("revised"))):
        revision, place = mapping(entry), (*path, "revised", index)
        yield from _whole(target, revision.get("at_least"), (*place, "at_least"))
        first = _day(revision.get("from"))
        if first is None or window is None or window[1] < window[0]:
            continue
        if not window[0] < first <= window[1]:
            yield Problem("target.revised_outside", {"window": Period.of(*window)}, (*place, "from"))
        elif before and first <= before:
            yield Problem("target.revised_order", {}, (*place, "from"))
        before = first


def _quantities(quantities: dict[str, Any]) -> Iterator[Problem]:
    for key in quantities:
        if key in RESERVED:
            yield Problem("quantity.reserved", {"id": key}, ("quantities", key), is_key=True)


def _undeclared(
    entry: dict[str, Any], path: KeyPath, declared: Declared, sorts: dict[str, str]
) -> Iterator[Problem]:
    """Yield a problem for each word under the given keys that the file does not declare."""
    for key, sort in sorts.items():
        yield from _under(entry, path, key, sort, declared.sorts[sort])


def _under(entry: dict[str, Any], path: KeyPath, key: str, sort: str, names: Names) -> Iterator[Problem]:
    """Yield a problem for each word under a key, a single one or a list, that is not among the names."""
    value = entry.get(key)
    yield from _unknown(value, (*path, key), sort, names)
    for index, word in enumerate(listed(value)):
        yield from _unknown(word, (*path, key, index), sort, names)


def _unknown(word: Any, path: KeyPath, sort: str, names: Names) -> Iterator[Problem]:
    if isinstance(word, str) and names.find(word) is None:
        close = names.nearest(word) or list(names.shown)
        yield Problem(f"unknown.{sort}", {"word": word, "nearest": close}, path)


def _outside(entry: dict[str, Any], path: KeyPath, around: Window | None) -> Iterator[Problem]:
    """Yield a problem where `from` or `to` lies outside the window around it, or they are crossed."""
    if around is None:
        return
    for key in ("from", "to"):
        day = _day(entry.get(key))
        if day and not around[0] <= day <= around[1]:
            yield Problem("window.outside", {"first": around[0], "last": around[1]}, (*path, key))
            return
    window = window_of(entry, around)
    if window and window[1] < window[0]:
        yield Problem("window.backwards", {}, (*path, "to" if "to" in entry else "from"))


def _clashes(top: dict[str, Any]) -> Iterator[Problem]:
    """Yield a problem for each word that stands for two ids of one sort."""
    for sort in SORTS:
        owners: dict[str, str] = {}
        for key, value in mapping(top.get(sort)).items():
            words = [(key, (sort, key)), *spellings(value, (sort, key))]
            for word, path in {folded(word): (word, path) for word, path in reversed(words)}.values():
                owner = owners.setdefault(folded(word), key)
                if owner != key:
                    yield Problem("name.clash", {"word": word, "other": owner}, path, is_key=word == key)


def window_of(entry: dict[str, Any], around: Window | None) -> Window | None:
    """Return the days that `from` and `to` name, by default those around it; None where one is invalid."""
    first = _day(entry.get("from")) or (around and around[0])
    last = _day(entry.get("to")) or (around and around[1])
    return (first, last) if first and last else None


def _day(value: Any) -> date | None:
    try:
        day = date.fromisoformat(value)
    except (TypeError, ValueError):
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def _words(value: Any) -> list[str]:
    return [word for word in ([value] if isinstance(value, str) else listed(value)) if isinstance(word, str)]
