"""Errors and findings in words: the place, what is wrong, and what to do. Repeats no identity number."""

import errno
from collections.abc import Iterator
from typing import Final

from medborgarloften.domain.masking import masked
from medborgarloften.domain.period import Period
from medborgarloften.errors import Finding, LoftenError
from medborgarloften.render.words.unseen import unseen
from medborgarloften.render.words.wording import Words, visible

MOST_FINDINGS = 20  # that an error lists; then comes the number of the others
_WIDEST = 100  # characters of a real line that are shown
_NAMES: Final = ("file", "folder", "path", "original")  # the facts that name a file or folder
_QUOTED: Final = ("word", "words", "value", "key", "option", "started")  # facts that repeat what was written
_REASONS: Final = {
    errno.EACCES: "reason.denied",
    errno.EPERM: "reason.denied",
    errno.ENOENT: "reason.missing",
    errno.ENOTDIR: "reason.not_a_folder",
    errno.EISDIR: "reason.a_folder",
    errno.ENOSPC: "reason.full",
    errno.EDQUOT: "reason.quota",
    errno.EROFS: "reason.read_only",
    errno.EFBIG: "reason.too_big",
    errno.EIO: "reason.disk",
    errno.ELOOP: "reason.loop",
    errno.ENAMETOOLONG: "reason.name",
    errno.EINVAL: "reason.not_a_file",
    errno.ENXIO: "reason.not_a_file",
    errno.ENOLINK: "reason.dead_link",
}


def text(words: Words, error: LoftenError) -> str:
    """Return an error as a person reads it: what is wrong and where, and what to do.

    Of more than `MOST_FINDINGS` the first are listed, and the others counted.
    """
    listed = [line for finding in error.findings[:MOST_FINDINGS] for line in lines(words, finding)]
    more = len(error.findings) - MOST_FINDINGS
    if more > 0:
        listed.append(words.count("error.more", more))
    return "\n".join(listed)


def lines(words: Words, finding: Finding) -> list[str]:
    """Return a finding's lines: the place and what is wrong, the real line with a marker, the remedy.

    Before the remedy, a character that looks like another one, or like nothing, is named.
    An identity number is not repeated, whatever it was taken for.
    """
    head, source = words.say("error.head"), list[str]()
    if place := finding.place:
        position = (words.name(place.file), place.line, place.column)
        head = f"{visible(':'.join(str(part) for part in position if part is not None))}: "
        source = [masked(line) for line in _marked(place.text, place.column)]
    action = remedy(words, finding)
    return [
        head + problem(words, finding),
        *source,
        *_unseen(words, finding),
        *([f"  {action}"] if action else []),
    ]


def problem(words: Words, finding: Finding) -> str:
    """Return what is wrong, without the place."""
    return words.say(finding.code, **_facts(words, finding))


def remedy(words: Words, finding: Finding) -> str:
    """Return what to do about a finding; nothing where there is nothing to say."""
    key, facts = f"{finding.code}.do", _facts(words, finding)
    if not facts.get("nearest", True):
        key = f"{finding.code}.do_all"
    return words.say(key, **facts) if words.says(key) else ""


def _facts(words: Words, finding: Finding) -> dict[str, object]:
    """Return what fills the sentences of a finding, without identity numbers."""
    facts = {
        key: words.name(str(fact)) if key in _NAMES else _exact(masked(fact))
        for key, fact in finding.facts.items()
    }
    if "errno" in facts:
        facts["reason"] = _reason(words, facts.pop("errno"))
    return facts


def _reason(words: Words, number: object) -> str:
    """Return an operating system's error number in words."""
    key = _REASONS.get(number) if isinstance(number, int) else "reason.unknown"
    return words.say(key) if key else words.say("reason.number", number=str(number))


def _exact(fact: object) -> object:
    """Return a fact with every character of a text in sight: it may be what is wrong."""
    if isinstance(fact, list | tuple) and not isinstance(fact, Period):
        return [_exact(entry) for entry in fact]
    return visible(fact) if isinstance(fact, str) else fact


def _unseen(words: Words, finding: Finding) -> Iterator[str]:
    """Yield a line for each sort of character that hides in what was written."""
    quoted = map(masked, map(finding.facts.get, _QUOTED))
    signs = (sign for text in quoted if isinstance(text, str) for sign in unseen(text))
    for sign, before, name in dict.fromkeys(signs):
        facts = {"sign": words.say(f"unseen.{name}"), "number": f"{ord(sign):04X}"}
        key = "unseen.after" if before else "unseen.first"
        yield f"  {words.say(key, before=before, **facts)}"


def _marked(text: str | None, column: int | None) -> list[str]:
    """Return the real line and a marker below its column (from 1), both indented."""
    if not text or column is None:
        return []
    start = max(0, column - 1 - _WIDEST // 2) if len(text) > _WIDEST else 0
    excerpt = visible(text[start : start + _WIDEST].replace("\t", " "))
    before = visible(text[start : column - 1].replace("\t", " "))
    return [f"    {excerpt.rstrip()}", f"    {' ' * len(before)}^"]
