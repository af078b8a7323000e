"""What was done to a file is found by reading it, and costs no record but the ones that were hit."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from logs import FILE, Found, chain, found, identifier, put, raw, walk, written
from medborgarloften.domain.ids import End
from medborgarloften.files.log import read
from medborgarloften.files.log.read import read_log
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


# --- a file that is hit ----------------------------------------------------------------------------


def flipped(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the data with each single bit flipped, and the place of its byte."""
    for place in range(len(data)):
        for bit in range(8):
            changed = bytearray(data)
            changed[place] ^= 1 << bit
            yield place, bytes(changed)


def line_of(place: int) -> int:
    """Return which of the three lines a byte belongs to, from 1."""
    return 1 + (place >= len(THREE[0])) + (place >= len(THREE[0]) + len(THREE[1]))


@pytest.mark.slow
@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("hit", [1, 2, 3])
def test_any_flipped_bit_is_found(folder: Path, hit: int) -> None:
    """It is named with its line, or with the next one; no record but the hit one and the next is affected."""
    path = put(folder, THREE)
    whole = read_log(folder, {}).ledger.activities
    for place, data in flipped(b"".join(THREE)):
        if line_of(place) != hit:
            continue
        path.write_bytes(data)
        reading = read_log(folder, {})
        named = {trouble.line for trouble in reading.health.troubles}
        assert named & {hit, hit + 1}, (place, data)
        assert named <= {hit, hit + 1, hit + 2}
        for number in {1, 2, 3} - {hit, hit + 1}:
            same = reading.ledger.activities[identifier(number)]
            assert same.content == whole[identifier(number)].content


@pytest.mark.usefixtures("impatient")
def test_a_cut_at_any_byte_is_found(folder: Path) -> None:
    """Against what this machine has seen; the whole lines before it are there, half a line is torn."""
    data = b"".join(THREE)
    path = put(folder, data)
    for place in range(len(data) - 1):
        path.write_bytes(data[:place])
        reading = found(folder, SEEN)
        lines = data[:place].count(b"\n")
        half = data[:place].rpartition(b"\n")[2]
        whole = data[place : place + 1] == b"\n"
        assert reading.numbers == list(range(1, lines + whole + 1))
        torn = [("torn", lines + 1)] if half and not whole else []
        assert reading.sorts == [("shrunk", None), *torn]


@pytest.mark.usefixtures("impatient")
def test_a_cut_of_the_last_line_end_loses_nothing(folder: Path) -> None:
    """All records are there, so that nothing is said."""
    put(folder, b"".join(THREE)[:-1])
    assert (found(folder, SEEN).numbers, found(folder, SEEN).troubles) == ([1, 2, 3], [])


NUL_RUNS = [b"\0", b"\0" * 4096, b"\0" * 200_000]


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("tail", [b"{", b'{"v":1,"op":"log","id":"018', *NUL_RUNS])
def test_an_unfinished_tail_is_torn(folder: Path, tail: bytes) -> None:
    """What a crash left at the end is shown as torn, and what is before it counts."""
    reading = of(folder, [*THREE, tail])
    assert (reading.numbers, reading.sorts) == ([1, 2, 3], [("torn", 4)])


def test_a_torn_tail_refuses_nothing(solna: World) -> None:
    """`status` shows it and `status --check` does not end with 3; neither before nor after it is sealed."""
    solna.run("log", "walk")
    path = solna.log_file
    path.write_bytes(path.read_bytes() + b'{"v":1,"op":"lo\0\0\0')
    for _ in range(2):
        result = solna.run("status")
        assert result.code == 0
        assert f"{path.name}:2: avbröts medan den skrevs" in result.out
        assert solna.run("status", "--check").code in (0, 1)
        solna.run("log", "walk")
    assert solna.status()["records"]["damaged"] == 0
    assert b"\0" in path.read_bytes()


def test_a_fragment_counts_as_torn_only_if_the_chain_goes_on(folder: Path) -> None:
    """A line that was whole once is missed by the next one: it is damaged, and refuses what it must."""
    assert of(folder, [THREE[0], b'{"v":1,"op\n', THREE[1]]).sorts == [("torn", 2)]
    assert of(folder, [THREE[0], b'{"v":1,"op\n', THREE[2]]).sorts == [("damaged", 2), ("edited", 3)]
    assert of(folder, [*THREE, b'{"v":1,"op\n']).sorts == [("damaged", 4)]


HEAD = THREE[1][:60]
WHOLE = {
    "a letter is another one": THREE[1].replace(b'"op"', b'#op"'),
    "a brace is another letter": THREE[1].replace(b"}", b"|"),
    "a quote of the last field": THREE[1].replace(b'"sum"', b'#sum"'),
    "the last quote": THREE[1].replace(b'"}', b"#}"),
    "no utf-8": THREE[1].replace(b"k", b"\xff", 1),
    "two lines in one": THREE[1].replace(b"\n", b" ") + THREE[2],
    "nul in the middle": THREE[1][:30] + b"\0" * 9 + THREE[1][39:],
    "words": "12 mars: vandring i Järva\n".encode(),
    "words after nul": b"\0\0\0 12 mars\n",
    "the end of a line": THREE[1][60:],
    "long": b'{"v":1,"note":"' + b"x" * 70_000 + b'"}\n',
}
CUT = {
    "the first brace": b"{\n",
    "half a line": HEAD + b"\n",
    "half a letter": '{"v":1,"op":"log","note":"å'.encode()[:-1] + b"\n",
    "half a line, then nul": HEAD + b"\0" * 4096 + b"\n",
    "nul": b"\0" * 4096 + b"\n",
    "much nul": HEAD + b"\0" * 200_000 + b"\n",
    "all but the sum": THREE[1].rpartition(b',"sum"')[0] + b"\n",
    "all but half the sum": THREE[1][:-10] + b"\n",
    "all but the brace": THREE[1][:-2] + b"\n",
}


@pytest.mark.parametrize("what", WHOLE)
def test_a_damaged_line_stays_damaged_whatever_follows(folder: Path, what: str) -> None:
    """Alone, before a line that continues what is before it, before one that does not, among torn ones."""
    bad, after = WHOLE[what], chain(walk(3), previous=THREE[0][-19:-3].decode())
    for lines in ([bad], [bad, *after], [bad, THREE[2]], [HEAD + b"\n", bad, b"{\n", *after], [bad[:-1]]):
        reading = of(folder, [THREE[0], *lines])
        assert ("damaged", 2 + lines.index(bad) if bad in lines else 2) in reading.sorts


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("what", CUT)
def test_a_line_that_was_cut_off_is_torn_where_the_chain_goes_on(folder: Path, what: str) -> None:
    """At the end of a file without a line end, and once good lines follow; else nobody knows."""
    bad, after = CUT[what], chain(walk(3), previous=THREE[0][-19:-3].decode())
    for lines in ([bad[:-1]], [bad, *after], [b"{\n", bad, b"\n", b"\0\n", *after]):
        reading = of(folder, [THREE[0], *lines])
        assert {sort for sort, _ in reading.sorts} == {"torn"}
    for lines in ([bad], [bad, THREE[2]], [bad, b"12\n"]):
        assert ("damaged", 2) in of(folder, [THREE[0], *lines]).sorts


@pytest.mark.usefixtures("impatient")
def test_only_the_writer_is_told_to_log_again(solna: World) -> None:
    """In a file that somebody else writes, a missing end may be on its way, or stand there for good."""
    solna.did("log", "walk")
    own = solna.log_file
    put(solna.folder / "log", [*THREE, HEAD], OTHER)
    own.write_bytes(own.read_bytes() + HEAD)
    other, mine = f"{OTHER}:4: ", f"{own.name}:2: "
    for sealed in (False, True):
        if sealed:
            solna.did("log", "walk")
            put(solna.folder / "log", [*THREE, HEAD + b"\n", *chain(walk(9), previous=SEEN[FILE][1])], OTHER)
        said = solna.run("check").out.splitlines()
        (place,) = [number for number, line in enumerate(said) if line.startswith(mine)]
        assert said[place + 1].startswith("  Posten bekräftades aldrig. Logga den på nytt")
        (place,) = [number for number, line in enumerate(said) if line.startswith(other)]
        assert "ogga" not in said[place + 1]
        assert ("kopierats färdigt" in said[place]) is not sealed


def test_very_many_bad_lines_are_counted_and_not_kept(folder: Path) -> None:
    """A file of anything else costs little memory; the number of its lines is right all the same."""
    for line in (b"x\n", b"{\n"):
        health = of(folder, [THREE[0], *[line] * 5000]).reading.health
        assert health.count("damaged") == 5000
        assert len(health.troubles) == 1000
    health = of(folder, [THREE[0], *[b"{\n"] * 5000, THREE[1]]).reading.health
    assert (health.count("torn"), len(health.troubles)) == (5000, 1000)


def test_a_fragment_before_a_newer_line_is_damaged(folder: Path) -> None:
    """Nobody knows whether the newer line continues what is before the fragment."""
    newer = raw({**written(2), "v": 2}, THREE[0][-19:-3].decode())
    after = chain(walk(3), previous=newer[-19:-3].decode())
    reading = of(folder, [THREE[0], b'{"v":1,"op\n', newer, *after])
    assert reading.sorts == [("damaged", 2), ("newer", 3)]


@pytest.mark.parametrize("line", [b'{"v":1}\n', b"[1]\n", b'{"v":1,"op":"log"}\n', b"12\n"])
def test_json_that_is_no_record_is_never_torn(folder: Path, line: bytes) -> None:
    """Nothing that was cut off looks like that."""
    assert of(folder, [THREE[0], line, *THREE[1:]]).sorts == [("damaged", 2)]


# --- changes by hand -------------------------------------------------------------------------------

FIVE = chain(*(walk(number) for number in (1, 2, 3, 4, 5)))
EDITED = FIVE[2].replace(b"vandring 3", b"vandring 9")
OTHER_LINE = chain(walk(6))[0]
_CHANGES = "deleted first-deleted edited only-edited inserted put-first moved last-to-first twice all-twice"


@pytest.mark.parametrize(
    ("lines", "named"),
    [
        ([FIVE[0], FIVE[2], FIVE[3], FIVE[4]], [2]),
        ([FIVE[1], FIVE[2], FIVE[3], FIVE[4]], [1]),
        ([FIVE[0], FIVE[1], EDITED, FIVE[3], FIVE[4]], [3]),
        ([EDITED], [1]),
        ([FIVE[0], FIVE[1], FIVE[2], FIVE[3], OTHER_LINE, FIVE[4]], [5, 6]),
        ([OTHER_LINE, *FIVE], [2]),
        ([FIVE[0], FIVE[2], FIVE[1], FIVE[3], FIVE[4]], [2, 3, 4]),
        ([FIVE[4], *FIVE[:4]], [1, 2]),
        ([*FIVE[:2], *FIVE[1:]], [3]),
        ([*FIVE, *FIVE], [6]),
    ],
    ids=_CHANGES.split(),
)
def test_a_line_changed_by_hand_is_named(folder: Path, lines: list[bytes], named: list[int]) -> None:
    """With file and line, as edited; what parses still counts."""
    reading = of(folder, lines)
    assert reading.troubles == [("edited", FILE, line) for line in named]
    assert len(reading.numbers) == len({json.loads(line)["id"] for line in lines})


@pytest.mark.parametrize("kept", range(5))
def test_last_lines_that_are_gone_are_noticed(folder: Path, kept: int) -> None:
    """No chain tells of the last lines: what this machine has seen does."""
    put(folder, FIVE)
    seen = found(folder).ends
    put(folder, FIVE[:kept])
    assert found(folder).troubles == []
    assert found(folder, seen).troubles == [("shrunk", FILE, None)]


def test_last_lines_that_were_replaced_are_noticed(folder: Path) -> None:
    """A shorter file that has grown again since has lost them all the same."""
    put(folder, FIVE)
    seen = found(folder).ends
    put(folder, chain(*(walk(number) for number in (1, 2, 3, 6, 7, 8, 9))))
    assert found(folder, seen).troubles == [("shrunk", FILE, None)]


def test_more_lines_than_seen_are_no_loss(folder: Path) -> None:
    """A file that grew, also in its middle, has lost nothing."""
    put(folder, FIVE[:3])
    seen = found(folder).ends
    put(folder, FIVE)
    assert found(folder, seen).troubles == []
    put(folder, [FIVE[0], OTHER_LINE, *FIVE[1:]])
    assert found(folder, seen).troubles == [("edited", FILE, 2), ("edited", FILE, 3)]


def test_a_moved_last_line_is_no_loss(folder: Path) -> None:
    """It is there, if at the wrong place."""
    put(folder, FIVE)
    seen = found(folder).ends
    put(folder, [FIVE[4], *FIVE[:4]])
    assert "shrunk" not in {sort for sort, _, _ in found(folder, seen).troubles}


def test_a_file_that_vanished_is_noticed(folder: Path) -> None:
    """Also if the whole folder is gone."""
    put(folder, FIVE)
    put(folder, THREE, OTHER)
    seen = found(folder).ends
    (folder / OTHER).unlink()
    assert found(folder, seen).troubles == [("vanished", OTHER, None)]
    (folder / FILE).unlink()
    folder.rmdir()
    assert found(folder, seen).troubles == [("vanished", FILE, None), ("vanished", OTHER, None)]


def test_a_user_is_told_the_place(solna: World) -> None:
    """`status` names file and line of what was edited, and a loss is said at every command."""
    for _ in range(3):
        solna.run("log", "walk")
    path = solna.log_file
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(lines[0].replace(b"walk", b"dialogue") + lines[1])
    shown = solna.run("status")
    assert f"{path.name}:1: ändrad för hand, eller raden före saknas" in shown.out
    for result in (shown, solna.run("status", "--format", "json"), solna.run("log", "walk")):
        assert f"Varning: poster som fanns i {path.name} saknas nu." in result.out + result.err


def test_a_lost_record_is_noticed_by_the_very_next_command(solna: World) -> None:
    """What was logged a moment ago counts as seen, though no command has read it since."""
    solna.run("log", "walk")
    solna.run("log", "dialogue")
    path = solna.log_file
    path.write_bytes(path.read_bytes().splitlines(keepends=True)[0])
    assert f"Varning: poster som fanns i {path.name} saknas nu" in solna.run("status").out
    path.unlink()
    assert f"Varning: {path.name} saknas i loggen" in solna.run("status").out
