"""Figures: every number, amount, date and time of a line stands in what it cites, and beside the same thing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from unbland.core.guard.evidence import Case
from unbland.core.guard.lexicon import FREQUENCIES
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.reading import Reading
from unbland.core.language.quantities import Quantity, QuantityKind
from unbland.core.language.units import SPANS

_DATED = frozenset({QuantityKind.DATE, QuantityKind.TIME})
_SPAN_WORDS = frozenset(SPANS)


def check(case: Case) -> Iterator[Violation]:
    """Figures that no cited source has: another value, bound, unit, currency or period."""
    evidence = tuple(figure for reading in (*case.readings, *case.names) for figure in reading.figures)
    spoken = frozenset(period for word, period in FREQUENCIES.items() if f" {word} " in case.claim.plain)
    for figure in case.claim.figures:
        if not any(_says(figure, other, spoken) for other in evidence):
            dated = figure.kind in _DATED
            near = ", ".join(repr(other.text) for other in evidence if other.kind is figure.kind)
            yield Violation(
                class_=ViolationClass.DATE if dated else ViolationClass.NUMBER,
                detail=f"{figure.text!r} is in no cited source" + (f"; they say {near}" if near else ""),
            )


def _says(figure: Quantity, other: Quantity, spoken: frozenset[str]) -> bool:
    """Whether both are one; a period may stand elsewhere in the line: "$800 for courses every year"."""
    if figure.says(other):
        return True
    return not figure.period and other.period in spoken and figure.values == other.values


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
        same = [other.by for other in evidence if other.kind == item.kind and other.value == item.value]
        rivals = [other.by for other in evidence if other.kind == item.kind and other.value != item.value]
        shared = frozenset.intersection(*same, *rivals) if same and rivals else frozenset[str]()
        by = item.by - shared
        if same and rivals and not any(by & own for own in same) and any(by & other for other in rivals):
            words = ", ".join(sorted(frozenset().union(*(by & other for other in rivals))))
            detail = f"{item.text!r} stands beside {words!r}, which the cited source says of another figure"
            yield Violation(class_=ViolationClass.NUMBER, detail=detail)


def _items(reading: Reading) -> Iterator[_Item]:
    """Figures and frequencies in order, each with the words up to its neighbours."""
    places = [(figure.start, figure.end, figure.kind.value, figure.values, figure.text) for figure in reading.figures]
    for word in reading.words:
        if word.plain in FREQUENCIES and not any(start <= word.start < end for start, end, *_ in places):
            places.append((word.start, word.end, "frequency", FREQUENCIES[word.plain], word.text))
    places.sort(key=lambda place: place[0])
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
