"""The score on ranked postings, in figures: how often it puts them in the order of careful readers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from statistics import fmean
from typing import NamedTuple

from unbland.core.evaluation.intervals import Hits, Interval, of_mean
from unbland.core.evaluation.ranks.agreement import tau_b
from unbland.core.evaluation.ranks.ranked import Group, Version

#: What one version that says nothing may have below it: a version that is worse still may exist, two may not.
_BELOW_GAMED = 1


class Mean(NamedTuple):
    """A mean over groups, and its interval with groups as the units that vary."""

    value: float
    interval: Interval | None


@dataclass(frozen=True, kw_only=True)
class Scored:
    """A group and the score of each version."""

    name: str
    group: Group
    #: By the writer's rank, the best first.
    scores: tuple[int, ...]

    @cached_property
    def tau(self) -> float:
        """How far the score agrees with the writer's ranks."""
        return tau_b(self.scores, self._goodness(lambda version: -version.rank))

    @cached_property
    def second_tau(self) -> float:
        """How far the second reader does: more cannot be asked of a score."""
        return self._tau_of(lambda version: -version.second)

    @cached_property
    def length_tau(self) -> float:
        """How far the number of words does, which should tell nothing."""
        return self._tau_of(lambda version: len(version.text.split()))

    @property
    def best_above_worst(self) -> bool:
        """Whether the best version scores more than the worst; a tie is not more."""
        return self.scores[0] > self.scores[-1]

    @property
    def gamed_low(self) -> bool:
        """Whether the gamed version scores more than one other version at most."""
        versions = list(zip(self.group.best_first, self.scores, strict=True))
        gamed = next(score for version, score in versions if version.gamed)
        return sum(score < gamed for _, score in versions) <= _BELOW_GAMED

    def _tau_of(self, order: Callable[[Version], int]) -> float:
        return tau_b(self._goodness(order), self._goodness(lambda version: -version.rank))

    def _goodness(self, order: Callable[[Version], int]) -> tuple[int, ...]:
        return tuple(order(version) for version in self.group.best_first)


@dataclass(frozen=True, kw_only=True)
class Ranking:
    """One part of the set with its scores; the figures need at least one group."""

    scored: tuple[Scored, ...]

    @property
    def trades(self) -> int:
        """How many trades there are."""
        return len({each.group.trade.casefold() for each in self.scored})

    @cached_property
    def tau(self) -> Mean:
        """The score against the writers' ranks."""
        return _mean([each.tau for each in self.scored])

    @cached_property
    def second_tau(self) -> Mean:
        """The second readers' ranks against the writers'."""
        return _mean([each.second_tau for each in self.scored])

    @cached_property
    def length_tau(self) -> Mean:
        """The number of words against the writers' ranks."""
        return _mean([each.length_tau for each in self.scored])

    @property
    def best_above_worst(self) -> Hits:
        """In how many groups the best version is above the worst."""
        return Hits(sum(each.best_above_worst for each in self.scored), len(self.scored))

    @property
    def gamed_low(self) -> Hits:
        """In how many groups the gamed version stays low."""
        return Hits(sum(each.gamed_low for each in self.scored), len(self.scored))

    @cached_property
    def lowest_first(self) -> tuple[Scored, ...]:
        """The groups, least agreement first."""
        return tuple(sorted(self.scored, key=lambda each: (each.tau, each.name)))


def _mean(taus: list[float]) -> Mean:
    return Mean(fmean(taus), of_mean(taus))
