"""A comparison for people: what changed, how surely, and what it comes to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich import box
from rich.table import Table
from rich.text import Text

from unbland.core.evaluation.runs.comparing import mean_spent
from unbland.core.evaluation.runs.comparison import Change, Comparison
from unbland.core.evaluation.runs.run import Run
from unbland.edges.cli.page import table_console, visible

#: Cases at either end of the list of those that changed.
_ENDS = 5


def print_comparison(comparison: Comparison, old: str, new: str) -> None:
    """The table, the gates that broke, the cases that changed most, and the verdict as the last line."""
    console = table_console()
    console.print(Text(visible(f"{old} → {new}: {comparison.cases} cases in {comparison.clusters} clusters")))
    for note in comparison.notes:
        console.print(Text(visible(note), style="yellow"), soft_wrap=True)
    if comparison.quality is not None:
        table = Table(box=box.SIMPLE, pad_edge=False)
        for column in ("of 100", "old", "new", "difference", "95 % interval"):
            table.add_column(column, justify="left" if column == "of 100" else "right")
        for name, change in _rows(comparison):
            table.add_row(name, *_cells(change))
        console.print(table)
    for case, writer, gate in comparison.broken:
        console.print(Text(visible(f"{case} · {writer} · the gate {gate} held and is broken"), style="red"))
    for line in _moved(comparison):
        console.print(Text(visible(line)))
    console.print(Text(sentence(comparison)), soft_wrap=True)


def sentence(comparison: Comparison) -> str:
    """The verdict, and why."""
    return f"{comparison.outcome}: {comparison.because}."


def print_designs(first: Run, others: Sequence[tuple[Run, Comparison]]) -> None:
    """What each run costs and what it gives; the others with how they stand against the first."""
    table = Table(box=box.SIMPLE, pad_edge=False)
    for column in ("run", "quality", "against the first", "calls", "tokens in", "out", "dollars", "seconds"):
        table.add_column(column, justify="left" if column == "run" else "right", overflow="fold")
    for run, found in ((first, None), *others):
        spent = mean_spent(run)
        dollars = "unknown" if spent.dollars is None else f"{spent.dollars:.4f}"
        change = found.quality if found else None
        figures = (f"{spent.input_tokens:,}", f"{spent.output_tokens:,}", dollars, f"{spent.seconds:.1f}")
        table.add_row(
            Text(visible(run.label)),
            f"{100 * run.quality:.1f}",
            f"{100 * change.difference:+.1f} {_interval(change)}" if change else "",
            f"{spent.calls}",
            *figures,
        )
    console = table_console()
    console.print(Text("Means of a posting; dollars at list prices."))
    console.print(table)


def _rows(comparison: Comparison) -> Iterator[tuple[str, Change]]:
    if comparison.quality is not None:
        yield "quality", comparison.quality
    yield from ((f"  {name}", change) for name, change in (comparison.criteria or {}).items())
    yield from ((f"  score: {name}", change) for name, change in (comparison.principles or {}).items())


def _cells(change: Change) -> tuple[str, str, str, str]:
    old, new, difference = 100 * change.old, 100 * change.new, 100 * change.difference
    return f"{old:.1f}", f"{new:.1f}", f"{difference:+.1f}", _interval(change)


def _interval(change: Change) -> str:
    if change.interval is None:
        return ""
    return f"{100 * change.interval.low:+.1f} to {100 * change.interval.high:+.1f}"


def _moved(comparison: Comparison) -> Iterator[str]:
    moved = comparison.moved
    shown = moved if len(moved) <= 2 * _ENDS else (*moved[:_ENDS], *moved[-_ENDS:])
    for (case, writer), difference in shown:
        yield f"{case} · {writer}: {100 * difference:+.1f}"
    if len(moved) > len(shown):
        yield f"and {len(moved) - len(shown)} cases that changed less"
