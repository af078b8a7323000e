"""Words that people write: every spelling finds its id, and a wrong word is answered with the nearest."""

import unicodedata
from functools import cache

import pytest
from hypothesis import given, strategies as st

from medborgarloften.domain.names import (
    NEAREST,
    Names,
    area_names,
    kind_names,
    party_names,
    quantity_names,
    tag_names,
)
from medborgarloften.domain.promise import Agreement, Language
from medborgarloften.files.promise_file.read import read_agreement
from world import SHIPPED

LANGUAGES: tuple[Language, ...] = ("sv", "en")


@cache
def solna() -> Agreement:
    """Return the agreement that is shipped."""
    return read_agreement(SHIPPED, None)


KIND_WORDS = {
    "walk": "walk trygghetsvandring trygghetsvandringar vandring".split(),
    "dialogue": ["medborgardialog", "Medborgardialoger", "citizen dialogue", "citizen dialogues", "dialog"],
    "operation": ["riktad insats", "punktinsats", "targeted operation", "OPERATION"],
    "measure": ["åtgärd", "TRYGGHETSÅTGÄRD", "trygghetsåtgärder", "safety measures"],
    "patrol": ["foot patrol", "  foot   patrols ", "fotpatrullering", "FotPatrull"],
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("key", "word"), [(key, word) for key, words in KIND_WORDS.items() for word in words]
)
def test_kinds_by_any_of_their_words(key: str, word: str, language: Language) -> None:
    """Id, name and plural in either language, alias; in any case and whichever language is spoken."""
    assert kind_names(solna(), language).find(word) == key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_agreement_finds_its_id(language: Language) -> None:
    """No word of the shipped agreement is lost or stands for something else."""
    agreed = solna()
    kinds, areas = kind_names(agreed, language), area_names(agreed, language)
    assert all(kinds.find(word) == kind.id for kind in agreed.kinds.values() for word in kind.names)
    assert all(areas.find(word) == area.id for area in agreed.areas.values() for word in area.names)
    parties, quantities = party_names(agreed, language), quantity_names(agreed, language)
    assert all(parties.find(word) == key for key, text in agreed.parties.items() for word in (key, *text))
    assert all(
        quantities.find(word) == key for key, text in agreed.quantities.items() for word in (key, *text)
    )


def test_tags_of_the_given_kinds_only() -> None:
    """A tag is a word of the kinds that declare it."""
    assert tag_names(solna(), ["measure"], "sv").find("Förbättrad belysning") == "lighting"
    assert tag_names(solna(), ["walk", "measure"], "en").find("improved lighting") == "lighting"
    assert tag_names(solna(), ["traffic"], "sv").find("lighting") is None
    assert tag_names(solna(), ["walk"], "sv").shown == {}


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("word", ["Västra skogen", "JÄRVA", "råsunda", "Frösunda"])
def test_accents_composed_or_not(word: str, form: str) -> None:
    """An å, ä or ö may be one character or two; a file name or a terminal may give either."""
    assert area_names(solna(), "sv").find(unicodedata.normalize(form, word)) is not None  # type: ignore[arg-type]


def test_names_that_are_written_decomposed_are_found() -> None:
    """The promise file may hold the accents decomposed, too."""
    names = Names({"jarva": (unicodedata.normalize("NFD", "Järva"),)})
    assert names.find("järva") == "jarva"


@pytest.mark.parametrize("word", ["", " ", "hagalunds", "vastra", "haga lund", "walk"])
def test_a_wrong_word_is_not_guessed(word: str) -> None:
    """Only what is written in the file is accepted."""
    assert area_names(solna(), "sv").find(word) is None


@pytest.mark.parametrize(
    ("word", "nearest"),
    [
        ("Hagalnd", "Hagalund"),
        ("hagalunds", "Hagalund"),
        ("frosunda centrum", "Frösunda"),
        ("Vastra Skogn", "Västra skogen"),
        ("Bergshamar", "Bergshamra"),
        ("skogen", "Västra skogen"),
    ],
)
def test_a_wrong_area_is_answered_with_the_nearest(word: str, nearest: str) -> None:
    """A slip of the keyboard, a missing dot or half a name leads to the right one, as people write it."""
    assert nearest in area_names(solna(), "sv").nearest(word)


def test_the_nearest_are_shown_in_the_language_spoken() -> None:
    """A wrong kind is answered in Swedish or in English."""
    assert kind_names(solna(), "sv").nearest("walkk") == ["trygghetsvandring"]
    assert kind_names(solna(), "en").nearest("walkk") == ["safety walk"]


def test_nothing_is_near_to_nonsense() -> None:
    """Where nothing is near, nothing is suggested."""
    assert kind_names(solna(), "sv").nearest("qqqqqq") == []
    assert Names({}).nearest("walk") == []
    assert Names({}).find("walk") is None


@given(st.text(max_size=30))
def test_at_most_three_and_each_once(word: str) -> None:
    """Whatever is written, at most three different names come back, and looking never fails."""
    names = area_names(solna(), "sv")
    nearest = names.nearest(word)
    assert len(nearest) == len(set(nearest)) <= NEAREST
    assert set(nearest) <= set(names.shown.values())


@given(st.sampled_from(sorted(KIND_WORDS["walk"])), st.data())
def test_case_and_spaces_never_matter(word: str, data: st.DataObject) -> None:
    """Any mixture of upper and lower case, with spaces around, finds the kind."""
    upper = data.draw(st.lists(st.booleans(), min_size=len(word), max_size=len(word)))
    mixed = "".join(letter.upper() if up else letter for letter, up in zip(word, upper, strict=True))
    assert kind_names(solna(), "sv").find(f" {mixed}\t") == "walk"
