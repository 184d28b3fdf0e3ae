"""Strays: what another sentence or a side clause of the source says something of has no part in the main deed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from unbland.core.guard.evidence import Case
from unbland.core.guard.grammar import BE, YOU
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.reading import Reading
from unbland.core.guard.standing import is_deed
from unbland.core.guard.word import Word
from unbland.core.language.synonyms import LIGHT_STEMS
from unbland.core.language.words import word_set

#: Open a clause with a subject of its own, which tells when, whether or on what condition the rest holds.
_OPENERS = word_set("if unless when whenever whether before")
#: With these a line may set apart what such a clause says.
_APART = _OPENERS | word_set(
    "except without during while until once after because so not at upon where since as which who that though although"
)


def check(case: Case) -> Iterator[Violation]:
    """A word of the line that its source has apart from the deed with which the line has it."""
    for number, reading in enumerate(case.readings):
        yield from _of_statements(case, number, reading)
        yield from _of_asides(case, number, reading)


def _of_statements(case: Case, number: int, reading: Reading) -> Iterator[Violation]:
    """A thing of a later sentence of which the line has not what it tells: "boots are given; you buy gloves"."""
    told = _predicates(case.claim.words) if len(reading.statements) > 1 else []
    if len(told) != 1:
        return
    taken = _taken(case, number)
    count = Counter(word.statement for word in taken)
    first = min(count, key=lambda at: (-count[at], at), default=0)
    deed = case.rests.get(told[0].start)
    later = (word for word in taken if word.statement > first and not (word.denied or is_deed(word)))
    apart = (word for word in later if not (deed and deed.word.statement == word.statement))
    stray = next((word for word in apart if _is_untold(reading, word, taken)), None)
    if stray:
        yield _violation(stray)


def _is_untold(reading: Reading, word: Word, taken: Sequence[Word]) -> bool:
    """Whether the line has at most half of the clause in which its source tells something of a word."""
    clause = reading.clauses[word.clause]
    own = [other for other in clause if _tells(other)]
    return 2 * sum(other in taken for other in own) <= len(own) and bool(_predicates(clause))


def _predicates(words: Sequence[Word]) -> list[Word]:
    """What is told of somebody: deeds, and forms of "be" without one; behind "you" stands one."""
    found: list[Word] = []
    you = False
    for word in words:
        if is_deed(word) or (you and word.content) or word.plain in BE:
            if found and found[-1].plain in BE and found[-1].clause == word.clause and word.plain not in BE:
                found.pop()
            found.append(word)
        you = word.party == YOU
    return found


def _taken(case: Case, number: int) -> list[Word]:
    """The words of content of one source on which alone some word of the line rests, as far as nothing denies it."""
    found = [
        rest.word
        for word, rest in case.resting()
        if rest.reading == number and _tells(rest.word) and not word.denied and len(case.candidates[word.start]) == 1
    ]
    return sorted(dict.fromkeys(found), key=lambda word: word.start)


def _of_asides(case: Case, number: int, reading: Reading) -> Iterator[Violation]:
    """A thing of a side clause told outside of one: "bring a dog if the manager agrees", "bring the manager a dog"."""
    mine = {word.start for aside in _asides(case.claim, _APART) for word in aside}
    outside = {
        rest.word.start
        for word, rest in case.resting()
        if word.start not in mine and rest.reading == number and len(case.candidates[word.start]) == 1
    }
    for aside in _asides(reading, _OPENERS):
        stray = None if any(word.party for word in aside) else _stray([*filter(_tells, aside)], outside)
        if stray:
            yield _violation(stray)


def _stray(content: Sequence[Word], outside: set[int]) -> Word | None:
    """The first thing of a side clause that stands outside, where something else of the clause does not."""
    lost = any(word.start not in outside for word in content[1:])
    strays = (word for word in content if word.start in outside and not (is_deed(word) or word.denied))
    return next(strays, None) if lost else None


def _asides(reading: Reading, openers: frozenset[str]) -> Iterator[Sequence[Word]]:
    """The words behind each opener, to the next comma or the end of its clause."""
    for place, word in enumerate(reading.words):
        if word.plain in openers:
            own = [other for other in reading.words[place + 1 :] if other.clause == word.clause]
            yield own[: next((at for at, other in enumerate(own) if other.comma), len(own))]


def _tells(word: Word) -> bool:
    return word.content and not word.figure and word.meaning not in LIGHT_STEMS


def _violation(word: Word) -> Violation:
    detail = f"the cited source says something else of {word.text!r}"
    return Violation(class_=ViolationClass.ROLE, detail=detail)
