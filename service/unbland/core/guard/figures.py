"""Figures: every number, amount, date and time of a line stands in what it cites, as much and bounded alike."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from unbland.core.guard.counts import alike
from unbland.core.guard.evidence import Case
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.reading import Reading
from unbland.core.guard.tellings import stated, told
from unbland.core.guard.ties import is_left
from unbland.core.guard.word import Word
from unbland.core.language.numbers import TEENS, UNITS
from unbland.core.language.quantities import MOMENTS, Bound, Quantity, QuantityKind
from unbland.core.language.units import SPANS

#: Bounds that shut their own figure out; behind "no" and "at or" they take it in.
_STRICT = re.compile(
    r"(?:over|above|more than|beyond|exceeding|in excess of|under|below|less than|fewer than)\b|[<>](?!=)",
    re.IGNORECASE,
)
#: Stand right before such a bound and turn it.
_INCLUSIVE = re.compile(r"\b(?:no|not|at or|equal to or) $", re.IGNORECASE)
#: Characters: the longest of them, "equal to or ".
_BEFORE_BOUND = 12

#: "8.20" where the source writes "8:20".
_DOTTED = re.compile(r"(\d{1,2})\.([0-5]\d)$")

#: Before these "first" says that something else comes later: "must first be approved".
_BEFORE_DEED = re.compile(r"\b(?:must|is|are|be|to) $", re.IGNORECASE)
#: Before a number that was said before.
_OF_THEM = re.compile(r"\b(?:of|from) (?:the|those|these|your|our) $", re.IGNORECASE)
#: Before a "one" that stands for what was said before.
_STANDS_FOR = re.compile(
    r"\b(?:current|present|previous|last|latter|new|old|larger|smaller|second|first|each|this|that) $"
)
#: A change, told from its end.
_UP_FROM = re.compile(r"\b(?:up|down) from\b", re.IGNORECASE)
#: Words for a change, and for what it changes.
_CHANGES = re.compile(r"\b(?:up|down|cut|reduce|bring|lower|raise|increase|improve|drop|fall)\b", re.IGNORECASE)
_TO = re.compile(
    rf"(?: [a-z]+)? (?:down |up )?to (?:\d|below|under|over|fewer|less|(?:{'|'.join((*UNITS, *TEENS))})\b)",
    re.IGNORECASE,
)
_SO_FAR = re.compile(
    r"\b(?:now|currently|at present|today|at the moment|(?:that|this|it)(?: down| up)? to)\b", re.IGNORECASE
)
#: "8 to 5", "8-5".
_HOURS = re.compile(r"\b(\d{1,2})(?: to | until |[-–])(\d{1,2})\b(?![:.%]\d)")
_HALF_DAY = 720
_EACH = frozenset({"each", "every", "per", "a"})


def check(case: Case) -> Iterator[Violation]:
    """Figures that no cited source has: another value, bound, unit, currency or period."""
    pairs = zip(case.sources, case.readings, strict=True)
    evidence = [(figure, reading) for source, reading in pairs for figure in stated(source, reading)]
    for place, figure in enumerate(case.claim.figures):
        meant = tuple(told(figure, case.claim))
        if _is_idle(case, place) or any(_says(one, case.claim, other, its) for one in meant for other, its in evidence):
            continue
        near = ", ".join(repr(other.text) for other in case.figures if other.kind is figure.kind)
        yield Violation(
            class_=ViolationClass.DATE if figure.kind in MOMENTS else ViolationClass.NUMBER,
            detail=f"{figure.text!r} is in no cited source" + (f"; they say {near}" if near else ""),
        )


def _is_idle(case: Case, place: int) -> bool:
    """Whether it is the "first" of "the first six months", or an ordinal whose unit was said before it."""
    figure, after = case.claim.figures[place], case.claim.figures[place + 1 : place + 2]
    if figure.kind is QuantityKind.COUNT and _OF_THEM.search(
        case.claim.text[max(0, figure.start - _BEFORE_BOUND) : figure.start]
    ):
        return _is_said_twice(case, figure)
    if figure.text.lower() == "one" and _STANDS_FOR.search(case.claim.text[: figure.start]):
        return True
    if figure.kind is not QuantityKind.ORDINAL:
        return False
    if figure.text.lower() == "first" and _is_adverb(case, figure, after):
        return True
    same = (other for other in case.figures if other.kind is QuantityKind.ORDINAL and other.unit == "year")
    return not figure.unit and any(other.low == figure.low for other in same)


def _is_adverb(case: Case, first: Quantity, after: Sequence[Quantity]) -> bool:
    """Whether "first" counts nothing: before a figure, before a deed, or before a "then" at the head of the line."""
    then = " then " in case.claim.plain or " next " in case.claim.plain
    deed = not first.unit and _BEFORE_DEED.search(case.claim.text[: first.start]) is not None
    return (bool(after) and after[0].start - first.end == 1) or (not first.start and then) or deed


def _is_said_twice(case: Case, figure: Quantity) -> bool:
    """Whether a whole that was counted before is named again: "three of those 28 days"."""
    known = any(other.low == other.high == figure.low for other in case.figures)
    return known and any(other.low == figure.low and other.start < figure.start for other in case.claim.figures)


def _says(figure: Quantity, claim: Reading, other: Quantity, source: Reading) -> bool:
    """Whether both are one; a period may stand apart from its figure: "$800 for courses every year"."""
    figure = alike(figure, claim, other, source)
    if figure.bound is other.bound and _is_strict(figure, claim) is not _is_strict(other, source):
        return False
    if _begins(figure, claim) and not _begins(other, source) and figure.kind is other.kind:
        return _is_start(figure, claim, other, source)
    if _is_end(figure, claim, other) or _is_start(figure, claim, other, source):
        return True
    if figure.says(other) or _same_time(figure, other) or _same_hours(figure, claim, other, source):
        return True
    if not figure.period:
        apart = other.period in _periods(claim, _near(figure, claim)) | _opening(claim, figure)
        return apart and replace(figure, period=other.period).says(other)
    apart = not other.period and figure.period in _periods(source, source.statement_at(other.start))
    return apart and replace(other, period=figure.period).says(figure)


def _near(figure: Quantity, claim: Reading) -> Sequence[Word]:
    """The words that may name a figure's period: of its clause, and of the whole change that is told from it."""
    return claim.statement_at(figure.start) if _is_from(figure, claim) else claim.clause_at(figure.start)


def _periods(reading: Reading, own: Sequence[Word]) -> set[str]:
    """The periods that some words of a text name."""
    if not own:
        return set()
    start, end = own[0].start, own[-1].end
    turns = {turn.span for turn in reading.turns if start <= turn.start < end}
    return turns | {other.period for other in reading.figures if start <= other.start < end}


def _opening(claim: Reading, figure: Quantity) -> set[str]:
    """The periods that a statement begins with: "Each year, you mentor up to two interpreters"."""
    own = claim.statement_at(figure.start)
    first = own[0].clause if own else -1
    comma = next((word for word in own if word.comma or word.clause != first), None)
    opening = [word for word in own if comma and word.start < comma.start]
    bare = not any((word.content and word.plain not in SPANS) or word.party for word in opening if not word.figure)
    # "Each year, up to $800 for each course" is as much for each of them.
    again = any(one.plain in _EACH and other.content for one, other in pairwise(own) if one.start >= figure.end)
    return _periods(claim, opening) if bare and not again else set()


def _is_strict(figure: Quantity, reading: Reading) -> bool:
    """Whether a bound shuts its own figure out: "over 40", but not "40 or more" or "no more than 40"."""
    if figure.bound not in (Bound.AT_LEAST, Bound.AT_MOST):
        return False
    before = reading.text[max(0, figure.start - _BEFORE_BOUND) : figure.start]
    return _STRICT.match(figure.text) is not None and not _INCLUSIVE.search(before)


def _is_end(figure: Quantity, claim: Reading, other: Quantity) -> bool:
    """Whether the line tells a change as an end and a beginning: "from 45% to 60%" as "60%, up from 45%"."""
    if other.bound is not Bound.RANGE or not other.text.lower().startswith("from ") or not _UP_FROM.search(claim.text):
        return False
    begins = _is_from(figure, claim)
    value = other.low if begins else other.high
    return figure.kind is other.kind and figure.low == value and (begins or figure.bound is Bound.EXACT)


def _is_from(figure: Quantity, claim: Reading) -> bool:
    """Whether a change is told from the figure: "down from about 90"."""
    return _UP_FROM.search(claim.text[max(0, figure.start - _BEFORE_BOUND) : figure.end]) is not None


def _begins(figure: Quantity, reading: Reading) -> bool:
    """Whether a "from" is the beginning of a change, and no bound: "from 70% to 52%"."""
    return figure.text.lower().startswith("from ") and _TO.match(reading.text, figure.end) is not None


def _is_start(figure: Quantity, claim: Reading, other: Quantity, source: Reading) -> bool:
    """Whether the line tells from where a change begins: "it is 3.5% now" as "down from 3.5%"."""
    begins = figure.text.lower().startswith("from ") and _CHANGES.search(claim.text)
    alike = (figure.kind, figure.unit, figure.low) == (other.kind, other.unit, other.low) and other.bound is Bound.EXACT
    return bool(begins and alike and (_SO_FAR.search(source.text) or is_left(source, other)))


def _is_over_noon(time: Quantity) -> bool:
    return time.low is not None and time.high is not None and time.low < _HALF_DAY <= time.high


def _same_hours(figure: Quantity, claim: Reading, other: Quantity, source: Reading) -> bool:
    """Whether "8 to 5" are the hours that the source writes "8 a.m. to 5 p.m."."""
    if figure.kind is QuantityKind.TIME and other.kind is QuantityKind.COUNT:
        return _is_over_noon(figure) and _same_hours(other, source, figure, claim)  # "9 to 1" as "9 am to 1 pm"
    if figure.kind is not QuantityKind.COUNT or (other.kind, other.bound) != (QuantityKind.TIME, Bound.RANGE):
        return False
    near = (match for match in _HOURS.finditer(claim.text) if match.start() <= figure.start < match.end())
    ends = next(((60 * int(match[1]), 60 * int(match[2])) for match in near), None)
    return ends is not None and ends == (_on_dial(other.low), _on_dial(other.high))


def _on_dial(minutes: Decimal | None) -> int:
    return int(minutes or 0) % _HALF_DAY


def _same_time(figure: Quantity, other: Quantity) -> bool:
    """Whether "8.20" is the time that the source writes "8:20"."""
    dotted = _DOTTED.search(figure.text)
    return bool(dotted and other.kind is QuantityKind.TIME and other.low == 60 * int(dotted[1]) + int(dotted[2]))
