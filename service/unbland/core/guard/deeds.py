"""Deeds: of two that a source joins, each keeps what it is done to and when: "inspect ropes and enter results"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from unbland.core.guard.evidence import Case
from unbland.core.guard.grammar import PRONOUNS
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.reading import Reading
from unbland.core.guard.word import Word
from unbland.core.language.quantities import QuantityKind
from unbland.core.language.synonyms import LIGHT_STEMS
from unbland.core.language.words import word_set

#: Between two things that one deed is done to; and behind them, how often it is: "inspect the ropes each morning".
_JOINS = frozenset({"", "and", "or"})
_EACH = word_set("each every once twice daily weekly monthly")
_TIMES = frozenset({QuantityKind.TIME, QuantityKind.DATE, QuantityKind.DURATION})


def check(case: Case) -> Iterator[Violation]:
    """What one deed of a source is done to, or when, told of the other."""
    for number, reading in enumerate(case.readings):
        spans = list(_spans(reading))
        for mine in _spans(case.claim) if len(spans) > 1 else ():
            rests = {one.word.start for one in case.candidates.get(mine[0].start, ()) if one.reading == number}
            own = [span for span in spans if span[0].start in rests]
            if len(own) == 1 and len(case.candidates[mine[0].start]) == 1:
                yield from _foreign(case, mine, own[0], spans)
                yield from _moved(case, mine, own[0], spans, reading)


def _spans(reading: Reading) -> Iterator[Sequence[Word]]:
    """Each deed of a list of them with all that stands behind it, to the next deed."""
    for words in reading.statements.values():
        # "Order flour and butter": a last word without anything behind it is a thing.
        told = (at for at, word in enumerate(words[:-1]) if word.verb == "verb" and not word.third)
        deeds = [at for at in told if any(word.content for word in words[at + 1 :])]
        for at, end in zip(deeds, [*deeds[1:], len(words)], strict=False):
            yield words[at:end]


def _object(span: Sequence[Word]) -> list[Word]:
    """What a deed is done to: the words of content right behind it that no small word governs, up to an "each"."""
    behind = list(takewhile(lambda word: word.phrase in _JOINS, span[1:]))
    often = next((at for at, word in enumerate(behind) if at > 1 and word.plain in _EACH), len(behind))
    return [word for word in behind[:often] if word.content and not word.figure and word.meaning not in LIGHT_STEMS]


def _foreign(
    case: Case, mine: Sequence[Word], own: Sequence[Word], spans: Sequence[Sequence[Word]]
) -> Iterator[Violation]:
    """A deed done to what another deed of its source is done to, or is about, and not to what it is done to there."""
    theirs = {word.start for word in _object(own)}
    if not theirs or len(case.readings) > 1 or any(word.plain in PRONOUNS for word in own):
        return
    here = {start for word in mine for start in _options(case, word)}
    inside = {word.start for word in own}
    others = {one.start for span in spans if span is not own for one in span} - inside
    for word in _object(mine)[:1] if not here & theirs else ():
        options = _options(case, word)
        if options and options <= others:
            yield _violation(f"the cited source says {mine[0].text!r} of something else than {word.text!r}")


def _options(case: Case, word: Word) -> set[int]:
    """Where the words stand that a word of the line may rest on."""
    return {option.word.start for option in case.candidates.get(word.start, ())}


def _moved(
    case: Case, mine: Sequence[Word], own: Sequence[Word], spans: Sequence[Sequence[Word]], reading: Reading
) -> Iterator[Violation]:
    """A time that the source says of an earlier deed, of which the line says nothing beside it."""
    at = next(place for place, span in enumerate(spans) if span is own)
    before = spans[at - 1] if at else ()
    if not before or before[0].statement != own[0].statement or len(list(_spans(case.claim))) != 1:
        return
    for figure in reading.figures:
        within = before[0].start < figure.start < own[0].start
        if within and figure.kind in _TIMES and any(one.values == figure.values for one in case.claim.figures):
            yield _violation(f"the cited source says {figure.text!r} of another deed than {mine[0].text!r}")


def _violation(detail: str) -> Violation:
    return Violation(class_=ViolationClass.ROLE, detail=detail)
