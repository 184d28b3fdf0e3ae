"""`unbland eval guard`: the guard on labelled sentences, as a table and an exit code."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from unbland.application.evaluation.measure import GuardReport, hold, look_at, only_trade
from unbland.bootstrap import sets
from unbland.core.evaluation.sentences.committed import Part
from unbland.edges.cli.evaluation.guard_table import show
from unbland.edges.cli.evaluation.guard_wire import to_wire
from unbland.edges.cli.parts import EXIT_CODES, WRONG_CONFIGURATION, Wanted
from unbland.errors import Misconfigured

EXAMPLES = """\b
Examples:
  unbland eval guard
  unbland eval guard --part dev --failures
  unbland eval guard --external my-sentences/
"""


def guard(  # noqa: PLR0913, PLR0917 - each option of the command is a parameter here
    part: Annotated[Wanted, typer.Option(help="The part of the set.")] = Wanted.ALL,
    trade: Annotated[str | None, typer.Option(help="Only this trade; then no committed figures apply.")] = None,
    external: Annotated[
        Path | None,
        typer.Option(help="Sentences of your own: a folder with a file for each trade. No committed figures apply."),
    ] = None,
    failures: Annotated[
        bool, typer.Option("--failures/--no-failures", help="List what leaks and what is wrongly stopped.")
    ] = False,
    reveal: Annotated[
        bool,
        typer.Option(help="List it for the test part too. A test part that somebody has read is no test any more."),
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
) -> None:
    """Measure the guard, and fail when it falls short of the committed figures."""
    listed = {name for name in (*Part, "external") if failures and (reveal or name != Part.TEST)}
    try:
        report = _report(part, trade, external)
    except Misconfigured as error:
        typer.echo(f"unbland: {error}", err=True)
        raise typer.Exit(WRONG_CONFIGURATION) from None
    if as_json:
        typer.echo(json.dumps(to_wire(report, listed), ensure_ascii=False, indent=2))
    else:
        show(report, listed, hint=failures)
    raise typer.Exit(EXIT_CODES[report.standing])


def _report(part: Wanted, trade: str | None, external: Path | None) -> GuardReport:
    """What is asked for, measured."""
    only = part.only
    if external is not None:
        if only is not None:
            raise typer.BadParameter("--part is of the set in eval/guard, --external of another; give one of them.")
        parts = {"external": sets.guard_sentences(external)}
        return look_at(parts if trade is None else only_trade(parts, trade))
    found = sets.guard_set()
    if trade is None:
        return hold(found, sets.guard_figures(), only)
    return look_at(only_trade({str(each): found[each] for each in found if only in {None, each}}, trade))
