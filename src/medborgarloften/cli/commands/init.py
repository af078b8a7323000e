"""`loften init`: a new workspace, or the promise file of another period beside the old one."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from medborgarloften.cli.context import Context
from medborgarloften.cli.reading import begin_anew
from medborgarloften.cli.typed_words import alone, typed
from medborgarloften.domain.period import FIRST_YEAR, LAST_YEAR, Period
from medborgarloften.domain.promise import Agreement
from medborgarloften.errors import DataError, Finding, LoftenError, UsageError
from medborgarloften.files import json_schemas, workspace as workspaces
from medborgarloften.files.create import create
from medborgarloften.files.promise_file.document import read_text
from medborgarloften.files.promise_file.next_period import Move, moved, next_move
from medborgarloften.files.promise_file.read import checked, read_agreements, read_file
from medborgarloften.files.workspace import Workspace
from medborgarloften.render.words.wording import NO_BREAK, Words

SHIPPED = "solna"
_SCHEMA = "promises.schema.json"
_POINTER = "# yaml-language-server: $schema="


class NewFile(NamedTuple):
    """The text of a promise file to be written, and how many of its lines are to be confirmed.

    `marks` is None for a text that was not moved to another period, whose name is `span`.
    """

    text: str
    marks: int | None = None
    span: str = ""


def command(
    ctx: typer.Context,
    folder: Annotated[str | None, typer.Argument(metavar="[DIR]")] = None,
    year: Annotated[str | None, typer.Option("--year", metavar="Y")] = None,
    following: Annotated[bool, typer.Option("--next")] = False,
    source: Annotated[str | None, typer.Option("--from-file", metavar="F")] = None,
    git: Annotated[bool, typer.Option("--git")] = False,
) -> None:
    context: Context = ctx.obj
    if folder is not None:
        alone("--dir", {"DIR": context.dir_option})
    if following:
        alone("--next", {"--year": year})
    named = folder or context.dir_option or context.environ.get("LOFTEN_DIR") or "."
    target, wanted = _expanded(context, named), _year(year)
    existing = workspaces.look_in(target)
    if existing and wanted is None and not following:
        path = named if folder else context.display_path(target)
        command = _with_year(context, folder, _free_year(existing, context.today.year + 1))
        raise UsageError(Finding("workspace.there", {"path": path, "command": command}))
    agreements = _agreements(existing)
    model = _model(agreements, wanted)
    if following and model is None:
        raise UsageError(Finding("year.no_model"))
    new = _new_file(context, source, model, existing, wanted, next_move if following else _to_year(wanted))
    pointer = "" if new.text.startswith(_POINTER) else f"{_POINTER}{_SCHEMA}\n"
    raw = (pointer + new.text).encode()
    agreement = _checked(raw, new, wanted)
    _refuse_overlap(agreements, agreement)
    name = _free_name(existing, agreement.period)
    schema = json.dumps(json_schemas.promises(), indent=2, ensure_ascii=False) + "\n"
    files = {_SCHEMA: schema.encode(), **(_for_git(context.words) if git else {}), name: raw}
    written = create(target, files, renewed=[_SCHEMA] if existing else [])
    if existing is None:
        begin_anew(target)
    is_template = source is None and existing is None
    _say(context, target, written, new, added=existing is not None, is_template=is_template)
    _say_gap(context, agreements, agreement)


def _with_year(context: Context, folder: str | None, year: int) -> str:
    """Return what to type for the agreement of a year in the workspace that was named in the same way."""
    words = ["init", folder]
    if context.dir_option and not folder:
        words = ["--dir", context.dir_option, "init"]
    return " ".join(["loften", *typed(word for word in words if word), "--year", str(year)])


def _free_year(workspace: Workspace, first: int) -> int:
    """Return the first year, not before `first`, whose agreement would overlap none of the workspace."""
    try:
        agreements = _agreements(workspace)
    except LoftenError:  # what is wrong with them is said once a year is given
        return first
    for year in range(first, LAST_YEAR):
        model = _model(agreements, year)
        if model is None:
            return year
        period = _moved_period(model.period, Move(months=12 * (year - model.period.first.year)))
        if not any(agreement.period.overlaps(period) for agreement in agreements):
            return year
    return LAST_YEAR


def _moved_period(period: Period, move: Move) -> Period:
    return Period.of(move.day(period.first, last=False), move.day(period.last, last=True))


def _to_year(wanted: int | None) -> Callable[[Period], Move]:
    """Return how to move a period to the year that is wanted; not at all where none is."""
    return lambda period: Move(months=12 * (wanted - period.first.year) if wanted else 0)


def _free_name(workspace: Workspace | None, period: Period) -> str:
    """Return the name of a promise file by its year, or by its first month where the year has one."""
    taken = [path.name for path in workspace.promise_files] if workspace else []
    name = f"promises-{period.first.year}.yaml"
    return name if name not in taken else f"promises-{period.first:%Y-%m}.yaml"


def _checked(raw: bytes, new: NewFile, wanted: int | None) -> Agreement:
    """Return the agreement of a new file. Raises `DataError`, also where moving made the dates invalid."""
    try:
        return checked(raw, f"promises-{wanted or 'YYYY'}.yaml")
    except DataError as error:
        if new.marks is None:
            raise
        raise DataError(Finding("year.unfit", {"year": new.span}), *error.findings) from None


def _expanded(context: Context, named: str) -> Path:
    """Return a path as the user wrote it, from the current folder."""
    expanded = os.path.expanduser(named)  # noqa: PTH111 - Path's own raises where there is no home
    return Path(os.path.normpath(context.current_folder / expanded))


def _year(value: str | None) -> int | None:
    if value is None:
        return None
    if not (value.isascii() and value.isdigit() and FIRST_YEAR <= int(value) <= LAST_YEAR):
        raise UsageError(Finding("year.none", {"value": value}))
    return int(value)


def _agreements(workspace: Workspace | None) -> tuple[Agreement, ...]:
    return read_agreements(workspace.promise_files, workspaces.user_folder("cache")) if workspace else ()


def _model(agreements: tuple[Agreement, ...], wanted: int | None) -> Agreement | None:
    """Return the agreement that the wanted year’s is made after: the last one before it, else the first."""
    before = [a for a in agreements if wanted is None or a.period.first.year < wanted]
    return next(iter([*before[-1:], *agreements]), None)


def _new_file(
    context: Context,
    source: str | None,
    model: Agreement | None,
    existing: Workspace | None,
    wanted: int | None,
    move: Callable[[Period], Move],
) -> NewFile:
    """Return the template, a given file, or the workspace’s own, moved as is wanted."""
    if source is not None:
        path = workspaces.example().promise_files[0] if source == SHIPPED else _expanded(context, source)
    elif existing and model:
        path = existing.folder / model.file
    else:
        return NewFile(context.words.say("template.file", year=str(wanted or context.today.year)))
    raw = read_file(path)
    agreement, text = checked(raw, path.name), read_text(raw, path.name)
    new = _moved(context.words_of(agreement), agreement, text, path.name, move(agreement.period))
    return new._replace(text=new.text.replace("\n", "\r\n")) if b"\r\n" in raw else new


def _moved(words: Words, agreement: Agreement, text: str, file: str, move: Move) -> NewFile:
    if move == Move():
        return NewFile(text)
    span = words.span(_moved_period(agreement.period, move)).replace(NO_BREAK, " ")
    mark = words.say("template.confirm", year=span)
    body = moved(text, file, move, mark)
    pointer, _, rest = body.partition("\n") if body.startswith(_POINTER) else ("", "", body)
    head = f"# {words.say('template.draft', year=span, file=file)}\n"
    return NewFile(f"{pointer}\n{head}{rest}" if pointer else head + rest, body.count(f"# {mark}"), span)


def _refuse_overlap(agreements: tuple[Agreement, ...], new: Agreement) -> None:
    for agreement in agreements:
        if agreement.period.overlaps(new.period):
            facts = {"file": agreement.file, "year": str(new.period.first.year)}
            raise UsageError(Finding("year.there", facts))


def _say_gap(context: Context, agreements: tuple[Agreement, ...], new: Agreement) -> None:
    """Name the days between the agreement before and the new one."""
    before = [agreement for agreement in agreements if agreement.period.stop <= new.period.start]
    if before and before[-1].period.stop < new.period.start:
        gap = Period(before[-1].period.stop, new.period.start)
        context.confirm(context.words.say("start.gap", span=context.words.span(gap), file=before[-1].file))


def _for_git(words: Words) -> dict[str, bytes]:
    return {
        ".gitattributes": words.say("template.git_attributes").encode(),
        ".gitignore": words.say("template.git_ignore").encode(),
    }


def _say(
    context: Context, target: Path, written: list[Path], new: NewFile, *, added: bool, is_template: bool
) -> None:
    words, file = context.words, written[-1].name
    context.confirm(words.say("start.added" if added else "start.made", folder=context.display_path(target)))
    context.confirm("\n".join(f"  {path.name}" for path in written))
    if new.marks is not None:
        context.confirm(words.count("start.confirm", new.marks, file=file))
    else:
        context.confirm(words.say("start.next" if is_template else "start.ready", file=file))
