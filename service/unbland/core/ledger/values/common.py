"""What the readers of values share: sets of names, spans of numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from unbland.core.language.net import Net
from unbland.core.language.quantities import Quantity
from unbland.core.ledger.lexicon.conditions import SHORT_FORMS

Words = frozenset[str]


#: Characters: what stands farther from a figure speaks of something else.
_NEAR = 120


class Span(NamedTuple):
    """A number from … to; both ends belong to it."""

    low: Decimal
    high: Decimal

    def meets(self, other: Span) -> bool:
        """Whether one number can be meant by both."""
        return self.low <= other.high and other.low <= self.high


def span(quantity: Quantity, *, most: Decimal) -> Span:
    """The span of a figure; an open end goes down to nothing or up to `most`."""
    low = Decimal(0) if quantity.low is None else quantity.low
    return Span(low, most if quantity.high is None else quantity.high)


def around(text: str, found: Quantity) -> tuple[str, str]:
    """What stands before and after a figure, as far as it can speak of it; all of a long text would take too long."""
    return text[max(found.start - _NEAR, 0) : found.start], text[found.end : found.end + _NEAR]


def share_a_word(one: Words, other: Words) -> bool:
    """Whether two names, or two sets of values, have any in common."""
    return not one.isdisjoint(other)


def one_in_the_other(one: Words, other: Words) -> bool:
    """Whether one names the other, in more words or fewer."""
    return one <= other or other <= one


class Names:
    """Names, each with the pattern by which a text speaks of it."""

    def __init__(self, patterns: Mapping[str, re.Pattern[str]]) -> None:
        self._names = tuple(patterns)
        self._net = Net([*patterns.values()])

    def of(self, text: str) -> Words | None:
        """The names whose pattern is in the text."""
        return frozenset([self._names[number] for number in self._net.matching(text)]) or None


def spelled_out(text: str) -> str:
    """The text with `VP` and the like written in full."""
    return " ".join(SHORT_FORMS.get(word.strip(".,()/").lower(), word) for word in text.split())
