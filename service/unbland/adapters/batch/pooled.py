"""Postings written in processes of their own: every processor computes, and no event loop is held up."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import logging
import socket
import sys
from asyncio.subprocess import Process
from collections.abc import Callable, Mapping
from typing import Any

from unbland.adapters.batch.pool import processors
from unbland.adapters.batch.talk import Asked, Crashed, Line, Ordered, Unanswered
from unbland.application.ports import Completer, Completion, CompletionFailed
from unbland.application.result import Rewrite
from unbland.application.rewrites.model import Order
from unbland.errors import Died, UnblandError

_LOG = logging.getLogger(__name__)

#: Seconds that a process gets to end when nothing more is wanted of it.
_FAREWELL = 5.0


class PooledWriter:
    """Writes postings; the models are asked by this process."""

    def __init__(self, new_id: Callable[[], str], models: Mapping[str, Completer]) -> None:
        """Take a source of ids, and the models by their names in `rewriter_over`; without any the editor writes."""
        self._new_id = new_id
        self._models = models
        self._hands: list[_Hand] = []
        self._choosing = asyncio.Lock()

    async def write(self, order: Order) -> Rewrite:
        """The rewrite of one draft; raises what the rewrite raises, what a model does, and Died where the process did.

        Whoever else was under way in that process dies too; each is to be tried again alone, to find out whose fault
        it is.
        """
        hand = await self._least_busy()
        return await hand.write(Ordered(order=order, id=self._new_id()))

    async def begin(self) -> None:
        """Start the processes, which the first postings would else wait for."""
        async with self._choosing:
            while len(self._hands) < processors():
                self._hands.append(await _Hand.begin(self._models))

    async def aclose(self) -> None:
        """End the processes."""
        await asyncio.gather(*(hand.aclose() for hand in self._hands))

    async def _least_busy(self) -> _Hand:
        async with self._choosing:
            self._hands = [hand for hand in self._hands if hand.lives]
            least = min(self._hands, key=lambda hand: hand.under_way, default=None)
            if least is None or (least.under_way and len(self._hands) < processors()):
                least = await _Hand.begin(self._models)
                self._hands.append(least)
            return least


class _Hand:
    """A process that writes."""

    def __init__(self, process: Process, line: Line, models: Mapping[str, Completer]) -> None:
        self._process = process
        self._line = line
        self._models = models
        self._numbers = itertools.count()
        #: What it said about each piece of work that is under way.
        self._said: dict[int, asyncio.Queue[Any]] = {}
        self._listening = asyncio.create_task(self._listen())

    @classmethod
    async def begin(cls, models: Mapping[str, Completer]) -> _Hand:
        """Start one."""
        ours, theirs = socket.socketpair()
        with theirs:
            # In a group of its own: a terminal's interrupt is for this process, and that one ends with its line. By -P
            # no module is loaded from the folder that the command happens to run in.
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-P", "-m", "unbland.adapters.batch.child", str(theirs.fileno()), *models),
                stdin=asyncio.subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
                process_group=0,
            )
        return cls(process, await Line.over(ours), models)

    @property
    def lives(self) -> bool:
        """Whether it can be given work."""
        return not self._listening.done()

    @property
    def under_way(self) -> int:
        """Pieces of work that it has."""
        return len(self._said)

    async def write(self, ordered: Ordered) -> Rewrite:
        """The rewrite of one draft; see `PooledWriter.write`."""
        number = next(self._numbers)
        heard = self._said[number] = asyncio.Queue()
        self._line.say(number, ordered)
        outcome: Any = None
        try:
            while isinstance(outcome := await heard.get(), Asked):
                self._line.say(number, await self._answer(outcome))
        finally:
            del self._said[number]
            if outcome is None or isinstance(outcome, Asked):
                self._line.say(number, None)
        return _result(outcome)

    async def aclose(self) -> None:
        """End it."""
        self._line.close()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_FAREWELL):
                await self._process.wait()
        if self._process.returncode is None:
            self._process.kill()
            await self._process.wait()
        await self._listening

    async def _listen(self) -> None:
        """Hand on what it says until it is gone."""
        with contextlib.suppress(EOFError):
            while True:
                number, said = await self._line.hear()
                if number in self._said:
                    self._said[number].put_nowait(said)
        for each in self._said.values():
            each.put_nowait(Died())

    async def _answer(self, asked: Asked) -> Completion[Any] | Unanswered:
        try:
            return await self._models[asked.model].complete(asked.request, asked.accept)
        except CompletionFailed as failed:
            return Unanswered(reason=failed.reason, usage=failed.usage)


def _result(outcome: Rewrite | UnblandError | Crashed) -> Rewrite:
    """How a piece of work ended; raises what it ended with, and RuntimeError for a fault of ours."""
    match outcome:
        case Rewrite():
            return outcome
        case Crashed():
            about = {"error": outcome.error, "where": outcome.where}
            _LOG.error("writing crashed", extra={"action": "batch.writing_crashed", **about})
            raise RuntimeError(outcome.error)
    raise outcome
