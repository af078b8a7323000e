"""Identifiers: real UUIDv7 values, in the order of time, and endings that name one record only."""

import uuid

import pytest
from hypothesis import given, strategies as st

from medborgarloften.domain.ids import SHORTEST, ending, new_id

MILLISECONDS = st.integers(0, 2**48 - 1)
ENTROPY = st.binary(min_size=10, max_size=10)
UUIDS = st.builds(new_id, MILLISECONDS, ENTROPY)
ALIKE = st.builds("00000000-0000-7000-8000-{:012x}".format, st.integers(0, 300) | st.integers(0, 2**48 - 1))


def test_the_example_of_the_standard() -> None:
    """The test vector of RFC 9562, A.6: its time and its random bits give its UUID."""
    entropy = bytes.fromhex("0cc3") + bytes.fromhex("18c4dc0c0c07398f")
    assert new_id(0x017F22E279B0, entropy) == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"


@given(MILLISECONDS, ENTROPY)
def test_version_variant_time_and_form(milliseconds: int, entropy: bytes) -> None:
    """Every id is a UUID of version 7 and variant RFC 9562, in canonical form, and begins with its time."""
    text = new_id(milliseconds, entropy)
    parsed = uuid.UUID(text)
    assert str(parsed) == text
    assert (parsed.version, parsed.variant) == (7, uuid.RFC_4122)
    assert parsed.int >> 80 == milliseconds


@given(MILLISECONDS, ENTROPY, MILLISECONDS, ENTROPY)
def test_a_later_millisecond_sorts_later(one: int, entropy: bytes, two: int, other: bytes) -> None:
    """As texts, ids are in the order of their milliseconds, whatever their random bits are."""
    if one < two:
        assert new_id(one, entropy) < new_id(two, other)


@given(MILLISECONDS, ENTROPY, ENTROPY)
def test_random_bits_make_ids_of_one_millisecond_differ(milliseconds: int, one: bytes, two: bytes) -> None:
    """74 of the 80 random bits are kept; two ids of one millisecond are equal only if those are."""
    kept = int("0fff3fffffffffffffff", 16)
    same = int.from_bytes(one) & kept == int.from_bytes(two) & kept
    assert (new_id(milliseconds, one) == new_id(milliseconds, two)) == same


@given(UUIDS | ALIKE, st.lists(UUIDS | ALIKE, max_size=30))
def test_an_ending_names_one_record_only(identifier: str, others: list[str]) -> None:
    """It is an ending of the id, of at least four characters, and no other id has it."""
    shown = ending(identifier, others)
    assert identifier.endswith(shown)
    assert len(shown) >= SHORTEST
    assert not any(other.endswith(shown) for other in others if other != identifier)
    assert not shown.startswith("-")


@given(UUIDS | ALIKE, st.lists(UUIDS | ALIKE, max_size=30))
def test_an_ending_is_the_shortest(identifier: str, others: list[str]) -> None:
    """One character less would be too short, or would fit another record."""
    shorter = ending(identifier, others)[1:]
    assert len(shorter) < SHORTEST or any(other.endswith(shorter) for other in others if other != identifier)


@pytest.mark.parametrize(
    ("others", "shown"),
    [
        ([], "4d0a"),
        (["00000000-0000-7000-8000-00000000ffff"], "4d0a"),
        (["00000000-0000-7000-8000-000000004d0a"], "b4d0a"),
        (["00000000-0000-7000-8000-0000000b4d0a"], "cb4d0a"),
        (["00000000-0000-7000-8000-a1b2c3cb4d0a"], "1-a1b2c3cb4d0a"),
        (["017f22e2-79b0-7cc3-98c1-a1b2c3cb4d0a"], "4d0a"),
    ],
    ids=["alone", "none alike", "four alike", "five alike", "twelve alike", "the id itself"],
)
def test_endings_grow_as_far_as_needed(others: list[str], shown: str) -> None:
    """Four characters, then as many as tell the record from all others; the id itself is no rival."""
    assert ending("017f22e2-79b0-7cc3-98c1-a1b2c3cb4d0a", others) == shown
