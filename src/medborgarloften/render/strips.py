"""Pictures of what is judged piece by piece: a box for every bucket, and a bar or a strip for every area."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby
from typing import NamedTuple

from medborgarloften.domain.promise import Agreement, Per
from medborgarloften.domain.report import Report
from medborgarloften.domain.standing import BucketProgress, Buckets, TargetProgress
from medborgarloften.render import buckets, phrases
from medborgarloften.render.drawing import WIDTH, Picture, box, label, line, svg
from medborgarloften.render.wording import Words

_LABEL, _RIGHT, _TOP = 130, 16, 22  # where the boxes begin and end, and the first row
_ROW, _NUMBERED_ROW, _BOX = 22, 38, 14  # heights
_WIDEST = 40  # of a box with the space beside it
_MOST_NUMBERED = 12  # boxes of a row that have their number above
_MOST_ROWS = 48
_LONGEST = 18  # letters of a name beside a row
_FIGURE = 110  # columns for a figure behind a bar


class _Row(NamedTuple):
    """Some buckets side by side, each in its column."""

    name: str
    cells: tuple[tuple[int, BucketProgress], ...]


def strips(words: Words, report: Report, key: str, progress: TargetProgress) -> Picture:
    """Return a box for every bucket of a target, in rows by month or year, and for each area by itself."""
    agreement = report.agreement
    rows = [row for area, own in _parts(words, agreement, progress) for row in _rows(words, area, own)]
    shown = rows[-_MOST_ROWS:]
    columns = 1 + max((column for row in shown for column, _ in row.cells), default=0)
    step = min(_WIDEST, (WIDTH - _LABEL - _RIGHT) / columns)
    numbered = columns <= _MOST_NUMBERED
    height = _NUMBERED_ROW if numbered else _ROW
    shapes = [*_heads(words, progress, columns, step)]
    for place, row in enumerate(shown):
        top = _TOP + place * height + (height - _ROW)
        shapes.append(label(_LABEL - 10, top + 11, _short(row.name), "end"))
        for column, bucket in row.cells:
            shapes += _cell(words, bucket, (_LABEL + column * step, top), step, numbered=numbered)
    title = words.say("picture.strips", name=phrases.target_name(words, agreement, progress.target))
    says = " ".join(_says(words, report, area, own) for area, own in _parts(words, agreement, progress))
    picture = svg(key, title, says, shapes, _TOP + len(shown) * height + 4)
    return Picture(title, words.say("picture.strips_boxes"), says, picture)


def _parts(words: Words, agreement: Agreement, progress: TargetProgress) -> list[tuple[str, Buckets]]:
    """Return the buckets of a target, or of each of its areas with the area's name."""
    if progress.buckets is not None:
        return [("", progress.buckets)]
    return [
        (phrases.area_name(words, agreement, area.area), area.progress.buckets)
        for area in progress.areas
        if area.progress.buckets is not None
    ]


def _rows(words: Words, area: str, own: Buckets) -> list[_Row]:
    """Return the rows of one target or area; the part of time is named where there are several."""
    groups = [
        (name, tuple(group)) for name, group in groupby(own.all, lambda each: _group(words, own.per, each))
    ]
    rows = []
    for name, group in groups:
        shown = f"{area} {name}".strip() if len(groups) > 1 or not area else area
        cells = tuple((_column(own.per, place, each), each) for place, each in enumerate(group))
        rows.append(_Row(shown, cells))
    return rows


def _group(words: Words, per: Per, bucket: BucketProgress) -> str:
    """Return the name of the row that a bucket stands in: its month, its year, or nothing for years."""
    first = bucket.period.first
    match per.unit:
        case "day":
            return f"{words.month(first)} {first.year}"
        case "week":
            return str(first.isocalendar().year)
        case "year":
            return ""
        case _:
            return str(first.year)


def _column(per: Per, place: int, bucket: BucketProgress) -> int:
    """Return where a bucket stands in its row, from 0; its number in the month or year if it has one."""
    first = bucket.period.first
    match per.unit:
        case "day":
            return first.day - 1
        case "week":
            return first.isocalendar().week - 1
        case "month" | "quarter" | "tertial" | "half-year":
            return (first.month - 1) // _LENGTHS[per.unit]
        case _:
            return place


_LENGTHS = {"month": 1, "quarter": 3, "tertial": 4, "half-year": 6}  # months


def _heads(words: Words, progress: TargetProgress, columns: int, step: float) -> Iterator[str]:
    """Yield the numbers, or the months, above the columns."""
    per = progress.target.per
    if per is None or per.unit in ("year", "weeks", "months"):
        return
    for column in range(columns):
        many = columns > _MOST_NUMBERED
        if not many or column == 0 or (column + 1) % (10 if per.unit == "week" else 5) == 0:
            name = words.month_of(column + 1) if per.unit == "month" else str(column + 1)
            yield label(_LABEL + (column + 0.5) * step, 12, name, "middle")


def _cell(
    words: Words, bucket: BucketProgress, corner: tuple[float, float], step: float, *, numbered: bool
) -> Iterator[str]:
    """Yield a box: filled if kept, crossed if not, empty if it is to come; a dash for one that is cut."""
    left, top = corner
    width = step * 0.82
    right, bottom, middle = left + width, top + _BOX, top + _BOX / 2
    if bucket.state == "cut":
        yield line("cut", (left, middle), (right, middle))
    else:
        yield box(bucket.state, corner, (width, _BOX), filled=bucket.state == "met")
    if bucket.state == "unmet":
        yield line("cross", (left, top), (right, bottom))
        yield line("cross", (left, bottom), (right, top))
    if numbered and (bucket.done or bucket.state != "open"):
        yield label(left + width / 2, top - 4, words.number(bucket.done), "middle")


def _says(words: Words, report: Report, area: str, own: Buckets) -> str:
    """Return in words what a strip shows: how many were kept, which were not, and which are not judged."""
    year = report.view.days.as_of.year
    parts = [phrases.buckets_figure(words, own)]
    if own.unmet:
        parts.append(words.say("status.unmet", names=buckets.every_name(words, own.per, own.unmet, year)))
    if len(own.all) <= _MOST_NUMBERED:
        parts += [
            f"{buckets.name(words, own.per, each.period, year)} {words.number(each.done)}" for each in own.all
        ]
    return f"{area}: {', '.join(parts)}." if area else f"{', '.join(parts)}."


def bars(words: Words, report: Report, key: str, progress: TargetProgress) -> Picture:
    """Return a bar for every area that must reach a target by itself."""
    agreement, shapes, says = report.agreement, list[str](), list[str]()
    length = WIDTH - _LABEL - _FIGURE
    for place, (area, own) in enumerate(progress.areas):
        top, name = 8 + place * (_ROW + 4), phrases.area_name(words, agreement, area)
        share = min(Fraction(1), Fraction(own.done) / Fraction(own.required))
        figure = phrases.figure(words, own)
        shapes.append(label(_LABEL - 10, top + 11, _short(name), "end"))
        shapes.append(box("open", (_LABEL, top), (length, _BOX), filled=False))
        if share:
            shapes.append(box("met", (_LABEL, top), (float(length * share), _BOX), filled=True))
        shapes.append(label(_LABEL + length + 8, top + 11, figure, "start"))
        says.append(f"{name}: {figure}.")
    title = words.say("picture.bars", name=phrases.target_name(words, agreement, progress.target))
    picture = svg(key, title, " ".join(says), shapes, 12 + len(progress.areas) * (_ROW + 4))
    return Picture(title, words.say("picture.bars_says"), " ".join(says), picture)


def _short(name: str) -> str:
    """Return a name that fits beside a row; the description has it whole."""
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1].rstrip() + "…"
