"""Targets of a promise file that could never be kept, or that would be kept by doing nothing.

Takes plain data that may be partly invalid: a target is judged only where it, the window of its promise
and the period are valid.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from medborgarloften.domain.judging.feasible import Obstacle, obstacle
from medborgarloften.domain.judging.schedule import schedule
from medborgarloften.domain.judging.target import required
from medborgarloften.domain.period import Period
from medborgarloften.domain.promise import AREAS, Target
from medborgarloften.files.promise_file.build import build_target
from medborgarloften.files.promise_file.declared import Declared, listed, mapping
from medborgarloften.files.promise_file.document import KeyPath
from medborgarloften.files.promise_file.problem import Problem
from medborgarloften.files.promise_file.references import Window, window_of

if TYPE_CHECKING:
    from medborgarloften.domain.judging.standing import Amount


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
            else:
                yield from _never(target, (*target_path, "revised"))
                if isinstance(target.pace, tuple):
                    yield from _too_high(target.pace, max(_required(target)), (*target_path, "pace"))


def _never(target: Target, path: KeyPath) -> Iterator[Problem]:
    """Yield a problem for each later number that is in force at the end of no full bucket."""
    ends = [bucket.last for bucket in schedule(target).buckets if bucket.full]
    used = {bisect_right(target.revised_on, last) for last in ends}
    for number in range(1, len(target.revised) + 1):
        if ends and number not in used:
            yield Problem("target.revised_never", {}, (*path, number - 1, "from"))


def _required(target: Target) -> Iterator["Amount"]:
    """Yield what is required, as it was ever decided."""
    when = schedule(target)
    yield from (required(target, when, day) for day in (when.window.first, *target.revised_on))


def _too_high(
    steps: Iterable[tuple[date, int | Decimal]], needed: "Amount", path: KeyPath
) -> Iterator[Problem]:
    """Yield a problem for the first step of a pace that asks for more than the target."""
    for day, number in steps:
        if number > needed:
            yield Problem("target.pace_above", {"needed": needed}, (*path, day.isoformat()))
            return


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
