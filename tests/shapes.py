"""An agreement with one promise of every shape that a target can have, and a log to judge it by."""

from datetime import date, timedelta
from pathlib import Path

from medborgarloften.domain.activity import Record
from medborgarloften.files.log.append import append
from records import Extent, comment, did, planned
from world import World

AGREEMENT = """\
loften: 1
municipality: Solna
title: {sv: Löften av alla slag, en: Promises of every kind}
period: {from: 2022-01-01, to: 2022-12-31}
parties: {police: {sv: Polisen, en: the police}, city: {sv: Solna stad, en: the city}}
areas:
  centrum: {name: Centrum}
  hagalund: {name: Hagalund, focus: true}
  station: {name: Stationsområdet vid Solna centrum}
kinds:
  walk:
    name: {sv: trygghetsvandring, en: safety walk}
    plural: {sv: trygghetsvandringar, en: safety walks}
  patrol:
    name: {sv: fotpatrull, en: foot patrol}
    plural: {sv: fotpatruller, en: foot patrols}
    tags: {evening: {sv: kvällstid, en: in the evening}}
  check: {name: {sv: trafikkontroll, en: traffic check}, plural: {sv: trafikkontroller, en: traffic checks}}
  meeting: {name: {sv: möte, en: meeting}, plural: {sv: möten, en: meetings}}
quantities: {hours: {sv: timmar, en: hours}, minutes: {sv: minuter, en: minutes}}
promises:
  - id: weekly
    text: {sv: Två fotpatruller i veckan, en: Two foot patrols a week}
    targets: [{count: patrol, at_least: 2, per: week}]
  - id: average
    text: {sv: I snitt tre fotpatruller i veckan, en: Three foot patrols a week on average}
    targets: [{count: patrol, at_least: 3, per: week, judge: average}]
  - id: hours
    text: {sv: Tio timmars fotpatrull i månaden, en: Ten hours on foot a month}
    targets: [{count: patrol, at_least: 10, per: month, of: hours}]
  - id: meetings
    text: {sv: Ett möte i kvartalet i varje område, en: A meeting in each area every quarter}
    targets: [{count: meeting, at_least: 1, per: quarter, each_area: [centrum, hagalund, station]}]
  - id: walks
    text: {sv: Fyra vandringar i varje område, en: Four walks in each area}
    targets: [{count: walk, at_least: 4, each_area: [centrum, station]}]
  - id: areas
    text: {sv: Två olika områden varannan vecka, en: Two different areas every other week}
    targets: [{count: patrol, at_least: 2, of: areas, per: 2 weeks}]
  - id: days
    text: {sv: Kontroller fem olika dagar, en: Checks on five different days}
    targets: [{count: check, at_least: 5, of: days}]
  - id: weekends
    text: {sv: Två helger i månaden om sommaren, en: Two weekends a month in summer}
    targets:
      - count: patrol
        at_least: 2
        of: weekends
        per: month
        months: [6, 7, 8]
        weekdays: [fri, sat, sun]
        except: [2022-06-24]
  - id: daily
    text: {sv: Varje dag i juli, en: Every day in July}
    from: 2022-07-01
    to: 2022-07-31
    targets: [{count: patrol, at_least: 1, per: day}]
  - id: minimum
    text: {sv: Tio kontroller om minst tjugo minuter, en: Ten checks of at least twenty minutes}
    targets: [{count: check, at_least: 10, minimum: {minutes: 20}, parties: [police]}]
  - id: needed
    text: {sv: Möte i området när det behövs, en: A meeting in the area when needed}
    targets: [{count: meeting, at_least: 1, per: half-year, areas: [station], if_needed: true}]
  - id: counted
    text: {sv: Fler trafikkontroller, en: More traffic checks}
    counts: [check]
"""
PROMISES = 12
_POORER = (4, 8, 9, 10, 16, 20, 22, 24, 26, 27)  # of the weeks, which have one patrol instead of two


def log() -> list[Record]:
    """Return what was logged from January to July."""
    records = []
    for week in range(30):
        monday = date(2022, 1, 3) + timedelta(weeks=week)
        records.append(did(Extent(monday, monday), "patrol", areas=("centrum",), hours="2.5"))
        if week not in _POORER:
            thursday = monday + timedelta(days=3)
            records.append(did(Extent(thursday, thursday), "patrol", areas=("hagalund",), hours="2.5"))
    return [
        *records,
        did("03-10", "meeting", areas=("centrum",)),
        did("05-10", "meeting", areas=("centrum", "hagalund")),
        did("02-10", "walk", areas=("centrum",), occasions=5),
        did("04-10", "walk", areas=("station",)),
        did("03-28/04-10", "patrol", occasions=24, approx=True, hours="40"),
        did("04-11/04-13", "check", occasions=3),
        did("05-11", "check", parties=("police",), occasions=2),
        planned("10-10", "meeting", areas=("station",)),
        comment("needed", "06-30", "no_need"),
    ]


def workspace(folder: Path, *records: Record) -> World:
    """Return a workspace with the agreement and these records, on 1 August 2022."""
    folder.mkdir()
    (folder / "promises-2022.yaml").write_text(AGREEMENT, encoding="utf-8")
    for record in records:
        append(folder / "log" / "kommun-000001.jsonl", record)
    return World(folder, {"LOFTEN_WRITER": "kommun"}).on("2022-08-01")
