"""The shape of a promise file, as models. The only importer of pydantic.

The models check and do not convert: the agreement is built from the same plain data afterwards, so
that bytes which were checked before need no second check (see `promises.py`). What refers to something
else in the file is checked in `references.py`.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
    ValidationError,
    model_validator,
)
from pydantic_core import PydanticCustomError

from medborgarloften.files.yaml_text import Path

_MEMBERS = ("<text>", "<languages>")  # of the union of texts; no key of a file is called that
_KEY = "[key]"  # pydantic's own mark for the key of a mapping

LATER = frozenset({"per", "judge", "each_area", "weekdays", "months", "except", "minimum", "if_needed"})


def _spoken(value: str) -> str:
    if not value.strip():
        raise PydanticCustomError("schema.blank", "schema.blank")
    return value


def _day(value: Any) -> str:
    """Accept a day as YYYY-MM-DD between 1900 and 2999."""
    if not isinstance(value, str) or len(value) != len("YYYY-MM-DD") or not value.isascii():
        raise PydanticCustomError("schema.date", "schema.date", {"value": str(value)})
    digits = value.replace("-", "", 2)
    if not digits.isdigit() or value[4] + value[7] != "--":
        raise PydanticCustomError("schema.date", "schema.date", {"value": value})
    try:
        date.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError("schema.no_such_day", "schema.no_such_day", {"value": value}) from None
    if not "1900" <= value[:4] <= "2999":
        raise PydanticCustomError("schema.no_such_day", "schema.no_such_day", {"value": value})
    return value


def _id(value: str) -> str:
    """Accept letters, digits and hyphens, with at least one letter; no capitals."""
    plain = value.replace("-", "")
    if not plain.isalnum() or plain.isdigit() or value != value.lower() or value.strip("-") != value:
        raise PydanticCustomError("schema.id", "schema.id", {"value": value})
    return value


def _number(value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise PydanticCustomError("schema.number", "schema.number", {"value": str(value)})
    if value <= 0:
        raise PydanticCustomError("schema.positive", "schema.positive", {"value": str(value)})
    return value


def _listed(value: Any) -> Any:
    """Read one word as a list of one, where the format takes either."""
    return [value] if isinstance(value, str) else value


class Strict(BaseModel):
    """A mapping that takes its own keys, and keys that begin with `x-`."""

    model_config = ConfigDict(extra="forbid", strict=True)

    @model_validator(mode="before")
    @classmethod
    def _without_extensions(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        return {key: value for key, value in data.items() if not key.startswith("x-")}


Spoken = Annotated[str, AfterValidator(_spoken)]
Day = Annotated[str, BeforeValidator(_day)]
Id = Annotated[str, AfterValidator(_id)]
Amount = Annotated[Decimal | int, BeforeValidator(_number)]


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
    Discriminator(_text_or_languages, custom_error_type="schema.text", custom_error_message="schema.text"),
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
    plural: LocalText | None = None
    aliases: list[Spoken] = []
    tags: dict[Id, LocalText] = {}


class TargetModel(Strict):
    """A number that was promised."""

    count: Annotated[list[str], BeforeValidator(_listed), Field(min_length=1)]
    at_least: Amount
    of: str = "occasions"
    areas: Annotated[list[str], Field(min_length=1)] | None = None
    parties: Annotated[list[str], Field(min_length=1)] | None = None
    tags: Annotated[list[str], Field(min_length=1)] | None = None
    from_: Day | None = Field(default=None, alias="from")
    to: Day | None = None
    together_with: str | None = None
    name: LocalText | None = None


class PromiseModel(Strict):
    """A promise in its own words, with targets or with kinds that are counted."""

    id: Id
    text: LocalText
    targets: Annotated[list[TargetModel], Field(min_length=1)] | None = None
    counts: Annotated[list[str], BeforeValidator(_listed), Field(min_length=1)] | None = None
    parties: list[str] = []
    areas: list[str] = []
    rule: LocalText | None = None
    from_: Day | None = Field(default=None, alias="from")
    to: Day | None = None
    decision: Spoken | None = None


class AgreementModel(Strict):
    """A promise file, version 1."""

    loften: Literal[1]
    municipality: Spoken
    title: LocalText
    period: Span
    language: Literal["sv", "en"] = "sv"
    source: LocalText | None = None
    contact: LocalText | None = None
    parties: dict[Id, LocalText] = {}
    areas: dict[Id, AreaModel] = {}
    kinds: Annotated[dict[Id, KindModel], Field(min_length=1)]
    quantities: dict[Id, LocalText] = {}
    promises: Annotated[list[PromiseModel], Field(min_length=1)]


Problem = tuple[str, dict[str, object], Path, bool]

_CODES = {
    "missing": "schema.missing",
    "string_type": "schema.text",
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
        for detail in error.errors(include_url=False):
            yield _problem(dict(detail))


def _problem(detail: dict[str, Any]) -> Problem:
    path, kind = _plain_path(detail["loc"]), str(detail["type"])
    if kind == "extra_forbidden":
        return _unknown_key(path)
    if kind == "missing":
        return "schema.missing", {"key": path[-1]}, path[:-1], False
    if kind == "literal_error":
        code = "schema.version" if path == ("loften",) else "schema.one_of"
        return code, {"value": str(detail["input"]), "allowed": detail["ctx"]["expected"]}, path, False
    facts = {"value": _shown(detail["input"]), **detail.get("ctx", {})}
    return _CODES.get(kind, kind), facts, path, detail["loc"][-1] == _KEY


def _shown(value: Any) -> str:
    """Return a value as it may be quoted in a sentence."""
    if isinstance(value, bool):
        return str(value).lower()
    return "…" if isinstance(value, dict | list) else str(value)


def _plain_path(location: tuple[str | int, ...]) -> Path:
    """Leave out of a location what is pydantic's own: names of union members and of key checks."""
    return tuple(step for step in location if step not in (*_MEMBERS, _KEY))


def _unknown_key(path: Path) -> Problem:
    key = str(path[-1])
    if key in LATER and len(path) > 1 and "targets" in path:
        return "schema.later", {"key": key}, path, True
    known = _keys_beside(path)
    nearest = get_close_matches(key, known, n=1)
    return "schema.unknown_key", {"key": key, "known": nearest or sorted(known)}, path, True


_TEXTS = ("title", "source", "contact", "text", "rule", "name", "plural")
_MODELS: dict[str, type[Strict]] = {
    "period": Span,
    "areas": AreaModel,
    "kinds": KindModel,
    "targets": TargetModel,
    "promises": PromiseModel,
}


def _keys_beside(path: Path) -> list[str]:
    """Return the keys that the format has where an unknown one stands."""
    model: type[Strict] = AgreementModel
    for step in path[:-1]:
        model = _MODELS.get(str(step), Translated if step in _TEXTS else model)
    return [field.alias or name for name, field in model.model_fields.items()]
