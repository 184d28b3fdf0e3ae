"""Figures: every number, amount, date and time of a line stands in what it cites, as much and bounded alike."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from unbland.core.guard.evidence import Case
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.reading import Reading
from unbland.core.guard.word import Word
from unbland.core.language.quantities import Bound, Quantity, QuantityKind
from unbland.core.language.units import SPANS
from unbland.core.language.words import stem
from unbland.core.ledger.model import Modality, Source

#: Kinds that are refused as a date; the others are as a number.
_DATED = frozenset({QuantityKind.DATE, QuantityKind.TIME})
#: "30 hours over 4 days", "62 places over four rooms": spread over as many, not more than that.
_SPREAD = re.compile(r"over\s", re.IGNORECASE)

#: Bounds that shut their own figure out; behind "no" and "at or" they take it in.
_STRICT = re.compile(
    r"(?:over|above|more than|beyond|exceeding|in excess of|under|below|less than|fewer than)\b", re.IGNORECASE
)
#: Stand right before such a bound and turn it.
_INCLUSIVE = re.compile(r"\b(?:no|not|at or|equal to or) $", re.IGNORECASE)
#: Characters: the longest of them, "equal to or ".
_BEFORE_BOUND = 12

#: "8.20" where the source writes "8:20".
_DOTTED = re.compile(r"(\d{1,2})\.([0-5]\d)$")

#: Before these "first" says that something else comes later: "must first be approved".
_BEFORE_DEED = re.compile(r"\b(?:must|is|are|be|to) $", re.IGNORECASE)
#: Words for people at large, and for a group of them: "22 people" are "a team of 22".
_PEOPLE = frozenset(map(stem, ("people", "person", "staff", "employees", "colleagues")))
_GROUPS = frozenset(map(stem, ("team", "crew", "staff", "group")))


def check(case: Case) -> Iterator[Violation]:
    """Figures that no cited source has: another value, bound, unit, currency or period."""
    pairs = zip(case.sources, case.readings, strict=True)
    evidence = [(figure, reading) for source, reading in pairs for figure in _stated(source, reading)]
    for place, figure in enumerate(case.claim.figures):
        if _is_idle(case, place) or any(_says(figure, case.claim, other, reading) for other, reading in evidence):
            continue
        near = ", ".join(repr(other.text) for other in case.figures if other.kind is figure.kind)
        yield Violation(
            class_=ViolationClass.DATE if figure.kind in _DATED else ViolationClass.NUMBER,
            detail=f"{figure.text!r} is in no cited source" + (f"; they say {near}" if near else ""),
        )


def _is_idle(case: Case, place: int) -> bool:
    """Whether it is the "first" of "the first six months", or an ordinal whose unit was said before it."""
    figure, after = case.claim.figures[place], case.claim.figures[place + 1 : place + 2]
    if figure.kind is not QuantityKind.ORDINAL:
        return False
    if figure.text.lower() == "first" and after and after[0].start - figure.end == 1:
        return True
    if figure.text.lower() == "first" and not figure.unit and _BEFORE_DEED.search(case.claim.text[: figure.start]):
        return True
    same = (other for other in case.figures if other.kind is QuantityKind.ORDINAL and other.unit == "year")
    return not figure.unit and any(other.low == figure.low for other in same)


def _stated(source: Source, reading: Reading) -> Iterator[Quantity]:
    """The figures of a source, and what else each may be told as."""
    for figure in reading.figures:
        yield figure
        if _SPREAD.match(figure.text) and _has_figure_before(reading, figure):
            yield replace(figure, bound=Bound.EXACT, high=figure.low)
        if figure.kind is QuantityKind.ORDINAL:
            yield replace(figure, bound=Bound.EXACT, high=figure.low)  # "from the first day"
        if figure.kind is QuantityKind.COUNT:
            yield from _unsaid(reading, figure)
        if source.modality is Modality.REQUIRED and (figure.kind, figure.bound) == (QuantityKind.DURATION, Bound.EXACT):
            yield replace(figure, bound=Bound.AT_LEAST, high=None)  # "one year" of a deal-breaker


def _has_figure_before(reading: Reading, figure: Quantity) -> bool:
    """Whether another figure stands before one in its clause, of what is spread over it."""
    clause = reading.clause_at(figure.start)
    spread = reading.text[: figure.start].rstrip().lower().endswith("spread")
    return spread or (bool(clause) and any(clause[0].start <= other.start < figure.start for other in reading.figures))


def _unsaid(reading: Reading, figure: Quantity) -> Iterator[Quantity]:
    """The figure with what is counted beside it and said once: "15 days, 20 after two years"."""
    own = reading.statement_at(figure.start)
    for other in reading.figures:
        counted = other.kind in (QuantityKind.DURATION, QuantityKind.PERCENT)
        if counted and own and own[0].start <= other.start < own[-1].end:
            yield replace(figure, kind=other.kind, unit=other.unit)


def _says(figure: Quantity, claim: Reading, other: Quantity, source: Reading) -> bool:
    """Whether both are one; a period may stand apart from its figure: "$800 for courses every year"."""
    figure = _bare(figure, claim, other)
    if figure.bound is other.bound and _is_strict(figure, claim) is not _is_strict(other, source):
        return False
    if figure.says(other) or _same_time(figure, other):
        return True
    if not figure.period:
        apart = other.period in _periods(claim, claim.clause_at(figure.start))
        return apart and replace(figure, period=other.period).says(other)
    apart = not other.period and figure.period in _periods(source, source.statement_at(other.start))
    return apart and replace(other, period=figure.period).says(figure)


def _periods(reading: Reading, own: Sequence[Word]) -> set[str]:
    """The periods that some words of a text name."""
    if not own:
        return set()
    start, end = own[0].start, own[-1].end
    turns = {turn.span for turn in reading.turns if start <= turn.start < end}
    return turns | {other.period for other in reading.figures if start <= other.start < end}


def _counts_people(figure: Quantity, other: Quantity) -> bool:
    """Whether "22 people" stands for "a team of 22"."""
    mine, its = set(figure.unit.split()), set(other.unit.split())
    return bool(_PEOPLE & mine and _GROUPS & its) or (
        (bool(mine & its) or len(mine) == 1) and bool(mine <= _PEOPLE and its <= _PEOPLE)
    )


def _bare(figure: Quantity, claim: Reading, other: Quantity) -> Quantity:
    """The figure with the unit that the line says elsewhere: "hours past 40 a week"."""
    told = figure.kind is QuantityKind.COUNT and not figure.unit and other.kind is QuantityKind.DURATION
    if told and any(SPANS.get(word.plain) == other.unit for word in claim.words):
        return replace(figure, kind=other.kind, unit=other.unit)
    return replace(figure, unit=other.unit) if _counts_people(figure, other) else figure


def _is_strict(figure: Quantity, reading: Reading) -> bool:
    """Whether a bound shuts its own figure out: "over 40", but not "40 or more" or "no more than 40"."""
    if figure.bound not in (Bound.AT_LEAST, Bound.AT_MOST):
        return False
    before = reading.text[max(0, figure.start - _BEFORE_BOUND) : figure.start]
    return _STRICT.match(figure.text) is not None and not _INCLUSIVE.search(before)


def _same_time(figure: Quantity, other: Quantity) -> bool:
    """Whether "8.20" is the time that the source writes "8:20"."""
    dotted = _DOTTED.search(figure.text)
    return bool(dotted and other.kind is QuantityKind.TIME and other.low == 60 * int(dotted[1]) + int(dotted[2]))
