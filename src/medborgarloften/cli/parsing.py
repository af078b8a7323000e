"""Parsing by Typer, whose errors become codes by their class; its English sentences are never read."""

from collections.abc import Callable, Iterable
from typing import Any

import typer

from medborgarloften.errors import Finding, UsageError

_WrongUse: Any = typer.BadParameter.__mro__[1]  # Typer's UsageError; it is public by its subclass only
_SWEDISH = {
    "--antal": "--count",
    "--anteckning": "--note",
    "--bedömning": "--verdict",
    "--datum": "--date",
    "--från": "--from",
    "--källa": "--source",
    "--mängd": "--quantity",
    "--märkning": "--tag",
    "--område": "--area",
    "--part": "--party",
    "--skäl": "--reason",
    "--till": "--to",
}
"""Swedish words for options, which are English; spelling alone leads astray."""


def parsed(context: Any, words: list[str], parse: Callable[[Any, list[str]], list[str]]) -> list[str]:
    """Let Typer parse the words of a command, and return what it leaves over.

    Raises `UsageError` for what it cannot parse, and for an option with one value that is given twice: Typer
    would keep the last one. A flag may be repeated.
    """
    given = [*words]
    try:
        rest = parse(context, words)
        _, _, order = context.command.make_parser(context).parse_args(given)
    except _WrongUse as error:
        raise UsageError(_misuse(error, context)) from None
    for option in order:
        if _takes_value(option) and not option.multiple and order.count(option) > 1:
            raise UsageError(Finding("usage.twice", {"option": max(option.opts, key=len)}))
    return rest


def help_of(context: Any) -> str:
    """Return what to type for the help of a command, or of the program."""
    return f"{context.command_path} --help"


def nearest(word: str, known: Iterable[str]) -> list[str]:
    """Return the known words that are like one that was written."""
    from difflib import get_close_matches

    return get_close_matches(word, [*known])


def _takes_value(param: Any) -> bool:
    return param.param_type_name == "option" and not param.is_flag


def _misuse(error: Any, context: Any) -> Finding:
    """Return what Typer found wrong."""
    match type(error).__name__:
        case "NoSuchOption" | "NoSuchOptionError":
            return _unknown_option(error.option_name, context)
        case "BadOptionUsage":
            option = error.option_name
            takes = any(_takes_value(param) and option in param.opts for param in context.command.params)
            facts = {"option": option, "help": help_of(context)}
            return Finding("usage.value" if takes else "usage.no_value", facts)
        case "MissingParameter":
            return Finding("usage.value", {"option": error.param.metavar, "help": help_of(context)})
        case _:
            return Finding("usage.other", {"help": help_of(context)})


def _unknown_option(option: str, context: Any) -> Finding:
    if context.parent is not None and option in _options(context.parent.command):
        return Finding("usage.before", {"option": option, "command": context.info_name})
    options = {name.strip("-"): name for name in _options(context.command)}
    near = [options[name] for name in nearest(option.strip("-"), options)]
    if option in _SWEDISH:
        near = [name for name in (_SWEDISH[option],) if name in options.values()]
    return Finding("usage.option", {"option": option, "nearest": near, "help": help_of(context)})


def _options(command: Any) -> list[str]:
    return [name for param in command.params for name in param.opts if name.startswith("--")]
