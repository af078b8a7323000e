"""A writer that is killed, or told of an error, at any system call loses nothing acknowledged."""

import random
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import appender
from logs import FILE, chain, found, put, walk
from medborgarloften.files.log.append import append
from world import PROGRAM, World

if sys.platform != "linux":
    pytest.skip("processes are traced and limited on Linux", allow_module_level=True)

STARTS = {
    "no file": None,
    "a group's folder": None,
    "three records": b"".join(chain(walk(1), walk(2), walk(3))),
    "a torn tail": b"".join(chain(walk(1), walk(2), walk(3))) + b'{"v":1,"op":\0\0\0',
    "no room": b"".join(chain(walk(1), walk(2), walk(3))),  # for more than a part of the line
}
CALLS = {call: call for call in "getuid flock fchmod lseek read write ftruncate fsync close".split()} | {
    "mkdir": "?mkdir,?mkdirat",  # kernels and libraries differ in these
    "open": "?open,?openat",
    "rename": "?rename,?renameat,?renameat2",
    "stat": "?stat,?lstat,?fstat,?newfstatat,?statx,?readlink,?readlinkat",
}
_SOMETIMES = {"fchmod", "lseek", "read", "ftruncate", "fsync", "rename"}  # not in every start
_MEMORY = {"mmap", "munmap", "brk", "mprotect", "futex", "prlimit64", "exit_group"}
ERRORS = {"write": "ENOSPC EDQUOT EIO EROFS EFBIG".split(), "fsync": "ENOSPC EDQUOT EIO EROFS EFBIG".split()}
NEW, NEXT = 9, 10  # the numbers of the record that is appended, and of one after it


class Outcome(NamedTuple):
    """What an append said, how its process ended, and what was traced."""

    said: str
    status: int
    trace: str


class Writers:
    """Starts a process for every append, at no more cost than a fork."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        """Ask the process that forks."""
        self.process = process

    def append(self, path: Path, *strace: str, room: int = 0) -> Outcome:
        """Append the new record in a process of its own, traced with these options if there are any."""
        self._say(f"{NEW} {room} {path}")
        child = self._hear()
        trace = path.with_name("trace")
        tracer = _attached(child, trace, *strace) if strace else None
        self._say("go")
        said = ""
        while not (heard := self._hear()).startswith("ended "):
            said = heard
        if tracer:
            tracer.communicate()
        return Outcome(said, int(heard.removeprefix("ended ")), trace.read_text() if tracer else "")

    def _say(self, line: str) -> None:
        assert self.process.stdin
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()

    def _hear(self) -> str:
        assert self.process.stdout
        line = self.process.stdout.readline()
        assert line, "the process that forks has ended"
        return line.rstrip("\n")


def _attached(child: str, trace: Path, *options: str) -> "subprocess.Popen[str]":
    """Return strace, once it holds the process."""
    trace.parent.mkdir(exist_ok=True)
    command = ["strace", "-p", child, "-o", str(trace), *options]
    tracer = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert tracer.stderr
    said = tracer.stderr.readline()
    if "attached" not in said:
        pytest.skip(f"no permission to trace: {said.strip()}")
    return tracer


@pytest.fixture(scope="module")
def writers() -> Iterator[Writers]:
    """Return what starts a process for every append."""
    command = [sys.executable, appender.__file__, "serve"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield Writers(process)
        assert process.stdin
        process.stdin.close()


@pytest.fixture(scope="module")
def tracer() -> None:
    """Skip where processes cannot be traced."""
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed")
    probe = subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True, text=True, check=False)
    if probe.returncode:
        pytest.skip(f"no permission to trace: {probe.stderr.strip()}")


def begin(folder: Path, start: str) -> Path:
    """Make the folder's file as a start says, and return its path."""
    before = STARTS[start]
    folder.mkdir()
    if before is not None:
        put(folder / "log", before)
    elif start == "a group's folder":
        (folder / "log").mkdir()
        (folder / "log").chmod(0o775)
    return folder / "log" / FILE


def room(start: str) -> int:
    """Return by how many bytes the file may grow, or 0 for any."""
    return 60 if start == "no room" else 0


def bytes_of(path: Path) -> bytes:
    """Return what is in a file, or nothing if there is none."""
    return path.read_bytes() if path.exists() else b""


def check_that_it_goes_on(path: Path, start: str, *, stored: bool | None) -> None:
    """Assert that nothing is lost and the next append works; `stored` is None where both are right."""
    before = STARTS[start] or b""
    assert bytes_of(path).startswith(before)
    append(path, walk(NEXT))
    assert bytes_of(path).startswith(before)
    reading = found(path.parent)
    earlier = [1, 2, 3] if before else []
    assert {*earlier, NEXT} <= set(reading.numbers) <= {*earlier, NEW, NEXT}
    assert stored is None or stored == (NEW in reading.numbers)
    assert {sort for sort, _ in reading.sorts} <= {"torn"}


# --- killed ----------------------------------------------------------------------------------------


@pytest.mark.strace
@pytest.mark.usefixtures("tracer")
@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("call", CALLS)
def test_killed_at_any_system_call(writers: Writers, tmp_path: Path, start: str, call: str) -> None:
    """SIGKILL at the first, second, … such call: nothing acknowledged is lost, and the next append works."""
    for number in range(1, 40):
        path = begin(tmp_path / str(number), start)
        kill = ("-e", f"trace={CALLS[call]}", "-e", f"inject={CALLS[call]}:signal=KILL:when={number}")
        outcome = writers.append(path, *kill, room=room(start))
        check_that_it_goes_on(path, start, stored=True if outcome.said == "stored" else None)
        if outcome.status != -9:
            break
    assert number > 1 or call in _SOMETIMES
    assert outcome.said == ("write.short" if start == "no room" else "stored")
    assert outcome.status == (4 if start == "no room" else 0)


@pytest.mark.strace
@pytest.mark.usefixtures("tracer")
@pytest.mark.parametrize("start", STARTS)
def test_no_system_call_is_left_out(writers: Writers, tmp_path: Path, start: str) -> None:
    """The sweeps name every call that an append makes, but those for memory and the end of the process."""
    path = begin(tmp_path / "work", start)
    outcome = writers.append(path, "-e", "trace=all", room=room(start))
    made = set(re.findall(r"^(?:\d+ +)?(\w+)\(", outcome.trace, re.MULTILINE))
    assert {"write", "fsync", "flock"} - {"fsync" * (start == "no room")} <= made
    assert made - _MEMORY <= set(re.findall(r"\w+", ",".join(CALLS.values())))


@pytest.mark.strace
@pytest.mark.usefixtures("tracer")
@pytest.mark.parametrize("call", ["mkdir", "flock", "write", "fsync", "rename"])
def test_the_command_killed_at_a_system_call(solna: World, call: str) -> None:
    """The real command: after “Sparad” the record is there; after any end the next one is stored."""
    acknowledged = 0
    for number in range(1, 20):
        result = _killed_command(solna, call, number)
        acknowledged += "Sparad" in result.stdout
        assert solna.run("log", "walk").code == 0
        acknowledged += 1
        assert acknowledged <= len(solna.stored()) <= 2 * number
        if result.returncode == 0:
            break
    assert result.returncode == 0
    assert number > 1
    records = solna.status()["records"]
    assert (records["counted"], records["damaged"], records["edited"]) == (len(solna.stored()), 0, 0)


def _killed_command(world: World, call: str, number: int) -> "subprocess.CompletedProcess[str]":
    environ = {**world.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    calls = CALLS[call]
    trace = ["-o", "/dev/null", "-e", f"trace={calls}", "-e", f"inject={calls}:signal=KILL:when={number}"]
    command = [*PROGRAM, "--dir", str(world.folder), "log", "walk"]
    return subprocess.run(
        ["strace", "-f", *trace, *command, "--date", "2022-03-14"],
        env=environ,
        capture_output=True,
        text=True,
        check=False,
    )


# --- told of an error ------------------------------------------------------------------------------


@pytest.mark.strace
@pytest.mark.usefixtures("tracer")
@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("call", [call for call in CALLS if call != "getuid"])
def test_an_error_at_any_system_call(writers: Writers, tmp_path: Path, start: str, call: str) -> None:
    """“Stored” and “not stored” are both true whenever they are said; else it is called uncertain."""
    for error in ERRORS.get(call, ["EIO", "EACCES"]):
        for number in range(1, 40):
            path = begin(tmp_path / f"{error}-{number}", start)
            fault = f"inject={CALLS[call]}:error={error}:when={number}"
            outcome = writers.append(path, "-e", f"trace={CALLS[call]}", "-e", fault, room=room(start))
            assert outcome.status in (0, 4), outcome.said
            certain = not outcome.said.startswith("write.uncertain") and outcome.said != ""
            if certain and outcome.said != "stored":
                assert bytes_of(path) == (STARTS[start] or b"")
            check_that_it_goes_on(path, start, stored=outcome.said == "stored" if certain else None)
            if "INJECTED" not in outcome.trace:
                break
        assert "INJECTED" not in outcome.trace


@pytest.mark.strace
@pytest.mark.usefixtures("tracer")
@pytest.mark.parametrize("error", ERRORS["write"])
def test_a_real_error_at_write_and_at_fsync(writers: Writers, tmp_path: Path, error: str) -> None:
    """The first write of an append is the record's: not stored; the first fsync in an old file: uncertain."""
    start = "three records"
    path = begin(tmp_path / "write", start)
    assert writers.append(path, "-e", f"inject=write:error={error}:when=1").said == "write.failed"
    assert path.read_bytes() == STARTS[start]
    path = begin(tmp_path / "fsync", start)
    outcome = writers.append(path, "-e", f"inject=fsync:error={error}:when=1")
    assert outcome.said == "write.uncertain"
    assert outcome.trace.count("fsync(") == 1


# --- real limits -----------------------------------------------------------------------------------


@pytest.mark.parametrize("part", [1, 2, 100, 190])
def test_a_limit_in_the_middle_of_the_line(writers: Writers, tmp_path: Path, part: int) -> None:
    """The system takes a part of the line only: it is cut back to the byte."""
    path = begin(tmp_path / "work", "three records")
    assert len(chain(walk(NEW))[0]) > part
    assert writers.append(path, room=part).said == "write.short"
    assert path.read_bytes() == STARTS["three records"]
    check_that_it_goes_on(path, "three records", stored=False)


# --- a storm ---------------------------------------------------------------------------------------


class Reader(threading.Thread):
    """Reads over and over; what it has seen once must be there ever after, and what was acknowledged."""

    def __init__(self, folder: Path, acknowledged: set[int]) -> None:
        """Read in `folder`; `acknowledged` grows meanwhile."""
        super().__init__()
        self.folder, self.acknowledged = folder, acknowledged
        self.over = threading.Event()
        self.readings = 0
        self.missing: set[int] = set()
        self.troubles: set[str] = set()

    def run(self) -> None:
        """Read until it is over, and once more."""
        known: set[int] = set()
        last = False
        while not last:
            last = self.over.is_set()
            known |= set(self.acknowledged)
            reading = found(self.folder)
            self.missing |= known - set(reading.numbers)
            self.troubles |= {sort for sort, _ in reading.sorts}
            known |= set(reading.numbers)
            self.readings += 1


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_a_storm_of_kills(tmp_path: Path, seed: int) -> None:
    """Writers of one file die at any moment: nothing acknowledged is lost, no reader ever goes backwards."""
    chance = random.Random(seed)  # noqa: S311 - the same storm every time
    acknowledged: set[int] = set()
    path = tmp_path / "log" / FILE
    reader = Reader(path.parent, acknowledged)
    reader.start()
    for first in range(0, 12_000, 3000):
        storm = [_writer(path, first + 1000 * place) for place in range(3)]
        lives = [chance.randint(0, 15) for _ in storm]
        for writer, life in zip(storm, lives, strict=True):
            assert writer.stdout
            acknowledged.update(int(writer.stdout.readline()) for _ in range(life))
            writer.kill()
            acknowledged.update(int(line) for line in writer.communicate()[0].split())
    reader.over.set()
    reader.join()
    assert acknowledged
    assert reader.missing == set()
    assert reader.troubles <= {"torn"}
    append(path, walk(99_999))
    assert acknowledged | {99_999} <= set(found(path.parent).numbers)


def _writer(path: Path, first: int) -> "subprocess.Popen[str]":
    """Return a process that writes and tells of every record, once it has begun."""
    command = [sys.executable, appender.__file__, "append", str(path), str(first), str(first + 1000)]
    writer = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert writer.stdin
    assert writer.stdout
    assert writer.stdout.readline() == "ready\n"
    writer.stdin.write("go\n")
    writer.stdin.flush()
    return writer
