"""The ends of rewrites, as far as this process works on them: whoever waits for one is told at once."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from weakref import WeakValueDictionary


class Ends:
    """What somebody waits for, by id."""

    def __init__(self) -> None:
        """Begin with nobody waiting."""
        #: Whether this process ends no more work, so that nobody is to wait here.
        self.closed = False
        self._waited: WeakValueDictionary[str, asyncio.Event] = WeakValueDictionary()

    async def wait(self, id_: str, seconds: float) -> bool:
        """Until this process ends the work, or so many seconds; whether it was told."""
        ended = self._waited.setdefault(id_, asyncio.Event())
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await ended.wait()
        return ended.is_set()

    def close(self) -> None:
        """This process stops: whoever waits is told that, and asks another."""
        self.closed = True
        for ended in [*self._waited.values()]:
            ended.set()

    def tell(self, id_: str) -> None:
        """It is over."""
        if ended := self._waited.get(id_):
            ended.set()
