"""How many items may be under way: as many as the provider takes, found out by asking for more until it is too much."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

#: What the limit shrinks to at a refusal (additive increase, multiplicative decrease: Chiu and Jain, 1989).
_SHRINK = 0.5

#: Seconds in which further refusals are of the same crowd and shrink nothing.
_CROWD = 1.0

#: Under way at the beginning, where nobody says a number.
_START = 8.0

#: Seconds that a refusal pauses where the provider names none.
_PAUSE = 1.0


class Gate:
    """Lets as many in as there is room for; who is refused by the provider makes it narrower for all."""

    def __init__(self, most: int, *, fixed: bool = False, clock: Callable[[], float] | None = None) -> None:
        """Take the most that may be in; `fixed` for a number that neither grows nor shrinks."""
        self.most = float(most)
        self._fixed = fixed
        self.limit = self.most if fixed else min(_START, self.most)
        #: Batch → those of it that are in, and that wait.
        self._inside: Counter[str] = Counter()
        self._waiting: Counter[str] = Counter()
        self._closed_until = 0.0
        self._shrunk = float("-inf")
        self._clock = clock or (lambda: asyncio.get_running_loop().time())
        self._changed = asyncio.Event()

    @asynccontextmanager
    async def turn(self, batch: str = "") -> AsyncIterator[None]:
        """Be inside while this is open, for a batch."""
        self._waiting[batch] += 1
        try:
            while (wait := self._wait(batch)) is not None:
                self._changed.clear()
                with suppress(TimeoutError):
                    async with asyncio.timeout(wait):
                        await self._changed.wait()
        finally:
            self._waiting[batch] -= 1
        self._inside[batch] += 1
        try:
            yield
        finally:
            self._inside[batch] -= 1
            self._changed.set()

    def accepted(self) -> None:
        """The provider answered: after as many answers as there is room for, there is room for one more."""
        if not self._fixed:
            self.limit = min(self.most, self.limit + 1 / self.limit)
            self._changed.set()

    def refused(self, seconds: float | None = None) -> None:
        """The provider asks for fewer, or for so many seconds of silence."""
        now = self._clock()
        self._closed_until = max(self._closed_until, now + (_PAUSE if seconds is None else seconds))
        if not self._fixed and now - self._shrunk >= _CROWD:
            self.limit = max(1.0, self.limit * _SHRINK)
            self._shrunk = now

    def _wait(self, batch: str) -> float | None:
        """Seconds until it is worth looking again; None where there is room now.

        A batch has room for its share whoever else is in: one that is slow would else hold every place.
        """
        closed = self._closed_until - self._clock()
        if closed > 0:
            return closed
        batches = len(+self._inside | +self._waiting)
        has_room = self._inside.total() < max(1, int(self.limit))
        return None if has_room or self._inside[batch] < max(1, int(self.limit / batches)) else 1.0
