"""Random targets of every shape with random logs, in the plain terms of the naive count, and as values."""

import random
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any, NamedTuple, cast

import naive
from medborgarloften.domain.activity import Record
from medborgarloften.domain.judging.standing import Days
from medborgarloften.domain.per import Per, Unit
from medborgarloften.domain.period import Period
from medborgarloften.domain.promise import Revision, Target, Text
from naive import DAY, WHOLE, Deed, View, Wish
from records import (
    AREAS,
    KINDS,
    PARTIES,
    TAGS,
    Extent,
    comment,
    day,
    did,
    target,
    voided,
)

QUANTITIES = ("hours", "persons")
SETS = ("areas", "not_areas", "parties", "all_parties", "tags", "weekdays", "months", "exceptions")
OTHERS = ("of", "judge", "together_with", "each_area", "if_needed")
FIELDS = ("op", "areas", "parties", "tags", "occasions", "approx")
DECISION = Text("beslut", "decision")
SOME_TIME = timedelta(days=30)


def as_target(wish: Wish) -> Target:
    """Return the target that a wish says in plain terms."""
    return target(
        *wish.kinds,
        at_least=int(wish.at_least) if wish.at_least.isdigit() else wish.at_least,
        window=Period.of(wish.first, wish.last),
        per=as_per(wish.per),
        minimum=tuple((name, Decimal(least)) for name, least in wish.minimum),
        pace=wish.pace if isinstance(wish.pace, str) else tuple((d, amount(n)) for d, n in wish.pace),
        revised=tuple(Revision(first, amount(number), DECISION) for first, number in wish.revised),
        **{name: getattr(wish, name) for name in OTHERS},
        **{name: frozenset(getattr(wish, name)) for name in SETS},
    )


def amount(text: str) -> int | Decimal:
    """Return a number as the program has it."""
    return int(text) if text.isdigit() else Decimal(text)


def as_per(text: str | None) -> Per | None:
    """Return how often, of "week" or "2 weeks"."""
    if text is None:
        return None
    number, _, unit = text.rpartition(" ")
    return Per(cast("Unit", unit), int(number or 1))


def as_records(log: Sequence[Deed]) -> list[Record]:
    """Return the log as records, with a voiding one for each that is void."""
    records: list[Record] = []
    for deed in log:
        record = did(
            Extent(deed.first, deed.last),
            *deed.kinds,
            plan=None if deed.plan is None else records[deed.plan].id,
            **{name: getattr(deed, name) for name in FIELDS},
            **dict(deed.quantities),
        )
        records.append(record)
    return [*records, *(voided(record) for deed, record in zip(log, records, strict=True) if deed.void)]


# --- random targets and logs

ODD_DATES = ("2020-12-31", "2021-01-03", "2022-03-27", "2022-06-15", "2022-10-30", "2024-02-29", "2026-12-31")
ODD_DAYS = [day(text) for text in ODD_DATES]  # New Year, a 53rd week, summer time, a leap day; a plain day
LENGTHS: dict[str | None, tuple[int, ...]] = {
    None: (1, 2, 3, 30, 60, 366),
    "day": (1, 2, 3, 10, 40, 100),
    "week": (7, 13, 20, 40, 60),
    "month": (31, 40, 61, 92, 130),
    "quarter": (92, 120, 190, 280),
    "tertial": (123, 180, 250, 370),
    "half-year": (184, 250, 370, 550),
    "year": (366, 400, 731, 1100),
    "1 weeks": (7, 10, 21),
    "2 weeks": (14, 27, 28, 45),
    "5 weeks": (35, 60, 75),
    "1 months": (31, 59, 62, 92),
    "2 months": (61, 62, 100, 130),
    "5 months": (153, 190, 310),
    "12 months": (366, 400, 740),
}  # of windows, in days
EVERY_OF = (*WHOLE, "hours")


class Case(NamedTuple):
    """A target with a log, two days to see it by, whether there was no need, and when it ended early."""

    wish: Wish
    log: list[Deed]
    view: View
    no_need: bool
    end: date | None = None

    @property
    def days(self) -> Days:
        """The days to see it by, as the program takes them."""
        return Days(self.view.as_of, self.view.judged_by)

    @property
    def records(self) -> list[Record]:
        """The log with its comment, as records."""
        said = [comment("promise", self.view.as_of.isoformat(), "no_need")] if self.no_need else []
        return as_records(self.log) + said


def a_case(chance: random.Random) -> Case:
    """Return any target with any log, seen by any day or live, also long after the agreement."""
    wish = a_wish(chance)
    log = a_log(chance, wish)
    around = wish.first + DAY * chance.randint(-5, (wish.last - wish.first).days + 15)
    logged = [deed.last for deed in log if wish.first <= deed.last <= wish.last]
    as_of = chance.choice([around, around, around, chance.choice([around, *logged]), *ends(wish)])
    judged_by = chance.choice([as_of, as_of - DAY, min(as_of - DAY, wish.last)])
    log = booked_after(chance, wish, log, as_of) if chance.random() < 0.25 else log
    end = wish.first + DAY * chance.randint(0, (wish.last - wish.first).days)
    return Case(
        wish, log, View(as_of, judged_by), chance.random() < 0.3, end if chance.random() < 0.15 else None
    )


def booked_after(chance: random.Random, wish: Wish, log: Sequence[Deed], as_of: date) -> list[Deed]:
    """Return little of a log up to a day, and plans that fit on a few days after it."""
    ahead = max(1, (wish.last - as_of).days)
    days = [as_of + DAY * chance.randint(1, ahead) for _ in range(chance.randint(1, 5))]
    plans = [suited(chance, wish, a_deed(chance, day)) for day in days]
    plans = [deed._replace(areas=wish.each_area or deed.areas, void=False) for deed in plans]
    return [
        *(deed._replace(plan=None) for deed in log[:2] if deed.first == deed.last <= as_of),
        *(
            deed._replace(op="plan", first=day, last=day, approx=False)
            for day, deed in zip(days, plans, strict=True)
        ),
    ]


def ends(wish: Wish) -> list[date]:
    """Return the first and the last day of a target's window, and the day after it."""
    return [wish.first, wish.last, wish.last + DAY]


def cases(seed: int, number: int) -> Iterator[Case]:
    """Yield random cases, the same ones for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - ten times as fast as hypothesis's own
    for _ in range(number):
        yield a_case(chance)


def a_wish(chance: random.Random) -> Wish:
    """Return any target that has a day, and with buckets a full one."""
    while True:
        per = chance.choice([None, None, None, *LENGTHS])
        first, last = a_window(chance, per)
        wish = Wish(
            some(chance, KINDS, 1),
            "1",
            first,
            last,
            of=chance.choice(EVERY_OF),
            per=per,
            judge="each" if per is None else chance.choice(["each", "each", "average"]),
            if_needed=chance.random() < 0.3,
        )
        wish = with_filters(chance, with_days(chance, wish))
        if naive.days_of(wish) and (per is None or any(each.is_full for each in naive.buckets_of(wish))):
            return with_numbers(chance, wish)


def with_numbers(chance: random.Random, wish: Wish) -> Wish:
    """Give a target a number of what it counts, perhaps others later, and a pace."""
    wish = wish._replace(at_least=a_number(chance, wish))
    wish = wish._replace(revised=with_revisions(chance, wish))
    return wish._replace(pace=a_pace(chance, wish))


def a_number(chance: random.Random, wish: Wish) -> str:
    """Return a number, such as a quantity has or not."""
    number = chance.choice([1, 1, 2, 3, 8, chance.randint(1, 20)])
    return f"{number}.125" if wish.of == "hours" else str(number)


def with_revisions(chance: random.Random, wish: Wish) -> tuple[tuple[date, str], ...]:
    """Return other numbers from later days inside the window on; each is in force at some time."""
    length = (wish.last - wish.first).days
    if length < 2 or chance.random() > 0.2:
        return ()
    inside = range(1, length)
    chosen = sorted(chance.sample(inside, min(len(inside), chance.choice([1, 1, 2]))))
    revised = tuple((wish.first + DAY * number, a_number(chance, wish)) for number in chosen)
    return revised if wish.per is None or all_in_force(wish, revised) else ()


def all_in_force(wish: Wish, revised: Sequence[tuple[date, str]]) -> bool:
    """Say whether each of the numbers, the first too, is in force at the end of some full bucket."""
    ends_of = [each.days[-1] for each in naive.buckets_of(wish) if each.is_full]
    begins = [date.min, *(first for first, _ in revised), date.max]
    return all(any(begin <= end < after for end in ends_of) for begin, after in pairwise(begins))


def a_pace(chance: random.Random, wish: Wish) -> str | tuple[tuple[date, str], ...]:
    """Return any pace; with steps where a bucket is not judged by itself."""
    dice = chance.random()
    if dice < 0.6 or (dice < 0.8 and naive.is_each(wish)):
        return "even"
    if dice < 0.8 or naive.is_each(wish):
        return "end"
    return some_steps(chance, wish)


def some_steps(chance: random.Random, wish: Wish) -> str | tuple[tuple[date, str], ...]:
    """Return dates in the window and rising numbers, none above what is required."""
    number = naive.required(wish, View(wish.last, wish.last))
    days = naive.calendar(wish.first, wish.last)
    many = min(len(days), int(number), chance.randint(1, 4))
    if many < 1:
        return "end"
    numbers = sorted(chance.sample(range(1, int(number) + 1), many))
    dates = sorted(chance.sample(days, many))
    return tuple(zip(dates, (str(each) for each in numbers), strict=True))


def a_window(chance: random.Random, per: str | None) -> tuple[date, date]:
    """Return days that hold an odd one; some begin with a year or a month, or on the last day of one."""
    length = chance.choice(LENGTHS[per])
    first = chance.choice(ODD_DAYS) - DAY * chance.randint(0, length - 1)
    begins = (first.replace(month=1, day=1), first.replace(day=1), first.replace(day=1) - DAY)
    first = chance.choice([*begins, first, first, first])
    return first, first + DAY * (length - 1)


def with_days(chance: random.Random, wish: Wish) -> Wish:
    """Take some days out of a target, or none."""
    length = (wish.last - wish.first).days
    return wish._replace(
        weekdays=rarely(chance, lambda: tuple(chance.sample(range(7), chance.randint(1, 6)))),
        months=rarely(chance, lambda: tuple(chance.sample(range(1, 13), chance.randint(1, 9)))),
        exceptions=rarely(
            chance, lambda: tuple(wish.first + DAY * chance.randint(0, length) for _ in range(3))
        ),
    )


def with_filters(chance: random.Random, wish: Wish) -> Wish:
    """Narrow what counts for a target, or ask for it in each of some areas."""
    areas = some(chance, AREAS)
    shunned = rarely(chance, lambda: some(chance, AREAS[:-1], 1))
    by_area = rarely(chance, lambda: some(chance, AREAS, 1))
    others = [kind for kind in KINDS if kind not in wish.kinds]
    return wish._replace(
        areas=() if by_area or shunned else areas,
        not_areas=() if by_area else shunned,
        each_area=by_area,
        parties=some(chance, PARTIES),
        all_parties=rarely(chance, lambda: some(chance, PARTIES, 1)),
        tags=some(chance, TAGS),
        together_with=chance.choice(others) if others and chance.random() < 0.15 else None,
        minimum=rarely(chance, lambda: (("persons", "2.5"), *rarely(chance, lambda: (("hours", "0.5"),)))),
    )


def some(chance: random.Random, words: Sequence[str], least: int = 0) -> tuple[str, ...]:
    """Return a few words, often the least."""
    most = len(words) if chance.random() < 0.3 else least
    return tuple(chance.sample(words, chance.randint(least, most)))


def rarely(chance: random.Random, make: Callable[[], tuple[Any, ...]]) -> tuple[Any, ...]:
    """Return what is made, or mostly nothing."""
    return make() if chance.random() < 0.2 else ()


def a_log(chance: random.Random, wish: Wish) -> list[Deed]:
    """Return any log; some of it fulfils a plan, some is void, some covers several days."""
    if wish.per in ("day", "week", "month") and chance.random() < 0.25:
        return [a_big_figure(chance, wish) for _ in range(chance.randint(1, 4))]
    log: list[Deed] = []
    for first in some_days(chance, wish):
        plans = [place for place, deed in enumerate(log) if deed.op == "plan"]
        deed = a_deed(chance, first)
        deed = suited(chance, wish, deed) if chance.random() < 0.8 else deed
        if deed.op == "log" and plans and chance.random() < 0.4:
            deed = deed._replace(plan=chance.choice(plans))
        log.append(deed)
    return log


def a_big_figure(chance: random.Random, wish: Wish) -> Deed:
    """Return one figure of many of a target's days, with about as many occasions, or far fewer."""
    days = naive.days_of(wish)
    first, last = sorted(chance.choices(days, k=2))
    first, last = chance.choice([(first, last), (first, days[-1]), (days[0], last), (days[0], days[-1])])
    occasions = max(1, (last - first).days // chance.choice([1, 1, 2, 7]) + chance.randint(-2, 3))
    deed = suited(chance, wish, a_deed(chance, first))
    return deed._replace(op="log", first=first, last=last, occasions=occasions, void=False)


def some_days(chance: random.Random, wish: Wish) -> list[date]:
    """Return days in a window and a little around it: a few, or regular ones, or its first one."""
    length = (wish.last - wish.first).days
    if chance.random() < 0.1:
        return [wish.first] * chance.randint(1, 3)
    if chance.random() < 0.5:
        return [wish.first + DAY * chance.randint(-12, length + 12) for _ in range(chance.randint(0, 9))]
    step = chance.choice([1, 2, 3, 7, max(1, length // 12)])
    return [wish.first + DAY * number for number in range(chance.randint(0, step), length + 1, step)][:25]


def a_deed(chance: random.Random, first: date) -> Deed:
    """Return something done or planned from that day on, or from the beginning of its week or month."""
    op = chance.choice(["log", "log", "log", "log", "plan"])
    length = chance.choice([1, 1, 1, 1, 1, 2, 3, 7, 9, 28, 31, 75]) if op == "log" else 1
    if length > 3:
        first -= DAY * (first.weekday() if length == 7 else first.day - 1)
    return Deed(
        op,
        first,
        first + DAY * (length - 1),
        some(chance, KINDS, 1),
        some(chance, AREAS),
        some(chance, PARTIES),
        some(chance, TAGS),
        chance.choice([1, 1, 1, 2, 5, 40]),
        approx=op == "log" and chance.random() < 0.2,
        quantities=tuple(
            (name, chance.choice(["0.1", "2.5", "7.125", "30"])) for name in some(chance, QUANTITIES)
        ),
        void=chance.random() < 0.1,
    )


def suited(chance: random.Random, wish: Wish, deed: Deed) -> Deed:
    """Make a deed such that it passes the filters of a target."""
    areas = wish.areas or wish.each_area or [area for area in AREAS if area not in wish.not_areas]
    return deed._replace(
        kinds=(chance.choice(wish.kinds), *([wish.together_with] if wish.together_with else [])),
        areas=tuple(chance.sample(areas, chance.randint(1, len(areas)))),
        parties=tuple(dict.fromkeys([*wish.parties[:1], *wish.all_parties])) or deed.parties,
        tags=wish.tags[:1] or deed.tags,
        quantities=(("hours", chance.choice(["2.5", "9.0625"])), ("persons", chance.choice(["9", "12.5"]))),
    )
