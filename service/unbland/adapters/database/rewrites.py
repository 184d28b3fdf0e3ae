"""Rewrites in the database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import ColumnElement, Row, delete, insert, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from unbland.adapters.database.connection import Database
from unbland.adapters.database.tables import EVENTS, KEYS, REWRITES
from unbland.application.result import Rewrite
from unbland.application.rewrites.model import Claim, Decision, Event, Failure, Once, Order, Record, State
from unbland.errors import KeyReused, NoSuchRewrite

_ORDER = TypeAdapter(Order)
_RESULT = TypeAdapter(Rewrite)
_FAILURE = TypeAdapter(Failure)
_DECISION = TypeAdapter(Decision)

_OVER = (State.DONE.value, State.FAILED.value)


#: A rewrite that nobody works on.
_QUEUED: Mapping[str, object] = {"state": State.QUEUED, "owner": None, "claimed_until": None}


class DatabaseRewrites:
    """The store of rewrites on SQLite and PostgreSQL; see `RewriteStore`."""

    def __init__(self, database: Database) -> None:
        """Take the database."""
        self._database = database

    async def add(self, record: Record, once: Once | None = None) -> Record:
        """Keep a new rewrite; see the port."""
        try:
            async with self._database.writing() as connection:
                if once is not None and (earlier := await _earlier(connection, record, once)):
                    return earlier
                await connection.execute(insert(REWRITES).values(_row(record)))
                await _tell(connection, record.id, State.QUEUED, record.created, {"revision": record.revision})
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
            return await _get(connection, tenant, id_)

    async def family(self, tenant: str, family: str) -> tuple[Record, ...]:
        """All revisions; see the port."""
        mine = (REWRITES.c.tenant == tenant) & (REWRITES.c.family == family)
        async with self._database.reading() as connection:
            rows = await connection.execute(select(REWRITES).where(mine).order_by(REWRITES.c.revision))
            return tuple(_record(row) for row in rows)

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
            return tuple(_record(row) for row in await connection.execute(query))

    async def claim(self, id_: str, claim: Claim, now: datetime) -> Record | None:
        """The rewrite, begun once more; see the port."""
        free = or_(
            REWRITES.c.state == State.QUEUED,
            (REWRITES.c.state == State.RUNNING) & (REWRITES.c.claimed_until <= now),
        )
        begun = {"state": State.RUNNING, "owner": claim.owner, "claimed_until": claim.until, "updated": now}
        query = update(REWRITES).where(REWRITES.c.id == id_, free)
        query = query.values(begun | {"attempts": REWRITES.c.attempts + 1}).returning(REWRITES)
        async with self._database.writing() as connection:
            row = (await connection.execute(query)).one_or_none()
            if row is None:
                return None
            record = _record(row)
            await _tell(connection, id_, State.RUNNING, now, {"attempt": record.attempts})
            return record

    async def renew(self, record: Record, claim: Claim) -> bool:
        """Hold the claim longer; see the port."""
        query = update(REWRITES).where(_claimed(record, claim.owner)).values(claimed_until=claim.until)
        async with self._database.writing() as connection:
            return bool((await connection.execute(query)).rowcount)

    async def release(self, record: Record, owner: str, now: datetime) -> None:
        """Queue again what was claimed; see the port."""
        async with self._database.writing() as connection:
            back = {**_QUEUED, "attempts": REWRITES.c.attempts - 1, "updated": now}
            await connection.execute(update(REWRITES).where(_claimed(record, owner)).values(back))

    async def take_over(self, now: datetime) -> None:
        """Queue again all that was begun; see the port."""
        begun = update(REWRITES).where(REWRITES.c.state == State.RUNNING)
        async with self._database.writing() as connection:
            await connection.execute(begun.values({**_QUEUED, "updated": now}))

    async def finish(self, record: Record, owner: str, outcome: Rewrite | Failure, now: datetime) -> bool:
        """Keep what came of it; see the port."""
        failed = isinstance(outcome, Failure)
        state = State.FAILED if failed else State.DONE
        kept = {"state": state, "updated": now, "owner": None, "claimed_until": None}
        if isinstance(outcome, Failure):
            kept["failure"] = _FAILURE.dump_python(outcome, mode="json")
        else:
            kept["result"] = _RESULT.dump_python(outcome, mode="json")
        async with self._database.writing() as connection:
            done = await connection.execute(update(REWRITES).where(_claimed(record, owner)).values(kept))
            if not done.rowcount:
                return False
            data = {"code": outcome.code} if isinstance(outcome, Failure) else {"status": outcome.status.value}
            await _tell(connection, record.id, state, now, data)
            return True

    async def tell(self, id_: str, name: str, at: datetime, data: Mapping[str, object]) -> None:
        """Add an event; see the port."""
        async with self._database.writing() as connection:
            await _tell(connection, id_, name, at, data)

    async def events(self, tenant: str, id_: str, after: int) -> tuple[Event, ...]:
        """The events above a number; see the port."""
        query = select(EVENTS).where(EVENTS.c.rewrite == id_, EVENTS.c.number > after).order_by(EVENTS.c.number)
        async with self._database.reading() as connection:
            await _get(connection, tenant, id_)
            rows = await connection.execute(query)
            return tuple(Event(number=row.number, name=row.name, at=row.at, data=row.data) for row in rows)

    async def reopen(self, tenant: str, id_: str, now: datetime) -> Record:
        """Queue again what failed; see the port."""
        mine = (REWRITES.c.tenant == tenant) & (REWRITES.c.id == id_) & (REWRITES.c.state == State.FAILED)
        fresh = {**_QUEUED, "failure": None, "attempts": 0, "updated": now}
        async with self._database.writing() as connection:
            done = await connection.execute(update(REWRITES).where(mine).values(fresh))
            if done.rowcount:
                await _tell(connection, id_, State.QUEUED, now, {})
            return await _get(connection, tenant, id_)

    async def decide(self, tenant: str, id_: str, decision: Decision) -> Record:
        """Keep a decision unless there is one; see the port."""
        mine = (REWRITES.c.tenant == tenant) & (REWRITES.c.id == id_) & REWRITES.c.decision.is_(None)
        async with self._database.writing() as connection:
            made = {"decision": _DECISION.dump_python(decision, mode="json"), "updated": decision.at}
            await connection.execute(update(REWRITES).where(mine).values(made))
            return await _get(connection, tenant, id_)

    async def unfinished(self, now: datetime) -> Sequence[tuple[str, str]]:
        """Tenant and id of what is to be done; see the port."""
        waits = or_(
            REWRITES.c.state == State.QUEUED,
            (REWRITES.c.state == State.RUNNING) & (REWRITES.c.claimed_until <= now),
        )
        query = select(REWRITES.c.tenant, REWRITES.c.id).where(waits).order_by(REWRITES.c.seq)
        async with self._database.reading() as connection:
            return [(row.tenant, row.id) for row in await connection.execute(query)]

    async def purge(self, before: datetime) -> int:
        """Delete what is over and older; see the port."""
        async with self._database.writing() as connection:
            await connection.execute(delete(KEYS).where(KEYS.c.expires < before))
            old = REWRITES.c.state.in_(_OVER) & (REWRITES.c.updated < before)
            return (await connection.execute(delete(REWRITES).where(old))).rowcount

    async def forget(self, tenant: str) -> None:
        """Delete every row of a tenant; events and keys go with their rewrites."""
        async with self._database.writing() as connection:
            await connection.execute(delete(REWRITES).where(REWRITES.c.tenant == tenant))
            await connection.execute(delete(KEYS).where(KEYS.c.tenant == tenant))


def _claimed(record: Record, owner: str) -> ColumnElement[bool]:
    """Whether this very claim still holds: another by the same owner is another."""
    return (REWRITES.c.id == record.id) & (REWRITES.c.owner == owner) & (REWRITES.c.attempts == record.attempts)


async def _get(connection: AsyncConnection, tenant: str, id_: str) -> Record:
    mine = (REWRITES.c.tenant == tenant) & (REWRITES.c.id == id_)
    row = (await connection.execute(select(REWRITES).where(mine))).one_or_none()
    if row is None:
        raise NoSuchRewrite
    return _record(row)


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
    return await _get(connection, record.tenant, found.rewrite)


async def _tell(connection: AsyncConnection, id_: str, name: str, at: datetime, data: Mapping[str, object]) -> None:
    """Number it by a counter in the rewrite's own row, whose lock keeps others from the same number."""
    count = update(REWRITES).where(REWRITES.c.id == id_).values(told=REWRITES.c.told + 1).returning(REWRITES.c.told)
    number = await connection.scalar(count)
    values = {"rewrite": id_, "number": number, "name": str(name), "at": at, "data": dict(data)}
    await connection.execute(insert(EVENTS).values(values))


def _row(record: Record) -> dict[str, object]:
    return {
        "id": record.id,
        "tenant": record.tenant,
        "family": record.family,
        "revision": record.revision,
        "state": record.state.value,
        "order": _ORDER.dump_python(record.order, mode="json"),
        "attempts": record.attempts,
        "told": 0,
        "created": record.created,
        "updated": record.updated,
    }


def _record(row: Row[Any]) -> Record:
    return Record(
        id=row.id,
        tenant=row.tenant,
        family=row.family,
        revision=row.revision,
        state=State(row.state),
        order=_ORDER.validate_python(row.order),
        created=row.created,
        updated=row.updated,
        result=None if row.result is None else _RESULT.validate_python(row.result),
        failure=None if row.failure is None else _FAILURE.validate_python(row.failure),
        decision=None if row.decision is None else _DECISION.validate_python(row.decision),
        attempts=row.attempts,
    )
