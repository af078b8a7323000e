"""Two pictures of a report as SVG: the course of a target, and the occasions by month.

Readable in black and white, dark and in print; drawn from values that are given, never counted here.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

from medborgarloften.domain.judging.schedule import schedule
from medborgarloften.domain.judging.standing import TargetProgress
from medborgarloften.domain.period import Period
from medborgarloften.domain.report.build import Report, Step
from medborgarloften.domain.report.sums import MonthRow, Sum
from medborgarloften.render.page.drawing import WIDTH, Picture, dot, label, line, short, svg
from medborgarloften.render.words.targets import is_over
from medborgarloften.render.words.voice import Voice
from medborgarloften.render.words.wording import Words

if TYPE_CHECKING:
    from medborgarloften.domain.judging.standing import Amount

_HEIGHT = 220
_LEFT, _RIGHT, _TOP, _BOTTOM = 40, 16, 14, 30
_ROW, _LABEL = 44, 150  # of the picture of months: the height of a row, and where its bars begin
_STEPS = 120  # of a pace that is no straight line
_MOST_NAMES = 12  # of months under an axis
_MOST_MONTHS = 24  # that have bars; more would be too narrow for their numbers
_LONGEST = 20  # letters of an area's name beside its bars


class _Scale:
    """Turns days and amounts into coordinates of the picture, in its user units."""

    def __init__(self, window: Period, highest: "Amount") -> None:
        """Show the window from left to right, and zero to `highest` upward."""
        self.window, self.highest = window, highest

    def x(self, day: date) -> float:
        """Return how far right a day begins; days outside the window are at its edges."""
        share = (day - self.window.start).days / self.window.days
        return _LEFT + min(max(share, 0), 1) * (WIDTH - _LEFT - _RIGHT)

    def y(self, amount: "Amount") -> float:
        """Return how far down an amount is."""
        return _HEIGHT - _BOTTOM - float(amount) / float(self.highest) * (_HEIGHT - _TOP - _BOTTOM)


def pace(
    words: Words, report: Report, key: str, name: str, progress: TargetProgress, steps: tuple[Step, ...]
) -> Picture:
    """Return a target's course: what is done as a stepped line, the pace as a dotted one."""
    target, as_of = progress.target, report.view.days.as_of
    scale = _Scale(target.window, max(progress.required, progress.done))
    stairs = _stairs(scale, steps, as_of)
    shapes = [
        *_frame(words, scale, progress.required),
        _even_pace(scale, progress) if target.pace == "even" else _agreed_pace(scale, progress),
        f'<path class="done" d="{stairs}" fill="none" stroke="currentColor" stroke-width="3"/>',
        *(dot(scale.x(step.day), scale.y(step.amount)) for step in steps),
    ]
    pace = "pace" if target.pace == "even" else "agreed"
    title = words.say(f"picture.{pace}", name=name)
    done = words.amount(progress.done, approx=progress.approx)
    facts = {"required": progress.required, "due": progress.due, "day": as_of}
    sentence = f"picture.{pace}_over" if is_over(progress) else f"picture.{pace}_says"
    says = words.count(sentence, progress.required, done=done, **facts)
    return Picture(title, words.say(f"picture.{pace}_lines"), says, svg(key, title, says, shapes, _HEIGHT))


def _frame(words: Words, scale: _Scale, required: "Amount") -> Iterator[str]:
    """Yield the ground line, the line of what was promised, and the names of the months."""
    base, goal, right = scale.y(0), scale.y(required), WIDTH - _RIGHT
    yield line("ground", (_LEFT, base), (right, base))
    yield line("goal", (_LEFT, goal), (right, goal), "8 4")
    yield label(_LEFT - 6, goal + 4, words.number(required), "end")
    yield label(_LEFT - 6, base + 4, "0", "end")
    months = [scale.window.first, *scale.window.months[1:]]
    for day in months[:: -(-len(months) // _MOST_NAMES)]:
        yield line("ground", (scale.x(day), base), (scale.x(day), base + 5))
        yield label(scale.x(day) + 3, base + 18, words.month(day), "start")


def _even_pace(scale: _Scale, progress: TargetProgress) -> str:
    """Return the line of an even pace; it rests where the target has no days."""
    window = progress.target.window
    begin, end = (scale.x(window.start), scale.y(0)), (scale.x(window.stop), scale.y(progress.required))
    when = schedule(progress.target)
    if len(when.days) == window.days:
        return line("pace", begin, end, "2 6")
    path = f"M{begin[0]:.1f} {begin[1]:.1f}"
    for number in range(1, _STEPS + 1):
        day = window.start + timedelta(days=window.days * number // _STEPS)
        share = Fraction(when.elapsed(day - timedelta(days=1)), len(when.days))
        path += f"L{scale.x(day):.1f} {scale.y(Fraction(progress.required) * share):.1f}"
    return _dotted(path)


def _agreed_pace(scale: _Scale, progress: TargetProgress) -> str:
    """Return the stairs of what is due from which day, up to what is required on the last one."""
    target = progress.target
    last = schedule(target).last
    steps = target.pace if isinstance(target.pace, tuple) else ()
    path = f"M{scale.x(scale.window.start):.1f} {scale.y(0):.1f}"
    for day, number in (*(step for step in steps if step[0] < last), (last, progress.required)):
        path += f"H{scale.x(day):.1f}V{scale.y(min(number, progress.required)):.1f}"
    return _dotted(f"{path}H{scale.x(scale.window.stop):.1f}")


def _dotted(path: str) -> str:
    return (
        f'<path class="pace" d="{path}" fill="none" stroke="currentColor" stroke-width="1.5" '
        f'stroke-dasharray="2 6"/>'
    )


def _stairs(scale: _Scale, steps: tuple[Step, ...], as_of: date) -> str:
    """Return the path of a stepped line from nothing to the as-of day."""
    path = f"M{scale.x(scale.window.start):.1f} {scale.y(0):.1f}"
    for step in steps:
        path += f"H{scale.x(step.day):.1f}V{scale.y(step.amount):.1f}"
    return f"{path}H{scale.x(min(as_of, scale.window.last)):.1f}"


def months(voice: Voice, report: Report) -> Picture:
    """Return the occasions of every area by month: a row of bars for each area, each with its number.

    What has no area is drawn to a scale of its own, since it is often bulk figures: the bars of the areas
    would be hairlines beside it.
    """
    days = Period.of(report.agreement.period.first, report.period.last).months[-_MOST_MONTHS:]
    rows = [row._replace(months=row.months[-_MOST_MONTHS:]) for row in report.months]
    step, every = (WIDTH - _LABEL - _RIGHT) / len(days), -(-len(days) // _MOST_NAMES)
    names = [(n, voice.month(day)) for n, day in enumerate(days) if n % every == 0]
    shapes = [label(_LABEL + n * step + step / 2, 14, name, "middle") for n, name in names]
    for number, row in enumerate(rows, 1):
        base, most = 20 + number * _ROW, _highest(rows, row)
        shapes.append(label(_LABEL - 10, base - 6, short(voice.area(row.id), _LONGEST), "end"))
        shapes.append(line("ground", (_LABEL, base), (WIDTH - _RIGHT, base)))
        for n, count in enumerate(row.months):
            shapes += _bar(voice, (_LABEL + n * step, base), step, count, most)
    title, caption = voice.say("picture.months"), _scales(voice, rows, days)
    says = " ".join(_row(voice, row, days) for row in rows)
    return Picture(title, caption, says, svg("months", title, says, shapes, 30 + len(rows) * _ROW))


def _scales(words: Words, rows: list[MonthRow], days: list[date]) -> str:
    """Return how to read the bars: which months they are, and whether all of them have one scale."""
    apart = any(row.id is None for row in rows) and len(rows) > 1
    first, last = (f"{words.month(day)} {day.year}" for day in (days[0], days[-1]))
    return words.say("picture.months_bars_apart" if apart else "picture.months_bars", first=first, last=last)


def _highest(rows: list[MonthRow], row: MonthRow) -> int:
    """Return the number that a full bar of the row stands for: areas share one, what has none has its own."""
    on_scale = [peer for peer in rows if (peer.id is None) == (row.id is None)]
    return max(count.occasions for peer in on_scale for count in peer.months)


def _row(voice: Voice, row: MonthRow, days: list[date]) -> str:
    """Return a row of bars in words."""
    several = days[0].year != days[-1].year
    bars = [
        f"{voice.month(day)}{f' {day.year}' * several} {voice.amount(count, approx=approx)}"
        for day, (count, approx) in zip(days, row.months, strict=True)
        if count
    ]
    return f"{voice.area(row.id)}: {', '.join(bars) or '0'}."


def _bar(words: Words, corner: tuple[float, float], step: float, count: Sum, most: int) -> Iterator[str]:
    if count.occasions:
        (left, base), height = corner, (_ROW - 22) * count.occasions / most
        yield (
            f'<rect class="bar" x="{left + step * 0.15:.1f}" y="{base - height:.1f}" '
            f'width="{step * 0.7:.1f}" height="{height:.1f}" fill="currentColor"/>'
        )
        number = words.amount(count.occasions, approx=count.approx)
        yield label(left + step / 2, base - height - 3, number, "middle")
