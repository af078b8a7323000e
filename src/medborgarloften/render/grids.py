"""Plain grids of words: the status and lists of records, for the terminal, CSV and Markdown to lay out."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from medborgarloften.domain.activity import Amendment, Record
from medborgarloften.domain.history import Ledger
from medborgarloften.domain.ids import endings
from medborgarloften.domain.judging.counting import activity
from medborgarloften.domain.judging.promises import PromiseProgress
from medborgarloften.domain.judging.standing import TargetProgress
from medborgarloften.domain.overview import Overview
from medborgarloften.domain.promise import Agreement
from medborgarloften.render.words import phrases, targets, units
from medborgarloften.render.words.voice import Voice
from medborgarloften.render.words.wording import Words


class Grid(NamedTuple):
    """Titles and rows; every row has a text for each title. `numeric` are the columns of numbers.

    `below` are the columns that may stand below their row where there is no room, the first to go first.
    """

    titles: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: frozenset[int] = frozenset()
    below: tuple[int, ...] = ()


_STATUS = ("number", "promise", "target", "done", "required", "booked", "missing", "next", "state", "verdict")
_BUCKETS = ("kept", "unmet", "unknown", "unplaced")  # columns that only some agreements have
_LIST = ("id", "day", "what", "where", "who", "note", "mark")
_BELOW = tuple(_LIST.index(name) for name in ("note", "mark", "who", "where", "what", "day"))


def status(words: Words, view: Overview) -> Grid:
    """Return a row for every target and each of its areas, and for every promise without a number."""
    voice, rows = Voice(words, view.agreement), list[tuple[str, ...]]()
    for progress in view.promises:
        for target in progress.targets:
            rows += [_row(words, progress, cells) for cells in _target(voice, view, target)]
        if not progress.targets:
            done = words.amount(progress.logged, approx=progress.approx)
            cells = ("", done, "", "", "", "", targets.state(words, progress))
            rows.append(_row(words, progress, (*cells, *("" for _ in _BUCKETS))))
    return _without_empty(words, rows)


def _without_empty(words: Words, rows: list[tuple[str, ...]]) -> Grid:
    """Leave out the columns of buckets and of what is not assigned where no row has any."""
    first = len(_STATUS)
    kept = [n for n in range(first + len(_BUCKETS)) if n < first or any(row[n] for row in rows)]
    titles = [words.say(f"grid.{name}") for name in (*_STATUS, *_BUCKETS)]
    cells = tuple(tuple(row[n] for n in kept) for row in rows)
    return Grid(tuple(titles[n] for n in kept), cells, frozenset({0, 3, 4, 5, 6}))


def _target(voice: Voice, view: Overview, progress: TargetProgress) -> Iterator[tuple[str, ...]]:
    name = targets.target_name(voice, progress.target)
    yield _cells(voice, view, name, progress)
    for area in progress.areas:
        yield _cells(voice, view, voice.in_area(name, area.area), area.progress)


def _cells(voice: Voice, view: Overview, name: str, progress: TargetProgress) -> tuple[str, ...]:
    goal = targets.goal(voice, progress.target) if progress.target.by_bucket else None
    buckets, year = targets.buckets_of(progress), view.days.as_of.year
    return (
        name,
        voice.amount(progress.done, approx=progress.approx),
        goal or voice.number(progress.required),
        voice.number(progress.booked),
        "" if progress.missing is None else voice.number(progress.missing),
        progress.next_by.isoformat() if progress.next_by else "",
        targets.state(voice, progress),
        targets.figure(voice, progress) if buckets else "",
        units.every_name(voice, buckets.per, buckets.unmet, year) if buckets else "",
        units.every_name(voice, buckets.per, buckets.unknown, year) if buckets else "",
        voice.number(progress.unplaced) if progress.unplaced else "",
    )


def _row(words: Words, progress: PromiseProgress, cells: tuple[str, ...]) -> tuple[str, ...]:
    promise, columns = progress.promise, len(cells) - len(_BUCKETS)
    verdict = phrases.verdict(words, progress) or ""
    return (str(promise.number), words.fact(promise.text), *cells[:columns], verdict, *cells[columns:])


def records(
    words: Words, agreement_of: Callable[[Record], Agreement], ledger: Ledger, listed: Iterable[Record]
) -> Grid:
    """Return a row for every activity or plan, with the ending of its id."""
    ids, marked = endings(ledger.ids), _marked(ledger)
    rows = tuple(
        (
            ids[record.id],
            *Voice(words, agreement_of(record)).row(activity(record)),
            _mark(words, ledger, record, marked),
        )
        for record in listed
    )
    return Grid(tuple(words.say(f"grid.{name}") for name in _LIST), rows, below=_BELOW)


class _Marked(NamedTuple):
    """The ids of records that were amended, and of plans that were carried out."""

    amended: set[str]
    fulfilled: set[str]


def _marked(ledger: Ledger) -> _Marked:
    amended = {line.content.of for line in ledger.corrections if isinstance(line.content, Amendment)}
    return _Marked(amended, {activity(record).plan or "" for record in ledger.activities.values()})


def _mark(words: Words, ledger: Ledger, record: Record, marked: _Marked) -> str:
    """Return what is special about a record: booked or carried out, voided, amended."""
    marks = []
    if record.op == "plan":
        state = "fulfilled" if record.id in marked.fulfilled else "booked"
        marks.append("cancelled" if record.id in ledger.voided else state)
    elif record.id in ledger.voided:
        marks.append("void")
    if record.id in marked.amended:
        marks.append("amended")
    return ", ".join(words.say(f"grid.mark.{mark}") for mark in marks)
