"""The line of a report that programs read: whose it is, and the log that it was made from."""

import json

from medborgarloften.domain.integrity.health import Health
from medborgarloften.domain.report.build import Report

_ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "-<>"}


def trail_line(report: Report) -> str:
    """Return a comment, the same in HTML and in Markdown; nothing that is written in it can end it."""
    content = {
        "municipality": report.agreement.municipality,
        "records": report.health.records,
        "files": log_files(report.health),
    }
    return f"<!-- loften-trail: {json.dumps(content).translate(_ESCAPES)} -->"


def log_files(health: Health) -> list[dict[str, object]]:
    """Return the number of records and the last `sum` of each file of the log, without its name."""
    return [{"records": records, "sum": last} for records, last in sorted(health.ends.values())]
