"""What a promise file declares, and every word that may stand for it: ids, names, plurals and aliases.

The one resolver of words. Takes plain data of any shape, since it serves both the checks of a file and the
building of the agreement; reports nothing.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from medborgarloften.domain.names import Names
from medborgarloften.files.promise_file.document import KeyPath

SORTS = ("kinds", "areas", "parties", "quantities")


class Declared:
    """The kinds, areas, parties and quantities of a file by their words; an id wins over a name."""

    def __init__(self, data: Any) -> None:
        """Take a file's plain data, whatever shape it has."""
        top = mapping(data)
        self.sorts = {sort: names_of(mapping(top.get(sort))) for sort in SORTS}
        self._kinds = mapping(top.get("kinds"))
        self._quantities = mapping(top.get("quantities"))

    def is_stock(self, word: Any) -> bool:
        """Tell whether a word stands for a quantity that is a level."""
        key = self.sorts["quantities"].find(word) if isinstance(word, str) else None
        return mapping(self._quantities.get(key or "")).get("stock") is True

    def tags(self, kinds: str | Iterable[str]) -> Names:
        """Return the tags of these kinds, which are given as ids or other words."""
        tags: dict[str, Any] = {}
        for kind in self.ids("kinds", kinds):
            tags |= mapping(mapping(self._kinds.get(kind)).get("tags"))
        return names_of(tags)

    def ids(self, sort: str, words: str | Iterable[str]) -> tuple[str, ...]:
        """Return the ids that words of one sort stand for, each once."""
        return ids(self.sorts[sort], words)


def names_of(entries: dict[str, Any]) -> Names:
    """Return the words of entries by id; shown by id, which is how a file says it."""
    return Names({key: (key, *(word for word, _ in spellings(value, ()))) for key, value in entries.items()})


def ids(names: Names, words: str | Iterable[str]) -> tuple[str, ...]:
    """Return the ids that words stand for, each once; an unknown word is left as it is."""
    words = [words] if isinstance(words, str) else words
    return tuple(dict.fromkeys(names.find(word) or word for word in words))


def spellings(value: Any, path: KeyPath) -> Iterator[tuple[str, KeyPath]]:
    """Yield every word that an entry of kinds, areas, parties or quantities answers to, with its path."""
    if isinstance(value, str):
        yield value, path
    for key, inner in mapping(value).items():
        if key in ("name", "plural", "sv", "en"):
            yield from spellings(inner, (*path, key))
        elif key == "aliases":
            yield from (
                (word, (*path, key, index))
                for index, word in enumerate(listed(inner))
                if isinstance(word, str)
            )


def mapping(value: Any) -> dict[str, Any]:
    """Return the value if it is a mapping, else an empty one."""
    return value if isinstance(value, dict) else {}


def listed(value: Any) -> list[Any]:
    """Return the value if it is a list, else an empty one."""
    return value if isinstance(value, list) else []
