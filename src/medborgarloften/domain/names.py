"""Words that people write, matched to ids whatever the case and however the accents are composed."""

from collections.abc import Iterable, Mapping

from medborgarloften.domain.period import folded
from medborgarloften.domain.promise import Agreement, Language

NEAREST = 3  # how many right words a wrong one is answered with


class Names:
    """The words that stand for the ids of one sort: kinds, areas, parties, tags or quantities."""

    def __init__(self, words: Mapping[str, Iterable[str]]) -> None:
        """Take every id with all its words; the first is the one shown to people. An id wins over a name."""
        self.shown = {key: next(iter(spellings), key) for key, spellings in words.items()}
        self._ids = {folded(word): key for key, spellings in words.items() for word in (*spellings, key)}
        self._ids |= {folded(key): key for key in words}

    def find(self, word: str) -> str | None:
        """Return the id that `word` stands for, or None."""
        return self._ids.get(folded(word))

    def spellings(self, key: str) -> tuple[str, ...]:
        """Return the words that stand for an id, without regard to case."""
        return tuple(word for word, of in self._ids.items() if of == key)

    def nearest(self, word: str) -> list[str]:
        """Return at most three words for a wrong one, the nearest first, one word per id."""
        from difflib import get_close_matches

        wanted = folded(word)
        close = get_close_matches(wanted, self._ids, n=3 * NEAREST, cutoff=0.65)
        inside = [spelling for spelling in self._ids if len(wanted) > NEAREST and wanted in spelling]
        ids = dict.fromkeys(self._ids[spelling] for spelling in (*close, *inside))
        return [self.shown[key] for key in ids][:NEAREST]


def kind_names(agreement: Agreement, language: Language) -> Names:
    """Return the words of the agreement's kinds; shown by name."""
    return Names({k.id: (k.name.in_(language), *k.names) for k in agreement.kinds.values()})


def area_names(agreement: Agreement, language: Language) -> Names:
    """Return the words of the agreement's areas; shown by name."""
    return Names({a.id: (a.name.in_(language), *a.names) for a in agreement.areas.values()})


def party_names(agreement: Agreement, language: Language) -> Names:
    """Return the words of the agreement's parties; shown by name."""
    return Names({key: (name.in_(language), *name) for key, name in agreement.parties.items()})


def quantity_names(agreement: Agreement, language: Language) -> Names:
    """Return the words of the agreement's quantities; shown by name."""
    return Names({key: (name.in_(language), *name) for key, name in agreement.quantities.items()})


def tag_names(agreement: Agreement, kinds: Iterable[str], language: Language) -> Names:
    """Return the words of the tags that the given kinds declare; shown by name."""
    tags = {key: name for kind in kinds for key, name in agreement.kinds[kind].tags.items()}
    return Names({key: (name.in_(language), *name) for key, name in tags.items()})
