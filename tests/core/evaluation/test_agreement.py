"""Kendall's tau-b: the definition by other means, worked examples, and what must hold of any two orders."""

from __future__ import annotations

import math
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unbland.core.evaluation.ranks.agreement import tau_b

#: Few different values, so that ties are common.
PAIRS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=8)


def _ties(values: list[int]) -> int:
    return sum(count * (count - 1) // 2 for count in Counter(values).values())


def _counted(pairs: list[tuple[int, int]]) -> float:
    """(C - D) / sqrt((n0 - n1)(n0 - n2)), with every pair looked at in turn and ties from the counts of values."""
    agree = disagree = 0
    for place, (a, x) in enumerate(pairs):
        for b, y in pairs[:place]:
            if (a < b and x < y) or (a > b and x > y):
                agree += 1
            elif (a < b and x > y) or (a > b and x < y):
                disagree += 1
    every = len(pairs) * (len(pairs) - 1) // 2
    apart = (every - _ties([a for a, _ in pairs])) * (every - _ties([x for _, x in pairs]))
    return (agree - disagree) / math.sqrt(apart) if apart else 0.0


@given(PAIRS)
def test_it_is_the_count_of_pairs(pairs: list[tuple[int, int]]) -> None:
    """A slower count that shares no line with it comes to the same."""
    assert tau_b([a for a, _ in pairs], [x for _, x in pairs]) == pytest.approx(_counted(pairs))


@given(PAIRS)
def test_it_is_even_handed(pairs: list[tuple[int, int]]) -> None:
    """Neither order comes first, turning one round turns the sign, and it stays from -1 to 1."""
    ones, others = [a for a, _ in pairs], [x for _, x in pairs]
    tau = tau_b(ones, others)

    assert tau == tau_b(others, ones)
    assert tau_b([-one for one in ones], others) == -tau
    assert -1 - 1e-9 <= tau <= 1 + 1e-9


@pytest.mark.parametrize(
    ("ones", "others", "tau"),
    [
        ([1, 2, 3, 4], [10, 20, 30, 40], 1),
        ([1, 2, 3, 4], [40, 30, 20, 10], -1),
        ([1, 2, 3, 4, 5], [1, 2, 3, 5, 4], 0.8),
        ([1, 2, 3, 4], [1, 2, 3, 3], 5 / math.sqrt(30)),
        ([12, 2, 1, 12, 2], [1, 4, 7, 1, 0], -4 / math.sqrt(72)),
        ([1, 2, 3], [5, 5, 5], 0),
        ([], [], 0),
    ],
)
def test_worked_examples(ones: list[int], others: list[int], tau: float) -> None:
    """All alike, all apart, one pair apart, ties on one side and on both, and nothing to tell apart."""
    assert tau_b(ones, others) == pytest.approx(tau)


def test_orders_of_different_things_are_refused() -> None:
    """A score too few would shift all others."""
    with pytest.raises(ValueError, match="shorter"):
        tau_b([1, 2, 3], [1, 2])
