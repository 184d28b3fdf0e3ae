"""Sums of runs, side by side: quality and score by name, and what was refused or broken how often."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from unbland.core.evaluation.gates.breaches import GATES
from unbland.core.evaluation.runs.criteria import CRITERIA
from unbland.core.evaluation.runs.run import Run, Trial

#: A kind of case with fewer cases says nothing of its kind.
_LEAST_CASES = 3

#: Names that a trial counts under; none where it counts under none.
Names = Callable[[Trial], Iterable[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A mean of shares from 0 to 1."""

    share: float
    #: How many trials it is the mean of.
    count: int
    #: The same of their drafts, where it is known.
    before: float | None = None
    #: How many of them broke no gate; None where that is not what is asked.
    passed: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What each run comes to under one name; None where it has nothing of that name."""

    name: str
    figures: tuple[Figure | None, ...]
    says: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """How often something was so in each run: in so many trials, so many times in all."""

    name: str
    counts: tuple[tuple[int, int], ...]
    says: str = ""
    #: The cases in which it was so.
    cases: tuple[str, ...] = ()


def by_criterion(runs: Sequence[Run]) -> tuple[Row, ...]:
    """The mean of each criterion over the trials it applies to."""
    asks = {criterion.id: criterion.asks for criterion in CRITERIA}
    found = dict.fromkeys((*asks, *(name for run in runs for trial in run.trials for name in trial.shares)))
    rows = (
        Row(name=name, figures=tuple(_mean(_shares(run, name)) for run in runs), says=asks.get(name, ""))
        for name in found
    )
    return tuple(row for row in rows if any(row.figures))


def by_principle(runs: Sequence[Run]) -> tuple[Row, ...]:
    """The mean part of the score of each principle, and that of the drafts."""
    names = dict.fromkeys(name for run in runs for trial in run.trials for name in trial.parts)
    return tuple(Row(name=name, figures=tuple(_parts(run, name) for run in runs)) for name in names)


def by_writer(runs: Sequence[Run]) -> tuple[Row, ...]:
    """Quality of each writer."""
    return _by(runs, [lambda trial: (trial.writer,)] * len(runs))


def by_tag(runs: Sequence[Run]) -> tuple[Row, ...]:
    """Quality of each kind of case that has a few, the commonest first."""
    cases = {case.id: case for run in runs for case in run.cases}
    held = [tag for case in cases.values() for tag in case.tags]
    rows = _by(runs, [_tags(run) for run in runs])
    return tuple(
        sorted((row for row in rows if held.count(row.name) >= _LEAST_CASES), key=lambda row: -held.count(row.name))
    )


def broken(runs: Sequence[Run]) -> tuple[Counted, ...]:
    """Each gate that was broken, in the gates' order."""
    holds = {gate.id: gate.holds for gate in GATES}
    return _counted(runs, lambda trial: _tally(breach.gate for breach in trial.breaches), holds)


def refused(runs: Sequence[Run]) -> tuple[Counted, ...]:
    """Each class of violation for which the guard refused a line, the commonest first."""
    rows = _counted(runs, lambda trial: trial.refused, {})
    return tuple(sorted(rows, key=lambda row: -sum(times for _, times in row.counts)))


def _shares(run: Run, name: str) -> list[float]:
    return [trial.shares[name] for trial in run.trials if name in trial.shares]


def _mean(shares: Sequence[float]) -> Figure | None:
    return Figure(share=fmean(shares), count=len(shares)) if shares else None


def _parts(run: Run, name: str) -> Figure | None:
    drafts = {case.id: case.parts for case in run.cases}
    trials = [trial for trial in run.trials if name in trial.parts]
    if not trials:
        return None
    before = [drafts[trial.case][name] / 100 for trial in trials if name in drafts.get(trial.case, {})]
    return Figure(
        share=fmean(trial.parts[name] / 100 for trial in trials),
        count=len(trials),
        before=fmean(before) if len(before) == len(trials) else None,
    )


def _tags(run: Run) -> Names:
    tags = {case.id: case.tags for case in run.cases}
    return lambda trial: tags.get(trial.case, ())


def _by(runs: Sequence[Run], names: Sequence[Names]) -> tuple[Row, ...]:
    groups = [_grouped(run.trials, under) for run, under in zip(runs, names, strict=True)]
    every = dict.fromkeys(name for group in groups for name in group)
    return tuple(
        Row(name=name, figures=tuple(_quality(group[name]) if name in group else None for group in groups))
        for name in every
    )


def _grouped(trials: Iterable[Trial], names: Names) -> dict[str, list[Trial]]:
    groups: dict[str, list[Trial]] = {}
    for trial in trials:
        for name in names(trial):
            groups.setdefault(name, []).append(trial)
    return groups


def _quality(trials: Sequence[Trial]) -> Figure:
    passed = sum(trial.passed for trial in trials)
    return Figure(share=fmean(trial.quality for trial in trials), count=len(trials), passed=passed)


def _counted(
    runs: Sequence[Run], times: Callable[[Trial], Mapping[str, int]], says: Mapping[str, str]
) -> tuple[Counted, ...]:
    found = {name for run in runs for trial in run.trials for name in times(trial)}
    ordered = [name for name in says if name in found] + sorted(found - set(says))
    return tuple(
        Counted(
            name=name,
            counts=tuple(_sum(times(trial).get(name, 0) for trial in run.trials) for run in runs),
            says=says.get(name, ""),
            cases=tuple(dict.fromkeys(trial.case for run in runs for trial in run.trials if times(trial).get(name, 0))),
        )
        for name in ordered
    )


def _sum(times: Iterable[int]) -> tuple[int, int]:
    some = [each for each in times if each]
    return len(some), sum(some)


def _tally(names: Iterator[str]) -> dict[str, int]:
    tally: dict[str, int] = {}
    for name in names:
        tally[name] = tally.get(name, 0) + 1
    return tally
