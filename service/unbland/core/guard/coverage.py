"""Coverage: every must-have stands in some line, with its figures and the words that make it what it is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from unbland.core.guard.lexicon import CLAIMS
from unbland.core.guard.model import ViolationClass
from unbland.core.guard.reading import Reading, read
from unbland.core.guard.sizes import SOURCE_LIMIT
from unbland.core.guard.slots import SLOT
from unbland.core.language.synonyms import LIGHT_STEMS
from unbland.core.ledger.model import Ledger, Source
from unbland.core.posting import Line

#: The share of a must-have's own words that a line must have to carry it.
_RECALL = 0.5
#: The share of words that two sources must have in common to be one and the same must-have.
_SAME = 0.7
#: Words that any requirement may have; they make none of them.
_COMMON = frozenset({"experi", "requir", "minimum", "least", "must", "abil", "knowledg", "skill", "strong", "relev"})
#: What a must-have names and a line that carries it must name too; years say "experience" by themselves.
_REQUIREMENTS = tuple(
    group for group in CLAIMS if group.class_ is ViolationClass.REQUIREMENT and " experi " not in group.stems
)


def uncovered(lines: Sequence[Line], ledger: Ledger) -> tuple[Source, ...]:
    """The must-haves that no line carries; one that another source says too is carried with that one."""
    return tuple(need for need in ledger.must_haves if not _is_carried(need, lines, ledger))


def _is_carried(need: Source, lines: Sequence[Line], ledger: Ledger) -> bool:
    """Whether a line that cites a must-have states it, or one that cites another source of it, which is dear to ask."""
    citing = [line for line in lines if need.id in line.cites]
    return any(_states(line, need) for line in citing) or any(
        _states(line, need) for line in lines if need.id not in line.cites and _cites_the_same(line, need, ledger)
    )


def _cites_the_same(line: Line, need: Source, ledger: Ledger) -> bool:
    return any(_same(need.text, ledger.by_id[id_].text) for id_ in line.cites if id_ in ledger.by_id)


def _states(line: Line, need: Source) -> bool:
    """Whether a line has a must-have in its words or its slot."""
    if need.id in SLOT.findall(line.text) or need.text in line.text:
        return True
    if max(len(need.text), len(line.text)) > SOURCE_LIMIT:
        return False  # too long to reword: only its own words state it
    return _holds(read(line.text), read(need.text))


@lru_cache(maxsize=4_096)
def _same(need: str, other: str) -> bool:
    """Whether another source states this must-have too: the same figures and most of the same words."""
    if need == other or max(len(need), len(other)) > SOURCE_LIMIT:
        return need == other
    mine, theirs = read(need), read(other)
    shared = len(mine.content & theirs.content)
    return _figures(mine, theirs) and _figures(theirs, mine) and shared >= _SAME * len(mine.content)


def _figures(needed: Reading, there: Reading) -> bool:
    return all(any(other.says(figure) or figure.says(other) for other in there.figures) for figure in needed.figures)


def _holds(line: Reading, need: Reading) -> bool:
    """Whether a text has what makes a must-have: its figures, its names, its claims and half of its other words."""
    keys = need.content - _COMMON - LIGHT_STEMS or need.content
    return (
        _figures(need, line)
        and len(keys & line.content) >= _RECALL * len(keys)
        and _names(need) <= line.content
        and all(_has(group.stems, line) for group in _REQUIREMENTS if _has(group.stems, need))
    )


def _names(reading: Reading) -> frozenset[str]:
    """Words with a capital inside a sentence, and signs that make a name: RN, C++, Sage."""
    return frozenset(
        word.meaning
        for word in reading.words
        if word.content and word.text != word.plain and (word.start or not word.text[1:].islower())
    )


def _has(phrases: tuple[str, ...], reading: Reading) -> bool:
    return any(phrase in reading.stems for phrase in phrases)
