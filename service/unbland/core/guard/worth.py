"""Worth: what is free or paid in a source is what is free or paid in the line."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from unbland.core.guard.evidence import Case
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.reading import Reading

#: Words whose worth is all in what they stand by.
_WORTH = frozenset({"free", "paid", "unpaid"})


def check(case: Case) -> Iterator[Violation]:
    """What no source calls "free" or "paid"; where no source has the word at all, `novelty` sees it."""
    known = {pair for reading in case.readings for pair in _around(reading)}
    words = {word for word, _ in known}
    for before, word in pairwise(case.claim.words):
        beside = before.plain in words and not before.verb and word.content and word.clause == before.clause
        if beside and (before.plain, word.meaning) not in known and word.meaning in case.content:
            detail = f"no cited source says {before.plain!r} of this"
            yield Violation(class_=ViolationClass.SCOPE, detail=detail)


def _around(reading: Reading) -> Iterator[tuple[str, str]]:
    """Each such word with every word of its clause; "paid" with every word of its statement."""
    for word in reading.words:
        if word.plain in _WORTH and not word.verb:
            near = reading.statement_at(word.start) if word.plain == "paid" else reading.clauses[word.clause]
            yield from ((word.plain, other.meaning) for other in near if other.content)
