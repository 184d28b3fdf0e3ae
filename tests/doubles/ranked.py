"""Groups with scores that no rule gave, for tests of how scores are counted."""

from __future__ import annotations

from collections.abc import Sequence

from unbland.core.evaluation.ranks.ranked import Group, Version
from unbland.core.evaluation.ranks.ranking import Scored


def scored(
    *scores: int, gamed: int | None = None, second: Sequence[int] = (), words: Sequence[int] = (), name: str = "cook"
) -> Scored:
    """A group whose versions have these scores, the best first; by default the last is gamed and all are as long."""
    last = len(scores)
    versions = tuple(
        Version(
            rank=rank,
            second=second[rank - 1] if second else rank,
            gamed=rank == (gamed or last),
            why="so",
            text=" ".join([f"v{rank}", *["word"] * (words[rank - 1] - 1 if words else 9)]),
        )
        for rank in range(last, 0, -1)
    )
    return Scored(name=name, group=Group(trade=name, place="GB", versions=versions), scores=scores)
