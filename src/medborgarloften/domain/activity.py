"""What was logged: the records of the log, as values; `history` says what is in force of them."""

from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from medborgarloften.domain.ids import End

Verdict = Literal["kept", "partly", "not_kept", "no_need"]

TEXTS = ("note", "ref", "source")  # the free texts of an activity
MASKABLE = (*TEXTS, "text")  # of an activity and a comment


class Activity(NamedTuple):
    """What a record of `log` or `plan` says was done, or is booked.

    `until` is None for a single day. `occasions` is its count, from 1. `quantities` are
    exact decimals by id. `redacted` marks a copy whose texts were taken out of its file. `not_personal`,
    here and below, says that what looks like a mistyped identity number in the texts is none.
    """

    by: str
    day: date
    until: date | None
    kinds: tuple[str, ...]
    areas: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    occasions: int = 1
    approx: bool = False
    quantities: tuple[tuple[str, Decimal], ...] = ()
    note: str | None = None
    ref: str | None = None
    source: str | None = None
    plan: str | None = None
    redacted: bool = False
    not_personal: bool = False
    extra: str = ""

    @property
    def last(self) -> date:
        """The last day; never before the first, also where a correction made it so."""
        return self.day if self.until is None or self.until < self.day else self.until

    @property
    def several_days(self) -> bool:
        """Whether it is a figure of several days."""
        return self.last > self.day

    @property
    def is_crossed(self) -> bool:
        """Whether corrections of two writers have left the last day before the first."""
        return self.until is not None and self.until < self.day


AMENDABLE = tuple(
    name for name in Activity._fields if name not in ("by", "redacted", "not_personal", "extra")
)
"""The fields of an activity that a correction can set."""


class Amendment(NamedTuple):
    """New values for fields of the record `of`; None clears a field."""

    by: str
    of: str
    changes: tuple[tuple[str, object], ...]
    reason: str
    not_personal: bool = False
    extra: str = ""


class Void(NamedTuple):
    """The record `of` is no longer valid; final."""

    by: str
    of: str
    reason: str
    not_personal: bool = False
    extra: str = ""


class Comment(NamedTuple):
    """Somebody's words on a promise, holding from `date`."""

    by: str
    promise: str
    day: date
    text: str | None
    verdict: Verdict | None
    redacted: bool = False
    not_personal: bool = False
    extra: str = ""

    @property
    def last(self) -> date:
        """The last day that it is about, which is its only one."""
        return self.day


class Redaction(NamedTuple):
    """The texts `fields` of the record `of` are masked in every view."""

    by: str
    of: str
    fields: tuple[str, ...]
    reason: str
    not_personal: bool = False
    extra: str = ""


class Acceptance(NamedTuple):
    """What is missing from a writer's file, or unreadable in it, is accepted; exactly that, and no more.

    `had` is how far the file once went, `has` how far it goes now, None where it is gone. `damaged` has the
    SHA-256 of every unreadable line, `torn` that of a last line that was never finished. `edited` has of
    every line that does not continue the chain the `sum` with which it would.
    """

    by: str
    file: str
    had: End
    has: End | None
    damaged: tuple[str, ...]
    torn: str | None
    edited: tuple[str, ...]
    reason: str
    not_personal: bool = False
    extra: str = ""


Content = Activity | Amendment | Void | Comment | Redaction | Acceptance


class Record(NamedTuple):
    """One line of the log: `op` as written, `at` in UTC with milliseconds; `fits` its file's chain."""

    id: str
    at: str
    op: str
    content: Content
    fits: bool = True
