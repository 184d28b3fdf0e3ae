"""The score on ranked postings: each part scored, measured and held against its committed figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from unbland.application.review import Draft, look
from unbland.application.standing import Standing, standing_of, worst
from unbland.core.evaluation.ranks.figures import ScoreFigures
from unbland.core.evaluation.ranks.ranked import Group, Version
from unbland.core.evaluation.ranks.ranking import Ranking, Scored
from unbland.core.evaluation.sentences.committed import Part
from unbland.core.guide import ReviewOptions
from unbland.core.guide.model import Principle
from unbland.errors import BadInput, EvalSetInvalid

#: The readers did not judge by law, and a new law must not move the figures.
_OPTIONS = ReviewOptions(off=frozenset({Principle.LAW}))


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedPart:
    """One part and how it stands."""

    part: Part
    ranking: Ranking
    standing: Standing
    shortfalls: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreReport:
    """Every part that was measured."""

    parts: tuple[RankedPart, ...]

    @property
    def standing(self) -> Standing:
        """How the run stands."""
        return worst(part.standing for part in self.parts)


def hold(
    parts: Mapping[Part, Mapping[str, Group]], figures: Mapping[Part, ScoreFigures], only: Part | None = None
) -> ScoreReport:
    """Score whole parts, each a group by name, and hold them against their figures.

    A part that has neither groups nor figures is no part yet, and is left out unless it is asked for.
    """
    wanted = [part for part in parts if (parts[part] or part in figures if only is None else part is only)]
    return ScoreReport(parts=tuple(_held(part, parts[part], figures.get(part)) for part in wanted))


def _held(part: Part, groups: Mapping[str, Group], figures: ScoreFigures | None) -> RankedPart:
    ranking = Ranking(scored=tuple(_scored(name, group) for name, group in groups.items()))
    shortfalls = figures.shortfalls(ranking) if figures and ranking.scored else ()
    standing = standing_of(measured=bool(ranking.scored), committed=figures is not None, shortfalls=shortfalls)
    return RankedPart(part=part, ranking=ranking, standing=standing, shortfalls=shortfalls)


def _scored(name: str, group: Group) -> Scored:
    return Scored(name=name, group=group, scores=tuple(_score(name, version) for version in group.best_first))


def _score(name: str, version: Version) -> int:
    try:
        return look(Draft(content=version.text), options=_OPTIONS).score.total
    except BadInput as error:
        raise EvalSetInvalid(f"{name}: the version of rank {version.rank} cannot be scored. {error}") from None
