"""Webhooks in the database."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import uuid4

from pydantic import TypeAdapter
from sqlalchemy import ColumnElement, Row, Subquery, bindparam, case, delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from unbland.adapters.database.connection import Database, in_turn
from unbland.adapters.database.tables import DELIVERIES, WEBHOOKS
from unbland.adapters.seal import Seal, is_sealed
from unbland.application.webhooks.model import Delivery, Endpoint, Fate, Secret, Told
from unbland.errors import NoSuchWebhook

_SECRETS = TypeAdapter(tuple[Secret, ...])
_NO_DELIVERY = "There is no delivery of this id."

#: The endpoints of a tenant that are told.
_LISTENERS = select(WEBHOOKS.c.id, WEBHOOKS.c.events).where(
    WEBHOOKS.c.tenant == bindparam("whose"), WEBHOOKS.c.disabled.is_(None)
)


async def announce(
    connection: AsyncConnection, tenant: str, kind: Told, data: Mapping[str, object], now: datetime
) -> None:
    """Put an end on its way to whoever wants to be told, in the transaction that makes it one."""
    body = {"type": str(kind), "timestamp": now.isoformat(), "data": dict(data)}
    row = {"kind": str(kind), "body": body, "created": now, "fate": Fate.PENDING, "attempts": 0, "due": now}
    for found in await connection.execute(_LISTENERS, {"whose": tenant}):
        if kind in found.events:
            await connection.execute(insert(DELIVERIES).values(id=f"msg_{uuid4().hex}", endpoint=found.id, **row))


class DatabaseWebhooks:
    """The store of webhooks on SQLite and PostgreSQL; see `WebhookStore`."""

    def __init__(self, database: Database, seal: Seal | None = None) -> None:
        """Take the database, and what seals secrets in it; what it does not open stays sealed, and signs nothing."""
        self._database = database
        self._seal = seal or Seal()

    async def seal(self) -> None:
        """Seal the secrets that were kept before there was a key."""
        if not self._seal.is_set:
            return
        async with self._database.writing() as connection:
            for row in (await connection.execute(select(WEBHOOKS).with_for_update())).all():
                if not all(is_sealed(each["text"]) for each in row.secrets):
                    kept = {"secrets": self._sealed(_SECRETS.validate_python(row.secrets))}
                    await connection.execute(update(WEBHOOKS).where(WEBHOOKS.c.id == row.id).values(kept))

    async def secrets(self) -> tuple[str, ...]:
        """Every secret, opened where a key opens it."""
        async with self._database.reading() as connection:
            rows = (await connection.execute(select(WEBHOOKS))).all()
        return tuple(secret.text for row in rows for secret in self._endpoint(row).secrets)

    async def add(self, endpoint: Endpoint) -> None:
        """Keep an endpoint; see the port."""
        row = {"id": endpoint.id, "tenant": endpoint.tenant, "url": endpoint.url, "created": endpoint.created}
        row |= {"events": sorted(endpoint.events), "secrets": self._sealed(endpoint.secrets)}
        async with self._database.writing() as connection:
            await connection.execute(insert(WEBHOOKS).values(row))

    async def get(self, tenant: str, id_: str) -> Endpoint:
        """The endpoint; see the port."""
        async with self._database.reading() as connection:
            return self._endpoint(await _get(connection, tenant, id_))

    async def all(self, tenant: str) -> tuple[Endpoint, ...]:
        """The tenant's endpoints; see the port."""
        query = select(WEBHOOKS).where(WEBHOOKS.c.tenant == tenant).order_by(WEBHOOKS.c.created, WEBHOOKS.c.id)
        async with self._database.reading() as connection:
            return tuple(self._endpoint(row) for row in await connection.execute(query))

    async def change(self, tenant: str, id_: str, how: Callable[[Endpoint], Endpoint]) -> Endpoint:
        """Keep its secrets and whether it is switched off; see the port."""
        async with self._database.writing() as connection:
            await in_turn(connection, id_)
            changed = how(self._endpoint(await _get(connection, tenant, id_)))
            kept = {"secrets": self._sealed(changed.secrets), "disabled": changed.disabled}
            await connection.execute(update(WEBHOOKS).where(WEBHOOKS.c.id == id_).values(kept))
        return changed

    async def switch_off(self, id_: str, why: str) -> None:
        """Tell it nothing any more; see the port."""
        async with self._database.writing() as connection:
            await connection.execute(update(WEBHOOKS).where(WEBHOOKS.c.id == id_).values(disabled=why))

    async def remove(self, tenant: str, id_: str) -> None:
        """Delete an endpoint and its deliveries; see the port."""
        async with self._database.writing() as connection:
            if not (await connection.execute(delete(WEBHOOKS).where(_mine(tenant, id_)))).rowcount:
                raise NoSuchWebhook

    async def deliveries(
        self, tenant: str, endpoint: str, limit: int, after: str | None = None
    ) -> tuple[Delivery, ...]:
        """The newest first; see the port."""
        query = select(DELIVERIES).where(DELIVERIES.c.endpoint == endpoint).limit(limit)
        async with self._database.reading() as connection:
            await _get(connection, tenant, endpoint)
            if after is not None:
                last = (DELIVERIES.c.endpoint == endpoint) & (DELIVERIES.c.id == after)
                made = await connection.scalar(select(DELIVERIES.c.created).where(last))
                if made is None:
                    raise NoSuchWebhook(_NO_DELIVERY)
                same = (DELIVERIES.c.created == made) & (DELIVERIES.c.id > after)
                query = query.where((DELIVERIES.c.created < made) | same)
            rows = await connection.execute(query.order_by(DELIVERIES.c.created.desc(), DELIVERIES.c.id))
            return tuple(_delivery(row) for row in rows)

    async def replay(self, tenant: str, endpoint: str, id_: str, now: datetime) -> Delivery:
        """Have it delivered once more; see the port."""
        again = {"fate": Fate.PENDING, "attempts": 0, "due": now, "claimed_until": None}
        one = (DELIVERIES.c.id == id_) & (DELIVERIES.c.endpoint == endpoint)
        async with self._database.writing() as connection:
            await _get(connection, tenant, endpoint)
            row = (await connection.execute(update(DELIVERIES).where(one).values(again).returning(DELIVERIES))).first()
            if row is None:
                raise NoSuchWebhook(_NO_DELIVERY)
            return _delivery(row)

    async def claim(
        self, now: datetime, until: datetime, limit: int, of_one: int
    ) -> tuple[tuple[Delivery, Endpoint], ...]:
        """What is due; see the port."""
        free = or_(DELIVERIES.c.claimed_until.is_(None), DELIVERIES.c.claimed_until <= now)
        ready = (DELIVERIES.c.due <= now) & free
        line = _line(now)
        query = select(DELIVERIES.c.id).join(line, line.c.id == DELIVERIES.c.id).where(ready, line.c.place <= of_one)
        query = query.order_by(line.c.place, DELIVERIES.c.due)
        async with self._database.reading() as connection:
            if (await connection.execute(query.limit(1))).first() is None:  # so that idling takes no turn of a writer
                return ()
        async with self._database.writing() as connection:
            ids = (await connection.scalars(query.limit(limit).with_for_update(skip_locked=True, of=DELIVERIES))).all()
            begun = {"attempts": DELIVERIES.c.attempts + 1, "claimed_until": until}
            taken = update(DELIVERIES).where(DELIVERIES.c.id.in_(ids), ready).values(begun).returning(DELIVERIES)
            found = [_delivery(row) for row in await connection.execute(taken)]
            wanted = select(WEBHOOKS).where(WEBHOOKS.c.id.in_([one.endpoint for one in found]))
            endpoints = {row.id: self._endpoint(row) for row in await connection.execute(wanted)}
            return tuple((one, endpoints[one.endpoint]) for one in found)

    async def settle(self, delivery: Delivery) -> None:
        """Keep what came of the attempt; see the port."""
        this = (DELIVERIES.c.id == delivery.id) & (DELIVERIES.c.attempts == delivery.attempts)
        kept = {"fate": delivery.fate, "due": delivery.due, "outcome": delivery.outcome, "claimed_until": None}
        async with self._database.writing() as connection:
            await connection.execute(update(DELIVERIES).where(this).values(kept))

    def _sealed(self, secrets: Sequence[Secret]) -> object:
        """Secrets as the database keeps them."""
        sealed = [replace(each, text=self._seal.sealed(each.text)) for each in secrets]
        return _SECRETS.dump_python(tuple(sealed), mode="json")

    def _endpoint(self, row: Row[Any]) -> Endpoint:
        secrets = _SECRETS.validate_python(row.secrets)
        return Endpoint(
            id=row.id,
            tenant=row.tenant,
            url=row.url,
            events=frozenset(Told(event) for event in row.events),
            secrets=tuple(replace(each, text=self._seal.opened(each.text)) for each in secrets),
            created=row.created,
            disabled=row.disabled,
        )


def _line(now: datetime) -> Subquery:
    """Each delivery that is due to an endpoint that is on, with its place there: those under way first."""
    live = select(WEBHOOKS.c.id).where(WEBHOOKS.c.disabled.is_(None))
    waits = case((DELIVERIES.c.claimed_until > now, 0), else_=1)
    place = func.row_number().over(partition_by=DELIVERIES.c.endpoint, order_by=(waits, DELIVERIES.c.due))
    due = select(DELIVERIES.c.id, place.label("place"))
    return due.where(DELIVERIES.c.due <= now, DELIVERIES.c.endpoint.in_(live)).subquery()


async def forget_webhooks(connection: AsyncConnection, tenant: str) -> None:
    """Delete a tenant's endpoints; their deliveries go with them."""
    await connection.execute(delete(WEBHOOKS).where(WEBHOOKS.c.tenant == tenant))


async def purge_deliveries(connection: AsyncConnection, before: datetime) -> None:
    """Delete deliveries that are older and over, or whose endpoint is told nothing any more."""
    off = select(WEBHOOKS.c.id).where(WEBHOOKS.c.disabled.is_not(None))
    over = or_(DELIVERIES.c.fate != Fate.PENDING, DELIVERIES.c.endpoint.in_(off))
    await connection.execute(delete(DELIVERIES).where(over, DELIVERIES.c.created < before))


async def _get(connection: AsyncConnection, tenant: str, id_: str) -> Row[Any]:
    row = (await connection.execute(select(WEBHOOKS).where(_mine(tenant, id_)))).one_or_none()
    if row is None:
        raise NoSuchWebhook
    return row


def _mine(tenant: str, id_: str) -> ColumnElement[bool]:
    return (WEBHOOKS.c.tenant == tenant) & (WEBHOOKS.c.id == id_)


def _delivery(row: Row[Any]) -> Delivery:
    return Delivery(
        id=row.id,
        endpoint=row.endpoint,
        kind=Told(row.kind),
        body=row.body,
        created=row.created,
        fate=Fate(row.fate),
        attempts=row.attempts,
        due=row.due,
        outcome=row.outcome,
    )
