"""Drafts of coming agreements: made by `init`, logged against, named in every view, and never reported on."""

import pytest

from world import World

DRAFT = "UTKAST – avtalet är inte undertecknat än."


@pytest.fixture
def town(solna: World) -> World:
    """Return Solna in 2023, with a draft of that year's agreement."""
    assert solna.run("init", "--year", "2023").code == 0
    return solna.on("2023-05-02")


def test_a_draft_can_be_logged_against_and_says_that_it_is_one(town: World) -> None:
    """Records on its days are stored and counted; every view names the draft."""
    assert town.run("log", "walk", "--date", "2023-03-14").code == 0
    assert town.status()["draft"] is True
    assert town.status()["records"]["counted"] == 1
    assert DRAFT in town.run("status").out
    assert DRAFT in town.run("promises").out
    assert town.status("--as-of", "2022-12-31")["draft"] is False


def test_no_report_is_made_of_a_draft(town: World) -> None:
    """Its months are refused by name, and left out of those that are missing; nothing is written."""
    result = town.run("report", "--month", "2023-04")
    assert (result.code, result.out) == (3, "")
    assert "promises-2023.yaml är ett utkast" in result.err
    assert not (town.folder / "reports").exists()
    assert town.run("report", "--missing", "--format", "md").code == 0
    months = sorted(path.name for path in (town.folder / "reports").iterdir())
    assert months == [f"2022-{number:02}.md" for number in range(1, 13)]


def test_the_alarm_is_silent_about_a_draft(town: World) -> None:
    """What nobody has promised yet is not behind."""
    assert town.status()["promises"][4]["state"] == "behind"
    assert town.run("status", "--check").code == 0


def test_check_ends_with_1_while_there_is_something_to_confirm(town: World) -> None:
    """The draft and each mark are findings with their lines, also when the draft's own line is gone."""
    path = town.folder / "promises-2023.yaml"
    codes = [finding["code"] for finding in town.run("check", "--format", "json").json["findings"]]
    marks = path.read_text(encoding="utf-8").count("# BEKRÄFTA för 2023")
    assert sorted(codes) == sorted(["check.draft", *["check.confirm"] * marks])
    text = path.read_text(encoding="utf-8").replace("draft: true\n", "")
    path.write_text(text, encoding="utf-8")
    result = town.run("check")
    assert result.code == 1
    assert result.out.count("raden är märkt för att bekräftas") == marks
    assert "utkast och" not in result.out
    path.write_text(text.replace("  # BEKRÄFTA för 2023", ""), encoding="utf-8")
    assert town.run("check").code == 0


@pytest.mark.parametrize("fault", [("municipality: Solna", "municipality: []"), ("2023-01-01", "2022-12-01")])
def test_a_draft_that_is_wrong_stops_no_other_agreement(town: World, fault: tuple[str, str]) -> None:
    """Whether invalid or overlapping: the others are shown, the draft is named, and `check` says why."""
    path = town.folder / "promises-2023.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(*fault), encoding="utf-8")
    result = town.run("status", "--as-of", "2022-12-31")
    assert result.code == 0
    assert result.err == "Utkastet promises-2023.yaml är fel och visas inte; loften check säger varför.\n"
    assert town.run("check").code == 1
    path.write_text(path.read_text(encoding="utf-8").replace("draft: true\n", ""), encoding="utf-8")
    assert town.run("status").code == 3


def test_the_next_agreement_begins_where_the_last_one_ends(solna: World) -> None:
    """`--next` moves every day by the length of the agreement: whole months as such, else days."""
    path = solna.folder / "promises-2022.yaml"
    text = path.read_text(encoding="utf-8")
    for first, last, then in (
        ("2022-01-01", "2022-12-31", ("2023-01-01", "2023-12-31")),
        ("2022-01-01", "2022-06-30", ("2022-07-01", "2022-12-31")),
        ("2021-09-01", "2022-02-28", ("2022-03-01", "2022-08-31")),
        ("2022-01-15", "2022-02-14", ("2022-02-15", "2022-03-14")),
        ("2022-01-01", "2022-01-10", ("2022-01-11", "2022-01-20")),
    ):
        period = f"from: {first}, to: {last}"
        path.write_text(text.replace("from: 2022-01-01, to: 2022-12-31", period), encoding="utf-8")
        assert solna.run("init", "--next").code == 0
        (made,) = [other for other in solna.folder.glob("promises-*.yaml") if other != path]
        assert f"period: {{from: {then[0]}, to: {then[1]}}}" in made.read_text(encoding="utf-8")
        made.unlink()


def test_a_period_that_is_no_year_is_marked_and_a_gap_is_named(solna: World) -> None:
    """Whoever moves it by a year is told of the days between, and asked to confirm the period."""
    path = solna.folder / "promises-2022.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("from: 2022-01-01", "from: 2022-06-15"), encoding="utf-8")
    result = solna.run("init", "--year", "2023")
    assert "Inget avtal gäller 1 januari–14 juni 2023, mellan promises-2022.yaml" in result.out.replace(
        "\N{NO-BREAK SPACE}", " "
    )
    new = (solna.folder / "promises-2023.yaml").read_text(encoding="utf-8")
    assert "to: 2023-12-31}  # BEKRÄFTA för" in new


def test_next_needs_an_agreement_to_follow(solna: World) -> None:
    """In an empty folder there is nothing to make the next one after."""
    result = solna.run("init", str(solna.folder / "ny"), "--next")
    assert result.code == 2
    assert not (solna.folder / "ny").exists()
