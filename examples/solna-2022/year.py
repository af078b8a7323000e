"""A year in Solna: some 230 records of about 600 occasions, logged through the command line day by day.

`python examples/solna-2022/year.py FOLDER` makes the workspace FOLDER with the log of the whole year and its
twelve monthly reports and the yearly one. The activities are invented; the agreement is the real one.
"""

import hashlib
import io
import shutil
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import NamedTuple

from medborgarloften.cli import run
from medborgarloften.cli.context import Context

AGREEMENT = Path(__file__).parent.parent.parent / "data" / "promises-2022.yaml"

PATROLS = (31, 28, 34, 29, 33, 41, 22, 30, 36, 35, 31, 27)
OPERATIONS = (
    "hagalund",
    "vastra-skogen",
    "hagalund",
    "solna-centrum",
    "hagalund",
    "vastra-skogen",
    "huvudsta",
)
ROADS = (
    ("frosunda", "speeding", "Frösundaleden, 62 fordon mätta"),
    ("rasunda", "impaired-driving", "Råsundavägen, alla prov negativa"),
    ("huvudsta", "speeding", "Huvudstagatan, två körkort omhändertagna"),
    ("arenastaden", "accessibility", "Felparkerade fordon vid match, fri väg för utryckning"),
    ("bergshamra", "speeding", "Bergshamra allé vid skolan"),
    ("jarva", "impaired-driving", "Enköpingsvägen"),
)
PLACES = (
    ("hagalund", "lighting", "Ny belysning längs gångvägen vid Hagalunds centrum"),
    ("vastra-skogen", "clearing", "Sly borttaget vid gångtunneln"),
    ("huvudsta", "lighting", "Trasiga armaturer bytta i Huvudsta centrum"),
    ("bergshamra", "clearing", "Buskage nedtaget vid lekplatsen"),
    ("hagalund", "clearing", "Bättre sikt vid parkeringen"),
    ("ulriksdal", "lighting", "Belysning på cykelvägen vid stationen"),
    ("skytteholm", "clearing", "Röjt längs Skytteholmsparken"),
)
MEETINGS = (
    "Lägesbild och prioriterade platser",
    "Uppföljning av åtgärdslistan från vandringen",
    "Fastighetsägare i Hagalund",
    "Platssamverkan Solna centrum",
)
WALKS = (
    (
        "2022-03-29",
        "walk dialogue",
        "hagalund",
        "Mörka gångvägar och skymd sikt; 14 punkter på åtgärdslistan",
        23,
    ),
    ("2022-05-17", "walk", "vastra-skogen", "Gångtunneln och tunnelbanans entré; 9 punkter", 17),
    ("2022-06-08", "dialogue", "solna-centrum", "Tält på torget, frågor om mopeder och belysning", 64),
    ("2022-09-20", "walk dialogue", "bergshamra", "Lekplatsen och skolvägen; 11 punkter", 31),
    ("2022-10-11", "walk", "huvudsta", "Strandpromenaden efter mörkrets inbrott; 7 punkter", 15),
    ("2022-11-15", "dialogue", "hagalund", "Återkoppling på vårens åtgärdslista", 42),
)


class Entry(NamedTuple):
    """One command: the day and who writes it, and the words after `loften log`."""

    day: date
    writer: str
    words: tuple[str, ...]


def entries() -> list[Entry]:
    """Return the year's entries in the order in which they are written."""
    year = [*_patrols(), *_operations(), *_traffic(), *_meetings(), *_measures(), *_walks()]
    return sorted(year, key=lambda entry: (entry.day, entry.words))


def _days(first: str, step: int, weekday: int) -> Iterator[date]:
    """Yield days of 2022 from the first such weekday on, every so many days."""
    day = date.fromisoformat(first)
    day += timedelta(days=(weekday - day.weekday()) % 7)
    while day < date(2022, 12, 24):
        yield day
        day += timedelta(days=step)


def _patrols() -> Iterator[Entry]:
    """Yield the totals that the police mail, and the patrols that the city's guards join in autumn."""
    for month, count in enumerate(PATROLS, start=1):
        mailed = date(2022 + month // 12, month % 12 + 1, 4)
        about = ("--approx",) if month == 7 else ()  # noqa: PLR2004 - the holiday month
        period = ("--period", f"2022-{month:02d}", "--count", str(count))
        yield Entry(
            mailed,
            "polis",
            ("patrol", *period, "--party", "police", "--source", "Polisen, månadsmejl", *about),
        )
    for number, day in enumerate(_days("2022-09-01", 7, 4)):
        area = ("hagalund", "vastra-skogen")[number % 2]
        yield Entry(day, "kommun", ("patrol", "--area", area, "--date", day.isoformat(), "--party", "city"))


def _operations() -> Iterator[Entry]:
    for number, day in enumerate(_days("2022-01-03", 6, 3)):
        area = OPERATIONS[number % len(OPERATIONS)]
        hours = f"timmar={2 + number % 4},5"
        yield Entry(
            day,
            "polis",
            ("operation", "--area", area, "--date", day.isoformat(), "--party", "police", "-q", hours),
        )


def _traffic() -> Iterator[Entry]:
    for number, day in enumerate(_days("2022-01-10", 8, 1)):
        area, tag, note = ROADS[number % len(ROADS)]
        words = (
            "traffic",
            "--area",
            area,
            "--tag",
            tag,
            "--date",
            day.isoformat(),
            "--party",
            "police",
            "--note",
            note,
        )
        yield Entry(day, "polis", words)


def _meetings() -> Iterator[Entry]:
    for number, day in enumerate(_days("2022-01-10", 14, 2)):
        note = MEETINGS[number % len(MEETINGS)]
        yield Entry(day, "kommun", ("coordination", "--date", day.isoformat(), "--note", note))
    for number, day in enumerate(_days("2022-01-17", 11, 0)):
        words = (
            "youth",
            "--date",
            day.isoformat(),
            "--party",
            "city",
            *(("--party", "police") if number % 3 else ()),
        )
        yield Entry(day, "kommun", words)


def _measures() -> Iterator[Entry]:
    """Yield lighting and clearing; some are written down weeks later, when the invoice comes."""
    for number, day in enumerate(_days("2022-02-01", 9, 1)):
        area, tag, note = PLACES[number % len(PLACES)]
        written = day + timedelta(days=25 if number % 6 == 0 else 0)
        words = (
            "measure",
            "--area",
            area,
            "--tag",
            tag,
            "--date",
            day.isoformat(),
            "--party",
            "city",
            "--note",
            note,
        )
        yield Entry(written, "kommun", words)


def _walks() -> Iterator[Entry]:
    for day, kinds, area, note, persons in WALKS:
        words = (*kinds.split(), "--area", area, "--date", day, "--note", note, "-q", f"deltagare={persons}")
        yield Entry(date.fromisoformat(day), "kommun", (*words, "--party", "city", "--party", "police"))


class Year:
    """The workspace, and a clock that goes through the year; ids are the same each time."""

    def __init__(self, folder: Path) -> None:
        """Make the workspace."""
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(AGREEMENT, folder)
        self.folder = folder
        self.now = datetime(2022, 1, 1, tzinfo=UTC)
        self.number = 0

    def run(self, writer: str, *words: str) -> str:
        """Run a command as one writer and return its output; a failure is an error."""
        out, err = io.StringIO(), io.StringIO()
        context = Context(
            {"LOFTEN_WRITER": writer, "LOFTEN_DIR": str(self.folder)},
            out,
            err,
            now=lambda: self.now,
            entropy=self._entropy,
        )
        if code := run(list(words), context):
            raise RuntimeError(f"{code}: {words}: {err.getvalue()}")
        return out.getvalue()

    def _entropy(self, length: int) -> bytes:
        self.number += 1
        return hashlib.sha256(str(self.number).encode()).digest()[:length]

    def go_to(self, day: date) -> None:
        """Set the clock to the afternoon of a day, later at every call."""
        self.now = max(datetime.combine(day, time(15), UTC), self.now + timedelta(milliseconds=1))


def log_year(year: Year) -> None:
    """Log everything, and make each month's report on the fifth of the next, as cron would."""
    waiting = entries()
    for month in range(1, 13):
        reported = date(2022 + month // 12, month % 12 + 1, 5)
        while waiting and waiting[0].day < reported:
            entry = waiting.pop(0)
            year.go_to(entry.day)
            year.run(entry.writer, "log", *entry.words)
        year.go_to(reported)
        year.run("cron", "report", "--format", "md", "--format", "json", "--format", "html")
    year.run("cron", "report", "--period", "2022", "--format", "md", "--format", "json", "--format", "html")


if __name__ == "__main__":
    log_year(Year(Path(sys.argv[1])))
