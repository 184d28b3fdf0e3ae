"""Cohen's kappa by another count, worked examples, and what a criterion may do with it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unbland.core.evaluation.judging.agreement import Pair, agreement, kappa
from unbland.core.evaluation.judging.standing import Trust, standings
from unbland.core.evaluation.judging.votes import Answer

MARKS = {"+": Answer.MET, "-": Answer.UNMET, "?": Answer.CANNOT_ASSESS, "!": Answer.UNSCORED}
PAIRS = st.lists(st.tuples(st.sampled_from("+-"), st.sampled_from("+-")), min_size=1, max_size=30)


def _pairs(rows: Sequence[tuple[str, str]]) -> list[Pair]:
    return [(MARKS[one], MARKS[other]) for one, other in rows]


def _sheet(marks: str) -> dict[str, Answer]:
    return {f"p{number:03}": MARKS[mark] for number, mark in enumerate(marks)}


def _table(rows: Sequence[tuple[str, str]]) -> float | None:
    """2(ad - bc) / (p1 q2 + p2 q1), the form for two classes."""
    a, b, c, d = (sum(row == pair for row in rows) for pair in (("+", "+"), ("+", "-"), ("-", "+"), ("-", "-")))
    below = (a + b) * (b + d) + (a + c) * (c + d)
    return 2 * (a * d - b * c) / below if below else None


@given(PAIRS)
def test_kappa_is_that_of_the_four_fold_table(rows: list[tuple[str, str]]) -> None:
    """A formula that shares no line with it comes to the same, or both have none."""
    expected = _table(rows)
    found = kappa(_pairs(rows))

    assert (found is None) is (expected is None)
    assert found is None or found == pytest.approx(expected)


@given(PAIRS)
def test_kappa_is_even_handed(rows: list[tuple[str, str]]) -> None:
    """Neither reader comes first, and yes is no better than no."""
    turned = {"+": "-", "-": "+"}
    assert kappa(_pairs(rows)) == kappa(_pairs([(other, one) for one, other in rows]))
    assert kappa(_pairs(rows)) == kappa(_pairs([(turned[one], turned[other]) for one, other in rows]))


@pytest.mark.parametrize(
    ("ones", "others", "value"),
    [
        # J. Cohen's arithmetic: 20 + 15 of 50 agree, chance is 0.5.
        ("+" * 25 + "-" * 25, "+" * 20 + "-" * 5 + "+" * 10 + "-" * 15, 0.4),
        ("+-+-", "+-+-", 1.0),
        ("+-+-", "-+-+", -1.0),
        ("++--", "+-+-", 0.0),
        ("++++", "++++", None),
        ("+-+-", "++++", 0.0),
        ("", "", None),
    ],
)
def test_worked_examples(ones: str, others: str, value: float | None) -> None:
    """All, none and half; where both say yes to all there is nothing beyond chance to see, and a nodder gets nought."""
    found = agreement(_sheet(ones), _sheet(others))
    assert found.kappa == (None if value is None else pytest.approx(value))
    assert (found.interval is None) is (value is None)


def test_who_abstains_shows_in_the_coverage_alone() -> None:
    """Of what the first said yes or no to; his own abstentions were no question."""
    found = agreement(_sheet("++--?+"), _sheet("+?-!+-"))

    assert (found.asked, len(found.pairs)) == (5, 3)
    assert found.coverage == pytest.approx(0.6)
    assert found.raw == pytest.approx(2 / 3)
    assert found.confusion == {
        (Answer.MET, Answer.MET): 1,
        (Answer.UNMET, Answer.UNMET): 1,
        (Answer.MET, Answer.UNMET): 1,
    }


def test_the_interval_narrows_with_more_postings() -> None:
    """About ±0.2 at 50 and half of that at 200, for a kappa of 0.7."""
    few, many = (agreement(_sheet("+-" * n), _sheet(("+-" * n)[: -n // 3] + "+" * -(-n // 3))) for n in (25, 100))
    assert few.interval is not None
    assert many.interval is not None
    assert few.interval.high - few.interval.low > 1.6 * (many.interval.high - many.interval.low)
    assert few.interval.low < (few.kappa or 0) < few.interval.high


def _flipped(marks: str, every: int) -> str:
    """The same with every so many answers turned round."""
    turned = {"+": "-", "-": "+"}
    return "".join(turned[mark] if number % every == 0 else mark for number, mark in enumerate(marks))


SIXTY = "+--+-+" * 10


@pytest.mark.parametrize(
    ("reader_b", "judge", "trust"),
    [
        (_flipped(SIXTY, 20), SIXTY, Trust.GATES),
        (_flipped(SIXTY, 20), _flipped(SIXTY, 4), Trust.REPORTS),
        (_flipped(SIXTY, 20), "+" * 60, Trust.REPORTS),
        (_flipped(SIXTY, 20), "?" * 13 + SIXTY[13:], Trust.REPORTS),
        (_flipped(SIXTY, 20), "!" * 60, Trust.REPORTS),
        (_flipped(SIXTY, 3), SIXTY, Trust.BROKEN),
        (_flipped(SIXTY, 20), None, Trust.UNMEASURED),
        (None, SIXTY, Trust.UNMEASURED),
        (None, None, Trust.UNMEASURED),
    ],
    ids=[
        "sees as readers do",
        "errs one time in four",
        "nods",
        "abstains too often",
        "quotes nothing",
        "broken",
        "no judge",
        "one reader",
        "one reader, no judge",
    ],
)
def test_what_may_gate(reader_b: str | None, judge: str | None, trust: Trust) -> None:
    """Only what two readers agree on, and the judge agrees on with both of them."""
    readers = [{"tone": _sheet(marks)} for marks in (SIXTY, reader_b) if marks]
    (found,) = standings(["tone"], readers, {"tone": _sheet(judge)} if judge else None)

    assert found.trust is trust


def test_a_good_kappa_of_few_postings_is_not_enough() -> None:
    """Below fifty nothing gates, and at sixty a kappa above 0.6 that may be luck does not gate."""
    short = {"tone": _sheet("+-" * 20)}
    (few,) = standings(["tone"], [short, short], short)
    rare = "+" * 55 + "-" * 5
    off = "+" * 54 + "-" * 4 + "+" * 2
    (unsure,) = standings(["tone"], [{"tone": _sheet(rare)}] * 2, {"tone": _sheet(off)})

    assert few.trust is Trust.UNMEASURED
    assert unsure.trust is Trust.REPORTS
    for agreed in unsure.judged:
        assert agreed.kappa is not None
        assert agreed.interval is not None
        assert agreed.kappa >= 0.6
        assert agreed.interval.low <= 0.4
