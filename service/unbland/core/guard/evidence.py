"""What a line may rest on: the sources it cites, read, and for each of its words the word that carries it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from unbland.core.guard.equivalents import Equivalents, Rest
from unbland.core.guard.reading import Reading
from unbland.core.guard.word import Word
from unbland.core.language.quantities import Quantity
from unbland.core.language.synonyms import LIGHT_STEMS
from unbland.core.ledger.model import Kind, Source
from unbland.core.posting import Line, SectionKind


@dataclass(frozen=True, kw_only=True)
class Case:
    """A line before the guard, with its evidence."""

    line: Line
    section: SectionKind | None
    #: The line's words without its slots.
    claim: Reading
    #: Ids between `{{` and `}}`.
    slots: tuple[str, ...]
    #: Ids that the line cites and the ledger has not.
    unknown: tuple[str, ...]
    sources: tuple[Source, ...]
    readings: tuple[Reading, ...]
    #: The readings of title and company name.
    names: tuple[Reading, ...]

    @cached_property
    def content(self) -> frozenset[str]:
        """All meanings that the cited sources have."""
        return frozenset().union(*(reading.content for reading in self.readings))

    @cached_property
    def named(self) -> frozenset[str]:
        """The meanings of the words of title and company name."""
        return frozenset(word.meaning for reading in self.names for word in reading.words)

    def is_named(self, word: Word) -> bool:
        """Whether the word is written as part of the title or the company's name."""
        if not word.text[0].isupper() or word.meaning not in self.named:
            return False
        # "Manage six people" says a deed, and is no part of the title "Product Manager".
        return not word.verb or any(other.plain == word.plain for reading in self.names for other in reading.words)

    @cached_property
    def gives(self) -> bool:
        """Whether a cited source says what is paid or offered."""
        return any(source.kind in (Kind.BENEFIT, Kind.PAY) for source in self.sources)

    @cached_property
    def asks(self) -> bool:
        """Whether a cited source asks something of the reader."""
        return any(source.kind is Kind.REQUIREMENT for source in self.sources)

    @cached_property
    def figures(self) -> tuple[Quantity, ...]:
        """All figures of the cited sources."""
        return tuple(figure for reading in self.readings for figure in reading.figures)

    def same_figures(self, figure: Quantity) -> list[tuple[Quantity, Reading]]:
        """The figures of the cited sources that are as much as this one, each with the reading it stands in."""
        return [
            (other, reading) for reading in self.readings for other in reading.figures if other.values == figure.values
        ]

    @cached_property
    def equivalents(self) -> Equivalents:
        """The words of the sources, to be found by a word of the line."""
        return Equivalents(claim=self.claim, readings=self.readings)

    @cached_property
    def candidates(self) -> Mapping[int, tuple[Rest, ...]]:
        """Start of each word of the line → the words that could carry it."""
        return {
            word.start: self.equivalents.of(word)
            for word in self.claim.words
            if (word.content or word.party) and not word.figure
        }

    @cached_property
    def rests(self) -> Mapping[int, Rest]:
        """Start of each word of the line → the word it rests on, as far as there is one.

        Of several it is the one in the clause on which most of its own clause rests.
        """
        votes: dict[int, Counter[tuple[int, int]]] = defaultdict(Counter)
        for word in self.claim.words:
            for clause in {rest.clause for rest in self.candidates.get(word.start, ())}:
                votes[word.clause][clause] += 1
        found: dict[int, Rest] = {}
        last: Rest | None = None
        for word in self.claim.words:
            options = self.candidates.get(word.start, ())
            if options:
                last = max(options, key=lambda rest: (votes[word.clause][rest.clause], _nearness(rest, last)))
                found[word.start] = last
        return found

    def resting(self) -> Iterator[tuple[Word, Rest]]:
        """Each word of the line that rests on one, with that one."""
        for word in self.claim.words:
            if word.start in self.rests:
                yield word, self.rests[word.start]

    def of_clause(self, clause: int) -> list[Rest]:
        """What the words of one clause of the line rest on, light words left out."""
        return [
            self.rests[word.start]
            for word in self.claim.clauses[clause]
            if word.content and word.start in self.rests and word.meaning not in LIGHT_STEMS
        ]

    @cached_property
    def taken(self) -> tuple[frozenset[int], ...]:
        """For each reading the starts of its words on which the line rests."""
        rests = self.rests.values()
        return tuple(
            frozenset(rest.word.start for rest in rests if rest.reading == number)
            for number in range(len(self.readings))
        )

    @cached_property
    def said(self) -> frozenset[str]:
        """The meanings of the line's words and of those that they rest on."""
        return frozenset(word.meaning for word in self.claim.words) | {
            rest.word.meaning for rest in self.rests.values()
        }


#: Less than any distance within a text.
_ELSEWHERE = -10_000


def _nearness(rest: Rest, last: Rest | None) -> int:
    """How near a word follows what the word before rests on; before it counts as twice as far as after it."""
    if last is None or rest.reading != last.reading:
        return _ELSEWHERE
    step = rest.word.start - last.word.start
    return -step if step > 0 else 2 * step - 1
