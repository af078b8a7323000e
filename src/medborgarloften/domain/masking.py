"""Masks the identity numbers in values that came from files, so that no view can show one.

It is done to whole values, text by text, before anything is said of them: no view can forget a text, and
figures that stand side by side in a table are never taken for a number.
"""

import json
import re
from collections.abc import Collection, Iterator
from operator import is_not
from typing import Any, NamedTuple, TypeVar

from medborgarloften.domain.ids import End
from medborgarloften.domain.privacy import LENGTH, MASK, digit_count, mask

_JSON_SCALAR = r'"(?:[^"\\]|\\.)*"|-?[0-9][-+.0-9eE]*'

_Value = TypeVar("_Value")
_Content = TypeVar("_Content", bound=NamedTuple)


def masked(value: _Value, *, not_personal: bool = False, vouched: Collection[str] = ()) -> _Value:
    """Return the value with the identity numbers in its texts masked: the value itself where it has none.

    Texts are looked for in tuples, lists and the values of dictionaries, at any depth. What does not fit its
    check digit is left with `not_personal`, and in the texts that are `vouched` for.
    """
    result: Any = value
    if isinstance(value, str):
        result = mask(value, not_personal=not_personal or value in vouched)
    elif isinstance(value, tuple | list) and not isinstance(value, End):  # a checksum is no text
        parts = [masked(part, not_personal=not_personal, vouched=vouched) for part in value]
        if any(map(is_not, parts, value)):
            result = type(value)(*parts) if hasattr(value, "_fields") else type(value)(parts)
    elif isinstance(value, dict):
        parts = [masked(part, not_personal=not_personal, vouched=vouched) for part in value.values()]
        if any(map(is_not, parts, value.values())):
            result = dict(zip(value, parts, strict=True))
    return result  # type: ignore[no-any-return]


def texts(value: object) -> Iterator[str]:
    """Yield every text in a value that is made of tuples, whatever field it stands in, but no checksum."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple) and not isinstance(value, End):
        for part in value:
            yield from texts(part)


def masked_content(content: _Content, vouched: Collection[str] = ()) -> _Content:
    """Return the content of a record with its identity numbers masked: itself where it has none.

    The record says by its `not_personal` whether what does not fit its check digit is left.
    """
    if not _has_digits(content):
        return content
    not_personal: bool = getattr(content, "not_personal", False)
    extra: str = getattr(content, "extra", "")
    if not extra:
        return masked(content, not_personal=not_personal, vouched=vouched)
    clean = re.sub(_JSON_SCALAR, lambda token: _masked_token(token[0], not_personal=not_personal), extra)
    plain = content._replace(extra="")
    fields = masked(plain, not_personal=not_personal, vouched=vouched)
    return content if fields is plain and clean == extra else fields._replace(extra=clean)


def _has_digits(content: tuple[object, ...]) -> bool:
    """Tell whether a text has the digits of an identity number: quickly, since nearly none has."""
    for part in content:
        if isinstance(part, str):
            if len(part) >= LENGTH and digit_count(part) >= LENGTH:
                return True
        elif part and isinstance(part, tuple) and _has_digits(part):
            return True
    return False


def _masked_token(token: str, *, not_personal: bool) -> str:
    """Return a text or number of JSON masked; a number counts only where its check digit fits."""
    if not token.startswith('"'):
        return token if mask(token, not_personal=True) == token else f'"{MASK}"'
    text = json.loads(token)
    clean = mask(text, not_personal=not_personal)
    return token if clean == text else json.dumps(clean, ensure_ascii=False)
