"""Two lanes: what people are told goes beside the work that they wait for, not behind it."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from unbland.application.rewrites.ports import Handler, JobEngine, Work


class Lanes:
    """Two engines as one; see `JobEngine`."""

    def __init__(self, main: JobEngine, beside: JobEngine, kinds: frozenset[str]) -> None:
        """Take both, and the kinds of work that go beside; the second is not started where nobody handles those."""
        self._main = main
        self._beside = beside
        self._kinds = kinds
        self._open: list[JobEngine] = []

    async def start(self, handlers: Mapping[str, Handler]) -> None:
        """Begin to run what is submitted; see the port."""
        self._open = [self._main, self._beside] if self._kinds & handlers.keys() else [self._main]
        for engine in self._open:
            await engine.start(handlers)

    async def submit(self, work: Work) -> None:
        """Have it run in its lane; see the port."""
        await (self._beside if work.kind in self._kinds else self._main).submit(work)

    async def tidy(self) -> None:
        """Take away what the dead have left; see the port."""
        for engine in self._open:
            await engine.tidy()

    async def stop(self) -> None:
        """Let what is under way end in both; see the port."""
        await asyncio.gather(*(engine.stop() for engine in self._open))
