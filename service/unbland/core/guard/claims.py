"""Claims: benefits, pay words, requirements, reasons, ranks, praise, legal statements, days and how often."""

from __future__ import annotations

from collections.abc import Iterator

from unbland.core.guard.days import CALENDAR
from unbland.core.guard.evidence import Case
from unbland.core.guard.lexicon import CLAIMS, Group
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.reading import Reading


def check(case: Case) -> Iterator[Violation]:
    """Claims that no cited source makes, whatever the words."""
    evidence = case.readings
    for group in CLAIMS:
        found = _phrase(group, case.claim)
        if found and not any(_phrase(group, reading) for reading in evidence):
            yield Violation(class_=group.class_, detail=f"{found!r} is in no cited source")
    known = {word.plain for reading in evidence for word in reading.words}
    for word in case.claim.words:
        if word.plain.endswith("iest") and word.plain not in known:
            yield Violation(class_=ViolationClass.PUFFERY, detail=f"{word.text!r} is in no cited source")
    days = {CALENDAR[word.plain] for reading in evidence for word in reading.words if word.plain in CALENDAR}
    for word in case.claim.words:
        if CALENDAR.get(word.plain, "") not in {"", *days}:
            yield Violation(class_=ViolationClass.DATE, detail=f"{word.text!r} is in no cited source")
    spans = {turn.span for reading in evidence for turn in reading.turns}
    spans |= {span for figure in case.figures for span in (figure.period, figure.unit if figure.low == 1 else "")}
    for turn in case.claim.turns:
        if turn.span not in spans:
            yield Violation(class_=ViolationClass.DATE, detail=f"{turn.text!r} is in no cited source")


def _phrase(group: Group, reading: Reading) -> str:
    """The first phrase of the group that the text has."""
    plain = next((phrase for phrase in group.plain if phrase in reading.plain), "")
    return (plain or next((phrase for phrase in group.stems if phrase in reading.stems), "")).strip()
