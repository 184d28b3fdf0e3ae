"""Lanes: what people are told, and batches, go beside the work that somebody waits for, not before it."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from unbland.application.rewrites.ports import Handler, JobEngine, Work


class Lanes:
    """Several engines as one; see `JobEngine`."""

    def __init__(self, main: JobEngine, beside: Mapping[str, JobEngine]) -> None:
        """Take the main one, and for kinds of work that go beside it theirs, started only where they are handled."""
        self._main = main
        self._beside = beside
        self._open: list[JobEngine] = []

    async def start(self, handlers: Mapping[str, Handler]) -> None:
        """Begin to run what is submitted; see the port."""
        self._open = [self._main, *(engine for kind, engine in self._beside.items() if kind in handlers)]
        for engine in self._open:
            await engine.start(handlers)

    async def submit(self, work: Work) -> None:
        """Have it run in its lane; see the port."""
        await self._beside.get(work.kind, self._main).submit(work)

    async def tidy(self) -> None:
        """Take away what the dead have left; see the port."""
        for engine in self._open:
            await engine.tidy()

    async def drain(self) -> None:
        """Take on nothing more in any of them; see the port."""
        await asyncio.gather(*(engine.drain() for engine in self._open))

    async def stop(self) -> None:
        """Let what is under way end in all of them; see the port."""
        await asyncio.gather(*(engine.stop() for engine in self._open))
