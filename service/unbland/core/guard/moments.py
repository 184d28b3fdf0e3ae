"""Moments: what must be done by a day or an hour is not told as done on it, nor as begun then."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from unbland.core.guard.days import CALENDAR
from unbland.core.guard.evidence import Case
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.reading import Reading
from unbland.core.guard.tenses import is_present
from unbland.core.guard.word import Word
from unbland.core.language.quantities import Bound, Quantity, QuantityKind
from unbland.core.ledger.model import Kind

_HOUR = r"(?:noon|midnight|midday|\d{1,2}(?:[:.]\d\d)? ?(?:a\.?m\.?|p\.?m\.?)?)"
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?:the )?)"
#: The small word before a moment, over the part of it that is named first: "by the end of", "by noon on".
_BEFORE = re.compile(
    rf"\b(?:(?P<last>by|before|until|till) {_HOUR},? (?:on )?|"
    r"(?P<word>by|before|until|till|on|in|at|during|from|since|after)"
    r" (?:the )?(?:(?:end|start|beginning|close|middle) of (?:the )?)?)"
    rf"{_WEEKDAY}?$",
    re.IGNORECASE,
)
#: Small words → whether something is over by then, is then, or begins then.
_TIES = {
    **dict.fromkeys(("by", "before", "until", "till"), "by"),
    **dict.fromkeys(("on", "in", "at", "during"), "on"),
    **dict.fromkeys(("from", "after"), "from"),
    "since": "since",
}
#: What makes a last moment of the one that something happens on: "applications close on 30 June".
_LAST = re.compile(
    r"\b(?:applications? close|closes|closing(?: date)?|deadline|due|ends|ending|expires?)(?: is)?"
    rf" (?:on|in|at) (?:the )?{_WEEKDAY}?$",
    re.IGNORECASE,
)
#: The same behind the moment; "at the latest" is read as "by".
_BEHIND = re.compile(r" (?:(?P<first>at the earliest|at earliest)|by)(?= ?(?:[.,;)]|$))", re.IGNORECASE)
#: Longest way from a small word to its moment, in characters.
_REACH = 40
#: Parts of the day and the week, of which no small word makes a deadline.
_HOURS = frozenset({"morning", "afternoon", "evening", "night", "weekend", "weekday", "overnight"})
#: On which side of a thing a span of time is.
_OFFSET = re.compile(
    r" (?P<side>before|prior to|ahead of|after|following|of|from) (?=(?:the|an?|each|every|your|our)\b)", re.IGNORECASE
)
_BEFORE_SIDE = frozenset({"before", "prior to", "ahead of"})
_WEEK = frozenset(day for day in CALENDAR.values() if day.endswith("day"))
#: Say that something is yet to come.
_COMING = frozenset({"will", "shall"})
_DAY_NAME = "((?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)s?"
_FROM_DAY_TO_DAY = re.compile(rf"\b{_DAY_NAME}(?: to | through | until | ?[-–] ?){_DAY_NAME}\b", re.IGNORECASE)
_CALENDAR_YEARS = range(1900, 2100)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What a source says of a moment: its tie, in what kind of source, and whether it is planned for it."""

    tie: str
    kind: Kind
    ahead: bool


def check(case: Case) -> Iterator[Violation]:
    """A day, an hour or a year that the source names as the last one, told otherwise; and the other way round."""
    mine = [*_moments(case.claim)]
    known = [*_known(case)] if mine else []
    for moment, text, tie in mine:
        theirs = [their for other, their in known if other == moment]
        if tie and theirs and _is_otherwise(tie, theirs):
            detail = f"the line says {tie!r} {text!r}, the cited source {theirs[0].tie!r}"
            yield Violation(class_=ViolationClass.DATE, detail=detail)


def _known(case: Case) -> Iterator[tuple[object, _Told]]:
    """Each moment of the cited sources, with what they say of it."""
    for source, reading in zip(case.sources, case.readings, strict=True):
        for moment, text, tie in _moments(reading):
            yield moment, _Told(tie=tie, kind=source.kind, ahead=_is_ahead(reading, tie, text))


def _is_otherwise(tie: str, theirs: Sequence[_Told]) -> bool:
    """Whether all that the sources say of a moment is other than its tie in the line."""
    ahead = tie == "since" and all(their.ahead for their in theirs)
    return ahead or all(_are_opposed(tie, their.tie, their.kind) for their in theirs)


def check_parts(case: Case) -> Iterator[Violation]:
    """Part of a day told as the day: "every Friday afternoon" as "every Friday"."""
    said = {word.plain.removesuffix("s") for word in case.claim.words}
    if any(figure.kind is QuantityKind.TIME for figure in case.claim.figures):
        return
    for day, part in (pair for reading in case.readings for pair in pairwise(reading.words)):
        half = part.plain.removesuffix("s")
        named = day.plain in CALENDAR and half in _HOURS and not part.comma and day.end + 1 == part.start
        if named and day.plain.removesuffix("s") in said and half not in said:
            yield Violation(class_=ViolationClass.DATE, detail=f"the line leaves out {part.text!r}")


def _is_ahead(reading: Reading, tie: str, text: str) -> bool:
    """Whether what a source says of a moment is planned for it: "from May we open a base"."""
    if tie not in ("from", "on"):
        return False
    own = reading.clause_at(reading.text.find(text))
    return any(is_present(reading, word) or word.plain in _COMING for word in own)


def check_ranges(case: Case) -> Iterator[Violation]:
    """Days of the week that a source gives from one to another, told from or to another one."""
    mine = [*_ranges(case.claim.text)]
    theirs = {span for reading in case.readings for span in _ranges(reading.text)} if mine else set[tuple[str, str]]()
    for span in mine:
        if theirs and span not in theirs:
            detail = f"the line says {' to '.join(span)!r}, the cited source {' to '.join(min(theirs))!r}"
            yield Violation(class_=ViolationClass.DATE, detail=detail)


def check_offsets(case: Case) -> Iterator[Violation]:
    """So long before a thing told as so long after it, or the other way round."""
    for figure in case.claim.figures:
        mine = _OFFSET.match(case.claim.text, figure.end) if figure.kind is QuantityKind.DURATION else None
        theirs = [_OFFSET.match(reading.text, other.end) for other, reading in _as_long(case, figure)] if mine else []
        if mine and theirs and all(other and _is_before(other) is not _is_before(mine) for other in theirs):
            detail = f"the line says {(figure.text + mine.group())!r}, the cited source another side of it"
            yield Violation(class_=ViolationClass.DATE, detail=detail)


def _as_long(case: Case, figure: Quantity) -> Iterator[tuple[Quantity, Reading]]:
    length = figure.low if figure.low is not None else figure.high
    for reading in case.readings:
        for other in reading.figures:
            if (other.kind, other.unit) == (figure.kind, figure.unit) and length in (other.low, other.high):
                yield other, reading


def _is_before(match: re.Match[str]) -> bool:
    return match["side"].lower() in _BEFORE_SIDE


def check_days(case: Case) -> Iterator[Violation]:
    """Days of the week for which alone something is offered, left out of it: "a 4 pm finish on Fridays"."""
    if any(CALENDAR.get(word.plain, "").endswith("day") for word in case.claim.words):
        return
    for source, reading, taken in zip(case.sources, case.readings, case.taken, strict=True):
        if source.kind not in (Kind.BENEFIT, Kind.PAY) or " on " not in reading.plain:
            continue
        for word, day in _on_days(reading):
            if word.start in taken:
                yield Violation(class_=ViolationClass.SCOPE, detail=f"the line leaves out 'on' {day.text!r}")


def _on_days(reading: Reading) -> Iterator[tuple[Word, Word]]:
    """Each word behind which "on" and a day of the week stand, with that day."""
    for word, on, day in zip(reading.words, reading.words[1:], reading.words[2:], strict=False):
        if on.plain == "on" and not word.comma and CALENDAR.get(day.plain, "") in _WEEK:
            yield word, day


def _ranges(text: str) -> Iterator[tuple[str, str]]:
    return ((CALENDAR[first.lower()], CALENDAR[last.lower()]) for first, last in _FROM_DAY_TO_DAY.findall(text))


def _are_opposed(mine: str, theirs: str, kind: Kind) -> bool:
    """Whether the one is the last moment and the other is not, or what has gone on since is told as over."""
    if mine == "on" and theirs == "since":
        return kind is not Kind.COMPANY  # "open since 2009" is "opened in 2009"
    return bool(theirs) and "by" in {mine, theirs} and mine != theirs


def _moments(reading: Reading) -> Iterator[tuple[object, str, str]]:
    """Each day, hour, month and calendar year with its text, and how it is tied to what happens; empty if not."""
    for figure in reading.figures:
        if _is_moment(figure) and figure.bound is not Bound.RANGE:
            yield figure.values, figure.text, _tie(reading.text, figure.start, figure.end)
    for word in reading.words:
        if word.plain in CALENDAR and not word.figure and CALENDAR[word.plain] not in _HOURS:
            yield CALENDAR[word.plain], word.text, _tie(reading.text, word.start, word.end)


def _is_moment(figure: Quantity) -> bool:
    year = figure.kind is QuantityKind.COUNT and not figure.unit and figure.low in _CALENDAR_YEARS
    return figure.kind in (QuantityKind.DATE, QuantityKind.TIME) or year


def _tie(text: str, start: int, end: int) -> str:
    behind = _BEHIND.match(text, end)
    if behind:
        return "from" if behind["first"] else "by"
    found = _BEFORE.search(text, max(0, start - _REACH), start)
    tie = _TIES[(found["last"] or found["word"]).lower()] if found else ""
    return "by" if tie == "on" and _LAST.search(text, max(0, start - _REACH), start) else tie
