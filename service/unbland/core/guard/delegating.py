"""Delegating: to arrange, to check or to join in a deed is not to do it, and a deed under another's hand is theirs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from unbland.core.guard.doers import doer
from unbland.core.guard.equivalents import Rest
from unbland.core.guard.evidence import Case
from unbland.core.guard.grammar import YOU
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.reading import Reading
from unbland.core.guard.word import Word
from unbland.core.language.words import stem, word_set

#: To do one of these with a deed is not to do the deed.
_ARRANGING = frozenset(map(stem, word_set(
    "book arrange schedule organize organise participate attend observe watch review check approve request propose"
    " suggest recommend document record accompany shadow join facilitate enable"
)))  # fmt: skip


def check(case: Case) -> Iterator[Violation]:
    """A deed that the source only arranges, checks or joins in, done by the reader; one that is done to the reader."""
    for place, word in enumerate(case.claim.words):
        options = case.candidates.get(word.start, ())
        if options and _is_deed(case.claim, place) and not any(one.word.verb for one in options):
            yield from _of_another(case, place, options)
            yield from _only_arranged(case, options)


def _of_another(case: Case, place: int, options: Sequence[Rest]) -> Iterator[Violation]:
    """A deed of the reader's that the source has under somebody: "under the guidance of the vet"."""
    if all(one.word.marker == "under" for one in options) and doer(case.claim, place) == {YOU}:
        yield _violation(f"in the cited source {case.claim.words[place].text!r} is what another does")


def _only_arranged(case: Case, options: Sequence[Rest]) -> Iterator[Violation]:
    """A deed that the source has behind a verb of arranging, which the line leaves out."""
    over = [_governing(case.readings[one.reading], one.word) for one in options]
    if over[0] is not None and all(one is not None and one.meaning not in case.said for one in over):
        yield _violation(f"the cited source says {over[0].text!r} of this, and the line leaves it out")


def check_subjects(case: Case) -> Iterator[Violation]:
    """Somebody who does a deed and in the source only stands before what it is done to: "patient data are checked"."""
    for noun, verb in pairwise(case.claim.words):
        deed, rest = case.rests.get(verb.start), case.rests.get(noun.start)
        if deed is None or rest is None or verb.verb != "verb" or deed.word.verb != "passive" or not noun.content:
            continue
        head = _head(case.readings[rest.reading], rest.word)
        if head is not None:
            yield _violation(f"in the cited source {noun.text!r} is only said of {head.text!r}")


def _head(reading: Reading, noun: Word) -> Word | None:
    """The noun right behind another that only says of which: "data" behind "patient"."""
    for word in reading.words[reading.places[noun.start] + 1 :][:1]:
        is_of_it = word.content and not (word.verb or word.marker or word.comma or noun.possessive)
        return word if is_of_it else None
    return None


def _is_deed(reading: Reading, place: int) -> bool:
    """Whether a word of content is a verb by form or by its place: behind "you", or first of all."""
    word = reading.words[place]
    return word.content and (
        word.verb == "verb"
        or (not place and not word.form.endswith("s"))
        or (place > 0 and bool(reading.words[place - 1].party))
    )


def _governing(reading: Reading, noun: Word) -> Word | None:
    """The arranging verb right before the name of a deed, with nothing but attributes between."""
    if noun.marker or noun.comma:
        return None
    for other in reversed(reading.words[: reading.places[noun.start]]):
        if other.clause != noun.clause or other.comma or other.verb == "verb" or not other.start:
            return other if other.stem in _ARRANGING else None
        if other.marker or not other.content:
            break
    return None


def _violation(detail: str) -> Violation:
    return Violation(class_=ViolationClass.ROLE, detail=detail)
