"""Plain lines: what `log` answers, the alarm of `status --check`, and warnings about the log's files."""

from itertools import groupby
from typing import TYPE_CHECKING

from medborgarloften.domain.activity import Acceptance, Activity, Comment, Record
from medborgarloften.domain.history import Ledger
from medborgarloften.domain.ids import ending
from medborgarloften.domain.integrity.health import INCOMPLETE, LOSSES, Health, Sort, Trouble
from medborgarloften.domain.judging.counting import activity
from medborgarloften.domain.overview import Overview
from medborgarloften.domain.period import Period
from medborgarloften.domain.promise import Agreement, Promise
from medborgarloften.domain.report.double_counting import overlapping
from medborgarloften.errors import Finding
from medborgarloften.render.answers.effects import alarm_line
from medborgarloften.render.words import phrases
from medborgarloften.render.words.voice import Voice
from medborgarloften.render.words.wording import Words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from medborgarloften.domain.alarm import Alarm

MOST_LINES = 5
_UNREADABLE: tuple[Sort, ...] = ("damaged", "newer", "unfinished", "torn")
_UNCOUNTED: tuple[Sort, ...] = ("damaged", "newer")
_SORTS: tuple[Sort, ...] = ("damaged", "newer", "edited", "unfinished", "torn")


def stored(voice: Voice, record: Record, short_id: str) -> str:
    """Return the confirmation of a stored activity or plan."""
    key = "log.planned" if record.op == "plan" else "log.stored"
    return voice.say(key, what=voice.activity_line(activity(record)), id=short_id)


def commented(words: Words, promise: Promise, content: Comment, short_id: str) -> str:
    """Return the confirmation of a comment."""
    verdict = words.say(f"status.verdict.{content.verdict}") if content.verdict else None
    key = "log.judged" if verdict else "log.commented"
    return words.say(key, number=promise.number, day=content.day, verdict=verdict, id=short_id)


def about_comment(
    words: Words, promise: Promise, content: Comment, before: Comment | None, *, ahead: bool
) -> list[str]:
    """Return what a person may not have meant: a verdict that changes no state, or one that ends.

    `ahead` says that the promise's agreement has not begun.
    """
    notices = [words.say("log.comment_ahead", day=content.day)] if ahead else []
    needed = any(target.if_needed for target in promise.targets)
    if content.verdict == "no_need" and promise.targets and not needed:
        notices.append(words.say("log.no_need_alone"))
    if content.verdict is None and before is not None and before.day <= content.day:
        verdict = words.say(f"status.verdict.{before.verdict}")
        notices.append(words.say("log.verdict_over", day=before.day, verdict=verdict))
    return notices


def created(words: Words, folder: str, agreement: Agreement, content: Activity) -> list[str]:
    """Return where the first record's workspace is, whose agreement it has, and how to have another one."""
    covered = agreement.period.holds(content.day)
    return [
        words.say("log.created", folder=folder),
        words.say("log.created_with" if covered else "log.created_uncovered", day=content.day),
        words.say("log.created_other"),
    ]


def fulfilled(voice: Voice, ledger: Ledger, record: Record) -> list[str]:
    """Return the line that says which plan a stored activity fulfils, if any."""
    plan = ledger.plans.get(activity(record).plan or "")
    if plan is None:
        return []
    return [voice.say("log.fulfils", what=voice.activity_line(activity(plan)))]


def overlaps(voice: Voice, ledger: Ledger, record: Record) -> list[str]:
    """Return the notices that a figure of several days and other records may count the same twice.

    Single days within the figure are added up; each figure that overlaps is named with its own days.
    """
    others = overlapping(ledger, record)
    single = [activity(other) for other in others if not activity(other).several_days]
    lines = [_within(voice, ledger, record, single)] if single else []
    for other in others:
        if activity(other).several_days:
            what = voice.activity_line(activity(other))
            lines.append(voice.say("log.overlap_figure", what=what, id=ending(other.id, ledger.ids)))
    if len(lines) > MOST_LINES:
        lines[MOST_LINES:] = [voice.say("log.more", count=len(lines) - MOST_LINES)]
    return lines


def _within(voice: Voice, ledger: Ledger, record: Record, single: list[Activity]) -> str:
    """Return what single days have within a figure, and the count to give if the figure includes them."""
    figure, count = activity(record), sum(content.occasions for content in single)
    common = {kind for content in single for kind in content.kinds}
    kinds = tuple(kind for kind in figure.kinds if kind in common)
    others = voice.amount(count, approx=any(content.approx for content in single))
    facts = {
        "others": f"{others} {voice.kinds(kinds, count)}",
        "span": voice.span(Period.of(figure.day, figure.last)),
    }
    if count >= figure.occasions:
        return voice.say("log.overlap_all", **facts)
    facts |= {"rest": str(figure.occasions - count), "id": ending(record.id, ledger.ids)}
    return voice.say("log.overlap", **facts, count=figure.occasions)


def warnings(words: Words, health: Health, ledger: Ledger) -> list[str]:
    """Return what is wrong with the log's files: one line with counts, then the first places."""
    lines = losses(words, health)
    counts = [words.count(f"log.sort.{sort}", health.count(sort)) for sort in _SORTS if health.count(sort)]
    if health.conflicts:
        counts.append(words.count("log.sort.conflicts", len(health.conflicts)))
    if counts:
        lines.append(words.say("log.lines", what=words.both(counts)))
    if health.of(*_UNREADABLE):
        lines[-1] += " " + words.say("log.lines_left")
    places = [_damage(words, trouble) for trouble in health.of(*_SORTS)]
    places += [words.say("log.conflict", id=ending(key, ledger.ids)) for key in health.conflicts]
    lines += places[:MOST_LINES]
    more = sum(trouble.lines for trouble in health.of(*_SORTS)) + len(health.conflicts) - MOST_LINES
    if more > 0:
        lines.append(words.say("log.more", count=more))
    return lines


def doubts(words: Words, health: Health) -> list[Finding]:
    """Return why the log's figures may be wrong: a finding for each sort of trouble there is."""
    counts = {sort: health.count(sort) for sort in _UNCOUNTED} | {"conflicts": len(health.conflicts)}
    return [
        Finding(f"health.{sort}", {"what": words.count(f"log.sort.{sort}", count)})
        for sort, count in counts.items()
        if count
    ]


def heading(words: Words, view: Overview, folder: str | None) -> list[str]:
    """Return the lines under the title: the day, and the workspace; no folder is the shipped example."""
    key = "status.ended" if view.ended else "status.day"
    day = words.say(key, day=view.days.as_of, period=words.span(view.agreement.period))
    lines = [day, words.say("status.draft")] if view.agreement.draft else [day]
    lines += [words.say("status.known", day=view.known)] if view.known else []
    if not folder:
        return [words.say("status.example"), *lines]
    return [*lines, words.say("status.workspace", folder=folder)]


def lost(words: Words, view: Overview) -> list[str]:
    """Return the words of records that the agreement does not have."""
    return [words.count(f"status.lost.{lost.sort}", lost.records, word=lost.word) for lost in view.lost]


def alarm(words: Words, view: Overview, alarms: "Iterable[Alarm]") -> list[str]:
    """Return what somebody should look at in an agreement, for a message; nothing if there is nothing."""
    lines, voice, year = list[str](), Voice(words, view.agreement), view.days.as_of.year
    for _, group in groupby(alarms, key=lambda alarm: alarm.promise.promise.number):
        several = list(group)
        progress = several[0].promise
        figures = "; ".join(alarm_line(voice, alarm, year) for alarm in several)
        facts = {"symbol": phrases.SYMBOLS[progress.state], "number": progress.promise.number}
        lines.append(words.say("status.check", figures=figures, **facts))
    if not lines:
        return []
    facts = {"municipality": view.agreement.municipality, "day": view.days.as_of}
    return [words.count("status.check_head", len(lines), **facts), *lines]


def kept(words: Words, path: str, before: int | None, now: int) -> str:
    """Return the notice that a report was kept; `before` and `now` are the log's records then and now."""
    more = now - before if before is not None else 0
    difference = words.count("report.kept.more", more) if more > 0 else words.say("report.kept.other")
    return words.say("report.kept", path=words.name(path), difference=difference)


def losses(words: Words, health: Health) -> list[str]:
    """Return a line for each file that vanished, lost records or cannot be read."""
    lost = health.of(*LOSSES)
    from medborgarloften.render.words import errors

    lines = [errors.problem(words, Finding(trouble.reason, trouble.facts)) for trouble in lost[:MOST_LINES]]
    return lines + [words.say("log.more_files", count=len(lost) - MOST_LINES)] * (len(lost) > MOST_LINES)


def missing(words: Words, health: Health) -> str:
    """Return how many files are known to lack records; nothing where none is."""
    counts = [(sort, health.count(sort)) for sort in INCOMPLETE]
    return words.both(words.count(f"log.sort.{sort}", count) for sort, count in counts if count)


def loss(words: Words, content: Acceptance, file: str = "") -> str:
    """Return what was accepted, after the name of its file where that is given."""
    gone = content.had.records - (content.has.records if content.has else 0)
    parts = []
    if content.has is None:
        parts.append(words.count("log.loss.gone", gone))
    elif content.has != content.had:
        parts.append(words.count("log.loss.records", gone) if gone > 0 else words.say("log.loss.replaced"))
    if content.damaged:
        parts.append(words.count("log.loss.lines", len(content.damaged)))
    if content.torn:
        parts.append(words.say("log.loss.torn"))
    if content.edited:
        parts.append(words.count("log.loss.edited", len(content.edited)))
    return ", ".join([*([words.fact(file)] if file else []), words.both(parts)])


def _damage(words: Words, trouble: Trouble) -> str:
    reason = words.say(trouble.reason, field=trouble.field)
    return words.say("log.line", file=words.name(trouble.file), line=str(trouble.line), reason=reason)
