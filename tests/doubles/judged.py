"""Sentences with a verdict that no guard gave, for tests of how verdicts are counted."""

from __future__ import annotations

from unbland.core.evaluation.sentences.judging import Judged
from unbland.core.evaluation.sentences.labelled import Label, Sentence
from unbland.core.guard.model import Outcome, Verdict, Violation, ViolationClass
from unbland.core.ledger.model import Ledger
from unbland.core.posting import Form, Line

#: What an outcome is made of, where it matters.
_CLASSES = {
    Outcome.PASSED: (),
    Outcome.DOUBT: (ViolationClass.NOVELTY,),
    Outcome.REFUSED: (ViolationClass.NUMBER,),
}


def judged(label: Label, outcome: Outcome, *classes: ViolationClass, trade: str = "cook", **given: bool) -> Judged:
    """A sentence of this label with this verdict."""
    violations = tuple(Violation(class_=class_, detail="") for class_ in classes or _CLASSES[outcome])
    line = Line(text=f"a {label} line", cites=("D1",), form=Form.WRITTEN)
    sentence = Sentence(trade=trade, label=label, line=line, ledger=Ledger(sources=()))
    return Judged(sentence=sentence, verdict=Verdict(outcome=outcome, violations=violations), **given)
