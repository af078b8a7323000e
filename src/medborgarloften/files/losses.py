"""What is missing from writers' files, or unreadable in them, and how much of it was accepted."""

import hashlib
from collections.abc import Collection, Sequence
from io import BufferedReader
from itertools import groupby
from pathlib import Path

from medborgarloften.domain.activity import Acceptance, Record
from medborgarloften.domain.health import Trouble
from medborgarloften.domain.ids import End
from medborgarloften.files.log import Reading, continues, open_regular
from medborgarloften.files.seen import Memory, spelled

_BLOCK = 1 << 20
_LOST = ("vanished", "shrunk")
_UNREAD = ("damaged", "torn", "unfinished")


def settled(folder: Path, reading: Reading, memory: Memory, writer: str) -> Reading:
    """Put to rest what was accepted of the troubles; name a last line that another writer has not finished.

    `folder` is that of the log, `writer` the own file, whose last line is sealed when more is written.
    """
    health = reading.health
    kept: list[Trouble] = []
    rested: set[str] = set()
    for file, group in groupby(health.troubles, key=lambda trouble: trouble.file):
        troubles = list(group)
        records = [record for record in reading.ledger.acceptances if _of(record).file == spelled(file)]
        there = folder / file if file in health.ends else None
        if any(trouble.sort in _LOST for trouble in troubles) and _rests(file, there, records, memory):
            troubles = [trouble for trouble in troubles if trouble.sort not in _LOST]
            rested.add(file)
        if there and (records or file != writer):
            troubles = _read_on(there, troubles, records, ours=file == writer)
        kept += troubles
    read = len(health.troubles) - len(kept) - len(rested)
    return reading._replace(
        health=health._replace(troubles=tuple(kept), accepted=read, rested=frozenset(rested))
    )


def to_accept(folder: Path, reading: Reading, memory: Memory, file: str) -> Acceptance | None:
    """Return what there is to accept of a file, by nobody and without a reason yet; None where nothing is."""
    troubles = [trouble for trouble in reading.health.troubles if trouble.file == file]
    end = reading.health.ends.get(file)
    has = End(*end) if end else None
    lost = any(trouble.sort in _LOST for trouble in troubles)
    had = memory.files.get(file) if lost else has
    unread = [trouble for trouble in troubles if trouble.sort in _UNREAD and trouble.lines == 1]
    lines = [trouble.line for trouble in unread if trouble.line]
    if had is None or not (lost or lines):
        return None
    digests, last = _digests(folder / file, lines) if has else ({}, 0)
    torn = digests.pop(last, None)
    return Acceptance("", spelled(file), had, has, tuple(dict.fromkeys(digests.values())), torn, "")


def _of(record: Record) -> Acceptance:
    assert isinstance(record.content, Acceptance)
    return record.content


def _rests(file: str, there: Path | None, records: Sequence[Record], memory: Memory) -> bool:
    """Tell whether the loss of a file, gone where it is not `there`, is one that was accepted."""
    had, spent = memory.files[file].records, memory.spent.get(file, ())
    open_to_it = [_of(record) for record in records if record.id not in spent]
    return any(
        content.has is None or (there is not None and continues(there, content.has))
        for content in open_to_it
        if content.had != content.has and had <= content.had.records
    )


def _read_on(path: Path, troubles: list[Trouble], records: Sequence[Record], *, ours: bool) -> list[Trouble]:
    """Return the troubles without unreadable lines that were accepted; name one that is not finished yet."""
    lines = [trouble.line for trouble in troubles if trouble.sort in _UNREAD and trouble.line]
    digests, last = _digests(path, lines)
    contents = [_of(record) for record in records]
    accepted = {digest for content in contents for digest in (*content.damaged, content.torn)}
    return [
        trouble._replace(sort="unfinished", reason="log.unfinished")
        if trouble.sort == "torn" and trouble.line == last and not ours
        else trouble
        for trouble in troubles
        if trouble.sort not in _UNREAD
        or trouble.lines > 1  # it stands for others, whose lines nobody has accepted
        or digests.get(trouble.line or 0) not in accepted
    ]


def _digests(path: Path, lines: Collection[int]) -> tuple[dict[int, str], int]:
    r"""Return the SHA-256 of lines, without their `\\n`, and the number of a last one that has none, or 0."""
    if not lines:
        return {}, 0
    found = {line: hashlib.sha256() for line in lines}
    number, ended = 1, True
    try:
        with BufferedReader(open_regular(path)) as file:
            while piece := file.readline(_BLOCK):
                ended = piece.endswith(b"\n")
                if number in found:
                    found[number].update(piece.removesuffix(b"\n"))
                number += ended
    except OSError:
        return {}, 0
    return {line: digest.hexdigest() for line, digest in found.items()}, 0 if ended else number
