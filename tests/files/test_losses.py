"""What was accepted rests, exactly that; whatever is lost or damaged after it is said again."""

import hashlib
import itertools
import os
from collections.abc import Sequence
from itertools import permutations
from pathlib import Path

import pytest

from logs import FILE, chain, put, record, walk
from medborgarloften.domain.activity import Acceptance, Record
from medborgarloften.domain.ids import End
from medborgarloften.files.log import read
from medborgarloften.files.log.losses import settled, to_accept
from medborgarloften.files.log.read import Reading, read_log
from medborgarloften.files.log.seen import Memory, memory_of, recall, recall_moved, remember, spelled

OWN, THIRD = "kommun-222222.jsonl", "region-333333.jsonl"
FIVE = chain(*(walk(number) for number in range(1, 6)))
OTHERS = chain(*(walk(number) for number in range(11, 18)))
BAD, WORSE = b'{"v":1,"op":"log"}\n', b"[]\n"


class Machine:
    """One machine with its own copy of the log, and what it remembers of it."""

    def __init__(self, folder: Path, writer: str = OWN) -> None:
        """Work in a folder of its own."""
        self.folder, self.writer = folder, writer
        self.log = folder / "solna" / "log"
        self.log.parent.mkdir(parents=True)
        self.numbers = itertools.count(int.from_bytes(folder.name.encode()) % 2**40)

    @property
    def memory(self) -> Path:
        """The file of its memory."""
        path = memory_of(self.log.parent, self.folder / "state")
        assert path
        return path

    def put(self, lines: Sequence[bytes], name: str = FILE) -> None:
        """Have a file with these lines; with none of them it is gone."""
        if lines:
            put(self.log, lines, name)
        else:
            (self.log / name).unlink()

    def read(self) -> tuple[Reading, Memory]:
        """Read the log as a command does."""
        seen = recall_moved(self.memory, self.log)
        reading = settled(self.log, read_log(self.log, seen.files), seen, self.writer)
        remember(self.memory, seen, reading, self.log.parent)
        return reading, seen

    def said(self) -> list[tuple[str, str, int | None]]:
        """Return what is wrong with the files."""
        troubles = self.read()[0].health.troubles
        return [(str(trouble.sort), trouble.file, trouble.line) for trouble in troubles]

    def accept(self, name: str = FILE) -> Record:
        """Accept what is lost of a file, in the own file."""
        reading, seen = self.read()
        content = to_accept(self.log, reading, seen, name)
        assert content
        accepted = record(next(self.numbers), content._replace(by="kommun", reason="prov"), "accept")
        path = self.log / self.writer
        previous = read_log(self.log, {}).health.ends.get(self.writer, (0, ""))[1]
        with path.open("ab") as file:
            file.write(b"".join(chain(accepted, previous=previous)))
        return accepted


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "PATIENCE", 0)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """Return a machine that has seen five records of another writer."""
    machine = Machine(tmp_path / "a")
    machine.put(FIVE)
    assert machine.said() == []
    return machine


SHRUNK, VANISHED = [("shrunk", FILE, None)], [("vanished", FILE, None)]


@pytest.mark.parametrize("left", range(5), ids=str)
def test_an_accepted_loss_is_not_said_again(machine: Machine, left: int) -> None:
    """Neither of a file that lost its last lines nor of one that is gone."""
    machine.put(FIVE[:left])
    assert machine.said() == machine.said() == (SHRUNK if left else VANISHED)
    content = machine.accept().content
    assert isinstance(content, Acceptance)
    assert (content.had.records, content.has.records if content.has else 0) == (5, left)
    for _ in range(3):
        assert machine.said() == []


@pytest.mark.parametrize("left", [0, 2], ids=["gone", "shrunk"])
def test_a_further_loss_is_a_new_one(machine: Machine, left: int) -> None:
    """What follows the accepted loss, and what was left of it, is missed when it goes."""
    machine.put(FIVE[:left])
    machine.accept()
    assert machine.said() == []
    machine.put([*FIVE[:left], *chain(walk(8), walk(9), previous=_sum(FIVE[:left]))])
    assert machine.said() == []
    machine.put(FIVE[: left + 1])
    assert machine.said() == SHRUNK
    machine.put(FIVE[:1])
    assert machine.said() == SHRUNK
    machine.put([])
    assert machine.said() == VANISHED
    machine.accept()
    assert machine.said() == []


def _sum(lines: Sequence[bytes]) -> str:
    return lines[-1][-19:-3].decode() if lines else ""


def test_what_was_left_may_not_be_lost_before_the_next_look(machine: Machine) -> None:
    """The acceptance is of a file that is, or continues, what it was then."""
    machine.put(FIVE[:3])
    machine.accept()
    machine.put(FIVE[:2])
    assert machine.said() == machine.said() == SHRUNK
    machine.put([])
    assert machine.said() == VANISHED


@pytest.mark.parametrize("left", [0, 2], ids=["gone", "shrunk"])
def test_a_lost_file_may_come_back(machine: Machine, left: int) -> None:
    """Whole, or longer than it was; what is lost after that is missed."""
    machine.put(FIVE[:left])
    machine.accept()
    assert machine.said() == []
    machine.put(FIVE)
    assert machine.said() == []
    more = [*FIVE, *chain(walk(6), previous=_sum(FIVE))]
    machine.put(more)
    assert machine.said() == []
    machine.put(FIVE)
    assert machine.said() == SHRUNK


def test_a_new_file_may_take_the_place_of_one_that_is_gone(machine: Machine) -> None:
    """Someone threw a trial away and began in earnest; the new file is remembered like any other."""
    machine.put([])
    machine.accept()
    machine.put(OTHERS[:2])
    assert machine.said() == []
    machine.put(OTHERS[:1])
    assert machine.said() == SHRUNK


def test_a_new_file_that_came_first_is_accepted_as_it_is(machine: Machine) -> None:
    """It holds none of what was there before, and goes on."""
    machine.put(OTHERS[:2])
    assert machine.said() == SHRUNK
    machine.accept()
    machine.put(OTHERS[:4])
    assert machine.said() == []
    machine.put(OTHERS[:3])
    assert machine.said() == SHRUNK


def test_the_own_file_may_be_accepted(machine: Machine) -> None:
    """The acceptance stands in the very file, and its own loss is one."""
    machine.put(OTHERS[:4], OWN)
    assert machine.said() == []
    machine.put(OTHERS[:1], OWN)
    assert machine.said() == [("shrunk", OWN, None)]
    machine.accept(OWN)
    assert machine.said() == []
    machine.put(OTHERS[:1], OWN)
    assert machine.said() == [("shrunk", OWN, None)]


# --- two machines


def test_another_machine_takes_the_acceptance_over(machine: Machine, tmp_path: Path) -> None:
    """One that knew no more of the file; one that knew more says what it misses."""
    same, less, more = (Machine(tmp_path / name, THIRD) for name in ("same", "less", "more"))
    same.put(FIVE)
    less.put(FIVE[:4])
    more.put([*FIVE, *chain(walk(6), previous=_sum(FIVE))])
    for other in (same, less, more):
        assert other.said() == []
    machine.put(FIVE[:2])
    machine.accept()
    own = (machine.log / OWN).read_bytes().splitlines(keepends=True)
    for other, said in ((same, []), (less, []), (more, SHRUNK)):
        other.put(own, OWN)
        assert other.said() == []
        other.put(FIVE[:2])
        assert other.said() == other.said() == said
    more.accept()
    assert more.said() == []


def test_a_machine_that_never_saw_the_loss_misses_what_it_saw(machine: Machine, tmp_path: Path) -> None:
    """An acceptance of before its time does not cover what it loses later."""
    machine.put(FIVE[:2])
    machine.accept()
    other = Machine(tmp_path / "late", THIRD)
    other.put((machine.log / OWN).read_bytes().splitlines(keepends=True), OWN)
    grown = [*FIVE[:2], *chain(walk(8), previous=_sum(FIVE[:2]))]
    other.put(grown)
    assert other.said() == []
    other.put(FIVE[:2])
    assert other.said() == SHRUNK


def test_the_acceptance_may_be_in_any_file_in_any_order(tmp_path: Path) -> None:
    """Where the file with it stands among the others does not matter, nor that it is there twice."""
    for place, names in enumerate(permutations([FILE, OWN, THIRD])):
        lost, own, copy = names
        machine = Machine(tmp_path / str(place), own)
        machine.put(FIVE, lost)
        assert machine.said() == []
        machine.put(FIVE[:1], lost)
        machine.accept(lost)
        machine.put((machine.log / own).read_bytes().splitlines(keepends=True), copy)
        assert machine.said() == []


# --- lines that cannot be read


def test_an_accepted_line_is_not_said_again(machine: Machine) -> None:
    """It is known by its bytes; another one that is damaged is said, and how many are accepted is counted."""
    machine.put([*FIVE, BAD, WORSE])
    assert machine.said() == [("damaged", FILE, 6), ("damaged", FILE, 7)]
    content = machine.accept().content
    assert isinstance(content, Acceptance)
    assert content.damaged == tuple(hashlib.sha256(line[:-1]).hexdigest() for line in (BAD, WORSE))
    assert (content.had, content.torn) == (content.has, None)
    assert machine.said() == []
    assert machine.read()[0].health.accepted == 2
    more = chain(walk(6), previous=_sum(FIVE))
    machine.put([*FIVE, BAD, WORSE, *more, b"{}\n"])
    assert machine.said() == [("damaged", FILE, 9)]
    machine.put([*FIVE, *more])
    assert machine.said() == []
    assert machine.read()[0].health.accepted == 0


def test_an_accepted_line_covers_no_loss(machine: Machine) -> None:
    """What was accepted with a damaged line is that line."""
    machine.put([*FIVE, BAD])
    machine.accept()
    machine.put([*FIVE[:4], BAD])
    assert machine.said() == SHRUNK


def test_a_loss_and_damage_are_accepted_together(machine: Machine) -> None:
    """One acceptance has all that is wrong with the file."""
    machine.put([*FIVE[:2], BAD])
    machine.accept()
    assert machine.said() == []


def test_the_gap_of_an_accepted_loss_is_accepted_with_it(machine: Machine) -> None:
    """The line after it does not continue the chain, then and for ever; after another line it would again."""
    machine.put([FIVE[0], *FIVE[2:]])
    assert machine.said() == [*SHRUNK, ("edited", FILE, 2)]
    content = machine.accept().content
    assert isinstance(content, Acceptance)
    assert (content.damaged, len(content.edited)) == ((), 1)
    assert machine.said() == machine.said() == []
    assert machine.read()[0].health.accepted == 0
    machine.put(FIVE[2:])
    assert machine.said() == [*SHRUNK, ("edited", FILE, 1)]


def test_an_edited_line_is_accepted_where_nothing_is_known_to_be_lost(
    machine: Machine, tmp_path: Path
) -> None:
    """A machine that never saw the record before it cannot tell the two apart; another edit is said."""
    other = Machine(tmp_path / "late", THIRD)
    other.put([FIVE[0], *FIVE[2:]])
    assert other.said() == [("edited", FILE, 2)]
    content = other.accept().content
    assert isinstance(content, Acceptance)
    assert content.had == content.has
    assert other.said() == []
    machine.put((other.log / THIRD).read_bytes().splitlines(keepends=True), THIRD)
    machine.put([FIVE[0], *FIVE[2:]])
    assert machine.said() == SHRUNK
    other.put([FIVE[0], FIVE[2], FIVE[3].replace(b"walk", b"ride"), FIVE[4]])
    assert other.said() == [("edited", FILE, 3)]


def test_a_line_that_continues_an_unreadable_one_is_not_edited(machine: Machine) -> None:
    """The sum of the one before still tells; only where that is gone too, nobody knows."""
    machine.put([FIVE[0], FIVE[1].replace(b'"op"', b'"o', 1), *FIVE[2:]])
    assert machine.said() == [("damaged", FILE, 2), *SHRUNK][::-1]
    machine.accept()
    assert machine.said() == []
    machine.put([FIVE[0], b"xxxx\n", *FIVE[2:]])
    assert machine.said() == [("damaged", FILE, 2), ("edited", FILE, 3)]
    machine.accept()
    assert machine.said() == []


def test_a_long_line_is_known_by_all_of_it(machine: Machine) -> None:
    """Two lines that differ behind the first megabytes are two."""
    machine.put([*FIVE, b"x" * 3_000_000 + b"1\n"])
    machine.accept()
    assert machine.said() == []
    machine.put([*FIVE, b"x" * 3_000_000 + b"2\n"])
    assert machine.said() == [("damaged", FILE, 6)]


# --- a last line that is not finished


HALF = chain(walk(6), previous=_sum(FIVE))[0]


def test_another_writers_file_that_ends_within_a_line_is_unfinished(machine: Machine) -> None:
    """It may be half copied; the own one was interrupted, and is sealed by the next record."""
    machine.put([*FIVE, HALF[:40]])
    assert machine.said() == [("unfinished", FILE, 6)]
    machine.put([*FIVE, HALF])
    machine.put([HALF[:40]], OWN)
    assert machine.said() == [("torn", OWN, 1)]
    machine.put([HALF[:40], b"\n", *chain(walk(20))], OWN)
    machine.put([*FIVE, HALF[:40], b"\n", HALF])
    assert machine.said() == [("torn", FILE, 6), ("torn", OWN, 1)]


def test_an_end_that_never_comes_is_accepted(machine: Machine) -> None:
    """Until its writer continues: sealed it is the same line, finished it is a record, and else a new one."""
    machine.put([*FIVE, HALF[:40]])
    content = machine.accept().content
    assert isinstance(content, Acceptance)
    assert (content.damaged, content.torn) == ((), hashlib.sha256(HALF[:40]).hexdigest())
    assert machine.said() == []
    machine.put([*FIVE, HALF[:50]])
    assert machine.said() == [("unfinished", FILE, 6)]
    machine.put([*FIVE, HALF[:40], b"\n", HALF])
    assert machine.said() == []
    machine.put([*FIVE, HALF])
    assert machine.said() == []
    machine.put(FIVE)
    assert machine.said() == SHRUNK


# --- what there is to accept


def test_nothing_is_accepted_where_nothing_is_wrong(machine: Machine) -> None:
    """Neither of a file that is whole nor of one that nobody knows."""
    reading, seen = machine.read()
    assert to_accept(machine.log, reading, seen, FILE) is None
    assert to_accept(machine.log, reading, seen, "nobody.jsonl") is None


def test_an_acceptance_is_used_once(machine: Machine) -> None:
    """The memory has which ones it has used, so that the same loss happening again is said again."""
    machine.put(FIVE[:2])
    accepted = machine.accept()
    assert machine.said() == []
    assert recall(machine.memory).spent == {FILE: (accepted.id,)}
    assert recall(machine.memory).files[FILE] == End(2, _sum(FIVE[:2]))


def test_two_middle_lines_are_two_losses(machine: Machine) -> None:
    """The records that come after the first loss hide it from no machine: the second one is said."""
    machine.put([FIVE[0], *FIVE[2:]])
    accepted = machine.accept()
    grown = [FIVE[0], *FIVE[2:], *chain(walk(8), previous=_sum(FIVE))]
    machine.put(grown)
    assert machine.said() == []
    assert recall(machine.memory).spent == {FILE: (accepted.id,)}
    machine.put([*grown[:2], *grown[3:]])
    assert machine.said() == [*SHRUNK, ("edited", FILE, 3)]
    machine.accept()
    assert machine.said() == []


def test_a_name_that_is_no_utf8_can_be_accepted(tmp_path: Path) -> None:
    """A record holds it as it is shown, and it rests like any other."""
    machine, name = Machine(tmp_path / "utf"), os.fsdecode(b"k\xf6n.jsonl")
    try:
        machine.put(FIVE, name)
    except OSError:
        pytest.skip("this disk has no such names")
    assert machine.said() == []
    machine.put(FIVE[:2], name)
    accepted = machine.accept(name)
    assert machine.said() == []
    assert recall(machine.memory).spent == {name: (accepted.id,)}
    assert spelled("k\udcf6n.jsonl") == "k\\udcf6n.jsonl"
    assert spelled("kön-7f3a9c.jsonl") == "kön-7f3a9c.jsonl"
