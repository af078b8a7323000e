"""A promise file moved to another period: new dates, and marks where a person must confirm something.

The text itself is edited, at the positions of its values, so that comments, order and quotes stay.
Writes no file.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from medborgarloften.domain.per import days_after, month_start
from medborgarloften.domain.period import Period
from medborgarloften.errors import DataError, Finding, LoftenError
from medborgarloften.files.promise_file.document import (
    Document,
    KeyPath,
    Position,
    line_span,
    offset_at,
    place_at,
    value_at,
)
from medborgarloften.files.promise_file.yaml_text import read_document

_WRITTEN = re.compile(r"""(["']?)([0-9]{4}-[0-9]{2}-[0-9]{2})\1""")
_TO_CONFIRM = ("at_least", "decision")


class Move(NamedTuple):
    """How far dates are moved: so many months, else so many days."""

    months: int = 0
    days: int = 0

    def day(self, day: date, *, last: bool) -> date:
        """Return a day moved.

        A last day that is the end of its month stays at the end of one; another day that the month does not
        have becomes the first of the next one, so that two agreements neither overlap nor leave a day out.
        """
        if not self.months:
            return days_after(day, self.days)
        if last:
            return days_after(self.day(days_after(day, 1), last=False), -1)
        month, after = month_start(day, self.months), month_start(day, self.months + 1)
        return min(days_after(month, day.day - 1), after)


def next_move(period: Period) -> Move:
    """Return how to move an agreement to the period of the same length that follows it."""
    months = 12 * (period.stop.year - period.start.year) + period.stop.month - period.start.month
    if period.start.day == period.stop.day:
        return Move(months=months)
    return Move(days=period.days)


def moved(text: str, file: str, move: Move, mark: str) -> str:
    """Return the text of a valid promise file, moved; `mark` is put where something must be confirmed.

    Raises `DataError` for a date that is not written on one line.
    """
    document = read_document(text, file)
    changes = dict(_changes(document.data, move))
    period = Period.of(*(date.fromisoformat(document.data["period"][key]) for key in ("from", "to")))
    old = str(period.first.year)
    doubtful = [path for path in _doubtful(document, old) if path not in changes]
    doubtful += [path for path in changes if "except" in path]  # a holiday is on another day
    doubtful += [path for path in document.values if _is_step(path)]
    doubtful += [] if period.is_year else [("period",)]
    lines = {document.values[path].line for path in doubtful}
    written = {_position(document, path): path for path in changes}
    for position in sorted(written, reverse=True):
        path = written[position]
        before = path[-1] if _is_step(path) else value_at(document.data, path)
        text = _replaced(text, position, str(before), changes[path], file)
    return _as_draft(_marked(text, sorted(lines, reverse=True), mark))


def _as_draft(text: str) -> str:
    """Return the text of a promise file with the line that makes it a draft, after that of its version."""
    document = read_document(text, "")
    if document.data.get("draft"):
        return text
    if "draft" in document.data:
        at = offset_at(text, document.values["draft",])
        return text[:at] + "true" + text[at + len("false") :]
    _, end = line_span(text, document.values["loften",].line)
    return f"{text[:end]}\ndraft: true{text[end:]}"


def _changes(data: dict[str, Any], move: Move) -> Iterator[tuple[KeyPath, str]]:
    """Yield the path of every day, exception, step of a pace and decision, with its new day."""
    for path, entry in _windows(data):
        days = {
            key: move.day(date.fromisoformat(entry[key]), last=key == "to")
            for key in ("from", "to")
            if key in entry
        }
        if days.get("from", date.min) > days.get("to", date.max):
            days["from"] = days["to"]  # 29 February alone
        yield from (((*path, key), day.isoformat()) for key, day in days.items())
        for index, text in enumerate(entry.get("except", ())):
            day = move.day(date.fromisoformat(text), last=True)
            yield (*path, "except", index), day.isoformat()
        for (*inner, key), text in _decided(entry):
            day = move.day(date.fromisoformat(text), last=key == "on")
            yield (*path, *inner, key), day.isoformat()
        pace = entry.get("pace")
        for text in pace if isinstance(pace, dict) else ():
            yield (*path, "pace", text), move.day(date.fromisoformat(text), last=True).isoformat()


def _decided(entry: dict[str, Any]) -> Iterator[tuple[KeyPath, str]]:
    """Yield the days of what was decided along the way."""
    if "ended" in entry:
        yield ("ended", "on"), entry["ended"]["on"]
    for index, revision in enumerate(entry.get("revised", ())):
        yield ("revised", index, "from"), revision["from"]


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


def _is_step(path: KeyPath) -> bool:
    """Tell whether a path is of a step of a pace, whose day is a key."""
    return path[-2:-1] == ("pace",)


def _position(document: Document, path: KeyPath) -> Position:
    """Return where the day of a path is written."""
    return (document.keys if _is_step(path) else document.values)[path]


def _replaced(text: str, position: Position, before: str, day: str, file: str) -> str:
    """Replace the date at a position, which is `before`, by `day`. Raises `DataError`."""
    match = _WRITTEN.match(text, offset_at(text, position))
    if match is None or match[2] != before:
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
