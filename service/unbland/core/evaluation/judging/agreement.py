"""How far two who answered the same questions agree, beyond what chance would give them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from unbland.core.evaluation.intervals import Interval, of_figure
from unbland.core.evaluation.judging.votes import SCORED, Answer

#: Both answers to one criterion of one posting.
Pair = tuple[Answer, Answer]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Two readers, or a reader and the judge, on one criterion.

    Who abstains is left out of every figure but the coverage.
    """

    #: Postings that the first of them judged.
    asked: int
    pairs: tuple[Pair, ...]
    kappa: float | None
    #: 95 %, by a bootstrap over postings.
    interval: Interval | None

    @property
    def coverage(self) -> float:
        """The share of the postings on which both said yes or no."""
        return len(self.pairs) / self.asked if self.asked else 0.0

    @property
    def raw(self) -> float:
        """The share of those on which both said the same."""
        return _raw(self.pairs)

    @property
    def confusion(self) -> Mapping[Pair, int]:
        """How often each pair of answers was given."""
        return Counter(self.pairs)


def agreement(ones: Mapping[str, Answer], others: Mapping[str, Answer]) -> Agreement:
    """How far two agree; both are posting → answer. A posting that only `others` have does not count."""
    scored = {posting for posting, answer in ones.items() if answer in SCORED}
    both = [(ones[posting], others[posting]) for posting in sorted(scored) if others.get(posting) in SCORED]
    value = kappa(both)
    interval = of_figure(both, _kappa_or_none) if value is not None else None
    return Agreement(asked=len(scored), pairs=tuple(both), kappa=value, interval=interval)


def kappa(pairs: Sequence[Pair]) -> float | None:
    """Cohen's kappa (J. Cohen 1960, Educ. Psychol. Meas. 20, 37-46).

    None where it does not exist: without a pair, and where both give one and the same answer throughout.
    """
    if not pairs:
        return None
    ones, others = Counter[Answer](), Counter[Answer]()
    same = 0
    for (one, other), times in Counter(pairs).items():  # few kinds of pairs, thousands of draws
        ones[one] += times
        others[other] += times
        same += times if one is other else 0
    chance = sum(ones[answer] * others[answer] for answer in SCORED) / len(pairs) ** 2
    return (same / len(pairs) - chance) / (1 - chance) if chance < 1 else None


def _kappa_or_none(pairs: Sequence[Pair]) -> float:
    """A draw in which everybody says the same shows no agreement beyond chance."""
    return kappa(pairs) or 0.0


def _raw(pairs: Sequence[Pair]) -> float:
    return sum(one is other for one, other in pairs) / len(pairs) if pairs else 0.0
