"""One line of the log, format version 1, as it is read: a record from untrusted bytes."""

import json
import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any, NamedTuple

from medborgarloften.domain.activity import (
    Acceptance,
    Activity,
    Amendment,
    Comment,
    Content,
    Record,
    Redaction,
    Void,
)
from medborgarloften.domain.ids import End
from medborgarloften.domain.period import FIRST_YEAR, LAST_YEAR
from medborgarloften.files.log.encode import LONGEST, VERSION, WRITTEN, chained, encode, unsealed

_MOST = 10**15  # no count and no quantity is that large; beyond it a number costs more than it tells
_EXPONENTS = range(-30, 16)  # of a quantity: no float that is one has more digits after the point
LATEST = f"{LAST_YEAR}-12-31T23:59:59.999Z"  # `at` of a record
_DEEPEST = 100  # levels of objects and lists

_READ = {written: name for name, written in WRITTEN.items()}

_OWN = re.compile(
    rb'\{"v":1,"op":"(log|plan)","id":"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})",'
    rb'"at":"([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z)",(".*),"sum":"([0-9a-f]{16})"\}'
)
_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_AT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z")


class DamagedError(ValueError):
    """The line is no record; `args[0]` is the code of the reason."""


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
    if own is None or not _is_time(own[3].decode()):
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
    return _usable(op, fields)


def _usable(op: str, fields: dict[str, Any]) -> Content:
    """Return what a record says; fields that nobody knows must be such that it can be written again."""
    content = _CONTENTS[op](fields)
    if content.extra:
        encode(Record("", "", op, content))
    return content


def _decode_any(line: bytes, previous: str) -> Line:
    fields = _object(line)
    version, op = fields.pop("v", None), fields.pop("op", None)
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise DamagedError("log.version")
    if version > VERSION or (isinstance(op, str) and op not in _CONTENTS):
        raise NewerError(unsealed(line)[1])
    if not isinstance(op, str):
        raise DamagedError("log.field", "op")
    identifier, at = _matched(fields, "id", _ID), _matched(fields, "at", _AT)
    if not _is_time(at):
        raise DamagedError("log.field", "at")
    stored = fields.pop("sum", None)
    if not isinstance(stored, str):
        raise DamagedError("log.field", "sum")
    body, at_end = unsealed(line)
    computed = chained(previous, body)
    fits = at_end is not None and stored == computed
    return Line(Record(identifier, at, op, _usable(op, fields), fits), stored, computed)


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


def _activity(fields: dict[str, Any]) -> Activity:
    day, kinds = _day(fields, "date"), _words(fields, "kinds")
    if day is None or not kinds:
        raise DamagedError("log.field", "kinds" if day else "date")
    until = _day(fields, "until")
    if until is not None and until < day:
        raise DamagedError("log.field", "until")
    return Activity(
        by=_text(fields, "by", required=True) or "",
        day=day,
        until=until,
        kinds=kinds,
        areas=_words(fields, "areas"),
        parties=_words(fields, "parties"),
        tags=_words(fields, "tags"),
        occasions=_count(fields),
        approx=_flag(fields, "approx"),
        quantities=_quantities(fields),
        note=_text(fields, "note"),
        ref=_text(fields, "ref"),
        source=_text(fields, "source"),
        plan=_text(fields, "plan"),
        redacted=_flag(fields, "redacted"),
        not_personal=_flag(fields, "not_personal"),
        extra=_rest(fields),
    )


def _amendment(fields: dict[str, Any]) -> Amendment:
    changes = fields.pop("set", None)
    if not isinstance(changes, dict) or not changes:
        raise DamagedError("log.field", "set")
    values = tuple((str(_READ.get(key, key)), _change(changes, key)) for key in changes if key in _READERS)
    unknown = {key: value for key, value in changes.items() if key not in _READERS}
    by, of, reason, not_personal = _correction(fields)
    extra = _rest(fields | ({"set": unknown} if unknown else {}))
    return Amendment(by, of, values, reason, not_personal, extra)


def _change(changes: dict[str, Any], key: str) -> Any:
    """Return the new value of one field as the domain holds it; null gives back the default."""
    required = key in ("date", "kinds")
    if changes[key] is None and not required:
        return Activity._field_defaults.get(_READ.get(key, key))
    value = _READERS[key](changes)
    if required and not value:
        raise DamagedError("log.field", key)
    return value


def _void(fields: dict[str, Any]) -> Void:
    return Void(*_correction(fields), _rest(fields))


def _redaction(fields: dict[str, Any]) -> Redaction:
    by, of, reason, not_personal = _correction(fields)
    return Redaction(by, of, _words(fields, "fields"), reason, not_personal, _rest(fields))


def _comment(fields: dict[str, Any]) -> Comment:
    day, promise = _day(fields, "date"), _text(fields, "promise", required=True)
    verdict = fields.pop("verdict", None)
    if day is None or verdict not in (None, "kept", "partly", "not_kept", "no_need"):
        raise DamagedError("log.field", "verdict" if day else "date")
    by, text = _text(fields, "by", required=True), _text(fields, "text")
    redacted, not_personal = _flag(fields, "redacted"), _flag(fields, "not_personal")
    return Comment(by or "", promise or "", day, text, verdict, redacted, not_personal, _rest(fields))


def _acceptance(fields: dict[str, Any]) -> Acceptance:
    by, file = _text(fields, "by", required=True), _text(fields, "file", required=True)
    had, has = _end(fields, "had"), _end(fields, "has")
    if had is None:
        raise DamagedError("log.field", "had")
    damaged, torn, edited = _words(fields, "damaged"), _text(fields, "torn"), _words(fields, "edited")
    reason, not_personal = _text(fields, "reason") or "", _flag(fields, "not_personal")
    lost = had, has, damaged, torn, edited
    return Acceptance(by or "", file or "", *lost, reason, not_personal, _rest(fields))


_CONTENTS: dict[str, Callable[[dict[str, Any]], Content]] = {
    "log": _activity,
    "plan": _activity,
    "amend": _amendment,
    "void": _void,
    "comment": _comment,
    "redact": _redaction,
    "accept": _acceptance,
}


def _correction(fields: dict[str, Any]) -> tuple[str, str, str, bool]:
    """Return what every correction has: `by`, `of`, `reason` and `not_personal`."""
    by, of = _text(fields, "by", required=True) or "", _matched(fields, "of", _ID)
    return by, of, _text(fields, "reason") or "", _flag(fields, "not_personal")


def _matched(fields: dict[str, Any], key: str, pattern: re.Pattern[str]) -> str:
    value = fields.pop(key, None)
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise DamagedError("log.field", key)
    return value


def _text(fields: dict[str, Any], key: str, *, required: bool = False) -> str | None:
    value = fields.pop(key, None)
    if not isinstance(value, str | None) or (required and not value):
        raise DamagedError("log.field", key)
    return value or None


def _day(fields: dict[str, Any], key: str) -> date | None:
    value = fields.pop(key, None)
    if value is None:
        return None
    try:
        day = date.fromisoformat(value)
    except (TypeError, ValueError):
        raise DamagedError("log.field", key) from None
    if day.isoformat() != value or not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise DamagedError("log.field", key)
    return day


def _is_time(at: str) -> bool:
    """Tell whether there is such a time, in a year that a record may be of."""
    try:
        return FIRST_YEAR <= datetime.fromisoformat(at).year <= LAST_YEAR
    except ValueError:
        return False


def _words(fields: dict[str, Any], key: str) -> tuple[str, ...]:
    value = fields.pop(key, None)
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise DamagedError("log.field", key)
    return tuple(dict.fromkeys(value))


def _count(fields: dict[str, Any]) -> int:
    value = fields.pop("count", 1)
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value < _MOST:
        raise DamagedError("log.field", "count")
    return value


def _end(fields: dict[str, Any], key: str) -> End | None:
    value = fields.pop(key, None)
    if value is None:
        return None
    records, last = (value.get("records"), value.get("sum")) if isinstance(value, dict) else (None, None)
    if isinstance(records, bool) or not isinstance(records, int) or not isinstance(last, str):
        raise DamagedError("log.field", key)
    if not 0 <= records < _MOST:
        raise DamagedError("log.field", key)
    return End(records, last)


def _flag(fields: dict[str, Any], key: str) -> bool:
    value = fields.pop(key, False)
    if not isinstance(value, bool):
        raise DamagedError("log.field", key)
    return value


def _quantities(fields: dict[str, Any]) -> tuple[tuple[str, Decimal], ...]:
    value = fields.pop("quantities", None)
    if value is None:
        return ()
    if not isinstance(value, dict):
        raise DamagedError("log.field", "quantities")
    return tuple((key, _decimal(amount)) for key, amount in value.items())


def _decimal(value: Any) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | Decimal) or not 0 <= value < _MOST:
        raise DamagedError("log.field", "quantities")
    amount = Decimal(value)
    if amount.as_tuple().exponent not in _EXPONENTS:
        raise DamagedError("log.field", "quantities")
    return amount


def _rest(fields: dict[str, Any]) -> str:
    """Keep unknown fields of a record, so that its copies can be compared and nothing is lost."""
    return json.dumps(fields, ensure_ascii=False, sort_keys=True, default=_kept) if fields else ""


def _kept(value: Decimal) -> float | str:
    """Return a number of an unknown field as JSON can hold it; one that no float has stays as written."""
    rounded = float(value)
    return rounded if Decimal(repr(rounded)) == value else str(value)


def _read_words(key: str) -> Callable[[dict[str, Any]], Any]:
    return lambda fields: _words(dict(fields), key)


def _read_text(key: str) -> Callable[[dict[str, Any]], Any]:
    return lambda fields: _text(dict(fields), key)


_READERS: dict[str, Callable[[dict[str, Any]], Any]] = {
    "date": lambda fields: _day(dict(fields), "date"),
    "until": lambda fields: _day(dict(fields), "until"),
    **{key: _read_words(key) for key in ("kinds", "areas", "parties", "tags")},
    "count": lambda fields: _count(dict(fields)),
    "approx": lambda fields: _flag(dict(fields), "approx"),
    "quantities": lambda fields: _quantities(dict(fields)),
    **{key: _read_text(key) for key in ("note", "ref", "source", "plan")},
}
