"""What the guard says of labelled sentences: the one place of the eval that asks it, in order to measure it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from unbland.core import guard
from unbland.core.evaluation.sentences.labelled import FAITHFUL, Label, Sentence
from unbland.core.guard.model import Outcome, Verdict, ViolationClass

#: What alone makes a doubt; everything else is a refusal.
DOUBTS = frozenset({ViolationClass.NOVELTY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A sentence and what became of it."""

    sentence: Sentence
    verdict: Verdict
    #: A hollow line that coverage does not count as stating what it cites.
    uncounted: bool = False

    @property
    def outcome(self) -> Outcome:
        """The verdict; a hollow line that is not counted is refused, whatever the checks say of it."""
        return Outcome.REFUSED if self.uncounted else self.verdict.outcome

    @property
    def stopped(self) -> bool:
        """Whether it does not come through where nobody settles a doubt."""
        return self.outcome is not Outcome.PASSED

    @property
    def failed(self) -> bool:
        """Whether the guard is wrong: a true line that is stopped, or another that comes through."""
        return self.stopped is (self.sentence.label in FAITHFUL)

    def without(self, class_: ViolationClass) -> Judged:
        """The same with one class of violation switched off, which tells what that class alone stands for."""
        rest = tuple(violation for violation in self.verdict.violations if violation.class_ is not class_)
        soft = DOUBTS.issuperset(violation.class_ for violation in rest)
        outcome = Outcome.REFUSED if not soft else Outcome.DOUBT if rest else Outcome.PASSED
        return replace(self, verdict=Verdict(outcome=outcome, violations=rest))


def judge(sentence: Sentence) -> Judged:
    """Ask the checks, and for a hollow line the coverage too."""
    line, ledger = sentence.line, sentence.ledger
    uncounted = False
    if sentence.label is Label.HOLLOW:
        uncounted = any(source.id in line.cites for source in guard.uncovered([line], ledger))
    return Judged(sentence=sentence, verdict=guard.check(line, ledger), uncounted=uncounted)
