"""The types of values in a promise file: days, ids, numbers and texts, each with its check and JSON Schema.

The checks do not convert; why is said in `models.py`.
"""

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from medborgarloften.domain.per import NAMED
from medborgarloften.domain.period import FIRST_YEAR, LAST_YEAR
from medborgarloften.domain.privacy import holds_identity_number

MEMBERS = ("<text>", "<languages>", "<name>", "<keys>", "<word>", "<steps>")
"""The members of unions; no key of a file is called that."""

EXTENSIONS: dict[str, Any] = {"patternProperties": {"^x-": {}}}
_IN_AN_ID = r"[^\s!-,./:-@A-Z\[-`{-~ÅÄÖ]"
_WORDS = {"type": "array", "items": {"type": "string"}, "minItems": 1}
_LACKS_A_SPACE = re.compile("(?:name|plural|aliases|tags|focus|sv|en):")
_UNITS = "|".join(NAMED)


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


def _no_extension(value: Any) -> Any:
    if str(value).startswith("x-"):
        raise PydanticCustomError("schema.id_extension", "schema.id_extension")
    return value


def _id(value: Any) -> Any:
    """Accept letters, digits and hyphens, with at least one letter; no capitals."""
    _no_extension(value)
    if holds_identity_number(str(value)):
        raise PydanticCustomError("schema.id_personal", "schema.id_personal")
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


def _size(value: Any) -> Any:
    """Accept the least size of something that counts."""
    if isinstance(value, int | Decimal) and not isinstance(value, bool) and value <= 0:
        raise PydanticCustomError("schema.size", "schema.size")
    return _number(value)


def _listed(value: Any) -> Any:
    """Return a single word as a list of one, where the format takes either."""
    return [value] if isinstance(value, str) else value


def _per(value: Any) -> Any:
    """Accept a unit, or so many weeks or months, from one on."""
    if isinstance(value, str) and re.fullmatch("-?[0-9]+ (weeks|months)", value):
        if int(value.split()[0]) < 1:
            raise PydanticCustomError("schema.per_none", "schema.per_none")
        if re.fullmatch("[1-9][0-9]{0,3} (weeks|months)", value):
            return value
    if not isinstance(value, str) or not re.fullmatch(_UNITS, value):
        raise PydanticCustomError("schema.per", "schema.per")
    return value


def _month(value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= 12:  # noqa: PLR2004
        raise PydanticCustomError("schema.month", "schema.month")
    return value


class Strict(BaseModel):
    """A mapping that takes its own keys, and keys that begin with `x-`."""

    model_config = ConfigDict(extra="forbid", strict=True, json_schema_extra=EXTENSIONS)

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
    WithJsonSchema({"type": "string", "pattern": rf"^(?!-|x-)(?=.*[^0-9-])({_IN_AN_ID}|-(?!$))+$"}),
]
Word = Annotated[
    str, BeforeValidator(_no_extension), WithJsonSchema({"type": "string", "pattern": "^(?!x-)"})
]
_POSITIVE = WithJsonSchema({"type": "number", "exclusiveMinimum": 0})
Amount = Annotated[Decimal | int, BeforeValidator(_number), _POSITIVE]
Size = Annotated[Decimal | int, BeforeValidator(_size), _POSITIVE]
Kinds = Annotated[
    list[str],
    BeforeValidator(_listed),
    Field(min_length=1),
    WithJsonSchema({"anyOf": [{"type": "string"}, _WORDS]}),
]
Listed = Annotated[list[str], Field(min_length=1)]
HowOften = Annotated[
    str,
    BeforeValidator(_per),
    WithJsonSchema({"type": "string", "pattern": rf"^({_UNITS}|[1-9][0-9]{{0,3}} (weeks|months))$"}),
]
Paces = Annotated[
    Annotated[Literal["even", "end"], Tag(MEMBERS[4])]
    | Annotated[dict[Day, Size], Field(min_length=1), Tag(MEMBERS[5])],
    Discriminator(lambda value: MEMBERS[5] if isinstance(value, dict) else MEMBERS[4]),
]
Month = Annotated[
    int, BeforeValidator(_month), WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 12})
]


class Translated(Strict):
    """A text in both languages."""

    sv: Spoken
    en: Spoken


def _text_or_languages(value: Any) -> str | None:
    if isinstance(value, dict):
        return MEMBERS[1]
    return MEMBERS[0] if isinstance(value, str) else None


LocalText = Annotated[
    Annotated[Spoken, Tag(MEMBERS[0])] | Annotated[Translated, Tag(MEMBERS[1])],
    Discriminator(
        _text_or_languages, custom_error_type="schema.local_text", custom_error_message="schema.local_text"
    ),
]


def name_or_keys(value: Any) -> str:
    """Return the union member of an entry: its name alone, in one language or both, or a mapping of keys.

    A text that begins with a key, such as `name:Haga`, lacks a space and was meant as a mapping.
    """
    if isinstance(value, dict):
        is_name = bool(value) and {*value} <= {*Translated.model_fields}
    else:
        is_name = not (isinstance(value, str) and _LACKS_A_SPACE.match(value))
    return MEMBERS[2] if is_name else MEMBERS[3]
