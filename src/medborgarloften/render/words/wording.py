"""Every sentence, number, date and plural, as written in Sweden and in English.

The sentences themselves stand in the catalogue (`texts/`), both languages side by side; a table is loaded
when the first of its sentences is needed.
"""

import errno
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from importlib import import_module
from typing import Final, TypeVar

from medborgarloften.domain.period import Period, code_of
from medborgarloften.domain.promise import Language, Text
from medborgarloften.errors import Finding, LoftenError

_Value = TypeVar("_Value")

_MONTHS: Final = {
    "sv": "januari februari mars april maj juni juli augusti september oktober november december".split(),
    "en": "January February March April May June July August September October November December".split(),
}
_WEEKDAYS: Final = {
    "sv": "måndagar tisdagar onsdagar torsdagar fredagar lördagar söndagar".split(),
    "en": "Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays".split(),
}
MOST_FINDINGS = 20  # that an error lists; then comes the number of the others
_SHORT: Final = {
    "sv": "jan. feb. mars april maj juni juli aug. sep. okt. nov. dec.".split(),
    "en": "Jan. Feb. Mar. Apr. May June July Aug. Sep. Oct. Nov. Dec.".split(),
}
_REASONS: Final = {
    errno.EACCES: "reason.denied",
    errno.EPERM: "reason.denied",
    errno.ENOENT: "reason.missing",
    errno.ENOTDIR: "reason.not_a_folder",
    errno.EISDIR: "reason.a_folder",
    errno.ENOSPC: "reason.full",
    errno.EDQUOT: "reason.quota",
    errno.EROFS: "reason.read_only",
    errno.EFBIG: "reason.too_big",
    errno.EIO: "reason.disk",
    errno.ELOOP: "reason.loop",
    errno.ENAMETOOLONG: "reason.name",
    errno.EINVAL: "reason.not_a_file",
    errno.ENXIO: "reason.not_a_file",
    errno.ENOLINK: "reason.dead_link",
}
_NAMES: Final = ("file", "folder", "path", "original")  # the facts that name a file or folder
_SURROGATE_OF_BYTE: Final = 0xDC00  # Python's name for a byte that is no UTF-8, less the byte
_TABLES: dict[str, Mapping[str, tuple[str, str]]] = {}
_TABLE_OF: Final = {
    "check": "check",
    "help": "help",
    "often": "buckets",
    "unit": "buckets",
    "bucket": "buckets",
    "goal": "buckets",
    "label": "buckets",
    "unplaced": "buckets",
    "status": "views",
    "state": "views",
    "promises": "views",
    "log": "messages",
    "grid": "lists",
    "history": "lists",
    "list": "lists",
    "report": "report",
    "picture": "report",
    "template": "start",
    "start": "start",
    "completion": "start",
}
_QUOTED: Final = ("word", "words", "value", "key", "option", "started")  # facts that repeat what was written
_LINE_ENDS: Final = ("\r\n", "\x85", "\u2028", "\u2029")
NO_BREAK: Final = "\N{NO-BREAK SPACE}"


class Words:
    """The product's words in one language."""

    def __init__(self, language: Language) -> None:
        """Speak `language`."""
        self.language: Language = language
        self._place = 0 if language == "sv" else 1

    def say(self, key: str, /, **facts: object) -> str:
        """Return the sentence `key`, filled with facts. Raises KeyError for a sentence that is not there."""
        return _table(key)[key][self._place].format(**{name: self.fact(fact) for name, fact in facts.items()})

    def count(self, key: str, number: int | Decimal | Fraction, /, **facts: object) -> str:
        """Return the sentence `key` in its form for a number: `key.none`, `key.one` or, for any, `key`.

        The number fills `{count}`, unless the facts have one of their own.
        """
        form = f"{key}.none" if number == 0 else f"{key}.one" if number == 1 else key
        return self.say(form if self.says(form) else key, **{"count": number, **facts})

    def says(self, key: str) -> bool:
        """Tell whether there is a sentence of that name."""
        return key in _table(key)

    def fact(self, fact: object) -> str:
        """Return a fact as it stands in a sentence."""
        if isinstance(fact, date):
            return self.day(fact)
        if isinstance(fact, int | Decimal | Fraction) and not isinstance(fact, bool):
            return self.number(fact)
        if isinstance(fact, Period):
            return self.span(fact)
        if isinstance(fact, Text):
            return one_line(fact.in_(self.language))
        if isinstance(fact, list | tuple):
            return self.either([self.fact(entry) for entry in fact])
        return one_line(str(fact))

    def day(self, day: date) -> str:
        """Return a day in full, such as "2 juli 2022"."""
        return f"{day.day}{NO_BREAK}{_MONTHS[self.language][day.month - 1]}{NO_BREAK}{day.year}"

    def short_day(self, day: date, year: int | None = None) -> str:
        """Return a day shortly, such as "2 juli", with its year unless that is `year`."""
        text = f"{day.day}{NO_BREAK}{_SHORT[self.language][day.month - 1]}"
        return text if day.year == year else f"{text}{NO_BREAK}{day.year}"

    def month(self, day: date) -> str:
        """Return the short name of a day's month, such as "feb."."""
        return _SHORT[self.language][day.month - 1]

    def weekdays(self, number: int) -> str:
        """Return the name of every such weekday, 0 being Monday: "torsdagar"."""
        return _WEEKDAYS[self.language][number]

    def month_name(self, day: date) -> str:
        """Return the name of a day's month, such as "februari"."""
        return _MONTHS[self.language][day.month - 1]

    def span(self, period: Period) -> str:
        """Return a period as people name it: "mars 2022", "2022", "v. 11 2022", "1–15 mars 2022"."""
        code = code_of(period)
        first, last = period.first, period.last
        if code == f"{first.year}":
            return code
        if code == f"{first.year}-{first.month:02d}":
            return f"{_MONTHS[self.language][first.month - 1]}{NO_BREAK}{first.year}"
        if first == last:
            return self.day(first)
        if (first.year, first.month) == (last.year, last.month):
            return f"{first.day}–{self.day(last)}"
        if first.year == last.year:
            return f"{first.day}{NO_BREAK}{_MONTHS[self.language][first.month - 1]}–{self.day(last)}"
        return f"{self.day(first)}–{self.day(last)}"

    def number(self, number: int | Decimal | Fraction) -> str:
        """Return a number with at most two decimals, half up, grouped in threes from five digits on."""
        if isinstance(number, Fraction):
            number = hundredths(number)
        if isinstance(number, Decimal):
            number = number.quantize(Decimal("0.01"), ROUND_HALF_UP)
        whole, _, decimals = f"{number:f}".partition(".")
        decimals = decimals.rstrip("0")
        if len(whole.lstrip("-")) > len("9999"):
            whole = f"{int(whole):,}".replace(",", NO_BREAK if self.language == "sv" else ",")
        return whole + ("," if self.language == "sv" else ".") * bool(decimals) + decimals

    def amount(self, number: int | Decimal | Fraction, *, approx: bool) -> str:
        """Return a number, marked where it contains an approximate figure."""
        return self.say("status.about", number=number) if approx else self.number(number)

    def either(self, words: Iterable[str]) -> str:
        """Return words as a choice: "a, b eller c"."""
        return _joined(list(words), "eller" if self.language == "sv" else "or")

    def both(self, words: Iterable[str]) -> str:
        """Return words as a list: "a, b och c"."""
        return _joined(list(words), "och" if self.language == "sv" else "and")

    def name(self, name: str) -> str:
        """Return the name of a file or folder as it may be shown; one often has a date and a time."""
        return visible(_masked(name, not_personal=True))

    def error(self, error: LoftenError) -> str:
        """Return an error as a person reads it: what is wrong and where, and what to do.

        Of more than `MOST_FINDINGS` the first are listed, and the others counted.
        """
        lines = [line for finding in error.findings[:MOST_FINDINGS] for line in self.finding(finding)]
        more = len(error.findings) - MOST_FINDINGS
        if more > 0:
            lines.append(self.count("error.more", more))
        return "\n".join(lines)

    def finding(self, finding: Finding) -> list[str]:
        """Return a finding's lines: the place and what is wrong, the real line with a marker, the remedy.

        Before the remedy, a character that looks like another one, or like nothing, is named.
        An identity number is not repeated, whatever it was taken for.
        """
        head, quoted = self.say("error.head"), []
        if place := finding.place:
            file = self.name(place.file)
            head = f"{visible(':'.join(str(part) for part in (file, *place[1:3]) if part is not None))}: "
            quoted = [_masked(line) for line in _marked(place.text, place.column)]
        remedy = self.remedy(finding)
        return [
            head + self.problem(finding),
            *quoted,
            *self._unseen(finding),
            *([f"  {remedy}"] if remedy else []),
        ]

    def _unseen(self, finding: Finding) -> list[str]:
        """Return a line for each sort of character that hides in what was written."""
        texts = [text for key in _QUOTED if isinstance(text := _masked(finding.facts.get(key)), str)]
        if all(text.isascii() for text in texts):
            return []
        from medborgarloften.render.words.unseen import unseen

        lines = []
        for sign, before, name in dict.fromkeys(found for text in texts for found in unseen(text)):
            facts = {"sign": self.say(f"unseen.{name}"), "number": f"{ord(sign):04X}"}
            key = "unseen.after" if before else "unseen.first"
            lines.append(f"  {self.say(key, before=before, **facts)}")
        return lines

    def problem(self, finding: Finding) -> str:
        """Return what is wrong, without the place."""
        return self.say(finding.code, **self._facts(finding))

    def remedy(self, finding: Finding) -> str:
        """Return what to do about a finding; nothing where there is nothing to say."""
        key, facts = f"{finding.code}.do", self._facts(finding)
        if not facts.get("nearest", True):
            key = f"{finding.code}.do_all" if self.says(f"{finding.code}.do_all") else ""
        return self.say(key, **facts) if key and self.says(key) else ""

    def _facts(self, finding: Finding) -> dict[str, object]:
        """Return what fills the sentences of a finding, without identity numbers."""
        facts = {
            key: self.name(str(fact)) if key in _NAMES else _exact(_masked(fact))
            for key, fact in finding.facts.items()
        }
        if "errno" in facts:
            facts["reason"] = self.reason(facts.pop("errno"))
        return facts

    def reason(self, number: object) -> str:
        """Return an operating system's error number in words."""
        key = _REASONS.get(number) if isinstance(number, int) else "reason.unknown"
        return self.say(key) if key else self.say("reason.number", number=str(number))


def hundredths(ratio: Fraction) -> Decimal:
    """Return a ratio with two decimals, half up from the exact value."""
    return Decimal((200 * ratio.numerator + ratio.denominator) // (2 * ratio.denominator)) / 100


def visible(text: str) -> str:
    r"""Return text with control and bidirectional characters as `\xNN`, so that a terminal obeys none.

    So is a byte of a file's name that is no UTF-8.
    """
    if text.isprintable():
        return text
    return "".join(
        letter if letter.isprintable() or letter == NO_BREAK else _escaped(letter) for letter in text
    )


def _exact(fact: object) -> object:
    """Return a fact of an error, every character of a text in sight: it may be what is wrong."""
    if isinstance(fact, list | tuple) and not isinstance(fact, Period):
        return [_exact(entry) for entry in fact]
    return visible(fact) if isinstance(fact, str) else fact


def one_line(text: str) -> str:
    """Return a text as sentences and tables show it: its lines in one, with " / " between, a tab as a space.

    Other control characters are as in `visible`.
    """
    if text.isprintable():
        return text
    for end in _LINE_ENDS:
        text = text.replace(end, "\n")
    lines = (line.replace("\t", " ").strip(" ") for line in text.split("\n"))
    return " / ".join(visible(line) for line in lines if line)


def _escaped(letter: str) -> str:
    byte = ord(letter) - _SURROGATE_OF_BYTE
    return f"\\x{byte:02x}" if 0x80 <= byte <= 0xFF else letter.encode("unicode_escape").decode("ascii")  # noqa: PLR2004 - bytes


def _masked(value: _Value, *, not_personal: bool = False) -> _Value:
    from medborgarloften.domain.masking import masked

    return masked(value, not_personal=not_personal)


def _joined(words: list[str], last: str) -> str:
    if len(words) < 2:  # noqa: PLR2004 - nothing to join
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


_WIDEST = 100  # characters of a real line that are shown


def _marked(text: str | None, column: int | None) -> list[str]:
    """Return the real line and a marker below its column, both indented."""
    if not text or column is None:
        return []
    start = max(0, column - 1 - _WIDEST // 2) if len(text) > _WIDEST else 0
    shown = visible(text[start : start + _WIDEST].replace("\t", " "))
    before = visible(text[start : column - 1].replace("\t", " "))
    return [f"    {shown.rstrip()}", f"    {' ' * len(before)}^"]


def _table(key: str) -> Mapping[str, tuple[str, str]]:
    name = _TABLE_OF.get(key.partition(".")[0], "errors")
    if name not in _TABLES:
        _TABLES[name] = import_module(f"medborgarloften.render.words.texts.{name}").TEXTS
    return _TABLES[name]
