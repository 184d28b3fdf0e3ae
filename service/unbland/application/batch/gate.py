"""How many items may be under way: as many as the provider takes, found out by asking for more until it is too much."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

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
        self._inside = 0
        self._closed_until = 0.0
        self._shrunk = float("-inf")
        self._clock = clock or (lambda: asyncio.get_running_loop().time())
        self._changed = asyncio.Event()

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Be inside while this is open."""
        while (wait := self._wait()) is not None:
            self._changed.clear()
            try:
                async with asyncio.timeout(wait):
                    await self._changed.wait()
            except TimeoutError:
                continue
        self._inside += 1
        try:
            yield
        finally:
            self._inside -= 1
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

    def _wait(self) -> float | None:
        """Seconds until it is worth looking again; None where there is room now."""
        closed = self._closed_until - self._clock()
        if closed > 0:
            return closed
        return None if self._inside < max(1, int(self.limit)) else 1.0
