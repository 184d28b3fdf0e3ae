"""Companions: who only goes along with a deed in the source is not whom it is done to, nor whose things it is about."""

from __future__ import annotations

from collections.abc import Iterator

from unbland.core.guard.crossings import is_attribute
from unbland.core.guard.equivalents import Rest
from unbland.core.guard.evidence import Case
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.word import Word

#: Small words before those to whom or for whom something is done.
_TO_WHOM = frozenset({"to", "for"})


def check(case: Case) -> Iterator[Violation]:
    """A companion told as the one whom a deed is for, or whose thing it is about."""
    yield from _for_whom(case)
    yield from _whose(case)


def _for_whom(case: Case) -> Iterator[Violation]:
    """Told as the one whom a deed is for: "to clients, with the director" as "to the director"."""
    for word, rest in case.resting():
        options = case.candidates[word.start]
        if not word.content or word.possessive or any(one.word.phrase != "with" for one in options):
            continue
        for_whom = [other for other in _beside(case, rest) if other.phrase == word.marker]
        if word.marker in _TO_WHOM and for_whom and not is_attribute(case, word):
            yield _violation(f"the cited source says {word.marker!r} of {for_whom[0].text!r}, not of {word.text!r}")


def _whose(case: Case) -> Iterator[Violation]:
    """Told as the one whose thing it is: "the plans, with the director" as "the director's plans"."""
    for word, rest in case.resting():
        things = case.claim.words[case.claim.places[word.start] + 1 :][:1]
        if word.possessive and things and things[0].start in case.rests:
            alone = all(one.word.phrase == "with" and not one.word.possessive for one in case.candidates[word.start])
            thing = case.rests[things[0].start]
            apart = thing.reading == rest.reading and thing.word.start < rest.word.start and thing.word.phrase != "with"
            if alone and apart:
                yield _violation(f"no cited source says {things[0].text!r} is {word.text!r}")


def _beside(case: Case, rest: Rest) -> list[Word]:
    """The words of content of the statement that a word of a source stands in."""
    return [word for word in case.readings[rest.reading].statements[rest.word.statement] if word.content]


def _violation(detail: str) -> Violation:
    return Violation(class_=ViolationClass.ROLE, detail=detail)
