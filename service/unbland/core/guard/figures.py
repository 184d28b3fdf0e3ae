"""Figures: every number, amount, date and time of a line stands in what it cites, and beside the same thing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import itemgetter

from unbland.core.guard.evidence import Case
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.reading import Reading
from unbland.core.language.quantities import Bound, Quantity, QuantityKind
from unbland.core.language.units import SPANS
from unbland.core.ledger.model import Modality, Source

_DATED = frozenset({QuantityKind.DATE, QuantityKind.TIME})
_SPAN_WORDS = frozenset(SPANS)


def check(case: Case) -> Iterator[Violation]:
    """Figures that no cited source has: another value, bound, unit, currency or period."""
    pairs = zip(case.sources, case.readings, strict=True)
    evidence = [(figure, reading) for source, reading in pairs for figure in _stated(source, reading)]
    for figure in case.claim.figures:
        if any(_says(figure, case.claim, other, reading) for other, reading in evidence):
            continue
        near = ", ".join(repr(other.text) for other in case.figures if other.kind is figure.kind)
        yield Violation(
            class_=ViolationClass.DATE if figure.kind in _DATED else ViolationClass.NUMBER,
            detail=f"{figure.text!r} is in no cited source" + (f"; they say {near}" if near else ""),
        )


def _stated(source: Source, reading: Reading) -> Iterator[Quantity]:
    """The figures of a source; "one year" of a deal-breaker is at least one year."""
    for figure in reading.figures:
        yield figure
        if source.modality is Modality.REQUIRED and (figure.kind, figure.bound) == (QuantityKind.DURATION, Bound.EXACT):
            yield replace(figure, bound=Bound.AT_LEAST, high=None)


def _says(figure: Quantity, claim: Reading, other: Quantity, source: Reading) -> bool:
    """Whether both are one; a period may stand apart from its figure: "$800 for courses every year"."""
    if figure.says(other):
        return True
    if not figure.period:
        apart = other.period in _periods(claim)
        return apart and replace(figure, period=other.period).says(other)
    apart = not other.period and figure.kind is QuantityKind.DURATION and figure.period in _periods(source)
    return apart and replace(other, period=figure.period).says(figure)


def _periods(reading: Reading) -> set[str]:
    return {turn.span for turn in reading.turns} | {figure.period for figure in reading.figures}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    """A figure or a frequency, and the meanings of the words that stand by it."""

    kind: str
    value: object
    text: str
    by: frozenset[str]


def check_swaps(case: Case) -> Iterator[Violation]:
    """Two figures of a source that changed places: each is there, beside what the other belongs to."""
    evidence = tuple(item for reading in case.readings for item in _items(reading))
    for item in _items(case.claim):
        own = [other.by for other in evidence if other.kind == item.kind and other.value == item.value]
        rivals = [other.by for other in evidence if other.kind == item.kind and other.value != item.value]
        taken = [words for rival in rivals if (words := _belongs(item.by, own, rival))] if own else []
        if taken:
            near = ", ".join(sorted(taken[0]))
            detail = f"{item.text!r} stands beside {near!r}, which the cited source says of another figure"
            yield Violation(class_=ViolationClass.NUMBER, detail=detail)


def check_shares(case: Case) -> Iterator[Violation]:
    """A part of a whole ("9 of 34") is one statement: both numbers, together."""
    known = {share for reading in case.readings for share, _ in _shares(reading)}
    for share, text in _shares(case.claim):
        if share not in known:
            yield Violation(class_=ViolationClass.NUMBER, detail=f"no cited source says {text!r}")


def _shares(reading: Reading) -> Iterator[tuple[object, str]]:
    for part, whole in pairwise(reading.figures):
        if reading.text[part.end : whole.start] in (" of ", " out of ", " in "):
            yield (part.values, whole.values), reading.text[part.start : whole.end]


def _belongs(by: frozenset[str], own: list[frozenset[str]], rival: frozenset[str]) -> frozenset[str]:
    """The words by a figure that only the rival's figure has beside it, if none is there that only its own has."""
    mine = frozenset[str]().union(*own)
    return frozenset() if by & (mine - rival) else by & (rival - mine)


def _items(reading: Reading) -> Iterator[_Item]:
    """Figures and frequencies in order, each with the words up to its neighbours."""
    places: list[tuple[int, int, str, object, str]] = [
        (figure.start, figure.end, figure.kind.value, figure.values, figure.text)
        for figure in reading.figures
        if figure.unit or figure.kind is not QuantityKind.ORDINAL
    ]
    for turn in reading.turns:
        if not any(start <= turn.start < end for start, end, *_ in places):
            places.append((turn.start, turn.end, "turn", turn.span, turn.text))
    places.sort(key=itemgetter(0))
    for at, (start, end, kind, value, text) in enumerate(places):
        before = _edge(reading.text, places[at - 1][1], start)[1] if at else 0
        after = _edge(reading.text, end, places[at + 1][0])[0] if at + 1 < len(places) else len(reading.text)
        yield _Item(kind=kind, value=value, text=text, by=_between(reading, before, after, (start, end)))


def _edge(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the words of the figure before end and those of the figure after begin: at a comma, a stop, or "and"."""
    gap = text[start:end]
    for mark in (";", ". ", ",", " and ", " or ", ":"):
        if mark in gap:
            cut = start + gap.index(mark)
            return (cut, cut)
    return (end, start)


def _between(reading: Reading, start: int, end: int, but: tuple[int, int]) -> frozenset[str]:
    return frozenset(
        word.meaning
        for word in reading.words
        if word.content
        and word.plain not in _SPAN_WORDS
        and start <= word.start < end
        and not but[0] <= word.start < but[1]
    )
