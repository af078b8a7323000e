"""Targets in words: what was promised, the figure that tells most, what was not kept, and what is next."""

from collections import Counter
from datetime import date, timedelta
from typing import Literal

from medborgarloften.domain.judging.counting import Reason
from medborgarloften.domain.judging.promises import PromiseProgress
from medborgarloften.domain.judging.split import Split
from medborgarloften.domain.judging.standing import Buckets, TargetProgress
from medborgarloften.domain.judging.target import total
from medborgarloften.domain.overview import Overview
from medborgarloften.domain.promise import AREAS, DISTINCT, OCCASIONS, WEEKENDS, Promise, Target
from medborgarloften.render.words import units
from medborgarloften.render.words.voice import Voice
from medborgarloften.render.words.wording import Words, one_line

SOON = timedelta(days=30)  # how near a day must be for what is missing to be called not booked


def target_name(voice: Voice, target: Target) -> str:
    """Return a target's label: its own, else its kinds or its quantity."""
    if target.name is not None:
        return one_line(target.name.in_(voice.language))
    kinds = voice.kinds(target.kinds, count=0)
    if target.of == OCCASIONS:
        return kinds
    if target.is_whole:
        return voice.say(f"label.{target.of}", kinds=kinds)
    return f"{voice.quantity_name(target.of)} ({kinds})"


def how_many(voice: Voice, target: Target) -> str:
    """Return what must be reached: "2", "10 olika områden", "900 timmar"."""
    if target.of in DISTINCT:
        return voice.count(f"goal.{target.of}", target.at_least)
    if target.of != OCCASIONS:
        return voice.quantity(target.of, target.at_least)
    return voice.number(target.at_least)


def beside(voice: Voice, progress: PromiseProgress, parts: Split) -> list[str]:
    """Return what is counted beside the targets of a promise, as "3 medborgardialoger"; none without."""
    return voice.split(Split(parts.kinds), of=progress.promise.counts) if progress.targets else []


def measured(voice: Voice, progress: PromiseProgress, parts: Split) -> list[str]:
    """Return what was measured beside the targets of a promise, as "7 ertappade"."""
    judged = {target.target.of for target in progress.targets}
    return voice.split(Split(quantities=tuple(p for p in parts.quantities if p.id not in judged)))


def decisions(voice: Voice, promise: Promise) -> list[str]:
    """Return what was decided along the way: that the promise ended early, and each change of a number."""
    lines = list[str]()
    if promise.ended:
        facts = {"day": promise.ended.on, "decision": promise.ended.decision}
        lines.append(voice.say("status.ended_early", **facts))
    for target in promise.targets:
        before = target
        for revision in target.revised:
            facts = {"day": revision.first, "decision": revision.decision}
            after = target._replace(at_least=revision.at_least)
            numbers = {"before": how_many(voice, before), "number": how_many(voice, after)}
            lines.append(voice.say("status.revised", **numbers, **facts))
            before = after
    return lines


def goal(voice: Voice, target: Target) -> str | None:
    """Return what was promised of each bucket: "minst 2 per vecka"; None without `per`."""
    if target.per is None:
        return None
    number, often = how_many(voice, target), units.how_often(voice, target.per)
    return voice.say(f"goal.{target.judge}", number=number, often=often)


def target_label(voice: Voice, promise: Promise, target: Target) -> str:
    """Return a target's name, with what was promised where its promise has another of that name."""
    name = target_name(voice, target)
    names = [target_name(voice, other) for other in promise.targets]
    if names.count(name) == 1:
        return name
    number = how_many(voice, target)
    return voice.say("goal.of", name=name, goal=goal(voice, target) or voice.say("goal.whole", number=number))


def buckets_of(progress: TargetProgress) -> Buckets | None:
    """Return the buckets that are to be shown; none where there was no need to keep them."""
    return None if progress.state == "no_need" else progress.buckets


def figure(words: Words, progress: TargetProgress) -> str:
    """Return the figure that tells most: "2 av 4", "38 av 40 veckor", or the sum where areas have buckets."""
    if (buckets := buckets_of(progress)) is not None:
        return buckets_figure(words, buckets)
    done = words.amount(progress.done, approx=is_about(progress))
    if progress.target.by_bucket and progress.state != "no_need":
        return words.say("status.in_all", number=done)
    key = "status.over" if is_over(progress) else "status.of"
    return words.count(key, progress.required, done=done, required=progress.required)


def is_about(progress: TargetProgress) -> bool:
    """Tell whether a figure is approximate: also what was missed, if what may have been done is."""
    return progress.approx or (progress.state == "missed" and progress.could_approx)


def state(words: Words, progress: TargetProgress | PromiseProgress) -> str:
    """Return a state in words; what was met only if about is exact is said to be so."""
    about = progress.state == "met" and progress.met_exactly is False
    return words.say("state.met_about" if about else f"state.{progress.state}")


def could(words: Words, progress: TargetProgress) -> str | None:
    """Return what may have been done in all, where that cannot be told; None else."""
    if progress.state != "undetermined" or not progress.could:
        return None
    if progress.target.by_bucket:
        return None
    number = words.amount(total([progress.done, progress.could]), approx=progress.could_approx)
    return words.say("status.could", number=number)


def is_over(progress: TargetProgress) -> bool:
    """Tell whether more was done than was promised of the whole time."""
    return not progress.target.by_bucket and progress.done > progress.required


def buckets_figure(words: Words, buckets: Buckets) -> str:
    """Return how many of the judged buckets were kept, "38 av 40 veckor", and of how many it is not known."""
    if not buckets.judged:
        return units.one(words, buckets.per, "not_yet")
    plural = units.plural(words, buckets.per, buckets.judged)
    figure = words.say("status.buckets", met=buckets.met, judged=buckets.judged, units=plural)
    if not buckets.unknown:
        return figure
    return words.say("status.with_unknown", count=len(buckets.unknown), figure=figure)


def unmet(words: Words, progress: TargetProgress, year: int) -> str | None:
    """Return the buckets that were not kept, or may not have been, in a line; None where there are none."""
    buckets = buckets_of(progress)
    if buckets is None:
        return None
    parts = [
        words.say(f"status.{state}", names=units.names(words, buckets.per, periods, year))
        for state, periods in buckets.doubtful
    ]
    return ", ".join([*parts, *unfillable(words, buckets)]) or None


def unfillable(words: Words, buckets: Buckets) -> list[str]:
    """Return that the buckets that are not known cannot all have been met, if it is so."""
    if not buckets.unfillable:
        return []
    count = len(buckets.unknown)
    return [words.say("status.unfillable", count=count, units=units.plural(words, buckets.per, count))]


def average(words: Words, progress: TargetProgress) -> str | None:
    """Return what was done on average so far: "hittills 2,43 per vecka"; None before a whole bucket.

    None also where different areas or weekends are counted: those of the whole time are no sum of buckets.
    """
    target, ratio = progress.target, progress.average
    if ratio is None or target.per is None or target.of in (AREAS, WEEKENDS):
        return None
    less_than_one_bucket = ratio > progress.done
    if progress.could:  # it would be a ratio of what is certain alone
        return None
    if less_than_one_bucket or (progress.buckets is not None and not progress.buckets.judged):
        return None
    number = words.amount(ratio, approx=progress.approx)
    return words.say("status.average", number=number, often=units.how_often(words, target.per))


def unplaced(words: Words, progress: TargetProgress) -> str | None:
    """Return how many occasions could not be counted, and why; None where there are none."""
    occasions = Counter[Reason]()
    for misfit in progress.misfits:
        occasions[misfit.reason] += misfit.tally.occasions
    certain = one_bucket(words, progress.target, "certain")
    texts = (
        words.say(f"status.unplaced.{why}", number=number, certain=certain)
        for why, number in occasions.items()
    )
    return ", ".join(texts) or None


def one_bucket(words: Words, target: Target, form: Literal["any", "certain"]) -> str | None:
    """Return one bucket of a target in words: "i någon vecka", "i en viss vecka"; None without `per`."""
    return units.one(words, target.per, form) if target.per else None


def reason(words: Words, target: Target, why: Reason) -> str:
    """Return why a figure is not assigned: "gäller flera veckor"."""
    plural = units.plural(words, target.per, 2) if target.per else None
    return words.say(f"unplaced.{why}", units=plural)


def pace(words: Words, progress: TargetProgress, view: Overview) -> str | None:
    """Return what to do next and by when, in words; None when there is nothing left to do."""
    day = progress.next_by
    if day is None:
        return None
    by = words.short_day(day, view.days.as_of.year)
    if progress.state == "booked":
        return words.say("status.all_booked", day=by)
    if day <= view.days.judged_by:
        return words.say("status.late", day=by)
    is_amount = not progress.target.is_whole and not progress.target.by_bucket
    text = words.say("status.complete_by" if is_amount else "status.next", day=by)
    booking = _booking(progress, day, view)
    return f"{text}, {words.say(f'status.{booking}')}" if booking else text


def _booking(progress: TargetProgress, day: date, view: Overview) -> str | None:
    """Return whether what is next is booked, where it should be, or where it is a whole bucket."""
    if progress.unbooked:
        return "unbooked"
    if progress.buckets is None or day - view.days.as_of >= SOON:
        return None
    bucket = next(bucket for bucket in progress.buckets.all if bucket.period.holds(day))
    return "is_booked" if bucket.done + bucket.booked >= bucket.required else None
