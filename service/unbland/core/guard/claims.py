"""Claims: benefits, pay words, requirements, reasons, ranks, praise, legal statements, days and how often."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from unbland.core.guard.days import CALENDAR
from unbland.core.guard.evidence import Case
from unbland.core.guard.grammar import AUXILIARIES
from unbland.core.guard.lexicon import CLAIMS, Group
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.novelty import is_new
from unbland.core.guard.reading import Reading
from unbland.core.guard.tellings import tells_of_week
from unbland.core.guard.word import Turn
from unbland.core.language.quantities import Quantity
from unbland.core.language.words import is_content, stem

#: Of several days or months to come these name one.
_COMING = frozenset({"this", "next", "last", "coming"})


def check(case: Case) -> Iterator[Violation]:
    """Claims that no cited source makes, whatever the words."""
    yield from _phrased(case)
    yield from _ranks(case)
    yield from _days(case)
    yield from _turns(case)


def _phrased(case: Case) -> Iterator[Violation]:
    """What is claimed in a phrase that is known for it."""
    made = {number for reading in case.readings for number in _phrases(reading.plain, reading.stems)}
    claimed = _phrases(case.claim.plain, case.claim.stems)
    unmade = {CLAIMS[number]: found for number, found in claimed.items() if number not in made}
    new = {word.stem for word in case.claim.words if word.content and is_new(case, word)} if unmade else set[str]()
    for group, found in unmade.items():
        if _counts(group, found, new):
            yield Violation(class_=group.class_, detail=f"{found!r} is in no cited source")


def _ranks(case: Case) -> Iterator[Violation]:
    """Superlatives: `the friendliest`."""
    known = {word.plain for reading in case.readings for word in reading.words}
    for word in case.claim.words:
        if word.plain.endswith("iest") and word.plain not in known:
            yield Violation(class_=ViolationClass.PUFFERY, detail=f"{word.text!r} is in no cited source")


def _days(case: Case) -> Iterator[Violation]:
    """Days and months by their names."""
    parts = (
        part for reading in case.readings for word in reading.words for part in (word.plain, *word.text.lower().split())
    )
    days = {CALENDAR[part] for part in parts if part in CALENDAR}
    yield from _coming(case)
    # "Losses should fall": no season.
    falls = {
        word.start
        for before, word in pairwise(case.claim.words)
        if word.plain == "fall" and (before.plain in AUXILIARIES or before.plain == "to")
    }
    for word in case.claim.words:
        if CALENDAR.get(word.plain, "") not in {"", *days} and not word.figure and word.start not in falls:
            yield Violation(class_=ViolationClass.DATE, detail=f"{word.text!r} is in no cited source")


def _coming(case: Case) -> Iterator[Violation]:
    """A day that is told as the coming one of each: "next Monday" of "every Monday"."""
    near = {
        before.plain for reading in case.readings for before, word in pairwise(reading.words) if word.plain in CALENDAR
    }
    if _COMING & near or near.isdisjoint(("every", "each")):
        return
    for before, word in pairwise(case.claim.words):
        if word.plain in CALENDAR and before.plain in _COMING:
            yield Violation(class_=ViolationClass.DATE, detail=f"no cited source says {before.text!r} {word.text!r}")


def _turns(case: Case) -> Iterator[Violation]:
    """How often: `every week`."""
    spans = _spans(case) if case.claim.turns else set[str]()
    counted = [figure for figure in case.claim.figures if figure.period and figure.low != 1]
    for turn in case.claim.turns:
        if any(figure.start <= turn.start < figure.end for figure in counted):
            continue  # judged as a figure
        if turn.span not in spans:
            yield Violation(class_=ViolationClass.DATE, detail=f"{turn.text!r} is in no cited source")


def _spans(case: Case) -> set[str]:
    """The spans of time in each of which something happens, by what the cited sources say."""
    turns = {turn.span for reading in case.readings for turn in _untimed(reading)}
    return turns.union(*map(_spans_of, case.figures), _implied(case))


def _spans_of(figure: Quantity) -> tuple[str, str]:
    """The span that a figure is for, and the one that it is itself; empty where it is not."""
    return "" if _is_many_times(figure) else figure.period, figure.unit if figure.low == 1 else ""


def _implied(case: Case) -> Iterator[str]:
    """The spans of which a cited source says it in other words."""
    if any(tells_of_week(*pair) for pair in zip(case.sources, case.readings, strict=True)):
        yield "week"
    if any(" annual " in reading.plain for reading in case.readings):
        yield "year"  # "28 days' annual leave" are those of a year
    # "At the end of the shift" is at the end of each.
    yield from (s for s in ("shift", "day") for reading in case.readings if f" of the {s} " in reading.plain)


def _untimed(reading: Reading) -> Iterator[Turn]:
    """How often something is, but for "twice a week", which is a figure."""
    many = [figure for figure in reading.figures if _is_many_times(figure)]
    return (turn for turn in reading.turns if not any(one.start <= turn.start < one.end for one in many))


def _is_many_times(figure: Quantity) -> bool:
    return figure.unit == "time" and bool(figure.period) and figure.low != 1


def _counts(group: Group, found: str, new: set[str]) -> bool:
    """Whether a phrase claims something here: it has a new word, or it is known by its small words alone."""
    small = not any(map(is_content, found.split()))
    return small or f" {found} " in group.plain or not new.isdisjoint(map(stem, found.split()))


#: The phrases of all groups under their first word, each with the numbers of its group and its rank there.
_Index = Mapping[str, tuple[tuple[str, int, int], ...]]


def _index(phrases: Iterator[tuple[str, int, int]]) -> _Index:
    found: dict[str, list[tuple[str, int, int]]] = {}
    for phrase, number, rank in phrases:
        found.setdefault(phrase.split()[0], []).append((phrase, number, rank))
    return {first: tuple(rows) for first, rows in found.items()}


_PLAIN = _index(
    (phrase, number, rank) for number, group in enumerate(CLAIMS) for rank, phrase in enumerate(group.plain)
)
_STEMS = _index(
    (phrase, number, rank) for number, group in enumerate(CLAIMS) for rank, phrase in enumerate(group.stems)
)


@lru_cache(maxsize=4_096)
def _phrases(plain: str, stems: str) -> Mapping[int, str]:
    """Number of each group of which a text has a phrase → the first such phrase, as written before by its stems."""
    found = {**_first(stems, _STEMS), **_first(plain, _PLAIN)}
    return {number: found[number] for number in sorted(found)}


def _first(text: str, index: _Index) -> dict[int, str]:
    rows = sorted(
        (number, rank, phrase)
        for first in index.keys() & text.split()
        for phrase, number, rank in index[first]
        if phrase in text
    )
    return {number: phrase.strip() for number, _, phrase in reversed(rows)}
