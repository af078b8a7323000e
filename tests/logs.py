"""Log files made by hand: records, the lines they make, and what is read from a folder of them."""

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from medborgarloften.domain.activity import Activity, Content, Record
from medborgarloften.files.log.encode import chained, encode, sealed
from medborgarloften.files.log.read import Ends, Reading, read_log

FILE = "kommun-000000.jsonl"


def identifier(number: int) -> str:
    """Return the id of the record that a test calls by a number."""
    return f"018f0000-0000-7000-8000-{number:012x}"


def record(number: int, content: Content, op: str = "log") -> Record:
    """Return a record with that number, written as many seconds after New Year."""
    at = f"2022-01-01T{number // 3600 % 24:02d}:{number // 60 % 60:02d}:{number % 60:02d}.000Z"
    return Record(identifier(number), at, op, content)


def walk(number: int = 1, **fields: Any) -> Record:
    """Return a record of `log`: a walk, with a note that tells which."""
    values = {"day": date(2022, 3, 14), "until": None, "note": f"vandring {number}", **fields}
    return record(number, Activity(by="kommun", kinds=("walk",), **values))


def chain(*records: Record, previous: str = "") -> list[bytes]:
    """Return the lines of a file that holds these records, each with its line end."""
    lines = []
    for each in records:
        body = encode(each)
        lines.append(sealed(body, previous))
        previous = chained(previous, body)
    return lines


def raw(fields: dict[str, Any] | str, previous: str = "") -> bytes:
    """Return a line of any JSON, with a `sum` that fits and its line end."""
    body = (
        fields if isinstance(fields, str) else json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
    )
    return sealed(body.encode("utf-8", "surrogatepass"), previous)


def written(number: int = 1, op: str = "log", **fields: Any) -> dict[str, Any]:
    """Return the fields of a line as they are written; a field that is None is left out."""
    usual = {"by": "kommun", "date": "2022-03-14", "kinds": ["walk"]}
    values = {"v": 1, "op": op, "id": identifier(number), "at": record(number, walk().content).at}
    return {key: value for key, value in {**values, **usual, **fields}.items() if value is not None}


def put(folder: Path, lines: Iterable[bytes] | bytes, name: str = FILE) -> Path:
    """Write a file of a log, and return it."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_bytes(lines if isinstance(lines, bytes) else b"".join(lines))
    return path


class Found(NamedTuple):
    """What a test asks of a reading: the numbers of its records, and each trouble's sort, file and line."""

    numbers: list[int]
    troubles: list[tuple[str, str, int | None]]
    reading: Reading

    @property
    def sorts(self) -> list[tuple[str, int | None]]:
        """The troubles where there is one file only."""
        return [(sort, line) for sort, _, line in self.troubles]

    @property
    def reasons(self) -> list[str]:
        """The codes of the troubles' reasons."""
        return [trouble.reason for trouble in self.reading.health.troubles]

    @property
    def ends(self) -> Ends:
        """How far the files go."""
        return self.reading.health.ends


def found(folder: Path, seen: Ends | None = None) -> Found:
    """Read a folder of files."""
    reading = read_log(folder, seen or {})
    numbers = sorted(int(key[-12:], 16) for key in reading.ledger.ids)
    troubles = [(trouble.sort, trouble.file, trouble.line) for trouble in reading.health.troubles]
    return Found(numbers, [(str(sort), file, line) for sort, file, line in troubles], reading)
