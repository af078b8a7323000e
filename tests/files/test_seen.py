"""What this machine has seen of a log is remembered beside nothing of value: it warns, and never refuses."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from medborgarloften.domain.health import Health, Trouble
from medborgarloften.files.seen import memory_of, recall, remember
from world import World

ONE, TWO = "kommun-000000.jsonl", "polis-111111.jsonl"


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    """Return the file that remembers a workspace; its folder is not made yet."""
    path = memory_of(tmp_path / "solna", tmp_path / "state" / "loften")
    assert path
    return path


def test_what_was_seen_is_recalled(memory: Path) -> None:
    """Every file's number of records, and the `sum` of the last one."""
    assert recall(memory) == {}
    ends = {ONE: (3, "a" * 16), "ö.jsonl": (0, "")}
    remember(memory, {}, Health(ends=ends))
    assert recall(memory) == ends


def test_nothing_is_written_where_nothing_is_new(memory: Path) -> None:
    """Reading a log that did not change touches no disk."""
    ends = {ONE: (3, "a" * 16)}
    remember(memory, ends, Health(ends=ends))
    assert not memory.parent.exists()


@pytest.mark.parametrize("sort", ["vanished", "shrunk"])
def test_a_loss_stays_remembered_until_it_is_mended(memory: Path, sort: str) -> None:
    """A file that lost records is remembered as it was, so that every later command says so too."""
    before = {ONE: (3, "a" * 16), TWO: (5, "b" * 16)}
    trouble = Trouble("vanished" if sort == "vanished" else "shrunk", ONE, None, f"log.{sort}")
    ends = {TWO: (6, "c" * 16)} | ({} if sort == "vanished" else {ONE: (2, "d" * 16)})
    remember(memory, before, Health((trouble,), ends=ends))
    assert recall(memory) == {ONE: (3, "a" * 16), TWO: (6, "c" * 16)}


def test_every_way_to_a_workspace_has_one_memory(tmp_path: Path) -> None:
    """Through a link, or by a path with dots."""
    (tmp_path / "solna").mkdir()
    (tmp_path / "link").symlink_to("solna")
    ways = [tmp_path / "solna", tmp_path / "link", tmp_path / "link" / ".." / "solna"]
    assert len({memory_of(way, tmp_path) for way in ways}) == 1
    assert memory_of(tmp_path, tmp_path) != memory_of(tmp_path / "solna", tmp_path)


def test_a_machine_without_a_place_for_it_remembers_nothing(tmp_path: Path) -> None:
    """A user without a home can log all the same."""
    assert memory_of(tmp_path, None) is None
    assert recall(None) == {}
    remember(None, {}, Health(ends={ONE: (1, "a")}))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"\xff",
        b"[]",
        b"null",
        b'{"files":[]}',
        b'{"files":{"a":1}}',
        b'{"files":{"a":[1]}}',
        b'{"files":{"a":["x","y"]}}',
        b'{"files":{"a":[null,"y"]}}',
        b'{"files":{"a":[Infinity,"y"]}}',
        b"[" * 100_000,
    ],
)
def test_a_memory_that_cannot_be_read_is_forgotten(memory: Path, data: bytes) -> None:
    """It is no reason to stop."""
    memory.parent.mkdir(parents=True)
    memory.write_bytes(data)
    assert recall(memory) == {}


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_json | st.dictionaries(st.text(), _json).map(lambda files: {"files": files}))
def test_a_memory_may_hold_anything(memory: Path, data: object) -> None:
    """Whatever stands there is recalled or forgotten."""
    memory.parent.mkdir(parents=True, exist_ok=True)
    memory.write_text(json.dumps(data))
    assert all(isinstance(count, int) for count, _ in recall(memory).values())


def test_a_memory_that_cannot_be_written_is_no_failure(memory: Path) -> None:
    """It costs later notices only."""
    memory.parent.parent.mkdir(exist_ok=True)
    memory.parent.write_text("a file in the place of the folder")
    remember(memory, {}, Health(ends={ONE: (1, "a" * 16)}))
    assert recall(memory) == {}


def test_logging_works_without_a_memory(solna: World, home: Path) -> None:
    """A home that cannot be written holds up no record."""
    home.rmdir()
    home.write_text("a file in the place of the home")
    assert solna.run("log", "walk").code == 0
    assert solna.run("log", "walk").err == ""
    assert solna.status()["records"]["counted"] == 2


def test_records_of_others_are_remembered_too(solna: World) -> None:
    """A file that was dropped in and read once is missed when it goes."""
    solna.run("log", "walk")
    other = solna.folder / "log" / TWO
    other.write_bytes(solna.log_file.read_bytes())
    assert solna.run("status").err == ""
    other.unlink()
    assert f"Varning: {TWO} är borta ur loggen." in solna.run("log", "walk").err
    assert f"Varning: {TWO} är borta ur loggen." in solna.run("status").out
