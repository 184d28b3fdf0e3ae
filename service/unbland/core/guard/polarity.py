"""Polarity: what a source denies stays denied, no wider than it denies it, and nothing else is."""

from __future__ import annotations

from collections.abc import Iterator

from unbland.core.guard.evidence import Case
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.reading import Clause
from unbland.core.language.synonyms import LIGHT_STEMS

#: Verbs that carry a denial and lose nothing by being left out: "we do not use agency staff", "no agency staff".
_CARRIERS = frozenset({"use", "ask", "set", "sell", "open", "pay", "team", "compani"}) | LIGHT_STEMS


def check(case: Case) -> Iterator[Violation]:
    """Clauses that deny what a source says, or say what it denies."""
    for clause in case.claim.clauses:
        near = _nearest(clause, case.clauses)
        if near and all(other.denied is not clause.denied for other in near):
            words = " ".join(word.text for word in clause.words)
            detail = f"{words!r} {'denies' if clause.denied else 'says'} what the cited source {_other(clause)}"
            yield Violation(class_=ViolationClass.NEGATION, detail=detail)
        elif clause.denied and clause.content and not near:
            words = " ".join(word.text for word in clause.words)
            yield Violation(class_=ViolationClass.NEGATION, detail=f"{words!r} is denied by no cited source")
        elif clause.denied:
            yield from _wider_denials(case.claim.content, near)


def _other(clause: Clause) -> str:
    return "says" if clause.denied else "denies"


def _nearest(clause: Clause, evidence: tuple[Clause, ...]) -> list[Clause]:
    """The clauses of the sources that share most with this one."""
    shared = [(len(clause.content & other.content), other) for other in evidence]
    most = max((count for count, _ in shared), default=0)
    return [other for count, other in shared if most and count == most]


def _wider_denials(said: frozenset[str], near: list[Clause]) -> Iterator[Violation]:
    """A denial that lost a word denies more: "no unpaid overtime" is not "no overtime"."""
    lost = [sorted(other.content - said - _CARRIERS) for other in near if other.denied]
    if lost and all(lost):
        words = ", ".join(lost[0])
        yield Violation(class_=ViolationClass.SCOPE, detail=f"the denial lost {words!r}, so it denies more")
