"""The command line: parse, call, print; errors become sentences and exit codes here."""

import os
import sys
from typing import Annotated

import typer

from medborgarloften.cli.app import HELP_OPTIONS, Group
from medborgarloften.cli.context import Context, real
from medborgarloften.errors import (
    DataError,
    Finding,
    LoftenError,
    PersonalDataError,
    StorageError,
    UsageError,
)
from medborgarloften.render.words.wording import Words

_CODES: dict[type[LoftenError], int] = {UsageError: 2, DataError: 3, StorageError: 4, PersonalDataError: 5}

_WITH_VALUE = ("--dir", "--lang")  # of the program's own options, which stand before the command

app = typer.Typer(
    cls=Group,
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=False,
    context_settings={"help_option_names": HELP_OPTIONS},
)


@app.callback(invoke_without_command=True)
def program(
    ctx: typer.Context,
    folder: Annotated[str | None, typer.Option("--dir", metavar="DIR")] = None,
    lang: Annotated[str | None, typer.Option("--lang", metavar="sv|en")] = None,
    version: Annotated[bool, typer.Option("--version")] = False,  # noqa: FBT002 - a flag of the command line
) -> None:
    """Take the options that stand before the command."""
    context: Context = ctx.obj
    if lang is not None:
        from medborgarloften.cli.typed_words import one_of

        one_of("--lang", lang, ("sv", "en"))
    if folder == "":
        raise UsageError(Finding("usage.value", {"option": "--dir", "help": "loften --help"}))
    context.dir_option = folder
    if version:
        from medborgarloften import __version__

        context.print(f"loften {__version__}")
        raise typer.Exit
    if ctx.invoked_subcommand is None:
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
        return _fail(context, context.unexpected(error))


def _fail(context: Context, error: LoftenError) -> int:
    """Print the error, in Swedish where not even the language can be determined; return the exit code."""
    from medborgarloften.render.words import errors

    try:
        words = context.words
    except Exception:  # noqa: BLE001 - what went wrong may go wrong again
        words = Words("sv")
    context.tell(errors.text(words, error))
    return next(code for kind, code in _CODES.items() if isinstance(error, kind))


def _run(arguments: list[str], context: Context) -> int:
    if "_LOFTEN_COMPLETE" in context.environ:
        from medborgarloften.cli.answer_shell import complete

        return complete(context)
    context.ask_language(_language_option(arguments))
    words = [_composed(word) for word in arguments]
    try:
        result = app(words, prog_name="loften", obj=context, standalone_mode=False)
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
    """Return what `--lang` asks for before the command, so that help and errors speak it."""
    rest = iter(words)
    for word in rest:
        option, equals, value = word.partition("=")
        if word == "--" or not word.startswith("-"):
            break
        if option in _WITH_VALUE and not equals:
            value = next(rest, "")
        if option == "--lang":
            return value
    return None
