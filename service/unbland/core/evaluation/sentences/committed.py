"""The committed figures: what the guard must catch at least and may wrongly stop at most, and where it falls short."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from unbland.core.evaluation.sentences.labelled import FAITHFUL, UNFAITHFUL, Label
from unbland.core.evaluation.sentences.measuring import Count, Measured


class Part(StrEnum):
    """The parts of the set: no trade is in both."""

    #: Read it, learn from it, tune on it.
    DEV = "dev"
    #: Measure on it, and never look at its sentences.
    TEST = "test"


@dataclass(frozen=True, slots=True, kw_only=True)
class Committed:
    """The figures of one part, all as shares from 0 to 1."""

    #: A mistyped label would hold nothing.
    __pydantic_config__: ClassVar = {"extra": "forbid"}
    #: Of all unfaithful lines, at least this share is stopped.
    caught: float
    #: The same for single labels.
    floors: dict[Label, float] = field(default_factory=dict)
    #: Of the light and of the free lines, at most this share is stopped.
    false_alarms: dict[Label, float] = field(default_factory=dict)
    #: Of the hollow lines, at most this share counts as stating what it cites.
    hollow_accepted: float | None = None

    def __post_init__(self) -> None:
        """Refuse figures that nothing could break, or that are of something else."""
        for label in set(self.floors) - UNFAITHFUL:
            raise ValueError(f"floors.{label}: only labels of unfaithful lines have a floor")
        for label in set(self.false_alarms) - FAITHFUL:
            raise ValueError(f"false_alarms.{label}: only light and free lines are false alarms")
        shares = [self.caught, *self.floors.values(), *self.false_alarms.values(), self.hollow_accepted or 0]
        for share in shares:
            if not 0 <= share <= 1:
                raise ValueError(f"{share} is no share; write one from 0 to 1")

    def shortfalls(self, measured: Measured) -> tuple[str, ...]:
        """A sentence for each figure that does not hold, and for each that has nothing to hold it against."""
        hollow = measured.of(Label.HOLLOW)
        return (
            *_too_few("unfaithful lines", measured.unfaithful, self.caught),
            *(found for label, least in self.floors.items() for found in _too_few(label, measured.of(label), least)),
            *(
                found
                for label in sorted(FAITHFUL)
                for found in _too_many(
                    f"{label} lines wrongly stopped", measured.of(label), self.false_alarms.get(label)
                )
            ),
            *_too_many("hollow lines accepted", hollow, self.hollow_accepted, hollow.passed),
        )


def _too_few(name: str, count: Count, least: float) -> Iterator[str]:
    if count.share is None:
        yield f"{name}: a floor of {least:.1%} is committed, and there is no such line"
    elif count.share < least:
        yield f"{name}: {count.share:.1%} caught ({count.stopped} of {count.all}), at least {least:.1%} committed"


def _too_many(name: str, count: Count, most: float | None, hits: int | None = None) -> Iterator[str]:
    hits = count.stopped if hits is None else hits
    if not count.all and most is not None:
        yield f"{name}: at most {most:.1%} is committed, and there is no such line"
    elif count.all and most is None:
        yield f"{name}: there are {count.all} such lines, and no figure is committed"
    elif most is not None and hits / count.all > most:
        yield f"{name}: {hits / count.all:.1%} ({hits} of {count.all}), at most {most:.1%} committed"
