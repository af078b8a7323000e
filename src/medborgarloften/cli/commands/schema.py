"""`loften schema`: JSON Schemas, for editors and other programs."""

import json
from typing import Annotated

import typer

from medborgarloften.cli import typed_words
from medborgarloften.cli.context import Context
from medborgarloften.files import json_schemas

_SCHEMAS = {"promises": json_schemas.promises, "log": json_schemas.log}


def command(ctx: typer.Context, what: Annotated[str, typer.Argument(metavar="promises|log")]) -> None:
    context: Context = ctx.obj
    chosen = typed_words.one_of("promises|log", what, list(_SCHEMAS))
    context.deliver(json.dumps(_SCHEMAS[chosen](), indent=2, ensure_ascii=False))
