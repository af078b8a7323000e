"""How often something was promised, and the names of the buckets that makes, in both languages."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from medborgarloften.domain.judging.schedule import schedule
from medborgarloften.domain.per import NAMED, Per
from medborgarloften.domain.period import Period
from medborgarloften.render.words import units
from medborgarloften.render.words.wording import NO_BREAK, Words
from records import day, target
from reports import EN, SV

DAY, WEEK, MONTH = Per("day"), Per("week"), Per("month")
QUARTER, TERTIAL, HALF, WHOLE = Per("quarter"), Per("tertial"), Per("half-year"), Per("year")
UNITS = tuple(map(Per, NAMED))


def parts(per: Per, first: str = "01-01", last: str = "12-31") -> list[Period]:
    """Return all buckets of a window, by default of the year 2022."""
    window = Period.of(day(first), day(last))
    return [bucket.period for bucket in schedule(target("walk", window=window, per=per)).buckets]


def weeks(*numbers: int, year: int = 2022) -> list[Period]:
    """Return ISO weeks of a year by their numbers."""
    every = {
        bucket.first.isocalendar()[:2]: bucket for bucket in parts(WEEK, f"{year}-01-01", f"{year}-12-31")
    }
    return [every[year, number] for number in numbers]


def single(*days: str) -> list[Period]:
    """Return single days."""
    return [Period.of(day(text), day(text)) for text in days]


def called(per: Per, periods: Sequence[Period], words: Words = SV, year: int = 2022) -> str:
    """Return the names of buckets in a line, with plain spaces."""
    return units.names(words, per, periods, year).replace(NO_BREAK, " ")


def reported(per: Per, periods: Sequence[Period], words: Words = SV, year: int = 2022) -> str:
    """Return the names of buckets as a report has them, with plain spaces."""
    return units.every_name(words, per, periods, year).replace(NO_BREAK, " ")


# --- how often


@pytest.mark.parametrize(
    ("per", "swedish", "english"),
    [
        (DAY, "per dag", "per day"),
        (WEEK, "per vecka", "per week"),
        (MONTH, "per månad", "per month"),
        (QUARTER, "per kvartal", "per quarter"),
        (TERTIAL, "per tertial", "per tertial"),
        (HALF, "per halvår", "per half-year"),
        (WHOLE, "per år", "per year"),
        (Per("weeks", 1), "per vecka", "per week"),
        (Per("weeks", 2), "varannan vecka", "every other week"),
        (Per("weeks", 3), "var 3:e vecka", "every 3rd week"),
        (Per("months", 1), "per månad", "per month"),
        (Per("months", 2), "varannan månad", "every other month"),
        (Per("months", 18), "var 18:e månad", "every 18th month"),
    ],
)
def test_how_often(per: Per, swedish: str, english: str) -> None:
    """Every unit, and every number of weeks or months, is said as people say it."""
    assert (units.how_often(SV, per), units.how_often(EN, per)) == (swedish, english)


@pytest.mark.parametrize(
    ("number", "swedish", "english"),
    [
        (4, "4:e", "4th"),
        (10, "10:e", "10th"),
        (11, "11:e", "11th"),
        (12, "12:e", "12th"),
        (13, "13:e", "13th"),
        (20, "20:e", "20th"),
        (21, "21:a", "21st"),
        (22, "22:a", "22nd"),
        (23, "23:e", "23rd"),
        (24, "24:e", "24th"),
        (101, "101:a", "101st"),
        (111, "111:e", "111th"),
        (112, "112:e", "112th"),
    ],
)
def test_ordinals(number: int, swedish: str, english: str) -> None:
    """An ordinal has the ending that its last figures have when they are read aloud."""
    per = Per("weeks", number)
    assert units.how_often(SV, per) == f"var {swedish} vecka"
    assert units.how_often(EN, per) == f"every {english} week"


@pytest.mark.parametrize(
    ("per", "swedish", "english"),
    [
        (DAY, ("dag", "dagar"), ("day", "days")),
        (WEEK, ("vecka", "veckor"), ("week", "weeks")),
        (MONTH, ("månad", "månader"), ("month", "months")),
        (QUARTER, ("kvartal", "kvartal"), ("quarter", "quarters")),
        (TERTIAL, ("tertial", "tertial"), ("tertial", "tertials")),
        (HALF, ("halvår", "halvår"), ("half-year", "half-years")),
        (WHOLE, ("år", "år"), ("year", "years")),
        (Per("weeks", 1), ("vecka", "veckor"), ("week", "weeks")),
        (Per("weeks", 2), ("period", "perioder"), ("period", "periods")),
        (Per("months", 1), ("månad", "månader"), ("month", "months")),
        (Per("months", 3), ("period", "perioder"), ("period", "periods")),
    ],
)
def test_units(per: Per, swedish: tuple[str, str], english: tuple[str, str]) -> None:
    """The unit is in the singular for one, and in the plural for none and for several."""
    for words, (one, several) in ((SV, swedish), (EN, english)):
        assert units.plural(words, per, 1) == one
        assert {units.plural(words, per, count) for count in (0, 2, 21)} == {several}


# --- one bucket


@pytest.mark.parametrize(
    ("per", "place", "swedish", "english"),
    [
        (DAY, 72, "14 mars", "14 Mar."),
        (WEEK, 11, "v. 11", "week 11"),
        (MONTH, 2, "mars", "March"),
        (QUARTER, 0, "kvartal 1", "quarter 1"),
        (QUARTER, 3, "kvartal 4", "quarter 4"),
        (TERTIAL, 2, "tertial 3", "tertial 3"),
        (HALF, 1, "halvår 2", "half-year 2"),
        (WHOLE, 0, "2022", "2022"),
        (Per("weeks", 2), 4, "26 feb.–11 mars", "26 Feb.–11 Mar."),
        (Per("weeks", 1), 0, "1–7 jan.", "1–7 Jan."),
        (Per("months", 2), 1, "1 mars–30 april", "1 Mar.–30 Apr."),
        (Per("months", 5), 2, "1 nov. 2022–31 mars 2023", "1 Nov. 2022–31 Mar. 2023"),
    ],
)
def test_the_name_of_a_bucket(per: Per, place: int, swedish: str, english: str) -> None:
    """A bucket of a calendar has its number or name there; one that is counted from a day has its days."""
    period = parts(per)[place]
    for words, wanted in ((SV, swedish), (EN, english)):
        assert called(per, [period], words) == wanted
        assert units.name(words, per, period, 2022).replace(NO_BREAK, " ") == called(per, [period], words)


@pytest.mark.parametrize(
    ("per", "swedish", "english"),
    [
        (DAY, "1 jan. 2022", "1 Jan. 2022"),
        (WEEK, "v. 1 (2022)", "week 1 (2022)"),
        (MONTH, "januari 2022", "January 2022"),
        (QUARTER, "kvartal 1 (2022)", "quarter 1 (2022)"),
        (TERTIAL, "tertial 1 (2022)", "tertial 1 (2022)"),
        (HALF, "halvår 1 (2022)", "half-year 1 (2022)"),
        (WHOLE, "2022", "2022"),
        (Per("weeks", 2), "3–16 jan. 2022", "3–16 Jan. 2022"),
        (Per("months", 2), "1 jan.–28 feb. 2022", "1 Jan.–28 Feb. 2022"),
    ],
)
def test_another_year_is_told(per: Per, swedish: str, english: str) -> None:
    """The year is told where it is not the one that the reader thinks of."""
    first = {"week": "2022-01-03", "weeks": "2022-01-03"}.get(per.unit, "2022-01-01")
    period = parts(per, first)[0]
    assert called(per, [period], SV, year=2023) == swedish
    assert called(per, [period], EN, year=2023) == english


# --- several buckets


def test_what_follows_is_one_run() -> None:
    """Weeks that follow on each other are joined, the others listed."""
    assert called(WEEK, weeks(5, 9, 10, 11, 17)) == "v. 5, 9–11 och 17"
    assert called(WEEK, weeks(5, 9, 10, 11, 17), EN) == "weeks 5, 9–11 and 17"
    assert called(WEEK, weeks(5, 6)) == "v. 5–6"
    assert called(WEEK, weeks(5, 6), EN) == "weeks 5–6"
    assert called(WEEK, weeks(5)) == "v. 5"
    assert called(WEEK, weeks(5), EN) == "week 5"


@pytest.mark.parametrize(
    ("per", "places", "swedish", "english"),
    [
        (MONTH, (0, 2, 3, 11), "januari, mars–april och december", "January, March–April and December"),
        (MONTH, (5, 6, 7), "juni–augusti", "June–August"),
        (QUARTER, (0, 1, 3), "kvartal 1–2 och 4", "quarters 1–2 and 4"),
        (TERTIAL, (0, 2), "tertial 1 och 3", "tertials 1 and 3"),
        (HALF, (0, 1), "halvår 1–2", "half-years 1–2"),
    ],
)
def test_parts_of_a_year(per: Per, places: Sequence[int], swedish: str, english: str) -> None:
    """Parts of one year are told by their numbers or names, the unit once."""
    some = [parts(per)[place] for place in places]
    assert called(per, some) == swedish
    assert called(per, some, EN) == english


def test_several_years() -> None:
    """Each year is told behind its own buckets; a run ends with its year."""
    every = parts(QUARTER, "2021-01-01", "2023-12-31")
    assert called(QUARTER, [every[place] for place in (2, 3, 4, 8, 10)]) == (
        "kvartal 3–4 (2021), kvartal 1 (2022) och kvartal 1 och 3 (2023)"
    )
    months = parts(MONTH, "2021-01-01", "2022-12-31")
    assert called(MONTH, months[11:13], EN) == "December 2021 and January 2022"


def test_years_are_their_own_names() -> None:
    """Years need no other word, and follow on each other as well."""
    years = parts(WHOLE, "2019-01-01", "2024-12-31")
    assert called(WHOLE, [years[0], years[2], years[3], years[4]]) == "2019 och 2021–2023"
    assert called(WHOLE, years[:2], EN) == "2019–2020"


def test_a_week_over_new_year() -> None:
    """A week has the number and the year of its Thursday, whatever year its Monday is in."""
    last, first = parts(WEEK, "2020-12-28", "2021-01-10")
    assert called(WEEK, [last], year=2020) == "v. 53"
    assert called(WEEK, [last], year=2021) == "v. 53 (2020)"
    assert called(WEEK, [first], year=2021) == "v. 1"
    assert called(WEEK, [last, first], year=2021) == "v. 53 (2020) och v. 1 (2021)"
    (early,) = parts(WEEK, "2024-12-30", "2025-01-05")
    assert called(WEEK, [early], EN, year=2025) == "week 1"
    assert called(WEEK, [early], EN, year=2024) == "week 1 (2025)"


def test_days() -> None:
    """Days of a month share its name; over the end of a month or a year both ends are told."""
    march = single("03-14", "03-15", "03-16", "03-18")
    assert called(DAY, march) == "14–16 mars och 18 mars"
    assert called(DAY, single("03-31", "04-01"), EN) == "31 Mar.–1 Apr."
    assert called(DAY, single("2021-12-31", "2022-01-01")) == "31 dec. 2021 och 1 jan."


def test_buckets_that_are_counted_from_a_day_are_never_one_run() -> None:
    """Each stands by itself, since their days do not tell where one ends and the next begins."""
    assert called(Per("weeks", 2), parts(Per("weeks", 2))[:2]) == "1–14 jan. och 15–28 jan."
    assert called(Per("months", 6), parts(Per("months", 6)), EN) == "1 Jan.–30 June and 1 July–31 Dec."
    assert called(Per("months", 1), parts(Per("months", 1), "01-31", "03-30")) == (
        "31 jan.–27 feb. och 28 feb.–30 mars"
    )


# --- many buckets


def test_of_many_a_line_has_the_latest() -> None:
    """A line of the table names six runs; of more it says how many buckets there are, and the latest runs."""
    odd = weeks(1, 3, 5, 7, 9, 11)
    assert called(WEEK, odd) == "v. 1, 3, 5, 7, 9 och 11"
    assert called(WEEK, [*odd, *weeks(13, 14)]) == "8 veckor, senast v. 9, 11 och 13–14"
    assert called(WEEK, [*odd, *weeks(13)], EN) == "7 weeks, most recently weeks 9, 11 and 13"
    assert called(Per("weeks", 2), parts(Per("weeks", 2))[:7]) == (
        "7 perioder, senast 26 feb.–11 mars, 12–25 mars och 26 mars–8 april"
    )


def test_a_report_has_every_name() -> None:
    """A report names what a line does not, up to a run for every other week of a year."""
    odd = weeks(*range(1, 53, 2))
    assert reported(WEEK, odd).startswith("v. 1, 3, 5, 7, 9, 11, 13, ")
    assert reported(WEEK, odd).endswith(", 47, 49 och 51")
    assert reported(WEEK, weeks(5)) == "v. 5"


def test_of_very_many_a_report_has_the_numbers() -> None:
    """Very many days are told by how many there were in each month, other buckets in each year."""
    days = parts(DAY, "01-01", "03-31")[::2]
    assert reported(DAY, days) == "45 dagar: jan. 2022 (16), feb. 2022 (14), mars 2022 (15)"
    assert reported(DAY, days, EN) == "45 days: Jan. 2022 (16), Feb. 2022 (14), Mar. 2022 (15)"
    several = parts(WEEK, "2020-12-28", "2022-12-31")[::2]
    assert reported(WEEK, several) == "53 veckor: 2020 (1), 2021 (26), 2022 (26)"


@given(st.sampled_from(UNITS), st.data())
def test_no_bucket_is_left_out_of_its_names(per: Per, data: st.DataObject) -> None:
    """Whatever is named in a report: as many buckets as there are, by their numbers, runs or sums."""
    every = parts(per, "2022-01-01", "2022-12-31")
    chosen = data.draw(st.sets(st.sampled_from(range(len(every))), min_size=1))
    some = [every[place] for place in sorted(chosen)]
    text = reported(per, some)
    runs = 1 + sum(before.stop != after.start for before, after in pairwise(some))
    listed = text.count(",") + text.count(" och ") + 1
    if ": " in text:
        assert text.startswith(f"{len(some)} {units.plural(SV, per, len(some))}: ")
    elif per.unit != "week":
        assert listed == runs


def test_the_year_is_whole() -> None:
    """All weeks of a year, cut or not, are one run for each ISO year."""
    assert reported(WEEK, parts(WEEK)) == "v. 52 (2021) och v. 1–52 (2022)"


@pytest.mark.parametrize("words", [SV, EN])
@pytest.mark.parametrize("per", [*UNITS, Per("weeks", 2), Per("months", 2)], ids=str)
def test_every_unit_of_time_has_its_words(per: Per, words: Words) -> None:
    """How often, one and several of them, and the names of some, in both languages."""
    assert units.how_often(words, per)
    assert units.plural(words, per, 1)
    assert units.plural(words, per, 2)
    assert all(units.one(words, per, form) for form in ("any", "certain", "not_yet"))
    assert units.name(words, per, parts(per)[0], 2022)
    assert units.names(words, per, parts(per, last="2023-12-31")[:2], 2022)
