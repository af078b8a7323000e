"""The example year: what its program logs, and that its thirteen reports are what is kept here.

The reports are read by people before they are kept; `pytest --update-golden` writes them anew.
"""

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import GOLDEN
from markup import Html, markdown
from world import SHIPPED

PROGRAM = Path(__file__).parent.parent / "examples" / "solna-2022" / "year.py"
KEPT = GOLDEN / "solna-2022"
pytestmark = pytest.mark.slow  # the year is made first
MONTHS = [f"2022-{month:02d}" for month in range(1, 13)]
REPORTS = [*MONTHS, "2022"]
PROMISES = [promise["text"] for promise in yaml.safe_load(SHIPPED.read_text(encoding="utf-8"))["promises"]]


@pytest.fixture(scope="module")
def solna_2022(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the workspace of the whole year, made by the example’s own program."""
    spec = importlib.util.spec_from_file_location("year", PROGRAM)
    assert spec is not None
    assert spec.loader is not None
    program = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(program)
    folder = tmp_path_factory.mktemp("year") / "solna"
    program.log_year(program.Year(folder))
    return folder


def report(folder: Path, name: str) -> str:
    """Return one report as it was written."""
    return (folder / "reports" / name).read_bytes().decode()


def document(folder: Path, name: str) -> Any:
    """Return one report as data."""
    return json.loads(report(folder, f"{name}.json"))


@pytest.mark.parametrize("form", ["md", "json"])
@pytest.mark.parametrize("name", REPORTS)
def test_the_reports_are_those_that_are_kept(
    solna_2022: Path,
    name: str,
    form: str,
    update_golden: bool,  # noqa: FBT001 - a fixture
) -> None:
    """Each month’s report and the year’s are, byte for byte, those that were read and kept."""
    kept, made = KEPT / f"{name}.{form}", report(solna_2022, f"{name}.{form}")
    if update_golden:
        KEPT.mkdir(exist_ok=True)
        kept.write_text(made, encoding="utf-8", newline="\n")
    assert made == kept.read_text(encoding="utf-8"), f"not as in {kept}; see pytest --update-golden"


def test_nothing_else_is_kept() -> None:
    """There is no report among the kept ones that the example does not make."""
    wanted = {f"{name}.{form}" for name in REPORTS for form in ("md", "json")}
    assert {path.name for path in KEPT.iterdir()} <= wanted


@pytest.mark.parametrize("name", REPORTS)
def test_every_promise_is_in_every_report_in_its_own_words(solna_2022: Path, name: str) -> None:
    """All seven have a row in the table and a heading, in the order of the agreement, in every format."""
    wanted = [f"{number}. {text}" for number, text in enumerate(PROMISES, 1)]
    blocks = markdown(report(solna_2022, f"{name}.md"))
    assert [block.texts[0] for block in blocks if block.sort == "h2"][1:8] == wanted
    table = next(block.texts for block in blocks if block.sort == "table")
    assert [text for text in table if text in wanted] == wanted
    parsed = Html(report(solna_2022, f"{name}.html"))
    assert parsed.of("h2")[1:8] == wanted
    assert [text for text in parsed.of("th") if text in wanted] == wanted
    promises = document(solna_2022, name)["status"]["promises"]
    assert [promise["text"] for promise in promises] == PROMISES


@pytest.mark.parametrize("name", REPORTS)
def test_nothing_of_a_writer_is_in_any_report(solna_2022: Path, name: str) -> None:
    """No label, no file of the log, and nothing of the machine that made it."""
    words = {"kommun-", "polis-", '"by"', ".jsonl", str(solna_2022.parent)}
    words |= {path.stem.rpartition("-")[2] for path in (solna_2022 / "log").iterdir()}
    for form in ("md", "json", "html"):
        text = report(solna_2022, f"{name}.{form}")
        assert not [word for word in words if word in text]


def test_the_months_make_the_year(solna_2022: Path) -> None:
    """What the twelve months report as done, with what came late, is what the year reports."""
    year = document(solna_2022, "2022")
    months = [document(solna_2022, name) for name in MONTHS]
    late = [entry["about"] for month in months for entry in month["late"] if entry["op"] == "log"]
    reported = {each["id"] for month in months for one in month["promises"] for each in one["activities"]}
    missed = {each["id"]: each["count"] for each in late if each["id"] not in reported}
    assert sum(month["occasions"] for month in months) + sum(missed.values()) == year["occasions"]
    assert year["occasions"] == 595


def test_what_came_late_is_in_a_later_report(solna_2022: Path) -> None:
    """A measure whose invoice came weeks later is in no month of its own, and in the list of a later one."""
    entries = [
        (name, entry["about"]["date"])
        for name in MONTHS
        for entry in document(solna_2022, name)["late"]
        if entry["about"]["kinds"] == ["measure"]
    ]
    assert all(name > day[:7] for name, day in entries)
    assert len(entries) == 4


def test_the_year_keeps_its_promise_of_walks_and_dialogues(solna_2022: Path) -> None:
    """Four and four, two of them at one occasion; each month’s report says how it stood then."""
    states = [document(solna_2022, name)["status"]["promises"][4] for name in REPORTS]
    done = [tuple(target["done"] for target in state["targets"]) for state in states]
    assert done == [
        *((0, 0), (0, 0), (1, 1), (1, 1), (2, 1), (2, 2), (2, 2), (2, 2), (3, 3), (4, 3), (4, 4), (4, 4)),
        (4, 4),
    ]
    assert [state["state"] for state in states[-3:]] == ["met"] * 3
    assert document(solna_2022, "2022")["promises"][4]["joint"]["joint"] == 2
