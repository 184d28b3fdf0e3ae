"""Many files on all processors: outcomes come in the order of the names, and Ctrl-C ends it all at once."""

from __future__ import annotations

import os
import signal
from collections.abc import Generator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial

from unbland.edges.cli.files import STANDARD
from unbland.edges.cli.reviewing import Outcome, Task, work

#: Starting the workers costs about as much as reviewing so many postings.
_PAYS = 40

#: Beyond this, writing the report is what takes the time.
_MOST_WORKERS = 8

#: Files that a worker takes at a time: enough that handing over costs nothing, few enough that output flows.
_CHUNK = 4


def work_all(task: Task, names: Sequence[str]) -> Generator[Outcome]:
    """What becomes of each file, one after the other."""
    workers = min(_processors(), _MOST_WORKERS)
    if len(names) < _PAYS or workers == 1 or STANDARD in names:
        yield from (work(task, name) for name in names)
        return
    pool = ProcessPoolExecutor(workers, initializer=_leave_interrupts)
    try:
        yield from pool.map(partial(work, task), names, chunksize=_CHUNK)
    finally:  # at an interrupt or a closed pipe nobody waits for the rest
        pool.shutdown(wait=True, cancel_futures=True)


def _leave_interrupts() -> None:
    """The terminal interrupts every process; the first one tells the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
