"""How sure a figure is: 95 % intervals of shares and of means, by single sentences and by whole clusters of them."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence
from statistics import fmean
from typing import NamedTuple, TypeVar

T = TypeVar("T")

#: The normal distribution has 95 % of its mass within this many standard deviations.
_Z = 1.959964

#: Enough that the ends of the interval stay the same to about a tenth of a percent.
_ROUNDS = 2_000
_TAIL = 0.025


class Interval(NamedTuple):
    """Both ends of an interval."""

    low: float
    high: float


class Hits(NamedTuple):
    """How many of how many."""

    hits: int
    all: int


def wilson(hits: Hits) -> Interval | None:
    """The score interval (E. B. Wilson 1927, J. Am. Stat. Assoc. 22, 209-212); None where nothing was counted.

    It stays inside 0 and 1, and is not empty at 0 or all hits, where the usual ± interval is.
    """
    if not hits.all:
        return None
    share, weight = hits.hits / hits.all, _Z**2 / hits.all
    middle = (share + weight / 2) / (1 + weight)
    half = math.sqrt(share * (1 - share) * weight + weight**2 / 4) / (1 + weight)
    return Interval(max(0.0, middle - half), min(1.0, middle + half))


def clustered(clusters: Sequence[Hits]) -> Interval | None:
    """The percentile interval of a bootstrap that draws whole clusters (Davison and Hinkley 1997, chapter 3.8).

    Sentences of one trade share sources and an author, so they vary less among themselves than the trades do. None
    for fewer than two clusters. The draws are the same in every run.
    """
    filled = [cluster for cluster in clusters if cluster.all]
    return _bootstrap(filled, _share)


def of_mean(values: Sequence[float]) -> Interval | None:
    """The percentile interval of the mean of these values, by the same draws; None for fewer than two."""
    return _bootstrap(values, fmean)


def of_figure(units: Sequence[T], figure: Callable[[Sequence[T]], float]) -> Interval | None:
    """The percentile interval of any figure of these units, by the same draws; None for fewer than two."""
    return _bootstrap(units, figure)


def _bootstrap(units: Sequence[T], figure: Callable[[Sequence[T]], float]) -> Interval | None:
    if len(units) <= 1:
        return None
    dice = random.Random(_ROUNDS)  # noqa: S311 - a seeded draw for statistics, no secret
    drawn = sorted(figure(dice.choices(units, k=len(units))) for _ in range(_ROUNDS))
    return Interval(drawn[int(_TAIL * _ROUNDS)], drawn[int((1 - _TAIL) * _ROUNDS) - 1])


def _share(clusters: Sequence[Hits]) -> float:
    return sum(cluster.hits for cluster in clusters) / sum(cluster.all for cluster in clusters)
