"""Identifiers of records (UUIDv7, RFC 9562) with the short endings that people use, and ends of files."""

from collections.abc import Iterable
from itertools import takewhile
from typing import NamedTuple

SHORTEST = 4  # characters of an ending


class End(NamedTuple):
    """How far a file of the log goes: its number of records, and the `sum` of the last one."""

    records: int
    sum: str


def new_id(milliseconds: int, entropy: bytes) -> str:
    """Make a UUIDv7 from Unix time in milliseconds and ten random bytes.

    The standard library's `uuid` has none before Python 3.14 and costs start-up time.
    """
    number = (milliseconds & (1 << 48) - 1) << 80 | int.from_bytes(entropy[:10])
    number = number & ~(0xF << 76) | 7 << 76  # the version
    number = number & ~(0x3 << 62) | 2 << 62  # the variant
    text = f"{number:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def ending(identifier: str, others: Iterable[str]) -> str:
    """Return the shortest ending of `identifier`, at least four characters, that none of `others` has."""
    rivals = [other for other in others if other != identifier]
    for length in range(SHORTEST, len(identifier)):
        suffix = identifier[-length:]
        rivals = [rival for rival in rivals if rival.endswith(suffix)]
        if not rivals:
            return suffix
    return identifier


def endings(identifiers: Iterable[str]) -> dict[str, str]:
    """Return the shortest unambiguous ending of each identifier; `ending` for all of them at once."""
    backward = sorted(identifier[::-1] for identifier in set(identifiers))
    shortest = {}
    for index, text in enumerate(backward):
        beside = backward[max(0, index - 1) : index] + backward[index + 1 : index + 2]
        length = max([SHORTEST, *(_shared(text, other) + 1 for other in beside)])
        shortest[text[::-1]] = text[:length][::-1]
    return shortest


def _shared(text: str, other: str) -> int:
    """Return how many characters two texts begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(text, other, strict=False)))
