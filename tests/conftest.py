"""What every test stands on: homes of its own, and a workspace."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

from world import SHIPPED, World

settings.register_profile("default", deadline=None, print_blob=True)
settings.load_profile("default")

_OF_THE_USER = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA")
_OF_THE_PLATFORM = ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test a home of its own, in the environment and for programs that it starts."""
    folder = tmp_path / "home"
    folder.mkdir()
    for name in _OF_THE_USER:
        monkeypatch.setenv(name, str(folder))
    for name in (*_OF_THE_PLATFORM, "LOFTEN_DIR", "LOFTEN_LANG", "LOFTEN_WRITER", "LOFTEN_DEBUG", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.fixture
def solna(tmp_path: Path, home: Path) -> World:
    """Return a workspace with the shipped agreement, on 2 April 2022, written by `kommun`."""
    folder = tmp_path / "solna"
    folder.mkdir()
    shutil.copy(SHIPPED, folder)
    return World(folder, {"LOFTEN_WRITER": "kommun", "HOME": str(home), "PATH": os.environ["PATH"]})
