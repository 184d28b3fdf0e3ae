"""A decision on a turn made on its rewrite: it was written down first, so that a death in between loses nothing."""

from __future__ import annotations

import asyncio

from unbland.application.chat.model import Turn
from unbland.application.chat.showing import result_of
from unbland.application.rewrites.model import Decider, Record
from unbland.application.rewrites.service import Rewrites
from unbland.application.rewrites.tracing import text_hash
from unbland.errors import AlreadyDecided


async def settled(rewrites: Rewrites, turn: Turn, record: Record) -> Record:
    """The rewrite with the turn's first decision, which may have been made already, or by somebody elsewhere."""
    first = turn.wishes.deciding
    if first is None or record.decision is not None:
        return record
    artifact = ""
    if turn.wishes.edits:
        artifact = text_hash((await asyncio.to_thread(result_of, turn, record)).markdown)
    try:
        return await rewrites.decide(turn.tenant, record.id, first.verdict, Decider(by=first.by, artifact=artifact))
    except AlreadyDecided:
        return await rewrites.get(turn.tenant, record.id)
