"""Alternatives: "or" stays "or", and neither of two ways to meet a requirement is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile

from unbland.core.guard.evidence import Case
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.reading import Reading
from unbland.core.guard.word import DENIED, Word
from unbland.core.language.synonyms import LIGHT_STEMS
from unbland.core.language.words import word_set
from unbland.core.ledger.model import Kind

#: After these an "or" bounds a figure: "1 year or more".
_MORE = word_set("more longer greater above over less fewer")
#: After an "or" these only widen what stands before it.
_VAGUE = word_set("similar other comparable related")
#: After an "or" these take somebody who has not what stands before it.
_OTHERWISE = word_set("willing able equivalent working ability eligibility willingness")
#: Lets one have one of two; and the words with which a line says so.
_CHOOSES = re.compile(r"\b(?:choose|chooses|choice|decide|pick) between\b[^.;]* and\b", re.IGNORECASE)
_CHOSEN = re.compile(r"\b(?:cho(?:ose|oses|ice|sen)|decide|pick|prefer|option|or|either|instead)\b", re.IGNORECASE)
#: Whoever has not the one has the other.
_LACKING = re.compile(r"\bif you (?:do not|have no|lack|are not|have not)\b", re.IGNORECASE)
#: Between two ways these say that both are meant.
_SUMS = word_set("and plus also with")
#: Between two ways these say that one of them is enough.
_CHOICE = word_set("or either otherwise alternatively instead if unless")
#: With these a line asks for one of several.
_ANY = word_set("or one either any")
#: With these a line tells the other way as well, in whatever words.
_ELSE = re.compile(
    r"\bor\b|\bwill|\bcan\b|\bable\b|\bability\b|\bequivalent\b|\bif\b|\bworking\b|\bnot\b", re.IGNORECASE
)


def check(case: Case) -> Iterator[Violation]:
    """One of two that became both, both that became one of two, one way to meet a requirement that is gone."""
    required = [
        reading for source, reading in zip(case.sources, case.readings, strict=True) if source.kind is Kind.REQUIREMENT
    ]
    for source, reading in zip(case.sources, case.readings, strict=True):
        yield from _summed(case, reading) if source.kind in (Kind.REQUIREMENT, Kind.BENEFIT, Kind.PAY) else ()
    for reading in required:
        yield from _both(case, reading)
        yield from _one_alone(case, reading)
        yield from _one_of(case, reading) if _is_choice(reading) else ()
    if _takes_both(case):
        yield _scope("the cited source says 'not both'")
    if any(map(_chooses, case.readings)) and not _CHOSEN.search(case.claim.text):
        yield _scope("the cited source lets one choose between them")
    yield from _joints(case)


def _takes_both(case: Case) -> bool:
    """Whether a line says "or both" where a source says "not both"."""
    return " or both " in case.claim.plain and any(" not both " in reading.plain for reading in case.readings)


def _both(case: Case, reading: Reading) -> Iterator[Violation]:
    """A requirement with two ways to meet it, of which the line makes one."""
    said = any(f" {word} " in case.claim.plain for word in ("or", "either", "otherwise", "alternatively"))
    said = said or _LACKING.search(case.claim.text) is not None
    first, joint, second = reading.plain.partition(" or ")
    if said or not joint or _MORE.intersection(second.split()[:1]) or any(w.denied == DENIED for w in case.claim.words):
        return
    known = {word.plain: word.meaning for word in reading.words if word.content}
    left, right = ({known[word] for word in side.split() if word in known} for side in (first, second))
    if case.claim.content & (left - right) and case.claim.content & (right - left):
        yield _scope("the cited source asks for one or the other, the line for both")


def _summed(case: Case, reading: Reading) -> Iterator[Violation]:
    """Two ways to meet a requirement that ", or" parts in the source, and "and" in the line."""
    for place, word in enumerate(reading.words):
        if word.plain != "or" or not word.comma or word.denied:
            continue
        before = (w for w in reading.words[:place] if w.statement == word.statement)
        after = takewhile(lambda w: not w.comma, reading.words[place + 1 :])
        left, right = ({w.meaning for w in words if w.content} - LIGHT_STEMS for words in (before, after))
        ways = [[w.start for w in case.claim.words if w.meaning in own] for own in (left - right, right - left)]
        if not all(ways):
            continue
        first, second = sorted(ways)
        last = max(start for start in first if start < second[0])
        between = [w for w in case.claim.words if last < w.start < second[0] and not w.figure]
        gap = [w.plain for w in between if w.plain != "with" or w.comma]
        if not _SUMS.isdisjoint(gap) and not _CHOICE.intersection(gap):
            yield _scope("the cited source asks for one or the other, the line for both")


def _one_alone(case: Case, reading: Reading) -> Iterator[Violation]:
    """A requirement with two ways to meet it, of which the line names one: "Bachelor's or Master's degree"."""
    for place, word in enumerate(reading.words):
        if word.plain != "or" or word.figure:
            continue
        left = _next(reversed(reading.words[:place]), word.statement)
        right = _next(iter(reading.words[place + 1 :]), word.statement)
        if left is None or right is None or right.plain in _VAGUE:
            continue
        if right.plain in _OTHERWISE:
            if _says(case, left) and not _ELSE.search(case.claim.text):
                yield _scope(f"the cited source takes {right.text!r} as well, and the line does not say so")
        elif _says_one(case, reading, left, right):
            yield _scope(f"the cited source asks for {left.text} or {right.text}, the line for one alone")


def _says_one(case: Case, reading: Reading, left: Word, right: Word) -> bool:
    """Whether the line has one of two, or of a longer list one before them: "sales, fundraising or recruiting"."""
    said = _says(case, left), _says(case, right)
    if any(said):
        return not all(said)
    before = reading.words[: reading.places[left.start]]
    first = _next(reversed(before), left.statement) if left.comma and not left.bracket else None
    return first is not None and any(rest.word is first for rest in case.rests.values())


def _one_of(case: Case, reading: Reading) -> Iterator[Violation]:
    """One of several that became all of them: "at least one of Welsh, Gaelic and Cornish"."""
    said = any(word.plain in _ANY for word in case.claim.words)
    for one, small, first in zip(reading.words, reading.words[1:], reading.words[2:], strict=False):
        if said or one.plain not in _ANY or small.plain != "of":
            continue
        members = [w for w in reading.words if w.start >= first.start and w.statement == one.statement and w.content]
        held = [w for w in members if w.phrase == members[0].phrase and _says(case, w)]
        if len(held) > 1:
            yield _scope(f"the cited source asks for {one.text!r} of these, the line for all")


def _next(words: Iterator[Word], statement: int) -> Word | None:
    """The next word of content in a statement."""
    return next((word for word in words if word.content and word.statement == statement), None)


def _says(case: Case, word: Word) -> bool:
    """Whether the line has a word of a source, or one that rests on it."""
    return word.meaning in case.claim.content or any(rest.word is word for rest in case.rests.values())


def _joints(case: Case) -> Iterator[Violation]:
    """One of two that became both, or both that became one of two: "English or Cantonese"."""
    theirs = _their_joints(case)
    for left, joint, right in _joined(case.claim):
        other = {"and": "or", "or": "and"}[joint]
        if (
            not {(left, joint, right), (right, joint, left)} & theirs
            and {(left, other, right), (right, other, left)} & theirs
        ):
            yield _scope(f"the line says {joint!r} where the cited source says {other!r}")
    for word in case.claim.words:
        if word.content and word.marker == "and" and not word.denied and _is_option(case, word):
            yield _scope(f"the line says 'and' before {word.text!r}, the cited source 'or'")


def _their_joints(case: Case) -> set[tuple[str, str, str]]:
    """The meanings next to each "and" and "or" of the sources; what one may choose of is joined by "or" too."""
    theirs = {pair for reading in case.readings for pair in _joined(reading)}
    chosen = [one for one in case.readings if _is_choice(one) or _chooses(one)]
    return theirs | {(left, "or", right) for reading in chosen for left, _, right in _joined(reading)}


def _is_option(case: Case, word: Word) -> bool:
    """Whether a word of the line can only rest on what stands behind "or", and no "either" stands in its clause."""
    either = any(one.plain == "either" and one.clause == word.clause for one in case.claim.words)
    options = () if either else case.candidates.get(word.start, ())
    return bool(options) and all(rest.word.marker == "or" and not rest.word.denied for rest in options)


def _chooses(reading: Reading) -> bool:
    return " between " in reading.plain and _CHOOSES.search(reading.text) is not None


def _is_choice(reading: Reading) -> bool:
    """Whether "and" joins what one is to be chosen of."""
    return any(one.plain in _ANY and small.plain == "of" for one, small in pairwise(reading.words))


def _joined(reading: Reading) -> Iterator[tuple[str, str, str]]:
    """The meanings next to each "and" and "or"."""
    for place, word in enumerate(reading.words):
        after = reading.words[place + 1 : place + 2]
        if word.plain == "and" or (word.plain == "or" and _MORE.isdisjoint(other.plain for other in after)):
            left = next((other for other in reversed(reading.words[:place]) if other.content), None)
            right = next((other for other in reading.words[place + 1 :] if other.content), None)
            # "No evenings and no Sundays" and "no evenings or Sundays" are one.
            if left and right and not (left.denied or right.denied):
                yield left.meaning, word.plain, right.meaning


def _scope(detail: str) -> Violation:
    return Violation(class_=ViolationClass.SCOPE, detail=detail)
