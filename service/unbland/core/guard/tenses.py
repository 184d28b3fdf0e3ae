"""Tenses: what happened is not told as coming, nor what comes as done, where it says how things came about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unbland.core.guard.evidence import Case
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.word import Word
from unbland.core.language import wordnet
from unbland.core.ledger.model import Kind

#: Kinds that tell how things came about; what the reader will do is no forecast.
_TOLD = frozenset({Kind.REASON, Kind.COMPANY})

#: What makes the verb behind it one of a time to come; the same for a form in "-ing", and for one in "-ed".
_WILL = re.compile(
    r"(?:\b(?:will|shall|going to|about to|due to|plans? to|planning to)|['’]ll)(?: \w+ly| soon| now)? $"
)
_IS = re.compile(r"(?:\b(?:am|is|are)|['’](?:re|s|m))(?: \w+ly| soon| now)? $", re.IGNORECASE)
_WILL_BE = re.compile(
    r"(?:\b(?:will|shall|going to|about to|due to)|['’]ll) be $|(?:\b(?:is|are)|['’](?:re|s)) being $"
)
#: What a participle stands behind that is of no time of its own.
_OPEN = re.compile(r"(?:\b(?:am|is|are|be|being|to|get|gets)|['’](?:re|m))(?: \w+ly| not)? $", re.IGNORECASE)
#: Forms of the past that are words of their own as well.
_PAST = frozenset({"left", "fell", "rose", "found"})
_READER = re.compile(r"\byou(?:['’]ll| will)(?: \w+ly| soon| now)? (?:be )?$", re.IGNORECASE)


def check(case: Case) -> Iterator[Violation]:
    """A deed that the cited source tells as done and the line as coming, or the other way round."""
    for word, rest in case.resting():
        if not word.verb or case.sources[rest.reading].kind not in _TOLD:
            continue
        mine, theirs = _time(case.claim.text, word), _time(case.readings[rest.reading].text, rest.word)
        if mine and theirs and mine != theirs:
            detail = f"the line tells {word.text!r} as {mine}, the cited source as {theirs}"
            yield Violation(class_=ViolationClass.DATE, detail=detail)


def _time(text: str, word: Word) -> str:
    """`done` or `to come`; empty where the form of a verb does not tell, as that of an attribute ("paid parking")."""
    before = text[: word.start]
    if _READER.search(before) or word.attribute:
        return ""
    if _WILL.search(before) or _WILL_BE.search(before) or (word.form.endswith("ing") and _IS.search(before)):
        return "to come"
    return "done" if _is_past(word) and not _OPEN.search(before) else ""


def _is_past(word: Word) -> bool:
    """Whether a verb has a form of the past; "need" and "goes" have none."""
    ended = word.form.endswith("ed") and not word.form.endswith("eed")
    return not word.third and (ended or word.form in _PAST or wordnet.irregular(word.form) != word.form)
