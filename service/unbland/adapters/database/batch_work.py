"""The work on items in the database: one statement says who may."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from unbland.adapters.database.batch_ends import end, halt
from unbland.adapters.database.batch_rows import batch_of, failed, item_of
from unbland.adapters.database.batch_tables import BATCHES, ITEMS
from unbland.adapters.database.books import spend, standing
from unbland.adapters.database.connection import Database
from unbland.adapters.database.rows import RESULT
from unbland.application.batch.model import BatchItem, BatchState, Ended, Halt, ItemState
from unbland.application.batch.pace import turn
from unbland.application.batch.ports import Chunk
from unbland.application.books.model import Spent, day_of
from unbland.application.books.quota import NO_QUOTA, Quota
from unbland.application.rewrites.model import Claim, Failure
from unbland.errors import QuotaExceeded

_FREE = {"state": ItemState.QUEUED, "owner": None, "claimed_until": None, "started": 0}


class DatabaseBatchWork:
    """The work on SQLite and PostgreSQL; see `BatchWork`."""

    def __init__(self, database: Database, quota: Quota = NO_QUOTA) -> None:
        """Take the database, and what a tenant may use in a day."""
        self._database = database
        self._quota = quota

    async def waiting(self, now: datetime, batch: str | None, limit: int) -> Sequence[Chunk]:
        """The first chunks with something to do; see the port."""
        runs = (BATCHES.c.state == BatchState.IN_PROGRESS) & BATCHES.c.halted.is_(None)
        active = select(BATCHES.c.tenant, BATCHES.c.id).where(runs if batch is None else runs & (BATCHES.c.id == batch))
        found: list[Chunk] = []
        async with self._database.reading() as connection:
            for row in (await connection.execute(active.order_by(BATCHES.c.seq))).all():
                mine = (ITEMS.c.batch == row.id) & _free(now)
                query = select(ITEMS.c.chunk).where(mine).distinct().order_by(ITEMS.c.chunk).limit(limit)
                found += [Chunk(row.tenant, row.id, number) for number in await connection.scalars(query)]
        return found

    async def claim(self, chunk: Chunk, claim: Claim, now: datetime) -> tuple[BatchItem, ...]:
        """The items that nobody works on; see the port."""
        runs = exists().where(
            BATCHES.c.id == chunk.batch, BATCHES.c.state == BatchState.IN_PROGRESS, BATCHES.c.halted.is_(None)
        )
        query = update(ITEMS).where(ITEMS.c.batch == chunk.batch, ITEMS.c.chunk == chunk.number, _free(now), runs)
        held = {"state": ItemState.RUNNING, "owner": claim.owner, "claimed_until": claim.until, "started": 0}
        query = query.values({**held, "claims": ITEMS.c.claims + 1}).returning(ITEMS)
        async with self._database.writing() as connection:
            rows = (await connection.execute(query)).all()
        return tuple(item_of(row) for row in sorted(rows, key=lambda row: int(row.number)))

    async def renew(self, chunk: Chunk, claim: Claim) -> None:
        """Hold it longer; see the port."""
        query = update(ITEMS).where(_held(chunk, claim.owner)).values(claimed_until=claim.until)
        async with self._database.writing() as connection:
            await connection.execute(query)

    async def release(self, chunk: Chunk, owner: str, now: datetime) -> None:
        """Queue again what was not ended, or end it where the batch is cancelled; see the port."""
        async with self._database.writing() as connection:
            state = await connection.scalar(select(BATCHES.c.state).where(BATCHES.c.id == chunk.batch))
            over = state in {BatchState.CANCELLING, BatchState.CANCELLED}
            back = {**_FREE, "begun": ITEMS.c.begun - ITEMS.c.started, "updated": now}
            back |= {"state": ItemState.CANCELLED} if over else {}
            await connection.execute(update(ITEMS).where(_held(chunk, owner)).values(back))

    async def start(self, item: BatchItem, owner: str, now: datetime) -> float | None:
        """Begin an item in its turn; see the port."""
        async with self._database.writing() as connection:
            # Everywhere the items first and then their batch: whoever took them the other way would wait in a ring.
            begun = {"begun": ITEMS.c.begun + 1, "started": 1, "updated": now}
            done = await connection.execute(update(ITEMS).where(_claimed(item, owner)).values(begun))
            if not done.rowcount:
                return None
            query = select(BATCHES).where(BATCHES.c.id == item.batch)
            row = (await connection.execute(query.with_for_update())).one_or_none()
            if row is not None and await self._may_begin(connection, item, row, now):
                return await _paced(connection, row, now)
            back = {"begun": ITEMS.c.begun - 1, "started": 0}
            await connection.execute(update(ITEMS).where(_claimed(item, owner)).values(back))
            return None

    async def _may_begin(self, connection: AsyncConnection, item: BatchItem, row: Row[Any], now: datetime) -> bool:
        """Whether a batch goes on; one that may spend nothing more is halted."""
        batch = batch_of(row)
        if batch.state is not BatchState.IN_PROGRESS or batch.halted:
            return False
        if batch.limits.is_used_up(batch.spent):
            await halt(connection, item.batch, Halt.BUDGET, now)
            return False
        if await self._day_is_spent(connection, item, batch.tenant, now):
            await halt(connection, item.batch, Halt.QUOTA, now)
            return False
        return True

    async def _day_is_spent(self, connection: AsyncConnection, item: BatchItem, tenant: str, now: datetime) -> bool:
        """Whether the tenant's quota leaves nothing for a model to be asked."""
        if not self._quota.limited or item.order is None:
            return False
        used = await standing(connection, tenant, day_of(now))
        try:
            self._quota.check(used, self._quota.aside(item.order), now)
        except QuotaExceeded:
            return True
        return False

    async def new_day(self, now: datetime) -> None:
        """Let go on what waited for the day; see the port."""
        today = now.replace(hour=0, minute=0, second=0, microsecond=0)
        waits = (BATCHES.c.halted == Halt.QUOTA) & (BATCHES.c.updated < today)
        async with self._database.writing() as connection:
            await connection.execute(update(BATCHES).where(waits).values(halted=None, updated=now))

    async def running(self, batch: str) -> bool:
        """Whether it is to be worked on; see the port."""
        query = select(BATCHES.c.state, BATCHES.c.halted).where(BATCHES.c.id == batch)
        async with self._database.reading() as connection:
            row = (await connection.execute(query)).one_or_none()
        return row is not None and row.state == BatchState.IN_PROGRESS and not row.halted

    async def finish(self, item: BatchItem, owner: str, ended: Ended, now: datetime) -> bool:
        """Keep what came of it, once; see the port."""
        outcome = ended.outcome
        kept: dict[str, Any] = {"owner": None, "claimed_until": None, "updated": now}
        if isinstance(outcome, Failure):
            copies = failed(outcome)
            kept |= copies
        else:
            copies = {"state": ItemState.DONE}
            kept |= copies | {"result": RESULT.dump_python(outcome, mode="json")}
        async with self._database.writing() as connection:
            done = await connection.execute(update(ITEMS).where(_claimed(item, owner)).values(kept))
            tenant = await connection.scalar(select(BATCHES.c.tenant).where(BATCHES.c.id == item.batch))
            await spend(connection, str(tenant), now, ended.spent, rewrites=done.rowcount)
            if not done.rowcount:
                return False
            same = (ITEMS.c.batch == item.batch) & (ITEMS.c.leader == item.number)
            waits = same & (ITEMS.c.state == ItemState.WAITING)
            await connection.execute(update(ITEMS).where(waits).values({**copies, "updated": now}))
            await _spend(connection, item.batch, ended.spent, now)
            return True

    async def abandon(self, item: BatchItem, owner: str, now: datetime) -> None:
        """Queue it again, still counted; see the port."""
        async with self._database.writing() as connection:
            await connection.execute(update(ITEMS).where(_claimed(item, owner)).values({**_FREE, "updated": now}))

    async def halt(self, batch: str, why: Halt, now: datetime) -> None:
        """Begin nothing more; see the port."""
        async with self._database.writing() as connection:
            await halt(connection, batch, why, now)

    async def close(self, batch: str | None, now: datetime) -> bool:
        """End a batch of which nothing is open, or all such; see the port."""
        async with self._database.writing() as connection:
            return await end(connection, batch, now)

    async def take_over(self, batch: str | None, now: datetime) -> None:
        """Queue again all that was begun; see the port."""
        begun = ITEMS.c.state == ItemState.RUNNING
        query = update(ITEMS).where(begun if batch is None else begun & (ITEMS.c.batch == batch))
        async with self._database.writing() as connection:
            await connection.execute(query.values({**_FREE, "updated": now}))


async def _paced(connection: AsyncConnection, row: Row[Any], now: datetime) -> float:
    """The seconds until an item's turn, which is then taken."""
    wait, until = turn(batch_of(row), row.written, row.paced_until, now.timestamp())
    if until != row.paced_until:
        await connection.execute(update(BATCHES).where(BATCHES.c.id == row.id).values(paced_until=until))
    return wait


async def _spend(connection: AsyncConnection, batch: str, made: Spent, now: datetime) -> None:
    spent = {
        "calls": BATCHES.c.calls + made.calls,
        "input_tokens": BATCHES.c.input_tokens + made.input_tokens,
        "output_tokens": BATCHES.c.output_tokens + made.output_tokens,
        "written": BATCHES.c.written + 1,
        "updated": now,
    }
    await connection.execute(update(BATCHES).where(BATCHES.c.id == batch).values(spent))


def _free(now: datetime) -> ColumnElement[bool]:
    left = and_(ITEMS.c.state == ItemState.RUNNING, ITEMS.c.claimed_until <= now)
    return or_(ITEMS.c.state == ItemState.QUEUED, left)


def _held(chunk: Chunk, owner: str) -> ColumnElement[bool]:
    mine = (ITEMS.c.batch == chunk.batch) & (ITEMS.c.chunk == chunk.number)
    return mine & (ITEMS.c.owner == owner) & (ITEMS.c.state == ItemState.RUNNING)


def _claimed(item: BatchItem, owner: str) -> ColumnElement[bool]:
    """Whether this very claim still holds: another by the same owner is another."""
    same = (ITEMS.c.batch == item.batch) & (ITEMS.c.number == item.number) & (ITEMS.c.state == ItemState.RUNNING)
    return same & (ITEMS.c.owner == owner) & (ITEMS.c.claims == item.claims)
