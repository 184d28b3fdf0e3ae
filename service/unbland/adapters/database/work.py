"""The work on rewrites in the database: claimed, renewed, finished, each by one statement that says who may."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, bindparam, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from unbland.adapters.database.books import let_in, spend, standing
from unbland.adapters.database.connection import Database
from unbland.adapters.database.rows import FAILURE, ONE_MORE, RESULT, get_record, keep_event, record_of, tell_event
from unbland.adapters.database.tables import REWRITES, Moment
from unbland.adapters.database.webhooks import announce
from unbland.application.books.model import NOTHING, Spent, Standing, day_of
from unbland.application.books.quota import NO_QUOTA, Quota
from unbland.application.result import Rewrite
from unbland.application.rewrites.model import Claim, Failure, Record, State
from unbland.application.webhooks.model import Told

#: A rewrite that nobody works on.
_QUEUED: Mapping[str, object] = {"state": State.QUEUED, "owner": None, "claimed_until": None}

#: Parameters of the statements that each rewrite needs; a value of a column may not have the column's own name.
_NOW = bindparam("now", type_=Moment)
_CLAIM = (
    update(REWRITES)
    .where(
        REWRITES.c.id == bindparam("which"),
        or_(REWRITES.c.state == State.QUEUED, (REWRITES.c.state == State.RUNNING) & (REWRITES.c.claimed_until <= _NOW)),
    )
    .values({"state": State.RUNNING, "owner": bindparam("by"), "claimed_until": bindparam("until"), "updated": _NOW})
    .values({**ONE_MORE, "attempts": REWRITES.c.attempts + 1})
    .returning(REWRITES)
)
_END = (
    update(REWRITES)
    .where(
        REWRITES.c.id == bindparam("which"),
        REWRITES.c.owner == bindparam("by"),
        REWRITES.c.attempts == bindparam("attempt"),
    )
    .values({"state": bindparam("end"), "updated": _NOW, "owner": None, "claimed_until": None, **ONE_MORE})
    .returning(REWRITES.c.told)
)
_FINISH, _FAIL = (_END.values({name: bindparam("made")}) for name in ("result", "failure"))


class DatabaseWork:
    """The work on SQLite and PostgreSQL; see `WorkStore`."""

    def __init__(self, database: Database) -> None:
        """Take the database."""
        self._database = database

    async def claim(self, id_: str, claim: Claim, now: datetime) -> Record | None:
        """The rewrite, begun once more; see the port."""
        claimed = {"which": id_, "by": claim.owner, "until": claim.until, "now": now}
        async with self._database.writing() as connection:
            row = (await connection.execute(_CLAIM, claimed)).one_or_none()
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
        if isinstance(outcome, Failure):
            end, state, made = _FAIL, State.FAILED, FAILURE.dump_python(outcome, mode="json")
        else:
            end, state, made = _FINISH, State.DONE, RESULT.dump_python(outcome, mode="json")
        ended = {"which": record.id, "by": owner, "attempt": record.attempts, "end": state, "now": now, "made": made}
        async with self._database.writing() as connection:
            number = await connection.scalar(end, ended)
            if number is None:
                await spend(connection, await _whose(connection, record), now, spent)
                return False
            await spend(connection, record.tenant, now, spent, rewrites=1)
            data = {"code": outcome.code} if isinstance(outcome, Failure) else {"status": outcome.status.value}
            await keep_event(connection, record.id, (number, state, now), data)
            told = {"id": record.id, "family": record.family, "revision": record.revision}
            await announce(connection, record.tenant, Told.FAILED if state is State.FAILED else Told.DONE, told, now)
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
