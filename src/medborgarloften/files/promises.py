"""Promise files: read, checked with every finding at its place, and built into agreements."""

import hashlib
import os
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import combinations
from pathlib import Path as FilePath
from typing import Any

from medborgarloften import __version__
from medborgarloften.domain.period import Period
from medborgarloften.domain.promise import (
    OCCASIONS,
    Agreement,
    Area,
    Kind,
    Language,
    Promise,
    Target,
    Text,
)
from medborgarloften.errors import DataError, Finding, LoftenError, Place
from medborgarloften.files.log import open_regular, unreadable
from medborgarloften.files.yaml_text import Document, Path, Position, line_at, read_document, read_text

LARGEST = 1 << 20  # bytes; a large agreement has 20 kB


def read_agreements(paths: Iterable[FilePath], cache: FilePath | None) -> tuple[Agreement, ...]:
    """Read promise files, by period. Raises `DataError` with the findings of all of them.

    `cache` is a folder for the stamps of files that were checked before; None does without.
    """
    read: list[tuple[Agreement, FilePath]] = []
    findings: list[Finding] = []
    for path in paths:
        try:
            read.append((read_agreement(path, cache), path))
        except DataError as error:
            findings += error.findings
    read.sort(key=lambda entry: entry[0].period)
    for (one, _), (other, path) in combinations(read, 2):
        if common := one.period.clip(other.period):
            facts = {"other": one.file, "first": common.first, "last": common.last}
            findings.append(Finding("window.overlap", facts, _place(path, ("period",))))
    if findings:
        raise DataError(*findings)
    return tuple(agreement for agreement, _ in read)


def language_of(paths: Iterable[FilePath]) -> Language:
    """Return the language that the last of the files asks for, unchecked: to say what is wrong in it, too."""
    found: Language = "sv"
    for path in paths:
        try:
            data = read_document(read_text(read_file(path), path.name), path.name).data
        except LoftenError:
            continue
        if isinstance(data, dict):
            found = "en" if data.get("language") == "en" else "sv"
    return found


def read_agreement(path: FilePath, cache: FilePath | None) -> Agreement:
    """Read one promise file. Raises `DataError`, or `StorageError` where it cannot be read."""
    raw = read_file(path)
    text = read_text(raw, path.name)
    document = read_document(text, path.name)
    stamp = _stamp(raw, cache)
    if stamp is None or not stamp.exists():
        findings = check(document, text, path.name)
        if findings:
            raise DataError(*findings)
        _leave(stamp)
    return build(_without_extensions(document.data), path.name)


def unchecked(path: FilePath) -> Agreement:
    """Build an agreement from a file as it stands, for guesses; raises anything where it is wrong."""
    return build(
        _without_extensions(read_document(read_text(read_file(path), path.name), path.name).data), path.name
    )


def checked(raw: bytes, file: str) -> Agreement:
    """Read the bytes of a promise file that is not in its place yet. Raises `DataError`."""
    text = read_text(raw, file)
    document = read_document(text, file)
    findings = check(document, text, file)
    if findings:
        raise DataError(*findings)
    return build(_without_extensions(document.data), file)


def check(document: Document, text: str, file: str) -> list[Finding]:
    """Return everything that is wrong in a promise file, in the order of its lines."""
    if not document.data:
        return [Finding("file.empty", {}, Place(file))]
    from medborgarloften.files import references, schema

    found: list[tuple[Position, str, Mapping[str, object]]] = [
        *(
            (at, "yaml.twice", {"key": str(path[-1]), "line": document.keys[path].line})
            for path, at in document.repeated
        ),
        *(
            (_position(document, path, is_key=is_key), code, facts)
            for code, facts, path, is_key in schema.problems(document.data)
        ),
        *(
            (_position(document, problem.path, is_key=problem.is_key), problem.code, problem.facts)
            for problem in references.problems(_without_extensions(document.data))
        ),
    ]
    found.sort(key=lambda item: item[0])
    return [Finding(code, facts, Place(file, *at, line_at(text, at))) for at, code, facts in found]


def read_file(path: FilePath) -> bytes:
    """Return the bytes of a promise file. Raises `DataError` or `StorageError` where it is none."""
    try:
        if path.is_dir():
            raise DataError(Finding("file.folder", {}, Place(path.name)))
        with open_regular(path) as file:
            if os.fstat(file.fileno()).st_size > LARGEST:
                raise DataError(Finding("file.large", {}, Place(path.name)))
            return file.read()
    except OSError as error:
        raise unreadable(path, error) from None


def _place(file: FilePath, path: Path) -> Place:
    """Return where a path stands in a promise file that was read before."""
    text = read_text(read_file(file), file.name)
    at = _position(read_document(text, file.name), path)
    return Place(file.name, *at, line_at(text, at))


def _position(document: Document, path: Path, *, is_key: bool = False) -> Position:
    """Return where a path stands; where it is missing, where its nearest surrounding stands."""
    places = document.keys if is_key else document.values
    while path and path not in places:
        path, places = path[:-1], document.values
    return places.get(path, Position(1, 1))


def _stamp(raw: bytes, cache: FilePath | None) -> FilePath | None:
    digest = hashlib.sha256(__version__.encode() + b"\0" + raw).hexdigest()
    return cache / f"{digest}.ok" if cache else None


def _leave(stamp: FilePath | None) -> None:
    """Remember that these bytes are right; a cache that cannot be written costs time only."""
    if stamp is None:
        return
    try:
        stamp.parent.mkdir(parents=True, exist_ok=True)
        stamp.touch()
    except OSError:
        return


def _without_extensions(value: Any) -> Any:
    """Leave out the keys that begin with `x-`, at every level."""
    if isinstance(value, dict):
        return {k: _without_extensions(v) for k, v in value.items() if not k.startswith("x-")}
    return [_without_extensions(entry) for entry in value] if isinstance(value, list) else value


def build(data: dict[str, Any], file: str) -> Agreement:
    """Build the agreement from plain data that was checked, now or before."""
    period = _period(data["period"], None)
    return Agreement(
        file=file,
        municipality=_one_line(data["municipality"]),
        title=_text(data["title"]),
        period=period,
        language=data.get("language", "sv"),
        source=_optional_text(data, "source"),
        contact=_optional_text(data, "contact"),
        parties=_texts(data.get("parties", {})),
        areas={key: _area(key, entry) for key, entry in data.get("areas", {}).items()},
        kinds={key: _kind(key, entry) for key, entry in data["kinds"].items()},
        quantities=_texts(data.get("quantities", {})),
        promises=tuple(
            _promise(entry, number, period) for number, entry in enumerate(data["promises"], start=1)
        ),
    )


def _period(entry: dict[str, Any], around: Period | None) -> Period:
    """Return the window that `from` and `to` name, by default the one around it."""
    first = date.fromisoformat(entry["from"]) if around is None or "from" in entry else around.first
    last = date.fromisoformat(entry["to"]) if around is None or "to" in entry else around.last
    return Period.of(first, last)


def _area(key: str, entry: dict[str, Any]) -> Area:
    return Area(key, _text(entry["name"]), entry.get("focus", False), tuple(entry.get("aliases", ())))


def _kind(key: str, entry: dict[str, Any]) -> Kind:
    name = _text(entry["name"])
    plural = _optional_text(entry, "plural") or name
    return Kind(key, name, plural, tuple(entry.get("aliases", ())), _texts(entry.get("tags", {})))


def _promise(entry: dict[str, Any], number: int, period: Period) -> Promise:
    window = _period(entry, period)
    return Promise(
        id=entry["id"],
        number=number,
        text=_text(entry["text"]),
        window=window,
        targets=tuple(_target(target, window) for target in entry.get("targets", ())),
        counts=_words(entry.get("counts", ())),
        parties=tuple(entry.get("parties", ())),
        areas=tuple(entry.get("areas", ())),
        rule=_optional_text(entry, "rule"),
        decision=entry.get("decision"),
    )


def _target(entry: dict[str, Any], window: Period) -> Target:
    of, at_least = entry.get("of", OCCASIONS), entry["at_least"]
    return Target(
        kinds=_words(entry["count"]),
        at_least=int(at_least) if at_least == int(at_least) else at_least,
        window=_period(entry, window),
        of=of,
        areas=frozenset(entry.get("areas", ())),
        parties=frozenset(entry.get("parties", ())),
        tags=frozenset(entry.get("tags", ())),
        together_with=entry.get("together_with"),
        name=_optional_text(entry, "name"),
    )


def _words(value: str | Iterable[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(dict.fromkeys(value))


def _text(value: str | dict[str, str]) -> Text:
    """Return a text in both languages; one that was written on several lines is one line."""
    sv, en = (value, value) if isinstance(value, str) else (value["sv"], value["en"])
    return Text(_one_line(sv), _one_line(en))


def _one_line(text: str) -> str:
    return " ".join(line.strip(" \t") for line in text.split("\n") if line.strip(" \t"))


def _optional_text(entry: dict[str, Any], key: str) -> Text | None:
    return _text(entry[key]) if entry.get(key) is not None else None


def _texts(entries: dict[str, Any]) -> dict[str, Text]:
    return {key: _text(value) for key, value in entries.items()}
