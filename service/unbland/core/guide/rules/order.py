"""Order: opening, what you will do, what you bring, what you get, about us, how to apply."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from unbland.core.guide.hit import Hit, whole
from unbland.core.guide.reading import Reading
from unbland.core.guide.rule import Rule, Whole
from unbland.core.ledger.model import Kind, Source

#: The parts of a posting in the guide's order; the company has rules of its own (`about.first`).
_PARTS: dict[Kind, tuple[int, str]] = {
    Kind.DUTY: (1, "what you will do"),
    Kind.GOAL: (1, "what you will do"),
    Kind.REQUIREMENT: (2, "what you bring"),
    Kind.BENEFIT: (3, "what you get"),
}

#: One stray line is no part of a posting.
_A_PART = 2


def _disorder(read: Reading) -> Iterator[Hit]:
    """The first line of each part that stands before one which should precede it; strays move neither."""
    parts: dict[tuple[int, str], list[int]] = {}
    for index, source in enumerate(read.sources):
        part = _PARTS.get(source.kind)
        if part is not None and source.id not in read.opening:
            parts.setdefault(part, []).append(index)
    found = sorted((part, lines) for part, lines in parts.items() if len(lines) >= _A_PART)
    for ((_, first), early), ((_, then), late) in pairwise(found):
        if early[(len(early) - 1) // 2] > late[len(late) // 2]:
            yield _hit(read.sources[late[0]], then, first)


def _hit(source: Source, early: str, late: str) -> Hit:
    hit = whole(source)
    return Hit(source=hit.source, end=hit.end, found=f'"{early}" stands before "{late}"')


ORDER: tuple[Rule, ...] = (
    Whole(
        id="order.sections",
        finds=_disorder,
        message="{found}; swap them.",
        why="People ask what they will do, then whether they can, then what they get.",
        source="The guide: requirements matter more in the long run, save the benefits for later",
        cost=35,
    ),
)
