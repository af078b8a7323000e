"""Pydantic's complaints about the shape of a promise file, translated into the program's own codes."""

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import ValidationError

from medborgarloften.domain.per import NAMED
from medborgarloften.domain.promise import Judged, Language
from medborgarloften.files.promise_file.document import KeyPath
from medborgarloften.files.promise_file.problem import Problem
from medborgarloften.files.promise_file.schema.meant import meant, meant_key
from medborgarloften.files.promise_file.schema.models import (
    AgreementModel,
    AreaModel,
    EndedModel,
    KindModel,
    PromiseModel,
    QuantityModel,
    RevisionModel,
    Span,
    TargetModel,
    Weekday,
)
from medborgarloften.files.promise_file.schema.words import MEMBERS, Strict, Translated

_KEY = "[key]"  # pydantic's own mark for the key of a mapping
_CODES = {
    "missing": "schema.missing",
    "string_type": "schema.one_text",
    "list_type": "schema.list",
    "dict_type": "schema.mapping",
    "model_type": "schema.mapping",
    "bool_type": "schema.yes_no",
    "too_short": "schema.none",
}
_GUESSED = ("schema.one_of", "schema.per", "schema.pace", "schema.yes_no", "schema.month")
"""Codes whose sentence suggests what was meant."""
_EXAMPLES = {"ended": "on: 2022-05-31, decision: KS § 12"}
"""By key, what may stand in it."""
_CHOICES: dict[str, tuple[str, ...]] = {
    "language": get_args(Language),
    "judge": get_args(Judged),
    "pace": ("even", "end"),
    "weekdays": get_args(Weekday),
    "per": NAMED,
}
"""By key, the words that it takes."""


def problems(data: Any) -> Iterator[Problem]:
    """Yield every deviation from the format."""
    try:
        AgreementModel.model_validate(data)
    except ValidationError as error:
        details = error.errors(include_url=False)
        mistyped = {_intended(detail["loc"]) for detail in details if detail["type"] == "extra_forbidden"}
        for detail in details:
            if detail["type"] != "missing" or _plain_path(detail["loc"]) not in mistyped:
                yield _problem(dict(detail))


def _problem(detail: dict[str, Any]) -> Problem:
    path, kind, value = _plain_path(detail["loc"]), str(detail["type"]), detail["input"]
    facts: dict[str, object] = {"value": _quoted(value)}
    if kind == "extra_forbidden":
        return _unknown_key(detail["loc"])
    if kind == "missing":
        return Problem("schema.missing", {"key": path[-1]}, path[:-1])
    if value is None:
        return Problem("schema.nothing", {}, path)
    code = _CODES.get(kind, kind)
    if kind == "literal_error":
        code = "schema.version" if path == ("loften",) else "schema.one_of"
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    code = "schema.pace" if key == "pace" and code == "schema.one_of" else code
    facts["example"] = _EXAMPLES.get(key, "name: Oxhagen")
    allowed = [*_CHOICES.get(key, ())]
    if code in _GUESSED:
        facts |= {"allowed": allowed, "nearest": meant(key, value, allowed)}
    if code in ("schema.one_text", "schema.local_text") and not isinstance(value, dict | list):
        code = "schema.text"
    return Problem(code, facts, path, is_key=detail["loc"][-1:] == (_KEY,))


def _quoted(value: Any) -> str:
    """Return a value as it may be quoted in a sentence."""
    if isinstance(value, bool):
        return str(value).lower()
    return "…" if isinstance(value, dict | list) else str(value)


def _plain_path(location: tuple[str | int, ...]) -> KeyPath:
    """Return a location without Pydantic's own steps: names of union members and marks of keys."""
    return tuple(step for step in location if step not in (*MEMBERS, _KEY))


_MODELS: dict[KeyPath, type[Strict]] = {
    (): AgreementModel,
    ("period",): Span,
    ("areas",): AreaModel,
    ("kinds",): KindModel,
    ("quantities",): QuantityModel,
    ("promises",): PromiseModel,
    ("promises", "ended"): EndedModel,
    ("promises", "targets"): TargetModel,
    ("promises", "targets", "revised"): RevisionModel,
}


def _unknown_key(location: tuple[str | int, ...]) -> Problem:
    path, known = _plain_path(location), sorted(_keys(_model_at(location)))
    facts: dict[str, object] = {"key": str(path[-1]), "nearest": _nearest_key(location), "known": known}
    return Problem("schema.unknown_key", facts, path, is_key=True)


def _intended(location: tuple[str | int, ...]) -> KeyPath:
    """Return the path of the key that an unknown one was probably meant to be."""
    return (*_plain_path(location)[:-1], *_nearest_key(location))


def _nearest_key(location: tuple[str | int, ...]) -> list[str]:
    return meant_key(str(location[-1]), _keys(_model_at(location)))


def _model_at(location: tuple[str | int, ...]) -> type[Strict]:
    """Return the model that lacks the key: steps alternate between keys of models and ids or indices."""
    if location[-2:-1] == (MEMBERS[1],):
        return Translated
    return _MODELS[_plain_path(location)[:-1:2]]


def _keys(model: type[Strict]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]
