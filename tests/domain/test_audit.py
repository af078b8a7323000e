"""What the records of a log and an old report are checked for, as values."""

import json
from collections.abc import Iterable
from typing import Any

import pytest

from medborgarloften.domain.activity import Activity, Amendment, Record, Redaction
from medborgarloften.domain.integrity.audit import Entry, Log, audit, faults, personal_lines
from medborgarloften.domain.integrity.health import Health, Trouble
from medborgarloften.domain.integrity.report_trail import Trail, hold
from medborgarloften.domain.moments import swedish
from medborgarloften.domain.promise import Agreement
from medborgarloften.errors import Finding, Place
from records import agreement, amended, comment, day, did, fold, planned, promise, voided

NUMBER = "790819-1237"
AGREEMENT = agreement(promise(counts=("walk",)))


def found(
    *records: Record, files: Iterable[str] = (), agreements: tuple[Agreement, ...] = (AGREEMENT,)
) -> list[tuple[str, int | None]]:
    """Return code and line of what is found in records, each a line; all of one file, or of one each."""
    names = list(files) or ["kommun.jsonl"] * len(records)
    entries = [
        Entry(name, line, f"{line:016x}", each)
        for line, (name, each) in enumerate(zip(names, records, strict=True), start=1)
    ]
    ledger = fold(records)
    log = Log(tuple(entries), ledger, Health(conflicts=ledger.conflicts))
    return [_brief(finding) for finding in audit(log, agreements, swedish)]


def _brief(finding: Finding) -> tuple[str, int | None]:
    assert finding.place
    return finding.code, finding.place.line


def test_a_log_without_faults_has_no_findings() -> None:
    """Records, plans, comments and corrections that are right are not named."""
    walk, plan = did("03-14", "walk", areas=("hagalund",), hours="2"), planned("05-01", "dialogue")
    records = (walk, plan, comment("promise", "04-01"), amended(walk, note="bra"), voided(plan))
    assert found(*records) == []


# --- words


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ({"kinds": ("walk", "stroll")}, "kinds"),
        ({"areas": ("gotham",)}, "areas"),
        ({"parties": ("fire-brigade",)}, "parties"),
        ({"tags": ("mirrors",)}, "tags"),
    ],
)
@pytest.mark.parametrize("make", [did, planned])
def test_words_that_the_agreement_does_not_know_are_named(
    make: Any, field: dict[str, Any], code: str
) -> None:
    """Such a word counts nowhere, whether it was logged or is planned."""
    kinds = field.get("kinds", ("walk",))
    others = {key: value for key, value in field.items() if key != "kinds"}
    assert found(make("03-14", *kinds, **others)) == [(f"check.unknown_{code}", 1)]


def test_an_unknown_quantity_is_named() -> None:
    """A quantity that the agreement does not declare is summed nowhere."""
    walk = did("03-14", "walk", hours="2")
    assert found(walk, agreements=(AGREEMENT._replace(quantities={}),)) == [("check.unknown_quantities", 1)]


def test_words_are_judged_as_they_are_now() -> None:
    """A wrong word that was amended, or whose record is void, is no finding."""
    one, other = did("03-14", "stroll"), did("03-15", "stroll")
    assert found(one, other, amended(one, kinds=("walk",)), voided(other)) == []


def test_a_day_without_an_agreement_has_no_words() -> None:
    """A record that no agreement covers waits for one, and is judged then; without any, nothing is judged."""
    assert found(did("2023-03-14", "stroll")) == []
    assert found(did("2022-03-14", "stroll"), agreements=()) == []


def test_a_comment_on_no_promise_is_named() -> None:
    """A comment whose promise no agreement has is shown nowhere."""
    assert found(comment("pledge", "04-01")) == [("check.unknown_promise", 1)]


# --- clocks, writers, copies, corrections


def test_a_clock_that_ran_backwards_is_named_once() -> None:
    """The first line after the leap is named, not every line that follows it."""
    times = ("2022-03-15T10:00:00.000Z", "2022-03-14T09:00:00.000Z", "2022-03-14T09:05:00.000Z")
    assert found(*(did("03-14", "walk", at=at) for at in times)) == [("check.clock", 2)]


def test_another_file_has_another_clock() -> None:
    """Lines of different files are not held against each other."""
    later, earlier = (did("03-14", "walk", at=f"2022-03-{d}T10:00:00.000Z") for d in (15, 14))
    assert found(later, earlier, files=["kommun.jsonl", "polis.jsonl"]) == []


def test_a_correction_may_be_dated_ahead() -> None:
    """A correction is dated after what it corrects, by whatever clock; nothing is held against it."""
    walk = did("03-14", "walk", at="2022-03-14T10:00:00.000Z")
    ahead = amended(walk, at="2022-03-16T10:00:00.000Z", note="bra")
    assert found(walk, ahead, did("03-15", "walk", at="2022-03-15T10:00:00.000Z")) == []


def test_a_correction_before_the_lines_above_it_is_named() -> None:
    """A correction is held against what stands before it."""
    walk = did("03-14", "walk", at="2022-03-14T10:00:00.000Z")
    early = amended(walk, at="2022-03-12T10:00:00.000Z", note="bra")
    assert found(walk, early) == [("check.clock", 2)]


def test_two_programs_may_cross() -> None:
    """Lines that were begun within a minute may be stored in any order."""
    one, other = (did("03-14", "walk", at=f"2022-03-14T10:00:{s}.000Z") for s in (30, 10))
    assert found(one, other) == []


def test_a_second_writer_in_a_file_is_named_once() -> None:
    """A file belongs to the writer of its first line; each other one is named where it first appears."""
    walk = did("03-14", "walk")
    assert isinstance(walk.content, Activity)
    other = walk._replace(id="x", content=walk.content._replace(by="polis"))
    assert found(walk, other, other, walk) == [("check.writer", 2)]
    assert found(walk, other, files=["kommun.jsonl", "polis.jsonl"]) == []


def test_copies_that_differ_are_named_and_equal_ones_are_not() -> None:
    """Of a record in conflict every copy is named that differs from the first."""
    walk = did("03-14", "walk")
    assert isinstance(walk.content, Activity)
    other = walk._replace(content=walk.content._replace(note="två"))
    files = ["a.jsonl", "b.jsonl", "c.jsonl"]
    assert found(walk, other, walk._replace(fits=False), files=files) == [("check.conflict", 2)]
    assert found(walk, walk, walk, files=files) == []


def test_corrections_of_what_has_not_arrived_are_named() -> None:
    """An amendment, a void and a redaction wait for their record, each said in its own words."""
    walk = did("03-14", "walk")
    redaction = Record("r", walk.at, "redact", Redaction("kommun", walk.id, ("note",), "skäl"))
    late = (amended(walk, note="bra"), voided(walk), redaction._replace(at="2022-12-31T00:00:00.001Z"))
    codes = [code for code, _ in found(*late)]
    assert codes == ["check.pending_amend", "check.pending_void", "check.pending_redact"]


# --- identity numbers


@pytest.mark.parametrize("field", ["note", "ref", "source", "extra"])
def test_an_identity_number_in_any_text_is_found(field: str) -> None:
    """Every text is looked at, those included that this version does not know."""
    text = f"Anna {NUMBER}" if field != "extra" else json.dumps({"x-who": [f"Anna {NUMBER}"]})
    assert found(did("03-14", "walk", **{field: text})) == [("check.personal", 1)]


def test_an_identity_number_in_a_correction_or_comment_is_found() -> None:
    """The reason and the new texts of a correction are stored texts too, and so are comments."""
    walk = did("03-14", "walk")
    said = comment("promise", "04-01")
    said = said._replace(content=said.content._replace(text=NUMBER))  # type: ignore[call-arg]  # a comment's
    assert found(walk, amended(walk, note=NUMBER), said) == [("check.personal", 2), ("check.personal", 3)]


WRONG = "790819-1234"


def test_a_wrong_check_digit_is_found_unless_somebody_vouches_for_it() -> None:
    """A mistyped number is found like a right one; the record itself, or an amendment, may say it is none."""
    walk = did("03-14", "walk", note=f"ärende {WRONG}")
    vouched = did("03-14", "walk", note=f"ärende {WRONG}", not_personal=True)
    assert found(walk) == [("check.personal", 1)]
    assert found(vouched) == []
    assert found(did("03-14", "walk", note=NUMBER, not_personal=True)) == [("check.personal", 1)]


def test_an_amendment_vouches_for_the_text_that_it_repeats_only() -> None:
    """Who writes a text again with `not_personal` speaks of the record that has it, but of no other text."""
    walk = did("03-14", "walk", note=f"ärende {WRONG}", ref=f"Kalle {WRONG}")
    again = amended(walk, note=f"ärende {WRONG}")
    assert isinstance(again.content, Amendment)
    again = again._replace(content=again.content._replace(not_personal=True))
    assert found(walk, again) == [("check.personal", 1)]
    assert found(did("03-14", "walk"), walk._replace(content=walk.content._replace(ref=None)), again) == []  # type: ignore[call-arg]  # an activity's


@pytest.mark.parametrize("vouched", [b"", b',"not_personal":true'])
def test_a_wrong_check_digit_in_an_unreadable_line(vouched: bytes) -> None:
    """What the line itself says of its texts is heeded, though it is no record."""
    line = b'{"note":"Kalle ' + WRONG.encode() + b'"' + vouched
    codes = [f.code for f in faults([Trouble("damaged", "a.jsonl", 1, "log.not_json")], (), {}, [line])]
    assert codes == ["log.not_json", *([] if vouched else ["check.personal"])]


def test_ids_and_dates_are_no_identity_numbers() -> None:
    """What the program writes itself is never taken for one."""
    walk = did("2022-01-01/2022-12-31", "walk", plan="00000000-0000-7000-8000-197908191237")
    assert found(walk, amended(walk, day=day("2022-03-14"))) == []


def test_identity_numbers_in_a_promise_file_are_found_by_line() -> None:
    """Each line on which one begins is named once, comments and wrapped numbers included."""
    wrapped = "source: 790819-\n  1237\n"
    text = f"title: Löften\n# {NUMBER} och {NUMBER}\ncontact: 08-746 10 00\n{wrapped}x-a: {WRONG}\n"
    places = [finding.place for finding in personal_lines("p.yaml", text)]
    assert places == [Place("p.yaml", 2), Place("p.yaml", 4), Place("p.yaml", 6)]


# --- lines of a file


def test_a_misplaced_line_is_told_where_it_belongs() -> None:
    """A line that continues another one of the file is named with that, or with the beginning."""
    troubles = [Trouble("edited", "a.jsonl", line, "log.edited") for line in (2, 5, 7)]
    findings = list(faults(troubles, (), {2: 0, 5: 3}, []))
    assert [(finding.code, finding.facts.get("after")) for finding in findings] == [
        ("check.first", "0"),
        ("check.moved", "3"),
        ("log.edited", None),
    ]


def test_a_line_after_an_unreadable_one_is_not_blamed() -> None:
    """A line that continues the damaged one before it is as it was written."""
    troubles = [
        Trouble("damaged", "a.jsonl", 2, "log.field", "kinds"),
        Trouble("edited", "a.jsonl", 3, "log.edited"),
    ]
    assert [_brief(finding) for finding in faults(troubles, (), {3: 2}, [])] == [("log.field", 2)]


def test_a_marker_of_git_is_called_so() -> None:
    """What git left is neither damaged nor torn, but a conflict to be solved."""
    troubles = [Trouble("torn", "a.jsonl", 1, "log.torn")]
    assert [_brief(finding) for finding in faults(troubles, [1], {}, [])] == [("check.marker_log", 1)]


def test_an_identity_number_in_an_unreadable_line_is_found() -> None:
    """A line that holds no record may hold a number all the same."""
    troubles = [Trouble("damaged", "a.jsonl", 1, "log.not_json")]
    codes = [finding.code for finding in faults(troubles, (), {}, [f"Anna {NUMBER}".encode()])]
    assert codes == ["log.not_json", "check.personal"]


# --- a report


def entries(*files: int) -> list[Entry]:
    """Return the lines of files with so many records each; the sum tells file and record."""
    return [
        Entry(f"{file}.jsonl", line, f"{file}-{line}", None)
        for file, records in enumerate(files)
        for line in range(1, records + 1)
    ]


def held(trail: Trail | None, *files: int) -> list[str]:
    """Return the codes of what speaks against a report."""
    return [finding.code for finding in hold("r.html", trail, ["Solna"], entries(*files))]


def test_a_report_fits_a_log_that_only_grew() -> None:
    """More records and more files take nothing from an old report; one of an empty log fits any."""
    assert held(Trail("Solna", 5, ((3, "0-3"), (2, "1-2"))), 3, 2) == []
    assert held(Trail("Solna", 5, ((3, "0-3"), (2, "1-2"))), 7, 2, 1) == []
    assert held(Trail("Solna", 0, ()), 3) == []


def test_a_report_notices_what_is_gone() -> None:
    """A last line that is not there any more, and a file that is not, are each named."""
    assert held(Trail("Solna", 5, ((3, "0-3"), (2, "1-2"))), 2) == ["check.report_lost"] * 2


def test_a_report_notices_records_that_are_missing_before_a_sum() -> None:
    """The sum is there, but as that of another record."""
    assert held(Trail("Solna", 4, ((4, "0-3"),)), 3) == ["check.report_shifted"]


def test_a_report_that_contradicts_itself_was_altered() -> None:
    """Its number of records is the sum over its files."""
    assert held(Trail("Solna", 4, ((3, "0-3"),)), 3) == ["check.report_altered"]


def test_another_municipality_and_no_report() -> None:
    """What is not about this log is not held against it."""
    assert held(Trail("Järfälla", 9, ((9, "x"),)), 3) == ["check.other_municipality"]
    assert held(None, 3) == ["check.no_report"]


def test_without_an_agreement_any_municipality_will_do() -> None:
    """Where promise files are wrong the municipality is not known, and the rest is still compared."""
    trail = Trail("Järfälla", 9, ((9, "x"),))
    assert [finding.code for finding in hold("r.md", trail, [], entries(3))] == ["check.report_lost"]
