"""Start-up and counting, each as a ratio to a bare interpreter timed in the same run.

Run with `python bench/startup.py`. Every command is run once before it is timed, so that its bytecode is
compiled; the runs of all commands are interleaved, so that a noisy machine disturbs all alike.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from medborgarloften.domain.activity import Activity, Record
from medborgarloften.domain.ids import new_id
from medborgarloften.files.log.encode import encode, sealed

DATA = Path(__file__).parent.parent / "data" / "promises-2022.yaml"
ROUNDS = 15
KINDS = ("patrol", "coordination", "operation", "traffic", "walk", "dialogue", "measure", "youth")
AREAS = ("hagalund", "vastra-skogen", "huvudsta", "rasunda", "bergshamra")


def workspace(folder: Path, records: int) -> Path:
    """Make a workspace with that many records of about 200 bytes, as `loften log` writes them."""
    (folder / "log").mkdir(parents=True)
    (folder / DATA.name).write_bytes(DATA.read_bytes())
    last = ""
    with (folder / "log" / "bench-000000.jsonl").open("wb") as file:
        for number in range(records):
            line = sealed(encode(_record(number, records)), last)
            last = line[-19:-3].decode()
            file.write(line)
    return folder


def _record(number: int, records: int) -> Record:
    """Return one record of a year's log, in the order of the days; every tenth has a note of its own."""
    day = date(2022, 1, 1) + timedelta(days=number * 365 // records)
    content = Activity(
        "bench",
        day,
        None,
        (KINDS[number % len(KINDS)],),
        areas=(AREAS[number % len(AREAS)],),
        note=f"Anteckning nummer {number}" if number % 10 == 0 else None,
    )
    return Record(new_id(1_640_995_200_000 + number, os.urandom(10)), f"{day}T12:00:00.000Z", "log", content)


def main() -> None:
    """Time every command and print the ratios, and the memory of the large log."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["HOME"] = folder
        root = Path(folder)
        sizes = {size: workspace(root / str(size), size) for size in (0, 1_000, 100_000)}
        loften = [sys.executable, "-m", "medborgarloften"]
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "loften --help": [*loften, "--help"],
            "loften log walk": [*loften, "--dir", str(workspace(root / "log", 0)), "log", "walk"],
            **{
                f"loften status, {size} records": [*loften, "--dir", str(path), "status"]
                for size, path in sizes.items()
            },
        }
        report(timed(commands))


def timed(commands: dict[str, list[str]]) -> dict[str, tuple[float, int]]:
    """Return the median seconds and the peak memory in kB of each command, the runs interleaved."""
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(ROUNDS + 1):
        for name, command in commands.items():
            start = time.perf_counter()
            subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
            if number:  # the first round compiles
                seconds[name].append(time.perf_counter() - start)
    return {name: (statistics.median(seconds[name]), _memory(command)) for name, command in commands.items()}


def _memory(command: list[str]) -> int:
    measure = [sys.executable, "-c", _MEASURE, *command]
    return int(subprocess.run(measure, capture_output=True, text=True, check=True).stdout)


_MEASURE = (
    "import resource, subprocess, sys;"
    "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL);"
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
)


def report(figures: dict[str, tuple[float, int]]) -> None:
    """Print a line for each command."""
    bare, _ = figures["python -c pass"]
    for name, (seconds, memory) in figures.items():
        print(f"{name:32} {seconds * 1000:8.1f} ms {seconds / bare:6.1f} x {memory / 1024:7.1f} MB")


if __name__ == "__main__":
    print(f"Python {sys.version.split()[0]}, {resource.getpagesize()} byte pages, median of {ROUNDS}")
    main()
