"""JSON Schemas (draft 2020-12) of the promise file and of a line of the log, for editors and other programs.

The first is made from the models that check a promise file. It cannot say what refers to something else in
the file (`references.py`), so that the reader keeps the last word.
"""

from typing import Any

from medborgarloften.files.log.encode import VERSION
from medborgarloften.files.log.fields import SORTS, TABLES
from medborgarloften.files.log.forms import AT, ID, NAME

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_EVERY: dict[str, Any] = {
    "v": {"const": VERSION},
    "id": ID.schema,
    "at": AT.schema,
    "by": NAME.schema,
    "sum": {"type": "string", "pattern": "^[0-9a-f]{16}$"},
}
_OF_LOG = ("until", "approx", "plan")  # fields that what is booked has no use for


def promises() -> dict[str, Any]:
    """Return the schema of a promise file, version 1."""
    from medborgarloften.files.promise_file.schema.models import AgreementModel

    made = AgreementModel.model_json_schema(by_alias=True)
    for model in (made, *made["$defs"].values()):
        del model["title"]
        model["properties"] = {key: _plain(value) for key, value in model["properties"].items()}
    return {"$schema": _DRAFT, "title": "loften-promises/1", **made}


def _plain(value: dict[str, Any]) -> dict[str, Any]:
    """Leave out what pydantic adds: a title made from the key, and null for a key that may be missing."""
    kept = {key: entry for key, entry in value.items() if key != "title"}
    if kept.get("default", ...) is None:
        del kept["default"]
    return {**kept, "additionalProperties": False} if "patternProperties" in kept else kept


def log() -> dict[str, Any]:
    """Return the schema of one line of the log, version 1; fields that it does not name are allowed."""
    operations = {op: _operation(op) for op in SORTS}
    references = [{"$ref": f"#/$defs/{op}"} for op in operations]
    return {"$schema": _DRAFT, "title": "loften-log/1", "oneOf": references, "$defs": operations}


def _operation(op: str) -> dict[str, Any]:
    sort = SORTS[op]
    table = {key: field for key, field in TABLES[sort].items() if op != "plan" or key not in _OF_LOG}
    properties = {field.name: field.form.schema for field in table.values()}
    in_line = (table[key] for key in sort._fields if key in table)
    needed = [field.name for field in in_line if field.need != "optional"]
    return {
        "type": "object",
        "properties": {"op": {"const": op}, **_EVERY, **properties},
        "required": list(dict.fromkeys(("op", *_EVERY, *needed))),
    }
