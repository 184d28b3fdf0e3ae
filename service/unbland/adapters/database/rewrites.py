"""Rewrites in the database."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from unbland.adapters.database.batch_tables import BATCHES, ITEMS
from unbland.adapters.database.book_tables import AUDIT, USAGE
from unbland.adapters.database.books import enter, let_in
from unbland.adapters.database.chat import forget_chats
from unbland.adapters.database.connection import Database, in_turn
from unbland.adapters.database.link_tables import HINTS, LINKS
from unbland.adapters.database.rows import DECISION, MINE, get_record, keep_event, record_of, row_of, tell_event
from unbland.adapters.database.tables import API_KEYS, EVENTS, KEYS, REWRITES
from unbland.adapters.database.webhooks import forget_webhooks, purge_deliveries
from unbland.application.books.model import Entry
from unbland.application.books.quota import NO_QUOTA, Quota
from unbland.application.connectors.model import LinkState
from unbland.application.rewrites.model import Decision, Event, Once, Record, State
from unbland.application.rewrites.ports import Revision
from unbland.errors import KeyReused, NoSuchRewrite

_OVER = (State.DONE.value, State.FAILED.value)

_NEW = insert(REWRITES)
_TOLD = select(REWRITES.c.told, REWRITES.c.state).where(MINE)

#: Texts whose writing has no known end stay, whatever their age.
_UNDER_WAY = (LinkState.WRITING.value, LinkState.UNSURE.value)


class DatabaseRewrites:
    """The store of rewrites on SQLite and PostgreSQL; see `RewriteStore`."""

    def __init__(self, database: Database) -> None:
        """Take the database."""
        self._database = database

    async def add(self, record: Record, once: Once | None = None, quota: Quota = NO_QUOTA) -> Record:
        """Keep a new rewrite; see the port."""
        return await self._keep(record, None, once, quota)

    async def revise(self, record: Record, of: Revision, once: Once | None = None, quota: Quota = NO_QUOTA) -> Record:
        """Keep the next revision of a family; see the port."""
        return await self._keep(record, of, once, quota)

    async def _keep(self, record: Record, of: Revision | None, once: Once | None, quota: Quota) -> Record:
        try:
            async with self._database.writing() as connection:
                if once is not None and (earlier := await _earlier(connection, record, once)):
                    return earlier
                if of is not None:
                    record = of(await _newest(connection, record))
                await let_in(connection, record, quota, record.created)
                await connection.execute(_NEW, row_of(record))
                first = (1, State.QUEUED, record.created)
                await keep_event(connection, record.id, first, {"revision": record.revision})
                if once is not None:
                    row = {"key": once.key, "fingerprint": once.fingerprint, "expires": once.expires}
                    owned = insert(KEYS).values(tenant=record.tenant, rewrite=record.id, **row)
                    await connection.execute(owned)
        except IntegrityError:
            if once is None:
                raise
            # Another request with the same key was first by a hair: what it kept is the answer.
            async with self._database.writing() as connection:
                if earlier := await _earlier(connection, record, once):
                    return earlier
            raise
        return record

    async def get(self, tenant: str, id_: str) -> Record:
        """The rewrite; see the port."""
        async with self._database.reading() as connection:
            return await get_record(connection, tenant, id_)

    async def told(self, tenant: str, id_: str) -> tuple[int, bool]:
        """How many events it has, and whether nothing more comes; see the port."""
        async with self._database.reading() as connection:
            row = (await connection.execute(_TOLD, {"whose": tenant, "which": id_})).one_or_none()
        return (0, True) if row is None else (row.told, State(row.state).over)

    async def family(self, tenant: str, family: str) -> tuple[Record, ...]:
        """All revisions; see the port."""
        mine = (REWRITES.c.tenant == tenant) & (REWRITES.c.family == family)
        async with self._database.reading() as connection:
            rows = await connection.execute(select(REWRITES).where(mine).order_by(REWRITES.c.revision))
            return tuple(record_of(row) for row in rows)

    async def page(self, tenant: str, *, after: str | None, limit: int) -> tuple[Record, ...]:
        """The newest first; see the port."""
        query = select(REWRITES).where(REWRITES.c.tenant == tenant).order_by(REWRITES.c.seq.desc()).limit(limit)
        async with self._database.reading() as connection:
            if after is not None:
                mine = (REWRITES.c.tenant == tenant) & (REWRITES.c.id == after)
                seq = await connection.scalar(select(REWRITES.c.seq).where(mine))
                if seq is None:
                    raise NoSuchRewrite
                query = query.where(REWRITES.c.seq < seq)
            return tuple(record_of(row) for row in await connection.execute(query))

    async def ahead(self, tenant: str, id_: str) -> int:
        """How many come before; see the port."""
        mine = select(REWRITES.c.seq).where(REWRITES.c.tenant == tenant, REWRITES.c.id == id_).scalar_subquery()
        earlier = (REWRITES.c.tenant == tenant) & REWRITES.c.state.not_in(_OVER) & (REWRITES.c.seq < mine)
        async with self._database.reading() as connection:
            return await connection.scalar(select(func.count()).where(earlier)) or 0

    async def tell(self, id_: str, name: str, at: datetime, data: Mapping[str, object]) -> None:
        """Add an event; see the port."""
        async with self._database.writing() as connection:
            await tell_event(connection, id_, name, at, data)

    async def events(self, tenant: str, id_: str, after: int) -> tuple[Event, ...]:
        """The events above a number; see the port."""
        query = select(EVENTS).where(EVENTS.c.rewrite == id_, EVENTS.c.number > after).order_by(EVENTS.c.number)
        async with self._database.reading() as connection:
            await get_record(connection, tenant, id_)
            rows = await connection.execute(query)
            return tuple(Event(number=row.number, name=row.name, at=row.at, data=row.data) for row in rows)

    async def decide(self, tenant: str, id_: str, decision: Decision, entry: Entry | None = None) -> Record:
        """Keep a decision unless there is one; see the port."""
        mine = (REWRITES.c.tenant == tenant) & (REWRITES.c.id == id_) & REWRITES.c.decision.is_(None)
        async with self._database.writing() as connection:
            made = {"decision": DECISION.dump_python(decision, mode="json"), "updated": decision.at}
            done = await connection.execute(update(REWRITES).where(mine).values(made))
            if done.rowcount and entry is not None:
                await enter(connection, entry)
            return await get_record(connection, tenant, id_)

    async def purge(self, before: datetime) -> int:
        """Delete what is over and older; see the port."""
        async with self._database.writing() as connection:
            await connection.execute(delete(KEYS).where(KEYS.c.expires < before))
            await purge_deliveries(connection, before)
            done = LINKS.c.state.not_in(_UNDER_WAY) & (LINKS.c.updated < before)
            await connection.execute(delete(LINKS).where(done))
            await connection.execute(delete(HINTS).where(HINTS.c.noted < before))
            old = REWRITES.c.state.in_(_OVER) & (REWRITES.c.updated < before)
            return (await connection.execute(delete(REWRITES).where(old))).rowcount

    async def forget(self, tenant: str) -> None:
        """Delete every row of a tenant, those of the audit trail too; events go with their rewrites."""
        async with self._database.writing() as connection:
            await connection.execute(delete(REWRITES).where(REWRITES.c.tenant == tenant))
            await forget_chats(connection, tenant)
            await forget_webhooks(connection, tenant)
            for table in (
                ITEMS,
                KEYS,
                API_KEYS,
                USAGE,
                AUDIT,
                LINKS,
                HINTS,
                BATCHES,
            ):  # items first, as whoever works on them
                await connection.execute(delete(table).where(table.c.tenant == tenant))


async def _newest(connection: AsyncConnection, record: Record) -> Record:
    """The last revision of its family, which stays the last until the transaction ends; raises NoSuchRewrite."""
    await in_turn(connection, record.family)
    mine = (REWRITES.c.tenant == record.tenant) & (REWRITES.c.family == record.family)
    last = select(REWRITES).where(mine).order_by(REWRITES.c.revision.desc()).limit(1)
    row = (await connection.execute(last)).one_or_none()
    if row is None:
        raise NoSuchRewrite
    return record_of(row)


async def _earlier(connection: AsyncConnection, record: Record, once: Once) -> Record | None:
    """What the key led to before; a key that has run out is as good as new. Raises KeyReused."""
    mine = (KEYS.c.tenant == record.tenant) & (KEYS.c.key == once.key)
    found = (await connection.execute(select(KEYS).where(mine))).one_or_none()
    if found is None:
        return None
    if found.expires <= record.created:
        await connection.execute(delete(KEYS).where(mine))
        return None
    if found.fingerprint != once.fingerprint:
        raise KeyReused
    return await get_record(connection, record.tenant, found.rewrite)
