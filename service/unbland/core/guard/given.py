"""Given: what comes on top, from when an amount holds, how many there are, and what the employer gives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from unbland.core.guard.evidence import Case
from unbland.core.guard.grammar import WE
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.reading import Reading
from unbland.core.guard.word import Word
from unbland.core.language.quantities import Bound, Quantity, QuantityKind
from unbland.core.language.words import stem, word_set
from unbland.core.ledger.model import Kind

_PAID = frozenset({Kind.PAY, Kind.BENEFIT})
_AMOUNTS = frozenset({QuantityKind.MONEY, QuantityKind.PERCENT})

#: Behind an amount, that it comes on top of another; and words with which a line says so.
_ON_TOP = re.compile(r" (?:extra|more|on top|in addition)\b(?! than)", re.IGNORECASE)
#: The same before it: "a supplement of £2".
_ON_TOP_OF = re.compile(r"\b(?:supplement|premium|differential|surcharge|uplift) of (?:up to )?$", re.IGNORECASE)
_MORE = re.compile(
    r"\b(?:extra|more|additional|on top|in addition|plus|add|added|adds|higher|supplement|premium|differential|bonus"
    r"|surcharge|allowance|uplift|rise|raise|top-up|stipend|payment|budget)\b",
    re.IGNORECASE,
)
#: Behind an amount, from when it holds: "£13.40 after the first year"; and words with which a line tells of a time.
_FROM_THEN = re.compile(r",? (?:after|once|from|following) (?!\d[\d.,]* ?(?:am|pm|%))", re.IGNORECASE)
_THEN = re.compile(
    r"\b(?:after|once|from|following|then|afterwards|thereafter|rising|rises|later|when|as soon as|up to|to)\b",
    re.IGNORECASE,
)
#: What one gives.
_GIVING = frozenset(map(stem, word_set("provide supply give lend offer pay train teach buy fund")))
_FREE = word_set("provided given paid us ours our free supplied")


def check_on_top(case: Case) -> Iterator[Violation]:
    """An amount that comes on top, told as the whole: "£2 an hour extra"."""
    for reading, figure in _told(case):
        on_top = _ON_TOP.match(reading.text, figure.end) or _ON_TOP_OF.search(reading.text[: figure.start])
        if on_top and not _MORE.search(case.claim.text):
            yield _violation(f"the line leaves out {on_top.group().strip()!r}")


def check_steps(case: Case) -> Iterator[Violation]:
    """One of two amounts that holds from a time on, told without that time, or the other one told of it."""
    for reading, figure in _told(case):
        if len([one for one in reading.figures if one.kind is figure.kind]) < len(("now", "then")):
            continue
        then, mine = _FROM_THEN.match(reading.text, figure.end), _same(case, figure)
        if then and not _THEN.search(case.claim.text):
            yield _violation(f"the cited source says {figure.text!r} {then.group().strip(', ')!r} a time alone")
        elif not then and _FROM_THEN.match(case.claim.text, mine.end) and _steps(reading, figure):
            yield _violation(f"the cited source does not say {mine.text!r} of then")


def _steps(reading: Reading, figure: Quantity) -> bool:
    """Whether the next amount is the one that holds from a time on."""
    after = next((one for one in reading.figures if one.kind is figure.kind and one.start >= figure.end), None)
    return after is not None and _FROM_THEN.match(reading.text, after.end) is not None


def _told(case: Case) -> Iterator[tuple[Reading, Quantity]]:
    """The amounts paid or given that the line has."""
    values = {figure.values for figure in case.claim.figures if figure.kind in _AMOUNTS}
    for source, reading in zip(case.sources, case.readings, strict=True):
        for figure in reading.figures if values and source.kind in _PAID else ():
            if figure.values in values:
                yield reading, figure


def _same(case: Case, figure: Quantity) -> Quantity:
    return next(mine for mine in case.claim.figures if mine.values == figure.values)


def check_counts(case: Case) -> Iterator[Violation]:
    """So many of a thing in so much time, offered without the number: "two courses a year"."""
    for source, reading, taken in zip(case.sources, case.readings, case.taken, strict=True):
        for figure in reading.figures if source.kind in _PAID else ():
            if not _is_allotted(figure) or any(one.values == figure.values for one in case.claim.figures):
                continue
            thing = _counted(reading, figure)
            if thing is not None and thing.start in taken:
                detail = f"the line leaves out how many {thing.text!r} there are"
                yield Violation(class_=ViolationClass.SCOPE, detail=detail)


def _is_allotted(figure: Quantity) -> bool:
    """Whether a figure says that there are so many of a thing in so much time, no more and no less."""
    counts = figure.kind is QuantityKind.COUNT and figure.bound is Bound.EXACT
    return counts and bool(figure.period) and bool(figure.unit)


def _counted(reading: Reading, figure: Quantity) -> Word | None:
    """The last word for what a figure counts in its clause; None where it only stands in the figure."""
    units, own = figure.unit.split(), reading.clause_at(figure.start)
    return next((word for word in reversed(own) if word.stem in units and word.start > figure.start), None)


def check_asked(case: Case) -> Iterator[Violation]:
    """What a requirement says the employer gives, told as if it were asked for: "we provide the trailer"."""
    said = any(word.party == WE or word.plain in _FREE for word in case.claim.words)
    for source, reading, taken in zip(case.sources, case.readings, case.taken, strict=True):
        for words in reading.statements.values() if source.kind is Kind.REQUIREMENT and not said else ():
            held = _held(words, taken)
            if held is not None:
                detail = f"in the cited source it is the employer who gives {held.text!r}"
                yield Violation(class_=ViolationClass.REQUIREMENT, detail=detail)


def _held(words: Sequence[Word], taken: frozenset[int]) -> Word | None:
    """The first thing that the employer gives by a statement and the line has; None where there is none."""
    gives = len(words) > 1 and words[0].party == WE and words[1].stem in _GIVING
    return next((word for word in words[2:] if word.content and word.start in taken), None) if gives else None


def _violation(detail: str) -> Violation:
    return Violation(class_=ViolationClass.PAY, detail=detail)
