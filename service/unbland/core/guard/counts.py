"""Counts: when two figures count the same under other names: a team and its people, nights and times."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from unbland.core.guard.reading import Reading
from unbland.core.guard.word import Word
from unbland.core.language.measures import measured_in
from unbland.core.language.quantities import Quantity, QuantityKind
from unbland.core.language.words import stem

#: Stems of what comes round as often as it is done: "two nights a month" are "twice a month".
_TURNS = frozenset(map(stem, ("night", "day", "shift", "morning", "evening", "afternoon", "weekend", "saturday")))
#: Words behind a figure in which what it counts is named.
_NOUNS = 5
#: Words for people at large, and for a group of them: "22 people" are "a team of 22".
_PEOPLE = frozenset(map(stem, ("people", "person", "staff", "employees", "colleagues")))
_GROUPS = frozenset(map(stem, ("team", "crew", "staff", "group")))


def alike(figure: Quantity, claim: Reading, other: Quantity, source: Reading) -> Quantity:
    """The figure with the unit of the other where both count the same: a team and its people, nights and times."""
    if not (figure.kind is other.kind is QuantityKind.COUNT) or (figure.low, figure.high) != (other.low, other.high):
        return figure
    turns = {figure.unit, other.unit} - _TURNS == {"time"} and figure.period
    if turns or _counts_people(figure, other) or _counts_deeds(figure, claim, other, source):
        return replace(figure, unit=other.unit)
    if any(map(measured_in, f"{figure.unit} {other.unit}".split())):
        return figure
    same = figure.unit and not _counted(claim, figure).isdisjoint(_counted(source, other))
    return replace(figure, unit=other.unit) if same else figure


def _counts_people(figure: Quantity, other: Quantity) -> bool:
    """Whether "22 people" stands for "a team of 22"."""
    mine, its = set(figure.unit.split()), set(other.unit.split())
    return bool((_PEOPLE & mine and _GROUPS & its) or (_GROUPS & mine and _PEOPLE & its)) or (
        (bool(mine & its) or len(mine) == 1) and bool(mine <= _PEOPLE and its <= _PEOPLE)
    )


def _counts_deeds(figure: Quantity, claim: Reading, other: Quantity, source: Reading) -> bool:
    """Whether one counts by name what the other counts by the verb: "two inspections a month" as "inspect twice"."""
    for named, times, reading in ((other, figure, claim), (figure, other, source)):
        deeds = {word.stem for word in reading.clause_at(times.start) if word.verb}
        if times.unit == "time" and times.period == named.period and deeds & {*named.unit.split()}:
            return True
    return False


def _goes_on(word: Word) -> bool:
    return not (word.figure or word.comma or word.verb) and word.marker in ("", "and")


def _counted(reading: Reading, figure: Quantity) -> set[str]:
    """The nouns behind a figure, with those that "and" adds to its attributes: "64,000 farm and home policies"."""
    if reading.text[figure.end : figure.end + 1] == "-":
        return set(figure.unit.split())
    after = [word for word in reading.statement_at(figure.start) if word.start >= figure.end][:_NOUNS]
    # What governs the figure marks the first word behind it: "about 64,000 policies".
    own = [word for word in after[:1] if not (word.figure or word.comma or word.verb)]
    return {word.stem for word in takewhile(lambda word: _goes_on(word) or word in own, after) if word.content} | set(
        figure.unit.split()
    )
