"""What the gate on kept runs sees: how often it calls a drop of so many points a regression, and equal runs by mistake.

Simulated: each case has a quality of its own (spread 0.12, what the scripted runs of the eval set show), each repeat is
six criteria that are met or not, and one case in four shares its draft, and half of its luck, with another.

    .venv/bin/python benchmarks/eval/power.py
"""

from __future__ import annotations

import random
from statistics import fmean

from unbland.core.evaluation.runs.paired import Draws, Pair

_CRITERIA = 6
_MEAN, _SPREAD = 0.85, 0.12
_ROUNDS = 300
_SIZES = ((24, 1), (48, 1), (48, 3), (65, 3))
_DROPS = (0.0, 0.03, 0.05, 0.08)


def _quality(dice: random.Random, share: float, repeats: int) -> float:
    """The mean of so many repeats of six criteria that are met with this chance."""
    met = sum(dice.random() < share for _ in range(_CRITERIA * repeats))
    return met / (_CRITERIA * repeats)


def _pairs(dice: random.Random, cases: int, repeats: int, drop: float) -> list[Pair]:
    pairs, last = [], _MEAN
    for number in range(cases):
        twin = number % 4 == 1
        share = last if twin else min(0.99, max(0.05, dice.gauss(_MEAN, _SPREAD)))
        last = share
        cluster = str(number - 1 if twin else number)
        new = max(0.0, share - drop)
        pairs.append(Pair(cluster, _quality(dice, share, repeats), _quality(dice, new, repeats)))
    return pairs


def _called_worse(cases: int, repeats: int, drop: float) -> float:
    """The share of simulated comparisons whose interval lies below 0."""
    dice = random.Random(cases * 100 + repeats)  # noqa: S311 - a seeded simulation
    draws = Draws([pair.cluster for pair in _pairs(dice, cases, repeats, drop)])
    return fmean(
        bool((interval := draws.interval(_pairs(dice, cases, repeats, drop))) and interval.high < 0)
        for _ in range(_ROUNDS)
    )


def main() -> None:
    """Print the table."""
    print("cases × repeats | " + " | ".join("equal runs" if not d else f"{100 * d:.0f} points lower" for d in _DROPS))
    for cases, repeats in _SIZES:
        shares = " | ".join(f"{100 * _called_worse(cases, repeats, drop):.0f} %" for drop in _DROPS)
        print(f"{cases} × {repeats} | {shares}")


if __name__ == "__main__":
    main()
