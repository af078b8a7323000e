"""What was promised, in words: a target with each of its keys, as `promises` and reports show it."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from medborgarloften.domain.per import Per
from medborgarloften.domain.period import Period
from medborgarloften.domain.promise import Agreement, Area, Kind, Promise, Target, Text
from medborgarloften.render.answers.promises import promise_lines, target_line
from medborgarloften.render.words.voice import Voice
from medborgarloften.render.words.wording import NO_BREAK, Words
from records import agreement, day, promise
from reports import EN, SV

YEAR = Period.of(day("01-01"), day("12-31"))
NAMES = {"hagalund": "Hagalund", "bergshamra": "Bergshamra", "jarva": "Järva"}


def solna(*promises: Promise) -> Agreement:
    """Return an agreement whose words differ in the two languages."""
    evening = {"evening": Text("kvällstid", "in the evening"), "weekend": Text("helg", "weekend")}
    kinds = {
        "walk": Kind("walk", Text("vandring", "walk"), Text("vandringar", "walks"), (), {}),
        "patrol": Kind(
            "patrol", Text("fotpatrull", "foot patrol"), Text("fotpatruller", "foot patrols"), (), evening
        ),
    }
    return agreement(*promises)._replace(
        kinds=kinds,
        areas={key: Area(key, Text(name, name), focus=False, aliases=()) for key, name in NAMES.items()},
        parties={"police": Text("Polisen", "the police"), "city": Text("Solna stad", "the city")},
        quantities={"hours": Text("timmar", "hours"), "minutes": Text("minuter", "minutes")},
    )


def line(words: Words, *kinds: str, at_least: int | str = 2, **fields: Any) -> str:
    """Return a target's line, with plain spaces."""
    amount = Decimal(at_least) if isinstance(at_least, str) else at_least
    one = promise(Target(kinds or ("patrol",), amount, **{"window": YEAR, **fields}), window=YEAR)
    return target_line(Voice(words, solna(one)), one, one.targets[0]).replace(NO_BREAK, " ")


@pytest.mark.parametrize(
    ("fields", "swedish", "english"),
    [
        ({}, "minst 2 fotpatruller", "at least 2 foot patrols"),
        ({"at_least": 1}, "minst 1 fotpatrull", "at least 1 foot patrol"),
        ({"at_least": 12000}, "minst 12 000 fotpatruller", "at least 12,000 foot patrols"),
        (
            {"at_least": "2.5", "of": "hours"},
            "minst 2,5 timmar (fotpatruller)",
            "at least 2.5 hours (foot patrols)",
        ),
        (
            {"of": "areas"},
            "minst 2 olika områden med fotpatruller",
            "at least 2 different areas with foot patrols",
        ),
        (
            {"of": "days"},
            "minst 2 olika dagar med fotpatruller",
            "at least 2 different days with foot patrols",
        ),
        (
            {"of": "weekends"},
            "minst 2 olika helger med fotpatruller",
            "at least 2 different weekends with foot patrols",
        ),
        ({"name": Text("rundor", "rounds")}, "minst 2 rundor", "at least 2 rounds"),
        ({"per": Per("day")}, "minst 2 fotpatruller per dag", "at least 2 foot patrols per day"),
        ({"per": Per("week")}, "minst 2 fotpatruller per vecka", "at least 2 foot patrols per week"),
        ({"per": Per("quarter")}, "minst 2 fotpatruller per kvartal", "at least 2 foot patrols per quarter"),
        ({"per": Per("tertial")}, "minst 2 fotpatruller per tertial", "at least 2 foot patrols per tertial"),
        (
            {"per": Per("half-year")},
            "minst 2 fotpatruller per halvår",
            "at least 2 foot patrols per half-year",
        ),
        ({"per": Per("year")}, "minst 2 fotpatruller per år", "at least 2 foot patrols per year"),
        (
            {"per": Per("weeks", 2)},
            "minst 2 fotpatruller varannan vecka",
            "at least 2 foot patrols every other week",
        ),
        (
            {"per": Per("months", 3), "at_least": 1},
            "minst 1 fotpatrull var 3:e månad",
            "at least 1 foot patrol every 3rd month",
        ),
        (
            {"per": Per("week"), "judge": "average"},
            "minst 2 fotpatruller per vecka i genomsnitt",
            "at least 2 foot patrols per week on average",
        ),
        (
            {"window": Period.of(day("04-01"), day("09-30"))},
            "minst 2 fotpatruller, 1 april–30 september 2022",
            "at least 2 foot patrols, 1 April–30 September 2022",
        ),
        (
            {"each_area": ("jarva", "hagalund")},
            "minst 2 fotpatruller, i vart och ett av Järva och Hagalund",
            "at least 2 foot patrols, in each of Järva and Hagalund",
        ),
        (
            {"areas": frozenset({"jarva", "hagalund"})},
            "minst 2 fotpatruller, bara Hagalund eller Järva",
            "at least 2 foot patrols, only Hagalund or Järva",
        ),
        (
            {"parties": frozenset({"police"})},
            "minst 2 fotpatruller, bara Polisen",
            "at least 2 foot patrols, only the police",
        ),
        (
            {"tags": frozenset({"evening", "weekend"})},
            "minst 2 fotpatruller, bara kvällstid eller helg",
            "at least 2 foot patrols, only in the evening or weekend",
        ),
        (
            {"weekdays": frozenset({6, 4, 5})},
            "minst 2 fotpatruller, bara på fredagar, lördagar och söndagar",
            "at least 2 foot patrols, only on Fridays, Saturdays and Sundays",
        ),
        (
            {"months": frozenset({12, 1, 6})},
            "minst 2 fotpatruller, bara i januari, juni och december",
            "at least 2 foot patrols, only in January, June and December",
        ),
        (
            {"exceptions": frozenset({date(2022, 12, 24), date(2022, 6, 24)})},
            "minst 2 fotpatruller, utom 24 juni 2022 och 24 dec. 2022",
            "at least 2 foot patrols, except 24 June 2022 and 24 Dec. 2022",
        ),
        (
            {"minimum": (("minutes", 20),)},
            "minst 2 fotpatruller, bara tillfällen med minst 20 minuter",
            "at least 2 foot patrols, only with at least 20 minutes",
        ),
        (
            {"together_with": "walk"},
            "minst 2 fotpatruller, tillsammans med vandring",
            "at least 2 foot patrols, together with walk",
        ),
        ({"if_needed": True}, "minst 2 fotpatruller, om det behövs", "at least 2 foot patrols, if needed"),
    ],
    ids=lambda value: ",".join(value) if isinstance(value, dict) else "",
)
def test_every_key_is_in_words(fields: dict[str, Any], swedish: str, english: str) -> None:
    """Nothing that was promised, and nothing that limits what counts, is left out."""
    assert line(SV, **fields) == swedish
    assert line(EN, **fields) == english


def test_several_kinds() -> None:
    """Any of several kinds counts; in the singular for one."""
    assert line(SV, "patrol", "walk") == "minst 2 fotpatruller eller vandringar"
    assert line(SV, "patrol", "walk", at_least=1) == "minst 1 fotpatrull eller vandring"
    assert (
        line(EN, "patrol", "walk", at_least="2.5", of="hours") == "at least 2.5 hours (foot patrols or walks)"
    )


def test_everything_at_once() -> None:
    """The keys stand in one order, each once."""
    everything: dict[str, Any] = {
        "window": Period.of(day("04-01"), day("09-30")),
        "per": Per("month"),
        "each_area": ("hagalund", "jarva"),
        "parties": frozenset({"police"}),
        "tags": frozenset({"evening"}),
        "weekdays": frozenset({5}),
        "months": frozenset({4, 5}),
        "exceptions": frozenset({date(2022, 5, 7)}),
        "minimum": (("minutes", 20), ("hours", Decimal("0.5"))),
        "together_with": "walk",
        "if_needed": True,
    }
    assert line(SV, **everything) == (
        "minst 2 fotpatruller per månad, 1 april–30 september 2022, i vart och ett av Hagalund och Järva, "
        "bara Polisen, bara kvällstid, bara på lördagar, bara i april och maj, utom 7 maj 2022, "
        "bara tillfällen med minst 20 minuter, bara tillfällen med minst 0,5 timmar, "
        "tillsammans med vandring, om det behövs"
    )


@pytest.mark.parametrize(("words", "holds"), [(SV, "juli 2022"), (EN, "July 2022")], ids=["sv", "en"])
def test_a_promise_of_its_own_time(words: Words, holds: str) -> None:
    """When a promise holds is said where that is not the whole agreement; its targets do not say it again."""
    july = Period.of(day("07-01"), day("07-31"))
    one = promise(Target(("patrol",), 1, july, per=Per("day")), window=july)
    _, lines = promise_lines(Voice(words, solna(one)), one)
    shown = [text.replace(NO_BREAK, " ") for text in lines]
    assert sum(holds in text for text in shown) == 1
    assert [text for text in shown if holds in text] != [shown[1]]
    whole = promise(Target(("patrol",), 1, YEAR, per=Per("day")), window=YEAR)
    assert not [text for text in promise_lines(Voice(words, solna(whole)), whole)[1] if "2022" in text]
