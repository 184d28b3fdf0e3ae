"""The work on items in the database: one statement says who may."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import exists, select, update

from unbland.adapters.database.batch_ends import end, halt
from unbland.adapters.database.batch_marks import FREE, claimed, copies_of, free, held, leaves, left, runs
from unbland.adapters.database.batch_near import near, results_of
from unbland.adapters.database.batch_questions import drop_questions
from unbland.adapters.database.batch_rows import batch_of, failed, item_of
from unbland.adapters.database.batch_spending import add_to, add_to_day, may_ask
from unbland.adapters.database.batch_tables import BATCHES, ITEMS
from unbland.adapters.database.books import spend
from unbland.adapters.database.connection import Database
from unbland.adapters.database.rows import RESULT
from unbland.application.batch.model import BatchItem, BatchState, Ended, Halt, ItemState, Limits, Via
from unbland.application.batch.pace import turn
from unbland.application.batch.ports import Chunk
from unbland.application.books.model import NOTHING, Spent
from unbland.application.books.quota import NO_QUOTA, Quota
from unbland.application.result import Rewrite
from unbland.application.rewrites.model import Claim, Failure


class DatabaseBatchWork:
    """The work on SQLite and PostgreSQL; see `BatchWork`."""

    def __init__(self, database: Database, quota: Quota = NO_QUOTA) -> None:
        """Take the database, and what a tenant may use in a day."""
        self._database = database
        self._quota = quota

    async def waiting(self, now: datetime, batch: str | None, limit: int) -> Sequence[Chunk]:
        """The first chunks with something to do; see the port."""
        which = BATCHES.c.via == Via.LIVE if batch is None else BATCHES.c.id == batch
        active = select(BATCHES.c.tenant, BATCHES.c.id).where(runs(), which)
        found: list[Chunk] = []
        async with self._database.reading() as connection:
            for row in (await connection.execute(active.order_by(BATCHES.c.seq))).all():
                first = select(ITEMS.c.chunk).distinct().order_by(ITEMS.c.chunk).limit(limit)
                numbers: set[int] = set()
                for which in (ITEMS.c.state == ItemState.QUEUED, left(now)):  # each in the order of the index
                    numbers.update(await connection.scalars(first.where(ITEMS.c.batch == row.id, which)))
                found += [Chunk(row.tenant, row.id, number) for number in sorted(numbers)[:limit]]
        return found

    async def claim(self, chunk: Chunk, claim: Claim, now: datetime) -> tuple[BatchItem, ...]:
        """The items that nobody works on; see the port."""
        wanted = exists().where(BATCHES.c.id == chunk.batch, runs())
        query = update(ITEMS).where(ITEMS.c.batch == chunk.batch, ITEMS.c.chunk == chunk.number, free(now), wanted)
        held = {"state": ItemState.RUNNING, "owner": claim.owner, "claimed_until": claim.until, "started": 0}
        query = query.values({**held, "claims": ITEMS.c.claims + 1}).returning(ITEMS)
        async with self._database.writing() as connection:
            rows = (await connection.execute(query)).all()
            likes = await results_of(connection, chunk.batch, {row.near for row in rows if row.near})
        ordered = sorted(rows, key=lambda row: int(row.number))
        return tuple(item_of(row, like=likes.get(row.near)) for row in ordered)

    async def renew(self, chunk: Chunk, claim: Claim) -> None:
        """Hold it longer; see the port."""
        query = update(ITEMS).where(held(chunk, claim.owner)).values(claimed_until=claim.until)
        async with self._database.writing() as connection:
            await connection.execute(query)

    async def release(self, chunk: Chunk, owner: str, now: datetime) -> None:
        """Queue again what was not ended, or end it where the batch is cancelled; see the port."""
        async with self._database.writing() as connection:
            state = await connection.scalar(select(BATCHES.c.state).where(BATCHES.c.id == chunk.batch))
            over = state in {BatchState.CANCELLING, BatchState.CANCELLED}
            back = {**FREE, "begun": ITEMS.c.begun - ITEMS.c.started, "updated": now}
            back |= {"state": ItemState.CANCELLED} if over else {}
            await connection.execute(update(ITEMS).where(held(chunk, owner)).values(back))

    async def start(self, item: BatchItem, owner: str, now: datetime) -> Limits | None:
        """Begin an item; see the port."""
        query = select(BATCHES).where(BATCHES.c.id == item.batch, runs())
        begun = {"begun": ITEMS.c.begun + 1, "started": 1, "updated": now}
        async with self._database.writing() as connection:
            row = (await connection.execute(query)).one_or_none()
            if row is None:
                return None
            batch = batch_of(row)
            # What is answered by replies that have come is paid for already.
            answered = batch.via is not Via.LIVE and not item.live
            if not answered and not await may_ask(connection, (batch, item), self._quota, now):
                return None
            done = await connection.execute(update(ITEMS).where(claimed(item, owner)).values(begun))
            return batch.limits if done.rowcount else None

    async def turn(self, batch: str, calls: int, now: datetime) -> float:
        """Take the next turn; see the port."""
        mine = BATCHES.c.id == batch
        async with self._database.writing() as connection:
            row = (await connection.execute(select(BATCHES).where(mine).with_for_update())).one()
            wait, until = turn(batch_of(row), calls, row.paced_until, now.timestamp())
            await connection.execute(update(BATCHES).where(mine).values(paced_until=until))
            return wait

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
        reused = isinstance(outcome, Rewrite) and outcome.provenance.reused
        kept: dict[str, Any] = {"owner": None, "claimed_until": None, "updated": now}
        if isinstance(outcome, Failure):
            copies = failed(outcome)
            kept |= copies
        else:
            copies = {"state": ItemState.DONE}
            kept |= copies | {"result": RESULT.dump_python(outcome, mode="json")}
            kept["copied_from"] = f"{item.batch}/{item.near}" if reused else ""
        query = update(ITEMS).where(claimed(item, owner)).values(kept)
        async with self._database.writing() as connection:
            row = (await connection.execute(query.returning(ITEMS.c.tenant, *leaves(item)))).one_or_none()
            if row is None:
                await add_to_day(connection, item, ended.spent, now)
                return False
            if row.copied:
                await connection.execute(update(ITEMS).where(copies_of(item)).values({**copies, "updated": now}))
            if row.near:
                await connection.execute(update(ITEMS).where(near(item)).values(state=ItemState.QUEUED, updated=now))
            if row.asked:
                await drop_questions(connection, item, done=not isinstance(outcome, Failure))
            await spend(connection, row.tenant, now, ended.spent, rewrites=1)
            await add_to(connection, item.batch, ended.spent, now, written=0 if reused else 1)
            return True

    async def abandon(self, item: BatchItem, owner: str, spent: Spent, now: datetime) -> None:
        """Queue it again, still counted; see the port."""
        async with self._database.writing() as connection:
            await connection.execute(update(ITEMS).where(claimed(item, owner)).values({**FREE, "updated": now}))
            if spent != NOTHING:
                await add_to_day(connection, item, spent, now)
                await add_to(connection, item.batch, spent, now, written=0)

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
            await connection.execute(query.values({**FREE, "updated": now}))
