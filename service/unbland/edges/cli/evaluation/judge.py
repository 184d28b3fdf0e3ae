"""`unbland eval judge`: what code cannot count, asked of a model, and how far the model may be trusted with it."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from unbland.application.evaluation.judge import judge_run, judge_sheet, standing_of
from unbland.bootstrap import judging
from unbland.bootstrap.judging import Terms
from unbland.core.evaluation.judging.judged import JudgedRun
from unbland.core.evaluation.judging.paired import Difference, difference
from unbland.core.evaluation.judging.standing import Standing, standings
from unbland.edges.cli.evaluation import options
from unbland.edges.cli.evaluation.judge_table import print_agreement, print_judged
from unbland.edges.cli.parts import EXIT_CODES, WRONG_CONFIGURATION
from unbland.errors import EvalSetInvalid, Misconfigured

EXAMPLES = """\b
Examples:
  unbland eval judge --agreement
  unbland eval judge --agreement --live --max-cost 2
  unbland eval judge new.json --live -o new-judged.json
  unbland eval judge new.json --recording recordings/judge-x.jsonl --against old-judged.json
"""

_NOT_MEASURED = 2


def judge(  # noqa: PLR0913 - each option is one
    run: Annotated[Path | None, typer.Argument(help="A run that `eval -o` kept.")] = None,
    *,
    agreement: Annotated[
        bool, typer.Option("--agreement", help="Hold the judge against the readers' labels, not a run.")
    ] = False,
    live: Annotated[
        bool, typer.Option("--live/--replay", help="Ask UNBLAND_JUDGE_MODEL, or nobody (the default).")
    ] = False,
    recording: options.RecordingFile = None,
    max_cost: options.MaxCost = 5.0,
    price: options.ModelPrice = None,
    votes: Annotated[int, typer.Option(min=1, max=99, help="How often each posting is judged; an odd number.")] = 3,
    at_once: options.AtOnce = options.AT_ONCE,
    against: Annotated[Path | None, typer.Option(help="A judged run: fail where this one is worse.")] = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Keep the judged run in this file.")] = None,
) -> None:
    """Ask a model what code cannot count; only what it is proven to see as readers do can fail a run."""
    _refuse_senseless(run, votes, agreement=agreement, kept=output or against)
    terms = Terms(
        recording=recording,
        folder=options.RECORDINGS,
        live=live,
        dollars=max_cost,
        price=options.price_of(price),
        votes=votes,
    )
    try:
        code = _judge(terms, run, at_once, against, output) if run else asyncio.run(_agreement(terms, at_once))
    except Misconfigured as error:
        typer.echo(f"unbland: {error}", err=True)
        raise typer.Exit(WRONG_CONFIGURATION) from None
    raise typer.Exit(code)


async def _agreement(terms: Terms, at_once: int) -> int:
    """Print how far readers and judge agree; the exit code says whether it was measured."""
    postings, readers = judging.label_sheet()
    if not judging.has_recording(terms):
        print_agreement(standings(judging.criteria(), readers, None), None, "")
        return _NOT_MEASURED
    async with judging.bench(terms) as bench:
        sheet, stopped = await judge_sheet(bench.panel, postings, at_once)
    print_agreement(standings(bench.panel.criteria, readers, sheet), bench.judge, stopped)
    return 0 if sheet and len(readers) > 1 else _NOT_MEASURED


def _judge(terms: Terms, file: Path, at_once: int, against: Path | None, output: Path | None) -> int:
    """Judge a run, print it, keep it, and hold it against another; what it comes to is the exit code."""
    old = judging.judged_before(against) if against else None
    judged, held = asyncio.run(_judged(terms, file, at_once))
    if output is not None:
        judging.keep(output, judged)
    differences = _differences(old, judged) if old else ()
    standing = standing_of(judged, differences)
    print_judged(judged, held, differences, standing)
    return EXIT_CODES[standing]


async def _judged(terms: Terms, file: Path, at_once: int) -> tuple[JudgedRun, tuple[Standing, ...]]:
    """The run, judged, and how the judge stands by what is recorded of the readers' postings."""
    run, (postings, readers) = judging.the_run(file), judging.label_sheet()
    async with judging.bench(terms) as bench:
        sitting = await judge_run(bench.panel, run, at_once)
        sheet, _ = await judge_sheet(bench.recorded, postings, at_once)
    held = standings(bench.panel.criteria, readers, sheet)
    return bench.kept(run, sitting, {each.criterion: each.trust for each in held}), held


def _differences(old: JudgedRun, new: JudgedRun) -> tuple[Difference, ...]:
    """Every criterion in both; raises EvalSetInvalid where they were judged by different judges."""
    if old.judge != new.judge:
        raise EvalSetInvalid(
            f"The older run was judged otherwise (by {old.judge.model}, prompt {old.judge.prompt}, {old.judge.votes} "
            "votes); judge it anew on the same terms."
        )
    return tuple(difference(name, old, new) for name in new.criteria)


def _refuse_senseless(run: Path | None, votes: int, *, agreement: bool, kept: Path | None) -> None:
    """Raise BadParameter for options that would do nothing."""
    if (run is None) is not agreement:
        raise typer.BadParameter("name a run, or ask for --agreement, and not both", param_hint="RUN")
    if agreement and kept is not None:
        raise typer.BadParameter("--agreement judges no run, so there is none to keep or compare", param_hint="-o")
    if votes % 2 == 0:
        raise typer.BadParameter("an even number of votes may have no majority", param_hint="--votes")
