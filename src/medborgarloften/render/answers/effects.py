"""How targets stand after something was logged, and what of them is late, in a line each.

What counts is decided in `domain/judging/`; here it is only said.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from medborgarloften.domain.activity import Activity, Record
from medborgarloften.domain.judging.counting import activity, failed
from medborgarloften.domain.judging.promises import PromiseProgress
from medborgarloften.domain.judging.schedule import schedule
from medborgarloften.domain.judging.split import of_kind
from medborgarloften.domain.judging.standing import State, TargetProgress
from medborgarloften.domain.promise import OCCASIONS, Target
from medborgarloften.render.words import targets, units
from medborgarloften.render.words.voice import Voice
from medborgarloften.render.words.wording import Words

if TYPE_CHECKING:
    from medborgarloften.domain.alarm import Alarm


def effects(voice: Voice, promises: Iterable[PromiseProgress], record: Record) -> list[str]:
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
                    lines += _effect(voice, target, content)
                else:
                    apart.append(target)
        for kind in (kind for kind in content.kinds if kind in progress.promise.counts):
            part = of_kind(kind, progress.counted)
            count = voice.amount(part.amount, approx=part.approx)
            lines.append(voice.say("log.logged", kind=voice.kind(kind, part.amount), count=count))
    if not lines:
        lines = [line for target in apart for line in _effect(voice, target, content)]
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


def _effect(voice: Voice, progress: TargetProgress, content: Activity) -> list[str]:
    """Return how a target stands, in the areas and the bucket that the activity is about."""
    name = _name(voice, progress)
    why = _why_not(voice, progress, content)
    if why is not None:
        return [why, _target(voice, progress)]
    areas = [area for area in progress.areas if area.area in content.areas]
    if not areas:
        return [_target(voice, progress, content)]
    return [
        _step(voice, part, _head(voice, voice.in_area(name, area), part, content, voice.area(area)))
        for area, part in areas
    ]


def _why_not(voice: Voice, progress: TargetProgress, content: Activity) -> str | None:
    """Return why the activity does not count for the target; None where it does."""
    target, name = progress.target, _name(voice, progress)
    reason = next((misfit.reason for misfit in progress.misfits if misfit.tally.content == content), None)
    if reason is not None:
        if reason == "buckets":
            return voice.say("log.unplaced_sum", kind=name, any=targets.one_bucket(voice, target, "any"))
        return voice.say("log.unplaced", kind=name, why=targets.reason(voice, target, reason))
    if not schedule(target).within(content.day, content.last):
        return voice.say("log.uncounted", kind=name, why=voice.say("log.why.days"))
    lacking = failed(content, target)
    if lacking is None:
        return None
    facts: dict[str, object] = {}
    if lacking == "together_with" and target.together_with:
        facts["kind"] = voice.kind(target.together_with)
    if lacking == "all_parties":
        facts["parties"] = voice.parties(sorted(target.all_parties))
    if lacking == "minimum":
        facts["least"] = voice.both(voice.quantity(*least) for least in target.minimum)
    return voice.say("log.uncounted", kind=name, why=voice.say(f"log.why.{lacking}", **facts))


def _name(voice: Voice, progress: TargetProgress) -> str:
    target = progress.target
    if target.name is None and target.of == OCCASIONS:
        return voice.kinds(target.kinds)
    return targets.target_name(voice, target)


def _target(voice: Voice, progress: TargetProgress, content: Activity | None = None) -> str:
    """Return how a target stands; of buckets, the one that the activity lies in."""
    name = _name(voice, progress)
    return _step(voice, progress, _head(voice, name, progress, content))


def _step(words: Words, progress: TargetProgress, head: str) -> str:
    """Add what is to be done next, or the state where there is nothing."""
    day, pace = progress.next_by, _pace(progress)
    if day is None or pace == "undetermined":
        return words.say("log.state", head=head, state=targets.state(words, progress))
    return words.say(f"log.{_next(progress.target, pace)}", head=head, day=day)


def _figure(words: Words, name: str, progress: TargetProgress) -> str:
    """Return the name of a target, or of one of its areas, with its figure."""
    key = "log.target_over" if targets.is_over(progress) else "log.target"
    return words.say(key, kind=name, figure=targets.figure(words, progress))


def _head(
    voice: Voice,
    name: str,
    progress: TargetProgress,
    content: Activity | None,
    area: str | None = None,
) -> str:
    """Return the figure of a target, or of its part in `area`, after that of the activity's bucket."""
    buckets = targets.buckets_of(progress)
    if buckets is None or content is None:
        return _figure(voice, name, progress)
    for bucket in buckets.all:
        if bucket.period.start <= content.day and content.last < bucket.period.stop:
            when = units.name(voice, buckets.per, bucket.period, content.day.year)
            done = voice.amount(bucket.done, approx=bucket.approx)
            if progress.target.name is None and progress.target.of == OCCASIONS:
                kinds = voice.kinds(progress.target.kinds, bucket.done)
                done = voice.say("log.bucket_done", done=done, kind=kinds)
                where = voice.say("log.bucket_of", bucket=when, name=area) if area else when
            else:
                where = voice.say("log.bucket_of", bucket=when, name=name)
            key = "log.bucket_cut" if bucket.state == "cut" else "log.bucket"
            head = voice.say(key, bucket=where, done=done, required=progress.required)
            figure = targets.figure(voice, progress)
            return voice.say("log.so_far", head=head, figure=figure) if buckets.judged else head
    return _figure(voice, name, progress)


def _pace(progress: TargetProgress) -> State:
    """Return the state of what is to be done next: of a target with buckets, that of the running one."""
    if progress.buckets is None or progress.state == "not_started":
        return progress.state
    return progress.buckets.running.state if progress.buckets.running else "on_track"


def _next(target: Target, pace: State) -> str:
    """Return the key of what is to be done next."""
    if pace == "booked":
        return "booked"
    if target.is_whole or target.by_bucket:
        return "late" if pace == "behind" else "next"
    return "late_amount" if pace == "behind" else "complete"


def alarm_line(voice: Voice, alarm: "Alarm", year: int) -> str:
    """Return what somebody should look at: a target, or its part in one area, and what is to be done."""
    progress = alarm.progress
    name = targets.target_name(voice, progress.target)
    if alarm.area is not None:
        name = voice.in_area(name, alarm.area)
    elif not progress.buckets:
        name = _name(voice, progress)
    head, unmet = _figure(voice, name, progress), targets.unmet(voice, progress, year)
    if unmet and progress.next_by is None:
        return f"{head}, {unmet}"
    line = _step(voice, progress, f"{head}, {unmet}" if unmet else head)
    return f"{line}, {voice.say('status.unbooked')}" if "unbooked" in alarm.why else line
