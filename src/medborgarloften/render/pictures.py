"""Pictures as SVG, each with a title and a description; readable in black and white, dark and in print.

Shapes and texts tell everything; colour only supports them. Colours are classes of the page; without its
style sheet a picture is drawn in the colour of the text.
"""

from collections.abc import Iterator
from datetime import date
from html import escape
from typing import NamedTuple

from medborgarloften.domain.period import Period
from medborgarloften.domain.progress import Number, TargetProgress
from medborgarloften.domain.report import Report, Row, Step, Sum
from medborgarloften.render import phrases
from medborgarloften.render.wording import Words

_WIDTH, _HEIGHT = 640, 220
_LEFT, _RIGHT, _TOP, _BOTTOM = 40, 16, 14, 30
_ROW, _LABEL = 44, 150  # of the picture of months: the height of a row, and where its bars begin
_MOST_NAMES = 12  # of months under an axis
_MOST_MONTHS = 24  # that have bars; more would be too narrow for their numbers
_LONGEST = 20  # letters of an area's name beside its bars


class Picture(NamedTuple):
    """An SVG with its title, a caption that tells how to read it, and in words all that it shows."""

    title: str
    caption: str
    description: str
    svg: str


class _Scale:
    """Turns days and amounts into places of the picture."""

    def __init__(self, window: Period, highest: Number) -> None:
        """Show the window from left to right, and zero to `highest` upward."""
        self.window, self.highest = window, highest

    def x(self, day: date) -> float:
        """Return the place of the beginning of a day."""
        share = (day - self.window.start).days / self.window.days
        return _LEFT + min(max(share, 0), 1) * (_WIDTH - _LEFT - _RIGHT)

    def y(self, amount: Number) -> float:
        """Return the place of an amount."""
        return _HEIGHT - _BOTTOM - float(amount) / float(self.highest) * (_HEIGHT - _TOP - _BOTTOM)


def pace(
    words: Words, report: Report, key: str, progress: TargetProgress, steps: tuple[Step, ...]
) -> Picture:
    """Return a target's course: what is done as a stepped line, the even pace as a dotted one."""
    target, as_of = progress.target, report.view.days.as_of
    scale = _Scale(target.window, max(progress.required, progress.done))
    begin, end = target.window.start, target.window.stop
    stairs = _stairs(scale, steps, as_of)
    shapes = [
        *_frame(words, scale, progress.required),
        _line("pace", (scale.x(begin), scale.y(0)), (scale.x(end), scale.y(progress.required)), "2 6"),
        f'<path class="done" d="{stairs}" fill="none" stroke="currentColor" stroke-width="3"/>',
        *(_dot(scale.x(step.day), scale.y(step.amount)) for step in steps),
    ]
    title = words.say("picture.pace", name=phrases.target_name(words, report.agreement, target))
    done = phrases.amount(words, progress.done, approx=progress.approx)
    facts = {"required": progress.required, "due": progress.due, "day": as_of}
    says = words.say("picture.pace_says", done=done, **facts)
    return Picture(title, words.say("picture.pace_lines"), says, _svg(key, title, says, shapes, _HEIGHT))


def _frame(words: Words, scale: _Scale, required: Number) -> Iterator[str]:
    """Yield the ground line, the line of what was promised, and the names of the months."""
    base, goal, right = scale.y(0), scale.y(required), _WIDTH - _RIGHT
    yield _line("ground", (_LEFT, base), (right, base))
    yield _line("goal", (_LEFT, goal), (right, goal), "8 4")
    yield _label(_LEFT - 6, goal + 4, words.number(required), "end")
    yield _label(_LEFT - 6, base + 4, "0", "end")
    months = _months(scale.window)
    for day in months[:: -(-len(months) // _MOST_NAMES)]:
        yield _line("ground", (scale.x(day), base), (scale.x(day), base + 5))
        yield _label(scale.x(day) + 3, base + 18, words.month(day), "start")


def _stairs(scale: _Scale, steps: tuple[Step, ...], as_of: date) -> str:
    """Return the path of a stepped line from nothing to the as-of day."""
    path = f"M{scale.x(scale.window.start):.1f} {scale.y(0):.1f}"
    for step in steps:
        path += f"H{scale.x(step.day):.1f}V{scale.y(step.amount):.1f}"
    return f"{path}H{scale.x(min(as_of, scale.window.last)):.1f}"


def months(words: Words, report: Report) -> Picture:
    """Return the occasions of every area by month: a row of bars for each area, each with its number.

    What has no area is drawn to a scale of its own, since it is often bulk figures: the bars of the areas
    would be hairlines beside it.
    """
    days = _months(Period.of(report.agreement.period.first, report.period.last))[-_MOST_MONTHS:]
    rows = [row._replace(months=row.months[-_MOST_MONTHS:]) for row in report.months]
    step, every = (_WIDTH - _LABEL - _RIGHT) / len(days), -(-len(days) // _MOST_NAMES)
    names = [(n, words.month(day)) for n, day in enumerate(days) if n % every == 0]
    shapes = [_label(_LABEL + n * step + step / 2, 14, name, "middle") for n, name in names]
    for place, row in enumerate(rows):
        base, most = 20 + (place + 1) * _ROW, _highest(rows, row)
        shapes.append(_label(_LABEL - 10, base - 6, _short(_area(words, report, row)), "end"))
        shapes.append(_line("ground", (_LABEL, base), (_WIDTH - _RIGHT, base)))
        for n, count in enumerate(row.months):
            shapes += _bar(words, (_LABEL + n * step, base), step, count, most)
    title, caption = words.say("picture.months"), _scales(words, rows, days)
    says = " ".join(_row(words, report, row, days) for row in rows)
    return Picture(title, caption, says, _svg("months", title, says, shapes, 30 + len(rows) * _ROW))


def _scales(words: Words, rows: list[Row], days: list[date]) -> str:
    """Return how to read the bars: which months they are, and whether all of them have one scale."""
    apart = any(row.id is None for row in rows) and len(rows) > 1
    first, last = (f"{words.month(day)} {day.year}" for day in (days[0], days[-1]))
    return words.say("picture.months_bars_apart" if apart else "picture.months_bars", first=first, last=last)


def _highest(rows: list[Row], row: Row) -> int:
    """Return the number that a full bar of the row stands for: areas share one, what has none has its own."""
    same = [other for other in rows if (other.id is None) == (row.id is None)]
    return max(count.occasions for other in same for count in other.months)


def _short(name: str) -> str:
    """Return a name that fits beside the bars; the description has it whole."""
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1].rstrip() + "…"


def _area(words: Words, report: Report, row: Row) -> str:
    if row.id is None:
        return words.say("report.no_area")
    return phrases.area_name(words, report.agreement, row.id)


def _row(words: Words, report: Report, row: Row, days: list[date]) -> str:
    """Return a row of bars in words."""
    several = days[0].year != days[-1].year
    bars = [
        f"{words.month(day)}{f' {day.year}' * several} {phrases.amount(words, count, approx=approx)}"
        for day, (count, approx) in zip(days, row.months, strict=True)
        if count
    ]
    return f"{_area(words, report, row)}: {', '.join(bars) or '0'}."


def _bar(words: Words, corner: tuple[float, float], step: float, count: Sum, most: int) -> Iterator[str]:
    if count.occasions:
        (left, base), height = corner, (_ROW - 22) * count.occasions / most
        yield (
            f'<rect class="bar" x="{left + step * 0.15:.1f}" y="{base - height:.1f}" '
            f'width="{step * 0.7:.1f}" height="{height:.1f}" fill="currentColor"/>'
        )
        shown = phrases.amount(words, count.occasions, approx=count.approx)
        yield _label(left + step / 2, base - height - 3, shown, "middle")


def _months(window: Period) -> list[date]:
    """Return the first days of the window's months; the first one is the window's own."""
    days, day = [window.first], window.first
    while True:
        day = date(day.year + day.month // 12, day.month % 12 + 1, 1)
        if day >= window.stop:
            return days
        days.append(day)


def _line(name: str, begin: tuple[float, float], end: tuple[float, float], dashes: str = "none") -> str:
    return (
        f'<line class="{name}" x1="{begin[0]:.1f}" y1="{begin[1]:.1f}" x2="{end[0]:.1f}" y2="{end[1]:.1f}" '
        f'stroke="currentColor" stroke-width="1.5" stroke-dasharray="{dashes}"/>'
    )


def _dot(x: float, y: float) -> str:
    return f'<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="4" fill="currentColor"/>'


def _label(x: float, y: float, text: str, anchor: str) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="12" fill="currentColor">'
        f"{escape(text)}</text>"
    )


def _svg(key: str, title: str, description: str, shapes: list[str], height: int) -> str:
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {_WIDTH} {height}" '
        f'aria-labelledby="{key}-title" aria-describedby="{key}-says">'
        f'<title id="{key}-title">{escape(title)}</title><desc id="{key}-says">{escape(description)}</desc>'
    )
    return "\n".join([head, *shapes, "</svg>"])
