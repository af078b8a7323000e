"""The formats of a report, each with the module that writes it: loaded when its format is asked for."""

from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from medborgarloften.domain.report.build import Report
    from medborgarloften.render.words.wording import Words

Format = Literal["html", "md", "json"]
FORMATS: tuple[Format, ...] = get_args(Format)
"""In the order in which they are offered; each is also the ending of a report's file name."""


def rendered(words: "Words", report: "Report", form: Format) -> bytes:
    """Return the report as the bytes of a file in the format, UTF-8 in all of them."""
    match form:
        case "html":
            from medborgarloften.render import to_html

            return to_html.report(words, report)
        case "md":
            from medborgarloften.render import to_markdown

            return to_markdown.report(words, report)
        case "json":
            from medborgarloften.render import to_json

            return to_json.report(words, report).encode()
