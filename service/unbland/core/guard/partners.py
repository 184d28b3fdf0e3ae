"""Partners: what stands together in a clause of the line stands together in the source, not each with another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise, permutations

from unbland.core.guard.equivalents import Rest
from unbland.core.guard.evidence import Case
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.reading import Reading
from unbland.core.guard.word import Word
from unbland.core.language.quantities import Quantity, QuantityKind

_MOMENTS = frozenset({QuantityKind.ORDINAL, QuantityKind.DATE, QuantityKind.TIME})

#: Between an amount and the time from which, or until which, it holds.
_FROM = re.compile(r"(?: [a-z']+){0,3} (?:after|once|from|until) (?:the |your )?", re.IGNORECASE)


def check(case: Case) -> Iterator[Violation]:
    """A number with the moment of another: "10 days at first, 15 later" turned round; two doers that changed deeds."""
    yield from _figures(case)
    yield from _halves(case)


def check_ladder(case: Case) -> Iterator[Violation]:
    """An amount with the time of another: "27 days, 29 after five years, 33 after ten" as "33 after five years"."""
    theirs = [pair for reading in case.readings for pair in _steps(reading)]
    known = {(much.low, when.low) for much, when in theirs}
    for much, when in _steps(case.claim) if len(theirs) > 1 else ():
        rivals = {one for one, time in known if time == when.low}, {time for one, time in known if one == much.low}
        if (much.low, when.low) not in known and all(rivals):
            detail = f"the cited source says {much.text!r} of another time than {when.text!r}"
            yield Violation(class_=ViolationClass.NUMBER, detail=detail)


def _steps(reading: Reading) -> Iterator[tuple[Quantity, Quantity]]:
    """Each amount with the time right behind it from which, or until which, it holds."""
    for much, when in pairwise(reading.figures):
        if not much.text.lower().startswith("from") and _FROM.fullmatch(reading.text[much.end : when.start]):
            yield much, when


def _figures(case: Case) -> Iterator[Violation]:
    """A number and a moment of one clause that have another moment and another number with them in the source."""
    for first, second in _pairs(case.claim):
        if _is_moment(first) is _is_moment(second):
            continue
        own, other = _beside(case, first), _beside(case, second)
        apart = own and other and not any(_alike(one, second) for beside in own for one in beside)
        if apart and all(_has_rival(second, one) for one in own) and all(_has_rival(first, one) for one in other):
            detail = f"{first.text!r} stands beside {second.text!r}, which the cited source says of another figure"
            yield Violation(class_=ViolationClass.NUMBER, detail=detail)


def _pairs(reading: Reading) -> Iterator[tuple[Quantity, Quantity]]:
    """The figures that stand in one clause, two by two."""
    for one, other in combinations(reading.figures, 2):
        if _clause(reading, one) == _clause(reading, other):
            yield one, other


def _beside(case: Case, figure: Quantity) -> list[list[Quantity]]:
    """For each place in the sources that has the figure, the other figures of its clause."""
    return [
        [one for one in reading.figures if one is not own and _clause(reading, one) == _clause(reading, own)]
        for reading in case.readings
        for own in reading.figures
        if _alike(own, figure)
    ]


def _has_rival(figure: Quantity, beside: list[Quantity]) -> bool:
    """Whether another one of its sort stands there."""
    return any(_is_moment(one) is _is_moment(figure) and not _alike(one, figure) for one in beside)


def _alike(one: Quantity, other: Quantity) -> bool:
    """Whether they are the same number; "ten" is "10 days" where the days are said before."""
    return (_is_moment(one), one.low, one.high) == (_is_moment(other), other.low, other.high)


def _is_moment(figure: Quantity) -> bool:
    return figure.kind in _MOMENTS


def _clause(reading: Reading, figure: Quantity) -> int:
    words = reading.clause_at(figure.start)
    return words[0].clause if words else -1


def _halves(case: Case) -> Iterator[Violation]:
    """Two clauses that changed halves: "you mow, contractors cart" of "you cart, contractors mow"."""
    told = [rests for clause in case.claim.clauses.values() if (rests := _told(case, clause))]
    for one, other in permutations(told, 2):
        if one[0].reading == other[0].reading and _crossed(one, other):
            detail = f"the line says {one[-1].word.text!r} of {one[0].word.text!r}, the cited source of another"
            yield Violation(class_=ViolationClass.ROLE, detail=detail)
            return


def _told(case: Case, clause: Sequence[Word]) -> list[Rest]:
    """What the words of a clause rest on, "you" and "we" with them."""
    said = (word for word in clause if word.content or word.party)
    return [case.rests[word.start] for word in said if word.start in case.rests]


def _crossed(one: list[Rest], other: list[Rest]) -> bool:
    return one[0].clause == other[-1].clause != one[-1].clause == other[0].clause
