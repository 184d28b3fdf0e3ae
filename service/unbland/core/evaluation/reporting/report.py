"""All that a page shows of one run, or of several side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean
from string import ascii_uppercase

from unbland.core.evaluation.reporting.figures import (
    Counted,
    Row,
    broken,
    by_criterion,
    by_principle,
    by_tag,
    by_writer,
    refused,
)
from unbland.core.evaluation.reporting.shown import ShownCase, shown_cases
from unbland.core.evaluation.reporting.spending import Spending, spending
from unbland.core.evaluation.runs.run import Run, Verdict

#: More columns than this nobody compares, and no screen shows.
MOST_RUNS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Design:
    """One run as a column of the page."""

    letter: str
    run: Run
    #: What it comes to, as a sentence.
    verdict: str
    #: Mean score of the drafts and of the results; None where nothing ran.
    before: float | None
    after: float | None
    #: None where scripts answered.
    spending: Spending | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that a page shows; every row has a figure of each design, in their order."""

    designs: tuple[Design, ...]
    criteria: tuple[Row, ...]
    principles: tuple[Row, ...]
    writers: tuple[Row, ...]
    tags: tuple[Row, ...]
    broken: tuple[Counted, ...]
    refused: tuple[Counted, ...]
    cases: tuple[ShownCase, ...]

    @property
    def alone(self) -> Design | None:
        """The one design, where there is but one."""
        return self.designs[0] if len(self.designs) == 1 else None

    @property
    def same_cases(self) -> bool:
        """Whether every run had the same cases and was judged alike."""
        return len({(design.run.dataset, design.run.scorers) for design in self.designs}) == 1


def report(runs: Sequence[Run]) -> Report:
    """What a page shows of these runs, at least one and at most MOST_RUNS."""
    named = dict(zip(ascii_uppercase[:MOST_RUNS], runs, strict=False))
    return Report(
        designs=tuple(_design(letter, run) for letter, run in named.items()),
        criteria=by_criterion(runs),
        principles=by_principle(runs),
        writers=by_writer(runs),
        tags=by_tag(runs),
        broken=broken(runs),
        refused=refused(runs),
        cases=shown_cases(named),
    )


def _design(letter: str, run: Run) -> Design:
    measures = [trial.measures for trial in run.trials if trial.measures is not None]
    return Design(
        letter=letter,
        run=run,
        verdict=_verdict(run),
        before=fmean(each.before for each in measures) if measures else None,
        after=fmean(each.after for each in measures) if measures else None,
        spending=spending(run),
    )


def _verdict(run: Run) -> str:
    """What the run comes to, in a sentence."""
    planned, unmeasured = len(run.trials), sum(not trial.measured for trial in run.trials)
    if run.verdict is Verdict.PASSED:
        return f"All {planned} trials hold every gate."
    if run.verdict is Verdict.BROKEN:
        beside = f", and {unmeasured} {_were(unmeasured)} not measured" if unmeasured else ""
        return f"{planned - run.passed - unmeasured} of {planned} trials break a gate{beside}."
    why = f"It ended early, since {run.stopped}" if run.stopped else "It proves nothing"
    return f"{why}: {unmeasured} of {planned} trials {_were(unmeasured)} not measured."


def _were(count: int) -> str:
    return "was" if count == 1 else "were"
