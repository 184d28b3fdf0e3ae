"""Work in this process: asyncio tasks, fair among tenants; what is to be done is kept elsewhere."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict, deque
from collections.abc import Mapping

from unbland.application.rewrites.ports import Handler, Work

_LOG = logging.getLogger(__name__)


class LocalEngine:
    """Runs work in the event loop that started it; see `JobEngine`."""

    def __init__(self, at_once: int, *, drain: float) -> None:
        """Take how many pieces of work may be under way at a time, and how many seconds they get to end at a stop."""
        self._at_once = at_once
        self._drain = drain
        #: Tenant → what waits; the tenant whose turn is next comes first.
        self._waiting: OrderedDict[str, deque[Work]] = OrderedDict()
        self._known: set[Work] = set()
        self._running: set[asyncio.Task[None]] = set()
        self._handlers: Mapping[str, Handler] = {}
        self._open = False

    async def start(self, handlers: Mapping[str, Handler]) -> None:
        """Begin to run what is submitted; see the port."""
        self._handlers = handlers
        self._open = True
        self._fill()

    async def submit(self, work: Work) -> None:
        """Have it run; what waits already is not queued twice."""
        if work in self._known:
            return
        self._known.add(work)
        self._waiting.setdefault(work.tenant, deque()).append(work)
        self._fill()

    async def tidy(self) -> None:
        """Nothing is left behind in a process that lives."""

    async def stop(self) -> None:
        """Let what is under way end; see the port."""
        await self.drain()

    async def drain(self) -> None:
        """Take on nothing more; see the port."""
        self._open = False
        if self._running:
            _, late = await asyncio.wait(self._running, timeout=self._drain)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    def _fill(self) -> None:
        """Begin as much as may be under way."""
        while self._open and self._waiting and len(self._running) < self._at_once:
            tenant, works = next(iter(self._waiting.items()))
            work = works.popleft()
            if works:
                self._waiting.move_to_end(tenant)
            else:
                del self._waiting[tenant]
            task = asyncio.create_task(self._run(work))
            self._running.add(task)
            task.add_done_callback(self._ended)

    async def _run(self, work: Work) -> None:
        try:
            await self._handlers[work.kind](work.id)
        except Exception:  # noqa: BLE001 - one piece of work that breaks must not end the others
            _LOG.exception("work broke", extra={"action": "work.broke", "kind": work.kind, "id": work.id})
        finally:
            self._known.discard(work)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._running.discard(task)
        self._fill()
