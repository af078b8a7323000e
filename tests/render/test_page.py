"""A report as blocks: what is said, and when; every format shows exactly this."""

import json
from itertools import pairwise
from typing import Literal

import pytest
from hypothesis import given, settings, strategies as st

from medborgarloften.domain.activity import Record, Redaction
from medborgarloften.domain.ids import End
from medborgarloften.domain.integrity.health import Health, Trouble
from medborgarloften.domain.promise import Agreement, Text
from medborgarloften.domain.report.build import Report
from medborgarloften.render.page.blocks import Block, Heading, Items, Paragraph, Table
from medborgarloften.render.page.drawing import Picture
from medborgarloften.render.page.promise import MOST_ACTIVITIES
from medborgarloften.render.page.whole import MOST_LINES, Page, page
from medborgarloften.render.words.wording import NO_BREAK, Words
from records import agreement, amended, comment, did, planned, promise, target, voided
from reports import (
    EN,
    EVERYTHING,
    GOOD,
    NASTY,
    PATROLS,
    SV,
    WALKS,
    activities,
    report,
    rich,
    section,
    texts_of,
)

BOTH = pytest.mark.parametrize("words", [SV, EN], ids=["sv", "en"])


def made(value: Report, words: Words = SV) -> Page:
    """Return the page, with plain spaces in every text that is compared."""
    return page(words, value)


def plain(text: str) -> str:
    """Return a text with plain spaces."""
    return text.replace(NO_BREAK, " ")


def said(value: Report, words: Words = SV) -> str:
    """Return all texts of the page, a line each, with plain spaces."""
    return plain("\n".join(texts_of(page(words, value).blocks)))


def lines(blocks: list[Block]) -> list[str]:
    """Return the paragraphs among blocks, with plain spaces."""
    return [plain(block.text) for block in blocks if isinstance(block, Paragraph)]


def items(blocks: list[Block]) -> list[str]:
    """Return the items of the lists among blocks, with plain spaces."""
    return [plain(line) for block in blocks if isinstance(block, Items) for line in block.lines]


def tables(blocks: list[Block]) -> list[list[tuple[str, ...]]]:
    """Return the rows of each table among blocks."""
    return [
        [tuple(plain(cell.text) for cell in row) for row in block.rows]
        for block in blocks
        if isinstance(block, Table)
    ]


def only(*records: Record, of: Agreement, whole: str = "2022-03") -> list[Block]:
    """Return the section of the first promise."""
    return section(report(*records, of=of, whole=whole), "1. ")


# --- title, head


@pytest.mark.parametrize(
    ("whole", "last", "title"),
    [
        ("2022-03", None, "Uppföljning av medborgarlöften, mars 2022"),
        ("2022-03", "03-18", "Uppföljning av medborgarlöften, mars 2022, till och med 18 mars 2022"),
        ("2022", None, "Uppföljning av medborgarlöften 2022"),
        ("2022-T1", None, "Uppföljning av medborgarlöften, 1 januari–30 april 2022"),
    ],
)
def test_the_title_names_the_period(whole: str, last: str | None, title: str) -> None:
    """A finished period is named; one that goes on says up to which day."""
    shown = made(report(whole=whole, last=last))
    assert plain(shown.title) == f"Solna: {title}"
    assert next(plain(block.text) for block in shown.blocks if isinstance(block, Heading)) == title


def test_the_title_in_english() -> None:
    """In English it says up to and including which day."""
    title = made(report(last="03-18"), EN).title
    assert (
        plain(title) == "Solna: Follow-up of citizen promises, March 2022, up to and including 18 March 2022"
    )


def test_a_page_without_troubles_has_no_warning() -> None:
    """A warning is there only where there is something to warn of."""
    assert not [
        block for block in made(report()).blocks if isinstance(block, Paragraph) and block.role == "warning"
    ]


def trouble(sort: Literal["damaged", "newer", "edited"]) -> Trouble:
    """Return a trouble of a file of the log."""
    return Trouble(sort, "kommun-000001.jsonl", 3, "log.not_json")


@BOTH
@pytest.mark.parametrize("damaged", [0, 1, 2])
@pytest.mark.parametrize("conflicts", [0, 1, 2])
def test_what_could_not_be_read_is_said_with_its_number(words: Words, damaged: int, conflicts: int) -> None:
    """Damaged and newer lines and conflicts stand at the top, with how many they are."""
    troubles = (trouble("damaged"), trouble("newer"))[:damaged]
    health = GOOD._replace(troubles=troubles, conflicts=("a", "b")[:conflicts])
    warnings = [
        block.text
        for block in made(report(health=health), words).blocks
        if isinstance(block, Paragraph) and block.role == "warning"
    ]
    numbers = {1: ("En ", "One "), 2: ("2 ", "2 ")}
    place = 0 if words is SV else 1
    wanted = [numbers[number][place] for number in (damaged, conflicts) if number]
    assert [text[: len(start)] for text, start in zip(warnings, wanted, strict=True)] == wanted


def test_edited_lines_are_said_where_the_log_is_told_of() -> None:
    """Lines that were edited by hand count, and the report says how many they are."""
    one = report(health=GOOD._replace(troubles=(trouble("edited"),)))
    two = report(health=GOOD._replace(troubles=(trouble("edited"),) * 2))
    assert lines(section(one, "Underlag"))[1].startswith("En rad i loggen har ändrats för hand")
    assert lines(section(two, "Underlag"))[1].startswith("2 rader i loggen har ändrats för hand")


# --- all promises


def test_the_table_of_all_promises() -> None:
    """One row for each promise: its words, the outcome so far, the period, and the state now and before."""
    value = report(did("02-03", "patrol"), did("03-14", "walk", "dialogue"), whole="2022-03")
    (rows,) = tables(section(value, "Alla löften"))
    assert rows == [
        ("1. Fyra vandringar och fyra dialoger", "1 av 4 walks, 1 av 4 dialogues", "1", "i fas", "i fas"),
        ("2. Fotpatrullering", "1 patrol", "0", "pågår", "pågår"),
        ("3. Polistimmar", "0 av 900,5 hours (patrols)", "0", "ligger efter", "ligger efter"),
        ("4. Vandringar i vår", "0 av 4 walks", "1", "ligger efter", "ej påbörjat"),
    ]


def test_a_period_that_begins_with_the_agreement_has_no_column_for_before() -> None:
    """Where there was no state before, there is no empty column."""
    (table,) = [block for block in section(report(whole="2022"), "Alla löften") if isinstance(block, Table)]
    assert [column.title for column in table.columns][-1] == "Läge"
    assert {len(row) for row in table.rows} == {4}


def test_more_than_promised_is_no_part_of_it() -> None:
    """Where more was done than promised, the number promised is a minimum, in singular or plural."""
    one = promise(target("walk", at_least=1), target("dialogue", at_least=2))
    value = report(did("03-01", "walk", "dialogue", occasions=3), of=agreement(one))
    (row,) = tables(section(value, "Alla löften"))[0]
    assert row[1] == "3 walks (minst 1 utlovad), 3 dialogues (minst 2 utlovade)"


def test_absent_is_not_zero() -> None:
    """No number promised and nothing logged, and a number with nothing logged, are different texts."""
    (rows,) = tables(section(report(of=rich(WALKS, PATROLS)), "Alla löften"))
    assert [row[1] for row in rows] == ["0 av 4 walks, 0 av 4 dialogues", "inget registrerat"]
    assert lines(only(of=rich(PATROLS))) == ["Inget antal är utlovat, och inget är registrerat hittills."]
    assert lines(only(of=rich(WALKS))) == ["Inget är registrerat hittills."]
    assert lines(only(did("03-01", "patrol"), of=rich(PATROLS)))[0] == (
        "Inget antal är utlovat. Hittills: 1 patrol."
    )
    assert "Inget är registrerat under perioden." in lines(only(did("02-01", "patrol"), of=rich(PATROLS)))


@given(st.lists(activities(), max_size=6), st.sampled_from(["2022-01", "2022-06", "2022"]))
@settings(max_examples=25)
def test_every_promise_stands_there_in_its_own_words(records: list[Record], whole: str) -> None:
    """Each promise has a row in the table of all and a heading of its own, whatever was logged."""
    value = report(*records, whole=whole)
    for words in (SV, EN):
        shown = page(words, value).blocks
        headings = [block.text for block in shown if isinstance(block, Heading)]
        (rows,) = tables(section(value, words.say("report.all"), words))
        for one, row in zip(EVERYTHING, rows, strict=True):
            assert sum(heading.endswith(f". {one.text.sv}") for heading in headings) == 1
            assert row[0].endswith(f". {one.text.sv}")


@given(st.lists(activities(), max_size=6))
@settings(max_examples=25)
def test_headings_are_in_order(records: list[Record]) -> None:
    """There is one first heading, and no level is jumped over."""
    levels = [block.level for block in page(SV, report(*records)).blocks if isinstance(block, Heading)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


# --- one promise


def test_who_promised_which_areas_and_how_it_is_counted() -> None:
    """The rule, the parties, the areas and the decision are printed with the promise."""
    one = promise(
        counts=("patrol",),
        parties=("police", "city"),
        areas=("hagalund", "jarva"),
        rule=Text("Varje patrull.", "Every patrol."),
        decision="KS 2022/17",
    )
    assert lines(only(of=agreement(one)))[:4] == [
        "Löftet har getts av police och city.",
        "Löftet nämner särskilt hagalund och jarva.",
        "Räkneregel: Varje patrull.",
        "Beslut: KS 2022/17",
    ]


def test_the_targets_of_a_promise() -> None:
    """Each target has a row: done, booked, missing, by when the next, and the state; and a picture."""
    records = [did("03-14", "walk", approx=True), planned("06-01", "walk"), did("02-20/04-02", "walk")]
    blocks = only(*records, of=rich(WALKS))
    assert tables(blocks)[0] == [
        ("minst 4 walks", "ca 1", "1", "2", "nästa senast 2 juli", "i fas"),
        ("minst 4 dialogues", "0", "0", "4", "nästa senast 2 april", "i fas"),
    ]
    assert len([block for block in blocks if isinstance(block, Picture)]) == 2


def test_what_is_unplaced_stands_beside_what_is_done() -> None:
    """A figure that only partly lies in a target’s days is said, and never part of the number."""
    one = report(did("03-01/03-20", "walk", areas=("hagalund",), occasions=3), whole="2022-03").promises[3]
    blocks = section(report(did("03-01/03-20", "walk", areas=("hagalund",), occasions=3)), "4. ")
    assert one.progress.targets[0].unplaced == 3
    assert tables(blocks)[0][0][1] == "0 (som mest 3 om allt osäkert räknas in; 3 kan inte placeras)"


def test_a_row_for_each_activity() -> None:
    """Day, what, where, and everything that is said of it: tags, quantities, note, reference, source."""
    record = did(
        "03-14",
        "walk",
        "dialogue",
        areas=("hagalund", "jarva"),
        tags=("lighting",),
        persons="23",
        hours="2.5",
        note="Mörkt",
        ref="KS 1",
        source="Protokoll",
    )
    bare = did("03-01/03-31", "walk", occasions=2, approx=True)
    assert tables(only(record, bare, of=rich(WALKS)))[1] == [
        ("mars 2022", "ca 2 walks", "–", "–"),
        (
            "14 mars 2022",
            "walk och dialogue",
            "hagalund och jarva",
            "lighting · 2,5 hours · 23 persons · Mörkt · KS 1 · enligt Protokoll",
        ),
    ]


def test_a_masked_text_is_said_to_be_masked() -> None:
    """Where a text was redacted the reader is told, and the others stay."""
    record = did("03-14", "patrol", note="bort", source="kvar")
    gone = Redaction("kommun", record.id, ("note",), "fel")
    redaction = Record("00000000-0000-7000-8000-ffffffffffff", "2022-03-20T00:00:00.000Z", "redact", gone)
    rows = tables(only(record, redaction, of=rich(PATROLS)))[0]
    assert [row[3] for row in rows] == ["(maskad) · enligt kvar"]


def test_lines_of_a_note_become_one() -> None:
    """A note of several lines is one text of a table’s cell."""
    rows = tables(only(did("03-14", "patrol", note="ett\ntvå\r\ntre"), of=rich(PATROLS)))[0]
    assert rows[0][3] == "ett / två / tre"


@pytest.mark.parametrize(("more", "text"), [(1, "ytterligare en från"), (3, "ytterligare 3 från")])
def test_a_long_list_shows_the_latest(more: int, text: str) -> None:
    """Of very many records the latest are shown, with how many more are in the figures."""
    records = [did(f"03-{number + 1:02d}", "patrol") for number in range(MOST_ACTIVITIES + more)]
    blocks = only(*records, of=rich(PATROLS))
    assert [row[0] for row in tables(blocks)[0]][-1] == f"{MOST_ACTIVITIES + more} mars 2022"
    assert len(tables(blocks)[0]) == MOST_ACTIVITIES
    assert any(text in line for line in lines(blocks))


@pytest.mark.parametrize(
    ("records", "text"),
    [
        ([did("03-01", "patrol")], "Alla tillfällen är registrerade var för sig."),
        (
            [did("03-01", "patrol")] * 1 + [did("03-02", "patrol")],
            "Alla tillfällen är registrerade var för sig.",
        ),
        ([did("03-01", "patrol", occasions=9)], "Alla tillfällen kommer från summerade uppgifter."),
        (
            [did("03-01", "patrol", approx=True)],
            "Alla tillfällen är registrerade var för sig. Av dessa är ett uppskattat.",
        ),
        (
            [did("03-01", "patrol"), did("03-01/03-31", "patrol", occasions=9)],
            "1 tillfälle är registrerat för sig. 9 kommer från summerade uppgifter.",
        ),
        (
            [
                did("02-01", "patrol"),
                did("03-02", "patrol", source="Solna stad"),
                did("03-01/03-31", "patrol", occasions=9, approx=True, source="Polisen"),
            ],
            (
                "2 tillfällen är registrerade var för sig. "
                "9 kommer från summerade uppgifter. Av dessa är 9 uppskattade. "
                "Uppgifter från Polisen (9) och Solna stad (1)."
            ),
        ),
    ],
)
def test_how_much_of_a_sum_can_be_traced(records: list[Record], text: str) -> None:
    """Single occasions, bulk figures, approximate ones and sources are told apart in words."""
    assert lines(only(*records, of=rich(PATROLS)))[-1] == text


def test_where_it_was_done() -> None:
    """Occasions by area are one line; where no record names an area there is no such line."""
    records = [
        did("03-01", "patrol", areas=("jarva",)),
        did("03-01/03-31", "patrol", occasions=3, approx=True),
    ]
    text = "Per område, mars 2022: jarva 1, utan angivet område ca 3."
    assert text in lines(only(*records, of=rich(PATROLS)))
    assert not any("Per område" in line for line in lines(only(records[1], of=rich(PATROLS))))


def test_joint_occasions_in_words() -> None:
    """How many were held together is said under the promise; nothing is said where there were none."""
    records = [did("02-14", "walk", "dialogue"), did("03-14", "walk")]
    text = "Hittills har 1 av 2 walks genomförts i kombination med dialogue."
    assert text in lines(only(*records, of=rich(WALKS)))
    assert "kombination" not in said(report(did("03-14", "dialogue"), of=rich(WALKS)))


def test_a_verdict_stands_with_its_promise() -> None:
    """What a person has said is beside the figures, with its day."""
    words = comment("Fotpatrullering", "03-30", "partly")
    assert "Bedömning 30 mars 2022: delvis uppfyllt. Ord." in lines(only(words, of=rich(PATROLS)))


# --- all promises together


def test_the_sums_of_the_period() -> None:
    """Total, areas, parties, kinds and tags, each in a table of its own, approximate sums marked."""
    records = [
        did("03-14", "walk", "dialogue", areas=("jarva",), parties=("police", "city"), tags=("lighting",)),
        did("03-01/03-31", "patrol", occasions=24, approx=True, parties=("police",)),
    ]
    blocks = section(report(*records), "Genomförda aktiviteter, mars 2022")
    assert lines(blocks) == [
        "Sammanlagt ca 25 tillfällen, alla löften tillsammans.",
        (
            "Ett tillfälle som gäller flera områden, parter eller aktiviteter står på flera rader, "
            "så radernas summa kan bli större än totalen."
        ),
    ]
    assert tables(blocks) == [
        [("hagalund (fokusområde)", "0"), ("jarva", "1"), ("utan angivet område", "ca 24")],
        [("police", "ca 25"), ("city", "1")],
        [("walks", "1"), ("dialogues", "1"), ("patrols", "ca 24")],
        [("lighting", "1")],
    ]


@pytest.mark.parametrize(
    ("occasions", "text"),
    [
        (0, "Inget är registrerat under perioden för något löfte."),
        (1, "Sammanlagt ett tillfälle, alla löften tillsammans."),
        (2, "Sammanlagt 2 tillfällen, alla löften tillsammans."),
    ],
)
def test_the_total_in_words(occasions: int, text: str) -> None:
    """None, one and several are different sentences; rows that add up need no explanation."""
    records = [did("03-14", "walk")] * 0 + [did("03-14", "patrol") for _ in range(occasions)]
    assert lines(section(report(*records), "Genomförda"))[0] == text
    assert not any("flera rader" in line for line in lines(section(report(*records), "Genomförda")))


def test_figures_of_several_months_are_said_to_be_in_none() -> None:
    """What is not in the picture of months is said below it."""
    value = report(did("02-20/03-05", "patrol", occasions=7), did("03-14", "patrol"))
    assert lines(section(value, "Genomförda"))[-1] == (
        "Uppgifter som gäller flera månader ingår inte i fördelningen per månad (antal tillfällen: 7)."
    )


# --- what needs a look


def test_what_needs_a_look_is_listed() -> None:
    """Unconfirmed plans, late entries and corrections, double counts; each with what it means."""
    old = did("02-01", "walk", at="2022-02-01T08:00:00.000Z")
    figure = did("03-01/03-31", "patrol", occasions=24, source="Polisen")
    value = report(
        old,
        amended(old, "2022-03-07T08:00:00.000Z", occasions=2),
        did("02-10", "walk", areas=("jarva",), at="2022-03-04T08:00:00.000Z"),
        figure,
        did("03-05", "patrol"),
        did("03-07/03-13", "patrol", occasions=5),
        did("03-09/03-20", "patrol", occasions=7),
        planned("03-10", "walk", areas=("hagalund",)),
    )
    assert items(section(value, "Inbokat men ej bekräftat")) == ["walk, hagalund, 10 mars 2022"]
    assert items(section(value, "Registrerat eller rättat i efterhand")) == [
        "walk, jarva, 10 februari 2022 (registrerat 4 mars 2022)",
        "rättad: 2 walks, 1 februari 2022 (registrerat 7 mars 2022)",
    ]
    assert items(section(value, "Kan vara räknat två gånger")) == [
        "24 patrols, mars 2022, enligt Polisen: 1 annat tillfälle av samma slag under samma dagar",
        "24 patrols, mars 2022, enligt Polisen: överlappar 5 patrols, 7–13 mars 2022",
        "24 patrols, mars 2022, enligt Polisen: överlappar 7 patrols, 9–20 mars 2022",
        "5 patrols, 7–13 mars 2022: överlappar 7 patrols, 9–20 mars 2022",
    ]
    assert all(
        lines(section(value, title)) for title in ("Inbokat men", "Registrerat eller", "Kan vara räknat två")
    )


def test_a_list_that_is_very_long_says_how_many_more_there_are() -> None:
    """Of very many late entries as many are shown as can be read, and the number of the others."""
    records = [did("02-10", "walk", at="2022-03-04T08:00:00.000Z") for _ in range(MOST_LINES + 7)]
    blocks = section(report(*records), "Registrerat eller rättat i efterhand")
    assert len(items(blocks)) == MOST_LINES
    assert lines(blocks)[-1] == "… och 7 till."
    assert len(items(section(report(*records[7:]), "Registrerat eller"))) == MOST_LINES
    assert len(lines(section(report(*records[7:]), "Registrerat eller"))) == 1


def test_where_there_is_nothing_to_look_at_there_is_no_heading() -> None:
    """Lists that would be empty are left out, headings and all."""
    headings = [block.text for block in made(report()).blocks if isinstance(block, Heading)]
    assert [plain(text) for text in headings[-2:]] == ["Genomförda aktiviteter, mars 2022", "Underlag"]


def test_plans_are_shown_only_where_asked_for() -> None:
    """Without the wish no plan to come is on the page; with it there is a list that says it is internal."""
    plan = planned("09-10", "walk", areas=("bergshamra",), note="hemligt")
    value = report(plan, with_planned=True)
    assert items(section(value, "Inbokat framåt")) == ["walk, bergshamra, 10 september 2022"]
    assert lines(section(value, "Inbokat framåt")) == ["Planerade insatser ska inte publiceras."]
    for words in (SV, EN):
        assert "bergshamra" not in said(report(plan), words)


# --- what it rests on


@pytest.mark.parametrize(
    ("ends", "text"),
    [
        ({}, "Loggen var tom när rapporten gjordes."),
        ({"a": End(1, "00aa")}, "Loggen innehöll en post när rapporten gjordes."),
        ({"b": End(2, "00bb"), "a": End(10, "00aa")}, "Loggen innehöll 12 poster när rapporten gjordes."),
    ],
)
def test_the_trail_ties_the_report_to_the_log(ends: dict[str, End], text: str) -> None:
    """The records of the log and the last sum of each file are there; the files’ names are not."""
    value = report(health=Health(ends=ends))
    blocks = section(value, "Underlag")
    assert lines(blocks)[0] == text
    found = [row for rows in tables(blocks) for row in rows]
    assert found == [(last, str(records)) for records, last in sorted(ends.values())]
    trail = json.loads(page(SV, value).trail.removeprefix("<!-- loften-trail: ").removesuffix(" -->"))
    assert trail["records"] == sum(records for records, _ in ends.values())


def test_source_and_contact_of_the_agreement_end_the_page() -> None:
    """Where the agreement says where it is from and whom to ask, the report does."""
    of = rich(PATROLS)._replace(source=Text("Avtalet", "The agreement"), contact=Text("08-746 10 00", "08"))
    assert lines(section(report(of=of), "Underlag"))[-2:] == ["Källa: Avtalet", "Kontakt: 08-746 10 00"]


@BOTH
def test_no_writer_is_named(words: Words) -> None:
    """Who wrote a record, and in which file, stands nowhere."""
    secret = did("03-14", "walk", source="Polisen")
    secret = secret._replace(content=secret.content._replace(by="anna-ek"))
    health = Health((trouble("damaged"),), ("x",), {"anna-ek-7f3a9c.jsonl": End(1, "00aa")})
    text = said(report(secret, voided(did("02-01", "walk")), health=health), words)
    for word in ("anna", "7f3a9c", "jsonl", "kommun-"):
        assert word not in text


@pytest.mark.parametrize("text", NASTY, ids=lambda text: ascii(text[:12]))
def test_no_text_has_control_or_direction_characters(text: str) -> None:
    """Whatever somebody wrote, what is shown can be printed, and is all there."""
    record = did("03-14", "patrol", note=text, source=text, ref=text)
    shown = texts_of(page(SV, report(record, of=rich(PATROLS))).blocks)
    for line in shown:
        assert line.isprintable() or "<svg" in line or NO_BREAK in line
        assert not {"\x1b", "\u202e", "\u2066", "\x07", "\r"} & set(line)
    kept = text.splitlines()[0].replace("\x1b", "\\x1b").replace("\x07", "\\x07")
    kept = kept.replace("\u202e", "\\u202e").replace("\u2066", "\\u2066")
    assert any(kept in line for line in shown)
