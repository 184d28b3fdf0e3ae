"""Soft measures of a result: what may drift, and is worth watching, but fails no run."""

from __future__ import annotations

from dataclasses import dataclass

from unbland.core.evaluation.given import shown
from unbland.core.evaluation.model import Case, Output
from unbland.core.evaluation.reading import figures, fold, says, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """How good a result is, as far as code can count it."""

    before: int
    after: int
    words: int
    #: Different figures for each hundred words: the plainest sign that a text is about one job.
    figures: float
    questions: int
    #: Share of the wishes (nice-to-haves of the gold) that are still there; 1 where there are none.
    wishes: float


def measure(case: Case, output: Output) -> Measures:
    """The measures of one output."""
    text = "\n".join(shown(output))
    count = len(words(text))
    wishes = case.gold.nice_to_have
    lines = [fold(line) for line in shown(output)]
    kept = sum(any(all(says(pattern, line) for pattern in item) for line in lines) for item in wishes)
    return Measures(
        before=output.before.total,
        after=output.after.total,
        words=count,
        figures=round(100 * len(figures(text)) / count, 1) if count else 0.0,
        questions=len(output.questions),
        wishes=kept / len(wishes) if wishes else 1.0,
    )
