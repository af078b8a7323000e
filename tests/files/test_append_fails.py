"""What cannot be stored is not stored at all, or it is said that nobody knows; nothing else changes."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from disk import Disk
from logs import FILE, chain, found, put, walk
from medborgarloften.errors import StorageError
from medborgarloften.files.log.append import append
from world import World

ERRORS = {
    errno.ENOSPC: "disken är full",
    errno.EDQUOT: "diskkvoten är slut",
    errno.EIO: "fel på disken",
    errno.EROFS: "disken är skrivskyddad",
    errno.EFBIG: "filen får inte bli större",
}


@pytest.fixture
def disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Disk:
    """Return the disk under a folder `work`."""
    (tmp_path / "work").mkdir()
    return Disk(monkeypatch, tmp_path / "work")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the path of a log file in the folder `work`; nothing is there yet."""
    return tmp_path / "work" / "log" / FILE


def code_of(path: Path, number: int = 9) -> tuple[str, object]:
    """Append a record that cannot be stored; return the code of what is said, and the reason."""
    with pytest.raises(StorageError) as caught:
        append(path, walk(number))
    (finding,) = caught.value.findings
    return finding.code, finding.facts.get("errno")


def three(path: Path) -> bytes:
    """Store three records, and return the file's bytes."""
    for number in (1, 2, 3):
        append(path, walk(number))
    return path.read_bytes()


# --- errors of the disk ----------------------------------------------------------------------------


@pytest.mark.parametrize("number", ERRORS)
def test_an_error_at_write_stores_nothing(disk: Disk, path: Path, number: int) -> None:
    """The file is as before, the error says why, and the next append works."""
    before = three(path)
    disk.fail("write", number)
    assert code_of(path) == ("write.failed", number)
    assert path.read_bytes() == before
    disk.on.clear()
    append(path, walk(4))
    assert found(path.parent).numbers == [1, 2, 3, 4]


@pytest.mark.parametrize("missing", [1, 2, 60, 10_000])
def test_a_short_write_is_cut_back_to_the_byte(disk: Disk, path: Path, missing: int) -> None:
    """Whatever part went in is taken out again, also all of it but the line end, and also none."""
    before = three(path)

    def write(_: str, descriptor: int, data: bytes) -> int:
        part = data[: max(0, len(data) - missing)]
        return disk.write(descriptor, part)

    disk.on["write"] = write
    assert code_of(path) == ("write.short", None)
    assert path.read_bytes() == before


def test_a_short_write_after_a_torn_tail_leaves_the_tail(disk: Disk, path: Path) -> None:
    """The line end that sealed it is the own write’s, and goes with it."""
    before = put(path.parent, [*chain(walk(1)), b'{"v":1,"op"']).read_bytes()
    disk.on["write"] = lambda _, descriptor, data: disk.write(descriptor, data[:5])
    assert code_of(path) == ("write.short", None)
    assert path.read_bytes() == before


def test_what_somebody_else_wrote_is_never_cut(disk: Disk, path: Path) -> None:
    """With other bytes behind the part that went in, all stays, and it is uncertain what the file holds."""
    before = three(path)

    def write(_: str, descriptor: int, data: bytes) -> int:
        disk.write(descriptor, data[:-1])
        disk.write(descriptor, b"\nsomebody else\n")
        return len(data) - 1

    disk.on["write"] = write
    assert code_of(path) == ("write.uncertain", None)
    assert path.read_bytes().startswith(before)
    assert path.read_bytes().endswith(b"\nsomebody else\n")


def test_a_part_that_cannot_be_cut_back_is_uncertain(disk: Disk, path: Path) -> None:
    """All of a record but its line end is a record to a reader, so that nobody may say it is not stored."""
    before = three(path)
    disk.on["write"] = lambda _, descriptor, data: disk.write(descriptor, data[:-1])
    disk.fail("ftruncate", errno.EIO)
    assert code_of(path)[0] == "write.uncertain"
    assert path.read_bytes().startswith(before)


@pytest.mark.parametrize("number", ERRORS)
def test_an_error_at_fsync_is_uncertain_and_never_retried(disk: Disk, path: Path, number: int) -> None:
    """The system may have dropped the data, so that a second fsync could succeed and mean nothing."""
    before = three(path)
    disk.calls.clear()
    disk.fail("fsync", number)
    assert code_of(path) == ("write.uncertain", number)
    assert disk.calls.count(f"fsync {FILE}") == 1
    assert path.read_bytes().startswith(before)
    disk.on.clear()
    append(path, walk(4))
    assert {1, 2, 3, 4} <= set(found(path.parent).numbers)


@pytest.mark.parametrize("of", ["log", "work"])
def test_a_folder_that_cannot_be_synced_stores_nothing(disk: Disk, path: Path, of: str) -> None:
    """A record whose file may be gone after a power cut is not written; the next append tries again."""
    disk.fail("fsync", errno.EIO, of=of)
    assert code_of(path) == ("write.failed", errno.EIO)
    assert not path.exists() or path.read_bytes() == b""
    disk.on.clear()
    append(path, walk(1))
    assert found(path.parent).numbers == [1]


def test_a_share_that_cannot_sync_folders_will_do(disk: Disk, path: Path) -> None:
    """Some file systems have no such call and say EINVAL; that is no failure."""
    disk.fail("fsync", errno.EINVAL, of="log")
    append(path, walk(1))
    assert found(path.parent).numbers == [1]


def test_an_error_at_close_comes_too_late(disk: Disk, path: Path) -> None:
    """The record is on disk already."""
    three(path)
    disk.fail("close", errno.EIO)
    append(path, walk(4))
    assert found(path.parent).numbers == [1, 2, 3, 4]


def test_a_path_that_cannot_be_checked_afterwards_is_uncertain(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The record is in a file, but nobody knows whether it is the one that readers see."""
    three(path)
    monkeypatch.setattr("medborgarloften.files.log.append._same", _denied)
    assert code_of(path) == ("write.uncertain", errno.EACCES)


def _denied(*_: object) -> bool:
    raise PermissionError(errno.EACCES, "denied")


@pytest.mark.parametrize(("number", "reason"), ERRORS.items())
def test_a_user_is_told_in_one_line_what_failed(
    solna: World, monkeypatch: pytest.MonkeyPatch, number: int, reason: str
) -> None:
    """Exit code 4, what is wrong and where, and what to do; the record before is still there."""
    assert solna.run("log", "walk").code == 0
    file = solna.log_file.name
    Disk(monkeypatch, solna.folder / "log").fail("write", number, of=file)
    result = solna.run("log", "walk")
    first, remedy = result.err.splitlines()
    assert (result.code, result.out) == (4, "")
    assert first == f"Fel: {solna.log_file} kunde inte skrivas: {reason}; inget är sparat"
    assert remedy == "  Åtgärda felet och kör kommandot igen."
    assert len(solna.stored()) == 1


def test_a_user_is_told_that_it_is_uncertain(solna: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """After an error at fsync the answer has the id to look for, and no “sparad”."""
    solna.run("log", "walk")
    Disk(monkeypatch, solna.folder / "log").fail("fsync", errno.EIO, of=solna.log_file.name)
    result = solna.run("log", "walk")
    first, remedy = result.err.splitlines()
    assert (result.code, result.out) == (4, "")
    assert first == f"Fel: det är osäkert om posten {solna.stored()[-1]['id']} sparades: fel på disken"
    assert remedy == "  Sök efter id:t i mappen log innan du loggar på nytt."


# --- a file that another program replaces ----------------------------------------------------------


def replacing(disk: Disk, path: Path, data: bytes | None, times: int = 1) -> None:
    """Let an editor save `data` over the file, or remove it, between the write and the fsync."""
    left = [times]

    def replace(name: str, *_: object) -> None:
        if name == FILE and left[0]:
            left[0] -= 1
            path.unlink()
            if data is not None:
                temporary = path.with_suffix(".tmp")
                temporary.write_bytes(data)
                temporary.replace(path)

    disk.on["fsync"] = replace


@pytest.mark.parametrize("kept", [True, False])
def test_a_replaced_file_gets_the_record_again(disk: Disk, path: Path, kept: bool) -> None:  # noqa: FBT001
    """It is appended once more with the same id, also where the editor removed the file and made none."""
    before = three(path)
    replacing(disk, path, before if kept else None)
    append(path, walk(4))
    assert found(path.parent).numbers == ([1, 2, 3, 4] if kept else [4])
    assert found(path.parent).troubles == []


def test_a_record_that_the_editor_saved_too_is_counted_once(disk: Disk, path: Path) -> None:
    """If the new file has the record already, its two copies agree."""
    three(path)
    replacing(disk, path, b"".join(chain(*(walk(number) for number in (1, 2, 3, 4)))))
    append(path, walk(4))
    reading = found(path.parent)
    assert (reading.numbers, reading.troubles) == ([1, 2, 3, 4], [])
    assert reading.reading.health.conflicts == ()


def test_a_file_that_is_replaced_again_and_again_is_given_up(disk: Disk, path: Path) -> None:
    """After five times it is uncertain, and the answer says why."""
    before = three(path)
    disk.calls.clear()
    replacing(disk, path, before, times=9)
    assert code_of(path)[0] == "write.replaced"
    assert disk.calls.count(f"write {FILE}") == 5


def test_a_second_try_that_fails_is_uncertain(disk: Disk, path: Path) -> None:
    """The first one may have reached a file that the editor keeps."""
    before = three(path)
    replacing(disk, path, before)
    writes = iter([None, OSError(errno.ENOSPC, "full")])

    def write(*_: object) -> None:
        if (problem := next(writes)) is not None:
            raise problem

    disk.on["write"] = write
    assert code_of(path) == ("write.uncertain", errno.ENOSPC)
    assert path.read_bytes() == before


# --- a place that cannot be written ----------------------------------------------------------------


def test_a_file_in_the_place_of_the_folder(solna: World) -> None:
    """A file called `log` is left as it is; the answer says what is wrong."""
    (solna.folder / "log").write_text("mina anteckningar")
    result = solna.run("log", "walk")
    assert result.code == 4
    assert "en del av sökvägen är ingen mapp; inget är sparat" in result.err
    assert (solna.folder / "log").read_text() == "mina anteckningar"


def _fifo(path: Path) -> None:
    os.mkfifo(path)


def _folder(path: Path) -> None:
    path.mkdir()


def _link_to_fifo(path: Path) -> None:
    os.mkfifo(path.parent / "fifo")
    path.symlink_to("fifo")


def _link_to_nothing(path: Path) -> None:
    path.symlink_to("nothing")


def _loop(path: Path) -> None:
    path.symlink_to(path.name)


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (_fifo, "är ingen vanlig fil"),
        (_folder, "det är en mapp"),
        (_link_to_fifo, "är en länk"),
        (_link_to_nothing, "är en länk"),
        (_loop, "är en länk"),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_a_log_file_that_is_none_is_refused_at_once(
    solna: World, make: Callable[[Path], None], reason: str
) -> None:
    """Nothing is waited for and nothing is made; reading says so and goes on, a report is refused."""
    solna.run("log", "walk")
    path = solna.log_file
    path.unlink()
    make(path)
    result = solna.run("log", "walk")
    assert result.code == 4
    assert reason in result.err.splitlines()[0]
    assert "inget är sparat" in result.err
    assert "kan inte läsas" in solna.did("status")
    assert solna.run("report", "--month", "2022-03").code == 3


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_a_link_to_a_log_file_is_not_followed(tmp_path: Path, path: Path) -> None:
    """Whoever put it there may have meant any file: nothing is written to the one that it leads to."""
    real = put(tmp_path / "elsewhere", chain(walk(1)))
    path.parent.mkdir(parents=True)
    path.symlink_to(real)
    with pytest.raises(StorageError) as refused:
        append(path, walk(2))
    assert refused.value.findings[0].code == "write.link"
    assert real.read_bytes() == b"".join(chain(walk(1)))
