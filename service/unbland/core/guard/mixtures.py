"""Mixtures: the clauses of a source that have figures do not exchange their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from unbland.core.guard.equivalents import Rest
from unbland.core.guard.evidence import Case
from unbland.core.guard.grammar import BE
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.reading import Reading
from unbland.core.guard.standing import LISTS, chained, grouped


def check(case: Case) -> Iterator[Violation]:
    """Two clauses of a source that exchanged words: each clause of the line has something of both."""
    figured = {number: set(_figured(case, number)) for number in case.claim.clauses}
    listed = [frozenset(_listed(reading)) for reading in case.readings]
    mixed: Counter[frozenset[tuple[int, int]]] = Counter()
    for number, clauses in figured.items():
        rests = (rest for rest in case.of_clause(number) if _is_singular(case, rest) and not rest.word.bracket)
        own = {rest.clause for rest in rests if rest.word.start not in listed[rest.reading]}
        mixed.update(frozenset(pair) for pair in combinations(own | clauses, 2) if not _is_list(case, *sorted(pair)))
    with_figures = frozenset().union(*figured.values())
    for pair, count in mixed.items():
        # One clause that has something of both may be a sentence that is told in one go; two are an exchange.
        if count > 1 and pair & with_figures and len({reading for reading, _ in pair}) == 1:
            detail = "the line mixes what two clauses of the cited source say"
            yield Violation(class_=ViolationClass.ROLE, detail=detail)


def _listed(reading: Reading) -> Iterator[int]:
    """Where the members of lists stand: they may come in another order."""
    groups = list(grouped(reading.words))
    for group, after in zip(groups, [*groups[1:], None], strict=False):
        chains = chained(group)
        goes_on = after is not None and after[0].marker == group[0].phrase  # "some to dealers and the rest to farms"
        joined = len(chains) > 1 and chains[-1][0].marker in LISTS and not goes_on
        if joined and not any(group[0].start < one.start < group[-1].start for one in reading.figures):
            yield from (word.start for chain in chains for word in chain)


def _is_list(case: Case, first: tuple[int, int], second: tuple[int, int]) -> bool:
    """Whether "and" or "or" only joins two things between two clauses: "heat and internet for $150 a month"."""
    if (first[0], first[1] + 1) != second:
        return False
    reading = case.readings[first[0]]
    left, right = reading.clauses[first[1]], reading.clauses[second[1]]
    joined = right[0].plain in ("and", "or") and not right[0].comma and left[-1].content and left[-1].phrase != ""
    joined = joined and right[1:2] != () and right[1].phrase == left[-1].phrase  # both stand behind one small word
    told = (w.verb == "verb" or w.party or w.plain in BE or not w.content for w in right[1:2])
    figures = [one for one in reading.figures if left[0].start <= one.start < right[-1].end]
    return joined and not any(told) and len(figures) <= 1


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
