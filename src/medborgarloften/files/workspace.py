"""Where things are: the workspace, and the user's folders. Reads no promise file or log."""

import os
from collections.abc import Mapping
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from medborgarloften.errors import DataError, Finding, StorageError
from medborgarloften.files.create import create
from medborgarloften.files.disk import unreadable

PATTERN = "promises*.yaml"
_APP = "loften"


class Workspace(NamedTuple):
    """One municipality's folder with its promise files; `shipped` marks the example of the program."""

    folder: Path
    promise_files: tuple[Path, ...]
    shipped: bool = False

    @property
    def log(self) -> Path:
        """The folder of the writers' files."""
        return self.folder / "log"


def find(asked: str | None, environ: Mapping[str, str], current: Path) -> Workspace | None:
    """Find the workspace: the folder asked for, `LOFTEN_DIR`, the current one or one above, the user's own.

    The user's own is in the data folder, where 0.1.0 made it, or else in the user's documents. Raises
    `DataError` when the folder that was asked for is no workspace, and `StorageError`.
    """
    named = asked or environ.get("LOFTEN_DIR")
    if named:
        return _asked_for(current, named, "--dir" if asked else "LOFTEN_DIR")
    here = look_in(current)
    above = (_look_above(folder) for folder in current.parents)
    of_user = (look_in(folder) for folder in (user_folder("data"), user_folder("documents")) if folder)
    return here or next(filter(None, chain(above, of_user)), None)


def _look_above(folder: Path) -> Workspace | None:
    """Return a folder above the current one as a workspace; skip one that cannot be read."""
    try:
        return look_in(folder)
    except StorageError:
        return None


def _asked_for(current: Path, named: str, by: str) -> Workspace:
    """Return the workspace that the option or variable `by` names; where no shell did it, `~` is expanded."""
    folder = current / os.path.expanduser(named)  # noqa: PTH111 - Path's own raises where there is no home
    workspace = look_in(folder)
    if workspace is None:
        exists = os.path.exists(folder)  # noqa: PTH110 - Path's own raises where a folder above is closed
        code = "workspace.none_in" if exists else "workspace.no_folder"
        raise DataError(Finding(code, {"path": named, "pattern": PATTERN, "by": by}))
    return workspace


def look_in(folder: Path) -> Workspace | None:
    """Return the folder as a workspace if it contains a promise file. Raises `StorageError`."""
    files = tuple(sorted(path for path in _entries(folder) if path.match(PATTERN)))
    return Workspace(folder, files) if files else None


def _entries(folder: Path) -> list[Path]:
    """Return what a folder contains; nothing where there is no such folder. Raises `StorageError`."""
    try:
        return list(folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise unreadable(folder, error) from None


def example() -> Workspace:
    """Return the shipped example: in the package of a wheel, else in the repository. Raises `DataError`."""
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "data", package.parent.parent / "data"):
        workspace = look_in(folder)
        if workspace:
            return workspace._replace(shipped=True)
    raise DataError(Finding("workspace.no_example", {"path": str(package)}))


def own(environ: Mapping[str, str]) -> Workspace:
    """Return the user's own workspace, among their documents, as `create_own` makes it; makes nothing.

    Raises `StorageError`, also where the user has no home or the folder is used for something else.
    """
    folder = user_folder("documents")
    if folder is None or (os.name != "nt" and not environ.get("HOME")):
        raise StorageError(Finding("workspace.nowhere", {}))
    _refuse_occupied(folder)
    return Workspace(folder, (folder / example().promise_files[0].name,))


def create_own(environ: Mapping[str, str]) -> Workspace:
    """Make the user's own workspace, with the shipped agreement in it. Raises as `own` does."""
    workspace, shipped = own(environ), example().promise_files[0]
    create(workspace.folder, {shipped.name: shipped.read_bytes()})
    return workspace


def _refuse_occupied(folder: Path) -> None:
    """Raise `StorageError` for a folder that is no workspace but contains anything that is not hidden."""
    visible = [path for path in _entries(folder) if not path.name.startswith(".")]
    if visible and look_in(folder) is None:
        raise StorageError(Finding("workspace.occupied", {"path": str(folder)}))


def user_folder(sort: str) -> Path | None:
    """Return the program's folder in the user's "data", "state", "cache" or "documents", or None."""
    from platformdirs import PlatformDirs

    dirs = PlatformDirs(_APP, appauthor=False)
    try:
        folder: Path = (
            dirs.user_documents_path / _APP if sort == "documents" else getattr(dirs, f"user_{sort}_path")
        )
    except (OSError, RuntimeError, KeyError):
        return None
    return folder if folder.is_absolute() else None
