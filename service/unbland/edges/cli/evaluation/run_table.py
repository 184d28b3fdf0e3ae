"""A run for people: a row a trial, the evidence under it, and what it comes to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from statistics import fmean

from rich import box
from rich.table import Table
from rich.text import Text

from unbland.core.evaluation.runs.run import Run, Trial
from unbland.edges.cli.page import table_console, visible

#: Column → what stands in it; a trial that crashed has no figures.
COLUMNS: dict[str, Callable[[Trial], str]] = {
    "case": lambda trial: trial.case,
    "writer": lambda trial: trial.writer if trial.repeat == 1 else f"{trial.writer} #{trial.repeat}",
    "status": lambda trial: trial.status,
    "score": lambda trial: f"{trial.measures.before} → {trial.measures.after}" if trial.measures else "-",
    "quality": lambda trial: f"{100 * trial.quality:.0f}",
    "asks": lambda trial: str(trial.measures.questions) if trial.measures else "-",
    "refused": lambda trial: str(trial.measures.refused) if trial.measures else "-",
    "gates": lambda trial: ", ".join(sorted({breach.gate for breach in trial.breaches})) or _state(trial),
}

#: With more rows than a window has, only what failed is shown.
_ROWS = 60


def print_run(run: Run, *, every: bool) -> None:
    """The table (all of it, or what failed where it is long), the evidence, the sums, and one last line."""
    console = table_console()
    rows = [trial for trial in run.trials if every or not trial.passed or len(run.trials) <= _ROWS]
    if rows:
        table = Table(box=box.SIMPLE, pad_edge=False)
        for name in COLUMNS:
            table.add_column(name, overflow="fold")
        for trial in rows:
            table.add_row(*(Text(cell(trial)) for cell in COLUMNS.values()), style="" if trial.passed else "red")
        console.print(table)
    for trial in run.trials:
        for what, evidence in _evidence(trial):
            console.print(Text(visible(f"{trial.case} · {trial.writer} · {what}: {evidence}")), soft_wrap=True)
    for line in _sums(run):
        console.print(Text(line))


def _evidence(trial: Trial) -> Iterator[tuple[str, str]]:
    yield from ((breach.gate, breach.evidence) for breach in trial.breaches)
    if trial.error:
        yield "crash", trial.error
    elif not trial.measured:
        yield "not measured", trial.degraded or ""


def _sums(run: Run) -> Iterator[str]:
    """What each writer comes to, what it cost, and the verdict."""
    for writer in Counter(trial.writer for trial in run.trials):
        own = [trial for trial in run.trials if trial.writer == writer]
        quality = 100 * fmean(trial.quality for trial in own)
        yield f"{writer}: {len(own)} trials, quality {quality:.1f} of 100"
    if calls := sum(trial.spent.calls for trial in run.trials if run.endpoint):
        yield f"{_cost(run)} for {calls} calls; {_tokens(run)}"
    unmeasured = sum(not trial.measured for trial in run.trials)
    why = f", {unmeasured} not measured" if unmeasured else ""
    stopped = f" ({run.stopped}; what was answered is recorded)" if run.stopped else ""
    yield f"{run.verdict}: {run.passed} of {len(run.trials)} trials hold every gate{why}{stopped}."


def _cost(run: Run) -> str:
    dollars = [trial.spent.dollars for trial in run.trials]
    return "no known price" if None in dollars else f"${sum(each or 0 for each in dollars):.4f}"


def _tokens(run: Run) -> str:
    spent = [trial.spent for trial in run.trials]
    waits = sorted(each.seconds for each in spent if each.calls)
    middle = waits[len(waits) // 2] if waits else 0
    inputs, outputs = sum(each.input_tokens for each in spent), sum(each.output_tokens for each in spent)
    return f"{inputs:,} tokens in, {outputs:,} out; half of the postings within {middle:.1f} s"


def _state(trial: Trial) -> str:
    if trial.measured:
        return "ok"
    return "not measured" if trial.ran else "crash"
