"""Idempotency keys of batches: kept with the batch, and with what was sent once all of it is in."""

from __future__ import annotations

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from unbland.adapters.database.batch_tables import BATCH_KEYS
from unbland.application.batch.model import Batch
from unbland.application.rewrites.model import Once


async def keyed(connection: AsyncConnection, batch: Batch, once: Once) -> str | None:
    """The batch that the key led to before; a key that has run out is as good as new."""
    mine = (BATCH_KEYS.c.tenant == batch.tenant) & (BATCH_KEYS.c.key == once.key)
    await connection.execute(delete(BATCH_KEYS).where(mine, BATCH_KEYS.c.expires <= batch.created))
    found: str | None = await connection.scalar(select(BATCH_KEYS.c.batch).where(mine))
    return found


async def keep_key(connection: AsyncConnection, batch: Batch, once: Once) -> None:
    """Keep which batch the key leads to."""
    row = {"tenant": batch.tenant, "key": once.key, "batch": batch.id, "expires": once.expires}
    await connection.execute(insert(BATCH_KEYS).values(row))


async def set_fingerprint(connection: AsyncConnection, tenant: str, batch: str, fingerprint: str) -> None:
    """Keep what the key of a batch was sent with, where it has one."""
    mine = (BATCH_KEYS.c.tenant == tenant) & (BATCH_KEYS.c.batch == batch)
    await connection.execute(update(BATCH_KEYS).where(mine).values(fingerprint=fingerprint))


async def fingerprint_of(connection: AsyncConnection, tenant: str, batch: str) -> str | None:
    """What the key of a batch was sent with; None where that is not known yet, or there is no key."""
    mine = (BATCH_KEYS.c.tenant == tenant) & (BATCH_KEYS.c.batch == batch)
    found: str | None = await connection.scalar(select(BATCH_KEYS.c.fingerprint).where(mine))
    return found
