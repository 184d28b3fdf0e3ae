"""Soft measures of a result: what may drift, and is worth watching, but fails no run."""

from __future__ import annotations

from dataclasses import dataclass

from unbland.core.evaluation.cases.reading import figures, words
from unbland.core.evaluation.gates.gate import Output
from unbland.core.evaluation.gates.given import shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """How good a result is, as far as code can count it."""

    before: int
    after: int
    words: int
    #: Different figures for each hundred words: the plainest sign that a text is about one job.
    figures: float
    questions: int
    #: Different lines that the guard did not let through: of an honest writer, its false alarms.
    refused: int


def measure(output: Output) -> Measures:
    """The measures of one output."""
    text = "\n".join(shown(output))
    count = len(words(text))
    return Measures(
        before=output.before.total,
        after=output.after.total,
        words=count,
        figures=round(100 * len(figures(text)) / count, 1) if count else 0.0,
        questions=len(output.questions),
        refused=len({line.text for line in output.accounting.refused_lines}),
    )
