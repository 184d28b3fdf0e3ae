"""Bare: a denial that stands alone and turns what is said beside it, and one of some that became one of all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unbland.core.guard.evidence import Case
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.reading import Reading
from unbland.core.guard.word import DENIED, Word
from unbland.core.language.words import word_set

_DENIALS = word_set("no not never none nope nobody nothing false untrue")
_NOT_ALL = re.compile(r" not (?:every|all|each|always|everyone) ")
_ONE_OF = re.compile(r"\bone of (?:which|whom|them|our|the|these)\b", re.IGNORECASE)
_NOT_ALWAYS = re.compile(r"\bnot (?:necessarily|only|just|always|merely)\b|\bneed not be\b", re.IGNORECASE)
_NO_MATTER = re.compile(r"\b(?:need\w*|have to|matters?|must)\b", re.IGNORECASE)
_NONE = re.compile(r" (?:no|none|never|neither|nobody) ")
_QUOTED = re.compile(r"[\"'“‘](?:no|not|never|without|none)[\"'”’]", re.IGNORECASE)


def check(case: Case) -> Iterator[Violation]:
    """A denial that stands alone, or in quotes, and turns what is said beside it: "(not)", "No.", a "no" overtime."""
    theirs = {words[0].plain for reading in case.readings for words in reading.statements.values() if len(words) == 1}
    for words in case.claim.statements.values():
        denying = [word for word in words if word.plain in _DENIALS]
        if denying and len(denying) == len(words) and denying[0].plain not in theirs:
            yield _violation(f"{denying[0].text!r} stands alone, and no cited source says it so")
    if match := _QUOTED.search(case.claim.text):
        yield _violation(f"{match.group()} stands in quotes, and no cited source says it so")


def check_some(case: Case) -> Iterator[Violation]:
    """What is not so of every one, told as so of none: "not every order needs a signature"."""
    if _is_of_some(case):
        yield _violation("the cited source denies it of some alone")
    for reading in case.readings:
        after = _left_open(reading)
        if after is not None and _is_denied(case, after):
            yield _violation(f"the cited source does not rule out {after.text!r}")
    if _is_of_one(case):
        yield _violation("the cited source denies it of all, the line of one")


def _is_of_some(case: Case) -> bool:
    """Whether a source denies it of some alone, and the line of all."""
    part = any(_NOT_ALL.search(reading.plain) for reading in case.readings)
    return part and _NONE.search(case.claim.plain) is not None and not _NOT_ALL.search(case.claim.plain)


def _left_open(reading: Reading) -> Word | None:
    """What a source says is not always so: the first word of content behind "not always" and the like."""
    found = _NOT_ALWAYS.search(reading.text) if " not " in reading.plain else None
    return next((w for w in reading.words if w.content and w.start >= found.end()), None) if found else None


def _is_denied(case: Case, word: Word) -> bool:
    """Whether a line denies a word of a source and leaves nothing open."""
    told = {one.meaning for one in case.claim.words if one.denied == DENIED}
    return word.meaning in told and not _leaves_open(case.claim.text)


def _is_of_one(case: Case) -> bool:
    """Whether a source denies it of all, and the line speaks of one of them."""
    return _ONE_OF.search(case.claim.text) is not None and any(
        " none of " in reading.plain and not _ONE_OF.search(reading.text) for reading in case.readings
    )


def _leaves_open(line: str) -> bool:
    """Whether a line says that a thing need not be, and not that it is not."""
    return _NOT_ALWAYS.search(line) is not None or _NO_MATTER.search(line) is not None


def _violation(detail: str) -> Violation:
    return Violation(class_=ViolationClass.NEGATION, detail=detail)
