"""JSON Schemas (draft 2020-12) of the promise file and of a line of the log, for editors and other programs.

The first is made from the models that check a promise file. It cannot say what refers to something else in
the file (`references.py`), so that the reader keeps the last word.
"""

from typing import Any

from medborgarloften.files.log.encode import VERSION

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_TEXT = {"type": ["string", "null"]}
_DAY = {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_ID = {"type": "string", "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"}
_AT = {"type": "string", "pattern": r"^[0-9-]{10}T[0-9:]{8}\.[0-9]{3}Z$"}
_WORD = {"type": "string", "minLength": 1}
_WORDS = {"type": "array", "items": {"type": "string"}}
_VERDICTS = {"enum": [None, "kept", "partly", "not_kept", "no_need"]}

_EVERY: dict[str, Any] = {
    "v": {"const": VERSION},
    "id": _ID,
    "at": _AT,
    "by": _WORD,
    "sum": {"type": "string", "pattern": "^[0-9a-f]{16}$"},
}
_ACTIVITY: dict[str, Any] = {
    "date": _DAY,
    "until": _DAY,
    "kinds": {**_WORDS, "minItems": 1},
    "areas": _WORDS,
    "parties": _WORDS,
    "tags": _WORDS,
    "count": {"type": "integer", "minimum": 1},
    "approx": {"type": "boolean"},
    "quantities": {"type": "object", "additionalProperties": {"type": "number", "minimum": 0}},
    "note": _TEXT,
    "ref": _TEXT,
    "source": _TEXT,
    "plan": _ID,
}
_NOT_PERSONAL = {"not_personal": {"type": "boolean"}}
_MASKED = {"redacted": {"type": "boolean"}}
_CORRECTION = {"of": _ID, "reason": {"type": "string"}}
_END = {
    "type": "object",
    "properties": {"records": {"type": "integer", "minimum": 0}, "sum": {"type": "string"}},
    "required": ["records", "sum"],
}
_ACCEPTANCE: dict[str, Any] = {
    "file": _WORD,
    "had": _END,
    "has": {"anyOf": [_END, {"type": "null"}]},
    "damaged": _WORDS,
    "torn": {"type": "string"},
    "edited": _WORDS,
    "reason": {"type": "string"},
}
_NEEDED = ("date", "kinds")  # of an activity: an amendment cannot clear these


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
    operations = {
        "log": _operation(_ACTIVITY | _MASKED, _NEEDED),
        "plan": _operation(_planned() | _MASKED, _NEEDED),
        "amend": _operation({**_CORRECTION, "set": _changes()}, ("of", "set", "reason")),
        "void": _operation(_CORRECTION, ("of", "reason")),
        "comment": _operation(
            {"promise": _WORD, "date": _DAY, "text": _TEXT, "verdict": _VERDICTS, **_MASKED},
            ("promise", "date"),
        ),
        "redact": _operation({**_CORRECTION, "fields": _WORDS}, ("of", "fields", "reason")),
        "accept": _operation(_ACCEPTANCE, ("file", "had", "has", "reason")),
    }
    for op, schema in operations.items():
        schema["properties"] = {"op": {"const": op}, **schema["properties"]}
    references = [{"$ref": f"#/$defs/{op}"} for op in operations]
    return {"$schema": _DRAFT, "title": "loften-log/1", "oneOf": references, "$defs": operations}


def _operation(properties: dict[str, Any], needed: tuple[str, ...]) -> dict[str, Any]:
    required = ["op", *_EVERY, *needed]
    return {"type": "object", "properties": {**_EVERY, **properties, **_NOT_PERSONAL}, "required": required}


def _planned() -> dict[str, Any]:
    return {key: value for key, value in _ACTIVITY.items() if key not in ("until", "approx", "plan")}


def _changes() -> dict[str, Any]:
    """Return what an amendment sets: the fields of an activity, null to clear one."""
    properties = {
        key: value if key in _NEEDED else {"anyOf": [value, {"type": "null"}]}
        for key, value in _ACTIVITY.items()
    }
    return {"type": "object", "properties": properties, "minProperties": 1}
