"""Identifiers of records: UUIDv7 (RFC 9562), and the short endings that people read and write."""

from collections.abc import Iterable

SHORTEST = 4  # characters of an ending


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
        shown = identifier[-length:]
        rivals = [other for other in rivals if other.endswith(shown)]
        if not rivals:
            return shown
    return identifier
