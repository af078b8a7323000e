"""Agreements from the plain data of a promise file. Checks nothing: invalid data raises anything."""

from datetime import date
from decimal import Decimal
from typing import Any

from medborgarloften.domain.masking import masked
from medborgarloften.domain.per import Per
from medborgarloften.domain.period import Period
from medborgarloften.domain.promise import (
    OCCASIONS,
    RESERVED,
    Agreement,
    Area,
    Ended,
    Kind,
    Pace,
    Promise,
    Revision,
    Target,
    Text,
)
from medborgarloften.files.promise_file.declared import Declared, ids

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def without_extensions(value: Any) -> Any:
    """Leave out the keys that begin with `x-`, at every level."""
    if isinstance(value, dict):
        return {k: without_extensions(v) for k, v in value.items() if not k.startswith("x-")}
    return [without_extensions(entry) for entry in value] if isinstance(value, list) else value


def build(data: dict[str, Any], file: str) -> Agreement:
    """Build the agreement from checked data: `x-` keys are left out, identity numbers masked."""
    data = without_extensions(data)
    period, declared = build_period(data["period"], None), Declared(data)
    agreement = Agreement(
        file="",
        municipality=_one_line(data["municipality"]),
        title=_text(data["title"]),
        period=period,
        language=data.get("language", "sv"),
        source=_optional_text(data, "source"),
        contact=_optional_text(data, "contact"),
        parties=_texts(data.get("parties", {})),
        areas={key: _area(key, entry) for key, entry in data.get("areas", {}).items()},
        kinds={key: _kind(key, entry) for key, entry in data["kinds"].items()},
        quantities={key: _text(_named(entry)["name"]) for key, entry in data.get("quantities", {}).items()},
        promises=tuple(
            _promise(entry, number, period, declared)
            for number, entry in enumerate(data["promises"], start=1)
        ),
        draft=data.get("draft", False),
        stocks=frozenset(
            key
            for key, entry in data.get("quantities", {}).items()
            if isinstance(entry, dict) and entry.get("stock")
        ),
    )
    clean = masked(agreement)
    return clean._replace(file=file, masked=clean is not agreement)


def build_period(entry: dict[str, Any], around: Period | None) -> Period:
    """Return the window that `from` and `to` name, by default the one around it."""
    first = date.fromisoformat(entry["from"]) if around is None or "from" in entry else around.first
    last = date.fromisoformat(entry["to"]) if around is None or "to" in entry else around.last
    return Period.of(first, last)


def _named(entry: str | dict[str, Any]) -> dict[str, Any]:
    """Return the keys of an entry that may be its name alone."""
    return entry if isinstance(entry, dict) and "name" in entry else {"name": entry}


def _area(key: str, written: str | dict[str, Any]) -> Area:
    entry = _named(written)
    return Area(key, _text(entry["name"]), entry.get("focus", False), tuple(entry.get("aliases", ())))


def _kind(key: str, written: str | dict[str, Any]) -> Kind:
    entry = _named(written)
    name = _text(entry["name"])
    plural = _optional_text(entry, "plural") or name
    return Kind(key, name, plural, tuple(entry.get("aliases", ())), _texts(entry.get("tags", {})))


def _promise(entry: dict[str, Any], number: int, period: Period, declared: Declared) -> Promise:
    window = build_period(entry, period)
    return Promise(
        id=entry["id"],
        number=number,
        text=_text(entry["text"]),
        window=window,
        targets=tuple(build_target(target, window, declared) for target in entry.get("targets", ())),
        counts=declared.ids("kinds", entry.get("counts", ())),
        parties=declared.ids("parties", entry.get("parties", ())),
        areas=declared.ids("areas", entry.get("areas", ())),
        rule=_optional_text(entry, "rule"),
        decision=entry.get("decision"),
        ended=_ended(entry["ended"]) if "ended" in entry else None,
    )


def build_target(entry: dict[str, Any], window: Period, declared: Declared) -> Target:
    """Build one target; `window` is its promise's."""
    of = entry.get("of", OCCASIONS)
    return Target(
        kinds=declared.ids("kinds", entry["count"]),
        at_least=_number(entry["at_least"]),
        window=build_period(entry, window),
        of=of if of in RESERVED else declared.ids("quantities", of)[0],
        areas=frozenset(declared.ids("areas", entry.get("areas", ()))),
        not_areas=frozenset(declared.ids("areas", entry.get("not_areas", ()))),
        parties=frozenset(declared.ids("parties", entry.get("parties", ()))),
        all_parties=frozenset(declared.ids("parties", entry.get("all_parties", ()))),
        tags=frozenset(ids(declared.tags(entry["count"]), entry.get("tags", ()))),
        together_with=next(iter(declared.ids("kinds", entry.get("together_with", ()))), None),
        name=_optional_text(entry, "name"),
        per=_per(entry["per"]) if "per" in entry else None,
        judge=entry.get("judge", "each"),
        pace=_pace(entry.get("pace", "even")),
        each_area=declared.ids("areas", entry.get("each_area", ())),
        weekdays=frozenset(_WEEKDAYS.index(word) for word in entry.get("weekdays", ())),
        months=frozenset(entry.get("months", ())),
        exceptions=frozenset(date.fromisoformat(day) for day in entry.get("except", ())),
        minimum=tuple(
            (declared.ids("quantities", key)[0], least) for key, least in entry.get("minimum", {}).items()
        ),
        if_needed=entry.get("if_needed", False),
        revised=tuple(map(_revision, entry.get("revised", ()))),
    )


def _number(value: int | Decimal) -> int | Decimal:
    return int(value) if value == int(value) else value


def _revision(entry: dict[str, Any]) -> Revision:
    first = date.fromisoformat(entry["from"])
    return Revision(first, _number(entry["at_least"]), _text(entry["decision"]))


def _ended(entry: dict[str, Any]) -> Ended:
    return Ended(date.fromisoformat(entry["on"]), _text(entry["decision"]))


def _per(text: str) -> Per:
    number, _, unit = text.rpartition(" ")
    return Per(unit, int(number or 1))  # type: ignore[arg-type]  # a unit, as was checked


def _pace(value: str | dict[str, int | Decimal]) -> Pace:
    if isinstance(value, dict):
        return tuple((date.fromisoformat(day), _number(number)) for day, number in value.items())
    return "end" if value == "end" else "even"


def _text(value: str | dict[str, str]) -> Text:
    """Return a text in both languages; one that was written on several lines is one line."""
    sv, en = (value, value) if isinstance(value, str) else (value["sv"], value["en"])
    return Text(_one_line(sv), _one_line(en))


def _one_line(text: str) -> str:
    return " ".join(line.strip(" \t") for line in text.split("\n") if line.strip(" \t"))


def _optional_text(entry: dict[str, Any], key: str) -> Text | None:
    return _text(entry[key]) if entry.get(key) is not None else None


def _texts(entries: dict[str, Any]) -> dict[str, Text]:
    return {key: _text(value) for key, value in entries.items()}
