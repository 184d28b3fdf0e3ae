"""Texts for postings of applicant tracking systems in the database, with their audit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from unbland.adapters.database.connection import Database
from unbland.adapters.database.link_tables import LINKS, STEPS
from unbland.application.connectors.model import Link, LinkState, Step, System
from unbland.application.connectors.refusals import NoSuchLink
from unbland.errors import AlreadyDecided


class DatabaseLinks:
    """The store of links; see `LinkStore`."""

    def __init__(self, database: Database) -> None:
        """Take the database."""
        self._database = database

    async def add(self, link: Link) -> None:
        """Keep a new link; see the port."""
        async with self._database.writing() as connection:
            await add_link(connection, link)

    async def get(self, tenant: str, id_: str) -> Link:
        """The link; see the port."""
        mine = (LINKS.c.tenant == tenant) & (LINKS.c.id == id_)
        async with self._database.reading() as connection:
            row = (await connection.execute(select(LINKS).where(mine))).one_or_none()
        if row is None:
            raise NoSuchLink
        return _link(row)

    async def all(self, tenant: str, limit: int) -> Sequence[Link]:
        """The newest first; see the port."""
        query = select(LINKS).where(LINKS.c.tenant == tenant).order_by(LINKS.c.seq.desc()).limit(limit)
        async with self._database.reading() as connection:
            return [_link(row) for row in await connection.execute(query)]

    async def newest(self, tenant: str, system: System, posting: str) -> Link | None:
        """The link that was last made; see the port."""
        return await self._first(select(LINKS).where(_of(tenant, system, posting)).order_by(LINKS.c.seq.desc()))

    async def last_written(self, tenant: str, system: System, posting: str) -> Link | None:
        """The link whose text was last written; see the port."""
        done = _of(tenant, system, posting) & LINKS.c.state.in_((LinkState.APPLIED.value, LinkState.ALTERED.value))
        return await self._first(select(LINKS).where(done).order_by(LINKS.c.updated.desc(), LINKS.c.seq.desc()))

    async def change(self, before: Link, after: Link, code: str | None = None) -> Link:
        """Keep what became of a link; see the port."""
        same = (LINKS.c.tenant == before.tenant) & (LINKS.c.id == before.id)
        seen = same & (LINKS.c.state == before.state.value) & (LINKS.c.updated == before.updated)
        changed = update(LINKS).where(seen).values(_moving(after) | {"told": LINKS.c.told + 1}).returning(LINKS.c.told)
        async with self._database.writing() as connection:
            number = await connection.scalar(changed)
            if number is None:
                raise AlreadyDecided("Somebody else is at this text; look at its status.")
            await _tell(connection, after, number, code)
        return after

    async def steps(self, tenant: str, id_: str) -> Sequence[Step]:
        """The audit; see the port."""
        await self.get(tenant, id_)
        mine = (STEPS.c.tenant == tenant) & (STEPS.c.link == id_)
        async with self._database.reading() as connection:
            rows = await connection.execute(select(STEPS).where(mine).order_by(STEPS.c.number))
            return [
                Step(number=row.number, state=LinkState(row.state), by=row.by, at=row.at, code=row.code) for row in rows
            ]

    async def _first(self, query: Select[Any]) -> Link | None:
        async with self._database.reading() as connection:
            row = (await connection.execute(query.limit(1))).one_or_none()
        return None if row is None else _link(row)


async def add_link(connection: AsyncConnection, link: Link) -> None:
    """Keep a new link with the first line of its audit."""
    row = {
        "id": link.id,
        "tenant": link.tenant,
        "system": link.system.value,
        "posting": link.posting,
        "title": link.title,
        "read": link.read,
        "old": dict(link.old),
        "new": dict(link.new),
        "nonce": link.nonce,
        "created": link.created,
        "told": 1,
    }
    await connection.execute(insert(LINKS).values(row | _moving(link)))
    await _tell(connection, link, 1, None)


def _of(tenant: str, system: System, posting: str) -> ColumnElement[bool]:
    return (LINKS.c.tenant == tenant) & (LINKS.c.system == system.value) & (LINKS.c.posting == posting)


async def _tell(connection: AsyncConnection, link: Link, number: int, code: str | None) -> None:
    row = {"link": link.id, "tenant": link.tenant, "number": number, "state": link.state.value, "code": code}
    await connection.execute(insert(STEPS).values(row | {"by": link.by, "at": link.updated}))


def _moving(link: Link) -> dict[str, object]:
    """What changes of a link."""
    moving = {"state": link.state.value, "goal": link.goal.value, "written": link.written}
    return moving | {"by": link.by, "updated": link.updated}


def _link(row: Row[Any]) -> Link:
    return Link(
        id=row.id,
        tenant=row.tenant,
        system=System(row.system),
        posting=row.posting,
        title=row.title,
        state=LinkState(row.state),
        goal=LinkState(row.goal),
        read=row.read,
        written=row.written,
        old=row.old,
        new=row.new,
        nonce=row.nonce,
        by=row.by,
        created=row.created,
        updated=row.updated,
    )
