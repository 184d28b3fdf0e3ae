"""Polarity and scope: what a source denies stays denied, and nothing gets wider than its source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unbland.core.guard.evidence import Case
from unbland.core.guard.lexicon import TURNS
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.reading import Clause, Reading
from unbland.core.language.numbers import ORDINALS
from unbland.core.language.synonyms import LIGHT_STEMS
from unbland.core.language.units import SPANS

#: Words that make a statement hold for more than its source says; the words of a line mean the same.
_WIDE = (
    ("all", "every", "each", "any"),
    ("always", "at all times"),
    ("never",),
    ("only", "solely", "exclusively"),
    ("unlimited", "endless", "uncapped"),
    ("guaranteed", "guarantee", "guarantees", "ensured"),
    ("anywhere", "worldwide", "everywhere"),
    ("anyone", "everyone", "anybody", "everybody"),
    ("entire", "whole", "full"),
    ("completely", "fully", "entirely", "totally"),
    ("for life", "lifetime", "forever"),
    ("both",),
    ("most", "majority"),
)
_EACH = frozenset(_WIDE[0])
_EXCEPT = re.compile(r"\b(?:except|apart from|other than|excluding|but not|save for)\b")
_INCLUDED = re.compile(r"\binclu(?:ding|ded|des?|sive)\b")
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


def check_scope(case: Case) -> Iterator[Violation]:
    """Words that widen a statement: "all", "always", "unlimited", "including" where the source says "plus"."""
    plain = case.claim.plain
    for group in _WIDE[1:]:
        found = next((word for word in group if f" {word} " in plain), None)
        if found and not any(f" {word} " in reading.plain for word in group for reading in case.readings):
            yield _scope(f"{found!r} is in no cited source")
    known = {noun for reading in case.readings for _, noun in _each(reading)}
    for word, noun in _each(case.claim):
        if noun not in known and not (word.lower() == "each" and noun in case.content):
            yield _scope(f"no cited source says {word!r} of this")
    texts = [reading.text.lower() for reading in case.readings]
    mine = case.claim.text.lower()
    if _INCLUDED.search(mine) and not any(map(_INCLUDED.search, texts)):
        yield _scope("no cited source says that it is included")
    if any(map(_EXCEPT.search, texts)) and not _EXCEPT.search(mine) and _each(case.claim):
        yield _scope("the exception of the cited source is gone")


def check_joints(case: Case) -> Iterator[Violation]:
    """One of two that became both, or both that became one of two: "English or Cantonese"."""
    if any(clause.denied for clause in (*case.claim.clauses, *case.clauses)):
        return  # "no evenings and no Sundays" and "no evenings or Sundays" are one
    theirs = {pair for reading in case.readings for pair in _joined(reading)}
    for left, joint, right in _joined(case.claim):
        other = {"and": "or", "or": "and"}[joint]
        if (left, joint, right) not in theirs and {(left, other, right), (right, other, left)} & theirs:
            yield _scope(f"the line says {joint!r} where the cited source says {other!r}")


def _joined(reading: Reading) -> Iterator[tuple[str, str, str]]:
    """The meanings next to each "and" and "or"."""
    for place, word in enumerate(reading.words):
        if word.plain in ("and", "or"):
            left = next((other.meaning for other in reversed(reading.words[:place]) if other.content), "")
            right = next((other.meaning for other in reading.words[place + 1 :] if other.content), "")
            yield left, word.plain, right


def _each(reading: Reading) -> list[tuple[str, str]]:
    """Each "all", "every", "each", "any" with the meaning of the word it speaks of; a span of time is a frequency."""
    found = []
    for place, word in enumerate(reading.words):
        if word.plain in _EACH:
            noun = next(
                (other for other in reading.words[place + 1 :] if other.content or other.plain in ORDINALS), None
            )
            if noun and noun.plain not in SPANS.keys() | TURNS:
                found.append((word.text, noun.meaning))
    return found


def _scope(detail: str) -> Violation:
    return Violation(class_=ViolationClass.SCOPE, detail=detail)
