"""What a judge says, for people: its agreement with readers, a judged run, and two of them beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich import box
from rich.table import Table
from rich.text import Text

from unbland.application.standing import Standing as Outcome
from unbland.core.evaluation.judging.agreement import Agreement
from unbland.core.evaluation.judging.judged import Judge, JudgedRun
from unbland.core.evaluation.judging.paired import Change, Difference
from unbland.core.evaluation.judging.standing import Standing, Trust
from unbland.core.evaluation.judging.votes import Answer
from unbland.core.evaluation.ranks.agreement import tau_b
from unbland.edges.cli.page import table_console, visible

#: Both answers of two who judge → how the column is headed.
_CONFUSION = {
    (Answer.MET, Answer.MET): "++",
    (Answer.MET, Answer.UNMET): "+-",
    (Answer.UNMET, Answer.MET): "-+",
    (Answer.UNMET, Answer.UNMET): "--",
}

_NOT_MEASURED = "The judge is not measured: its answers on the labelled postings are not recorded{why}."

_ENDS = {
    Outcome.SHORT: "what may gate is worse.",
    Outcome.EMPTY: "it measured too little to say.",
}


def print_agreement(found: Sequence[Standing], judge: Judge | None, stopped: str) -> None:
    """A row for each criterion and pair of readers, the judge among them, and what each criterion is good for."""
    console = table_console()
    _print_table(["criterion", "who", "of", "raw", "kappa", "95 %", "coverage", *_CONFUSION.values()], _rows(found))
    if not any(standing.readers for standing in found):
        console.print(Text("There is one reader so far; a second one fills in labels-b.tsv."))
    if not any(standing.judged for standing in found):
        console.print(Text(_NOT_MEASURED.format(why=f" ({stopped})" if stopped else "")))
    if judge is not None:
        console.print(Text(f"judge: {_name(judge)}"))
    for standing in found:
        console.print(Text(f"{standing.criterion}: {standing.trust}"))


def print_judged(
    run: JudgedRun, found: Sequence[Standing], differences: Sequence[Difference], outcome: Outcome
) -> None:
    """A row for each criterion, what it came to, and one last line."""
    console = table_console()
    _print_table(
        ["criterion", "met", "coverage", "flips", "it"],
        [(name, *_figures(run, name), run.trust[name]) for name in run.criteria],
    )
    if differences:
        rows = [_difference(each, run.trust[each.criterion]) for each in differences]
        _print_table(["against the older run", "cases", "points", "95 %", "change"], rows)
    for line in (*_sums(run), *_reasons(run)):
        console.print(Text(visible(line)), soft_wrap=True)
    if not any(standing.judged for standing in found):
        console.print(Text(_NOT_MEASURED.format(why="; see --agreement")))
    console.print(Text(f"{outcome if outcome is Outcome.EMPTY else 'judged'}: {_end(run, differences, outcome)}"))


def _end(run: JudgedRun, differences: Sequence[Difference], outcome: Outcome) -> str:
    if outcome is not Outcome.HOLDS:
        return _ENDS[outcome]
    if not differences:
        return f"{len(run.trials)} trials, by {run.judge.votes} votes each."
    gating = [each for each in differences if run.trust[each.criterion] is Trust.GATES]
    if not gating:
        return "no criterion may gate, so nothing is held."
    unsure = sum(each.change is Change.INCONCLUSIVE for each in gating)
    return f"of {len(gating)} criteria that may gate, none is surely worse; {unsure} inconclusive."


def _rows(found: Sequence[Standing]) -> Iterator[tuple[str, ...]]:
    for standing in found:
        if standing.readers is not None:
            yield (standing.criterion, "reader A, reader B", *_agreed(standing.readers))
        for reader, judged in zip("AB", standing.judged, strict=False):
            yield (standing.criterion, f"reader {reader}, judge", *_agreed(judged))


def _agreed(found: Agreement) -> tuple[str, ...]:
    kappa = "–" if found.kappa is None else f"{found.kappa:.2f}"
    interval = f"{found.interval.low:.2f} to {found.interval.high:.2f}" if found.interval else "–"
    counts = (str(found.confusion.get(pair, 0)) for pair in _CONFUSION)
    return (str(found.asked), f"{found.raw:.0%}", kappa, interval, f"{found.coverage:.0%}", *counts)


def _figures(run: JudgedRun, name: str) -> tuple[str, str, str]:
    share, flips = run.share(name), run.flips(name)
    return (
        "–" if share is None else f"{share:.0%}",
        f"{run.coverage(name):.0%}",
        "–" if flips is None else f"{flips:.0%}",
    )


def _difference(found: Difference, trust: Trust) -> tuple[str, ...]:
    points = f"{100 * found.mean:+.1f}"
    interval = f"{100 * found.interval.low:+.1f} to {100 * found.interval.high:+.1f}" if found.interval else "–"
    change = found.change if trust is Trust.GATES else f"{found.change} (does not gate)"
    return (found.criterion, str(found.cases), points if found.cases else "–", interval, change)


def _sums(run: JudgedRun) -> Iterator[str]:
    """Who wrote and who judged, what it took, and whether the judge likes length."""
    yield f"written by {run.label}; judged by {_name(run.judge)}"
    if _family(run.judge.model) == _family(run.writer):
        yield "Writer and judge are of one family, and a judge favours its own kind: name another."
    scored = [(trial.words, sum(trial.share(name) or 0 for name in run.criteria)) for trial in run.trials]
    yield f"length and criteria met: tau {tau_b([words for words, _ in scored], [met for _, met in scored]):+.2f}"
    if withheld := sum(trial.withheld for trial in run.trials):
        yield f"{withheld} lines that speak to a machine were not shown to the judge"
    dollars = [trial.spent.dollars for trial in run.trials]
    price = "no known price" if None in dollars else f"${sum(each or 0 for each in dollars):.4f}"
    yield f"{price} for {sum(trial.spent.calls for trial in run.trials)} calls"


def _reasons(run: JudgedRun) -> Iterator[str]:
    """Why votes are missing, once for each reason."""
    if run.stopped:
        yield f"{run.stopped}; what was answered is recorded"
    for error in sorted({trial.error for trial in run.trials if trial.error} - {run.stopped}):
        missing = sum(trial.failed for trial in run.trials if trial.error == error)
        yield f"{missing} votes are missing: {error}"


def _name(judge: Judge) -> str:
    return f"{judge.model}, prompt {judge.prompt}, {judge.votes} votes"


def _family(model: str) -> str:
    """What comes before the version: `gpt` of `gpt-5.4-mini`."""
    return model.rpartition("/")[2].partition("-")[0].rstrip("0123456789.").lower()


def _print_table(head: Sequence[str], rows: Iterator[tuple[str, ...]] | Sequence[tuple[str, ...]]) -> None:
    rows = list(rows)
    if not rows:
        return
    table = Table(box=box.SIMPLE, pad_edge=False)
    for name in head:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    table_console().print(table)
