"""An agreement's promises, with their targets and counting rules, as lines."""

from collections.abc import Iterator
from datetime import date

from medborgarloften.domain.period import FIRST_YEAR
from medborgarloften.domain.promise import DISTINCT, OCCASIONS, Agreement, Promise, Target
from medborgarloften.render.words import buckets, phrases, targets
from medborgarloften.render.words.wording import Words


def promise_lines(words: Words, agreement: Agreement, promise: Promise) -> tuple[str, list[str]]:
    """Return a promise's own words, and the lines that stand below them."""
    lines = [words.say("promises.id", id=promise.id)]
    lines += [
        words.say("promises.target", target=target_line(words, agreement, promise, target))
        for target in promise.targets
    ]
    if promise.counts:
        kinds = words.both(phrases.kind_name(words, agreement, kind, 0) for kind in promise.counts)
        lines.append(words.say("promises.counts", kinds=kinds))
    if promise.rule:
        lines.append(words.say("promises.rule", rule=promise.rule))
    if promise.window != agreement.period:
        lines.append(words.say("promises.holds", period=promise.window))
    if promise.parties:
        parties = words.both(phrases.party_name(words, agreement, party) for party in promise.parties)
        lines.append(words.say("promises.parties", parties=parties))
    if promise.areas:
        areas = words.both(phrases.area_name(words, agreement, area) for area in promise.areas)
        lines.append(words.say("promises.areas", areas=areas))
    tags = [tag for kind in promise.kinds for tag in agreement.kinds[kind].tags]
    if tags:
        shown = words.both(phrases.tag_name(words, agreement, tag) for tag in tags)
        lines.append(words.say("promises.tags", tags=shown))
    if promise.decision:
        lines.append(words.say("promises.decision", decision=promise.decision))
    return words.fact(promise.text), lines


def heading(words: Words, agreement: Agreement) -> list[str]:
    """Return the agreement's title, period, source and contact."""
    title = f"{words.fact(agreement.municipality)} · {words.fact(agreement.title)}"
    lines = [title, words.span(agreement.period)]
    for key in ("source", "contact"):
        text = getattr(agreement, key)
        if text:
            lines.append(words.say(f"promises.{key}", **{key: text}))
    return lines


def target_line(words: Words, agreement: Agreement, promise: Promise, target: Target) -> str:
    """Return a target in words: how many of what, how often, and what is counted only."""
    text = _amount(words, agreement, target)
    if target.window != promise.window:
        text = words.say("promises.window", target=text, period=words.span(target.window))
    areas = [phrases.area_name(words, agreement, area) for area in target.each_area]
    if areas:
        text = words.count("promises.each_area", len(areas), target=text, areas=words.both(areas))
    for only in filter(None, _filters(words, agreement, target)):
        text = words.say("promises.filter", target=text, words=only)
    if target.weekdays:
        days = words.both(words.weekdays(day) for day in sorted(target.weekdays))
        text = words.say("promises.weekdays", target=text, days=days)
    if target.months:
        text = words.say("promises.months", target=text, months=words.both(_months(words, target)))
    if target.exceptions:
        days = words.both(words.short_day(day) for day in sorted(target.exceptions))
        text = words.say("promises.except", target=text, days=days)
    for key, least in target.minimum:
        text = words.say(
            "promises.minimum", target=text, least=phrases.quantity(words, agreement, key, least)
        )
    if target.together_with:
        kind = phrases.kind_name(words, agreement, target.together_with)
        text = words.say("promises.together", target=text, kind=kind)
    return words.say("promises.if_needed", target=text) if target.if_needed else text


def _amount(words: Words, agreement: Agreement, target: Target) -> str:
    """Return how many of what: "minst 2 fotpatruller per vecka", "minst 30 olika helger med fotpatruller"."""
    if target.of in DISTINCT:
        kinds = phrases.kinds_name(words, agreement, target.kinds, count=0)
        number = targets.how_many(words, agreement, target)
        text = words.say("promises.at_least_of", number=number, kinds=kinds)
    else:
        name = targets.target_name(words, agreement, target)
        if target.of == OCCASIONS and target.at_least == 1 and target.name is None:
            name = phrases.kinds_name(words, agreement, target.kinds)
        text = words.say("promises.at_least", required=target.at_least, name=name)
    if target.per is None:
        return text
    return words.say(f"promises.{target.judge}", target=text, often=buckets.how_often(words, target.per))


def _filters(words: Words, agreement: Agreement, target: Target) -> Iterator[list[str]]:
    """Yield, for each filter, the words of which one must fit."""
    yield [phrases.area_name(words, agreement, area) for area in sorted(target.areas)]
    yield [phrases.party_name(words, agreement, party) for party in sorted(target.parties)]
    yield [phrases.tag_name(words, agreement, tag) for tag in sorted(target.tags)]


def _months(words: Words, target: Target) -> list[str]:
    return [words.month_name(date(FIRST_YEAR, month, 1)) for month in sorted(target.months)]
