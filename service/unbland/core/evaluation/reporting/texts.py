"""Before and after, word by word: what of a draft stayed, and what of a line is the writer's own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate, groupby

#: Words of a line times words of its sources: above it a comparison takes seconds, and no reader looks at single words.
_MOST_PAIRS = 250_000

#: What stands around a word, or in place of one: it makes no difference to what is said.
_AROUND = ".,;:!?()[]“”‘’\"'*_#|•·–—-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words of a posting's line: the sources', or the writer's own."""

    text: str
    own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Words of a draft's line, and the cited sources that hold them."""

    text: str
    sources: tuple[str, ...]
    #: Whether no line rests on them, and the posting does not have all of these words either.
    left_out: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedDraft:
    """A draft with the places of its sources."""

    #: Line → its words.
    lines: tuple[tuple[str, ...], ...]
    #: Source → number of its first word, counted over the whole draft, and of the one after its last.
    places: Mapping[str, tuple[int, int]]

    def marked(self, cited: frozenset[str], posting: str) -> tuple[tuple[Stretch, ...], ...]:
        """Every line, parted where what the lines of a posting cite begins and ends."""
        holders: dict[int, tuple[str, ...]] = {}
        for name, (start, end) in self.places.items():
            if name in cited:
                holders.update((number, (*holders.get(number, ()), name)) for number in range(start, end))
        lines, begin, said = [], 0, words_of(posting)
        for words in self.lines:
            lines.append(tuple(_stretches(words, holders, begin, said)))
            begin += len(words)
        return tuple(lines)


def placed(draft: str, sources: Mapping[str, str]) -> PlacedDraft:
    """A draft with the place of each source that stands in it; a fact has none."""
    lines = tuple(tuple(line.split()) for line in draft.splitlines() if line.strip())
    said = [(number, word) for number, word in enumerate(_bare(word) for line in lines for word in line) if word]
    # One text with a blank around each word, so that finding whole words is finding text.
    text = f" {' '.join(word for _, word in said)} "
    starts = list(accumulate((len(word) + 1 for _, word in said), initial=1))
    places, cursor = {}, 0
    for name, source in sources.items():
        words = [word for word in map(_bare, source.split()) if word]
        found = _find(text, f" {' '.join(words)} ", cursor) if words and name.startswith("D") else -1
        if found >= 0:
            cursor, first = found + 1, bisect_left(starts, found + 1)
            places[name] = (said[first][0], said[first + len(words) - 1][0] + 1)
    return PlacedDraft(lines=lines, places=places)


def pieces(text: str, sources: Sequence[str]) -> tuple[Piece, ...]:
    """The words of a line, told apart by whether its sources have them in this order."""
    said, given = text.split(), " ".join(sources).split()
    if len(said) * len(given) > _MOST_PAIRS:
        return (Piece(text=text, own=False),)
    matcher = SequenceMatcher(a=[_bare(word) for word in given], b=[_bare(word) for word in said], autojunk=False)
    return tuple(
        Piece(text=" ".join(said[start:end]), own=what != "equal")
        for what, _, _, start, end in matcher.get_opcodes()
        if start < end
    )


def words_of(text: str) -> frozenset[str]:
    """The words of a text, bare of signs."""
    return frozenset(map(_bare, text.split())) - {""}


def _find(text: str, words: str, cursor: int) -> int:
    """Where these words stand: after the source before them, else anywhere."""
    after = text.find(words, cursor)
    return after if after >= 0 else text.find(words)


def _stretches(
    words: Sequence[str], holders: Mapping[int, tuple[str, ...]], begin: int, said: frozenset[str]
) -> Iterator[Stretch]:
    held: list[tuple[str, ...]] = []
    for number in reversed(range(len(words))):
        # A bullet belongs to the word behind it.
        belongs = bool(_bare(words[number])) or not held
        held.append(holders.get(begin + number, ()) if belongs else held[-1])
    for sources, group in groupby(zip(reversed(held), words, strict=True), key=lambda each: each[0]):
        text = " ".join(word for _, word in group)
        yield Stretch(text=text, sources=sources, left_out=not sources and not words_of(text) <= said)


def _bare(word: str) -> str:
    return word.strip(_AROUND).casefold()
