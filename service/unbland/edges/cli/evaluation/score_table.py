"""The report on the score for people: a table a part, its groups, and how it stands."""

from __future__ import annotations

from collections.abc import Iterator

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from unbland.application.evaluation.rank import RankedPart, ScoreReport
from unbland.application.standing import Standing
from unbland.core.evaluation.intervals import Hits
from unbland.core.evaluation.ranks.ranking import Mean, Ranking, Scored
from unbland.core.evaluation.sentences.committed import Part
from unbland.edges.cli.counting import counted
from unbland.edges.cli.page import table_console, visible

#: So many groups of least agreement are named: where to look next.
_LOWEST = 5


def show(report: ScoreReport, *, verbose: bool) -> None:
    """Print every part; with `verbose` all its groups, and their scores where the part may be read."""
    console = table_console()
    for part in report.parts:
        if part.ranking.scored:
            _show_part(console, part, verbose=verbose)
        _say(console, *_ending(part))
    if not report.parts:
        _say(console, "Nothing measured: there are no groups.")


def _show_part(console: Console, part: RankedPart, *, verbose: bool) -> None:
    ranking = part.ranking
    versions = sum(len(each.scores) for each in ranking.scored)
    groups = counted(len(ranking.scored), "group")
    _say(console, f"{part.part}: {groups} of {counted(ranking.trades, 'trade')}, {counted(versions, 'version')}")
    console.print(_table(ranking))
    _say(
        console,
        f"best above worst: {_of(ranking.best_above_worst)}; gamed version above none or one: {_of(ranking.gamed_low)}",
    )
    if not verbose:
        lowest = ", ".join(f"{each.name} {each.tau:z.2f}" for each in ranking.lowest_first[:_LOWEST])
        _say(console, f"lowest: {lowest}")
    else:
        # Whoever sees the scores by rank begins to tune on them.
        _say(console, *_lines(ranking, with_scores=part.part is not Part.TEST))


def _table(ranking: Ranking) -> Table:
    table = Table(box=box.SIMPLE, pad_edge=False)
    for number, name in enumerate(("against the writer's rank", "mean tau-b", "95 % interval")):
        table.add_column(name, justify="right" if number else "left")
    table.add_row("score", *_mean(ranking.tau), style="bold")
    table.add_row("second reader", *_mean(ranking.second_tau))
    table.add_row("word count", *_mean(ranking.length_tau))
    return table


def _lines(ranking: Ranking, *, with_scores: bool) -> Iterator[str]:
    """A line a group; of the scores the gamed version's has a star."""
    wide = max(len(each.name) for each in ranking.scored)
    for each in ranking.lowest_first:
        scores = f"  {_scores(each)}" if with_scores else ""
        yield f"{each.tau:z5.2f}  {each.name.ljust(wide) if scores else each.name}{scores}"
    if with_scores:
        yield "Scores by rank, the best version first; * is gamed."


def _scores(scored: Scored) -> str:
    versions = zip(scored.group.best_first, scored.scores, strict=True)
    return "".join(f"{score:4}{'*' if version.gamed else ' '}" for version, score in versions).rstrip()


def _ending(part: RankedPart) -> tuple[str, ...]:
    name = part.part
    endings = {
        Standing.EMPTY: f"{name}: nothing measured, since there are no groups.",
        Standing.UNCOMMITTED: f"{name}: no figures are committed for it; put them into eval/score/figures.yaml.",
        Standing.HOLDS: f"{name}: holds the committed figures.",
        Standing.SHORT: f"{name}: falls short of the committed figures.",
    }
    return (endings[part.standing], *(f"  {each}" for each in part.shortfalls))


def _say(console: Console, *lines: str) -> None:
    for line in lines:
        console.print(Text(visible(line)), soft_wrap=True)


def _of(found: Hits) -> str:
    return f"{found.hits / found.all:.1%} ({found.hits} of {found.all})"


def _mean(mean: Mean) -> tuple[str, str]:
    interval = "–" if mean.interval is None else f"{mean.interval.low:z.2f} to {mean.interval.high:z.2f}"
    return f"{mean.value:z.3f}", interval
