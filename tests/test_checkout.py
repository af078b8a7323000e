"""Every file of the repository can be checked out on Windows and macOS, byte for byte as it is kept."""

import re
import shutil
import subprocess
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LONGEST = 180  # characters of a path: Windows takes 260, and a clone lies in a folder that somebody named
_DEVICE = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\..*)?", re.IGNORECASE)
_REFUSED = re.compile(r'[<>:"|?*\\\x00-\x1f]|[. ]$')


def _tracked() -> list[str]:
    """Return the paths that Git tracks or would; where there is no Git, those of the files that lie here."""
    git = shutil.which("git")
    if git:
        command = [git, "-C", str(ROOT), "-c", f"safe.directory={ROOT}"]
        command += ["ls-files", "-coz", "--exclude-standard"]
        listed = subprocess.run(command, capture_output=True, check=False).stdout.decode().split("\0")[:-1]
        if listed:
            return listed
    paths = (path.relative_to(ROOT) for path in ROOT.rglob("*") if path.is_file())
    return [path.as_posix() for path in paths if not any(part[0] in "._" for part in path.parts[:-1])]


def refused(paths: list[str]) -> list[str]:
    """Return the paths that some system cannot hold, or cannot tell from another one of them."""
    folders = {parent.as_posix() for path in paths for parent in Path(path).parents}
    folded = {path: unicodedata.normalize("NFC", path).casefold() for path in {*paths, *folders}}
    times = Counter(folded.values())
    return sorted(
        path
        for path, alike in folded.items()
        if times[alike] > 1
        or len(path) > LONGEST
        or any(_DEVICE.fullmatch(part) or _REFUSED.search(part) for part in path.split("/") if path != ".")
    )


def test_every_system_can_hold_every_name() -> None:
    """No device of Windows, no character that it refuses, no two names that differ by case only."""
    tracked = _tracked()
    assert "tests/test_checkout.py" in tracked
    assert refused(tracked) == []


@pytest.mark.parametrize(
    "path",
    [
        "log/nul.en.txt",
        "AUX/a.txt",
        "com1",
        "lpt9.tar.gz",
        "con .txt",
        "a:b.txt",
        "what?.md",
        "back\\slash",
        "dot./a",
        "space ",
        "tab\t.txt",
        "x" * (LONGEST + 1),
    ],
)
def test_a_name_that_windows_refuses_is_noticed(path: str) -> None:
    """The file or the folder that has it is named; what is only like it is allowed."""
    assert refused(["README.md", path]) != []
    assert refused(["README.md", "log/null.txt", "console.py", "com10", "a.nul", ".gitignore"]) == []


@pytest.mark.parametrize(
    ("one", "other"), [("docs/A.md", "docs/a.md"), ("Docs/a.md", "docs/b.md"), ("\u00e5.md", "a\u030a.md")]
)
def test_names_that_are_one_elsewhere_are_noticed(one: str, other: str) -> None:
    """Windows and macOS tell neither letter cases nor compositions of letters apart."""
    assert refused([one, other]) != []
    assert refused([one]) == []


def test_git_never_changes_the_ends_of_lines() -> None:
    """Whatever `core.autocrlf` says, a checkout has the bytes that were committed."""
    rules = (ROOT / ".gitattributes").read_text(encoding="utf-8").splitlines()
    assert rules[-1] == "* -text"
