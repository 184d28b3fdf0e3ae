"""Novelty: words that no cited source has and that no reviewed list lets an editor add."""

from __future__ import annotations

from collections.abc import Iterator

from unbland.core.guard.evidence import Case
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.slots import FRAME_MEANINGS
from unbland.core.language.quantities import Quantity
from unbland.core.language.synonyms import LIGHT_STEMS
from unbland.core.language.units import SPAN_SCALES, SPANS
from unbland.core.ledger.model import Kind

#: What a reader decides by: here every new word is doubted. Duties, goals and the company may be told more freely.
_STRICT = frozenset({Kind.REQUIREMENT, Kind.BENEFIT, Kind.PAY, Kind.REASON, Kind.SCHEDULE, Kind.LEGAL})
_ALLOWED_ELSEWHERE = 1
#: New words that say how much a requirement weighs; `modality` judges them.
_WEIGH = frozenset(
    {"prefer", "ideal", "asset", "advantag", "nice", "desir", "welcom", "bonus", "must", "essenti", "requir", "plus"}
)


def check(case: Case) -> Iterator[Violation]:
    """More new words than the kind of the cited sources allows."""
    known = case.content | LIGHT_STEMS | _WEIGH | (FRAME_MEANINGS if case.slots else frozenset())
    named = frozenset(word.meaning for reading in case.names for word in reading.words)
    spans = frozenset(span for figure in case.figures for span in _spans(figure))
    spans |= {SPANS.get(word.plain, "") for reading in case.readings for word in reading.words}
    new = [
        word
        for word in case.claim.words
        if (word.plain in SPANS and word.content and SPANS[word.plain] not in spans)
        or (word.plain not in SPANS and word.content and not {word.meaning, word.stem} & known)
    ]
    new = [word for word in new if not (word.text[0].isupper() and word.meaning in named)]
    counted = frozenset(one for figure in case.claim.figures for one in figure.unit.split())
    strict = any(source.kind in _STRICT for source in case.sources) or any(word.stem in counted for word in new)
    if len({word.meaning for word in new}) > (0 if strict else _ALLOWED_ELSEWHERE):
        words = ", ".join(repr(word.text) for word in new)
        yield Violation(class_=ViolationClass.NOVELTY, detail=f"no cited source has {words}")


def _spans(figure: Quantity) -> Iterator[str]:
    """The spans of time that a figure is a whole number of: 12 months may be told as a year."""
    yield figure.period
    base, scale = SPAN_SCALES.get(figure.unit, ("", 1))
    length = figure.low if figure.low is not None else figure.high
    for span, (its_base, its_scale) in SPAN_SCALES.items():
        if base == its_base and length is not None and length * scale % its_scale == 0:
            yield span
