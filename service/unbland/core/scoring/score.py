"""The score: 0 to 100 from the findings, by a formula that anybody can check (docs/score.md)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from unbland.core import law
from unbland.core.guide import RULES, ReviewOptions
from unbland.core.guide.density import ENOUGH
from unbland.core.guide.model import Finding, Principle, Score
from unbland.core.guide.reading import Reading
from unbland.core.scoring.weights import CAPITALS, DENSE_POWER, FULL_TEXT, WEIGHTS


def score(read: Reading, findings: Sequence[Finding]) -> Score:
    """The score of a text that was reviewed: its parts, and their weighted mean, less where there is hardly a text.

    A principle that is switched off does not count; with all of them off there is nothing to score, and it is 0.
    """
    hits = Counter(finding.rule for finding in findings)
    lost = Counter[Principle]()
    for rule in RULES:
        if hits[rule.id]:
            lost[rule.principle] += rule.points(hits[rule.id], read)
    parts = {principle: max(0, 100 - lost[principle]) for principle in _apply(read.options)}
    weight = sum(WEIGHTS[principle].points for principle in parts)
    mean = sum(WEIGHTS[principle].points * part for principle, part in parts.items())
    total = int(mean / weight * _trust(read)) if weight else 0
    return Score(total=total, parts={principle.value: part for principle, part in parts.items()})


def _apply(options: ReviewOptions) -> list[Principle]:
    """The principles that count: those not switched off; the law only where a place has one."""
    has_law = any(one.demands for one in law.laws_of(options.places, options.as_of))
    on = (principle for principle in Principle if principle not in options.off)
    return [principle for principle in on if principle is not Principle.LAW or has_law]


def _trust(read: Reading) -> float:
    """What of the mean counts, 0 to 1: less where there is hardly a text, or one that says little for its length."""
    density = read.density
    full = min(len(density.own) / FULL_TEXT, 1.0)
    dense = min(density.share / ENOUGH, 1.0) ** DENSE_POWER
    capitals = max(0.0, 1.0 - max(0.0, density.capitals - CAPITALS) * 4)
    return full * dense * capitals
