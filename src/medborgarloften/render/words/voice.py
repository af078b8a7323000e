"""One language and one agreement: what its kinds, areas, parties, tags and quantities are called.

Judges and counts nothing; an id that the agreement does not have is said as it is.
"""

from collections.abc import Iterable
from typing import NamedTuple

from medborgarloften.domain.activity import TEXTS, Activity
from medborgarloften.domain.judging.counting import Number
from medborgarloften.domain.judging.split import Part, Split
from medborgarloften.domain.period import Period
from medborgarloften.domain.promise import Agreement, Text
from medborgarloften.render.words.wording import Words, one_line


class Row(NamedTuple):
    """An activity in the cells of a table; one that has nothing to say is empty."""

    day: str
    what: str
    where: str
    who: str
    note: str


class Voice(Words):
    """Words that know an agreement. What it does not have is called by its id."""

    def __init__(self, words: Words, agreement: Agreement) -> None:
        """Speak the language of `words` about `agreement`."""
        super().__init__(words.language)
        self.agreement = agreement

    def _name(self, name: Text | None, key: str) -> str:
        return one_line(name.in_(self.language) if name else key)

    def kind(self, kind: str, count: Number = 1) -> str:
        """Return a kind's name for a number of occasions."""
        declared = self.agreement.kinds.get(kind)
        return self._name(declared and (declared.name if count == 1 else declared.plural), kind)

    def kinds(self, kinds: tuple[str, ...], count: Number = 1) -> str:
        """Return kinds of which any counts: "fotpatruller eller trafikinsatser"."""
        return self.either(self.kind(kind, count) for kind in kinds)

    def area(self, area: str | None) -> str:
        """Return an area's name; None is said to be no area."""
        if area is None:
            return self.say("report.no_area")
        declared = self.agreement.areas.get(area)
        return self._name(declared and declared.name, area)

    def in_area(self, name: str, area: str) -> str:
        """Return the name of a target's part that is about one area: "fotpatruller, Hagalund"."""
        return self.say("label.area", name=name, area=self.area(area))

    def areas(self, areas: Iterable[str]) -> str:
        """Return the names of areas as a list: "Hagalund och Bergshamra"."""
        return self.both(map(self.area, areas))

    def party(self, party: str) -> str:
        """Return a party's name."""
        return self._name(self.agreement.parties.get(party), party)

    def parties(self, parties: Iterable[str]) -> str:
        """Return the names of parties as a list."""
        return self.both(map(self.party, parties))

    def tag(self, tag: str) -> str:
        """Return a tag's text."""
        return self._name(self.agreement.tag(tag), tag)

    def quantity_name(self, quantity: str) -> str:
        """Return a quantity's name."""
        return self._name(self.agreement.quantities.get(quantity), quantity)

    def quantity(self, quantity: str, number: Number) -> str:
        """Return an amount of a quantity: "2,5 timmar"."""
        return f"{self.number(number)} {self.quantity_name(quantity)}"

    def split(self, parts: Split, *, of: Iterable[str] | None = None) -> list[str]:
        """Return each kind with its own number, and what was measured beside; `of` some kinds only."""
        only = None if of is None else set(of)
        texts = [
            f"{self.amount(part.amount, approx=part.approx)} {self.kind(part.id, part.amount)}"
            for part in parts.kinds
            if only is None or part.id in only
        ]
        return texts + [self._measured(part) for part in parts.quantities]

    def _measured(self, part: Part) -> str:
        amount = f"{self.amount(part.amount, approx=part.approx)} {self.quantity_name(part.id)}"
        return self.say("status.level", amount=amount) if part.is_level else amount

    def what(self, content: Activity) -> str:
        """Return what was done: "trygghetsvandring och medborgardialog", "24 fotpatruller"."""
        kinds = self.both(self.kind(kind, content.occasions) for kind in content.kinds)
        if content.occasions == 1 and not content.approx:
            return kinds
        return f"{self.amount(content.occasions, approx=content.approx)} {kinds}"

    def activity_line(self, content: Activity) -> str:
        """Return an activity in one line: what, where, when, and where a total came from."""
        parts = [self.what(content), *map(self.area, content.areas)]
        parts.append(self.span(Period.of(content.day, content.last)))
        parts += [*map(self.party, content.parties), *map(self.tag, content.tags)]
        parts += [self.quantity(key, number) for key, number in content.quantities]
        return ", ".join([*parts, *self.according_to(content)])

    def according_to(self, content: Activity) -> list[str]:
        """Return where an activity's figure came from, if that is known: "enligt Polisen"."""
        return [self.say("status.source", source=content.source)] if content.source else []

    def row(self, content: Activity) -> Row:
        """Return an activity for a table; the note has its tags, quantities and texts."""
        notes = [*map(self.tag, content.tags), *(self.quantity(*amount) for amount in content.quantities)]
        notes += [self.say("status.masked")] if content.redacted else []
        notes += [*map(self.fact, texts_beside(content).values()), *self.according_to(content)]
        return Row(
            self.span(Period.of(content.day, content.last)),
            self.what(content),
            self.areas(content.areas),
            self.parties(content.parties),
            " · ".join(filter(None, notes)),
        )


def texts_beside(content: Activity) -> dict[str, str]:
    """Return the texts of an activity by field, without its source, which is part of the line about it."""
    return {name: text for name in TEXTS if name != "source" and (text := getattr(content, name))}
