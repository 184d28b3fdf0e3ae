"""The books in the database: written inside the transactions of what they tell of, read by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Executable, Row, delete, func, insert, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from unbland.adapters.database.book_tables import AUDIT, USAGE
from unbland.adapters.database.connection import Database, in_turn
from unbland.adapters.database.tables import REWRITES
from unbland.application.books.model import NOTHING, Action, Aside, Day, Entry, Spent, Standing, day_of
from unbland.application.books.quota import Quota
from unbland.application.rewrites.model import Record, State
from unbland.errors import NoSuchEntry

_UNDER_WAY = (State.QUEUED.value, State.RUNNING.value)

#: What is counted of a day.
_COUNTED = ("rewrites", "calls", "input_tokens", "output_tokens", "micros")


def _adding(row: postgresql.Insert | sqlite.Insert) -> Executable:
    """What puts a day's row in, or adds to the one that is there."""
    sums = {name: USAGE.c[name] + row.excluded[name] for name in _COUNTED}
    return row.on_conflict_do_update(index_elements=["tenant", "day"], set_=sums)


_ADDING = {"postgresql": _adding(postgresql.insert(USAGE)), "sqlite": _adding(sqlite.insert(USAGE))}


async def let_in(connection: AsyncConnection, record: Record, quota: Quota, now: datetime) -> None:
    """Let a rewrite in where its tenant may have one more; raises what the quota raises.

    Two that are asked for at once are looked at one after the other.
    """
    if not quota.limited:
        return
    await in_turn(connection, record.tenant)
    quota.admit(await standing(connection, record.tenant, day_of(now)), record.aside, now)


async def standing(connection: AsyncConnection, tenant: str, day: date) -> Standing:
    """What a tenant used on that day, and has under way now."""
    mine = (REWRITES.c.tenant == tenant) & REWRITES.c.state.in_(_UNDER_WAY)
    sums = (func.coalesce(func.sum(column), 0) for column in (REWRITES.c.aside_tokens, REWRITES.c.aside_micros))
    waiting, tokens, micros = (await connection.execute(select(func.count(), *sums).where(mine))).one()
    used = (USAGE.c.tenant == tenant) & (USAGE.c.day == day)
    row = (await connection.execute(select(USAGE).where(used))).one_or_none()
    return Standing(
        spent=NOTHING if row is None else _spent(row),
        under_way=waiting,
        aside=Aside(tokens=int(tokens), micros=int(micros)),
    )


async def spend(
    connection: AsyncConnection, tenant: str | None, now: datetime, spent: Spent, rewrites: int = 0
) -> None:
    """Add to the tenant's day what was spent, and rewrites that ended.

    None stands for a tenant that was forgotten while work of theirs was under way: nothing more is kept of them.
    """
    more = {
        "rewrites": rewrites,
        "calls": spent.calls,
        "input_tokens": spent.input_tokens,
        "output_tokens": spent.output_tokens,
        "micros": spent.micros,
    }
    if tenant is None or not any(more.values()):
        return
    await connection.execute(_ADDING[connection.dialect.name], {"tenant": tenant, "day": day_of(now), **more})


async def enter(connection: AsyncConnection, entry: Entry) -> None:
    """Add an entry to the audit trail."""
    row = {
        "id": entry.id,
        "tenant": entry.tenant,
        "at": entry.at,
        "actor": entry.actor,
        "action": entry.action.value,
        "subject": entry.subject,
        "artifact": entry.artifact,
        "key": entry.key,
    }
    await connection.execute(insert(AUDIT).values(row))


class DatabaseBooks:
    """The books on SQLite and PostgreSQL; see `BookStore`."""

    def __init__(self, database: Database) -> None:
        """Take the database."""
        self._database = database

    async def standing(self, tenant: str, day: date) -> Standing:
        """What a tenant used and has under way; see the port."""
        async with self._database.reading() as connection:
            return await standing(connection, tenant, day)

    async def spend(self, tenant: str, now: datetime, spent: Spent) -> None:
        """Add what was spent; see the port."""
        async with self._database.writing() as connection:
            await spend(connection, tenant, now, spent)

    async def days(self, tenant: str, since: date) -> Sequence[Day]:
        """The days that something was used on; see the port."""
        query = select(USAGE).where(USAGE.c.tenant == tenant, USAGE.c.day >= since).order_by(USAGE.c.day.desc())
        async with self._database.reading() as connection:
            rows = await connection.execute(query)
            return [Day(day=row.day, rewrites=row.rewrites, spent=_spent(row)) for row in rows]

    async def entries(self, tenant: str, *, after: str | None, limit: int) -> Sequence[Entry]:
        """The audit trail; see the port."""
        query = select(AUDIT).where(AUDIT.c.tenant == tenant).order_by(AUDIT.c.seq.desc()).limit(limit)
        async with self._database.reading() as connection:
            if after is not None:
                mine = (AUDIT.c.tenant == tenant) & (AUDIT.c.id == after)
                seq = await connection.scalar(select(AUDIT.c.seq).where(mine))
                if seq is None:
                    raise NoSuchEntry
                query = query.where(AUDIT.c.seq < seq)
            return [_entry(row) for row in await connection.execute(query)]

    async def purge(self, before: datetime) -> None:
        """Delete what is older; see the port."""
        async with self._database.writing() as connection:
            await connection.execute(delete(USAGE).where(USAGE.c.day < day_of(before)))
            await connection.execute(delete(AUDIT).where(AUDIT.c.at < before))


def _spent(row: Row[Any]) -> Spent:
    return Spent(calls=row.calls, input_tokens=row.input_tokens, output_tokens=row.output_tokens, micros=row.micros)


def _entry(row: Row[Any]) -> Entry:
    return Entry(
        id=row.id,
        tenant=row.tenant,
        at=row.at,
        actor=row.actor,
        action=Action(row.action),
        subject=row.subject,
        artifact=row.artifact,
        key=row.key,
    )
