"""The catalogue of sentences: whole in both languages, with all that the program says and nothing else."""

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from string import Formatter

import pytest

import medborgarloften
from medborgarloften.errors import Finding, Place, UsageError
from medborgarloften.render.words import errors
from medborgarloften.render.words.wording import Words

SOURCE = Path(medborgarloften.__file__).parent
TABLES = sorted(path.stem for path in (SOURCE / "render" / "words" / "texts").glob("[!_]*.py"))
TEXTS: dict[str, tuple[str, str]] = {
    key: texts
    for table in TABLES
    for key, texts in import_module(f"medborgarloften.render.words.texts.{table}").TEXTS.items()
}
FAMILIES = {key.partition(".")[0] for key in TEXTS}
FORMS = (".do", ".do_all", ".one", ".none")  # made from a key by adding to it
_KEY = re.compile(r"[a-z]+(?:\.[a-z_]*[a-z])+")


def _fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def _strings() -> Iterator[tuple[str, str]]:
    """Yield every string of the source but those of the catalogue; what is filled in later as `*`."""
    for path in SOURCE.rglob("*.py"):
        if path.parent.name != "texts":
            tree = ast.parse(path.read_text(encoding="utf-8"))
            yield from ((path.name, text) for node in ast.walk(tree) for text in _text(node))


def _text(node: ast.AST) -> list[str]:
    if isinstance(node, ast.JoinedStr):
        return ["".join(text for part in node.values for text in _text(part) or ["*"])]
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


def _base(key: str) -> str:
    """Return the key that a form of it was made from."""
    form = next((form for form in FORMS if key.endswith(form) and key.removesuffix(form) in TEXTS), "")
    return key.removesuffix(form)


def _is_said(key: str, strings: set[str]) -> bool:
    """Tell whether the source holds the key, or a pattern such as `state.*` that makes it."""
    patterns = (text for text in strings if "*" in text and text.partition(".")[0] in FAMILIES)
    return key in strings or any(re.fullmatch(text.replace("*", "[a-z0-9_-]+"), key) for text in patterns)


@pytest.mark.parametrize("key", TEXTS)
def test_every_sentence_is_there_in_both_languages(key: str) -> None:
    """No language is missing or empty, and both are filled with the same facts."""
    swedish, english = TEXTS[key]
    assert swedish.strip()
    assert english.strip()
    assert _fields(swedish) == _fields(english)


def test_no_key_stands_in_two_tables() -> None:
    """Every key of the catalogue is in one table, so that no sentence hides another."""
    tables = [import_module(f"medborgarloften.render.words.texts.{table}").TEXTS for table in TABLES]
    assert sum(map(len, tables)) == len(TEXTS)


@pytest.mark.parametrize("key", TEXTS)
def test_every_key_is_found_in_its_table(key: str) -> None:
    """The program finds a sentence by its key alone, in both languages."""
    for language, sentence in zip(("sv", "en"), TEXTS[key], strict=True):
        words = Words("sv" if language == "sv" else "en")
        facts = {name: f"<{name}>" for name in _fields(sentence)}
        assert words.say(key, **facts) == sentence.format(**facts)


def test_every_code_in_the_source_has_a_sentence() -> None:
    """Whatever code an error, a trouble or a message carries, there are words for it."""
    codes = {(file, text) for file, text in _strings() if _KEY.fullmatch(text) and not text.endswith(".json")}
    missing = {
        (file, code) for file, code in codes if code.partition(".")[0] in FAMILIES and code not in TEXTS
    }
    assert missing == set()


def test_no_sentence_is_left_over() -> None:
    """Every sentence of the catalogue is said somewhere."""
    strings = {text for _, text in _strings()}
    assert [key for key in TEXTS if not _is_said(_base(key), strings)] == []


def test_an_error_says_where_what_and_what_to_do() -> None:
    """A finding with a place shows it, the real line with a marker below the column, and the remedy."""
    place = Place("promises-2022.yaml", 3, 8, "title:\t2022")
    finding = Finding("schema.text", {}, place)
    assert errors.lines(Words("en"), finding) == [
        "promises-2022.yaml:3:8: the value is not text",
        "    title: 2022",
        "           ^",
        "  Put it in quotes.",
    ]


def test_a_long_line_is_shown_around_the_marker() -> None:
    """Of a very long line a hundred characters are shown, and the marker stands below the right one."""
    place = Place("promises-2022.yaml", 1, 501, "a" * 500 + "!" + "a" * 500)
    _, line, marker, _ = errors.lines(Words("en"), Finding("schema.text", {}, place))
    assert len(line) <= 110
    assert line[marker.index("^")] == "!"


def test_what_a_terminal_would_obey_is_shown_as_its_number() -> None:
    """Control and bidirectional characters of a file or an argument never reach the terminal."""
    finding = Finding("usage.command", {"word": "\x1b[31mlog\u202e", "nearest": []})
    (head, unseen, _) = errors.lines(Words("en"), finding)
    assert unseen == "  After “\\x1b[31mlog” there is an invisible character (U+202E)."
    assert head == "Error: there is no command “\\x1b[31mlog\\u202e”"


def test_an_error_of_several_findings_is_all_of_them() -> None:
    """The findings of one error follow each other, each with its own lines."""
    findings = [Finding("usage.extra", {"word": word, "help": "loften --help"}) for word in ("1", "2")]
    lines = errors.text(Words("sv"), UsageError(*findings)).splitlines()
    assert [line for line in lines if line.startswith("Fel: ")] == [
        "Fel: ”1” är ett ord för mycket",
        "Fel: ”2” är ett ord för mycket",
    ]
