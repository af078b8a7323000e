"""Hostile and odd YAML: how deep it may go, and where a plain text ends."""

import time

import pytest
import yaml

from medborgarloften.errors import DataError
from medborgarloften.files.promise_file import yaml_text
from medborgarloften.files.promise_file.document import KeyPath

_HEAD = "loften: 1\nmunicipality: Solna\n"
DEEP = {
    "brackets": ("[" * 100_000, (1, 21)),
    "brackets in braces": ("{a: [" * 20_000, (1, 51)),
    "braces": ("{a: " * 20_000, (1, 78)),
    "indented keys": ("\n".join(f"{' ' * depth}a:" for depth in range(2_000)), (20, 20)),
    "hyphens": ("- " * 100_000, (1, 41)),
    "after good lines": (f"{_HEAD}x-a: {'[' * 5_000}", (3, 25)),
    "closed again": (f"{_HEAD}x-a: {'[' * 1_500}{']' * 1_500}\n", (3, 25)),
    "in a list of the file": (f"{_HEAD}kinds:\n  - - {'[' * 3_000}", (4, 24)),
    "on several lines": ("[\n" * 5_000, (21, 1)),
}


@pytest.mark.parametrize("name", DEEP)
@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
def test_too_many_levels_are_refused_at_the_first_one_too_many(
    name: str, loader: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever opens the levels, and whichever parser gives up first, the 21st level is named, at once."""
    monkeypatch.setattr(yaml_text, "_LOADER", getattr(yaml, loader, yaml.SafeLoader))
    text, place = DEEP[name]
    begin = time.process_time()
    with pytest.raises(DataError) as caught:
        yaml_text.read_document(text, "promises.yaml")
    (finding,) = caught.value.findings
    assert finding.code == "yaml.deep"
    assert finding.place is not None
    assert finding.place[1:3] == place
    assert time.process_time() - begin < 5  # more than that is no time that depends on the depth alone


def test_twenty_levels_are_read() -> None:
    """The limit itself is allowed, closed or on lines of their own."""
    for text in ("[" * 20 + "]" * 20, "\n".join(f"{' ' * depth}-" for depth in range(19))):
        assert yaml_text.read_document(text, "promises.yaml").data


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("a: b #c", {("a",): (1, 6)}),
        ("a: b#c", {}),
        ("a: 'b' #c", {}),
        ("a: |\n  b #c", {}),
        ("a: [b, c] #d", {}),
        ("a: [b, c #d\n  ]", {("a", 1): (1, 10)}),
        ("a: b\n  c   #d", {("a",): (2, 7)}),
        ("a: # b", {}),
    ],
)
@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
def test_a_plain_text_that_a_comment_ends_is_known(
    text: str, cut: dict[KeyPath, tuple[int, int]], loader: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The place of the `#` is kept for plain texts alone, on their last line."""
    monkeypatch.setattr(yaml_text, "_LOADER", getattr(yaml, loader, yaml.SafeLoader))
    assert yaml_text.read_document(text, "promises.yaml").cut == cut
