"""A net before many patterns: one walk over a text tells which of them can match it at all.

Each pattern is taken apart once, into pieces of which a text that it matches holds at least one. All pieces of all
patterns are looked for together, and only the patterns whose piece was found are worth trying.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache

import ahocorasick

from unbland.core.language.late import late
from unbland.core.language.needs import begins_text, needs
from unbland.core.language.pieces import in_pieces


class Net:
    """Patterns made ready at the first text: none that matches is left out, though some may be caught that do not."""

    def __init__(self, patterns: Sequence[re.Pattern[str]]) -> None:
        """Take the patterns; each is named by its place among them."""
        self._patterns = tuple(patterns)
        #: Those that are tried at the start of a text alone: looking on where nothing can begin would take time.
        self._starting: set[int] = set()

    @cached_property
    def _woven(self) -> tuple[ahocorasick.Automaton, int]:
        """The automaton of all pieces, and the bits of the patterns without any worth looking for: always caught."""
        automaton, always = ahocorasick.Automaton(), 0
        masks: dict[str, int] = {}
        for number, pattern in enumerate(self._patterns):
            its = needs(pattern)
            always |= 0 if its else 1 << number
            if begins_text(pattern):
                self._starting.add(number)
            for piece in its:
                masks[piece] = masks.get(piece, 0) | 1 << number
        for piece, mask in (masks or {"\0": 0}).items():
            automaton.add_word(piece, mask)
        automaton.make_automaton()
        return automaton, always

    def caught(self, text: str) -> tuple[int, ...]:
        """The numbers of the patterns that may match somewhere in a text, in order."""
        automaton, mask = self._woven
        for _, of_piece in automaton.iter(in_pieces(text)):
            mask |= of_piece
        return _bits(mask)

    def matching(self, text: str) -> list[int]:
        """The numbers of the patterns that do match somewhere in a text, in order."""
        return [*self._matching(text)]

    def matches(self, text: str) -> bool:
        """Whether any of the patterns matches somewhere in a text."""
        return next(self._matching(text), None) is not None

    def _matching(self, text: str) -> Iterator[int]:
        for number in self.caught(text):
            pattern = self._patterns[number]
            if pattern.match(text) if number in self._starting else pattern.search(text):
                yield number


class Gated:
    """One slow pattern, tried only on a text that holds a piece of what it matches."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        """Take what `re.compile` takes."""
        self._pattern = late(pattern, flags)
        self._net = Net((self._pattern,))

    def search(self, text: str) -> re.Match[str] | None:
        """The first match in a text."""
        return self._pattern.search(text) if self._net.caught(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches in a text, in order."""
        return self._pattern.finditer(text) if self._net.caught(text) else iter(())


@lru_cache(maxsize=1_024)
def _bits(mask: int) -> tuple[int, ...]:
    """The places of the bits that are set, the lowest first; the same few patterns are caught again and again."""
    return tuple(place for place in range(mask.bit_length()) if mask >> place & 1)
