"""Text that knows where each of its characters stood in what came in."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Traced:
    """A string, and for each character the half-open span of the source that it stands for."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    @classmethod
    def of(cls, source: str) -> Traced:
        """The source itself, each character standing for itself."""
        return cls(source, range(len(source)), range(1, len(source) + 1))

    def __len__(self) -> int:
        return len(self.text)

    def part(self, start: int, end: int | None = None) -> Traced:
        """The characters from `start` to `end`, with their places."""
        return Traced(self.text[start:end], self.starts[start:end], self.ends[start:end])

    def stripped(self) -> Traced:
        """The same without white space at both ends."""
        body = self.text.strip()
        start = self.text.find(body)
        return self if len(body) == len(self.text) else self.part(start, start + len(body))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where the characters from `start` to `end` stood in the source."""
        return self.starts[start], self.ends[end - 1]

    def replaced(self, pattern: re.Pattern[str], new: Callable[[str], str]) -> Traced:
        """The same with each match replaced; what replaces it stands for the whole match."""
        pieces, done = [], 0
        for match in pattern.finditer(self.text):
            start, end = match.span()
            into = new(match[0])
            if into == match[0]:
                continue
            first, last = self.span(start, end)
            pieces += [self.part(done, start), Traced(into, [first] * len(into), [last] * len(into))]
            done = end
        return joined([*pieces, self.part(done)]) if pieces else self


def joined(pieces: Sequence[Traced], glue: str = "") -> Traced:
    """The pieces in a row; `glue` between two stands for what lies between them in the source."""
    if len(pieces) == 1:
        return pieces[0]
    texts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for piece in pieces:
        if glue and starts:
            texts.append(glue)
            starts += [ends[-1]] * len(glue)
            ends += [piece.starts[0] if piece else ends[-1]] * len(glue)
        texts.append(piece.text)
        starts += piece.starts
        ends += piece.ends
    return Traced("".join(texts), starts, ends)
