"""Pictures of what is judged piece by piece: a box for every bucket, and a row or a bar for every area."""

from collections import Counter
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings, strategies as st

from medborgarloften.domain.activity import Record
from medborgarloften.domain.judging.standing import TargetProgress
from medborgarloften.domain.per import Per
from medborgarloften.domain.period import Period
from medborgarloften.domain.promise import Agreement, Area, Target, Text
from medborgarloften.domain.report.build import Report
from medborgarloften.render.page.drawing import Picture
from medborgarloften.render.page.strips import bars, strips
from medborgarloften.render.words.targets import target_name
from medborgarloften.render.words.voice import Voice
from medborgarloften.render.words.wording import NO_BREAK, Words
from records import AREAS, day, did, promise, target
from reports import EN, NASTY, SV, activities, report, rich

FIRST, WIDTH, HEIGHT = 150.0, 640.0, 14.0  # where the boxes begin, and how high they are
LONGEST = 380.0  # of a bar
YEARS = Period.of(day("2021-01-01"), day("2023-12-31"))
_SVG = "{http://www.w3.org/2000/svg}"


def stood(
    goal: Target, *records: Record, whole: str | Period = "2022-06", of: Agreement | None = None
) -> tuple[Report, TargetProgress]:
    """Return the report of an agreement with this target alone, and how the target stands."""
    made = of or rich(promise(goal, window=goal.window), period=goal.window)
    value = report(*records, of=made, whole=whole)
    return value, value.promises[0].progress.targets[0]


def boxes(goal: Target, *records: Record, words: Words = SV, **fields: Any) -> Picture:
    """Return the picture of a target's buckets."""
    value, progress = stood(goal, *records, **fields)
    voice = Voice(words, value.agreement)
    return strips(voice, value, "promise-1-1", target_name(voice, progress.target), progress)


def lengths(goal: Target, *records: Record, words: Words = SV, **fields: Any) -> Picture:
    """Return the picture of a target's areas."""
    value, progress = stood(goal, *records, **fields)
    voice = Voice(words, value.agreement)
    return bars(voice, "promise-1-1", target_name(voice, progress.target), progress)


def per(unit: str, number: int = 1, at_least: int | str = 2, **fields: Any) -> Target:
    """Return a target for patrols that is judged in every bucket."""
    return target("patrol", at_least=at_least, per=Per(unit, number), **fields)  # type: ignore[arg-type]


def elements(picture: Picture, tag: str, name: str = "") -> list[ET.Element]:
    """Return the elements of the picture, which must be well-formed."""
    root = ET.fromstring(picture.svg)  # noqa: S314 - made by the program a moment ago
    return [each for each in root.iter(f"{_SVG}{tag}") if not name or each.get("class") == name]


def number(element: ET.Element, name: str) -> float:
    """Return an attribute as a number."""
    return float(element.get(name) or "nan")


def labels(picture: Picture, anchor: str) -> list[tuple[float, str]]:
    """Return the height and the text of every label that is anchored so, with plain spaces."""
    found = [each for each in elements(picture, "text") if each.get("text-anchor") == anchor]
    return [(number(each, "y"), (each.text or "").replace(NO_BREAK, " ")) for each in found]


def names(picture: Picture) -> list[str]:
    """Return the names of the rows, from above."""
    return [text for _, text in labels(picture, "end")]


def said(picture: Picture) -> str:
    """Return the description with plain spaces."""
    return picture.description.replace(NO_BREAK, " ")


# --- boxes


def test_a_strip_has_a_title_and_a_description() -> None:
    """Both are in the SVG and named by it, and its box has a size."""
    picture = boxes(per("month"), did("03-14", "patrol"))
    (svg,) = elements(picture, "svg")
    assert svg.get("role") == "img"
    assert (svg.get("viewBox") or "").startswith("0 0 640 ")
    named = [each for tag in ("title", "desc") for each in elements(picture, tag)]
    assert [svg.get(f"aria-{how}") for how in ("labelledby", "describedby")] == [
        each.get("id") for each in named
    ]
    assert [each.text for each in named] == [picture.title, picture.description]


def test_the_figure_and_what_was_not_kept_are_in_words() -> None:
    """The description says how many buckets were kept, and names those that were not."""
    weekly = [did(f"01-{number:02d}", "patrol", occasions=2) for number in (3, 10, 17, 31)]
    swedish = boxes(per("week"), *weekly, whole="2022-02")
    assert swedish.title == "Måluppfyllelse per vecka: patrols"
    assert said(swedish) == "4 av 8 veckor, ej uppfyllt: v. 4 och 6–8."
    assert swedish.caption.startswith("Fylld ruta: uppfyllt. Kryssad ruta: ej uppfyllt. Tom ruta: ")
    english = boxes(per("week"), *weekly, whole="2022-02", words=EN)
    assert english.title == "Target results per week: patrols"
    assert said(english) == "4 of 8 weeks, missed: weeks 4 and 6–8."
    assert english.caption.startswith("Filled box: met. Crossed box: missed. Empty box: ")


def test_nothing_finished_is_said_as_such() -> None:
    """Before the first full bucket has ended there is no figure, and nothing was missed."""
    assert said(boxes(per("quarter"), whole="2022-02")).startswith("inget helt kvartal än")
    assert said(boxes(per("week"), whole=Period.of(day("01-01"), day("01-08")))) == "ingen hel vecka än."


def counts(picture: Picture) -> Counter[str]:
    """Return how many boxes of each sort there are; a crossed one has two lines across."""
    found = Counter(each.get("class") or "" for each in elements(picture, "rect"))
    found["cut"] = len(elements(picture, "line", "cut"))
    assert len(elements(picture, "line", "cross")) == 2 * found["unmet"]
    return +found


@pytest.mark.parametrize(
    ("unit", "wanted"),
    [
        ("day", {"met": 4, "unmet": 41, "open": 320}),
        ("week", {"met": 4, "unmet": 2, "open": 45, "cut": 2}),
        ("month", {"met": 1, "open": 11}),
        ("quarter", {"open": 4}),
        ("half-year", {"open": 2}),
        ("year", {"open": 1}),
    ],
)
def test_there_is_a_box_for_every_bucket(unit: str, wanted: dict[str, int]) -> None:
    """As many are filled, crossed, empty and dashes as were kept, not kept, to come and cut."""
    days = ("01-03", "01-12", "01-19", "02-13")
    picture = boxes(
        per(unit, at_least=1),
        *(did(day, "patrol") for day in days),
        whole=Period.of(day("01-01"), day("02-14")),
    )
    assert counts(picture) == wanted


@pytest.mark.parametrize("unit", ["day", "week", "month", "quarter", "tertial", "half-year", "year"])
@given(records=st.lists(activities(), max_size=8), last=st.sampled_from(["2022-01", "2022-08", "2022"]))
@settings(max_examples=10)
def test_the_boxes_are_the_buckets(unit: str, records: list[Record], last: str) -> None:
    """Whatever was logged, each bucket has one box of its sort, in its order, and lies in the picture."""
    window = Period.of(day("2021-11-10"), day("2023-02-03"))
    if unit == "year":
        window = YEARS
    value, progress = stood(per(unit, window=window), *records, whole=last)
    assert progress.buckets is not None
    voice = Voice(SV, value.agreement)
    picture = strips(voice, value, "a", target_name(voice, progress.target), progress)
    assert counts(picture) == Counter(bucket.state for bucket in progress.buckets.all)
    drawn = [(number(each, "y"), number(each, "x"), each.get("class")) for each in elements(picture, "rect")]
    assert drawn == sorted(drawn)
    states = [bucket.state for bucket in progress.buckets.all if bucket.state != "cut"]
    assert [name for _, _, name in drawn] == states
    inside(picture)


def inside(picture: Picture) -> None:
    """Assert that nothing is drawn outside the picture."""
    (svg,) = elements(picture, "svg")
    _, _, width, height = map(float, (svg.get("viewBox") or "").split())
    for each in svg.iter():
        for name, most in (("x", width), ("x1", width), ("x2", width), ("y", height), ("y1", height)):
            if each.get(name):
                assert 0 <= number(each, name) <= most
    for each in elements(picture, "rect"):
        assert number(each, "x") + number(each, "width") <= width
        assert number(each, "y") + number(each, "height") <= height


def test_days_stand_in_rows_by_month() -> None:
    """Each month has a row, with a column for each day of the month."""
    picture = boxes(per("day", window=Period.of(day("01-20"), day("03-05"))), whole="2022-03")
    assert names(picture) == ["jan. 2022", "feb. 2022", "mars 2022"]
    rows = Counter(number(each, "y") for each in elements(picture, "rect"))
    assert list(rows.values()) == [12, 28, 5]
    columns = sorted({number(each, "x") for each in elements(picture, "rect")})
    first = {place: row for row, place in labels(picture, "middle")}
    assert len(columns) == 31
    assert [place for place in first if place in {"1", "5", "30"}] == ["1", "5", "30"]
    assert columns[0] == FIRST


def test_other_units_stand_in_rows_by_year() -> None:
    """Each year has a row, and a bucket the column of its number in the year."""
    for unit, most in (("week", 52), ("month", 12), ("quarter", 4), ("tertial", 3), ("half-year", 2)):
        picture = boxes(per(unit, window=YEARS), whole="2022-06")
        assert names(picture) == (["2020"] * (unit == "week") + ["2021", "2022", "2023"])
        across = {number(each, "x") for each in elements(picture, "rect")}
        assert len(across) == most, unit


def test_a_week_over_new_year_stands_in_its_iso_year() -> None:
    """Week 53 of 2020 ends in 2021, and stands in the row of 2020, in the 53rd column."""
    window = Period.of(day("2020-12-28"), day("2021-01-10"))
    picture = boxes(per("week", window=window), whole=window)
    assert names(picture) == ["2020", "2021"]
    last, first = elements(picture, "rect")
    assert number(first, "x") == FIRST
    assert number(last, "x") > 600


def test_a_season_stands_in_its_months() -> None:
    """Where a target has days in some months only, the others have no box."""
    picture = boxes(per("month", months=frozenset({6, 7, 8})), whole="2022-06")
    texts = [text for _, text in labels(picture, "middle")]
    assert texts == ["juni", "juli", "aug.", "0"]
    assert counts(picture) == {"unmet": 1, "open": 2}
    assert number(elements(picture, "rect")[0], "x") == FIRST + 5 * 40


def test_numbers_stand_above_where_there_are_few() -> None:
    """Up to twelve columns have above each box what was done; one to come without anything has no number."""
    records = [did("01-10", "patrol", occasions=3), did("03-01", "patrol"), did("04-01/04-30", "patrol")]
    texts = [text for _, text in labels(boxes(per("month"), *records), "middle")]
    assert texts[12:] == ["3", "0", "1", "1", "0", "0"]
    weekly = [text for _, text in labels(boxes(per("week"), *records), "middle")]
    assert weekly == ["1", "10", "20", "30", "40", "50"]
    hours = boxes(per("half-year", at_least="2.5", of="hours"), did("01-10", "patrol", hours="2.25"))
    assert [text for _, text in labels(hours, "middle")] == ["1", "2", "2,25"]


def test_every_area_has_its_row() -> None:
    """An area's buckets stand in a row with its name, in the order of the promise."""
    goal = per("quarter", at_least=1, each_area=AREAS)
    picture = boxes(goal, did("01-10", "patrol", areas=("hagalund", "jarva")), did("04-10", "patrol"))
    assert names(picture) == list(AREAS)
    rows: dict[float, list[str]] = {}
    for each in elements(picture, "rect"):
        rows.setdefault(number(each, "y"), []).append(each.get("class") or "")
    assert list(rows.values()) == [
        ["met", "unmet", "open", "open"],
        ["unmet", "unmet", "open", "open"],
        ["met", "unmet", "open", "open"],
    ]
    hagalund, bergshamra, jarva = (said(picture).find(f"{area}: ") for area in AREAS)
    assert 0 == hagalund < bergshamra < jarva
    assert "bergshamra: 0 av 2 kvartal, ej uppfyllt: kvartal 1–2" in said(picture)


def test_areas_over_several_years_have_a_row_for_each() -> None:
    """Where an area's buckets take several rows, each says of which area and time it is."""
    picture = boxes(per("quarter", window=YEARS, each_area=AREAS[:2]), whole="2022-06")
    assert names(picture) == [f"{area} {year}" for area in AREAS[:2] for year in (2021, 2022, 2023)]


MANY = tuple(f"area-{letter}" for letter in "abcdefghijklmnopqrstuvwxy")


def crowded(per_unit: str, window: Period, areas: tuple[str, ...], *, words: Words = SV) -> Picture:
    """Return the picture of a target in so many areas, in a report on June 2022."""
    goal = per(per_unit, window=window, each_area=areas)
    made = rich(promise(goal, window=window), period=window)
    known = {key: Area(key, Text(key, key), focus=False, aliases=()) for key in areas}
    return boxes(goal, whole="2022-06", of=made._replace(areas=known), words=words)


def test_of_very_many_rows_every_area_keeps_some() -> None:
    """There are no more than 48 rows, each area has its latest, and the caption says that more there is."""
    picture = crowded("quarter", YEARS, MANY)
    assert names(picture) == [f"{area} 2022" for area in MANY]
    assert picture.caption.endswith(" Bilden visar inte alla perioder; alla siffror finns i texten.")
    assert all(f"{area}: " in picture.description for area in MANY)
    english = crowded("quarter", YEARS, MANY, words=EN)
    assert english.caption.endswith(" The picture does not show all periods; the text has all the figures.")
    two = crowded("quarter", YEARS, MANY[:20])
    assert names(two) == [f"{area} {year}" for area in MANY[:20] for year in (2021, 2022)]
    assert "Bilden visar inte" in two.caption
    inside(two)


def test_where_all_rows_fit_the_caption_says_nothing_of_it() -> None:
    """Sixteen areas of three years are 48 rows, and of one year 25 areas have each a row."""
    picture = crowded("quarter", YEARS, MANY[:16])
    assert len(names(picture)) == 48
    assert "Bilden visar inte" not in picture.caption
    whole = crowded("month", Period.of(day("01-01"), day("12-31")), MANY)
    assert names(whole) == list(MANY)
    assert "Bilden visar inte" not in whole.caption
    inside(whole)


def test_a_figure_that_is_about_is_so_in_its_strip() -> None:
    """Above its box and in the description an approximate number has its word, and the others have none."""
    picture = boxes(per("half-year", at_least=1), did("01-10", "patrol", approx=True), did("07-01", "patrol"))
    assert [text for _, text in labels(picture, "middle")] == ["1", "2", "ca 1"]
    assert said(picture) == "1 av 1 halvår. halvår 1: ca 1, halvår 2: 0."


def test_years_and_periods_have_heads() -> None:
    """Above the boxes of years stand the years; above those of other periods their first days."""
    years = boxes(per("year", window=YEARS), whole="2022-06")
    assert [text for _, text in labels(years, "middle")][:3] == ["2021", "2022", "2023"]
    periods = boxes(per("months", 5), whole="2022-06")
    assert [text for _, text in labels(periods, "middle")][:3] == ["1 jan.", "1 juni", "1 nov."]


# --- bars


def test_a_bar_is_as_long_as_its_share() -> None:
    """The whole length is what was promised in the area; what is beyond that makes no bar longer."""
    goal = target("walk", at_least=4, each_area=AREAS)
    picture = lengths(
        goal, did("03-14", "walk", areas=("hagalund",)), did("04-14", "walk", areas=("jarva",), occasions=9)
    )
    whole = elements(picture, "rect", "open")
    assert [number(each, "width") for each in whole] == [LONGEST] * 3
    filled = {number(each, "y"): number(each, "width") for each in elements(picture, "rect", "met")}
    assert [filled.get(number(each, "y"), 0) for each in whole] == [LONGEST / 4, 0, LONGEST]
    assert names(picture) == list(AREAS)
    assert [text for _, text in labels(picture, "start")] == ["1 av 4", "0 av 4", "9 av 4"]
    assert said(picture) == "hagalund: 1 av 4. bergshamra: 0 av 4. jarva: 9 gjorda, minst 4 utlovade."
    assert picture.title == "Gjort i varje område: walks"
    english = lengths(goal, words=EN)
    assert said(english) == "hagalund: 0 of 4. bergshamra: 0 of 4. jarva: 0 of 4."
    assert english.title == "Done in each area: walks"
    inside(picture)


def test_a_bar_of_a_quantity_is_exact() -> None:
    """Hours with decimals have a bar of their share, and their figures in the language's numbers."""
    goal = target("patrol", at_least="2.5", of="hours", each_area=AREAS[:1])
    picture = lengths(goal, did("03-14", "patrol", areas=("hagalund",), hours="1.25", approx=True))
    assert [number(each, "width") for each in elements(picture, "rect", "met")] == [LONGEST / 2]
    assert said(picture) == "hagalund: ca 1,25 av 2,5."


def test_a_bar_of_an_average_is_the_share_of_its_total() -> None:
    """Where each area has an average to keep, its bar is what all buckets together ask for."""
    goal = per("month", judge="average", at_least=1, each_area=AREAS[:1])
    picture = lengths(goal, did("03-14", "patrol", areas=("hagalund",), occasions=3))
    assert said(picture) == "hagalund: 3 av 12."
    assert [number(each, "width") for each in elements(picture, "rect", "met")] == [LONGEST / 4]


# --- names


def named(name: str) -> Agreement:
    """Return an agreement whose only area and target are called so, with buckets and with bars."""
    wanted: dict[str, Any] = {"each_area": ("hagalund",), "name": Text(name, name)}
    made = rich(promise(per("month", **wanted), target("patrol", **wanted)))
    return made._replace(areas={"hagalund": Area("hagalund", Text(name, name), focus=True, aliases=())})


def both(of: Agreement) -> list[Picture]:
    """Return the pictures of the two targets."""
    value = report(did("03-14", "patrol", areas=("hagalund",)), of=of)
    first, second = value.promises[0].progress.targets
    voice = Voice(SV, of)
    name = target_name(voice, first.target)
    return [strips(voice, value, "a", name, first), bars(voice, "b", name, second)]


def test_long_names_are_shortened() -> None:
    """A long name does not run out of the picture; the description has it whole."""
    name = "Parken vid den gamla järnvägsstationen"
    for picture in both(named(name)):
        assert names(picture) == ["Parken vid den ga…"]
        assert picture.description.startswith(f"{name}: ")
    for picture in both(named("Arton bokstäver la")):
        assert names(picture) == ["Arton bokstäver la"]


@pytest.mark.parametrize("text", ["<b>Å & \"ö\"</b> 'x'", *NASTY[:-1]], ids=lambda text: ascii(text[:12]))
def test_names_are_text(text: str) -> None:
    """Whatever an area or a target is called, the picture is well-formed and says it."""
    for picture in both(named(text)):
        (svg,) = elements(picture, "svg")
        inside_it = {each.tag.removeprefix(_SVG) for each in svg.iter()}
        assert inside_it <= {"svg", "title", "desc", "line", "rect", "text"}
        assert not [name for each in svg.iter() for name in each.attrib if name.startswith("on")]
        (described,) = elements(picture, "desc")
        assert SV.fact(text) in (described.text or "")
        assert SV.fact(text) in picture.title
