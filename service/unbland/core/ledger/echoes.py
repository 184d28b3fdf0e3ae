"""Lines of the draft that say what a fact says: they are of the fact's kind, whatever their words look like."""

from __future__ import annotations

from collections.abc import Sequence

from unbland.core.language.quantities import quantities
from unbland.core.language.words import content_stems
from unbland.core.ledger.model import Kind, Source

#: So much of the shorter text's content must be in the other, and so much of the longer one's.
_SHORTER = 0.8
_LONGER = 0.5

#: Below this many content words two texts look alike by chance.
_FEWEST = 3

#: Facts whose kind a line takes. The others are values (`full-time`, a place, the company's name) that many mention.
_KINDS = frozenset({Kind.REASON, Kind.GOAL, Kind.REQUIREMENT, Kind.BENEFIT, Kind.COMPANY, Kind.LEGAL})
_NAME = "company.name"


class Echoes:
    """The facts that a line of the draft may repeat."""

    __slots__ = ("_facts",)

    def __init__(self, facts: Sequence[Source]) -> None:
        self._facts = [
            (fact, content_stems(fact.text)) for fact in facts if fact.kind in _KINDS and fact.field != _NAME
        ]

    def of(self, text: str) -> Source | None:
        """The fact that a line repeats, if it does: most of the words, and the same figures."""
        if not self._facts:
            return None
        stems = content_stems(text)
        return next((fact for fact, its in self._facts if alike(stems, its) and same_figures(text, fact.text)), None)


def alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sets of stems are for the most part the same."""
    shorter, longer = sorted((len(one), len(other)))
    common = len(one & other)
    return shorter >= _FEWEST and common >= _SHORTER * shorter and common >= _LONGER * longer


def same_figures(one: str, other: str) -> bool:
    """Whether two texts hold the same figures."""
    return {q.values for q in quantities(one)} == {q.values for q in quantities(other)}
