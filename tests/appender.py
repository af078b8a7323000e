"""A writer for tests that kill one, starve one, or let several write at once.

    python appender.py serve              forks a child for each append that is asked for on standard input
    python appender.py append FILE N M    appends the records N to M - 1, and tells each one that is stored
    python appender.py log DIR NAME N     runs `loften log walk` N times in this process

The last two print `ready`, and begin at a line on standard input.
"""

import io
import os
import sys
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import NoReturn

import fence  # noqa: F401 - keeps this process out of the user's folders
from logs import walk
from medborgarloften.errors import StorageError
from medborgarloften.files.log.append import append

_SET_PTRACER, _ANYBODY = 0x59616D61, -1


def _tell(text: str) -> None:
    os.write(1, f"{text}\n".encode())


def _serve() -> None:
    """For each `NUMBER ROOM FILE`: fork, let the child tell its id, wait for a line, tell how it ended.

    ROOM is how many bytes the file may grow, or 0 for any.
    """
    while request := sys.stdin.readline():
        number, room, path = request.rstrip("\n").split(" ", 2)
        hold, release = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(release)
            _one(hold, int(number), int(room), Path(path))
        os.close(hold)
        sys.stdin.readline()
        with suppress(BrokenPipeError):  # it may have been killed while it waited
            os.write(release, b"\n")
        os.close(release)
        _tell(f"ended {os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])}")


def _one(hold: int, number: int, room: int, path: Path) -> None:
    """Append one record in this process, a child that whoever asked may trace; tell how it went, and end."""
    import ctypes
    import resource

    ctypes.CDLL(None).prctl(_SET_PTRACER, _ANYBODY, 0, 0, 0)
    if room:
        most = path.stat().st_size + room
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    _tell(str(os.getpid()))
    with suppress(OSError):
        os.read(hold, 1)
    try:
        append(path, walk(number))
    except StorageError as error:
        _end(error.findings[0].code, 4)
    except BaseException as error:  # noqa: BLE001 - whatever it is, it must not go on as the parent
        _end(repr(error), 70)
    _end("stored", 0)


def _end(text: str, code: int) -> NoReturn:
    with suppress(OSError):
        _tell(text)
    os._exit(code)


def _append(path: Path, first: int, stop: int) -> None:
    for number in range(first, stop):
        append(path, walk(number))
        _tell(str(number))


def _log(folder: str, name: str, count: int) -> None:
    from medborgarloften.cli import run
    from medborgarloften.cli.context import Context

    clock = datetime(2022, 4, 2, 9, 30, tzinfo=UTC)
    for number in range(count):
        out, err = io.StringIO(), io.StringIO()
        now = partial(datetime.fromtimestamp, clock.timestamp() + number / 1000, UTC)
        context = Context({**os.environ, "LOFTEN_WRITER": name}, out, err, now=now)
        code = run(["--dir", folder, "log", "walk", "--note", f"{name} {os.getpid()} {number}"], context)
        if code:
            sys.exit(f"{code}: {err.getvalue()}")


def main(task: str, *rest: str) -> None:
    """Do one of the three tasks."""
    if task == "serve":
        _serve()
        return
    _tell("ready")
    sys.stdin.readline()
    if task == "append":
        _append(Path(rest[0]), int(rest[1]), int(rest[2]))
    else:
        _log(rest[0], rest[1], int(rest[2]))


if __name__ == "__main__":
    main(*sys.argv[1:])
