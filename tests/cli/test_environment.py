"""The program under cron, in pipes, and with streams that are closed, full or ASCII."""

import json
import shlex
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from world import PROGRAM, TESTS, World

if sys.platform == "win32":
    pytest.skip("these are shells and streams of Unix", allow_module_level=True)

LOFTEN = f'{shlex.join(PROGRAM)} --dir "$WORK"'
WALK = f"{LOFTEN} log walk --date 2022-03-14"
FULL = Path("/dev/full")
Done = subprocess.CompletedProcess[str]

needs_full = pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full")


def shell(world: World, script: str, **environ: str) -> Done:
    """Run a shell script with nothing in the environment but what cron gives, and places for this machine."""
    home = world.folder.parent / "home"
    own = {f"XDG_{sort}_HOME": str(home / sort.lower()) for sort in ("STATE", "CACHE", "DATA")}
    own["XDG_DOCUMENTS_DIR"] = str(home / "documents")
    given = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "WORK": str(world.folder), **own, **environ}
    command = ["sh", "-c", script]
    return subprocess.run(command, env=given, check=False, capture_output=True, stdin=-3, encoding="utf-8")


def test_cron_can_log(solna: World) -> None:
    """Without HOME, TERM, LANG, COLUMNS and standard input; the answer is UTF-8."""
    result = shell(solna, f"{WALK} --area 'Västra skogen' --note 'Kvällens väg: åäö – ”bra”' <&-")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith("Sparad: trygghetsvandring, Västra skogen, 14 mars 2022 (")
    (record,) = solna.stored()
    assert (record["areas"], record["note"]) == (["vastra-skogen"], "Kvällens väg: åäö – ”bra”")


@pytest.mark.parametrize(
    "command", ["status", "status --format json", "status --check", "promises", "--help"]
)
def test_cron_can_read(solna: World, command: str) -> None:
    """Every command works there, and nothing but UTF-8 comes out."""
    assert solna.run("log", "walk").code == 0
    result = shell(solna, f"{LOFTEN} {command} <&-")
    assert (result.returncode in (0, 1), result.stderr) == (True, "")
    assert "ö" in result.stdout or command == "status --check"


def test_cron_writes_to_the_file_of_its_user(solna: World) -> None:
    """Without LOFTEN_WRITER, cron and a shell of one user have one file, and its chain holds."""
    shell(solna, WALK)
    shell(solna, WALK, HOME="/nowhere", USER="annan", LOGNAME="annan", LC_ALL="sv_SE.UTF-8")
    assert solna.log_file.name.endswith(".jsonl")
    assert len(solna.stored()) == 2
    assert solna.status()["records"]["edited"] == 0


def test_nothing_at_all_in_the_environment(solna: World) -> None:
    """`env -i`: only what the command line says."""
    home = solna.folder.parent / "home"
    script = f"exec env -i XDG_STATE_HOME='{home}' XDG_CACHE_HOME='{home}' {WALK}"
    assert shell(solna, script).stdout.startswith("Sparad")


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_closed_streams_lose_nothing(solna: World, closed: str) -> None:
    """The record is stored, and no closed stream's number becomes the log file's."""
    result = shell(solna, f"{WALK} --note å {closed}; echo $?")
    assert result.stdout.splitlines()[-1] == "0"
    assert [record["note"] for record in solna.stored()] == ["å"]
    assert solna.status()["records"]["damaged"] == 0


@pytest.mark.parametrize("closed", [">&-", "<&- >&- 2>&-"])
def test_what_reaches_a_closed_stream_never_reaches_the_log(solna: World, closed: str) -> None:
    """Even what is written to the number of standard output itself, while the log file is open."""
    script = solna.folder.parent / "noisy.py"
    script.write_text(_NOISY)
    command = f'"{sys.executable}" "{script}" "$WORK" {closed}'
    assert shell(solna, command, PYTHONPATH=str(TESTS)).returncode == 0
    assert solna.status()["records"]["counted"] == 1
    assert b"noise" not in solna.log_file.read_bytes()


_NOISY = """
import os, sys
from contextlib import suppress
real = os.fsync
def noisy(descriptor):
    for number in (0, 1, 2):
        with suppress(OSError):
            os.write(number, b"noise")
    real(descriptor)
os.fsync = noisy
sys.argv = ["loften", "--dir", sys.argv[1], "log", "walk", "--date", "2022-03-14"]
from program import main
main()
"""


@needs_full
@pytest.mark.parametrize("form", ["text", "json"])
def test_an_answer_that_cannot_be_written_is_a_warning(solna: World, form: str) -> None:
    """The record is safe: exit code 0, and its id on standard error."""
    result = shell(solna, f"{WALK} --format {form} >/dev/full")
    (record,) = solna.stored()
    assert result.returncode == 0
    assert result.stderr.splitlines()[0] == (
        f"Posten {record['id']} är sparad, men det gick inte att skriva ut svaret."
    )


@needs_full
def test_nowhere_to_say_anything(solna: World) -> None:
    """With both streams full the exit code is all that is left, and it says what is true."""
    result = shell(solna, f"{WALK} >/dev/full 2>/dev/full; echo $?")
    assert result.stdout == "0\n"
    assert len(solna.stored()) == 1
    result = shell(solna, f"{LOFTEN} log dans >/dev/full 2>/dev/full; echo $?")
    assert result.stdout == "2\n"
    assert len(solna.stored()) == 1


@needs_full
def test_a_table_that_cannot_be_written_is_an_error(solna: World) -> None:
    """There nothing was stored, and the user has nothing: exit code 4."""
    result = shell(solna, f"{LOFTEN} status >/dev/full")
    assert result.returncode == 4
    assert result.stderr.splitlines()[0] == "Fel: resultatet kunde inte skrivas ut: disken är full"


@needs_full
@pytest.mark.parametrize("full", [">/dev/full", ">&-", "| true"])
def test_a_report_whose_path_cannot_be_printed_is_written(solna: World, full: str) -> None:
    """Every file is there, its path is said on standard error, and the exit code is 0: it is done."""
    result = shell(solna, f"{{ {LOFTEN} report --month 2022-03; echo $? >&2; }} {full}")
    paths = [solna.folder / "reports" / f"2022-03.{form}" for form in ("html", "md")]
    said = [f"Skriven: {path}" for path in paths]
    assert result.stderr.splitlines() in ([*said, "0"], [said[1], "0"], ["0"] if full == "| true" else [])
    assert all(path.stat().st_size for path in paths)


@needs_full
@pytest.mark.parametrize("full", [">/dev/full", ">&-"])
@pytest.mark.parametrize(
    ("command", "made"),
    [
        ("init ny", "promises-2"),
        ("--dir . init --year 2023", "promises-2023.yaml"),
        ("completion bash --install", "completions/loften"),
    ],
)
def test_what_was_made_is_said_somewhere(solna: World, command: str, made: str, full: str) -> None:
    """Files that `init` and `completion` made are named on standard error where standard output fails."""
    program = f'cd "$WORK" && {shlex.join(PROGRAM)}'
    result = shell(solna, f"{program} {command} {full}", HOME=str(solna.folder))
    assert result.returncode == 0
    assert made in result.stderr


def test_a_stream_that_fails_once_loses_no_report(solna: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first path could not be printed: the other files are written all the same, and all are named."""

    def fail(*_: object) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr("medborgarloften.cli.context.Context.print", fail)
    result = solna.run("report", "--missing", "--format", "md", "--format", "json")
    names = [f"2022-{month}.{form}" for month in ("01", "02", "03") for form in ("md", "json")]
    assert (result.code, result.out) == (0, "")
    assert result.err.splitlines() == [f"Skriven: {solna.folder / 'reports' / name}" for name in names]
    assert all((solna.folder / "reports" / name).exists() for name in names)


def test_the_second_part_of_an_answer_may_fail(solna: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """After “Sparad”, what the record did to the promise is a bonus: exit code 0 all the same."""
    room = [1]
    real_print = type(solna).run.__globals__["Context"].print

    def scarce(self: object, text: str) -> None:
        if not room:
            raise OSError(28, "full")
        room.pop()
        real_print(self, text)

    monkeypatch.setattr("medborgarloften.cli.context.Context.print", scarce)
    result = solna.run("log", "walk")
    assert (result.code, result.err) == (0, "")
    assert len(result.out.splitlines()) == 1
    assert len(solna.stored()) == 1


def test_a_promise_that_cannot_be_worked_out_is_a_warning(
    solna: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An error in the counting comes after the record is safe, and says that it is."""

    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("medborgarloften.cli.effect.effects", fail)
    result = solna.run("log", "walk")
    assert (result.code, result.out[:6]) == (0, "Sparad")
    assert result.err.startswith("Posten är sparad, men löftets läge kunde inte räknas ut:")
    assert "ZeroDivisionError" in result.err
    assert len(solna.stored()) == 1


def test_a_log_that_breaks_the_reader_is_no_reason_to_lose_a_record(
    solna: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever goes wrong while the log is read, the new record is stored."""

    def fail(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr("medborgarloften.cli.reading.read_files", fail)
    result = solna.run("log", "walk")
    assert (result.code, result.out[:6]) == (0, "Sparad")
    assert "RecursionError" in result.err
    assert len(solna.stored()) == 1


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-16", "ascii:strict"])
def test_output_is_utf_8_whatever_is_asked_for(solna: World, encoding: str) -> None:
    """PYTHONIOENCODING and a C locale do not break letters, nor the program."""
    result = shell(solna, f"{WALK} --area Frösunda", PYTHONIOENCODING=encoding)
    assert result.returncode == 0
    assert "Frösunda" in result.stdout


def test_arguments_are_utf_8_whatever_the_locale_says(solna: World) -> None:
    """Also where Python is told to read them as ASCII."""
    old = {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    result = shell(solna, f"{WALK} --area Råsunda --note 'Grön väg'", **old)
    assert result.returncode == 0
    assert solna.stored()[0]["note"] == "Grön väg"


def test_decomposed_letters_are_the_same_letters(solna: World) -> None:
    """A Mac's keyboard and file names may send å as a and a ring; both find the area, one form is stored."""
    words = {"AREA": "västra skogen", "NOTE": "Åsa väntar på Öbron"}
    environ = {key: unicodedata.normalize("NFD", word) for key, word in words.items()}
    assert environ["AREA"] != words["AREA"]
    result = shell(solna, f'{WALK} --area "$AREA" --note "$NOTE"', **environ)
    assert result.returncode == 0
    (record,) = solna.stored()
    assert (record["areas"], record["note"]) == (["vastra-skogen"], words["NOTE"])


def test_bytes_that_are_no_text_are_refused(solna: World) -> None:
    """Exit code 2, and nothing is stored."""
    result = shell(solna, f"{WALK} --note \"$(printf 'v\\344g')\"")
    assert result.returncode == 2
    assert "UTF-8" in result.stderr
    assert not (solna.folder / "log").exists()


@pytest.mark.parametrize("command", ["log walk --date 2022-03-14", "status", "promises", "--help"])
def test_a_reader_that_leaves_early_is_no_error(solna: World, command: str) -> None:
    """`| head -1` and `| true` end quietly."""
    for reader in ("head -1", "true"):
        result = shell(solna, f"{{ {LOFTEN} {command}; echo $? >&2; }} | {reader}")
        *said, code = result.stderr.splitlines()
        assert code == "0"
        assert said == [] or said[0].startswith("Posten")


def test_what_was_said_to_be_stored_is_what_is_stored(solna: World) -> None:
    """The document that `log --format json` prints is the line in the log, with its `sum`."""
    result = shell(solna, f"{WALK} --note 'Kväll' --count 3 --format json")
    (record,) = solna.stored()
    assert json.loads(result.stdout) == record


def test_a_current_folder_that_is_gone_is_said(solna: World) -> None:
    """Exit code 4 and one clear line, never a traceback; nothing is stored elsewhere."""
    gone = solna.folder.parent / "gone"
    gone.mkdir()
    result = shell(solna, f'cd "{gone}" && rmdir "{gone}" && {WALK}'.replace(' --dir "$WORK"', ""))
    assert (result.returncode, result.stdout) == (4, "")
    assert result.stderr.splitlines()[0] == "Fel: . kan inte läsas: den finns inte"
