"""What batches may spend and have spent, inside the transactions of their items."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import exists, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from unbland.adapters.database.batch_ends import halt
from unbland.adapters.database.batch_marks import under_way
from unbland.adapters.database.batch_tables import BATCHES
from unbland.adapters.database.books import spend, standing
from unbland.application.batch.model import Batch, BatchItem, Halt
from unbland.application.books.model import Spent, day_of
from unbland.application.books.quota import Quota
from unbland.errors import QuotaExceeded


async def may_ask(connection: AsyncConnection, of: tuple[Batch, BatchItem], quota: Quota, now: datetime) -> bool:
    """Whether more may be spent; a batch that may spend nothing is halted when nothing of it is with a provider."""
    batch, item = of
    if batch.is_used_up:
        why = Halt.BUDGET
    elif await _day_is_spent(connection, of, quota, now):
        why = Halt.QUOTA
    else:
        return True
    if not await connection.scalar(select(exists().where(under_way(item.batch)))):
        await halt(connection, item.batch, why, now)
    return False


async def add_to(connection: AsyncConnection, batch: str, made: Spent, now: datetime, *, written: int) -> None:
    """Add to a batch what was spent, and so many items that were written."""
    spent = {
        "calls": BATCHES.c.calls + made.calls,
        "input_tokens": BATCHES.c.input_tokens + made.input_tokens,
        "output_tokens": BATCHES.c.output_tokens + made.output_tokens,
        "written": BATCHES.c.written + written,
        "updated": now,
    }
    await connection.execute(update(BATCHES).where(BATCHES.c.id == batch).values(spent))


async def add_to_day(connection: AsyncConnection, item: BatchItem, made: Spent, now: datetime) -> None:
    """Add to the day of its tenant what an item took that has not ended."""
    tenant = await connection.scalar(select(BATCHES.c.tenant).where(BATCHES.c.id == item.batch))
    await spend(connection, tenant, now, made)


async def _day_is_spent(connection: AsyncConnection, of: tuple[Batch, BatchItem], quota: Quota, now: datetime) -> bool:
    """Whether the tenant's quota leaves nothing for a model to be asked."""
    batch, item = of
    if not quota.limited or item.order is None:
        return False
    used = await standing(connection, batch.tenant, day_of(now))
    try:
        quota.check(used, quota.aside(item.order), now)
    except QuotaExceeded:
        return True
    return False
