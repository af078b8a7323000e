"""`loften comment`: a person's words and verdict, beside the figures and never instead of them."""

from typing import Any

import pytest

from medborgarloften.render.words.wording import NO_BREAK
from world import SHIPPED, World

PROMISES = [
    "foot-patrol",
    "safety-coordination",
    "targeted-operations",
    "traffic",
    "walks-and-dialogues",
    "safety-measures",
    "youth-at-risk",
]


def verdicts(world: World, *arguments: str) -> list[Any]:
    """Return the verdict of each promise in `status --format json`."""
    return [promise["verdict"] for promise in world.status(*arguments)["promises"]]


def test_a_comment_is_stored_and_confirmed(solna: World) -> None:
    """It has the promise's id, today's date and the words, and is confirmed with the promise's number."""
    answer = solna.counting().did("comment", "5", " Två vandringar flyttade ", "--verdict", "partly")
    assert answer == "Sparad bedömning av löfte 5, 2 april 2022: delvis uppfyllt (0001)\n"
    (record,) = solna.stored()
    assert {key: record[key] for key in record if key not in ("id", "at", "sum")} == {
        "v": 1,
        "op": "comment",
        "by": "kommun",
        "promise": "walks-and-dialogues",
        "date": "2022-04-02",
        "text": "Två vandringar flyttade",
        "verdict": "partly",
    }


def test_words_alone(solna: World) -> None:
    """A comment without a verdict has none, and is not called one."""
    answer = solna.counting().did("comment", "foot-patrol", "Fler i april.")
    assert answer == "Sparad kommentar till löfte 1, 2 april 2022 (0001)\n"
    assert "verdict" not in solna.stored()[0]
    assert "Kommentar 2 april 2022: Fler i april." in solna.did("status")


@pytest.mark.parametrize("number", range(1, 8))
@pytest.mark.parametrize(
    ("options", "verdict", "words"),
    [
        ("--verdict kept", "kept", "uppfyllt"),
        ("--verdict partly", "partly", "delvis uppfyllt"),
        ("--verdict not-kept", "not_kept", "ej uppfyllt"),
        ("--no-need", "no_need", "ej aktuellt"),
    ],
)
def test_a_verdict_on_any_promise(solna: World, number: int, options: str, verdict: str, words: str) -> None:
    """By number and by id; in every form of `status`, beside figures and states that stay as they were."""
    before = solna.status()
    name = PROMISES[number - 1]
    for word in (str(number), name):
        solna.did("comment", word, *options.split(), "Se protokollet.")
        after = solna.status()
        judged = after["promises"][number - 1]["verdict"]
        assert (judged["verdict"], judged["date"], judged["text"]) == (
            verdict,
            "2022-04-02",
            "Se protokollet.",
        )
        after["promises"][number - 1]["verdict"] = None
        assert after["promises"] == before["promises"]
        said = f"Bedömning 2 april 2022: {words}. Se protokollet."
        table = " ".join(solna.did("status", COLUMNS="160").split())
        assert said in table
        csv = solna.did("status", "--format", "csv").replace("\N{NO-BREAK SPACE}", " ").splitlines()
        assert [row.endswith(said) for row in csv[1:]].count(True) == (2 if number == 5 else 1)
        markdown = solna.did("status", "--format", "md").replace("\N{NO-BREAK SPACE}", " ")
        assert said in markdown


@pytest.mark.parametrize("form", ["md", "html", "json"])
def test_a_verdict_in_every_report(solna: World, form: str) -> None:
    """The verdict that holds at the end of a report stands in it, beside the figures; no later one does."""
    solna.did("log", "walk", "--date", "2022-03-14")
    solna.did("comment", "5", "En vandring av fyra.", "--verdict", "partly", "--date", "2022-03-31")
    solna.did("comment", "3", "Inga klagomål kom in.", "--no-need", "--date", "2022-03-31")
    solna.did("comment", "5", "Allt är klart.", "--verdict", "kept")
    path = solna.folder / f"rapport.{form}"
    solna.did("report", "--month", "2022-03", "--format", form, "--output", str(path))
    text = path.read_text(encoding="utf-8")
    assert "En vandring av fyra." in text
    assert "Inga klagomål kom in." in text
    assert "Allt är klart." not in text
    if form == "json":
        assert '"partly"' in text
        assert '"no_need"' in text
    else:
        assert "delvis uppfyllt" in text
        assert "ej aktuellt" in text


def test_it_holds_from_its_day(solna: World) -> None:
    """A view of an earlier day does not know it; of two, the one of the later day holds, whenever written."""
    solna.did("comment", "1", "--verdict", "kept", "--date", "2022-03-10")
    solna.did("comment", "1", "--verdict", "partly", "--date", "2022-03-01")
    assert verdicts(solna, "--as-of", "2022-02-28")[0] is None
    assert verdicts(solna, "--as-of", "2022-03-09")[0]["verdict"] == "partly"
    assert verdicts(solna)[0]["verdict"] == "kept"
    solna.did("comment", "1", "--verdict", "not-kept", "--date", "2022-03-10")
    assert verdicts(solna)[0]["verdict"] == "not_kept"
    solna.did("void", "last", "--reason", "fel löfte")
    assert verdicts(solna)[0]["verdict"] == "kept"


@pytest.mark.parametrize(
    ("language", "notice"),
    [
        ("sv", "Löftet är inte ett löfte vid behov (if_needed saknas), så läget ändras inte.\n"),
        ("en", "The promise does not depend on need (it has no if_needed), so its state does not change.\n"),
    ],
)
def test_no_need_alone_changes_no_state(solna: World, language: str, notice: str) -> None:
    """Where no target has `if_needed` the person hears that the state stays; where one has it, nothing."""
    before = solna.status()["promises"][4]["state"]
    said = solna.run("comment", "5", "--no-need", "Ingen frågade.", LOFTEN_LANG=language)
    assert (said.code, said.err) == (0, notice)
    assert solna.status()["promises"][4]["state"] == before
    path = solna.folder / "promises-2022.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("at_least: 4}", "at_least: 4, if_needed: true}", 1), encoding="utf-8")
    assert solna.run("comment", "5", "--no-need", "Ingen frågade då heller.", LOFTEN_LANG=language).err == ""


@pytest.mark.parametrize(
    ("language", "notice"),
    [
        (
            "sv",
            (
                "Bedömningen från 10 mars 2022 (delvis uppfyllt) gäller inte längre. "
                "Ange --verdict igen om bedömningen ska gälla även i fortsättningen.\n"
            ),
        ),
        (
            "en",
            (
                "The verdict of 10 March 2022 (partly kept) no longer applies. "
                "Give --verdict again if it should.\n"
            ),
        ),
    ],
)
def test_words_alone_end_a_verdict(solna: World, language: str, notice: str) -> None:
    """A comment without a verdict takes the place of an earlier one and says so, once; not of a later one."""
    solna.did("comment", "5", "--verdict", "partly", "--date", "2022-03-10")
    for arguments, said in (
        (("Mer.", "--date", "2022-03-09"), ""),
        (("Mer.", "--date", "2022-03-11"), notice),
        (("Ännu mer.", "--date", "2022-03-12"), ""),
        (("Klart.", "--verdict", "kept", "--date", "2022-03-13"), ""),
        (("Annat.", "--verdict", "partly", "--date", "2022-03-14"), ""),
    ):
        result = solna.run("comment", "5", *arguments, LOFTEN_LANG=language)
        assert (result.code, result.err.replace(NO_BREAK, " ")) == (0, said)
    assert solna.run("comment", "1", "Mer.", LOFTEN_LANG=language).err == ""


def test_after_the_agreement_it_is_of_its_last_day(solna: World) -> None:
    """A verdict on a year that has ended holds from its last day, so that the year's report has it."""
    solna.on("2023-02-01").did("comment", "5", "--verdict", "kept")
    assert solna.stored()[0]["date"] == "2022-12-31"
    assert verdicts(solna)[4]["verdict"] == "kept"


def test_the_latest_agreement_that_has_the_promise(solna: World) -> None:
    """A promise that only the year before had is found by its id, and dated in that year."""
    text = SHIPPED.read_text(encoding="utf-8").replace("2022-", "2023-").replace("foot-patrol", "patrols")
    (solna.folder / "promises-2023.yaml").write_text(text, encoding="utf-8")
    solna.on("2023-02-01").did("comment", "foot-patrol", "--verdict", "kept")
    solna.did("comment", "patrols", "--verdict", "partly")
    assert [record["date"] for record in solna.stored()] == ["2022-12-31", "2023-02-01"]
    assert verdicts(solna)[0]["verdict"] == "partly"
    assert verdicts(solna, "--as-of", "2022-12-31")[0]["verdict"] == "kept"
    solna.did("comment", "1", "Nästan.", "--date", "2022-12-30")
    assert solna.stored()[-1]["promise"] == "foot-patrol"


@pytest.fixture
def two_years(solna: World) -> World:
    """Return a workspace with a second agreement, of 2023, whose first promise and an area are others."""
    text = SHIPPED.read_text(encoding="utf-8").replace("2022-", "2023-")
    text = text.replace("foot-patrol", "patrols").replace("kinds:", "  nyby: {name: Nyby}\nkinds:", 1)
    (solna.folder / "promises-2023.yaml").write_text(text, encoding="utf-8")
    return solna


@pytest.mark.parametrize(
    ("language", "notice"),
    [
        ("sv", "Avtalet har inte börjat gälla än. Kommentaren visas från och med 1 januari 2023.\n"),
        ("en", "The agreement is not in force yet. The comment will be shown from 1 January 2023.\n"),
    ],
)
def test_a_promise_of_a_coming_agreement(two_years: World, language: str, notice: str) -> None:
    """It is stored with that agreement's first day and answered so; the year's views have it from then on."""
    result = two_years.counting().run("comment", "patrols", "Börjar i mars.", LOFTEN_LANG=language)
    assert (result.code, result.err.replace(NO_BREAK, " ")) == (0, notice)
    assert "1 januari 2023" in result.out or "1 January 2023" in result.out
    assert two_years.stored()[0]["date"] == "2023-01-01"
    assert verdicts(two_years) == [None] * 7
    assert verdicts(two_years.on("2023-01-01"))[0]["text"] == "Börjar i mars."
    assert two_years.run("check").code == 0
    assert two_years.run("show", "last").code == 0


@pytest.mark.parametrize("more", [["--verdict", "kept"], ["--no-need"], ["Ja.", "--verdict", "partly"]])
def test_a_verdict_on_a_coming_promise(two_years: World, more: list[str]) -> None:
    """Every sort of comment can be made before the agreement begins, and is read when it has begun."""
    two_years.did("comment", "patrols", *more)
    assert verdicts(two_years.on("2023-01-01"))[0] is not None


@pytest.mark.parametrize(
    ("day", "code"), [("2021-12-31", 2), ("2022-01-01", 0), ("2023-12-31", 0), ("2024-01-01", 2)]
)
def test_a_day_that_is_asked_for_lies_in_an_agreement(two_years: World, day: str, code: int) -> None:
    """A comment on any other day would be shown nowhere: it is refused, and nothing is stored."""
    result = two_years.on("2024-02-01").run("comment", "5", "Ja.", "--date", day)
    assert result.code == code
    assert (two_years.folder / "log").exists() is (code == 0)


def test_a_plan_in_a_coming_agreement(two_years: World) -> None:
    """What is booked, and its effect, is in the words of that agreement."""
    result = two_years.run("plan", "walk", "--area", "Nyby", "--date", "2023-03-01")
    assert (result.code, result.err) == (0, "")
    assert "Nyby" in result.out
    assert two_years.run("amend", "last", "--date", "2023-03-02", "--reason", "fel dag").code == 0


def test_a_colleagues_comment(solna: World) -> None:
    """Whoever wrote it, it holds; and anybody can make it void."""
    solna.did("comment", "5", "--verdict", "kept")
    polis = solna.colleague("polis")
    assert polis.status() == solna.status()
    polis.did("void", solna.stored()[0]["id"], "--reason", "för tidigt")
    assert verdicts(polis)[4] is None


# --- the same comment once more


@pytest.mark.parametrize(
    ("language", "said"),
    [("sv", "Samma kommentar finns redan (0001); "), ("en", "The same comment is already there (0001); ")],
)
def test_the_same_comment_twice_is_asked_about(solna: World, language: str, said: str) -> None:
    """It is stored, and the earlier one is named; not after another text, promise, verdict, day or a void."""
    solna.counting().did("comment", "1", "Samma")
    other = [
        ["2", "Samma"],
        ["1", "Annan"],
        ["1", "Samma", "--verdict", "kept"],
        ["1", "Samma", "--date", "1/4"],
    ]
    for words in other:
        assert "finns redan" not in solna.run("comment", *words).err
    result = solna.run("comment", "foot-patrol", "Samma", LOFTEN_LANG=language)
    assert said in result.err
    assert len(solna.stored()) == 6
    solna.did("void", "0001", "--reason", "fel")
    solna.did("void", "last", "--reason", "fel")
    assert "finns redan" not in solna.run("comment", "1", "Samma").err
