"""An error that nobody thought of leaves a trace: where it happened, and nothing of what was written."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from medborgarloften.cli import effect
from medborgarloften.cli.commands import status
from medborgarloften.files.crash import KEPT, leave_trace
from world import World

SOMEBODY = "Kalle Ek 19790819-1237"


_NOBODY: dict[str, int] = {}


def fails(*_: object, **__: object) -> None:
    """Fail with a message and a local variable that name somebody."""
    somebody = SOMEBODY
    try:
        _NOBODY[somebody]
    except KeyError as error:
        raise RuntimeError(somebody) from error


@pytest.fixture
def traces(home: Path) -> Callable[[], list[Path]]:
    """Return a look at the traces of this user."""
    return lambda: sorted((home / ".local/state/loften/crashes").glob("*"))


def test_a_trace_says_where_and_not_what(
    solna: World, monkeypatch: pytest.MonkeyPatch, traces: Callable[[], list[Path]]
) -> None:
    """The message names the file, with ~ for the home; it has frames and types, no message, no argument."""
    monkeypatch.setattr(status, "overview", fails)
    result = solna.run("status", "--since", "2022-01-01", "--area", "Hagalund")
    assert (result.code, result.out) == (4, "")
    (trace,) = traces()
    assert result.err == (
        "Fel: något oväntat gick fel (RuntimeError); uppgifter om var i programmet finns i "
        f"~/.local/state/loften/crashes/{trace.name}\n"
        "  Anmäl felet och skicka med filen, som inte innehåller något av det du har skrivit. "
        "Poster som har bekräftats är sparade.\n"
    )
    text = trace.read_text(encoding="utf-8")
    lines = text.splitlines()
    assert lines[0].startswith("loften ")
    assert lines[1] == "builtins.RuntimeError"
    assert "builtins.KeyError" in lines
    assert any(line.startswith("  cli/commands/status.py:") and line.endswith(" command") for line in lines)
    assert any(line.startswith("  test_crash.py:") and line.endswith(" fails") for line in lines)
    for secret in (
        *SOMEBODY.split(),
        "Hagalund",
        "2022-01-01",
        str(solna.folder.parent),
        str(Path(__file__).parent),
    ):
        assert secret not in text


def test_a_stored_record_is_confirmed_though_its_effect_fails(
    solna: World, monkeypatch: pytest.MonkeyPatch, traces: Callable[[], list[Path]]
) -> None:
    """Exit code 0; what went wrong behind it leaves its trace all the same."""
    monkeypatch.setattr(effect, "judge", fails)
    result = solna.run("log", "walk")
    assert (result.code, result.out[:6]) == (0, "Sparad")
    (trace,) = traces()
    assert trace.name in result.err
    assert SOMEBODY not in result.err + trace.read_text(encoding="utf-8")


@pytest.mark.parametrize("hindrance", ["a file in its place", "no state folder"])
def test_where_no_trace_can_be_left_the_error_is_said(
    solna: World, home: Path, monkeypatch: pytest.MonkeyPatch, hindrance: str
) -> None:
    """The sentence then names no file."""
    monkeypatch.setattr(status, "overview", fails)
    if hindrance == "no state folder":
        monkeypatch.setattr("medborgarloften.files.workspace.user_folder", lambda _: None)
    else:
        (home / ".local/state/loften").mkdir(parents=True)
        (home / ".local/state/loften/crashes").write_text("x")
    result = solna.run("status")
    assert result.code == 4
    assert result.err.startswith("Fel: något oväntat gick fel (RuntimeError)\n  Kör igen med LOFTEN_DEBUG=1")


def test_the_newest_traces_are_kept(tmp_path: Path) -> None:
    """Ten of them, the one just written always, also where the clock went back; other files are left."""
    (tmp_path / "crashes").mkdir()
    (tmp_path / "crashes" / "anteckning.md").write_text("x")
    for number in range(KEPT + 5):
        assert leave_trace(tmp_path, ValueError(), datetime(2022, 4, 2, 9, number, tzinfo=UTC))
    oldest = leave_trace(tmp_path, ValueError(), datetime(1999, 1, 1, tzinfo=UTC))
    names = sorted(path.name[:15] for path in (tmp_path / "crashes").glob("*.txt"))
    assert names == ["19990101T000000", *(f"20220402T09{number:02d}00" for number in range(6, 15))]
    assert oldest
    assert oldest.exists()
    assert (tmp_path / "crashes" / "anteckning.md").exists()


def test_errors_that_lead_to_each_other_end(tmp_path: Path) -> None:
    """A ring of causes is told once."""
    one, other = ValueError(), KeyError()
    one.__cause__, other.__cause__ = other, one
    trace = leave_trace(tmp_path, one, datetime(2022, 4, 2, tzinfo=UTC))
    assert trace
    assert trace.read_text(encoding="utf-8").splitlines()[1:] == ["builtins.ValueError", "builtins.KeyError"]
