"""`loften init`: a workspace that works at once, and next year’s agreement beside the old one."""

import errno
import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from medborgarloften.files.disk import replace_whole
from medborgarloften.files.promise_file.next_period import Move, moved
from medborgarloften.files.promise_file.read import checked
from world import SHIPPED, World

SCHEMA = "promises.schema.json"
POINTER = f"# yaml-language-server: $schema={SCHEMA}"


@pytest.fixture
def empty(solna: World) -> World:
    """Return the world in an empty folder."""
    for path in solna.folder.iterdir():
        path.unlink()
    return solna


def _files(folder: Path) -> Mapping[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def _lines(world: World, name: str) -> list[str]:
    return (world.folder / name).read_text(encoding="utf-8").splitlines()


# --- a new workspace


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_template_is_valid_as_it_stands(empty: World, language: str) -> None:
    """A new workspace can be logged in and looked at at once; its year is the current one."""
    made = empty.run("--lang", language, "init")
    assert (made.code, made.err) == (0, "")
    assert sorted(_files(empty.folder)) == ["promises-2022.yaml", SCHEMA]
    assert empty.run("log", "patrol").code == 0
    assert empty.status()["period"] == {"from": "2022-01-01", "to": "2022-12-31"}


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_promise_with_a_number_in_the_template_is_valid_too(empty: World, language: str) -> None:
    """Taking away the `# ` before the template’s second promise, as it says, gives a target."""
    empty.run("--lang", language, "init")
    path = empty.folder / "promises-2022.yaml"
    text = path.read_text(encoding="utf-8")
    start, end = text.index("  # - id: walks"), text.index("  #\n", text.index("at_least"))
    example = text[start:end].replace("\n  # ", "\n  ").replace("  # - id", "  - id", 1)
    path.write_text(text[:start] + example + text[end:], encoding="utf-8")
    assert [promise["id"] for promise in empty.status()["promises"]] == ["foot-patrol", "walks"]


def test_the_template_explains_every_key_of_the_format(empty: World) -> None:
    """Whoever fills in the template needs no other page."""
    empty.run("init")
    text = (empty.folder / "promises-2022.yaml").read_text(encoding="utf-8")
    schema = empty.run("schema", "promises").json
    models = [schema, *(model for name, model in schema["$defs"].items() if name != "Translated")]
    keys = {key for model in models for key in model["properties"]}
    assert [key for key in sorted(keys) if key not in text] == []


def test_an_editor_is_told_of_the_schema(empty: World) -> None:
    """The first line names the schema, which lies beside the file and is what `loften schema` prints."""
    empty.run("init")
    assert _lines(empty, "promises-2022.yaml")[0] == POINTER
    assert (empty.folder / SCHEMA).read_text(encoding="utf-8") == empty.run("schema", "promises").out


def test_a_folder_is_made_where_the_argument_says(empty: World) -> None:
    """The folder of the argument is made, with those above it, for the year that was asked for."""
    made = empty.run_bare("init", "nya/solna", "--year", "2025")
    assert made.code == 0
    assert (empty.folder.parent / "nya" / "solna" / "promises-2025.yaml").is_file()


def test_a_workspace_from_the_shipped_file(empty: World) -> None:
    """`--from-file solna` gives Solna’s own text below the line for editors."""
    assert empty.run("init", "--from-file", "solna").code == 0
    text = (empty.folder / "promises-2022.yaml").read_text(encoding="utf-8")
    assert text == f"{POINTER}\n{SHIPPED.read_text(encoding='utf-8')}"


def test_a_wrong_file_is_not_taken(empty: World) -> None:
    """A promise file that its reader refuses, or that is not there, makes no workspace."""
    (empty.folder.parent / "wrong.yaml").write_text("loften: 2\n", encoding="utf-8")
    assert empty.run("init", "--from-file", "wrong.yaml").code == 3
    assert empty.run("init", "--from-file", "missing.yaml").code == 4
    assert not _files(empty.folder)


def test_git_is_told_to_leave_the_log_alone(empty: World) -> None:
    """With `--git`, line ends of the log stay, its lines are never merged, and temporary files ignored."""
    assert empty.run("init", "--git").code == 0
    folder = empty.folder
    subprocess.run(["git", "init", "-q", str(folder)], check=True)
    asked = ["git", "-C", str(folder), "check-attr", "text", "merge", "--", "log/kommun-7f3a9c.jsonl"]
    said = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    assert [line.rpartition(" ")[2] for line in said.splitlines()] == ["unset", "unset"]
    ignored = ["git", "-C", str(folder), "check-ignore", "-q", "reports/.2022-03.html.0badcafe.tmp"]
    assert subprocess.run(ignored, check=False).returncode == 0


# --- refused, and nothing written


@pytest.mark.parametrize("words", [["init"], ["init", "--from-file", "solna"], ["init", "--git"]])
def test_a_workspace_is_not_begun_twice(solna: World, words: list[str]) -> None:
    """Where there is a workspace, only `--year` adds to it."""
    before = _files(solna.folder)
    assert solna.run(*words).code == 2
    assert _files(solna.folder) == before


def test_the_remedy_is_for_the_workspace_that_was_named(empty: World) -> None:
    """What is proposed names the folder in the way it was named, and the first year without an agreement."""
    for typed, name in [('"med mellanslag"', "med mellanslag"), ("kommun", "kommun")]:
        assert empty.run_bare("init", name).code == 0
        for year in (2023, 2024):
            assert f"till exempel loften init {typed} --year {year}.\n" in empty.run_bare("init", name).err
            assert empty.run_bare("init", name, "--year", str(year)).code == 0
    refused = empty.run_bare("--dir", "kommun", "init")
    assert "till exempel loften --dir kommun init --year 2025.\n" in refused.err
    refused = empty.run_bare("init", LOFTEN_DIR="kommun")
    assert "till exempel loften init --year 2025.\n" in refused.err
    assert f"Fel: {empty.folder.parent / 'kommun'} är redan en arbetsmapp" in refused.err


def test_the_remedy_survives_a_broken_agreement(empty: World) -> None:
    """A workspace whose promise file cannot be read is a workspace all the same."""
    (empty.folder / "promises-2022.yaml").write_text("loften: 2\n", encoding="utf-8")
    assert " init --year 2023.\n" in empty.run("init").err


@pytest.mark.parametrize("name", [SCHEMA, ".gitignore", ".gitattributes"])
def test_nothing_that_is_in_the_way_is_replaced(empty: World, name: str) -> None:
    """Somebody else’s file of a name that is needed is refused and stays; no other file is made."""
    (empty.folder / name).write_bytes(b"own\n")
    result = empty.run("init", "--git")
    assert (result.code, result.out) == (4, "")
    assert result.err.startswith(f"Fel: {name} finns redan; inget har skrivits\n")
    assert _files(empty.folder) == {name: b"own\n"}


def test_a_file_is_no_folder(empty: World) -> None:
    """Where the folder’s name is taken by a file, nothing is made."""
    taken = empty.folder.parent / "taken"
    taken.write_bytes(b"")
    for name in ("taken", "taken/solna"):
        assert empty.run_bare("init", name).code == 4
    assert taken.read_bytes() == b""


@pytest.mark.parametrize("fails_at", [1, 2])
def test_a_folder_that_cannot_be_written_stays_as_it_was(
    empty: World, monkeypatch: pytest.MonkeyPatch, fails_at: int
) -> None:
    """Where the disk refuses any of the files, none of them is left, nor the folder that was made."""
    calls: list[Path] = []

    def refuse(path: Path, data: bytes) -> None:
        calls.append(path)
        if len(calls) == fails_at:
            raise OSError(errno.ENOSPC, "full")
        replace_whole(path, data)

    monkeypatch.setattr("medborgarloften.files.create.replace_whole", refuse)
    result = empty.run_bare("init", "ny")
    assert (result.code, result.out) == (4, "")
    assert "disken är full" in result.err
    assert not (empty.folder.parent / "ny").exists()


# --- next year


def test_next_year_is_the_same_text_with_other_dates_and_marks(solna: World) -> None:
    """Every line stays but the period; numbers, and texts that name the old year, are marked."""
    assert solna.run("init", "--year", "2023").code == 0
    old, new = _lines(solna, "promises-2022.yaml"), _lines(solna, "promises-2023.yaml")
    assert new[0] == POINTER
    assert new[1].startswith("# Utkast för 2023 efter promises-2022.yaml")
    new.remove("draft: true")
    plain = [line.removesuffix("  # BEKRÄFTA för 2023") for line in new[2:]]
    assert [(one, other) for one, other in zip(old, plain, strict=True) if one != other] == [
        ("period: {from: 2022-01-01, to: 2022-12-31}", "period: {from: 2023-01-01, to: 2023-12-31}")
    ]
    marked = [line.split("#")[0].strip() for line in new[2:] if "BEKRÄFTA" in line]
    assert [line.partition(":")[0] for line in marked] == ["title", "source", "- {count", "- {count"]
    assert solna.run("log", "walk", "--date", "2022-03-14").code == 0
    assert solna.on("2023-02-01").status()["period"]["from"] == "2023-01-01"


def test_the_year_after_next_comes_from_the_last_agreement(solna: World) -> None:
    """Each year is made after the agreement before it; the schema beside them is brought up to date."""
    solna.run("init", "--year", "2023")
    (solna.folder / SCHEMA).write_text("{}", encoding="utf-8")
    assert solna.run("init", "--year", "2024").code == 0
    assert "efter promises-2023.yaml" in _lines(solna, "promises-2024.yaml")[1]
    assert (solna.folder / SCHEMA).read_text(encoding="utf-8") == solna.run("schema", "promises").out


def test_a_year_that_is_there_is_refused(solna: World) -> None:
    """Agreements never overlap, so that a year that has one gets no other."""
    before = _files(solna.folder)
    assert solna.run("init", "--year", "2022").code == 2
    assert _files(solna.folder) == before


TEXT = """\
loften: 1\t# version
municipality: Solna
title: "Löften 2023
  och framåt"
period: {from: '2023-07-01', to: 2024-02-29} # halvår och lite till
kinds: {walk: {name: vandring}}
promises:
  - id: a
    text: >-
      Fyra vandringar
      under 2023.
    decision: KS 12
    from: "2023-08-01"  # efter sommaren
    targets:
      - count: walk
        at_least: 4 # i avtalet
        to: 2024-02-29
"""


def test_comments_and_quotes_stay(solna: World) -> None:
    """Dates are replaced where they stand, comments stay, and a mark never ends up inside a text."""
    text = moved(TEXT, "a.yaml", Move(months=12), "KOLLA")
    agreement = checked(text.encode(), "b.yaml")
    assert (agreement.period.first, agreement.period.last) == (date(2024, 7, 1), date(2025, 2, 28))
    assert agreement.title.sv == "Löften 2023 och framåt"
    assert agreement.promises[0].text.sv == "Fyra vandringar under 2023."
    lines = text.splitlines()
    for line in (
        "loften: 1\t# version",
        "draft: true",
        "period: {from: '2024-07-01', to: 2025-02-28} # halvår och lite till  # KOLLA",
        '    from: "2024-08-01"  # efter sommaren',
        "        at_least: 4 # i avtalet  # KOLLA",
        "    decision: KS 12  # KOLLA",
        "    text: >-  # KOLLA",
        "        to: 2025-02-28",
        "# KOLLA",
    ):
        assert line in lines, line
    assert solna.run("status").code == 0


def test_line_ends_stay(solna: World) -> None:
    """A file that was saved on Windows keeps its line ends."""
    path = solna.folder / "promises-2022.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert solna.run("init", "--year", "2023").code == 0
    body = (solna.folder / "promises-2023.yaml").read_bytes().partition(b"\n")[2]
    assert body.count(b"\r\n") == body.count(b"\n") > 100


@pytest.mark.parametrize(
    ("day", "years", "first", "last"),
    [
        ("2022-03-14", 1, "2023-03-14", "2023-03-14"),
        ("2024-02-29", 1, "2025-03-01", "2025-02-28"),
        ("2024-02-29", 4, "2028-02-29", "2028-02-29"),
        ("2023-02-28", 1, "2024-02-28", "2024-02-29"),
        ("2024-02-28", 4, "2028-02-28", "2028-02-28"),
        ("2024-02-28", 1, "2025-02-28", "2025-02-28"),
        ("2022-12-31", -1, "2021-12-31", "2021-12-31"),
    ],
)
def test_the_end_of_february_moves_with_the_year(day: str, years: int, first: str, last: str) -> None:
    """A last day stays the month’s last; a first day moves past it, so that no day is lost or doubled."""
    moving = date.fromisoformat(day)
    assert Move(12 * years).day(moving, last=False).isoformat() == first
    assert Move(12 * years).day(moving, last=True).isoformat() == last
