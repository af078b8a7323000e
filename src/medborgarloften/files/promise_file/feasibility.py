"""Targets of a promise file that could never be kept, or that would be kept by doing nothing.

Works on plain data of which some may be wrong: a target is looked at only where nothing is wrong with it,
with its promise's window or with the period.
"""

from collections.abc import Collection, Iterator
from typing import Any

from medborgarloften.domain.judging.feasible import Obstacle, obstacle
from medborgarloften.domain.period import Period
from medborgarloften.domain.promise import AREAS, Target
from medborgarloften.files.promise_file.build import build_target
from medborgarloften.files.promise_file.declared import Declared, listed, mapping
from medborgarloften.files.promise_file.problem import Problem
from medborgarloften.files.promise_file.references import Window, window_of
from medborgarloften.files.promise_file.yaml_text import Path


def problems(data: Any, wrong: Collection[Path]) -> Iterator[Problem]:
    """Yield a problem for each target that makes no sense; `wrong` are the paths of what is wrong already."""
    top, spoilt = mapping(data), {path[:length] for path in wrong for length in range(len(path) + 1)}
    declared = Declared(data)
    period = window_of(mapping(top.get("period")), None)
    for index, entry in enumerate(listed(top.get("promises"))):
        promise, path = mapping(entry), ("promises", index)
        places: list[Path] = [("period",), (*path, "from"), (*path, "to")]
        window = window_of(promise, period)
        if window and spoilt.isdisjoint(places):
            yield from _of_promise(promise, path, window, declared, spoilt)


def _of_promise(
    promise: dict[str, Any], path: Path, window: Window, declared: Declared, spoilt: Collection[Path]
) -> Iterator[Problem]:
    for number, entry in enumerate(listed(promise.get("targets"))):
        place: Path = (*path, "targets", number)
        if place not in spoilt:
            target = build_target(entry, Period.of(*window), declared)
            found = obstacle(target, len(declared.sorts["areas"].shown))
            if found:
                yield _problem(target, found, entry, place)


def _problem(target: Target, found: Obstacle, entry: dict[str, Any], place: Path) -> Problem:
    amount = (*place, "at_least")
    if found.what == "no_day":
        key = next(key for key in ("months", "weekdays", "except") if key in entry)
        return Problem("target.no_day", {}, (*place, key), is_key=True)
    if found.what in ("no_bucket", "too_many"):
        facts: dict[str, object] = {"per": str(target.per), "window": target.window, "most": found.most}
        return Problem(f"target.{found.what}", facts, (*place, "per"))
    if found.what == "none":
        return Problem("target.none", {}, amount)
    if target.each_area and target.of == AREAS:
        return Problem("target.areas_of_each", {}, amount)
    facts = {"needed": found.needed, "most": found.most}
    if found.where:
        return Problem(f"target.unreachable.{target.of}_in", {**facts, "where": found.where}, amount)
    return Problem(f"target.unreachable.{target.of}", facts, amount)
