"""A promise that two parties do something together, as an agreement of 2016 was followed up."""

from pathlib import Path

import pytest

from world import World

FILE = """\
loften: 1
municipality: Exempelstad
title: Medborgarlöften 2016
period: {from: 2016-01-01, to: 2016-12-31}
language: sv
parties: {police: Polisen, city: Kommunen}
kinds:
  walk: {name: trygghetsvandring, plural: trygghetsvandringar}
promises:
  - id: together
    text: Kommunen och polisen går tillsammans två trygghetsvandringar
    parties: [city, police]
    targets: [{count: walk, at_least: 2, all_parties: [city, police]}]
"""


@pytest.fixture
def town(tmp_path: Path) -> World:
    """Return the municipality, where the city walked twice without the police."""
    folder = tmp_path / "exempelstad"
    folder.mkdir()
    (folder / "promises-2016.yaml").write_text(FILE, encoding="utf-8")
    world = World(folder, {"LOFTEN_WRITER": "kommun"}).on("2016-12-31")
    for day in ("2016-04-30", "2016-06-10"):
        world.did("log", "walk", "--date", day, "--party", "city")
    return world


def test_a_walk_without_one_of_them_does_not_count(town: World) -> None:
    """Two walks of the city alone are 0 of 2, missed; `log` says why one does not count."""
    (target,) = town.status("--as-of", "2016-12-31")["promises"][0]["targets"]
    assert (target["done"], target["state"]) == (0, "missed")
    assert "0 av 2" in town.did("status", "--as-of", "2016-12-31")
    assert "räknas inte" in town.did("log", "walk", "--date", "2016-07-01", "--party", "police")


def test_a_walk_of_both_counts(town: World) -> None:
    """Others may have taken part too; two walks of both are met."""
    for day in ("2016-08-30", "2016-09-10"):
        town.did("log", "walk", "--date", day, "--party", "city", "--party", "police")
    (target,) = town.status("--as-of", "2016-12-31")["promises"][0]["targets"]
    assert (target["done"], target["state"]) == (2, "met")
