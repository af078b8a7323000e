"""The tests touch nothing of the user: neither in their own process, nor in those that they start."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import fence
from medborgarloften.files.log.lock import lock_folder
from medborgarloften.files.workspace import user_folder
from world import PROGRAM, TESTS, World


def test_the_folders_of_a_test_are_its_own(home: Path) -> None:
    """Data, state, cache and documents lie in the test's home; locks beside those of the user."""
    folders = [*fence.users_folders(), *(user_folder(sort) for sort in ("data", "state", "cache"))]
    assert [folder for folder in folders if folder is None or not folder.is_relative_to(home)] == []
    assert lock_folder() == fence.LOCKS != fence.REAL_LOCKS()


def test_who_trespasses_is_stopped(tmp_path: Path) -> None:
    """Reading, writing and listing alike, in the folder and below; what is beside it is free."""
    fence.keep_out(tmp_path / "user")
    for touch in (Path.mkdir, os.listdir, Path.touch, Path.read_bytes, Path.unlink):
        for path in (tmp_path / "user", tmp_path / "user" / "log"):
            with pytest.raises(fence.Trespass):
                touch(path)
    (tmp_path / "user-2").mkdir()
    assert {path.name for path in tmp_path.iterdir()} == {"home", "user-2"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows asks no variable for a home")
def test_a_process_without_a_home_is_stopped(solna: World) -> None:
    """The account's own folders are out of bounds, too: a test gives every process a home."""
    done = subprocess.run([*PROGRAM, "status"], env={}, cwd=solna.folder, capture_output=True, check=False)
    assert done.returncode != 0
    assert b"Trespass" in done.stderr


def test_every_process_of_a_test_is_fenced_in() -> None:
    """No test starts the program but by `program.py`, or by its `main`."""
    unfenced = re.compile(r"-m\W+medborgar[l]often|medborgar[l]often\.cli import main")
    tests = {path.name: path.read_text(encoding="utf-8") for path in TESTS.rglob("test_*.py")}
    assert [name for name, text in tests.items() if unfenced.search(text)] == []
