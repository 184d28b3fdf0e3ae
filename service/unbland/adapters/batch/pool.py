"""Work on all processors: what comes of a stream comes in its order, and only a little of it is in memory."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

#: Beyond this, reading the input and writing what comes out is what takes the time.
_MOST = 8

#: Pieces that go to a process at a time, and handfuls that wait for each.
_HANDFUL, _AHEAD = 8, 3

#: Below this many pieces starting processes costs more than they save.
_PAYS = 40


def in_order(work: Callable[[T], R], pieces: Iterable[T]) -> Iterator[R]:
    """What becomes of each piece, in order."""
    stream = iter(pieces)
    first = list(islice(stream, _PAYS))
    workers = min(processors(), _MOST)
    if len(first) < _PAYS or workers == 1:
        yield from map(work, first)
        yield from map(work, stream)
        return
    pool = ProcessPoolExecutor(workers, initializer=_leave_interrupts)
    waiting: deque[Future[list[R]]] = deque()
    try:
        for handful in _handfuls(first, stream):
            waiting.append(pool.submit(_all, work, handful))
            if len(waiting) > workers * _AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    finally:  # at an interrupt nobody waits for the rest
        pool.shutdown(wait=True, cancel_futures=True)


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _handfuls(first: list[T], rest: Iterator[T]) -> Iterator[list[T]]:
    yield from (first[start : start + _HANDFUL] for start in range(0, len(first), _HANDFUL))
    while handful := list(islice(rest, _HANDFUL)):
        yield handful


def _all(work: Callable[[T], R], pieces: list[T]) -> list[R]:
    return [work(piece) for piece in pieces]


def _leave_interrupts() -> None:
    """The terminal interrupts every process; the first one tells the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
