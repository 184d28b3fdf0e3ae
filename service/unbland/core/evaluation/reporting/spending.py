"""What a run took: calls, tokens, dollars and seconds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from unbland.core.evaluation.runs.run import Run


@dataclass(frozen=True, slots=True, kw_only=True)
class Spending:
    """What all trials of a run took together, and how long a posting took."""

    calls: int
    input_tokens: int
    output_tokens: int
    #: US dollars; None where nobody knows the model's price.
    dollars: float | None
    #: Postings that a model was asked for.
    postings: int
    #: Seconds within which half of them were written, and 95 of 100.
    half: float
    most: float


def spending(run: Run) -> Spending | None:
    """What a run took; None where scripts answered, which cost nothing and wait for nothing."""
    if not run.endpoint:
        return None
    spent = [trial.spent for trial in run.trials if trial.spent.calls]
    dollars = [each.dollars for each in spent]
    waits = sorted(each.seconds for each in spent)
    return Spending(
        calls=sum(each.calls for each in spent),
        input_tokens=sum(each.input_tokens for each in spent),
        output_tokens=sum(each.output_tokens for each in spent),
        dollars=None if None in dollars else sum(each or 0.0 for each in dollars),
        postings=len(spent),
        half=_within(waits, 0.5),
        most=_within(waits, 0.95),
    )


def _within(waits: Sequence[float], share: float) -> float:
    """The shortest wait that is enough for such a share of all, which are in order."""
    return waits[ceil(share * len(waits)) - 1] if waits else 0.0
