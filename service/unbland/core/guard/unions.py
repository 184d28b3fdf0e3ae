"""Unions: what two sources say apart is not made one statement: a deed of the one with a thing of the other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from unbland.core.guard.evidence import Case
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.standing import is_deed, standing
from unbland.core.guard.word import Word
from unbland.core.language.quantities import Quantity
from unbland.core.language.synonyms import LIGHT_STEMS
from unbland.core.ledger.model import Kind


def check(case: Case) -> Iterator[Violation]:
    """A deed and a thing that no source has together, and a reason put together from two sources."""
    if len(case.readings) > 1:
        yield from _deeds(case)
        yield from _with(case)
        yield from _counted(case)


def _deeds(case: Case) -> Iterator[Violation]:
    """A deed that one source tells, of what only another one names: "order eggs" of "order flour" and "count eggs"."""
    words = {str(word.start): word for word in case.claim.words}
    ties = standing(case.claim.words, case.claim.figures, lambda word: str(word.start))
    for word in filter(_tells, case.claim.words):
        for tie, other in ties.get(word.start, ()):
            deed = words.get(other)
            if deed is None or not is_deed(deed) or not _tells(deed) or tie.endswith(" by"):
                continue
            joined = deed.start < word.start or deed.clause == word.clause
            mine, theirs = ({rest.reading for rest in case.candidates[one.start]} for one in (word, deed))
            if joined and mine and theirs and mine.isdisjoint(theirs):
                detail = f"no cited source says {deed.text!r} of {word.text!r}; one says the one, another the other"
                yield Violation(class_=ViolationClass.ROLE, detail=detail)


def _tells(word: Word) -> bool:
    return word.content and not word.figure and word.meaning not in LIGHT_STEMS


def _counted(case: Case) -> Iterator[Violation]:
    """Two figures, or two times of how often, of two sources, each by what the other's source says."""
    told = [(figure.text, figure.start, _figured(case, figure)) for figure in case.claim.figures]
    spans = [{one.span for one in reading.turns} for reading in case.readings]
    told += [
        (turn.text, turn.start, {number for number, own in enumerate(spans) if turn.span in own})
        for turn in case.claim.turns
    ]
    strange = [(text, here, there) for text, start, there in told if there.isdisjoint(here := _here(case, start))]
    for (text, here, there), (_, its, theirs) in combinations(strange, 2):
        if here & theirs and its & there:
            detail = f"{text!r} stands in another source than what it stands by here"
            yield Violation(class_=ViolationClass.NUMBER, detail=detail)


def _figured(case: Case, figure: Quantity) -> set[int]:
    """The sources that have a figure."""
    return {
        number for number, reading in enumerate(case.readings) if figure.values in {f.values for f in reading.figures}
    }


def _here(case: Case, start: int) -> set[int]:
    """The sources on which the clause at a place rests."""
    words = (word for word in case.claim.clause_at(start) if _tells(word) and word.start in case.rests)
    return {case.rests[word.start].reading for word in words}


def _with(case: Case) -> Iterator[Violation]:
    """A cause told by "with", of which the source of the effect says nothing: "with 20 concerts, one is not enough"."""
    comma = next((word.start for word in case.claim.words if word.comma), 0)
    if not comma or case.claim.words[0].plain != "with":
        return
    cause = {rest.reading for start, rest in case.rests.items() if start < comma}
    effect = {rest.reading for start, rest in case.rests.items() if start >= comma}
    reasons = {number for number, source in enumerate(case.sources) if source.kind is Kind.REASON}
    if cause and cause.isdisjoint(effect | reasons) and effect & reasons:
        detail = "the line gives as a cause what another source says, and not as one"
        yield Violation(class_=ViolationClass.REASON, detail=detail)
