"""Crossings: things that changed places, and small words that turn the sense of what they govern."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from unbland.core.guard.equivalents import Rest
from unbland.core.guard.evidence import Case
from unbland.core.guard.grammar import MARKERS
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.neighbours import LISTS
from unbland.core.guard.polarity import turns_around
from unbland.core.guard.reading import Reading
from unbland.core.guard.word import Word
from unbland.core.language.quantities import Bound

#: Pairs of small words of which the one may not stand for the other.
_OPPOSED = {
    frozenset(pair)
    for pair in (
        ("to", "from"), ("before", "after"), ("before", "during"), ("after", "during"), ("under", "over"),
        ("with", "without"), ("for", "from"), ("between", "over"), ("without", "for"), ("if", "unless"),
        ("in", "outside"), ("during", "outside"), ("before", "from"),
    )
}  # fmt: skip


class _Link(NamedTuple):
    """A word that a small word governs, and the word that it belongs to."""

    host: Word
    marker: str
    dependent: Word


def check(case: Case) -> Iterator[Violation]:
    """Small words that say the contrary of the source's, and what changed places around them, or in brackets."""
    yield from _turned(case)
    yield from _crossed(case)
    yield from _bracketed(case)
    yield from _related(case)


def _turned(case: Case) -> Iterator[Violation]:
    """A small word that says the contrary of the source's: "to" for "from"."""
    for word in case.claim.words:
        rest = case.rests.get(word.start)
        # "Never without a permit" is not "never with one".
        twice = rest is not None and word.denied and (word.marker, rest.word.marker) == ("with", "without")
        if rest is None or (word.denied and not twice) or _is_untold(case, word, rest):
            continue
        opposed = frozenset({word.marker, rest.word.marker}) in _OPPOSED and not is_attribute(case, word)
        opposed = opposed and not _is_compound(case, word, rest)
        near = case.claim.words[max(0, case.claim.places[word.start] - 2) : case.claim.places[word.start]]
        opposed = opposed and not (rest.word.marker == "without" and any(other.plain == "no" for other in near))
        if opposed and not any(other.word.marker == word.marker for other in case.candidates[word.start]):
            detail = f"the line says {word.marker!r} of {word.text!r}, the cited source {rest.word.marker!r}"
            yield Violation(class_=ViolationClass.SCOPE, detail=detail)


def _is_untold(case: Case, word: Word, rest: Rest) -> bool:
    """Whether no small word governs it, or one that may as well be another."""
    return not word.marker or _is_ranged(case.claim, word) or turns_around(case, rest)


def _is_compound(case: Case, word: Word, rest: Rest) -> bool:
    """Whether it is an attribute of what the source says it of: "passenger letters" for "letters from passengers"."""
    behind = case.claim.words[case.claim.places[word.start] + 1 :][:1]
    head = case.rests.get(behind[0].start) if behind and not (behind[0].marker or behind[0].comma) else None
    reading = case.readings[rest.reading]
    before = reading.words[: reading.places[rest.word.start]][-2:]
    return head is not None and head.reading == rest.reading and bool(before) and before[0] is head.word


def _is_ranged(reading: Reading, word: Word) -> bool:
    """Whether it is what a range counts, which may stand at either end: "from 12 families to 37"."""
    return any(f.bound is Bound.RANGE and f.start <= word.start <= f.end + 1 for f in reading.figures)


def is_attribute(case: Case, word: Word) -> bool:
    """Whether the small word governs the noun behind, and in the source as well: "to Revenue Agency letters"."""
    place = case.claim.places[word.start]
    same = [w for w in case.claim.words[place + 1 :] if w.clause == word.clause and w.content]
    head = word
    for after in same:
        if after.marker or after.verb or after.comma:
            break
        head = after
    options = case.candidates.get(head.start, ())
    return head is not word and any(word.marker in (o.word.marker, o.word.phrase) for o in options)


def _crossed(case: Case) -> Iterator[Violation]:
    """Two things that changed places: each stands with the small word and the host of the other."""
    theirs = [link for reading in case.readings for link in _links(reading)]
    mine = [link for link in _links(case.claim) if link.dependent.start in case.rests]
    spoken = {word.meaning for word in case.claim.words}
    for link in mine:
        alike = [other for other in theirs if other.marker == link.marker]
        hosts = {other.host.meaning for other in alike if other.dependent.meaning == link.dependent.meaning}
        hosted = {other.dependent.meaning for other in alike if other.host.meaning == link.host.meaning}
        if not hosts or not hosted or link.host.meaning in hosts:
            continue
        taken = {
            other.host.meaning
            for other in mine
            if other.marker == link.marker and other is not link and other.dependent.meaning in hosted
        }
        if taken & hosts or not hosted & spoken:
            detail = f"the cited source says {link.dependent.text!r} of another thing than {link.host.text!r}"
            yield _role(detail)


def _links(reading: Reading) -> Iterator[_Link]:
    """Each word that a small word governs, with the word of content before it."""
    words = [word for word in reading.words if word.content]
    for host, word in pairwise(words):
        if word.marker and word.marker not in LISTS and host.statement == word.statement and not word.comma:
            yield _Link(host, word.marker, word)


def _bracketed(case: Case) -> Iterator[Violation]:
    """What stands in brackets behind one thing and stood in brackets behind another: "CCRC (SOCRA)"."""
    theirs = {inside: host for reading in case.readings for host, inside in _brackets(reading)}
    hosts = set(theirs.values())
    for host, inside in _brackets(case.claim):
        if host in hosts and theirs.get(inside, host) != host:
            yield _role("what stands in brackets belongs to another word in the cited source")


def _brackets(reading: Reading) -> Iterator[tuple[str, str]]:
    """The word before each bracket and the first in it."""
    words = [word for word in reading.words if word.content]
    return ((one.meaning, other.meaning) for one, other in pairwise(words) if other.bracket and not one.bracket)


def _related(case: Case) -> Iterator[Violation]:
    """Somebody "to whom you report", where in the source one reports to somebody else."""
    words = case.claim.words
    for place, word in enumerate(words):
        if word.plain != "whom" or not place:
            continue
        marker = MARKERS.get(words[place - 1].plain, "")
        named = {w.meaning for w in words[:place] if w.content and w.statement == word.statement}
        verb = next((w for w in words[place + 1 :] if w.verb == "verb" and w.start in case.rests), None)
        if verb is None:
            continue
        for rest in case.candidates[verb.start]:
            theirs = _governed(case, rest, marker)
            if theirs and theirs.isdisjoint(named):
                yield _role(f"the cited source says {verb.text!r} of another one")


def _governed(case: Case, verb: Rest, marker: str) -> set[str]:
    """What stands behind a verb under a small word."""
    return {
        word.meaning
        for word in case.readings[verb.reading].words
        if word.start > verb.word.start
        and word.statement == verb.word.statement
        and word.content
        and word.phrase == marker
    }


def _role(detail: str) -> Violation:
    return Violation(class_=ViolationClass.ROLE, detail=detail)
