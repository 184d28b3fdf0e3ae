"""Two judged runs beside each other, case by case: what got worse, and what nobody can say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean

from unbland.core.evaluation.intervals import Interval, of_figure
from unbland.core.evaluation.judging.judged import JudgedRun

#: A difference that is less sure than ±5 points and may be none says nothing, not even that there is none.
_WIDE = 0.1


class Change(StrEnum):
    """What became of a criterion."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "no change of 5 points or more"
    INCONCLUSIVE = "inconclusive"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One criterion in two runs."""

    criterion: str
    #: Cases that were scored in both.
    cases: int
    #: New less old, the mean over the cases.
    mean: float
    #: 95 %, by a bootstrap that draws whole clusters of cases; None for fewer than two.
    interval: Interval | None

    @property
    def change(self) -> Change:
        """What became of it."""
        if self.interval is None:
            return Change.INCONCLUSIVE
        if self.interval.high < 0:
            return Change.WORSE
        if self.interval.low > 0:
            return Change.BETTER
        return Change.INCONCLUSIVE if self.interval.high - self.interval.low > _WIDE else Change.SAME


def difference(criterion: str, old: JudgedRun, new: JudgedRun) -> Difference:
    """How a criterion stands in a run against an older one; repeats and writers of a case count as their mean."""
    before, after = _by_case(criterion, old), _by_case(criterion, new)
    cluster = {trial.case: trial.cluster for trial in new.trials}
    clusters: dict[str, list[float]] = defaultdict(list)
    for case in sorted(before.keys() & after.keys()):
        clusters[cluster[case]].append(after[case] - before[case])
    rows = list(clusters.values())
    return Difference(
        criterion=criterion,
        cases=sum(map(len, rows)),
        mean=_mean(rows) if rows else 0.0,
        interval=of_figure(rows, _mean),
    )


def _by_case(criterion: str, run: JudgedRun) -> dict[str, float]:
    shares: dict[str, list[float]] = defaultdict(list)
    for trial in run.trials:
        if (share := trial.share(criterion)) is not None:
            shares[trial.case].append(share)
    return {case: fmean(each) for case, each in shares.items()}


def _mean(clusters: Sequence[Sequence[float]]) -> float:
    return fmean(value for cluster in clusters for value in cluster)
