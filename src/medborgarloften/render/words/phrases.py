"""Parts of sentences that several renderings share: activities, targets, pace and states in words."""

from typing import TYPE_CHECKING, NamedTuple

from medborgarloften.domain.activity import TEXTS, Acceptance, Activity, Comment, Record
from medborgarloften.domain.history import Ledger
from medborgarloften.domain.judging.counting import Number
from medborgarloften.domain.judging.promises import PromiseProgress
from medborgarloften.domain.judging.standing import State
from medborgarloften.domain.overview import Overview
from medborgarloften.domain.period import Period
from medborgarloften.domain.promise import Agreement
from medborgarloften.render.words.wording import Words, one_line

if TYPE_CHECKING:
    from medborgarloften.domain.judging.standing import Amount

SYMBOLS: dict[State, str] = {
    "met": "✓",
    "on_track": "●",
    "behind": "▲",
    "missed": "✗",
    "not_started": "○",
    "ongoing": "◆",
    "nothing_logged": "○",
    "no_need": "–",
}


def kind_name(words: Words, agreement: Agreement, kind: str, count: Number = 1) -> str:
    """Return a kind's name for a number of occasions; its id where the agreement has no such kind."""
    known = agreement.kinds.get(kind)
    if known is None:
        return one_line(kind)
    return one_line((known.name if count == 1 else known.plural).in_(words.language))


def kinds_name(words: Words, agreement: Agreement, kinds: tuple[str, ...], count: Number = 1) -> str:
    """Return kinds of which any counts: "fotpatruller eller trafikinsatser"."""
    return words.either(kind_name(words, agreement, kind, count) for kind in kinds)


def area_name(words: Words, agreement: Agreement, area: str) -> str:
    """Return an area's name; its id where the agreement has no such area."""
    known = agreement.areas.get(area)
    return one_line(known.name.in_(words.language) if known else area)


def party_name(words: Words, agreement: Agreement, party: str) -> str:
    """Return a party's name; its id where the agreement has no such party."""
    known = agreement.parties.get(party)
    return one_line(known.in_(words.language) if known else party)


def tag_name(words: Words, agreement: Agreement, tag: str) -> str:
    """Return a tag's text; its id where the agreement has no such tag."""
    known = agreement.tag(tag)
    return one_line(known.in_(words.language) if known else tag)


def quantity_name(words: Words, agreement: Agreement, quantity: str) -> str:
    """Return a quantity's name; its id where the agreement has no such quantity."""
    known = agreement.quantities.get(quantity)
    return one_line(known.in_(words.language) if known else quantity)


def quantity(words: Words, agreement: Agreement, key: str, number: Number) -> str:
    """Return an amount of a quantity: "2,5 timmar"."""
    return f"{words.number(number)} {quantity_name(words, agreement, key)}"


def amount(words: Words, number: "Amount", *, approx: bool) -> str:
    """Return a number, marked where it contains an approximate figure."""
    text = words.number(number)
    return words.say("status.about", number=text) if approx else text


def what(words: Words, agreement: Agreement, content: Activity) -> str:
    """Return what was done: "trygghetsvandring och medborgardialog", "24 fotpatruller"."""
    kinds = words.both(kind_name(words, agreement, kind, content.occasions) for kind in content.kinds)
    if content.occasions == 1 and not content.approx:
        return kinds
    return f"{amount(words, content.occasions, approx=content.approx)} {kinds}"


def activity_line(words: Words, agreement: Agreement, content: Activity) -> str:
    """Return an activity in one line: what, where, when, and where a total came from."""
    parts = [what(words, agreement, content), *(area_name(words, agreement, area) for area in content.areas)]
    parts.append(words.span(Period.of(content.day, content.last)))
    parts += [party_name(words, agreement, party) for party in content.parties]
    parts += [tag_name(words, agreement, tag) for tag in content.tags]
    parts += [quantity(words, agreement, key, number) for key, number in content.quantities]
    return ", ".join([*parts, *according_to(words, content)])


def according_to(words: Words, content: Activity) -> list[str]:
    """Return where an activity's figure came from, if that is known: "enligt Polisen"."""
    return [words.say("status.source", source=content.source)] if content.source else []


class Row(NamedTuple):
    """An activity in the cells of a table; one that has nothing to say is empty."""

    day: str
    what: str
    where: str
    who: str
    note: str


def activity_row(words: Words, agreement: Agreement, content: Activity) -> Row:
    """Return an activity for a table; the note has its tags, quantities and texts."""
    notes = [tag_name(words, agreement, tag) for tag in content.tags]
    notes += [quantity(words, agreement, key, number) for key, number in content.quantities]
    notes += [words.say("status.masked")] if content.redacted else []
    return Row(
        words.span(Period.of(content.day, content.last)),
        what(words, agreement, content),
        words.both(area_name(words, agreement, area) for area in content.areas),
        words.both(party_name(words, agreement, party) for party in content.parties),
        " · ".join(note for note in (*notes, *texts(words, content)) if note),
    )


def texts(words: Words, content: Activity) -> list[str]:
    """Return what somebody wrote about an activity, each on one line: note, reference and source."""
    return [*map(words.fact, texts_beside(content).values()), *according_to(words, content)]


def texts_beside(content: Activity) -> dict[str, str]:
    """Return the texts of an activity by field, without its source, which is part of the line about it."""
    return {name: text for name in TEXTS if name != "source" and (text := getattr(content, name))}


def record_line(
    words: Words, view: Overview, ledger: Ledger, record: Record, *, with_texts: bool = False
) -> str:
    """Return any record in one line; a correction by what it corrects, a comment with its words if wanted."""
    content = record.content
    if isinstance(content, Comment):
        return _comment_line(words, view.agreement, content, with_texts=with_texts)
    if isinstance(content, Activity):
        line = activity_line(words, view.agreement, content)
        return words.say("status.op.plan", what=line) if record.op == "plan" else line
    assert not isinstance(content, Acceptance)
    for place in (ledger.activities, ledger.plans, ledger.comments, ledger.voided):
        if content.of in place:
            of = place[content.of]
            op = correction(record, of)
            what = record_line(words, view, ledger, of._replace(op="log"), with_texts=with_texts)
            return words.say(f"status.op.{op}", what=what)
    return words.say("status.op.unknown", what=content.of)


def comment(words: Words, agreement: Agreement, content: Comment) -> str:
    """Return a comment by its promise: the number, or the id where the agreement has no such promise."""
    numbers = {promise.id: str(promise.number) for promise in agreement.promises}
    return words.say("status.op.comment", what=numbers.get(content.promise, content.promise))


def correction(record: Record, of: Record) -> str:
    """Return what a correction does to a record: its `op`, but a plan that is made void is cancelled."""
    return "cancel" if record.op == "void" and of.op == "plan" else record.op


def _comment_line(words: Words, agreement: Agreement, content: Comment, *, with_texts: bool) -> str:
    """Return a comment by its promise, with its verdict and words where they are wanted."""
    line = comment(words, agreement, content)
    if not with_texts:
        return line
    judged = words.say(f"status.verdict.{content.verdict}") if content.verdict else ""
    text = words.say("status.masked") if content.redacted else one_line(content.text or "")
    return ": ".join([line, ". ".join(part for part in (judged, text) if part)])


def verdict(words: Words, progress: PromiseProgress) -> str | None:
    """Return what a person has said of a promise, newest first and last."""
    if progress.verdict is None or not isinstance(progress.verdict.content, Comment):
        return None
    content = progress.verdict.content
    text = words.say("status.masked") if content.redacted else words.fact(content.text or "")
    if content.verdict is None:
        return words.say("status.comment_only", day=content.day, text=text)
    judged = words.say(f"status.verdict.{content.verdict}")
    return words.say("status.comment", day=content.day, verdict=judged, text=text).strip()
