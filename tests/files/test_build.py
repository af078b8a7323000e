"""Agreements from promise files: names, plurals and aliases stand for ids wherever a word is referred to."""

from pathlib import Path
from typing import Any

import pytest

from medborgarloften.errors import DataError
from medborgarloften.files import json_schemas
from medborgarloften.files.promise_file.read import checked, read_agreement, unchecked
from medborgarloften.files.promise_file.yaml_text import read_document
from schema_walk import fits

FILE = "promises-2022.yaml"
HEAD = """\
loften: 1
municipality: Solna
title: Medborgarlöften 2022
period: {from: 2022-01-01, to: 2022-12-31}
parties: {police: Polisen, city: {sv: Solna stad, en: City of Solna}}
areas:
  oxhagen: Oxhagen
  skogen: {sv: Västra skogen, en: West Wood}
  haga: {name: Haga, focus: true, aliases: [Hagastan]}
kinds:
  walk: {name: trygghetsvandring, plural: trygghetsvandringar, aliases: [vandring], tags: {light: belysning}}
  dialogue: medborgardialog
  visit: {sv: besök, en: visit to a school}
quantities: {hours: timmar, minutes: {sv: minuter, en: min}}
promises:
"""
BY_ID = """\
  - id: one
    text: Ett.
    parties: [police, city]
    areas: [oxhagen, skogen]
    targets:
      - {count: [walk, visit], at_least: 2, areas: [haga, skogen], parties: [city], tags: [light]}
      - {count: walk, at_least: 2, each_area: [oxhagen, haga], together_with: dialogue}
      - {count: walk, at_least: 2, of: hours, minimum: {minutes: 20}}
  - {id: two, text: Två., counts: dialogue}
"""
BY_NAME = """\
  - id: one
    text: Ett.
    parties: [Polisen, city of solna, POLICE]
    areas: [Oxhagen, West Wood]
    targets:
      - {count: [Trygghetsvandringar, Besök, walk, vandring], at_least: 2, areas: [HAGASTAN, västra  skogen],
         parties: [Solna stad], tags: [Belysning, light]}
      - {count: Vandring, at_least: 2, each_area: [oxhagen, Oxhagen, Haga], together_with: Medborgardialog}
      - {count: vandring, at_least: 2, of: Timmar, minimum: {Minuter: 20}}
  - {id: two, text: Två., counts: [medborgardialog, Dialogue]}
"""


def _schema_of(text: str) -> tuple[Any, dict[str, Any]]:
    return read_document(text, FILE).data, json_schemas.promises()


def test_a_name_is_as_good_as_an_id(tmp_path: Path) -> None:
    """Names, plurals and aliases in either language and any case give the agreement that ids give."""
    agreement = checked((HEAD + BY_ID).encode(), FILE)
    assert checked((HEAD + BY_NAME).encode(), FILE) == agreement
    path = tmp_path / FILE
    path.write_text(HEAD + BY_NAME, encoding="utf-8")
    assert read_agreement(path, None) == unchecked(path) == agreement


def test_an_entry_may_be_its_name_alone() -> None:
    """A text, or both languages, is short for an entry with nothing but that name, and fits the schema."""
    long = HEAD.replace("oxhagen: Oxhagen", "oxhagen: {name: Oxhagen}")
    long = long.replace("{sv: Västra skogen, en: West Wood}", "{name: {sv: Västra skogen, en: West Wood}}")
    long = long.replace("dialogue: medborgardialog", "dialogue: {name: medborgardialog}")
    long = long.replace("{sv: besök, en: visit to a school}", "{name: {sv: besök, en: visit to a school}}")
    assert checked((long + BY_ID).encode(), FILE) == checked((HEAD + BY_ID).encode(), FILE)
    assert fits(*_schema_of(HEAD + BY_NAME))


def test_an_id_wins_over_a_name() -> None:
    """Where a tag is named like the id of another one, the word means the id."""
    tags = "tags: {light: mörker, mörker: ljus}"
    text = HEAD.replace("tags: {light: belysning}", tags)
    target = "  - {id: one, text: Ett., targets: [{count: walk, at_least: 1, tags: [Mörker]}]}\n"
    assert checked((text + target).encode(), FILE).promises[0].targets[0].tags == {"mörker"}


@pytest.mark.parametrize(
    ("entry", "code", "column"),
    [
        ("oxhagen: ''", "schema.blank", 12),
        ("oxhagen: 12", "schema.text", 12),
        ("oxhagen: [Oxhagen]", "schema.local_text", 12),
        ("oxhagen: {sv: Oxhagen}", "schema.missing", 12),
        ("oxhagen: {}", "schema.missing", 12),
        ("oxhagen:", "schema.nothing", 11),
        ("oxhagen: {nam: Oxhagen}", "schema.unknown_key", 13),
    ],
)
def test_a_wrong_short_entry_is_refused_at_its_place(entry: str, code: str, column: int) -> None:
    """What is neither a name nor an entry is one finding, where it stands; the schema refuses it too."""
    text = HEAD.replace("oxhagen: Oxhagen", entry) + BY_ID.replace("Oxhagen", "oxhagen")
    with pytest.raises(DataError) as caught:
        checked(text.encode(), FILE)
    (finding,) = caught.value.findings
    assert finding.code == code
    assert finding.place is not None
    assert finding.place[1:3] == (7, column)
    assert not fits(*_schema_of(text))


def test_a_kind_is_not_held_together_with_itself_by_another_name() -> None:
    """`together_with` is compared by what it means."""
    target = "  - {id: a, text: Ett., targets: [{count: walk, at_least: 1, together_with: Vandring}]}\n"
    with pytest.raises(DataError) as caught:
        checked((HEAD + target).encode(), FILE)
    assert [finding.code for finding in caught.value.findings] == ["target.together_with_itself"]
