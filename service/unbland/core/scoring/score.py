"""The score: 0 to 100 from the findings, by a formula that anybody can check (docs/score.md)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from unbland.core import law
from unbland.core.guide import RULES
from unbland.core.guide.model import Finding, Principle, Score
from unbland.core.guide.reading import Reading
from unbland.core.scoring.weights import FULL_TEXT, WEIGHTS


def score(read: Reading, findings: Sequence[Finding]) -> Score:
    """The score of a text that was reviewed: its parts, and their weighted mean, less where there is hardly a text.

    A principle that is switched off does not count; with all of them off there is nothing to score, and it is 0.
    """
    hits = Counter(finding.rule for finding in findings)
    parts = {principle: _part(principle, hits, read) for principle in _apply(read)}
    weight = sum(WEIGHTS[principle].points for principle in parts)
    mean = sum(WEIGHTS[principle].points * part for principle, part in parts.items())
    full = min(len(_different_words(read)), FULL_TEXT)
    total = mean * full // (weight * FULL_TEXT) if weight else 0
    return Score(total=total, parts={principle.value: part for principle, part in parts.items()})


def _apply(read: Reading) -> list[Principle]:
    """The principles that count: not switched off, of which some rule can speak; the law where a place has one."""
    options = read.options
    has_law = any(one.demands for one in law.laws_of(options.places, options.as_of))
    spoken = {rule.principle for rule in RULES if rule.any_language or not read.partial}
    on = (principle for principle in Principle if principle in spoken and principle not in options.off)
    return [principle for principle in on if principle is not Principle.LAW or has_law]


def _part(principle: Principle, hits: Counter[str], read: Reading) -> int:
    """100 less what the hits of the principle's rules cost."""
    lost = sum(rule.points(hits[rule.id], read) for rule in RULES if rule.principle is principle and hits[rule.id])
    return max(0, 100 - lost)


def _different_words(read: Reading) -> frozenset[str]:
    return frozenset(word for source in read.substance() for word in source.text.lower().split())
