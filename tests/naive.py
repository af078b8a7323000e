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
LONG = 84  # calendar days of a bucket that has a pace
WORST = ("missed", "withdrawn", "broken", "behind", "undetermined", "booked")

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
    all_parties: tuple[str, ...] = ()
    not_areas: tuple[str, ...] = ()
    pace: str | tuple[tuple[date, str], ...] = "even"
    revised: tuple[tuple[date, str], ...] = ()


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
    """The day to count by, the day to judge by, and the day on which the target ended early, if it did."""

    as_of: date
    judged_by: date
    end: date | None = None
    plans_as_of: date | None = None  # plans are fulfilled by this day, also after the end

    @property
    def is_over(self) -> bool:
        """Whether the target ended early and that day is judged."""
        return self.end is not None and self.judged_by >= self.end


class Bucket(NamedTuple):
    """The calendar days of a bucket, those of them in the window, and those that are days of the target."""

    calendar: list[date]
    window: list[date]
    days: list[date]

    @property
    def is_full(self) -> bool:
        """Whether all its calendar days lie in the window."""
        return self.calendar == self.window

    @property
    def name(self) -> str:
        """Its code."""
        return code(self.calendar)


Figures = dict[str, Any]


def reference(
    wish: Wish, log: Sequence[Deed], view: View, *, no_need: bool = False, end: date | None = None
) -> Figures:
    """Return what the rules say of a target, and of each of its areas."""
    view = ended(wish, view, end)
    parts = [judge_areas(wish, (area,), log, view) for area in wish.each_area]
    whole = together(wish, log, view, parts) if parts else judge_one(wish, log, view)
    if no_need and wish.if_needed and sum(part["done"] for part in parts or [whole]) == 0:
        for figures in (whole, *parts):
            figures.update(state="no_need", next_by=None, unbooked=False)
    named = [
        {"id": area} | {key: part[key] for key in part if key not in ("approx", "unplaced", "areas")}
        for area, part in zip(wish.each_area, parts, strict=True)
    ]
    return whole | {"areas": named or None}


def ended(wish: Wish, view: View, end: date | None) -> View:
    """Return the days to go by: the end of a promise that ended early at the latest, if days were left."""
    if end is None or days_of(wish)[-1] <= end:
        return View(view.as_of, view.judged_by)
    return View(min(view.as_of, end), min(view.judged_by, end), end, view.as_of)


def judge_areas(wish: Wish, areas: tuple[str, ...], log: Sequence[Deed], view: View) -> Figures:
    """Judge a target as if it had these `areas`, and no `each_area`."""
    return judge_one(wish._replace(areas=areas, each_area=()), log, view)


def together(wish: Wish, log: Sequence[Deed], view: View, parts: list[Figures]) -> Figures:
    """Return the figures over all areas: sums, the earliest day and the worst state."""
    each = is_each(wish)
    days = [part["next_by"] for part in parts if part["next_by"]]
    state = worst([part["state"] for part in parts])
    return {
        "required": parts[0]["required"] if each else sum(part["required"] for part in parts),
        "done": sum(part["done"] if each else min(part["done"], part["required"]) for part in parts),
        "booked": sum(part["booked"] for part in parts),
        "could": sum(part["could"] for part in parts),
        "missing": None if each else sum(part["missing"] for part in parts),
        "due": None if each else sum(part["due"] for part in parts),
        "next_by": min(days, default=None),
        "state": state,
        "unbooked": any(part["unbooked"] for part in parts),
        "met_exactly": all(part["met_exactly"] for part in parts) if state == "met" else None,
        "approx": any(part["approx"] for part in parts),
        "unplaced": judge_areas(wish, wish.each_area, log, view)["unplaced"],
        "buckets": None,
    }


def worst(states: list[str]) -> str:
    """Return the worst of several states."""
    for state in WORST:
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
        "required": required(wish, view),
        "done": done,
        "booked": total(wish, counted + plans) - done,
        "could": could(wish, days_of(wish), log, counted, view),
        "approx": any(deed.approx and total(wish, [deed]) for deed in counted),
        "unplaced": sum(deed.occasions for deed in log if is_unplaced(wish, deed, view)),
    }
    if is_each(wish):
        return figures | judge_each(wish, log, counted, plans, view)
    return figures | judge_whole(wish, counted, view, figures)


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
        and all(party in deed.parties for party in wish.all_parties)
        and (not wish.not_areas or any(area not in wish.not_areas for area in deed.areas))
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
    by = view.plans_as_of or view.as_of
    fulfilled = any(
        other.op == "log" and not other.void and other.plan == place and other.last <= by for other in log
    )
    to_come = deed.op == "plan" and deed.first >= view.as_of and not fulfilled
    in_time = view.end is None or deed.last <= view.end
    return to_come and in_time and fits(wish, deed) and is_placed(wish, deed)


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
        named = [area for area in deed.areas if area not in wish.not_areas]
        return [area for area in named if not wish.areas or area in wish.areas]
    return [weekend(day) if wish.of == "weekends" else day for day in own_days(deed)]


# --- what cannot be known


def adrift(days: list[date], log: Sequence[Deed], done: Sequence[Deed], wish: Wish, view: View) -> list[Deed]:
    """Return what fits, has begun and has one of these days, but is not in what is done there."""
    return [
        deed
        for deed in log
        if deed.op == "log" and fits(wish, deed) and deed not in done and chances(days, deed, view)
    ]


def chances(days: list[date], deed: Deed, view: View) -> list[date]:
    """Return those of these days, up to the as-of day, that something covers."""
    return [day for day in days if deed.first <= day <= deed.last and day <= view.as_of]


def could(wish: Wish, days: list[date], log: Sequence[Deed], done: Sequence[Deed], view: View) -> Fraction:
    """Return U: the most that could be added on these days to what is done there."""
    deeds = adrift(days, log, done, wish, view)
    if wish.of not in ("days", "weekends"):
        return total(wish, [*done, *deeds]) - total(wish, done)
    graph = Graph()
    for number, deed in enumerate(deeds):
        for new in new_ones(wish, days, deed, done, view):
            graph.join("all", ("deed", number), deed.occasions)
            graph.join(("deed", number), new, 1)
            graph.join(new, "end", 1)
    return graph.flow("all", "end")


def new_ones(wish: Wish, days: list[date], deed: Deed, done: Sequence[Deed], view: View) -> set[date]:
    """Return the days or weekends, not done yet, of which an occasion of something could take one."""
    old = {thing for other in done for thing in things(wish, other)}
    covered = chances(days, deed, view)
    new = {weekend(day) for day in covered} if wish.of == "weekends" else set(covered)
    return {thing for thing in new if thing is not None and thing not in old}


class Graph:
    """Pipes between places, and how much more flows through each."""

    def __init__(self) -> None:
        """Begin without any."""
        self.room: dict[object, dict[object, Fraction]] = {}

    def join(self, start: object, stop: object, room: Fraction | int) -> None:
        """Lay a pipe, with so much room; the same one once."""
        self.room.setdefault(start, {})[stop] = Fraction(room)
        self.room.setdefault(stop, {}).setdefault(start, Fraction(0))

    def flow(self, start: object, stop: object) -> Fraction:
        """Send along one way after another until there is none, and return how much came."""
        came = Fraction(0)
        while way := self.way(start, stop):
            least = min(self.room[one][other] for one, other in way)
            for one, other in way:
                self.room[one][other] -= least
                self.room[other][one] += least
            came += least
        return came

    def way(self, start: object, stop: object) -> list[tuple[object, object]]:
        """Return the shortest way with room, pipe by pipe; none if there is none."""
        came_from: dict[object, object] = {start: start}
        queue = [start]
        for here in queue:
            if here == stop:
                break
            for there, room in self.room.get(here, {}).items():
                if room and there not in came_from:
                    came_from[there] = here
                    queue.append(there)
        way: list[tuple[object, object]] = []
        while stop in came_from and stop != start:
            way.append((came_from[stop], stop))
            stop = came_from[stop]
        return way


def is_unfillable(
    wish: Wish, unknown: list[Bucket], log: Sequence[Deed], counted: Sequence[Deed], view: View
) -> bool:
    """Say whether the occasions cannot be given to their days such that every unknown bucket is met."""
    if wish.of == "areas":
        return False
    graph, wanted = Graph(), Fraction(0)
    for bucket in unknown:
        done = done_in(bucket, counted)
        lacking = number_of(wish, bucket.days[-1]) - total(wish, done)
        wanted += lacking
        graph.join(bucket.name, "end", lacking)
        for deed in adrift(bucket.days, log, done, wish, view):
            give(graph, wish, bucket, done, deed, id(deed), view)
    return graph.flow("all", "end") < wanted


def give(
    graph: Graph, wish: Wish, bucket: Bucket, done: Sequence[Deed], deed: Deed, number: int, view: View
) -> None:
    """Let a deed be given to a bucket; where different ones count, by way of each new one of the bucket."""
    amount = total(wish, [deed]) if wish.of not in DIFFERENT else Fraction(deed.occasions)
    graph.join("all", number, amount)
    if wish.of not in DIFFERENT:
        graph.join(number, bucket.name, amount)
        return
    for new in new_ones(wish, bucket.days, deed, done, view):
        graph.join(number, (bucket.name, new), 1)
        graph.join((bucket.name, new), bucket.name, 1)


# --- met, but only about


def surely(wish: Wish, done: Sequence[Deed]) -> Fraction:
    """Return what is done without what is approximate and without what may be counted twice."""
    deeds = [deed for deed in done if not deed.approx]
    if wish.of in DIFFERENT:
        return total(wish, deeds)
    deeds.sort(key=lambda deed: order(wish, deed))
    sure = total(wish, deeds)
    for place, deed in enumerate(deeds):
        if deed.last > deed.first:
            before = [
                other
                for number, other in enumerate(deeds)
                if number != place
                and are_beside(deed, other)
                and (other.first == other.last or number < place)
            ]
            sure -= min(total(wish, [deed]), total(wish, before))
    return sure


def order(wish: Wish, deed: Deed) -> tuple[object, ...]:
    """Return what puts deeds in order: by first day, then the longest first, then the largest first."""
    return (
        deed.first,
        -deed.last.toordinal(),
        -total(wish, [deed]),
        deed.kinds,
        deed.areas,
        deed.parties,
    )


def are_beside(one: Deed, other: Deed) -> bool:
    """Say whether two deeds share a day and a kind, and no area and no party tells them apart."""
    named = [(one.areas, other.areas), (one.parties, other.parties)]
    return (
        one.first <= other.last
        and other.first <= one.last
        and bool(set(one.kinds) & set(other.kinds))
        and all(not (mine and yours) or bool(set(mine) & set(yours)) for mine, yours in named)
    )


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


def done_in(bucket: Bucket, counted: Sequence[Deed]) -> list[Deed]:
    """Return what is done in a bucket: only what lies in it with all its days."""
    return [deed for deed in counted if lies_in(deed, bucket)]


# --- numbers and paces


def number_of(wish: Wish, by: date) -> Fraction:
    """Return the number in force on a day."""
    return Fraction([wish.at_least, *(text for first, text in wish.revised if first <= by)][-1])


def required(wish: Wish, view: View) -> Fraction:
    """Return what is required: the number in force; on average, its sum over the buckets, by their share."""
    if wish.per is None or is_each(wish):
        return number_of(wish, view.judged_by)
    shares = [
        number_of(wish, bucket.days[-1]) * Fraction(len(bucket.window), len(bucket.calendar))
        for bucket in buckets_of(wish)
    ]
    return in_whole(wish, sum(shares, Fraction(0)))


def in_whole(wish: Wish, amount: Fraction) -> Fraction:
    """Round what comes in whole numbers down."""
    return Fraction(amount.numerator // amount.denominator) if wish.of in WHOLE else amount


def due_by(wish: Wish, amount: Fraction, days: list[date], by: date) -> Fraction:
    """Return how much of what is required is due by a day."""
    if by >= days[-1]:
        return amount
    if wish.pace == "even":
        return in_whole(wish, amount * len([day for day in days if day <= by]) / len(days))
    steps = () if isinstance(wish.pace, str) else wish.pace
    return max((min(amount, Fraction(text)) for first, text in steps if first <= by), default=Fraction(0))


def first_day_due(wish: Wish, amount: Fraction, days: list[date], done: Fraction) -> date:
    """Return the first day on which more is due than done; of a quantity at an even pace, the last one."""
    if wish.pace == "even" and wish.of not in WHOLE:
        return days[-1]
    if wish.pace != "even":
        steps = () if isinstance(wish.pace, str) else wish.pace
        late = [first for first, text in steps if Fraction(text) > done]
        return min([*late, days[-1]])
    return next(day for day in days if due_by(wish, amount, days, day) > done)


def is_unbooked(
    wish: Wish, days: list[date], number: Fraction, done: Fraction, lacking: Fraction, view: View
) -> bool:
    """Say whether soon something must be booked; `lacking` is what is missing without U."""
    left = [day for day in days if day > view.judged_by]
    late = number == 1 and 2 * (len(days) - len(left)) >= len(days)
    few = number <= 12 or wish.pace != "even"
    soon = few and (days[-1] - view.judged_by).days <= 30 and 3 * len(left) <= len(days)
    begun = days[0] <= view.as_of and days[-1] > view.judged_by and not view.is_over
    return begun and done < number and lacking > 0 and (late or soon)


# --- on the whole window, and on average


def judge_whole(wish: Wish, counted: Sequence[Deed], view: View, figures: Figures) -> Figures:
    """Judge the whole window by its pace."""
    days, done, number = days_of(wish), figures["done"], figures["required"]
    due = due_by(wish, number, days, view.judged_by)
    missing = max(Fraction(0), number - done - figures["booked"])
    state = state_of_whole(days, view, figures, due, missing)
    over = state in ("met", "withdrawn") or view.judged_by >= days[-1]
    return {
        "missing": missing,
        "due": due,
        "next_by": None if over else first_day_due(wish, number, days, done),
        "state": state,
        "unbooked": is_unbooked(wish, days, number, done, missing - figures["could"], view),
        "met_exactly": surely(wish, counted) >= number if state == "met" else None,
        "buckets": None,
    }


def state_of_whole(days: list[date], view: View, figures: Figures, due: Fraction, missing: Fraction) -> str:
    """Return the first row that fits."""
    done, most = figures["done"], figures["done"] + figures["could"]
    ended_at_all = view.judged_by >= days[-1]
    rows = {
        "met": done >= figures["required"],
        "withdrawn": view.is_over,
        "not_started": view.as_of < days[0],
        "missed": ended_at_all and most < figures["required"],
        "undetermined": ended_at_all or (done < due and missing > 0 and most >= due),
        "booked": done < due and missing == 0,
        "behind": done < due,
    }
    return next((row for row, fits_here in rows.items() if fits_here), "on_track")


# --- every bucket by itself


def judge_each(
    wish: Wish, log: Sequence[Deed], counted: Sequence[Deed], plans: Sequence[Deed], view: View
) -> Figures:
    """Judge every full bucket by itself."""
    buckets = buckets_of(wish)
    full = [each for each in buckets if each.is_full and (view.end is None or each.days[-1] <= view.end)]
    judged = [bucket for bucket in full if bucket.days[-1] <= view.judged_by]
    said = {bucket.name: look(wish, bucket, log, counted, plans, view) for bucket in full}
    short = [bucket for bucket in judged if said[bucket.name]["state"] != "met"]
    unknown = [each for each in short if said[each.name]["most"] >= said[each.name]["required"]]
    unmet = [bucket for bucket in short if bucket not in unknown]
    unfillable = is_unfillable(wish, unknown, log, counted, view)
    running = next((said[each.name] for each in full if is_running(wish, each, view)), None)
    is_open = len(judged) < len(full) or (view.end is not None and not view.is_over)
    state = state_of_each(
        view,
        buckets[0].days[0],
        running,
        is_open=is_open,
        failed=bool(unmet) or unfillable,
        unknown=bool(unknown),
    )
    ahead = [each for each in full if each not in judged and said[each.name]["state"] != "met"]
    exact = all(surely(wish, done_in(each, counted)) >= said[each.name]["required"] for each in full)
    return {
        "missing": None,
        "due": None,
        "next_by": said[ahead[0].name]["next_by"] if ahead and not view.is_over else None,
        "state": state,
        "unbooked": running is not None and running["unbooked"],
        "met_exactly": exact if state == "met" else None,
        "buckets": {
            "per": wish.per,
            "judged": len(judged),
            "met": len(judged) - len(short),
            "unmet": [bucket.name for bucket in unmet],
            "unknown": [bucket.name for bucket in unknown],
            "unfillable": unfillable,
            "average": average(buckets, total(wish, counted), view.judged_by),
            "running": running and {key: running[key] for key in RUNNING},
        },
    }


RUNNING = ("name", "required", "done", "booked", "missing", "due", "next_by", "state")


def has_pace(wish: Wish, bucket: Bucket) -> bool:
    """Say whether a full bucket has a pace of its own."""
    return len(bucket.calendar) >= LONG and wish.of in WHOLE


def is_running(wish: Wish, bucket: Bucket, view: View) -> bool:
    """Say whether a full bucket has a pace, has begun, and is not finished."""
    return has_pace(wish, bucket) and bucket.days[0] <= view.as_of and bucket.days[-1] > view.judged_by


def look(
    wish: Wish,
    bucket: Bucket,
    log: Sequence[Deed],
    counted: Sequence[Deed],
    plans: Sequence[Deed],
    view: View,
) -> Figures:
    """Return how a full bucket stands, as if it were a window of its own."""
    here, number = done_in(bucket, counted), number_of(wish, bucket.days[-1])
    done = total(wish, here)
    booked = total(wish, here + done_in(bucket, plans)) - done
    most = done + could(wish, bucket.days, log, here, view)
    missing = max(Fraction(0), number - done - booked)
    due = due_by(wish, number, bucket.days, view.judged_by)
    paced = first_day_due(wish, number, bucket.days, done) if done < number else None
    return {
        "name": bucket.name,
        "required": number,
        "done": done,
        "booked": booked,
        "most": most,
        "missing": missing,
        "due": due,
        "next_by": paced if has_pace(wish, bucket) else bucket.days[-1],
        "unbooked": is_unbooked(wish, bucket.days, number, done, missing - (most - done), view),
        "state": state_of_bucket(number, done, most, booked, due),
    }


def state_of_bucket(number: Fraction, done: Fraction, most: Fraction, booked: Fraction, due: Fraction) -> str:
    """Return the first row that fits."""
    rows = {
        "met": done >= number,
        "booked": most < due and done + booked >= number,
        "behind": most < due,
        "undetermined": done < due,
    }
    return next((row for row, fits_here in rows.items() if fits_here), "on_track")


def state_of_each(
    view: View, first: date, running: Figures | None, *, is_open: bool, failed: bool, unknown: bool
) -> str:
    """Return the first row that fits; `failed` is a bucket that is unmet, or that they are unfillable."""
    pace = running["state"] if running else ""
    if view.is_over:
        return "missed" if failed else "withdrawn"
    if view.as_of < first:
        return "not_started"
    if not is_open:
        return "missed" if failed else "undetermined" if unknown else "met"
    if failed:
        return "broken"
    return pace if pace in ("behind", "booked") else "undetermined" if unknown else "on_track"


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
