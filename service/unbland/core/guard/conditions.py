"""Conditions: what a line says holds in one case, its source says of that case and not of another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from unbland.core.guard.evidence import Case
from unbland.core.guard.grammar import MARKERS
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.reading import Reading
from unbland.core.guard.word import Word
from unbland.core.language.synonyms import LIGHT_STEMS
from unbland.core.language.words import word_set

#: Open a clause that says in which case the rest of its sentence holds.
_REST = word_set("otherwise except else other rest but unless without")
_OPENERS = word_set("if when unless once while whenever where after before until")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    """A case and what holds in it, by the words of both."""

    opener: str
    case: Sequence[Word]
    holds: Sequence[Word]


def check(case: Case) -> Iterator[Violation]:
    """A case told of what another case of the same source holds for: "if it is dry, you work indoors"."""
    for number, reading in enumerate(case.readings):
        rules = list(_rules(reading))
        for mine in _rules(case.claim) if len(rules) > 1 else ():
            here, there = _resting(case, mine.case, number), _resting(case, mine.holds, number)
            own = [rule for rule in rules if here & {word.start for word in rule.case}]
            told = [rule for rule in rules if there & {word.start for word in rule.holds}]
            if own and told and not any(rule in told for rule in own):
                said = " ".join(word.text for word in mine.holds)
                detail = f"the cited source says {said!r} of another case"
                yield Violation(class_=ViolationClass.SCOPE, detail=detail)


def check_turned(case: Case) -> Iterator[Violation]:
    """A case and what holds in it that changed places: "orders doubled after we opened the shop"."""
    told = [rule for rule in _rules(case.claim) if rule.opener != "while"]
    theirs = [(number, rule) for number, one in enumerate(case.readings if told else ()) for rule in _rules(one)]
    for mine in told:
        for number, rule in theirs:
            if mine.opener == rule.opener and _is_turned(case, mine, rule, number):
                detail = f"what the line says {mine.opener!r} another thing is so the other way round"
                yield Violation(class_=ViolationClass.SCOPE, detail=detail)


def _is_turned(case: Case, mine: _Rule, theirs: _Rule, number: int) -> bool:
    """Whether a rule of the line has as its case what holds by a rule of one source, and the other way round."""
    here, there = _resting(case, mine.case, number), _resting(case, mine.holds, number)
    own, held = {word.start for word in theirs.case}, {word.start for word in theirs.holds}
    # What stands on both sides tells nothing of either.
    own, held = own - held, held - own
    return bool(here & held and there & own) and not (here & own or there & held)


def check_otherwise(case: Case) -> Iterator[Violation]:
    """What holds of the rest alone, told of everything: "Mondays in the office, otherwise where you like"."""
    told = _REST.intersection(word.plain for word in case.claim.words)
    for reading, taken in zip(case.readings, case.taken, strict=True) if not told else ():
        for before, after in _parted(reading):
            kept = sum(word.start in taken for word in after)
            if before and 2 * kept > len(after) and not any(word.start in taken for word in before):
                yield Violation(class_=ViolationClass.SCOPE, detail="the cited source says it of the rest alone")


def _parted(reading: Reading) -> Iterator[tuple[Sequence[Word], Sequence[Word]]]:
    """What a source says before each "otherwise" and behind it, by the words that tell something."""
    for word in reading.words[1:] if " otherwise " in reading.plain else ():
        if word.plain == "otherwise":
            own = reading.statements[word.statement]
            before = [other for other in own if other.start < word.start and _says(other)]
            yield before, [other for other in own if other.start > word.start and other.content]


def _rules(reading: Reading) -> Iterator[_Rule]:
    """Each word for a case with what says the case, and what holds in it: what stands before it, else the rest."""
    for words in reading.statements.values():
        for at, (opener, after) in enumerate(pairwise(words)):
            if opener.plain not in _OPENERS or opener.figure or after.plain in MARKERS:
                continue
            own = [w for w in words[at + 1 :] if w.clause == opener.clause and _tells(w)]
            first = max((place for place in range(at + 1) if words[place].comma), default=0)
            rest = [w for w in words[first:at] if _tells(w)] or [
                w for w in words if w.clause != opener.clause and _tells(w)
            ]
            if own and rest:
                yield _Rule(opener=opener.plain, case=own, holds=rest)


def _tells(word: Word) -> bool:
    return word.content and word.meaning not in LIGHT_STEMS


def _says(word: Word) -> bool:
    """Whether a word tells something, be it by a figure."""
    return _tells(word) or word.figure


def _resting(case: Case, words: Sequence[Word], number: int) -> set[int]:
    """Where in one source some words of the line rest."""
    rests = (option for word in words for option in case.candidates.get(word.start, ()))
    return {rest.word.start for rest in rests if rest.reading == number}
