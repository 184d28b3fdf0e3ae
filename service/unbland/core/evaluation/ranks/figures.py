"""The committed figures of the score: what it must hold on ranked postings, and where it falls short."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from unbland.core.evaluation.intervals import Hits
from unbland.core.evaluation.ranks.ranking import Ranking


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreFigures:
    """The figures of one part, all from 0 to 1."""

    #: A mistyped figure would hold nothing.
    __pydantic_config__: ClassVar = {"extra": "forbid"}
    #: The mean tau-b of score and rank, at least.
    tau: float
    #: The share of groups whose best version is above the worst, at least.
    best_above_worst: float
    #: The share of groups whose gamed version is above one other at most, at least.
    gamed_low: float
    #: The mean tau-b of word count and rank, either way, at most: it is of the texts, not of the score.
    length_tau: float

    def __post_init__(self) -> None:
        """Refuse figures that nothing could break or meet."""
        for name in ("tau", "best_above_worst", "gamed_low", "length_tau"):
            if not 0 <= getattr(self, name) <= 1:
                raise ValueError(f"{name}: {getattr(self, name)} is not from 0 to 1")

    def shortfalls(self, ranking: Ranking) -> tuple[str, ...]:
        """A sentence for each figure that does not hold."""
        return tuple(self._shortfalls(ranking))

    def _shortfalls(self, ranking: Ranking) -> Iterator[str]:
        if ranking.tau.value < self.tau:
            yield f"score and rank: a mean tau of {ranking.tau.value:.3f}, at least {self.tau:.3f} committed"
        yield from _too_few("best above worst", ranking.best_above_worst, self.best_above_worst)
        yield from _too_few("gamed version low", ranking.gamed_low, self.gamed_low)
        if abs(ranking.length_tau.value) > self.length_tau:
            length = f"{ranking.length_tau.value:.3f}, at most {self.length_tau:.3f} either way committed"
            yield f"word count and rank: a mean tau of {length}"


def _too_few(name: str, found: Hits, least: float) -> Iterator[str]:
    share = found.hits / found.all
    if share < least:
        yield f"{name}: {share:.1%} of the groups ({found.hits} of {found.all}), at least {least:.1%} committed"
