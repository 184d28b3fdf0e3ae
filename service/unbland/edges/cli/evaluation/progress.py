"""How far a run is: a bar with the time that is left, where somebody watches a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from unbland.core.evaluation.runs.run import Trial


@contextmanager
def progress(planned: int) -> Iterator[Callable[[Trial], None]]:
    """What is to hear of each trial; it shows trials, failures, cost and the time that is left on standard error."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[state]}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("trials", total=planned, state="")
        failed, dollars = 0, 0.0

        def done(trial: Trial) -> None:
            nonlocal failed, dollars
            failed += not trial.passed
            dollars += trial.spent.dollars or 0
            bar.update(task, advance=1, state=f"{failed} failed, ${dollars:.2f}")

        yield done
