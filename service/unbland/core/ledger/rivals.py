"""Requirements and benefits of the draft that say something else than a fact on the same subject."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from unbland.core.language.net import Net
from unbland.core.language.numbers import NUMBER_WORDS
from unbland.core.language.quantities import Quantity, QuantityKind, quantities
from unbland.core.language.words import content_stems
from unbland.core.ledger.echoes import alike, same_figures
from unbland.core.ledger.lexicon.degrees import DEGREES
from unbland.core.ledger.lexicon.titles import POST_STEMS
from unbland.core.ledger.model import Kind, Modality, Source


class Rival(NamedTuple):
    """A line of the draft, and a fact or another line, that cannot both stand."""

    field: str
    name: str
    line: Source
    other: Source


class Years(NamedTuple):
    """Years that are asked for, and of what."""

    least: Decimal | None
    subject: frozenset[str]


_DEGREES = Net([pattern for pattern, _ in DEGREES])

#: Words of any requirement of experience, so that they make no two of them the same subject.
EXPERIENCE = content_stems(
    "year years experience experienced work working minimum relevant related previous prior proven required preferred"
    " strong similar role position field must background plus months least have hands-on professional full-time"
)

#: Numbers in words: figures are compared by themselves.
_NUMBERS = content_stems(" ".join(NUMBER_WORDS))

#: Words of any benefit with a number.
_ALLOWANCE = content_stems("days day weeks per year annual annually a paid up to of each month offer receive full")

#: So much of the shorter text's subject must be in the other.
_SAME_SUBJECT = 0.6

#: Words of content: the name of a post has no more, and `a team lead in a bank` is something else.
_POST_WORDS = 2

_MODALITIES = {
    Modality.REQUIRED: "Must-have in the facts, nice-to-have in the draft",
    Modality.PREFERRED: "Nice-to-have in the facts, must-have in the draft",
}


def rivals(drafted: Sequence[Source], stated: Sequence[Source]) -> Iterator[Rival]:
    """Each line with each fact that it contradicts, in the order of the facts."""
    for fact in stated:
        for line in drafted:
            name = _rivalry(line, fact)
            if name:
                yield Rival(fact.field or "", name, line, fact)


def _rivalry(line: Source, fact: Source) -> str:
    """What a line and a fact disagree on; empty where nothing."""
    if line.kind is fact.kind is Kind.BENEFIT:
        return "Benefit" if _other_number(line, fact) else ""
    if not line.kind is fact.kind is Kind.REQUIREMENT:
        return ""
    if line.modality is fact.modality and _other_years(line, fact):
        return "Experience"
    if _other_degree(line, fact):
        return "Degree"
    return _MODALITIES.get(fact.modality, "") if _other_modality(line, fact) else ""


def _other_modality(line: Source, fact: Source) -> bool:
    """Whether both ask for the same, one as a must and one as a wish."""
    same = alike(content_stems(line.text), content_stems(fact.text)) and same_figures(line.text, fact.text)
    return line.modality is not fact.modality and same and degrees(line) == degrees(fact)


def _other_years(line: Source, fact: Source) -> bool:
    """Whether both ask for years of the same experience, and not for as many."""
    pairs = [
        (mine, theirs)
        for mine in years(line)
        for theirs in years(fact)
        if _same_subject(mine.subject, theirs.subject) or _in_the_post(mine.subject, theirs.subject)
    ]
    return bool(pairs) and all(mine.least != theirs.least for mine, theirs in pairs)


def _in_the_post(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one is experience at large, and the other in a post (`as a dental nurse`): both are of this job."""
    return not one and bool(other & POST_STEMS) and len(other) <= _POST_WORDS


def years(source: Source) -> Iterator[Years]:
    """Each number of years with the words up to the next one."""
    text = source.text
    found = [q for q in quantities(text) if q.kind is QuantityKind.DURATION and q.unit == "year"]
    for place, years in enumerate(found):
        start = 0 if place == 0 else years.start
        end = found[place + 1].start if place + 1 < len(found) else len(text)
        yield Years(_least(years), content_stems(text[start:end]) - EXPERIENCE - _NUMBERS)


def _other_degree(line: Source, fact: Source) -> bool:
    """Whether both ask for a degree, and no degree will do for both."""
    mine, theirs = degrees(line), degrees(fact)
    if line.modality is not fact.modality or not mine or not theirs:
        return False
    return mine.isdisjoint(theirs)


def degrees(source: Source) -> frozenset[str]:
    """The degrees any of which will do."""
    return _degrees(source.text)


@lru_cache(maxsize=2_048)
def _degrees(text: str) -> frozenset[str]:
    return frozenset().union(*(DEGREES[number][1] for number in _DEGREES.matching(text)))


def _other_number(line: Source, fact: Source) -> bool:
    """Whether both name the same benefit, and not as much of it."""
    mine, theirs = (next(iter(quantities(source.text)), None) for source in (line, fact))
    if mine is None or theirs is None or (mine.kind, mine.unit) != (theirs.kind, theirs.unit):
        return False
    subjects = (content_stems(source.text) - _ALLOWANCE - _NUMBERS for source in (line, fact))
    return _least(mine) != _least(theirs) and _same_subject(*subjects)


def _least(quantity: Quantity) -> Decimal | None:
    """The least that a figure asks for or grants."""
    return quantity.high if quantity.low is None else quantity.low


def _same_subject(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether most of the shorter text's subject is in the other; two that name none are of the job in general."""
    if not one or not other:
        return one == other
    return len(one & other) >= _SAME_SUBJECT * min(len(one), len(other))
