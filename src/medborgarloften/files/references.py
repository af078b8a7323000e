"""What a promise file says about itself: ids that must exist, windows, names that must be distinct.

Works on plain data that may still be of the wrong shape, so that these findings are reported together
with those of `schema.py`; what has the wrong shape is passed over here.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from medborgarloften.domain.names import Names
from medborgarloften.domain.period import FIRST_YEAR, LAST_YEAR, folded
from medborgarloften.domain.promise import OCCASIONS
from medborgarloften.files.yaml_text import Path

RESERVED = (OCCASIONS, "areas", "days", "weekends")


class Problem(NamedTuple):
    """A code, its facts and the path of the value, or of the key, that is wrong."""

    code: str
    facts: dict[str, object]
    path: Path
    is_key: bool = False


Window = tuple[date, date]


def problems(data: Any) -> Iterator[Problem]:
    """Yield everything in the file that does not fit the rest of it."""
    top = _mapping(data)
    period = _window(_mapping(top.get("period")), None)
    if period and period[1] < period[0]:
        yield Problem("window.backwards", {}, ("period", "to"))
        period = None
    yield from _clashes(top)
    yield from _quantities(_mapping(top.get("quantities")))
    seen: dict[Any, int] = {}
    for index, entry in enumerate(_list(top.get("promises"))):
        promise, path = _mapping(entry), ("promises", index)
        if isinstance(promise.get("id"), str) and seen.setdefault(promise["id"], index) != index:
            facts = {"id": promise["id"], "number": seen[promise["id"]] + 1}
            yield Problem("promise.duplicate", facts, (*path, "id"))
        yield from _promise(promise, path, top, period)


def _promise(
    promise: dict[str, Any], path: Path, top: dict[str, Any], period: Window | None
) -> Iterator[Problem]:
    if ("targets" in promise) == ("counts" in promise) and promise:
        yield Problem("promise.either", {}, path)
    yield from _known(promise, path, top, {"counts": "kinds", "parties": "parties", "areas": "areas"})
    yield from _outside(promise, path, period)
    window = _window(promise, period)
    for index, entry in enumerate(_list(promise.get("targets"))):
        yield from _target(_mapping(entry), (*path, "targets", index), top, window)


def _target(
    target: dict[str, Any], path: Path, top: dict[str, Any], window: Window | None
) -> Iterator[Problem]:
    words = {"count": "kinds", "parties": "parties", "areas": "areas", "together_with": "kinds"}
    yield from _known(target, path, top, words)
    yield from _tags(target, path, top)
    yield from _outside(target, path, window)
    yield from _counted(target, path, top)
    if target.get("together_with") in _words(target.get("count")):
        yield Problem(
            "target.together_with_itself", {"kind": target["together_with"]}, (*path, "together_with")
        )


def _counted(target: dict[str, Any], path: Path, top: dict[str, Any]) -> Iterator[Problem]:
    of, amount = target.get("of", OCCASIONS), target.get("at_least")
    if of == OCCASIONS:
        if isinstance(amount, Decimal) and amount > 0 and amount != int(amount):
            yield Problem("target.whole", {"value": str(amount)}, (*path, "at_least"))
    elif of in RESERVED:
        yield Problem("schema.later", {"key": f"of: {of}"}, (*path, "of"))
    else:
        yield from _unknown(of, (*path, "of"), top, "quantities")


def _quantities(quantities: dict[str, Any]) -> Iterator[Problem]:
    for key in quantities:
        if key in RESERVED:
            yield Problem("quantity.reserved", {"id": key}, ("quantities", key), is_key=True)


def _known(
    entry: dict[str, Any], path: Path, top: dict[str, Any], sorts: dict[str, str]
) -> Iterator[Problem]:
    """Yield a problem for each word under the given keys that the file does not declare."""
    for key, sort in sorts.items():
        value = entry.get(key)
        if isinstance(value, str):
            yield from _unknown(value, (*path, key), top, sort)
        for index, word in enumerate(_list(value)):
            yield from _unknown(word, (*path, key, index), top, sort)


def _unknown(word: Any, path: Path, top: dict[str, Any], sort: str) -> Iterator[Problem]:
    declared = _mapping(top.get(sort))
    if isinstance(word, str) and word not in declared:
        names = Names({key: (key, *_names(value)) for key, value in declared.items()})
        close = names.nearest(word) or list(declared)
        yield Problem(f"unknown.{sort}", {"word": word, "nearest": close}, path)


def _tags(target: dict[str, Any], path: Path, top: dict[str, Any]) -> Iterator[Problem]:
    kinds = [_mapping(_mapping(top.get("kinds")).get(kind)) for kind in _words(target.get("count"))]
    tags = {tag: name for kind in kinds for tag, name in _mapping(kind.get("tags")).items()}
    yield from _known(target, path, {"tags": tags}, {"tags": "tags"})


def _outside(entry: dict[str, Any], path: Path, around: Window | None) -> Iterator[Problem]:
    """Yield a problem where `from` or `to` lies outside the window around it, or they are crossed."""
    if around is None:
        return
    for key in ("from", "to"):
        day = _day(entry.get(key))
        if day and not around[0] <= day <= around[1]:
            yield Problem("window.outside", {"first": around[0], "last": around[1]}, (*path, key))
            return
    window = _window(entry, around)
    if window and window[1] < window[0]:
        yield Problem("window.backwards", {}, (*path, "to" if "to" in entry else "from"))


def _clashes(top: dict[str, Any]) -> Iterator[Problem]:
    """Yield a problem for each word that stands for two ids of one sort."""
    for sort in ("kinds", "areas", "parties", "quantities"):
        owners: dict[str, str] = {}
        for key, value in _mapping(top.get(sort)).items():
            own = [(key, (sort, key)), *_spellings(value, (sort, key))]
            for word, path in {folded(word): (word, path) for word, path in reversed(own)}.values():
                owner = owners.setdefault(folded(word), key)
                if owner != key:
                    yield Problem("name.clash", {"word": word, "other": owner}, path, is_key=word == key)


def _names(value: Any) -> list[str]:
    return [word for word, _ in _spellings(value, ())]


def _spellings(value: Any, path: Path) -> Iterator[tuple[str, Path]]:
    """Yield every word that an entry of kinds, areas, parties or quantities answers to, with its path."""
    if isinstance(value, str):
        yield value, path
    for key, inner in _mapping(value).items():
        if key in ("name", "plural", "sv", "en"):
            yield from _spellings(inner, (*path, key))
        elif key == "aliases":
            yield from (
                (word, (*path, key, index))
                for index, word in enumerate(_list(inner))
                if isinstance(word, str)
            )


def _window(entry: dict[str, Any], around: Window | None) -> Window | None:
    first = _day(entry.get("from")) or (around and around[0])
    last = _day(entry.get("to")) or (around and around[1])
    return (first, last) if first and last else None


def _day(value: Any) -> date | None:
    try:
        day = date.fromisoformat(value)
    except (TypeError, ValueError):
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def _words(value: Any) -> list[Any]:
    return [value] if isinstance(value, str) else _list(value)


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
