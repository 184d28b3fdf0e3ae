"""What triage comes to over all postings: the page that a talent team reads first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from unbland.core.batch.sheet import Grouped
from unbland.core.batch.triaged import Hurt, Labels, Risk, Triaged

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A posting in the order of harm, with how many are nearly the same."""

    posting: Triaged
    #: Itself included.
    copies: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Postings that are nearly the same: the one that stands for them, and where some of the others are."""

    labels: Labels
    copies: int
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRisk:
    """A place whose law postings fall short of: how many, and what each of them lacks."""

    place: str
    postings: int
    wants: tuple[tuple[str, int], ...]


@dataclass(slots=True)
class Totals:
    """Counts over all postings, kept while they come."""

    postings: int = 0
    #: Why some could not be read → how many.
    unreadable: dict[str, int] = field(default_factory=dict)
    hurts: dict[Hurt, int] = field(default_factory=dict)
    languages: dict[str, int] = field(default_factory=dict)
    risks: dict[Risk, int] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)
    scores: int = 0
    harms: dict[int, int] = field(default_factory=dict)

    def add(self, posting: Triaged) -> None:
        """Count one."""
        self.postings += 1
        if posting.error:
            _count(self.unreadable, (posting.error,))
            return
        self.scores += posting.score
        _count(self.languages, (posting.language,))
        _count(self.hurts, (hurt for hurt, _ in posting.hurts))
        _count(self.risks, posting.risks)
        _count(self.places, {risk.place for risk in posting.risks})
        _count(self.harms, (posting.harm // 10 * 10,))

    @property
    def read(self) -> int:
        """The postings that could be read."""
        return self.postings - sum(self.unreadable.values())

    @property
    def score(self) -> float:
        """The mean score of those that could be read."""
        return self.scores / self.read if self.read else 0.0

    @property
    def by_place(self) -> tuple[PlaceRisk, ...]:
        """The places whose law postings fall short of, those with most postings first."""
        return tuple(
            PlaceRisk(
                place=place,
                postings=count,
                wants=tuple(
                    sorted(
                        ((risk.want, number) for risk, number in self.risks.items() if risk.place == place),
                        key=lambda each: (-each[1], each[0]),
                    )
                ),
            )
            for place, count in sorted(self.places.items(), key=lambda each: (-each[1], each[0]))
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """All that the report shows."""

    #: What the input is called.
    name: str
    #: The day whose law was looked at, ISO 8601.
    day: str
    totals: Totals
    worst: tuple[Ranked, ...]
    clusters: tuple[Cluster, ...]
    #: Clusters of two or more, and postings in them beyond the first of each.
    cluster_count: int
    copies: int
    sheet: tuple[Grouped, ...]


def _count(counts: dict[T, int], these: Iterable[T]) -> None:
    for one in these:
        counts[one] = counts.get(one, 0) + 1
