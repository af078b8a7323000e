"""A disk that notes what is done to it, and fails when it is told to."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from logs import FILE


class Disk:
    """Stands between the program and the disk under one folder: notes what is done, and lets it fail."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
        """Watch the folder and its files."""
        self.folder = folder
        self.calls: list[str] = []
        self.on: dict[str, Callable[..., int | None]] = {}
        self.write = os.write
        for name in ("write", "fsync", "ftruncate", "close"):
            monkeypatch.setattr(os, name, self._watched(name, getattr(os, name)))

    def fail(self, call: str, number: int, *, of: str = FILE) -> None:
        """Let a call fail whenever it is about the file or folder of that name."""

        def refuse(name: str, *_: object) -> None:
            if name == of:
                raise OSError(number, os.strerror(number))

        self.on[call] = refuse

    def _watched(self, call: str, real: Callable[..., int]) -> Callable[..., int]:
        def wrapper(descriptor: int, *rest: object) -> int:
            name = self._name(descriptor)
            if name is None:
                return real(descriptor, *rest)
            self.calls.append(f"{call} {name}")
            answer = self.on[call](name, descriptor, *rest) if call in self.on else None
            return real(descriptor, *rest) if answer is None else answer

        return wrapper

    def _name(self, descriptor: int) -> str | None:
        """Return what the descriptor is of, if it is the folder or in it."""
        try:
            status = os.fstat(descriptor)
        except OSError:
            return None
        for path in (self.folder, *self.folder.rglob("*")):
            if os.path.samestat(path.stat(), status):
                return path.name
        return None
