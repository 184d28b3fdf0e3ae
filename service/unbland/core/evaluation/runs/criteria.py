"""Soft criteria: what may drift from one result to the next, each as a share between 0 and 1."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from unbland.core.evaluation.cases.case import Case
from unbland.core.evaluation.cases.reading import words
from unbland.core.evaluation.gates.conduct import wrong_questions
from unbland.core.evaluation.gates.gate import Output
from unbland.core.evaluation.gates.given import shown
from unbland.core.evaluation.gates.loss import late_reason, lost_facts, lost_must_haves, lost_wishes
from unbland.core.posting import Form

#: Two minutes of a reader (principle `concise`) at 238 words a minute, the mean of silent reading of English
#: non-fiction over 190 studies (Brysbaert 2019, J. Mem. Lang. 109, 104047).
_TWO_MINUTES = 476

_WORDED = frozenset({Form.WRITTEN, Form.VERIFIED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One soft criterion; `share` gives None where it does not apply to the case."""

    id: str
    asks: str
    share: Callable[[Case, Output], float | None]
    #: Whether it moves with the rules of the guide: a change of rules makes its old figures another thing.
    by_rules: bool = False


def quality(shares: Mapping[str, float]) -> float:
    """All criteria that apply, with equal weight; 0 where none does, as for a trial that crashed."""
    return fmean(shares.values()) if shares else 0.0


def shares(case: Case, output: Output) -> dict[str, float]:
    """The share of each criterion that applies, by its id."""
    found = {criterion.id: criterion.share(case, output) for criterion in CRITERIA}
    return {name: share for name, share in found.items() if share is not None}


def _without(lost: int, planned: Sequence[object]) -> float | None:
    return 1 - lost / len(planned) if planned else None


def _facts(case: Case, output: Output) -> float | None:
    return _without(len(lost_facts(case, output)), case.gold.survive)


def _requirements(case: Case, output: Output) -> float | None:
    lost = len(lost_must_haves(case, output)) + len(lost_wishes(case, output))
    return _without(lost, (*case.gold.must_have, *case.gold.nice_to_have))


def _reason(case: Case, output: Output) -> float | None:
    return _without(len(late_reason(case, output)), case.gold.opening)


def _questions(case: Case, output: Output) -> float | None:
    return _without(len(wrong_questions(case, output)), (*case.gold.asked, *case.gold.not_asked))


def _score(_: Case, output: Output) -> float:
    return output.after.total / 100


def _kept(_: Case, output: Output) -> float | None:
    kept = sum(line.form in _WORDED for line in output.posting.lines)
    refused = len({line.text for line in output.accounting.refused_lines})
    return kept / (kept + refused) if kept + refused else None


def _short(_: Case, output: Output) -> float:
    return min(1.0, _TWO_MINUTES / max(1, len(words("\n".join(shown(output))))))


CRITERIA = (
    Criterion(id="facts", asks="Is each fact worth having stated?", share=_facts),
    Criterion(id="requirements", asks="Is each must-have and each wish stated?", share=_requirements),
    Criterion(id="reason", asks="Does the opening say why the job exists?", share=_reason),
    Criterion(id="questions", asks="Does it ask what is missing, and nothing that is known?", share=_questions),
    Criterion(id="kept", asks="How many of the writer's own lines came through the guard?", share=_kept),
    Criterion(id="short", asks="Is it read in two minutes?", share=_short),
    Criterion(id="score", asks="What does the guide make of it?", share=_score, by_rules=True),
)
