"""Modality: what is required stays required, what is preferred stays preferred, what may be stays a may-be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from unbland.core.guard.evidence import Case
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.language.net import Gated
from unbland.core.language.synonyms import LIGHT_STEMS
from unbland.core.ledger.model import Kind, Modality, Source
from unbland.core.posting import Line, SectionKind

#: How a posting says that something is welcome.
_WISHED = re.compile(
    r"\b(?:prefer(?:red|ably|ence)?|ideal(?:ly)?|advantage(?:ous)?"
    r"|an? (?:(?:strong|big|definite|distinct|real|clear) )?(?:asset|bonus|plus|advantage)"
    r"|nice[- ]to[- ]have|it helps|desir(?:able|ed)|assets|helps(?=[ .]*$|[,;]| (?:but|if|though)\b)"
    r"|(?:is|are) (?:valued|appreciated)|we (?:value|appreciate)|bonus(?: points)?|welcome"
    r"|(?:would|will) be (?:nice|good|great|helpful|welcome|a plus|useful|handy)"
    r"|(?:is|are) (?:a plus|helpful|useful|handy)|optional(?:ly)?"
    r"|would help|(?:nice|an?) extra|helpful|beneficial"
    r"|if you (?:would|also|have|like)|(?:good|great|nice|welcome) if|good to have|useful"
    r"|we(?:'d| would) (?:love|like))\b",
    re.IGNORECASE,
)
#: How it says that something is not needed.
_SPARED = re.compile(
    r"\b(?:not (?:an? )?(?:essential|required|necessary|needed|mandatory|must|requirement|prerequisite|obligatory"
    r"|condition)"
    r"|no need (?:for|to)"
    r"|no (?!more\b|fewer\b|less\b|later\b)[^.;]{0,40}(?:needed|required|necessary)"
    r"|(?:do|does) not (?:need|require|have to)|don't (?:need|require|have to))\b",
    re.IGNORECASE,
)
#: Statements: a source of so few speaks of one thing.
_SHORT = 2
#: How it says that something is no deal-breaker, in either way.
LIKED = Gated(f"{_WISHED.pattern}|{_SPARED.pattern}", re.IGNORECASE)
#: How a posting says that nobody is hired without it.
_DEMANDED = re.compile(
    r"\b(?:must(?:[- ]haves?)?|required|requires?|mandatory|essential|necessary|need(?:ed|s)? to|(?:is|are) needed"
    r"|have to|compulsory|obligatory|requirement|at a minimum|prerequisite)\b",
    re.IGNORECASE,
)
#: The same as sources say it of duties: an order that needs approval must be approved.
_ASKED = re.compile(
    rf"{_DEMANDED.pattern}|\bneeds?\b|\bhas to\b|\bneeded\b|\bsubject to\b|\bonly\b|\bno\b.*\bwithout\b", re.IGNORECASE
)


def check(case: Case) -> Iterator[Violation]:
    """A preferred source without a word of preference, a required one with it, a new demand."""
    mine, cited = case.claim.text, _cited(case)
    asked = [source for source in case.sources if source.kind is Kind.REQUIREMENT]
    required = any(source.modality is Modality.REQUIRED for source in case.sources)
    liked, demanded = LIKED.search(mine), _DEMANDED.search(_SPARED.sub(" ", mine))
    if asked and demanded and _is_spared(case, demanded.start()):
        yield _violation(f"{demanded.group()!r} demands what the cited source does not need")
    if asked and _is_only_spared(case, cited):
        yield _violation("the cited source likes what it does not need, and the line does not say so")
    if any(source.modality is Modality.PREFERRED for source in asked):
        if case.section is not SectionKind.NICE and not liked:
            yield _violation("the cited source prefers this, and the line does not say so")
        if demanded and not _DEMANDED.search(cited):
            yield _violation(f"{demanded.group()!r} demands what the cited source prefers")
    elif liked and asked and not LIKED.search(cited):
        yield _violation(f"{liked.group()!r} makes less of it than the cited source does")
    elif demanded and not required and not _ASKED.search(cited):
        yield _violation(f"{demanded.group()!r} is in no cited source")


def _is_only_spared(case: Case, cited: str) -> bool:
    """Whether the line says that something is not needed, and not that the source likes it all the same."""
    if not _SPARED.search(case.claim.text) or _WISHED.search(case.claim.text):
        return False
    short = (" ".join(w.plain for w in reading.words) for reading in case.readings if len(reading.statements) <= _SHORT)
    return any(_SPARED.search(text) and _WISHED.search(text) for text in (cited, *short))


def _is_spared(case: Case, demand: int) -> bool:
    """Whether all that a source says of what a line demands is that it is not needed."""
    asked = [w for w in case.claim.statement_at(demand) if w.content and not w.denied and w.meaning not in LIGHT_STEMS]
    spots = {case.rests[word.start].statement for word in asked if word.start in case.rests}
    told = " . ".join(
        " ".join(word.plain for word in case.readings[number].statements[at])
        for number, at in sorted(spots | {(number, at + 1) for number, at in spots if _goes_on(case, number, at)})
    )
    return _SPARED.search(told) is not None and not _ASKED.search(_SPARED.sub(" ", told))


def _goes_on(case: Case, number: int, at: int) -> bool:
    """Whether the statement behind one speaks of the same: "A licence is a plus. It is not required"."""
    behind = case.readings[number].statements.get(at + 1, ())[:1]
    return any(word.plain in ("it", "this", "that", "they") for word in behind)


def _cited(case: Case) -> str:
    """The statements on which the line rests, or all that it cites where it rests on none."""
    spots = {rest.statement for rest in case.rests.values()}
    words = [
        word.plain
        for number, reading in enumerate(case.readings)
        for word in reading.words
        if not spots or (number, word.statement) in spots
    ]
    return " ".join(words)


def check_section(line: Line, sources: Sequence[Source], section: SectionKind | None) -> Iterator[Violation]:
    """A source under a heading that says something else of it: required, preferred, asked for or offered."""
    kinds = {source.kind for source in sources}
    if section is SectionKind.OFFER and kinds == {Kind.REQUIREMENT}:
        yield Violation(class_=ViolationClass.BENEFIT, detail="what is asked for stands among what is offered")
    if section in (SectionKind.MUST, SectionKind.NICE) and kinds and kinds <= {Kind.BENEFIT, Kind.PAY}:
        yield Violation(class_=ViolationClass.REQUIREMENT, detail="what is offered stands among what is asked for")
    modalities = {source.modality for source in sources if source.kind is Kind.REQUIREMENT}
    if section is SectionKind.NICE and modalities == {Modality.REQUIRED}:
        yield _violation("a deal-breaker stands among what is nice to have")
    if section is SectionKind.MUST and modalities == {Modality.PREFERRED} and not LIKED.search(line.text):
        yield _violation("what is preferred stands among the deal-breakers")


def _violation(detail: str) -> Violation:
    return Violation(class_=ViolationClass.MODALITY, detail=detail)
