"""Words from the command line, turned into days, periods and the agreement's ids, or refused with a code."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import TypeVar

from medborgarloften.cli.context import Context
from medborgarloften.domain import names
from medborgarloften.domain.days import Leaning, WrittenDay, impossible_day, parse_day
from medborgarloften.domain.names import Names
from medborgarloften.domain.period import Period, parse_period
from medborgarloften.domain.promise import Agreement, Promise
from medborgarloften.errors import Finding, UsageError

_Word = TypeVar("_Word", bound=str)

MOST_QUANTITY = Decimal(999_999_999)
_PLACES = 3
_UNDECLARED = {
    "word.area": "word.no_area",
    "word.party": "word.no_party",
    "word.tag": "word.no_tag",
    "word.quantity": "word.no_quantity",
}
"""What is said instead where the agreement declares no such word at all."""


def day(context: Context, value: str, leaning: Leaning) -> date:
    """Return the day that was written; `leaning` says whether it is past or ahead. Raises `UsageError`."""
    parsed = parse_day(value, context.today, leaning)
    if parsed is not None:
        return parsed
    written = impossible_day(value)
    if written is None:
        code = "date.period" if parse_period(value, context.today) else "date.none"
        raise UsageError(Finding(code, {"value": value}))
    if written.swapped:
        facts = {"value": value, "month": written.month, "nearest": [_rewritten(written.swapped)]}
        raise UsageError(Finding("date.swapped", facts))
    raise UsageError(Finding("date.impossible", {"value": value}))


def _rewritten(written: WrittenDay) -> str:
    year, month, day = written
    return f"{day}/{month}" if year is None else f"{year}-{month:02d}-{day:02d}"


def period(context: Context, value: str, *, a_day: str = "period.day") -> Period:
    """Return the period that was written. Raises `UsageError`, for a day with the code `a_day`."""
    parsed = parse_period(value, context.today)
    if parsed is None:
        code = a_day if parse_day(value, context.today, "past") else "period.none"
        raise UsageError(Finding(code, {"value": value}))
    return parsed


def known(context: Context, value: str | None) -> date | None:
    """Return the day by whose end in UTC records were written. Raises `UsageError` for one to come."""
    if value is None:
        return None
    known_by = day(context, value, "past")
    if known_by > context.today:
        raise UsageError(Finding("since.future", {"day": known_by}))
    return known_by


def span(context: Context, first: str | None, last: str | None) -> Period:
    """Return the days from first to last, both included. Raises `UsageError`, also where one is missing."""
    if first is None or last is None:
        raise UsageError(Finding("usage.together", {"one": "--from", "other": "--to"}))
    start, end = day(context, first, "past"), day(context, last, "past")
    if end < start:
        raise UsageError(Finding("period.order", {"first": start, "last": end}))
    return Period.of(start, end)


def one_of(option: str, value: str, allowed: Iterable[_Word]) -> _Word:
    """Return the allowed word that was written. Raises `UsageError`."""
    words = list(allowed)
    if value not in words:
        raise UsageError(Finding("usage.one_of", {"option": option, "value": value, "allowed": words}))
    return words[words.index(value)]


def alone(option: str, others: Mapping[str, object]) -> None:
    """Raise `UsageError` where other options were given beside one that excludes them.

    `others` has the value of each by its name: None or False where it was not given.
    """
    for excluded, value in others.items():
        if value not in (None, False):
            raise UsageError(Finding("usage.both", {"one": option, "other": excluded}))


def kinds(
    context: Context, agreement: Agreement, words: Iterable[str], areas: Iterable[str]
) -> tuple[str, ...]:
    """Return the ids of kinds, each once. Raises `UsageError`, with a hint for a word meant for `--area`."""
    vocabulary = names.kind_names(agreement, context.words.language)
    ids = []
    for word in words:
        if vocabulary.find(word) is None:
            _refuse_area(context, agreement, word, list(areas))
        ids.append(_id(agreement, vocabulary, "word.kind", word))
    return tuple(dict.fromkeys(ids))


def areas(context: Context, agreement: Agreement, words: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of areas. Raises `UsageError`."""
    return _ids(agreement, names.area_names(agreement, context.words.language), "word.area", words)


def parties(context: Context, agreement: Agreement, words: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of parties. Raises `UsageError`."""
    return _ids(agreement, names.party_names(agreement, context.words.language), "word.party", words)


def tags(
    context: Context, agreement: Agreement, of_kinds: tuple[str, ...], words: Iterable[str]
) -> tuple[str, ...]:
    """Return the ids of tags of the given kinds. Raises `UsageError`."""
    vocabulary = names.tag_names(agreement, of_kinds, context.words.language)
    kind_names = [agreement.kinds[kind].name.in_(context.words.language) for kind in of_kinds]
    return _ids(agreement, vocabulary, "word.tag", words, kinds=kind_names)


def quantities(
    context: Context, agreement: Agreement, words: Iterable[str]
) -> tuple[tuple[str, Decimal], ...]:
    """Return ids and amounts from NAME=NUMBER, with a decimal comma or point. Raises `UsageError`."""
    vocabulary = names.quantity_names(agreement, context.words.language)
    amounts: dict[str, Decimal] = {}
    for word in words:
        name, equals, value = word.partition("=")
        key = _id(agreement, vocabulary, "word.quantity", name)
        if not equals:
            raise UsageError(Finding("quantity.form", {"value": word, "example": typed([f"{name}=25"])}))
        if key in amounts:
            raise UsageError(Finding("quantity.twice", {"name": name}))
        amounts[key] = _amount(value)
    return tuple(amounts.items())


def promise(agreement: Agreement, word: str) -> Promise:
    """Return the promise with that id or number. Raises `UsageError`."""
    promised = agreement.promise(word)
    if promised is None:
        nearest = Names({promise.id: (promise.id,) for promise in agreement.promises}).nearest(word)
        most = len(agreement.promises)
        raise UsageError(
            Finding("word.promise", {"word": word, "file": agreement.file, "nearest": nearest, "most": most})
        )
    return promised


def _ids(
    agreement: Agreement, vocabulary: Names, code: str, words: Iterable[str], **facts: object
) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_id(agreement, vocabulary, code, word, **facts) for word in words))


def _id(agreement: Agreement, vocabulary: Names, code: str, word: str, **facts: object) -> str:
    identifier = vocabulary.find(word)
    if identifier is not None:
        return identifier
    facts = {"word": word, "file": agreement.file, **facts}
    if not vocabulary.shown:
        raise UsageError(Finding(_UNDECLARED[code], facts))
    facts |= {"nearest": typed(vocabulary.nearest(word)), "known": typed(vocabulary.shown.values())}
    raise UsageError(Finding(code, facts))


def typed(words: Iterable[str]) -> list[str]:
    """Return words as they are typed on a command line: in quotes where they contain a space."""
    return [f'"{word}"' if " " in word else word for word in words]


def _refuse_area(context: Context, agreement: Agreement, word: str, areas: list[str]) -> None:
    """Raise `UsageError` where a word that is no kind was meant for `--area`."""
    vocabulary = names.area_names(agreement, context.words.language)
    for area in areas:
        if vocabulary.find(f"{area} {word}"):
            raise UsageError(Finding("usage.unquoted", {"words": f"{area} {word}"}))
    if vocabulary.find(word):
        options = " ".join(f"--area {area}" for area in typed([*areas, word]))
        raise UsageError(Finding("usage.area", {"word": word, "options": options}))


def _amount(value: str) -> Decimal:
    plain = value.strip().replace(",", ".", 1)
    whole, _, places = plain.partition(".")
    digits = whole + places
    if digits.isascii() and digits.isdigit() and len(places) <= _PLACES and Decimal(plain) <= MOST_QUANTITY:
        return Decimal(plain)
    raise UsageError(Finding("quantity.number", {"value": value}))
