"""Prices: what something costs whoever wants it is not lost on the way; and what stands before a bare limit."""

from __future__ import annotations

import re
from collections.abc import Sequence

from unbland.core.guard.reading import Reading
from unbland.core.guard.word import Word
from unbland.core.language.quantities import Quantity, QuantityKind

#: Before what something costs whoever wants it, and words with which a line may say that it does.
_PRICE = re.compile(r"\b(?:for|at(?: a (?:cost|price|rent|rate) of)?|costs?) $")
_OF_PRICE = re.compile(
    r" (?:of )?(?:the |its |their )?(?:[a-z]+ )?(?:price|cost|rate|fare|rent|fee)s?\b", re.IGNORECASE
)
_COSTS = frozenset({"cost", "costs", "price", "rent", "fee", "charge"})

#: Begin a clause that says something of its own, and words before a price that say nothing.
_GO_ON = frozenset({"and", "or", "but", "with", "plus", "then"})
_IDLE = frozenset({"usual", "full", "normal", "regular"})

#: So much of what has a price must stand in the line before the price is missed.
_USED = 0.5
#: So many words of content before a price tell what has it, and before a bare limit so many what it limits.
_NEAR, _NEXT = 4, 2
_WHOLE = 100


def costs(claim: Reading, reading: Reading, figure: Quantity, taken: frozenset[int]) -> bool:
    """Whether a figure is what the reader pays for a thing of the line, which says nothing of a price."""
    if not _is_price(reading, figure):
        return False
    things = _things(reading, figure)
    return bool(things) and not _tells_price(claim, figure) and share(things[-_NEAR:], taken) >= _USED


def _is_price(reading: Reading, figure: Quantity) -> bool:
    """Whether a figure is an amount or a part of a price, and stands where a price does: "for €5"."""
    part = figure.kind is QuantityKind.PERCENT and _OF_PRICE.match(reading.text, figure.end) and figure.low != _WHOLE
    priced = figure.kind is QuantityKind.MONEY or part
    return bool(priced) and _PRICE.search(reading.text[: figure.start]) is not None


def _things(reading: Reading, figure: Quantity) -> list[Word]:
    """The words before a price that tell what has it."""
    own = [word for word in reading.clause_at(figure.start) if word.content and word.end <= figure.start]
    before = own or ahead(reading, figure)
    return [word for word in before if not word.verb and word.plain not in _COSTS]


def _tells_price(claim: Reading, figure: Quantity) -> bool:
    """Whether a line has a figure of the same kind, or a word for what something costs."""
    alike = any(one.kind is figure.kind for one in claim.figures)
    return alike or any(word.plain in _COSTS for word in claim.words)


def cheaper(reading: Reading, figure: Quantity, taken: frozenset[int]) -> Word | None:
    """For whom something is only a part of the price, where the line has them: "half price for up to four friends"."""
    if figure.kind is not QuantityKind.PERCENT or figure.low == _WHOLE:
        return None
    noun = next((word for word in _group(reading, figure, taken) if word.content and not word.figure), None)
    return noun if noun and noun.start in taken else None


def _group(reading: Reading, figure: Quantity, taken: frozenset[int]) -> list[Word]:
    """The words from "for" on behind a figure, where the line has none of those before it."""
    after = [word for word in reading.clause_at(figure.start) if word.start >= figure.end]
    group = next((at for at, word in enumerate(after) if word.plain == "for"), len(after))
    return [] if any(word.content and word.start in taken for word in after[:group]) else after[group:]


def ahead(reading: Reading, figure: Quantity) -> list[Word]:
    """The last words before a clause that a comma parts and that only limits: "for each call, up to three a week"."""
    own = reading.clause_at(figure.start)
    if not own or not own[0].comma or own[0].plain in _GO_ON:
        return []
    ahead = [word for word in reading.statement_at(figure.start) if word.clause == own[0].clause - 1]
    only = _says_nothing_new(own, ahead)
    return [word for word in ahead if word.content and not word.figure][-_NEXT:] if only else []


def _says_nothing_new(words: Sequence[Word], before: Sequence[Word]) -> bool:
    """Whether some words only say again what is said before them, or that something costs as much as usual."""
    said = {word.meaning for word in before}
    return all(word.meaning in said or word.plain in _COSTS | _IDLE for word in words if word.content)


def share(words: Sequence[Word], taken: frozenset[int]) -> float:
    """How many of some words of a source the line has, as a share."""
    return sum(word.start in taken for word in words) / len(words) if words else 0
