"""Added: what is a part of a figure, or only falls beside it, told as so much more on top of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from unbland.core.guard.evidence import Case
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.phrasings import NUMBER
from unbland.core.guard.reading import Reading
from unbland.core.language.quantities import SUMS, Quantity
from unbland.core.language.words import word_set

_SMALL = rf"(?:\d{{1,3}}|{NUMBER})"
#: Behind a figure, says that the next is a part of it: "12 shops, three of them", "30 days, including five".
_INNER = re.compile(
    rf"[^.;:]{{0,60}}?(?:\b(?:of which|of whom|including|among them)(?: at least| about| up to)? (?={_SMALL}\b)"
    rf"|(?={_SMALL} of (?:them|these|those|which|whom)\b))",
    re.IGNORECASE,
)
#: The same where the part has no figure: "30 days including bank holidays".
_WITH = re.compile(
    rf"[^.;:,]{{0,40}}?,? including (?:the |all |our )?(?!(?:at|up|about|{_SMALL})\b)([a-z]{{3,}})", re.IGNORECASE
)
#: Adds, between two figures of a line.
_AND = re.compile(
    r"\b(?:and|plus|as well as|in addition to|on top of|another|along with|then|followed by)\b|\+", re.IGNORECASE
)
_PLUS = re.compile(r"\b(?:plus|in addition to|on top of|another|additional|extra)\b|\+", re.IGNORECASE)
#: Says in a line that a part is meant, before or behind its figure.
_PART = re.compile(
    rf"\b(?:of (?:it|them|this|that|these|those|which|whom)|including|included|among them|{_SMALL} (?:are|is|were))\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"(?: [a-z]+){0,2} of (?:it|them|these|those|which|whom)\b", re.IGNORECASE)
#: Says in a source that the second comes on top.
_ON_TOP = re.compile(
    rf"\b(?:plus|additional|additionally|extra|another|more|further|also|too|rising|top|well|addition|with"
    rf"|and (?:a |an |up to |about |at least )?(?={_SMALL}\b|[$£€]))|\+",
    re.IGNORECASE,
)
#: Deeds that give, so that what they give comes on top.
_GIVING = word_set(
    "get gets receive receives have has give gives pay pays add adds earn earns grant grants offer offers"
)


def check(case: Case) -> Iterator[Violation]:
    """A part told beside its whole: "seven shows, two of which tour" as "seven shows and two that tour"."""
    for reading in case.readings if case.claim.figures else ():
        for whole in _sums(reading):
            for mine in (one for one in case.claim.figures if one.values == whole.values):
                part = _part(case.claim, mine, reading, whole)
                if part and _is_added(case.claim.text, mine.end, part):
                    name = case.claim.text[slice(*part)]
                    yield _violation(f"{name!r} is a part of {whole.text!r} in the cited source")


def _part(claim: Reading, mine: Quantity, reading: Reading, whole: Quantity) -> tuple[int, int] | None:
    """Where a line, behind a figure, tells what in the source is a part of it: by its figure, or by its name."""
    if inner := _INNER.match(reading.text, whole.end):
        part = next((one for one in reading.figures if one.start >= inner.end()), None)
        told = (one for one in claim.figures if part and one.start >= mine.end and one.low == part.low)
        return next(((one.start, one.end) for one in told), None)
    if named := _WITH.match(reading.text, whole.end):
        place = claim.text.lower().find(named[1].lower(), mine.end)
        return (place, place + len(named[1])) if place > 0 else None
    return None


def check_beside(case: Case) -> Iterator[Violation]:
    """A figure of another deed told as more of the same: "28 days, and the shop closes for two weeks"."""
    mine = _sums(case.claim)
    for one, other in pairwise(mine):
        if not _PLUS.search(case.claim.text[one.end : other.start]):
            continue
        for reading in case.readings:
            here = next((figure for figure in reading.figures if figure.values == one.values), None)
            there = next((figure for figure in reading.figures if figure.values == other.values), None)
            if here and there and here.end <= there.start and _is_apart(reading, here.end, there.start):
                yield _violation(f"no cited source says {other.text!r} comes on top of {one.text!r}")


def _sums(reading: Reading) -> list[Quantity]:
    return [figure for figure in reading.figures if figure.kind in SUMS]


def _is_added(line: str, start: int, part: tuple[int, int]) -> bool:
    """Whether a line adds a part to what ends at `start`, and does not say that it is one."""
    place, end = part
    says = _PART.search(line[start : end + 5]) or _BEHIND.match(line, end)
    return bool(_AND.search(line[start:place])) and not says


def _is_apart(reading: Reading, start: int, end: int) -> bool:
    """Whether a deed that gives nothing begins between two figures, and nothing says that the second comes on top."""
    deeds = [word for word in reading.words if start <= word.start < end and word.verb == "verb"]
    return (
        bool(deeds)
        and not any(word.plain in _GIVING for word in deeds)
        and not _ON_TOP.search(reading.text[start : end + 12])
    )


def _violation(detail: str) -> Violation:
    return Violation(class_=ViolationClass.NUMBER, detail=detail)
