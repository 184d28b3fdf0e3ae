"""How far the work of a rewrite is, told to its turn while it goes on, and its end."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

from unbland.application.chat.rooms import Rooms
from unbland.application.spans import telling
from unbland.errors import DatabaseDown

#: What work that tells a step is called after its turn: `step-write`.
STEP = "step-"

#: Step → what is done in it, in words of ours.
STEPS = {
    "look": "reading the draft",
    "write": "writing, each line from its sources",
    "repair": "wording anew what the guard stopped",
    "verify": "checking what the guard doubts against the sources",
}

#: What is said where the step is not known.
ALL_STEPS = "reading, writing, checking each line against its sources"

#: What is said while it waits, by how many of the same workspace were asked for earlier.
_AHEAD = ("it begins as soon as a worker is free", "one that was asked for earlier comes first")


def waiting(ahead: int) -> str:
    """What a rewrite in the queue waits for."""
    return _AHEAD[ahead] if ahead < len(_AHEAD) else f"{ahead} that were asked for earlier come first"


#: Seconds between two tellings: a chat takes about one message a second, and nobody reads faster.
_PAUSE = 1.0

#: Pauses until a step that lasts is told again: the first telling is lost where somebody else had the turn just then,
#: and the second changes nothing where it was not.
_AGAIN = 5


class Steps:
    """Tells turns of the work on their rewrites."""

    def __init__(self, rooms: Rooms) -> None:
        """Take where turns last."""
        self._rooms = rooms

    def telling(self, work: Callable[[str], Awaitable[None]]) -> Callable[[str], Awaitable[None]]:
        """The work of rewrites, whose turns are told each step that lasts, and the end."""

        async def told(rewrite: str) -> None:
            latest: list[str] = []
            teller = asyncio.create_task(self._tell(rewrite, latest))
            try:
                with telling(latest.append):
                    await work(rewrite)
            finally:
                teller.cancel()
                await asyncio.gather(teller, return_exceptions=True)
            await self.moved(rewrite)

        return told

    async def moved(self, rewrite: str, why: str = "over") -> None:
        """Have the turn of a rewrite shown as it is now, if it has one."""
        if turn := await self._rooms.turns.of_rewrite(rewrite):
            await self._rooms.wake(turn, why)

    async def _tell(self, rewrite: str, latest: list[str]) -> None:
        """Tell the step at hand, at most one a second; what is over sooner is told by its end alone."""
        shown, pauses = "", 0
        while True:
            await asyncio.sleep(_PAUSE)
            step = latest[-1] if latest else ""
            pauses = pauses + 1 if step == shown else 0
            if step in STEPS and pauses in {0, _AGAIN}:
                shown = step
                with suppress(DatabaseDown):  # a step less is shown
                    await self.moved(rewrite, f"{STEP}{shown}")
