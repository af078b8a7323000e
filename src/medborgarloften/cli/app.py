"""The frame of the command line: the list of commands, and help in the user's language; runs no command."""

from importlib import import_module
from typing import Any, NoReturn

import typer
from typer.core import TyperCommand, TyperGroup

from medborgarloften.cli.context import Context
from medborgarloften.cli.parsing import help_of, nearest, parsed
from medborgarloften.errors import Finding, UsageError

COMMANDS = "log plan status report list show amend void comment promises init schema completion check".split()
"""The commands in the order of the help; each has a module of its name in `commands/`."""

HELP = "help"
"""The word that asks for the help of the program, or of the command that it stands before."""

HELP_OPTIONS = ["-h", "--help"]

_COLUMN = 28


class _Helpful:
    """What a command and the program have in common: help that is made from the catalogue."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page."""
        formatter.write(_page(self, ctx))

    def get_help_option(self, ctx: Any) -> Any:
        """Return `-h` and `--help`, which print where the program prints."""

        def show(ctx: Any, _: Any, value: bool) -> None:  # noqa: FBT001 - the signature is Typer’s
            if value and not ctx.resilient_parsing:
                _show_help(ctx)

        option = super().get_help_option(ctx)  # type: ignore[misc]  # Typer’s classes have it
        option.callback = show
        return option


class Command(_Helpful, TyperCommand):
    """A command whose help and errors are made from the catalogue."""

    allow_extra_args = True  # refused here, where they need not be read from a sentence

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse the words after the command. Raises `UsageError`."""
        rest = parsed(ctx, args, super().parse_args)
        if rest:
            raise UsageError(Finding("usage.extra", {"word": rest[0], "help": help_of(ctx)}))
        return rest


class Group(_Helpful, TyperGroup):
    """The program itself; a command's module is imported when the command is called."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse the program's own options. Raises `UsageError`."""
        return parsed(ctx, args, super().parse_args)

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """Return the command that the first word names, and the words after it. Raises `UsageError`."""
        name, *rest = args
        if name == HELP:
            name, *more = [*rest, HELP][: max(len(rest), 1)]
            rest = ["--help"]
            for word in more:
                if word not in HELP_OPTIONS:
                    raise UsageError(Finding("usage.help", {"word": word}))
            if name in (HELP, *HELP_OPTIONS):
                _show_help(ctx)
        command = self.get_command(ctx, name)
        if command is None:
            near = nearest(name, [*COMMANDS, HELP])
            raise UsageError(Finding("usage.command", {"word": name, "nearest": near}))
        return name, command, rest

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - the signature is Typer’s
        """Return the commands in the order of the help."""
        return COMMANDS

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - as above
        """Build one command."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"medborgarloften.cli.commands.{cmd_name}")
        app = typer.Typer(rich_markup_mode=None, add_completion=False)
        app.command(cmd_name, cls=Command)(module.command)
        return typer.main.get_command(app)


def _show_help(ctx: Any) -> NoReturn:
    """Print the help of a command, or of the program, and end it."""
    context: Context = ctx.find_root().obj
    context.print(ctx.get_help())
    raise typer.Exit


def _page(command: Any, ctx: Any) -> str:
    """Return a help page: usage, what it does, arguments and options, and the commands of a group."""
    context: Context = ctx.find_root().obj
    words, name = context.words, ctx.command_path.removeprefix("loften").strip()
    topic = name or "loften"
    parts = [f"{words.say('help.usage')} {_usage(ctx, name)}", words.say(f"help.{topic}")]
    rows = [(_left(param), words.say(f"help.{topic}.{param.name}")) for param in command.params]
    rows.append((", ".join(HELP_OPTIONS), words.say("help.help")))
    if isinstance(command, Group):
        commands = [(key, words.say(f"help.{key}").split("\n", 1)[0]) for key in COMMANDS]
        parts.append(_section(words.say("help.commands"), commands, context.width))
    parts.append(_section(words.say("help.options"), rows, context.width))
    if words.says(f"help.{topic}.examples"):
        parts.append(f"{words.say('help.examples')}\n{words.say(f'help.{topic}.examples')}")
    return "\n\n".join(parts) + "\n"


def _usage(ctx: Any, name: str) -> str:
    if not name:
        return "loften [--dir DIR] [--lang sv|en] COMMAND …"
    arguments = [
        param.make_metavar(ctx) for param in ctx.command.params if param.param_type_name == "argument"
    ]
    return " ".join(["loften", name, *arguments, "[…]"])


def _left(param: Any) -> str:
    """Return how a parameter is written."""
    if param.param_type_name == "argument":
        return str(param.metavar)
    value = "" if param.is_flag else f" {param.metavar}"
    return ", ".join(sorted(param.opts, key=len)) + value


def _section(title: str, rows: list[tuple[str, str]], width: int) -> str:
    """Return a title and two columns; a left text that is too long stands on a line of its own."""
    from textwrap import wrap

    column = min(_COLUMN, max(len(left) for left, _ in rows) + 4)
    lines, indent = [title], " " * column
    for left, text in rows:
        fits = len(left) + 4 <= column
        head = f"  {left}".ljust(column) if fits else indent
        lines += [] if fits else [f"  {left}"]
        lines += wrap(text, width, initial_indent=head, subsequent_indent=indent)
    return "\n".join(lines)
