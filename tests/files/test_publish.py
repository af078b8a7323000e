"""A report is published whole or not at all: what the council has received is there, or the new one is."""

import errno
import os
import re
import shutil
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import publisher
from medborgarloften.errors import StorageError
from medborgarloften.files.reports import publish
from world import World

OLD, NEW = b"<p>the old report</p>\n" * 500, b"<p>the new report</p>\n" * 900
ERRORS = ["ENOSPC", "EIO", "EDQUOT"]
CALLS = "openat newfstatat fstat mkdir fchmodat chmod fsync write read rename link unlink".split()
CALLS += "lseek ioctl close getdents64".split()
_BESIDE = {"mmap", "munmap", "brk", "mprotect", "futex", "exit_group", "getrandom", "prctl"}
linux = pytest.mark.skipif(sys.platform != "linux", reason="processes are traced and limited on Linux")


class Outcome(NamedTuple):
    """What a publisher said, how its process ended, and what was traced."""

    said: str
    status: int
    trace: str


class Publisher:
    """A process that is ready to publish."""

    def __init__(self, path: Path, data: bytes = NEW, *, replace: bool = True) -> None:
        """Start it."""
        command = [sys.executable, publisher.__file__, str(path), data.decode(), *["--replace"] * replace]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.trace = path.parent.parent / "trace"
        assert self.process.stdout
        assert self.process.stdout.readline() == "ready\n"

    def go(self) -> None:
        """Let it publish."""
        assert self.process.stdin
        with suppress(BrokenPipeError):  # it may have been killed in the read in which it waits
            self.process.stdin.write("\n")
            self.process.stdin.flush()

    def ended(self) -> Outcome:
        """Wait until it has ended."""
        said, _ = self.process.communicate()
        return Outcome(said.strip(), self.process.returncode, "")

    def traced(self, *options: str) -> Outcome:
        """Let it publish under strace with these options."""
        command = ["strace", "-f", "-p", str(self.process.pid), "-o", str(self.trace), *options]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as tracer:
            assert tracer.stderr
            said = tracer.stderr.readline()
            if "attached" not in said:
                self.process.kill()
                self.process.communicate()
                pytest.skip(f"no permission to trace: {said.strip()}")
            self.go()
            outcome = self.ended()
            tracer.communicate()
        return outcome._replace(trace=self.trace.read_text())


@pytest.fixture
def strace() -> None:
    """Skip where processes cannot be traced."""
    if sys.platform != "linux" or shutil.which("strace") is None:
        pytest.skip("strace is not installed")


def begin(folder: Path, *, old: bool) -> Path:
    """Return where the report goes, in a folder that is made, or with an old report in it."""
    path = folder / "reports" / "2022-03.html"
    folder.mkdir()
    if old:
        path.parent.mkdir()
        path.write_bytes(OLD)
        path.chmod(0o640)
    return path


def check_that_it_is_whole(path: Path, *, old: bool, published: bool | None) -> None:
    """Assert that one of the two is there, with its mode, and that publishing goes on from there."""
    found = path.read_bytes() if path.exists() else None
    assert found in ((OLD if old else None), NEW)
    assert published is None or (found == NEW) is published
    if found is not None and old:
        assert stat.S_IMODE(path.stat().st_mode) == 0o640
    if path.parent.exists():
        beside = {other.name for other in path.parent.iterdir()} - {path.name}
        assert all(re.fullmatch(rf"\.{re.escape(path.name)}\.[0-9a-f]{{8}}\.tmp", name) for name in beside)
    assert publish(path, NEW, replace=True) == ("same" if found == NEW else "written")
    assert path.read_bytes() == NEW


# --- what a killed run left


def test_the_next_report_sweeps_what_a_killed_one_left(tmp_path: Path) -> None:
    """Old temporary files of reports go, whatever comes of the report; young ones and other files stay."""
    hour = time.time() - 3601
    for data, replace in ((OLD, False), (OLD, False), (NEW, False), (NEW, True)):
        for name in (".2022-03.md.0123abcd.tmp", ".2022-W11.html.0123abcd.tmp", ".mars.html.0123abcd.tmp"):
            (tmp_path / name).write_bytes(b"half")
            os.utime(tmp_path / name, (hour, hour))
        kept = [
            ".2022-04.md.0123abcd.tmp",
            "2022-05.md.0123abcd.tmp",
            ".x.md.0123abcd.tmp",
            ".2022-03.md.tmp",
        ]
        for name in kept:
            (tmp_path / name).write_bytes(b"somebody's")
        for name in kept[1:]:
            os.utime(tmp_path / name, (hour, hour))
        publish(tmp_path / "mars.html", data, replace=replace)
        assert {path.name for path in tmp_path.iterdir()} == {"mars.html", "home", *kept}


# --- killed, and told of an error ------------------------------------------------------------------


@pytest.mark.strace
@pytest.mark.usefixtures("strace")
@pytest.mark.parametrize("old", [True, False], ids=["an old report", "no folder"])
@pytest.mark.parametrize("call", CALLS)
def test_killed_at_any_system_call(tmp_path: Path, call: str, *, old: bool) -> None:
    """SIGKILL at the first, second, … such call: the old report is there whole, or the new one is."""
    for number in range(1, 30):
        path = begin(tmp_path / str(number), old=old)
        kill = ("-e", f"trace={call}", "-e", f"inject={call}:signal=KILL:when={number}")
        outcome = Publisher(path, replace=old).traced(*kill)
        check_that_it_is_whole(path, old=old, published=True if outcome.said == "written" else None)
        if outcome.status != -9:
            break
    assert (outcome.said, outcome.status) == ("written", 0)
    assert number > 1 or call not in ("openat", "write", "fsync", "close", "rename" if old else "link")


@pytest.mark.strace
@pytest.mark.usefixtures("strace")
@pytest.mark.parametrize("old", [True, False], ids=["an old report", "no folder"])
def test_no_system_call_is_left_out(tmp_path: Path, *, old: bool) -> None:
    """The sweep names every call that publishing makes, but those for memory and the end of the process."""
    outcome = Publisher(begin(tmp_path / "work", old=old), replace=old).traced("-e", "trace=all")
    made = set(re.findall(r"^\d+ +(\w+)\(", outcome.trace, re.MULTILINE))
    assert {"openat", "write", "fsync", "rename" if old else "link"} <= made
    assert made - _BESIDE <= set(CALLS)


@pytest.mark.strace
@pytest.mark.usefixtures("strace")
@pytest.mark.parametrize("old", [True, False], ids=["an old report", "no folder"])
@pytest.mark.parametrize(
    "call", ["openat", "mkdir", "chmod", "fchmodat", "fsync", "rename", "link", "unlink", "close"]
)
def test_an_error_at_any_system_call(tmp_path: Path, call: str, *, old: bool) -> None:
    """Whatever fails is said, and what is said is true: not written, written, or written and uncertain."""
    for number in range(1, 30):
        path = begin(tmp_path / str(number), old=old)
        fault = ("-e", f"trace={call}", "-e", f"inject={call}:error=EIO:when={number}")
        outcome = Publisher(path, replace=old).traced(*fault)
        assert outcome.said.split()[0] in ("written", "output.write", "output.uncertain")
        assert not path.parent.exists() or {other.name for other in path.parent.iterdir()} <= {path.name}
        check_that_it_is_whole(path, old=old, published=not outcome.said.startswith("output.write"))
        if "INJECTED" not in outcome.trace:
            break
    assert (outcome.said, outcome.status) == ("written", 0)


@pytest.mark.strace
@pytest.mark.usefixtures("strace")
@pytest.mark.parametrize("call", ["write", "fsync"])
@pytest.mark.parametrize("error", ERRORS)
def test_a_full_or_broken_disk(tmp_path: Path, call: str, error: str) -> None:
    """The first write and the first fsync are the new file's: not written, and nothing is left of it."""
    path = begin(tmp_path / "work", old=True)
    outcome = Publisher(path).traced("-e", f"inject={call}:error={error}:when=1")
    assert (outcome.said, outcome.status) == (f"output.write {getattr(errno, error)}", 4)
    assert path.read_bytes() == OLD
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EDQUOT])
@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_an_error_before_the_rename(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int
) -> None:
    """The error has its number, and the old report is as it was."""
    path = begin(tmp_path / "work", old=True)

    def refuse(*_: Any) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, call, refuse)
    with pytest.raises(StorageError) as caught:
        publish(path, NEW, replace=True)
    (finding,) = caught.value.findings
    assert (finding.code, finding.facts["errno"]) == ("output.write", number)
    assert path.read_bytes() == OLD
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot sync a folder")
def test_an_error_after_the_rename_is_said_as_such(solna: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The new report is there, but the folder may not be on disk: exit code 4, and not “untouched”."""

    def refuse(_: Path) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    (solna.folder / "reports").mkdir()
    monkeypatch.setattr("medborgarloften.files.disk.sync_folder", refuse)
    result = solna.run("report", "--format", "md")
    path = solna.folder / "reports" / "2022-03.md"
    assert (result.code, result.out) == (4, "")
    assert result.err.startswith(
        f"Fel: {path} har skrivits, men det är osäkert om den finns kvar efter ett ström"
    )
    assert path.read_text(encoding="utf-8").startswith("# Uppföljning av medborgarlöften")


# --- real disks and rights -------------------------------------------------------------------------


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return a folder on a disk of 64 KiB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=64k,mode=755", "loften", str(folder)]
    if sys.platform != "linux" or os.getuid() != 0 or shutil.which("mount") is None:
        pytest.skip("only root on Linux can make a small disk")
    mounted = subprocess.run(command, capture_output=True, text=True, check=False)
    if mounted.returncode:
        pytest.skip(f"a small disk cannot be made: {mounted.stderr.strip()}")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.root
def test_a_disk_without_room(solna: World, small_disk: Path) -> None:
    """Exit code 4 with the reason; the old report is whole, nothing is left of the new one; room helps."""
    path = small_disk / "report.html"
    path.write_bytes(OLD)
    filling = small_disk / "filling"
    filling.write_bytes(b"x" * 48 * 1024)
    asked = ("report", "--format", "html", "--output", str(path), "--replace")
    result = solna.run(*asked)
    assert (result.code, result.out) == (4, "")
    assert f"{path} kunde inte skrivas: disken är full; en äldre rapport har inte ändrats" in result.err
    assert path.read_bytes() == OLD
    assert {other.name for other in small_disk.iterdir()} == {"report.html", "filling"}
    filling.unlink()
    assert solna.run(*asked).code == 0
    assert path.read_bytes().endswith(b"</html>\n")


@linux
@pytest.mark.parametrize("old", [True, False])
def test_a_folder_that_may_not_be_written(tmp_path: Path, *, old: bool) -> None:
    """Another user's folder: refused, with the number of the error, and the old report is as it was."""
    path = begin(tmp_path / "work", old=old)
    closed = path.parent if old else path.parent.parent
    closed.chmod(0o555)
    bound: list[str] = []
    if os.getuid() == 0:
        if shutil.which("setpriv") is None:
            pytest.skip("root cannot give up its rights without setpriv")
        bound = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"]
    command = [*bound, sys.executable, publisher.__file__, str(path), NEW.decode(), "--replace"]
    result = subprocess.run(command, input="\n", capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout) == (4, f"ready\noutput.write {errno.EACCES}\n")
    assert not old or path.read_bytes() == OLD
    closed.chmod(0o755)


@pytest.mark.skipif(os.name == "nt", reason="links need a right on Windows")
@pytest.mark.parametrize("thing", ["a link", "a link to nothing", "a folder", "a pipe"])
@pytest.mark.parametrize("replace", [True, False])
def test_what_is_no_file_is_left_alone(tmp_path: Path, thing: str, *, replace: bool) -> None:
    """It is refused; what a link leads to is as it was, and a pipe keeps nobody waiting."""
    target, path = tmp_path / "target", tmp_path / "report.html"
    target.write_bytes(OLD)
    match thing:
        case "a folder":
            path.mkdir()
        case "a pipe":
            os.mkfifo(path)
        case _:
            path.symlink_to(target if thing == "a link" else tmp_path / "nothing")
    before = path.lstat().st_mode
    with pytest.raises(StorageError) as caught:
        publish(path, NEW, replace=replace)
    assert caught.value.findings[0].code == "output.not_a_file"
    assert path.lstat().st_mode == before
    assert target.read_bytes() == OLD
    assert {other.name for other in tmp_path.iterdir()} - {"home"} == {"target", "report.html"}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_a_new_report_is_as_open_as_its_user_says(tmp_path: Path, mask: int, mode: int) -> None:
    """The mode of a new file follows the umask; one that is replaced keeps its own."""
    path = tmp_path / "report.html"
    before = os.umask(mask)
    try:
        publish(path, OLD, replace=False)
        assert stat.S_IMODE(path.stat().st_mode) == mode
        path.chmod(0o604)
        publish(path, NEW, replace=True)
        assert stat.S_IMODE(path.stat().st_mode) == 0o604
    finally:
        os.umask(before)


@pytest.mark.skipif(os.name == "nt", reason="Windows renames")
def test_a_disk_without_links_is_no_hindrance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some shares and memory cards have none: a new report gets its name by a rename."""

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", refuse)
    path = begin(tmp_path / "work", old=False)
    assert publish(path, NEW, replace=False) == "written"
    assert path.read_bytes() == NEW
    assert list(path.parent.iterdir()) == [path]


# --- two at once, and what was left behind ---------------------------------------------------------


@pytest.mark.parametrize("replace", [True, False])
@pytest.mark.parametrize("old", [True, False])
def test_two_at_once(tmp_path: Path, *, old: bool, replace: bool) -> None:
    """Each is told the truth, and one whole report is there: never a mixture, never half of one."""
    path = begin(tmp_path / "work", old=old)
    texts = [NEW, NEW.replace(b"new", b"other")]
    both = [Publisher(path, text, replace=replace) for text in texts]
    for one in both:
        one.go()
    said = [one.ended() for one in both]
    found = path.read_bytes()
    if replace:
        assert [each.said for each in said] == ["written", "written"]
        assert found in texts
    elif old:
        assert [each.said for each in said] == ["kept", "kept"]
        assert found == OLD
    else:
        written = [text for text, each in zip(texts, said, strict=True) if each.said == "written"]
        assert len(written) == 1
        assert [found] == written
    assert list(path.parent.iterdir()) == [path]


def test_what_a_killed_run_left_is_no_report(solna: World) -> None:
    """A temporary file is not taken for the month's report: it is made, and nobody is told of the other."""
    left = solna.folder / "reports" / ".2022-03.html.0123abcd.tmp"
    left.parent.mkdir()
    left.write_bytes(NEW)
    result = solna.run("report", "--missing", "--format", "html")
    assert (result.code, result.err) == (0, "")
    made = {path.name for path in left.parent.iterdir()} - {left.name}
    assert made == {"2022-01.html", "2022-02.html", "2022-03.html"}
    assert all(b"</html>" in (left.parent / name).read_bytes() for name in made)
