"""Sums of occasions: of all, by area, party, kind and tag, and by month."""

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
    both = [(tally.occasions, tally.content.approx) for tally in tallies]
    return Sum(sum(occasions for occasions, _ in both), any(approx for _, approx in both))


def _by(tallies: Iterable[Tally], field: str) -> dict[str | None, list[Tally]]:
    """Return what names each area, party, kind or tag; None has what names none."""
    found: dict[str | None, list[Tally]] = {}
    for tally in tallies:
        for key in getattr(tally.content, field) or (None,):
            found.setdefault(key, []).append(tally)
    return found


def _order(keys: Iterable[str | None], known: Iterable[str]) -> list[str | None]:
    """Order keys as the agreement does, then those that it does not know, then “none named”."""
    places = {key: place for place, key in enumerate(dict.fromkeys(known))}
    return sorted(keys, key=lambda key: (key is None, places.get(key or "", len(places)), key or ""))


def divided(own: list[Tally], field: str, known: Iterable[str]) -> tuple[Subtotal, ...]:
    """Return the occasions by area, party, kind or tag, as `field` says; `known` gives their order."""
    found = _by(own, field)
    return tuple(Subtotal(key, summed(found[key])) for key in _order(found, known))


def by_area(agreement: Agreement, own: list[Tally]) -> tuple[Subtotal, ...]:
    """Return the focus areas, always, then every other area that has some."""
    cells = divided(own, "areas", agreement.areas)
    found = {cell.id: cell for cell in cells}
    focus = [area.id for area in agreement.areas.values() if area.focus]
    first = (found.get(area) or Subtotal(area, summed(())) for area in focus)
    return (*first, *(cell for cell in cells if cell.id not in focus))


def by_month(view: Overview) -> tuple[tuple[MonthRow, ...], Sum]:
    """Return the occasions of each area by month, and those of figures that lie in several months."""
    months = Period.of(view.agreement.period.first, view.days.as_of).months
    single: list[Tally] = []
    spread: list[Tally] = []
    for tally in distinct(view.promises):
        within = month_start(tally.content.day) == month_start(tally.content.last)
        (single if within else spread).append(tally)
    areas = view.agreement.areas
    found: dict[str | None, list[Tally]] = {area.id: [] for area in areas.values() if area.focus}
    found |= _by(single, "areas")
    return tuple(MonthRow(key, _row(found[key], months)) for key in _order(found, areas)), summed(spread)


def _row(tallies: list[Tally], months: list[date]) -> tuple[Sum, ...]:
    found: dict[date, list[Tally]] = {month: [] for month in months}
    for tally in tallies:
        found[month_start(tally.content.day)].append(tally)
    return tuple(summed(found[month]) for month in months)
