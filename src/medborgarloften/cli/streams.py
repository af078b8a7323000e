"""The standard streams, and what the terminal behind one can show; only `context.py` may use them."""

import os
import sys
from collections.abc import Mapping
from typing import TextIO

_LAST_STANDARD = 2  # standard error


def standard() -> tuple[TextIO | None, TextIO | None]:
    """Return standard output and error, as UTF-8 whatever the locale says; None for a closed one."""
    _keep_standard_numbers()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if sys.platform == "win32" and sys.stdout is not None and sys.stdout.isatty():
        _take_escapes(sys.stdout)
    return sys.stdout, sys.stderr


def write(stream: TextIO | None, text: str) -> None:
    """Write a text as lines of its own, at once. Raises `OSError`."""
    if stream is not None:
        stream.write(text if text.endswith("\n") else text + "\n")
        stream.flush()


def discard(stream: TextIO | None) -> None:
    """Send nowhere what a stream still holds, or the interpreter would fail over it when it ends."""
    if stream in (sys.__stdout__, sys.__stderr__) and stream is not None:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def columns(stream: TextIO | None) -> int:
    """Return how many columns the terminal behind a stream has; 0 where there is no terminal."""
    try:
        return os.get_terminal_size(stream.fileno()).columns if stream else 0
    except (OSError, ValueError):
        return 0


def colours(environ: Mapping[str, str], stream: TextIO | None) -> str | None:
    """Return the colours to use: "256", "standard" or None (no-color.org; FORCE_COLOR wins over a pipe)."""
    terminal = environ.get("TERM", "")
    capable = terminal != "dumb" and stream is not None and stream.isatty()
    if environ.get("NO_COLOR") or not (environ.get("FORCE_COLOR") or capable):
        return None
    many = "256" in terminal or environ.get("COLORTERM") or "WT_SESSION" in environ
    return "256" if many else "standard"


def _keep_standard_numbers() -> None:
    """Take the numbers of closed standard streams, so that no file of the log becomes one of them."""
    while (descriptor := os.open(os.devnull, os.O_RDWR)) <= _LAST_STANDARD:
        continue
    os.close(descriptor)


if sys.platform == "win32":  # pragma: no cover - tried on Windows only
    _VIRTUAL_TERMINAL = 0x0004  # ENABLE_VIRTUAL_TERMINAL_PROCESSING

    def _take_escapes(terminal: TextIO) -> None:
        """Let the console obey escape sequences for colours; one that cannot is left as it is."""
        import ctypes
        import msvcrt

        console = ctypes.c_void_p(msvcrt.get_osfhandle(terminal.fileno()))
        mode = ctypes.c_ulong()
        if ctypes.windll.kernel32.GetConsoleMode(console, ctypes.byref(mode)):
            ctypes.windll.kernel32.SetConsoleMode(console, mode.value | _VIRTUAL_TERMINAL)
