"""`loften plan`: what is booked, how it is carried out, and how it is cancelled."""

from pathlib import Path

import pytest

from medborgarloften.cli import reading
from medborgarloften.errors import Finding, StorageError
from world import World

WALKS, DIALOGUES = 0, 1  # places among the targets of the fifth promise


def opened(world: World) -> list[str]:
    """Return the ids of plans that were neither carried out nor cancelled, by their marks in the list."""
    grid = world.did("list", "--planned", "--format", "csv").splitlines()
    return [row.split(";")[0] for row in grid if row.endswith(";inbokad")]


def test_what_is_booked_is_stored_and_said(solna: World) -> None:
    """A plan has the fields of an activity, `plan` for its `op`, and is confirmed with its id."""
    answer = solna.counting().did(
        *"plan walk --date 2022-10-03 --area Hagalund --party city --count 2 -q persons=25".split(),
        *("--note", "Samling vid bussen", "--ref", "KS 2022:17"),
    )
    head = "Inbokat: 2 trygghetsvandringar, Hagalund, 3 oktober 2022, Solna stad, 25 deltagare (0001)"
    assert answer.splitlines()[0] == head
    (record,) = solna.stored()
    assert {key: record[key] for key in record if key not in ("id", "at", "sum")} == {
        "v": 1,
        "op": "plan",
        "by": "kommun",
        "date": "2022-10-03",
        "kinds": ["walk"],
        "areas": ["hagalund"],
        "parties": ["city"],
        "count": 2,
        "quantities": {"persons": 25},
        "note": "Samling vid bussen",
        "ref": "KS 2022:17",
    }


@pytest.mark.parametrize(
    ("word", "day"),
    [
        ("imorgon", "2022-04-03"),
        ("idag", "2022-04-02"),
        ("fredag", "2022-04-08"),
        ("3/10", "2022-10-03"),
        ("2022-10-03", "2022-10-03"),
        ("14/3", "2023-03-14"),
    ],
)
def test_a_day_ahead(solna: World, word: str, day: str) -> None:
    """A weekday, or a date without a year, is the next one: a plan lies ahead, today at the earliest."""
    solna.did("plan", "walk", "--date", word)
    assert solna.stored()[0]["date"] == day


def test_what_is_booked_is_not_done(solna: World) -> None:
    """A plan is booked and takes from what is missing; done and state stay as they were."""
    before = solna.figures()[WALKS]
    solna.did("plan", "walk", "--date", "2022-10-03", "--count", "3")
    after = solna.figures()[WALKS]
    assert (before["done"], before["booked"], before["missing"]) == (0, 0, 4)
    assert after == {**before, "booked": 3, "missing": 1}


def test_a_plan_that_no_agreement_covers(solna: World) -> None:
    """A plan for next year is stored with a notice that it counts once there is an agreement."""
    result = solna.run("plan", "walk", "--date", "2023-01-10")
    assert result.code == 0
    assert result.err == "Inget avtal gäller 10 januari 2023; posten räknas när det finns ett.\n"
    assert solna.figures()[WALKS]["booked"] == 0


# --- carried out


def test_an_activity_fulfils_the_plan_of_its_day(solna: World) -> None:
    """The one open plan with the same date and kinds is linked, and the answer says so."""
    solna.did("plan", "walk", "dialogue", "--date", "2022-04-10", "--area", "Hagalund")
    plan = solna.stored()[0]["id"]
    answer = solna.on("2022-04-10").did("log", "dialogue", "walk", "--area", "Hagalund")
    said = (
        "Det som var inbokat är nu genomfört: trygghetsvandring och medborgardialog, Hagalund, 10 april 2022"
    )
    assert answer.splitlines()[1] == said
    assert solna.stored()[1]["plan"] == plan
    assert [(target["done"], target["booked"]) for target in solna.figures()] == [(1, 0), (1, 0)]
    assert not opened(solna)


@pytest.mark.parametrize(
    "log",
    [
        "log walk --date 2022-04-09",
        "log walk --date 2022-04-09 --until 2022-04-10",
        "log walk --date 2022-04-10 --until 2022-04-11",
        "log dialogue --date 2022-04-10",
        "log walk dialogue --date 2022-04-10",
        "log walk --date 2022-04-10 --area Haga",
        "log walk --date 2022-04-10 --no-plan",
    ],
)
def test_what_does_not_fulfil_a_plan(solna: World, log: str) -> None:
    """Another day, several days, other kinds or another area fulfil nothing; nor with `--no-plan`."""
    solna.did("plan", "walk", "--date", "2022-04-10", "--area", "Hagalund")
    assert "inbokat" not in solna.on("2022-04-11").did(*log.split()).splitlines()[1]
    assert "plan" not in solna.stored()[1]
    assert len(opened(solna)) == 1


@pytest.mark.parametrize(("planned", "logged"), [("--area Haga", ""), ("", "--area Haga"), ("", "")])
def test_an_area_that_only_one_of_them_names(solna: World, planned: str, logged: str) -> None:
    """Areas tell a plan and an activity apart only if both name any."""
    solna.did("plan", "walk", "--date", "2022-04-02", *planned.split())
    solna.did("log", "walk", *logged.split())
    assert not opened(solna)


def test_several_plans_are_chosen_among(solna: World) -> None:
    """With several plans that fit, nothing is stored until `--plan` chooses one or `--no-plan` none."""
    solna.counting().did("plan", "walk", "--date", "2022-04-02", "--area", "Haga")
    solna.did("plan", "walk", "--date", "2022-04-02", "--area", "Järva")
    assert solna.run("log", "walk").code == 2
    assert len(solna.stored()) == 2
    solna.did("log", "walk", "--plan", "0002")
    assert opened(solna) == ["0001"]
    solna.did("log", "walk", "--no-plan")
    assert opened(solna) == ["0001"]
    solna.did("log", "walk")
    assert not opened(solna)


def test_a_plan_carried_out_on_another_day(solna: World) -> None:
    """`--plan` names a plan of another day or area too: what was put off is still the same occasion."""
    solna.counting().did("plan", "walk", "--date", "2022-04-02", "--area", "Haga")
    solna.on("2022-04-05").did("log", "walk", "--area", "Järva", "--plan", "0001")
    assert not opened(solna)
    status = solna.status()
    assert status["records"]["unconfirmed"] == []
    # as of a day before it was carried out, it was still waiting
    assert len(solna.status("--as-of", "2022-04-04")["records"]["unconfirmed"]) == 1


def test_a_plan_is_asked_for_in_vain_where_the_log_cannot_be_read(
    solna: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without `--plan` the activity is stored all the same; with it, nothing is stored without its link."""

    def fail(*_: object, **__: object) -> None:
        raise StorageError(Finding("file.unreadable", {"path": "log", "errno": 5}))

    solna.counting().did("plan", "walk", "--date", "2022-04-02")
    monkeypatch.setattr(reading, "read_files", fail)
    assert solna.run("log", "walk", "--plan", "0001").code == 4
    assert len(solna.stored()) == 1
    assert solna.run("log", "walk").code == 0
    assert [record["op"] for record in solna.stored()] == ["plan", "log"]


def test_a_void_activity_opens_its_plan_again(solna: World) -> None:
    """What fulfilled a plan and is void fulfils it no more."""
    solna.did("plan", "walk", "--date", "2022-04-02")
    solna.did("log", "walk")
    assert not opened(solna)
    solna.did("void", "last", "--reason", "fel dag")
    assert len(opened(solna)) == 1


# --- cancelled, and forgotten


def test_cancelling_a_plan_is_a_void(solna: World) -> None:
    """A plan is cancelled by `void`; the log keeps both records and nothing is booked any more."""
    solna.counting().did("plan", "walk", "--date", "2022-10-03")
    answer = solna.did("void", "0001", "--reason", "krock med valdagen")
    assert answer.splitlines()[0] == "Inställd: trygghetsvandring, 3 oktober 2022 (0001)"
    assert [record["op"] for record in solna.stored()] == ["plan", "void"]
    assert solna.figures()[WALKS]["booked"] == 0
    assert "inställd" in solna.did("list", "--planned", "--voided")


@pytest.mark.parametrize(
    ("language", "cancelled", "voided"), [("sv", "inställ", "makul"), ("en", "cancelled", "void")]
)
def test_what_was_booked_is_cancelled_in_every_command(
    solna: World, language: str, cancelled: str, voided: str
) -> None:
    """No command says of a plan that it is voided, which is the word for what was logged."""
    solna.counting().did("plan", "walk", "--date", "2022-10-03")
    solna.did("void", "0001", "--reason", "krock med valdagen")
    for command in (
        ("show", "0001"),
        ("show", "0002"),
        ("status", "--since", "2022-04-02"),
        ("list", "--planned", "--voided"),
    ):
        said = solna.did("--lang", language, *command).casefold()
        assert (cancelled in said, voided in said) == (True, False)


def test_a_plan_whose_day_has_passed_is_unconfirmed(solna: World) -> None:
    """It is neither done nor booked, and listed by name in the table, by id in JSON."""
    solna.did("plan", "walk", "--date", "2022-04-10", "--area", "Hagalund")
    plan = solna.stored()[0]["id"]
    assert solna.on("2022-04-10").status()["records"]["unconfirmed"] == []
    solna.on("2022-04-11")
    walks = solna.figures()[WALKS]
    assert (walks["done"], walks["booked"], walks["missing"]) == (0, 0, 4)
    assert [each["id"] for each in solna.status()["records"]["unconfirmed"]] == [plan]
    table = solna.did("status")
    assert (
        "Ej bekräftat trots att dagen har passerat:\n  inbokat: trygghetsvandring, Hagalund, 10 april 2022"
        in table
    )
    solna.did("log", "walk", "--date", "2022-04-10")
    assert solna.status()["records"]["unconfirmed"] == []


# --- the worked examples


def test_the_example_with_walks_in_autumn(solna: World) -> None:
    """One walk, three planned in autumn, as of 1 August: done 1, booked 3, missing 0, due 2: all booked."""
    solna.did("log", "walk", "--date", "2022-03-14")
    for day in ("2022-09-05", "2022-10-03", "2022-11-07"):
        solna.did("plan", "walk", "--date", day)
    walks, dialogues = solna.on("2022-08-02").figures("--as-of", "2022-08-01")
    expected = {"done": 1, "booked": 3, "missing": 0, "due": 2, "state": "booked", "next_by": "2022-07-02"}
    assert expected == {key: walks[key] for key in expected}
    late = {"done": 0, "booked": 0, "due": 2, "state": "behind"}
    assert late == {key: dialogues[key] for key in late}
    assert solna.status("--as-of", "2022-08-01")["promises"][4]["state"] == "behind"
    assert "borde ha varit klart senast 2 juli, men allt är inbokat" in solna.did(
        "status", "--as-of", "2022-08-01", COLUMNS="120"
    )


def test_the_example_without_plans(solna: World) -> None:
    """One joint walk and dialogue on 14 March, as of 2 April: 1 of 4 each, due 1, on track to 2 July."""
    solna.did("log", "walk", "dialogue", "--date", "2022-03-14", "--area", "Hagalund")
    expected = {"done": 1, "required": 4, "due": 1, "state": "on_track", "next_by": "2022-07-02"}
    for target in solna.figures("--as-of", "2022-04-02"):
        assert expected.items() <= target.items()


def test_plans_need_a_workspace(solna: World, tmp_path: Path) -> None:
    """Only `log` makes a workspace; `plan` without one ends with exit code 3."""
    solna.folder = tmp_path / "elsewhere" / "solna"
    solna.folder.parent.mkdir()
    assert solna.run_bare("plan", "walk", "--date", "imorgon").code == 3
