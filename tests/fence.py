"""Keeps the tests, and the processes that they start, out of the user's folders.

Whoever imports this has a folder for locks beside the user's, and touches neither the user's nor the folders
that the program has on this platform: an attempt raises `Trespass`. No environment variable moves the folder
for locks, so that cron and a shell meet there; a process of the tests imports this instead (`program.py`).
"""

import os
import sys
from pathlib import Path

import platformdirs

from medborgarloften.files.log import lock

REAL_LOCKS = lock._fixed_folder  # noqa: SLF001 - by design there is no other way to it
LOCKS = REAL_LOCKS().with_name(f"{REAL_LOCKS().name}-tests")
_FOLDERS = (platformdirs.user_data_path, platformdirs.user_state_path, platformdirs.user_cache_path)
_WATCHED = {
    "open",
    *(f"os.{call}" for call in "chmod link listdir mkdir remove rename rmdir scandir symlink utime".split()),
}
_forbidden: tuple[str, ...] = ()


class Trespass(BaseException):
    """A folder of the user was about to be touched; no handler in the program hides it."""


def keep_out(*folders: Path) -> None:
    """Forbid these folders, and all that is in them, from now on; but not one that holds the tests."""
    global _forbidden  # noqa: PLW0603 - a hook cannot be taken away either
    elsewhere = [folder for folder in folders if folder not in Path(__file__).parents]
    _forbidden += tuple(os.path.normcase(folder) + os.sep for folder in elsewhere)


def users_folders() -> list[Path]:
    """Return where the program keeps things, as the present environment has it."""
    documents = platformdirs.user_documents_path() / "loften"
    return [documents, *(find("loften", appauthor=False) for find in _FOLDERS)]


def _accounts_folders() -> list[Path]:
    """Return where the program keeps things when the environment says nothing."""
    kept = dict(os.environ)
    os.environ.clear()
    try:
        return users_folders()
    finally:
        os.environ.update(kept)


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if event in _WATCHED:
        for path in arguments[:2]:
            if isinstance(path, (str, bytes, os.PathLike)):
                whole = os.path.normcase(os.fsdecode(path)) + os.sep
                if whole.startswith(_forbidden):
                    raise Trespass(whole)


keep_out(REAL_LOCKS(), *_accounts_folders())
vars(lock)["_fixed_folder"] = lambda: LOCKS
sys.addaudithook(_watch)
