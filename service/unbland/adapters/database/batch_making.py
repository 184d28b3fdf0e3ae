"""New batches in the database: one for a key, filled as items come in."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, insert, update
from sqlalchemy.exc import IntegrityError

from unbland.adapters.database.batch_filling import fill
from unbland.adapters.database.batch_keys import fingerprint_of, keep_key, keyed, set_fingerprint
from unbland.adapters.database.batch_near import bands, end_filling
from unbland.adapters.database.batch_rows import batch_row
from unbland.adapters.database.batch_tables import BATCHES
from unbland.adapters.database.batches import get_batch
from unbland.adapters.database.connection import Database
from unbland.application.batch.model import Batch, BatchState, NewItem
from unbland.application.rewrites.model import Once


class DatabaseBatchMaking:
    """New batches on SQLite and PostgreSQL; see `BatchMaking`."""

    def __init__(self, database: Database) -> None:
        """Take the database."""
        self._database = database

    async def create(self, batch: Batch, once: Once | None = None) -> Batch:
        """Keep a batch; see the port."""
        try:
            async with self._database.writing() as connection:
                if once is not None and (earlier := await keyed(connection, batch, once)):
                    return await get_batch(connection, batch.tenant, earlier)
                await connection.execute(insert(BATCHES).values(batch_row(batch)))
                if once is not None:
                    await keep_key(connection, batch, once)
        except IntegrityError:
            if once is None:
                raise
            # Another request with the same key was first by a hair: what it made is the answer.
            async with self._database.writing() as connection:
                if earlier := await keyed(connection, batch, once):
                    return await get_batch(connection, batch.tenant, earlier)
            raise
        return batch

    async def fingerprint(self, tenant: str, id_: str) -> str | None:
        """What its key was sent with; see the port."""
        async with self._database.reading() as connection:
            return await fingerprint_of(connection, tenant, id_)

    async def add(self, batch: Batch, items: Sequence[NewItem], now: datetime) -> None:
        """Keep the next items; see the port."""
        found = await asyncio.to_thread(bands, batch, items)
        async with self._database.writing() as connection:
            await fill(connection, batch, items, found, now)

    async def begin(self, tenant: str, id_: str, now: datetime, fingerprint: str = "") -> Batch:
        """Let the work begin; see the port."""
        mine = (BATCHES.c.tenant == tenant) & (BATCHES.c.id == id_)
        async with self._database.writing() as connection:
            validating = mine & (BATCHES.c.state == BatchState.VALIDATING)
            await connection.execute(
                update(BATCHES).where(validating).values(state=BatchState.IN_PROGRESS, updated=now)
            )
            await end_filling(connection, id_)
            await set_fingerprint(connection, tenant, id_, fingerprint)
            return await get_batch(connection, tenant, id_)

    async def discard(self, id_: str) -> None:
        """Delete a batch; see the port."""
        async with self._database.writing() as connection:
            await connection.execute(delete(BATCHES).where(BATCHES.c.id == id_))

    async def discard_cut_off(self, before: datetime) -> int:
        """Delete what never began; see the port."""
        cut = (BATCHES.c.state == BatchState.VALIDATING) & (BATCHES.c.updated < before)
        async with self._database.writing() as connection:
            return (await connection.execute(delete(BATCHES).where(cut))).rowcount
