"""What a comparison of two runs says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from unbland.core.evaluation.intervals import Interval

#: A difference that is surely smaller matters to nobody: five points of a hundred, what 48 cases can show (CHAIN 1.3).
_MARGIN = 0.05

#: Case and writer: what is measured in both runs.
Key = tuple[str, str]


#: Of these writers more quality is better; a script that lies is there for the gates, and the more of its lines are
#: refused the better.
HONEST = frozenset({"editor", "llm", "llm:faithful"})


class Outcome(StrEnum):
    """What a comparison says."""

    REGRESSION = "regression"
    IMPROVEMENT = "improvement"
    SAME = "no difference that matters"
    INCONCLUSIVE = "inconclusive"
    #: A run that proves nothing, or two that have too little in common.
    INVALID = "invalid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One figure in both runs, as means over cases, and the interval of their difference."""

    old: float
    new: float
    interval: Interval | None

    @property
    def difference(self) -> float:
        """After less before."""
        return self.new - self.old


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What changed from one run to another."""

    outcome: Outcome
    #: Why, in one sentence.
    because: str
    notes: tuple[str, ...] = ()
    cases: int = 0
    clusters: int = 0
    quality: Change | None = None
    criteria: Mapping[str, Change] | None = None
    principles: Mapping[str, Change] | None = None
    #: Gates that hold before and not after: case, writer, gate.
    broken: tuple[tuple[str, str, str], ...] = ()
    #: The cases that changed most, worst first.
    moved: tuple[tuple[Key, float], ...] = ()


def verdict(quality: Change, broken: Sequence[object]) -> tuple[Outcome, str]:
    """What the change of quality, and the gates that broke, come to; and why."""
    low, high = quality.interval or Interval(0, 0)
    if broken:
        return Outcome.REGRESSION, f"{len(broken)} gates that held are broken"
    if high < 0:
        return Outcome.REGRESSION, "quality is lower, and surely so"
    if low > 0:
        return Outcome.IMPROVEMENT, "quality is higher, and surely so"
    if low >= -_MARGIN and high <= _MARGIN:
        return Outcome.SAME, "any difference is under five points"
    return Outcome.INCONCLUSIVE, "the difference may be five points or more, or none: run more cases or repeats"


def invalid(why: str) -> Comparison:
    """A comparison that says nothing."""
    return Comparison(outcome=Outcome.INVALID, because=why)
