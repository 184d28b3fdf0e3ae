"""What each principle weighs in the score, and why."""

from __future__ import annotations

from typing import NamedTuple

from unbland.core.guide.model import Principle


class Weight(NamedTuple):
    """How much a principle counts, and the reason."""

    points: int
    why: str


WEIGHTS: dict[Principle, Weight] = {
    Principle.REASON: Weight(14, "no other posting can say it, and hardly any does"),
    Principle.SPECIFIC: Weight(
        22, "generic first drafts lowered hiring in a field experiment; specific text raises intent"
    ),
    Principle.GOALS: Weight(10, "a result tells more than a list of tasks"),
    Principle.CONCISE: Weight(8, "the evidence on length disagrees, so it weighs little beyond plain reading"),
    Principle.ACTIVE: Weight(6, "it helps reading and changes no fact"),
    Principle.REQUIREMENTS: Weight(14, "a list cut to the deal-breakers raised applications"),
    Principle.PAY: Weight(14, "what most readers look for first"),
    Principle.BENEFITS: Weight(8, "listing benefits raises the wish to apply"),
    Principle.ABOUT: Weight(5, "readers rate it the least useful part"),
    Principle.RESPECT: Weight(4, "field effects of single words are small or none, so a word never outranks a fact"),
    Principle.ORDER: Weight(4, "order of equal content helps a little"),
    Principle.LAW: Weight(12, "counts only where a place with a posting law is named"),
}
