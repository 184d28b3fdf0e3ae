"""How long the guard takes for a line, over the labelled sentences: `python benchmarks/guard.py`."""

from __future__ import annotations

import time
from statistics import median, quantiles

from unbland import bootstrap
from unbland.core import guard
from unbland.core.evaluation.labelled import sentences

ROUNDS = 5


def main() -> None:
    """Print the median and the slowest hundredth, first with cold and then with warm caches."""
    every = [sentence for trades in bootstrap.guard_set().values() for sentence in sentences(trades)]
    for turn in range(ROUNDS):
        taken = []
        for sentence in every:
            begin = time.perf_counter()
            guard.check(sentence.line, sentence.ledger)
            taken.append(1000 * (time.perf_counter() - begin))
        name = "warm" if turn else "cold"
        print(f"{name}: {len(taken)} lines, median {median(taken):.2f} ms, p99 {quantiles(taken, n=100)[-1]:.2f} ms")


if __name__ == "__main__":
    main()
