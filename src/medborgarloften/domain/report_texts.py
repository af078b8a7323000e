"""Every text of a person that a report may show: what must be looked through before it is handed out."""

from collections.abc import Iterator
from itertools import chain

from medborgarloften.domain.activity import Activity, Comment, Record
from medborgarloften.domain.counting import activity
from medborgarloften.domain.promise import Agreement, Text
from medborgarloften.domain.report import Report, of_agreement


def texts(report: Report) -> Iterator[tuple[str, str]]:
    """Yield every text of a person that the report may show, with the place where it stands.

    The place is the id of a record, or the name of the promise file.
    """
    yield from ((report.agreement.file, text) for text in _texts_of_agreement(report.agreement))
    for record in _shown(report).values():
        yield from ((record.id, text) for text in _texts_of(record))
    for record in of_agreement(report.ledger, report.agreement, report.period.last):
        yield record.id, activity(record).source or ""


def _shown(report: Report) -> dict[str, Record]:
    """Return every record of which the report may show more than a number, by id."""
    dated = report.ledger.dated
    about = [dated[getattr(record.content, "of", record.id)] for record in report.late]
    verdicts = [promise.progress.verdict for promise in report.promises]
    records = chain(
        (record for promise in report.promises for record in promise.activities),
        (record for record in verdicts if record),
        (double.figure for double in report.overlaps),
        _unplaced(report),
        about,
        report.planned,
        report.view.unconfirmed,
    )
    return {record.id: record for record in records}


def _unplaced(report: Report) -> Iterator[Record]:
    """Yield the records that some target could not count because of their days."""
    targets = (target for promise in report.promises for target in promise.progress.targets)
    contents = {id(entry.tally.content) for target in targets for entry in target.misfits}
    if contents:
        yield from (record for record in report.ledger.activities.values() if id(record.content) in contents)


def _texts_of(record: Record) -> Iterator[str]:
    """Yield a record's free texts and its words, which may be any text where another program wrote it."""
    content = record.content
    if isinstance(content, Comment):
        yield from (content.promise, content.text or "")
    if isinstance(content, Activity):
        yield from content.texts
        yield from (*content.kinds, *content.areas, *content.parties, *content.tags)
        yield from (name for name, _ in content.quantities)


def _texts_of_agreement(agreement: Agreement) -> Iterator[str]:
    yield agreement.municipality
    texts: list[Text | None] = [agreement.title, agreement.source, agreement.contact]
    texts += [*agreement.parties.values(), *agreement.quantities.values()]
    texts += [area.name for area in agreement.areas.values()]
    for kind in agreement.kinds.values():
        texts += [kind.name, kind.plural, *kind.tags.values()]
    for promise in agreement.promises:
        yield from (promise.id, promise.decision or "")
        texts += [promise.text, promise.rule, *(target.name for target in promise.targets)]
    yield from (words for text in texts if text for words in text)
