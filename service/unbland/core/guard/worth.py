"""Worth: what is free or paid in a source is what is free or paid in the line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from unbland.core.guard.days import CALENDAR
from unbland.core.guard.evidence import Case
from unbland.core.guard.grammar import BE
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.reading import Reading
from unbland.core.guard.word import Word
from unbland.core.language.quantities import Quantity, QuantityKind
from unbland.core.ledger.model import Kind

#: Words whose worth is all in what they stand by.
_WORTH = frozenset({"free", "paid", "unpaid"})


#: An amount of which something is to be paid back, and how a line may say it.
_BACK = re.compile(
    r"[a-z -]{0,24}, (?:which is )?(?:repayable|refundable|to be (?:re)?paid back|repaid)\b", re.IGNORECASE
)
_REPAID = re.compile(r"\b(?:repa(?:y|id)|refund|pa(?:y|id) (?:it |this )?back)", re.IGNORECASE)
#: So many words behind an amount may bind it.
_NEAR = 3
_WHOLE = 100
#: Bind an amount, to full hours or to the first time, and how a line may say it.
_RATES = (
    (re.compile(r"\bpro rata\b|\bprorated\b"), re.compile(r"\bpro rata\b|\bprorated\b|\bproportion")),
    (
        re.compile(r"\b(?:starting|entry|initial) (?:salary|pay|wage|rate)\b"),
        re.compile(r"\b(?:start|entry|initial|begin|first|from|rising|rises|after)"),
    ),
)


def check(case: Case) -> Iterator[Violation]:
    """What no source calls "free" or "paid"; where no source has the word at all, `novelty` sees it."""
    known = {pair for reading in case.readings for pair in _around(reading)}
    words = {word for word, _ in known}
    for before, word in pairwise(case.claim.words):
        beside = before.plain in words and not before.verb and word.content and word.clause == before.clause
        if beside and (before.plain, word.meaning) not in known and word.meaning in case.content:
            detail = f"no cited source says {before.plain!r} of this"
            yield Violation(class_=ViolationClass.SCOPE, detail=detail)


def check_said(case: Case) -> Iterator[Violation]:
    """What no source calls so of what the line says it of: "supper is free" of "lunch is free, supper is not"."""
    known = {pair for reading in case.readings for pair in _around(reading)}
    words = {word for word, _ in known}
    for before, word in pairwise(case.claim.words):
        if word.plain not in words or before.plain not in BE:
            continue
        noun = _of_what(case.claim, word)
        if noun is not None and (word.plain, noun.meaning) not in known and _is_said_elsewhere(case, noun):
            yield Violation(class_=ViolationClass.SCOPE, detail=f"no cited source says {word.plain!r} of this")


def _of_what(claim: Reading, word: Word) -> Word | None:
    """The last noun before the word in its clause."""
    before = (other for other in reversed(claim.clauses[word.clause]) if other.start < word.start)
    return next((other for other in before if other.content), None)


def _is_said_elsewhere(case: Case, noun: Word) -> bool:
    """Whether a source says something else of a noun, in a clause with a verb: "supper is paid by you"."""
    clauses = (
        reading.clauses[word.clause]
        for reading in case.readings
        for word in reading.words
        if word.meaning == noun.meaning
    )
    return any(word.plain in BE for clause in clauses for word in clause)


def _is_given(reading: Reading, word: Word) -> bool:
    """Whether all that was named before is given so: "uniform and shoes are provided free"."""
    at = reading.places[word.start]
    return any(other.plain in BE | {"provided"} for other in reading.words[max(0, at - 2) : at])


def check_rates(case: Case) -> Iterator[Violation]:
    """Pay that is only where one starts, or only in proportion to one's hours, told as what one gets."""
    told = {figure.values for figure in case.claim.figures}
    for source, reading in zip(case.sources, case.readings, strict=True):
        for figure in reading.figures if source.kind in (Kind.PAY, Kind.BENEFIT) else ():
            near = _beside(reading, figure) if figure.values in told else ""
            lost = ((bound.search(near), kept) for bound, kept in _RATES)
            yield from (_left_out(found.group()) for found, kept in lost if found and not kept.search(case.claim.plain))


def _beside(reading: Reading, figure: Quantity) -> str:
    """The words of a figure's clause, and the first behind it."""
    behind = [word for word in reading.words if word.start >= figure.end][:_NEAR]
    words = reading.clause_at(figure.start)
    return " ".join(word.plain for word in (*words, *(behind if words else ())))


def check_cases(case: Case) -> Iterator[Violation]:
    """An amount that a source gives for some days or hours, or a part of the pay, told without them."""
    for source, reading in zip(case.sources, case.readings, strict=True):
        for figure in reading.figures if source.kind is Kind.PAY else ():
            lost = _lost(case, reading, figure)
            yield from (_left_out(text) for text in lost)


def _lost(case: Case, reading: Reading, figure: Quantity) -> Iterator[str]:
    """What a source says beside a figure of pay, and the line does not."""
    if figure.kind is QuantityKind.MONEY and any(figure.values == mine.values for mine in case.claim.figures):
        days = _days(reading, figure)
        if days and days[0].marker and not any(word.plain in CALENDAR for word in case.claim.words):
            yield days[0].text
        back = _BACK.match(reading.text, figure.end)
        if back and not _REPAID.search(case.claim.text):
            yield back.group().strip(", ")
    share = figure.kind is QuantityKind.PERCENT and (figure.low or _WHOLE) < _WHOLE
    if share and reading.text[: figure.start].endswith(" at ") and not case.claim.figures and _says_paid(case):
        yield figure.text


def _days(reading: Reading, figure: Quantity) -> list[Word]:
    """The days behind a figure in its clause, up to the next one."""
    end = min((one.start for one in reading.figures if one.start >= figure.end), default=len(reading.text))
    return [w for w in reading.clause_at(figure.start) if figure.end <= w.start < end and w.plain in CALENDAR]


def _says_paid(case: Case) -> bool:
    return any(word.plain == "paid" for word in case.claim.words)


def _left_out(text: str) -> Violation:
    return Violation(class_=ViolationClass.PAY, detail=f"the line leaves out {text!r}")


def _around(reading: Reading) -> Iterator[tuple[str, str]]:
    """Each such word with every word of its clause; "paid" with every word of its statement."""
    for word in reading.words:
        if word.plain in _WORTH and not word.verb:
            whole = word.plain == "paid" or _is_given(reading, word)
            near = reading.statement_at(word.start) if whole else reading.clauses[word.clause]
            yield from ((word.plain, other.meaning) for other in near if other.content)
