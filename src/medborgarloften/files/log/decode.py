"""One line of the log, format version 1, as it is read: a record from untrusted bytes."""

import json
import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any, NamedTuple

from medborgarloften.domain.activity import Activity, Amendment, Content, Record
from medborgarloften.domain.period import LAST_YEAR
from medborgarloften.files.log.encode import LONGEST, VERSION, chained, encode, unsealed
from medborgarloften.files.log.fields import CHANGEABLE, SORTS, TABLES, DamagedError, Field
from medborgarloften.files.log.forms import AT, ID, is_time

LATEST = f"{LAST_YEAR}-12-31T23:59:59.999Z"  # `at` of a record
_DEEPEST = 100  # levels of objects and lists

_OWN = re.compile(
    rb'\{"v":1,"op":"(log|plan)","id":"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})",'
    rb'"at":"([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z)",(".*),"sum":"([0-9a-f]{16})"\}'
)
_IDENTIFIER = Field("id", ID, "required")
_WRITTEN_AT = Field("at", AT, "required")


class NewerError(ValueError):
    """A newer version wrote the line: its `v` is higher or its `op` unknown. `args[0]` is its `sum`."""


class Line(NamedTuple):
    """A readable line: its record, the `sum` that it stores, and the one it should have."""

    record: Record
    stored: str
    computed: str


def decode(line: bytes, previous: str) -> Line:
    """Read one line without its line end. Raises `DamagedError` or `NewerError`, whatever it holds."""
    try:
        return _decode(line, previous)
    except (DamagedError, NewerError):
        raise
    except Exception:  # noqa: BLE001 - another writer's line, which must never stop a command
        raise DamagedError("log.unusable") from None


def _decode(line: bytes, previous: str) -> Line:
    """Read one line.

    The lines that this program writes are recognised by their shape, and what stands after `at` is read
    once for all lines that say the same: most of a large log costs no second JSON parse.
    """
    if len(line) > LONGEST:
        raise DamagedError("log.long")
    own = _OWN.fullmatch(line)
    if own is None or not is_time(own[3].decode()):
        return _decode_any(line, previous)
    op = "log" if own[1] == b"log" else "plan"
    stored, computed = own[5].decode(), chained(previous, line[:-26] + b"}")
    record = Record(own[2].decode(), own[3].decode(), op, _content_of(op, own[4]), stored == computed)
    return Line(record, stored, computed)


@lru_cache(maxsize=1 << 12)  # a log is written day by day: what was said last is said again
def _content_of(op: str, rest: bytes) -> Content:
    fields = _object(b"{" + rest + b"}")
    if not fields.keys().isdisjoint(("v", "op", "id", "at", "sum")):
        raise DamagedError("log.twice")
    return _content(op, fields)


def _decode_any(line: bytes, previous: str) -> Line:
    fields = _object(line)
    version, op = fields.pop("v", None), fields.pop("op", None)
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise DamagedError("log.version")
    if version > VERSION or (isinstance(op, str) and op not in SORTS):
        raise NewerError(unsealed(line)[1])
    if not isinstance(op, str):
        raise DamagedError("log.field", "op")
    identifier, at = _value(fields, _IDENTIFIER), _value(fields, _WRITTEN_AT)
    stored = fields.pop("sum", None)
    if not isinstance(stored, str):
        raise DamagedError("log.field", "sum")
    body, at_end = unsealed(line)
    computed = chained(previous, body)
    fits = at_end is not None and stored == computed
    return Line(Record(identifier, at, op, _content(op, fields), fits), stored, computed)


def _object(line: bytes) -> dict[str, Any]:
    """Parse a JSON object strictly: UTF-8, no repeated key, no NaN, no lone surrogate, not deep."""
    try:
        value = json.loads(
            line.decode("utf-8"),
            object_pairs_hook=_unrepeated,
            parse_constant=_no_constant,
            parse_float=Decimal,
        )
        if b"\\u" in line:
            json.dumps(value, ensure_ascii=False, default=str).encode()
    except DamagedError:
        raise
    except UnicodeDecodeError:
        raise DamagedError("log.not_utf8") from None
    except UnicodeEncodeError:
        raise DamagedError("log.surrogate") from None
    except RecursionError:
        raise DamagedError("log.deep") from None
    except (ValueError, InvalidOperation):
        raise DamagedError("log.not_json") from None
    if not isinstance(value, dict):
        raise DamagedError("log.not_object")
    if line.count(b"[") + line.count(b"{") > _DEEPEST and _is_deep(value):
        raise DamagedError("log.deep")
    return value


def _is_deep(value: Any) -> bool:
    """Tell whether a value has more levels than any record needs."""
    level = [value]
    for _ in range(_DEEPEST):
        level = [inner for outer in level if isinstance(outer, dict | list) for inner in _inner(outer)]
    return any(isinstance(value, dict | list) for value in level)


def _inner(value: dict[str, Any] | list[Any]) -> Iterable[Any]:
    return value.values() if isinstance(value, dict) else value


def _unrepeated(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) != len(pairs):
        raise DamagedError("log.twice")
    return value


def _no_constant(_: str) -> Any:
    raise DamagedError("log.not_a_number")


def _content(op: str, fields: dict[str, Any]) -> Content:
    """Return what a record says; fields that nobody knows must be such that it can be written again."""
    sort, changes = SORTS[op], fields.get("set", {})
    values = {name: _value(fields, field) for name, field in TABLES[sort].items()}
    if sort is Amendment and (unknown := {key: changes[key] for key in changes if key not in CHANGEABLE}):
        fields["set"] = unknown
    content = sort(**values, extra=_rest(fields))
    if isinstance(content, Activity) and content.until is not None and content.until < content.day:
        raise DamagedError("log.field", "until")
    if content.extra:
        encode(Record("", "", op, content))
    return content


def _value(fields: dict[str, Any], field: Field) -> Any:
    if field.name in fields or field.need == "required":
        return field.read(fields.pop(field.name, None))
    return field.form.empty


def _rest(fields: dict[str, Any]) -> str:
    """Keep unknown fields of a record, so that its copies can be compared and nothing is lost."""
    return json.dumps(fields, ensure_ascii=False, sort_keys=True, default=_kept) if fields else ""


def _kept(value: Decimal) -> float | str:
    """Return a number of an unknown field as JSON can hold it; one that no float has stays as written."""
    rounded = float(value)
    return rounded if Decimal(repr(rounded)) == value else str(value)
