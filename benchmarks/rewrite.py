"""How long the editor engine takes for a draft, over the eval set's drafts: `python benchmarks/rewrite.py`."""

from __future__ import annotations

import asyncio
import time
from statistics import median, quantiles

from unbland.application.review import Draft
from unbland.application.rewrite import Engine, Rewriter
from unbland.bootstrap import sets

ROUNDS = 20


async def main() -> None:
    """Print the median and the slowest twentieth in milliseconds, after one round to warm up."""
    rewriter = Rewriter(chain=None, new_id=lambda: "rw_0", seconds=60)
    cases = sets.eval_cases()
    taken: list[float] = []
    for turn in range(ROUNDS + 1):
        for case in cases:
            begin = time.perf_counter()
            await rewriter.rewrite(Draft(content=case.draft.content), case.facts, Engine.EDITOR)
            if turn:
                taken.append(1000 * (time.perf_counter() - begin))
    slowest = quantiles(taken, n=20)[-1]
    print(f"{len(cases)} drafts, {ROUNDS} rounds: median {median(taken):.1f} ms, p95 {slowest:.1f} ms")


if __name__ == "__main__":
    asyncio.run(main())
