"""The jobs of docs/cron.md, run as cron runs them."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from world import PROGRAM, World

PAGE = Path(__file__).parent.parent.parent / "docs" / "cron.md"
_PROGRAM = "/opt/loften/bin/loften"
_FOLDER = "/srv/solna"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="cron is not on Windows")


def _jobs() -> list[str]:
    """Return the commands of the crontab, without their times."""
    (table,) = re.findall(
        r"^```crontab\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    return [line.split(maxsplit=5)[5] for line in table.splitlines() if line[0].isdigit()]


def test_the_lines_mean_the_same_in_a_crontab() -> None:
    """No line has a %, where cron would cut it; each is one line with absolute paths."""
    jobs = _jobs()
    assert len(jobs) == 2
    assert all("%" not in job and job.startswith(_PROGRAM) for job in jobs)


def test_the_units_are_right(tmp_path: Path) -> None:
    """`systemd-analyze` finds nothing wrong with the service and the timer."""
    verify = shutil.which("systemd-analyze")
    if verify is None:
        pytest.skip("systemd-analyze is not installed")
    page = PAGE.read_text(encoding="utf-8")
    units = re.findall(r"^`/etc/systemd/system/(\S+)`:\n\n```ini\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    assert [name for name, _ in units] == ["loften-report.service", "loften-report.timer"]
    for name, text in units:
        (tmp_path / name).write_text(text.replace(_PROGRAM, sys.executable), encoding="utf-8")
    command = [verify, "verify", *(str(tmp_path / name) for name, _ in units)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert [line for line in result.stderr.splitlines() if "loften" in line] == []
    assert result.returncode == 0


def _as_cron(job: str, folder: Path, *environ: str) -> subprocess.CompletedProcess[bytes]:
    """Run a job with cron's environment: little, no terminal, nothing to read."""
    command = job.replace(_PROGRAM, shlex.join(PROGRAM))
    cron = [
        "env",
        "-i",
        "SHELL=/bin/sh",
        "PATH=/usr/bin:/bin",
        "LOGNAME=kommun",
        f"HOME={folder.parent / 'home'}",
        f"LOFTEN_DIR={folder}",
        *environ,
    ]
    return subprocess.run(
        [*cron, "/bin/sh", "-c", f"{command} <&-"], capture_output=True, check=False, cwd="/"
    )


def _behind(world: World) -> None:
    """Give the workspace an agreement of many years in which nothing was done: today is behind."""
    path = world.folder / "promises-2022.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("to: 2022-12-31", "to: 2899-12-31").replace("at_least: 4", "at_least: 999999"),
        encoding="utf-8",
    )


@pytest.mark.parametrize("environ", [(), ("LC_ALL=C",), ("LC_ALL=C", "HOME=/dev/null")])
def test_the_report_is_made(solna: World, environ: tuple[str, ...]) -> None:
    """The first job writes last month's report, whole and in UTF-8, and prints nothing to be mailed."""
    _behind(solna)
    report, _ = _jobs()
    result = _as_cron(report, solna.folder, *environ)
    assert (result.returncode, result.stdout, result.stderr) == (0, b"", b"")
    made = sorted(path.suffix for path in (solna.folder / "reports").iterdir())
    assert made == [".html", ".md"]
    for path in (solna.folder / "reports").iterdir():
        assert "Fotpatrullering på publika platser" in path.read_text(encoding="utf-8")


def test_the_check_is_silent_when_all_is_well(solna: World) -> None:
    """The second job prints nothing and ends with 0 when every promise is kept: no mail is sent."""
    for _ in range(4):
        solna.run("log", "walk", "dialogue", "--date", "2022-03-14")
    _, check = _jobs()
    result = _as_cron(check, solna.folder)
    assert (result.returncode, result.stdout, result.stderr) == (0, b"", b"")


def test_the_check_says_what_is_behind(solna: World) -> None:
    """The second job says in three lines which promise is behind, and ends with 1."""
    _behind(solna)
    _, check = _jobs()
    result = _as_cron(check, solna.folder, "LC_ALL=C")
    lines = result.stdout.decode().splitlines()
    assert (result.returncode, result.stderr, len(lines)) == (1, b"", 3)
    assert "Löfte 5" in lines[1]


def test_the_check_stops_at_a_damaged_log(solna: World) -> None:
    """A log that cannot be read whole is no reason to be silent: exit code 3, and a message."""
    solna.run("log", "walk", "--date", "2022-03-14")
    with solna.log_file.open("ab") as file:
        file.write(b"{}\n")
    _, check = _jobs()
    result = _as_cron(check, solna.folder)
    assert result.returncode == 3
    assert "en skadad rad" in result.stderr.decode()
