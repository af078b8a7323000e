"""Strategies for records of every sort, as people, other programs and later versions make them."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from logs import identifier
from medborgarloften.domain.activity import (
    Acceptance,
    Activity,
    Amendment,
    Comment,
    Content,
    Record,
    Redaction,
    Void,
)
from medborgarloften.domain.ids import End

days = st.dates(date(1900, 1, 1), date(2999, 12, 31))
texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
labels = st.text("abcåäö-7", min_size=1, max_size=8)
words = st.lists(labels, max_size=3, unique=True).map(tuple)
amounts = st.decimals(0, 999_999_999, places=3) | st.integers(0, 10**9).map(Decimal)
identifiers = st.integers(0, (1 << 48) - 1).map(identifier)
stamps = st.builds(
    lambda day, time: f"{day}T{time:%H:%M:%S}.{time.microsecond // 1000:03d}Z", days, st.times()
)

_plain = (
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.floats(allow_nan=False, allow_infinity=False)
)
_json: st.SearchStrategy[Any] = st.recursive(
    _plain | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=5,
)
_unknown_key = texts.map(lambda text: f"x-{text}") | st.sampled_from(
    ["day", "occasions", "extra", "changes", "fits"]
)


def _kept(fields: dict[str, Any]) -> str:
    """Return unknown fields as a record keeps them."""
    return json.dumps(fields, ensure_ascii=False, sort_keys=True) if fields else ""


extras = st.dictionaries(_unknown_key, _json, max_size=2).map(_kept)
quantities = st.dictionaries(labels, amounts, max_size=2).map(lambda found: tuple(found.items()))


@st.composite
def activities(draw: st.DrawFn) -> Activity:
    """Draw what a record of `log` or `plan` holds."""
    day = draw(days)
    return Activity(
        by=draw(labels),
        day=day,
        until=draw(st.none() | st.dates(day, date(2999, 12, 31))),
        kinds=draw(words.filter(bool)),
        areas=draw(words),
        parties=draw(words),
        tags=draw(words),
        occasions=draw(st.integers(1, 10**9)),
        approx=draw(st.booleans()),
        quantities=draw(quantities),
        note=draw(st.none() | texts),
        ref=draw(st.none() | texts),
        source=draw(st.none() | texts),
        plan=draw(st.none() | identifiers),
        redacted=draw(st.booleans()),
        not_personal=draw(st.booleans()),
        extra=draw(extras),
    )


_CHANGES: dict[str, st.SearchStrategy[Any]] = {
    "day": days,
    "until": st.none() | days,
    "kinds": words.filter(bool),
    "areas": words,
    "parties": words,
    "tags": words,
    "occasions": st.integers(1, 10**9),
    "approx": st.booleans(),
    "quantities": quantities,
    "note": st.none() | texts,
    "ref": st.none() | texts,
    "source": st.none() | texts,
    "plan": st.none() | identifiers,
}
changes = st.lists(st.sampled_from(sorted(_CHANGES)), min_size=1, max_size=4, unique=True).flatmap(
    lambda names: st.tuples(*(st.tuples(st.just(name), _CHANGES[name]) for name in names))
)
_reasons = st.just("") | texts

_flags = st.booleans()
amendments = st.builds(Amendment, labels, identifiers, changes, _reasons, _flags, extras)
voids = st.builds(Void, labels, identifiers, _reasons, _flags, extras)
comments = st.builds(
    Comment,
    labels,
    labels,
    days,
    st.none() | texts,
    st.sampled_from([None, "kept", "partly", "not_kept", "no_need"]),
    _flags,
    _flags,
    extras,
)
_fields = st.lists(st.sampled_from(["note", "ref", "source", "text", "kinds", "day"]), unique=True).map(tuple)
redactions = st.builds(Redaction, labels, identifiers, _fields, _reasons, _flags, extras)
_ends = st.builds(End, st.integers(0, 10**14), st.text("0123456789abcdef", max_size=16))
_digests = st.text("0123456789abcdef", min_size=1, max_size=64)
acceptances = st.builds(
    Acceptance,
    labels,
    texts,
    _ends,
    st.none() | _ends,
    st.lists(_digests, max_size=3, unique=True).map(tuple),
    st.none() | _digests,
    st.lists(_digests, max_size=3, unique=True).map(tuple),
    _reasons,
    _flags,
    extras,
)

contents: dict[str, st.SearchStrategy[Content]] = {
    "log": activities(),
    "plan": activities(),
    "amend": amendments,
    "void": voids,
    "comment": comments,
    "redact": redactions,
    "accept": acceptances,
}


def records(op: str | None = None) -> st.SearchStrategy[Record]:
    """Return any record, or any of one `op`."""
    one = st.sampled_from(sorted(contents)) if op is None else st.just(op)
    fits = st.just(value=True)
    return one.flatmap(lambda op: st.builds(Record, identifiers, stamps, st.just(op), contents[op], fits))
