"""Reports as values, built in one line each, and texts that no format may take for anything but texts."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import count

from hypothesis import strategies as st

from medborgarloften.domain.activity import Activity, Record
from medborgarloften.domain.ids import End
from medborgarloften.domain.integrity.health import Health
from medborgarloften.domain.period import Period, parse_period
from medborgarloften.domain.promise import Agreement, Kind, Promise, Text
from medborgarloften.domain.report.build import Report, build
from medborgarloften.render.page.blocks import Block, Heading
from medborgarloften.render.page.whole import page
from medborgarloften.render.words.wording import NO_BREAK, Words
from records import AREAS, KINDS, PARTIES, TAGS, Extent, agreement, day, did, fold, planned, promise, target

SV, EN = Words("sv"), Words("en")
GOOD = Health(ends={"kommun-000001.jsonl": End(3, "00000000000000a1")})

WALKS = promise(target("walk"), target("dialogue"), name="Fyra vandringar och fyra dialoger")
PATROLS = promise(counts=("patrol",), name="Fotpatrullering")
HOURS = promise(target("patrol", at_least="900.5", of="hours"), name="Polistimmar")
SPRING = Period.of(day("03-10"), day("05-31"))
IN_SPRING = promise(
    target("walk", window=SPRING, areas=frozenset({"hagalund"})), window=SPRING, name="Vandringar i vår"
)
EVERYTHING = (WALKS, PATROLS, HOURS, IN_SPRING)

NASTY = (
    "<script>alert(1)</script>",
    "[/]",
    "a | b \\| c",
    "`kod` ``två``",
    "[länk](https://example.org) ![bild](x)",
    "](x)",
    "<b onclick='x'>fet</b> <!-- dold -->",
    "&lt;b&gt; &amp; &#60;",
    "höger \u202e till \u2066 vänster",
    "\x1b[31mröd\x07",
    "rad ett\nrad två\r\nrad tre",
    "# rubrik",
    "rubrik ##",
    "1. ett",
    "2) två",
    "- tre",
    "+ fyra",
    "* fem",
    "> citat",
    "---",
    "===",
    "    indraget",
    "slut\\",
    "*fet* _kursiv_ ~~struken~~ $x$ ==x==",
    "@namn #12 :smile: www.example.org https://example.org anna@example.org",
    "</table></main></svg>]]>",
    '" onmouseover="x',
    "{{ 7 * 7 }} {% raw %}",
    "x" * 10_240,
)
"""Texts that somewhere mean something: to HTML, SVG, Markdown, a terminal, a template or a table."""


def month(code: str) -> Period:
    """Return a period by its code, such as 2022-03."""
    period = parse_period(code, date(2022, 12, 31))
    assert period is not None
    return period


def rich(*promises: Promise, period: Period | None = None) -> Agreement:
    """Return an agreement with these promises; walks have tags, of which two kinds share one."""
    made = agreement(*promises, period=period) if period else agreement(*promises)
    tags = {key: Text(key, key) for key in TAGS}
    kinds: dict[str, Kind] = {**made.kinds, "walk": made.kinds["walk"]._replace(tags=tags)}
    kinds["dialogue"] = made.kinds["dialogue"]._replace(tags={"lighting": tags["lighting"]})
    return made._replace(kinds=kinds)


def report(
    *records: Record,
    of: Agreement | None = None,
    whole: str | Period = "2022-03",
    last: str | None = None,
    with_planned: bool = False,
    health: Health = GOOD,
) -> Report:
    """Return the report of one agreement on a period; cut off at its end unless `last` is given."""
    span = month(whole) if isinstance(whole, str) else whole
    end = day(last) if last else span.last
    return build((of or rich(*EVERYTHING),), fold(records), health, span, end, with_planned=with_planned)


_days = st.dates(date(2021, 12, 20), date(2023, 1, 10))
_stamps = st.dates(date(2022, 1, 1), date(2022, 12, 31)).map(lambda day: f"{day}T12:00:00.000Z")
_numbers = count(1)


@st.composite
def activities(draw: st.DrawFn, *, op: str = "log") -> Record:
    """Draw an activity of one or of several days; many overlap."""
    first = draw(_days)
    last = first + timedelta(days=draw(st.sampled_from([0, 0, 0, 1, 9, 30, 45])))
    make = did if op == "log" else planned
    return make(
        Extent(first, last if op == "log" else first),
        *sorted(draw(st.sets(st.sampled_from(KINDS), min_size=1))),
        at=draw(_stamps),
        areas=tuple(sorted(draw(st.sets(st.sampled_from((*AREAS, "okänt")), max_size=2)))),
        parties=tuple(sorted(draw(st.sets(st.sampled_from(PARTIES), max_size=2)))),
        tags=tuple(sorted(draw(st.sets(st.sampled_from(TAGS), max_size=2)))),
        occasions=draw(st.integers(1, 30)),
        approx=draw(st.booleans()),
        source=draw(st.sampled_from([None, "Polisen", "Solna stad"])),
        hours=draw(st.sampled_from(["0", "2.5"])),
    )


def twin(record: Record) -> Record:
    """Return another record that says exactly the same, as the reader gives them: with the same content."""
    return record._replace(id=f"00000000-0000-7000-9000-{next(_numbers):012x}")


def last_of(record: Record) -> date:
    """Return the last day of an activity."""
    assert isinstance(record.content, Activity)
    return record.content.last


def content_of(record: Record) -> Activity:
    """Return what an activity or plan says."""
    assert isinstance(record.content, Activity)
    return record.content


def texts_of(blocks: Iterable[object]) -> list[str]:
    """Return every text of a page, of whatever block, in order."""
    found: list[str] = []
    for block in blocks:
        if isinstance(block, str):
            found.append(block)
        elif isinstance(block, tuple):
            found += texts_of(block)
    return found


def section(value: Report, start: str = "1. ", words: Words = SV) -> list[Block]:
    """Return the blocks of a page below the heading that begins so, up to the next one."""
    found: list[Block] = []
    inside = False
    for block in page(words, value).blocks:
        if isinstance(block, Heading):
            inside = block.text.replace(NO_BREAK, " ").startswith(start)
        elif inside:
            found.append(block)
    return found
