"""Keys in the database, by the hash of their text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, func, insert, literal, select, update

from unbland.adapters.database.books import enter
from unbland.adapters.database.connection import Database
from unbland.adapters.database.tables import API_KEYS, Moment
from unbland.application.books.model import Entry
from unbland.application.keys.model import Key, Scope
from unbland.errors import NoSuchKey


class DatabaseKeys:
    """The store of keys; see `KeyStore`."""

    def __init__(self, database: Database) -> None:
        """Take the database."""
        self._database = database

    async def add(self, key: Key, digest: str, entry: Entry | None = None) -> None:
        """Keep a key; see the port."""
        row = {
            "id": key.id,
            "tenant": key.tenant,
            "digest": digest,
            "name": key.name,
            "scopes": sorted(key.scopes),
            "created": key.created,
            "expires": key.expires,
        }
        async with self._database.writing() as connection:
            await connection.execute(insert(API_KEYS).values(row))
            if entry is not None:
                await enter(connection, entry)

    async def by_digest(self, digest: str) -> Key | None:
        """The key of a hash; see the port."""
        async with self._database.reading() as connection:
            row = (await connection.execute(select(API_KEYS).where(API_KEYS.c.digest == digest))).one_or_none()
        return None if row is None else _key(row)

    async def get(self, id_: str) -> Key:
        """The key; see the port."""
        async with self._database.reading() as connection:
            row = (await connection.execute(select(API_KEYS).where(API_KEYS.c.id == id_))).one_or_none()
        if row is None:
            raise NoSuchKey
        return _key(row)

    async def all(self, tenant: str | None) -> Sequence[Key]:
        """Every key, or a tenant's; see the port."""
        query = select(API_KEYS).order_by(API_KEYS.c.created, API_KEYS.c.id)
        if tenant is not None:
            query = query.where(API_KEYS.c.tenant == tenant)
        async with self._database.reading() as connection:
            return [_key(row) for row in await connection.execute(query)]

    async def change(self, key: Key, entry: Entry | None = None) -> None:
        """Keep when it runs out and was revoked; see the port."""
        kept = {"expires": key.expires, "revoked": func.coalesce(API_KEYS.c.revoked, literal(key.revoked, Moment))}
        async with self._database.writing() as connection:
            await connection.execute(update(API_KEYS).where(API_KEYS.c.id == key.id).values(kept))
            if entry is not None:
                await enter(connection, entry)

    async def used(self, id_: str, now: datetime) -> None:
        """Keep when it was last used, which never goes back, whoever is late; see the port."""
        earlier = API_KEYS.c.last_used.is_(None) | (API_KEYS.c.last_used < now)
        used = update(API_KEYS).where(API_KEYS.c.id == id_, earlier).values(last_used=now)
        async with self._database.writing() as connection:
            await connection.execute(used)


def _key(row: Row[Any]) -> Key:
    return Key(
        id=row.id,
        tenant=row.tenant,
        name=row.name,
        scopes=frozenset(Scope(scope) for scope in row.scopes),
        created=row.created,
        expires=row.expires,
        revoked=row.revoked,
        last_used=row.last_used,
    )
