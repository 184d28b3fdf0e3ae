"""Questions of batches wait for their turns, so that all workers together keep to calls and tokens a minute."""

from __future__ import annotations

import asyncio
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from unbland.application.batch.model import Limits
from unbland.application.batch.ports import BatchWork
from unbland.application.ports import Completer, Completion, CompletionFailed, Request

T = TypeVar("T")

#: Seconds after which whoever waits looks whether it is still wanted; one look serves all that wait.
_LOOK = 1.0


class NotNow(Exception):
    """What waits for its first turn is no longer to be written: the batch was halted or cancelled, or work stops."""


class Turns:
    """The turns that this process takes, and whether they are still wanted."""

    def __init__(self, work: BatchWork, now: Callable[[], datetime]) -> None:
        """Take who hands turns out to all workers, and a clock in UTC."""
        self._work = work
        self._now = now
        #: Batch → those who wait for its turns.
        self._lines: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        #: Batch → calls beyond the one that a turn was taken for, which the next turn pays for.
        self._owed: Counter[str] = Counter()
        #: Batch → the last look, and when it was begun.
        self._looks: dict[str, tuple[float, asyncio.Task[bool]]] = {}
        self.stopped = False

    async def pause(self, batch: str, seconds: float) -> bool:
        """Wait so long; False, and no longer, where the batch is not to be worked on meanwhile."""
        while seconds > 0:
            await asyncio.sleep(min(seconds, _LOOK))
            seconds -= _LOOK
            if not await self._wanted(batch):
                return False
        return True

    async def wait(self, batch: str, *, needed: bool) -> None:
        """Wait for the next turn; raises NotNow where it is not wanted any more, unless it is `needed`.

        One after the other: a turn that is taken ahead would not know of calls that are owed meanwhile.
        """
        async with self._lines[batch]:
            if not needed and not await self._wanted(batch):
                raise NotNow
            clock = asyncio.get_running_loop().time
            asked = clock()
            seconds = await self._work.turn(batch, 1 + self._owed.pop(batch, 0), self._now())
            seconds -= clock() - asked  # which the database took
            if not await self.pause(batch, seconds) and not needed:
                raise NotNow

    def owe(self, batch: str, calls: int) -> None:
        """So many calls were made beyond those that turns were taken for."""
        self._owed[batch] += calls

    async def _wanted(self, batch: str) -> bool:
        if self.stopped:
            return False
        now = asyncio.get_running_loop().time()
        looked, look = self._looks.get(batch, (now - _LOOK, None))
        if look is None or now - looked >= _LOOK:
            look = asyncio.create_task(self._work.running(batch))
            self._looks[batch] = now, look
        return await asyncio.shield(look)


class _Place:
    """Where one item stands: before its first turn it may still be given up, since nothing is paid for."""

    def __init__(self, turns: Turns, batch: str) -> None:
        self._turns = turns
        self._batch = batch
        self._asked = False
        #: Seconds that it has waited.
        self._waited = 0.0

    async def wait(self) -> float:
        """Wait for a turn; the seconds that all waits took so far. Raises NotNow."""
        clock = asyncio.get_running_loop().time
        began = clock()
        await self._turns.wait(self._batch, needed=self._asked)
        self._asked = True
        self._waited += clock() - began
        return self._waited

    def made(self, calls: int) -> None:
        """So many calls were made in this turn."""
        if calls > 1:
            self._turns.owe(self._batch, calls - 1)


_PLACE: ContextVar[_Place | None] = ContextVar("place", default=None)


@contextmanager
def in_turn(turns: Turns, batch: str, limits: Limits) -> Iterator[None]:
    """Have questions wait for the turns of a batch while this is open, where its limits say how fast it may ask."""
    before = _PLACE.set(_Place(turns, batch) if limits.rpm or limits.tpm else None)
    try:
        yield
    finally:
        _PLACE.reset(before)


class Paced:
    """A model whose questions wait for their turns, where the work under way has to; see `Completer`."""

    def __init__(self, inner: Completer) -> None:
        """Take the model."""
        self._inner = inner

    async def complete(self, request: Request, accept: Callable[[str], T]) -> Completion[T]:
        """As the model answers, and NotNow; the wait for a turn takes nothing of the time that it has."""
        place = _PLACE.get()
        if place is None:
            return await self._inner.complete(request, accept)
        request = replace(request, deadline=request.deadline + await place.wait())
        try:
            done = await self._inner.complete(request, accept)
        except CompletionFailed as failed:
            place.made(failed.usage.calls)
            raise
        place.made(done.usage.calls)
        return done
