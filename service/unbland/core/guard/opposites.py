"""Opposites: a small word turned into its contrary, and what is said of one thing of two, told of the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unbland.core.guard.evidence import Case
from unbland.core.guard.grammar import DETERMINERS
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.phrasings import NUMBER
from unbland.core.guard.reading import Reading
from unbland.core.guard.word import Word

#: An "off" that turns nothing on: "25% off", "two days off", "sign off".
_NO_SWITCH = ("%", "percent", "sign", "signs", "signed", "day", "days", "weekend", "weekends", "time", "weeks", "week")
_OFF = "".join(f"(?<!{word} )" for word in _NO_SWITCH) + r"\boff\b"
#: Two small words of which one says the contrary of the other, whatever stands beside them.
_PAIRS = (
    (r"\b(?:in|inside|into|indoors|within)\b", rf"\b(?:out of(?! (?:\d|{NUMBER}\b))|outside|outdoors|out(?! of))\b"),
    (r"\b(?:on|onto)\b", _OFF),
    (r"\bup\b", r"\bdown\b"),
    (r"\babove\b", r"\b(?:below|beneath)\b"),
)
_CONTRARY = tuple(
    (re.compile(one, re.IGNORECASE), re.compile(other, re.IGNORECASE))
    for pair in _PAIRS
    for one, other in (pair, pair[::-1])
)
#: Words: an article stands no farther before the noun that a "that" goes on about.
_PHRASE = 3

Sides = tuple[Word | None, Word | None]


def check(case: Case) -> Iterator[Violation]:
    """What goes out told as in, on as off, up as down: "stay out of sight" as "stay in sight"."""
    for mine, theirs in _CONTRARY:
        found = list(mine.finditer(case.claim.text))
        if not found or theirs.search(case.claim.text):
            continue
        for number, reading in enumerate(case.readings):
            known = [_sides(reading, one) for one in mine.finditer(reading.text)]
            for contrary in theirs.finditer(reading.text):
                sides = _sides(reading, contrary)
                turned = (one for one in found if _is_turned(case, number, _sides(case.claim, one), sides, known))
                if (one := next(turned, None)) is not None:
                    detail = f"the line says {one.group()!r}, the cited source {contrary.group()!r}"
                    yield Violation(class_=ViolationClass.NEGATION, detail=detail)


def _sides(reading: Reading, found: re.Match[str]) -> Sides:
    """The words of content before and behind a small word in its statement."""
    own = [word for word in reading.statement_at(found.start()) if word.content and not word.figure]
    before = next((word for word in reversed(own) if word.end <= found.start()), None)
    return before, next((word for word in own if word.start >= found.end()), None)


def _is_turned(case: Case, number: int, mine: Sides, theirs: Sides, known: list[Sides]) -> bool:
    """Whether a small word of the line stands where the contrary stands in the source, and there alone."""
    before, after = (_rest(case, number, word) for word in mine)
    if after is not None and after is theirs[1]:
        return not any(after is other for _, other in known)
    last = mine[1] is None and theirs[1] is None
    return before is not None and before is theirs[0] and last and not any(before is other for other, _ in known)


def _rest(case: Case, number: int, word: Word | None) -> Word | None:
    """The word of one source on which a word of the line rests."""
    rest = case.rests.get(word.start) if word else None
    return rest.word if rest and rest.reading == number else None


def check_that(case: Case) -> Iterator[Violation]:
    """What is said of the second of two things, told of the first: "two vans and a truck that runs on gas"."""
    for reading, taken in zip(case.readings, case.taken, strict=True):
        for second, behind in reading.told_of():
            first = _first_of_two(reading, second)
            if first is None or second.meaning in case.said or first.start not in taken:
                continue
            if any(word.start in taken for word in behind if word.content):
                detail = f"the cited source says it of {second.text!r}, the line of {first.text!r}"
                yield Violation(class_=ViolationClass.SCOPE, detail=detail)


def _first_of_two(reading: Reading, second: Word) -> Word | None:
    """The first noun of "… N and a N"; none where the second has no article of its own."""
    at = reading.places[second.start] + 1
    near = list(reversed(reading.words[max(0, at - _PHRASE) : at]))
    article = next((place for place, word in enumerate(near) if word.plain in DETERMINERS), 0)
    if not article or not second.content:
        return None
    before = reading.words[: at - article - 1][-2:]
    joined = len(before) > 1 and before[1].plain in ("and", "or") and before[0].content
    return before[0] if joined else None
