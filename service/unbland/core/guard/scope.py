"""Scope: nothing holds for more than its source says: all, always, free, including, and for or."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unbland.core.guard.days import TURNS
from unbland.core.guard.evidence import Case
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.reading import Reading
from unbland.core.language.numbers import ORDINALS
from unbland.core.language.units import SPANS
from unbland.core.ledger.model import Kind

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
_ADDED = re.compile(r"\b(?:plus|on top|in addition|additional|extra)\b")
_INCLUDED = re.compile(r"\binclu(?:ding|ded|des?|sive)\b")
#: After these an "or" bounds a figure: "1 year or more".
_MORE = [["more"], ["longer"], ["greater"], ["above"], ["over"], ["less"], ["fewer"]]
#: Words whose worth is all in what they stand by.
_WORTH = frozenset({"free", "paid", "unpaid"})


def check(case: Case) -> Iterator[Violation]:
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
    if _ADDED.search(mine) and not _INCLUDED.search(mine) and any(map(_INCLUDED.search, texts)):
        yield _scope("the cited source says that it is included, the line that it is added")
    if any(map(_EXCEPT.search, texts)) and not _EXCEPT.search(mine) and _each(case.claim):
        yield _scope("the exception of the cited source is gone")


def check_worth(case: Case) -> Iterator[Violation]:
    """What is free or paid in the source is what is free or paid in the line."""
    known = {pair for reading in case.readings for pair in _worth(reading, both=True)}
    words = {word for word, _ in known}
    for word, noun in _worth(case.claim, both=False):
        # A word that no source has is new, and `novelty` sees it.
        if word in words and (word, noun) not in known:
            yield _scope(f"no cited source says {word!r} of this")


def _worth(reading: Reading, *, both: bool) -> Iterator[tuple[str, str]]:
    """Each such word with the meaning of the word after it, or of the one before it; of both for a source."""
    for clause in reading.clauses:
        for place, word in enumerate(clause.words):
            if word.plain in _WORTH:
                after = [other.meaning for other in clause.words[place + 1 :] if other.content]
                before = [other.meaning for other in clause.words[:place] if other.content]
                near = [*after, *before] if both else (after or before)[:1]
                yield from ((word.plain, noun) for noun in near)


def check_alternatives(case: Case) -> Iterator[Violation]:
    """A requirement with two ways to meet it, of which the line makes one."""
    said = any(f" {word} " in case.claim.plain for word in ("or", "either", "otherwise", "alternatively"))
    if said or any(clause.denied for clause in case.claim.clauses):
        return
    for source, reading in zip(case.sources, case.readings, strict=True):
        first, joint, second = reading.plain.partition(" or ")
        if source.kind is Kind.REQUIREMENT and joint and second.split()[:1] not in _MORE:
            known = {word.plain: word.meaning for word in reading.words if word.content}
            left, right = ({known[word] for word in side.split() if word in known} for side in (first, second))
            if case.claim.content & (left - right) and case.claim.content & (right - left):
                yield _scope("the cited source asks for one or the other, the line for both")


def check_narrowing(case: Case) -> Iterator[Violation]:
    """A requirement with two ways to meet it, of which the line names one: "Bachelor's or Master's degree"."""
    if " or " in case.claim.plain:
        return
    for source, reading in zip(case.sources, case.readings, strict=True):
        if source.kind is Kind.REQUIREMENT:
            for left, right in re.findall(r"(\S+) or (\S+)", reading.plain):
                if [right] not in _MORE and (f" {left} " in case.claim.plain) != (f" {right} " in case.claim.plain):
                    yield _scope(f"the cited source asks for {left} or {right}, the line for one alone")


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
