"""Requirements and benefits of the draft that say something else than a fact on the same subject."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from unbland.core.language.numbers import NUMBER_WORDS
from unbland.core.language.quantities import Quantity, QuantityKind, quantities
from unbland.core.language.words import content_stems
from unbland.core.ledger.echoes import alike, same_figures
from unbland.core.ledger.model import Kind, Modality, Source


class Rival(NamedTuple):
    """A line of the draft and a fact that cannot both stand."""

    name: str
    line: Source
    fact: Source


#: Words of any requirement of experience, so that they make no two of them the same subject.
_EXPERIENCE = content_stems(
    "year years experience experienced work working minimum relevant related previous prior proven required preferred"
    " strong similar role position field must background plus months"
)

#: Numbers in words: figures are compared by themselves.
_NUMBERS = content_stems(" ".join(NUMBER_WORDS))

#: Words of any benefit with a number.
_ALLOWANCE = content_stems("days day weeks per year annual annually a paid up to of each month offer receive full")

#: So much of the shorter text's subject must be in the other.
_SAME_SUBJECT = 0.6


def rivals(drafted: Sequence[Source], stated: Sequence[Source]) -> Iterator[Rival]:
    """Each line with each fact that it contradicts, in the order of the facts."""
    for fact in stated:
        for line in drafted:
            if line.kind is fact.kind is Kind.REQUIREMENT:
                yield from _requirements(line, fact)
            elif line.kind is fact.kind is Kind.BENEFIT and _other_number(line, fact):
                yield Rival("Benefit", line, fact)


def _requirements(line: Source, fact: Source) -> Iterator[Rival]:
    """Other years on the same subject, or the same requirement in another modality."""
    if _other_years(line, fact):
        yield Rival("Experience", line, fact)
    elif line.modality is not fact.modality and _same_requirement(line, fact):
        yield Rival(_MODALITIES[fact.modality], line, fact)


_MODALITIES = {
    Modality.REQUIRED: "Must-have in the facts, nice-to-have in the draft",
    Modality.PREFERRED: "Nice-to-have in the facts, must-have in the draft",
}


def _same_requirement(line: Source, fact: Source) -> bool:
    """Whether both ask for the same."""
    return alike(content_stems(line.text), content_stems(fact.text)) and same_figures(line.text, fact.text)


def _other_years(line: Source, fact: Source) -> bool:
    """Whether both ask for years of the same experience, and not for as many."""
    mine, theirs = _first(line, "year"), _first(fact, "year")
    if mine is None or theirs is None or _least(mine) == _least(theirs):
        return False
    return _same_subject(line, fact, _EXPERIENCE)


def _other_number(line: Source, fact: Source) -> bool:
    """Whether both name the same benefit, and not as much of it."""
    mine, theirs = _first(line), _first(fact)
    if mine is None or theirs is None or (mine.kind, mine.unit) != (theirs.kind, theirs.unit):
        return False
    return _least(mine) != _least(theirs) and _same_subject(line, fact, _ALLOWANCE)


def _first(source: Source, unit: str = "") -> Quantity | None:
    """The first figure of a source, or the first that counts this unit of time."""
    return next(
        (q for q in quantities(source.text) if not unit or (q.kind is QuantityKind.DURATION and q.unit == unit)), None
    )


def _least(quantity: Quantity) -> Decimal | None:
    """The least that a figure asks for or grants."""
    return quantity.high if quantity.low is None else quantity.low


def _same_subject(line: Source, fact: Source, usual: frozenset[str]) -> bool:
    """Whether most of the shorter text's subject is in the other; two that name none are of the job in general."""
    one, other = (content_stems(source.text) - usual - _NUMBERS for source in (line, fact))
    if not one or not other:
        return one == other
    return len(one & other) >= _SAME_SUBJECT * min(len(one), len(other))
