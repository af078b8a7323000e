"""What went wrong, as values: a code, the facts and the place. `render/words/` makes the sentences."""

from collections.abc import Mapping
from typing import NamedTuple


class Place(NamedTuple):
    """Where in a file: lines and columns count from 1; `text` is the real line, without its line end."""

    file: str
    line: int | None = None
    column: int | None = None
    text: str | None = None


class Finding(NamedTuple):
    """One thing that is wrong: `code` names a sentence of the catalogue, `facts` fill it."""

    code: str
    facts: Mapping[str, object] = {}
    place: Place | None = None


class LoftenError(Exception):
    """The base of all errors that a user may see; carries at least one finding."""

    def __init__(self, *findings: Finding) -> None:
        """Take the findings, in the order in which they are to be read."""
        super().__init__(*findings)
        self.findings = findings


class UsageError(LoftenError):
    """The command was called wrongly: an unknown word, a date that is none (exit code 2)."""


class DataError(LoftenError):
    """A promise file or the log contains what it must not, or there is no workspace (exit code 3)."""


class StorageError(LoftenError):
    """Something could not be read or written (exit code 4)."""


class PersonalDataError(LoftenError):
    """A text contains a personal identity number; nothing was stored (exit code 5)."""
