"""The editor engine in processes of its own: it computes, so it uses every processor and holds up no event loop."""

from __future__ import annotations

import asyncio
import ctypes
import multiprocessing
import signal
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from unbland.adapters.batch.pool import processors
from unbland.application.result import Rewrite
from unbland.application.rewrite import Engine, Rewriter
from unbland.application.rewrites.model import Order
from unbland.errors import Died

#: Linux's word for "tell me when my parent dies" (prctl(2)).
_PR_SET_PDEATHSIG = 1

#: Seconds that one posting may take; the editor asks nobody.
_PATIENCE = 600.0


class PooledEditor:
    """Writes postings by the editor engine; the processes start with the first one."""

    def __init__(self, new_id: Callable[[], str]) -> None:
        """Take a source of ids."""
        self._new_id = new_id
        self._pool: ProcessPoolExecutor | None = None

    async def write(self, order: Order) -> Rewrite:
        """The rewrite of one draft; raises what the rewrite raises, and Died where the process did.

        Whoever else was under way then dies too; each is to be tried again alone, to find out whose fault it is.
        """
        if self._pool is None:
            context = multiprocessing.get_context("spawn")  # a fork would copy locks that other threads hold
            self._pool = ProcessPoolExecutor(processors(), mp_context=context, initializer=_begin)
        pool = self._pool
        try:
            return await asyncio.get_running_loop().run_in_executor(pool, _write, order, self._new_id())
        except BrokenProcessPool:
            if self._pool is pool:
                self._pool = None
                pool.shutdown(wait=False)
            raise Died from None

    async def aclose(self) -> None:
        """End the processes."""
        if self._pool is not None:
            await asyncio.to_thread(self._pool.shutdown, wait=True, cancel_futures=True)


def _write(order: Order, id_: str) -> Rewrite:
    rewriter = Rewriter(chain=None, new_id=lambda: id_, seconds=_PATIENCE)
    return asyncio.run(rewriter.rewrite(order.draft, order.facts, Engine.EDITOR, verify=False))


def _begin() -> None:
    """Leave interrupts to the parent, and end with it however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
