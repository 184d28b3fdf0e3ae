"""`unbland eval`: the eval set through the product with scripted models, as a table and an exit code."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Annotated

import typer
from rich import box
from rich.table import Table
from rich.text import Text

from unbland import bootstrap
from unbland.application.evaluation.evaluate import Report, TrialResult, Verdict, evaluate, plan
from unbland.application.rewrite import Engine
from unbland.edges.cli.evaluation import guard, score
from unbland.edges.cli.page import table_console, visible
from unbland.errors import Misconfigured

EXAMPLES = """\b
Examples:
  unbland eval
  unbland eval --engine editor --case line-cook
  unbland eval --persona inventing --json
  unbland eval guard
  unbland eval score
"""

#: What the run says → the exit code (eval/README.md).
EXIT_CODES = {Verdict.PASSED: 0, Verdict.BROKEN: 1, Verdict.INVALID: 2}
_WRONG_CONFIGURATION = 3

#: Column → what stands in it; a trial that crashed has no figures.
_COLUMNS: dict[str, Callable[[TrialResult], str]] = {
    "case": lambda result: result.trial.case.id,
    "trade": lambda result: result.trial.case.trade,
    "writer": lambda result: result.trial.writer,
    "status": lambda result: result.output.status if result.output else "crashed",
    "score": lambda result: f"{result.measures.before} → {result.measures.after}" if result.measures else "-",
    "asks": lambda result: str(result.measures.questions) if result.measures else "-",
    "refused": lambda result: str(result.measures.refused) if result.measures else "-",
    "gates": lambda result: ", ".join(sorted({breach.gate for breach in result.breaches})) or _ran(result),
}

group = typer.Typer(invoke_without_command=True, rich_markup_mode=None)
group.command("guard", short_help="Measure the guard on labelled sentences.", epilog=guard.EXAMPLES)(guard.guard)
group.command("score", short_help="Measure the score on ranked postings.", epilog=score.EXAMPLES)(score.score)


@group.callback(epilog=EXAMPLES)
def eval_command(
    context: typer.Context,
    engine: Annotated[Engine, typer.Option(help="Who writes: editor, llm (scripted), or auto for both.")] = Engine.AUTO,
    case: Annotated[list[str] | None, typer.Option(help="Only this case; may be given again.")] = None,
    persona: Annotated[list[str] | None, typer.Option(help="Only this scripted model; may be given again.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
) -> None:
    """Run the eval set without a key, and fail when a posting is not true, whole and well behaved."""
    if context.invoked_subcommand is not None:
        _refuse_lost_options(context)
        return
    try:
        trials = plan(bootstrap.eval_cases(), ids=case or (), engine=engine, personas=persona or ())
        report = asyncio.run(evaluate(trials, bootstrap.scripted_rewriter()))
    except Misconfigured as error:
        typer.echo(f"unbland: {error}", err=True)
        raise typer.Exit(_WRONG_CONFIGURATION) from None
    if as_json:
        typer.echo(json.dumps(to_wire(report), ensure_ascii=False, indent=2))
    else:
        _print(report)
    raise typer.Exit(EXIT_CODES[report.verdict])


def _refuse_lost_options(context: typer.Context) -> None:
    """An option before the subcommand would be taken and do nothing."""
    for parameter in context.command.params:
        source = context.get_parameter_source(parameter.name or "")
        if source is not None and source.name == "COMMANDLINE":
            name = f"unbland eval {context.invoked_subcommand}"
            raise typer.BadParameter(f"{parameter.opts[0]} is an option of `unbland eval` alone, not of `{name}`.")


def to_wire(report: Report) -> dict[str, object]:
    """The report as JSON: every planned trial, with its evidence."""
    return {
        "verdict": report.verdict,
        "planned": len(report.results),
        "passed": report.passed,
        "trials": [
            {
                **{name: cell(result) for name, cell in _COLUMNS.items()},
                "breaches": [{"gate": breach.gate, "evidence": breach.evidence} for breach in result.breaches],
                "error": result.error or None,
            }
            for result in report.results
        ],
    }


def _print(report: Report) -> None:
    """The table, the evidence under it, and one line that sums it up."""
    console = table_console()
    table = Table(box=box.SIMPLE, pad_edge=False)
    for name in _COLUMNS:
        table.add_column(name, overflow="fold")
    for result in report.results:
        table.add_row(*(Text(cell(result)) for cell in _COLUMNS.values()), style="" if result.passed else "red")
    console.print(table)
    for result in report.results:
        for what, evidence in (*((b.gate, b.evidence) for b in result.breaches), *_errors(result)):
            where = f"{result.trial.case.id} · {result.trial.writer}"
            console.print(Text(visible(f"{where} · {what}: {evidence}")), soft_wrap=True)
    console.print(Text(f"{report.verdict}: {report.passed} of {len(report.results)} trials hold every gate."))


def _ran(result: TrialResult) -> str:
    return "ok" if result.output else "crash"


def _errors(result: TrialResult) -> tuple[tuple[str, str], ...]:
    return (("crash", result.error),) if result.error else ()
