"""Novelty: words that no cited source has and that no reviewed list lets an editor add."""

from __future__ import annotations

from collections.abc import Iterator

from unbland.core.guard.evidence import Case
from unbland.core.guard.grammar import NEGATORS
from unbland.core.guard.idle import adds_deed, says_nothing
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.reading import Reading
from unbland.core.guard.slots import FRAME_MEANINGS
from unbland.core.guard.word import Word
from unbland.core.language.quantities import Quantity
from unbland.core.language.synonyms import LIGHT_STEMS
from unbland.core.language.units import SPAN_SCALES, SPANS
from unbland.core.language.words import stem
from unbland.core.ledger.model import Kind

#: New words that say how much a requirement weighs, or that something is so; `modality` and `scope` judge them.
_WEIGH = frozenset(
    {
        "prefer",
        "ideal",
        "asset",
        "advantag",
        "nice",
        "desir",
        "welcom",
        "bonus",
        "must",
        "essenti",
        "requir",
        "plus",
        "mandatori",
    }
)
#: The same, which say nothing else of anything.
_WELCOME = frozenset({"helpful", "useful", "handy", "beneficial"})
#: Words of the stem of a light one that say more than it.
HEAVY = frozenset({"personal", "personally", "personnel", "workable", "needy", "knowing", "knowledgeable"})
#: Harmless as verbs: "a third shift starts"; as nouns they say when.
_OPENING = frozenset({"start", "starts", "begin", "begins"})
#: The same only before a time: "starting at 6:30".
_GOING_ON = frozenset({"starting", "beginning"})
#: What ends does not begin.
_ENDS = frozenset(map(stem, ("finish", "end", "stop", "close", "conclude")))
#: Behind these a source says when something starts.
_FROM = ("from", "after", "once")
_WHEN = frozenset({"on", "in", "after", "from", "once", "at"})


def check(case: Case) -> Iterator[Violation]:
    """New words: a doubt, whatever they are about."""
    new = [word for word in case.claim.words if word.content and is_new(case, word)]
    if new:
        words = ", ".join(repr(word.text) for word in new)
        yield Violation(class_=ViolationClass.NOVELTY, detail=f"no cited source has {words}")


def is_new(case: Case, word: Word) -> bool:
    """Whether no source carries the word and it says something all the same."""
    if word.start in case.rests or case.is_named(word) or word.figure or word.plain in _WELCOME | NEGATORS:
        return False
    if word.plain in _OPENING | _GOING_ON:
        told = _says_when(case.claim, word) and _says_from_when(case)
        return not told and (_says_end(case) or not (word.verb and word.plain in _OPENING))
    if adds_deed(case, word):
        return True
    if says_nothing(case, word):
        return False
    if word.plain in SPANS:
        return SPANS[word.plain] not in _spans(case)
    weigh = _WEIGH if case.asks and not word.plain.endswith("ing") else frozenset[str]()
    light = word.meaning in LIGHT_STEMS | weigh | (FRAME_MEANINGS if case.slots else frozenset())
    asked = word.plain == "bring" and not case.asks and any(one.kind is Kind.BENEFIT for one in case.sources)
    return word.plain in HEAVY or asked or not light


def _says_end(case: Case) -> bool:
    """Whether a source says that something ends, and the line does not."""
    return any(
        other.stem in _ENDS and other.start not in case.taken[number]
        for number, reading in enumerate(case.readings)
        for other in reading.words
    )


def _says_when(reading: Reading, word: Word) -> bool:
    """Whether a small word for when stands right behind it: "dental and vision start on day 61"."""
    place = reading.places[word.start]
    return any(other.plain in _WHEN for other in reading.words[place + 1 : place + 2])


def _says_from_when(case: Case) -> bool:
    return any(f" {told} " in f" {reading.text.lower()} " for reading in case.readings for told in _FROM)


def _spans(case: Case) -> set[str]:
    spans = {span for figure in case.figures for span in _whole(figure)}
    return spans | {SPANS.get(word.plain, "") for reading in case.readings for word in reading.words}


def _whole(figure: Quantity) -> Iterator[str]:
    """The spans of time that a figure is a whole number of: 12 months may be told as a year."""
    yield figure.period
    base, scale = SPAN_SCALES.get(figure.unit, ("", 1))
    length = figure.low if figure.low is not None else figure.high
    for span, (its_base, its_scale) in SPAN_SCALES.items():
        if base == its_base and length is not None and length * scale % its_scale == 0:
            yield span
