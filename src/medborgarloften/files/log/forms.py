"""The values of a record in format version 1: how each sort is read, written and described.

Which field has which is in `fields.py`; what may be in a line beside them is not known here.
"""

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from typing import Any, NamedTuple, TypeVar, get_args

from medborgarloften.domain.activity import Verdict
from medborgarloften.domain.ids import End
from medborgarloften.domain.period import FIRST_YEAR, LAST_YEAR

_MOST = 10**15  # no count and no quantity is that large; beyond it a number costs more than it tells
_EXPONENTS = range(-30, 16)  # of a quantity: no float that is one has more digits after the point
_ID = r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
_AT = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z"

_Sort = TypeVar("_Sort")


class Form(NamedTuple):
    """How a value stands in a line, and in the domain.

    `read` raises `ValueError` or `TypeError` for JSON that is no such value. `empty` is the domain's value of
    what a line leaves out; null says the same, where it is allowed. `write` takes any other value.
    """

    schema: dict[str, Any]
    read: Callable[[Any], Any]
    empty: Any = None
    write: Callable[[Any], Any] = lambda value: value
    null: bool = True


def _is(sort: type[_Sort], value: Any) -> _Sort:
    if not isinstance(value, sort):
        raise TypeError
    return value


_text = partial(_is, str)


def _id(value: Any) -> str:
    if not re.fullmatch(_ID, value):
        raise ValueError
    return _text(value)


def _at(value: Any) -> str:
    if not re.fullmatch(_AT, value) or not is_time(value):
        raise ValueError
    return _text(value)


def is_time(at: str) -> bool:
    """Tell whether there is such a time, in a year that a record may be of."""
    try:
        return FIRST_YEAR <= datetime.fromisoformat(at).year <= LAST_YEAR
    except ValueError:
        return False


def _day(value: Any) -> date:
    day = date.fromisoformat(value)
    if day.isoformat() != value or not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError
    return day


def _words(value: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(_text, _is(list, value))))


def _whole(least: int, value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value < _MOST:
        raise ValueError
    return value


def _quantities(value: Any) -> tuple[tuple[str, Decimal], ...]:
    return tuple((key, _decimal(amount)) for key, amount in _is(dict, value).items())


def _decimal(value: Any) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | Decimal) or not 0 <= value < _MOST:
        raise ValueError
    amount = Decimal(value)
    if amount.as_tuple().exponent not in _EXPONENTS:
        raise ValueError
    return amount


def _verdict(value: Any) -> Verdict:
    if value not in get_args(Verdict):
        raise ValueError
    return value  # type: ignore[no-any-return]


def _end(value: Any) -> End:
    fields = _is(dict, value)
    return End(_whole(0, fields.get("records")), _text(fields.get("sum")))


NULL = {"type": "null"}
_STRING = {"type": "string"}
_STRINGS = {"type": "array", "items": _STRING}
_ISO = {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_AMOUNTS = {"type": "object", "additionalProperties": {"type": "number", "minimum": 0}}
_END = {
    "type": "object",
    "properties": {"records": {"type": "integer", "minimum": 0}, "sum": _STRING},
    "required": ["records", "sum"],
}

ID = Form({"type": "string", "pattern": f"^{_ID}$"}, _id)
LINK = ID._replace(read=_text)
AT = Form({"type": "string", "pattern": r"^[0-9-]{10}T[0-9:]{8}\.[0-9]{3}Z$"}, _at)
DAY = Form(_ISO, _day, write=date.isoformat)
NAME = Form({"type": "string", "minLength": 1}, _text)
TEXT = Form({"type": ["string", "null"]}, _text)
DIGEST = Form(_STRING, _text)
REASON = Form(_STRING, _text, "")
WORDS = Form(_STRINGS, _words, (), list)
KINDS = WORDS._replace(schema={**_STRINGS, "minItems": 1})
FLAG = Form({"type": "boolean"}, partial(_is, bool), empty=False, null=False)
COUNT = Form({"type": "integer", "minimum": 1}, partial(_whole, 1), 1, null=False)
QUANTITIES = Form(_AMOUNTS, _quantities, (), dict)
VERDICT = Form({"enum": [None, *get_args(Verdict)]}, _verdict)
END = Form(_END, _end, write=End._asdict)
END_OR_GONE = END._replace(schema={"anyOf": [_END, NULL]})
