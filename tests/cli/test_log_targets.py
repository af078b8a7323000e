"""What `loften log` and `loften plan` answer about targets with buckets, areas, averages, different days."""

import re
from pathlib import Path

import pytest

from medborgarloften.domain.activity import Record
from medborgarloften.render.words.wording import NO_BREAK
from records import did
from shapes import log, workspace
from world import World

HEAD = """\
loften: 1
municipality: Solna
title: Löften
period: {from: 2022-01-01, to: 2022-12-31}
areas: {centrum: {name: Centrum}, hagalund: {name: Hagalund}, station: {name: Stationen}}
kinds:
  patrol: {name: {sv: fotpatrull, en: foot patrol}, plural: {sv: fotpatruller, en: foot patrols}}
quantities: {hours: {sv: timmar, en: hours}}
promises:
  - id: promise
    text: Fotpatruller
    targets:
"""


def town(folder: Path, target: str, *records: Record) -> World:
    """Return a workspace with one target, written as in a promise file, on 2 April 2022."""
    folder.mkdir(exist_ok=True)
    world = workspace(folder / "solna", *records)
    text = f"{HEAD}      - {{count: patrol, {target}}}\n"
    (world.folder / "promises-2022.yaml").write_text(text, encoding="utf-8")
    return world.on("2022-04-02")


def answer(world: World, *arguments: str, language: str = "sv") -> list[str]:
    """Return what is said after the record was stored, a line each, with plain spaces."""
    result = world.run("log", *arguments, LOFTEN_LANG=language)
    assert result.code == 0, result
    assert "Traceback" not in result.err
    return result.out.replace(NO_BREAK, " ").splitlines()[1:]


EARLY = [did(f"{month}-{day}", "patrol") for month in ("01", "02", "03") for day in ("03", "10", "17", "24")]


@pytest.mark.parametrize(
    ("target", "records", "swedish", "english"),
    [
        (
            "at_least: 2, per: week",
            [did("04-01", "patrol", occasions=2)],
            "v. 13: 3 fotpatruller (minst 2). Hittills uppfyllt 0 av 12 veckor, nästa senast 10 april 2022",
            "week 13: 3 foot patrols (at least 2). So far met in 0 of 12 weeks, next by 10 April 2022",
        ),
        (
            "at_least: 2, per: week, from: 2022-03-28",
            [],
            "v. 13: 1 fotpatrull (minst 2), nästa senast 3 april 2022",
            "week 13: 1 foot patrol (at least 2), next by 3 April 2022",
        ),
        (
            "at_least: 1, per: week, from: 2022-03-28, to: 2022-04-10",
            [],
            "v. 13: 1 fotpatrull (minst 1), nästa senast 10 april 2022",
            "week 13: 1 foot patrol (at least 1), next by 10 April 2022",
        ),
        (
            "at_least: 3, per: month, from: 2022-04-01",
            [],
            "april: 1 fotpatrull (minst 3), nästa senast 30 april 2022",
            "April: 1 foot patrol (at least 3), next by 30 April 2022",
        ),
        (
            "at_least: 5, per: quarter",
            EARLY,
            "kvartal 2: 1 fotpatrull (minst 5). Hittills uppfyllt 1 av 1 kvartal, nästa senast 7 maj 2022",
            "quarter 2: 1 foot patrol (at least 5). So far met in 1 of 1 quarter, next by 7 May 2022",
        ),
        (
            "at_least: 5, per: tertial",
            EARLY,
            "tertial 1: 13 fotpatruller (minst 5), nästa senast 25 maj 2022",
            "tertial 1: 13 foot patrols (at least 5), next by 25 May 2022",
        ),
        (
            "at_least: 1, per: 2 weeks, from: 2022-03-28",
            [],
            "28 mars–10 april: 1 fotpatrull (minst 1), nästa senast 24 april 2022",
            "28 Mar.–10 Apr.: 1 foot patrol (at least 1), next by 24 April 2022",
        ),
        (
            "at_least: 1, per: year",
            [],
            "2022: 1 fotpatrull (minst 1), i fas",
            "2022: 1 foot patrol (at least 1), on track",
        ),
        (
            "at_least: 2.5, of: hours, per: month, from: 2022-04-01",
            [],
            "april, timmar (fotpatruller): 1,5 (minst 2,5), nästa senast 30 april 2022",
            "April, hours (foot patrols): 1.5 (at least 2.5), next by 30 April 2022",
        ),
        (
            "at_least: 2, of: areas, per: month, from: 2022-04-01",
            [did("04-01", "patrol", areas=("hagalund",))],
            "april, fotpatruller (olika områden): 2 (minst 2), nästa senast 31 maj 2022",
            "April, foot patrols (different areas): 2 (at least 2), next by 31 May 2022",
        ),
        (
            "at_least: 2, of: days, per: month, from: 2022-04-01",
            [did("04-02", "patrol")],
            "april, fotpatruller (olika dagar): 1 (minst 2), nästa senast 30 april 2022",
            "April, foot patrols (different days): 1 (at least 2), next by 30 April 2022",
        ),
        (
            "at_least: 1, per: week, judge: average",
            EARLY,
            "fotpatrull 13 av 52, nästa senast 9 april 2022",
            "foot patrol 13 of 52, next by 9 April 2022",
        ),
        (
            "at_least: 1, per: week, judge: average",
            [],
            "fotpatrull 1 av 52, ligger efter: nästa borde ha varit gjord senast 15 januari 2022",
            "foot patrol 1 of 52, behind: the next one was due by 15 January 2022",
        ),
        (
            "at_least: 1, of: weekends",
            [],
            "fotpatruller (olika helger) 1 av 1, uppfyllt",
            "foot patrols (different weekends) 1 of 1, met",
        ),
    ],
)
def test_the_answer(tmp_path: Path, target: str, records: list[Record], swedish: str, english: str) -> None:
    """A patrol in Centrum today: the figure of its bucket if there are any, and what comes next."""
    words = ("patrol", "--area", "centrum", "-q", "hours=1,5")
    for language, wanted in (("sv", swedish), ("en", english)):
        world = town(tmp_path / language, target, *records)
        assert answer(world, *words, language=language) == [wanted]


def test_an_earlier_bucket_is_the_one_that_is_told(tmp_path: Path) -> None:
    """What was forgotten is logged afterwards: the answer is about its week, with its year if need be."""
    world = town(tmp_path, "at_least: 2, per: week")
    assert answer(world, "patrol", "--date", "2022-02-01") == [
        "v. 5: 1 fotpatrull (minst 2). Hittills uppfyllt 0 av 12 veckor, nästa senast 3 april 2022"
    ]
    assert answer(world, "patrol", "--date", "2022-02-02")[0].startswith(
        "v. 5: 2 fotpatruller (minst 2). Hittills uppfyllt 1 av 12 veckor, "
    )


def test_the_last_bucket_may_settle_the_target(tmp_path: Path) -> None:
    """Where nothing is left to do the answer has the state: met, or missed."""
    kept = town(
        tmp_path / "sv", "at_least: 1, per: day, from: 2022-04-01, to: 2022-04-02", did("04-01", "patrol")
    )
    assert answer(kept.on("2022-04-03"), "patrol", "--date", "2022-04-02") == [
        "2 april: 1 fotpatrull (minst 1). Hittills uppfyllt 2 av 2 dagar, uppfyllt"
    ]
    missed = town(tmp_path / "en", "at_least: 1, per: day, from: 2022-04-01, to: 2022-04-02")
    assert answer(missed.on("2022-04-03"), "patrol", "--date", "2022-04-02") == [
        "2 april: 1 fotpatrull (minst 1). Hittills uppfyllt 1 av 2 dagar, ej uppfyllt"
    ]


def test_every_area_that_the_record_is_in(tmp_path: Path) -> None:
    """A record in two areas of three has a line for each of the two; one in another area does not count."""
    target = "at_least: 2, each_area: [centrum, hagalund]"
    world = town(tmp_path, target)
    assert answer(world, "patrol", "--area", "hagalund", "--area", "centrum") == [
        "fotpatrull, Centrum 1 av 2, nästa senast 31 december 2022",
        "fotpatrull, Hagalund 1 av 2, nästa senast 31 december 2022",
    ]
    assert answer(world, "patrol", "--area", "hagalund") == ["fotpatrull, Hagalund 2 av 2, uppfyllt"]
    assert answer(world, "patrol", "--area", "station") == [
        "fotpatrull: posten räknas inte i målet (inget av målets områden har angetts)",
        "fotpatrull 3 av 4, nästa senast 31 december 2022",
    ]
    assert answer(world, "patrol", "--area", "centrum", language="en") == ["foot patrol, Centrum 2 of 2, met"]


def test_an_area_with_buckets(tmp_path: Path) -> None:
    """Each area has the figure of its own bucket."""
    world = town(tmp_path, "at_least: 1, per: quarter, each_area: [centrum, hagalund]")
    assert answer(world, "patrol", "--area", "hagalund") == [
        (
            "kvartal 2, Hagalund: 1 fotpatrull (minst 1). Hittills uppfyllt 0 av 1 kvartal, "
            "nästa senast 30 september 2022"
        )
    ]
    assert answer(world, "patrol", "--area", "centrum", "--date", "2022-03-31", language="en") == [
        "quarter 1, Centrum: 1 foot patrol (at least 1). So far met in 1 of 1 quarter, next by 30 June 2022"
    ]


@pytest.mark.parametrize(
    ("target", "why", "reason"),
    [
        ("at_least: 2, of: days", "gäller flera dagar", "covers several days"),
        ("at_least: 2, of: weekends", "ryms inte i en enda helg", "does not fit within a single weekend"),
        (
            "at_least: 2, weekdays: [sat]",
            "gäller delvis andra dagar än målets",
            "partly covers other days than the target’s",
        ),
        (
            "at_least: 2, months: [4, 5]",
            "gäller delvis andra dagar än målets",
            "partly covers other days than the target’s",
        ),
        (
            "at_least: 2, from: 2022-03-25",
            "gäller delvis andra dagar än målets",
            "partly covers other days than the target’s",
        ),
    ],
)
def test_a_figure_that_cannot_be_counted(tmp_path: Path, target: str, why: str, reason: str) -> None:
    """The answer says that the record does not count for the target, why, and what to do about it."""
    words = ("patrol", "--date", "2022-03-24", "--until", "2022-04-01", "--count", "24")
    swedish, figure = answer(town(tmp_path / "sv", target), *words)
    assert swedish.startswith("fotpatrull")
    assert swedish.endswith(f": posten räknas inte i målet ({why}); dela upp den om det går")
    assert re.search(r" \d+ av \d+ ?\w*, ", figure)
    english, _ = answer(town(tmp_path / "en", target), *words, language="en")
    assert english.endswith(
        f": the record does not count towards the target ({reason}); split it up if you can"
    )


@pytest.mark.parametrize(
    ("target", "swedish", "english"),
    [
        ("at_least: 2, per: week, to: 2022-06-30", "i någon vecka", "any one week"),
        ("at_least: 2, per: day", "för någon dag", "any one day"),
        ("at_least: 2, per: 3 weeks", "i någon period", "any one period"),
    ],
)
def test_a_figure_of_several_buckets_is_in_the_sum_alone(
    tmp_path: Path, target: str, swedish: str, english: str
) -> None:
    """The answer says that the record is in the sum and of no single bucket, and how the target stands."""
    words = ("patrol", "--date", "2022-03-24", "--until", "2022-04-01", "--count", "24")
    said, figure = answer(town(tmp_path / "sv", target), *words)
    assert said == f"fotpatrull: räknas i totalen men inte {swedish}, eftersom posten gäller flera"
    assert re.fullmatch(r"fotpatrull 0 av \d+ \w+, oklart om \d, nästa senast \d+ april 2022", figure)
    said, _ = answer(town(tmp_path / "en", target), *words, language="en")
    assert said == f"foot patrol: counts in the total but not for {english}, since the record covers several"


MORE = """\
  walk: {name: {sv: vandring, en: walk}}
parties: {police: {sv: Polisen, en: the police}, city: {sv: Solna stad, en: the city}}
quantities:"""
TAGGED = "{tags: {evening: {sv: kvällstid, en: in the evening}}, name: {sv: fotpatrull"


@pytest.mark.parametrize(
    ("target", "swedish", "english"),
    [
        ("areas: [hagalund]", "inget av målets områden har angetts", "none of the target’s areas was given"),
        (
            "each_area: [hagalund]",
            "inget av målets områden har angetts",
            "none of the target’s areas was given",
        ),
        ("parties: [city]", "ingen av målets parter har angetts", "none of the target’s parties was given"),
        ("tags: [evening]", "ingen av målets märkningar har angetts", "none of the target’s tags was given"),
        ("together_with: walk", "räknas bara tillsammans med vandring", "only counts together with walk"),
        (
            "minimum: {hours: 2.5}",
            "minst 2,5 timmar måste anges",
            "at least 2.5 hours must be given",
        ),
        ("weekdays: [sun]", "dagen är inte en av målets dagar", "the day is not one of the target’s days"),
        ("to: 2022-03-31", "dagen är inte en av målets dagar", "the day is not one of the target’s days"),
    ],
)
def test_a_record_that_does_not_count_and_why(
    tmp_path: Path, target: str, swedish: str, english: str
) -> None:
    """A patrol in Centrum that a filter leaves out: the first filter that does is named."""
    for language, wanted in (("sv", swedish), ("en", english)):
        world = town(tmp_path / language, f"at_least: 2, {target}")
        path = world.folder / "promises-2022.yaml"
        text = path.read_text(encoding="utf-8").replace("quantities:", MORE, 1)
        path.write_text(text.replace("{name: {sv: fotpatrull", TAGGED, 1), encoding="utf-8")
        said = answer(world, "patrol", "--area", "centrum", "-q", "hours=1", language=language)
        if language == "sv":
            assert said[0] == f"fotpatrull: posten räknas inte i målet ({wanted})"
        else:
            assert said[0] == f"foot patrol: the record does not count towards the target ({wanted})"
        assert len(said) == 2  # and how the target stands


def test_a_target_of_other_days_is_passed_over(tmp_path: Path) -> None:
    """Where a record counts for one target, another of whose days it has none is not mentioned."""
    world = town(tmp_path, "at_least: 2, weekdays: [sun]}\n      - {count: patrol, at_least: 3")
    assert answer(world, "patrol") == ["fotpatrull 1 av 3, nästa senast 1 september 2022"]
    assert answer(world, "patrol", "--date", "2022-03-27") == [
        "fotpatrull 1 av 2, nästa senast 25 december 2022",
        "fotpatrull 2 av 3, nästa senast 31 december 2022",
    ]


def test_a_word_that_is_missing_is_told_and_another_word_is_not(tmp_path: Path) -> None:
    """A patrol elsewhere is none of a target's concern; one without any area may have been meant for it."""
    world = town(tmp_path, "at_least: 2, areas: [hagalund]}\n      - {count: patrol, at_least: 3")
    assert answer(world, "patrol", "--area", "centrum") == [
        "fotpatrull 1 av 3, nästa senast 1 september 2022"
    ]
    assert answer(world, "patrol") == [
        "fotpatrull: posten räknas inte i målet (inget av målets områden har angetts)",
        "fotpatrull 0 av 2, nästa senast 2 juli 2022",
        "fotpatrull 2 av 3, nästa senast 31 december 2022",
    ]


def test_a_cut_bucket_in_the_answer(tmp_path: Path) -> None:
    """A week that is partly outside the window has its number and is not judged; the rest is told after."""
    target = "at_least: 2, per: week, from: 2022-03-25, to: 2022-12-31"
    world = town(tmp_path / "sv", target)
    assert answer(world, "patrol", "--date", "2022-03-26") == [
        "v. 12: 1 fotpatrull (bedöms inte: ligger delvis utanför målets tid), nästa senast 3 april 2022"
    ]
    later = town(tmp_path / "en", target).on("2022-04-05")
    assert answer(later, "patrol", "--date", "2022-03-26", language="en") == [
        (
            "week 12: 1 foot patrol (not judged: partly outside the target’s time). "
            "So far met in 0 of 1 week, next by 10 April 2022"
        )
    ]


def test_a_figure_within_a_bucket_counts(tmp_path: Path) -> None:
    """A figure of several days of one week is of that week."""
    world = town(tmp_path, "at_least: 20, per: week, from: 2022-03-21")
    assert answer(world, "patrol", "--date", "2022-03-21", "--until", "2022-03-27", "--count", "24") == [
        "v. 12: 24 fotpatruller (minst 20). Hittills uppfyllt 1 av 1 vecka, nästa senast 3 april 2022"
    ]


def test_a_plan_says_how_the_bucket_stands(tmp_path: Path) -> None:
    """A plan does not count as done; once all is booked that is behind, nothing more is asked for."""
    world = town(tmp_path, "at_least: 2, per: month, from: 2022-04-01")
    said = world.run("plan", "patrol", "--date", "2022-05-03").out.replace(NO_BREAK, " ").splitlines()
    assert said[1:] == ["maj: 0 fotpatruller (minst 2), nästa senast 30 april 2022"]
    assert world.status()["promises"][0]["targets"][0]["booked"] == 1


def test_a_target_with_its_own_name(tmp_path: Path) -> None:
    """Where a target has a name, the answer is about that."""
    world = town(tmp_path, "at_least: 2, per: month, from: 2022-04-01, name: Gående patruller")
    assert answer(world, "patrol") == ["april, Gående patruller: 1 (minst 2), nästa senast 30 april 2022"]


def test_the_answer_of_every_shape_has_no_line_too_many(tmp_path: Path) -> None:
    """One record may be of many promises: each has a line, and the notices are not among them."""
    world = workspace(tmp_path / "solna", *log()).on("2022-08-01")
    result = world.run("log", "check", "--date", "2022-07-30", "--party", "police", "-q", "minutes=30")
    assert result.code == 0
    assert result.out.replace(NO_BREAK, " ").splitlines()[1:] == [
        "trafikkontroller (olika dagar) 2 av 5, nästa senast 7 augusti 2022",
        "trafikkontroll 1 av 10, ligger efter: nästa borde ha varit gjord senast 14 mars 2022",
        "trafikkontroller: 6 hittills under avtalet",
    ]
