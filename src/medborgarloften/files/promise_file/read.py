"""Promise files read into agreements, or refused with every finding at its line; writes no promise file."""

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from medborgarloften import __version__
from medborgarloften.domain.promise import Agreement, Language
from medborgarloften.errors import DataError, Finding, LoftenError, Place
from medborgarloften.files.disk import open_regular, unreadable
from medborgarloften.files.promise_file.build import build, without_extensions
from medborgarloften.files.promise_file.document import Document, KeyPath, Position, place_at, read_text
from medborgarloften.files.promise_file.yaml_text import read_document

LARGEST = 1 << 20  # bytes; a large agreement has 20 kB


def doubles(paths: Iterable[Path]) -> dict[str, str]:
    """Return the promise files that are the same as another to the byte, each with that one's name.

    The one with the shortest name is the original. What cannot be read is left out.
    """
    sized: dict[int, list[Path]] = {}
    for path in sorted(paths, key=lambda path: (len(path.name), path.name)):
        with suppress(OSError):
            sized.setdefault(path.stat().st_size, []).append(path)
    originals: dict[str, str] = {}
    for same_size in (group for group in sized.values() if len(group) > 1):
        names: dict[bytes, str] = {}
        for path in same_size:
            with suppress(LoftenError):
                original = names.setdefault(read_file(path), path.name)
                if original != path.name:
                    originals[path.name] = original
    return originals


def read_agreements(paths: Iterable[Path], cache: Path | None) -> tuple[Agreement, ...]:
    """Read promise files, by period. Raises `DataError` with the findings of all of them, drafts too.

    The arguments are those of `read_all`.
    """
    agreements, findings, of_drafts = read_all(paths, cache)
    if findings or of_drafts:
        raise DataError(*findings, *of_drafts)
    return agreements


class ReadAll(NamedTuple):
    """The agreements that could be read, what is wrong with the others, and with those that are drafts."""

    agreements: tuple[Agreement, ...]
    findings: tuple[Finding, ...]
    of_drafts: tuple[Finding, ...]


def read_all(paths: Iterable[Path], cache: Path | None) -> ReadAll:
    """Read promise files, by period, and whatever is wrong with them.

    A draft that is wrong, or that overlaps another agreement, is left out. A file that is the same as another
    to the byte is passed over (see `doubles`). `cache` is a folder for the stamps of files that were checked
    before; None does without.
    """
    read: list[tuple[Agreement, Path]] = []
    findings: list[Finding] = []
    of_drafts: list[Finding] = []
    files = [*paths]
    passed_over = doubles(files)
    for path in (path for path in files if path.name not in passed_over):
        try:
            read.append((read_agreement(path, cache), path))
        except DataError as error:
            (of_drafts if _is_draft(path) else findings).extend(error.findings)
    agreed = sorted((entry for entry in read if not entry[0].draft), key=lambda entry: entry[0].period)
    findings += _overlaps(agreed)
    for draft in sorted((entry for entry in read if entry[0].draft), key=lambda entry: entry[0].period):
        clashes = [*_overlaps([*agreed, draft])]
        of_drafts += clashes
        agreed += [] if clashes else [draft]
    agreed.sort(key=lambda entry: entry[0].period)
    return ReadAll(tuple(agreement for agreement, _ in agreed), tuple(findings), tuple(of_drafts))


def _is_draft(path: Path) -> bool:
    """Tell whether a file says that it is a draft, whatever else is wrong with it."""
    with suppress(LoftenError):
        data = _unchecked_data(path)
        return isinstance(data, dict) and data.get("draft") is True
    return False


def _overlaps(read: list[tuple[Agreement, Path]]) -> Iterator[Finding]:
    """Yield a finding for every two files whose periods overlap, in the one that is a copy by its name."""
    for (first, first_path), (second, second_path) in combinations(read, 2):
        if common := first.period.clip(second.period):
            from medborgarloften.files.copies import copies

            originals = copies((first.file, second.file))
            path, other = second_path, first.file
            if originals.get(first.file) == second.file:
                path, other = first_path, second.file
            code = "window.overlap_copy" if originals.get(path.name) == other else "window.overlap"
            facts = {"other": other, "span": common}
            yield Finding(code, facts, _place(path, ("period",)))


def language_of(paths: Iterable[Path]) -> Language:
    """Return the language that the last readable file asks for, unchecked; "sv" where none asks for another.

    Errors in promise files are to be said in that language, too.
    """
    language: Language = "sv"
    for path in paths:
        with suppress(LoftenError):
            data = _unchecked_data(path)
            if isinstance(data, dict):
                language = "en" if data.get("language") == "en" else "sv"
    return language


def unchecked(path: Path) -> Agreement:
    """Build an agreement from a file as it stands, for guesses; raises anything where it is wrong."""
    return build(_unchecked_data(path), path.name)


def _unchecked_data(path: Path) -> Any:
    return read_document(read_text(read_file(path), path.name), path.name).data


def read_agreement(path: Path, cache: Path | None) -> Agreement:
    """Read one promise file. Raises `DataError`, or `StorageError` where it cannot be read.

    `cache` is as for `read_all`.
    """
    raw = read_file(path)
    return checked(raw, path.name, _stamp(raw, cache))


def checked(raw: bytes, file: str, stamp: Path | None = None) -> Agreement:
    """Build the agreement of a promise file's bytes. Raises `DataError` with everything that is wrong.

    Where `stamp` exists the same bytes were found valid before, and are not checked again.
    """
    text = read_text(raw, file)
    document = read_document(text, file)
    if stamp is None or not stamp.exists():
        findings = check(document, text, file)
        if findings:
            raise DataError(*findings)
        _leave(stamp)
    return build(document.data, file)


def check(document: Document, text: str, file: str) -> list[Finding]:
    """Return everything that is wrong in a promise file, in the order of its lines."""
    if not document.data:
        return [Finding("file.empty", {}, Place(file))]
    from medborgarloften.files.promise_file import feasibility, references
    from medborgarloften.files.promise_file.schema import problems as schema

    data = without_extensions(document.data)
    problems = [*schema.problems(document.data), *references.problems(data)]
    problems += feasibility.problems(data, [problem.path for problem in problems])
    faults: list[tuple[Position, str, Mapping[str, object]]] = [
        (at, "yaml.twice", {"key": str(path[-1]), "line": document.keys[path].line})
        for path, at in document.repeated
    ]
    faults += [
        (_position(document, problem.path, is_key=problem.is_key), problem.code, problem.facts)
        for problem in problems
    ]
    faults.sort(key=lambda fault: fault[0])
    return [Finding(code, facts, place_at(at, text, file)) for at, code, facts in faults]


def read_file(path: Path) -> bytes:
    """Return a promise file's bytes. Raises `DataError` for a folder or over 1 MiB, and `StorageError`."""
    try:
        if path.is_dir():
            raise DataError(Finding("file.folder", {}, Place(path.name)))
        with open_regular(path) as file:
            if os.fstat(file.fileno()).st_size > LARGEST:
                raise DataError(Finding("file.large", {}, Place(path.name)))
            return file.read()
    except OSError as error:
        raise unreadable(path, error) from None


def _place(file: Path, path: KeyPath) -> Place:
    """Return where a path stands in a promise file that was read before."""
    text = read_text(read_file(file), file.name)
    return place_at(_position(read_document(text, file.name), path), text, file.name)


def _position(document: Document, path: KeyPath, *, is_key: bool = False) -> Position:
    """Return where a path stands; where it is missing, where its nearest surrounding stands."""
    places = document.keys if is_key else document.values
    while path and path not in places:
        path, places = path[:-1], document.values
    return places.get(path, Position(1, 1))


def _stamp(raw: bytes, cache: Path | None) -> Path | None:
    digest = hashlib.sha256(__version__.encode() + b"\0" + raw).hexdigest()
    return cache / f"{digest}.ok" if cache else None


def _leave(stamp: Path | None) -> None:
    """Remember that these bytes are valid; a cache that cannot be written costs time only."""
    with suppress(OSError):
        if stamp is not None:
            stamp.parent.mkdir(parents=True, exist_ok=True)
            stamp.touch()
