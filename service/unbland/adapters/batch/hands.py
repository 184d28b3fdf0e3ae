"""Processes that write postings, one for each processor."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import socket
import sys
from asyncio.subprocess import Process
from collections.abc import Awaitable, Callable, Sequence

from unbland.adapters.batch.pool import processors
from unbland.adapters.batch.talk import Asked, Line, Ordered, Outcome
from unbland.errors import Died

#: Seconds that a process gets to end when nothing more is wanted of it.
_FAREWELL = 5.0

#: Pieces of work: one process writes as many in the two seconds of processor time that another takes to start.
_WORTH_ANOTHER = 40


class Hands:
    """As many processes as there are processors, of those that are alive."""

    def __init__(self, steps: Sequence[str]) -> None:
        """Take the steps that a model is asked for, by their names in `rewriter_over`; none where the editor writes."""
        self._steps = steps
        self._hands: list[Hand] = []
        self._choosing = asyncio.Lock()
        self._given = 0

    async def begin(self) -> None:
        """Start those that the first postings would else wait for: all but one, whose processor loads the models."""
        async with self._choosing:
            while len(self._hands) < max(1, processors() - 1):
                self._hands.append(await Hand.begin(self._steps))

    async def least_busy(self) -> Hand:
        """The one that has least to do; a new one where all are busy, a processor is idle, and much was given out."""
        async with self._choosing:
            self._given += 1
            self._hands = [hand for hand in self._hands if hand.lives]
            least = min(self._hands, key=lambda hand: hand.under_way, default=None)
            worth = self._given > _WORTH_ANOTHER and len(self._hands) < processors()
            if least is None or (least.under_way and worth):
                least = await Hand.begin(self._steps)
                self._hands.append(least)
            return least

    async def aclose(self) -> None:
        """End them."""
        await asyncio.gather(*(hand.aclose() for hand in self._hands))


class Hand:
    """A process that writes."""

    def __init__(self, process: Process, line: Line) -> None:
        """Take a process, and the line to it."""
        self._process = process
        self._line = line
        self._numbers = itertools.count()
        #: What it said about each piece of work that is under way.
        self._said: dict[int, asyncio.Queue[Asked | Outcome]] = {}
        self._listening = asyncio.create_task(self._listen())

    @classmethod
    async def begin(cls, steps: Sequence[str]) -> Hand:
        """Start one that asks for these steps."""
        ours, theirs = socket.socketpair()
        with theirs:
            # In a group of its own: a terminal's interrupt is for this process, and that one ends with its line. By -P
            # no module is loaded from the folder that the command happens to run in.
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-P", "-m", "unbland.adapters.batch.child", str(theirs.fileno()), *steps),
                stdin=asyncio.subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
                process_group=0,
            )
        return cls(process, await Line.over(ours))

    @property
    def lives(self) -> bool:
        """Whether it can be given work."""
        return not self._listening.done()

    @property
    def under_way(self) -> int:
        """Pieces of work that it has."""
        return len(self._said)

    async def write(self, ordered: Ordered, answer: Callable[[Asked], Awaitable[object]]) -> Outcome:
        """How a piece of work ended; what it asks meanwhile is answered so."""
        number = next(self._numbers)
        heard = self._said[number] = asyncio.Queue()
        self._line.say(number, ordered)
        outcome: Outcome | Asked | None = None
        try:
            while isinstance(outcome := await heard.get(), Asked):
                self._line.say(number, await answer(outcome))
        finally:
            del self._said[number]
            if outcome is None or isinstance(outcome, Asked):
                self._line.say(number, None)
        return outcome

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
