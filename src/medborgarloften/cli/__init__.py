"""The command line: parse, call, print; errors become sentences and exit codes here."""

import os
import sys
from collections.abc import Iterable
from typing import Annotated, Any

import typer

from medborgarloften.cli.app import COMMANDS, Group
from medborgarloften.cli.context import Context, real
from medborgarloften.errors import (
    DataError,
    Finding,
    LoftenError,
    PersonalDataError,
    StorageError,
    UsageError,
)
from medborgarloften.render.wording import Words

_CODES: dict[type[LoftenError], int] = {UsageError: 2, DataError: 3, StorageError: 4, PersonalDataError: 5}

_WrongUse: Any = typer.BadParameter.__mro__[1]  # Typer's UsageError; it is public by its subclass only

app = typer.Typer(cls=Group, rich_markup_mode=None, add_completion=False, no_args_is_help=False)


@app.callback(invoke_without_command=True)
def program(
    ctx: typer.Context,
    folder: Annotated[str | None, typer.Option("--dir", metavar="DIR")] = None,
    lang: Annotated[str | None, typer.Option("--lang", metavar="sv|en")] = None,
    version: Annotated[bool, typer.Option("--version")] = False,  # noqa: FBT002 - a flag of the command line
) -> None:
    """Take the options that stand before the command."""
    context: Context = ctx.obj
    if lang is not None and lang not in ("sv", "en"):
        raise UsageError(
            Finding("usage.one_of", {"value": lang, "option": "--lang", "allowed": ["sv", "en"]})
        )
    if folder == "":
        raise UsageError(Finding("usage.value", {"option": "--dir", "help": _help("")}))
    context.folder = folder
    if version:
        from medborgarloften import __version__

        context.print(f"loften {__version__}")
    elif ctx.invoked_subcommand is None:
        context.print(ctx.get_help())


def main() -> None:
    """Run the program with the real world around it, and end the process."""
    sys.exit(run(sys.argv[1:], real()))


def run(arguments: list[str], context: Context) -> int:
    """Run one command and return its exit code; never raises."""
    try:
        return _run(arguments, context)
    except LoftenError as error:
        return _fail(context, error)
    except BrokenPipeError:
        context.mute()
        return 0
    except OSError as error:
        context.mute()
        return _fail(context, StorageError(Finding("output.failed", {"errno": error.errno})))
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        if context.environ.get("LOFTEN_DEBUG"):
            raise
        return _fail(context, StorageError(Finding("internal", {"kind": type(error).__name__})))


def _fail(context: Context, error: LoftenError) -> int:
    """Say what is wrong, in Swedish where not even the language can be found out; return the exit code."""
    try:
        words = context.words
    except Exception:  # noqa: BLE001 - what went wrong may go wrong again
        words = Words("sv")
    context.tell(words.error(error))
    return next(code for kind, code in _CODES.items() if isinstance(error, kind))


def _run(arguments: list[str], context: Context) -> int:
    if "_LOFTEN_COMPLETE" in context.environ:
        from medborgarloften.cli.complete import complete

        return complete(context)
    context.ask_language(_language_option(arguments))
    words = [_composed(word) for word in arguments]
    try:
        result = app(words, prog_name="loften", obj=context, standalone_mode=False)
    except _WrongUse as error:
        raise UsageError(_misuse(error, words)) from None
    except typer.Abort:
        return 130
    except typer.Exit as end:
        return end.exit_code
    except SystemExit:  # what Typer makes of a pipe that nobody reads
        raise BrokenPipeError from None
    return result if isinstance(result, int) else 0


def _composed(word: str) -> str:
    """Return an argument as text, also where the locale could not read it. Raises `UsageError`."""
    try:
        return os.fsencode(word).decode("utf-8") if not word.isprintable() else word
    except UnicodeError:
        raise UsageError(Finding("usage.not_utf8", {"word": ascii(word)})) from None


def _language_option(words: list[str]) -> str | None:
    """Return what `--lang` asks for, before anything is parsed, so that help and errors speak it."""
    for word, value in zip(words, [*words[1:], ""], strict=True):
        if word == "--":
            break
        if word.startswith("--lang"):
            return word.partition("=")[2] or value
    return None


def _misuse(error: Any, words: list[str]) -> Finding:
    """Return what Typer found wrong; its own sentences are in English only."""
    command = _command_of(error, words)
    match type(error).__name__:
        case "NoSuchOption" | "NoSuchOptionError":
            return _unknown_option(error, command)
        case "BadOptionUsage":
            takes = "not take" in error.message
            facts = {"option": error.option_name, "help": _help(command)}
            return Finding("usage.no_value" if takes else "usage.value", facts)
        case "MissingParameter":
            return Finding("usage.value", {"option": error.param.metavar, "help": _help(command)})
        case _:
            return _misused_word(error, command)


def _unknown_option(error: Any, command: str) -> Finding:
    option = error.option_name
    if command and option in _options(error.ctx.find_root().command):
        return Finding("usage.before", {"option": option, "command": command})
    known = {name.strip("-"): name for name in _options(error.ctx.command)}
    nearest = [known[name] for name in _nearest(option.strip("-"), known)]
    return Finding("usage.option", {"option": option, "nearest": nearest, "help": _help(command)})


def _misused_word(error: Any, command: str) -> Finding:
    word = _quoted(error.message)
    if "No such command" in error.message:
        return Finding("usage.command", {"word": word, "nearest": _nearest(word, COMMANDS)})
    if "extra argument" in error.message:
        return Finding("usage.extra", {"word": word, "help": _help(command)})
    return Finding("usage.other", {"help": _help(command)})


def _nearest(word: str, known: Iterable[str]) -> list[str]:
    from difflib import get_close_matches

    return get_close_matches(word, [*known])  # `list` is the command's module once it was imported


def _options(command: Any) -> list[str]:
    return [name for param in command.params for name in param.opts if name.startswith("--")]


def _help(command: str) -> str:
    """Return what to type for the help of a command, or of the program."""
    return f"loften {command} --help" if command else "loften --help"


def _command_of(error: Any, words: list[str]) -> str:
    """Return the command that was called; Typer does not always say."""
    if error.ctx is not None:
        return str(error.ctx.command_path).removeprefix("loften").strip()
    return next((word for word in words if word in COMMANDS), "")


def _quoted(message: str) -> str:
    """Return the word that a message of Typer's is about."""
    if "'" in message:
        return message.split("'")[1]
    return message.rpartition("(")[2].rstrip(")")
