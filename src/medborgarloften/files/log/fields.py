"""The fields of a record in format version 1: encoding, decoding and the JSON schema follow these tables.

What is in no table is not lost: a record keeps it as `extra`.
"""

from typing import Any, Literal, NamedTuple

from medborgarloften.domain.activity import (
    AMENDABLE,
    Acceptance,
    Activity,
    Amendment,
    Comment,
    Content,
    Redaction,
    Void,
)
from medborgarloften.files.log import forms
from medborgarloften.files.log.forms import Form


class DamagedError(ValueError):
    """The line is no record; `args[0]` is the code of the reason, `args[1]` the field if it is about one."""


Need = Literal["optional", "asked", "written", "required"]
"""A line without a `required` field is damaged. The schema asks for `asked` and `written` ones as well, but a
line is read without them, too; a `written` one that is empty is null in a line."""


class Field(NamedTuple):
    """A field by its name in the log; `attribute` is its name in the domain, where that is another one."""

    name: str
    form: Form
    need: Need = "optional"
    attribute: str = ""

    def read(self, value: Any, *, clears: bool = False) -> Any:
        """Return the domain's value. Raises `DamagedError`.

        Null stands for what is empty if the form allows it, or if it `clears` the field.
        """
        try:
            if self.need == "required":
                return self.form.read(value or None)
            if value is None and (clears or self.form.null):
                return self.form.empty
            return self.form.read(value) or self.form.empty
        except DamagedError:  # of a field within this one
            raise
        except (TypeError, ValueError):
            raise DamagedError("log.field", self.name) from None

    def written(self, value: Any) -> Any:
        """Return the value as JSON has it, null for nothing."""
        return None if value in (None, ()) else self.form.write(value)


def _table(*fields: Field) -> dict[str, Field]:
    """Return fields by their names in the domain, in the order in which the schema has them."""
    return {field.attribute or field.name: field for field in fields}


def _changes(value: Any) -> tuple[tuple[str, Any], ...]:
    """Read an amendment's changes, without those that nobody knows."""
    if not isinstance(value, dict):
        raise TypeError
    known = ((CHANGEABLE[key], new) for key, new in value.items() if key in CHANGEABLE)
    return tuple((field.attribute or field.name, field.read(new, clears=True)) for field, new in known)


def _set(changes: tuple[tuple[str, Any], ...]) -> dict[str, Any]:
    return {ACTIVITY[name].name: ACTIVITY[name].written(value) for name, value in changes}


def _schema_of_new(field: Field) -> dict[str, Any]:
    return field.form.schema if field.need == "required" else {"anyOf": [field.form.schema, forms.NULL]}


_BY = Field("by", forms.NAME, "required")
_OF = Field("of", forms.ID, "required")
_REASON = Field("reason", forms.REASON, "asked")
_REDACTED = Field("redacted", forms.FLAG)
_NOT_PERSONAL = Field("not_personal", forms.FLAG)

ACTIVITY = _table(
    _BY,
    Field("date", forms.DAY, "required", "day"),
    Field("until", forms.DAY),
    Field("kinds", forms.KINDS, "required"),
    Field("areas", forms.WORDS),
    Field("parties", forms.WORDS),
    Field("tags", forms.WORDS),
    Field("count", forms.COUNT, attribute="occasions"),
    Field("approx", forms.FLAG),
    Field("quantities", forms.QUANTITIES),
    Field("note", forms.TEXT),
    Field("ref", forms.TEXT),
    Field("source", forms.TEXT),
    Field("plan", forms.LINK),
    _REDACTED,
    _NOT_PERSONAL,
)
CHANGEABLE = {ACTIVITY[name].name: ACTIVITY[name] for name in AMENDABLE}
"""What an amendment can set, by its name in the log."""
_SET = {
    "type": "object",
    "properties": {name: _schema_of_new(field) for name, field in CHANGEABLE.items()},
    "minProperties": 1,
}
_CHANGES = Field("set", Form(_SET, _changes, (), _set), "required", "changes")

TABLES: dict[type[Content], dict[str, Field]] = {
    Activity: ACTIVITY,
    Amendment: _table(_BY, _OF, _REASON, _CHANGES, _NOT_PERSONAL),
    Void: _table(_BY, _OF, _REASON, _NOT_PERSONAL),
    Comment: _table(
        _BY,
        Field("promise", forms.NAME, "required"),
        Field("date", forms.DAY, "required", "day"),
        Field("text", forms.TEXT),
        Field("verdict", forms.VERDICT),
        _REDACTED,
        _NOT_PERSONAL,
    ),
    Redaction: _table(_BY, _OF, _REASON, Field("fields", forms.WORDS, "asked"), _NOT_PERSONAL),
    Acceptance: _table(
        _BY,
        Field("file", forms.NAME, "required"),
        Field("had", forms.END, "required"),
        Field("has", forms.END_OR_GONE, "written"),
        Field("damaged", forms.WORDS),
        Field("torn", forms.DIGEST),
        Field("edited", forms.WORDS),
        _REASON,
        _NOT_PERSONAL,
    ),
}
SORTS: dict[str, type[Content]] = {
    "log": Activity,
    "plan": Activity,
    "amend": Amendment,
    "void": Void,
    "comment": Comment,
    "redact": Redaction,
    "accept": Acceptance,
}
"""What a record holds, by its `op`."""
