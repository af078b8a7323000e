"""Pictures of what is judged piece by piece: a box for every bucket, and a bar or a strip for every area."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from itertools import groupby
from typing import NamedTuple

from medborgarloften.domain.judging.standing import BucketProgress, Buckets, TargetProgress
from medborgarloften.domain.per import Per
from medborgarloften.domain.report.build import Report
from medborgarloften.render.page.drawing import WIDTH, Picture, box, label, line, short, svg
from medborgarloften.render.words import targets, units
from medborgarloften.render.words.voice import Voice
from medborgarloften.render.words.wording import Words

_LABEL, _RIGHT, _TOP = 150, 16, 22  # where the boxes begin and end, and the first row
_ROW, _NUMBERED_ROW, _BOX = 22, 38, 14  # heights
_WIDEST, _FILLED = 40, 0.82  # of a box with the space beside it, and the part that is the box
_MOST_NUMBERED = 12  # boxes of a row that have their number above
_MOST_ROWS = 48
_LONGEST = 18  # letters of a name beside a row
_FIGURE = 110  # columns for a figure behind a bar


class _Row(NamedTuple):
    """Some buckets side by side, each in its column."""

    name: str
    cells: tuple[tuple[int, BucketProgress], ...]


def strips(voice: Voice, report: Report, key: str, name: str, progress: TargetProgress) -> Picture:
    """Return a box for every bucket of a target, in rows by month or year, and for each area separately."""
    parts = _parts(voice, progress)
    every = [_rows(voice, area, buckets) for area, buckets in parts]
    most = max(1, _MOST_ROWS // len(every))
    drawn = [row for rows in every for row in _latest(rows, most, report.period.last)]
    columns = 1 + max(column for row in drawn for column, _ in row.cells)
    step = min(_WIDEST, (WIDTH - _LABEL - _RIGHT) / columns)
    numbered = columns <= _MOST_NUMBERED
    height = _NUMBERED_ROW if numbered else _ROW
    shapes = [*_heads(voice, progress, drawn, step)]
    for index, row in enumerate(drawn):
        top = _TOP + index * height + (height - _ROW)
        shapes.append(label(_LABEL - 10, top + 11, row.name, "end"))
        for column, bucket in row.cells:
            shapes += _cell(voice, bucket, (_LABEL + column * step, top), step, numbered=numbered)
    often = units.how_often(voice, parts[0][1].per)
    title, caption = voice.say("picture.strips", name=name, often=often), voice.say("picture.strips_boxes")
    if any(bucket.state == "unknown" for row in drawn for _, bucket in row.cells):
        caption += f" {voice.say('picture.strips_unknown')}"
    if len(drawn) < sum(map(len, every)):
        caption += f" {voice.say('picture.strips_part')}"
    says = " ".join(_says(voice, report, area, buckets) for area, buckets in parts)
    return Picture(title, caption, says, svg(key, title, says, shapes, _TOP + len(drawn) * height + 4))


def _parts(voice: Voice, progress: TargetProgress) -> list[tuple[str, Buckets]]:
    """Return the buckets of a target, or of each of its areas with the area's name."""
    if progress.buckets is not None:
        return [("", progress.buckets)]
    return [
        (voice.area(area.area), area.progress.buckets)
        for area in progress.areas
        if area.progress.buckets is not None
    ]


def _rows(words: Words, area: str, buckets: Buckets) -> list[_Row]:
    """Return the rows of one target or area; the part of time is named where there are several."""
    per = buckets.per
    groups = [
        (name, tuple(group))
        for name, group in groupby(buckets.all, lambda bucket: _group(words, per, bucket))
    ]
    rows = []
    for name, group in groups:
        part = name if len(groups) > 1 or not area else ""
        cells = tuple((_column(per, index, bucket), bucket) for index, bucket in enumerate(group))
        rows.append(_Row(f"{short(area, _LONGEST - len(part))} {part}".strip(), cells))
    return rows


def _latest(rows: list[_Row], most: int, day: date) -> list[_Row]:
    """Return so many rows, the last of them being the one that holds the day if there are more."""
    begun = sum(row.cells[0][1].period.start <= day for row in rows)
    end = min(len(rows), max(begun, most))
    return rows[max(0, end - most) : end]


def _group(words: Words, per: Per, bucket: BucketProgress) -> str:
    """Return the name of the row that a bucket stands in: its month, its year, or nothing for years."""
    return "" if per.unit == "year" else units.part_name(words, per, bucket.period)


def _column(per: Per, index: int, bucket: BucketProgress) -> int:
    """Return where a bucket stands in its row, from 0; its number in the month or year if it has one."""
    number = per.number_of(bucket.period.first)
    return index if number is None else number - 1


def _heads(words: Words, progress: TargetProgress, rows: list[_Row], step: float) -> Iterator[str]:
    """Yield what stands above the columns: numbers, months or years; the first days of other periods."""
    per = progress.target.per
    heads = {column: bucket for row in reversed(rows) for column, bucket in row.cells}
    if per is None or (not per.is_named and len({row.cells[0][1].period for row in rows}) > 1):
        return
    for column, bucket in sorted(heads.items()):
        name = _head(words, per, column, bucket)
        if len(heads) <= _MOST_NUMBERED or _has_head(per, column):
            yield label(_LABEL + (column + _FILLED / 2) * step, 12, name, "middle")


def _has_head(per: Per, column: int) -> bool:
    """Say whether one of many columns is named: the first, and every fifth or tenth."""
    return column == 0 or (column + 1) % (10 if per.unit == "week" else 5) == 0


def _head(words: Words, per: Per, column: int, bucket: BucketProgress) -> str:
    first = bucket.period.first
    if not per.is_named:
        return words.short_day(first, first.year)
    if per.unit == "month":
        return words.month(first)
    return str(first.year if per.unit == "year" else column + 1)


def _cell(
    words: Words, bucket: BucketProgress, corner: tuple[float, float], step: float, *, numbered: bool
) -> Iterator[str]:
    """Yield a box: filled if kept, crossed if not, empty if to come; a dash for one that is cut.

    One of which it is not known has a question mark.
    """
    left, top = corner
    width = step * _FILLED
    right, bottom, middle = left + width, top + _BOX, top + _BOX / 2
    if bucket.state == "cut":
        yield line("cut", (left, middle), (right, middle))
    else:
        yield box(bucket.state, corner, (width, _BOX), filled=bucket.state == "met")
    if bucket.state == "unmet":
        yield line("cross", (left, top), (right, bottom))
        yield line("cross", (left, bottom), (right, top))
    if bucket.state == "unknown":
        yield label((left + right) / 2, bottom - 3, "?", "middle")
    if numbered and (bucket.done or bucket.state != "open"):
        done = words.amount(bucket.done, approx=bucket.approx)
        yield label(left + width / 2, top - 4, done, "middle")


def _says(words: Words, report: Report, area: str, buckets: Buckets) -> str:
    """Return in words what a strip shows: how many were kept, which were not, and which are not judged."""
    year = report.view.days.as_of.year
    parts = [targets.buckets_figure(words, buckets)]
    for state, periods in buckets.doubtful:
        names = units.every_name(words, buckets.per, periods, year)
        parts.append(words.say(f"status.{state}", names=names))
    text = ", ".join([*parts, *targets.unfillable(words, buckets)])
    if len(buckets.all) <= _MOST_NUMBERED:
        boxes = (
            words.say(
                "picture.bucket",
                bucket=units.name(words, buckets.per, bucket.period, year),
                done=words.amount(bucket.done, approx=bucket.approx),
            )
            for bucket in buckets.all
        )
        text = f"{text}. {', '.join(boxes)}"
    text = f"{text.removesuffix('.')}."
    return f"{area}: {text}" if area else text


def bars(voice: Voice, key: str, name: str, progress: TargetProgress) -> Picture:
    """Return a bar for every area that must reach a target separately."""
    shapes, says = list[str](), list[str]()
    length = WIDTH - _LABEL - _FIGURE
    for index, (area, part) in enumerate(progress.areas):
        top, where = 8 + index * (_ROW + 4), voice.area(area)
        share = min(Fraction(1), Fraction(part.done) / Fraction(part.required))
        done, required = voice.amount(part.done, approx=part.approx), part.required
        figure = voice.say("status.of", done=done, required=required)
        shapes.append(label(_LABEL - 10, top + 11, short(where, _LONGEST), "end"))
        shapes.append(box("open", (_LABEL, top), (length, _BOX), filled=False))
        if share:
            shapes.append(box("met", (_LABEL, top), (float(length * share), _BOX), filled=True))
        shapes.append(label(_LABEL + length + 8, top + 11, figure, "start"))
        says.append(f"{where}: {targets.figure(voice, part)}.")
    title = voice.say("picture.bars", name=name)
    picture = svg(key, title, " ".join(says), shapes, 12 + len(progress.areas) * (_ROW + 4))
    return Picture(title, voice.say("picture.bars_says"), " ".join(says), picture)
