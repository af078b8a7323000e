"""Whatever another writer's line holds in any of its fields, every command ends as it must."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from logs import FILE, chain, identifier, put, raw, walk, written
from medborgarloften.domain.activity import Activity
from medborgarloften.domain.agreements import choose
from medborgarloften.domain.history import as_written
from medborgarloften.files.log.decode import NewerError, decode
from medborgarloften.files.log.encode import encode, view
from medborgarloften.files.log.fields import DamagedError
from medborgarloften.files.log.read import read_log
from medborgarloften.files.promise_file.read import read_agreements
from medborgarloften.render import to_json
from medborgarloften.render.answers import history
from medborgarloften.render.words.voice import Voice
from medborgarloften.render.words.wording import Words
from world import World

COPY = f"{FILE.removesuffix('.jsonl')} (1).jsonl"


def nested(levels: int, *, objects: bool = False) -> str:
    """Return JSON of that many levels."""
    return '{"x":' * levels + "1" + "}" * levels if objects else "[" * levels + "]" * levels


_SHORT = r"""
null true false 0 -1 1 1.5 -0.0 1e400 -1e400 1e-400 1e999999999 0e99999 0e-99999 NaN Infinity -Infinity
[] {} [[]] [{}] [null] [true] [0] [1e400] [NaN] [""] ["\u0000"] ["walk"] ["walk","walk","dialogue"]
"" "x" "\u0020" "\u0000" "\u001b[31m" "\u202e" "\u00a0" "\n" "\ud800" "\ud83d\ude00" "[/]" "=1+1" "{x}" "last"
"0000-01-01" "0001-01-01" "1899-12-31" "1900-01-01" "2022-02-30" "2022-03-13" "2999-12-31" "3000-01-01"
"9999-12-31" "10000-01-01" "20220314" "2022-W11-1" "0001-01-01T00:00:00.000Z" "1900-01-01T00:00:00.000Z"
"2022-03-27T02:30:00.000Z" "2022-99-99T99:99:99.999Z" "2999-12-31T23:59:59.999Z" "9999-12-31T23:59:59.999Z"
"018f0000-0000-7000-8000-000000000001" "00000000-0000-0000-0000-000000000000" ["note","day",""]
{"":null} {"":1} {"\u0000":1} {"\ud800":1} {"x":1,"x":1} {"hours":1e400} {"hours":1e-400} {"hours":1e-9}
{"hours":0e99999} {"hours":99999999999999.5} {"note":null} {"date":null} {"until":"1900-01-01"}
{"date":"2999-12-31"} {"kinds":[]} {"count":0} {"note":1} {"set":{"set":[]}}
"""
SHAPES = [
    *_SHORT.split(),
    *("9" * digits for digits in (15, 16, 400, 5000)),
    *(f'"{"x" * length}"' for length in (500,)),
    json.dumps([str(number) for number in range(100)]),
    *(nested(levels, objects=what) for levels in (90, 110, 900) for what in (False, True)),
]
UNKNOWN = ["set", "x", "day", "extra", ""]
KNOWN = "date until kinds areas parties tags count approx quantities note ref source plan".split()
FIELDS = {
    "log": [*KNOWN, "redacted", "not_personal"],
    "plan": [*KNOWN, "redacted", "not_personal"],
    "amend": ["of", "set", "reason", "not_personal"],
    "void": ["of", "reason"],
    "comment": ["promise", "date", "text", "verdict", "redacted"],
    "redact": ["of", "fields", "reason"],
    "accept": ["file", "had", "has", "damaged", "torn", "edited", "reason", "not_personal"],
}
OF: dict[str, dict[str, object]] = {
    "amend": {"set": {"note": "ny"}},
    "void": {},
    "redact": {"fields": ["note"]},
}


def usual(op: str, number: int) -> dict[str, object]:
    """Return the fields of a good record; a correction is of the record with the number before."""
    if op in OF:
        return written(number, op, date=None, kinds=None, of=identifier(number - 1), reason="fel", **OF[op])
    if op == "accept":
        end = {"records": 2, "sum": "0123456789abcdef"}
        return written(number, op, date=None, kinds=None, file=FILE, had=end, has=None, reason="borta")
    if op == "comment":
        return written(number, op, kinds=None, promise="walks-and-dialogues", text="Ord.")
    return written(number, op, note="vandring")


def lines(op: str, unknown: list[str]) -> Iterator[str]:
    """Yield bodies: a record of this sort with each shape in each field; a correction has one to correct."""
    number = 100_000 * list(FIELDS).index(op)
    for field in ["v", "op", "id", "at", "by", *FIELDS[op], *unknown]:
        for shape in SHAPES:
            number += 2
            fields = {**usual(op, number), field: "\0"}
            if op in OF:
                yield json.dumps(usual("log", number - 1), separators=(",", ":"))
            yield json.dumps(fields, separators=(",", ":")).replace(r'"\u0000"', shape)
    for field in [*KNOWN, "by", "redacted", *unknown] if op == "amend" else []:
        for shape in SHAPES:
            number += 2
            yield json.dumps(usual("log", number - 1), separators=(",", ":"))
            body = json.dumps({**usual(op, number), "set": {field: "\0"}}, separators=(",", ":"))
            yield body.replace(r'"\u0000"', shape)


def every_line(op: str, unknown: list[str]) -> list[bytes]:
    """Return the lines of a file, each continuing the chain."""
    found, previous = [], ""
    for body in lines(op, unknown):
        found.append(raw(body, previous))
        try:
            previous = decode(found[-1][:-1], previous).stored
        except DamagedError:
            continue
        except NewerError as newer:
            previous = newer.args[0] or previous
    return found


@pytest.mark.slow
@pytest.mark.parametrize("op", FIELDS)
def test_any_shape_in_any_field_is_a_record_damaged_or_newer(op: str) -> None:
    """Nothing else ever comes out of a line, and what is a record can be written again, to be the same."""
    reasons = set()
    for line in every_line(op, UNKNOWN):
        try:
            record = decode(line[:-1], "").record
        except (DamagedError, NewerError) as error:
            reasons.add(error.args[0])
            continue
        body = encode(record)
        assert encode(decode(raw(body.decode())[:-1], "").record) == body
        json.dumps(view(record), ensure_ascii=False).encode()
    assert "log.field" in reasons
    assert "log.unusable" not in reasons  # each is foreseen


def is_record(line: bytes) -> bool:
    """Tell whether a line is a record."""
    try:
        decode(line[:-1], "")
    except (DamagedError, NewerError):
        return False
    return True


@pytest.fixture
def crowded(solna: World) -> World:
    """Return a workspace with every such record, some bad lines, and a copy that a sync program made."""
    data: list[bytes] = []
    for op in FIELDS:
        every = every_line(op, ["set"])
        data += [line for line in every if is_record(line)]
        data += [line for line in every if not is_record(line)][::40]
    put(solna.folder / "log", data)
    put(solna.folder / "log", [*data[::-10], *chain(walk(1))], COPY)
    return solna


COMMANDS = (
    """
status / status --format json / status --format csv / status --format md / status --since 2022-01-01
status --check / list --planned --voided / list --planned --voided --format json / promises
list --planned --voided --format csv / list --planned --voided --format md / check / check --format json
report --month 2022-03 / report --month 2022-03 --allow-damaged --replace
report --month 2022-03 --allow-damaged --replace --format json / log walk --no-plan
log walk --period 2022-03 --count 9 --source Polisen / plan walk --date 2022-05-02
amend last --date 2022-05-03 --reason fel / void last --reason fel / comment 5 Ord. / show last
""".strip()
    .replace("\n", " / ")
    .split(" / ")
)


@pytest.mark.slow
def test_every_command_ends_as_it_must(crowded: World) -> None:
    """With a documented exit code, whatever the line holds, and never as something unexpected."""
    for command in COMMANDS:
        result = crowded.run(*command.split())
        assert result.code in range(6), command
        assert "oväntat" not in result.err, (command, result.err)
        (result.out + result.err).encode()
        if command.startswith(("log", "plan", "comment", "amend", "void", "list", "show")):
            assert result.code == 0, (command, result)
    for words in ("loften\nshow\n", "loften\nlog\n--plan\n"):
        assert crowded.run_bare(_LOFTEN_COMPLETE=f"{words}\n").code == 0


def _local(moment: datetime) -> datetime:
    return moment.astimezone(UTC)


@pytest.mark.slow
def test_every_record_can_be_shown(crowded: World) -> None:
    """With its history, as text and as JSON, and made void or amended in words."""
    words, ledger = Words("sv"), read_log(crowded.folder / "log", {}).ledger
    agreements = read_agreements(tuple(crowded.folder.glob("*.yaml")), None)
    for key, record in {**ledger.dated, **{each.id: each for each in ledger.corrections}}.items():
        before = as_written(ledger, record)
        content = record.content
        agreement = choose(agreements, content.day) if isinstance(content, Activity) else agreements[0]
        "\n".join(history.lines(Voice(words, agreement), ledger, record, _local)).encode()
        to_json.record(view(record), [view(each) for each in before], void=key in ledger.voided).encode()
