"""The findings of `check` as lines for a person: alike ones counted, a common remedy said once."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from medborgarloften.errors import Finding, Place
from medborgarloften.render.words import errors
from medborgarloften.render.words.wording import Words

MOST_ALIKE = 10  # findings of one sort in one file that are shown one by one


def lines(words: Words, findings: Sequence[Finding]) -> list[str]:
    """Return a line for each finding, with the remedy after the last one in a row that has the same.

    Of many alike in one file the first ones are shown, and the number of the others.
    """
    alike = Counter(_sort(finding) for finding in findings)
    numbers = Counter[tuple[str, str]]()
    blocks: list[tuple[list[str], str]] = []
    for finding in findings:
        sort = _sort(finding)
        numbers[sort] += 1
        if numbers[sort] <= MOST_ALIKE or _is_marked(finding):
            last = numbers[sort] == MOST_ALIKE and not _is_marked(finding)
            blocks.append(_block(words, finding, alike[sort] - MOST_ALIKE if last else 0))
    return _joined(blocks)


def _is_marked(finding: Finding) -> bool:
    """Tell whether a finding shows its line: none is alike then."""
    return _place(finding).column is not None


def _sort(finding: Finding) -> tuple[str, str]:
    return (_place(finding).file, finding.code)


def _place(finding: Finding) -> Place:
    return finding.place or Place("")


def _block(words: Words, finding: Finding, more: int) -> tuple[list[str], str]:
    """Return a finding's lines without the remedy, how many more are like it, and the remedy."""
    remedy = errors.remedy(words, finding)
    body = errors.lines(words, finding)[: -1 if remedy else None]
    if more > 0:
        body.append(words.count("check.more", more, file=words.name(_place(finding).file)))
    return body, remedy


def _joined(blocks: list[tuple[list[str], str]]) -> list[str]:
    joined = []
    for (body, remedy), (_, following) in pairwise([*blocks, ([], "")]):
        joined += body
        if remedy and remedy != following:
            joined.append(f"  {remedy}")
    return joined
