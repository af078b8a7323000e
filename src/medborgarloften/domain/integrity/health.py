"""What is wrong with the log's files, apart from what its records say."""

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

from medborgarloften.domain.ids import End

Sort = Literal["damaged", "newer", "edited", "torn", "vanished", "shrunk", "unfinished", "unreadable"]
LOSSES: Final[tuple[Sort, ...]] = ("vanished", "shrunk", "unreadable")
"""What happens to a whole file; every command says it."""
INCOMPLETE: Final[tuple[Sort, ...]] = ("vanished", "shrunk", "unfinished", "unreadable")
"""What says of a file that it once had, or should have, more records."""


class Trouble(NamedTuple):
    """One thing: `line` counts from 1; `reason` is the code of a sentence, `errno` the system's error.

    `lines` are more than one where a file has too many to tell of each: this one and those like it behind it.
    `sum` is that with which an edited line would continue the chain.
    """

    sort: Sort
    file: str
    line: int | None
    reason: str
    field: str = ""
    errno: int | None = None
    lines: int = 1
    sum: str = ""

    @property
    def facts(self) -> dict[str, object]:
        """What its sentence is about."""
        errno = {} if self.errno is None else {"errno": self.errno}
        return {"file": self.file, "name": self.word, "field": self.field, **errno}

    @property
    def word(self) -> str:
        """The name of the file as one word of a command line."""
        return f'"{self.file}"' if " " in self.file else self.file


class Health(NamedTuple):
    """All of it: troubles by file and line, the ids in conflict, and each file's records and last `sum`.

    Of what was accepted, `accepted` is the number of unreadable lines, and `rested` has the files that lack
    records. `used` has the ids of the acceptances of which something is in the files.
    """

    troubles: tuple[Trouble, ...] = ()
    conflicts: tuple[str, ...] = ()
    ends: Mapping[str, End] = {}
    accepted: int = 0
    rested: frozenset[str] = frozenset()
    used: frozenset[str] = frozenset()

    @property
    def records(self) -> int:
        """How many records the files contain together."""
        return sum(records for records, _ in self.ends.values())

    def count(self, sort: Sort) -> int:
        """Return how many troubles are of one sort."""
        return sum(trouble.lines for trouble in self.troubles if trouble.sort == sort)

    def of(self, *sorts: Sort) -> list[Trouble]:
        """Return the troubles of some sorts."""
        return [trouble for trouble in self.troubles if trouble.sort in sorts]
