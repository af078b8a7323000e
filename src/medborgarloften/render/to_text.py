"""Plain lines: what `log` answers, and the warnings about the log's files."""

from collections.abc import Iterable

from medborgarloften.domain.activity import Activity, Comment, Ledger, Record
from medborgarloften.domain.counting import activity
from medborgarloften.domain.health import Health, Sort, Trouble
from medborgarloften.domain.overview import Overview, overlapping
from medborgarloften.domain.period import Period
from medborgarloften.domain.progress import PromiseProgress
from medborgarloften.domain.promise import OCCASIONS, Agreement, Promise
from medborgarloften.domain.standing import TargetProgress
from medborgarloften.render import buckets, phrases
from medborgarloften.render.wording import Words

MOST_LINES = 5
_SORTS: tuple[Sort, ...] = ("damaged", "newer", "edited", "torn")


def stored(words: Words, agreement: Agreement, record: Record, shown_id: str) -> str:
    """Return the confirmation of a stored record."""
    what = phrases.activity_line(words, agreement, activity(record))
    return words.say("log.stored", what=what, id=shown_id)


def booked(words: Words, agreement: Agreement, record: Record, shown_id: str) -> str:
    """Return the confirmation of a plan."""
    what = phrases.activity_line(words, agreement, activity(record))
    return words.say("log.planned", what=what, id=shown_id)


def commented(words: Words, promise: Promise, content: Comment, shown_id: str) -> str:
    """Return the confirmation of a comment."""
    verdict = words.say(f"status.verdict.{content.verdict}") if content.verdict else None
    key = "log.judged" if verdict else "log.commented"
    return words.say(key, number=promise.number, day=content.day, verdict=verdict, id=shown_id)


def fulfilled(words: Words, agreement: Agreement, ledger: Ledger, record: Record) -> list[str]:
    """Return the line that says which plan a stored activity fulfils, if any."""
    plan = ledger.plans.get(activity(record).plan or "")
    if plan is None:
        return []
    return [words.say("log.fulfils", what=phrases.activity_line(words, agreement, activity(plan)))]


def effects(
    words: Words, agreement: Agreement, promises: Iterable[PromiseProgress], record: Record
) -> list[str]:
    """Return how the promises that the record is about stand now, a line for each figure."""
    content = activity(record)
    kinds = set(content.kinds)
    lines = []
    for progress in promises:
        if progress.targets:
            hit = [target for target in progress.targets if kinds & set(target.target.kinds)]
            lines += [line for target in hit for line in _effect(words, agreement, target, content)]
        elif kinds & set(progress.promise.counts):
            name = phrases.kinds_name(words, agreement, progress.promise.counts, count=progress.logged)
            count = phrases.amount(words, progress.logged, approx=progress.approx)
            lines.append(words.say("log.logged", kind=name, count=count))
    return lines


def _effect(words: Words, agreement: Agreement, progress: TargetProgress, content: Activity) -> list[str]:
    """Return how a target stands, in the areas and the bucket that the activity is about."""
    name = _name(words, agreement, progress)
    why = next((entry.reason for entry in progress.misfits if entry.tally.content == content), None)
    if why is not None:
        reason = phrases.reason(words, progress.target, why)
        return [words.say("log.unplaced", kind=name, why=reason), _target(words, name, progress)]
    areas = [area for area in progress.areas if area.area in content.areas]
    if not areas:
        return [_target(words, name, progress, content)]
    return [
        _target(words, f"{name}, {phrases.area_name(words, agreement, area.area)}", area.progress, content)
        for area in areas
    ]


def _name(words: Words, agreement: Agreement, progress: TargetProgress) -> str:
    target = progress.target
    if target.name is None and target.of == OCCASIONS:
        return phrases.kinds_name(words, agreement, target.kinds)
    return phrases.target_name(words, agreement, target)


def _target(words: Words, name: str, progress: TargetProgress, content: Activity | None = None) -> str:
    head = _head(words, name, progress, content)
    day = progress.next_open if progress.target.by_bucket else progress.next_by
    if day is None:
        return words.say("log.state", head=head, state=words.say(f"state.{progress.state}"))
    return words.say(f"log.{_step(progress)}", head=head, day=day)


def _head(words: Words, name: str, progress: TargetProgress, content: Activity | None) -> str:
    """Return the figure of the bucket that the activity lies in, else that of the target."""
    own = progress.buckets
    if own is not None and content is not None:
        for bucket in own.all:
            if bucket.period.start <= content.day and content.last < bucket.period.stop:
                shown = buckets.name(words, own.per, bucket.period, content.day.year)
                done = phrases.amount(words, bucket.done, approx=False)
                facts = {"kind": name, "done": done, "required": progress.required}
                return words.say("log.bucket", bucket=shown, **facts)
    return words.say("log.target", kind=name, figure=phrases.figure(words, progress))


def _step(progress: TargetProgress) -> str:
    """Return the key of what is to be done next."""
    late = progress.state == "behind"
    if late and progress.missing == 0:
        return "booked"
    if progress.target.by_bucket:
        return "behind" if late else "next"
    if progress.target.is_whole:
        return "late" if late else "next"
    return "late_amount" if late else "complete"


def overlap(words: Words, agreement: Agreement, ledger: Ledger, record: Record) -> str | None:
    """Return the notice that a figure of several days and other records may count the same twice."""
    others = overlapping(ledger, record)
    if not others:
        return None
    own = activity(record)
    single = sum(activity(other).occasions for other in others)
    span = words.span(Period.of(own.day, own.last))
    if own.until is None:
        whole = activity(others[0])
        span = words.span(Period.of(whole.day, whole.last))
    shown = f"{words.number(single)} {phrases.kinds_name(words, agreement, own.kinds, count=single)}"
    if own.until is None or single >= own.occasions:
        return words.say("log.overlap_all", others=shown, span=span)
    return words.say("log.overlap", others=shown, span=span, count=own.occasions, rest=own.occasions - single)


def warnings(words: Words, health: Health) -> list[str]:
    """Return what is wrong with the log's files: one line with counts, then the first places."""
    lines = losses(words, health)
    counts = [counted(words, f"log.sort.{sort}", health.count(sort)) for sort in _SORTS if health.count(sort)]
    if health.conflicts:
        counts.append(counted(words, "log.sort.conflicts", len(health.conflicts)))
    if counts:
        lines.append(words.say("log.lines", what=words.both(counts)))
    places = [_place(words, trouble) for trouble in health.of(*_SORTS)]
    places += [words.say("log.conflict", id=key) for key in health.conflicts]
    lines += places[:MOST_LINES]
    if len(places) > MOST_LINES:
        lines.append(words.say("log.more", count=len(places) - MOST_LINES))
    return lines


def heading(words: Words, view: Overview, folder: str | None) -> list[str]:
    """Return the lines under the title: the day, and the workspace; no folder is the shipped example."""
    key = "status.ended" if view.ended else "status.day"
    day = words.say(key, day=view.days.as_of, period=words.span(view.agreement.period))
    place = words.say("status.workspace", folder=folder) if folder else words.say("status.example")
    return [day, place] if folder else [place, day]


def alarm(words: Words, view: Overview) -> list[str]:
    """Return what is behind or missed, for a message that somebody gets; nothing if all is well."""
    behind = [progress for progress in view.promises if progress.state in ("behind", "missed")]
    if not behind:
        return []
    facts = {"municipality": view.agreement.municipality, "day": view.days.as_of, "count": len(behind)}
    lines = [words.say("status.check_head.one" if len(behind) == 1 else "status.check_head", **facts)]
    for progress in behind:
        late = [target for target in progress.targets if target.state in ("behind", "missed")]
        figures = words.both(_target(words, _name(words, view.agreement, target), target) for target in late)
        symbol = phrases.SYMBOLS[progress.state]
        lines.append(
            words.say("status.check", symbol=symbol, number=progress.promise.number, figures=figures)
        )
    return [*lines, words.say("status.check_more")]


def kept(words: Words, path: str, before: int | None, now: int) -> str:
    """Return the notice that a report was kept; `before` and `now` are the log's records then and now."""
    more = now - before if before is not None else 0
    difference = counted(words, "report.kept.more", more) if more > 0 else words.say("report.kept.other")
    return words.say("report.kept", path=path, difference=difference)


def losses(words: Words, health: Health) -> list[str]:
    """Return a line for each file that vanished or lost records."""
    return [words.say(trouble.reason, file=trouble.file) for trouble in health.of("vanished", "shrunk")]


def counted(words: Words, key: str, count: int) -> str:
    """Return a sentence in its form for one or for several."""
    for form, number in (("none", 0), ("one", 1)):
        if count == number and words.says(f"{key}.{form}"):
            return words.say(f"{key}.{form}", count=count)
    return words.say(key, count=count)


def _place(words: Words, trouble: Trouble) -> str:
    reason = words.say(trouble.reason, field=trouble.field)
    return words.say("log.line", file=trouble.file, line=str(trouble.line), reason=reason)
