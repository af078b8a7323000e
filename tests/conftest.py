"""What every test stands on: homes of its own, and a workspace."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

import fence
from world import SHIPPED, World

GOLDEN = Path(__file__).parent / "golden"
_OF_THE_USER = (
    *("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"),
    *(f"WIN_PD_OVERRIDE_{name}" for name in ("APPDATA", "LOCAL_APPDATA", "PERSONAL")),  # for platformdirs
)
_OF_THE_PLATFORM = (
    "XDG_DATA_HOME",
    "XDG_STATE_HOME",
    "XDG_CACHE_HOME",
    "XDG_CONFIG_HOME",
    "XDG_DOCUMENTS_DIR",
)


def _live_in(folder: Path, environment: pytest.MonkeyPatch) -> None:
    """Make a folder the home, and let nothing else be said in the environment."""
    for name in _OF_THE_USER:
        environment.setenv(name, str(folder))
    for name in (*_OF_THE_PLATFORM, "LOFTEN_DIR", "LOFTEN_LANG", "LOFTEN_WRITER", "LOFTEN_DEBUG", "COLUMNS"):
        environment.delenv(name, raising=False)


@pytest.fixture(scope="session", autouse=True)
def _home_of_all(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Give what is made for several tests a home of its own."""
    with pytest.MonkeyPatch.context() as environment:
        _live_in(tmp_path_factory.mktemp("home"), environment)
        yield


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test a home of its own, in the environment and for programs that it starts."""
    folder = tmp_path / "home"
    folder.mkdir()
    _live_in(folder, monkeypatch)
    return folder


def pytest_configure() -> None:
    """Keep out of the folders of whoever started the tests; take no test for too slow."""
    fence.keep_out(*fence.users_folders())
    settings.register_profile("default", deadline=None, print_blob=True)
    settings.register_profile("sweep", settings.get_profile("default"), derandomize=False, database=None)
    settings.load_profile("default")  # and --hypothesis-profile=sweep after it


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--update-golden`, which writes the golden files instead of comparing with them."""
    parser.addoption("--update-golden", action="store_true", help="write tests/golden/ anew")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Say whether what is compared shall be written anew instead."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture
def golden(update_golden: bool) -> Callable[[str, str], None]:  # noqa: FBT001 - a fixture
    """Return a comparison of a text with the golden file of that name."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / f"{name}.txt"
        if update_golden:
            path.write_text(text, encoding="utf-8", newline="\n")
        assert text == path.read_text(encoding="utf-8"), f"not as in {path}; see pytest --update-golden"

    return compare


@pytest.fixture
def solna(tmp_path: Path, home: Path) -> World:
    """Return a workspace with the shipped agreement, on 2 April 2022, written by `kommun`."""
    folder = tmp_path / "solna"
    folder.mkdir()
    shutil.copy(SHIPPED, folder)
    return World(folder, {"LOFTEN_WRITER": "kommun", "HOME": str(home), "PATH": os.environ["PATH"]})
