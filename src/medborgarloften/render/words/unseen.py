"""Characters that look like others or like nothing: they may be why a word is refused that looks right."""

import unicodedata
from collections.abc import Iterator
from typing import Final, NamedTuple

_NAMED: Final = {
    "\N{NO-BREAK SPACE}": "no_break_space",
    "\N{NARROW NO-BREAK SPACE}": "narrow_space",
    "\N{THIN SPACE}": "thin_space",
    "\N{NON-BREAKING HYPHEN}": "no_break_hyphen",
    "\N{HYPHEN}": "hyphen",
    "\N{SOFT HYPHEN}": "soft_hyphen",
    "\N{EN DASH}": "en_dash",
    "\N{EM DASH}": "em_dash",
    "\N{MINUS SIGN}": "minus",
    "\N{ZERO WIDTH SPACE}": "zero_width_space",
    "\N{ZERO WIDTH NO-BREAK SPACE}": "byte_order_mark",
}
_SORTS: Final = {"Zs": "space", "Cf": "invisible", "Pd": "dash"}  # by category, those that have no name here


class Unseen(NamedTuple):
    """A character, the word before it (none where it comes first), and the name of its sentence."""

    sign: str
    before: str
    name: str


def unseen(text: str) -> Iterator[Unseen]:
    """Yield each character that looks like another one, or like nothing: once, where it stands first."""
    if text.isascii():
        return
    seen = set()
    for index, sign in enumerate(text):
        name = _NAMED.get(sign) or _SORTS.get(unicodedata.category(sign))
        if name and sign not in " -" and sign not in seen:
            seen.add(sign)
            yield Unseen(sign, "".join(text[:index].split()[-1:]), name)
