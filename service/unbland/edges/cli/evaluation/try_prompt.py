"""`unbland eval try`: a prompt beside the one in use, on a few cases, and only the lines that differ."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from unbland.application.evaluation.evaluate import Trials, run_all
from unbland.application.evaluation.plan import Planned, model_plan
from unbland.application.strategies import Strategy
from unbland.bootstrap import evaluation, sets
from unbland.bootstrap.evaluation import Design
from unbland.core.evaluation.runs.differing import differences
from unbland.core.evaluation.runs.run import Trial
from unbland.edges.cli.evaluation import options
from unbland.edges.cli.evaluation.pool import run_pooled
from unbland.edges.cli.page import table_console, visible
from unbland.errors import Misconfigured

EXAMPLES = """\b
Examples:
  unbland eval try prompts/write/v2.md --cases sales
  unbland eval try my-write.md --cases no-pay --cases electrician --max-cost 0.50
"""

_WRONG_CONFIGURATION = 3


def try_prompt(  # noqa: PLR0913 - each option is one
    prompt: Annotated[Path, typer.Argument(help="The prompt file; its front matter says which step it is of.")],
    *,
    cases: Annotated[
        list[str] | None,
        typer.Option("--cases", "--case", help="Only cases of this id, tag, trade or place; may be given again."),
    ] = None,
    recording: options.RecordingFile = None,
    max_cost: options.MaxCost = 1.0,
    price: options.ModelPrice = None,
    strategy: options.Way = Strategy.WRITE_REPAIR,
    replay: Annotated[bool, typer.Option("--replay", help="Ask nobody: only recorded answers.")] = False,
) -> None:
    """Show what another prompt would change in the postings of a few cases; it is no verdict."""
    now = Design(strategy=strategy, price=options.price_of(price), without=prompt)
    then = replace(now, prompts=(prompt,))
    try:
        plan = model_plan(sets.eval_cases(), ids=cases or ())
        file = recording or options.RECORDINGS / evaluation.recording_name()
        if replay:
            old, new = (run_pooled(partial(evaluation.replay_bench, design, file), plan) for design in (now, then))
        else:
            old, new = asyncio.run(_asked(now, then, plan, file, max_cost))
    except Misconfigured as error:
        typer.echo(f"unbland: {error}", err=True)
        raise typer.Exit(_WRONG_CONFIGURATION) from None
    console = table_console()
    for pair in zip(old.trials, new.trials, strict=True):
        for line, style in _told(*pair):
            console.print(Text(visible(line), style=style), soft_wrap=True)


async def _asked(
    now: Design, then: Design, plan: tuple[Planned, ...], file: Path, dollars: float
) -> tuple[Trials, Trials]:
    """Both prompts, one after the other, within one limit."""
    async with evaluation.live_bench(now, file, dollars) as (bench, _):
        old = await run_all(bench, plan, at_once=options.AT_ONCE)
        new = await run_all(replace(bench, rewriter=evaluation.rewriter_of(then)), plan, at_once=options.AT_ONCE)
    return old, new


def _told(old: Trial, new: Trial) -> Iterator[tuple[str, str]]:
    """One case: its figures on a line, and under it what differs."""
    refused = f"refused {_refused(old)} → {_refused(new)}"
    yield f"{old.case}: quality {100 * old.quality:.0f} → {100 * new.quality:.0f}, {refused}", "bold"
    for trial, whose in ((old, "old"), (new, "new")):
        for what in (trial.error, *(f"{breach.gate}: {breach.evidence}" for breach in trial.breaches)):
            if what:
                yield f"  {whose}: {what}", "yellow"
        if not trial.error and not trial.measured:
            yield f"  {whose}: the model gave no answer ({trial.degraded})", "yellow"
    if old.posting is None or new.posting is None:
        return
    found = differences(old.posting, new.posting)
    for difference in found:
        yield f"  [{difference.section}]", "dim"
        yield from ((f"  - {line}", "red") for line in difference.old)
        yield from ((f"  + {line}", "green") for line in difference.new)
    if not found:
        yield "  no line differs", "dim"


def _refused(trial: Trial) -> int:
    return trial.measures.refused if trial.measures else 0
