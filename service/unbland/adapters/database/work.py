"""The work on rewrites in the database: claimed, renewed, finished, each by one statement that says who may."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from unbland.adapters.database.books import let_in, spend, standing
from unbland.adapters.database.connection import Database
from unbland.adapters.database.rows import FAILURE, ONE_MORE, RESULT, get_record, keep_event, record_of, tell_event
from unbland.adapters.database.tables import REWRITES
from unbland.adapters.database.webhooks import announce
from unbland.application.books.model import NOTHING, Spent, Standing, day_of
from unbland.application.books.quota import NO_QUOTA, Quota
from unbland.application.result import Rewrite
from unbland.application.rewrites.model import Claim, Failure, Record, State
from unbland.application.webhooks.model import Told

#: A rewrite that nobody works on.
_QUEUED: Mapping[str, object] = {"state": State.QUEUED, "owner": None, "claimed_until": None}


class DatabaseWork:
    """The work on SQLite and PostgreSQL; see `WorkStore`."""

    def __init__(self, database: Database) -> None:
        """Take the database."""
        self._database = database

    async def claim(self, id_: str, claim: Claim, now: datetime) -> Record | None:
        """The rewrite, begun once more; see the port."""
        free = or_(
            REWRITES.c.state == State.QUEUED,
            (REWRITES.c.state == State.RUNNING) & (REWRITES.c.claimed_until <= now),
        )
        begun = {"state": State.RUNNING, "owner": claim.owner, "claimed_until": claim.until, "updated": now}
        query = update(REWRITES).where(REWRITES.c.id == id_, free)
        query = query.values({**begun, **ONE_MORE, "attempts": REWRITES.c.attempts + 1}).returning(REWRITES)
        async with self._database.writing() as connection:
            row = (await connection.execute(query)).one_or_none()
            if row is None:
                return None
            record = record_of(row)
            await keep_event(connection, id_, (row.told, State.RUNNING, now), {"attempt": record.attempts})
            return record

    async def renew(self, record: Record, claim: Claim) -> bool:
        """Hold the claim longer; see the port."""
        query = update(REWRITES).where(_claimed(record, claim.owner)).values(claimed_until=claim.until)
        async with self._database.writing() as connection:
            return bool((await connection.execute(query)).rowcount)

    async def release(self, record: Record, owner: str, now: datetime, spent: Spent = NOTHING) -> None:
        """Queue again what was claimed; see the port."""
        async with self._database.writing() as connection:
            back = {**_QUEUED, "attempts": REWRITES.c.attempts - 1, "updated": now}
            await connection.execute(update(REWRITES).where(_claimed(record, owner)).values(back))
            await spend(connection, await _whose(connection, record), now, spent)

    async def take_over(self, now: datetime) -> None:
        """Queue again all that was begun; see the port."""
        begun = update(REWRITES).where(REWRITES.c.state == State.RUNNING)
        async with self._database.writing() as connection:
            await connection.execute(begun.values({**_QUEUED, "updated": now}))

    async def finish(
        self, record: Record, owner: str, outcome: Rewrite | Failure, now: datetime, spent: Spent = NOTHING
    ) -> bool:
        """Keep what came of it; see the port."""
        failed = isinstance(outcome, Failure)
        state = State.FAILED if failed else State.DONE
        kept: dict[str, object] = {"state": state, "updated": now, "owner": None, "claimed_until": None}
        if isinstance(outcome, Failure):
            kept["failure"] = FAILURE.dump_python(outcome, mode="json")
        else:
            kept["result"] = RESULT.dump_python(outcome, mode="json")
        async with self._database.writing() as connection:
            ended = update(REWRITES).where(_claimed(record, owner)).values({**kept, **ONE_MORE})
            number = await connection.scalar(ended.returning(REWRITES.c.told))
            if number is None:
                await spend(connection, await _whose(connection, record), now, spent)
                return False
            await spend(connection, record.tenant, now, spent, rewrites=1)
            data = {"code": outcome.code} if isinstance(outcome, Failure) else {"status": outcome.status.value}
            await keep_event(connection, record.id, (number, state, now), data)
            told = {"id": record.id, "family": record.family, "revision": record.revision}
            await announce(connection, record.tenant, Told.FAILED if failed else Told.DONE, told, now)
            return True

    async def reopen(self, tenant: str, id_: str, now: datetime, quota: Quota = NO_QUOTA) -> Record:
        """Queue again what failed; see the port."""
        mine = (REWRITES.c.tenant == tenant) & (REWRITES.c.id == id_) & (REWRITES.c.state == State.FAILED)
        fresh = {**_QUEUED, "failure": None, "attempts": 0, "updated": now}
        async with self._database.writing() as connection:
            await let_in(connection, await get_record(connection, tenant, id_), quota, now)
            done = await connection.execute(update(REWRITES).where(mine).values(fresh))
            if done.rowcount:
                await tell_event(connection, id_, State.QUEUED, now, {})
            return await get_record(connection, tenant, id_)

    async def standing(self, tenant: str, now: datetime) -> Standing:
        """What a tenant used today; see the port."""
        async with self._database.reading() as connection:
            return await standing(connection, tenant, day_of(now))

    async def unfinished(self, now: datetime) -> Sequence[tuple[str, str]]:
        """Tenant and id of what is to be done; see the port."""
        waits = or_(
            REWRITES.c.state == State.QUEUED,
            (REWRITES.c.state == State.RUNNING) & (REWRITES.c.claimed_until <= now),
        )
        query = select(REWRITES.c.tenant, REWRITES.c.id).where(waits).order_by(REWRITES.c.seq)
        async with self._database.reading() as connection:
            return [(row.tenant, row.id) for row in await connection.execute(query)]


async def _whose(connection: AsyncConnection, record: Record) -> str | None:
    """Its tenant; None where that one was forgotten meanwhile."""
    tenant: str | None = await connection.scalar(select(REWRITES.c.tenant).where(REWRITES.c.id == record.id))
    return tenant


def _claimed(record: Record, owner: str) -> ColumnElement[bool]:
    """Whether this very claim still holds: another by the same owner is another."""
    return (REWRITES.c.id == record.id) & (REWRITES.c.owner == owner) & (REWRITES.c.attempts == record.attempts)
