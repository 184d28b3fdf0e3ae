"""Namings: new words that only name what a source counts, pays or likes."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile

from unbland.core.guard.evidence import Case
from unbland.core.guard.grammar import DETERMINERS
from unbland.core.guard.reading import Reading
from unbland.core.guard.word import Word
from unbland.core.language.quantities import Bound, QuantityKind
from unbland.core.language.words import stem, word_set
from unbland.core.ledger.model import Kind, Modality

#: Characters: an amount that begins a source stands within so many.
_HEAD = 3
#: May stand before the amount of a salary.
_BASE = re.compile(r"^(?:an? )?(?:base|basic)(?: of|:)? $", re.IGNORECASE)
#: What a team of a firm does, and is called by.
_FUNCTIONS = frozenset(map(stem, word_set(
    "marketing sales finance engineering hr legal purchasing procurement logistics accounting accounts design product"
    " operations production maintenance quality support security payroll communications dispatch housekeeping"
)))  # fmt: skip
#: Before "field" and the like.
_ALIKE = frozenset({"similar", "related", "comparable", "relevant", "equivalent"})
#: People at large.
_PEOPLE = frozenset(map(stem, ("people", "person", "persons", "employees", "staff")))
_GROUPS = frozenset(map(stem, ("team", "crew")))
#: Characters between a figure and those whom it counts, at most.
_LINE = 16
#: Say of an amount that it is no salary alone.
_EARNED = re.compile(r" (?:ote|earnings|commission|package|total|rate|hour|day) ")
#: Verbs for what one is responsible for as a whole.
_ANSWERING = frozenset({"run", "runs", "own", "handle"})
_AMOUNTS = frozenset({QuantityKind.MONEY, QuantityKind.PERCENT})
_YOURS = word_set("you will be are to")
#: Percent: what is more than this is paid more than once.
_WHOLE = 100


def is_people(case: Case, word: Word) -> bool:
    """Whether it only names those whom a figure counts: "60 people" as "60 employees"."""
    if word.stem not in _PEOPLE | _GROUPS:
        return False
    mine = [
        figure
        for figure in case.claim.figures
        if word.stem in figure.unit.split() and abs(figure.start - word.start) < _LINE
    ]
    return any(
        one.low == other.low and (_PEOPLE | _GROUPS) & {*other.unit.split()} for one in mine for other in case.figures
    )


def is_welcome(case: Case, word: Word) -> bool:
    """Whether "helps" says only that something is welcome: "a licence helps"."""
    after = case.claim.words[case.claim.places[word.start] + 1 :][:1]
    alone = not after or after[0].clause != word.clause or after[0].plain == "if"
    return (
        word.form in ("help", "helps")
        and alone
        and bool(case.sources)
        and all(source.modality is Modality.PREFERRED for source in case.sources)
    )


def is_salary(case: Case, word: Word) -> bool:
    """Whether "salary" only names the amount with which a source on pay begins, and of which it says nothing else."""
    bare = (
        reading.figures[:1]
        and reading.figures[0].kind is QuantityKind.MONEY
        and len(_BASE.sub("", reading.text[: reading.figures[0].start])) < _HEAD
        and not _EARNED.search(reading.plain)
        for source, reading in zip(case.sources, case.readings, strict=True)
        if source.kind is Kind.PAY
    )
    return word.plain == "salary" and any(bare)


def is_overtime(case: Case, word: Word) -> bool:
    """Whether "overtime" only names what a source pays more for: "time and a half over 40 hours"."""
    more = any(one.kind is QuantityKind.PERCENT and (one.low or 0) > _WHOLE for one in case.figures)
    beyond = any(one.unit == "hour" and one.bound is Bound.AT_LEAST for one in case.figures)
    told = any(one.unit == "hour" for one in case.claim.figures)
    return word.plain == "overtime" and more and beyond and told


def is_answering(case: Case, word: Word) -> bool:
    """Whether a verb only says that one is responsible for what stands behind it: "run the payroll"."""
    if word.form not in _ANSWERING or word.verb != "verb":
        return False
    after = next((other for other in case.claim.words[case.claim.places[word.start] + 1 :] if other.content), None)
    rest = case.rests.get(after.start) if after else None
    if rest is None or rest.word.verb:
        return False
    reading = case.readings[rest.reading]
    return _answers_for(reading, rest.word) and _has_whole(reading, rest.word, case.taken[rest.reading])


def _answers_for(reading: Reading, thing: Word) -> bool:
    """Whether a source says no more of a thing than that one is responsible for it."""
    before = [other.plain for other in reading.words[: reading.places[thing.start]] if other.plain not in DETERMINERS]
    return before[-2:] == ["responsible", "for"] and _YOURS.issuperset(before[:-2])


def _has_whole(reading: Reading, thing: Word, taken: frozenset[int]) -> bool:
    """Whether the line has all words of a thing; "responsible for the shop windows" runs no shop."""
    behind = reading.words[reading.places[thing.start] + 1 :]
    joined = takewhile(lambda other: other.content and not other.marker and not other.comma, behind)
    return all(other.start in taken for other in joined)


def is_rising(case: Case, word: Word) -> bool:
    """Whether it only says that the second of two amounts is more than the first: "£12.60, £13.40 after a year"."""
    amounts = ([one for one in reading.figures if one.kind in _AMOUNTS] for reading in case.readings)
    more = (
        one.kind is other.kind and (one.low or 0) < (other.low or 0) for row in amounts for one, other in pairwise(row)
    )
    return word.plain in ("rising", "rises") and any(more)


def is_field(case: Case, word: Word) -> bool:
    """Whether it only names what is said to be like it: "or similar" as "or a similar field"."""
    before = case.claim.words[max(0, case.claim.places[word.start] - 1) : case.claim.places[word.start]]
    alike = bool(before) and before[0].plain in _ALIKE and before[0].start in case.rests
    return case.asks and alike and word.plain in ("field", "subject", "discipline", "area")


def is_function(case: Case, word: Word) -> bool:
    """Whether "team" only names those who do what the word before names: "marketing" as "the marketing team"."""
    before = case.claim.words[max(0, case.claim.places[word.start] - 1) : case.claim.places[word.start]]
    named = bool(before) and before[0].stem in _FUNCTIONS and before[0].start in case.rests
    return named and word.plain in ("team", "department")


def is_measuring(case: Case, word: Word) -> bool:
    """Whether it only says what a figure measures: "aged 18" of "at least 18", "50 km away" of "50 km from here"."""
    if word.plain == "aged":
        return any(figure.kind is QuantityKind.COUNT and not figure.unit for figure in case.figures)
    measured = any(word.start - figure.end == 1 for figure in case.claim.figures)
    return word.plain == "away" and measured and any(" from " in reading.plain for reading in case.readings)
