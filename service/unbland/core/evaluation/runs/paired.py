"""How sure a difference of two runs on the same cases is: an interval that draws whole clusters."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

from unbland.core.evaluation.intervals import Interval

#: Enough that the ends of an interval stay the same to about a tenth of a point.
_ROUNDS = 2_000
_SEED = 2_000

#: Fewer clusters say nothing of others.
_LEAST = 5

_NORMAL = NormalDist()


@dataclass(frozen=True, slots=True)
class Pair:
    """One case in both runs: the mean over its repeats, before and after."""

    cluster: str
    old: float
    new: float

    @property
    def difference(self) -> float:
        """After less before."""
        return self.new - self.old


class Draws:
    """Which clusters each round of the bootstrap draws: the same for every figure of a comparison."""

    def __init__(self, clusters: Sequence[str]) -> None:
        """Take the cluster of each case."""
        self._names = sorted(set(clusters))
        dice = random.Random(_SEED)  # noqa: S311 - a seeded draw for statistics, no secret
        places = range(len(self._names))
        self._rounds = [dice.choices(places, k=len(places)) for _ in range(_ROUNDS)] if self.enough else []

    @property
    def enough(self) -> bool:
        """Whether there are clusters enough for an interval."""
        return len(self._names) >= _LEAST

    def interval(self, pairs: Sequence[Pair]) -> Interval | None:
        """The 95 % interval of the mean difference, whole clusters drawn; None for too few.

        The percentile interval of a small sample is too narrow; its ends are moved outwards as Hesterberg does (2015,
        Am. Stat. 69, 371-386, section 4.4.2: the expanded percentile interval).
        """
        if not self.enough:
            return None
        place = {name: number for number, name in enumerate(self._names)}
        sums, counts = [0.0] * len(place), [0] * len(place)
        for pair in pairs:
            sums[place[pair.cluster]] += pair.difference
            counts[place[pair.cluster]] += 1
        sum_at, count_at = sums.__getitem__, counts.__getitem__  # the inmost of two thousand rounds
        means = sorted(sum(map(sum_at, drawn)) / max(1, sum(map(count_at, drawn))) for drawn in self._rounds)
        tail = _expanded_tail(sum(count > 0 for count in counts))
        low = math.floor(tail * _ROUNDS)
        return Interval(means[low], means[_ROUNDS - 1 - low])


def _expanded_tail(clusters: int) -> float:
    """The tail that makes a percentile interval of so many clusters as wide as one by Student's t."""
    if clusters <= 1:
        return 0.0
    return _NORMAL.cdf(-math.sqrt(clusters / (clusters - 1)) * _students_t(clusters - 1))


def _students_t(freedom: int) -> float:
    """The 97.5 % point of Student's t (the expansion of Abramowitz and Stegun 26.7.5; within 0.02 from 4 on)."""
    z = _NORMAL.inv_cdf(0.975)
    terms = (
        z,
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
    )
    return math.fsum(term / freedom**power for power, term in enumerate(terms))
