"""Options that several commands share, as types."""

from typing import Annotated, Literal, get_args

import typer

Answer = Literal["text", "json"]
Table = Literal["table", "json", "csv", "md"]
Document = Literal["html", "md", "json"]
ANSWERS: tuple[Answer, ...] = get_args(Answer)
TABLES: tuple[Table, ...] = get_args(Table)
DOCUMENTS: tuple[Document, ...] = get_args(Document)
"""The formats of answers, of tables and of reports, in the order in which they are offered."""

Kinds = Annotated[list[str] | None, typer.Argument(metavar="KIND…", show_default=False)]
Areas = Annotated[list[str] | None, typer.Option("--area", metavar="A")]
Day = Annotated[str | None, typer.Option("--date", metavar="D")]
Period = Annotated[str | None, typer.Option("--period", metavar="P")]
Until = Annotated[str | None, typer.Option("--until", metavar="D")]
Parties = Annotated[list[str] | None, typer.Option("--party", metavar="P")]
Tags = Annotated[list[str] | None, typer.Option("--tag", metavar="T")]
Count = Annotated[str | None, typer.Option("--count", metavar="N")]
Approx = Annotated[bool, typer.Option("--approx")]
Quantities = Annotated[list[str] | None, typer.Option("--quantity", "-q", metavar="NAME=N")]
Note = Annotated[str | None, typer.Option("--note", metavar="TEXT")]
Ref = Annotated[str | None, typer.Option("--ref", metavar="TEXT")]
Source = Annotated[str | None, typer.Option("--source", metavar="TEXT")]
NotPersonal = Annotated[bool, typer.Option("--not-personal")]
Identifier = Annotated[str, typer.Argument(metavar="ID")]
Reason = Annotated[str | None, typer.Option("--reason", metavar="TEXT")]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="D")]
Since = Annotated[str | None, typer.Option("--since", metavar="D")]
Area = Annotated[str | None, typer.Option("--area", metavar="A")]
Party = Annotated[str | None, typer.Option("--party", metavar="P")]
Format = Annotated[str | None, typer.Option("--format", metavar="F")]
