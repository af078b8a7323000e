"""Pictures: well-formed SVG whose shapes are what the figures say, and whose words say it too."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings, strategies as st

from medborgarloften.domain.activity import Record
from medborgarloften.domain.per import Per
from medborgarloften.domain.period import Period
from medborgarloften.domain.promise import Agreement, Area, Target, Text
from medborgarloften.domain.report.build import Report
from medborgarloften.render.page.drawing import Picture
from medborgarloften.render.page.pictures import months, pace
from medborgarloften.render.words import targets
from medborgarloften.render.words.voice import Voice
from medborgarloften.render.words.wording import NO_BREAK, Words
from records import agreement, day, did, promise, target
from reports import EN, NASTY, SV, activities, report, rich

GROUND, TOP = 190.0, 14.0  # where zero and the highest amount lie
LEFT, RIGHT = 40.0, 624.0
_SVG = "{http://www.w3.org/2000/svg}"


def of_walks(*records: Record, at_least: int = 4, whole: str = "2022-06", words: Words = SV) -> Picture:
    """Return the picture of the only target of an agreement about walks."""
    value = report(*records, of=agreement(promise(target("walk", at_least=at_least))), whole=whole)
    (one,) = value.promises
    return pace(words, value, "promise-1-1", "walks", one.progress.targets[0], one.steps[0])


def of_months(*records: Record, of: Agreement | None = None, whole: str | Period = "2022-03") -> Picture:
    """Return the picture of months."""
    return _months(report(*records, of=of, whole=whole))


def _months(value: Report) -> Picture:
    return months(Voice(SV, value.agreement), value)


def elements(picture: Picture, tag: str, name: str = "") -> list[ET.Element]:
    """Return the elements of the picture, which must be well-formed."""
    root = ET.fromstring(picture.svg)  # noqa: S314 - made by the program a moment ago
    return [each for each in root.iter(f"{_SVG}{tag}") if not name or each.get("class") == name]


def texts(picture: Picture) -> list[str]:
    """Return the labels of the picture, with plain spaces."""
    return [(each.text or "").replace(NO_BREAK, " ") for each in elements(picture, "text")]


def numbers(path: str) -> list[float]:
    """Return the numbers of a path."""
    return [float(number) for number in re.findall(r"-?[0-9.]+", path)]


def test_a_picture_has_a_title_and_a_description() -> None:
    """Both are in the SVG and named by it, and its box has a size."""
    picture = of_walks(did("03-14", "walk"))
    (svg,) = elements(picture, "svg")
    assert svg.get("role") == "img"
    assert svg.get("viewBox") == "0 0 640 220"
    named = [each for tag in ("title", "desc") for each in elements(picture, tag)]
    assert [svg.get(f"aria-{how}") for how in ("labelledby", "describedby")] == [
        each.get("id") for each in named
    ]
    assert [each.text for each in named] == [picture.title, picture.description]


def test_the_course_of_a_target_in_words() -> None:
    """The description says what is done, what was promised and what an even pace asks for on the day."""
    picture = of_walks(did("03-14", "walk", approx=True), did("05-01", "walk"))
    assert picture.title == "Gjort jämfört med jämn takt: walks"
    assert picture.description.replace(NO_BREAK, " ") == (
        "Den 30 juni 2022 var ca 2 av 4 gjorda. Med jämn takt hade det varit 1."
    )
    english = of_walks(did("03-14", "walk"), words=EN)
    assert english.description.replace(NO_BREAK, " ") == (
        "On 30 June 2022, 1 of 4 had been done. At an even pace it would have been 1."
    )


@pytest.mark.parametrize(
    ("at_least", "swedish", "english"),
    [
        (1, "minst 1 var utlovad.", "at least 1 was promised."),
        (2, "minst 2 var utlovade.", "at least 2 were promised."),
    ],
)
def test_more_than_promised_in_words(at_least: int, swedish: str, english: str) -> None:
    """What was promised is a minimum, in singular or plural, and not a whole with parts."""
    sv, en = (of_walks(did("03-14", "walk", occasions=3), at_least=at_least, words=w) for w in (SV, EN))
    assert f"var 3 gjorda; {swedish} Med jämn takt" in sv.description
    assert f"3 had been done; {english} At an even pace" in en.description


def test_the_steps_are_where_the_days_and_amounts_are() -> None:
    """The line rises on the day of each step to its amount, and ends on the cut-off day."""
    picture = of_walks(did("01-01", "walk"), did("07-02", "walk"), whole="2022-07")
    (line,) = elements(picture, "path", "done")
    quarter = (GROUND - TOP) / 4
    middle = LEFT + (RIGHT - LEFT) * 182 / 365
    end = LEFT + (RIGHT - LEFT) * 211 / 365
    wanted = [LEFT, GROUND, LEFT, GROUND - quarter, middle, GROUND - 2 * quarter, end]
    assert numbers(line.get("d") or "") == pytest.approx(wanted, abs=0.06)
    dots = elements(picture, "circle")
    assert [float(dot.get("cx") or 0) for dot in dots] == pytest.approx([LEFT, middle], abs=0.06)
    heights = [GROUND - quarter, GROUND - 2 * quarter]
    assert [float(dot.get("cy") or 0) for dot in dots] == pytest.approx(heights, abs=0.06)


def test_more_than_promised_still_fits() -> None:
    """Where more was done than promised, the picture is as high as what was done."""
    picture = of_walks(did("03-14", "walk", occasions=40))
    (goal,) = elements(picture, "line", "goal")
    assert float(goal.get("y1") or 0) == pytest.approx(GROUND - (GROUND - TOP) / 10)
    assert [float(dot.get("cy") or 0) for dot in elements(picture, "circle")] == [TOP]


def test_before_its_window_a_target_has_a_line_of_nothing() -> None:
    """A target that has not begun is drawn without steps, inside its frame."""
    autumn = Period.of(day("09-01"), day("10-31"))
    one = promise(target("walk", window=autumn))
    value = report(of=agreement(one), whole="2022-03")
    progress = value.promises[0].progress.targets[0]
    picture = pace(SV, value, "promise-1-1", "walks", progress, ())
    assert numbers(elements(picture, "path", "done")[0].get("d") or "") == [LEFT, GROUND, LEFT]
    assert texts(picture) == ["4", "0", "sep.", "okt."]


def test_a_quantity_is_drawn_with_its_decimals() -> None:
    """Hours rise by what each record says, and the target’s own number is on the axis."""
    value = report(
        did("01-01", "patrol", hours="2.5"),
        of=agreement(promise(target("patrol", at_least="10", of="hours"))),
        whole="2022-01",
    )
    (one,) = value.promises
    picture = pace(SV, value, "promise-1-1", "walks", one.progress.targets[0], one.steps[0])
    assert one.steps[0][0].amount == Decimal("2.5")
    assert texts(picture)[:2] == ["10", "0"]
    assert "2,5 av 10" in picture.description
    dot = elements(picture, "circle")[0]
    assert float(dot.get("cy") or 0) == pytest.approx(GROUND - (GROUND - TOP) / 4)


def of_target(goal: Target, *records: Record, whole: str = "2022-06") -> Picture:
    """Return the picture of a target's course."""
    value = report(*records, of=agreement(promise(goal)), whole=whole)
    (one,) = value.promises
    return pace(SV, value, "promise-1-1", "walks", one.progress.targets[0], one.steps[0])


def test_an_even_pace_on_every_day_is_a_straight_line() -> None:
    """It goes from nothing on the first day to the target at the end of the last."""
    (line,) = elements(of_walks(), "line", "pace")
    ends = [float(line.get(name) or "nan") for name in ("x1", "y1", "x2", "y2")]
    assert ends == [LEFT, GROUND, RIGHT, TOP]


@pytest.mark.parametrize(
    "fields",
    [
        {"months": frozenset({6, 7, 8})},
        {"weekdays": frozenset({5, 6})},
        {"exceptions": frozenset({date(2022, 12, 31)})},
    ],
    ids=list,
)
def test_the_pace_of_a_season_ends_at_the_target(fields: dict[str, Any]) -> None:
    """A target of some months or weekdays begins at nothing, never falls, and ends where it was promised."""
    picture = of_target(target("walk", at_least=40, **fields))
    assert not elements(picture, "line", "pace")
    (line,) = elements(picture, "path", "pace")
    points = list(batched(numbers(line.get("d") or "")))
    assert (points[0], points[-1]) == ((LEFT, GROUND), (RIGHT, TOP))
    assert points == sorted(points, key=lambda point: (point[0], -point[1]))
    assert all(after[1] <= before[1] for before, after in pairwise(points))


def batched(path: list[float]) -> Iterator[tuple[float, float]]:
    """Yield the points of a path."""
    yield from zip(path[::2], path[1::2], strict=True)


def test_the_pace_of_a_season_rests_outside_it() -> None:
    """Before June it stays at nothing, and after August at the target."""
    season = frozenset({6, 7, 8})
    (line,) = elements(of_target(target("walk", at_least=40, months=season)), "path", "pace")
    width = (RIGHT - LEFT) / 365
    points = list(batched(numbers(line.get("d") or "")))
    assert {height for place, height in points if place < LEFT + 151 * width} == {GROUND}
    assert {height for place, height in points if place > LEFT + 243.5 * width} == {TOP}
    assert len({height for _, height in points}) > 25


def test_the_course_of_an_average_goes_to_its_total() -> None:
    """What the average makes over the whole time is on the axis and in the words."""
    goal = target("walk", at_least=3, per=Per("week"), judge="average")
    picture = of_target(goal, did("03-14", "walk", occasions=30))
    assert texts(picture)[:2] == ["156", "0"]
    assert picture.description.replace(NO_BREAK, " ") == (
        "Den 30 juni 2022 var 30 av 156 gjorda. Med jämn takt hade det varit 77."
    )


def test_the_months_as_bars() -> None:
    """A bar for each month that has something, with its number; what has no area has a scale of its own."""
    picture = of_months(
        did("01-10", "patrol", areas=("hagalund",)),
        did("03-10", "patrol", areas=("hagalund",), occasions=4),
        did("03-01/03-31", "patrol", occasions=2, approx=True),
    )
    heights = [float(bar.get("height") or 0) for bar in elements(picture, "rect", "bar")]
    assert heights == [pytest.approx(22 / 4, abs=0.06), 22.0, 22.0]
    assert texts(picture) == ["jan.", "feb.", "mars", "hagalund", "1", "4", "utan angivet område", "ca 2"]
    assert picture.description.replace(NO_BREAK, " ") == (
        "hagalund: jan. 1, mars 4. utan angivet område: mars ca 2."
    )
    assert picture.caption == (
        "En stapel för varje månad från jan. 2022 till mars 2022, med antalet ovanför. "
        "Tillfällen utan område har en egen skala."
    )


def test_a_long_name_is_shortened_beside_its_bars() -> None:
    """It does not run out of the picture; the description has it whole."""
    name = "Parken vid den gamla järnvägsstationen"
    made = rich(promise(counts=("patrol",)))
    of = made._replace(areas={"park": Area("park", Text(name, name), focus=True, aliases=())})
    picture = of_months(did("03-10", "patrol", areas=("park",)), of=of)
    assert "Parken vid den gaml…" in texts(picture)
    assert picture.description.startswith(f"{name}: mars 1.")
    assert picture.caption.endswith("med antalet ovanför.")


def test_a_focus_area_without_anything_is_said_to_have_nothing() -> None:
    """The row of a focus area is there, and its number is a zero."""
    assert of_months(did("03-10", "patrol", areas=("jarva",))).description.startswith("hagalund: 0. jarva: ")


def test_months_of_several_years_are_told_apart() -> None:
    """In an agreement over years each month has its year in words, and the last 24 months have bars."""
    years = Period.of(date(2019, 11, 15), date(2023, 3, 14))
    of = rich(promise(counts=("patrol",), window=years), period=years)
    days = ("2019-11-20", "2020-03-31", "2020-04-01", "03-10")
    picture = of_months(*(did(day, "patrol") for day in days), of=of)
    assert picture.description == "hagalund: 0. utan angivet område: april 2020 1, mars 2022 1."
    assert picture.caption.startswith("En stapel för varje månad från april 2020 till mars 2022, ")
    assert texts(picture)[:12] == "april juni aug. okt. dec. feb. april juni aug. okt. dec. feb.".split()
    assert texts(picture)[12:] == ["hagalund", "utan angivet område", "1", "1"]


@pytest.mark.parametrize("text", NASTY[:-1], ids=lambda text: ascii(text[:12]))
def test_names_are_text_in_a_picture(text: str) -> None:
    """Whatever an area or a target is called, the picture is well-formed and shows it."""
    made = rich(promise(target("walk", name=Text(text, text))))
    of = made._replace(areas={"hagalund": Area("hagalund", Text(text, text), focus=True, aliases=())})
    value = report(did("03-14", "walk", areas=("hagalund",)), of=of)
    (one,) = value.promises
    (goal,) = one.progress.targets
    name = targets.target_name(Voice(SV, value.agreement), goal.target)
    for picture in (pace(SV, value, "a", name, goal, one.steps[0]), _months(value)):
        (svg,) = elements(picture, "svg")
        inside = {each.tag.removeprefix(_SVG) for each in svg.iter()}
        assert inside <= {"svg", "title", "desc", "line", "path", "circle", "rect", "text"}
        assert not [name for each in svg.iter() for name in each.attrib if name.startswith("on")]
        shown = SV.fact(text)
        words = [each.text or "" for each in svg.iter()]
        assert any(shown in word for word in words)


def pictures(value: Report) -> list[Picture]:
    """Return every picture of a report."""
    found = [
        pace(SV, value, f"promise-{place}-{number}", "walks", progress, steps)
        for place, one in enumerate(value.promises)
        for number, (progress, steps) in enumerate(zip(one.progress.targets, one.steps, strict=True))
    ]
    return [*found, _months(value)] if any(c.occasions for r in value.months for c in r.months) else found


@given(st.lists(activities(), max_size=8), st.sampled_from(["2022-01", "2022-06", "2022"]))
@settings(max_examples=30)
def test_every_shape_lies_inside_the_picture(records: list[Record], whole: str) -> None:
    """No number is missing or infinite, and nothing is drawn outside the box."""
    for picture in pictures(report(*records, whole=whole)):
        (svg,) = elements(picture, "svg")
        _, _, width, height = map(float, (svg.get("viewBox") or "").split())
        for each in svg.iter():
            for name, value in each.attrib.items():
                if name in ("x", "x1", "x2", "cx", "width"):
                    assert 0 <= float(value) <= width
                if name in ("y", "y1", "y2", "cy", "height"):
                    assert 0 <= float(value) <= height
