"""What only `check` says of a promise file: what is valid but was hardly meant. No remark stops a command."""

from collections.abc import Iterable, Iterator

from medborgarloften.errors import DataError, Finding, Place
from medborgarloften.files.promise_file.declared import Declared, listed, mapping
from medborgarloften.files.promise_file.document import (
    Document,
    KeyPath,
    Position,
    line_at,
    place_at,
    value_at,
)
from medborgarloften.files.promise_file.yaml_text import read_document

_TO_FILL_IN = ("municipality", "source", "contact", "decision")  # nobody's own are called as in the template


def remarks(text: str, file: str, templates: Iterable[str], marks: tuple[str, ...]) -> list[Finding]:
    """Return what is left to do in a file: a draft, marks, cut texts, words of a template, other parties.

    `marks` are how the comments begin that the program itself puts at the end of lines. A file that cannot
    be read has no remarks.
    """
    try:
        document = read_document(text, file)
    except DataError:
        return []
    if document.repeated:  # what is there twice is an error, and a path of its values may lead nowhere
        return []
    findings = [
        *_cut(document, text, file, marks),
        *_unfilled(document, text, file, templates),
        *_elsewhere(document, text, file),
        *_unconfirmed(document, text, file, marks),
    ]
    return sorted(findings, key=lambda finding: finding.place or Place(""))


def _cut(document: Document, text: str, file: str, marks: tuple[str, ...]) -> Iterator[Finding]:
    for path, at in document.cut.items():
        comment = line_at(text, at)[at.column - 1 :].rstrip()
        if _is_free(path) and not comment.removeprefix("#").lstrip().startswith(marks):
            yield Finding("check.cut", {"cut": comment}, place_at(at, text, file))


def _is_free(path: KeyPath) -> bool:
    """Tell whether the format takes any text there: no id, day or word of the format."""
    match path:
        case (
            ("municipality" | "title" | "source" | "contact", *_)
            | ("parties" | "quantities", _, *_)
            | ("areas" | "kinds", _)
            | ("areas" | "kinds", _, "name" | "plural" | "aliases" | "tags" | "sv" | "en", *_)
            | ("promises", _, "text" | "rule" | "decision", *_)
            | ("promises", _, "targets", _, "name", *_)
        ):
            return True
        case _:
            return False


def _unfilled(document: Document, text: str, file: str, templates: Iterable[str]) -> Iterator[Finding]:
    left = {
        (key, value) for template in templates for _, key, value in _to_fill_in(read_document(template, file))
    }
    for path, key, value in _to_fill_in(document):
        if (key, value) in left:
            at = document.values[path]
            yield Finding("check.unfilled", {"key": key, "value": value}, place_at(at, text, file))


def _unconfirmed(document: Document, text: str, file: str, marks: tuple[str, ...]) -> Iterator[Finding]:
    """Yield that a file is a draft, and every line that the program has marked for somebody to confirm."""
    if isinstance(document.data, dict) and document.data.get("draft") is True:
        yield Finding("check.draft", {}, place_at(document.keys["draft",], text, file))
    for number, line in enumerate(text.split("\n"), start=1):
        column = max((line.find(f"# {mark}") for mark in marks), default=-1) + 1
        if column:
            yield Finding("check.confirm", {}, place_at(Position(number, column), text, file))


def _elsewhere(document: Document, text: str, file: str) -> Iterator[Finding]:
    """Yield every party that a target asks for and that is not among those who made the promise."""
    declared = Declared(document.data)
    for path, at in document.values.items():
        if path[:1] + path[2:3] + path[-2:-1] == ("promises", "targets", "all_parties"):
            promised = mapping(value_at(document.data, path[:2])).get("parties")
            word = value_at(document.data, path)
            (party,) = declared.ids("parties", (str(word),))
            if promised and party not in declared.ids("parties", map(str, listed(promised))):
                yield Finding("check.party", {"word": word}, place_at(at, text, file))


def _to_fill_in(document: Document) -> Iterator[tuple[KeyPath, str, str]]:
    """Yield every text that stands where a template has words to be replaced: its path, key and value."""
    for path in document.values:
        value = value_at(document.data, path)
        key = next((step for step in path if step in _TO_FILL_IN), None)
        if isinstance(value, str) and isinstance(key, str):
            yield path, key, value
