"""How often something was promised, and the buckets of time that makes, in words."""

_UNITS = {
    "day": (("dag", "dagar"), ("day", "days")),
    "week": (("vecka", "veckor"), ("week", "weeks")),
    "month": (("månad", "månader"), ("month", "months")),
    "quarter": (("kvartal", "kvartal"), ("quarter", "quarters")),
    "tertial": (("tertial", "tertial"), ("tertial", "tertials")),
    "half-year": (("halvår", "halvår"), ("half-year", "half-years")),
    "year": (("år", "år"), ("year", "years")),
}
_NUMBERED = [unit for unit in _UNITS if unit not in ("day", "week", "month", "year")]  # "kvartal 1–2"
_NEUTER = ("quarter", "tertial", "half-year", "year")
_IN = {"day": "på", "year": "på"}  # "i" of all others
_FOR = {"day": "för", "year": "för"}


def _one(unit: str, utter: str, neuter: str) -> str:
    """Return one Swedish unit with the word before it in its gender: "någon vecka", "något kvartal"."""
    return f"{neuter if unit in _NEUTER else utter} {_UNITS[unit][0][0]}"


TEXTS: dict[str, tuple[str, str]] = {
    **{f"often.{unit}": (f"per {sv[0]}", f"per {en[0]}") for unit, (sv, en) in _UNITS.items()},
    "often.weeks": ("var {nth} vecka", "every {nth} week"),
    "often.weeks.1": ("per vecka", "per week"),
    "often.weeks.2": ("varannan vecka", "every other week"),
    "often.months": ("var {nth} månad", "every {nth} month"),
    "often.months.1": ("per månad", "per month"),
    "often.months.2": ("varannan månad", "every other month"),
    **{f"unit.{unit}.one": (sv[0], en[0]) for unit, (sv, en) in _UNITS.items()},
    **{f"unit.{unit}": (sv[1], en[1]) for unit, (sv, en) in _UNITS.items()},
    **{
        f"unit.{unit}.not_yet": (f"{_one(unit, 'ingen hel', 'inget helt')} än", f"no full {en[0]} yet")
        for unit, (_, en) in _UNITS.items()
    },
    **{
        f"unit.{unit}.any": (f"{_FOR.get(unit, 'i')} {_one(unit, 'någon', 'något')}", f"any one {en[0]}")
        for unit, (_, en) in _UNITS.items()
    },
    **{
        f"unit.{unit}.certain": (
            f"{_IN.get(unit, 'i')} {_one(unit, 'en viss', 'ett visst')}",
            f"a particular {en[0]}",
        )
        for unit, (_, en) in _UNITS.items()
    },
    "unit.weeks.not_yet": ("ingen hel period än", "no full period yet"),
    "unit.weeks.any": ("i någon period", "any one period"),
    "unit.weeks.certain": ("i en viss period", "a particular period"),
    "unit.weeks.1.any": ("i någon vecka", "any one week"),
    "unit.weeks.1.certain": ("i en viss vecka", "a particular week"),
    "unit.months.not_yet": ("ingen hel period än", "no full period yet"),
    "unit.months.any": ("i någon period", "any one period"),
    "unit.months.certain": ("i en viss period", "a particular period"),
    "unit.months.1.any": ("i någon månad", "any one month"),
    "unit.months.1.certain": ("i en viss månad", "a particular month"),
    "unit.weeks": ("perioder", "periods"),
    "unit.weeks.one": ("period", "period"),
    "unit.weeks.1": ("veckor", "weeks"),
    "unit.weeks.1.one": ("vecka", "week"),
    "unit.months": ("perioder", "periods"),
    "unit.months.one": ("period", "period"),
    "unit.months.1": ("månader", "months"),
    "unit.months.1.one": ("månad", "month"),
    **{
        f"bucket.{unit}{form}": (
            f"{_UNITS[unit][0][many]} {{numbers}}",
            f"{_UNITS[unit][1][many]} {{numbers}}",
        )
        for unit in _NUMBERED
        for many, form in enumerate((".one", ""))
    },
    "bucket.week": ("v.\N{NO-BREAK SPACE}{numbers}", "weeks {numbers}"),
    "bucket.week.one": ("v.\N{NO-BREAK SPACE}{numbers}", "week {numbers}"),
    "bucket.of_year": ("{names} ({year})", "{names} ({year})"),
    "bucket.months_of_year": ("{names} {year}", "{names} {year}"),
    "bucket.many": ("{count} {units}, senast {names}", "{count} {units}, most recently {names}"),
    "bucket.by_part": ("{count} {units}: {parts}", "{count} {units}: {parts}"),
    "bucket.part": ("{name} ({count})", "{name} ({count})"),
    "goal.each": ("minst {number} {often}", "at least {number} {often}"),
    "goal.average": ("i genomsnitt minst {number} {often}", "at least {number} {often} on average"),
    "goal.whole": ("minst {number}", "at least {number}"),
    "goal.of": ("{name}, {goal}", "{name}, {goal}"),
    "goal.areas": ("{count} olika områden", "{count} different areas"),
    "goal.areas.one": ("{count} område", "{count} area"),
    "goal.days": ("{count} olika dagar", "{count} different days"),
    "goal.days.one": ("{count} dag", "{count} day"),
    "goal.weekends": ("{count} olika helger", "{count} different weekends"),
    "goal.weekends.one": ("{count} helg", "{count} weekend"),
    "label.area": ("{name}, {area}", "{name}, {area}"),
    "label.areas": ("{kinds} (olika områden)", "{kinds} (different areas)"),
    "label.days": ("{kinds} (olika dagar)", "{kinds} (different days)"),
    "label.weekends": ("{kinds} (olika helger)", "{kinds} (different weekends)"),
    "unplaced.outside": ("gäller delvis andra dagar än målets", "partly covers other days than the target’s"),
    "unplaced.days": ("gäller flera dagar", "covers several days"),
    "unplaced.weekends": ("ryms inte i en enda helg", "does not fit within a single weekend"),
    "unplaced.crossed": (
        "två rättelser har gjort att sista dagen ligger före den första",
        "two corrections have left the last day before the first",
    ),
    "unplaced.buckets": ("gäller flera {units}", "covers several {units}"),
}
