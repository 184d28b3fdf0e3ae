"""Awaited: what is only waited for, or opens another deed, is not told as the reader's deed or of the first one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unbland.core.guard.days import CALENDAR
from unbland.core.guard.doers import doer
from unbland.core.guard.equivalents import Rest
from unbland.core.guard.evidence import Case
from unbland.core.guard.grammar import YOU
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.reading import Reading
from unbland.core.guard.word import Word
from unbland.core.language.synonyms import LIGHT_STEMS
from unbland.core.language.words import word_set

#: Open a clause that says when or in which case, and not what the reader does.
_WAITS = word_set("once when whenever after before until till if unless")
#: Behind the end of one deed, a moment that opens the next.
_NEXT = re.compile(
    r"(?:, (?:and|but|while) |; |\. )(?:(?:since|from|until|till|in|on|by|after|before|at|during|within) )?(?:the )?$",
    re.IGNORECASE,
)
_MOMENT = re.compile(r"(?:since|from|until|till|in|on|by|after|before|at|during|within) (?:the )?$", re.IGNORECASE)


def check(case: Case) -> Iterator[Violation]:
    """What somebody is waited for to do, told as the reader's: "once the address is confirmed" as "confirm it"."""
    for word, rest in case.resting():
        if word.verb != "verb" or not _is_readers(case.claim, word):
            continue
        if all(_is_awaited(case.readings[one.reading], one) for one in case.candidates[word.start]):
            detail = f"the cited source waits for {rest.word.text!r}, and does not say that you do it"
            yield Violation(class_=ViolationClass.ROLE, detail=detail)


def _is_readers(claim: Reading, word: Word) -> bool:
    """Whether the line commands it, or says that "you" do it, outside of a clause that waits for something."""
    own = [other for other in claim.words if other.clause == word.clause and other.start < word.start]
    return doer(claim, claim.places[word.start]) == {YOU} and not any(other.plain in _WAITS for other in own)


def _is_awaited(reading: Reading, rest: Rest) -> bool:
    """Whether a source says of it only when, or in which case, it has been done, and by nobody."""
    if rest.word.verb != "passive" or doer(reading, reading.places[rest.word.start]):
        return False
    own = [word for word in reading.clauses[rest.word.clause] if word.start < rest.word.start]
    waits = [at for at, word in enumerate(own) if word.plain in _WAITS]
    return bool(waits) and not any(word.comma or word.verb or word.party for word in own[waits[-1] + 1 :])


def check_opened(case: Case) -> Iterator[Violation]:
    """A moment that opens the second of two deeds, told of the first: "and since 2019 all calls come to one room"."""
    mine = {key for key, *_ in _moments(case.claim)}
    for number, reading in enumerate(case.readings if mine else ()):
        told = _moments(reading)
        for key, start, end in told:
            again = sum(other == key for other, *_ in told) > 1
            if key in mine and not again and _opens(reading, start, end) and _is_of_first(case, number, start, end):
                detail = f"the cited source says {reading.text[start:end]!r} of another deed"
                yield Violation(class_=ViolationClass.DATE, detail=detail)


def _moments(reading: Reading) -> list[tuple[object, int, int]]:
    """Each figure, day of the week and month of a text, with its place."""
    named = [(word.meaning, word.start, word.end) for word in reading.words if word.plain in CALENDAR]
    return [(figure.values, figure.start, figure.end) for figure in reading.figures] + [
        one for one in named if not any(figure.start <= one[1] < figure.end for figure in reading.figures)
    ]


def _opens(reading: Reading, start: int, end: int) -> bool:
    """Whether a moment stands at the head of what follows another deed, and a deed follows it."""
    before = reading.text[:start]
    moment = bool(_MOMENT.search(before)) or bool(_MOMENT.match(reading.text[start:end].split()[0] + " "))
    deeds = any(word.start >= end and word.verb in ("verb", "passive") for word in reading.words)
    return moment and deeds and bool(_NEXT.search(before))


def _is_of_first(case: Case, number: int, start: int, stop: int) -> bool:
    """Whether a line has words of what stands before a moment, and none of the deed that it opens."""
    reading, taken = case.readings[number], case.taken[number]
    heavy = [word for word in reading.words if word.content and not word.figure and word.meaning not in LIGHT_STEMS]
    sentence = reading.text.find(". ", stop)
    end = sentence if sentence > 0 else len(reading.text)
    after = [word for word in heavy if stop <= word.start < end and word.start in taken]
    return not after and any(word.end <= start and word.start in taken for word in heavy)
