"""Targets of a promise file that could never be kept, or that would be kept by doing nothing.

Takes plain data that may be partly invalid: a target is judged only where it, the window of its promise
and the period are valid.
"""

from collections.abc import Collection, Iterator
from typing import Any

from medborgarloften.domain.judging.feasible import Obstacle, obstacle
from medborgarloften.domain.period import Period
from medborgarloften.domain.promise import AREAS, Target
from medborgarloften.files.promise_file.build import build_target
from medborgarloften.files.promise_file.declared import Declared, listed, mapping
from medborgarloften.files.promise_file.document import KeyPath
from medborgarloften.files.promise_file.problem import Problem
from medborgarloften.files.promise_file.references import Window, window_of


def problems(data: Any, wrong: Collection[KeyPath]) -> Iterator[Problem]:
    """Yield a problem for each target that makes no sense; `wrong` has the paths of known problems."""
    spoilt = {path[:length] for path in wrong for length in range(len(path) + 1)}
    top, declared = mapping(data), Declared(data)
    period = window_of(mapping(top.get("period")), None)
    for index, entry in enumerate(listed(top.get("promises"))):
        promise, path = mapping(entry), ("promises", index)
        needed: list[KeyPath] = [("period",), (*path, "from"), (*path, "to")]
        window = window_of(promise, period)
        if window and spoilt.isdisjoint(needed):
            yield from _of_promise(promise, path, window, declared, spoilt)


def _of_promise(
    promise: dict[str, Any], path: KeyPath, window: Window, declared: Declared, spoilt: Collection[KeyPath]
) -> Iterator[Problem]:
    for index, entry in enumerate(listed(promise.get("targets"))):
        target_path: KeyPath = (*path, "targets", index)
        if target_path not in spoilt:
            target = build_target(entry, Period.of(*window), declared)
            hindrance = obstacle(target, len(declared.sorts["areas"].shown))
            if hindrance:
                yield _problem(target, hindrance, entry, target_path)


def _problem(target: Target, hindrance: Obstacle, entry: dict[str, Any], path: KeyPath) -> Problem:
    amount = (*path, "at_least")
    if hindrance.what == "no_day":
        key = next(key for key in ("months", "weekdays", "except") if key in entry)
        return Problem("target.no_day", {}, (*path, key), is_key=True)
    if hindrance.what in ("no_bucket", "too_many"):
        facts: dict[str, object] = {"per": str(target.per), "window": target.window, "most": hindrance.most}
        return Problem(f"target.{hindrance.what}", facts, (*path, "per"))
    if hindrance.what == "none":
        return Problem("target.none", {}, amount)
    if target.each_area and target.of == AREAS:
        return Problem("target.areas_of_each", {}, amount)
    facts = {"needed": hindrance.needed, "most": hindrance.most}
    if hindrance.where:
        return Problem(f"target.unreachable.{target.of}_in", {**facts, "where": hindrance.where}, amount)
    return Problem(f"target.unreachable.{target.of}", facts, amount)
