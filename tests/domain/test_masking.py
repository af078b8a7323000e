"""Values without their identity numbers: every text is reached, and all else is the same value as before."""

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, strategies as st

from any_record import contents
from medborgarloften.domain.activity import Activity, Content
from medborgarloften.domain.masking import masked, masked_content, texts
from medborgarloften.domain.privacy import MASK
from records import agreement, amended, day, did, fold, promise, target

NUMBER, WRONG = "790819-1237", "790819-1234"


@given(st.one_of(*contents.values()))
def test_what_holds_no_number_stays_itself(content: Content) -> None:
    """Nothing is copied and nothing is lost where there is nothing to mask."""
    assert masked_content(content) is content


def test_every_text_of_a_value_is_reached() -> None:
    """At any depth of tuples, lists and dictionaries; a NamedTuple stays one, and numbers stay numbers."""
    activity = Activity("kommun", day("2022-03-14"), None, ("walk",), note=NUMBER)
    value: Any = (activity, [NUMBER, 7908191237], {"a": (NUMBER, Decimal(3))}, None)
    clean = masked(value)
    assert clean == (activity._replace(note=MASK), [MASK, 7908191237], {"a": (MASK, Decimal(3))}, None)
    assert isinstance(clean[0], Activity)
    assert set(texts(clean)) == {"", "kommun", "walk", MASK}


@pytest.mark.parametrize("field", sorted({f for f in Activity._fields if f not in ("day", "until", "extra")}))
def test_every_field_of_an_activity_is_reached(field: str) -> None:
    """Whatever field a program puts a number into, as a text or in a list, it is masked."""
    for value in (NUMBER, ("a", NUMBER), ((NUMBER, Decimal(1)),)):
        record = did("03-14", "walk")
        content = record.content._replace(**{field: value})  # type: ignore[arg-type]  # any field
        assert NUMBER not in repr(masked_content(content))


@pytest.mark.parametrize(
    ("unknown", "clean"),
    [
        ({"x": NUMBER}, {"x": MASK}),
        ({NUMBER: 1}, {MASK: 1}),
        ({"x": [[{"y": f"Anna {WRONG}"}]]}, {"x": [[{"y": f"Anna {MASK}"}]]}),
        ({"x": 7908191237}, {"x": MASK}),
        ({"x": 7908191234}, {"x": 7908191234}),
        ({"x": "790819\n-1237", "y": "790819\t-1237"}, {"x": "790819\n-1237", "y": MASK}),
        ({"x": [790819, 1237]}, {"x": [790819, 1237]}),
        ({"x": '"' + NUMBER + "\\"}, {"x": '"' + MASK + "\\"}),
    ],
)
def test_unknown_fields_stay_json(unknown: Any, clean: Any) -> None:
    """Texts and keys are masked within their quotes; a number becomes a text if its check digit fits."""
    content = did("03-14", "walk", extra=json.dumps(unknown)).content
    assert json.loads(masked_content(content).extra) == clean


def test_deep_unknown_fields_are_read() -> None:
    """However deep a number lies, it is found, and the depth stops nothing."""
    extra = '{"x":' + "[" * 50_000 + f'"{NUMBER}"' + "]" * 50_000 + "}"
    assert NUMBER not in masked_content(did("03-14", "walk", extra=extra).content).extra


def test_a_ledger_says_which_records_were_masked() -> None:
    """Corrections too are masked, each by its own mark, before they are applied."""
    walk, other = (
        did("03-14", "walk", note=f"ärende {WRONG}", not_personal=True),
        did("03-15", "walk", ref=NUMBER),
    )
    again = amended(other, note=WRONG, ref="dnr 1")
    ledger = fold([walk, other, again])
    assert ledger.masked == {other.id, again.id}
    notes = {record.id: getattr(record.content, "note", None) for record in ledger.activities.values()}
    assert notes == {walk.id: f"ärende {WRONG}", other.id: MASK}
    assert NUMBER not in repr(ledger)


def test_a_text_that_is_vouched_for_is_so_in_one_record_only() -> None:
    """Of two records that share their content, only the one that was amended is vouched for."""
    first = did("03-14", "walk", note=f"ärende {WRONG}")
    second = did("03-14", "walk")._replace(content=first.content)
    again = amended(first, note=f"ärende {WRONG}")
    again = again._replace(content=again.content._replace(not_personal=True))
    for records in ([first, second, again], [again, second, first]):
        assert fold(records).masked == {second.id}


def test_an_agreement_without_numbers_stays_itself() -> None:
    """Dates, windows and figures are never taken for a number."""
    made = agreement(promise(target("walk", at_least="1979081.9")))
    assert masked(made) is made
