"""`--known`: how things stood by what had been logged on a day, for whoever asks what one could know."""

from datetime import date

import pytest

from medborgarloften.domain.activity import Activity, Record, Redaction
from medborgarloften.domain.history import Fold
from medborgarloften.files.log.append import append
from records import amended, did
from world import World


@pytest.fixture
def town(solna: World) -> World:
    """Return Solna with a walk of March that was logged in April, and changed to a dialogue in May."""
    walk = did("2022-03-14", "walk", at="2022-04-10T23:59:59.999Z", note="Okänd")
    late = did("2022-03-20", "walk", at="2022-04-11T00:00:00.000Z")
    wrong = amended(walk, at="2022-05-05T12:00:00.000Z", kinds=("dialogue",))
    for record in (walk, late, wrong):
        append(solna.folder / "log" / "kommun-000001.jsonl", record)
    return solna.on("2022-12-01")


def done(world: World, *options: str) -> list[int]:
    """Return what is done of walks and dialogues."""
    return [target["done"] for target in world.status(*options)["promises"][4]["targets"]]


def test_only_what_was_written_by_then_is_known(town: World) -> None:
    """The day ends in UTC; what was entered or corrected after it is not known. It is the as-of day too."""
    assert done(town, "--known", "2022-04-09") == [0, 0]
    assert done(town, "--known", "2022-04-10") == [1, 0]
    assert done(town, "--known", "2022-04-11") == [2, 0]
    assert done(town, "--known", "2022-05-05") == [1, 1]
    assert done(town) == [1, 1]
    status = town.status("--known", "2022-04-10", "--as-of", "2022-03-31")
    assert (status["known"], status["as_of"]) == ("2022-04-10", "2022-03-31")
    assert town.status("--known", "2022-04-10")["as_of"] == "2022-04-10"
    assert town.status()["known"] is None


def test_every_view_says_what_it_goes_by(town: World) -> None:
    """The table and the report name the day, and that the promise files are today's."""
    said = "Som det var registrerat den 10 april 2022; löftesfilerna är dagens."
    assert said in town.run("status", "--known", "2022-04-10").out.replace("\N{NO-BREAK SPACE}", " ")
    assert town.run("report", "--month", "2022-03", "--known", "2022-04-10", "--format", "md").code == 0
    text = (
        (town.folder / "reports" / "2022-03.md")
        .read_text(encoding="utf-8")
        .replace("\N{NO-BREAK SPACE}", " ")
    )
    assert said in text
    assert "1 av 4" in text


def test_what_cannot_have_been_known_is_refused(town: World) -> None:
    """Neither a day to come nor one after the known day can be asked for."""
    for options in (["--known", "2022-12-02"], ["--known", "2022-04-10", "--as-of", "2022-04-11"]):
        result = town.run("status", *options)
        assert (result.code, result.out) == (2, "")


def test_a_text_that_was_redacted_later_is_masked() -> None:
    """A redaction holds whenever it was written: what was taken out is out of every view."""
    walk = did("2022-03-14", "walk", at="2022-04-10T12:00:00.000Z", note="Ett namn")
    taken = Redaction("kommun", walk.id, ("note",), "namn")
    redaction = Record(walk.id[:-1] + "f", "2022-09-01T12:00:00.000Z", "redact", taken)
    held = Fold(lambda record: repr(record).encode(), date(2022, 4, 10))
    held.add([walk, redaction])
    (record,) = held.ledger().activities.values()
    assert isinstance(record.content, Activity)
    assert (record.content.note, record.content.redacted) == (None, True)
