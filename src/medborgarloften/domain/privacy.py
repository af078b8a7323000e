"""Finds personal identity numbers in texts, so that none is ever stored.

Two kinds of number name a person. A personnummer (folkbokföringslagen 1991:481, 18 §; Skatteverket's
brochure SKV 704) is the birth date, a birth number from 001 to 999 and a check digit: `YYMMDD-NNNC`, with `+`
from the year in which the person turns 100. A samordningsnummer (earlier 18 a § of the same law, now lagen
2022:1697; SKV 707) is made in the same way, with 60 added to the day. Where the month or the day of birth is
not known it counts as 00, so that month 00 and day 60 occur; Skatteverket's own test numbers have such. The
check digit is Luhn's over the ten digits; a written century (18, 19 or 20) takes no part in it.

What is decided here, and why:

* A fitting check digit is certain in every form that people write, and such a text is refused whatever is
  said of it: a sentence can be reworded, but what was stored about a person cannot be taken back.
* A check digit that does not fit is most often a mistyped person. It is suspected where the form itself is
  that of an identity number (a sign or nothing before the last four digits), and refused too, unless whoever
  writes the text says that it is no identity number. After a space, a sum or a count is more likely.
* A clock time is no number, whether its digits fit or not: after a date written `YYYY-MM-DD` and a space or a
  spaced dash (`2022-03-14 1800`), and after any date and a space where it begins a span (`220314 1800-2000`).
  Four other digits after `YYYY-MM-DD` and a spaced dash (`2022-03-14 – 2500 deltagare`) are not suspected.
* Ten digits in a row that begin with 01 to 09 are more often a phone number: they are a number only where the
  check digit fits.
* An organisation number has a month of 20 or more and always passes. The second date of a period such as
  `2022-01-01--2022-12-31` is not taken for four last digits. UUIDs and hexadecimal hashes are not read.
* A line break ends a number, except after its sign, where a text may have been wrapped. A number is never
  part of a longer run of digits, but letters may touch it.
* There is no clock here, so every written year from 1800 to 2099 counts; 29 February counts in every year.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

MASK = "●●●●●●-●●●●"

LENGTH = 10
_COORDINATION = 60  # is added to the day in a samordningsnummer
_MONTH_DAYS = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)  # month 00 has no day of its own

# What a reader does not see between two digits: control characters, soft hyphen, combining marks, fillers,
# zero-width and direction characters, variation selectors, tags.
_HIDDEN = (
    r"\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u0300-\u036f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    r"\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20d0-\u20ff\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb"
    r"\U000e0000-\U000e0fff"
)
_SPACES = "\t\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_BREAKS = "\x0b\x0c\r\x85\u2028\u2029"
_DASHES = "\u02d7\u058a\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u207b\u208b\u2212\u2796\ufe58\ufe63\uff0d"
_PLUSES = "\u207a\u208a\u2795\ufe62\uff0b"
_SLASHES = "\u2044\u2215\uff0f"
_SIGNS = str.maketrans(
    dict.fromkeys(_SPACES, " ")
    | dict.fromkeys(_BREAKS, "\n")
    | dict.fromkeys(_DASHES, "-")
    | dict.fromkeys(_PLUSES, "+")
    | dict.fromkeys(_SLASHES, "/")
    | {"\uff0e": "."},
)

# The patterns are compiled (and kept) by `re` at their first use: most commands never need them.
_UNSEEN = rf"[{_HIDDEN}]+|[ {_SPACES}][ {_SPACES}{_HIDDEN}]*(?=[ {_SPACES}])"  # the last of many spaces stays
_FOREIGN_DIGIT = r"[^\D0-9]"
_HEX = r"[0-9a-fA-F]"
_UUID = rf"{_HEX}{{8}}-(?:{_HEX}{{4}}-){{3}}{_HEX}{{12}}"
_HASH = rf"(?:{_HEX}{{8}}){{2,16}}"  # 64 to 512 bits
_TOKEN = rf"(?<![0-9a-zA-Z])(?:{_UUID}|{_HASH})(?![0-9a-zA-Z])"

# All of it is looked ahead, so that a number that begins inside another reading is found too. Every
# repetition has a bound: no place costs more than a fixed amount of work, whatever the text.
_NUMBER = r"""(?x)
    (?<!\d)(?=(?P<number>
        (?: (?:(?:1[89]|20)[ -]?)? \d{6}  # 790819, 19790819, 19 790819
          | (?:(?:1[89]|20)[ -]?)? \d\d (?P<mark>[ ]?[-./][ ]?|[ ]) \d\d (?P=mark) \d\d  # 1979-08-19
          | (?:1[89]|20) \d\d [ ] \d{4}  # 1979 0819
        )
        (?P<gap>[ ]?(?:[-+]{1,2}[ ]?\n{0,2}[ ]?)?|(?P=mark))
        # not the year of a second date, written as the first one and complete
        (?!(?:1[89]|20)\d\d(?=[ ]?[-./])(?P=mark)(?:0[1-9]|1[0-2])(?:(?P=mark)\d\d)?(?!(?P=mark)?\d))
        \d{4}
    )(?!\d))
"""


_DASHED = r"\d{4}-\d\d-\d\d"
_SPACED_DASH = r" -{1,2} "
_CLOCK = r"(?:[01]\d|2[0-3])[0-5]\d"
_MOMENT = rf"{_DASHED}(?: |{_SPACED_DASH}){_CLOCK}"
_CLOCK_SPAN = rf"{_CLOCK} ?-{{1,2}} ?{_CLOCK}(?!\d)"
_PHONE = r"0[1-9]\d{8}"


class Suspicion(NamedTuple):
    """A place that contains, or may contain, an identity number: `text[start:stop]`.

    `certain` says that the check digit fits. Otherwise only the form and the date are those of an identity
    number. The number itself is not kept, so that no message can repeat it.
    """

    certain: bool
    start: int
    stop: int


def suspicions(text: str) -> list[Suspicion]:
    """Return the places that contain or may contain an identity number, in order and without overlap.

    Takes time in proportion to the length of the text.
    """
    if len(text) < LENGTH or digit_count(text) < LENGTH:
        return []
    visible, indices = _visible(text)
    distinct: list[Suspicion] = []
    for certain, start, stop in _candidates(_plain(visible)):
        _add(distinct, Suspicion(certain, indices[start], indices[stop - 1] + 1))
    return distinct


def holds_identity_number(text: str, *, not_personal: bool = False) -> bool:
    """Tell whether the text contains a personnummer or samordningsnummer, or a mistyped one.

    `not_personal` says that somebody vouches for those that do not fit their check digit.
    """
    return any(certain or not not_personal for certain, _, _ in suspicions(text))


def mask(text: str, *, not_personal: bool = False) -> str:
    """Return the text with `MASK` for identity numbers; with `not_personal` for the certain ones only."""
    pieces, copied = list[str](), 0
    for certain, start, stop in suspicions(text):
        if certain or not not_personal:
            pieces += (text[copied:start], MASK)
            copied = stop
    return "".join((*pieces, text[copied:])) if pieces else text


def digit_count(text: str) -> int:
    """Return the number of decimal digits: quickly, since nearly every text has too few."""
    try:
        encoded = text.encode("latin-1")  # which has no other digits than these
    except UnicodeEncodeError:
        return sum(map(str.isdecimal, text))
    return len(encoded) - len(encoded.translate(None, b"0123456789"))


def _visible(text: str) -> tuple[str, list[int]]:
    """Return the text without what a reader does not see, and the index of each remaining character in it."""
    indices, copied = list[int](), 0
    for unseen in re.finditer(_UNSEEN, text):
        indices.extend(range(copied, unseen.start()))
        copied = unseen.end()
    indices.extend(range(copied, len(text)))
    return re.sub(_UNSEEN, "", text), indices


def _plain(text: str) -> str:
    """Return the text, no longer or shorter, in ASCII digits and signs, with UUIDs and hashes crossed out."""
    text = text.translate(_SIGNS)
    text = re.sub(_FOREIGN_DIGIT, lambda digit: str(int(digit[0])), text)
    return re.sub(_TOKEN, lambda token: "x" * len(token[0]), text)


def _candidates(plain: str) -> Iterator[Suspicion]:
    """Yield what reads as an identity number, by its beginning; two readings may overlap."""
    for match in re.finditer(_NUMBER, plain):
        number, gap = match["number"], match["gap"]
        digits = re.sub(r"\D", "", number)[-LENGTH:]
        if not _has_birth_date(digits) or _is_clock(number, gap, plain, match.end("number")):
            continue
        certain = _is_given_out(digits)
        if certain or _is_typical(number, gap):
            yield Suspicion(certain, *match.span("number"))


def _is_clock(number: str, gap: str, plain: str, stop: int) -> bool:
    """Tell whether the last four digits, which end at `stop`, are a clock time after a date."""
    if re.fullmatch(_MOMENT, number):
        return True
    return gap.startswith(" ") and re.compile(_CLOCK_SPAN).match(plain, stop - 4) is not None


def _has_birth_date(digits: str) -> bool:
    """Tell whether the ten digits begin with a date, or with that of a samordningsnummer."""
    month, day = int(digits[2:4]), int(digits[4:6])
    if month >= len(_MONTH_DAYS):
        return False
    # Skatteverket's test numbers have had 31 days in any month after the 60: the length is not asked there.
    return 1 <= day <= _MONTH_DAYS[month] or _COORDINATION <= day <= _COORDINATION + 31


def _is_given_out(digits: str) -> bool:
    """Tell whether the check digit fits (Luhn) and the birth number is one that is given out (000 is not)."""
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(digits))
    return digits[6:9] != "000" and sum(sum(divmod(number, 10)) for number in doubled) % 10 == 0


def _is_typical(number: str, gap: str) -> bool:
    """Tell whether a number that does not fit its check digit is written as only identity numbers are."""
    if re.fullmatch(_PHONE, number) or re.match(_DASHED + _SPACED_DASH, number):
        return False
    return not gap or "-" in gap or "+" in gap


def _add(distinct: list[Suspicion], new: Suspicion) -> None:
    """Append what is new; where it overlaps the last one, the certain one wins, and two certain ones join."""
    if not distinct or new.start >= distinct[-1].stop:
        distinct.append(new)
    elif new.certain:
        last = distinct.pop()
        start = last.start if last.certain else new.start
        # a reading that begins later never ends earlier: all end with a whole run of four digits or more
        distinct.append(Suspicion(certain=True, start=start, stop=new.stop))
