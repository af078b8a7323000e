"""YAML as promise files use it: YAML 1.2 core values, every value with its position, nothing dangerous.

The only importer of yaml; knows nothing of agreements. Reads the parser's events with a stack of its own, so
that neither deep nesting nor aliases can exhaust the machine. PyYAML's own constructors are YAML 1.1 (`NO`
is false, `12:30` is 750) and are not used.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import yaml

from medborgarloften.errors import DataError, Finding
from medborgarloften.files.promise_file.document import Document, KeyPath, Position, line_at, place_at

DEEPEST = 20  # a promise file needs seven levels
MOST_VALUES = 50_000  # a large agreement has about 2,000

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TOO_DEEP = re.compile("nest|depth|deep|level")  # how any libyaml says that it counts no further
_WORDS: dict[str, Any] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INTEGER = re.compile(r"[-+]?[0-9]{1,18}")
_OCTAL_OR_HEX = re.compile(r"0o[0-7]{1,18}|0x[0-9a-fA-F]{1,15}")
_DECIMAL = re.compile(r"[-+]?(?:[0-9]{1,18}(?:\.[0-9]{0,9})?|\.[0-9]{1,9})(?:[eE][-+]?[0-9])?")
_COMMENT = re.compile("[ \t]+#")
_ENTRY = re.compile(r"^\s*-\s|:(?:\s|$)")  # a line that is no continued text
_BLANK = re.compile(  # what looks like a space, where YAML needs one
    r"^(?:[ \t]*|[ \t]*-|[ \t-]*[^\s\"'#\[\]{}]+:)(?=[\xad\xa0\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff])"
)


class _Open:
    """A sequence or mapping that is still being read."""

    def __init__(self, value: Any, path: KeyPath) -> None:
        self.value = value
        self.path = path
        self.key: str | None = None
        self.skip = False

    def next_path(self) -> KeyPath:
        return (*self.path, len(self.value) if isinstance(self.value, list) else str(self.key))


def read_document(text: str, file: str) -> Document:
    """Read one YAML document. Raises `DataError` with the position at which it cannot be read."""
    reader = _Reader(file, text)
    try:
        try:
            return reader.read(yaml.parse(text, Loader=_LOADER))
        except yaml.MarkedYAMLError as error:
            if not _TOO_DEEP.search(str(error.problem)):
                raise
            # libyaml read ahead and gave up before it told of the first level; the pure parser has no limit
            return _Reader(file, text).read(yaml.parse(text, Loader=yaml.SafeLoader))
    except yaml.MarkedYAMLError as error:
        raise _unreadable(error, file, text, list(reader.cut.values())) from None
    except yaml.YAMLError:  # a character that YAML does not allow
        raise _refusal("yaml.character", _odd_character(text), file, text) from None


def _unreadable(error: yaml.MarkedYAMLError, file: str, text: str, cut: list[Position]) -> DataError:
    """Return the error for broken YAML, at its beginning where the parser noticed it on a later line only."""
    seen = _at(error.problem_mark) if error.problem_mark else Position(1, 1)
    began = _at(error.context_mark) if error.context_mark else seen
    for line in range(began.line, seen.line + 1):
        if blank := _BLANK.search(whole := line_at(text, Position(line, 1))):
            at = Position(line, blank.end() + 1)
            return _refusal("yaml.blank", at, file, text, started=whole[: blank.end() + 1])
    if cut and cut[-1].line == seen.line - 1 and not _ENTRY.search(line_at(text, seen)):
        comment = line_at(text, cut[-1])[cut[-1].column - 1 :].rstrip()
        return _refusal("yaml.cut", cut[-1], file, text, cut=comment)
    sign = line_at(text, seen)[seen.column - 1 :][:1]
    code = _syntax_code(str(error.problem), str(error.context), sign)
    late = code in ("yaml.quote", "yaml.bracket") and seen.line != began.line
    position = began if late or not line_at(text, seen).strip() else seen
    return _refusal(code, position, file, text, sign=sign)


def _at(mark: Any) -> Position:
    return Position(mark.line + 1, mark.column + 1)


def _syntax_code(problem: str, context: str, sign: str) -> str:
    """Return the code for what the parser says of the problem and of what it was reading."""
    if sign == "\t" or "tab character" in problem:
        return "yaml.tab"
    if "quoted scalar" in context:
        return "yaml.escape" if "escape" in problem else "yaml.quote"
    if "cannot start any token" in problem:
        return "yaml.start"
    if "flow" in context:
        return "yaml.bracket"
    return "yaml.colon" if "mapping values" in problem else "yaml.syntax"


def _refusal(code: str, position: Position, file: str, text: str, **facts: object) -> DataError:
    return DataError(Finding(code, facts, place_at(position, text, file)))


def _odd_character(text: str) -> Position:
    match = re.search(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", text)
    start = match.start() if match else 0
    return Position(text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))


def scalar(text: str) -> Any:
    """Return the YAML 1.2 core value of a plain scalar; anything else stays text.

    Integers have at most 18 digits and decimals at most 9 places: more is text, and no such number
    is meant in an agreement.
    """
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _OCTAL_OR_HEX.fullmatch(text):
        return int(text, 0)
    if _DECIMAL.fullmatch(text):
        return Decimal(text)
    return text


class _Reader:
    """Builds plain data from events."""

    def __init__(self, file: str, text: str) -> None:
        self.file, self.text = file, text
        self.values: dict[KeyPath, Position] = {}
        self.keys: dict[KeyPath, Position] = {}
        self.repeated: list[tuple[KeyPath, Position]] = []
        self.cut: dict[KeyPath, Position] = {}
        self.stack: list[_Open] = []
        self.root: Any = None
        self.documents = 0

    def read(self, events: Iterator[Any]) -> Document:
        for event in events:
            self._take(event, _at(event.start_mark))
        return Document(self.root, self.values, self.keys, tuple(self.repeated), self.cut)

    def _take(self, event: Any, position: Position) -> None:
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                raise self._refuse("yaml.several", position)
        elif isinstance(event, yaml.AliasEvent):
            raise self._refuse("yaml.alias", position)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.stack.pop()
        elif isinstance(event, yaml.NodeEvent):
            self._node(event, position)

    def _node(self, event: Any, position: Position) -> None:
        if event.tag is not None and event.tag != "!":
            raise self._refuse("yaml.tag", position)
        if event.anchor is not None:
            raise self._refuse("yaml.alias", position)
        if len(self.stack) >= DEEPEST:
            raise self._refuse("yaml.deep", position)
        if len(self.values) + len(self.keys) >= MOST_VALUES:
            raise self._refuse("yaml.large", position)
        holder = self.stack[-1] if self.stack else None
        if holder is not None and isinstance(holder.value, dict) and holder.key is None:
            self._key(holder, event, position)
        else:
            self._value(holder, event, position)

    def _key(self, holder: _Open, event: Any, position: Position) -> None:
        if not isinstance(event, yaml.ScalarEvent):
            raise self._refuse("yaml.key", position)
        holder.key = event.value
        path = holder.next_path()
        holder.skip = path in self.keys
        if holder.skip:
            self.repeated.append((path, position))
        else:
            self.keys[path] = position

    def _value(self, holder: _Open | None, event: Any, position: Position) -> None:
        path = holder.next_path() if holder else ()
        value = _empty(event)
        self.values.setdefault(path, position)
        if holder is None:
            self.root = value
        elif isinstance(holder.value, list):
            holder.value.append(value)
        else:
            if not holder.skip:
                holder.value[holder.key] = value
            holder.key = None
        if isinstance(event, yaml.CollectionStartEvent):
            self.stack.append(_Open(value, path))
        elif event.value and not event.style:
            self._end(path, event.end_mark)

    def _end(self, path: KeyPath, mark: Any) -> None:
        """Remember a plain text whose line goes on as a comment."""
        end = _at(mark)
        comment = _COMMENT.match(line_at(self.text, end), end.column - 1)
        if comment:
            self.cut[path] = Position(end.line, comment.end())

    def _refuse(self, code: str, position: Position) -> DataError:
        return _refusal(code, position, self.file, self.text)


def _empty(event: Any) -> Any:
    """Return a scalar's value, or an empty list or mapping to be filled."""
    if isinstance(event, yaml.SequenceStartEvent):
        return []
    if isinstance(event, yaml.MappingStartEvent):
        return {}
    return scalar(event.value) if event.implicit[0] and not event.style else event.value
