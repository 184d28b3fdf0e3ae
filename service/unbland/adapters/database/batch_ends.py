"""Batches that end or halt, and whoever wants to be told of it, in one transaction."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import case, exists, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from unbland.adapters.database.batch_tables import BATCHES, ITEMS
from unbland.adapters.database.webhooks import announce
from unbland.application.batch.model import ENDS, BatchState, Halt, ItemState, Via
from unbland.application.webhooks.model import Told

_OPEN = [str(state) for state in ItemState if state not in ENDS]
_TOLD = {BatchState.COMPLETED: Told.BATCH_COMPLETED, BatchState.CANCELLED: Told.BATCH_CANCELLED}


async def end(connection: AsyncConnection, batch: str | None, now: datetime) -> bool:
    """End a batch of which nothing is open, or all such; whether this ended one.

    Of one that is being cancelled, what is not begun ends with it, whenever it was queued; but what goes by the file is
    queued then because its reply has come, and is written.
    """
    live = BATCHES.c.via == Via.LIVE
    cancelling = select(BATCHES.c.id).where(BATCHES.c.state == BatchState.CANCELLING, live)
    waits = ITEMS.c.state.in_([ItemState.QUEUED, ItemState.WAITING]) & ITEMS.c.batch.in_(cancelling)
    waits = waits if batch is None else waits & (ITEMS.c.batch == batch)
    await connection.execute(update(ITEMS).where(waits).values(state=ItemState.CANCELLED, updated=now))
    # By what is open, of which there is always less to look through than of what has ended.
    is_open = exists().where(ITEMS.c.batch == BATCHES.c.id, ITEMS.c.state.in_(_OPEN))
    runs = BATCHES.c.state.in_([BatchState.IN_PROGRESS, BatchState.CANCELLING]) & ~is_open
    query = update(BATCHES).where(runs if batch is None else runs & (BATCHES.c.id == batch))
    cancelled = (BATCHES.c.state == BatchState.CANCELLING, str(BatchState.CANCELLED))
    over = query.values(state=case(cancelled, else_=str(BatchState.COMPLETED)), halted=None, updated=now)
    ended = (await connection.execute(over.returning(BATCHES.c.id, BATCHES.c.tenant, BATCHES.c.state))).all()
    for row in ended:
        state = BatchState(row.state)
        await announce(connection, row.tenant, _TOLD[state], {"id": row.id, "status": state.value}, now)
    return bool(ended)


async def halt(connection: AsyncConnection, batch: str, why: Halt, now: datetime) -> None:
    """Begin nothing more of a batch until it is told to go on."""
    runs = (BATCHES.c.id == batch) & (BATCHES.c.state == BatchState.IN_PROGRESS) & BATCHES.c.halted.is_(None)
    query = update(BATCHES).where(runs).values(halted=why, updated=now).returning(BATCHES.c.tenant)
    tenant: str | None = await connection.scalar(query)
    if tenant is not None:
        await announce(connection, tenant, Told.BATCH_HALTED, {"id": batch, "halted": why.value}, now)
