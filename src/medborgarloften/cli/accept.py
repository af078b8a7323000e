"""`loften check --accept`: a record that says that the losses of a file are accepted, and why."""

from pathlib import PurePath

from medborgarloften.cli import writing
from medborgarloften.cli.context import Context
from medborgarloften.cli.corrections import reason_of
from medborgarloften.cli.reading import remember_stored, remembered
from medborgarloften.errors import Finding, UsageError
from medborgarloften.files.log.losses import to_accept
from medborgarloften.render.answers import messages


def accept(context: Context, word: str, reason: str | None, *, not_personal: bool, as_json: bool) -> None:
    """Store that the losses of a file are accepted, and why.

    Raises `UsageError` where the file has none or the reason is missing, `PersonalDataError` for a reason
    with an identity number, `DataError` outside a workspace, and `StorageError`.
    """
    reading = writing.at_work(context)
    writer, memory, health = writing.writer(context), remembered(context), reading.health
    files = dict.fromkeys(trouble.file for trouble in health.troubles)
    losses = {
        context.words.fact(file): (file, loss)
        for file in files
        if (loss := to_accept(context.workspace.log, reading, memory, file))
    }
    name = PurePath(word).name
    if name not in losses:
        raise UsageError(Finding("accept.nothing", {"file": word, "nearest": [*losses]}))
    file, loss = losses[name]
    why = reason_of("accept.no_reason", reason, not_personal=not_personal)
    content = loss._replace(by=writer.label, reason=why, not_personal=not_personal)
    record = writing.new_record(context, "accept", content)
    what, shown = messages.loss(context.words, content, file), writing.shown_id(record, reading.ledger)
    answer = context.words.say("log.accepted", what=what, id=shown)
    stored = writing.keep(context, record, answer, as_json=as_json)
    ledger = reading.ledger._replace(acceptances=(*reading.ledger.acceptances, record))
    remember_stored(context, writer.file, stored, reading._replace(ledger=ledger), file)
    others = tuple(trouble for trouble in health.troubles if trouble.file != file)
    context.tell(*messages.losses(context.words, health._replace(troubles=others)))
