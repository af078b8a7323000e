"""Every sentence, number, date and plural, as written in Sweden and in English.

The sentences themselves stand in the catalogue (`texts/`), both languages side by side; a table is loaded
when the first of its sentences is needed.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from importlib import import_module
from typing import Final

from medborgarloften.domain.period import Period, code_of
from medborgarloften.domain.promise import Language, Text

_MONTHS: Final = {
    "sv": "januari februari mars april maj juni juli augusti september oktober november december".split(),
    "en": "January February March April May June July August September October November December".split(),
}
_WEEKDAYS: Final = {
    "sv": "måndagar tisdagar onsdagar torsdagar fredagar lördagar söndagar".split(),
    "en": "Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays".split(),
}
_SHORT: Final = {
    "sv": "jan. feb. mars april maj juni juli aug. sep. okt. nov. dec.".split(),
    "en": "Jan. Feb. Mar. Apr. May June July Aug. Sep. Oct. Nov. Dec.".split(),
}
_SURROGATE_OF_BYTE: Final = 0xDC00  # Python's name for a byte that is no UTF-8, less the byte
_TABLES: dict[str, Mapping[str, tuple[str, str]]] = {}
_TABLE_OF: Final = {
    name: table
    for table, names in {
        "buckets": "often unit bucket goal label unplaced",
        "check": "check",
        "help": "help",
        "lists": "grid history list",
        "messages": "log",
        "report": "report picture",
        "start": "template start completion",
        "views": "status state promises",
    }.items()
    for name in names.split()
}  # by the first part of a key; `errors` has all others
_LINE_ENDS: Final = ("\r\n", "\x85", "\u2028", "\u2029")
NO_BREAK: Final = "\N{NO-BREAK SPACE}"


class Words:
    """The product's words in one language."""

    def __init__(self, language: Language) -> None:
        """Speak `language`."""
        self.language: Language = language
        self._index = 0 if language == "sv" else 1

    def say(self, key: str, /, **facts: object) -> str:
        """Return the sentence `key`, filled with facts. Raises KeyError for a sentence that is not there."""
        return _table(key)[key][self._index].format(**{name: self.fact(fact) for name, fact in facts.items()})

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
        from medborgarloften.domain.masking import masked

        return visible(masked(name, not_personal=True))


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


def _joined(words: list[str], last: str) -> str:
    if len(words) < 2:  # noqa: PLR2004 - nothing to join
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def _table(key: str) -> Mapping[str, tuple[str, str]]:
    name = _TABLE_OF.get(key.partition(".")[0], "errors")
    if name not in _TABLES:
        _TABLES[name] = import_module(f"medborgarloften.render.words.texts.{name}").TEXTS
    return _TABLES[name]
