"""What people probably meant by a word that the format does not have: Swedish, other forms, abbreviations.

Only for suggestions; no value is ever replaced by what was meant.
"""

import re
from difflib import get_close_matches

from medborgarloften.domain.days import WEEKDAYS
from medborgarloften.domain.period import MONTHS, folded

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NO_YES = {
    **dict.fromkeys(("ja", "yes", "y", "j", "on", "på", "sant", "1"), "true"),
    **dict.fromkeys(("nej", "no", "n", "off", "av", "falskt", "0"), "false"),
}
_MEANT: dict[str, dict[str, str]] = {
    "per": {
        **dict.fromkeys(("dag", "dygn", "dagligen", "varje dag", "daily", "days"), "day"),
        **dict.fromkeys(("vecka", "veckan", "varje vecka", "weekly"), "week"),
        **dict.fromkeys(("månad", "månaden", "varje månad", "mån", "mån.", "monthly"), "month"),
        **dict.fromkeys(("kvartal", "kvartalet", "varje kvartal", "quarterly"), "quarter"),
        **dict.fromkeys(("varje tertial", "tertialet"), "tertial"),
        **dict.fromkeys(("halvår", "halvåret", "varje halvår", "half year", "halfyear"), "half-year"),
        **dict.fromkeys(("år", "året", "varje år", "helår", "yearly", "annual"), "year"),
        **dict.fromkeys(("varannan vecka", "every other week", "fortnight"), "2 weeks"),
        **dict.fromkeys(("varannan månad", "every other month"), "2 months"),
        **dict.fromkeys(("var tredje vecka",), "3 weeks"),
        **dict.fromkeys(("var tredje månad",), "3 months"),
    },
    "weekdays": {
        form: _DAYS[day]
        for word, day in WEEKDAYS.items()
        for form in (word, f"{word}ar", f"{word}s", f"{word}.")
    },
    "months": {form: str(number) for word, number in MONTHS.items() for form in (word, f"{word}.")},
    "focus": _NO_YES,
    "if_needed": _NO_YES,
    "draft": _NO_YES,
    "stock": _NO_YES,
    "judge": {
        **dict.fromkeys(("snitt", "snittet", "i snitt", "medel", "genomsnitt", "i genomsnitt"), "average"),
        **dict.fromkeys(("varje", "var", "var för sig", "every", "alla"), "each"),
    },
    "pace": {
        **dict.fromkeys(("jämn", "jämnt", "jämn takt", "evenly", "linear"), "even"),
        **dict.fromkeys(("slutet", "vid slutet", "i slutet", "sist", "last", "at the end"), "end"),
    },
    "language": {
        **dict.fromkeys(("svenska", "swedish", "se", "swe", "sv-se", "sv_se"), "sv"),
        **dict.fromkeys(("engelska", "english", "eng", "gb", "en-gb", "en_gb", "en-us"), "en"),
    },
    "of": {
        **dict.fromkeys(("tillfällen", "tillfälle", "gånger", "antal", "occasion", "times"), "occasions"),
        **dict.fromkeys(("områden", "område", "platser", "area", "places"), "areas"),
        **dict.fromkeys(("dagar", "dag", "day"), "days"),
        **dict.fromkeys(("helger", "helg", "veckoslut", "weekend"), "weekends"),
    },
}
_KEYS = {
    "kommun": "municipality",
    "titel": "title",
    "språk": "language",
    "källa": "source",
    "kontakt": "contact",
    "parter": "parties",
    "områden": "areas",
    "aktiviteter": "kinds",
    "mängder": "quantities",
    "löften": "promises",
    "utkast": "draft",
    "namn": "name",
    "fokus": "focus",
    "alias": "aliases",
    "märkningar": "tags",
    "mål": "targets",
    "regel": "rule",
    "räkneregel": "rule",
    "beslut": "decision",
    "upphörde": "ended",
    "räkna": "count",
    "räknas": "counts",
    "minst": "at_least",
    "antal": "at_least",
    "från": "from",
    "till": "to",
    "utom": "except",
    "månader": "months",
    "veckodagar": "weekdays",
    "takt": "pace",
    "ändrat": "revised",
}  # Swedish words that people write for keys
_SO_MANY = re.compile("([0-9]{1,4})(?: |:[ae] )?(veckor|vecka|weeks?|månader|månad|months?)")


def meant(key: str, value: object, allowed: list[str]) -> list[str]:
    """Return what a value under a key was probably meant to be; none or one of the allowed, or made of it."""
    word = folded(str(value)).removeprefix("per ").strip()
    if key == "per" and (match := _SO_MANY.fullmatch(word.removeprefix("var ").removeprefix("varje "))):
        unit = "week" if match[2][0] in "vw" else "month"
        return [unit if int(match[1]) == 1 else f"{int(match[1])} {unit}s"] if int(match[1]) else []
    known = _MEANT.get(key, {}).get(word)
    return [known] if known else get_close_matches(word, allowed, n=1, cutoff=0.7)


def meant_key(word: str, allowed: list[str]) -> list[str]:
    """Return what a key was probably meant to be; none or one of the allowed."""
    known = _KEYS.get(folded(word))
    return [known] if known is not None and known in allowed else get_close_matches(word, allowed, n=1)
