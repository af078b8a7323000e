"""What an agreement promises, before any counting: its promises, targets and counting rules, as lines."""

from collections.abc import Iterator
from datetime import date

from medborgarloften.domain.period import FIRST_YEAR
from medborgarloften.domain.promise import DISTINCT, OCCASIONS, Promise, Target
from medborgarloften.render.words import targets, units
from medborgarloften.render.words.voice import Voice
from medborgarloften.render.words.wording import Words


def promise_lines(voice: Voice, promise: Promise) -> tuple[str, list[str]]:
    """Return a promise's own words, and the lines that stand below them."""
    lines = [voice.say("promises.id", id=promise.id)]
    lines += [
        voice.say("promises.target", target=target_line(voice, promise, target)) for target in promise.targets
    ]
    if promise.counts:
        kinds = voice.both(voice.kind(kind, 0) for kind in promise.counts)
        lines.append(voice.say("promises.counts", kinds=kinds))
    if promise.rule:
        lines.append(voice.say("promises.rule", rule=promise.rule))
    if promise.window != voice.agreement.period:
        lines.append(voice.say("promises.holds", period=promise.window))
    if promise.parties:
        lines.append(voice.say("promises.parties", parties=voice.parties(promise.parties)))
    if promise.areas:
        lines.append(voice.say("promises.areas", areas=voice.areas(promise.areas)))
    tags = [tag for kind in promise.kinds for tag in voice.agreement.kinds[kind].tags]
    if tags:
        lines.append(voice.say("promises.tags", tags=voice.both(map(voice.tag, tags))))
    if promise.ended:
        facts = {"day": promise.ended.on, "decision": promise.ended.decision}
        lines.append(voice.say("status.ended_early", **facts))
    if promise.decision:
        lines.append(voice.say("promises.decision", decision=promise.decision))
    return voice.fact(promise.text), lines


def heading(voice: Voice) -> list[str]:
    """Return the agreement's title, period, source and contact."""
    title = f"{voice.fact(voice.agreement.municipality)} · {voice.fact(voice.agreement.title)}"
    beside = {"source": voice.agreement.source, "contact": voice.agreement.contact}
    lines = [voice.say(f"promises.{key}", **{key: text}) for key, text in beside.items() if text]
    draft = [voice.say("status.draft")] if voice.agreement.draft else []
    return [title, voice.span(voice.agreement.period), *draft, *lines]


def target_line(voice: Voice, promise: Promise, target: Target) -> str:
    """Return a target in words: how many of what, how often, and what is counted only."""
    text = _amount(voice, target)
    if target.window != promise.window:
        text = voice.say("promises.window", target=text, period=voice.span(target.window))
    if target.each_area:
        areas = voice.areas(target.each_area)
        text = voice.count("promises.each_area", len(target.each_area), target=text, areas=areas)
    text = _filtered(voice, target, text)
    if target.weekdays:
        days = voice.both(voice.weekdays(day) for day in sorted(target.weekdays))
        text = voice.say("promises.weekdays", target=text, days=days)
    if target.months:
        text = voice.say("promises.months", target=text, months=voice.both(_months(voice, target)))
    if target.exceptions:
        days = voice.both(voice.short_day(day) for day in sorted(target.exceptions))
        text = voice.say("promises.except", target=text, days=days)
    for key, least in target.minimum:
        text = voice.say("promises.minimum", target=text, least=voice.quantity(key, least))
    text = _decided(voice, target, _paced(voice, target, text))
    if target.together_with:
        text = voice.say("promises.together", target=text, kind=voice.kind(target.together_with))
    return voice.say("promises.if_needed", target=text) if target.if_needed else text


def _paced(voice: Voice, target: Target, text: str) -> str:
    """Return a target with when its number is due, if it is not due evenly."""
    if target.pace == "even":
        return text
    if target.pace == "end":
        return voice.say("promises.pace_end", target=text)
    steps = voice.both(voice.say("promises.pace_step", number=n, day=day) for day, n in target.pace)
    return voice.say("promises.pace_steps", target=text, steps=steps)


def _decided(voice: Voice, target: Target, text: str) -> str:
    """Return a target with the numbers that were decided later."""
    for revision in target.revised:
        facts = {"day": revision.first, "decision": revision.decision}
        number = targets.how_many(voice, target._replace(at_least=revision.at_least))
        text = voice.say("promises.revised", target=text, number=number, **facts)
    return text


def _amount(voice: Voice, target: Target) -> str:
    """Return how many of what: "minst 2 fotpatruller per vecka", "minst 30 olika helger med fotpatruller"."""
    if target.of in DISTINCT:
        kinds = voice.kinds(target.kinds, count=0)
        number = targets.how_many(voice, target)
        text = voice.say("promises.at_least_of", number=number, kinds=kinds)
    else:
        name = targets.target_name(voice, target)
        if target.of == OCCASIONS and target.at_least == 1 and target.name is None:
            name = voice.kinds(target.kinds)
        text = voice.say("promises.at_least", required=target.at_least, name=name)
    if target.per is None:
        return text
    return voice.say(f"promises.{target.judge}", target=text, often=units.how_often(voice, target.per))


def _filtered(voice: Voice, target: Target, text: str) -> str:
    """Return a target with what only counts for it: where, by whom, and of what mark."""
    for names in filter(None, _filters(voice, target)):
        text = voice.say("promises.filter", target=text, words=names)
    if target.not_areas:
        text = voice.say("promises.not_areas", target=text, areas=voice.areas(sorted(target.not_areas)))
    if target.all_parties:
        parties = voice.parties(sorted(target.all_parties))
        text = voice.say("promises.all_parties", target=text, parties=parties)
    return text


def _filters(voice: Voice, target: Target) -> Iterator[list[str]]:
    """Yield, for each filter, the words of which one must fit."""
    yield list(map(voice.area, sorted(target.areas)))
    yield list(map(voice.party, sorted(target.parties)))
    yield list(map(voice.tag, sorted(target.tags)))


def _months(words: Words, target: Target) -> list[str]:
    return [words.month_name(date(FIRST_YEAR, month, 1)) for month in sorted(target.months)]
