"""A rule of the guide is data; how it finds is one of six kinds."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from unbland.core import law
from unbland.core.guide.generic import has_anchor
from unbland.core.guide.hit import Hit, Look, whole
from unbland.core.guide.model import Principle
from unbland.core.guide.phrases import Entry, Match
from unbland.core.guide.reading import PROSE, Reading
from unbland.core.law import Demand
from unbland.core.ledger.model import Kind, Source


@cache
def _principle(rule: str) -> Principle:
    return Principle(rule.partition(".")[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(ABC):
    """What one rule says, why, who says so, and what a hit costs."""

    #: `principle.name`.
    id: str
    #: What is there and what to do; `{found}` stands for the words that are meant.
    message: str
    #: Why it matters to the reader.
    why: str
    #: Who says so.
    source: str
    #: What to write in its stead, for a person.
    instead: str = ""
    #: Points out of 100 of its principle's part for each hit, and at most.
    cost: int
    cap: int = 100
    #: Where set, a hit costs its share of the lines of these kinds, and all of them cost `cap`.
    share_of: tuple[Kind, ...] = ()
    #: Whether it holds of a text in any language; the others read English alone and are silent elsewhere.
    any_language: bool = False
    #: Shapes of which a line must hold one for a hit; none: any text may have hits. They save a look, nothing else.
    seeks: tuple[re.Pattern[str], ...] = ()

    @property
    def principle(self) -> Principle:
        """The principle that the rule serves."""
        return _principle(self.id)

    @property
    def counted(self) -> str:
        """What its cost is counted by, in words."""
        return "hit"

    def is_off(self, off: Container[str]) -> bool:
        """Whether it is switched off, itself or with its principle."""
        return self.id in off or self.principle in off

    def points(self, hits: int, reading: Reading) -> int:
        """What so many hits cost."""
        if self.share_of:
            return round(self.cap * hits / max(hits, len(reading.of(*self.share_of)), 1))
        return min(self.cap, self.cost * hits)

    @abstractmethod
    def hits(self, reading: Reading) -> Iterable[Hit]:
        """Where the rule applies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases(Rule):
    """Phrases that are hits wherever they stand in the sources that are read; all rules are searched in one walk."""

    phrases: tuple[str, ...] = ()
    #: Phrases for which code may put others.
    swaps: Mapping[str, str] = field(default_factory=dict)
    #: Longer phrases in which they are innocent.
    leaves: tuple[str, ...] = ()
    reads: frozenset[Kind] = PROSE
    #: Only at the start of a line.
    leading: bool = False
    #: A line with a figure or a name is spared: it says which.
    unless_anchored: bool = False
    #: A line that says this is spared.
    unless: re.Pattern[str] | None = None
    #: In a line that says this, a swap needs a mind.
    no_swap: re.Pattern[str] | None = None

    def entries(self) -> Iterator[Entry]:
        """What the common search needs to know."""
        for phrase in self.phrases:
            yield Entry(rule=self.id, phrase=phrase)
        for phrase, replacement in self.swaps.items():
            yield Entry(rule=self.id, phrase=phrase, replacement=replacement)
        for phrase in self.leaves:
            yield Entry(rule=self.id, phrase=phrase, leave=True)

    def accepts(self, match: Match) -> bool:
        """Whether a match in a line that the rule takes is its business; an innocent phrase always is."""
        return match.entry.leave or not (self.leading and match.start > 0)

    def takes(self, source: Source) -> bool:
        """Whether a line is of the rule's kinds, and is not spared for what else it says."""
        return (
            source.kind in self.reads
            and not (self.unless_anchored and has_anchor(source.text))
            and not (self.unless and self.unless.search(source.text))
        )

    def hits(self, reading: Reading) -> Iterable[Hit]:  # noqa: ARG002 - the common search finds them
        """Nothing: the common search finds them."""
        return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Absent(Rule):
    """Nothing in the whole text speaks of what the guide wants."""

    wants: tuple[Kind, ...]
    #: Lines that could stand in any company's posting do not count.
    specific: bool = False

    def hits(self, reading: Reading) -> Iterable[Hit]:
        """One hit if no source is of a wanted kind."""
        there = reading.specific() if self.specific else reading.sources
        return () if any(source.kind in self.wants for source in there) else (Hit(),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Band(Rule):
    """A count that should stay within bounds; every `step` outside costs once."""

    measure: Callable[[Reading], int]
    low: int = 0
    high: int | None = None
    step: int = 1

    @property
    def counted(self) -> str:
        """What its cost is counted by, in words."""
        return f"{self.step} below {self.low}" if self.high is None else f"{self.step} above {self.high}"

    def hits(self, reading: Reading) -> Iterable[Hit]:
        """One hit if the count is outside."""
        return (Hit(found=str(self.measure(reading))),) if self._outside(reading) else ()

    def points(self, hits: int, reading: Reading) -> int:
        """The further outside, the more."""
        return min(self.cap, -(-hits * self.cost * self._outside(reading) // self.step))

    def _outside(self, reading: Reading) -> int:
        count = self.measure(reading)
        return max(self.low - count, 0 if self.high is None else count - self.high, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Each(Rule):
    """A look at every source of some kinds, alone."""

    reads: frozenset[Kind]
    finds: Look

    def hits(self, reading: Reading) -> Iterable[Hit]:
        """What the look finds in each source."""
        for source in reading.sources:
            if source.kind in self.reads:
                yield from self.finds(source, reading)


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole(Rule):
    """A look at the text as a whole: its order, its lists, its headings."""

    finds: Callable[[Reading], Iterable[Hit]]

    def hits(self, reading: Reading) -> Iterable[Hit]:
        """What the look finds."""
        return self.finds(reading)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lawful(Rule):
    """A demand of the posting law of the place of work, where its source is sure."""

    demands: tuple[Demand, ...]

    def hits(self, reading: Reading) -> Iterable[Hit]:
        """What the text owes to the law of the places."""
        for unmet in law.unmet(reading.sources, reading.options.where, self.demands):
            if unmet.demand is Demand.PAY and reading.amount:
                continue
            if unmet.law.certain:
                hit = whole(unmet.source) if unmet.source else Hit()
                yield replace(hit, found=law.whose(unmet.law), aside=f" {law.terms(unmet.law)}")
