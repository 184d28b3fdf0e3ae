"""Claims: benefits, pay words, requirements, reasons, ranks, praise, legal statements, days and how often."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from unbland.core.guard.evidence import Case
from unbland.core.guard.lexicon import CALENDAR, CLAIMS, FREQUENCIES, Group
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.reading import Reading


def check(case: Case) -> Iterator[Violation]:
    """Claims that no cited source makes, whatever the words."""
    evidence = (*case.readings, *case.names)
    for group in CLAIMS:
        found = _phrase(group, case.claim)
        if found and not any(_phrase(group, reading) for reading in evidence):
            yield Violation(class_=group.class_, detail=f"{found!r} is in no cited source")
    for table in (CALENDAR, FREQUENCIES):
        known = {name for reading in evidence for name in _named(table, reading).values()}
        known |= {figure.period for reading in evidence for figure in reading.figures}
        for word, name in _named(table, case.claim).items():
            if name not in known:
                yield Violation(class_=ViolationClass.DATE, detail=f"{word!r} is in no cited source")


def _phrase(group: Group, reading: Reading) -> str:
    """The first phrase of the group that the text has."""
    plain = next((phrase for phrase in group.plain if phrase in reading.plain), "")
    return (plain or next((phrase for phrase in group.stems if phrase in reading.stems), "")).strip()


def _named(table: Mapping[str, str], reading: Reading) -> dict[str, str]:
    return {word: name for word, name in table.items() if f" {word} " in reading.plain}
