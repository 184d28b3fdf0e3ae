"""Shifted: an attribute of one thing of a list is not told of the other: "free parking and a canteen"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from unbland.core.guard.evidence import Case
from unbland.core.guard.grammar import DETERMINERS
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.reading import Reading
from unbland.core.guard.standing import LISTS
from unbland.core.guard.word import Word
from unbland.core.language.words import word_set

#: What makes a thing of an offer cost less or be worth more, or a paper good; many others are said of a whole list.
_WEIGHTY = word_set(
    "free paid unpaid subsidised subsidized discounted reduced private shared furnished heated secure company"
    " permanent temporary clean valid full"
)


def check(case: Case) -> Iterator[Violation]:
    """An attribute before one thing of a list that a source has before another one of it alone."""
    for attribute, noun in pairwise(case.claim.words):
        if attribute.plain not in _WEIGHTY or not _is_pair(attribute, noun):
            continue
        ones, others = case.candidates.get(attribute.start, ()), case.candidates.get(noun.start, ())
        if len(ones) != 1 or len(others) != 1 or ones[0].reading != others[0].reading or others[0].akin:
            continue
        reading = case.readings[ones[0].reading]
        if _is_anothers(reading, ones[0].word, others[0].word):
            detail = f"the cited source says {attribute.text!r} of another thing than {noun.text!r}"
            yield Violation(class_=ViolationClass.ROLE, detail=detail)


def _is_pair(attribute: Word, noun: Word) -> bool:
    """Whether a word stands right before a noun, with nothing but a space between."""
    beside = noun.start == attribute.end + 1 and noun.content and attribute.content and not noun.marker
    deed = attribute.verb == "verb" or (noun.verb and not noun.plain.endswith("ing"))
    return beside and not (deed or attribute.figure or noun.figure)


def _is_anothers(reading: Reading, attribute: Word, noun: Word) -> bool:
    """Whether an attribute stands right before another member of a list, and cannot be meant of this one as well."""
    if noun is attribute or noun.statement != attribute.statement or not _is_paired(reading, attribute, noun):
        return False
    at, to = reading.places[attribute.start], reading.places[noun.start]
    if not _are_joined(reading.words[min(at, to) : max(at, to) + 1]):
        return False
    before = reading.words[to - 1] if to else None
    own = before is not None and (before.plain in DETERMINERS or _is_pair(before, noun)) and before is not attribute
    return to < at or own


def _is_paired(reading: Reading, attribute: Word, noun: Word) -> bool:
    """Whether an attribute has a thing of its own that is not this one; "free parking" is read as one word."""
    place = reading.places[attribute.start]
    head = reading.words[place + 1 : place + 2]
    return attribute.plain not in _WEIGHTY or (bool(head) and head[0] is not noun and _is_pair(attribute, head[0]))


def _are_joined(words: Sequence[Word]) -> bool:
    """Whether words from one thing to another are of one list, and no deed stands between."""
    deed = any(word.verb == "verb" and not word.plain.endswith("ing") for word in words[1:-1])
    return not deed and any(word.comma or word.plain in LISTS for word in words)
