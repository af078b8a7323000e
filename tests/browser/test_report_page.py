"""The HTML report as people meet it: seen, printed, enlarged, or read out by a screen reader."""

import os
import re
import shutil
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from shapes import log, workspace
from world import SHIPPED, World

html5lib = pytest.importorskip("html5lib", reason="the dependencies of `browser` are not installed")
pytest.importorskip("selenium", reason="the dependencies of `browser` are not installed")
pytest.importorskip("selenium_axe_python", reason="the dependencies of `browser` are not installed")

from chromium import Screen, chromium  # noqa: E402 - only where selenium is

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chromium import Chromium

pytestmark = pytest.mark.browser

PAGES = (
    "half a year",
    "half a year, in English",
    "a year that failed",
    "an empty month",
    "targets of every shape",
)
WIDE, NARROW = Screen(1280), Screen(320)
ENLARGED = Screen(320, scale=4)  # 1280 pixels at 400 %
PAPER = Screen(673, media="print")  # A4 within its margins
SCREENS = {
    "wide": WIDE,
    "narrow": NARROW,
    "dark": WIDE._replace(scheme="dark"),
    "dark and narrow": NARROW._replace(scheme="dark"),
    "forced colours": WIDE._replace(forced="active"),
    "forced colours, dark": WIDE._replace(forced="active", scheme="dark"),
    "printed": PAPER,
    "printed by one who prefers dark": PAPER._replace(scheme="dark"),
}
ENDLESS = "Ärende" + "x" * 300


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> "Iterator[Chromium]":
    """Return the browser."""
    program, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if program is None or driver is None:
        pytest.skip("chromium or chromedriver is not installed")
    with chromium(program, driver, tmp_path_factory.mktemp("profile")) as started:
        yield started


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return reports that have everything: every state, warnings, late entries, plans, endless words."""
    folder = tmp_path_factory.mktemp("solna")
    shutil.copy(SHIPPED, folder)
    world = World(folder, {"LOFTEN_WRITER": "kommun", "HOME": str(folder), "PATH": os.environ["PATH"]})
    paths = {name: folder / f"{place}.html" for place, name in enumerate(PAGES)}
    _publish(world.on("2022-02-05"), paths["an empty month"], "--month", "2022-01")
    _log_half_a_year(world)
    half = ("--period", "2022-H1", "--with-planned", "--allow-damaged")
    _publish(world.on("2022-07-05"), paths["half a year"], *half)
    _publish(world, paths["half a year, in English"], *half, lang="en")
    _publish(world.on("2023-01-05"), paths["a year that failed"], "--period", "2022", "--allow-damaged")
    shaped = workspace(folder / "shapes", *log())
    _publish(shaped, paths["targets of every shape"], "--period", "2022-07")
    return paths


def _publish(world: World, path: Path, *arguments: str, lang: str = "sv") -> None:
    result = world.run(
        "report", *arguments, "--format", "html", "--output", str(path), LOFTEN_LANG=lang, HOME=str(path)
    )
    assert result.code == 0, result.err


def _log_half_a_year(world: World) -> None:
    areas = ("hagalund", "vastra-skogen", "huvudsta", "bergshamra", "solna centrum", "ulriksdal")
    world.on("2022-06-28")
    commands = [
        ["plan", "walk", "--area", "hagalund", "--date", "2022-06-29"],
        ["plan", "dialogue", "--area", "huvudsta", "--date", "2022-09-21"],
        ["log", "walk", "dialogue", "--area", "hagalund", "--date", "2022-03-14", "--note", "Mörkt & halt"],
        ["log", "patrol", "--period", "2022-03", "--count", "24", "--source", "Polisen", "--approx"],
        ["log", "patrol", "--date", "2022-03-14", "--party", "police"],
        ["log", "patrol", "--period", "2022-04", "--count", "1240", "--approx"],
        [
            "log",
            "measure",
            "--area",
            "ulriksdal",
            "--date",
            "2022-05-03",
            "--note",
            ENDLESS,
            "--ref",
            ENDLESS,
        ],
        ["comment", "5", "Två vandringar fick ställas in.", "--verdict", "partly"],
        ["comment", "2", "Behövdes inte i år.", "--no-need"],
        *(
            ["log", "operation", "--area", areas[day % 6], "--date", f"2022-0{day % 6 + 1}-{day}"]
            for day in range(10, 28)
        ),
    ]
    for command in commands:
        result = world.run(*command)
        assert result.code == 0, (command, result.err)
    world.on("2022-07-03").run("log", "traffic", "--area", "frosunda", "--date", "2022-05-30")
    world.log_file.with_name("polis-000000.jsonl").write_bytes(b"not a record\n")


# --- rules -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("screen", SCREENS.values(), ids=SCREENS)
@pytest.mark.parametrize("name", PAGES)
def test_no_rule_of_accessibility_is_broken(
    browser: "Chromium", pages: dict[str, Path], name: str, screen: Screen
) -> None:
    """Nothing that axe-core finds of WCAG 2.0, 2.1 and 2.2, A and AA, nor anything it is unsure of."""
    browser.open(pages[name], screen)
    wrong, passed = browser.violations()
    assert wrong == []
    assert passed > 5


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_valid(pages: dict[str, Path], name: str) -> None:
    """A parser that accepts no error reads it."""
    html5lib.HTMLParser(strict=True).parse(pages[name].read_bytes(), transport_encoding="utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_fetched(browser: "Chromium", pages: dict[str, Path], name: str) -> None:
    """The page asks for nothing but itself, and breaks no rule that it sets itself."""
    browser.open(pages[name], WIDE)
    assert browser.requests() == [pages[name].as_uri()]
    assert browser.complaints() == []


# --- layout ----------------------------------------------------------------------------------------

_SIDEWAYS = """
const edge = document.documentElement.clientWidth;
const shown = [...document.querySelectorAll("main *")].filter(each => !each.closest("thead, svg > *"));
const out = shown.filter(each => each.getBoundingClientRect().right > edge + 1);
return [document.documentElement.scrollWidth - edge, out.map(each => each.outerHTML.slice(0, 80))];
"""
_SPACED = """
const sheet = document.createElement("style");
sheet.textContent = `* { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important; } p { margin-bottom: 2em !important; }`;
document.head.append(sheet);
"""


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(
    "screen", [NARROW, ENLARGED, PAPER, *map(Screen, (390, 769, 1280))], ids=lambda s: f"{s.width}-{s.scale}"
)
def test_nothing_scrolls_sideways(
    browser: "Chromium", pages: dict[str, Path], name: str, screen: Screen
) -> None:
    """Not on a telephone, at 400 %, or on paper; not with words that have no end, nor with wider spacing."""
    browser.open(pages[name], screen)
    assert browser.script(_SIDEWAYS) == [0, []]
    browser.script(_SPACED)
    assert browser.script(_SIDEWAYS) == [0, []]


@pytest.mark.parametrize("name", PAGES)
def test_larger_letters_fit(browser: "Chromium", pages: dict[str, Path], name: str) -> None:
    """Text alone at 200 % scrolls nothing sideways."""
    browser.open(pages[name], Screen(640))
    browser.script("document.documentElement.style.fontSize = '200%'")
    assert browser.script(_SIDEWAYS) == [0, []]


@pytest.mark.parametrize("name", PAGES)
def test_every_way_to_show_it_shows_everything(
    browser: "Chromium", pages: dict[str, Path], name: str
) -> None:
    """The words are the same in the dark, in forced colours and in print, and every picture is there."""
    browser.open(pages[name], WIDE)
    look = (
        "return [document.body.innerText,"
        " [...document.querySelectorAll('svg')].map(svg => svg.clientWidth > 200)]"
    )
    words, pictures = browser.script(look)
    assert len(words) > 500
    assert all(pictures)
    for screen in SCREENS.values():
        if screen.width >= PAPER.width:
            browser.show(screen)
            assert browser.script(look) == [words, pictures]


_CONTRASTS = """
const number = text => text.match(/[\\d.]+/g).slice(0, 3).map(Number);
const light = text => number(text).map(c => c / 255)
  .map(c => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4)
  .reduce((sum, c, place) => sum + c * [.2126, .7152, .0722][place], 0);
const paper = light(getComputedStyle(document.body).backgroundColor);
const ratio = colour => { const other = light(colour);
  return (Math.max(other, paper) + .05) / (Math.min(other, paper) + .05); };
return [...document.querySelectorAll("svg .done, svg .pace, svg .goal, svg .bar, svg .dot, svg text")]
  .map(each => { const style = getComputedStyle(each);
    return [each.getAttribute("class") || each.tagName, ratio(style.fill === "none"
      || each.tagName === "line" ? style.stroke : style.fill)]; });
"""


@pytest.mark.parametrize("screen", SCREENS.values(), ids=SCREENS)
def test_pictures_can_be_seen(browser: "Chromium", pages: dict[str, Path], screen: Screen) -> None:
    """Lines and bars stand out by 3 : 1 from the page, and letters by 4.5 : 1."""
    browser.open(pages["half a year"], screen)
    contrasts = browser.script(_CONTRASTS)
    assert {name for name, _ in contrasts} == {"done", "pace", "goal", "bar", "dot", "text"}
    weak = [(name, ratio) for name, ratio in contrasts if ratio < (4.5 if name == "text" else 3)]
    assert weak == []


_LABELS = """
return [...document.querySelectorAll("svg")].map(svg => {
  const boxes = [...svg.querySelectorAll("text")].map(each => [each.textContent, each.getBBox()]);
  const [, , width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
  const cut = boxes.filter(([, box]) => box.x < 0 || box.y < 0 || box.x + box.width > width
    || box.y + box.height > height).map(([text]) => text);
  const met = boxes.flatMap(([text, one], place) => boxes.slice(place + 1).filter(([, other]) =>
    one.x < other.x + other.width && other.x < one.x + one.width && one.y + 3 < other.y + other.height
    && other.y + 3 < one.y + one.height).map(([other]) => [text, other]));
  return [cut, met];
});
"""


@pytest.mark.parametrize("name", PAGES)
def test_no_label_is_cut_or_covered(browser: "Chromium", pages: dict[str, Path], name: str) -> None:
    """The letters in a picture lie inside it, and none over others."""
    browser.open(pages[name], WIDE)
    labels = browser.script(_LABELS)
    assert labels == [[[], []]] * len(labels)


# --- structure -------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "language"), [("half a year", "sv"), ("half a year, in English", "en")])
def test_the_page_says_what_it_is(
    browser: "Chromium", pages: dict[str, Path], name: str, language: str
) -> None:
    """Its language, a title that names the municipality, and headings without a gap."""
    browser.open(pages[name], WIDE)
    assert browser.script("return document.documentElement.lang") == language
    assert browser.driver.title.startswith("Solna: ")
    levels = browser.script("return [...document.querySelectorAll('h1,h2,h3,h4')].map(h => +h.tagName[1])")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("screen", [WIDE, NARROW, ENLARGED], ids=["wide", "narrow", "enlarged"])
def test_tables_stay_tables(browser: "Chromium", pages: dict[str, Path], name: str, screen: Screen) -> None:
    """A screen reader is told of every table, its name, rows and headers, in the narrow layout too."""
    browser.open(pages[name], screen)
    told = list(browser.tree())
    roles = Counter(node.role for node in told)
    count = (
        "return ['table', 'tr', 'thead th', 'tbody th', 'td'].map(q => document.querySelectorAll(q).length)"
    )
    expected = dict(
        zip(("table", "row", "columnheader", "rowheader", "cell"), browser.script(count), strict=True)
    )
    assert {role: roles[role] for role in expected} == expected
    assert expected["table"] >= 1
    titles = "return [...document.querySelectorAll('thead th')].map(th => th.textContent)"
    assert [node.name for node in told if node.role == "columnheader"] == browser.script(titles)
    assert [node for node in told if node.role in ("table", "rowheader") and not node.name] == []


@pytest.mark.parametrize("name", PAGES)
def test_the_narrow_layout_is_read_out_as_the_wide_one(
    browser: "Chromium", pages: dict[str, Path], name: str
) -> None:
    """Every cell of a table has the same name in both: its column is not read twice."""
    browser.open(pages[name], WIDE)
    cells = [node for node in browser.tree() if node.role in ("rowheader", "cell", "columnheader")]
    browser.show(NARROW)
    assert [n for n in browser.tree() if n.role in ("rowheader", "cell", "columnheader")] == cells


@pytest.mark.parametrize("name", PAGES)
def test_pictures_are_told(browser: "Chromium", pages: dict[str, Path], name: str) -> None:
    """Each has a name and a description of its own, and nothing inside is read besides."""
    browser.open(pages[name], WIDE)
    told = [node for node in browser.tree() if node.role in ("image", "img")]
    assert len(told) == browser.script("return document.querySelectorAll('svg').length")
    assert len({node.name for node in told}) == len(told)
    assert all(node.name and node.description and node.description not in node.name for node in told)


# --- paper -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", PAGES)
def test_it_can_be_printed(browser: "Chromium", pages: dict[str, Path], name: str) -> None:
    """The PDF is tagged, knows its language and title, and is A4."""
    browser.open(pages[name], WIDE)
    printed = browser.pdf()
    assert printed.startswith(b"%PDF-")
    for part in (b"/StructTreeRoot", b"/MarkInfo", b"/Lang (", b"/Title"):
        assert part in printed, part
    assert set(re.findall(rb"/MediaBox \[0 0 (\d+)\S* (\d+)", printed)) == {(b"594", b"841")}
