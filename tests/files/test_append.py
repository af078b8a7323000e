"""A record is stored whole, behind whatever the file ends with; nothing before it changes."""

import errno
import os
import stat
from pathlib import Path

import pytest

from disk import Disk
from logs import FILE, chain, found, put, raw, walk, written
from medborgarloften.errors import UsageError
from medborgarloften.files.log import lock
from medborgarloften.files.log.append import append
from medborgarloften.files.log.encode import LONGEST, encode
from world import World


@pytest.fixture
def disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Disk:
    """Return the disk under a folder `work`."""
    (tmp_path / "work").mkdir()
    return Disk(monkeypatch, tmp_path / "work")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the path of a log file in the folder `work`; nothing is there yet."""
    return tmp_path / "work" / "log" / FILE


def put_parts(path: Path, lines: list[bytes], tail: bytes) -> bytes:
    """Write lines and what stands behind them, and return all of it."""
    path.parent.parent.mkdir(exist_ok=True)
    return put(path.parent, b"".join(lines) + tail).read_bytes()


# --- what is stored --------------------------------------------------------------------------------


def test_records_are_chained_in_the_order_written(path: Path) -> None:
    """Each line continues the one before it, and `append` returns the `sum` that the line has."""
    assert [append(path, walk(number)) for number in (1, 2, 3)] == [
        line[-19:-3].decode() for line in chain(walk(1), walk(2), walk(3))
    ]
    assert path.read_bytes() == b"".join(chain(walk(1), walk(2), walk(3)))


def test_one_write_and_then_the_disk(disk: Disk, path: Path) -> None:
    """The names of a new file and folder are on disk before the record, which is one write and one fsync."""
    append(path, walk(1))
    folders = ["fsync work", "close work", "fsync log", "close log", "fsync work", "close work"]
    own = [f"write {FILE}", f"fsync {FILE}", f"close {FILE}"]
    assert disk.calls == folders + own
    disk.calls.clear()
    append(path, walk(2))
    assert disk.calls == own


def test_an_empty_file_that_a_killed_run_left_is_put_on_disk(disk: Disk, path: Path) -> None:
    """Its name may be in memory only, so that its folder is synced again before the first record."""
    path.parent.mkdir()
    path.touch()
    append(path, walk(1))
    assert "fsync log" in disk.calls[: disk.calls.index(f"write {FILE}")]


def test_a_record_of_64_kib_fits_and_one_byte_more_does_not(path: Path) -> None:
    """The limit counts the whole line without its end; nothing is touched when it is passed."""
    room = LONGEST - len(encode(walk(1, note=""))) - len(',"note":""') - len(',"sum":"0123456789abcdef"')
    with pytest.raises(UsageError) as caught:
        append(path, walk(1, note="a" * (room + 1)))
    assert caught.value.findings[0].code == "record.long"
    assert not path.parent.exists()
    append(path, walk(1, note="a" * room))
    append(path, walk(2))
    assert len(path.read_bytes().split(b"\n")[0]) == LONGEST
    assert found(path.parent).numbers == [1, 2]
    assert found(path.parent).troubles == []


# --- what the file may end with --------------------------------------------------------------------

TAILS = {
    "half a line": chain(walk(3))[0][:-40],
    "a letter cut in two": '{"v":1,"op":"log","note":"å'.encode()[:-1],
    "a run of NUL": b"\0" * 4096,
    "half a line and NUL": b'{"v":1,"op":' + b"\0" * 300,
    "a run of NUL longer than a block": b"\0" * 300_000,
}


@pytest.mark.parametrize("tail", TAILS.values(), ids=TAILS)
def test_a_torn_tail_is_sealed_and_never_deleted(path: Path, tail: bytes) -> None:
    """The next record begins on a line of its own; the torn one stays, is shown as torn, refuses nothing."""
    before = put_parts(path, chain(walk(1), walk(2)), tail)
    append(path, walk(4))
    assert path.read_bytes() == before + b"\n" + chain(walk(1), walk(2), walk(4))[2]
    assert found(path.parent).numbers == [1, 2, 4]
    assert found(path.parent).sorts == [("torn", 3)]


def test_two_torn_tails_are_sealed_one_by_one(path: Path) -> None:
    """A crash while a torn tail was being sealed leaves two of them; the chain goes on behind both."""
    put_parts(path, chain(walk(1)), b'{"v":1\n{"v"')
    append(path, walk(2))
    assert found(path.parent).numbers == [1, 2]
    assert found(path.parent).sorts == [("torn", 2), ("torn", 3)]


@pytest.mark.parametrize("tail", [b"\n\n", b"\r\n", b"   \n", b"\r\n \r\n"])
def test_blank_lines_at_the_end_break_no_chain(path: Path, tail: bytes) -> None:
    """An editor may leave them; the next record continues the last one."""
    put_parts(path, chain(walk(1)), tail)
    append(path, walk(2))
    assert found(path.parent).numbers == [1, 2]
    assert found(path.parent).troubles == []


def test_a_last_line_without_its_end_is_completed(path: Path) -> None:
    """A whole record whose line end is missing counts, and the next one does not stick to it."""
    put_parts(path, chain(walk(1), walk(2)), b"")
    path.write_bytes(path.read_bytes()[:-1])
    append(path, walk(3))
    assert path.read_bytes() == b"".join(chain(walk(1), walk(2), walk(3)))


def test_a_file_with_windows_line_ends_and_a_bom_is_continued(path: Path) -> None:
    """The chain is over the lines without them."""
    lines = chain(walk(1), walk(2))
    put_parts(path, [b"\xef\xbb\xbf", *(line.replace(b"\n", b"\r\n") for line in lines)], b"")
    append(path, walk(3))
    assert found(path.parent).numbers == [1, 2, 3]
    assert found(path.parent).troubles == []


@pytest.mark.parametrize("start", [b"\xef\xbb\xbf", b"garbage", b"\n", b"\0\0\0"])
def test_a_file_without_any_record_begins_a_chain(path: Path, start: bytes) -> None:
    """With nothing readable before it the first record continues the empty sum."""
    put_parts(path, [], start)
    append(path, walk(1))
    assert path.read_bytes().endswith(chain(walk(1))[0])
    assert found(path.parent).numbers == [1]


def test_the_chain_continues_a_newer_line(path: Path) -> None:
    """What a newer version wrote last is continued by its `sum`."""
    newer = raw({**written(2), "v": 2}, chain(walk(1))[0][-19:-3].decode())
    put_parts(path, [*chain(walk(1)), newer], b"")
    append(path, walk(3))
    assert path.read_bytes().endswith(chain(walk(3), previous=newer[-19:-3].decode())[0])
    assert found(path.parent).sorts == [("newer", 2)]


def test_a_newer_line_without_a_sum_is_passed_over(path: Path) -> None:
    """Reader and writer agree on the record before it."""
    put_parts(path, chain(walk(1)), b'{"v":2,"op":"dream"}\n')
    append(path, walk(3))
    assert found(path.parent).sorts == [("newer", 2)]


# --- modes -----------------------------------------------------------------------------------------


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
@pytest.mark.parametrize(
    ("folder", "file"), [(0o775, 0o660), (0o2770, 0o660), (0o755, 0o600), (0o700, 0o600)]
)
def test_the_mode_of_a_new_file_follows_its_folder(path: Path, folder: int, file: int) -> None:
    """A group that may write in the folder may write to the file, whatever the user's mask; others never."""
    path.parent.mkdir(parents=True)
    path.parent.chmod(folder)
    mask = os.umask(0o077)
    try:
        append(path, walk(1))
    finally:
        os.umask(mask)
    assert stat.S_IMODE(path.stat().st_mode) == file


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o666])
def test_the_mode_of_an_existing_file_is_left_alone(path: Path, mode: int) -> None:
    """Somebody chose it."""
    put_parts(path, chain(walk(1)), b"")
    path.parent.chmod(0o775)
    path.chmod(mode)
    append(path, walk(2))
    assert stat.S_IMODE(path.stat().st_mode) == mode


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_a_disk_without_modes_will_do(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A memory stick refuses to change a mode; that is no reason to refuse the record."""
    path.parent.mkdir(parents=True)
    path.parent.chmod(0o775)

    def fchmod(*_: object) -> None:
        raise PermissionError(errno.EPERM, "not permitted")

    monkeypatch.setattr(os, "fchmod", fchmod)
    append(path, walk(1))
    assert found(path.parent).numbers == [1]


# --- the lock --------------------------------------------------------------------------------------


def test_a_file_that_is_locked_for_too_long_is_left(solna: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command ends with 4 and says that somebody else is writing."""
    solna.run("log", "walk")
    path = solna.log_file
    monkeypatch.setattr(
        "medborgarloften.files.log.append.locked", lambda busy: lock.locked(busy, patience=0.05)
    )
    with lock.locked(path):
        result = solna.run("log", "walk")
    assert result.code == 4
    assert "någon annan har skrivit" in result.err
    assert "inget är sparat" in result.err
    assert len(solna.stored()) == 1
    assert solna.run("log", "walk").code == 0


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
@pytest.mark.parametrize("target", ["a file", "nothing"])
def test_a_link_in_the_place_of_the_own_file_is_not_followed(solna: World, target: str) -> None:
    """Whatever it leads to is neither written nor made; another writer's file is only read."""
    solna.did("log", "walk")
    path, elsewhere = solna.log_file, solna.folder / "elsewhere"
    path.rename(elsewhere)
    before = elsewhere.read_bytes()
    path.symlink_to(elsewhere if target == "a file" else solna.folder / "nowhere")
    result = solna.run("log", "walk")
    assert result.code == 4
    assert result.err.startswith(
        f"Fel: {path} är en länk; inget är sparat\n  Ersätt länken med själva filen och kör kommandot igen.\n"
    )
    assert elsewhere.read_bytes() == before
    assert not (solna.folder / "nowhere").exists()
