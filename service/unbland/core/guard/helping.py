"""Helping: a deed that a source only helps with, or shares, is not made the reader's own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from unbland.core.guard.evidence import Case
from unbland.core.guard.grammar import AUTHORITY
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.reading import Reading
from unbland.core.guard.word import Word
from unbland.core.language.synonyms import meaning
from unbland.core.language.words import word_set

#: Verbs that make a deed smaller; without them it is the reader's own.
LOWERING = word_set("help assist support contribute participate shadow observe aid")
#: Of these, those that say the same.
_AIDS = word_set("help assist support aid")
#: "With your help" says as much as "you help".
_YOURS = word_set("your the")
#: Say that a deed is nobody else's.
_ALONE = word_set("alone only solely unaided unsupervised")
#: Say that a deed is shared.
_TOGETHER = word_set("together jointly alongside")
_SHARED = _TOGETHER | {"with", "both"}

#: So many words of content behind "help" tell what is helped with where no verb does.
_NEAR = 4


def check(case: Case) -> Iterator[Violation]:
    """A help or a company that the line leaves out, and a help that no source tells."""
    shared = any(one.party and other.plain == "and" for one, other in pairwise(case.claim.words))  # "you and the head"
    alone = not shared and not any(word.plain in _SHARED for word in case.claim.words)
    for reading, taken in zip(case.readings, case.taken, strict=True):
        yield from _lost_help(case, reading, taken)
        yield from _lost_company(reading, taken) if alone else ()
    yield from _lost_alone(case)
    for place, word in enumerate(case.claim.words):
        paid = any(other.figure for other in case.claim.words[place + 1 : place + 2])  # "we contribute 5%"
        if word.plain in LOWERING and word.start not in case.rests and word.verb and not paid:
            yield _violation(f"no cited source says {word.text!r} here")


def _lost_help(case: Case, reading: Reading, taken: frozenset[int]) -> Iterator[Violation]:
    """A deed that the source only helps with."""
    said = {word.meaning for word in case.claim.words if word.verb}
    said |= {word.meaning for before, word in pairwise(case.claim.words) if before.plain in _YOURS}
    if any(word.plain in _AIDS and word.verb for word in case.claim.words):
        said |= {meaning(word) for word in _AIDS}
    for place, word in enumerate(reading.words):
        if word.plain in LOWERING and word.verb and word.meaning not in said and not _is_no_help(reading, place):
            helped = _helped(reading, place)
            if helped and sum(other.start in taken for other in helped) * 2 >= len(helped):
                yield _left_out(word)


def _helped(reading: Reading, place: int) -> list[Word]:
    """What is helped with: the next verb of the clause, else its next words."""
    word = reading.words[place]
    after = [other for other in reading.words[place + 1 :] if other.clause == word.clause and other.content]
    verbs = [other for other in after if other.verb][:1]
    return verbs or (after[:_NEAR] if word.plain != "participate" else [])


def _is_no_help(reading: Reading, place: int) -> bool:
    """Whether a word of help is a name, or says who pays: "children's aid", "we contribute 5%"."""
    word = reading.words[place]
    is_name = place > 0 and (word.text[0].isupper() or reading.words[place - 1].possessive)
    return is_name or (word.plain == "contribute" and any(one.figure for one in reading.words[place + 1 : place + 2]))


def _lost_company(reading: Reading, taken: frozenset[int]) -> Iterator[Violation]:
    """A deed that the source shares with somebody and the line gives to the reader alone."""
    for place, word in enumerate(reading.words):
        if not _TOGETHER.isdisjoint((word.plain, word.form)) or _is_joint(reading, place):
            before = [other for other in reading.words[:place] if other.statement == word.statement]
            deed = next((other for other in reversed(before) if other.verb == "verb"), before[0] if before else word)
            after = (other for other in reading.words[:place] if other.start > deed.start and other.content)
            if deed.start in taken and any(other.start in taken for other in after):
                yield _left_out(word)


def _is_joint(reading: Reading, place: int) -> bool:
    """Whether somebody else decides as well: "approve articles with the inspector"."""
    words = reading.words
    if words[place].plain != "with":
        return False
    deed = next((w for w in reversed(words[:place]) if w.verb == "verb" and w.clause == words[place].clause), None)
    other = [w for w in words[place + 1 :] if w.content and w.clause == words[place].clause][:2]
    return deed is not None and deed.stem in AUTHORITY and any(w.names_doer for w in other)


def _lost_alone(case: Case) -> Iterator[Violation]:
    """A deed that somebody does alone in the source."""
    if any(_ALONE & {word.plain, *word.text.lower().split()} for word in case.claim.words):
        return
    for word, rest in case.resting():
        near = case.readings[rest.reading].clauses[rest.word.clause]
        alone = next((other for other in near if other.plain == "alone"), None)
        if alone and word.verb and rest.word.verb:
            yield _left_out(alone)


def _left_out(word: Word) -> Violation:
    return _violation(f"the cited source says {word.text!r}, and the line leaves it out")


def _violation(detail: str) -> Violation:
    return Violation(class_=ViolationClass.ROLE, detail=detail)
