"""Reports as files: written whole or not at all, and read back for what they say of their log."""

import json
import os
import re
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal

from medborgarloften.domain.integrity.report_trail import Trail
from medborgarloften.errors import Finding, StorageError
from medborgarloften.files.disk import make_folder, open_regular, replace_whole, sweep, unreadable

Outcome = Literal["written", "same", "kept"]

_TRAIL = re.compile(r"^<!-- loften-trail: (\{.*\}) -->$", re.MULTILINE)
_ROW = re.compile(  # of the table that people read: a sum, and a number whose digits may be in groups
    r"(?:<th[^>]*>|^\| )([0-9a-f]{16})(?:</th>\s*<td[^>]*>| \| )([0-9][0-9,\xa0 ]*)(?:</td>|\|$)",
    re.MULTILINE,
)


def publish(path: Path, data: bytes, *, replace: bool) -> Outcome:
    """Write a report: as a new file, or instead of one that is the same or may be replaced.

    One that differs is kept unless `replace`. Raises `StorageError`; then the old file is as it was, but with
    `output.uncertain`: there the new one is in its place, and may not outlast a power cut.
    """
    sweep(path)
    try:
        if path.is_symlink() or (path.exists() and not path.is_file()):
            raise StorageError(Finding("output.not_a_file", {"path": str(path)}))
        if path.exists() and (not replace or path.read_bytes() == data):
            return _left(path, data)
        make_folder(path.parent)
        replace_whole(path, data, over=replace)
    except FileExistsError:  # somebody else was faster
        return _left(path, data)
    except OSError as error:
        code = _what_failed(path, data, error)
        raise StorageError(Finding(code, {"path": str(path), "errno": error.errno})) from None
    return "written"


def _left(path: Path, data: bytes) -> Outcome:
    """Return what is said of a report that is left as it is."""
    return "same" if path.read_bytes() == data else "kept"


def _what_failed(path: Path, data: bytes, error: OSError) -> str:
    """Return what to say of an error: the last step comes after the new file has its name."""
    with suppress(OSError):
        if path.read_bytes() == data:
            return "output.uncertain"
    return "output.open" if os.name == "nt" and isinstance(error, PermissionError) else "output.write"


def read_trail(path: Path) -> Trail | None:
    """Read a report in any of its formats; None where the file is none. Raises `StorageError`."""
    try:
        with open_regular(path) as file:
            raw = file.read()
    except OSError as error:
        raise unreadable(path, error) from None
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
        return _of_json(json.loads(text)) if text.startswith("{") else _of_page(text)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _of_json(data: Any) -> Trail | None:
    """Return the trail of a JSON document; raises for one of another shape."""
    if data["format"] != "loften-report/1":
        return None
    log = data["log"]
    ends = tuple((int(file["records"]), str(file["sum"])) for file in log["files"] if file["records"])
    return Trail(str(data["status"]["municipality"]), int(log["loften-records"]), ends)


def _of_page(text: str) -> Trail | None:
    """Return the trail of a page, with the numbers that people read beside its sums; raises as `_of_json`.

    So a page whose table was altered does not add up to its own number of records.
    """
    line = _TRAIL.search(text)
    if line is None:
        return None
    data = json.loads(line[1])
    sums = {file["sum"] for file in data["files"]}
    rows = ((last, re.sub("[^0-9]", "", number)) for last, number in _ROW.findall(text))
    ends = tuple((int(number), last) for last, number in rows if last in sums)
    return Trail(str(data["municipality"]), int(data["records"]), ends)
