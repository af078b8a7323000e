"""`loften check`: each kind of finding, made to happen in a workspace; and silence when all is well."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from logs import chain, identifier, put, raw, walk, written
from medborgarloften.files.copies import copies
from medborgarloften.files.promise_file.remarks import remarks
from world import SHIPPED, Result, World

GALLERY = Path(__file__).parent.parent / "errors"
FILE, LOG = "promises-2022.yaml", "kommun-000000.jsonl"
NUMBER = "790819-1237"
FIVE = chain(*(walk(number) for number in range(1, 6)))
EDITED = FIVE[1].replace(b"vandring 2", b"vandring 9")
LANGUAGES = ("sv", "en")

every_language = pytest.mark.parametrize("language", LANGUAGES)


def _log(*lines: bytes, name: str = LOG) -> Callable[[Path], None]:
    """Return what puts a log file of these lines into a workspace."""
    return lambda folder: _put(folder, b"".join(lines), name)


def _put(folder: Path, data: bytes, name: str = LOG) -> None:
    put(folder / "log", data, name)


def _promises(old: str, new: str) -> Callable[[Path], None]:
    """Return what changes the promise file of a workspace."""

    def change(folder: Path) -> None:
        text = (folder / FILE).read_text(encoding="utf-8")
        assert old in text
        (folder / FILE).write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def _copied(folder: Path) -> None:
    _log(*FIVE)(folder)
    _log(*FIVE, name="kommun-000000.sync-conflict-20220314-093000-ABCDEFG.jsonl")(folder)


def _in_conflict(folder: Path) -> None:
    _log(FIVE[0])(folder)
    other = chain(walk(1, note="en annan"))
    _log(*other, name="polis-000000.jsonl")(folder)


def _promise_file(text: str) -> Callable[[Path], None]:
    """Return what puts a promise file into a workspace in place of the one there."""
    return lambda folder: _write(folder / FILE, text)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


_SMALL = """\
loften: 1
municipality: Solna
title: Medborgarlöften 2022
period: {from: 2022-01-01, to: 2022-12-31}   # both days
kinds:
  walk:   # all of them
    name: trygghetsvandring
promises:
  - id: walks   # no text
    text: Fyra trygghetsvandringar #tryggstad och fyra medborgardialoger
    targets: [{count: walk, at_least: 4}]
"""
_CUT_EVERYWHERE = """\
loften: 1   # no text
municipality: Solna #1
title: {sv: Löften, en: Promises   # the title
  }
period: {from: 2022-01-01, to: 2022-12-31}
language: sv   # no text
source: "Solna #1"   # quoted
contact: 08-1 #2
parties:
  police: Polisen #3
areas:
  haga:
    name: Haga #4
    aliases:
      - Hagastan #5
    focus: true   # no text
kinds:
  walk:
    name: vandring #6
    plural: vandringar #7
    tags:
      light: belysning #8
quantities:
  hours: timmar #9
x-own: anything #10
promises:
  - id: walks
    text: En text
      på två rader #11
    rule: >
      Räknas #12
    decision: KS 2022 #13
    areas:
      - haga   # no text
    targets:
      - count: walk   # no text
        at_least: 4   # no text
        per: year   # no text
        name: rad #14
"""


def _doubled(*names: str) -> Callable[[Path], None]:
    """Return what copies the promise file of a workspace, to the byte."""

    def copy(folder: Path) -> None:
        for name in names:
            shutil.copy(folder / FILE, folder / name)

    return copy


_VOID = written(2, "void", date=None, kinds=None, of=identifier(1), reason="fel")
_COMMENT = written(1, "comment", kinds=None, promise="pledge", text="Ord.")
_BY_ANOTHER = walk(2)._replace(content=walk(2).content._replace(by="polis"))
CASES: dict[str, Callable[[Path], None]] = {
    "a line was edited": _log(FIVE[0], EDITED, *FIVE[2:]),
    "a line was removed": _log(*FIVE[:2], *FIVE[3:]),
    "line 2 was moved to 4": _log(FIVE[0], FIVE[2], FIVE[3], FIVE[1], FIVE[4]),
    "lines 1 and 2 were exchanged": _log(FIVE[1], FIVE[0]),
    "a line was inserted": _log(*FIVE[:2], raw(written(9), "0123456789abcdef"), *FIVE[2:]),
    "a line is damaged": _log(*FIVE[:2], raw(written(9, kinds=[])), *FIVE[2:]),
    "a line was damaged that had been good": _log(FIVE[0], FIVE[1].replace(b'"walk"', b""), *FIVE[2:]),
    "a line is torn": _log(*FIVE[:2], FIVE[2][:40], b"\n", *FIVE[2:]),
    "another writer's file ends in the middle": _log(*FIVE[:2], FIVE[2][:40]),
    "a line is newer": _log(raw(written(v=2))),
    "copies differ": _in_conflict,
    "a record has not arrived": _log(raw(_VOID)),
    "a copy of a sync program": _copied,
    "a copy of the promise file": _doubled("promises-2022 (kopia).yaml", "promises-2022 (1).yaml"),
    "markers of git in the log": _log(FIVE[0], b"<<<<<<< HEAD\n", FIVE[1], b"=======\n", b">>>>>>> b\n"),
    "markers of git in a promise file": _promises(
        "municipality: Solna\n", "<<<<<<< HEAD\nmunicipality: Solna\n=======\n>>>>>>> b\n"
    ),
    "two writers in a file": _log(*chain(walk(1), _BY_ANOTHER)),
    "a clock ran backwards": _log(*chain(walk(200), walk(2))),
    "unknown words": _log(*chain(walk(1, areas=("gotham",)), walk(2, tags=("mirrors",), parties=("fire",)))),
    "a comment on no promise": _log(raw(_COMMENT)),
    "an identity number in the log": _log(*chain(walk(1, note=f"Anna {NUMBER}"))),
    "a text is cut off by a comment": _promise_file(_SMALL),
    "words of the template": _promise_file(
        _SMALL.replace("Solna", "Vår kommun").replace(" #tryggstad och fyra medborgardialoger", "")
        + "    decision: Registry number\n"
    ),
    "an identity number in a promise file": _promises("title:", f"# Anna {NUMBER}\ntitle:"),
}


@every_language
def test_every_fault_is_found_and_named(
    solna: World, tmp_path: Path, language: str, golden: Callable[[str, str], None]
) -> None:
    """Each is named by file and line with what to do, on standard output, exit code 1; again each time."""
    shown = []
    for name, spoil in CASES.items():
        world = World(tmp_path / name, solna.environ)
        shutil.copytree(solna.folder, world.folder)
        spoil(world.folder)
        before = _files(world.folder)
        result = world.run("--lang", language, "check")
        assert (result.code, result.err) == (1, "")
        assert world.run("--lang", language, "check") == result
        assert _files(world.folder) == before
        assert NUMBER not in result.out
        shown.append(f"# {name}\n{result.out}")
    golden(f"check-{language}", "\n".join(shown))


def _files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_every_free_text_that_a_comment_cuts_off_is_found(solna: World) -> None:
    """Names, texts and aliases are; quoted and folded texts, ids, days and words of the format are not."""
    _promise_file(_CUT_EVERYWHERE)(solna.folder)
    found = solna.run("check", "--format", "json").json["findings"]
    lines = [number for number, line in enumerate(_CUT_EVERYWHERE.splitlines(), 1) if "#" in line]
    silent = ("no text", "quoted", "#10", "#12")
    loud = [n for n in lines if not any(word in _CUT_EVERYWHERE.splitlines()[n - 1] for word in silent)]
    assert [(finding["code"], finding["line"]) for finding in found] == [("check.cut", n) for n in loud]
    assert len(loud) == 13
    assert solna.run("promises").code == 0


def test_the_files_and_pages_of_the_project_have_no_text_cut_off() -> None:
    """What people copy from is clean: shipped and published agreements, and the example of the format."""
    tests = GALLERY.parent
    (example,) = re.findall(
        r"```yaml\n(loften: 1.*?)```",
        (tests.parent / "docs/formats.md").read_text(encoding="utf-8"),
        re.DOTALL,
    )
    texts = [
        path.read_text(encoding="utf-8") for path in [SHIPPED, *tests.glob("agreements/*/promises*.yaml")]
    ]
    for text in [example, *texts]:
        assert not remarks(text, FILE, [], ())


def test_a_file_with_a_key_twice_has_no_remarks(solna: World) -> None:
    """What stands below a key that is there already is no value of the file: only the key is named."""
    _promise_file(_SMALL + "contact: {sv: Här}\ncontact: [Vår kommun #1\n  ]\n")(solna.folder)
    found = solna.run("check", "--format", "json").json["findings"]
    assert [finding["code"] for finding in found] == ["schema.missing", "yaml.twice"]


@every_language
def test_a_fresh_template_is_to_be_filled_in_and_has_no_text_cut_off(
    solna: World, tmp_path: Path, language: str
) -> None:
    """`check` after `init` names what nobody's agreement is called, and what is to be confirmed."""
    place = tmp_path / "new"
    assert solna.run_bare("--lang", language, "init", str(place)).code == 0
    found = World(place, solna.environ).run("check", "--format", "json").json["findings"]
    assert [finding["code"] for finding in found] == ["check.unfilled"] * 4
    assert solna.run_bare("--lang", language, "--dir", str(solna.folder), "init", "--year", "2023").code == 0
    found = solna.run("check", "--format", "json").json["findings"]
    assert {finding["code"] for finding in found} == {"check.draft", "check.confirm"}


SYNCED = [
    "promises-2022 (kopia).yaml",
    "promises-2022 kopia 2.yaml",
    "promises-2022 - Copy.yaml",
    "promises-2022 (1).yaml",
    "promises-2022-DESKTOP-AB12CD.yaml",
    "promises-2022.sync-conflict-20220314-093000-ABCDEFG.yaml",
    "promises-2022-gammal.yaml",
]


@pytest.mark.parametrize("name", SYNCED)
def test_a_copy_of_the_promise_file_stops_nothing(solna: World, name: str) -> None:
    """Whatever it is called, a copy is not read: figures stay, every command and `check` name it."""
    solna.did("log", "walk")
    before = solna.status()
    _doubled(name)(solna.folder)
    warning = f"Varning: {name} är en kopia av {FILE} och läses inte. Flytta bort den.\n"
    assert solna.status() == before
    for command in (("status",), ("list",), ("log", "patrol"), ("report", "--month", "2022-03")):
        result = solna.run(*command)
        assert (result.code, result.err) == (0, warning), command
    found = solna.run("check", "--format", "json").json["findings"]
    assert [(finding["code"], finding["file"]) for finding in found] == [("check.double", name)]


@pytest.mark.parametrize("name", SYNCED[:-1])
def test_a_copy_that_differs_is_refused_as_a_copy(solna: World, name: str) -> None:
    """Nobody but a person can tell which of two versions is in force: nothing is stored."""
    text = (solna.folder / FILE).read_text(encoding="utf-8")
    (solna.folder / name).write_text(f"{text}# mer\n", encoding="utf-8")
    result = solna.run("log", "walk")
    assert result.code == 3
    said = f"ser ut som en kopia av {FILE} men skiljer sig från den: båda gäller"
    assert result.err.startswith(f"{name}:")
    assert said in result.err
    assert not (solna.folder / "log").exists()


# --- silence


@pytest.mark.parametrize("command", [("log", "walk"), ("plan", "walk", "--date", "2022-05-01"), ("status",)])
def test_nothing_is_said_when_all_is_well(solna: World, command: tuple[str, ...]) -> None:
    """A workspace with and without records is well: no output at all, exit code 0."""
    assert solna.run("check") == Result(0, "", "")
    assert solna.run(*command).code == 0
    assert solna.run("check") == Result(0, "", "")


def test_a_life_of_records_is_well(solna: World) -> None:
    """What the program's own commands write has no findings, whatever is corrected and booked."""
    for words in (
        ("log", "walk", "dialogue", "--area", "Hagalund", "--date", "2022-03-14"),
        ("log", "patrol", "--period", "2022-03", "--count", "24", "--source", "Polisen"),
        ("amend", "last", "--count", "25", "--reason", "fel"),
        ("plan", "walk", "--date", "2022-05-01"),
        ("void", "last", "--reason", "inställd"),
        ("comment", "1", "Bra.", "--verdict", "kept"),
    ):
        assert solna.run(*words).code == 0
    assert solna.run("check") == Result(0, "", "")


def test_the_document_says_the_same(solna: World) -> None:
    """JSON has every finding with code, place, text and remedy; an empty list when all is well."""
    assert solna.run("check", "--format", "json").json == {"format": "loften-check/1", "findings": []}
    _log(FIVE[0], EDITED)(solna.folder)
    result = solna.run("--lang", "en", "check", "--format", "json")
    assert (result.code, result.err) == (1, "")
    assert result.json["findings"] == [
        {
            "code": "log.edited",
            "file": LOG,
            "line": 2,
            "column": None,
            "text": "edited by hand, or the line before is missing",
            "remedy": "Compare the file with an older copy: its lines must not be changed "
            f'after loften has written them. If you have none: loften check --accept {LOG} --reason "…"',
        }
    ]


def test_hundreds_of_findings_are_gathered(solna: World) -> None:
    """Of many alike the first ten are shown, how many more there are, and the remedy once; JSON has all."""
    _log(*[b"{}\n"] * 300)(solna.folder)
    lines = solna.run("check").out.splitlines()
    assert [line.partition(" ")[0] for line in lines[:10]] == [f"{LOG}:{n}:" for n in range(1, 11)]
    assert lines[10] == f"{LOG}: 290 till av samma slag; --format json visar alla"
    assert len(lines) == 12
    assert len(solna.run("check", "--format", "json").json["findings"]) == 300


# --- promise files


PROMISE_CASES = sorted(path.name.removesuffix(".sv.txt") for path in (GALLERY / "promises").glob("*.sv.txt"))


@every_language
@pytest.mark.parametrize("name", PROMISE_CASES)
def test_a_bad_promise_file_is_a_finding(solna: World, name: str, language: str) -> None:
    """What every other command refuses with is found here in the same words, with exit code 1."""
    source = GALLERY / "promises" / f"{name}.yaml"
    sources = [source] if source.exists() else sorted((GALLERY / "promises" / name).glob("*.yaml"))
    if not sources:
        pytest.skip("made by the gallery itself")
    for path in sources:
        shutil.copy(path, solna.folder / (FILE if path == source else path.name))
    result = solna.run("--lang", language, "check")
    refusal = solna.run("--lang", language, "status").err
    assert (result.code, result.err) == (1, "")
    said = set(result.out.splitlines())
    assert said >= set(refusal.splitlines())
    assert said == set(refusal.splitlines()) or name in ("identity-number", "id-personal")


def test_the_log_is_checked_though_promise_files_are_wrong(solna: World) -> None:
    """A mistake in the one hides none in the other; words are judged again once the file is right."""
    _promises("municipality:", "municipalty:")(solna.folder)
    _log(*chain(walk(1, areas=("gotham",))), EDITED)(solna.folder)
    findings = solna.run("check", "--format", "json").json["findings"]
    assert [finding["file"] for finding in findings] == [FILE, LOG]


def test_a_line_of_equals_signs_alone_is_no_marker(solna: World) -> None:
    """People draw lines in comments and texts."""
    text = (solna.folder / FILE).read_text(encoding="utf-8")
    (solna.folder / FILE).write_text(f"x-text: |\n  a\n  =======\n{text}", encoding="utf-8")
    assert solna.run("check") == Result(0, "", "")


# --- files


@pytest.mark.parametrize(
    ("name", "original"),
    [
        ("kommun-7f3a9c (Annas conflicted copy 2022-03-14).jsonl", "kommun-7f3a9c.jsonl"),
        ("kommun-7f3a9c (conflicted copy 2022-03-14 093000).jsonl", "kommun-7f3a9c.jsonl"),
        ("kommun-7f3a9c (Annas konfliktkopia 2022-03-14).jsonl", "kommun-7f3a9c.jsonl"),
        ("kommun-7f3a9c (SFConflict anna@solna.se 2022-03-14-09-30-00).jsonl", "kommun-7f3a9c.jsonl"),
        ("promises-2022.sync-conflict-20220314-093000-ABCDEFG.yaml", "promises-2022.yaml"),
        ("promises-2022_conflict-20220314-093000.yaml", "promises-2022.yaml"),
        ("promises-2022-DESKTOP-4F5G6H7.yaml", "promises-2022.yaml"),
    ],
)
def test_copies_of_sync_programs_are_known_by_name(name: str, original: str) -> None:
    """Names that no person gives are known even where the original is gone."""
    assert copies([name]) == {name: original}


@pytest.mark.parametrize(
    "name",
    [f"kommun{end}.jsonl" for end in (" (1)", " - kopia", " - Copy (2)", " 2", "-PC08")],
)
def test_some_names_are_copies_beside_the_original_only(name: str) -> None:
    """What a person may have called a file is a copy only where the original is."""
    assert copies([name]) == {}
    assert copies([name, "kommun.jsonl"]) == {name: "kommun.jsonl"}


def test_names_of_people_are_no_copies() -> None:
    """Years, seasons and other files are left alone."""
    names = ["promises.yaml", "promises-2022.yaml", "promises-VT22.yaml", "promises 2.yaml"]
    names += ["a.txt", "a (1).txt"]
    assert copies([*names, "kommun-7f3a9c.jsonl", "kommun-000000.jsonl", "kommun.jsonl"]) == {}


def test_a_copy_that_was_moved_away_is_not_missed(solna: World) -> None:
    """To do what is advised about a copy ends the matter."""
    _copied(solna.folder)
    assert solna.run("check").code == 1
    next((solna.folder / "log").glob("*sync-conflict*")).unlink()
    assert solna.run("check") == Result(0, "", "")


@every_language
def test_what_this_machine_saw_and_is_gone_is_named(solna: World, language: str) -> None:
    """A file that vanished, and one that lost its last lines, are findings until they are back."""
    _log(*FIVE)(solna.folder)
    _log(*FIVE, name="polis-000000.jsonl")(solna.folder)
    assert solna.run("check").code == 0
    _log(*FIVE[:3])(solna.folder)
    (solna.folder / "log" / "polis-000000.jsonl").unlink()
    shrunk = {
        "sv": ("poster som fanns i filen saknas nu", "Återställ dem från en säkerhetskopia. Finns ingen:"),
        "en": (
            "records that were in the file are now missing",
            "Restore them from a backup. If there is none:",
        ),
    }
    gone = {
        "sv": ("filen saknas i loggen", "Återställ den från en säkerhetskopia. Finns ingen:"),
        "en": ("the file is missing from the log", "Restore it from a backup. If there is none:"),
    }
    said = "".join(
        f'{file}: {what}\n  {remedy} loften check --accept {file} --reason "…"\n'
        for file, (what, remedy) in ((LOG, shrunk[language]), ("polis-000000.jsonl", gone[language]))
    )
    for _ in range(2):
        assert solna.run("--lang", language, "check") == Result(1, said, "")


# --- a report


@pytest.fixture
def reported(solna: World) -> World:
    """Return a workspace with two writers and the reports of March, in every format."""
    _log(*FIVE)(solna.folder)
    _log(*chain(*(walk(number) for number in range(11, 14))), name="polis-000000.jsonl")(solna.folder)
    formats = ("--format", "html", "--format", "md", "--format", "json")
    assert solna.run("report", "--month", "2022-03", *formats).code == 0
    return solna


def _against(world: World, form: str, *words: str) -> Result:
    return world.run(*words, "check", "--report", str(world.folder / "reports" / f"2022-03.{form}"))


every_format = pytest.mark.parametrize("form", ["html", "md", "json"])


@every_format
def test_a_report_fits_the_log_it_was_made_from(reported: World, form: str) -> None:
    """Right after it was made, and when more was logged since."""
    assert _against(reported, form) == Result(0, "", "")
    assert reported.run("log", "walk").code == 0
    assert _against(reported, form) == Result(0, "", "")


@every_format
def test_a_report_shows_what_was_cut_off_since(
    reported: World, form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A machine that never saw the log learns from the report that its last lines are gone."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "another machine"))
    _log(*FIVE[:4])(reported.folder)
    result = _against(reported, form, "--lang", "en")
    last = json.loads(FIVE[4])["sum"]
    file = reported.folder / "reports" / f"2022-03.{form}"
    assert result == Result(
        1,
        f"{file}: the checksum {last}, for record 5 in one of the files, is no longer in the log\n"
        "  The log has been changed since the report was made. Compare it with a backup from that time.\n",
        "",
    )


@pytest.mark.slow
@every_format
def test_a_report_of_a_long_log_is_read_in_both_languages(solna: World, form: str) -> None:
    """The number of records is understood however its digits are grouped."""
    _log(*chain(*(walk(number) for number in range(1, 12_346))))(solna.folder)
    for language in LANGUAGES:
        words = ("report", "--month", "2022-03", "--format", form, "--replace")
        assert solna.run("--lang", language, *words).code == 0
        assert _against(solna, form) == Result(0, "", "")


@every_format
@every_language
def test_a_report_of_another_municipality_is_refused(reported: World, form: str, language: str) -> None:
    """It is named, and not compared."""
    _promises("municipality: Solna", "municipality: 'A*b & <c>'")(reported.folder)
    result = _against(reported, form, "--lang", language)
    said = {
        "sv": "rapporten gäller Solna, inte A*b & <c>\n",
        "en": "the report is about Solna, not A*b & <c>\n",
    }
    assert result.code == 1
    assert said[language] in result.out
    assert reported.run("report", "--month", "2022-03", "--format", form, "--replace").code == 0
    assert _against(reported, form) == Result(0, "", "")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"{}",
        b"{",
        b'{"format": "loften-report/1"}',
        b"[]",
        b"# Protokoll\n",
        b"<html></html>",
    ],
)
@every_language
def test_what_is_no_report_is_called_so(solna: World, data: bytes, language: str) -> None:
    """Any other file is a finding, not an error of the program."""
    (solna.folder / "file").write_bytes(data)
    said = {"sv": "filen är ingen rapport från loften\n", "en": "the file is not a report from loften\n"}
    result = solna.run("--lang", language, "check", "--report", str(solna.folder / "file"))
    assert (result.code, result.err) == (1, "")
    assert said[language] in result.out


def test_a_report_that_was_altered_is_noticed(reported: World) -> None:
    """Its own numbers must agree with each other."""
    path = reported.folder / "reports" / "2022-03.md"
    path.write_text(path.read_text(encoding="utf-8").replace(" | 5 |", " | 4 |"), encoding="utf-8")
    codes = [finding["code"] for finding in _against_json(reported, path)]
    assert codes == ["check.report_altered", "check.report_shifted"]


@pytest.mark.parametrize("form", ["html", "md"])
def test_a_page_whose_sum_was_altered_is_noticed(reported: World, form: str) -> None:
    """What people read and what programs read must agree, whichever of the two was altered."""
    path, last = reported.folder / "reports" / f"2022-03.{form}", json.loads(FIVE[4])["sum"]
    page = path.read_text(encoding="utf-8")
    assert page.count(last) == 2
    for other in (page.replace(last, "0" * 16, 1), page.replace(f'"{last}"', f'"{"0" * 16}"')):
        path.write_text(other, encoding="utf-8")
        assert [finding["code"] for finding in _against_json(reported, path)] == ["check.report_altered"]


def _against_json(world: World, path: Path) -> list[dict[str, object]]:
    result = world.run("check", "--report", str(path), "--format", "json")
    assert isinstance(result.json["findings"], list)
    return result.json["findings"]


# --- exit codes


def test_other_exit_codes(solna: World, tmp_path: Path) -> None:
    """2 for wrong use, 3 without a workspace, 4 for what cannot be read; standard output stays empty."""
    for code, words in (
        (2, ("check", "--format", "xml")),
        (2, ("check", "everything")),
        (4, ("check", "--report", "no-such-file.html")),
        (4, ("check", "--report", str(tmp_path))),
    ):
        result = solna.run(*words)
        assert (result.code, result.out) == (code, "")
        assert result.err.startswith("Fel: ")
    assert solna.run_bare("check", HOME=str(tmp_path)).code == 3


def test_a_log_that_cannot_be_read_is_an_error(solna: World) -> None:
    """What could not be looked at is never said to be well."""
    (solna.folder / "log").write_text("x")
    result = solna.run("check")
    assert (result.code, result.out) == (4, "")
