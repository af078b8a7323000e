"""A promise file moved to another year: new dates, and marks where a person must confirm something.

The text itself is edited, at the positions of its values, so that comments, order and quotes stay.
Writes no file.
"""

import re
from calendar import isleap
from collections.abc import Iterator
from datetime import date
from typing import Any

from medborgarloften.errors import DataError, Finding, LoftenError
from medborgarloften.files.promise_file.document import (
    Document,
    KeyPath,
    line_span,
    offset_at,
    place_at,
    value_at,
)
from medborgarloften.files.promise_file.yaml_text import read_document

_WRITTEN = re.compile(r"""(["']?)([0-9]{4}-[0-9]{2}-[0-9]{2})\1""")
_TO_CONFIRM = ("at_least", "decision")
_FEBRUARY = 2


def moved_day(day: date, years: int, *, last: bool) -> date:
    """Return the same day some years on.

    A last day at the end of February stays at its end; a first day on 29 February becomes 1 March
    where there is none, so that two agreements neither overlap nor leave a day out.
    """
    year = day.year + years
    if day.month != _FEBRUARY or day.day < 28:  # noqa: PLR2004 - a day that every year has
        return day.replace(year=year)
    if last and (day.day == 29 or not isleap(day.year)):  # noqa: PLR2004 - the last of February
        return date(year, _FEBRUARY, 29 if isleap(year) else 28)
    return date(year, 3, 1) if day.day == 29 and not isleap(year) else day.replace(year=year)  # noqa: PLR2004


def moved(text: str, file: str, years: int, mark: str) -> str:
    """Return the text of a valid promise file, moved; `mark` is put where something must be confirmed.

    Raises `DataError` for a date that is not written on one line.
    """
    document = read_document(text, file)
    changes = dict(_changes(document.data, years))
    old = str(date.fromisoformat(document.data["period"]["from"]).year)
    doubtful = [path for path in _doubtful(document, old) if path not in changes]
    doubtful += [path for path in changes if "except" in path]  # a holiday is on another day
    lines = {document.values[path].line for path in doubtful}
    for path in sorted(changes, key=lambda path: document.values[path], reverse=True):
        text = _replaced(text, document, path, changes[path], file)
    return _marked(text, sorted(lines, reverse=True), mark)


def _changes(data: dict[str, Any], years: int) -> Iterator[tuple[KeyPath, str]]:
    """Yield the path of every first and last day, and of every exception, with its new value."""
    for path, entry in _windows(data):
        days = {
            key: moved_day(date.fromisoformat(entry[key]), years, last=key == "to")
            for key in ("from", "to")
            if key in entry
        }
        if days.get("from", date.min) > days.get("to", date.max):
            days["from"] = days["to"]  # 29 February alone
        yield from (((*path, key), day.isoformat()) for key, day in days.items())
        for index, text in enumerate(entry.get("except", ())):
            day = moved_day(date.fromisoformat(text), years, last=True)
            yield (*path, "except", index), day.isoformat()


def _windows(data: dict[str, Any]) -> Iterator[tuple[KeyPath, dict[str, Any]]]:
    """Yield everything that may have `from` and `to`, with its path."""
    yield ("period",), data["period"]
    for number, promise in enumerate(data["promises"]):
        yield ("promises", number), promise
        for index, target in enumerate(promise.get("targets", ())):
            yield ("promises", number, "targets", index), target


def _doubtful(document: Document, year: str) -> Iterator[KeyPath]:
    """Yield the paths of numbers, decisions, and texts that name the old year."""
    named = re.compile(rf"(?<![0-9]){year}(?![0-9])")
    for path in document.values:
        value = value_at(document.data, path)
        names_year = isinstance(value, str) and named.search(value)
        if names_year or (path[-1:] and path[-1] in _TO_CONFIRM):
            yield path


def _replaced(text: str, document: Document, path: KeyPath, day: str, file: str) -> str:
    """Replace the date at a path by `day`. Raises `DataError`."""
    position = document.values[path]
    match = _WRITTEN.match(text, offset_at(text, position))
    if match is None or match[2] != value_at(document.data, path):
        raise DataError(Finding("year.unmoved", {}, place_at(position, text, file)))
    return text[: match.start(2)] + day + text[match.end(2) :]


def _marked(text: str, lines: list[int], mark: str) -> str:
    """Put the mark at the end of lines, or above those that end inside a text; from the last line up."""
    data = read_document(text, "").data
    for line in lines:
        start, end = line_span(text, line)
        indent = re.match(" *", text[start:end])
        above = f"{indent[0] if indent else ''}# {mark}\n"
        for candidate in (f"{text[:end]}  # {mark}{text[end:]}", text[:start] + above + text[start:]):
            if _reads_as(candidate, data):
                text = candidate
                break
    return text


def _reads_as(text: str, data: Any) -> bool:
    try:
        return bool(read_document(text, "").data == data)
    except LoftenError:
        return False
