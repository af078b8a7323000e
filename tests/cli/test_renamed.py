"""Words that the promise file has changed since: those of old records are folded, or named, never hidden."""

import pytest

from world import World


def edit(world: World, old: str, new: str) -> None:
    """Change the promise file."""
    path = world.folder / "promises-2022.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def town(solna: World) -> World:
    """Return Solna with two walks in Hagalund logged."""
    for day in ("2022-03-14", "2022-03-15"):
        assert solna.run("log", "walk", "--area", "hagalund", "--date", day).code == 0
    return solna


def test_an_old_id_that_is_an_alias_counts(town: World) -> None:
    """Renaming a kind or an area costs nothing, as long as its old id stays among its aliases."""
    edit(town, "  walk:\n", "  stroll:\n")
    edit(town, "count: walk", "count: stroll")
    edit(town, "aliases: [vandring]", "aliases: [vandring, walk]")
    edit(town, "  hagalund: {name: Hagalund,", "  nya-haga: {name: Nya Haga, aliases: [hagalund],")
    status = town.status("--as-of", "2022-04-02", "--area", "nya-haga")
    assert status["records"]["unknown"] == []
    assert status["promises"][4]["targets"][0]["done"] == 2
    assert status["shares"][0]["promises"][4]["done"][0] == 2
    assert town.run("log", "stroll", "--date", "2022-03-20").out.count("3 av 4") == 1
    assert town.run("report", "--month", "2022-03", "--format", "md").code == 0


def test_a_word_that_is_lost_is_named_everywhere(town: World) -> None:
    """Neither table, JSON, report nor alarm lets the records vanish; the remedy says what to do."""
    edit(town, "  walk:\n", "  stroll:\n")
    edit(town, "count: walk", "count: stroll")
    said = "2 poster har aktiviteten ”walk”, som inte finns i avtalet och inte räknas."
    status = town.status("--as-of", "2022-04-02")
    assert status["records"]["unknown"] == [{"sort": "kinds", "word": "walk", "count": 2}]
    assert said in town.run("status", COLUMNS="120").out
    assert said in town.run("status", "--format", "csv").err
    result = town.run("status", "--check")
    assert (result.code, result.out) == (3, "")
    assert "aliases" in result.err
    assert town.run("report", "--month", "2022-03", "--format", "md").code == 0
    assert said in (town.folder / "reports" / "2022-03.md").read_text(encoding="utf-8")
    english = town.run("--lang", "en", "status", COLUMNS="120").out
    assert "2 records have the activity “walk”, which the agreement does not have" in english


def test_a_record_that_also_has_a_known_kind_counts_for_that(solna: World) -> None:
    """Only the part that the agreement has lost is missing, and it is named."""
    assert solna.run("log", "walk", "dialogue", "--date", "2022-03-14").code == 0
    edit(solna, "  dialogue:\n", "  talk:\n")
    edit(solna, "count: dialogue", "count: talk")
    status = solna.status("--as-of", "2022-04-02")
    assert [target["done"] for target in status["promises"][4]["targets"]] == [1, 0]
    assert status["records"]["unknown"] == [{"sort": "kinds", "word": "dialogue", "count": 1}]
