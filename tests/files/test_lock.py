"""One writer at a time: the lock is waited for, always given back, and the same for all ways to a file."""

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from fence import REAL_LOCKS
from medborgarloften.errors import Finding, StorageError
from medborgarloften.files.log import lock
from medborgarloften.files.log.lock import lock_folder, locked

if sys.platform == "win32":
    pytest.skip("the lock of Windows cannot be tried here", allow_module_level=True)

NOBODY = 65534


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the fixed folder be one of the test's own, not made yet."""
    place = tmp_path / "locks"
    monkeypatch.setattr(lock, "_fixed_folder", lambda: place)
    return place


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the path of a file that is to be written."""
    return tmp_path / "kommun.jsonl"


def finding(path: Path, patience: float = 0.05) -> Finding:
    """Try to take a lock that is not to be had, and return what is said."""
    with pytest.raises(StorageError) as caught, locked(path, patience):
        pytest.fail("the lock was taken")
    return caught.value.findings[0]


def test_a_lock_that_is_held_is_waited_for_and_then_given_up(folder: Path, path: Path) -> None:
    """After the patience is over it is said which file is busy, and nothing hangs."""
    with locked(path):
        assert finding(path) == Finding("lock.busy", {"path": str(path), "seconds": 0})
    assert folder.is_dir()


@pytest.mark.usefixtures("folder")
def test_a_lock_is_taken_as_soon_as_it_is_free(path: Path) -> None:
    """Another program's lock ends with its process, also when it is killed."""
    holder = subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(lock_folder()), str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdout
    assert holder.stdout.readline() == "held\n"
    assert finding(path).code == "lock.busy"
    holder.kill()
    with locked(path):
        pass
    holder.communicate()


_HOLD = """
import sys
from pathlib import Path
from medborgarloften.files.log import lock
lock._fixed_folder = lambda: Path(sys.argv[1])
with lock.locked(Path(sys.argv[2])):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.mark.usefixtures("folder")
def test_a_lock_is_given_back_after_an_error(path: Path) -> None:
    """What goes wrong while it is held does not keep it."""
    with pytest.raises(RuntimeError), locked(path):
        raise RuntimeError
    with locked(path, 0):
        pass


@pytest.mark.usefixtures("folder")
def test_a_program_that_is_started_meanwhile_does_not_keep_the_lock(path: Path) -> None:
    """The lock is not inherited, so that an editor or browser left open blocks nobody."""
    with locked(path):
        child = subprocess.Popen(["cat"], stdin=subprocess.PIPE, close_fds=False)
    with locked(path, 0):
        pass
    child.communicate()


def test_the_lock_file_is_beside_nothing_and_never_deleted(folder: Path, path: Path) -> None:
    """It lies in the folder for locks, stays there, and the file itself is not even made."""
    for _ in range(2):
        with locked(path):
            (held,) = folder.iterdir()
    assert list(folder.iterdir()) == [held]
    assert not path.exists()


@pytest.mark.usefixtures("folder")
def test_every_way_to_a_file_leads_to_one_lock(tmp_path: Path, path: Path) -> None:
    """A link to the file or to its folder, a path with dots: the real path names the lock."""
    path.touch()
    (tmp_path / "link.jsonl").symlink_to(path)
    (tmp_path / "here").symlink_to(tmp_path)
    ways = [
        tmp_path / "link.jsonl",
        tmp_path / "here" / path.name,
        tmp_path / "here" / ".." / tmp_path / path.name,
    ]
    with locked(path):
        assert [finding(way, 0).code for way in ways] == ["lock.busy"] * 3


@pytest.mark.usefixtures("folder")
def test_two_files_have_two_locks(tmp_path: Path, path: Path) -> None:
    """Writers of different files never wait for each other."""
    with locked(path), locked(tmp_path / "polis.jsonl", 0):
        pass


def test_the_folder_is_the_same_for_cron_and_a_shell(monkeypatch: pytest.MonkeyPatch) -> None:
    """It depends on the user and on nothing in the environment."""
    for name in ("TMPDIR", "TEMP", "TMP", "HOME", "XDG_RUNTIME_DIR"):
        monkeypatch.setenv(name, "/nowhere")
    assert REAL_LOCKS() == Path(f"/tmp/loften-{os.getuid()}")  # noqa: S108 - that is what must hold


def test_the_folder_is_for_its_user_alone(folder: Path) -> None:
    """It is made with mode 0700, and one of ours that others may enter is closed to them."""
    assert stat.S_IMODE(lock_folder().stat().st_mode) == 0o700
    folder.chmod(0o777)
    assert stat.S_IMODE(lock_folder().stat().st_mode) == 0o700


@pytest.mark.root
def test_a_folder_of_somebody_else_is_refused(folder: Path, path: Path) -> None:
    """Whoever made it first could hold every lock for ever, or lead us to files of theirs."""
    folder.mkdir()
    try:
        os.chown(folder, NOBODY, NOBODY)
    except PermissionError:
        pytest.skip("only root can give a folder to somebody else")
    assert finding(path) == Finding("lock.owner", {"path": str(folder)})


def test_a_link_in_the_place_of_the_folder_is_refused(tmp_path: Path, folder: Path, path: Path) -> None:
    """Also one that leads to a folder of our own."""
    (tmp_path / "own").mkdir()
    folder.symlink_to(tmp_path / "own")
    assert finding(path) == Finding("lock.folder", {"path": str(folder), "errno": errno.ENOTDIR})


def test_a_file_in_the_place_of_the_folder_is_refused(folder: Path, path: Path) -> None:
    """It is said, and the file is left alone."""
    folder.write_text("x")
    assert finding(path) == Finding("lock.folder", {"path": str(folder), "errno": errno.ENOTDIR})
    assert folder.read_text() == "x"


def test_a_link_in_the_place_of_the_lock_is_refused(tmp_path: Path, folder: Path, path: Path) -> None:
    """Nothing outside the folder is ever opened or made."""
    with locked(path):
        (held,) = folder.iterdir()
    held.unlink()
    held.symlink_to(tmp_path / "victim")
    assert finding(path) == Finding("lock.folder", {"path": str(folder), "errno": errno.ELOOP})
    assert not (tmp_path / "victim").exists()


def test_a_folder_that_cannot_be_made_is_said(
    tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The answer names the folder and the reason."""
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(lock, "_fixed_folder", lambda: tmp_path / "file" / "locks")
    assert finding(path).facts == {"path": str(tmp_path / "file" / "locks"), "errno": errno.ENOTDIR}


@pytest.mark.usefixtures("folder")
def test_a_system_that_cannot_lock_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error that is not “busy” is not waited out: it is said at once, and nothing is written."""
    import fcntl

    def flock(*_: object) -> None:
        raise OSError(errno.ENOLCK, "no locks available")

    monkeypatch.setattr(fcntl, "flock", flock)
    assert finding(path, patience=60).facts["errno"] == errno.ENOLCK
