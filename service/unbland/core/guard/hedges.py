"""Hedges: what a source leaves open ("may", "usually") stays open, and what it says plainly is said plainly."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unbland.core.guard.equivalents import Rest
from unbland.core.guard.evidence import Case
from unbland.core.guard.grammar import BE, HEDGES, YOU
from unbland.core.guard.modality import LIKED
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.reading import Reading
from unbland.core.guard.word import Word
from unbland.core.language.synonyms import GIVING, LIGHT_STEMS
from unbland.core.ledger.model import Kind, Modality

#: Where "can" says what somebody is able to do, or is free to: "you can lift 50 lb", "you can carry over five days".
_ABLE = frozenset({Kind.REQUIREMENT, Kind.BENEFIT, Kind.PAY, Kind.GOAL})
#: The same in why somebody is hired: "more than one designer can draw".
_TOLD = frozenset({Kind.REASON, Kind.COMPANY})
#: "Can" and "may" leave open what "will" promises.
_OPEN = frozenset({"can", "could", "may", "might"})
#: Behind a figure that is only offered: "four days a week are possible" is read so; and how a line may tell as much.
_CAN_BE = re.compile(r" (?:can|could|may|might) be(?= ?(?:[,.;)]|$))", re.IGNORECASE)
#: The same before what is offered: "home office is possible on Fridays".
_CAN_ONLY_BE = re.compile(
    r"\b(?:can|could|may|might) be (?:(?:in|on|at|from|for|with|after|during|up|once|twice|\d)\b.*)?$"
)
_OFFERED = re.compile(r"\b(?:possib|option|choice|choose|wish|want|prefer|if you|available|agree)", re.IGNORECASE)


def check(case: Case) -> Iterator[Violation]:
    """A hedge that the line lost or took on, of a word, of a figure, or of a promise."""
    said = {word.hedge for word in case.claim.words if word.hedge}
    liked = case.asks and LIKED.search(case.line.text) is not None
    for word, rest in case.resting():
        there = {option.word.hedge for option in case.candidates[word.start]}
        nobody = (
            word.denied and " nobody " in case.readings[rest.reading].plain
        )  # "nobody to mend it", "who can mend it"
        if word.party or nobody:
            continue
        if there == {"ideally"} and case.sources[rest.reading].modality is Modality.PREFERRED:
            continue  # `modality` judges it
        if "" not in there and not said & there and not liked and not _is_ability(case, rest, there):
            hedge = min(there)
            yield _violation(
                f"the line says plainly that {word.text!r}, which the cited source leaves open ({hedge!r})"
            )
        elif _is_added(case, word, rest):
            yield _violation(f"the line leaves open ({word.hedge!r}) what the cited source says plainly: {word.text!r}")
    yield from _loose_figures(case)
    yield from _offered_figures(case)
    yield from _promised(case)


def _is_ability(case: Case, rest: Rest, hedges: set[str]) -> bool:
    """Whether the source only says what the reader can do."""
    able = case.sources[rest.reading].kind in _ABLE | _TOLD and hedges == {"may"}
    if able and _CAN_ONLY_BE.search(case.readings[rest.reading].text[: rest.word.start]):
        return False
    if able and case.sources[rest.reading].kind is Kind.BENEFIT and _is_let(case.readings[rest.reading], rest.word):
        return True
    return able and _says_can(case.readings[rest.reading], rest.word)


def _is_let(reading: Reading, word: Word) -> bool:
    """Whether "you may" says what the reader is free to do, and not what may be given: "you may take it home"."""
    clause = reading.clauses[word.clause]
    at = next((at for at, other in enumerate(clause) if other.plain == "may"), 0)
    deed = next((other for other in clause[at + 1 :] if other.content or other.plain in BE), None)
    mine = at > 0 and clause[at - 1].party == YOU and deed is not None and deed.plain not in BE
    return mine and deed is not None and deed.meaning not in GIVING


def _is_added(case: Case, word: Word, rest: Rest) -> bool:
    """Whether the line alone leaves it open, and not just as what the reader can do or is free to do."""
    reading = case.readings[rest.reading]
    # "You usually work from 1 pm" of "usually from 1 pm": of a light word the source need not say it.
    near = reading.words if word.meaning in LIGHT_STEMS else reading.statements[rest.word.statement]
    if word.hedge in ("", "ideally") or word.hedge in {other.hedge for other in near}:
        return False
    able = case.sources[rest.reading].kind in _ABLE and word.hedge == "may"
    free = case.sources[rest.reading].kind is not Kind.GOAL and _is_free(case.claim, word)
    return not (able and (free or _says_can(case.claim, word)))


def _says_can(reading: Reading, word: Word) -> bool:
    """Whether "can" alone leaves it open; "may" also says that it is not sure."""
    return {other.plain for other in reading.clauses[word.clause]} & _OPEN == {"can"}


def _is_free(reading: Reading, word: Word) -> bool:
    """Whether "may" says what the reader is free to do: "you may use it privately"."""
    parties = {other.party for other in reading.clauses[word.clause]} - {""}
    return YOU in (parties or {other.party for other in reading.statement_at(word.start)})


def _loose_figures(case: Case) -> Iterator[Violation]:
    """A figure that is only usually so."""
    said = _hedges_of(case.claim)
    for figure in case.claim.figures:
        words = (reading.word_at(other.start) for other, reading in case.same_figures(figure))
        there = [word.hedge if word else "" for word in words]
        if there and all(hedge in ("usually", "sometimes") for hedge in there) and not said & set(there):
            yield _violation(f"{figure.text!r} is only {there[0]!r} so in the cited source")


def _offered_figures(case: Case) -> Iterator[Violation]:
    """A figure that is only possible."""
    if "may" in _hedges_of(case.claim) or _OFFERED.search(case.claim.text):
        return
    for figure in case.claim.figures:
        offered = [_CAN_BE.match(reading.text, other.end) is not None for other, reading in case.same_figures(figure)]
        if offered and all(offered):
            yield _violation(f"{figure.text!r} is only possible in the cited source")


def _hedges_of(claim: Reading) -> frozenset[str]:
    return frozenset(hedge for word in claim.words for hedge in (word.hedge, HEDGES.get(word.plain, "")))


def _promised(case: Case) -> Iterator[Violation]:
    """A promise ("will") of a deed of which the source says "can" or "may"."""
    for word, _ in case.resting():
        if "will" in _before(case.claim, word) and word.verb:
            theirs = [_before(case.readings[option.reading], option.word) for option in case.candidates[word.start]]
            if any(_OPEN & said for said in theirs) and not any("will" in said for said in theirs):
                yield _violation(f"the line says 'will' of {word.text!r}, the cited source leaves it open")


def _before(reading: Reading, word: Word) -> set[str]:
    """The two words before one."""
    place = reading.places[word.start]
    return {other.plain for other in reading.words[max(0, place - 2) : place]}


def _violation(detail: str) -> Violation:
    return Violation(class_=ViolationClass.MODALITY, detail=detail)
