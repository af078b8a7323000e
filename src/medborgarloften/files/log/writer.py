"""Who writes the log on this machine, and in which file; neither opens nor makes it."""

import hashlib
import os
import sys
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

_MACHINE_IDS = ("/etc/machine-id", "/var/lib/dbus/machine-id")


class Writer(NamedTuple):
    """Who writes: the label of the records, and the name of the file, which no other machine or user has."""

    label: str
    file: str


def this_writer(environ: Mapping[str, str]) -> Writer:
    """Return who writes on this machine; `LOFTEN_WRITER` gives the label, else the login name."""
    user = _user(environ)
    label = _label(environ.get("LOFTEN_WRITER") or user)
    mark = hashlib.sha256(f"{_machine()}\0{sys.platform}\0{user}".encode()).hexdigest()[:6]
    return Writer(label, f"{label}-{mark}.jsonl")


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
    """Return a text that no other machine has, and that stays the same on this one."""
    if sys.platform == "win32":  # pragma: no cover - tried on Windows only
        import winreg

        path = r"SOFTWARE\Microsoft\Cryptography"
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, path) as key:
            return str(winreg.QueryValueEx(key, "MachineGuid")[0])
    for path in _MACHINE_IDS:
        with suppress(OSError):
            machine_id = Path(path).read_text(encoding="ascii", errors="replace").strip()
            if machine_id:
                return machine_id
    import uuid

    node = uuid.getnode()
    drawn = node >> 40 & 1  # no network card was found, and the next run would draw another number
    return f"{os.uname().nodename}-{0 if drawn else node:x}"
