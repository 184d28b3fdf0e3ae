"""Additions: what a source adds is not told as included, nor what it includes as added."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unbland.core.guard.evidence import Case
from unbland.core.guard.model import Violation, ViolationClass

#: Say that something comes on top of a figure, or is in it.
_ADDED = re.compile(r"\b(?:plus|on top|in addition|additional|extra)\b")
_ADDS = re.compile(r"\b(?:plus|on top of|in addition to|additional|extra) (?:\w+ )?$")
_INCLUDED = re.compile(r"\binclu(?:ding|ded|des?|sive)\b")
_LEFT_OUT = re.compile(r"\b(?:not|never) (?:be )?inclu(?:ding|ded|des?)\b")
_ON_TOP = re.compile(r"\b(?:on top of|in addition to|besides)\b")
#: What was said before is where it comes from.
_OUT_OF = re.compile(r"\b(?:out of|from|off) (?:it|them|that|those|this)\b")
#: Begins what is said of a part of a figure.
_OF_WHICH = re.compile(r"\bof (?:which|whom|them)\b")
#: Told with "including" as well: what stands behind a colon, in brackets, behind "such as" or "of which".
_LISTED = re.compile(r"[:(]|\bsuch as\b|\btakes? in\b|\bof (?:which|them|whom|it)\b|, one (?:from|by|with|in)\b")


def check(case: Case) -> Iterator[Violation]:
    """What is "including" here and "plus" in the source, and the other way round."""
    mine, texts = case.claim.text.lower(), [reading.text.lower() for reading in case.readings]
    if _INCLUDED.search(_LEFT_OUT.sub(" ", mine)) and not any(map(_lists, texts)):
        yield _scope("no cited source says that it is included")
    if _ADDED.search(mine) and not _INCLUDED.search(mine) and any(map(_INCLUDED.search, texts)):
        yield _scope("the cited source says that it is included, the line that it is added")
    if _adds_part(mine, texts):
        yield _scope("the cited source says it of a part, the line adds it")
    if _ON_TOP.search(mine) and any(map(_OUT_OF.search, texts)):
        yield _scope("the cited source takes it out of what the line adds it to")
    yield from _taken_in(case)


def _lists(text: str) -> bool:
    """Whether a source says that something is included, or lists it."""
    return _LISTED.search(text) is not None or _INCLUDED.search(text) is not None


def _adds_part(line: str, texts: list[str]) -> bool:
    """Whether a line adds what its sources say of a part."""
    added = _ADDED.search(line) is not None and not _OF_WHICH.search(line)
    return added and any(map(_OF_WHICH.search, texts)) and not any(map(_ADDED.search, texts))


def _taken_in(case: Case) -> Iterator[Violation]:
    """What is told as included, and the source adds it: "25 days plus bank holidays"."""
    for match in _INCLUDED.finditer(case.claim.text.lower()):
        named = next((word for word in case.claim.words if word.start >= match.end() and word.content), None)
        rest = case.rests.get(named.start) if named else None
        if rest and _ADDS.search(case.readings[rest.reading].text[: rest.word.start].lower()):
            yield _scope(f"the cited source adds {rest.word.text!r}, the line says that it is included")


def _scope(detail: str) -> Violation:
    return Violation(class_=ViolationClass.SCOPE, detail=detail)
