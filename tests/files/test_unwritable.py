"""A place that cannot be written, or a disk that is full, is said clearly; what is there can be read."""

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from logs import FILE, chain, found, put, walk
from medborgarloften.errors import StorageError
from medborgarloften.files.log.append import append
from world import PROGRAM, World

# --- places that cannot be written -----------------------------------------------------------------


@pytest.fixture
def bound() -> list[str]:
    """Return what stands before a command so that permissions bind it, also if it is root's."""
    if sys.platform == "win32":
        pytest.skip("Windows has other rights")
    if os.getuid() != 0:
        return []
    if shutil.which("setpriv") is None:
        pytest.skip("root cannot give up its rights without setpriv")
    return ["setpriv", "--bounding-set=-all", "--inh-caps=-all"]


def run(bound: list[str], world: World, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run the program in a process of its own that permissions bind."""
    command = [*bound, *PROGRAM, "--dir", str(world.folder), *arguments]
    return subprocess.run(command, env=world.environ, check=False, capture_output=True, text=True)


WALK = ("log", "walk", "--date", "2022-03-14")


@pytest.mark.parametrize("has_log", [True, False])
def test_a_folder_that_may_not_be_written(bound: list[str], solna: World, *, has_log: bool) -> None:
    """Exit code 4 and one clear line with a remedy; reading works."""
    if has_log:
        put(solna.folder / "log", chain(walk(1)))
        (solna.folder / "log").chmod(0o555)
    solna.folder.chmod(0o555)
    result, shown = run(bound, solna, *WALK), run(bound, solna, "status")
    first, remedy = result.stderr.splitlines()
    assert (result.returncode, result.stdout) == (4, "")
    assert first.startswith(f"Fel: {solna.folder / 'log'}")
    assert first.endswith("kunde inte skrivas: behörighet saknas; inget är sparat")
    assert remedy == "  Åtgärda felet och kör kommandot igen."
    assert shown.returncode == 0


def test_a_log_file_that_may_not_be_written(bound: list[str], solna: World) -> None:
    """Somebody protected it: not stored, and the file is as before."""
    assert run(bound, solna, *WALK).returncode == 0
    solna.log_file.chmod(0o444)
    before = solna.log_file.read_bytes()
    result = run(bound, solna, *WALK)
    assert result.returncode == 4
    assert f"{solna.log_file} kunde inte skrivas: behörighet saknas; inget är sparat" in result.stderr
    assert solna.log_file.read_bytes() == before


@pytest.mark.parametrize("mode", [0o000, 0o200])
def test_a_log_that_may_not_be_read_is_no_empty_log(bound: list[str], solna: World, mode: int) -> None:
    """`status` warns and `report` refuses; a record can still be stored, with the warning."""
    hidden = put(solna.folder / "log", chain(walk(1)), "polis-111111.jsonl")
    hidden.chmod(mode)
    shown = run(bound, solna, "status")
    warning = f"Varning: {hidden.name} kan inte läsas: behörighet saknas."
    assert shown.returncode == 0
    assert warning in shown.stdout
    assert run(bound, solna, "report", "--month", "2022-03").returncode == 3
    result = run(bound, solna, *WALK)
    assert (result.returncode, result.stdout[:6]) == (0, "Sparad")
    assert warning in result.stderr


def test_a_folder_that_may_not_be_listed_is_not_called_empty(bound: list[str], solna: World) -> None:
    """Exit code 4 where it was asked for or is the current one; one further up is passed by."""
    solna.folder.chmod(0o300)
    result = run(bound, solna, "status")
    assert result.returncode == 4
    assert f"{solna.folder} kan inte läsas: behörighet saknas" in result.stderr
    below = solna.folder / "below"
    below.mkdir()
    program = [*bound, *PROGRAM, "check"]
    for folder, code in ((solna.folder, 4), (below, 3)):
        done = subprocess.run(program, cwd=folder, env=solna.environ, capture_output=True, check=False)
        assert done.returncode == code
    solna.folder.chmod(0o700)


# --- a disk that is full ---------------------------------------------------------------------------


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


def fill(folder: Path) -> Path:
    """Write until the disk is full."""
    path = folder / "filling"
    with path.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"x" * 512)
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise
    return path


@pytest.mark.root
def test_a_disk_that_is_full(solna: World, small_disk: Path) -> None:
    """Records are stored until the disk is full; then exit code 4, and all that was stored is there."""
    solna.folder = Path(shutil.copytree(solna.folder, small_disk / "solna"))
    stored = 0
    filling = fill(small_disk)
    with filling.open("r+b") as file:
        file.truncate(filling.stat().st_size - 3 * 4096)
    while (result := solna.run("log", "walk", "--note", "x" * 1500)).code == 0:
        stored += 1
    before = solna.log_file.read_bytes()
    first, remedy = result.err.splitlines()[-2:]
    assert (result.code, result.out) == (4, "")
    assert first.endswith("inget är sparat")
    assert remedy
    assert stored
    assert len(solna.stored()) == stored
    assert solna.run("log", "walk", "--note", "x" * 1500).code == 4
    assert solna.log_file.read_bytes() == before
    assert found(solna.folder / "log").troubles == []
    filling.unlink()
    assert solna.run("log", "walk").code == 0
    assert solna.status()["records"]["counted"] == stored + 1


@pytest.mark.root
def test_a_disk_with_no_room_for_a_new_file(small_disk: Path) -> None:
    """The first record of a writer is refused as clearly as any."""
    (small_disk / "log").mkdir()
    fill(small_disk)
    with pytest.raises(StorageError) as caught:
        append(small_disk / "log" / FILE, walk(1))
    (finding,) = caught.value.findings
    assert (finding.code, finding.facts["errno"]) == ("write.failed", errno.ENOSPC)


@pytest.mark.root
def test_a_disk_that_is_read_only(solna: World, small_disk: Path) -> None:
    """Exit code 4 with the reason; reading works."""
    solna.folder = Path(shutil.copytree(solna.folder, small_disk / "solna"))
    assert solna.run("log", "walk").code == 0
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    result = solna.run("log", "walk")
    assert result.code == 4
    assert "disken är skrivskyddad; inget är sparat" in result.err
    assert solna.status()["records"]["counted"] == 1
