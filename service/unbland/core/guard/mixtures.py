"""Mixtures: the clauses of a source that have figures do not exchange their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from unbland.core.guard.equivalents import Rest
from unbland.core.guard.evidence import Case
from unbland.core.guard.model import Violation, ViolationClass


def check(case: Case) -> Iterator[Violation]:
    """Two clauses of a source that exchanged words: each clause of the line has something of both."""
    figured = {number: set(_figured(case, number)) for number in case.claim.clauses}
    mixed: Counter[frozenset[tuple[int, int]]] = Counter()
    for number, clauses in figured.items():
        own = {rest.clause for rest in case.of_clause(number) if _is_singular(case, rest) and not rest.word.bracket}
        mixed.update(map(frozenset, combinations(own | clauses, 2)))
    with_figures = frozenset().union(*figured.values())
    for pair, count in mixed.items():
        # One clause that has something of both may be a sentence that is told in one go; two are an exchange.
        if count > 1 and pair & with_figures and len({reading for reading, _ in pair}) == 1:
            detail = "the line mixes what two clauses of the cited source say"
            yield Violation(class_=ViolationClass.ROLE, detail=detail)


def _figured(case: Case, number: int) -> Iterator[tuple[int, int]]:
    """The clauses of the sources from which the figures of a clause are, where each is in one alone."""
    clause = case.claim.clauses[number]
    for figure in case.claim.figures:
        if clause[0].start <= figure.start < clause[-1].end:
            found = [
                (at, reading.clause_at(other.start)[0].clause)
                for at, reading in enumerate(case.readings)
                for other in reading.figures
                if other.values == figure.values
            ]
            yield from found if len(found) == 1 else ()


def _is_singular(case: Case, rest: Rest) -> bool:
    """Whether the word stands once in its source."""
    return len(case.equivalents.index.get(rest.word.meaning, ())) == 1
