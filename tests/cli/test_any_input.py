"""Whatever stands in files, their names, the environment and the clock, every command ends as it must.

Good files are changed in some places; an unforeseen error raises here, since `LOFTEN_DEBUG` is set. What
single fields of the log may hold is tried exhaustively in `test_any_field.py`.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import given, settings, strategies as st

from logs import chain, put, raw, walk, written
from world import SHIPPED, Result, World

OTHER = "polis-111111.jsonl"
LINES = [
    *chain(*(walk(number) for number in range(1, 5))),
    raw(written(11, "plan", date="2022-05-02")),
    raw(written(12, "amend", date=None, kinds=None, of=written(2)["id"], set={"count": 3}, reason="fel")),
    raw(written(13, "void", date=None, kinds=None, of=written(3)["id"], reason="dubbel")),
    raw(written(14, "comment", kinds=None, promise="walks-and-dialogues", text="Ord.", verdict="partly")),
]
PROMISES = SHIPPED.read_text(encoding="utf-8")
COMMANDS = [
    *("status", "status --format json", "status --format csv", "status --check", "status --since igår"),
    *("list --planned --voided", "list --format md", "promises", "show last", "check", "check --format json"),
    *("report --month 2022-03", "report --allow-damaged --format json --replace", "report --missing"),
    *("log walk --no-plan", "log walk dialogue --area Hagalund --date 14/3", "plan walk --date 2022-05-03"),
    *("amend last --count 2 --reason fel", "void last --reason fel", "comment 5 Ord.", "init --year 2023"),
    *("schema log", "check --accept polis-111111.jsonl --reason prov", "help", ""),
]

VARIABLES = "LOFTEN_WRITER LOFTEN_LANG LOFTEN_DIR COLUMNS TERM NO_COLOR FORCE_COLOR COLORTERM HOME".split()

commands = st.sampled_from(COMMANDS).map(str.split)
fragments = st.one_of(
    st.binary(max_size=8),
    st.sampled_from(
        [b"\n", b"\0" * 64, b"\xff", b'"', b"{", b"}", b"[" * 40, b"- ", b": ", b"#", b"\t", b"\r\n"]
    ),
    st.sampled_from(
        [b"null", b"-1", b"1e400", b"9" * 30, b"2022-02-30", b"9999-12-31", b"\xef\xbb\xbf", b"&a *a"]
    ),
)
texts = st.text(st.characters(exclude_characters="\0", exclude_categories=()), max_size=12)


@st.composite
def changed(draw: st.DrawFn, data: bytes) -> bytes:
    """Draw a file that differs from `data` in up to four places: replaced, cut out, put in or doubled."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        stop = min(len(data), start + draw(st.sampled_from([0, 0, 1, 3, 20, 200])))
        put_in = draw(st.one_of(fragments, st.just(data[start:stop] * 2)))
        data = data[:start] + put_in + data[stop:]
    return data


@contextmanager
def workspace(**environ: str) -> Iterator[World]:
    """Make Solna's workspace in a folder of its own, where an unforeseen error raises."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "solna"
        folder.mkdir()
        shutil.copy(SHIPPED, folder)
        yield World(folder, {"LOFTEN_WRITER": "kommun", "HOME": name, "LOFTEN_DEBUG": "1", **environ})


def ends_well(result: Result) -> None:
    """Hold a result against what is documented: an exit code, and text that any stream takes."""
    assert result.code in range(6), result
    assert "oväntat" not in result.err, result
    (result.out + result.err).encode()


@settings(max_examples=150)
@given(data=changed(b"".join(LINES)), name=st.sampled_from([OTHER, "ö (1).jsonl", "x.jsonl"]), words=commands)
def test_no_change_of_another_writers_file_stops_a_command(data: bytes, name: str, words: list[str]) -> None:
    """A log with any bytes in it is read, counted, shown, reported or refused, and can be written to."""
    with workspace() as solna:
        put(solna.folder / "log", data, name)
        ends_well(solna.run(*words))
        result = solna.run("log", "walk", "--no-plan")
        assert result.code == 0, result


@settings(max_examples=150)
@given(data=changed(PROMISES.encode()), words=commands)
def test_no_change_of_a_promise_file_stops_a_command(data: bytes, words: list[str]) -> None:
    """A promise file with any bytes in it is read, or refused with what is wrong."""
    with workspace() as solna:
        (solna.folder / SHIPPED.name).write_bytes(data)
        ends_well(solna.run(*words))


@settings(max_examples=100)
@given(
    names=st.lists(texts.filter(lambda name: "/" not in name and name.strip(". ")), max_size=3),
    words=commands,
)
def test_no_name_of_a_file_stops_a_command(names: list[str], words: list[str]) -> None:
    """Files of any name, also of bytes that are no UTF-8, lie in the folders of a workspace."""
    with workspace() as solna:
        put(solna.folder / "log", chain(walk(1)), OTHER)
        for name in names:
            for folder, suffix in (("log", ".jsonl"), (".", ".yaml"), ("reports", ".html")):
                (solna.folder / folder).mkdir(exist_ok=True)
                try:
                    (solna.folder / folder / f"{name}{suffix}").write_bytes(LINES[0])
                except (OSError, ValueError):  # no name for a file here
                    continue
        ends_well(solna.run(*words))


@settings(max_examples=100)
@given(
    environ=st.dictionaries(
        st.sampled_from(
            "LOFTEN_WRITER LOFTEN_LANG LOFTEN_DIR COLUMNS TERM NO_COLOR FORCE_COLOR COLORTERM HOME".split()
        ),
        st.one_of(
            texts, st.sampled_from(["0", "-1", "9" * 30, "en_GB.UTF-8", "dumb", "/dev/null", "~", "~nobody"])
        ),
    ),
    words=commands,
)
def test_no_environment_stops_a_command(environ: dict[str, str], words: list[str]) -> None:
    """Variables hold anything."""
    with workspace(**environ) as solna:
        ends_well(solna.run_bare(*words) if "LOFTEN_DIR" in environ else solna.run(*words))


@settings(max_examples=100)
@given(
    moment=st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30)),  # noqa: DTZ001 - UTC is added
    words=commands,
)
def test_no_clock_stops_a_command(moment: datetime, words: list[str]) -> None:
    """The clock shows any time that there is, before and after all agreements."""
    with workspace() as solna:
        put(solna.folder / "log", LINES, OTHER)
        solna.time = moment.replace(tzinfo=UTC)
        ends_well(solna.run(*words))
