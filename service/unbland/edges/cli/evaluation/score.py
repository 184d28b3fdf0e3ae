"""`unbland eval score`: the score on ranked postings, as a table and an exit code."""

from __future__ import annotations

from typing import Annotated

import typer

from unbland.application.evaluation.rank import hold
from unbland.bootstrap import sets
from unbland.edges.cli.evaluation.score_table import show
from unbland.edges.cli.parts import EXIT_CODES, WRONG_CONFIGURATION, Wanted
from unbland.errors import Misconfigured

EXAMPLES = """\b
Examples:
  unbland eval score
  unbland eval score --part dev --verbose
"""


def score(
    part: Annotated[Wanted, typer.Option(help="The part of the set.")] = Wanted.ALL,
    verbose: Annotated[
        bool, typer.Option("--verbose/--no-verbose", help="List every group; of dev with the scores by rank.")
    ] = False,
) -> None:
    """Measure the score on ranked postings, and fail when it falls short of the committed figures."""
    try:
        report = hold(sets.score_set(), sets.score_figures(), part.only)
    except Misconfigured as error:
        typer.echo(f"unbland: {error}", err=True)
        raise typer.Exit(WRONG_CONFIGURATION) from None
    show(report, verbose=verbose)
    raise typer.Exit(EXIT_CODES[report.standing])
