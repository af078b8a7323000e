"""A file is replaced whole or not at all, and is on disk before it is said to be written."""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from medborgarloften.files.disk import make_folder, replace_whole, sync_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an empty folder."""
    path = tmp_path / "reports"
    path.mkdir()
    return path


def refusing(number: int) -> Callable[..., None]:
    """Return a system call that fails."""

    def call(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return call


def test_the_old_file_is_replaced(folder: Path) -> None:
    """Nothing is left beside it."""
    path = folder / "report.html"
    for data in (b"old", b"new\n\0"):
        replace_whole(path, data)
        assert path.read_bytes() == data
    assert list(folder.iterdir()) == [path]


@pytest.mark.parametrize("call", ["fsync", "replace"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EROFS])
def test_the_old_file_stays_whole_when_the_new_one_fails(
    folder: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int
) -> None:
    """And the half-made one is removed."""
    path = folder / "report.html"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, call, refusing(number))
    with pytest.raises(OSError) as caught:  # noqa: PT011 - the number is what tells
        replace_whole(path, b"new")
    assert caught.value.errno == number
    assert path.read_bytes() == b"old"
    assert list(folder.iterdir()) == [path]


def test_an_interrupted_user_leaves_nothing_behind(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C while the disk is slow."""

    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        replace_whole(folder / "report.html", b"new")
    assert list(folder.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot sync a folder")
def test_the_file_is_on_disk_before_its_name_and_its_folder_after(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A rename before the data is on disk leaves an empty file after a power cut."""
    calls: list[str] = []
    fsync, replace = os.fsync, os.replace

    def watched_fsync(descriptor: int) -> None:
        calls.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file")
        fsync(descriptor)

    def watched_replace(*paths: Path) -> None:
        calls.append("name")
        replace(*paths)

    monkeypatch.setattr(os, "fsync", watched_fsync)
    monkeypatch.setattr(os, "replace", watched_replace)
    replace_whole(folder / "report.html", b"new")
    assert calls == ["file", "name", "folder"]
    calls.clear()
    replace_whole(folder / "stamp", b"", durable=False)
    assert calls == ["name"]


def test_folders_are_made_from_the_top(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each is on disk, by its parent, before the next one is made."""
    synced: list[Path] = []
    monkeypatch.setattr("medborgarloften.files.disk.sync_folder", synced.append)
    make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()
    assert synced == [tmp_path, tmp_path / "a"]
    make_folder(tmp_path / "a" / "b")
    assert len(synced) == 2


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
@pytest.mark.parametrize(("above", "expected"), [(0o755, 0o755), (0o2775, 0o2775), (0o1777, 0o755)])
def test_a_new_folder_is_shared_as_the_one_above(tmp_path: Path, above: int, expected: int) -> None:
    """A group that shares the workspace can write in a new folder of it; the whole world never can."""
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(above)
    before = os.umask(0o022)
    try:
        make_folder(shared / "log")
    finally:
        os.umask(before)
    assert (shared / "log").stat().st_mode & 0o7777 == expected


def test_a_folder_that_somebody_makes_at_the_same_time_is_welcome(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two programs may begin at once."""
    mkdir = Path.mkdir

    def first(self: Path) -> None:
        mkdir(self)
        mkdir(self)

    monkeypatch.setattr(Path, "mkdir", first)
    make_folder(tmp_path / "log")
    assert (tmp_path / "log").is_dir()


def test_a_file_in_the_place_of_a_folder_is_an_error(tmp_path: Path) -> None:
    """It is said to be no folder, and is left alone."""
    (tmp_path / "log").write_text("x")
    for path in (tmp_path / "log", tmp_path / "log" / "deeper"):
        with pytest.raises(NotADirectoryError):
            make_folder(path)
    assert (tmp_path / "log").read_text() == "x"


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot sync a folder")
@pytest.mark.parametrize(
    ("number", "fails"), [(errno.EIO, True), (errno.EINVAL, False), (errno.ENOTSUP, False)]
)
def test_only_a_real_error_of_a_folder_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, *, fails: bool
) -> None:
    """That a share has no such call is none."""
    monkeypatch.setattr(os, "fsync", refusing(number))
    if fails:
        with pytest.raises(OSError, match="Input/output"):
            sync_folder(tmp_path)
    else:
        sync_folder(tmp_path)
