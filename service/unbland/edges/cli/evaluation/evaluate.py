"""`unbland eval`: the eval set through the product, with scripted, recorded or real models."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import typer

from unbland.application.evaluation.evaluate import Trials, run_all
from unbland.application.evaluation.plan import Planned, model_plan, scripted_plan
from unbland.application.rewrite import Engine
from unbland.application.strategies import Strategy
from unbland.bootstrap import evaluation, runs, sets
from unbland.bootstrap.evaluation import Conditions, Design
from unbland.core.evaluation.runs.comparing import compare as compare_with
from unbland.core.evaluation.runs.comparison import Outcome
from unbland.core.evaluation.runs.run import Run, Verdict
from unbland.edges.cli.evaluation import compare, gates, guard, judge, options, report, score, try_prompt
from unbland.edges.cli.evaluation.comparison_table import sentence
from unbland.edges.cli.evaluation.pool import run_pooled
from unbland.edges.cli.evaluation.progress import progress
from unbland.edges.cli.evaluation.run_table import COLUMNS, print_run
from unbland.errors import Misconfigured

EXAMPLES = """\b
Examples:
  unbland eval
  unbland eval --case line-cook --case no-pay
  unbland eval --persona inventing --json
  unbland eval --live --max-cost 2 --repeats 3 -o new.json
  unbland eval --recording recordings/gpt-5.4-mini.jsonl --repeats 3
  unbland eval guard
"""

#: What the run says → the exit code (eval/README.md).
EXIT_CODES = {Verdict.PASSED: 0, Verdict.BROKEN: 1, Verdict.INVALID: 2}
WRONG_CONFIGURATION = 3

group = typer.Typer(invoke_without_command=True, rich_markup_mode=None)
group.command("guard", short_help="Measure the guard on labelled sentences.", epilog=guard.EXAMPLES)(guard.guard)
group.command("score", short_help="Measure the score on ranked postings.", epilog=score.EXAMPLES)(score.score)
group.command("gates", short_help="See whether the gates see seeded defects.", epilog=gates.EXAMPLES)(gates.gates)
group.command("judge", short_help="Ask a model what code cannot count.", epilog=judge.EXAMPLES)(judge.judge)
group.command("compare", short_help="Hold runs against each other.", epilog=compare.COMPARE_EXAMPLES)(
    compare.compare_runs
)
group.command("bless", short_help="Keep a run as the measure of others.", epilog=compare.BLESS_EXAMPLES)(compare.bless)
group.command("report", short_help="Write runs as one HTML file.", epilog=report.EXAMPLES)(report.report)
group.command("try", short_help="See what another prompt changes.", epilog=try_prompt.EXAMPLES)(try_prompt.try_prompt)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a run is asked for."""

    words: tuple[str, ...]
    engine: Engine
    personas: tuple[str, ...]
    design: Design
    recording: Path | None
    live: bool
    max_cost: float
    repeats: int
    at_once: int


@group.callback()
def eval_command(  # noqa: PLR0913 - each option is one
    context: typer.Context,
    *,
    case: options.Cases = None,
    engine: options.Writers = Engine.AUTO,
    persona: options.Personas = None,
    live: options.Live = False,
    recording: options.RecordingFile = None,
    max_cost: options.MaxCost = 5.0,
    price: options.ModelPrice = None,
    repeats: options.Repeats = 1,
    at_once: options.AtOnce = options.AT_ONCE,
    strategy: options.Way = Strategy.WRITE_REPAIR,
    prompt: options.Prompts = None,
    output: options.Output = None,
    every: options.Every = False,
    as_json: options.AsJson = False,
) -> None:
    """Run the eval set, and fail when a posting is not true, whole and well behaved."""
    if context.invoked_subcommand is not None:
        _refuse_lost_options(context)
        return
    asked = Asked(
        words=tuple(case or ()),
        engine=engine,
        personas=tuple(persona or ()),
        design=Design(strategy=strategy, prompts=tuple(prompt or ()), price=options.price_of(price)),
        recording=recording,
        live=live,
        max_cost=max_cost,
        repeats=repeats,
        at_once=at_once,
    )
    try:
        run = run_eval(asked)
        if output is not None:
            runs.keep(output, run)
    except Misconfigured as error:
        typer.echo(f"unbland: {error}", err=True)
        raise typer.Exit(WRONG_CONFIGURATION) from None
    if as_json:
        typer.echo(json.dumps(to_wire(run), ensure_ascii=False, indent=2))
    else:
        print_run(run, every=every)
    raise typer.Exit(_held(run, silent=as_json))


def run_eval(asked: Asked) -> Run:
    """The run that is asked for; raises Misconfigured where it cannot be had."""
    cases = sets.eval_cases()
    if not asked.live and asked.recording is None:
        plan = scripted_plan(cases, ids=asked.words, engine=asked.engine, personas=asked.personas)
        trials = _pooled(partial(evaluation.scripted_bench, asked.design), plan)
        return evaluation.kept(trials, cases, asked.design, Conditions())
    plan = model_plan(cases, ids=asked.words, repeats=asked.repeats)
    if asked.live:
        return asyncio.run(_live(asked, plan))
    assert asked.recording is not None  # noqa: S101 - the first question
    model = evaluation.recorded_model(asked.recording)
    trials = _pooled(partial(evaluation.replay_bench, asked.design, asked.recording), plan)
    return evaluation.kept(trials, cases, asked.design, Conditions(model=model, repeats=asked.repeats))


def _pooled(make: evaluation.MakeBench, plan: tuple[Planned, ...]) -> Trials:
    make()  # what cannot be had is said here, once, and not by every process
    with progress(len(plan)) as done:
        return run_pooled(make, plan, done)


async def _live(asked: Asked, plan: tuple[Planned, ...]) -> Run:
    file = asked.recording or options.RECORDINGS / evaluation.recording_name()
    async with evaluation.live_bench(asked.design, file, asked.max_cost) as (bench, model):
        with progress(len(plan)) as done:
            trials = await run_all(bench, plan, at_once=asked.at_once, done=done)
    conditions = Conditions(model=model, repeats=asked.repeats, live=True)
    return evaluation.kept(trials, sets.eval_cases(), asked.design, conditions)


def _held(run: Run, *, silent: bool) -> int:
    """The exit code: the run's own, and of one that passed how it stands against the blessed one."""
    baseline = runs.baseline_of(run) if run.verdict is Verdict.PASSED else None
    if baseline is None:
        return EXIT_CODES[run.verdict]
    found = compare_with(baseline, run)
    if not silent and found.outcome is not Outcome.INVALID:  # a few cases are no comparison
        typer.echo(f"Against the blessed run of {baseline.made[:10]}: {sentence(found)}")
    return 1 if found.outcome is Outcome.REGRESSION else EXIT_CODES[run.verdict]


def to_wire(run: Run) -> dict[str, object]:
    """The run as JSON: every planned trial, with its evidence."""
    return {
        "verdict": run.verdict,
        "planned": len(run.trials),
        "passed": run.passed,
        "trials": [
            {
                **{name: cell(trial) for name, cell in COLUMNS.items()},
                "breaches": [{"gate": breach.gate, "evidence": breach.evidence} for breach in trial.breaches],
                "error": trial.error or None,
            }
            for trial in run.trials
        ],
    }


def _refuse_lost_options(context: typer.Context) -> None:
    """An option before the subcommand would be taken and do nothing."""
    for parameter in context.command.params:
        source = context.get_parameter_source(parameter.name or "")
        if source is not None and source.name == "COMMANDLINE":
            name = f"unbland eval {context.invoked_subcommand}"
            raise typer.BadParameter(f"{parameter.opts[0]} is an option of `unbland eval` alone, not of `{name}`.")
