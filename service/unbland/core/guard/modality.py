"""Modality: what is required stays required, what is preferred stays preferred, what may be stays a may-be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from unbland.core.guard.evidence import Case
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.ledger.model import Kind, Modality, Source
from unbland.core.posting import Line, SectionKind

#: How a posting says that something is welcome and no deal-breaker.
_LIKED = re.compile(
    r"\b(?:prefer(?:red|ably|ence)?|ideal(?:ly)?|an? (?:asset|bonus|plus|advantage)|advantage(?:ous)?"
    r"|nice[- ]to[- ]have"
    r"|(?:would|will) be (?:nice|good|great|helpful|welcome|a plus|useful)|desir(?:able|ed)|bonus(?: points)?|welcome"
    r"|not (?:essential|required|necessary|needed|mandatory)|(?:is|are) (?:a plus|helpful|useful|handy)|optional(?:ly)?"
    r"|would help|(?:nice|an?) extra|helpful|beneficial|(?:do|does) not (?:need|require)|don't (?:need|require)"
    r"|if you (?:would|also|have|like)|good to have|we(?:'d| would) (?:love|like))\b",
    re.IGNORECASE,
)
#: How a posting says that nobody is hired without it.
_DEMANDED = re.compile(
    r"\b(?:must(?:[- ]haves?)?|required|requires?|mandatory|essential|necessary|need(?:ed|s)? to|have to|compulsory"
    r"|obligatory|requirement|at a minimum|prerequisite)\b",
    re.IGNORECASE,
)
#: Words that leave it open whether something happens.
_HEDGES = (
    re.compile(r"\b(?:may|might|could|can be)\b", re.IGNORECASE),
    re.compile(r"\b(?:usually|typically|normally|generally|mostly|often|occasionally|sometimes|potentially|possibly|"
               r"as needed|if needed|where possible|from time to time|when required|eligible|"
               r"opportunity to|chance to)\b",
               re.IGNORECASE),
)  # fmt: skip


def check(case: Case) -> Iterator[Violation]:
    """A preferred source without a word of preference, a required one with it, a new demand, a hedge more or less."""
    mine, cited = case.line.text, " ".join(source.text for source in case.sources)
    asked = [source for source in case.sources if source.kind is Kind.REQUIREMENT]
    liked, demanded = _LIKED.search(mine), _DEMANDED.search(mine)
    if any(source.modality is Modality.PREFERRED for source in asked):
        if case.section is not SectionKind.NICE and not liked:
            yield _violation("the cited source prefers this, and the line does not say so")
        if demanded and not _DEMANDED.search(cited):
            yield _violation(f"{demanded.group()!r} demands what the cited source prefers")
    elif liked and asked and not _LIKED.search(cited):
        yield _violation(f"{liked.group()!r} makes less of it than the cited source does")
    elif demanded and not _is_demanded(case.sources) and not _DEMANDED.search(cited):
        yield _violation(f"{demanded.group()!r} is in no cited source")
    yield from _hedges(mine, cited)


def _is_demanded(sources: tuple[Source, ...]) -> bool:
    return any(source.modality is Modality.REQUIRED for source in sources)


def _hedges(mine: str, cited: str) -> Iterator[Violation]:
    for hedge in _HEDGES:
        here, there = hedge.search(mine), hedge.search(cited)
        if here and not there:
            yield _violation(f"{here.group()!r} leaves open what the cited source says plainly")
        elif there and not here and not _LIKED.search(mine):
            yield _violation(f"the line says plainly what the cited source leaves open with {there.group()!r}")


def check_section(line: Line, sources: Sequence[Source], section: SectionKind | None) -> Iterator[Violation]:
    """A required source under "nice to have", or a preferred one among the deal-breakers without a word of it."""
    modalities = {source.modality for source in sources if source.kind is Kind.REQUIREMENT}
    if section is SectionKind.NICE and modalities == {Modality.REQUIRED}:
        yield _violation("a deal-breaker stands among what is nice to have")
    if section is SectionKind.MUST and modalities == {Modality.PREFERRED} and not _LIKED.search(line.text):
        yield _violation("what is preferred stands among the deal-breakers")


def _violation(detail: str) -> Violation:
    return Violation(class_=ViolationClass.MODALITY, detail=detail)
