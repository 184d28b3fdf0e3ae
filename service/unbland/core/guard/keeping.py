"""Keeping: which words of a source some lines keep, in whatever words that the guard takes for the same."""

from __future__ import annotations

from collections.abc import Iterable

from unbland.core.guard.gathering import gather
from unbland.core.guard.reading import read
from unbland.core.guard.sizes import SOURCE_LIMIT
from unbland.core.ledger.model import Ledger, Source
from unbland.core.posting import Line


def kept(lines: Iterable[Line], need: Source, ledger: Ledger) -> tuple[frozenset[str], frozenset[str]]:
    """The meanings of a source's words, figures left out, and those on which a word of a line rests.

    Each word of a line rests on one, so that a word keeps no more than one. A text too long to reword keeps none.
    """
    own = _meanings(need.text)
    told: set[str] = set()
    for line in lines:
        if need.id in line.cites and len(line.text) <= SOURCE_LIMIT:
            case = gather(line, ledger, None)
            told |= {rest.word.meaning for _, rest in case.resting() if case.sources[rest.reading].id == need.id}
    return own, own & told


def _meanings(text: str) -> frozenset[str]:
    if len(text) > SOURCE_LIMIT:
        return frozenset()
    return frozenset(word.meaning for word in read(text).words if word.content and not word.figure)
