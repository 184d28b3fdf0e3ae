"""The beginning of a turn's rewrite: the draft found, the facts put together, the rewrite begun once."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from unbland.application.chat.model import Asked, Turn
from unbland.application.chat.ports import Messenger, ReadFile, Undelivered
from unbland.application.chat.rooms import Rooms
from unbland.application.review import Draft
from unbland.application.rewrites.model import Order, State
from unbland.core.facts import CompanyFacts, answered
from unbland.errors import BadFacts, InFlight

#: Seconds until a turn is looked for again that is being begun.
_SOON = 0.2


class Beginning:
    """Begins the rewrites of turns."""

    def __init__(self, rooms: Rooms, read_file: ReadFile) -> None:
        """Take where turns and rewrites last, and who reads files."""
        self._rooms = rooms
        self._read_file = read_file

    async def begin(self, turn: Turn, messenger: Messenger) -> str:
        """The id of the turn's rewrite: begun now, or before by whoever did not come to say so.

        Raises BadInput for what cannot be rewritten, and Undelivered where the chat does not give a file, or the turn
        before has not begun.
        """
        asked = turn.asked or Asked()
        once = (f"chat:{turn.id}", turn.id)
        try:
            if turn.parent is not None:
                done = await self._done(turn.tenant, turn.parent)
                record, _ = await self._rooms.rewrites.answer(turn.tenant, done, asked.facts, once)
            else:
                draft = await self._draft(turn, asked, messenger)
                facts = _facts(await self._rooms.shelf.profile(turn.tenant), asked)
                record, _ = await self._rooms.rewrites.submit(turn.tenant, Order(draft=draft, facts=facts), once)
        except InFlight as begun:
            return begun.rewrite
        return record.id

    async def _done(self, tenant: str, parent: str | None) -> str:
        """The last rewrite of the turns before that is done, to whose newest revision answers are put."""
        before = await self._rooms.turns.get(tenant, parent or "")
        if before.asked is not None:  # its answers come first, or they would be missing here
            raise Undelivered("not_begun", wait=_SOON)
        while (
            before.rewrite is None or (await self._rooms.rewrites.get(tenant, before.rewrite)).state is not State.DONE
        ):
            before = await self._rooms.turns.get(tenant, before.parent or "")
        return before.rewrite

    async def _draft(self, turn: Turn, asked: Asked, messenger: Messenger) -> Draft:
        """The draft as it was pasted, or out of the file."""
        if asked.attachment is None:
            return Draft(content=asked.text)
        content = await messenger.fetch(turn.tenant, asked.attachment)
        return await asyncio.to_thread(self._read_file, content)


def _facts(profile: CompanyFacts, asked: Asked) -> CompanyFacts:
    """The profile with what was said for this posting; raises BadFacts where both together cannot be."""
    if asked.prefilled:
        profile = replace(profile, company=replace(profile.company, name="", about=()), benefits=())
    try:
        return answered(profile, asked.facts)
    except ValueError as error:
        raise BadFacts(f"The facts do not fit the company profile: {error}.") from None
