"""Which losses and unreadable lines were accepted, and what there is to accept; stores no acceptance."""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from io import BufferedReader
from itertools import groupby
from pathlib import Path

from medborgarloften.domain.activity import Acceptance, Record
from medborgarloften.domain.integrity.health import Trouble
from medborgarloften.errors import StorageError
from medborgarloften.files.disk import open_regular
from medborgarloften.files.log.raw import belongs_after, raw_lines
from medborgarloften.files.log.read import Reading, continues
from medborgarloften.files.log.seen import Memory, spelled

_BLOCK = 1 << 20
_LOST = ("vanished", "shrunk")
_UNREAD = ("damaged", "torn", "unfinished")
_BY_LINE = (*_UNREAD, "edited")


def settled(folder: Path, reading: Reading, memory: Memory, writer: str) -> Reading:
    """Put to rest what was accepted of the troubles; name a last line that another writer has not finished.

    `folder` is that of the log, `writer` the own file, whose last line is sealed when more is written. A line
    that continues an unreadable one right before it is as it was written, and no trouble.
    """
    health, acceptances = reading.health, reading.ledger.acceptances
    kept: list[Trouble] = []
    rested: set[str] = set()
    used: set[str] = set()
    unread = 0
    for file, group in groupby(health.troubles, key=lambda trouble: trouble.file):
        troubles = list(group)
        records = [record for record in acceptances if _acceptance(record).file == spelled(file)]
        path = folder / file if file in health.ends else None
        if any(trouble.sort in _LOST for trouble in troubles) and _is_accepted(file, path, records, memory):
            troubles = [trouble for trouble in troubles if trouble.sort not in _LOST]
            rested.add(file)
        if path:
            troubles = _without_followers(path, troubles)
        if path and (records or file != writer):
            troubles, accepted, covering = _unaccepted(path, troubles, records, is_own=file == writer)
            unread += accepted
            used |= covering
        kept += troubles
    health = health._replace(
        troubles=tuple(kept), accepted=unread, rested=frozenset(rested), used=frozenset(used)
    )
    return reading._replace(health=health)


def to_accept(folder: Path, reading: Reading, memory: Memory, file: str) -> Acceptance | None:
    """Return what there is to accept of a file, by nobody and without a reason yet; None where nothing is."""
    troubles = [trouble for trouble in reading.health.troubles if trouble.file == file]
    has = reading.health.ends.get(file)
    lost = any(trouble.sort in _LOST for trouble in troubles)
    had = memory.files.get(file) if lost else has
    unread = [trouble for trouble in troubles if trouble.sort in _UNREAD and trouble.lines == 1]
    lines = [trouble.line for trouble in unread if trouble.line]
    edited = dict.fromkeys(
        trouble.sum for trouble in troubles if trouble.sort == "edited" and trouble.lines == 1
    )
    if had is None or not (lost or lines or edited):
        return None
    digests, last = _digests(folder / file, lines) if has else ({}, 0)
    torn = digests.pop(last, None)
    damaged = tuple(dict.fromkeys(digests.values()))
    return Acceptance("", spelled(file), had, has, damaged, torn, tuple(edited), "")


def _acceptance(record: Record) -> Acceptance:
    assert isinstance(record.content, Acceptance)
    return record.content


def _is_accepted(file: str, path: Path | None, records: Sequence[Record], memory: Memory) -> bool:
    """Tell whether the loss of a file, which is gone where it has no `path`, was accepted."""
    had, spent = memory.files[file].records, memory.spent.get(file, ())
    unspent = [_acceptance(record) for record in records if record.id not in spent]
    return any(
        content.has is None or (path is not None and continues(path, content.has))
        for content in unspent
        if content.had != content.has and had <= content.had.records
    )


def _without_followers(path: Path, troubles: list[Trouble]) -> list[Trouble]:
    """Return the troubles without lines that continue the unreadable one right before them."""
    edited = [trouble.line for trouble in troubles if trouble.sort == "edited" and trouble.line]
    before: Mapping[int, int] = {}
    if edited and any(trouble.sort in _UNREAD for trouble in troubles):
        with suppress(StorageError):
            before = belongs_after(raw_lines(path), edited)
    followers = {line for line, previous in before.items() if previous and previous + 1 == line}
    return [trouble for trouble in troubles if trouble.sort != "edited" or trouble.line not in followers]


def _unaccepted(
    path: Path, troubles: list[Trouble], records: Sequence[Record], *, is_own: bool
) -> tuple[list[Trouble], int, set[str]]:
    """Return the troubles without lines that were accepted, where one that is not finished yet is named so.

    With it the number of unreadable lines that were accepted, and the ids of the acceptances that have any.
    """
    lines = [trouble.line for trouble in troubles if trouble.sort in _UNREAD and trouble.line]
    digests, last = _digests(path, lines)
    accepted: dict[str, set[str]] = {}
    for record in records:
        content = _acceptance(record)
        for word in (*content.damaged, *([content.torn] if content.torn else []), *content.edited):
            accepted.setdefault(word, set()).add(record.id)
    kept, unread, used = list[Trouble](), 0, set[str]()
    for trouble in troubles:
        word = trouble.sum if trouble.sort == "edited" else digests.get(trouble.line or 0, "")
        # one of several stands for others, whose lines nobody has accepted
        if trouble.sort in _BY_LINE and trouble.lines == 1 and word in accepted:
            unread += trouble.sort in _UNREAD
            used |= accepted[word]
        elif trouble.sort == "torn" and trouble.line == last and not is_own:
            kept.append(trouble._replace(sort="unfinished", reason="log.unfinished"))
        else:
            kept.append(trouble)
    return kept, unread, used


def _digests(path: Path, lines: Collection[int]) -> tuple[dict[int, str], int]:
    r"""Return the SHA-256 of lines, without their `\\n`, and the number of a last one that has none, or 0."""
    if not lines:
        return {}, 0
    hashes = {line: hashlib.sha256() for line in lines}
    number, ended = 1, True
    try:
        with BufferedReader(open_regular(path)) as file:
            while piece := file.readline(_BLOCK):
                ended = piece.endswith(b"\n")
                if number in hashes:
                    hashes[number].update(piece.removesuffix(b"\n"))
                number += ended
    except OSError:
        return {}, 0
    return {line: digest.hexdigest() for line, digest in hashes.items()}, 0 if ended else number
