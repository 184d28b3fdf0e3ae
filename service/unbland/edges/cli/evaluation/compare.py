"""`unbland eval compare` and `unbland eval bless`: runs held against each other, and one kept as the measure."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Annotated

import typer

from unbland.bootstrap import runs
from unbland.core.evaluation.runs.comparing import compare
from unbland.core.evaluation.runs.comparison import Comparison, Outcome
from unbland.edges.cli.evaluation.comparison_table import print_comparison, print_designs, sentence
from unbland.errors import Misconfigured

COMPARE_EXAMPLES = """\b
Examples:
  unbland eval compare old.json new.json
  unbland eval compare one-shot.json write-repair.json self-refine.json
"""

BLESS_EXAMPLES = """\b
Examples:
  unbland eval -o run.json && unbland eval bless run.json
"""

#: What a comparison says → the exit code (eval/README.md).
EXIT_CODES = {
    Outcome.REGRESSION: 1,
    Outcome.INCONCLUSIVE: 2,
    Outcome.INVALID: 2,
    Outcome.IMPROVEMENT: 0,
    Outcome.SAME: 0,
}
_WRONG_CONFIGURATION = 3
_PAIR = 2


def compare_runs(
    files: Annotated[list[Path], typer.Argument(help="Kept runs; the others are held against the first.")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print the comparisons as JSON.")] = False,
) -> None:
    """Say whether a run is better or worse than another, case by case, and how surely."""
    if len(files) < _PAIR:
        raise typer.BadParameter("name two runs or more", param_hint="FILES")
    try:
        first, *others = (runs.kept_run(file) for file in files)
    except Misconfigured as error:
        typer.echo(f"unbland: {error}", err=True)
        raise typer.Exit(_WRONG_CONFIGURATION) from None
    found = {str(file): compare(first, run) for file, run in zip(files[1:], others, strict=True)}
    if as_json:
        typer.echo(json.dumps({name: _wire(each) for name, each in found.items()}, ensure_ascii=False, indent=2))
    else:
        if len(files) > _PAIR or any(trial.spent.calls for trial in first.trials if first.endpoint):
            print_designs(first, list(zip(others, found.values(), strict=True)))
        for name, each in found.items():
            print_comparison(each, str(files[0]), name)
    codes = {EXIT_CODES[each.outcome] for each in found.values()}
    raise typer.Exit(1 if 1 in codes else max(codes))  # a regression does not hide behind what is not sure


def bless(
    file: Annotated[Path, typer.Argument(help="The kept run.")],
    *,
    name: Annotated[str | None, typer.Option("--as", help="What it is kept as; else its model and strategy.")] = None,
    to: Annotated[Path | None, typer.Option("--to", help="The folder; else eval/baselines of the checkout.")] = None,
) -> None:
    """Keep a run as the measure that later runs are held against; a run that did not pass is refused."""
    try:
        old, new, place = runs.bless(file, name, to)
    except Misconfigured as error:
        typer.echo(f"unbland: {error}", err=True)
        raise typer.Exit(_WRONG_CONFIGURATION) from None
    was = f"quality was {100 * old.quality:.1f}, " if old else "there was none, "
    typer.echo(f"Blessed as {place}: {was}now {100 * new.quality:.1f} of 100 over {len(new.trials)} trials.")


def _wire(comparison: Comparison) -> dict[str, object]:
    return {**dataclasses.asdict(comparison), "sentence": sentence(comparison)}
