"""Bindings: a figure of a line stands beside what it stands beside in the source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from operator import itemgetter

from unbland.core.guard.evidence import Case
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.reading import Reading
from unbland.core.guard.word import Word
from unbland.core.language.quantities import Bound, Quantity, QuantityKind
from unbland.core.language.synonyms import LIGHT_STEMS
from unbland.core.language.units import SPANS

_CALENDAR_YEARS = range(1900, 2100)


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
    mine = tuple(_items(case.claim))
    for item in mine:
        own = [other.by for other in evidence if other.kind == item.kind and other.value == item.value]
        rivals = [other for other in evidence if other.kind == item.kind and other.value != item.value]
        told = [other for other in mine if other.kind == item.kind]
        taken = [
            words
            for rival in rivals
            if own and (words := _belongs(item.by, own, rival.by)) and not _keeps_its_own(rival, told, own)
        ]
        if taken:
            near = ", ".join(sorted(taken[0]))
            yield _violation(f"{item.text!r} stands beside {near!r}, which the cited source says of another figure")


def _keeps_its_own(rival: _Item, told: Iterable[_Item], own: Iterable[frozenset[str]]) -> bool:
    """Whether the line has the rival's figure too, beside words that are only the rival's."""
    only, others = rival.by.difference(*own), frozenset[str]().union(*own) - rival.by
    return any(item.value == rival.value and item.by & only and not item.by & others for item in told)


def _belongs(by: frozenset[str], own: list[frozenset[str]], rival: frozenset[str]) -> frozenset[str]:
    """The words by a figure that only the rival's figure has beside it, if none is there that only its own has."""
    mine = frozenset[str]().union(*own)
    return frozenset() if by & (mine - rival) else by & (rival - mine)


def _items(reading: Reading) -> Iterator[_Item]:
    """Figures and frequencies in order, each with the words of its clause up to its neighbours."""
    places: list[tuple[int, int, str, object, str]] = [
        (figure.start, figure.end, _sort(figure), figure.values, figure.text)
        for figure in _completed(reading.figures)
        if figure.unit or figure.kind is not QuantityKind.ORDINAL
    ]
    for turn in reading.turns:
        if not any(start <= turn.start < end for start, end, *_ in places):
            places.append((turn.start, turn.end, "turn", turn.span, turn.text))
    places.sort(key=itemgetter(0))
    for at, (start, end, kind, value, text) in enumerate(places):
        before = places[at - 1][1] if at else 0
        after = places[at + 1][0] if at + 1 < len(places) else len(reading.text)
        yield _Item(kind=kind, value=value, text=text, by=_near(reading, (before, start), (end, after)))


def _completed(figures: Iterable[Quantity]) -> Iterator[Quantity]:
    """The figures, a bare one with the unit of the length of time before it: "three days in Leeds and two in York"."""
    last: Quantity | None = None
    for figure in figures:
        bare = figure.kind is QuantityKind.COUNT and not figure.unit and (figure.low or 0) < _CALENDAR_YEARS[0]
        if not bare:
            last = figure
        lent = bare and last is not None and last.kind is QuantityKind.DURATION and figure.bound is last.bound
        yield replace(figure, kind=last.kind, unit=last.unit) if lent and last else figure


def _sort(figure: Quantity) -> str:
    """What a figure may be exchanged with: one of its kind; a bare year counts nothing."""
    bare = figure.kind is QuantityKind.COUNT and not figure.unit and figure.bound is Bound.EXACT
    return "calendar" if bare and figure.low in _CALENDAR_YEARS else figure.kind.value


def _near(reading: Reading, left: tuple[int, int], right: tuple[int, int]) -> frozenset[str]:
    """What stands by a figure: the words of its clause on both sides, not beyond its neighbours."""
    return frozenset(
        word.party or word.meaning
        for word in reading.clause_at(left[1])
        if (word.content or word.party)
        and word.plain not in SPANS
        and (left[0] <= word.start < left[1] or right[0] <= word.start < right[1])
    )


def check_strangers(case: Case) -> Iterator[Violation]:
    """What the source says another figure of, beside the one figure of a clause: "85% for your dependents"."""
    for figure in case.claim.figures:
        own = case.same_figures(figure)
        found = next(_strangers(case, figure, own), None) if own else None
        if found:
            word, other = found
            detail = f"{figure.text!r} stands beside {word.text!r}, of which the cited source says {other.text!r}"
            yield _violation(detail)


def _strangers(case: Case, figure: Quantity, own: list[tuple[Quantity, Reading]]) -> Iterator[tuple[Word, Quantity]]:
    """Words by a figure that rest on what stands by another of its kind alone, with that other."""
    told = {mine.values for mine in case.claim.figures}
    clause = _region(case.claim, figure)
    for number, reading in enumerate(case.readings):
        ours = {word.start for one, its in own if its is reading for word in _region(its, one)}
        for other in reading.figures:
            if other.values in told or not _are_alike(figure, other):
                continue
            theirs = {word.start for word in _region(reading, other)} - ours
            places = {(number, start) for start in theirs}
            strange = [w for w in clause if w.start in case.rests and case.rests[w.start].place in places]
            if strange and all(rest.place in places for w in strange for rest in case.candidates[w.start]):
                yield strange[0], other


def _are_alike(one: Quantity, other: Quantity) -> bool:
    """Whether two figures count the same; times of day stand by whatever the sentence is about."""
    return one.kind is other.kind is not QuantityKind.TIME and one.unit == other.unit


def _region(reading: Reading, figure: Quantity) -> list[Word]:
    """The words of content of a figure's clause, and what follows in its statement, up to the figures beside it."""
    start = max((other.end for other in reading.figures if other.end <= figure.start), default=0)
    end = min((other.start for other in reading.figures if other.start >= figure.end), default=len(reading.text))
    clause = reading.clause_at(figure.start)
    own = [w for w in reading.statement_at(figure.start) if w in clause or w.start >= figure.end]
    others = _clauses_behind(reading, figure) - {word.clause for word in clause}
    return [word for word in own if word.content and start <= word.start < end and word.clause not in others]


def _clauses_behind(reading: Reading, figure: Quantity) -> set[int]:
    """The clauses of the figures behind one, which are about those: "staff get 20 % off and their families 10 %"."""
    behind = [reading.clause_at(other.start)[:1] for other in reading.figures if other.start >= figure.end]
    return {word.clause for words in behind for word in words}


def check_hosts(case: Case) -> Iterator[Violation]:
    """A figure that stands by nothing of what it stands by in the source."""
    for figure in case.claim.figures:
        if figure.kind is QuantityKind.TIME:
            continue  # a time of day stands by whatever the sentence is about
        theirs = [
            frozenset(word.meaning for word in reading.statement_at(other.start) if word.content)
            for reading in case.readings
            for other in reading.figures
            if figure.says(other)
        ]
        mine = _resting(case, figure)
        if mine - LIGHT_STEMS and theirs and all(words and words.isdisjoint(mine) for words in theirs):
            near = ", ".join(sorted(mine))
            yield _violation(f"{figure.text!r} stands beside {near!r}, of which the cited source says something else")


def _resting(case: Case, figure: Quantity) -> frozenset[str]:
    """What the words of a figure's clause rest on, or those of its statement where they rest on nothing."""
    for words in (case.claim.clause_at(figure.start), case.claim.statement_at(figure.start)):
        rests = (case.rests.get(word.start) for word in words if word.content)
        if found := frozenset(rest.word.meaning for rest in rests if rest):
            return found
    return frozenset()


def _violation(detail: str) -> Violation:
    return Violation(class_=ViolationClass.NUMBER, detail=detail)
