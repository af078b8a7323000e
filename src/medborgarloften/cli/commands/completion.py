"""`loften completion`: the script by which a shell completes commands; edits no file of the user’s own."""

from pathlib import Path
from typing import Annotated

import typer

from medborgarloften.cli import typed_words
from medborgarloften.cli.context import Context
from medborgarloften.errors import Finding, StorageError
from medborgarloften.files.disk import make_folder, replace_whole
from medborgarloften.render import shells

_SCRIPTS = {
    "bash": ("XDG_DATA_HOME", ".local/share", "bash-completion/completions/loften"),
    "zsh": ("XDG_DATA_HOME", ".local/share", "loften/completion/_loften"),
    "fish": ("XDG_CONFIG_HOME", ".config", "fish/completions/loften.fish"),
    "powershell": ("LOCALAPPDATA", ".local/share", "loften/completion.ps1"),
}
"""Where a script goes: a variable that names the folder, else a folder of the home, and the file in it."""


def command(
    ctx: typer.Context,
    shell: Annotated[str, typer.Argument(metavar="SHELL")],
    install: Annotated[bool, typer.Option("--install")] = False,
) -> None:
    context: Context = ctx.obj
    shell = typed_words.one_of("SHELL", shell, list(shells.SHELLS))
    if not install:
        context.deliver(shells.script(shell))
        return
    path = _script_path(context, shell)
    try:
        make_folder(path.parent)
        replace_whole(path, shells.script(shell).encode())
    except OSError as error:
        raise StorageError(Finding("write.failed", {"path": str(path), "errno": error.errno})) from None
    context.confirm(context.words.say("completion.written", path=context.display_path(path)))
    context.confirm(context.words.say(f"completion.{shell}", path=str(path), folder=str(path.parent)))


def _script_path(context: Context, shell: str) -> Path:
    """Return where a shell’s script goes, in the home that the environment names. Raises `StorageError`."""
    variable, folder, file = _SCRIPTS[shell]
    named = context.environ.get(variable, "")
    home = context.environ.get("HOME") or context.environ.get("USERPROFILE")
    if Path(named).is_absolute():
        return Path(named) / file
    if not home:
        raise StorageError(Finding("output.no_folder", {"path": "~"}))
    return Path(home) / folder / file
