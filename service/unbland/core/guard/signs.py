"""Signs: characters that no word or figure is made of stand in a line as they stand in a source, or not at all."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from unbland.core.guard.evidence import Case
from unbland.core.guard.model import Violation, ViolationClass

#: Unicode's classes of enclosed and raised digits, letters like signs, pictures, and marks of mathematics.
_STRANGE = frozenset({"No", "Nl", "So", "Sk", "Sm", "Lm", "Cc", "Cf", "Cn", "Co", "Cs", "Mn", "Me"})
#: Signs of that kind that a posting uses and the figures read.
_PLAIN = frozenset("+=<>≤≥°")
#: Behind a digit these are read as the decimals they are.
_FRACTION = re.compile(r"(?<=\d)[½¼¾]")
#: Digits with two bounds, a sign, a letter of another alphabet or a multiplier on them: "20_000", "1,500к", "20 dozen".
_GLUED = re.compile(
    r"(?:up to|most|more than|under|below) \S*\d\+|\d+(?:_\d|e\d|[^\W\d_a-z½¼¾])"
    r"|(?<!\d)\d+\.\d{3}(?!\d)|%%|‰|(?<!\d)\d+ (?:dozen|hundred)\b",
    re.IGNORECASE,
)

#: Characters of such a part that a message shows.
_SHOWN = 20


def check(case: Case) -> Iterator[Violation]:
    """Signs and glued figures that no cited source writes so."""
    told = " ".join(source.text for source in case.sources).lower()
    # A mark on a letter is part of it; one that is left over strikes it out, or is not seen.
    mine, known = unicodedata.normalize("NFC", case.line.text).lower(), {_bare(part) for part in told.split()}
    for part in mine.split() if any(map(_is_strange, set(mine))) else ():
        if any(map(_is_strange, _FRACTION.sub("", part))) and _bare(part) not in known:
            yield _violation(part, "has a sign that no cited source writes so")
    for match in _GLUED.finditer(mine):
        if not re.search(rf"(?<!\d){re.escape(match.group())}", told):
            yield _violation(match.group(), "is in no cited source as it is written here")


def _bare(part: str) -> str:
    """A part of a text between two spaces, without the stops around it."""
    return part.strip(".,;:()")


def _is_strange(sign: str) -> bool:
    return sign not in _PLAIN and unicodedata.category(sign) in _STRANGE


def _violation(part: str, what: str) -> Violation:
    class_ = ViolationClass.NUMBER if any(map(str.isnumeric, part)) else ViolationClass.ENTITY
    return Violation(class_=class_, detail=f"{part[:_SHOWN]!r} {what}")
