"""Several writers at once: every acknowledged record is there, once, and the chain holds."""

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import appender
from logs import FILE, found
from world import PROGRAM, World


def at_once(*commands: list[str]) -> None:
    """Start processes that all begin their work together, and wait until each has ended well."""
    processes = [
        subprocess.Popen(
            [sys.executable, appender.__file__, *command], stdin=-1, stdout=-1, stderr=-1, text=True
        )
        for command in commands
    ]
    for process in processes:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
    with ThreadPoolExecutor(len(processes)) as pool:
        ends = list(pool.map(lambda process: process.communicate("go\n"), processes))
    assert [process.returncode for process in processes] == [0] * len(processes), ends


def together(number: int, work: Callable[[int], None]) -> None:
    """Do the work for each number at once."""
    with ThreadPoolExecutor(number) as pool:
        list(pool.map(work, range(number)))


@pytest.mark.slow
def test_eight_programs_at_once(solna: World) -> None:
    """Eight shells that run `loften log walk` five times each store forty records in one file."""
    command = [*PROGRAM, "--dir", str(solna.folder), "log", "walk"]

    def shell(_: int) -> None:
        for _ in range(5):
            subprocess.run(
                [*command, "--date", "2022-03-14"], env=solna.environ, check=True, capture_output=True
            )

    together(8, shell)
    assert solna.log_file.name.startswith("kommun-")
    assert len({record["id"] for record in solna.stored()}) == 40
    assert solna.status()["records"]["counted"] == 40
    assert found(solna.folder / "log").troubles == []


@pytest.mark.slow
def test_eight_processes_of_fifty_records(solna: World) -> None:
    """Eight processes that log fifty activities each lose none, write none twice, and break no chain."""
    at_once(*(["log", str(solna.folder), "kommun", "50"] for _ in range(8)))
    stored = solna.stored()
    assert len(stored) == 400
    assert len({record["id"] for record in stored}) == 400
    assert len({record["note"] for record in stored}) == 400
    assert solna.status()["records"]["counted"] == 400
    assert found(solna.folder / "log").troubles == []


@pytest.mark.slow
def test_four_writers_on_their_own_files(solna: World) -> None:
    """Each has a file of its own with its records in order; the log is all of them."""
    at_once(*(["log", str(solna.folder), f"skrivare {number}", "25"] for number in range(4)))
    files = sorted((solna.folder / "log").iterdir())
    assert [path.name.rpartition("-")[0] for path in files] == [f"skrivare-{number}" for number in range(4)]
    assert [len(path.read_bytes().splitlines()) for path in files] == [25] * 4
    assert solna.status()["records"]["counted"] == 100
    assert found(solna.folder / "log").troubles == []


def test_a_link_and_the_file_itself_are_one_file(tmp_path: Path) -> None:
    """Writers that come by different paths wait for each other."""
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    paths = [str(tmp_path / way / FILE) for way in ("real", "link", "real", "link")]
    at_once(
        *(["append", path, f"{100 * number}", f"{100 * number + 50}"] for number, path in enumerate(paths))
    )
    reading = found(tmp_path / "real")
    assert len(reading.numbers) == 200
    assert reading.troubles == []
