"""How far two orders of the same things agree: Kendall's tau-b."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import combinations


def tau_b(ones: Sequence[float], others: Sequence[float]) -> float:
    """1 where both put every pair the same way, -1 where always the other way (M. G. Kendall 1945, Biometrika 33).

    A pair that one of them leaves open counts for nothing and still lowers the rest, so a score that tells little
    apart does not reach 1. 0 where one of them leaves all pairs open.
    """
    pairs = list(combinations(zip(ones, others, strict=True), 2))
    signs = [(_sign(a, b), _sign(x, y)) for (a, x), (b, y) in pairs]
    told_apart = sum(one != 0 for one, _ in signs) * sum(other != 0 for _, other in signs)
    return sum(one * other for one, other in signs) / math.sqrt(told_apart) if told_apart else 0.0


def _sign(left: float, right: float) -> int:
    return (left > right) - (left < right)
