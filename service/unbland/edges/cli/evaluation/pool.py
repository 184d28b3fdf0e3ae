"""Trials on all processors: the cases go to as many processes, and come back in order."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import groupby

from unbland.application.evaluation.evaluate import Bench, Trials, run_all
from unbland.application.evaluation.plan import Planned
from unbland.bootstrap.evaluation import MakeBench
from unbland.core.evaluation.runs.run import Trial

#: Starting another process costs about as much as so many trials.
_PAYS = 20


def run_pooled(make: MakeBench, plan: Sequence[Planned], done: Callable[[Trial], None] = lambda _: None) -> Trials:
    """What came of the plan, whose models answer at once; `done` hears of each trial."""
    cases = [tuple(group) for _, group in groupby(plan, key=lambda planned: planned.case.id)]
    results = tuple(_heard(_results(make, cases, len(plan)), done))
    return Trials(
        trials=tuple(trial for result in results for trial in result.trials),
        cases=tuple(case for result in results for case in result.cases),
    )


def _results(make: MakeBench, cases: Sequence[tuple[Planned, ...]], trials: int) -> Iterator[Trials]:
    workers = min(_processors(), len(cases))
    if workers <= 1 or trials < _PAYS:
        work = partial(_work, make())
        yield from map(work, cases)
        return
    pool = ProcessPoolExecutor(workers, initializer=_prepare, initargs=(make,))
    try:
        yield from pool.map(_work_prepared, cases)
    finally:  # at an interrupt nobody waits for the rest
        pool.shutdown(wait=True, cancel_futures=True)


def _heard(results: Iterator[Trials], done: Callable[[Trial], None]) -> Iterator[Trials]:
    for result in results:
        for trial in result.trials:
            done(trial)
        yield result


def _work(bench: Bench, plan: tuple[Planned, ...]) -> Trials:
    return asyncio.run(run_all(bench, plan))


#: What a process of the pool runs its trials with.
_prepared: list[Bench] = []


def _prepare(make: MakeBench) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal interrupts every process; the first tells the others
    _prepared.append(make())


def _work_prepared(plan: tuple[Planned, ...]) -> Trials:
    return _work(_prepared[-1], plan)


def _processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
