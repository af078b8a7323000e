"""Copies that sync programs and people leave beside a file, told by their names; opens no file."""

import re
from collections.abc import Iterable

_NAMED = r"[^()]*(?:conflicted copy|case conflict|konfliktkopia|motstridiga? kopia|SFConflict)[^()]*"
_COPY = re.compile(
    rf" ?\((?i:{_NAMED})\)"  # Dropbox, Nextcloud, Seafile
    r"|\.sync-conflict-[0-9]{8}-[0-9]{6}(?:-[0-9A-Z]+)?"  # Syncthing
    r"|_conflict-[0-9]{8}-[0-9]{6}"  # ownCloud
    r"|-(?:DESKTOP|LAPTOP|WIN)-[0-9A-Z]{6,}"  # OneDrive, with the usual names of machines
)
_BESIDE = re.compile(  # what says something only beside a file of the same name without it
    r" ?\([0-9]{1,2}\)$"  # Google Drive, browsers
    r"|(?i: [-–] (?:kopia|copy)(?: ?\([0-9]{1,2}\))?)$"  # Windows
    r"|(?i: (?:kopia|copy)(?: [0-9]{1,2})?| ?\((?:kopia|copy)\))$"  # macOS, Linux
)
_BESIDE_LOG = re.compile(  # what would be a good name for a promise file
    r" [2-9]$"  # iCloud
    r"|-(?=[0-9-]*[A-Z])[0-9A-Z-]{3,15}$"  # OneDrive: a writer's own file has small letters only
)
_SUFFIXES = (".jsonl", ".yaml", ".yml")


def copies(names: Iterable[str]) -> dict[str, str]:
    """Return by name, of the files of a folder, those that are copies, each with the original's name."""
    known = set(names)
    originals = {}
    for name in sorted(known):
        stem, dot, suffix = name.rpartition(".")
        if dot + suffix not in _SUFFIXES:
            continue
        original = _COPY.sub("", stem)
        beside = _BESIDE.sub("", stem)
        if suffix == "jsonl":
            beside = _BESIDE_LOG.sub("", beside)
        if original != stem:
            originals[name] = original + dot + suffix
        elif beside != stem and beside + dot + suffix in known:
            originals[name] = beside + dot + suffix
    return originals
