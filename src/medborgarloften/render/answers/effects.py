"""How targets stand after something was logged, and what of them is late, in a line each."""

from collections.abc import Iterable, Iterator

from medborgarloften.domain.activity import Activity, Record
from medborgarloften.domain.judging.counting import activity, failed
from medborgarloften.domain.judging.promises import PromiseProgress
from medborgarloften.domain.judging.schedule import schedule
from medborgarloften.domain.judging.standing import TargetProgress
from medborgarloften.domain.overview import Overview
from medborgarloften.domain.promise import OCCASIONS, Agreement, Target
from medborgarloften.render.words import buckets, phrases, targets
from medborgarloften.render.words.wording import Words


def effects(
    words: Words, agreement: Agreement, promises: Iterable[PromiseProgress], record: Record
) -> list[str]:
    """Return how the promises that the record is about stand now, a line for each figure.

    A target for which it does not count is told of where a word may have been forgotten, or where the
    record counts for nothing else.
    """
    content = activity(record)
    lines, apart = list[str](), list[TargetProgress]()
    for progress in promises:
        for target in progress.targets:
            if not set(content.kinds).isdisjoint(target.target.kinds):
                if _concerns(content, target.target):
                    lines += _effect(words, agreement, target, content)
                else:
                    apart.append(target)
        if not set(content.kinds).isdisjoint(progress.promise.counts):
            name = phrases.kinds_name(words, agreement, progress.promise.counts, count=progress.logged)
            count = phrases.amount(words, progress.logged, approx=progress.approx)
            lines.append(words.say("log.logged", kind=name, count=count))
    if not lines:
        lines = [line for target in apart for line in _effect(words, agreement, target, content)]
    return list(dict.fromkeys(lines))


def _concerns(content: Activity, target: Target) -> bool:
    """Say whether an activity of the right kind counts for a target, or would with a word that is missing."""
    if not schedule(target).within(content.day, content.last):
        return False
    lacking = failed(content, target)
    if lacking == "minimum":
        return any(key not in dict(content.quantities) for key, _ in target.minimum)
    named = {"areas": content.areas, "parties": content.parties, "tags": content.tags}
    return lacking is None or named.get(lacking, ("other",)) == ()


def _effect(words: Words, agreement: Agreement, progress: TargetProgress, content: Activity) -> list[str]:
    """Return how a target stands, in the areas and the bucket that the activity is about."""
    name = _name(words, agreement, progress)
    why = _why_not(words, agreement, progress, content)
    if why is not None:
        return [why, _target(words, agreement, progress)]
    areas = [area for area in progress.areas if area.area in content.areas]
    if not areas:
        return [_target(words, agreement, progress, content)]
    lines = []
    for area in areas:
        place = phrases.area_name(words, agreement, area.area)
        shown = words.say("label.area", name=name, area=place)
        lines.append(
            _step(words, area.progress, _head(words, agreement, shown, area.progress, content, place))
        )
    return lines


def _why_not(words: Words, agreement: Agreement, progress: TargetProgress, content: Activity) -> str | None:
    """Return why the activity does not count for the target; None where it does."""
    target, name = progress.target, _name(words, agreement, progress)
    reason = next((entry.reason for entry in progress.misfits if entry.tally.content == content), None)
    if reason is not None:
        if reason == "buckets":
            return words.say("log.unplaced_sum", kind=name, any=targets.one_bucket(words, target, "any"))
        return words.say("log.unplaced", kind=name, why=targets.reason(words, target, reason))
    if not schedule(target).within(content.day, content.last):
        return words.say("log.uncounted", kind=name, why=words.say("log.why.days"))
    lacking = failed(content, target)
    if lacking is None:
        return None
    facts: dict[str, object] = {}
    if lacking == "together_with" and target.together_with:
        facts["kind"] = phrases.kind_name(words, agreement, target.together_with)
    if lacking == "minimum":
        facts["least"] = words.both(phrases.quantity(words, agreement, *least) for least in target.minimum)
    return words.say("log.uncounted", kind=name, why=words.say(f"log.why.{lacking}", **facts))


def _name(words: Words, agreement: Agreement, progress: TargetProgress) -> str:
    target = progress.target
    if target.name is None and target.of == OCCASIONS:
        return phrases.kinds_name(words, agreement, target.kinds)
    return targets.target_name(words, agreement, target)


def _target(
    words: Words, agreement: Agreement, progress: TargetProgress, content: Activity | None = None
) -> str:
    """Return how a target stands; of buckets, the one that the activity lies in."""
    name = _name(words, agreement, progress)
    return _step(words, progress, _head(words, agreement, name, progress, content))


def _step(words: Words, progress: TargetProgress, head: str) -> str:
    """Add what is to be done next, or the state where there is nothing."""
    day = progress.next_open if progress.target.by_bucket else progress.next_by
    if day is None:
        return words.say("log.state", head=head, state=words.say(f"state.{progress.state}"))
    return words.say(f"log.{_next(progress)}", head=head, day=day)


def _figure(words: Words, name: str, progress: TargetProgress) -> str:
    """Return the name of a target, or of one of its areas, with its figure."""
    key = "log.target_over" if targets.is_over(progress) else "log.target"
    return words.say(key, kind=name, figure=targets.figure(words, progress))


def _head(
    words: Words,
    agreement: Agreement,
    name: str,
    progress: TargetProgress,
    content: Activity | None,
    place: str | None = None,
) -> str:
    """Return the figure of a target, or of its area `place`, after that of the activity's bucket."""
    own = targets.buckets_of(progress)
    if own is None or content is None:
        return _figure(words, name, progress)
    for bucket in own.all:
        if bucket.period.start <= content.day and content.last < bucket.period.stop:
            shown = buckets.name(words, own.per, bucket.period, content.day.year)
            done = phrases.amount(words, bucket.done, approx=bucket.approx)
            if progress.target.name is None and progress.target.of == OCCASIONS:
                kinds = phrases.kinds_name(words, agreement, progress.target.kinds, bucket.done)
                done = words.say("log.bucket_done", done=done, kind=kinds)
                where = words.say("log.bucket_of", bucket=shown, name=place) if place else shown
            else:
                where = words.say("log.bucket_of", bucket=shown, name=name)
            key = "log.bucket_cut" if bucket.state == "cut" else "log.bucket"
            head = words.say(key, bucket=where, done=done, required=progress.required)
            figure = targets.figure(words, progress)
            return words.say("log.so_far", head=head, figure=figure) if own.judged else head
    return _figure(words, name, progress)


def _next(progress: TargetProgress) -> str:
    """Return the key of what is to be done next."""
    late = progress.state == "behind"
    if late and progress.missing == 0:
        return "booked"
    if progress.target.by_bucket:
        return "next"
    if progress.target.is_whole:
        return "late" if late else "next"
    return "late_amount" if late else "complete"


def late(words: Words, view: Overview, progress: PromiseProgress) -> Iterator[str]:
    """Yield what is behind or missed of a promise: each target, or those of its areas that are."""
    agreement = view.agreement
    for target in progress.targets:
        name = targets.target_name(words, agreement, target.target)
        if target.state in ("behind", "missed") and not target.areas:
            yield _late(words, view, name if target.buckets else _name(words, agreement, target), target)
        for area in target.areas:
            if area.progress.state in ("behind", "missed"):
                place = phrases.area_name(words, agreement, area.area)
                yield _late(words, view, words.say("label.area", name=name, area=place), area.progress)


def _late(words: Words, view: Overview, name: str, progress: TargetProgress) -> str:
    head = _figure(words, name, progress)
    unmet = targets.unmet(words, progress, view.days.as_of.year)
    if unmet and progress.next_open is None:
        return f"{head}, {unmet}"
    return _step(words, progress, f"{head}, {unmet}" if unmet else head)
