"""A line says exactly what its record holds; bytes from anywhere are a record, damaged or newer."""

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, strategies as st

from any_record import records
from logs import chain, identifier, raw, record, walk, written
from medborgarloften.domain.activity import Activity, Amendment, Content, Record
from medborgarloften.files.log.decode import Line, NewerError, _decode_any, decode
from medborgarloften.files.log.encode import LONGEST, chained, encode, sealed, view
from medborgarloften.files.log.fields import TABLES, DamagedError

OPS = ["log", "plan", "amend", "void", "comment", "redact", "accept"]


def content(fields: dict[str, Any] | str) -> Content:
    """Return what the record of a line holds."""
    return decode(raw(fields)[:-1], "").record.content


def reason(line: bytes) -> tuple[str, ...]:
    """Return why a line is damaged."""
    with pytest.raises(DamagedError) as caught:
        decode(line, "")
    return tuple(map(str, caught.value.args))


@pytest.mark.parametrize("sort", TABLES, ids=lambda sort: sort.__name__)
def test_every_field_of_a_record_has_its_place_in_the_format(sort: type[Content]) -> None:
    """A field that the domain gets cannot be forgotten where lines are written, read and described."""
    assert {*TABLES[sort], "extra"} == set(sort._fields)


# --- there and back --------------------------------------------------------------------------------


@pytest.mark.parametrize("op", OPS)
@given(data=st.data())
def test_what_is_written_is_read(op: str, data: st.DataObject) -> None:
    """Every content comes back as it was, whatever its texts hold, and its line is one line."""
    original = data.draw(records(op))
    line = sealed(encode(original), "0123456789abcdef")
    assert line.count(b"\n") == 1
    assert line.endswith(b'"}\n')
    found, stored, computed = decode(line[:-1], "0123456789abcdef")
    assert found == original
    assert stored == computed == chained("0123456789abcdef", encode(original))
    assert encode(found) == encode(original)


@given(records())
def test_a_line_is_compact_json_with_its_sum_last(original: Record) -> None:
    """Any program can read it; nothing but control characters is escaped."""
    line = sealed(encode(original), "")
    fields = json.loads(line)
    assert list(fields)[:4] == ["v", "op", "id", "at"]
    assert list(fields)[-1] == "sum"
    assert line == json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def test_the_sum_is_as_the_format_says() -> None:
    """16 hex digits of SHA-256 over the previous `sum` and the line without its own, as by sha256sum."""
    one, two = chain(walk(1), walk(2))
    assert one == (
        b'{"v":1,"op":"log","id":"018f0000-0000-7000-8000-000000000001","at":"2022-01-01T00:00:01.000Z",'
        b'"by":"kommun","date":"2022-03-14","kinds":["walk"],"note":"vandring 1","sum":"e07ce67e09c0e1b4"}\n'
    )
    assert two[-19:-3] == b"3d9376e9269b7f4a"


@pytest.mark.parametrize(
    "written_as", ["2.5", "0.001", "999999999.999", "25", "0", "0.1", "2.50", "1E+2", "0.30000000000000004"]
)
def test_decimals_are_read_exactly(written_as: str) -> None:
    """A quantity is what was written, never a rounded binary number; it is written as a plain number."""
    line = raw(json.dumps(written(quantities={"hours": 7})).replace("7}", f"{written_as}}}"))
    found = decode(line[:-1], "").record
    assert isinstance(found.content, Activity)
    assert found.content.quantities == (("hours", Decimal(written_as)),)
    assert decode(sealed(encode(found), "")[:-1], "").record == found
    assert view(found)["quantities"]["hours"] == float(written_as)


@pytest.mark.parametrize(
    "extra", [{"x": 2.5}, {"x": {"y": [1.5, None]}}, {"day": "måndag", "occasions": [1]}, {"fits": 1}]
)
def test_unknown_fields_are_kept_and_ignored(extra: dict[str, Any]) -> None:
    """Also those that have the names of our own values; they are written again as they were."""
    for op in OPS:
        fields = {**_LEAST[op], **extra}
        found = decode(raw(fields)[:-1], "").record
        plain = decode(raw(_LEAST[op])[:-1], "").record
        assert found.content._replace(extra="") == plain.content
        assert json.loads(encode(found)) == fields


def test_unknown_changes_are_kept_and_ignored() -> None:
    """An amendment may set a field that this version does not know; it changes nothing here."""
    changes = {
        "note": "ny",
        "day": "2022-01-01",
        "occasions": "många",
        "by": 7,
        "extra": [],
        "redacted": True,
    }
    found = decode(raw({**_LEAST["amend"], "set": changes})[:-1], "").record
    assert isinstance(found.content, Amendment)
    assert found.content.changes == (("note", "ny"),)
    assert json.loads(encode(found))["set"] == changes
    assert hash(found)


@pytest.mark.parametrize(
    ("changes", "meant"),
    [
        ({"note": None}, ("note", None)),
        ({"note": ""}, ("note", None)),
        ({"areas": None}, ("areas", ())),
        ({"areas": []}, ("areas", ())),
        ({"until": None}, ("until", None)),
        ({"count": None}, ("occasions", 1)),
        ({"approx": None}, ("approx", False)),
        ({"quantities": None}, ("quantities", ())),
        ({"date": "2022-03-15"}, ("day", date(2022, 3, 15))),
        ({"count": 3}, ("occasions", 3)),
    ],
)
def test_null_clears_a_field(changes: dict[str, Any], meant: tuple[str, object]) -> None:
    """A cleared field has the value that it has when it is left out."""
    found = content({**_LEAST["amend"], "set": changes})
    assert isinstance(found, Amendment)
    assert found.changes == (meant,)


def test_an_empty_text_is_none() -> None:
    """A copy that spells out what another leaves out is no conflict."""
    assert content(written(note="", ref="", count=1, approx=False, areas=[])) == content(written())


# --- damage ----------------------------------------------------------------------------------------

_CORRECTION = {"date": None, "kinds": None, "of": identifier(7), "reason": "fel"}
_LOSS = {"file": "polis-000000.jsonl", "had": {"records": 1, "sum": ""}}
_LEAST = {
    "log": written(1),
    "plan": written(1, "plan"),
    "amend": written(1, "amend", **_CORRECTION, set={"note": "ny"}),
    "void": written(1, "void", **_CORRECTION),
    "comment": written(1, "comment", kinds=None, promise="p", text="Ord."),
    "redact": written(1, "redact", **_CORRECTION, fields=["note"]),
    "accept": {**written(1, "accept", date=None, kinds=None, **_LOSS), "has": None},
}


@pytest.mark.parametrize("op", OPS)
def test_the_least_of_every_op_is_read(op: str) -> None:
    """These are the fields that a record must have."""
    assert decode(raw(_LEAST[op])[:-1], "").record.op == op


@pytest.mark.parametrize(
    ("op", "field", "values"),
    [
        ("log", "id", [None, 1, "x", identifier(1).upper(), identifier(1)[:-1], "0" * 36]),
        ("log", "at", [None, 1, "2022-01-01", "2022-01-01T00:00:00Z", "2022-01-01 00:00:00.000Z"]),
        ("log", "by", [None, "", 1]),
        ("log", "date", [None, 20220314, "2022-3-14", "20220314", "2022-02-29", "2022-W11-1", "0000-01-01"]),
        ("log", "until", [1, "2022-03-13", "x"]),
        ("log", "kinds", [None, [], "walk", [1], {}]),
        ("log", "areas", ["hagalund", [None], {}]),
        ("log", "count", [0, -1, 1.5, 1.0, True, "1", 10**15]),
        ("log", "approx", [1, "ja"]),
        ("log", "quantities", [[], {"h": "1"}, {"h": -1}, {"h": True}, {"h": 10**15}, 1]),
        ("plan", "note", [1, [], {}]),
        ("amend", "of", [None, 1, "x"]),
        ("amend", "set", [None, {}, [], {"count": 0}, {"date": None}, {"kinds": []}, {"note": 1}]),
        ("void", "of", [None, "ab12"]),
        ("void", "reason", [1]),
        ("comment", "promise", [None, "", 1]),
        ("comment", "verdict", ["perhaps", 1, []]),
        ("redact", "fields", ["note", [1]]),
        ("accept", "file", [None, "", 1]),
        ("accept", "had", [None, [], {}, {"records": True, "sum": ""}, {"records": -1, "sum": ""}]),
        ("accept", "has", [1, {"records": 1}, {"records": 1.5, "sum": ""}, {"records": 10**15, "sum": ""}]),
        ("accept", "damaged", ["ab", [1]]),
        ("accept", "torn", [True, ["ab"]]),
        ("log", "sum", [1]),
        ("log", "op", [1]),
    ],
)  # fmt: skip
def test_a_field_that_will_not_do_damages_its_line(op: str, field: str, values: list[Any]) -> None:
    """It is named, so that a person finds it."""
    for value in values:
        fields = {**_LEAST[op], field: value}
        line = json.dumps({key: each for key, each in fields.items() if each is not None or field == key})
        complete = line if field == "sum" else f'{line[:-1]},"sum":"0123456789abcdef"}}'
        code, named = reason(complete.encode())
        assert code == "log.field"
        assert named in (field, *(value if isinstance(value, dict) else ()))


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ('{"v":1,"v":1}', "log.twice"),
        ('{"v":1,"op":"log","x":{"a":1,"a":2}}', "log.twice"),
        ('{"v":1,"x":NaN}', "log.not_a_number"),
        ('{"v":1,"x":-Infinity}', "log.not_a_number"),
        ('{"v":1,"x":"\\ud800"}', "log.surrogate"),
        ('{"v":1,"\\udfff":1}', "log.surrogate"),
        ('{"v":1,"x":1e99999999999999999999}', "log.not_json"),
        ('{"v":1,"x":' + "9" * 5000 + "}", "log.not_json"),
        ('{"v":1,"x":' + "[" * 9999 + "]" * 9999 + "}", "log.deep"),
        ('{"v":1,"x":"\t"}', "log.not_json"),
        ('{"v":1,}', "log.not_json"),
        ("{'v':1}", "log.not_json"),
        ("", "log.not_json"),
        ("null", "log.not_object"),
        ("[]", "log.not_object"),
        ('"v"', "log.not_object"),
        ("{}", "log.version"),
        ('{"v":"1"}', "log.version"),
        ('{"v":true}', "log.version"),
        ('{"v":1.0}', "log.version"),
        ('{"v":0}', "log.version"),
    ],
)
def test_what_is_no_strict_json_is_damaged(body: str, why: str) -> None:
    """Repeated keys, NaN, half characters, endless numbers and nesting damage one line, never the run."""
    assert reason(body.encode()) == (why,)


def test_a_half_character_of_two_is_a_whole_one() -> None:
    """An escaped pair of surrogates is a letter like any other."""
    assert getattr(content(json.dumps(written(note="\N{GRINNING FACE}"))), "note", "") == "\N{GRINNING FACE}"


@pytest.mark.parametrize("data", [b'{"v":1,"x":"\xff"}', b'{"v":1,"x":"\xed\xa0\x80"}', b"\xc3"])
def test_what_is_no_utf_8_is_damaged(data: bytes) -> None:
    """Also surrogates that were encoded one by one."""
    assert reason(data) == ("log.not_utf8",)


def test_a_line_that_is_too_long_is_damaged() -> None:
    """It is not even looked at."""
    assert reason(b" " * (LONGEST + 1)) == ("log.long",)


def test_enormous_numbers_cost_nothing() -> None:
    """A number that would fill the memory when written out damages its line; in unknown fields it is kept."""
    huge = "1e999999999"
    fields = json.dumps(written(quantities={"h": 0}))
    assert (
        reason(fields.replace('"h": 0', f'"h": {huge}').encode()[:-1] + b',"sum":"0123456789abcdef"}')[0]
        == "log.field"
    )
    kept = decode(raw(json.dumps(written(x=0)).replace('"x": 0', f'"x": {huge}'))[:-1], "").record
    assert encode(kept)


@pytest.mark.parametrize(
    ("fields", "linked"), [({"v": 2}, True), ({"op": "dream"}, True), ({"v": 2, "op": None}, True)]
)
def test_a_newer_line_tells_its_sum(fields: dict[str, Any], *, linked: bool) -> None:
    """So that the chain can go on behind it."""
    line = raw({**written(1), **fields})[:-1]
    with pytest.raises(NewerError) as caught:
        decode(line, "")
    assert (caught.value.args[0] == line[-18:-2].decode()) is linked
    with pytest.raises(NewerError) as caught:
        decode(line.replace(b',"sum"', b',"sam"'), "")
    assert caught.value.args[0] is None


# --- any bytes -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Verdict:
    """What a way of reading says of a line."""

    line: Line | None
    error: tuple[str, ...]


def verdict(line: bytes, *, general: bool) -> Verdict:
    """Read a line by the general path, or as the program does."""
    try:
        return Verdict((_decode_any if general else decode)(line, "fedcba9876543210"), ())
    except (DamagedError, NewerError) as error:
        return Verdict(None, (type(error).__name__, *map(str, error.args)))


_own_lines = st.builds(lambda each: sealed(encode(each), "fedcba9876543210")[:-1], records())
_PIECES = rb"""" , { } \ \u00e5 "v":2, "op":"log", "sum":"0123456789abcdef" "at": NaN null 0 A - T . "id":1,
,"x":[ "note":" [] 1e5 "by":"k" "date":"2022-03-14" "kinds":["walk"] "until":"2022-03-15" "count":2""".split()
_pieces = st.sampled_from([*_PIECES, b" ", b"\r", b"\0", b"\xc3"])


@st.composite
def _nearly_own_lines(draw: st.DrawFn) -> bytes:
    """Draw a line that this program wrote, with a few places overwritten, cut out or filled in."""
    line = draw(_own_lines)
    for _ in range(draw(st.integers(0, 3))):
        place = draw(st.integers(0, len(line)))
        piece = draw(_pieces | st.binary(max_size=3).filter(lambda data: b"\n" not in data))
        line = line[:place] + piece + line[place + draw(st.integers(0, len(piece) + 1)) :]
    return line


@given(_nearly_own_lines())
def test_the_fast_path_and_the_general_one_agree(line: bytes) -> None:
    """Lines of the program's own shape are read faster, and never otherwise."""
    assert verdict(line, general=False) == verdict(line, general=True)


_rests = st.lists(
    _pieces | st.sampled_from([b'"by":"k"', b'"date":"2022-03-14"', b'"kinds":["walk"]']), max_size=8
)


@given(st.sampled_from([b"log", b"plan"]), _rests.map(b",".join) | _rests.map(b"".join))
def test_they_agree_on_any_rest(op: bytes, rest: bytes) -> None:
    """Whatever stands between the head and the `sum` of an own line."""
    head = (
        b'{"v":1,"op":"%s","id":"018f0000-0000-7000-8000-000000000001","at":"2022-01-01T00:00:00.000Z",' % op
    )
    line = head + rest + b',"sum":"0123456789abcdef"}'
    assert verdict(line, general=False) == verdict(line, general=True)


@given(st.binary(max_size=60) | _nearly_own_lines())
def test_any_bytes_are_a_record_damaged_or_newer(line: bytes) -> None:
    """No other error ever comes out, and what is a record can be written again."""
    result = verdict(line, general=False)
    if result.line:
        assert (
            decode(sealed(encode(result.line.record), "")[:-1], "").record.content
            == result.line.record.content
        )


def test_a_record_is_the_same_however_often_its_text_was_read() -> None:
    """Lines that say the same share one content; another `op` with the same text does not."""
    one = decode(chain(walk(1))[0][:-1], "").record
    two = decode(chain(walk(1))[0][:-1], "").record
    plan = decode(chain(record(1, walk(1).content, "plan"))[0][:-1], "").record
    assert one == two
    assert (one.op, plan.op) == ("log", "plan")
