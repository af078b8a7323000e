"""Agreements as they are signed: each with a log, and how every promise stands on some days.

`README.md` says what the files of an agreement hold and how to add one.
"""

import csv
import json
import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from logs import identifier, put
from medborgarloften.files.log.encode import chained, sealed
from world import Result, World

HERE = Path(__file__).parent
FOLDERS = sorted(path.parent for path in HERE.glob("*/expected.yaml"))
NAMES = [folder.name for folder in FOLDERS]
_RULE: tuple[str, ...] = ("every", "from", "to", "except", "days")  # of a repeated entry
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

every_agreement = pytest.mark.parametrize("folder", FOLDERS, ids=NAMES)


def load(path: Path) -> Any:
    """Return a YAML file as a log or a JSON document would have it: dates are texts."""
    return _plain(yaml.safe_load(path.read_text(encoding="utf-8")))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value


# --- the log


def log_lines(entries: list[dict[str, Any]]) -> Iterator[bytes]:
    """Yield the lines of a log file, one a second, in the order of its entries."""
    start, previous = datetime(2025, 1, 1, tzinfo=UTC), ""
    names: dict[str, str] = {}
    records = (record for entry in entries for record in _records(entry))
    for number, record in enumerate(records):
        at = (start + timedelta(seconds=number)).strftime("%Y-%m-%dT%H:%M:%S.000Z")
        key = names[record.pop("id", str(number))] = identifier(number)
        fields = {"v": 1, "op": record.pop("op", "log"), "id": key, "at": at, "by": "kommun", **record}
        for other in {"of", "plan"} & fields.keys():
            fields[other] = names[fields[other]]
        body = json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode()
        yield sealed(body, previous)
        previous = chained(previous, body)


def _records(entry: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield what an entry stands for: itself, or one record for each of its dates."""
    rule = {key: entry.pop(key) for key in _RULE if key in entry}
    if "every" in rule:
        for first, last in _repeated(rule):
            yield {
                "date": first.isoformat(),
                **({"until": last.isoformat()} if last > first else {}),
                **entry,
            }
    elif isinstance(entry.get("date"), list):
        yield from ({**entry, "date": day} for day in entry["date"])
    else:
        yield entry


def _repeated(rule: dict[str, Any]) -> Iterator[tuple[date, date]]:
    """Yield first and last days: of every month, or those that begin on some weekdays."""
    day, last = date.fromisoformat(rule["from"]), date.fromisoformat(rule["to"])
    while day <= last:
        if day.isoformat() in rule.get("except", ()):
            pass
        elif rule["every"] == "month":
            if day.day == 1:
                yield day, (day + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        elif WEEKDAYS[day.weekday()] in rule["every"]:
            yield day, day + timedelta(days=rule.get("days", 1) - 1)
        day += timedelta(days=1)


@pytest.fixture
def place(folder: Path, solna: World, tmp_path: Path) -> World:
    """Return the workspace of an agreement, with its log."""
    workspace = tmp_path / folder.name
    workspace.mkdir()
    for path in folder.glob("promises-*.yaml"):
        shutil.copy(path, workspace)
    put(workspace / "log", log_lines(load(folder / "log.yaml")))
    return World(workspace, solna.environ)


# --- how the promises stand


@every_agreement
def test_there_is_nothing_to_find(place: World) -> None:
    """The promise files and the log are right: `check` says nothing."""
    assert place.run("check") == Result(0, "", "")


@every_agreement
def test_every_promise_stands_as_it_was_worked_out_by_hand(folder: Path, place: World) -> None:
    """On every day of `expected.yaml`, each promise has the state and the figures that are written there."""
    for day, wanted in load(folder / "expected.yaml").items():
        status = place.status("--as-of", day)
        unconfirmed = [plan["date"] for plan in status["records"]["unconfirmed"]]
        assert (day, unconfirmed) == (day, wanted.pop("unconfirmed", []))
        assert [promise["id"] for promise in status["promises"]] == list(wanted)
        for promise in status["promises"]:
            assert (day, *_shown(promise)) == (day, *_wanted(promise["id"], wanted[promise["id"]]))


def _shown(promise: dict[str, Any]) -> tuple[Any, ...]:
    """Return what a status says of a promise, without what its promise file says already."""
    verdict = promise["verdict"] and promise["verdict"]["verdict"]
    targets = [
        {key: target[key] for key in target.keys() - {"name", "count"}} for target in promise["targets"]
    ]
    return promise["id"], promise["state"], verdict, promise["logged"], targets


def _wanted(name: str, promise: dict[str, Any]) -> tuple[Any, ...]:
    targets = [_complete(target) for target in promise.get("targets", [])]
    return name, promise["state"], promise.get("verdict"), promise["logged"], targets


def _complete(target: dict[str, Any]) -> dict[str, Any]:
    """Return an expected target with what goes without saying."""
    areas = [_judged(area) for area in target.get("areas", [])] or None
    return {"approx": False, "unplaced": 0, **_judged(target), "areas": areas}


def _judged(part: dict[str, Any]) -> dict[str, Any]:
    """Return a target or an area of it with what goes without saying; what is met is met exactly."""
    if part.get("buckets"):
        part = {**part, "buckets": {"unknown": [], "unfillable": False, "running": None, **part["buckets"]}}
    return {**_LEFT_OUT, "met_exactly": True if part["state"] == "met" else None, **part}


_LEFT_OUT: dict[str, Any] = {
    "booked": 0,
    "missing": None,
    "due": None,
    "next_by": None,
    "buckets": None,
    "could": 0,
    "unbooked": False,
}


@pytest.mark.parametrize("folder", [HERE / "skara-2018"])
def test_skara_comes_out_as_its_published_follow_up(place: World) -> None:
    """4 of 4, about a hundred where no number was promised, 2 of 2, 4 of 3; and what it left out is there."""
    table = place.did("status", "--as-of", "2018-12-31")
    figures = ("krogtillsyner", "ca 100 fotpatruller", "trygghetsvandringar", "nattvandringar", "belysning")
    places = [table.index(figure) for figure in figures]
    assert places == sorted(places)
    promises = place.status("--as-of", "2018-12-31")["promises"]
    outcome = [[(target["done"], target["required"]) for target in each["targets"]] for each in promises]
    assert outcome == [[(4, 4)], [], [(2, 2)], [(4, 3)], [(0, 1)]]
    assert [each["state"] for each in promises] == ["met", "ongoing", "met", "met", "missed"]


# --- what the agreements are made from


def _cases() -> dict[int, list[dict[str, str]]]:
    """Return the coded lines of real agreements that are about activities, by agreement."""
    cases: dict[int, list[dict[str, str]]] = {}
    with (HERE / "cases.tsv").open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file, delimiter="\t"):
            if line["shape"] != "SURVEY":
                cases.setdefault(int(line["doc"]), []).append(line)
    return cases


def _agreements() -> list[dict[str, Any]]:
    return [load(path) for folder in FOLDERS for path in sorted(folder.glob("promises-*.yaml"))]


def _targets() -> list[dict[str, Any]]:
    promises = [promise for agreement in _agreements() for promise in agreement["promises"]]
    return [target for promise in promises for target in promise.get("targets", [])]


def _who(promise: dict[str, Any]) -> str:
    return {("police",): "P", ("city",): "K", ("police", "city"): "B"}.get(tuple(promise["parties"]), "O")


def test_no_promise_of_an_agreement_is_left_out() -> None:
    """Each file has the promises of its lines in `cases.tsv`, by whom, of that shape and modified so."""
    cases = _cases()
    for agreement in _agreements():
        lines = cases[agreement["x-doc"]]
        assert {line["municipality"] for line in lines} == {agreement["municipality"]}
        wanted = Counter((line["who"], line["shape"], line["mods"]) for line in lines)
        assert wanted == Counter(
            (_who(promise), promise["x-shape"], ",".join(promise.get("x-mods", [])))
            for promise in agreement["promises"]
        )


def test_every_shape_and_modifier_is_there() -> None:
    """What shapes and modifiers there are in `cases.tsv`, the files have too."""
    lines = [line for lines in _cases().values() for line in lines]
    promises = [promise for agreement in _agreements() for promise in agreement["promises"]]
    assert {line["shape"] for line in lines} == {promise["x-shape"] for promise in promises}
    modifiers = {modifier for line in lines for modifier in line["mods"].split(",") if modifier}
    assert modifiers == {modifier for promise in promises for modifier in promise.get("x-mods", [])}


def test_every_key_of_a_target_is_there(solna: World) -> None:
    """Every key that a target may have is used; `judge`, `of` and `per` in every way that a case needs.

    No agreement has a changed number when it is signed, and none of ours leaves out places.
    """
    schema = json.loads(solna.did("schema", "promises"))
    targets = _targets()
    keys = {key for target in targets for key in target}
    assert keys | {"revised", "not_areas"} == set(schema["$defs"]["TargetModel"]["properties"])
    assert {target.get("judge", "each") for target in targets if "per" in target} == {"each", "average"}
    assert {"occasions", "areas", "days", "weekends", "hours"} == {
        target.get("of", "occasions") for target in targets
    }
    assert {"day", "week", "month", "2 months", "quarter", "half-year", "year"} == {
        target["per"] for target in targets if "per" in target
    }


def test_what_has_no_number_has_no_target() -> None:
    """A promise in words only is counted and not judged; so is a deadline for each single case."""
    for promise in (promise for agreement in _agreements() for promise in agreement["promises"]):
        assert ("counts" in promise) == (promise["x-shape"] in ("QUAL", "DEADLINE")), promise["text"]
