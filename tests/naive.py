"""A naive reference for every sort of target: day by day, from the counting rules in words, and slow.

Plain data in, plain data out. It shares no code with the program: where the two agree, the rules were
understood twice.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

DAY = timedelta(days=1)
FRIDAY = 4
DIFFERENT = ("areas", "days", "weekends")  # of these, different ones are counted
WHOLE = ("occasions", *DIFFERENT)  # these come in whole numbers

UNITS = {
    "year": lambda day: f"{day.year}",
    "half-year": lambda day: f"{day.year}-H{(day.month + 5) // 6}",
    "tertial": lambda day: f"{day.year}-T{(day.month + 3) // 4}",
    "quarter": lambda day: f"{day.year}-Q{(day.month + 2) // 3}",
    "month": lambda day: f"{day.year}-{day.month:02}",
    "week": lambda day: "{}-W{:02}".format(*day.isocalendar()),
    "day": date.isoformat,
}
"""The code of the unit that holds a day, by the name of the unit; the longest unit first."""


class Wish(NamedTuple):
    """A target in plain terms; `at_least` and what `minimum` has are decimals as written."""

    kinds: tuple[str, ...]
    at_least: str
    first: date
    last: date
    of: str = "occasions"
    per: str | None = None
    judge: str = "each"
    areas: tuple[str, ...] = ()
    each_area: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    together_with: str | None = None
    weekdays: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    exceptions: tuple[date, ...] = ()
    minimum: tuple[tuple[str, str], ...] = ()
    if_needed: bool = False


class Deed(NamedTuple):
    """Something in the log, in plain terms; `plan` is the place in the log of the plan that it fulfils."""

    op: str
    first: date
    last: date
    kinds: tuple[str, ...]
    areas: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    occasions: int = 1
    approx: bool = False
    quantities: tuple[tuple[str, str], ...] = ()
    plan: int | None = None
    void: bool = False


class View(NamedTuple):
    """The day to count by, and the day to judge by."""

    as_of: date
    judged_by: date


class Bucket(NamedTuple):
    """The calendar days of a bucket, those of them in the window, and those that are days of the target."""

    calendar: list[date]
    window: list[date]
    days: list[date]

    @property
    def is_full(self) -> bool:
        """Whether all its calendar days lie in the window."""
        return self.calendar == self.window


Figures = dict[str, Any]


def reference(wish: Wish, log: Sequence[Deed], view: View, *, no_need: bool = False) -> Figures:
    """Return what the rules say of a target, and of each of its areas."""
    parts = [judge_areas(wish, (area,), log, view) for area in wish.each_area]
    whole = together(wish, log, view, parts) if parts else judge_one(wish, log, view)
    if no_need and wish.if_needed and sum(part["done"] for part in parts or [whole]) == 0:
        for figures in (whole, *parts):
            figures.update(state="no_need", next_by=None)
    named = [
        {"id": area} | {key: part[key] for key in part if key not in ("approx", "unplaced", "areas")}
        for area, part in zip(wish.each_area, parts, strict=True)
    ]
    return whole | {"areas": named or None}


def judge_areas(wish: Wish, areas: tuple[str, ...], log: Sequence[Deed], view: View) -> Figures:
    """Judge a target as if it had these `areas`, and no `each_area`."""
    return judge_one(wish._replace(areas=areas, each_area=()), log, view)


def together(wish: Wish, log: Sequence[Deed], view: View, parts: list[Figures]) -> Figures:
    """Return the figures over all areas: sums, the earliest day and the worst state."""
    each = is_each(wish)
    days = [part["next_by"] for part in parts if part["next_by"]]
    return {
        "required": parts[0]["required"] if each else sum(part["required"] for part in parts),
        "done": sum(part["done"] if each else min(part["done"], part["required"]) for part in parts),
        "booked": sum(part["booked"] for part in parts),
        "missing": None if each else sum(part["missing"] for part in parts),
        "due": None if each else sum(part["due"] for part in parts),
        "next_by": min(days, default=None),
        "state": worst([part["state"] for part in parts]),
        "approx": any(part["approx"] for part in parts),
        "unplaced": judge_areas(wish, wish.each_area, log, view)["unplaced"],
        "buckets": None,
    }


def worst(states: list[str]) -> str:
    """Return the worst of several states."""
    for state in ("missed", "behind"):
        if state in states:
            return state
    same = states[0] if len(set(states)) == 1 else ""
    return same if same in ("met", "not_started") else "on_track"


def judge_one(wish: Wish, log: Sequence[Deed], view: View) -> Figures:
    """Judge a target that has no `each_area`."""
    counted = [deed for deed in log if counts(wish, deed, view)]
    plans = [deed for place, deed in enumerate(log) if is_booked(wish, log, place, view)]
    done = total(wish, counted)
    figures: Figures = {
        "required": required(wish),
        "done": done,
        "booked": total(wish, counted + plans) - done,
        "approx": any(deed.approx and total(wish, [deed]) for deed in counted),
        "unplaced": sum(deed.occasions for deed in log if is_unplaced(wish, deed, view)),
    }
    judged = judge_each if is_each(wish) else judge_whole
    return figures | judged(wish, counted, view, figures)


# --- days, and what counts


def calendar(first: date, last: date) -> list[date]:
    """Return every day from the first to the last."""
    return [first + DAY * number for number in range((last - first).days + 1)]


def is_day_of(wish: Wish, day: date) -> bool:
    """Say whether a day is a day of the target."""
    return (
        wish.first <= day <= wish.last
        and (not wish.months or day.month in wish.months)
        and (not wish.weekdays or day.weekday() in wish.weekdays)
        and day not in wish.exceptions
    )


@lru_cache(8)
def days_of(wish: Wish) -> list[date]:
    """Return the days of a target."""
    return [day for day in calendar(wish.first, wish.last) if is_day_of(wish, day)]


def own_days(deed: Deed) -> list[date]:
    """Return the days that something covers."""
    return calendar(deed.first, deed.last)


def weekend(day: date) -> date | None:
    """Return the Friday of the Friday-to-Sunday weekend that holds a day, None for Monday to Thursday."""
    return day - DAY * (day.weekday() - FRIDAY) if day.weekday() >= FRIDAY else None


def fits(wish: Wish, deed: Deed) -> bool:
    """Say whether something holds, is of a kind that counts, and passes every filter."""
    named = [(wish.areas, deed.areas), (wish.parties, deed.parties), (wish.tags, deed.tags)]
    return (
        not deed.void
        and any(kind in wish.kinds for kind in deed.kinds)
        and all(not wanted or any(word in wanted for word in own) for wanted, own in named)
        and (wish.together_with is None or wish.together_with in deed.kinds)
        and all(is_of_size(deed, name, least) for name, least in wish.minimum)
    )


def is_of_size(deed: Deed, name: str, least: str) -> bool:
    """Say whether each of its occasions has at least so much of a quantity."""
    amount = dict(deed.quantities).get(name)
    return amount is not None and Fraction(amount) / deed.occasions >= Fraction(least)


def is_placed(wish: Wish, deed: Deed) -> bool:
    """Say whether something can count by its days, whatever the as-of day."""
    own = own_days(deed)
    if not all(is_day_of(wish, day) for day in own):
        return False
    if wish.of == "days":
        return len(own) == 1
    return wish.of != "weekends" or (weekend(own[0]) is not None and len({weekend(day) for day in own}) == 1)


def counts(wish: Wish, deed: Deed, view: View) -> bool:
    """Say whether something counts as done."""
    return deed.op == "log" and fits(wish, deed) and is_placed(wish, deed) and deed.last <= view.as_of


def is_unplaced(wish: Wish, deed: Deed, view: View) -> bool:
    """Say whether something fits and has a day of the target, but cannot be placed because of its days."""
    if deed.op != "log" or not fits(wish, deed):
        return False
    if counts(wish, deed, view):
        return is_each(wish) and not any(lies_in(deed, bucket) for bucket in buckets_of(wish))
    days = [day for day in own_days(deed) if day <= view.as_of and is_day_of(wish, day)]
    if wish.of == "weekends":
        days = [day for day in days if weekend(day)]
    return bool(days) and not is_placed(wish, deed)


def is_booked(wish: Wish, log: Sequence[Deed], place: int, view: View) -> bool:
    """Say whether the deed at a place of the log is a plan that is still to come and would count."""
    deed = log[place]
    fulfilled = any(
        other.op == "log" and not other.void and other.plan == place and other.last <= view.as_of
        for other in log
    )
    to_come = deed.op == "plan" and deed.first >= view.as_of and not fulfilled
    return to_come and fits(wish, deed) and is_placed(wish, deed)


def total(wish: Wish, deeds: Sequence[Deed]) -> Fraction:
    """Return what deeds add up to: a sum, or how many different ones."""
    if wish.of == "occasions":
        return Fraction(sum(deed.occasions for deed in deeds))
    if wish.of in DIFFERENT:
        return Fraction(len({thing for deed in deeds for thing in things(wish, deed)}))
    return sum((Fraction(dict(deed.quantities).get(wish.of, "0")) for deed in deeds), Fraction(0))


def things(wish: Wish, deed: Deed) -> list[object]:
    """Return the different areas, days or weekends that a deed is about."""
    if wish.of == "areas":
        return [area for area in deed.areas if not wish.areas or area in wish.areas]
    return [weekend(day) if wish.of == "weekends" else day for day in own_days(deed)]


# --- buckets


def is_each(wish: Wish) -> bool:
    """Say whether every bucket is judged by itself."""
    return wish.per is not None and wish.judge == "each"


@lru_cache(8)
def buckets_of(wish: Wish) -> list[Bucket]:
    """Return the buckets that have a day of the target, cut ones included."""
    days = set(days_of(wish))
    buckets = []
    for own in own_calendars(wish):
        window = [day for day in own if wish.first <= day <= wish.last]
        if days.intersection(own):
            buckets.append(Bucket(own, window, [day for day in own if day in days]))
    return buckets


def own_calendars(wish: Wish) -> list[list[date]]:
    """Return the calendar days of each bucket that has a day in the window, those outside it too."""
    assert wish.per is not None
    counted = " " in wish.per
    begins = [wish.first if counted else first_of(wish.per, wish.first)]
    while begins[-1] <= wish.last:
        begins.append(begin_after(wish, len(begins)) if counted else end_of(wish.per, begins[-1]) + DAY)
    return [calendar(begin, after - DAY) for begin, after in pairwise(begins)]


def first_of(unit: str, day: date) -> date:
    """Return the first day of the calendar unit that holds a day."""
    while UNITS[unit](day - DAY) == UNITS[unit](day):
        day -= DAY
    return day


def end_of(unit: str, day: date) -> date:
    """Return the last day of the calendar unit that holds a day."""
    while UNITS[unit](day + DAY) == UNITS[unit](day):
        day += DAY
    return day


def begin_after(wish: Wish, buckets: int) -> date:
    """Return the day after so many buckets of N weeks, or of N months from the window's day of month."""
    assert wish.per is not None
    number, unit = wish.per.split()
    if unit == "weeks":
        return wish.first + DAY * 7 * int(number) * buckets
    months = wish.first.month - 1 + int(number) * buckets
    first = date(wish.first.year + months // 12, months % 12 + 1, 1)
    return min(first + DAY * (wish.first.day - 1), end_of("month", first))


def lies_in(deed: Deed, bucket: Bucket) -> bool:
    """Say whether all days of something lie in the bucket."""
    return bucket.calendar[0] <= deed.first and deed.last <= bucket.calendar[-1]


def code(days: list[date]) -> str:
    """Return the code of the calendar unit that these days are, else the day, or the first and the last."""
    first, last = days[0], days[-1]
    for name in UNITS.values():
        if name(first - DAY) != name(first) == name(last) != name(last + DAY):
            return name(first)
    return f"{first}/{last}"


# --- on the whole window, and on average


def required(wish: Wish) -> Fraction:
    """Return what is required: on average, as many times as there are buckets, a cut one by its share."""
    at_least = Fraction(wish.at_least)
    if wish.per is None or wish.judge == "each":
        return at_least
    shares = [Fraction(len(bucket.window), len(bucket.calendar)) for bucket in buckets_of(wish)]
    return in_whole(wish, at_least * sum(shares))


def in_whole(wish: Wish, amount: Fraction) -> Fraction:
    """Round what comes in whole numbers down."""
    return Fraction(amount.numerator // amount.denominator) if wish.of in WHOLE else amount


def judge_whole(wish: Wish, counted: Sequence[Deed], view: View, figures: Figures) -> Figures:
    """Judge the whole window by its pace."""
    days, done = days_of(wish), total(wish, counted)
    due = due_by(wish, figures["required"], days, view.judged_by)
    rows = {
        "met": done >= figures["required"],
        "not_started": view.as_of < days[0],
        "missed": view.judged_by >= days[-1],
        "behind": done < due,
    }
    state = next((row for row, fits_here in rows.items() if fits_here), "on_track")
    over = state in ("met", "missed")
    return {
        "missing": max(Fraction(0), figures["required"] - done - figures["booked"]),
        "due": due,
        "next_by": None if over else first_day_due(wish, figures["required"], days, done),
        "state": state,
        "buckets": None,
    }


def due_by(wish: Wish, amount: Fraction, days: list[date], by: date) -> Fraction:
    """Return how much of what is required is due by a day."""
    elapsed = [day for day in days if day <= by]
    return in_whole(wish, amount * len(elapsed) / len(days))


def first_day_due(wish: Wish, amount: Fraction, days: list[date], done: Fraction) -> date:
    """Return the first day on which more is due than was done; of a quantity, the last day."""
    if wish.of not in WHOLE:
        return days[-1]
    shares = (in_whole(wish, amount * number / len(days)) for number in range(1, len(days) + 1))
    return next(day for day, share in zip(days, shares, strict=False) if share > done)


# --- every bucket by itself


def judge_each(wish: Wish, counted: Sequence[Deed], view: View, figures: Figures) -> Figures:
    """Judge every full bucket by itself."""
    buckets = buckets_of(wish)
    full = [bucket for bucket in buckets if bucket.is_full]
    judged = [bucket for bucket in full if bucket.days[-1] <= view.judged_by]
    unmet = [bucket for bucket in full if total_in(wish, bucket, counted) < Fraction(wish.at_least)]
    missed = [bucket for bucket in judged if bucket in unmet]
    open_days = [bucket.days[-1] for bucket in unmet if bucket.days[-1] >= view.as_of]
    return {
        "missing": None,
        "due": None,
        "next_by": min(open_days, default=None),
        "state": state_of_each(view, buckets[0].days[0], len(full) - len(judged), len(missed)),
        "buckets": {
            "per": wish.per,
            "judged": len(judged),
            "met": len(judged) - len(missed),
            "unmet": [code(bucket.calendar) for bucket in missed],
            "average": average(buckets, figures["done"], view.judged_by),
        },
    }


def total_in(wish: Wish, bucket: Bucket, counted: Sequence[Deed]) -> Fraction:
    """Return what is done in a bucket: only what lies in it with all its days."""
    return total(wish, [deed for deed in counted if lies_in(deed, bucket)])


def state_of_each(view: View, first: date, to_come: int, missed: int) -> str:
    """Return the state, by the first day of the target, and how many full buckets are to come and missed."""
    if view.as_of < first:
        return "not_started"
    if to_come:
        return "behind" if missed else "on_track"
    return "missed" if missed else "met"


def average(buckets: list[Bucket], done: Fraction, by: date) -> Fraction | None:
    """Return what was done for each bucket that has elapsed, None before the first day of the target."""
    if by < buckets[0].days[0]:
        return None
    return done / sum(elapsed_share(bucket, by) for bucket in buckets)


def elapsed_share(bucket: Bucket, by: date) -> Fraction:
    """Return how much of a bucket has elapsed: all in the window if finished, else its days so far."""
    finished = bucket.days[-1] <= by
    so_far = [day for day in bucket.window if finished or day <= by]
    return Fraction(len(so_far), len(bucket.calendar))
