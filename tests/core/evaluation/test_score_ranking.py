"""How scores of ranked postings become figures, and figures a pass or a shortfall."""

from __future__ import annotations

from dataclasses import replace

import pytest

from doubles.ranked import scored
from unbland.core.evaluation.intervals import of_mean
from unbland.core.evaluation.ranks.figures import ScoreFigures
from unbland.core.evaluation.ranks.ranking import Ranking, Scored

HELD = ScoreFigures(tau=0.5, best_above_worst=0.5, gamed_low=0.5, length_tau=0.5)


@pytest.mark.parametrize(
    ("group", "tau"),
    [
        (scored(90, 70, 50, 30), 1),
        (scored(30, 50, 70, 90), -1),
        (scored(90, 70, 30, 50), 4 / 6),
        (scored(90, 90, 90, 90), 0),
    ],
)
def test_a_score_agrees_where_better_versions_score_more(group: Scored, tau: float) -> None:
    """Rank 1 is the best, so a falling row of scores is full agreement."""
    assert group.tau == pytest.approx(tau)


def test_the_second_reader_and_the_length_are_held_against_the_same_ranks() -> None:
    """The one shows what can be reached, the other what must tell nothing; neither looks at the scores."""
    group = scored(10, 10, 10, 10, second=[1, 2, 4, 3], words=[9, 30, 20, 40])

    assert group.second_tau == pytest.approx(4 / 6)
    assert group.length_tau == pytest.approx(-4 / 6)


@pytest.mark.parametrize(("scores", "above"), [((50, 9, 9, 49), True), ((50, 9, 9, 50), False), ((9, 9, 9, 50), False)])
def test_a_tie_of_best_and_worst_is_not_above(scores: tuple[int, ...], above: bool) -> None:
    """What stands between them does not matter."""
    assert scored(*scores).best_above_worst is above


@pytest.mark.parametrize(
    ("scores", "gamed", "low"),
    [
        ((90, 70, 50, 10), 4, True),
        ((90, 70, 50, 60), 4, True),
        ((90, 70, 50, 80), 4, False),
        ((90, 60, 70, 50), 3, False),
        ((90, 70, 60, 50), 3, True),
        ((70, 70, 50, 70), 4, True),
    ],
)
def test_a_gamed_version_may_be_above_one_other(scores: tuple[int, ...], gamed: int, low: bool) -> None:
    """Above two is too many; as many points as another is not above it."""
    assert scored(*scores, gamed=gamed).gamed_low is low


def test_a_part_is_the_mean_of_its_groups() -> None:
    """A group with five versions weighs as much as one with four; the least agreement comes first."""
    groups = (scored(9, 7, 5, 3, name="cook"), scored(9, 7, 5, 1, 3, name="baker"), scored(3, 5, 7, 9, name="Cook"))
    ranking = Ranking(scored=groups)

    assert ranking.tau.value == pytest.approx((1 + 0.8 - 1) / 3)
    assert ranking.second_tau.value == 1
    assert ranking.best_above_worst == (2, 3)
    assert ranking.gamed_low == (2, 3)
    assert ranking.trades == 2
    assert [each.name for each in ranking.lowest_first] == ["Cook", "baker", "cook"]


def test_the_interval_of_a_mean_is_of_whole_groups() -> None:
    """Where groups agree it has no width, where they differ it holds the mean, and the draws are the same each time."""
    apart = of_mean([1.0] * 9 + [0.0])

    assert of_mean([0.8] * 10) == pytest.approx((0.8, 0.8))
    assert apart is not None
    assert apart.low < 0.75
    assert apart.low < 0.9 < apart.high
    assert apart == of_mean([1.0] * 9 + [0.0])
    assert of_mean([0.8]) is None


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        (replace(HELD, tau=0.9), "score and rank: a mean tau of 0.591, at least 0.900 committed"),
        (
            replace(HELD, best_above_worst=1),
            "best above worst: 50.0% of the groups (1 of 2), at least 100.0% committed",
        ),
        (replace(HELD, gamed_low=0.6), "gamed version low: 50.0% of the groups (1 of 2), at least 60.0% committed"),
        (
            replace(HELD, length_tau=0.3),
            "word count and rank: a mean tau of -0.333, at most 0.300 either way committed",
        ),
    ],
)
def test_each_figure_that_does_not_hold_is_said(figures: ScoreFigures, said: str) -> None:
    """One sentence for that figure, none for the others, which are met or met exactly."""
    first = scored(90, 70, 50, 30, words=[9, 10, 20, 11])
    ranking = Ranking(scored=(first, scored(90, 70, 60, 90)))

    assert figures.shortfalls(ranking) == (said,)


def test_figures_that_are_met_exactly_hold() -> None:
    """A figure is the last one that is good enough."""
    ranking = Ranking(scored=(scored(90, 70, 50, 30), scored(30, 50, 70, 90)))

    assert ScoreFigures(tau=0, best_above_worst=0.5, gamed_low=0.5, length_tau=0).shortfalls(ranking) == ()
