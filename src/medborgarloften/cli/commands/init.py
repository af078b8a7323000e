"""`loften init`: a new workspace, or another year’s promise file beside the old one."""

import json
import os
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from medborgarloften.cli.context import Context
from medborgarloften.cli.reading import begin_anew
from medborgarloften.cli.typed_words import alone, typed
from medborgarloften.domain.period import FIRST_YEAR, LAST_YEAR, Period
from medborgarloften.domain.promise import Agreement
from medborgarloften.errors import DataError, Finding, LoftenError, UsageError
from medborgarloften.files import json_schemas, workspace as places
from medborgarloften.files.create import create
from medborgarloften.files.promise_file.next_year import moved, moved_day
from medborgarloften.files.promise_file.read import checked, read_agreements, read_file
from medborgarloften.files.promise_file.yaml_text import read_text
from medborgarloften.files.workspace import Workspace
from medborgarloften.render.words.wording import Words

SHIPPED = "solna"
_SCHEMA = "promises.schema.json"
_POINTER = "# yaml-language-server: $schema="


class Draft(NamedTuple):
    """The text of a promise file that is to be, and how many of its lines are to be confirmed."""

    text: str
    marks: int | None = None  # None for a text that was not moved


def command(  # noqa: D103 - the catalogue has the help
    ctx: typer.Context,
    folder: Annotated[str | None, typer.Argument(metavar="[DIR]")] = None,
    year: Annotated[str | None, typer.Option("--year", metavar="Y")] = None,
    source: Annotated[str | None, typer.Option("--from-file", metavar="F")] = None,
    git: Annotated[bool, typer.Option("--git")] = False,  # noqa: FBT002 - a flag of the command line
) -> None:
    context: Context = ctx.obj
    if folder is not None:
        alone("--dir", {"DIR": context.folder})
    named = folder or context.folder or context.environ.get("LOFTEN_DIR") or "."
    target, wanted = _expanded(context, named), _year(year)
    there = places.look_in(target)
    if there and wanted is None:
        path = named if folder else context.known(target)
        command = _with_year(context, folder, _free_year(there, context.today.year + 1))
        raise UsageError(Finding("workspace.there", {"path": path, "command": command}))
    agreements = _agreements(there)
    draft = _draft(context, source, _model(agreements, wanted), there, wanted)
    raw = f"{_POINTER}{_SCHEMA}\n".encode() if not draft.text.startswith(_POINTER) else b""
    raw += draft.text.encode()
    agreement = _right(raw, draft, wanted)
    _refuse_overlap(agreements, agreement)
    name = f"promises-{agreement.period.first.year}.yaml"
    schema = json.dumps(json_schemas.promises(), indent=2, ensure_ascii=False) + "\n"
    files = {_SCHEMA: schema.encode(), **(_for_git(context.words) if git else {}), name: raw}
    made = create(target, files, renewed=[_SCHEMA] if there else [])
    if there is None:
        begin_anew(target)
    _say(context, target, made, draft, new=there is None, template=source is None and there is None)


def _with_year(context: Context, folder: str | None, year: int) -> str:
    """Return what to type for the agreement of a year in the workspace that was named in the same way."""
    words = ["init", folder] if folder else ["--dir", context.folder, "init"] if context.folder else ["init"]
    return " ".join(["loften", *typed(word for word in words if word), "--year", str(year)])


def _free_year(there: Workspace, first: int) -> int:
    """Return the first year, not before `first`, whose agreement would overlap none of the workspace."""
    try:
        agreements = _agreements(there)
    except LoftenError:  # what is wrong with them is said once a year is given
        return first
    for year in range(first, LAST_YEAR):
        model = _model(agreements, year)
        if model is None:
            return year
        years = year - model.period.first.year
        start = moved_day(model.period.first, years, last=False)
        period = Period.of(start, moved_day(model.period.last, years, last=True))
        if not any(one.period.overlaps(period) for one in agreements):
            return year
    return LAST_YEAR


def _right(raw: bytes, draft: Draft, wanted: int | None) -> Agreement:
    """Return the agreement that is to be. Raises `DataError`, where its dates were moved to no good too."""
    try:
        return checked(raw, f"promises-{wanted or 'YYYY'}.yaml")
    except DataError as error:
        if draft.marks is None:
            raise
        raise DataError(Finding("year.unfit", {"year": str(wanted)}), *error.findings) from None


def _expanded(context: Context, named: str) -> Path:
    """Return a path as the user wrote it, from the current folder."""
    expanded = os.path.expanduser(named)  # noqa: PTH111 - Path's own raises where there is no home
    return Path(os.path.normpath(context.current / expanded))


def _year(value: str | None) -> int | None:
    if value is None:
        return None
    if not (value.isascii() and value.isdigit() and FIRST_YEAR <= int(value) <= LAST_YEAR):
        raise UsageError(Finding("year.none", {"value": value}))
    return int(value)


def _agreements(there: Workspace | None) -> tuple[Agreement, ...]:
    return read_agreements(there.promise_files, places.user_folder("cache")) if there else ()


def _model(agreements: tuple[Agreement, ...], wanted: int | None) -> Agreement | None:
    """Return the agreement that the wanted year’s is made after: the last one before it, else the first."""
    before = [one for one in agreements if wanted is None or one.period.first.year < wanted]
    return next(iter([*before[-1:], *agreements]), None)


def _draft(
    context: Context, source: str | None, model: Agreement | None, there: Workspace | None, wanted: int | None
) -> Draft:
    """Return the template, a given file, or the workspace’s own, moved to the year that is wanted."""
    if source is not None:
        path = places.example().promise_files[0] if source == SHIPPED else _expanded(context, source)
    elif there and model:
        path = there.folder / model.file
    else:
        return Draft(context.words.say("template.file", year=str(wanted or context.today.year)))
    raw = read_file(path)
    agreement, text = checked(raw, path.name), read_text(raw, path.name)
    draft = _moved(context.words_of(agreement), agreement, text, path.name, wanted)
    return draft._replace(text=draft.text.replace("\n", "\r\n")) if b"\r\n" in raw else draft


def _moved(words: Words, agreement: Agreement, text: str, file: str, wanted: int | None) -> Draft:
    years = 0 if wanted is None else wanted - agreement.period.first.year
    if years == 0:
        return Draft(text)
    mark = words.say("template.confirm", year=str(wanted))
    body = moved(text, file, years, mark)
    pointer, _, rest = body.partition("\n") if body.startswith(_POINTER) else ("", "", body)
    head = f"# {words.say('template.draft', year=str(wanted), file=file)}\n"
    return Draft(f"{pointer}\n{head}{rest}" if pointer else head + rest, body.count(f"# {mark}"))


def _refuse_overlap(agreements: tuple[Agreement, ...], new: Agreement) -> None:
    for one in agreements:
        if one.period.overlaps(new.period):
            raise UsageError(Finding("year.there", {"file": one.file, "year": str(new.period.first.year)}))


def _for_git(words: Words) -> dict[str, bytes]:
    return {
        ".gitattributes": words.say("template.git_attributes").encode(),
        ".gitignore": words.say("template.git_ignore").encode(),
    }


def _say(
    context: Context, target: Path, made: list[Path], draft: Draft, *, new: bool, template: bool
) -> None:
    words, file = context.words, made[-1].name
    context.confirm(words.say("start.made" if new else "start.added", folder=context.known(target)))
    context.confirm("\n".join(f"  {path.name}" for path in made))
    if draft.marks is not None:
        key = "start.confirm.one" if draft.marks == 1 else "start.confirm"
        context.confirm(words.say(key, file=file, count=draft.marks))
    else:
        context.confirm(words.say("start.next" if template else "start.ready", file=file))
