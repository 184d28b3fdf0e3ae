"""Novelty: words that no cited source has and that no reviewed list lets an editor add."""

from __future__ import annotations

from collections.abc import Iterator

from unbland.core.guard.evidence import Case
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.slots import FRAME_MEANINGS
from unbland.core.language.synonyms import LIGHT_STEMS
from unbland.core.language.units import SPANS
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
    new = [
        word
        for word in case.claim.words
        if word.content and word.meaning not in known and word.stem not in _WEIGH and word.plain not in SPANS
    ]
    strict = any(source.kind in _STRICT for source in case.sources)
    if len({word.meaning for word in new}) > (0 if strict else _ALLOWED_ELSEWHERE):
        words = ", ".join(repr(word.text) for word in new)
        yield Violation(class_=ViolationClass.NOVELTY, detail=f"no cited source has {words}")
