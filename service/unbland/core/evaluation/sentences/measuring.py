"""The guard in figures: what is caught, what leaks, and what is wrongly stopped, by label and over all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from unbland.core.evaluation.intervals import Hits, Interval, clustered, wilson
from unbland.core.evaluation.sentences.judging import Judged, judge
from unbland.core.evaluation.sentences.labelled import FAITHFUL, UNFAITHFUL, Label, Trade, sentences
from unbland.core.guard.model import Outcome

#: A verifier settles doubts, and is assumed to be wrong this often, of true lines and of untrue ones alike.
VERIFIER_ERROR = 0.1


@dataclass(frozen=True, kw_only=True)
class Count:
    """What became of some sentences."""

    judged: tuple[Judged, ...]

    @cached_property
    def all(self) -> int:
        """How many there are."""
        return len(self.judged)

    @cached_property
    def refused(self) -> int:
        """How many the guard refuses by itself."""
        return sum(each.outcome is Outcome.REFUSED for each in self.judged)

    @cached_property
    def doubted(self) -> int:
        """How many it leaves to a verifier; without one they are refused."""
        return sum(each.outcome is Outcome.DOUBT for each in self.judged)

    @property
    def stopped(self) -> int:
        """How many do not come through without a verifier."""
        return self.refused + self.doubted

    @property
    def passed(self) -> int:
        """How many come through."""
        return self.all - self.stopped

    @property
    def share(self) -> float | None:
        """The share that is stopped; None of nothing."""
        return self.stopped / self.all if self.all else None

    @property
    def interval(self) -> Interval | None:
        """The interval of that share, as if every sentence stood alone."""
        return wilson(Hits(self.stopped, self.all))

    @cached_property
    def by_trade(self) -> Interval | None:
        """The interval of that share, with trades as the units that vary."""
        trades: dict[str, list[bool]] = {}
        for each in self.judged:
            trades.setdefault(each.sentence.trade, []).append(each.stopped)
        return clustered([Hits(sum(stopped), len(stopped)) for stopped in trades.values()])

    @property
    def verified(self) -> float | None:
        """The share that is expected to be stopped where a verifier settles the doubts.

        It should let a true line's doubt pass and refuse an untrue one's. To it a hollow line is true: the line says
        nothing against its source.
        """
        if not self.all:
            return None
        refusing = sum(
            1 - VERIFIER_ERROR if each.sentence.label in UNFAITHFUL else VERIFIER_ERROR
            for each in self.judged
            if each.outcome is Outcome.DOUBT
        )
        return (self.refused + refusing) / self.all


@dataclass(frozen=True, kw_only=True)
class Measured:
    """One part of the set before the guard."""

    judged: tuple[Judged, ...]

    @cached_property
    def labels(self) -> Mapping[Label, Count]:
        """The count of each label that has sentences, in the order of the labels."""
        counts = {label: self._of({label}) for label in Label}
        return {label: count for label, count in counts.items() if count.all}

    @cached_property
    def unfaithful(self) -> Count:
        """All lines with something wrong: what is stopped of them is caught, what passes leaks."""
        return self._of(UNFAITHFUL)

    def of(self, label: Label) -> Count:
        """The count of one label, which may be of nothing."""
        return self.labels.get(label, Count(judged=()))

    @property
    def leaks(self) -> tuple[Judged, ...]:
        """What comes through and should not: untrue lines, and hollow ones that count as stating something."""
        return tuple(each for each in self.judged if each.failed and each.sentence.label not in FAITHFUL)

    @property
    def false_alarms(self) -> tuple[Judged, ...]:
        """True lines that are stopped."""
        return tuple(each for each in self.judged if each.failed and each.sentence.label in FAITHFUL)

    def _of(self, labels: Iterable[Label]) -> Count:
        wanted = frozenset(labels)
        return Count(judged=tuple(each for each in self.judged if each.sentence.label in wanted))


def measure(trades: Sequence[Trade]) -> Measured:
    """Put every sentence of these trades before the guard."""
    return Measured(judged=tuple(judge(sentence) for sentence in sentences(trades)))
