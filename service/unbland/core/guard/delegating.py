"""Delegating: to arrange, to check or to join in a deed is not to do it, and a deed under another's hand is theirs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from unbland.core.guard.doers import doer
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
        if not options or not _is_deed(case.claim, place) or any(one.word.verb for one in options):
            continue
        if all(one.word.marker == "under" for one in options) and doer(case.claim, place) == {YOU}:
            yield _violation(f"in the cited source {word.text!r} is what another does")
        over = [found for one in options if (found := _governing(case.readings[one.reading], one.word))]
        if len(over) == len(options) and not any(one.meaning in case.said for one in over):
            yield _violation(f"the cited source says {over[0].text!r} of this, and the line leaves it out")


def check_subjects(case: Case) -> Iterator[Violation]:
    """Somebody who does a deed and in the source only stands before what it is done to: "patient data are checked"."""
    for noun, verb in pairwise(case.claim.words):
        deed, rest = case.rests.get(verb.start), case.rests.get(noun.start)
        if deed is None or rest is None or verb.verb != "verb" or deed.word.verb != "passive" or not noun.content:
            continue
        reading = case.readings[rest.reading]
        head = next(iter(reading.words[reading.places[rest.word.start] + 1 :]), None)
        compound = head is not None and head.content and not head.verb and not head.marker and not head.comma
        if head is not None and compound and not rest.word.possessive:
            yield _violation(f"in the cited source {noun.text!r} is only said of {head.text!r}")


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
    at = reading.places[noun.start]
    for other in reversed(reading.words[:at] if not noun.marker and not noun.comma else ()):
        if other.clause != noun.clause or other.comma or other.verb == "verb" or not other.start:
            return other if other.stem in _ARRANGING else None
        if other.marker or not other.content:
            return None
    return None


def _violation(detail: str) -> Violation:
    return Violation(class_=ViolationClass.ROLE, detail=detail)
