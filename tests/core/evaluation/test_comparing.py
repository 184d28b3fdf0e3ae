"""Two runs held against each other: a drop is seen, equal runs are equal, and what proves nothing says so."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given as where
from hypothesis import strategies as some

from doubles.runs import given, run, trial
from unbland.core.evaluation.runs.comparing import compare
from unbland.core.evaluation.runs.comparison import Outcome
from unbland.core.evaluation.runs.paired import Draws, Pair
from unbland.core.evaluation.runs.run import Run

CASES = [f"case-{n}" for n in range(40)]
OLD = run(dict.fromkeys(CASES, 0.9))


def _shifted(by: float, spread: float = 0.02) -> Run:
    """The old run with every case moved by so much, half of them by more and half by less."""
    return run({case: 0.9 + by + (spread if n % 2 else -spread) for n, case in enumerate(CASES)})


@pytest.mark.parametrize(
    ("new", "outcome"),
    [
        (OLD, Outcome.SAME),
        (_shifted(0), Outcome.SAME),
        (_shifted(-0.05), Outcome.REGRESSION),
        (_shifted(+0.05), Outcome.IMPROVEMENT),
        (_shifted(-0.01, 0.3), Outcome.INCONCLUSIVE),
    ],
    ids=["itself", "noise", "a drop", "a rise", "too noisy to tell"],
)
def test_the_outcome_follows_the_interval(new: Run, outcome: Outcome) -> None:
    """Wholly below or above 0, wholly within five points, or none of these."""
    assert compare(OLD, new).outcome is outcome


def test_a_gate_that_broke_is_a_regression_whatever_the_quality() -> None:
    """One of forty, in a run that is better on the whole."""
    better = _shifted(+0.05)
    broken = replace(better, trials=(trial(CASES[0], 1.0, gates=["figure"]), *better.trials[1:]))

    found = compare(OLD, broken)

    assert found.outcome is Outcome.REGRESSION
    assert found.broken == ((CASES[0], "llm", "figure"),)
    assert compare(broken, broken).outcome is Outcome.SAME


def test_what_was_not_measured_counts_as_nothing() -> None:
    """A run whose crashes were left out would look as good as before; a few are borne, as zeros."""
    crashed = replace(OLD, live=True, trials=(*OLD.trials[:-1], trial(CASES[-1], crashed=True)))

    found = compare(OLD, crashed)

    assert found.quality is not None
    assert found.quality.new == pytest.approx(0.9 * 39 / 40)
    key, difference = found.moved[0]
    assert (key, round(difference, 9)) == ((CASES[-1], "llm"), -0.9)


def test_a_run_that_proves_nothing_is_compared_with_nothing() -> None:
    """Invalid on either side."""
    invalid = replace(OLD, stopped="the money ran out")

    assert compare(OLD, invalid).outcome is Outcome.INVALID
    assert compare(invalid, OLD).outcome is Outcome.INVALID
    assert compare(OLD, run({"another": 0.9})).outcome is Outcome.INVALID


def test_a_few_clusters_say_nothing_of_others() -> None:
    """Forty cases made from four drafts are four."""
    clusters = {case: str(n % 4) for n, case in enumerate(CASES)}
    old, new = (run(dict.fromkeys(CASES, quality), clusters=clusters) for quality in (0.9, 0.5))

    assert compare(old, new).outcome is Outcome.INVALID


def test_cases_that_changed_are_left_out_and_said() -> None:
    """Only what is the same in both is compared."""
    new = replace(_shifted(-0.05), dataset="other")
    changed = tuple(given(case.id, fingerprint="g") if n < 10 else case for n, case in enumerate(new.cases))

    found = compare(OLD, replace(new, cases=changed))

    assert found.cases == 30
    assert "30 cases" in found.notes[0]


def test_other_rules_leave_only_what_does_not_move_with_them() -> None:
    """A score by other rules is another score."""
    found = compare(OLD, replace(OLD, scorers="other"))

    assert found.criteria is not None
    assert set(found.criteria) == {"facts"}
    assert "facts" in found.notes[0]


def test_repeats_are_one_case() -> None:
    """Three repeats of one case weigh as much as one of another, and need not be as many in both."""
    thrice = replace(OLD, trials=tuple(trial(case, 0.9, repeat=n) for case in CASES for n in (1, 2, 3)))

    found = compare(OLD, thrice)

    assert found.cases == 40
    assert found.quality is not None
    assert found.quality.difference == pytest.approx(0)


QUALITIES = some.lists(some.floats(0, 1), min_size=6, max_size=20)


@where(QUALITIES)
def test_a_run_is_neither_better_nor_worse_than_itself(qualities: list[float]) -> None:
    """However it scatters."""
    made = run({f"case-{n}": quality for n, quality in enumerate(qualities)})

    assert compare(made, made).outcome is Outcome.SAME


@where(QUALITIES, some.randoms(use_true_random=False))
def test_the_other_way_round_it_is_the_other_way_round(qualities: list[float], dice: random.Random) -> None:
    """And the order of trials makes no difference."""
    old = run({f"case-{n}": quality for n, quality in enumerate(qualities)})
    moved = [min(1.0, quality + dice.uniform(-0.1, 0.1)) for quality in qualities]
    new = run({f"case-{n}": quality for n, quality in enumerate(moved)})
    shuffled = replace(new, trials=tuple(dice.sample(new.trials, len(new.trials))))

    there, back = compare(old, new), compare(new, old)

    assert compare(old, shuffled).quality == there.quality
    assert there.quality is not None
    assert back.quality is not None
    assert back.quality.difference == pytest.approx(-there.quality.difference)


def test_equal_runs_are_called_worse_no_oftener_than_the_interval_says() -> None:
    """400 pairs of runs that differ by chance alone, of ten clusters each: 2.5 % on each side, and some play."""
    dice = random.Random(11)  # noqa: S311 - no secret
    draws = Draws([str(n) for n in range(10)])
    below = 0
    for _ in range(400):
        interval = draws.interval([Pair(str(n), 0.0, dice.gauss(0, 0.1)) for n in range(10)])
        assert interval is not None
        below += interval.high < 0

    assert below <= 400 * 0.045
