"""Shares: a part of a whole is one statement, and the whole is the source's: "9 of 34", "half of the fee"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise, takewhile

from unbland.core.guard.evidence import Case
from unbland.core.guard.grammar import PRONOUNS
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.reading import Reading
from unbland.core.guard.word import Word
from unbland.core.language.numbers import TEENS, UNITS, value
from unbland.core.language.quantities import Quantity, QuantityKind
from unbland.core.language.synonyms import LIGHT_STEMS
from unbland.core.language.units import SPANS
from unbland.core.ledger.model import Kind

_DEALS = frozenset({Kind.REQUIREMENT, Kind.BENEFIT, Kind.PAY, Kind.SCHEDULE})
_WHOLES = frozenset({QuantityKind.DURATION, QuantityKind.COUNT})
_APIECES = frozenset({QuantityKind.MONEY, QuantityKind.DURATION})
#: Between a part and its whole; a line may say "in" where a source spreads the one over the other.
_PARTS = (" of ", " out of ", " in ")
_SMALL = f"(?:\\d{{1,3}}|{'|'.join((*UNITS, *TEENS))})"
#: Begins what is said of a part of a figure before it.
_INNER = re.compile(
    rf"\b(?:(?:of which|of whom|including|among them)(?: at least| about| up to)? {_SMALL}\b"
    r"(?: or more| or so)?(?: of them)?"
    rf"|{_SMALL}(?: or more)? of (?:them|these|those|which|whom)\b"
    r"|(?<=[,;:(] )(?:at least )?one (?:from|by|with|in)\b)",
    re.IGNORECASE,
)
_NUMERAL = re.compile(rf"(?<![\d.:])\b{_SMALL}\b(?![.:]\d)", re.IGNORECASE)
#: Says in a line that only a part is meant, whatever its figure.
_OF_IT = re.compile(r"\bof (?:it|them|which|whom|these|those)\b", re.IGNORECASE)
_EACH = re.compile(r" (?:each|every|per|apiece|respectively|a) ")
_APIECE = re.compile(r"(?: [a-z]+)? each\b", re.IGNORECASE)
#: Between an amount and the several things for each of which it is: "£300 for each of two tickets".
_FOR_EACH = re.compile(
    rf" (?:(?:for|on|towards?|per|of|in|at|from|to) )?(?:each|every one|either) of (?:the |our |your )?{_SMALL}\b",
    re.IGNORECASE,
)
#: Say in a line that an amount is for each.
_SAYS_EACH = re.compile(r"\b(?:each|every|per|apiece|respectively|either|both|an? [a-z]+ (?:each|of))\b", re.IGNORECASE)
_SPREAD = (" over ", " across ")


def check_parts(case: Case) -> Iterator[Violation]:
    """Two numbers that a line tells as part and whole and no source does."""
    known = {share for reading in case.readings for share, _ in _shares(reading, (*_PARTS, *_SPREAD))}
    for share, text in _shares(case.claim, _PARTS):
        if share not in known:
            yield _violation(f"no cited source says {text!r}")


def _shares(reading: Reading, joints: tuple[str, ...]) -> Iterator[tuple[object, str]]:
    """Part and whole of each share that is told with two numbers, and its text."""
    for part, whole in pairwise(reading.figures):
        joint = reading.text[part.end : whole.start]
        if joint in joints and not (joint == " in " and _is_spread(part, whole)):
            yield (part.values, whole.values), reading.text[part.start : whole.end]


def _is_spread(part: Quantity, whole: Quantity) -> bool:
    """Whether two counts of different things are no part and whole: "62 places in four rooms"."""
    counts = part.kind is whole.kind is QuantityKind.COUNT
    return counts and bool(part.unit and whole.unit) and part.unit != whole.unit


def check_wholes(case: Case) -> Iterator[Violation]:
    """A share of one thing that became a share of another: "half of the fee"."""
    theirs = [(figure, _whole(reading, figure)) for reading in case.readings for figure in reading.figures]
    for figure in case.claim.figures:
        mine = _whole(case.claim, figure)
        known = [whole for other, whole in theirs if whole and figure.values == other.values]
        if mine and not known and any(mine & whole for _, whole in theirs):
            yield _violation(f"the cited source has another number of these than {figure.text!r}")
        elif mine and known and all(mine.isdisjoint(whole) for whole in known):
            yield _violation(f"{figure.text!r} is of another thing in the cited source")


def _whole(reading: Reading, figure: Quantity) -> frozenset[str]:
    """The words of what a figure is a share of: the first of content behind "of", and its attributes."""
    after = [word for word in reading.words if word.start >= figure.end]
    if [word.plain for word in after[:1]] != ["of"] or after[1:2] == [] or after[1].plain in PRONOUNS:
        return frozenset()
    words = [word for word in after if word.content]
    rest = takewhile(lambda word: not word.marker and not word.comma, words[1:])
    return frozenset(word.meaning for word in (*words[:1], *rest))


def check_multiples(case: Case) -> Iterator[Violation]:
    """So many of so much, the other way round: "four ten-hour days" as "ten four-hour days"."""
    known = {pair for reading in case.readings for pair, _ in _multiples(reading)}
    for pair, text in _multiples(case.claim):
        if pair not in known and pair[::-1] in known:
            yield _violation(f"the cited source says {text!r} the other way round")


def _multiples(reading: Reading) -> Iterator[tuple[tuple[object, object], str]]:
    """Two figures of which the first counts what the second measures, by their values, and their text."""
    for one, other in pairwise(reading.figures):
        counted = reading.text[one.start : other.start]
        if " " not in counted.strip() and counted.endswith(" "):
            yield (one.low, other.low), f"{counted}{other.text}"


def check_inner(case: Case) -> Iterator[Violation]:
    """What is asked of a part of a time alone, told of all of it: "five years, of which two as a supervisor"."""
    for number, (source, reading) in enumerate(zip(case.sources, case.readings, strict=True)):
        inner = _INNER.search(reading.text) if source.kind in _DEALS else None
        if inner is None:
            continue
        outer = [one for one in reading.figures if one.end <= inner.start() and one.kind in _WHOLES]
        mine = _INNER.search(case.claim.text)
        if mine and _part(mine) != _part(inner) and any(one.low == _part(mine) for one in outer):
            yield _violation(f"the cited source says {mine.group()!r} of another part")
        end = _whole_ends(case.claim.text, _part(inner))
        moved = _moved(_sole(case, number), inner, end, len(case.claim.text))
        whole = any(one.start < end and one.values == other.values for one in case.claim.figures for other in outer)
        if moved and whole:
            yield _violation(f"the cited source says {moved[0].text!r} of a part of it alone")


def _whole_ends(line: str, part: Decimal) -> int:
    """Where a line goes on to the part, by its number or an "of it"; its end where it does not."""
    told = _OF_IT.search(line)
    ends = [at for at, much in _numbers(line) if much == part] + ([told.start()] if told else [])
    return min(ends, default=len(line))


def _moved(held: Sequence[tuple[Word, int]], inner: re.Match[str], end: int, length: int) -> list[Word]:
    """The words that a source says of the part and a line, which ends the whole at `end`, of all of it."""
    crossed = end == length or any(word.start >= end and start < inner.start() for word, start in held)
    return [word for word, start in held if word.start < end and start >= inner.end()] if crossed else []


def check_each(case: Case) -> Iterator[Violation]:
    """So many in each of several, told as so many in all: "two sites with 40 people each"."""
    if _EACH.search(case.claim.plain):
        return
    for reading in case.readings:
        for before, figure in pairwise(reading.figures):
            each = _APIECE.match(reading.text, figure.end) and before.kind is figure.kind is QuantityKind.COUNT
            if each and any(figure.low == mine.low for mine in case.claim.figures):
                yield _violation(f"the cited source says {figure.text!r} of each")


def check_for_each(case: Case) -> Iterator[Violation]:
    """An amount for each of several things, told as if it were for all of them."""
    for reading in case.readings:
        if " each " not in reading.plain or _SAYS_EACH.search(case.claim.text):
            continue
        for figure in reading.figures:
            each = _is_of_each(reading, figure)
            told = [mine for mine in case.claim.figures if figure.values == mine.values] if each else []
            if told and not any(_is_by_piece(case.claim, mine) for mine in told):
                yield _violation(f"the cited source says {figure.text!r} of each")


def _is_of_each(reading: Reading, figure: Quantity) -> bool:
    """Whether a source says an amount of each: "£300 each", "£300 for each of two tickets"."""
    apiece = figure.kind in _APIECES and _APIECE.match(reading.text, figure.end)
    return bool(apiece or _FOR_EACH.match(reading.text, figure.end))


def _is_by_piece(claim: Reading, figure: Quantity) -> bool:
    """Whether an amount is told by the piece: "£300 a ticket"."""
    if "-" in figure.text:
        return True  # "two-day visits"
    after = claim.text[figure.end :].split()
    return len(after) > 1 and after[0] in ("a", "an") and after[1].strip(",.;") not in SPANS


def _numbers(text: str) -> Iterator[tuple[int, Decimal]]:
    """Where each plain number of a text stands, and its value."""
    return ((found.start(), value(found.group())) for found in _NUMERAL.finditer(text))


def _part(inner: re.Match[str]) -> Decimal:
    """How much of a figure is told apart."""
    return next(number for _, number in _numbers(inner.group()))


def _sole(case: Case, number: int) -> list[tuple[Word, int]]:
    """Each word of content of the line that one word of a source alone can carry, with where that stands."""
    return [
        (word, rest.word.start)
        for word, rest in case.resting()
        if word.content and word.meaning not in LIGHT_STEMS and rest.reading == number
        if len({option.place for option in case.candidates[word.start]}) == 1
    ]


def _violation(detail: str) -> Violation:
    return Violation(class_=ViolationClass.NUMBER, detail=detail)
