"""Exchanges: two things that changed places, each standing in the line where the other stands in the source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from unbland.core.guard.evidence import Case
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.novelty import HEAVY
from unbland.core.guard.standing import COUNTED, Tie, is_deed, is_participle, standing
from unbland.core.guard.word import Word
from unbland.core.language.synonyms import LIGHT_STEMS


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Held:
    """A word of the line with its ties there, and those of the words of one source on which it may rest."""

    word: Word
    rest: Word
    reading: int
    rests: frozenset[int]
    here: frozenset[Tie]
    there: frozenset[Tie]

    def usurps(self, other: _Held) -> bool:
        """Whether it has ties here that the other alone has there, and none that it alone has there."""
        return _usurps(self.here, self.there, other.there)

    def counts_as(self, other: _Held) -> bool:
        """The same of its figures, whatever else is said of it."""
        return _usurps(
            *(frozenset(tie for tie in ties if tie[0] == COUNTED) for ties in (self.here, self.there, other.there))
        )


def check(case: Case) -> Iterator[Violation]:
    """Words that changed places: what is done and for whom, "from" and "into", attributes, what is usual."""
    moved = [held for held in _held(case) if held.here - held.there]
    for one, other in combinations(moved, 2):
        apart = one.reading == other.reading and one.rests.isdisjoint(other.rests)
        changed = one.usurps(other) and other.usurps(one) and _are_of_a_kind(one, other)
        if apart and (changed or (one.counts_as(other) and other.counts_as(one))):
            detail = f"{one.word.text!r} and {other.word.text!r} stand in each other's place in the cited source"
            yield Violation(class_=ViolationClass.ROLE, detail=detail)


def _usurps(here: frozenset[Tie], there: frozenset[Tie], others: frozenset[Tie]) -> bool:
    return bool((here - there) & others) and not (here & there) - others


def _are_of_a_kind(one: _Held, other: _Held) -> bool:
    """Whether both are deeds on both sides, or neither is; or a deed and a state changed: "break fixed pumps"."""
    mine, theirs = (is_deed(one.word), is_deed(other.word)), (is_deed(one.rest), is_deed(other.rest))
    if mine == theirs:
        return mine[0] is mine[1]
    states = (held if not is_deed(held) else rest for held, rest in ((one.word, one.rest), (other.word, other.rest)))
    return mine == theirs[::-1] and all(map(is_participle, states))


def _held(case: Case) -> Iterator[_Held]:
    """Each word of the line that rests on one, light words left out."""
    meanings = {word.start: rest.word.meaning for word, rest in case.resting()}
    here = standing(case.claim.words, case.claim.figures, lambda word: meanings.get(word.start, word.meaning))
    for word, rest in case.resting():
        if word.content and (word.meaning not in LIGHT_STEMS or word.plain in HEAVY):
            starts = [one.word.start for one in case.candidates[word.start] if one.reading == rest.reading]
            ties = case.readings[rest.reading].standing
            yield _Held(
                word=word,
                rest=rest.word,
                reading=rest.reading,
                rests=frozenset(starts),
                here=frozenset(here[word.start]),
                there=frozenset().union(*(ties.get(start, ()) for start in starts)),
            )
