"""Applicants: what holds for some who apply, or is given to some, is not told of all of them, nor of the reader."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from unbland.core.guard.bonds import DEALS
from unbland.core.guard.evidence import Case
from unbland.core.guard.grammar import AUXILIARIES, BE
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.reading import Reading
from unbland.core.guard.word import Word
from unbland.core.language.words import word_set
from unbland.core.ledger.model import Kind

_APPLICANTS = word_set("applicants candidates applicant candidate finalists")
#: Before them these part nobody from the reader: the one who gets the job is who is spoken to.
_ANY = word_set("successful ideal right suitable interested prospective potential perfect")
#: What hangs behind them and tells which of them are meant.
_WHICH = frozenset({"from", "with", "without", "which", "under", "over", "outside"})
#: Stand for whoever is told behind them.
_WHOEVER = word_set("those anyone anybody everyone everybody whoever")
_OFFERS = frozenset({Kind.BENEFIT, Kind.PAY})
#: So many words of content before "for those" tell what they get.
_NEAR = 3
#: So much of what is said of them must stand in the line.
_USED = 0.5


def check(case: Case) -> Iterator[Violation]:
    """What some who apply do or get, told without which of them: "shortlisted candidates visit us"."""
    for source, reading, taken in zip(case.sources, case.readings, case.taken, strict=True):
        if source.kind not in DEALS | {Kind.PROCESS}:
            continue
        for at, word in enumerate(reading.words):
            which = _which(reading.words, at) if word.plain in _APPLICANTS else []
            if not _is_dropped(case, which, taken):
                continue
            if _is_told(reading, max(word, *which, key=lambda one: one.start), taken):
                told = " ".join(one.text for one in sorted([word, *which], key=lambda one: one.start))
                detail = f"the cited source says it of {told!r} alone"
                yield Violation(class_=ViolationClass.SCOPE, detail=detail)


def check_those(case: Case) -> Iterator[Violation]:
    """An offer to whoever is named behind "those", told to all: "a day off for those in the choir"."""
    for source, reading, taken in zip(case.sources, case.readings, case.taken, strict=True):
        for at, (small, word) in enumerate(pairwise(reading.words if source.kind in _OFFERS else ())):
            if small.plain in ("for", "to") and word.plain in _WHOEVER and _is_told_to_all(case, reading, taken, at):
                tail = " ".join(one.text for one in reading.words[at:] if one.statement == word.statement)
                yield Violation(class_=ViolationClass.SCOPE, detail=f"the cited source says it {tail!r} alone")


def _is_told_to_all(case: Case, reading: Reading, taken: frozenset[int], at: int) -> bool:
    """Whether the line has what stands before "for those", and neither a word nor a figure of what stands behind."""
    own = reading.statements[reading.words[at].statement]
    tail = [one for one in own if one.start > reading.words[at + 1].start]
    before = [one for one in own if one.content and one.start < reading.words[at].start][-_NEAR:]
    told = any(one.content for one in tail) and any(one.start in taken for one in before)
    return told and not _is_kept(case, reading, taken, tail)


def _is_kept(case: Case, reading: Reading, taken: frozenset[int], tail: Sequence[Word]) -> bool:
    """Whether the line has a word or a figure of the words at an end of a statement."""
    told = {figure.values for figure in case.claim.figures}
    return any(one.start in taken for one in tail) or any(
        figure.values in told for figure in reading.figures if tail and tail[0].start <= figure.start < tail[-1].end
    )


def _is_dropped(case: Case, which: Sequence[Word], taken: frozenset[int]) -> bool:
    """Whether there are words that tell which of them are meant, and the line has none of them."""
    return bool(which) and not any(one.start in taken or one.meaning in case.said for one in which)


def _which(words: Sequence[Word], at: int) -> list[Word]:
    """The words that tell which of those who apply are meant; none where all are."""
    noun = words[at]
    before = [one for one in words[max(0, at - 1) : at] if one.statement == noun.statement]
    attributes = [one for one in before if one.content and one.plain not in _ANY and one.verb != "verb"]
    behind = takewhile(lambda one: one.clause == noun.clause and not one.comma, words[at + 1 :])
    tail = list(takewhile(lambda one: one.plain not in BE | AUXILIARIES and one.verb != "verb", behind))
    hangs = [one for one in tail if one.content] if tail and _marks(tail) else []
    return attributes + hangs


def _marks(tail: Sequence[Word]) -> bool:
    return any(one.marker in _WHICH for one in tail if one.content)


def _is_told(reading: Reading, last: Word, taken: frozenset[int]) -> bool:
    """Whether the line has half of what a source says behind a word in its statement."""
    own = [one for one in reading.statement_at(last.start) if one.content and one.start > last.start]
    return bool(own) and sum(one.start in taken for one in own) >= _USED * len(own)
