"""An agreement's promises, with their targets and counting rules, as lines."""

from medborgarloften.domain.promise import OCCASIONS, Agreement, Promise, Target
from medborgarloften.render import phrases
from medborgarloften.render.wording import Words


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
    """Return a target in words: how many of what, and what is counted only."""
    name = phrases.target_name(words, agreement, target)
    if target.of == OCCASIONS and target.at_least == 1 and target.name is None:
        name = phrases.kinds_name(words, agreement, target.kinds)
    text = words.say("promises.at_least", required=target.at_least, name=name)
    if target.window != promise.window:
        text = words.say("promises.window", target=text, period=words.span(target.window))
    filters = (
        [phrases.area_name(words, agreement, area) for area in sorted(target.areas)],
        [phrases.party_name(words, agreement, party) for party in sorted(target.parties)],
        [phrases.tag_name(words, agreement, tag) for tag in sorted(target.tags)],
    )
    for only in filter(None, filters):
        text = words.say("promises.filter", target=text, words=only)
    if target.together_with:
        kind = phrases.kind_name(words, agreement, target.together_with)
        text = words.say("promises.together", target=text, kind=kind)
    return text
