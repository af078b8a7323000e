"""`loften promises`: the promises, their targets and counting rules."""

from typing import Annotated

import typer

from medborgarloften.cli import typed_words
from medborgarloften.cli.context import Context
from medborgarloften.domain.agreements import choose
from medborgarloften.render.answers import promises
from medborgarloften.render.words.voice import Voice


def command(
    ctx: typer.Context,
    promise: Annotated[str | None, typer.Argument(metavar="[PROMISE]")] = None,
) -> None:
    from medborgarloften.render.to_terminal.canvas import Terminal
    from medborgarloften.render.to_terminal.lists import promises as table

    context: Context = ctx.obj
    agreement = choose(context.agreements, context.today)
    voice = Voice(context.words, agreement)
    chosen = agreement.promises if promise is None else (typed_words.promise(agreement, promise),)
    rows = [(entry.number, *promises.promise_lines(voice, entry)) for entry in chosen]
    heading = promises.heading(voice) if promise is None else []
    if context.workspace_or_example.shipped:
        heading.append(voice.say("status.example"))
    elif heading:
        heading.append(voice.say("status.workspace", folder=context.workspace_path))
    terminal = Terminal(context.width, context.colours)
    context.print(table(rows, heading, terminal))
