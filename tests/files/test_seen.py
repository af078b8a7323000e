"""What this machine has seen of a log is remembered beside nothing of value: it warns, and never refuses."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings, strategies as st

from logs import chain, identifier, put, walk
from medborgarloften.domain.activity import Acceptance, Record
from medborgarloften.domain.ids import End
from medborgarloften.domain.integrity.health import Health, Trouble
from medborgarloften.files.log.read import Reading, read_log
from medborgarloften.files.log.seen import Memory, memory_of, recall, recall_moved, remember
from records import WRITTEN, ledger
from world import World

ONE, TWO = "kommun-000000.jsonl", "polis-111111.jsonl"


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """Return this machine's folder for memories, not made yet."""
    return tmp_path / "state" / "loften"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """Return a workspace's folder."""
    folder = tmp_path / "solna"
    folder.mkdir()
    return folder


@pytest.fixture
def memory(workspace: Path, state: Path) -> Path:
    """Return the file that remembers the workspace; its folder is not made yet."""
    path = memory_of(workspace, state)
    assert path
    return path


def reading(ends: dict[str, End], *troubles: Trouble) -> Reading:
    """Return what was read of an empty log with these ends of files."""
    return Reading(ledger(), Health(troubles, ends=ends))


def look(workspace: Path, state: Path) -> list[tuple[str, str]]:
    """Read a workspace's log as a command does, and return the losses."""
    memory = memory_of(workspace, state)
    seen = recall_moved(memory, workspace / "log")
    now = read_log(workspace / "log", seen.files)
    remember(memory, seen, now, workspace)
    return [(trouble.sort, trouble.file) for trouble in now.health.of("vanished", "shrunk")]


def test_what_was_seen_is_recalled(memory: Path, workspace: Path) -> None:
    """Every file's number of records, the `sum` of the last one, the first one's id, and the folder."""
    assert recall(memory) == Memory()
    put(workspace / "log", chain(walk(7), walk(2)), ONE)
    ends = {ONE: End(2, "a" * 16), "ö.jsonl": End(0, "")}
    remember(memory, Memory(), reading(ends), workspace)
    assert recall(memory) == Memory(os.path.realpath(workspace), ends, {ONE: identifier(7)})


def test_nothing_is_written_where_nothing_is_new(workspace: Path, state: Path) -> None:
    """Reading a log that did not change touches no disk; neither does reading one that is empty."""
    look(workspace, state)
    assert not state.exists()
    put(workspace / "log", chain(walk(1)), ONE)
    look(workspace, state)
    (file,) = state.iterdir()
    os.utime(file, ns=(0, 0))
    look(workspace, state)
    assert file.stat().st_mtime_ns == 0


@pytest.mark.parametrize("sort", ["vanished", "shrunk"])
def test_a_loss_stays_remembered_until_it_is_mended(memory: Path, workspace: Path, sort: str) -> None:
    """A file that lost records is remembered as it was, so that every later command says so too."""
    before = Memory(str(workspace), {ONE: End(3, "a" * 16), TWO: End(5, "b" * 16)})
    trouble = Trouble("vanished" if sort == "vanished" else "shrunk", ONE, None, f"log.{sort}")
    ends = {TWO: End(6, "c" * 16)} | ({} if sort == "vanished" else {ONE: End(2, "d" * 16)})
    remember(memory, before, reading(ends, trouble), workspace)
    assert recall(memory).files == {ONE: End(3, "a" * 16), TWO: End(6, "c" * 16)}


def test_every_way_to_a_workspace_has_one_memory(tmp_path: Path) -> None:
    """Through a link, or by a path with dots."""
    (tmp_path / "solna").mkdir()
    (tmp_path / "link").symlink_to("solna")
    ways = [tmp_path / "solna", tmp_path / "link", tmp_path / "link" / ".." / "solna"]
    assert len({memory_of(way, tmp_path) for way in ways}) == 1
    assert memory_of(tmp_path, tmp_path) != memory_of(tmp_path / "solna", tmp_path)


def test_a_machine_without_a_place_for_it_remembers_nothing(workspace: Path) -> None:
    """A user without a home can log all the same."""
    assert memory_of(workspace, None) is None
    assert recall(None) == recall_moved(None, workspace / "log") == Memory()
    remember(None, Memory(), reading({ONE: End(1, "a")}), workspace)


# --- a workspace that moves


def test_a_moved_workspace_is_remembered(workspace: Path, state: Path) -> None:
    """What is lost after the move is noticed, and the memory of the old place is none any longer."""
    put(workspace / "log", chain(walk(1), walk(2)), ONE)
    put(workspace / "log", chain(walk(3)), TWO)
    assert look(workspace, state) == []
    moved = workspace.rename(workspace.with_name("moved"))
    put(moved / "log", chain(walk(1)), ONE)
    (moved / "log" / TWO).unlink()
    lost = [("shrunk", ONE), ("vanished", TWO)]
    assert look(moved, state) == look(moved, state) == lost
    assert len([*state.iterdir()]) == 1
    assert recall(memory_of(moved, state)).folder == str(moved)


def test_a_loss_before_the_move_is_not_forgotten(workspace: Path, state: Path) -> None:
    """A rename is no way to be rid of a warning."""
    put(workspace / "log", chain(walk(1), walk(2)), ONE)
    look(workspace, state)
    put(workspace / "log", chain(walk(1)), ONE)
    assert look(workspace, state) == [("shrunk", ONE)]
    assert look(workspace.rename(workspace.with_name("moved")), state) == [("shrunk", ONE)]


def test_a_file_that_began_anew_is_known_too(workspace: Path, state: Path) -> None:
    """What was lost from it before the move is still said after it."""
    put(workspace / "log", chain(walk(1), walk(2)), ONE)
    look(workspace, state)
    put(workspace / "log", chain(walk(3)), ONE)
    assert look(workspace, state) == [("shrunk", ONE)]
    assert look(workspace.rename(workspace.with_name("moved")), state) == [("shrunk", ONE)]


def test_a_copy_begins_anew(workspace: Path, state: Path, tmp_path: Path) -> None:
    """While the first place is still there, its memory stays its own."""
    put(workspace / "log", chain(walk(1), walk(2)), ONE)
    look(workspace, state)
    (tmp_path / "copy").mkdir()
    put(tmp_path / "copy" / "log", chain(walk(1)), ONE)
    assert look(tmp_path / "copy", state) == []
    assert len([*state.iterdir()]) == 2
    assert look(workspace, state) == []


@pytest.mark.parametrize(("number", "name"), [(2, ONE), (1, TWO)], ids=["another record", "another name"])
def test_another_workspace_is_not_taken_for_a_moved_one(
    workspace: Path, state: Path, tmp_path: Path, number: int, name: str
) -> None:
    """A file of the same name with the same first record is what tells them apart."""
    put(workspace / "log", chain(walk(1), walk(3)), ONE)
    look(workspace, state)
    workspace.rename(tmp_path / "away")
    (tmp_path / "other").mkdir()
    put(tmp_path / "other" / "log", chain(walk(number)), name)
    assert look(tmp_path / "other", state) == []
    assert look(tmp_path / "away", state) == []
    put(tmp_path / "away" / "log", chain(walk(1)), ONE)
    assert look(tmp_path / "away", state) == [("shrunk", ONE)]


def test_a_record_stored_a_moment_ago_moves_along(solna: World, home: Path) -> None:
    """Nothing needs to be read between the first record and the move."""
    solna.run("log", "walk")
    (record,), (memory,) = solna.stored(), home.rglob("seen-*.json")
    assert recall(memory).first == {solna.log_file.name: record["id"]}


def test_a_new_workspace_in_the_place_of_a_moved_one_has_lost_nothing(solna: World) -> None:
    """What is remembered there waits for the workspace that moved, and its losses are still noticed."""
    solna.run("log", "walk")
    solna.run("log", "dialogue")
    moved = World(solna.folder.rename(solna.folder.with_name("moved")), solna.environ)
    solna.folder.mkdir()
    solna.did("init", "--from-file", "solna")
    solna.run("log", "patrol")
    assert (solna.run("check").code, solna.run("status").err) == (0, "")
    assert moved.run("check").code == 0
    moved.log_file.write_bytes(moved.lines()[0] + b"\n")
    assert "saknas nu" in moved.run("check").out
    assert solna.run("check").code == 0


def test_a_folder_that_is_made_a_workspace_again_keeps_its_memory(solna: World) -> None:
    """Where the log is still there, a new promise file is no way to be rid of a warning."""
    solna.run("log", "walk")
    solna.run("log", "dialogue")
    for path in solna.folder.glob("promises*"):
        path.unlink()
    solna.log_file.write_bytes(solna.lines()[0] + b"\n")
    solna.did("init", "--from-file", "solna")
    assert "saknas nu" in solna.run("check").out


# --- two versions, two programs


def test_the_memory_of_version_0_1_0_is_read(memory: Path, workspace: Path, state: Path) -> None:
    """It has files only, and gets the rest as soon as a command reads the log."""
    memory.parent.mkdir(parents=True)
    memory.write_text(json.dumps({"files": {ONE: [1, "a" * 16]}}))
    put(workspace / "log", chain(walk(1)), ONE)
    assert look(workspace, state) == [("shrunk", ONE)]
    last = json.loads(chain(walk(1))[0])["sum"]
    memory.write_text(json.dumps({"files": {ONE: [1, last]}}))
    assert look(workspace, state) == []
    known = Memory(str(workspace), {ONE: End(1, last)}, {ONE: identifier(1)})
    assert recall(memory) == known
    assert json.loads(memory.read_text())["files"] == {ONE: [1, last]}


def test_what_another_program_saw_meanwhile_is_kept(memory: Path, workspace: Path) -> None:
    """Of each file the memory holds what goes further, whoever writes last."""
    first = Memory(str(workspace), {ONE: End(1, "a"), TWO: End(1, "b")})
    remember(memory, Memory(), reading(dict(first.files)), workspace)
    before = recall(memory)
    remember(memory, before, reading({ONE: End(3, "d"), TWO: End(2, "e")}), workspace)
    remember(memory, before, reading({ONE: End(2, "c"), TWO: End(1, "b")}), workspace)
    assert recall(memory).files == {ONE: End(3, "d"), TWO: End(2, "e")}


def test_a_loss_that_another_program_put_to_rest_is_not_brought_back(memory: Path, workspace: Path) -> None:
    """A slower run still knows the file as it was; the other one knows better."""
    first = Memory(str(workspace), {ONE: End(5, "a"), TWO: End(1, "b")})
    remember(memory, Memory(), reading(dict(first.files)), workspace)
    before = recall(memory)
    accept = Acceptance("kommun", ONE, End(5, "a"), End(2, "c"), (), None, (), "")
    record = Record(identifier(9), WRITTEN, "accept", accept)
    rested = Health(ends={ONE: End(2, "c"), TWO: End(1, "b")}, rested=frozenset([ONE]))
    remember(memory, before, Reading(ledger(record), rested), workspace)
    remember(memory, before, reading({ONE: End(5, "a"), TWO: End(2, "d")}), workspace)
    assert recall(memory).files == {ONE: End(2, "c"), TWO: End(2, "d")}
    assert recall(memory).spent == {ONE: (identifier(9),)}


def test_many_programs_at_once_forget_nothing(workspace: Path, memory: Path) -> None:
    """Each remembers a file of its own at the same time; afterwards all of them are known."""
    code = (
        "import sys; from pathlib import Path; sys.path[:0] = sys.argv[4:]\n"
        "from test_seen import End, Memory, reading, remember\n"
        "remember(Path(sys.argv[1]), Memory(), reading({sys.argv[3]: End(1, 'a')}), Path(sys.argv[2]))"
    )
    here = Path(__file__).parent
    names = [f"k-{number}.jsonl" for number in range(6)]
    command = [sys.executable, "-c", code, str(memory), str(workspace)]
    running = [subprocess.Popen([*command, name, str(here), str(here.parent)]) for name in names]
    assert [one.wait() for one in running] == [0] * len(names)
    assert recall(memory).files.keys() == set(names)


# --- what goes wrong


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
        b'{"files":{"a":[-1,"y"]}}',
        b'{"files":{"a":[1e300,"y"]}}',
        b'{"files":{"a":[1,"\\ud800"]}}',
        b"[" * 100_000,
    ],
)
def test_a_memory_that_cannot_be_read_is_forgotten(memory: Path, data: bytes) -> None:
    """It is no reason to stop."""
    memory.parent.mkdir(parents=True)
    memory.write_bytes(data)
    assert recall(memory).files == {}


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)
_ends = st.tuples(st.integers(0, 9), st.text("0a", max_size=2))
_known = st.fixed_dictionaries(
    {"files": st.dictionaries(st.sampled_from([ONE, TWO]), _ends)},
    optional={"folder": _json, "first": _json, "spent": _json},
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_json | st.dictionaries(st.text(), _json).map(lambda files: {"files": files}) | _known)
@example({"files": {ONE: [1, "a"]}, "folder": "\0", "first": {ONE: [1]}, "spent": {ONE: 1}})
@example({"files": {}, "folder": "x" * 5000})
def test_a_memory_may_hold_anything(workspace: Path, state: Path, memory: Path, data: object) -> None:
    """Whatever stands there is recalled or forgotten, for its own workspace and for one that moved."""
    state.mkdir(parents=True, exist_ok=True)
    put(workspace / "log", chain(walk(1)), ONE)
    for path in (memory, state / "seen-0.json"):
        path.write_text(json.dumps(data))
        assert {sort for sort, _ in look(workspace, state)} <= {"shrunk", "vanished"}
        memory.unlink()


def test_a_name_that_is_no_utf8_is_remembered(memory: Path, workspace: Path, state: Path) -> None:
    """Other systems have such names; the loss of such a file is noticed too."""
    name = os.fsdecode(b"k\xf6n.jsonl")
    try:
        path = put(workspace / "log", chain(walk(1)), name)
    except OSError:
        pytest.skip("this disk has no such names")
    assert look(workspace, state) == []
    assert recall(memory).files.keys() == {name}
    path.unlink()
    assert look(workspace, state) == [("vanished", name)]


def test_a_memory_that_cannot_be_written_is_no_failure(memory: Path, workspace: Path) -> None:
    """It costs later notices only."""
    memory.parent.parent.mkdir(exist_ok=True)
    memory.parent.write_text("a file in the place of the folder")
    remember(memory, Memory(), reading({ONE: End(1, "a" * 16)}), workspace)
    assert recall_moved(memory, workspace / "log") == Memory()


def test_logging_works_without_a_memory(solna: World, home: Path) -> None:
    """A home that cannot be written holds up no record."""
    home.rmdir()
    home.write_text("a file in the place of the home")
    assert solna.run("log", "walk").code == 0
    assert solna.run("log", "dialogue").err == ""
    assert solna.status()["records"]["counted"] == 2


def test_records_of_others_are_remembered_too(solna: World) -> None:
    """A file that was dropped in and read once is missed when it goes."""
    solna.run("log", "walk")
    other = solna.folder / "log" / TWO
    other.write_bytes(solna.log_file.read_bytes())
    assert solna.run("status").err == ""
    other.unlink()
    assert f"Varning: {TWO} saknas i loggen." in solna.run("log", "walk").err
    assert f"Varning: {TWO} saknas i loggen." in solna.run("status").out
