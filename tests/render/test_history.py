"""One record in full, and everything that was written of it, in order."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from medborgarloften.domain.activity import TEXTS, Amendment, Record, Redaction
from medborgarloften.domain.history import Ledger, as_written
from medborgarloften.domain.judging.counting import activity
from medborgarloften.domain.moments import swedish
from medborgarloften.render.answers import history
from medborgarloften.render.words.voice import Voice
from medborgarloften.render.words.wording import NO_BREAK, Words
from records import agreement, amended, comment, did, ledger, planned, promise, target, voided

AGREED = agreement(promise(target("walk"), name="walks"))
SWEDISH, ENGLISH = Words("sv"), Words("en")


def redaction(of: Record, *fields: str, at: str = "2022-12-30T00:00:00.000Z") -> Record:
    """Return a record by which texts of another one are masked."""
    return Record(
        "ffffffff-0000-7000-8000-000000000001", at, "redact", Redaction("kommun", of.id, fields, "namn")
    )


def shown(words: Words, record: Record, *corrections: Record) -> list[str]:
    """Return the lines of a record with plain spaces."""
    folded = ledger(record, *corrections)
    now = _now(folded, record)
    lines = history.lines(Voice(words, AGREED), folded, now, swedish)
    return [line.replace(NO_BREAK, " ") for line in lines]


def _now(folded: Ledger, record: Record) -> Record:
    return folded.dated[record.id]


def test_a_record_that_nobody_touched() -> None:
    """What it says, its id, and who wrote it when."""
    record = did("03-14", "walk", areas=("hagalund",), note="Mörkt")
    assert shown(SWEDISH, record) == [
        "walk, hagalund, 14 mars 2022",
        "Anteckning: Mörkt",
        f"Id: {record.id}",
        "Historik:",
        "  2022-01-01 01:00 kommun: loggad: walk, hagalund, 14 mars 2022. Anteckning: Mörkt",
    ]


def test_corrections_in_the_order_of_their_time() -> None:
    """By (`at`, `id`), whatever the order in which they came; the first line is as it was first written."""
    record = did("03-14", "walk", note="Mörkt")
    second = amended(record, at="2022-05-02T00:00:00.000Z", occasions=3)
    first = amended(record, at="2022-05-01T00:00:00.000Z", occasions=2, note=None)
    lines = shown(ENGLISH, record, voided(record), second, first)
    assert lines[0] == "3 walks, 14 March 2022"
    assert lines[2] == "The record has been voided."
    assert lines[4:] == [
        "  2022-01-01 01:00 kommun: logged: walk, 14 March 2022. Note: Mörkt",
        "  2022-05-01 02:00 kommun: amended: count 2; note removed. Reason: fel",
        "  2022-05-02 02:00 kommun: amended: count 3. Reason: fel",
        "  2022-12-31 01:00 kommun: voided. Reason: fel",
    ]


CHANGES: list[tuple[dict[str, Any], str]] = [
    ({"day": date(2022, 3, 15)}, "datum 15 mars 2022"),
    ({"until": date(2022, 3, 15)}, "sista dag 15 mars 2022"),
    ({"until": None}, "sista dag borttaget"),
    ({"kinds": ("walk", "dialogue")}, "aktivitet walk och dialogue"),
    ({"areas": ("hagalund", "nowhere")}, "område hagalund och nowhere"),
    ({"areas": ()}, "område borttaget"),
    ({"parties": ("police",)}, "part police"),
    ({"tags": ("lighting",)}, "märkning lighting"),
    ({"occasions": 24000}, "antal 24 000"),
    ({"approx": True}, "ungefärligt ja"),
    ({"approx": False}, "ungefärligt nej"),
    ({"quantities": (("hours", Decimal("2.5")),)}, "mängd 2,5 hours"),
    ({"note": "Ljust"}, "anteckning Ljust"),
    ({"ref": "KS-17"}, "referens KS-17"),
    ({"source": "Polisen"}, "källa Polisen"),
    ({"plan": "018f0000"}, "inbokning 018f0000"),
]


@pytest.mark.parametrize(("changes", "words"), CHANGES)
def test_a_change_in_words(changes: dict[str, Any], words: str) -> None:
    """Every field has a name and every value its words."""
    record = did("03-14", "walk")
    assert shown(SWEDISH, record, amended(record, **changes))[-1].endswith(f"rättad: {words}. Skäl: fel")


def test_every_field_that_can_be_amended_has_words() -> None:
    """Both languages name every field of an activity that an amendment may change."""
    fixed = {"by", "redacted", "not_personal", "extra"}
    for words in (SWEDISH, ENGLISH):
        for field in set(did("03-14", "walk").content._fields) - fixed:
            assert words.says(f"history.field.{field}")


def test_every_text_of_an_activity_has_words() -> None:
    """Both languages have a line for every text; the source is part of the line about the activity."""
    for words in (SWEDISH, ENGLISH):
        for field in set(TEXTS) - {"source"}:
            assert words.says(f"history.{field}")


def test_a_plan_and_a_comment() -> None:
    """A plan is booked, a comment is written, with its day and verdict."""
    assert shown(ENGLISH, planned("05-01", "walk"))[-1].endswith(" kommun: booked: walk, 1 May 2022")
    lines = shown(ENGLISH, comment("walks", "03-31", "kept"))
    assert lines[:4] == [
        "comment on promise 1",
        "Applies from 31 March 2022",
        "Verdict: kept",
        "Text: Ord.",
    ]
    assert lines[-1].endswith(
        "written: comment on promise 1. Applies from 31 March 2022. Verdict: kept. Text: Ord."
    )


@pytest.mark.parametrize("at", ["2022-04-01T00:00:00.000Z", "2022-12-30T00:00:00.000Z"])
def test_a_masked_text_is_in_no_line(at: str) -> None:
    """Not in the first line and in no amendment, whenever it was masked; the other texts stay."""
    record = did("03-14", "walk", note="Anna", ref="KS-17", source="Polisen")
    renamed = amended(record, at="2022-05-01T00:00:00.000Z", note="Anna Ek", occasions=2)
    folded = ledger(record, renamed, redaction(record, "note", at=at))
    written = as_written(folded, _now(folded, record))
    text = "\n".join(history.lines(Voice(SWEDISH, AGREED), folded, written[0], swedish))
    assert "Anna" not in text
    assert "KS-17" in text
    assert "anteckning borttaget; antal 2" in text
    assert "(maskad)" in text
    assert "texter maskade. Skäl: namn" in text
    assert not [each for each in written if "Anna" in repr(each)]


def test_a_masked_comment() -> None:
    """Its words are gone, its verdict stands."""
    record = comment("walks", "03-31", "kept")
    lines = shown(SWEDISH, record, redaction(record, "text"))
    assert not [line for line in lines if "Ord." in line]
    assert "Bedömning: uppfyllt" in lines
    assert "(maskad)" in lines


def test_only_the_masked_fields_are_masked() -> None:
    """A redaction that names what is no text changes nothing but the mark."""
    record = did("03-14", "walk", note="Mörkt")
    folded = ledger(record, redaction(record, "kinds", "by"))
    (first, _) = as_written(folded, _now(folded, record))
    assert first.content == activity(record)._replace(redacted=True)


def test_a_correction_by_itself() -> None:
    """It says what it corrects and has itself for its history."""
    record = did("03-14", "walk")
    correction = amended(record, occasions=2)
    lines = history.lines(Voice(ENGLISH, AGREED), ledger(record, correction), correction, swedish)
    assert lines[0] == f"correction of {record.id}"
    assert lines[-1] == "  2022-12-31 01:00 kommun: amended: count 2. Reason: fel"


def test_an_amendment_with_a_field_of_a_later_version() -> None:
    """A field that has no words here is shown by its name."""
    record = did("03-14", "walk")
    later = Record(
        "ffffffff-0000-7000-8000-000000000002", "2022-12-31T00:00:00.000Z", "amend", _weather(record)
    )
    lines = history.lines(Voice(ENGLISH, AGREED), ledger(record), later, swedish)
    assert lines[-1].endswith("amended: weather rain. Reason: fel")


def _weather(record: Record) -> Amendment:
    return Amendment("kommun", record.id, (("weather", "rain"),), "fel")
