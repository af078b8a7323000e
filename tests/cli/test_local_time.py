"""Whatever is said of when a line was written is said in the time of the user; JSON and the log have UTC."""

import time
from collections.abc import Iterator

import pytest

from logs import chain, put, walk
from world import World

if not hasattr(time, "tzset"):
    pytest.skip("this system does not ask TZ", allow_module_level=True)


@pytest.fixture
def sweden(solna: World, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    """Return a workspace on a machine in Sweden."""
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "Europe/Stockholm")
        time.tzset()
        solna.zone = None
        yield solna
    time.tzset()


WRITTEN = [
    ("2022-02-28T23:30:00", "2022-03-01 00:30"),
    ("2022-03-27T00:59:00", "2022-03-27 01:59"),
    ("2022-03-27T01:00:00", "2022-03-27 03:00"),
    ("2022-06-30T22:05:00", "2022-07-01 00:05"),
    ("2022-10-30T00:30:00", "2022-10-30 02:30"),
    ("2022-10-30T01:30:00", "2022-10-30 02:30"),
]


@pytest.mark.parametrize(("at", "shown"), WRITTEN)
def test_the_history_is_in_local_time(sweden: World, at: str, shown: str) -> None:
    """Half past midnight on 1 March is neither an hour nor a day earlier, also when the clocks are turned."""
    record = walk(1)._replace(at=f"{at}.000Z")
    put(sweden.folder / "log", chain(record))
    assert sweden.on("2022-12-01").did("show", record.id).splitlines()[-1].startswith(f"  {shown} kommun: ")
    document = sweden.run("show", record.id, "--format", "json").json
    assert (document["record"]["at"], document["history"][0]["at"]) == (record.at, record.at)


def test_since_begins_at_the_local_midnight(sweden: World) -> None:
    """What was written half an hour into a day is among what was written since that day."""
    records = [
        walk(number)._replace(at=f"2022-{at}.000Z")
        for number, at in enumerate(
            ["02-28T22:59:59", "02-28T23:00:00", "02-28T23:30:00", "06-30T21:59:59", "06-30T22:00:00"], 1
        )
    ]
    put(sweden.folder / "log", chain(*records))
    sweden.on("2022-12-01")
    for day, number in (("2022-03-01", 4), ("2022-03-02", 2), ("2022-07-01", 1), ("2022-07-02", 0)):
        since = sweden.status("--since", day)["since"]
        assert since == [record.id for record in records[len(records) - number :]]


def test_check_says_in_local_time_when_the_clock_ran_backwards(sweden: World) -> None:
    """As the clock of that machine, which is to be set, shows it."""
    times = ("2022-07-01T22:30:00.000Z", "2022-06-30T22:30:00.000Z")
    put(sweden.folder / "log", chain(*(walk(number)._replace(at=at) for number, at in enumerate(times, 1))))
    text = sweden.on("2022-12-01").run("check").out
    assert "raden skrevs 2022-07-01 00:30:00, men en tidigare rad 2022-07-02 00:30:00" in text


def test_today_is_the_local_day(sweden: World) -> None:
    """Just after midnight, "idag" is the new day, and the line is written in UTC."""
    sweden.time = sweden.time.replace(month=2, day=28, hour=23, minute=10)
    sweden.did("log", "walk")
    (stored,) = sweden.stored()
    assert stored["date"] == "2022-03-01"
    assert stored["at"].startswith("2022-02-28T23:10:00")


def test_a_report_says_the_swedish_day_on_every_machine(
    sweden: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A report is the same bytes wherever it is made; what came in on 1 March is late in March."""
    record = walk(1, day=sweden.time.date().replace(month=2, day=20))._replace(at="2022-02-28T23:30:00.000Z")
    put(sweden.folder / "log", chain(record))
    pages = []
    for zone in ("Europe/Stockholm", "Pacific/Niue", "Pacific/Kiritimati"):
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        sweden.did("report", "--month", "2022-03", "--format", "md", "--replace")
        pages.append((sweden.folder / "reports" / "2022-03.md").read_text(encoding="utf-8"))
    assert pages[0] == pages[1] == pages[2]
    assert "20\xa0februari\xa02022 (registrerat 1\xa0mars\xa02022)" in pages[0].replace("\\", "")
