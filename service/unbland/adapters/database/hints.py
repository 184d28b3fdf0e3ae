"""Words that a posting changed, in the database: each change by one statement that says who may."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import ColumnElement, Row, case, literal, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from unbland.adapters.database.connection import Database
from unbland.adapters.database.link_tables import HINTS
from unbland.adapters.database.links import add_link
from unbland.adapters.database.tables import Moment
from unbland.application.connectors.model import Hint, Link, System
from unbland.application.rewrites.model import Claim

#: What makes a posting's hint one.
_POSTING = ("tenant", "system", "posting")


class DatabaseHints:
    """The store of hints on SQLite and PostgreSQL; see `HintStore`."""

    def __init__(self, database: Database) -> None:
        """Take the database."""
        self._database = database

    async def note(self, tenant: str, system: System, posting: str, now: datetime) -> str:
        """Keep that a posting changed; see the port."""
        heard = {"noted": now, "due": now, "tries": 0}
        make = sqlite.insert if self._database.is_sqlite else postgresql.insert
        row = {"id": f"ah_{uuid4().hex}", "tenant": tenant, "system": system.value, "posting": posting, "said": 1}
        noted = make(HINTS).values(row | heard)
        noted = noted.on_conflict_do_update(index_elements=_POSTING, set_={**heard, "said": HINTS.c.said + 1})
        async with self._database.writing() as connection:
            return str(await connection.scalar(noted.returning(HINTS.c.id)))

    async def claim(self, id_: str, claim: Claim, systems: Sequence[System], now: datetime) -> Hint | None:
        """The hint, for a look that begins; see the port."""
        begun = {"owner": claim.owner, "claimed_until": claim.until, "tries": HINTS.c.tries + 1}
        taken = update(HINTS).where(HINTS.c.id == id_, _free(systems, now)).values(begun)
        async with self._database.writing() as connection:
            row = (await connection.execute(taken.returning(HINTS))).one_or_none()
        return None if row is None else _hint(row)

    async def renew(self, hint: Hint, until: datetime) -> None:
        """Hold the claim longer; see the port."""
        async with self._database.writing() as connection:
            await connection.execute(update(HINTS).where(_held(hint)).values(claimed_until=until))

    async def release(self, hint: Hint) -> None:
        """Give the claim back; see the port."""
        # One that was said again meanwhile has begun to count anew.
        before = case((HINTS.c.said > hint.said, 0), else_=HINTS.c.tries - 1)
        back = {"owner": None, "claimed_until": None, "tries": before}
        async with self._database.writing() as connection:
            await connection.execute(update(HINTS).where(_held(hint)).values(back))

    async def settle(self, hint: Hint, now: datetime, due: datetime | None = None, link: Link | None = None) -> bool:
        """Keep what came of the look; see the port."""
        again = case((HINTS.c.said > hint.said, literal(now, Moment)), else_=literal(due, Moment))
        kept = {"owner": None, "claimed_until": None, "read": hint.read, "due": again}
        async with self._database.writing() as connection:
            if not (await connection.execute(update(HINTS).where(_held(hint)).values(kept))).rowcount:
                return False
            if link is not None:
                await add_link(connection, link)
            return True

    async def waiting(self, systems: Sequence[System], now: datetime) -> Sequence[tuple[str, str]]:
        """What is due and free; see the port."""
        query = select(HINTS.c.tenant, HINTS.c.id).where(_free(systems, now)).order_by(HINTS.c.due)
        async with self._database.reading() as connection:
            return [(row.tenant, row.id) for row in await connection.execute(query)]


def _free(systems: Sequence[System], now: datetime) -> ColumnElement[bool]:
    """Due, of one of these systems, and nobody's."""
    unclaimed = or_(HINTS.c.claimed_until.is_(None), HINTS.c.claimed_until <= now)
    return HINTS.c.system.in_([system.value for system in systems]) & (HINTS.c.due <= now) & unclaimed


def _held(hint: Hint) -> ColumnElement[bool]:
    """Whether this very claim still holds."""
    return (HINTS.c.id == hint.id) & (HINTS.c.owner == hint.owner)


def _hint(row: Row[Any]) -> Hint:
    return Hint(
        id=row.id,
        tenant=row.tenant,
        system=System(row.system),
        posting=row.posting,
        said=row.said,
        tries=row.tries,
        read=row.read,
        owner=row.owner,
    )
