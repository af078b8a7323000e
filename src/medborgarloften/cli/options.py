"""Options that several commands share, as types; those of an activity as one list."""

from collections.abc import Callable, Container
from dataclasses import dataclass, fields
from inspect import Parameter, Signature, signature
from typing import Annotated, Any, Literal, get_args

import typer

Answer = Literal["text", "json"]
Table = Literal["table", "json", "csv", "md"]
ANSWERS: tuple[Answer, ...] = get_args(Answer)
TABLES: tuple[Table, ...] = get_args(Table)
"""The formats of answers and of tables, in the order in which they are offered."""

Day = Annotated[str | None, typer.Option("--date", metavar="D")]
Period = Annotated[str | None, typer.Option("--period", metavar="P")]
NotPersonal = Annotated[bool, typer.Option("--not-personal")]
Identifier = Annotated[str, typer.Argument(metavar="ID")]
Reason = Annotated[str | None, typer.Option("--reason", metavar="TEXT")]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="D")]
Known = Annotated[str | None, typer.Option("--known", metavar="D")]
Since = Annotated[str | None, typer.Option("--since", metavar="D")]
Area = Annotated[str | None, typer.Option("--area", metavar="A")]
Party = Annotated[str | None, typer.Option("--party", metavar="P")]
Format = Annotated[str | None, typer.Option("--format", metavar="F")]


@dataclass(frozen=True, slots=True)
class Draft:
    """What was written of an activity after the command, word for word; None is what was not written.

    Commands have these options in this order, see `drafted`.
    """

    kinds: Annotated[list[str] | None, typer.Argument(metavar="KIND…", show_default=False)] = None
    areas: Annotated[list[str] | None, typer.Option("--area", metavar="A")] = None
    date: Day = None
    period: Period = None
    until: Annotated[str | None, typer.Option("--until", metavar="D")] = None
    parties: Annotated[list[str] | None, typer.Option("--party", metavar="P")] = None
    tags: Annotated[list[str] | None, typer.Option("--tag", metavar="T")] = None
    count: Annotated[str | None, typer.Option("--count", metavar="N")] = None
    approx: Annotated[bool, typer.Option("--approx")] = False
    no_approx: Annotated[bool, typer.Option("--no-approx")] = False
    quantities: Annotated[list[str] | None, typer.Option("--quantity", "-q", metavar="NAME=N")] = None
    note: Annotated[str | None, typer.Option("--note", metavar="TEXT")] = None
    ref: Annotated[str | None, typer.Option("--ref", metavar="TEXT")] = None
    source: Annotated[str | None, typer.Option("--source", metavar="TEXT")] = None
    plan: Annotated[str | None, typer.Option("--plan", metavar="ID")] = None
    no_plan: Annotated[bool, typer.Option("--no-plan")] = False
    not_personal: NotPersonal = False


OF_LOG = ("period", "until", "approx", "no_approx", "plan", "no_plan")
"""Options that say nothing of what is booked."""

_KEYWORD = Parameter.KEYWORD_ONLY


def drafted(
    *, first: Container[str] = (), without: Container[str] = (), **declared: Any
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command the options of a `Draft` where it has a parameter `draft`.

    Those of `first` come before the others, those `without` are left out; `declared` has the types of those
    that the command declares in another way.
    """
    options = [
        Parameter(one.name, _KEYWORD, default=one.default, annotation=declared.get(one.name, one.type))
        for one in sorted(fields(Draft), key=lambda one: one.name not in first)
        if one.name not in without
    ]

    def with_options(command: Callable[..., None]) -> Callable[..., None]:
        def called(**given: Any) -> None:
            command(draft=Draft(**{option.name: given.pop(option.name) for option in options}), **given)

        parameters = signature(command).parameters
        place = list(parameters).index("draft")
        every = [parameter.replace(kind=_KEYWORD) for parameter in parameters.values()]
        every[place : place + 1] = options
        called.__signature__ = Signature(every)  # type: ignore[attr-defined]  # is what Typer reads
        return called

    return with_options
