"""What else chats keep in the database: profiles, requests that were seen, deeds, and sealed installations."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from uuid import uuid4

from pydantic import TypeAdapter
from sqlalchemy import ColumnElement, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from unbland.adapters.database.chat_tables import CHAT_DEEDS, CHAT_INSTALLS, CHAT_PROFILES, CHAT_SEEN, CHAT_TURNS
from unbland.adapters.database.connection import Database
from unbland.application.chat.model import Deed
from unbland.core.facts import NO_FACTS, CompanyFacts

_FACTS = TypeAdapter(CompanyFacts)

#: A request that a process died on is dealt with when it comes again after this.
_UNDER_WAY = timedelta(seconds=20)


class DatabaseShelf:
    """Profiles, requests and deeds; see `Shelf`."""

    def __init__(self, database: Database) -> None:
        """Take the database."""
        self._database = database

    async def profile(self, tenant: str) -> CompanyFacts:
        """The facts of a workspace; see the port."""
        query = select(CHAT_PROFILES.c.facts).where(CHAT_PROFILES.c.tenant == tenant)
        async with self._database.reading() as connection:
            facts = (await connection.execute(query)).scalar_one_or_none()
        return NO_FACTS if facts is None else _FACTS.validate_python(facts)

    async def keep_profile(self, tenant: str, facts: CompanyFacts) -> None:
        """Keep them; see the port."""
        row = {"tenant": tenant, "facts": _FACTS.dump_python(facts, mode="json")}
        async with self._database.writing() as connection:
            await connection.execute(delete(CHAT_PROFILES).where(CHAT_PROFILES.c.tenant == tenant))
            await connection.execute(insert(CHAT_PROFILES).values(row))

    async def latest(self, tenant: str, user: str, limit: int) -> Sequence[tuple[str, str]]:
        """What somebody asked for; see the port."""
        turns = CHAT_TURNS.c
        mine = (turns.tenant == tenant) & (turns.user == user) & turns.rewrite.is_not(None)
        query = select(turns.id, turns.rewrite).where(mine).order_by(turns.created.desc()).limit(limit)
        async with self._database.reading() as connection:
            return [(row.id, row.rewrite) for row in await connection.execute(query)]

    async def first(self, tenant: str, key: str, now: datetime) -> bool:
        """Whether it comes for the first time; see the port."""
        held = {"expires": now + _UNDER_WAY}
        again = update(CHAT_SEEN).where(_same(tenant, key), CHAT_SEEN.c.expires <= now).values(held)
        try:
            async with self._database.writing() as connection:
                await connection.execute(insert(CHAT_SEEN).values(tenant=tenant, key=key, **held))
        except IntegrityError:
            async with self._database.writing() as connection:
                return bool((await connection.execute(again)).rowcount)
        return True

    async def seen(self, tenant: str, key: str, until: datetime) -> None:
        """That it was dealt with; see the port."""
        async with self._database.writing() as connection:
            await connection.execute(update(CHAT_SEEN).where(_same(tenant, key)).values(expires=until))

    async def unseen(self, tenant: str, key: str) -> None:
        """That it was not; see the port."""
        async with self._database.writing() as connection:
            await connection.execute(delete(CHAT_SEEN).where(_same(tenant, key)))

    async def note(self, deed: Deed) -> None:
        """Keep who did what; see the port."""
        row = {"turn": deed.turn[:64], "user": deed.user[:64], "action": deed.action[:64], "at": deed.at}
        async with self._database.writing() as connection:
            await connection.execute(insert(CHAT_DEEDS).values(id=uuid4().hex, tenant=deed.tenant, **row))


class DatabaseInstalls:
    """Installations as sealed bytes, by tenant; whoever seals them has the key."""

    def __init__(self, database: Database) -> None:
        """Take the database."""
        self._database = database

    async def keep(self, tenant: str, sealed: bytes, now: datetime) -> None:
        """Keep an installation in the place of any before."""
        async with self._database.writing() as connection:
            await connection.execute(delete(CHAT_INSTALLS).where(CHAT_INSTALLS.c.tenant == tenant))
            await connection.execute(insert(CHAT_INSTALLS).values(tenant=tenant, sealed=sealed, installed=now))

    async def keep_first(self, tenant: str, sealed: bytes, now: datetime) -> None:
        """Keep an installation where there is none."""
        row = {"tenant": tenant, "sealed": sealed, "installed": now}
        with suppress(IntegrityError):
            async with self._database.writing() as connection:
                await connection.execute(insert(CHAT_INSTALLS).values(row))

    async def all(self) -> Sequence[tuple[str, bytes]]:
        """Every tenant that has one, with it."""
        async with self._database.reading() as connection:
            return [(row.tenant, row.sealed) for row in await connection.execute(select(CHAT_INSTALLS))]

    async def get(self, tenant: str) -> bytes | None:
        """The sealed installation of a tenant; None where there is none."""
        query = select(CHAT_INSTALLS.c.sealed).where(CHAT_INSTALLS.c.tenant == tenant)
        async with self._database.reading() as connection:
            sealed: bytes | None = (await connection.execute(query)).scalar_one_or_none()
        return sealed

    async def remove(self, tenant: str) -> None:
        """Delete an installation."""
        async with self._database.writing() as connection:
            await connection.execute(delete(CHAT_INSTALLS).where(CHAT_INSTALLS.c.tenant == tenant))


def _same(tenant: str, key: str) -> ColumnElement[bool]:
    return (CHAT_SEEN.c.tenant == tenant) & (CHAT_SEEN.c.key == key)
