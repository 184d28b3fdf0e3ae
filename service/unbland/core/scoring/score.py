"""The score: 0 to 100 from the findings, by a formula that anybody can check (docs/score.md)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from unbland.core import law
from unbland.core.guide import RULES
from unbland.core.guide.model import Finding, Gain, Principle, Score
from unbland.core.guide.reading import Reading
from unbland.core.scoring.substance import substance
from unbland.core.scoring.weights import WEIGHTS

#: Points of its principle that each rule took.
_Lost = dict[Principle, dict[str, int]]


def score(read: Reading, findings: Sequence[Finding]) -> Score:
    """The score of a text that was reviewed: its parts, and their weighted mean times its substance.

    A principle that is switched off does not count; with all of them off there is nothing to score, and it is 0.
    """
    lost = _lost(findings, read)
    parts = {principle: _part(lost[principle]) for principle in lost}
    counts = 1.0 if read.partial else substance(read)  # it counts words of English
    total = _total(parts, counts)
    gains = (
        Gain(rule=rule, points=_total({**parts, principle: _part(lost[principle], without=rule)}, counts) - total)
        for principle in lost
        for rule in lost[principle]
    )
    return Score(
        total=total,
        parts={principle.value: part for principle, part in parts.items()},
        gains=tuple(sorted((gain for gain in gains if gain.points > 0), key=lambda gain: -gain.points)),
    )


def _lost(findings: Sequence[Finding], read: Reading) -> _Lost:
    """What each rule took from its principle, for the principles that count."""
    hits = Counter(finding.rule for finding in findings)
    lost: _Lost = {principle: {} for principle in _apply(read)}
    for rule in RULES:
        if rule.id in hits and rule.principle in lost:
            lost[rule.principle][rule.id] = rule.points(hits[rule.id], read)
    return lost


def _apply(read: Reading) -> list[Principle]:
    """The principles that count: not off, of which some rule can speak, and that the job gives a cause for.

    The law counts only where a place is sure of one, goals only where there is time to reach them.
    """
    has_law = any(one.demands and one.certain for one in law.laws_of(read.options.where))
    idle = {Principle.LAW: not has_law, Principle.GOALS: read.ends_soon}
    spoken = _spoken(partial=read.partial)
    on = (principle for principle in Principle if principle in spoken and principle not in read.options.off)
    return [principle for principle in on if not idle.get(principle)]


@cache
def _spoken(*, partial: bool) -> frozenset[Principle]:
    """The principles of which some rule can speak, in a text that is read in part or whole."""
    return frozenset(rule.principle for rule in RULES if rule.any_language or not partial)


def _part(lost: Mapping[str, int], *, without: str = "") -> int:
    """100 less what the rules of a principle took, were it not for one of them."""
    return max(0, 100 - sum(points for rule, points in lost.items() if rule != without))


def _total(parts: Mapping[Principle, int], counts: float) -> int:
    """The weighted mean of the parts, times what of it counts, rounded down."""
    weight = sum([WEIGHTS[principle].points for principle in parts])
    mean = sum([WEIGHTS[principle].points * part for principle, part in parts.items()])
    return int(mean * counts / weight) if weight else 0
