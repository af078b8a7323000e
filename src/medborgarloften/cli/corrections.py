"""What commands that correct records share: reasons, times, and what is said of a correction."""

from medborgarloften.cli.context import Context
from medborgarloften.cli.draft import spoken
from medborgarloften.cli.effect import say_effect
from medborgarloften.cli.writing import shown_id
from medborgarloften.domain.activity import Activity, Amendment, Comment, Record, Redaction, Void
from medborgarloften.domain.agreements import choose, covering
from medborgarloften.domain.history import Ledger
from medborgarloften.errors import Finding, UsageError
from medborgarloften.files.log.read import Reading
from medborgarloften.render.words import phrases
from medborgarloften.render.words.voice import Voice


def reason_of(code: str, reason: str | None, *, not_personal: bool) -> str:
    """Return the reason, which every correction needs.

    Raises `UsageError` with `code` where there is none, and `PersonalDataError`.
    """
    if reason is None or not reason.strip():
        raise UsageError(Finding(code))
    return spoken("--reason", reason, not_personal=not_personal)


def refuse_void(context: Context, record: Record, ledger: Ledger) -> None:
    """Raise `UsageError` for a record that is void, or a plan that is cancelled."""
    if record.id in ledger.voided:
        code = "amend.cancelled" if record.op == "plan" else "amend.void"
        raise UsageError(Finding(code, {"what": described(context, record)}))


def corrected(context: Context, key: str, record: Record, reading: Reading) -> str:
    """Return the answer to a correction: the record in words, with its id."""
    what = described(context, record)
    return context.words.say(key, what=what, id=shown_id(record, reading.ledger))


def described(context: Context, record: Record) -> str:
    """Return a record of `log`, `plan` or `comment` in one line."""
    assert isinstance(record.content, Activity | Comment)
    agreement = choose(context.agreements, record.content.day)
    voice = Voice(context.words, agreement)
    if isinstance(record.content, Comment):
        return phrases.comment(voice, record.content)
    return voice.activity_line(record.content)


def target(context: Context, correction: Record, ledger: Ledger) -> str:
    """Return in one line the record that a correction is about."""
    assert isinstance(correction.content, Amendment | Redaction | Void)
    of = correction.content.of
    if of in ledger.dated:
        return described(context, ledger.dated[of])
    return context.words.say("status.op.unknown", what=of)


def effect_of(context: Context, record: Record, ledger: Ledger) -> None:
    """Say how the promises of a corrected activity or plan stand now; what is void counts for none."""
    content, held = record.content, {**ledger.activities, **ledger.plans}
    if isinstance(content, Activity) and (record.id in held or covering(context.agreements, content.day)):
        say_effect(context, record, ledger)
