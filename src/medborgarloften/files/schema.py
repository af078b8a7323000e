"""The shape of a promise file, as models. The only importer of pydantic.

The models check and do not convert: the agreement is built from the same plain data afterwards, so
that bytes which were checked before need no second check (see `promises.py`). What refers to something
else in the file is checked in `references.py`.
"""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from typing import Annotated, Any, Literal, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
    ValidationError,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from medborgarloften.domain.period import FIRST_YEAR, LAST_YEAR
from medborgarloften.domain.promise import Language
from medborgarloften.files.yaml_text import Path

_MEMBERS = ("<text>", "<languages>")  # of the union of texts; no key of a file is called that
_KEY = "[key]"  # pydantic's own mark for the key of a mapping
_ABSENT: Any = None  # the default of a key that may be left out; written without a value, it is refused

_EXTENSIONS: dict[str, Any] = {"patternProperties": {"^x-": {}}}
_IN_AN_ID = r"[^\s!-,./:-@A-Z\[-`{-~ÅÄÖ]"
_WORDS = {"type": "array", "items": {"type": "string"}, "minItems": 1}

LATER = frozenset({"per", "judge", "each_area", "weekdays", "months", "except", "minimum", "if_needed"})


def _spoken(value: str) -> str:
    if not value.strip():
        raise PydanticCustomError("schema.blank", "schema.blank")
    return value


def _day(value: Any) -> str:
    """Accept a day as YYYY-MM-DD, between the years that the program knows."""
    if not isinstance(value, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise PydanticCustomError("schema.date", "schema.date")
    try:
        year = date.fromisoformat(value).year
    except ValueError:
        year = 0
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise PydanticCustomError("schema.no_such_day", "schema.no_such_day")
    return value


def _id(value: Any) -> Any:
    """Accept letters, digits and hyphens, with at least one letter; no capitals."""
    plain = str(value).replace("-", "")
    if not plain.isalnum() or plain.isdigit() or value != str(value).lower() or value.strip("-") != value:
        raise PydanticCustomError("schema.id", "schema.id")
    return value


def _number(value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise PydanticCustomError("schema.number", "schema.number")
    if value <= 0:
        raise PydanticCustomError("schema.positive", "schema.positive")
    return value


def _listed(value: Any) -> Any:
    """Read one word as a list of one, where the format takes either."""
    return [value] if isinstance(value, str) else value


class Strict(BaseModel):
    """A mapping that takes its own keys, and keys that begin with `x-`."""

    model_config = ConfigDict(extra="forbid", strict=True, json_schema_extra=_EXTENSIONS)

    @model_validator(mode="before")
    @classmethod
    def _without_extensions(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        return {key: value for key, value in data.items() if not key.startswith("x-")}


Spoken = Annotated[str, AfterValidator(_spoken), WithJsonSchema({"type": "string", "pattern": r"\S"})]
Day = Annotated[
    str,
    BeforeValidator(_day),
    WithJsonSchema({"type": "string", "format": "date", "pattern": "^(19|2[0-9])[0-9]{2}(-[0-9]{2}){2}$"}),
]
Id = Annotated[
    str,
    BeforeValidator(_id),
    WithJsonSchema({"type": "string", "pattern": rf"^(?!-)(?=.*[^0-9-])({_IN_AN_ID}|-(?!$))+$"}),
]
Amount = Annotated[
    Decimal | int, BeforeValidator(_number), WithJsonSchema({"type": "number", "exclusiveMinimum": 0})
]
Kinds = Annotated[
    list[str],
    BeforeValidator(_listed),
    Field(min_length=1),
    WithJsonSchema({"anyOf": [{"type": "string"}, _WORDS]}),
]
Counted = Annotated[str, WithJsonSchema({"type": "string", "not": {"enum": ["areas", "days", "weekends"]}})]


class Translated(Strict):
    """A text in both languages."""

    sv: Spoken
    en: Spoken


def _text_or_languages(value: Any) -> str | None:
    if isinstance(value, dict):
        return _MEMBERS[1]
    return _MEMBERS[0] if isinstance(value, str) else None


LocalText = Annotated[
    Annotated[Spoken, Tag(_MEMBERS[0])] | Annotated[Translated, Tag(_MEMBERS[1])],
    Discriminator(
        _text_or_languages, custom_error_type="schema.local_text", custom_error_message="schema.local_text"
    ),
]


class Span(Strict):
    """A first and a last day, both inclusive."""

    from_: Day = Field(alias="from")
    to: Day


class AreaModel(Strict):
    """A district, a place, or whatever must be covered."""

    name: LocalText
    focus: bool = False
    aliases: list[Spoken] = []


class KindModel(Strict):
    """Something that can be logged."""

    name: LocalText
    plural: LocalText = _ABSENT
    aliases: list[Spoken] = []
    tags: dict[Id, LocalText] = {}


class TargetModel(Strict):
    """A number that was promised."""

    model_config = ConfigDict(
        json_schema_extra={
            **_EXTENSIONS,
            "if": {"properties": {"of": {"const": "occasions"}}},
            "then": {"properties": {"at_least": {"multipleOf": 1}}},
        }
    )

    count: Kinds
    at_least: Amount
    of: Counted = "occasions"
    areas: Annotated[list[str], Field(min_length=1)] = _ABSENT
    parties: Annotated[list[str], Field(min_length=1)] = _ABSENT
    tags: Annotated[list[str], Field(min_length=1)] = _ABSENT
    from_: Day = Field(default=_ABSENT, alias="from")
    to: Day = _ABSENT
    together_with: str = _ABSENT
    name: LocalText = _ABSENT


class PromiseModel(Strict):
    """A promise in its own words, with targets or with kinds that are counted."""

    model_config = ConfigDict(
        json_schema_extra={**_EXTENSIONS, "oneOf": [{"required": ["targets"]}, {"required": ["counts"]}]}
    )

    id: Id
    text: LocalText
    targets: Annotated[list[TargetModel], Field(min_length=1)] = _ABSENT
    counts: Kinds = _ABSENT
    parties: list[str] = []
    areas: list[str] = []
    rule: LocalText = _ABSENT
    from_: Day = Field(default=_ABSENT, alias="from")
    to: Day = _ABSENT
    decision: Spoken = _ABSENT


class AgreementModel(Strict):
    """A promise file, version 1."""

    loften: Literal[1]
    municipality: Spoken
    title: LocalText
    period: Span
    language: Language = "sv"
    source: LocalText = _ABSENT
    contact: LocalText = _ABSENT
    parties: dict[Id, LocalText] = {}
    areas: dict[Id, AreaModel] = {}
    kinds: Annotated[dict[Id, KindModel], Field(min_length=1)]
    quantities: dict[Id, LocalText] = {}
    promises: Annotated[list[PromiseModel], Field(min_length=1)]


Problem = tuple[str, dict[str, object], Path, bool]

_CODES = {
    "missing": "schema.missing",
    "string_type": "schema.one_text",
    "list_type": "schema.list",
    "dict_type": "schema.mapping",
    "model_type": "schema.mapping",
    "bool_type": "schema.yes_no",
    "too_short": "schema.none",
}


def problems(data: Any) -> Iterator[Problem]:
    """Yield every deviation from the format: a code, its facts, the path, and whether the key is meant."""
    try:
        AgreementModel.model_validate(data)
    except ValidationError as error:
        details = error.errors(include_url=False)
        mistyped = {_meant(detail["loc"]) for detail in details if detail["type"] == "extra_forbidden"}
        for detail in details:
            if detail["type"] != "missing" or _plain_path(detail["loc"]) not in mistyped:
                yield _problem(dict(detail))


def _problem(detail: dict[str, Any]) -> Problem:
    path, kind, value = _plain_path(detail["loc"]), str(detail["type"]), detail["input"]
    facts: dict[str, object] = {"value": _shown(value)}
    if kind == "extra_forbidden":
        return _unknown_key(detail["loc"])
    if kind == "missing":
        return "schema.missing", {"key": path[-1]}, path[:-1], False
    if value is None:
        return "schema.nothing", {}, path, False
    if kind == "literal_error":
        code = "schema.version" if path == ("loften",) else "schema.one_of"
        return code, {**facts, "allowed": list(get_args(Language))}, path, False
    code = _CODES.get(kind, kind)
    if code in ("schema.one_text", "schema.local_text") and not isinstance(value, dict | list):
        code = "schema.text"
    return code, facts, path, detail["loc"][-1:] == (_KEY,)


def _shown(value: Any) -> str:
    """Return a value as it may be quoted in a sentence."""
    if isinstance(value, bool):
        return str(value).lower()
    return "…" if isinstance(value, dict | list) else str(value)


def _plain_path(location: tuple[str | int, ...]) -> Path:
    """Leave out of a location what is pydantic's own: names of union members and of key checks."""
    return tuple(step for step in location if step not in (*_MEMBERS, _KEY))


_MODELS: dict[Path, type[Strict]] = {
    (): AgreementModel,
    ("period",): Span,
    ("areas",): AreaModel,
    ("kinds",): KindModel,
    ("promises",): PromiseModel,
    ("promises", "targets"): TargetModel,
}


def _unknown_key(location: tuple[str | int, ...]) -> Problem:
    path = _plain_path(location)
    key, model = str(path[-1]), _model_at(location)
    if key in LATER and model is TargetModel:
        return "schema.later", {"key": key}, path, True
    near: dict[str, object] = {"nearest": _nearest_key(location), "known": sorted(_keys(model))}
    return "schema.unknown_key", {"key": key, **near}, path, True


def _meant(location: tuple[str | int, ...]) -> Path:
    """Return the path of the key that an unknown one was probably meant to be."""
    return (*_plain_path(location)[:-1], *_nearest_key(location))


def _nearest_key(location: tuple[str | int, ...]) -> list[str]:
    return get_close_matches(str(location[-1]), _keys(_model_at(location)), n=1)


def _model_at(location: tuple[str | int, ...]) -> type[Strict]:
    """Return the model that lacks the key: steps alternate between its keys and ids or list places."""
    if location[-2:-1] == (_MEMBERS[1],):
        return Translated
    return _MODELS[_plain_path(location)[:-1:2]]


def _keys(model: type[Strict]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]
