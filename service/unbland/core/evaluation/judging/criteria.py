"""What the judge is asked: a few narrow questions of yes or no, each shown from both sides by examples."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

#: Fewer say little of a posting; with more, each gets less thought (Husain and Shankar, on judges that hold up).
FEWEST, MOST = 4, 7

_EXAMPLES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One question, put so that yes is good: negative and long ones are where judges favour their own kind most."""

    id: str
    asks: str
    met: tuple[str, ...]
    unmet: tuple[str, ...]

    def __post_init__(self) -> None:
        """Refuse a question that is not shown from both sides."""
        if not self.asks.strip() or min(len(self.met), len(self.unmet)) < _EXAMPLES:
            raise ValueError(f"{self.id} needs what it asks, and two texts that meet it and two that do not")


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """A posting that readers judged, and the judge is held against."""

    id: str
    #: Where it comes from; no reader and no judge sees it.
    origin: str
    text: str


def refuse_unfit(criteria: Sequence[Criterion]) -> None:
    """Raise ValueError for too few or too many criteria, or two of one name."""
    if not FEWEST <= len(criteria) <= MOST:
        raise ValueError(f"the judge takes {FEWEST} to {MOST} criteria, and there are {len(criteria)}")
    if len({criterion.id for criterion in criteria}) < len(criteria):
        raise ValueError("two criteria have the same id")


def criteria_text(criteria: Sequence[Criterion]) -> str:
    """The criteria as the judge reads them."""
    return "\n\n".join(
        "\n".join(
            (
                f"`{criterion.id}`: {criterion.asks}",
                *(f"- met: “{text}”" for text in criterion.met),
                *(f"- unmet: “{text}”" for text in criterion.unmet),
            )
        )
        for criterion in criteria
    )
