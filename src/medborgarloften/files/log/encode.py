"""One line of the log as it is written, format version 1; `decode.py` reads it."""

import hashlib
import json
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from medborgarloften.domain.activity import Amendment, Content, Record
from medborgarloften.files.log.fields import TABLES

VERSION = 1
LONGEST = 64 * 1024  # bytes of a line, without its line end

_SUM = re.compile(rb',"sum":"([0-9a-f]{16})"\}\Z')


def encode(record: Record) -> bytes:
    """Return the record as compact JSON, without `sum` and line end; texts are composed (NFC) before."""
    return _json({"v": VERSION, "op": record.op, "id": record.id, "at": record.at, **_fields(record.content)})


def sealed(body: bytes, previous: str) -> bytes:
    """Return the whole line: `body` with the `sum` that continues `previous`, and the line end."""
    return body[:-1] + b',"sum":"' + chained(previous, body).encode() + b'"}\n'


def unsealed(line: bytes) -> tuple[bytes, str | None]:
    """Return a line's body and the `sum` at its end; None, and the whole line, where it ends with none."""
    match = _SUM.search(line)
    return (line[: match.start()] + b"}", match[1].decode()) if match else (line, None)


def chained(previous: str, body: bytes) -> str:
    """Return the first 16 hex digits of SHA-256 over the previous sum and the line without its own."""
    return hashlib.sha256(previous.encode() + body).hexdigest()[:16]


def view(record: Record) -> dict[str, Any]:
    """Return the record's fields as other programs see them, decimals as floats."""
    fields = {"v": VERSION, "op": record.op, "id": record.id, "at": record.at, **_fields(record.content)}
    return {key: _plain(value) for key, value in fields.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(entry) for key, entry in value.items()}
    return number(value) if isinstance(value, Decimal) else value


def number(value: Decimal) -> int | float:
    """Return a decimal as a JSON number."""
    return int(value) if value == int(value) else float(value)


def _json(fields: Mapping[str, Any]) -> bytes:
    text = json.dumps(
        {key: _plain(value) for key, value in fields.items()},
        ensure_ascii=False,
        separators=(",", ":"),
        allow_nan=False,
    )
    return text.encode()


def _fields(content: Content) -> dict[str, Any]:
    """Return what is written of a content, in its order; what is empty is left out as a rule."""
    table, values = TABLES[type(content)], content._asdict()
    extra: dict[str, Any] = json.loads(values.pop("extra") or "{}")
    said = ((table[name], value) for name, value in values.items())
    fields = {
        field.name: field.written(value)
        for field, value in said
        if (value and value != field.form.empty) or field.need == "written"
    }
    if isinstance(content, Amendment) and "set" in extra:  # what nobody knows stands beside what is known
        extra["set"] = fields.get("set", {}) | extra["set"]
    return fields | extra
