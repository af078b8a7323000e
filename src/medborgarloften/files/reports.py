"""What a report, as `loften report` writes it, says of the log that it was made from."""

import html
import json
import re
from pathlib import Path
from typing import Any

from medborgarloften.domain.integrity.report_trail import Trail
from medborgarloften.files.disk import RECORDS, open_regular, unreadable

_END = re.compile(  # a row of two cells, in HTML or Markdown: a sum, and a number in groups of three
    r"(?:<th[^>]*>|^\| )([0-9a-f]{16})(?:</th>\s*<td[^>]*>| \| )([0-9][0-9,\xa0 ]*)(?:</td>|\|$)",
    re.MULTILINE,
)
_LEAD = re.compile(r'^(?:<p class="lead">|\*\*)(.+?) · ', re.MULTILINE)  # the municipality, and the title
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


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
    records, lead = RECORDS.search(text.encode()), _LEAD.search(text)
    if not records or not lead:
        return None
    ends = tuple((int(re.sub("[^0-9]", "", number)), last) for last, number in _END.findall(text))
    return Trail(_plain(lead[1], is_html=text.startswith("<")), int(records[1]), ends)


def _plain(text: str, *, is_html: bool) -> str:
    """Return a text as it was before it was escaped."""
    return html.unescape(text) if is_html else _ESCAPED.sub(r"\1", text)
