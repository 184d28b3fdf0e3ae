"""Each case with what became of it: every posting once, whoever came to it how often."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import fmean
from typing import NamedTuple

from unbland.core.evaluation.reporting.sides import SideBySide, side_by_side
from unbland.core.evaluation.reporting.texts import placed
from unbland.core.evaluation.runs.run import Given, Run, Trial


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Who came to a posting: a writer in one run, with what befell its lines on the way."""

    #: The run's letter.
    letter: str
    writer: str
    trials: tuple[Trial, ...]

    @property
    def first(self) -> Trial:
        """One of the trials; the others had the same lines refused."""
        return self.trials[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What trials came to: one posting, or none."""

    authors: tuple[Author, ...]
    #: None where they crashed, or the run was kept without its texts.
    texts: SideBySide | None

    @property
    def first(self) -> Trial:
        """One of the trials; the others came to the same."""
        return self.authors[0].first

    @property
    def quality(self) -> float:
        """The mean of its trials: how many of a writer's lines were refused differs."""
        return fmean(trial.quality for author in self.authors for trial in author.trials)

    @property
    def seconds(self) -> float:
        """How long a model was waited for, the mean of its trials; 0 where none was."""
        waits = [trial.spent.seconds for author in self.authors for trial in author.trials if trial.spent.seconds]
        return fmean(waits) if waits else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCase:
    """A case and what became of it."""

    given: Given
    shown: tuple[Shown, ...]
    #: Of each run; None where it did not have the case.
    qualities: tuple[float | None, ...]
    passed: int
    planned: int
    #: Score of the draft and mean score of the results; None where all crashed.
    before: int | None
    after: float | None
    #: Lines that the guard refused, over all trials.
    refused: int
    #: What the page calls it where it links to it.
    anchor: str
    #: Whether another run had this case with other text: then the two are not one case.
    changed: bool

    @property
    def quality(self) -> float:
        """The lowest of the runs, which is where to look first."""
        return min((each for each in self.qualities if each is not None), default=0.0)


class _Part(NamedTuple):
    """A case in one run, which may have told its sources apart in a way of its own."""

    letter: str
    given: Given
    trials: tuple[Trial, ...]


def shown_cases(runs: Mapping[str, Run]) -> tuple[ShownCase, ...]:
    """Every case of these runs, each by its letter, in the order in which they have them."""
    parts: dict[tuple[str, str], list[_Part]] = {}
    for letter, run in runs.items():
        own: dict[str, list[Trial]] = {case.id: [] for case in run.cases}
        for trial in run.trials:
            own.setdefault(trial.case, []).append(trial)
        for case in run.cases:
            parts.setdefault((case.id, case.fingerprint), []).append(_Part(letter, case, tuple(own[case.id])))
    ids = [name for name, _ in parts]
    return tuple(
        _case(found, tuple(runs), anchor=name if ids.index(name) == number else f"{name} {fingerprint}", ids=ids)
        for number, ((name, fingerprint), found) in enumerate(parts.items())
    )


def _case(parts: Sequence[_Part], letters: Sequence[str], *, anchor: str, ids: Sequence[str]) -> ShownCase:
    given = parts[0].given
    trials = [trial for part in parts for trial in part.trials]
    measures = [trial.measures for trial in trials if trial.measures is not None]
    qualities = {part.letter: fmean(trial.quality for trial in part.trials) for part in parts if part.trials}
    return ShownCase(
        given=given,
        shown=tuple(_shown(parts)),
        qualities=tuple(qualities.get(letter) for letter in letters),
        passed=sum(trial.passed for trial in trials),
        planned=len(trials),
        before=measures[0].before if measures else None,
        after=fmean(each.after for each in measures) if measures else None,
        refused=sum(each.refused for each in measures),
        anchor=anchor,
        changed=ids.count(given.id) > 1,
    )


def _shown(parts: Sequence[_Part]) -> Iterator[Shown]:
    """What was come to, what failed first."""
    drafts = {part.letter: placed(part.given.draft, part.given.sources) for part in parts}
    alike: dict[object, list[tuple[_Part, Trial]]] = {}
    for part in parts:
        sources = tuple(part.given.sources.items())
        for trial in part.trials:
            came_to = (trial.posting, sources, trial.breaches, trial.status, trial.error, trial.measured)
            alike.setdefault(came_to, []).append((part, trial))
    for group in sorted(alike.values(), key=lambda group: group[0][1].passed):
        part, first = group[0]
        sides = None
        if first.posting is not None:
            sides = side_by_side(drafts[part.letter], part.given.sources, first.posting)
        yield Shown(authors=tuple(_authors(group)), texts=sides)


def _authors(group: Sequence[tuple[_Part, Trial]]) -> Iterator[Author]:
    named = sorted(((part.letter, trial) for part, trial in group), key=lambda each: _befell(*each))
    for (letter, writer, *_), found in groupby(named, key=lambda each: _befell(*each)):
        yield Author(letter=letter, writer=writer, trials=tuple(trial for _, trial in found))


def _befell(letter: str, trial: Trial) -> tuple[str, str, str, str]:
    return letter, trial.writer, str(sorted(trial.refused.items())), trial.degraded or ""
