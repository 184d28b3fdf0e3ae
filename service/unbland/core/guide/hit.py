"""Where a rule applies, and the ways of looking at one source that many rules share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from unbland.core.guide.reading import Reading
from unbland.core.ledger.model import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One place where a rule applies; without a source and a place it is about the whole text."""

    source: Source | None = None
    #: Half-open, into the source's text; without a source, into the document's.
    start: int = 0
    end: int = 0
    #: What code may put in its stead.
    replacement: str | None = None
    #: What the message shows where that is not the words of the span.
    found: str = ""
    #: Added to the message.
    aside: str = ""


def whole(source: Source) -> Hit:
    """A hit on all of a source."""
    return Hit(source=source, end=len(source.text))


#: What is looked for in one source.
Look = Callable[[Source, Reading], Iterable[Hit]]


def matching(pattern: re.Pattern[str], unless: re.Pattern[str] | None = None) -> Look:
    """A look that finds a shape of words, except in lines that say what spares them."""

    def look(source: Source, _: Reading) -> Iterator[Hit]:
        if unless is None or not unless.search(source.text):
            yield from (Hit(source=source, start=m.start(), end=m.end()) for m in pattern.finditer(source.text))

    return look
