"""`loften promises`: the promises, their targets and counting rules."""

from typing import Annotated

import typer

from medborgarloften.cli import typed_words
from medborgarloften.cli.context import Context
from medborgarloften.domain.agreements import choose
from medborgarloften.render.answers import promises


def command(
    ctx: typer.Context,
    promise: Annotated[str | None, typer.Argument(metavar="[PROMISE]")] = None,
) -> None:
    from medborgarloften.render.to_terminal.canvas import Terminal
    from medborgarloften.render.to_terminal.lists import promises as table

    context: Context = ctx.obj
    words = context.words
    agreement = choose(context.agreements, context.today)
    chosen = agreement.promises if promise is None else (typed_words.promise(agreement, promise),)
    rows = [(entry.number, *promises.promise_lines(words, agreement, entry)) for entry in chosen]
    heading = promises.heading(words, agreement) if promise is None else []
    if context.workspace_or_example.shipped:
        heading.append(words.say("status.example"))
    elif heading:
        heading.append(words.say("status.workspace", folder=context.workspace_path))
    terminal = Terminal(context.width, context.colours)
    context.print(table(rows, heading, terminal))
