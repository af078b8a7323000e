"""`loften schema`: what editors and other programs are told of the two formats."""

from pathlib import Path
from typing import Any

import pytest

from medborgarloften.files.promise_file.yaml_text import read_document
from schema_walk import fits
from world import SHIPPED, World

TESTS = Path(__file__).parent.parent
BAD = TESTS / "errors" / "promises"
SORTS = ("promises", "log")


def _schema(world: World, sort: str) -> dict[str, Any]:
    return dict(world.run("schema", sort).json)


def _data(path: Path) -> Any:
    return read_document(path.read_text(encoding="utf-8"), path.name).data


@pytest.mark.parametrize("sort", SORTS)
def test_a_schema_changes_only_when_it_is_meant_to(
    solna: World,
    sort: str,
    update_golden: bool,  # noqa: FBT001 - a fixture
) -> None:
    """What `loften schema` prints is frozen: other programs rely on it."""
    printed, path = solna.run("schema", sort).out, TESTS / "golden" / f"{sort}.schema.json"
    if update_golden:
        path.write_text(printed, encoding="utf-8", newline="\n")
    assert printed == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", [SHIPPED, TESTS / "errors" / "minimal.yaml"], ids=lambda path: path.stem)
def test_a_right_promise_file_fits_its_schema(solna: World, path: Path) -> None:
    """The shipped agreement, and the smallest one, are valid in an editor too."""
    assert fits(_data(path), _schema(solna, "promises"))


WRONG_IN_SHAPE = [
    "count-negative",
    "count-word",
    "date-form",
    "id-digits",
    "id-form",
    "language",
    "list-empty",
    "missing",
    "name-blank",
    "name-number",
    "neither",
    "one-language",
    "unknown-key-far",
    "version",
    "count-fraction",
    "yes-no",
]


@pytest.mark.parametrize("name", WRONG_IN_SHAPE)
def test_a_promise_file_of_a_wrong_shape_does_not_fit(solna: World, name: str) -> None:
    """An editor marks what the reader refuses, where a schema can say it."""
    assert not fits(_data(BAD / f"{name}.yaml"), _schema(solna, "promises"))


def test_keys_that_begin_with_x_are_allowed_everywhere(solna: World) -> None:
    """A file may carry keys of its own at every level that has keys of the format."""
    data = _data(SHIPPED)
    for place in (data, data["period"], data["areas"]["haga"], data["promises"][4]["targets"][0]):
        place["x-own"] = {"any": [1, None]}
    assert fits(data, _schema(solna, "promises"))


def test_every_line_of_a_real_log_fits_its_schema(solna: World) -> None:
    """What the commands write is what the schema describes, all of it."""
    for words in (
        ("log", "walk", "dialogue", "--area", "Hagalund", "-q", "deltagare=25,5", "--note", "kallt"),
        ("log", "patrol", "--period", "2022-03", "--count", "24", "--approx", "--source", "Polisen"),
        ("plan", "walk", "--date", "2022-10-03"),
        ("amend", "last", "--area", "Haga", "--note", "", "--reason", "fel"),
        ("comment", "5", "Bra", "--verdict", "kept"),
        ("void", "last", "--reason", "dubbelt"),
    ):
        assert solna.run(*words).code == 0, words
    schema = _schema(solna, "log")
    assert [line["op"] for line in solna.stored() if not fits(line, schema)] == []


_ID = "018f0000-0000-7000-8000-000000000001"
_FIELDS: dict[str, dict[str, Any]] = {
    "log": {"date": "2022-03-14", "kinds": ["walk"], "note": None, "redacted": True},
    "plan": {"date": "2022-03-14", "kinds": ["walk"]},
    "amend": {"of": _ID, "set": {"areas": None, "count": 2}, "reason": "fel"},
    "void": {"of": _ID, "reason": "fel"},
    "comment": {"promise": "traffic", "date": "2022-03-14", "verdict": "no_need"},
    "redact": {"of": _ID, "fields": ["note"], "reason": "namn"},
    "accept": {"file": "polis.jsonl", "had": {"records": 1, "sum": ""}, "has": None, "reason": "borta"},
}


@pytest.mark.parametrize("op", _FIELDS)
def test_every_operation_of_the_format_fits_the_schema(solna: World, op: str) -> None:
    """All operations are described; none fits without a field of its own, or as another."""
    every = {"v": 1, "op": op, "id": _ID, "at": "2022-03-14T09:30:00.000Z", "by": "kommun", "sum": "0" * 16}
    schema, line = _schema(solna, "log"), every | _FIELDS[op]
    assert fits(line, schema)
    assert not fits(every, schema)
    assert not fits(line | {"op": "status"}, schema)


@pytest.mark.parametrize(
    "change",
    [{"v": 2}, {"op": "erase"}, {"date": "14/3"}, {"kinds": []}, {"count": 0}, {"at": None}, {"sum": "x"}],
    ids=lambda change: next(iter(change)),
)
def test_a_line_of_another_shape_does_not_fit(solna: World, change: dict[str, Any]) -> None:
    """A newer version, an unknown operation and a field of the wrong sort are told apart."""
    solna.run("log", "walk")
    (line,) = solna.stored()
    schema = _schema(solna, "log")
    assert fits(line | {"unknown": 1}, schema)
    assert not fits(line | change, schema)
