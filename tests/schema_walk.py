"""A small walk over a value with a JSON Schema: the keywords that our schemas use, and no other."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

_TYPES: dict[str, Callable[[Any], bool]] = {
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "string": lambda value: isinstance(value, str),
    "boolean": lambda value: isinstance(value, bool),
    "null": lambda value: value is None,
    "number": lambda value: isinstance(value, int | float | Decimal) and not isinstance(value, bool),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
}
_NOTES = {"$schema", "$defs", "title", "description", "default", "format", "then"}


def fits(value: Any, schema: dict[str, Any], root: dict[str, Any] | None = None) -> bool:
    """Tell whether a value is as the schema says. Raises KeyError for a keyword that is not known here."""
    top = schema if root is None else root
    return all(_KEYWORDS[key](value, schema, top) for key in schema if key not in _NOTES)


def _type(value: Any, schema: dict[str, Any], _: Any) -> bool:
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return any(_TYPES[name](value) for name in types)


def _same(value: Any, other: Any) -> bool:
    return isinstance(value, bool) == isinstance(other, bool) and bool(value == other)


def _members(value: Any, schema: dict[str, Any], root: dict[str, Any]) -> bool:
    """Check the members of an object, whichever of the three keywords asked."""
    return not isinstance(value, dict) or all(
        all(fits(entry, part, root) for part in _parts(key, schema)) for key, entry in value.items()
    )


def _parts(key: str, schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    found = [part for pattern, part in schema.get("patternProperties", {}).items() if re.search(pattern, key)]
    found += [schema["properties"][key]] if key in schema.get("properties", {}) else []
    rest = schema.get("additionalProperties", True)
    yield from found or ([rest] if isinstance(rest, dict) else [] if rest else [{"enum": []}])


def _branch(value: Any, schema: dict[str, Any], root: dict[str, Any]) -> bool:
    return not fits(value, schema["if"], root) or fits(value, schema["then"], root)


def _number(value: Any) -> bool:
    return _TYPES["number"](value)


_KEYWORDS: dict[str, Callable[[Any, dict[str, Any], dict[str, Any]], bool]] = {
    "type": _type,
    "const": lambda value, schema, _: _same(value, schema["const"]),
    "enum": lambda value, schema, _: any(_same(value, other) for other in schema["enum"]),
    "not": lambda value, schema, root: not fits(value, schema["not"], root),
    "anyOf": lambda value, schema, root: any(fits(value, part, root) for part in schema["anyOf"]),
    "oneOf": lambda value, schema, root: sum(fits(value, part, root) for part in schema["oneOf"]) == 1,
    "if": _branch,
    "$ref": lambda value, schema, root: fits(value, root["$defs"][schema["$ref"].split("/")[-1]], root),
    "properties": _members,
    "patternProperties": _members,
    "additionalProperties": _members,
    "required": lambda value, schema, _: not isinstance(value, dict) or {*schema["required"]} <= {*value},
    "minProperties": lambda value, schema, _: len(value) >= schema["minProperties"],
    "items": lambda value, schema, root: (
        not isinstance(value, list) or all(fits(entry, schema["items"], root) for entry in value)
    ),
    "minItems": lambda value, schema, _: not isinstance(value, list) or len(value) >= schema["minItems"],
    "minLength": lambda value, schema, _: not isinstance(value, str) or len(value) >= schema["minLength"],
    "pattern": lambda value, schema, _: (
        not isinstance(value, str) or re.search(schema["pattern"], value) is not None
    ),
    "minimum": lambda value, schema, _: not _number(value) or value >= schema["minimum"],
    "exclusiveMinimum": lambda value, schema, _: not _number(value) or value > schema["exclusiveMinimum"],
    "multipleOf": lambda value, schema, _: not _number(value) or value % schema["multipleOf"] == 0,
}
