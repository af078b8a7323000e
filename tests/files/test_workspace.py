"""Where the log is, whose file a writer's is, and what is said of places that cannot be used."""

import errno
import os
import re
import shutil
import sys
import uuid
from pathlib import Path

import pytest

from logs import found
from medborgarloften.errors import DataError, StorageError
from medborgarloften.files import workspace
from medborgarloften.files.log import writer
from medborgarloften.files.log.writer import this_writer
from medborgarloften.files.workspace import create_own, example, find, look_in, user_folder
from world import SHIPPED, World

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")


# --- the folder ------------------------------------------------------------------------------------


@pytest.fixture
def places(tmp_path: Path) -> dict[str, Path]:
    """Return five folders that could be the workspace."""
    folders = {name: tmp_path / name for name in ("asked", "environment", "above")}
    folders |= {sort: user_folder(sort) or tmp_path for sort in ("data", "documents")}
    for folder in folders.values():
        folder.mkdir(parents=True)
        shutil.copy(SHIPPED, folder)
    (tmp_path / "above" / "deep" / "deeper").mkdir(parents=True)
    return folders


def test_the_workspace_is_found_in_the_order_of_the_format(tmp_path: Path, places: dict[str, Path]) -> None:
    """`--dir`, `LOFTEN_DIR`, one upward, the data folder, the documents; none of them is no error."""
    environ = {"LOFTEN_DIR": str(places["environment"])}
    deep = places["above"] / "deep" / "deeper"
    order = [
        find(str(places["asked"]), environ, deep),
        find(None, environ, deep),
        find(None, {}, deep),
        find(None, {}, tmp_path),
    ]
    (places["data"] / SHIPPED.name).unlink()
    order.append(find(None, {}, tmp_path))
    assert [each.folder if each else None for each in order] == list(places.values())
    (places["documents"] / SHIPPED.name).unlink()
    assert find(None, {}, tmp_path) is None


def test_a_named_folder_is_relative_to_the_current_one(tmp_path: Path, places: dict[str, Path]) -> None:
    """And `~` is the home, since cron expands none."""
    found_one = find("asked", {}, tmp_path)
    assert found_one
    assert found_one.folder == places["asked"]
    home = Path.home() / "solna"
    home.mkdir()
    shutil.copy(SHIPPED, home)
    found_one = find(None, {"LOFTEN_DIR": "~/solna"}, tmp_path)
    assert found_one
    assert found_one.folder == home


@pytest.mark.parametrize("named", ["nothing", "empty", "~no-such-user-anywhere/x", "file"])
def test_a_named_folder_that_is_none_is_an_error(tmp_path: Path, named: str) -> None:
    """It is never replaced by another one in silence."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("")
    with pytest.raises(DataError):
        find(named, {}, tmp_path)


def test_promise_files_are_found_by_name(tmp_path: Path) -> None:
    """In the order of their names; a hidden file or another name is none."""
    for name in (
        "promises-2023.yaml",
        "promises.yaml",
        ".promises.yaml",
        "promises.yml",
        "old-promises.yaml",
    ):
        (tmp_path / name).write_text("")
    place = look_in(tmp_path)
    assert place
    assert [path.name for path in place.promise_files] == ["promises-2023.yaml", "promises.yaml"]
    assert place.log == tmp_path / "log"


# --- the user's own --------------------------------------------------------------------------------


THREE_LINES = [
    "Ny arbetsmapp: ~/Documents/loften",
    "Den innehåller Solnas avtal för 2022 som exempel.",
    "För en annan kommun: loften init MAPP",
]


def test_the_first_record_makes_a_workspace(solna: World, home: Path) -> None:
    """Among the user's documents, with the shipped agreement in it; three lines say where and what it is."""
    result = solna.run_bare("log", "walk")
    own = home / "Documents" / "loften"
    assert (result.code, result.err.splitlines()) == (0, THREE_LINES)
    assert sorted(path.name for path in own.iterdir()) == ["log", SHIPPED.name]
    assert (own / SHIPPED.name).read_bytes() == SHIPPED.read_bytes()
    assert solna.run_bare("log", "dialogue").err == ""
    assert found(own / "log").numbers
    assert found(own / "log").troubles == []


def test_the_first_record_says_that_its_day_is_not_covered(solna: World) -> None:
    """In the year of another agreement, in either language."""
    result = solna.on("2026-11-27").run_bare("log", "walk", LOFTEN_LANG="en")
    assert result.err.splitlines()[:3] == [
        "New workspace: ~/Documents/loften",
        "It contains Solna’s agreement for 2022, which does not cover 27 November 2026.",
        "For another municipality: loften init DIR",
    ]


def test_a_workspace_in_the_hidden_folder_stays_in_use(solna: World, home: Path) -> None:
    """Who began with 0.1.0 has the log in the data folder; it stays the only one."""
    hidden = user_folder("data")
    assert hidden
    hidden.mkdir(parents=True)
    shutil.copy(SHIPPED, hidden)
    assert solna.run_bare("log", "walk").err == ""
    assert list((hidden / "log").iterdir())
    assert not (home / "Documents").exists()


@posix
def test_the_documents_are_where_the_desktop_says(solna: World, home: Path) -> None:
    """A Swedish desktop calls them Dokument."""
    (home / ".config").mkdir()
    (home / ".config" / "user-dirs.dirs").write_text('XDG_DOCUMENTS_DIR="$HOME/Dokument"\n')
    (home / "Dokument").mkdir()
    assert solna.run_bare("log", "walk").err.splitlines()[0] == "Ny arbetsmapp: ~/Dokument/loften"
    assert (home / "Dokument" / "loften" / "log").is_dir()


@posix
def test_without_a_home_none_is_guessed(solna: World) -> None:
    """Cron may say no home: it is told to name a folder, and nothing is made."""
    del solna.environ["HOME"]
    result = solna.run_bare("log", "walk")
    assert (result.code, result.out) == (4, "")
    assert "det finns ingen hemmapp att lägga loggen i" in result.err
    assert "--dir MAPP eller LOFTEN_DIR" in result.err
    assert not (user_folder("documents") or Path()).exists()


def test_what_has_the_place_already_is_left_alone(solna: World, home: Path) -> None:
    """A folder of that name may be a copy of the program's own source; a hidden file in it is no reason."""
    own = home / "Documents" / "loften"
    (own / "src").mkdir(parents=True)
    for language, text in (
        ("sv", "finns redan men är inte en arbetsmapp; inget är sparat"),
        ("en", "already exists but is not a workspace; nothing was stored"),
    ):
        result = solna.run_bare("log", "walk", LOFTEN_LANG=language)
        assert (result.code, result.out) == (4, "")
        assert text in result.err
        assert "loften init" in result.err
    assert [path.name for path in own.iterdir()] == ["src"]
    (own / "src").rmdir()
    (own / ".DS_Store").touch()
    assert solna.run_bare("log", "walk").code == 0


def test_a_home_that_cannot_be_written_is_said(solna: World, home: Path) -> None:
    """Exit code 4, and nothing is half made."""
    home.rmdir()
    home.write_text("")
    result = solna.run_bare("log", "walk")
    assert (result.code, result.out) == (4, "")
    assert "en del av sökvägen är ingen mapp; inget är sparat" in result.err


@pytest.mark.parametrize("there", [False, True], ids=["no documents", "documents"])
def test_the_own_workspace_is_whole_or_not_there(
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    there: bool,  # noqa: FBT001
) -> None:
    """A full disk leaves no half promise file, which would stop every later command, and no folder."""

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    if there:
        (home / "Documents").mkdir()
    before = sorted(home.rglob("*"))
    monkeypatch.setattr(os, "link", full)
    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(StorageError):
        create_own({"HOME": str(home)})
    assert sorted(home.rglob("*")) == before


def test_a_user_without_any_home_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """The example can be shown, but there is no place for a log."""
    monkeypatch.setattr(workspace, "user_folder", lambda _: None)
    assert find(None, {}, Path("/")) is None
    with pytest.raises(StorageError) as caught:
        create_own({"HOME": "/home/anna"})
    assert caught.value.findings[0].code == "workspace.nowhere"
    assert example().shipped


# --- the writer's file -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("kommun", "kommun"),
        ("Södra Polisen!", "sodra-polisen"),
        ("so\u0308dra", "sodra"),
        ("../../etc/passwd", "etc-passwd"),
        ("a" * 99, "a" * 40),
        ("警察", "okand"),
        ("...", "okand"),
        ("a\0b\nc", "a-b-c"),
    ],
)
def test_a_label_is_safe_in_a_file_name(name: str, label: str) -> None:
    """Lower case, no accents, nothing that leads out of the folder or is invisible."""
    written, file = this_writer({"LOFTEN_WRITER": name})
    assert written == label
    assert re.fullmatch(rf"{label}-[0-9a-f]{{6}}\.jsonl", file)


@posix
def test_a_writer_has_one_file_whatever_the_environment_says(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cron and a shell of one user write to one file; another user, system or machine to another."""
    _, file = this_writer({})
    assert this_writer({"USER": "annan", "LOGNAME": "annan", "HOME": "/"})[1] == file
    label = {"LOFTEN_WRITER": this_writer({})[0]}
    with monkeypatch.context() as patch:
        patch.setattr(writer, "_user", lambda _: "annan")
        assert this_writer(label)[1] != file
    with monkeypatch.context() as patch:
        patch.setattr(writer, "_machine", lambda: "another")
        assert this_writer(label)[1] != file


@posix
def test_a_user_that_the_system_does_not_know_can_write(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a container the number of the user may have no name."""
    monkeypatch.setattr(os, "getuid", lambda: 54_321)
    assert this_writer({})[0] == "uid-54321"


@posix
@pytest.mark.parametrize("ids", [[], [""], ["\n", "  "]])
def test_a_machine_without_an_id_is_still_one_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ids: list[str]
) -> None:
    """An empty id, as in many containers, tells nothing; nor does a number drawn anew at every start."""
    paths = [tmp_path / f"machine-id-{place}" for place in range(len(ids))]
    for path, text in zip(paths, ids, strict=True):
        path.write_text(text)
    monkeypatch.setattr(writer, "_MACHINE_IDS", tuple(map(str, paths)))
    files = set()
    for drawn in (0x01_23_45_67_89_AB, 0x03_00_00_00_00_01):  # with the bit that marks a drawn one
        monkeypatch.setattr(uuid, "getnode", lambda drawn=drawn: drawn)
        files.add(this_writer({})[1])
    assert len(files) == 1
    monkeypatch.setattr(uuid, "getnode", lambda: 0x00_23_45_67_89_AB)
    assert this_writer({})[1] not in files


@posix
def test_the_id_of_the_machine_is_used_where_there_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two machines have two files, also with the same user and label."""
    files = []
    for number in ("1", "2"):
        (tmp_path / "machine-id").write_text(number * 32)
        monkeypatch.setattr(writer, "_MACHINE_IDS", ("/nowhere", str(tmp_path / "machine-id")))
        files.append(this_writer({"LOFTEN_WRITER": "kommun"})[1])
    assert files[0] != files[1]
