"""Whatever a log's files went through on their way, good records are read, and what is not is named."""

import errno
import io
import os
import socket
import threading
import time
from collections.abc import Callable
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from logs import FILE, Found, chain, found, identifier, put, raw, record, walk, written
from medborgarloften.domain.activity import Redaction, Void
from medborgarloften.domain.ids import End
from medborgarloften.errors import StorageError
from medborgarloften.files.log import read
from medborgarloften.files.log.append import append
from medborgarloften.files.log.encode import LONGEST
from world import World

OTHER = "polis-111111.jsonl"
THREE = chain(walk(1, note="*Järva*"), walk(2, note="J\\*"), walk(3))
SEEN = {FILE: End(3, THREE[2][-19:-3].decode())}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder for files, not made yet."""
    return tmp_path / "log"


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for nobody."""
    monkeypatch.setattr(read, "PATIENCE", 0)


def of(folder: Path, lines: list[bytes] | bytes, name: str = FILE) -> Found:
    """Read a folder in which a file has these lines."""
    put(folder, lines, name)
    return found(folder)


# --- what is accepted ------------------------------------------------------------------------------


def test_no_folder_is_an_empty_log(folder: Path) -> None:
    """A fresh clone has none."""
    assert (found(folder).numbers, found(folder).troubles) == ([], [])


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace(b"\n", b"\r\n"),
        lambda text: b"\xef\xbb\xbf" + text,
        lambda text: b"\xef\xbb\xbf" + text.replace(b"\n", b"\r\n"),
        lambda text: text.replace(b"\n", b"\n\n \t\n\r\n"),
        lambda text: b"\n" + text,
        lambda text: text[:-1],
        lambda text: text.replace(b"\n", b"\r\n")[:-1],
        lambda text: text + b"\n\n",
    ],
)
@pytest.mark.usefixtures("impatient")
def test_what_editors_do_to_line_ends_does_no_harm(folder: Path, change: Callable[[bytes], bytes]) -> None:
    r"""`\r\n`, blank lines, a BOM at the start and a missing last line end leave everything as it was."""
    reading = of(folder, change(b"".join(THREE)))
    assert (reading.numbers, reading.troubles, reading.ends) == ([1, 2, 3], [], SEEN)


def test_a_bom_in_the_middle_is_damage(folder: Path) -> None:
    """Two files that were joined with `copy a+b` show where."""
    assert of(folder, [THREE[0], b"\xef\xbb\xbf" + THREE[1], THREE[2]]).sorts == [
        ("damaged", 2),
        ("edited", 3),
    ]


def test_only_log_files_are_read(folder: Path) -> None:
    """Other names, and hidden files such as those of a synchronising program, are none of ours."""
    put(folder, THREE)
    for name in ("anteckningar.txt", ".hidden.jsonl", "kommun.jsonl.bak", ".jsonl"):
        (folder / name).write_bytes(b"garbage\n")
    assert (found(folder).numbers, found(folder).troubles) == ([1, 2, 3], [])


def test_blocks_may_end_anywhere(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However the bytes arrive, the lines are the same."""
    put(folder, THREE)
    whole = found(folder).reading
    for size in (1, 2, 3, 7, 50, len(THREE[0]), len(THREE[0]) + 1):
        monkeypatch.setattr(read, "_BLOCK", size)
        assert found(folder).reading == whole


@pytest.mark.parametrize("size", [1000, 1 << 20])
def test_a_line_of_64_kib_is_read_and_a_longer_one_is_damaged(
    folder: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    r"""Also if its end is `\r\n`, and whatever stands behind the first 64 KiB."""
    monkeypatch.setattr(read, "_BLOCK", size)
    room = LONGEST - len(chain(walk(1, note="a"))[0]) + 2
    fits, over = chain(walk(1, note="a" * room))[0], chain(walk(2, note="a" * (room + 1)))[0]
    assert len(fits) == LONGEST + 1
    after = chain(walk(3), previous=fits[-19:-3].decode())
    assert of(folder, [fits.replace(b"\n", b"\r\n"), *after]).troubles == []
    assert of(folder, [fits[:-1] + b"\r \r", b"\n", *after]).sorts == [("damaged", 1), ("edited", 2)]
    assert of(folder, [over, *after]).sorts == [("damaged", 1), ("edited", 2)]
    assert of(folder, [b"x" * 3_000_000 + b"\n", THREE[0]]).numbers == [1]


# --- a tail that is being written ------------------------------------------------------------------


def test_an_unfinished_line_is_waited_for(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What its writer adds within 0.3 s is read."""
    path = put(folder, b"".join(THREE)[:-30])
    steps = iter([b"".join(THREE)[-30:-10], b"".join(THREE)[-10:]])

    def sleep(_: float) -> None:
        with path.open("ab") as file:
            file.write(next(steps, b""))

    monkeypatch.setattr(time, "sleep", sleep)
    assert (found(folder).numbers, found(folder).troubles) == ([1, 2, 3], [])


def test_a_line_that_its_writer_cuts_back_is_not_mixed_with_the_next(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk was full for a part of a line; another line is in its place when the reader looks again."""
    half = b'{"v":1,"op":"log","id":"018f0000-0000-7000-8000-0000000000ff","at":"2022'
    path = put(folder, [*THREE[:2], half])

    def sleep(_: float) -> None:
        path.write_bytes(b"".join(THREE))

    monkeypatch.setattr(time, "sleep", sleep)
    assert (found(folder).numbers, found(folder).troubles) == ([1, 2, 3], [])


def test_the_wait_ends(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After 0.3 s by a clock that never goes back, the line is what it is."""
    clock = iter(range(1000))
    waits: list[float] = []
    monkeypatch.setattr(time, "monotonic", lambda: next(clock) / 10)
    monkeypatch.setattr(time, "sleep", waits.append)
    assert of(folder, [*THREE, b"{"]).sorts == [("torn", 4)]
    assert 2 <= len([wait for wait in waits if wait]) <= 3


# --- copies ----------------------------------------------------------------------------------------


def test_equal_copies_are_one(folder: Path) -> None:
    """Another writer's file copied twice, or a record in two files, counts once and is no conflict."""
    put(folder, THREE)
    put(folder, THREE, OTHER)
    put(folder, chain(walk(3), walk(4)), "tredje-222222.jsonl")
    reading = found(folder)
    assert (reading.numbers, reading.troubles) == ([1, 2, 3, 4], [])
    assert reading.reading.health.conflicts == ()


def test_copies_that_differ_are_a_conflict_counted_once(folder: Path, tmp_path: Path) -> None:
    """Whatever the order of the files, the same copy counts: one whose chain fits, else the smaller bytes."""
    edited = chain(walk(2, note="a"))[0].replace(b'"note":"a"', b'"note":"A"')
    copies = [chain(walk(2, note="d")), chain(walk(2, note="c")), [edited]]
    for place, order in enumerate(permutations(copies)):
        where = tmp_path / f"log {place}"
        for number, lines in enumerate(order):
            put(where, lines, f"{number}.jsonl")
        reading = found(where).reading
        assert reading.health.conflicts == (identifier(2),)
        assert [activity.content for activity in reading.ledger.activities.values()] == [
            walk(2, note="c").content
        ]
    assert not folder.exists()


def test_a_conflict_is_shown_and_refuses_a_check(solna: World) -> None:
    """`status` counts it once and says so; `status --check` ends with 3."""
    put(solna.folder / "log", chain(walk(1)))
    put(solna.folder / "log", chain(walk(1, note="något annat")), OTHER)
    records = solna.status()["records"]
    assert (records["counted"], records["conflicts"]) == (1, 1)
    assert "en post vars kopior skiljer sig åt" in solna.run("status").out
    assert solna.run("status", "--check").code == 3


def test_a_redacted_copy_agrees_with_any(folder: Path) -> None:
    """Whichever comes first: no conflict, and the text is gone."""
    redaction = record(5, Redaction("kommun", identifier(1), ("note",), "namn"), "redact")
    own = raw({**written(1), "redacted": True, "note": None})
    for name in ("a.jsonl", "z.jsonl"):
        put(folder, [own, *chain(redaction, previous=own[-19:-3].decode())], name)
        put(folder, chain(walk(1)), OTHER)
        reading = found(folder).reading
        assert (reading.health.troubles, reading.health.conflicts) == ((), ())
        (activity,) = reading.ledger.activities.values()
        assert getattr(activity.content, "note", "") is None
        (folder / name).unlink()


def test_a_record_marked_redacted_needs_its_redaction(folder: Path) -> None:
    """Texts that were taken out keep the old `sum`; without the record that says so, that is an edit."""
    (line,) = chain(walk(1))
    without = line.replace(b'"note":"vandring 1"', b'"note":null,"redacted":true')
    previous = line[-19:-3].decode()
    redaction = chain(
        record(2, Redaction("k", identifier(1), ("note",), "namn"), "redact"), previous=previous
    )
    assert of(folder, [without, *chain(walk(3), previous=previous)]).sorts == [("edited", 1)]
    assert of(folder, [without, *redaction]).sorts == []
    put(folder, [without])
    put(folder, chain(record(2, Redaction("k", identifier(1), ("note",), "namn"), "redact")), OTHER)
    assert found(folder).troubles == []


def test_a_redaction_masks_texts_and_nothing_else(folder: Path) -> None:
    """A field that is no text, or none at all, is left as it is."""
    fields = ("note", "kinds", "day", "by", "extra", "nothing")
    lines = chain(walk(1), record(2, Redaction("k", identifier(1), fields, "namn"), "redact"))
    (activity,) = of(folder, lines).reading.ledger.activities.values()
    assert activity.content == walk(1, note=None, redacted=True).content


def test_a_correction_may_come_before_its_record(folder: Path) -> None:
    """A void whose record has not arrived is pending; it holds as soon as the file is copied in."""
    put(folder, chain(record(2, Void("kommun", identifier(1), "fel"), "void")), "a.jsonl")
    assert [each.id for each in found(folder).reading.ledger.pending] == [identifier(2)]
    put(folder, chain(walk(1)), "b.jsonl")
    ledger = found(folder).reading.ledger
    assert (list(ledger.activities), list(ledger.voided), ledger.pending) == ([], [identifier(1)], [])


# --- lines of a newer version ----------------------------------------------------------------------


@pytest.mark.parametrize("change", [{"v": 2}, {"op": "dream"}, {"v": 99, "op": 7, "id": None}])
def test_a_newer_line_is_counted_and_the_chain_continues(folder: Path, change: dict[str, Any]) -> None:
    """It is no damage, and what follows it fits; `status --check` refuses to be calm about it."""
    newer = raw(written(2, **change), THREE[0][-19:-3].decode())
    reading = of(folder, [THREE[0], newer, *chain(walk(3), previous=newer[-19:-3].decode())])
    assert (reading.numbers, reading.sorts) == ([1, 3], [("newer", 2)])
    assert reading.ends[FILE][0] == 3


def test_a_newer_line_is_shown_and_refuses_a_check(solna: World) -> None:
    """Totals may be too small: a warning in `status`, exit code 3 of `status --check`."""
    put(solna.folder / "log", [*THREE, raw({**written(4), "v": 2}, THREE[2][-19:-3].decode())])
    assert "en rad från en nyare version" in solna.run("status").out
    assert solna.run("status", "--check").code == 3


# --- files that are none ---------------------------------------------------------------------------


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(path))


NO_FILES: dict[str, tuple[Callable[[Path], object], int]] = {
    "a folder": (Path.mkdir, errno.EINVAL),
    "a pipe": (lambda path: os.mkfifo(path), errno.EINVAL),  # noqa: PLW0108 - Windows has no such function
    "a socket": (_socket, errno.ENXIO),
    "a device": (lambda path: path.symlink_to("/dev/null"), errno.EINVAL),
    "a link to nothing": (lambda path: path.symlink_to("nowhere"), errno.ENOLINK),
    "a link to itself": (lambda path: path.symlink_to(path), errno.ELOOP),
}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
@pytest.mark.parametrize("thing", NO_FILES)
def test_what_is_no_file_is_named_and_never_waited_for(folder: Path, thing: str) -> None:
    """The other files are read, and one that was seen before is not said to have vanished."""
    put(folder, THREE)
    make, number = NO_FILES[thing]
    make(folder / OTHER)
    reading = found(folder, {OTHER: End(1, "0123456789abcdef")})
    assert (reading.numbers, reading.troubles) == ([1, 2, 3], [("unreadable", OTHER, None)])
    assert reading.reading.health.troubles[0].errno == number
    assert set(reading.ends) == {FILE}


def test_a_disk_that_fails_costs_what_it_failed_to_give(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was read before counts; the file is named, and no line of it is said to be lost or cut off."""
    put(folder, b"".join(THREE)[:-1])
    blocks = iter([b"".join(THREE)[:-20]])

    class Failing(io.BytesIO):
        def read(self, _: int | None = -1) -> bytes:
            try:
                return next(blocks)
            except StopIteration:
                raise OSError(errno.EIO, "") from None

    monkeypatch.setattr(read, "open_regular", lambda _: Failing())
    reading = found(folder, SEEN)
    assert (reading.numbers, reading.troubles) == ([1, 2], [("unreadable", FILE, None)])


def test_a_file_that_is_taken_away_meanwhile_is_none(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It was there when the folder was listed, and is gone when it is opened."""
    put(folder, THREE)
    listed = read.log_files(folder)
    monkeypatch.setattr(read, "log_files", lambda _: [*listed, OTHER])
    assert (found(folder).numbers, found(folder).troubles) == ([1, 2, 3], [])


UNREADABLE = f"Varning: {OTHER} kan inte läsas: det är ingen vanlig fil. Posterna i den räknas inte."


def test_an_unreadable_file_is_said_by_every_command(solna: World) -> None:
    """It stops none but the report and the silent check, which know that something is missing."""
    solna.did("log", "walk")
    (solna.folder / "log" / OTHER).mkdir()
    for command in ("status", "list", "status --format json", "status --format csv", "log walk"):
        result = solna.run(*command.split())
        assert result.code == 0
        assert UNREADABLE in (result.out + result.err).replace("\n", " ")
    assert solna.status()["records"]["unreadable"] == 1
    assert f"{OTHER}: filen kan inte läsas: det är ingen vanlig fil" in solna.run("check").out
    silent, report = solna.run("status", "--check"), solna.run("report", "--month", "2022-03")
    assert (silent.code, report.code) == (3, 3)
    assert f"{OTHER}: filen kan inte läsas: det är ingen vanlig fil" in silent.err
    assert "loggen är inte fullständig: en fil som inte kan läsas\n" in report.err
    assert UNREADABLE in report.err
    written = solna.run("report", "--month", "2022-03", "--allow-damaged", "--format", "md").out.strip()
    page = Path(written).read_text(encoding="utf-8")
    assert "En av loggens filer kunde inte läsas och ingår inte i siffrorna." in page


def test_a_log_of_a_thousand_folders_is_told_shortly(solna: World) -> None:
    """The first ones are named, and the number of the others."""
    for number in range(30):
        (solna.folder / "log" / f"{number:02d}.jsonl").mkdir(parents=True)
    lines = solna.run("list").err.splitlines()
    assert len(lines) == 7
    assert lines[5] == "Varning: detsamma gäller 25 filer till i loggen."


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such names")
def test_a_name_that_is_no_utf_8_is_one_like_any_other(solna: World) -> None:
    r"""Its records count; where it is named it is as `\xNN`, in JSON too, and a loss of it is noticed."""
    name = os.fsdecode(b"j\xe4rva.jsonl")
    put(solna.folder / "log", [*THREE, b"{\n", b"12\n"], name)
    put(solna.folder / "log", chain(walk(1)), os.fsdecode(b"j\xe4rva (1).jsonl"))
    assert solna.status()["records"]["counted"] == 3
    for command in ("status", "list", "check", "check --format json", "log walk", "show last"):
        result = solna.run(*command.split())
        assert result.code in (0, 1)
        (result.out + result.err).encode()
    assert r"j\xe4rva.jsonl:5: raden är inget JSON-objekt" in solna.run("status").out
    assert {finding["file"] for finding in solna.run("check", "--format", "json").json["findings"]} == {
        r"j\xe4rva.jsonl",
        r"j\xe4rva (1).jsonl",
    }
    (solna.folder / "log" / name).unlink()
    assert r"Varning: j\xe4rva.jsonl saknas i loggen." in solna.run("list").err


def test_a_file_in_the_place_of_the_folder_is_refused(folder: Path) -> None:
    """It is no empty log."""
    folder.write_text("x")
    with pytest.raises(StorageError) as caught:
        found(folder)
    assert caught.value.findings[0].code == "file.unreadable"


def test_a_record_is_stored_though_another_file_cannot_be_read(solna: World) -> None:
    """Exit code 0, “sparad”, and a warning that names the file."""
    (solna.folder / "log" / OTHER).mkdir(parents=True)
    result = solna.run("log", "walk")
    assert (result.code, result.out[:6]) == (0, "Sparad")
    assert result.err == f"{UNREADABLE}\n"


def test_a_reader_and_a_writer_at_once(folder: Path) -> None:
    """What a reader has seen once it sees ever after, and nothing half written shows as damage."""
    path = folder / FILE
    over = threading.Event()

    def write() -> None:
        for number in range(200):
            append(path, walk(number))
        over.set()

    writer = threading.Thread(target=write)
    writer.start()
    known: set[int] = set()
    while not over.is_set():
        reading = found(folder)
        assert reading.troubles == []
        assert known <= set(reading.numbers)
        known |= set(reading.numbers)
    writer.join()
    assert found(folder).numbers == list(range(200))
