"""The pages on how agreements word their promises are true: every snippet, every figure, every refusal."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args

import pytest

from medborgarloften.cli.app import COMMANDS
from medborgarloften.domain.judging.standing import State
from medborgarloften.domain.per import Unit
from medborgarloften.domain.promise import RESERVED
from medborgarloften.errors import DataError
from medborgarloften.files.promise_file.read import checked, read_agreements
from medborgarloften.render.words.wording import Words
from readme import README
from world import World

Lang = Literal["sv", "en"]

DOCS = README.parent / "docs"
PAGES: dict[Lang, str] = {
    "sv": (DOCS / "loften-som-de-skrivs.md").read_text(encoding="utf-8"),
    "en": (DOCS / "promises-as-written.md").read_text(encoding="utf-8"),
}
LABELS: dict[Lang, tuple[str, str]] = {"sv": ("**Läget", "**Se upp:**"), "en": ("**Status", "**Watch out:**")}

_HEADING = re.compile(r"^(#{2,3}) (.+)$", re.MULTILINE)
_YAML = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_CLAIM = re.compile(r"<!-- loften: (?P<session>.*?) -->\n(?P<says>.+?)(?:\n\n|\Z)", re.DOTALL)
_PART = re.compile(rf"{_YAML.pattern}|{_CLAIM.pattern}", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`([^`]+)`", re.DOTALL)
_COMMENT = re.compile(r"[ \t]+#.*$", re.MULTILINE)
_QUOTE = re.compile(r"^> ”(.*)” \(.*\)$", re.MULTILINE)
_TEXT = re.compile(r'^ +text: "?(.*?)"?$', re.MULTILINE)
_LINK = re.compile(r"^\| .* \| \[(.+)\]\(#(.+)\) \|$", re.MULTILINE)
_ROW = re.compile(r"^\| `(?P<code>\{.*\})` \| (?P<answer>.+) \|$", re.MULTILINE)
_UNIT_ROW = re.compile(r"^\| [^|]+ \| `per: (?P<per>[^`]+)` \| (?P<number>\d+) \|$", re.MULTILINE)
_TARGET = re.compile(r"^ +- \{count: .*\}$", re.MULTILINE)
_KEY = re.compile(r"[{,] ?([a-z_]+):")


class Section(NamedTuple):
    """A heading with what follows it, up to the next heading."""

    level: int
    title: str
    body: str

    @property
    def snippets(self) -> list[str]:
        """The YAML blocks of the section."""
        return _YAML.findall(self.body)


def _sections(text: str) -> list[Section]:
    found = list(_HEADING.finditer(text))
    ends = [*(match.start() for match in found[1:]), len(text)]
    return [
        Section(len(match[1]), match[2], text[match.end() : end])
        for match, end in zip(found, ends, strict=True)
    ]


SECTIONS: dict[Lang, list[Section]] = {lang: _sections(text) for lang, text in PAGES.items()}
SHAPES: dict[Lang, list[Section]] = {
    lang: [section for section in sections if section.level == 3] for lang, sections in SECTIONS.items()
}
HEAD = _YAML.findall(PAGES["sv"])[0]


def _file(snippet: str) -> str:
    """Return a whole promise file: the head, where the snippet’s own keys stand instead of the head’s."""
    if snippet.startswith(" "):
        return f"{HEAD}\npromises:\n{snippet}"
    own = re.findall(r"^([a-z]+):", snippet, re.MULTILINE)
    lines = HEAD.splitlines(keepends=True)
    return "".join(line for line in lines if line.split(":")[0] not in own) + snippet


def _only_promise(target: str) -> str:
    return _file(f"  - {{id: one, text: One., targets: [{target}]}}\n")


class Claim(NamedTuple):
    """What a page says that `status` shows, after which commands, for the promises of which snippet."""

    lang: Lang
    snippet: str
    session: str
    says: str


def _claims(lang: Lang) -> Iterator[Claim]:
    snippet = ""
    for match in _PART.finditer(PAGES[lang]):
        if match["session"]:
            yield Claim(lang, snippet, match["session"], match["says"])
        else:
            snippet = match[1]


CLAIMS = [claim for lang in get_args(Lang) for claim in _claims(lang)]

every_language = pytest.mark.parametrize("lang", get_args(Lang))


@pytest.fixture
def world(tmp_path: Path, home: Path) -> World:
    """Return a municipality without a promise file."""
    folder = tmp_path / "exempelstad"
    folder.mkdir()
    return World(folder, {"LOFTEN_WRITER": "kommun", "HOME": str(home), "COLUMNS": "200"})


def _holds(world: World, text: str) -> World:
    (world.folder / "promises-2022.yaml").write_text(text, encoding="utf-8")
    return world


@every_language
def test_every_snippet_is_read_without_findings(lang: Lang) -> None:
    """Each YAML block, put under the head of the examples, is a promise file with nothing wrong in it."""
    for snippet in _YAML.findall(PAGES[lang])[1:]:
        assert checked(_file(snippet).encode(), "promises.yaml").promises


@every_language
def test_the_snippets_fit_in_one_file(lang: Lang) -> None:
    """All snippets without a period of their own are one promise file: no id is used twice."""
    snippets = [snippet for snippet in _YAML.findall(PAGES[lang])[1:] if snippet.startswith(" ")]
    assert len(checked(_file("\n".join(snippets)).encode(), "promises.yaml").promises) >= len(snippets)


def test_agreements_that_follow_on_each_other_do_not_overlap(tmp_path: Path) -> None:
    """The two files of the section on several agreements are read together without findings."""
    (section,) = (section for section in SHAPES["sv"] if section.title == "Flera avtal efter varandra")
    paths = [tmp_path / f"promises-{number}.yaml" for number in range(2)]
    for path, snippet in zip(paths, section.snippets, strict=True):
        path.write_text(_file(snippet), encoding="utf-8")
    assert len(read_agreements(paths, None)) == 2


def test_both_languages_have_the_same_sections_and_snippets() -> None:
    """The pages have as many sections, of the same levels, with the same YAML but for its comments."""
    for sv, en in zip(SECTIONS["sv"], SECTIONS["en"], strict=True):
        assert sv.level == en.level, (sv.title, en.title)
        plain = [[_COMMENT.sub("", text) for text in section.snippets] for section in (sv, en)]
        assert plain[0] == plain[1], (sv.title, en.title)
        assert _QUOTE.findall(sv.body) == _QUOTE.findall(en.body), (sv.title, en.title)


def test_both_languages_make_the_same_claims() -> None:
    """The pages run the same commands for what they say of `status`, and refuse the same targets."""
    sv, en = ([claim.session for claim in CLAIMS if claim.lang == lang] for lang in get_args(Lang))
    assert sv == en
    rows = [[match["code"] for match in _ROW.finditer(text)] for text in PAGES.values()]
    assert rows[0] == rows[1]
    units = [[match.groups() for match in _UNIT_ROW.finditer(text)] for text in PAGES.values()]
    assert units[0] == units[1]


@every_language
def test_every_shape_has_its_parts(lang: Lang) -> None:
    """Each shape has a quote for every promise, its promise file, what status shows, and the trap."""
    for section in SHAPES[lang]:
        texts = [text for snippet in section.snippets for text in _TEXT.findall(snippet)]
        assert _QUOTE.findall(section.body) == list(dict.fromkeys(texts)) != [], section.title
        for label in LABELS[lang]:
            assert section.body.count(f"\n{label}") >= 1, (section.title, label)


@every_language
def test_the_table_of_contents_leads_to_every_shape(lang: Lang) -> None:
    """The table on top has every shape, in the order of the page, and the refusals; the links are right."""
    links = _LINK.findall(PAGES[lang])
    titles = [section.title for section in SHAPES[lang]]
    assert list(dict.fromkeys(title for title, _ in links)) == [*titles, SECTIONS[lang][-1].title]
    anchors = re.findall(r"\[([^\]]+)\]\(#([^)]+)\)", PAGES[lang])
    for title, anchor in anchors:
        assert anchor in {_slug(section.title) for section in SECTIONS[lang]}, title
    assert all(anchor == _slug(title) for title, anchor in links)


def _slug(title: str) -> str:
    """Return the anchor that GitHub gives a heading."""
    return re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-")


def test_the_pages_lead_to_each_other() -> None:
    """Each page has a link to the other language right under its title."""
    assert "(promises-as-written.md)" in PAGES["sv"].split("\n\n")[1]
    assert "(loften-som-de-skrivs.md)" in PAGES["en"].split("\n\n")[1]


def test_every_key_of_a_target_is_in_some_snippet() -> None:
    """Every key of the target table of docs/formats.md is in a target of the page, as is all it can count."""
    formats = (DOCS / "formats.md").read_text(encoding="utf-8")
    table = formats.split("### A target")[1].split("| --- | --- | --- |")[1].split("\n\n")[0]
    cells = [line.split("|")[1].split("(")[0] for line in table.splitlines() if line.startswith("|")]
    keys = {key for cell in cells for key in _CODE.findall(cell)}
    text = "\n".join(_TARGET.findall(PAGES["sv"]))
    used = set(_KEY.findall(text))
    assert len(keys) >= 18
    assert keys - used == set()
    assert [of for of in RESERVED[1:] if f"of: {of}" not in text] == []
    assert [unit for unit in get_args(Unit) if not re.search(rf"per: (\d+ )?{unit}\b", PAGES["sv"])] == []


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: f"{claim.lang}-{claim.session[:40]}")
def test_status_shows_what_the_page_says(claim: Claim, world: World) -> None:
    """After the commands of the hidden line, `status` prints all that the paragraph has as code.

    A state must be the state of a promise, a target or an area of the snippet.
    """
    _holds(world, _file(claim.snippet))
    *commands, status = [" ".join(part.split()) for part in claim.session.split(";")]
    world.on(status.split()[-1])
    for command in commands:
        world.did(*shlex.split(command))
    options = status.split()[1:]
    shown = " ".join(world.did("--lang", claim.lang, "status", *options).split())
    states = _states(claim.lang, world.status(*options))
    fragments = [" ".join(code.split()) for code in _CODE.findall(claim.says)]
    assert fragments, claim.says
    for fragment in fragments:
        if fragment in _words(claim.lang).values():
            assert fragment in states, (fragment, states)
        else:
            assert re.search(rf"(?<![\w,.]){re.escape(fragment)}(?!\w)", shown), f"{fragment}\n{shown}"


def _words(lang: Lang) -> dict[str, str]:
    words = Words(lang)
    return {state: words.say(f"state.{state}") for state in get_args(State)}


def _states(lang: Lang, document: Any) -> set[str]:
    """Return the words for the states of all promises, targets and areas."""
    promises = document["promises"]
    targets = [target for promise in promises for target in promise["targets"]]
    areas = [area for target in targets for area in target["areas"] or ()]
    return {_words(lang)[entry["state"]] for entry in (*promises, *targets, *areas)}


@every_language
def test_every_command_of_the_pages_works(lang: Lang, world: World) -> None:
    """What the pages tell a person to type is accepted, in the workspace of the snippet above it."""
    snippet = ""
    world.on("2022-07-01")
    for part in re.finditer(rf"{_YAML.pattern}|`loften ([^`]+)`", PAGES[lang], re.MULTILINE | re.DOTALL):
        if part[1]:
            snippet = part[1]
            continue
        name, *words = shlex.split(part[2])
        assert name in COMMANDS
        if words and name in ("log", "plan", "comment"):
            _holds(world, _file(snippet)).did(name, *words)


@every_language
def test_the_year_has_so_many_whole_buckets(lang: Lang, world: World) -> None:
    """The table of units says how many of each are judged in the year of the examples."""
    rows = list(_UNIT_ROW.finditer(PAGES[lang]))
    assert len(rows) >= 9
    for row in rows:
        _holds(world, _only_promise(f"{{count: walk, at_least: 1, per: {row['per']}}}")).on("2022-12-31")
        (target,) = world.status("--as-of", "2022-12-31")["promises"][0]["targets"]
        assert target["buckets"]["judged"] == int(row["number"]), row["per"]


@every_language
def test_the_refused_targets_are_refused_in_these_words(lang: Lang, world: World) -> None:
    """Each target of the table of refusals is refused, and the page quotes what the program says."""
    rows = list(_ROW.finditer(PAGES[lang]))
    assert len(rows) >= 20
    for row in rows:
        _refused(_holds(world, _only_promise(row["code"])), lang, row["answer"])


_GOOD = "{count: walk, at_least: 1}"
_COUNTED = _file("  - {id: a, text: A., counts: [walk]}\n")
FAULTS = (
    _file("  - {id: a, text: A., parties: [police]}\n"),
    _file(f"  - {{id: a, text: A., targets: [{_GOOD}]}}\n  - {{id: a, text: B., counts: [walk]}}\n"),
    _file("  - {id: a, text: A., counts: [walk], counts: [patrol]}\n"),
    _COUNTED.replace("name: besök", "name: vandring"),
    _COUNTED,
)
"""Promise files with the faults of the second table of refusals, in order; the last stands there twice."""


@every_language
def test_the_faults_of_a_file_are_named_in_these_words(lang: Lang, world: World) -> None:
    """Each fault of a whole file that the page names is refused, in the words that the page quotes."""
    table = SECTIONS[lang][-1].body.split("| --- | --- |")[-1]
    answers = [line.split(" | ")[-1].removesuffix(" |") for line in table.splitlines() if "|" in line]
    for text, answer in zip(FAULTS, answers, strict=True):
        _holds(world, text)
        if text == _COUNTED:
            (world.folder / "promises-2023.yaml").write_text(f"{text}# en annan\n", encoding="utf-8")
        _refused(world, lang, answer)


def _refused(world: World, lang: Lang, answer: str) -> None:
    result = world.run("--lang", lang, "status")
    assert result.code == 3, answer
    assert answer in " ".join(result.err.split()), f"{answer}\n{result.err}"


@pytest.mark.parametrize(
    ("period", "refused", "instead"),
    [
        ("{from: 2022-10-01, to: 2023-09-30}", "year", "12 months"),
        ("{from: 2022-08-15, to: 2023-06-15}", "half-year", "5 months"),
        ("{from: 2022-03-15, to: 2022-06-14}", "quarter", "3 months"),
    ],
)
def test_no_whole_part_of_the_calendar_is_refused(period: str, refused: str, instead: str) -> None:
    """Without a whole calendar year, per year is refused and per 12 months is not; likewise other units."""
    promise = "promises:\n  - {id: a, text: A., targets: [{count: walk, at_least: 1, per: %s}]}\n"
    with pytest.raises(DataError) as error:
        checked(_file(f"period: {period}\n{promise % refused}").encode(), "promises.yaml")
    assert [finding.code for finding in error.value.findings] == ["target.no_bucket"]
    assert checked(_file(f"period: {period}\n{promise % instead}").encode(), "promises.yaml").promises


@every_language
def test_every_state_is_explained(lang: Lang) -> None:
    """The table of states has every word that `status` can show for a target or a promise, each once."""
    (body,) = (section.body for section in SECTIONS[lang] if section.title in ("Orden i läget", "The states"))
    assert sorted(re.findall(r"^\| `(.+)` \|", body, re.MULTILINE)) == sorted(_words(lang).values())
