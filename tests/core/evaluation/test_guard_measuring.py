"""How verdicts on labelled sentences become figures, and figures a pass or a shortfall."""

from __future__ import annotations

import pytest

from doubles.judged import judged
from unbland.core.evaluation.intervals import Hits, clustered, wilson
from unbland.core.evaluation.sentences.committed import Committed
from unbland.core.evaluation.sentences.judging import Judged
from unbland.core.evaluation.sentences.labelled import Label
from unbland.core.evaluation.sentences.measuring import Measured
from unbland.core.guard.model import Outcome, ViolationClass

PASSED, REFUSED, DOUBT = Outcome.PASSED, Outcome.REFUSED, Outcome.DOUBT


def _many(label: Label, passed: int = 0, refused: int = 0, doubted: int = 0) -> list[Judged]:
    outcomes = [PASSED] * passed + [REFUSED] * refused + [DOUBT] * doubted
    return [judged(label, outcome) for outcome in outcomes]


def _measured(*groups: list[Judged]) -> Measured:
    return Measured(judged=tuple(each for group in groups for each in group))


def test_untrue_lines_are_caught_and_true_ones_are_alarms() -> None:
    """Refused and doubted lines are both stopped; labels that are true are never counted as caught."""
    measured = _measured(
        _many(Label.NUMBER, passed=1, refused=2, doubted=1),
        _many(Label.ROLE, refused=1),
        _many(Label.LIGHT, passed=3, refused=1),
        _many(Label.FREE, doubted=2),
    )

    assert (measured.unfaithful.stopped, measured.unfaithful.all) == (4, 5)
    assert measured.of(Label.LIGHT).share == pytest.approx(1 / 4)
    assert measured.of(Label.FREE).share == 1
    assert [each.sentence.label for each in measured.leaks] == [Label.NUMBER]
    assert [each.sentence.label for each in measured.false_alarms] == [Label.LIGHT, Label.FREE, Label.FREE]


def test_a_hollow_line_is_accepted_where_neither_checks_nor_coverage_stop_it() -> None:
    """It is neither caught nor a false alarm; accepted, it is a leak."""
    hollow = Label.HOLLOW
    measured = _measured([judged(hollow, PASSED), judged(hollow, PASSED, uncounted=True), judged(hollow, REFUSED)])

    assert measured.of(hollow).passed == 1
    assert measured.unfaithful.all == 0
    assert measured.leaks == (measured.judged[0],)
    assert measured.false_alarms == ()


def test_a_verifier_settles_doubts_and_errs_one_time_in_ten() -> None:
    """Expected shares: nine in ten doubts of untrue lines are refused, one in ten of true ones."""
    measured = _measured(
        _many(Label.NUMBER, passed=1, refused=5, doubted=4), _many(Label.LIGHT, passed=5, refused=1, doubted=4)
    )

    assert measured.unfaithful.verified == pytest.approx((5 + 4 * 0.9) / 10)
    assert measured.of(Label.LIGHT).verified == pytest.approx((1 + 4 * 0.1) / 10)
    assert measured.of(Label.FREE).verified is None


@pytest.mark.parametrize(
    ("classes", "off", "left"),
    [
        ([ViolationClass.NUMBER], ViolationClass.NUMBER, PASSED),
        ([ViolationClass.NUMBER, ViolationClass.NOVELTY], ViolationClass.NUMBER, DOUBT),
        ([ViolationClass.NUMBER, ViolationClass.ROLE], ViolationClass.NUMBER, REFUSED),
        ([ViolationClass.NUMBER], ViolationClass.ROLE, REFUSED),
    ],
)
def test_a_class_switched_off_leaves_the_others(
    classes: list[ViolationClass], off: ViolationClass, left: Outcome
) -> None:
    """What remains of a verdict is what the other classes found."""
    assert judged(Label.NUMBER, REFUSED, *classes).without(off).outcome is left


@pytest.mark.parametrize(
    ("hits", "all_", "low", "high"),
    # Newcombe 1998, Statistics in Medicine 17, 857-872, table I, method 3.
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_the_interval_is_wilsons(hits: int, all_: int, low: float, high: float) -> None:
    """The worked examples of the literature come out."""
    assert wilson(Hits(hits, all_)) == pytest.approx((low, high), abs=5e-5)


def test_an_interval_over_trades_is_wider_where_trades_differ() -> None:
    """Sentences that err together are fewer than they look; one trade tells nothing of others."""
    alike = clustered([Hits(9, 10)] * 10)
    apart = clustered([Hits(10, 10)] * 9 + [Hits(0, 10)])

    assert alike == pytest.approx((0.9, 0.9))
    assert apart is not None
    assert apart.low < 0.75
    assert apart == clustered([Hits(10, 10)] * 9 + [Hits(0, 10)])
    assert clustered([Hits(9, 10), Hits(0, 0)]) is None
    assert wilson(Hits(0, 0)) is None


@pytest.mark.parametrize(
    ("committed", "said"),
    [
        (Committed(caught=0.9), "unfaithful lines: 80.0% caught (4 of 5), at least 90.0% committed"),
        (Committed(caught=0.8, floors={Label.NUMBER: 0.8}), "number: 75.0% caught (3 of 4), at least 80.0% committed"),
        (Committed(caught=0.8, floors={Label.DATE: 0.8}), "date: a floor of 80.0% is committed"),
        (
            Committed(caught=0.8, false_alarms={Label.LIGHT: 0.2}),
            "light lines wrongly stopped: 25.0% (1 of 4), at most 20.0% committed",
        ),
        (Committed(caught=0.8), "light lines wrongly stopped: there are 4 such lines, and no figure is committed"),
        (Committed(caught=0.8, false_alarms={Label.FREE: 0.2}), "free lines wrongly stopped: at most 20.0%"),
        (Committed(caught=0.8, hollow_accepted=0.4), "hollow lines accepted: 50.0% (1 of 2), at most 40.0%"),
        (Committed(caught=0.8), "hollow lines accepted: there are 2 such lines, and no figure is committed"),
    ],
)
def test_each_figure_that_does_not_hold_is_said(committed: Committed, said: str) -> None:
    """Too few caught, too many stopped, and figures and lines that have no counterpart."""
    measured = _measured(
        _many(Label.NUMBER, passed=1, refused=3),
        _many(Label.ROLE, refused=1),
        _many(Label.LIGHT, passed=3, refused=1),
        _many(Label.HOLLOW, passed=1, refused=1),
    )

    assert any(shortfall.startswith(said) for shortfall in committed.shortfalls(measured))


def test_figures_that_are_met_exactly_hold() -> None:
    """A figure is the last one that is good enough."""
    measured = _measured(_many(Label.NUMBER, passed=1, refused=4), _many(Label.LIGHT, passed=3, doubted=1))
    committed = Committed(caught=0.8, floors={Label.NUMBER: 0.8}, false_alarms={Label.LIGHT: 0.25})

    assert committed.shortfalls(measured) == ()
