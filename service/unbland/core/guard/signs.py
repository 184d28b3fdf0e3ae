"""Signs: characters that no word or figure is made of stand in a line as they stand in a source, or not at all."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from unbland.core.guard.evidence import Case
from unbland.core.guard.model import Violation, ViolationClass

#: Unicode's classes of enclosed and raised digits, letters like signs, pictures, and marks of mathematics.
_STRANGE = frozenset({"No", "Nl", "So", "Sk", "Sm", "Lm", "Cc", "Cf", "Cn", "Co", "Cs"})
#: Signs of that kind that a posting uses and the figures read.
_PLAIN = frozenset("+=<>≤≥°")
#: Digits with two bounds, a sign, a letter of another alphabet or a multiplier on them: "20_000", "1,500к", "20 dozen".
_GLUED = re.compile(
    r"(?:up to|most|more than|under|below) \S*\d\+|\d+(?:_\d|e\d|[^\W\d_a-z])"
    r"|\d\.\d{3}(?!\d)|%%|‰|\d (?:dozen|hundred)\b",
    re.IGNORECASE,
)


def check(case: Case) -> Iterator[Violation]:
    """Signs and glued figures that no cited source writes so."""
    told = " ".join(source.text for source in case.sources).lower()
    known = set(told.split())
    for part in case.line.text.lower().split():
        if any(map(_is_strange, part)) and part.strip(".,;:()") not in known | {one.strip(".,;:()") for one in known}:
            yield _violation(f"{part[:20]!r} has a sign that no cited source writes so")
    for match in _GLUED.finditer(case.line.text.lower()):
        if match.group() not in told:
            yield _violation(f"{match.group()[:20]!r} is in no cited source as it is written here")


def _is_strange(sign: str) -> bool:
    return sign not in _PLAIN and unicodedata.category(sign) in _STRANGE


def _violation(detail: str) -> Violation:
    return Violation(
        class_=ViolationClass.NUMBER if any(map(str.isdigit, detail)) else ViolationClass.ENTITY, detail=detail
    )
