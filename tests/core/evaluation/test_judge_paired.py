"""Judged runs beside each other: shares, coverage, crashes that count, and what a difference is worth."""

from __future__ import annotations

import pytest

from unbland.application.evaluation.judge import standing_of
from unbland.application.standing import Standing
from unbland.core.evaluation.judging.judged import Judge, JudgedRun, JudgedTrial
from unbland.core.evaluation.judging.paired import Change, difference
from unbland.core.evaluation.judging.standing import Trust
from unbland.core.evaluation.judging.votes import Answer, Ballot, Vote

MARKS = {"+": Answer.MET, "-": Answer.UNMET, "?": Answer.CANNOT_ASSESS, "!": Answer.UNSCORED}
JUDGE = Judge(model="judge-1", endpoint="", prompt="v1@0", criteria="c0", votes=1)


def _run(
    marks: str, *, repeats: int = 1, clusters: int = 0, trust: Trust = Trust.GATES, live: bool = False
) -> JudgedRun:
    """A mark a trial, a case after the other: `x` has no posting, `f` no answer of the judge."""
    trials = tuple(
        JudgedTrial(
            case=f"c{place // repeats}",
            writer="llm",
            repeat=1 + place % repeats,
            cluster=f"k{place // repeats % clusters}" if clusters else f"c{place // repeats}",
            ballots=({"tone": Ballot((Vote(answer=MARKS.get(mark, Answer.UNSCORED)),))} if mark != "x" else {}),
            failed=int(mark == "f"),
        )
        for place, mark in enumerate(marks)
    )
    return JudgedRun(
        made="2026-11-24",
        judge=JUDGE,
        label="w",
        writer="w",
        dataset="d",
        criteria=("tone",),
        trust={"tone": trust},
        live=live,
        trials=trials,
    )


def test_a_crash_meets_nothing_and_what_is_not_scored_is_left_out() -> None:
    """One of three, and a coverage of three in five."""
    run = _run("+-x?!")

    assert run.share("tone") == pytest.approx(1 / 3)
    assert run.coverage("tone") == pytest.approx(3 / 5)
    assert run.flips("tone") is None
    assert _run("??").share("tone") is None


@pytest.mark.parametrize(
    ("marks", "live", "valid"),
    [
        ("+-x", False, True),
        ("+-f", False, False),
        ("+" * 19 + "f", True, True),
        ("+" * 18 + "ff", True, False),
        ("xx", False, False),
        ("", False, False),
    ],
)
def test_a_run_that_was_not_judged_through_is_no_pass(marks: str, live: bool, valid: bool) -> None:
    """A judge on the network may fail one time in twenty, a replay never; nothing judged is nothing measured."""
    run = _run(marks, live=live)

    assert run.valid is valid
    assert standing_of(run, ()) is (Standing.HOLDS if valid else Standing.EMPTY)


@pytest.mark.parametrize(
    ("old", "new", "change", "standing"),
    [
        ("+" * 20, "+" * 12 + "-" * 8, Change.WORSE, Standing.SHORT),
        ("+" * 12 + "-" * 8, "+" * 20, Change.BETTER, Standing.HOLDS),
        ("+-" * 10, "+-" * 10, Change.SAME, Standing.HOLDS),
        ("+-" * 10, "-+" + "+-" * 9, Change.INCONCLUSIVE, Standing.HOLDS),
        ("+" * 20, "x" * 8 + "+" * 12, Change.WORSE, Standing.SHORT),
        ("+", "-", Change.INCONCLUSIVE, Standing.EMPTY),
        ("??", "++", Change.INCONCLUSIVE, Standing.EMPTY),
    ],
    ids=["worse", "better", "same", "inconclusive", "crashes are worse", "one case", "no case in common"],
)
def test_a_difference_says_what_it_can(old: str, new: str, change: Change, standing: Standing) -> None:
    """Worse where the whole interval is, and inconclusive where it might be either."""
    before, after = _run(old), _run(new)
    found = difference("tone", before, after)

    assert found.change is change
    assert standing_of(after, (found,)) is standing


def test_what_may_not_gate_fails_nothing() -> None:
    """However much worse it is."""
    before, after = _run("+" * 20), _run("-" * 20, trust=Trust.REPORTS)
    found = difference("tone", before, after)

    assert found.change is Change.WORSE
    assert standing_of(after, (found,)) is Standing.HOLDS


def test_repeats_are_one_case_and_cases_of_one_cluster_are_drawn_together() -> None:
    """Three repeats are no three cases, and two clusters leave more open than twenty."""
    before, after = _run("+" * 60, repeats=3), _run("+--" * 20, repeats=3)
    found = difference("tone", before, after)
    whole = difference("tone", _run("+" * 20, clusters=2), _run("+-" * 10, clusters=2))
    single = difference("tone", _run("+" * 20), _run("+-" * 10))

    assert found.cases == 20
    assert found.mean == pytest.approx(-2 / 3)
    assert whole.mean == single.mean
    assert whole.interval is not None
    assert single.interval is not None
    assert whole.interval.high - whole.interval.low > single.interval.high - single.interval.low
