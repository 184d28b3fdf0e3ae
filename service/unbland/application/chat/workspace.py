"""What a whole workspace has: the company's profile, its last rewrites, and the right to be forgotten."""

from __future__ import annotations

from unbland.application.chat.model import Where
from unbland.application.chat.rooms import Rooms
from unbland.application.rewrites.model import Record
from unbland.core.facts import CompanyFacts


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

    async def recent(self, tenant: str, limit: int = 10) -> tuple[Record, ...]:
        """The last rewrites of a workspace, the newest first."""
        return await self._rooms.rewrites.page(tenant, after=None, limit=limit)

    async def forget(self, tenant: str) -> None:
        """Delete all that is kept of a workspace: tokens, turns, texts, results."""
        await self._rooms.turns.forget(tenant)
        await self._rooms.rewrites.forget(tenant)
