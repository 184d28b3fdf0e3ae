"""What the batch commands share: how an input is named, and how its columns are told and shown."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from unbland.core.batch.columns import NAMES, Mapped
from unbland.edges.cli.page import visible
from unbland.errors import BadInput

InputPath = Annotated[
    Path,
    typer.Argument(
        metavar="INPUT",
        help="A CSV, JSONL, JSON, Parquet or XML file (the texts as .gz, too), a folder of HTML, Markdown, Word, PDF or"
        " text files, or a zip of one.",
    ),
]
Columns = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        metavar="FIELD=COLUMN",
        help=f"Which column holds what ({', '.join(NAMES)}); what you do not say is guessed and shown. Repeatable.",
    ),
]
Encoding = Annotated[
    str,
    typer.Option(metavar="NAME", help="The character set of a file that is neither marked nor UTF-8; else cp1252."),
]


def columns_of(told: list[str] | None) -> dict[str, str]:
    """The mapping that was told; raises BadInput."""
    pairs = [each.partition("=") for each in told or ()]
    if any(not (name and column) for name, _, column in pairs):
        raise BadInput("Write --column FIELD=COLUMN, such as --column body=description.")
    return {name: column for name, _, column in pairs}


def show_mapping(mapping: Mapped, encoding: str) -> None:
    """Say which column was taken for what, and the character set."""
    for name, column in mapping.columns.items():
        how = " (guessed)" if name in mapping.guessed else ""
        typer.echo(f"  {name:<13}← {visible(column)}{how}", err=True)
    if encoding:
        typer.echo(f"  read as {encoding}", err=True)
