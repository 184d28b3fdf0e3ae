"""Batches in the database."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import case, delete, exists, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from unbland.adapters.database.batch_ends import end
from unbland.adapters.database.batch_near import let_go
from unbland.adapters.database.batch_questions import QuestionState
from unbland.adapters.database.batch_rows import batch_of, item_of, limits_value
from unbland.adapters.database.batch_tables import BATCHES, ITEMS, QUESTIONS
from unbland.adapters.database.connection import Database
from unbland.application.batch.model import Batch, BatchItem, BatchState, Counts, ItemState, Limits
from unbland.errors import NoSuchBatch

_OVER = (BatchState.CANCELLED, BatchState.COMPLETED)
_FRESH = {"failure": None, "code": None, "begun": 0, "live": 0, "owner": None, "claimed_until": None}


class DatabaseBatches:
    """The store of batches on SQLite and PostgreSQL; see `BatchStore`."""

    def __init__(self, database: Database) -> None:
        """Take the database."""
        self._database = database

    async def get(self, tenant: str, id_: str) -> Batch:
        """The batch; see the port."""
        async with self._database.reading() as connection:
            return await get_batch(connection, tenant, id_)

    async def page(self, tenant: str, *, after: str | None, limit: int) -> tuple[Batch, ...]:
        """The newest first; see the port."""
        query = select(BATCHES).where(BATCHES.c.tenant == tenant).order_by(BATCHES.c.seq.desc()).limit(limit)
        async with self._database.reading() as connection:
            if after is not None:
                mine = (BATCHES.c.tenant == tenant) & (BATCHES.c.id == after)
                seq = await connection.scalar(select(BATCHES.c.seq).where(mine))
                if seq is None:
                    raise NoSuchBatch
                query = query.where(BATCHES.c.seq < seq)
            return tuple(batch_of(row) for row in await connection.execute(query))

    async def counts(self, id_: str) -> Counts:
        """How far its items are; see the port."""
        copied = func.sum(case((ITEMS.c.copied_from != "", 1), else_=0)).label("copied")
        query = select(ITEMS.c.state, ITEMS.c.code, func.count().label("items"), copied).where(ITEMS.c.batch == id_)
        states: dict[ItemState, int] = {}
        failures: dict[str, int] = {}
        copies = 0
        async with self._database.reading() as connection:
            for row in await connection.execute(query.group_by(ITEMS.c.state, ITEMS.c.code)):
                state = ItemState(row.state)
                states[state] = states.get(state, 0) + row.items
                copies += row.copied if state is ItemState.DONE else 0
                if row.code:
                    failures[row.code] = failures.get(row.code, 0) + row.items
        return Counts(states=states, failures=failures, copied=copies)

    async def items(self, id_: str, *, after: int, limit: int, states: Collection[ItemState]) -> tuple[BatchItem, ...]:
        """Items in their order; see the port."""
        leaders = ITEMS.alias()
        joined = ITEMS.outerjoin(leaders, (leaders.c.batch == ITEMS.c.batch) & (leaders.c.number == ITEMS.c.leader))
        wanted = (ITEMS.c.batch == id_) & (ITEMS.c.number > after) & ITEMS.c.state.in_([str(each) for each in states])
        query = select(ITEMS, leaders.c.result.label("copied")).select_from(joined).where(wanted)
        async with self._database.reading() as connection:
            rows = await connection.execute(query.order_by(ITEMS.c.number).limit(limit))
            return tuple(item_of(row, row.copied) for row in rows)

    async def cancel(self, id_: str, now: datetime) -> None:
        """End what is not begun; see the port."""
        on = (BATCHES.c.id == id_) & BATCHES.c.state.not_in(_OVER)
        sent = exists().where(
            QUESTIONS.c.batch == ITEMS.c.batch,
            QUESTIONS.c.number == ITEMS.c.number,
            QUESTIONS.c.state == QuestionState.SENT,
        )
        parked = (ITEMS.c.state == ItemState.PARKED) & ~sent
        # A resume in between has taken the cancel back, and its items go on.
        still = exists().where(BATCHES.c.id == id_, BATCHES.c.state == BatchState.CANCELLING)
        waits = (ITEMS.c.batch == id_) & (ITEMS.c.state.in_([ItemState.QUEUED, ItemState.WAITING]) | parked) & still
        async with self._database.writing() as connection:
            await connection.execute(update(BATCHES).where(on).values(state=BatchState.CANCELLING, updated=now))
        async with self._database.writing() as connection:
            await connection.execute(update(ITEMS).where(waits).values(state=ItemState.CANCELLED, updated=now))
            await end(connection, id_, now)

    async def resume(self, id_: str, limits: Limits | None, now: datetime) -> None:
        """Go on; see the port."""
        on: dict[str, object] = {"state": BatchState.IN_PROGRESS, "halted": None, "paced_until": 0.0, "updated": now}
        if limits is not None:
            on["limits"] = limits_value(limits)
        async with self._database.writing() as connection:
            await connection.execute(update(BATCHES).where(BATCHES.c.id == id_).values(on))
            await _requeue(connection, id_, ITEMS.c.state == ItemState.CANCELLED, now)

    async def retry(self, id_: str, codes: Collection[str] | None, now: datetime) -> int:
        """Queue again what failed; see the port."""
        failed = (ITEMS.c.state == ItemState.FAILED) & ITEMS.c.digest.is_not(None) & (ITEMS.c.code != "duplicate_id")
        if codes is not None:
            failed &= ITEMS.c.code.in_(list(codes))
        async with self._database.writing() as connection:
            count = await _requeue(connection, id_, failed, now)
            if count:
                on = {"state": BatchState.IN_PROGRESS, "halted": None, "updated": now}
                await connection.execute(update(BATCHES).where(BATCHES.c.id == id_).values(on))
            return count

    async def purge(self, before: datetime) -> int:
        """Delete what is over and older, its items with it; see the port."""
        old = BATCHES.c.state.in_(_OVER) & (BATCHES.c.updated < before)
        async with self._database.writing() as connection:
            return (await connection.execute(delete(BATCHES).where(old))).rowcount

    async def forget(self, tenant: str) -> None:
        """Delete every row of a tenant; see the port."""
        async with self._database.writing() as connection:
            await connection.execute(delete(BATCHES).where(BATCHES.c.tenant == tenant))


async def get_batch(connection: AsyncConnection, tenant: str, id_: str) -> Batch:
    """The batch; raises NoSuchBatch, whether it is not there or not theirs."""
    mine = (BATCHES.c.tenant == tenant) & (BATCHES.c.id == id_)
    row = (await connection.execute(select(BATCHES).where(mine))).one_or_none()
    if row is None:
        raise NoSuchBatch
    return batch_of(row)


async def _requeue(connection: AsyncConnection, id_: str, which: object, now: datetime) -> int:
    """Have items done again; one that copies another, or is nearly the same, waits for that or takes what it has."""
    alone = ITEMS.c.leader.is_(None) & ITEMS.c.near.is_(None)
    state = case((alone, str(ItemState.QUEUED)), else_=str(ItemState.WAITING))
    again = update(ITEMS).where(ITEMS.c.batch == id_, which)  # type: ignore[arg-type] # a condition on rows
    count = (await connection.execute(again.values({**_FRESH, "state": state, "updated": now}))).rowcount
    leaders = ITEMS.alias()
    done = select(leaders.c.number).where(leaders.c.batch == id_, leaders.c.state == ItemState.DONE)
    ready = (ITEMS.c.batch == id_) & (ITEMS.c.state == ItemState.WAITING) & ITEMS.c.leader.in_(done)
    await connection.execute(update(ITEMS).where(ready).values(state=ItemState.DONE, updated=now))
    await let_go(connection, id_)
    return count
