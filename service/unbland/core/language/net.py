"""A net before many patterns: one walk over a text tells which of them can match it at all.

Each pattern is taken apart once, into pieces of which a text that it matches holds at least one. All pieces of all
patterns are looked for together, and only the patterns whose piece was found are worth trying.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import ahocorasick

from unbland.core.language.needs import begins_text, needs
from unbland.core.language.pieces import in_pieces


class Net:
    """Patterns made ready: none that matches a text is left out, though some may be caught that do not."""

    __slots__ = ("_always", "_automaton", "_tried")

    def __init__(self, patterns: Sequence[re.Pattern[str]]) -> None:
        """Take the patterns apart; one without any piece worth looking for is always caught."""
        #: Looking on where nothing can begin would take time.
        self._tried = tuple(pattern.match if begins_text(pattern) else pattern.search for pattern in patterns)
        self._automaton = ahocorasick.Automaton()
        self._always = 0
        masks: dict[str, int] = {}
        for number, pattern in enumerate(patterns):
            its = needs(pattern)
            self._always |= 0 if its else 1 << number
            for piece in its:
                masks[piece] = masks.get(piece, 0) | 1 << number
        for piece, mask in (masks or {"\0": 0}).items():
            self._automaton.add_word(piece, mask)
        self._automaton.make_automaton()

    def caught(self, text: str) -> tuple[int, ...]:
        """The numbers of the patterns that may match somewhere in a text, in order."""
        mask = self._always
        for _, of_piece in self._automaton.iter(in_pieces(text)):
            mask |= of_piece
        return _bits(mask)

    def matching(self, text: str) -> list[int]:
        """The numbers of the patterns that do match somewhere in a text, in order."""
        return [number for number in self.caught(text) if self._tried[number](text)]

    def matches(self, text: str) -> bool:
        """Whether any of the patterns matches somewhere in a text."""
        return any(self._tried[number](text) for number in self.caught(text))


@lru_cache(maxsize=1_024)
def _bits(mask: int) -> tuple[int, ...]:
    """The places of the bits that are set, the lowest first; the same few patterns are caught again and again."""
    return tuple(place for place in range(mask.bit_length()) if mask >> place & 1)
