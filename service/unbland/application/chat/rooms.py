"""What the use cases of a chat and its courier share: where turns and rewrites last, and who does the work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from unbland.application.chat.model import Deed, Turn, Where
from unbland.application.chat.ports import Shelf, TurnStore
from unbland.application.rewrites.ports import JobEngine, Work
from unbland.application.rewrites.service import Rewrites

#: What the engine knows the work of showing turns as.
KIND = "chat"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rooms:
    """What the use cases of a chat and its courier share."""

    turns: TurnStore
    shelf: Shelf
    rewrites: Rewrites
    engine: JobEngine
    #: The time, in UTC.
    now: Callable[[], datetime]

    async def wake(self, turn: Turn, why: str) -> None:
        """Have a turn shown as it is now; work for one reason does not stand in for that of another."""
        await self.engine.submit(Work(KIND, turn.tenant, f"{turn.id}.{why}"))

    async def note(self, where: Where, turn: str, action: str) -> None:
        """Write down who did or tried what."""
        deed = Deed(tenant=where.tenant, turn=turn, user=where.user, action=action, at=self.now())
        await self.shelf.note(deed)
