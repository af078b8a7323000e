"""Parts of sentences that several renderings share: records, comments, verdicts and the symbols of states."""

from medborgarloften.domain.activity import Acceptance, Activity, Comment, Record
from medborgarloften.domain.history import Ledger
from medborgarloften.domain.judging.promises import PromiseProgress
from medborgarloften.domain.judging.standing import State
from medborgarloften.render.words.voice import Voice
from medborgarloften.render.words.wording import Words, one_line

SYMBOLS: dict[State, str] = {
    "met": "✓",
    "on_track": "●",
    "behind": "▲",
    "booked": "▷",
    "broken": "◐",
    "undetermined": "?",
    "withdrawn": "■",
    "missed": "✗",
    "not_started": "○",
    "ongoing": "◆",
    "nothing_logged": "○",
    "no_need": "–",
}


def record_line(voice: Voice, ledger: Ledger, record: Record, *, with_texts: bool = False) -> str:
    """Return any record in one line; a correction by what it corrects, a comment with its words if wanted."""
    content = record.content
    if isinstance(content, Comment):
        return _comment_line(voice, content, with_texts=with_texts)
    if isinstance(content, Activity):
        line = voice.activity_line(content)
        return voice.say("status.op.plan", what=line) if record.op == "plan" else line
    assert not isinstance(content, Acceptance)
    for records in (ledger.activities, ledger.plans, ledger.comments, ledger.voided):
        if of := records.get(content.of):
            what = record_line(voice, ledger, of._replace(op="log"), with_texts=with_texts)
            return voice.say(f"status.op.{correction(record, of)}", what=what)
    return voice.say("status.op.unknown", what=content.of)


def comment(voice: Voice, content: Comment) -> str:
    """Return a comment by its promise: the number, or the id where the agreement has no such promise."""
    numbers = {promise.id: str(promise.number) for promise in voice.agreement.promises}
    return voice.say("status.op.comment", what=numbers.get(content.promise, content.promise))


def correction(record: Record, of: Record) -> str:
    """Return what a correction does to a record: its `op`, but a plan that is made void is cancelled."""
    return "cancel" if record.op == "void" and of.op == "plan" else record.op


def _comment_line(voice: Voice, content: Comment, *, with_texts: bool) -> str:
    """Return a comment by its promise, with its verdict and words where they are wanted."""
    line = comment(voice, content)
    if not with_texts:
        return line
    verdict = voice.say(f"status.verdict.{content.verdict}") if content.verdict else ""
    text = voice.say("status.masked") if content.redacted else one_line(content.text or "")
    return f"{line}: {'. '.join(filter(None, (verdict, text)))}"


def verdict(words: Words, progress: PromiseProgress) -> str | None:
    """Return what a person has said of a promise, newest first and last."""
    if progress.verdict is None or not isinstance(progress.verdict.content, Comment):
        return None
    content = progress.verdict.content
    text = words.say("status.masked") if content.redacted else words.fact(content.text or "")
    if content.verdict is None:
        return words.say("status.comment_only", day=content.day, text=text)
    judged = words.say(f"status.verdict.{content.verdict}")
    return words.say("status.comment", day=content.day, verdict=judged, text=text).strip()
