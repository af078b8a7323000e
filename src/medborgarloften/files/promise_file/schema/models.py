"""The shape of a promise file, as Pydantic models; the JSON Schema is made from them.

The models check and do not convert: the agreement is built from the same plain data afterwards, so
that bytes that were checked before need no second check (see `read.py`). References from one part
of the file to another are checked in `references.py`.
"""

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Discriminator, Field, Tag

from medborgarloften.domain.promise import OCCASIONS, RESERVED, Judged, Language
from medborgarloften.files.promise_file.schema.words import (
    EXTENSIONS,
    MEMBERS,
    Amount,
    Day,
    HowOften,
    Id,
    Kinds,
    Listed,
    LocalText,
    Month,
    Paces,
    Size,
    Spoken,
    Strict,
    Word,
    name_or_keys,
)

_ABSENT: Any = None  # the default of a key that may be left out; written without a value, it is refused

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


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


class QuantityModel(Strict):
    """Something that is measured beside the number; a stock is a level, such as how many there are now."""

    name: LocalText
    stock: bool = False


class RevisionModel(Strict):
    """Another number that was decided later."""

    from_: Day = Field(alias="from")
    at_least: Amount
    decision: LocalText


class EndedModel(Strict):
    """The end of a promise before its time."""

    on: Day
    decision: LocalText


class TargetModel(Strict):
    """A number that was promised."""

    model_config = ConfigDict(
        json_schema_extra={
            **EXTENSIONS,
            "if": {"properties": {"of": {"enum": list(RESERVED)}, "judge": {"const": "each"}}},
            "then": {"properties": {"at_least": {"multipleOf": 1}}},
        }
    )

    count: Kinds
    at_least: Amount
    of: str = OCCASIONS
    per: HowOften = _ABSENT
    judge: Judged = "each"
    areas: Listed = _ABSENT
    each_area: Listed = _ABSENT
    not_areas: Listed = _ABSENT
    parties: Listed = _ABSENT
    all_parties: Listed = _ABSENT
    tags: Listed = _ABSENT
    weekdays: Annotated[list[Weekday], Field(min_length=1)] = _ABSENT
    from_: Day = Field(default=_ABSENT, alias="from")
    to: Day = _ABSENT
    months: Annotated[list[Month], Field(min_length=1)] = _ABSENT
    except_: Annotated[list[Day], Field(min_length=1)] = Field(default=_ABSENT, alias="except")
    minimum: Annotated[dict[Word, Size], Field(min_length=1)] = _ABSENT
    together_with: str = _ABSENT
    pace: Paces = "even"
    if_needed: bool = False
    revised: Annotated[list[RevisionModel], Field(min_length=1)] = _ABSENT
    name: LocalText = _ABSENT


class PromiseModel(Strict):
    """A promise in its own words, with targets, with kinds that are counted, or both."""

    model_config = ConfigDict(
        json_schema_extra={**EXTENSIONS, "anyOf": [{"required": ["targets"]}, {"required": ["counts"]}]}
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
    ended: EndedModel = _ABSENT


_Name = Annotated[LocalText, Tag(MEMBERS[2])]
_Area = Annotated[_Name | Annotated[AreaModel, Tag(MEMBERS[3])], Discriminator(name_or_keys)]
_Kind = Annotated[_Name | Annotated[KindModel, Tag(MEMBERS[3])], Discriminator(name_or_keys)]

_Quantity = Annotated[_Name | Annotated[QuantityModel, Tag(MEMBERS[3])], Discriminator(name_or_keys)]


class AgreementModel(Strict):
    """A promise file, version 1."""

    loften: Literal[1]
    draft: bool = False
    municipality: Spoken
    title: LocalText
    period: Span
    language: Language = "sv"
    source: LocalText = _ABSENT
    contact: LocalText = _ABSENT
    parties: dict[Id, LocalText] = {}
    areas: dict[Id, _Area] = {}
    kinds: Annotated[dict[Id, _Kind], Field(min_length=1)]
    quantities: dict[Id, _Quantity] = {}
    promises: Annotated[list[PromiseModel], Field(min_length=1)]
