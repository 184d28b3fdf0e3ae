"""`unbland eval gates`: seeded defects, and whether the gates see them."""

from __future__ import annotations

import asyncio
import dataclasses
import json
from typing import Annotated

import typer
from rich import box
from rich.table import Table
from rich.text import Text

from unbland.application.evaluation.seed import Sown, sow
from unbland.bootstrap import evaluation, runs, sets
from unbland.bootstrap.evaluation import Design
from unbland.edges.cli.page import table_console, visible
from unbland.edges.cli.parts import EXIT_CODES, WRONG_CONFIGURATION
from unbland.errors import Misconfigured

EXAMPLES = """\b
Examples:
  unbland eval gates
  unbland eval gates --failures
"""


def gates(
    failures: Annotated[bool, typer.Option("--failures", help="List every defect that its gate did not see.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
) -> None:
    """Make true results wrong in one place each, and fail when the gates see less of it than is committed."""
    try:
        cases, floors = sets.eval_cases(), runs.gate_floors()
        sown = asyncio.run(sow(evaluation.scripted_bench(Design()), cases, floors))
    except Misconfigured as error:
        typer.echo(f"unbland: {error}", err=True)
        raise typer.Exit(WRONG_CONFIGURATION) from None
    if as_json:
        seen = [dataclasses.asdict(each) for each in sown.mutation.seen]
        report = {"standing": sown.standing, "shortfalls": sown.shortfalls, "defects": seen}
        typer.echo(json.dumps(report, ensure_ascii=False, indent=1))
    else:
        _print(sown, failures=failures)
    raise typer.Exit(EXIT_CODES[sown.standing])


def _print(sown: Sown, *, failures: bool) -> None:
    console = table_console()
    table = Table(box=box.SIMPLE, pad_edge=False)
    for column in ("defect", "seeded", "caught by its gate", "%", "noticed by any"):
        table.add_column(column, justify="left" if column == "defect" else "right")
    for kind, hits in sown.mutation.by_kind.items():
        noticed = sum(each.noticed for each in sown.mutation.seen if each.kind == kind)
        share = f"{100 * hits.hits / hits.all:.0f}"
        table.add_row(kind, str(hits.all), str(hits.hits), share, str(noticed))
    console.print(table)
    if failures:
        for each in sown.mutation.seen:
            if not each.caught:
                console.print(Text(visible(f"{each.case} · {each.kind}: {each.note}")), soft_wrap=True)
    for shortfall in sown.shortfalls:
        console.print(Text(visible(shortfall), style="red"))
    total = sown.mutation.all
    console.print(Text(f"{sown.standing}: the gates caught {total.hits} of {total.all} seeded defects."))
