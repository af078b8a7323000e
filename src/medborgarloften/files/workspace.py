"""Where things are: the workspace, the writer's own file, and this machine's folders."""

import hashlib
import os
import sys
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from medborgarloften.errors import DataError, Finding, StorageError
from medborgarloften.files.create import create

PATTERN = "promises*.yaml"
_APP = "loften"
_MACHINE_IDS = ("/etc/machine-id", "/var/lib/dbus/machine-id")


class Workspace(NamedTuple):
    """One municipality's folder. `shipped` marks the example that comes with the program."""

    folder: Path
    promise_files: tuple[Path, ...]
    shipped: bool = False

    @property
    def log(self) -> Path:
        """The folder of the writers' files."""
        return self.folder / "log"


def find(asked: str | None, environ: Mapping[str, str], current: Path) -> Workspace | None:
    """Find the workspace: the folder that was asked for, `LOFTEN_DIR`, one upward, the user's own.

    The user's own is in the data folder, where 0.1.0 made it, or else in the user's documents.

    Raises `DataError` when the folder that was asked for is none, and `StorageError`.
    """
    named = asked or environ.get("LOFTEN_DIR")
    if named:
        return _asked_for(current, named, "--dir" if asked else "LOFTEN_DIR")
    here = look_in(current)
    above = (_look_above(folder) for folder in current.parents)
    own = (look_in(folder) for folder in (user_folder("data"), user_folder("documents")) if folder)
    return here or next(filter(None, chain(above, own)), None)


def _look_above(folder: Path) -> Workspace | None:
    """Return a folder further up as a workspace; one that others keep closed is none."""
    try:
        return look_in(folder)
    except StorageError:
        return None


def _asked_for(current: Path, named: str, by: str) -> Workspace:
    """Return the folder that `by` names; where no shell did it, `~` is expanded."""
    folder = current / os.path.expanduser(named)  # noqa: PTH111 - Path's own raises where there is no home
    workspace = look_in(folder)
    if workspace is None:
        there = os.path.exists(folder)  # noqa: PTH110 - Path's own raises where a folder above is closed
        code = "workspace.none_in" if there else "workspace.no_folder"
        raise DataError(Finding(code, {"path": named, "pattern": PATTERN, "by": by}))
    return workspace


def look_in(folder: Path) -> Workspace | None:
    """Return the folder as a workspace if it contains a promise file. Raises `StorageError`."""
    try:
        files = tuple(sorted(path for path in folder.iterdir() if path.match(PATTERN)))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise StorageError(Finding("file.unreadable", {"path": str(folder), "errno": error.errno})) from None
    return Workspace(folder, files) if files else None


def example() -> Workspace:
    """Return the agreement that is shipped: beside the package in a wheel, else in the repository."""
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "data", package.parent.parent / "data"):
        workspace = look_in(folder)
        if workspace:
            return workspace._replace(shipped=True)
    raise DataError(Finding("workspace.no_example", {"path": str(package)}))


def own(environ: Mapping[str, str]) -> Workspace:
    """Return the user's own workspace, among their documents, as `create_own` makes it; nothing is made.

    Raises `StorageError`, also where nobody is at home or another thing has its place.
    """
    folder = user_folder("documents")
    if folder is None or (os.name != "nt" and not environ.get("HOME")):
        raise StorageError(Finding("workspace.nowhere", {}))
    _refuse_other_things(folder)
    return Workspace(folder, (folder / example().promise_files[0].name,))


def create_own(environ: Mapping[str, str]) -> Workspace:
    """Make the user's own workspace, with the shipped agreement in it. Raises as `own` does."""
    workspace, shipped = own(environ), example().promise_files[0]
    create(workspace.folder, {shipped.name: shipped.read_bytes()})
    return workspace


def _refuse_other_things(folder: Path) -> None:
    """Raise `StorageError` where a folder holds anything that is not hidden, and is no workspace."""
    try:
        names = [path.name for path in folder.iterdir()]
    except (FileNotFoundError, NotADirectoryError):  # it is made, or said why not
        return
    except OSError as error:
        raise StorageError(Finding("file.unreadable", {"path": str(folder), "errno": error.errno})) from None
    if look_in(folder) is None and any(not name.startswith(".") for name in names):
        raise StorageError(Finding("workspace.occupied", {"path": str(folder)}))


def user_folder(sort: str) -> Path | None:
    """Return this user's folder of the platform for "data", "state", "cache" or "documents"; None if none."""
    import platformdirs

    finders = {
        "data": platformdirs.user_data_path,
        "state": platformdirs.user_state_path,
        "cache": platformdirs.user_cache_path,
    }
    try:
        if sort == "documents":
            folder = platformdirs.user_documents_path() / _APP
        else:
            folder = finders[sort](_APP, appauthor=False)
    except (OSError, RuntimeError, KeyError):
        return None
    return folder if folder.is_absolute() else None


def writer(environ: Mapping[str, str]) -> tuple[str, str]:
    """Return this writer's label and the name of its file; another machine or user has another file."""
    user = _user(environ)
    label = _label(environ.get("LOFTEN_WRITER") or user)
    mark = hashlib.sha256(f"{_machine()}\0{sys.platform}\0{user}".encode()).hexdigest()[:6]
    return label, f"{label}-{mark}.jsonl"


def _label(name: str) -> str:
    """Return a name as it may stand in a file's name: lower case, letters, digits and hyphens."""
    ascii_name = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    plain = "".join(letter if letter.isalnum() else "-" for letter in ascii_name)
    return "-".join(part for part in plain.split("-") if part)[:40] or "okand"


def _user(environ: Mapping[str, str]) -> str:
    """Return the login name; from the system where it says, since cron's environment may differ."""
    if sys.platform == "win32":
        return environ.get("USERNAME", "")
    import pwd

    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return f"uid-{os.getuid()}"


def _machine() -> str:
    """Return what tells this machine from others."""
    if sys.platform == "win32":  # pragma: no cover - tried on Windows only
        import winreg

        path = r"SOFTWARE\Microsoft\Cryptography"
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, path) as key:
            return str(winreg.QueryValueEx(key, "MachineGuid")[0])
    for path in _MACHINE_IDS:
        with suppress(OSError):
            known = Path(path).read_text(encoding="ascii", errors="replace").strip()
            if known:
                return known
    import uuid

    node = uuid.getnode()
    drawn = node >> 40 & 1  # no network card was found, and the next run would draw another number
    return f"{os.uname().nodename}-{0 if drawn else node:x}"
