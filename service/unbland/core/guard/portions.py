"""Portions: what a source says of the largest, of the second or of one each is not told of all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from unbland.core.guard.equivalents import Rest
from unbland.core.guard.evidence import Case
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.reading import Reading
from unbland.core.guard.word import Word
from unbland.core.language.numbers import TEENS, UNITS, value
from unbland.core.language.quantities import Quantity, QuantityKind
from unbland.core.language.synonyms import LIGHT_STEMS
from unbland.core.language.units import SPANS
from unbland.core.ledger.model import Kind

_SMALL = f"(?:\\d{{1,3}}|{'|'.join((*UNITS, *TEENS))})"
_RANK = r"(?:[a-z]{2,12}est|most|least|first|second|third|fourth|last|final|latter|former)"
#: Behind a comma, what is said of one of the things before it: ", the largest of which has 300 seats".
_ONE_OF_THEM = re.compile(
    rf"[,;:] (?:and |with )?the {_RANK}\b(?: (?:of (?:which|whom|them|these)|one)\b| (?=with |has |is |in |at |by ))",
    re.IGNORECASE,
)
#: Says in a line that one of them alone is meant.
_RANKED = re.compile(rf"\b(?:{_RANK}|biggest|one of|then)\b", re.IGNORECASE)
#: "20 fish per pen", "one nurse for every six patients"; at most so many words name what is counted.
_PER = re.compile(r"(?: [a-z-]+){0,2} (?:per|for (?:each|every)) ([a-z]+)", re.IGNORECASE)
_EACH = re.compile(r"\b(?:per|each|every|apiece|an?)\b", re.IGNORECASE)
#: "One of our two apprentices".
_SOME_OF = re.compile(rf"\b(?:{_SMALL}) of (?:our|the|your|their|its) ({_SMALL})\b", re.IGNORECASE)
#: What may be parted: "two of your six weeks".
_PARTED = frozenset({QuantityKind.COUNT, QuantityKind.DURATION})
_OF = re.compile(r"\b(?:of|from|in|to) (?:our|the|your|their|its|those|these)? ?$", re.IGNORECASE)
#: Say in a line that something is past a measure, and in a source that there is a measure to be past.
_BEYOND = re.compile(r"\b(?:above|below|beyond) (?:the|our|any)\b", re.IGNORECASE)
_PAST = re.compile(
    r"\b(?:above|over|below|under|beyond|beneath|exceed\w*|more|less|top|higher|lower|better|addition)\b", re.IGNORECASE
)
#: Figures that may be so much for each of several things.
_EACH_OF = frozenset({QuantityKind.COUNT, QuantityKind.MONEY})
#: Amounts of which two that changed places are told of each other's case.
_DEALT = frozenset({QuantityKind.MONEY, QuantityKind.PERCENT})


def check_one(case: Case) -> Iterator[Violation]:
    """What a source says of one of several alone, told without saying of which."""
    for number, reading in enumerate(case.readings):
        for part in _ONE_OF_THEM.finditer(reading.text) if " the " in reading.text else ():
            held = None if _RANKED.search(case.claim.text) else _held(case, number, part.end())
            if held is not None:
                yield _violation(f"the cited source says {held.text!r} {part.group().strip(',;: ')!r} alone")


def _held(case: Case, number: int, place: int) -> Word | None:
    """The first word of the line behind this place of a source; None where the line has none of its figures."""
    reading = case.readings[number]
    own = [word for word in reading.statement_at(place) if word.start >= place]
    held = (word for word in own if word.content and word.start in case.taken[number])
    figures = {one.values for one in reading.figures if own and own[0].start <= one.start < own[-1].end}
    told = not figures or any(mine.values in figures for mine in case.claim.figures)
    return next(held, None) if told else None


def check_some(case: Case) -> Iterator[Violation]:
    """What a source says of one of two, told of both."""
    for reading in case.readings:
        for some in _SOME_OF.finditer(reading.text) if " of " in reading.text and case.claim.figures else ():
            told = [
                mine for mine in case.claim.figures if mine.low == mine.high == value(some[1]) and mine.kind in _PARTED
            ]
            if told and not any(_OF.search(case.claim.text[: mine.start]) for mine in told):
                yield _violation(f"the cited source says it of {some.group()!r} alone")


def check_per(case: Case) -> Iterator[Violation]:
    """A count of each of several things, told as the whole count: "20 fish per pen"."""
    for reading in case.readings:
        for figure in reading.figures:
            per = _PER.match(reading.text, figure.end) if figure.kind in _EACH_OF else None
            if per is None or per[1].lower() in SPANS:
                continue
            told = [mine for mine in case.claim.figures if mine.values == figure.values]
            if told and not any(_EACH.search(_around(case.claim, mine)) for mine in told):
                yield _violation(f"the cited source says {figure.text + per.group()!r}, the line does not say of what")


def _around(claim: Reading, figure: Quantity) -> str:
    """The clause of a figure without the figure, whose own "a year" says how often."""
    own = claim.statement_at(figure.start)
    start, end = (own[0].start, own[-1].end) if own else (figure.start, figure.end)
    return f"{claim.text[start : figure.start]} {claim.text[figure.end : end]}"


def check_beyond(case: Case) -> Iterator[Violation]:
    """What is paid or done by a measure, told as past it: "paid above the collective agreement"."""
    beyond = _BEYOND.search(case.claim.text)
    if beyond and not any(_PAST.search(reading.text) for reading in case.readings):
        yield Violation(class_=ViolationClass.SCOPE, detail=f"no cited source says {beyond.group()!r}")


def check_order(case: Case) -> Iterator[Violation]:
    """Two amounts that changed places while all that is said around them stayed: "€18 before 8 pm and €15 after"."""
    if len(case.readings) != 1 or case.sources[0].kind not in (Kind.PAY, Kind.BENEFIT):
        return
    places = [rest.word.start for _, rest in case.resting()]
    if any(one > other for one, other in pairwise(places)):
        return
    mine, theirs = _amounts(case.claim.figures), _amounts(case.readings[0].figures)
    for one, other in pairwise(mine):
        if one.values != other.values and _stands_before(theirs, other, one) and not _stands_before(theirs, one, other):
            yield _violation(f"{one.text!r} and {other.text!r} stand in each other's place in the cited source")


def _amounts(figures: Sequence[Quantity]) -> list[Quantity]:
    return [figure for figure in figures if figure.kind in _DEALT]


def check_ranks(case: Case) -> Iterator[Violation]:
    """What holds for the second of several alone, told of all: "to the second talk, not to the first"."""
    for number, reading in enumerate(case.readings):
        ranks = _several_ranks(reading)
        for figure in ranks if ranks and not _tells_rank(case.claim) else ():
            noun = next((word for word in reading.words if word.start >= figure.end), None)
            if noun is not None and noun.content and noun.start in case.taken[number]:
                detail = f"the cited source says it of the {figure.text} {noun.text} alone"
                yield Violation(class_=ViolationClass.SCOPE, detail=detail)


def _several_ranks(reading: Reading) -> list[Quantity]:
    """The ranks that a source tells, where it tells of more than one: "the second talk, not the first"."""
    ranks = [figure for figure in reading.figures if figure.kind is QuantityKind.ORDINAL and not figure.unit]
    return ranks if len({one.low for one in ranks}) > 1 else []


def _tells_rank(claim: Reading) -> bool:
    """Whether a line says of itself that one of several is meant."""
    ranked = any(figure.kind is QuantityKind.ORDINAL for figure in claim.figures)
    return ranked or _RANKED.search(claim.text) is not None


def check_heads(case: Case) -> Iterator[Violation]:
    """So many of one thing told as so many of what only tells its kind: "40 customer projects" as "40 customers"."""
    for figure in case.claim.figures if " " in case.line.text else ():
        noun = _head(case.claim, figure) if figure.kind is QuantityKind.COUNT else None
        rests = case.candidates.get(noun.start, ()) if noun else ()
        heads = [_another_head(case, rest) for rest in rests]
        if noun and heads and all(heads):
            yield _violation(f"the cited source counts {heads[0]!r}, the line {noun.text!r}")


def _head(reading: Reading, figure: Quantity) -> Word | None:
    """What a figure counts: the last of the words of content right behind its number."""
    behind = (word for word in reading.words if word.start > figure.start and not word.figure)
    run = list(takewhile(lambda word: word.content and not word.marker and not word.comma, behind))
    return run[-1] if run else None


def _another_head(case: Case, rest: Rest) -> str:
    """The noun right behind a counted word of a source to which that word belongs, where the line has it not."""
    reading = case.readings[rest.reading]
    head = _next_noun(reading, rest.word) if _is_counted(reading, rest) else None
    if head is None or head.meaning in LIGHT_STEMS or head.plain in SPANS:
        return ""
    lost = head.content and head.start not in case.taken[rest.reading] and head.meaning not in case.said
    return f"{rest.word.text} {head.text}" if lost else ""


def _is_counted(reading: Reading, rest: Rest) -> bool:
    """Whether the very word of the line stands right behind a number in a source."""
    at = reading.places[rest.word.start]
    counted = any(word.figure for word in reading.words[max(0, at - 1) : at])
    return counted and not rest.akin and not rest.word.hyphened


def _next_noun(reading: Reading, word: Word) -> Word | None:
    """The word that only a space parts from the one before it, where it is no verb and nothing governs it."""
    at = reading.places[word.start]
    after = reading.words[at + 1 : at + 2]
    beside = bool(after) and after[0].start == word.end + 1
    return after[0] if beside and not after[0].verb and not after[0].marker else None


def _stands_before(figures: Sequence[Quantity], one: Quantity, other: Quantity) -> bool:
    return any(
        first.low == one.low and last.low == other.low and first.kind is one.kind and last.kind is other.kind
        for at, first in enumerate(figures)
        for last in figures[at + 1 :]
    )


def _violation(detail: str) -> Violation:
    return Violation(class_=ViolationClass.NUMBER, detail=detail)
