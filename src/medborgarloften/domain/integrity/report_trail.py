"""The trail of a report, which says what log it was made from, held against the log as it is now."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from medborgarloften.domain.integrity.audit import Entry
from medborgarloften.errors import Finding, Place


class Trail(NamedTuple):
    """Whose report it is, how many records the log had, and each file's number of records and last `sum`."""

    municipality: str
    records: int
    ends: tuple[tuple[int, str], ...]


def hold(
    report: str, trail: Trail | None, municipalities: Iterable[str], entries: Iterable[Entry]
) -> Iterator[Finding]:
    """Yield what speaks against a report that was read from the file `report`; None is no report at all.

    `municipalities` are those of the workspace; where none is known, any is accepted.
    """
    place, named = Place(report), list(dict.fromkeys(municipalities))
    if trail is None:
        yield Finding("check.no_report", {}, place)
    elif named and trail.municipality not in named:
        facts = {"other": trail.municipality, "municipality": named[-1]}
        yield Finding("check.other_municipality", facts, place)
    else:
        yield from _compare(place, trail, entries)


def _compare(place: Place, trail: Trail, entries: Iterable[Entry]) -> Iterator[Finding]:
    total = sum(records for records, _ in trail.ends)
    if total != trail.records:
        yield Finding("check.report_altered", {"records": trail.records, "total": total}, place)
    numbers = _numbers(entries)
    for records, last in trail.ends:
        now = numbers.get(last, [])
        facts = {"sum": last, "records": records}
        if not now:
            yield Finding("check.report_lost", facts, place)
        elif records not in now:
            yield Finding("check.report_shifted", {**facts, "now": now[0]}, place)


def _numbers(entries: Iterable[Entry]) -> dict[str, list[int]]:
    """Return which record of its file, from 1, each `sum` belongs to; copies of a file have it too."""
    numbers: dict[str, list[int]] = {}
    records: dict[str, int] = {}
    for entry in entries:
        records[entry.file] = records.get(entry.file, 0) + 1
        numbers.setdefault(entry.sum, []).append(records[entry.file])
    return numbers
