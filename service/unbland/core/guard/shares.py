"""Shares: a part of a whole is one statement, and the whole is the source's: "9 of 34", "half of the fee"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, takewhile

from unbland.core.guard.evidence import Case
from unbland.core.guard.grammar import PRONOUNS
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.reading import Reading
from unbland.core.language.quantities import Quantity

#: Between a part and its whole; a line may say "in" where a source spreads the one over the other.
_PARTS = (" of ", " out of ", " in ")
_SPREAD = (" over ", " across ")


def check_parts(case: Case) -> Iterator[Violation]:
    """Two numbers that a line tells as part and whole and no source does."""
    known = {share for reading in case.readings for share, _ in _shares(reading, (*_PARTS, *_SPREAD))}
    for share, text in _shares(case.claim, _PARTS):
        if share not in known:
            yield _violation(f"no cited source says {text!r}")


def _shares(reading: Reading, joints: tuple[str, ...]) -> Iterator[tuple[object, str]]:
    """Part and whole of each share that is told with two numbers, and its text."""
    for part, whole in pairwise(reading.figures):
        if reading.text[part.end : whole.start] in joints:
            yield (part.values, whole.values), reading.text[part.start : whole.end]


def check_wholes(case: Case) -> Iterator[Violation]:
    """A share of one thing that became a share of another: "half of the fee"."""
    theirs = [(figure, _whole(reading, figure)) for reading in case.readings for figure in reading.figures]
    for figure in case.claim.figures:
        mine = _whole(case.claim, figure)
        known = [whole for other, whole in theirs if whole and figure.values == other.values]
        if mine and not known and any(mine & whole for _, whole in theirs):
            yield _violation(f"the cited source has another number of these than {figure.text!r}")
        elif mine and known and all(mine.isdisjoint(whole) for whole in known):
            yield _violation(f"{figure.text!r} is of another thing in the cited source")


def _whole(reading: Reading, figure: Quantity) -> frozenset[str]:
    """The words of what a figure is a share of: the first of content behind "of", and its attributes."""
    after = [word for word in reading.words if word.start >= figure.end]
    if [word.plain for word in after[:1]] != ["of"] or after[1:2] == [] or after[1].plain in PRONOUNS:
        return frozenset()
    words = [word for word in after if word.content]
    rest = takewhile(lambda word: not word.marker and not word.comma, words[1:])
    return frozenset(word.meaning for word in (*words[:1], *rest))


def _violation(detail: str) -> Violation:
    return Violation(class_=ViolationClass.NUMBER, detail=detail)
