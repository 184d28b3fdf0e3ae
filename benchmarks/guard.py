"""How long the guard takes for a line, over the labelled sentences: `python benchmarks/guard.py`."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from statistics import median, quantiles

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from labelled import sentences

ROUNDS = 5


def main() -> None:
    """Print the median and the slowest hundredth, first with cold and then with warm caches."""
    every = [sentence for part in ("dev", "held_out") for sentence in sentences(part)]
    for turn in range(ROUNDS):
        taken = []
        for sentence in every:
            begin = time.perf_counter()
            _ = sentence.outcome
            taken.append(1000 * (time.perf_counter() - begin))
        name = "warm" if turn else "cold"
        print(f"{name}: {len(taken)} lines, median {median(taken):.2f} ms, p99 {quantiles(taken, n=100)[-1]:.2f} ms")


if __name__ == "__main__":
    main()
