"""Finds the mask of an identity number in a finished report, whatever format wrote it."""

import re
from html import unescape

from medborgarloften.domain.masking import texts
from medborgarloften.domain.privacy import MASK
from medborgarloften.domain.report.build import Report

_MASKED = MASK.partition("-")[0]  # Markdown may escape a sign
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")  # which formats write as letters


def masked_place(report: Report, document: str) -> str | None:
    """Return where the document would have an identity number, None where it has none.

    All values were masked before (`domain/masking.py`), so that the mask tells. The place is the id of the
    record that holds it, or the name of the promise file.
    """
    agreement, ledger = report.agreement, report.ledger
    if _MASKED not in document or not (agreement.masked or ledger.masked):
        return None
    printed = _letters(unescape(document.replace("<wbr>", "")))
    for record in ledger.dated.values():
        for text in texts(record.content):
            if _MASKED in text and all(_letters(part) in printed for part in _CONTROL.split(text)):
                return record.id
    return agreement.file if agreement.masked else min(ledger.masked)


def _letters(text: str) -> str:
    """Return a text without what formats write each in its own way."""
    return "".join(letter for letter in text if letter.isalnum() or letter in _MASKED)
