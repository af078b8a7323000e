"""Sums of occasions: of all, by area, party, kind and tag, and by month. Judges nothing."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from medborgarloften.domain.judging.counting import Tally
from medborgarloften.domain.judging.promises import distinct
from medborgarloften.domain.overview import Overview
from medborgarloften.domain.per import month_start
from medborgarloften.domain.period import Period
from medborgarloften.domain.promise import Agreement


class Sum(NamedTuple):
    """A number of occasions, and whether any of them is approximate."""

    occasions: int
    approx: bool


class Subtotal(NamedTuple):
    """The occasions of an area, party, kind or tag by id; None is “none named”. A joint one is in each."""

    id: str | None
    sum: Sum


class MonthRow(NamedTuple):
    """The occasions of one area in each month, from the agreement's first on."""

    id: str | None
    months: tuple[Sum, ...]


def summed(tallies: Iterable[Tally]) -> Sum:
    """Return the occasions of all of them."""
    listed = list(tallies)
    return Sum(sum(tally.occasions for tally in listed), any(tally.content.approx for tally in listed))


def _by(tallies: Iterable[Tally], field: str) -> dict[str | None, list[Tally]]:
    """Return what names each area, party, kind or tag; None has what names none."""
    groups: dict[str | None, list[Tally]] = {}
    for tally in tallies:
        for key in getattr(tally.content, field) or (None,):
            groups.setdefault(key, []).append(tally)
    return groups


def _order(keys: Iterable[str | None], declared: Iterable[str]) -> list[str | None]:
    """Order keys as the agreement does, then those that it does not know, then “none named”."""
    ranks = {key: rank for rank, key in enumerate(dict.fromkeys(declared))}
    return sorted(keys, key=lambda key: (key is None, ranks.get(key or "", len(ranks)), key or ""))


def divided(tallies: list[Tally], field: str, declared: Iterable[str]) -> tuple[Subtotal, ...]:
    """Return the occasions by area, party, kind or tag, as `field` says; `declared` gives their order."""
    groups = _by(tallies, field)
    return tuple(Subtotal(key, summed(groups[key])) for key in _order(groups, declared))


def by_area(agreement: Agreement, tallies: list[Tally]) -> tuple[Subtotal, ...]:
    """Return the focus areas, always, then every other area that has some."""
    subtotals = {subtotal.id: subtotal for subtotal in divided(tallies, "areas", agreement.areas)}
    focus = [area.id for area in agreement.areas.values() if area.focus]
    first = (subtotals.pop(area, Subtotal(area, Sum(0, approx=False))) for area in focus)
    return (*first, *subtotals.values())


def by_month(view: Overview) -> tuple[tuple[MonthRow, ...], Sum]:
    """Return the occasions of each area by month, and those of figures that lie in several months."""
    months = Period.of(view.agreement.period.first, view.days.as_of).months
    single: list[Tally] = []
    spread: list[Tally] = []
    for tally in distinct(view.promises):
        within = month_start(tally.content.day) == month_start(tally.content.last)
        (single if within else spread).append(tally)
    areas = view.agreement.areas
    groups: dict[str | None, list[Tally]] = {area.id: [] for area in areas.values() if area.focus}
    groups |= _by(single, "areas")
    return tuple(MonthRow(key, _row(groups[key], months)) for key in _order(groups, areas)), summed(spread)


def _row(tallies: list[Tally], months: list[date]) -> tuple[Sum, ...]:
    by_start: dict[date, list[Tally]] = {month: [] for month in months}
    for tally in tallies:
        by_start[month_start(tally.content.day)].append(tally)
    return tuple(map(summed, by_start.values()))
