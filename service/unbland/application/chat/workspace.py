"""What a whole workspace has: the company's profile, its last rewrites, and the right to be forgotten."""

from __future__ import annotations

from contextlib import suppress

from unbland.application.chat.model import Where
from unbland.application.chat.rooms import Rooms
from unbland.application.rewrites.model import Record
from unbland.core.facts import CompanyFacts
from unbland.errors import NoSuchRewrite

#: Rewrites in somebody's list, and revisions that are looked at for them.
_SHOWN, _LOOKED_AT = 10, 30


class Workspace:
    """The use cases that are of no one turn."""

    def __init__(self, rooms: Rooms) -> None:
        """Take where turns and rewrites last."""
        self._rooms = rooms

    async def profile(self, tenant: str) -> CompanyFacts:
        """The facts that hold for every posting of a workspace."""
        return await self._rooms.shelf.profile(tenant)

    async def keep_profile(self, where: Where, facts: CompanyFacts) -> None:
        """Keep them; rewrites that are begun from now on rest on them."""
        await self._rooms.shelf.keep_profile(where.tenant, facts)
        await self._rooms.note(where, "", "profile")

    async def recent(self, tenant: str, user: str) -> list[tuple[str, Record]]:
        """Somebody's last ten rewrites, each in its newest revision with the turn that shows it, the newest first."""
        families: dict[str, tuple[str, Record]] = {}
        for turn, rewrite in await self._rooms.shelf.latest(tenant, user, _LOOKED_AT):
            with suppress(NoSuchRewrite):  # deleted meanwhile
                record = await self._rooms.rewrites.get(tenant, rewrite)
                families.setdefault(record.family, (turn, record))
        return list(families.values())[:_SHOWN]

    async def forget(self, tenant: str) -> None:
        """Delete all that is kept of a workspace: tokens, turns, texts, results."""
        await self._rooms.turns.forget(tenant)
        await self._rooms.rewrites.forget(tenant)
