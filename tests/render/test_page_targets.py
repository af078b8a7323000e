"""Targets of every shape in a report: buckets, areas, averages, different things, and what is unplaced."""

import json
from collections.abc import Sequence

import pytest
from hypothesis import given, settings, strategies as st

from medborgarloften.domain.activity import Record
from medborgarloften.domain.per import Per
from medborgarloften.domain.promise import Promise, Target
from medborgarloften.domain.report.build import Report
from medborgarloften.render import to_html, to_json, to_markdown
from medborgarloften.render.page.blocks import Block, Items, Paragraph, Table
from medborgarloften.render.page.drawing import Picture
from medborgarloften.render.page.promise import MOST_ACTIVITIES
from medborgarloften.render.words.wording import NO_BREAK, Words
from records import AREAS, comment, day, did, planned, promise, target
from reports import EN, SV, activities, report, rich, section

WEEK, MONTH, QUARTER = Per("week"), Per("month"), Per("quarter")

WEEKLY = promise(target("patrol", at_least=2, per=WEEK), name="Två patruller i veckan")
AVERAGE = promise(target("patrol", at_least=3, per=WEEK, judge="average"), name="Tre i veckan i snitt")
HOURS = promise(target("patrol", at_least="10.5", per=MONTH, of="hours"), name="Timmar varje månad")
IN_AREAS = promise(
    target("dialogue", at_least=1, per=QUARTER, each_area=AREAS[:2]), name="Ett möte i kvartalet överallt"
)
WALKS = promise(target("walk", at_least=4, each_area=AREAS), name="Fyra vandringar i varje område")
DAYS = promise(target("walk", at_least=5, of="days"), name="Fem dagar")
SUMMER = promise(
    target("patrol", at_least=2, of="weekends", per=MONTH, months=frozenset({6, 7, 8})),
    name="Helger i sommar",
)
NEEDED = promise(target("dialogue", at_least=1, per=Per("half-year"), if_needed=True), name="Om det behövs")
SHAPES = (WEEKLY, AVERAGE, HOURS, IN_AREAS, WALKS, DAYS, SUMMER, NEEDED)

LOG = (
    *(did(text, "patrol", occasions=2, hours="5.5") for text in ("01-03", "01-12", "02-21", "03-01")),
    did("01-28/02-03", "patrol", occasions=8, approx=True, source="Polisen"),
    did("02-10", "dialogue", areas=("hagalund",)),
    did("02-11", "walk", areas=("hagalund",), occasions=5),
    did("03-11", "walk", areas=("jarva",)),
    did("03-12/03-13", "walk", occasions=3),
    did("06-17", "patrol"),
    planned("09-10", "dialogue", areas=("bergshamra",)),
)


def plain(text: str) -> str:
    """Return a text with plain spaces."""
    return text.replace(NO_BREAK, " ")


def of(*promises: Promise, records: Sequence[Record] = LOG, whole: str = "2022-03") -> Report:
    """Return the report of an agreement with these promises."""
    return report(*records, of=rich(*promises), whole=whole)


def rows(blocks: Sequence[Block]) -> list[tuple[str, ...]]:
    """Return the rows of the first table among blocks."""
    table = next(block for block in blocks if isinstance(block, Table))
    return [tuple(plain(cell.text) for cell in row) for row in table.rows]


def lines(blocks: Sequence[Block]) -> list[str]:
    """Return the paragraphs among blocks."""
    return [plain(block.text) for block in blocks if isinstance(block, Paragraph)]


def items(blocks: Sequence[Block]) -> list[str]:
    """Return the items of the lists among blocks."""
    return [plain(line) for block in blocks if isinstance(block, Items) for line in block.lines]


# --- all promises


def test_the_outcome_of_every_shape() -> None:
    """Buckets are told by how many were kept, in each area by itself where there are few; others by a sum."""
    outcomes = {row[0].partition(" ")[2]: row[1:] for row in rows(section(of(*SHAPES), "Alla löften"))}
    assert outcomes == {
        "Två patruller i veckan": (
            "patrols 4 av 12 veckor, oklart om 2",
            "2",
            "inte fullt ut",
            "inte fullt ut",
        ),
        "Tre i veckan i snitt": ("ca 16 av 156 patrols", "2", "ligger efter", "ligger efter"),
        "Timmar varje månad": ("hours (patrols) 1 av 3 månader", "2", "inte fullt ut", "inte fullt ut"),
        "Ett möte i kvartalet överallt": (
            "dialogues hagalund 1 av 1 kvartal, bergshamra 0 av 1 kvartal",
            "0",
            "inte fullt ut",
            "i fas",
        ),
        "Fyra vandringar i varje område": ("5 av 12 walks", "4", "i fas", "i fas"),
        "Fem dagar": ("2 av 5 walks (olika dagar)", "4", "i fas", "i fas"),
        "Helger i sommar": (
            "patrols (olika helger) ingen hel månad än",
            "2",
            "ej påbörjat",
            "ej påbörjat",
        ),
        "Om det behövs": ("dialogues inget helt halvår än", "0", "i fas", "i fas"),
    }


def test_the_outcome_in_english() -> None:
    """The same in English."""
    outcomes = [row[1] for row in rows(section(of(*SHAPES), "All promises", EN))]
    assert outcomes == [
        "patrols 4 of 12 weeks, not known for 2",
        "about 16 of 156 patrols",
        "hours (patrols) 1 of 3 months",
        "dialogues hagalund 1 of 1 quarter, bergshamra 0 of 1 quarter",
        "5 of 12 walks",
        "2 of 5 walks (different days)",
        "patrols (different weekends) no full month yet",
        "dialogues no full half-year yet",
    ]


# --- one promise


def test_the_row_of_a_target_with_buckets() -> None:
    """How many were kept, the sum beside it, the average so far, what is unplaced; nothing is missing."""
    assert rows(section(of(WEEKLY))) == [
        (
            "minst 2 patrols per vecka",
            "4 av 12 veckor, oklart om 2 (sammanlagt ca 16; hittills ca 1,24 per vecka; 8 kan inte placeras)",
            "0",
            "–",
            "nästa senast 3 april",
            "inte fullt ut",
        )
    ]
    assert rows(section(of(WEEKLY), words=EN))[0][:2] == (
        "at least 2 patrols per week",
        "4 of 12 weeks, not known for 2 (about 16 in all; about 1.24 per week so far; 8 not assigned)",
    )


def test_the_row_of_an_average() -> None:
    """An average has the total that it makes, and what was done so far in each."""
    assert rows(section(of(AVERAGE))) == [
        (
            "minst 3 patrols per vecka i genomsnitt",
            "ca 16 av 156 (hittills ca 1,24 per vecka)",
            "0",
            "140",
            "borde ha varit klart senast 9 feb.",
            "ligger efter",
        )
    ]


def test_the_row_of_a_quantity() -> None:
    """Hours have their decimals; a bulk figure without hours is unplaced and adds nothing."""
    (row,) = rows(section(of(HOURS)))
    assert row[:2] == (
        "minst 10,5 hours (patrols) per månad",
        "1 av 3 månader (sammanlagt 22; hittills 7,33 per månad; 8 kan inte placeras)",
    )


def test_every_area_has_a_row_below_its_target() -> None:
    """The target's own row has the sum; each area's how it stands there, over-reach and all."""
    assert rows(section(of(IN_AREAS))) == [
        (
            "minst 1 dialogue per kvartal, i vart och ett av hagalund och bergshamra",
            "sammanlagt 1",
            "1",
            "–",
            "nästa senast 30 juni",
            "inte fullt ut",
        ),
        (
            "dialogues, hagalund",
            "1 av 1 kvartal (sammanlagt 1; hittills 1 per kvartal)",
            "0",
            "–",
            "nästa senast 30 juni",
            "i fas",
        ),
        (
            "dialogues, bergshamra",
            "0 av 1 kvartal (sammanlagt 0; hittills 0 per kvartal)",
            "1",
            "–",
            "nästa senast 30 juni",
            "inte fullt ut",
        ),
    ]
    assert [row[:4] for row in rows(section(of(WALKS)))] == [
        ("minst 4 walks, i vart och ett av hagalund, bergshamra och jarva", "5 av 12", "0", "7"),
        ("walks, hagalund", "5 gjorda, minst 4 utlovade", "0", "0"),
        ("walks, bergshamra", "0 av 4", "0", "4"),
        ("walks, jarva", "1 av 4", "0", "3"),
    ]


def test_figures_stand_to_the_right_where_they_are_numbers_alone() -> None:
    """The column of what was done is one of numbers unless it has words."""

    def numeric(*promises: Promise) -> bool:
        (table, *_) = [block for block in section(of(*promises)) if isinstance(block, Table)]
        return table.columns[1].numeric

    assert numeric(promise(target("walk")))
    assert numeric(promise(target("dialogue", of="days")))
    assert not any(map(numeric, (WEEKLY, AVERAGE, WALKS, DAYS)))


def test_what_was_not_kept_and_what_is_cut() -> None:
    """Buckets that were not kept, or perhaps not, are named, for each area too; cut ones are not judged."""
    assert lines(section(of(WEEKLY)))[:3] == [
        "patrols, ej uppfyllt: v. 3, 6–7 och 10–12.",
        "patrols, går inte att avgöra: v. 4–5. Det som har registrerats gäller flera dagar.",
        "patrols: v. 52 (2021) och v. 52 (2022) ligger delvis utanför målets tid och bedöms inte.",
    ]
    assert lines(section(of(WEEKLY), words=EN))[0] == "patrols, missed: weeks 3, 6–7 and 10–12."
    assert "dialogues, bergshamra, ej uppfyllt: kvartal 1." in lines(section(of(IN_AREAS)))
    assert not [line for line in lines(section(of(IN_AREAS))) if "hagalund, ej uppfyllt" in line]
    assert not [line for line in lines(section(of(HOURS))) if "bedöms inte" in line]


def test_cut_buckets_are_told_once_for_all_areas() -> None:
    """Areas share their weeks, so that the cut ones are said once."""
    value = of(promise(target("patrol", per=WEEK, each_area=AREAS)))
    assert sum("bedöms inte" in line for line in lines(section(value))) == 1


def test_what_is_unplaced_is_told_one_by_one_with_the_reason() -> None:
    """Each figure that could not be counted stands there, and says why."""
    assert items(section(of(WEEKLY))) == [
        "ca 8 patrols, 28 januari–3 februari 2022, enligt Polisen (gäller flera veckor)"
    ]
    assert items(section(of(DAYS))) == ["3 walks, 12–13 mars 2022 (gäller flera dagar)"]
    assert items(section(of(DAYS), words=EN)) == ["3 walks, 12–13 March 2022 (covers several days)"]
    saturdays = promise(target("walk", weekdays=frozenset({5})))
    assert items(section(of(saturdays))) == ["3 walks, 12–13 mars 2022 (gäller delvis andra dagar än målets)"]
    weekends = promise(target("walk", of="weekends"))
    assert not items(section(of(weekends)))
    week = did("03-11/03-18", "walk")
    assert items(section(of(weekends, records=[week]))) == [
        "walk, 11–18 mars 2022 (ryms inte i en enda helg)"
    ]
    assert "Kan inte placeras:" in lines(section(of(DAYS)))


def test_many_unplaced_figures_are_told_by_their_number() -> None:
    """Of very many the first are listed, and how many more there are is said; the same twice is one line."""
    many = [did(f"01-{n:02d}/01-{n + 1:02d}", "walk") for n in range(1, MOST_ACTIVITIES + 3)]
    blocks = section(of(DAYS, records=many, whole="2022-01"))
    assert len(items(blocks)) == MOST_ACTIVITIES
    assert "… och 2 till." in lines(blocks)
    (row,) = rows(blocks)
    assert row[1] == f"0 ({MOST_ACTIVITIES + 2} kan inte placeras)"


def test_no_need_is_said_where_a_person_said_so() -> None:
    """A promise for a condition that did not arise has that state, and the words of the person."""
    value = of(NEEDED, records=[comment(NEEDED.id, "03-01", "no_need")])
    (overview,) = rows(section(value, "Alla löften"))
    assert overview[1:] == ("dialogues 0 av 1", "0", "ej aktuellt", "i fas")
    (row,) = rows(section(value))
    assert row[0] == "minst 1 dialogue per halvår, om det behövs"
    assert row[4:] == ("–", "ej aktuellt")
    assert "Bedömning 1 mars 2022: ej aktuellt. Ord." in lines(section(value))


# --- pictures


@pytest.mark.parametrize(
    ("one", "title"),
    [
        (WEEKLY, "Måluppfyllelse per vecka: patrols (löfte 1)"),
        (IN_AREAS, "Måluppfyllelse per kvartal: dialogues (löfte 1)"),
        (AVERAGE, "Gjort jämfört med jämn takt: patrols (löfte 1)"),
        (DAYS, "Gjort jämfört med jämn takt: walks (olika dagar) (löfte 1)"),
        (WALKS, "Gjort i varje område: walks (löfte 1)"),
    ],
    ids=["buckets", "buckets of areas", "average", "days", "areas"],
)
def test_each_target_has_the_picture_that_fits(one: Promise, title: str) -> None:
    """Buckets have boxes, areas bars, and all else its course."""
    pictures = [block for block in section(of(one)) if isinstance(block, Picture)]
    assert [picture.title for picture in pictures] == [title]


def test_pictures_of_targets_with_one_name_say_what_was_promised() -> None:
    """Two targets of the same name in a promise are told apart by their numbers; one alone is not."""
    pair = promise(target("patrol", at_least=2, per=WEEK), target("patrol", at_least=60), target("walk"))
    pictures = [block for block in section(of(pair)) if isinstance(block, Picture)]
    assert [picture.title.partition(": ")[2] for picture in pictures] == [
        "patrols, minst 2 per vecka (löfte 1)",
        "patrols, minst 60 (löfte 1)",
        "walks (löfte 1)",
    ]


@pytest.mark.parametrize(
    ("plans", "expected"),
    [
        ([], "nästa senast 3 april"),
        ([planned("04-04", "patrol", occasions=2)], "nästa senast 3 april"),
        ([planned("04-02", "patrol")], "nästa senast 3 april"),
        ([planned("04-02", "patrol"), planned("04-03", "patrol")], "nästa senast 3 april, inbokat"),
    ],
    ids=["nothing", "the week after", "a part", "all"],
)
def test_what_is_booked_of_the_next_bucket(plans: list[Record], expected: str) -> None:
    """It is the next bucket that is booked, whatever is booked in others; a part is not said."""
    (row,) = rows(section(of(WEEKLY, records=[*LOG, *plans])))
    assert row[4] == expected


def test_an_average_is_told_after_a_whole_bucket() -> None:
    """A day after the beginning "per week" would be a guess; after a week it is what was done."""
    for last, told in (("01-03", False), ("01-09", True)):
        one = report(did("01-03", "patrol", occasions=4), of=rich(WEEKLY), whole="2022-01", last=last)
        (row,) = rows(section(one))
        assert ("hittills" in row[1]) is told


def test_every_picture_has_an_id_of_its_own() -> None:
    """No two pictures of a page share the ids by which a screen reader finds their words."""
    shown = to_html.report(SV, of(promise(*(one.targets[0] for one in SHAPES)), *SHAPES)).decode()
    assert shown.count("<svg") == 2 * len(SHAPES) + 1
    ids = [part.partition('"')[0] for part in shown.split('<title id="')[1:]]
    assert len(ids) == len(set(ids)) == shown.count("<svg")


# --- every format


@pytest.mark.parametrize("words", [SV, EN], ids=["sv", "en"])
def test_every_format_has_every_promise_and_figure(words: Words) -> None:
    """HTML and Markdown have each promise, each row of its targets, and each picture in words."""
    value = of(*SHAPES)
    html = plain(to_html.report(words, value).decode()).replace("<wbr>", "")
    markdown = plain(to_markdown.report(words, value).decode()).replace("\\", "")
    for number, one in enumerate(SHAPES, 1):
        assert f"<h2>{number}. {one.text.sv}</h2>" in html or f">{number}. {one.text.sv}</h2>" in html
        assert f"## {number}. {one.text.sv}\n" in markdown
        blocks = section(value, f"{number}. ", words)
        for row in rows(blocks):
            for cell in row:
                assert cell in html
                assert cell in markdown
        for block in blocks:
            if isinstance(block, Picture):
                assert plain(block.description) in html
                assert plain(block.description) in markdown


def test_the_document_of_a_report_has_buckets_and_areas() -> None:
    """A program gets the codes of what was not kept, and how each area stands."""
    document = json.loads(to_json.report(SV, of(WEEKLY, IN_AREAS)))
    weekly, in_areas = (one["targets"][0] for one in document["status"]["promises"])
    assert weekly["buckets"] == {
        "per": "week",
        "judged": 12,
        "met": 4,
        "unmet": [f"2022-W{number:02d}" for number in (3, 6, 7, 10, 11, 12)],
        "unknown": ["2022-W04", "2022-W05"],
        "unfillable": False,
        "average": 1.24,
        "running": None,
    }
    assert (weekly["areas"], weekly["unplaced"], weekly["missing"], weekly["due"]) == (None, 8, None, None)
    assert in_areas["buckets"] is None
    assert [(area["id"], area["state"], area["buckets"]["unmet"]) for area in in_areas["areas"]] == [
        ("hagalund", "on_track", []),
        ("bergshamra", "broken", ["2022-Q1"]),
    ]


_targets = st.builds(
    target,
    st.sampled_from(["walk", "patrol"]),
    at_least=st.integers(1, 3),
    of=st.sampled_from(["occasions", "areas", "days", "weekends", "hours"]),
    per=st.sampled_from(
        [None, Per("day"), WEEK, MONTH, QUARTER, Per("year"), Per("weeks", 2), Per("months", 5)]
    ),
    judge=st.sampled_from(["each", "average"]),
    each_area=st.sampled_from([(), AREAS[:1], AREAS]),
    months=st.sampled_from([frozenset[int](), frozenset({1, 5, 6})]),
    exceptions=st.sampled_from([frozenset(), frozenset({day("05-01")})]),
    if_needed=st.booleans(),
)


@given(
    st.lists(_targets, min_size=1, max_size=3),
    st.lists(activities(), max_size=5),
    st.sampled_from(["2022-01", "2022-06", "2022"]),
)
@settings(max_examples=40)
def test_any_target_can_be_reported(targets: list[Target], records: list[Record], whole: str) -> None:
    """Whatever was promised and logged, each target and each of its areas has a row, and one picture."""
    value = report(*records, of=rich(promise(*targets)), whole=whole)
    for words in (SV, EN):
        blocks = section(value, words=words)
        assert len(rows(blocks)) == sum(1 + len(one.each_area) for one in targets)
        assert sum(isinstance(block, Picture) for block in blocks) == len(targets)
        to_html.report(words, value)
        to_markdown.report(words, value)
    json.loads(to_json.report(SV, value))
