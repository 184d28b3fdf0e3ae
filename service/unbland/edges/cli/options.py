"""What can be said on the command line of a review; what needs more of a check than a type is checked here."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from unbland.core.codes import PLACES
from unbland.core.guide import checked
from unbland.edges.choices import Choices
from unbland.edges.cli.lint import ReviewFormat
from unbland.errors import UnknownRule


def _rules(names: list[str] | None) -> list[str] | None:
    """The names as they came, each of them one that there is."""
    try:
        return None if names is None else [checked(name) for name in names]
    except UnknownRule as error:
        raise typer.BadParameter(str(error)) from None


def _places(places: list[str] | None) -> list[str] | None:
    """The places as they came, each of them a code."""
    try:
        Choices(jurisdictions=tuple(places or ()))
    except ValueError:
        raise typer.BadParameter(f"it is no ISO 3166 code; {PLACES}.") from None
    return places


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter("write a date, such as 2026-12-18.") from None


Files = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="FILE",
        help="Postings (text, Markdown, HTML), folders of them, or patterns such as 'ads/**/*.md'; - for standard"
        " input. Without any, the files that .unbland.yaml names.",
    ),
]
Fix = Annotated[
    bool, typer.Option("--fix", help="Make the fixes that need no mind, in the files; then review what is left.")
]
Diff = Annotated[bool, typer.Option("--diff", help="Show what --fix would change, and write nothing.")]
Facts = Annotated[
    str | None,
    typer.Option(
        metavar="FILE", help="What the company states, YAML or JSON: the place of work says which law applies."
    ),
]
Format = Annotated[
    ReviewFormat,
    typer.Option(
        "--format",
        help="What to write: for people, for programs, as annotations of a GitHub workflow, or for code scanning.",
    ),
]
FailUnder = Annotated[
    int | None, typer.Option(metavar="N", min=0, max=100, help="End with exit code 1 where a posting scores below N.")
]
ConfigFile = Annotated[
    str | None,
    typer.Option(metavar="FILE", help="The configuration; else the nearest .unbland.yaml up to the repository."),
]
Off = Annotated[
    list[str] | None,
    typer.Option("--off", metavar="RULE", callback=_rules, help="A rule or principle to be silent about; repeatable."),
]
Jurisdictions = Annotated[
    list[str] | None,
    typer.Option(
        "--jurisdiction", metavar="CODE", callback=_places, help="A place whose posting law applies; repeatable."
    ),
]
AsOf = Annotated[date | None, typer.Option("--as-of", metavar="DATE", parser=_day, help="The day whose law applies.")]
Employees = Annotated[
    int | None,
    typer.Option(
        "--employees", metavar="N", min=0, help="People the employer has; small ones are let off by some laws."
    ),
]
