"""Turns of chats in the database."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import ColumnElement, Row, delete, insert, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from unbland.adapters.database.chat_tables import CHAT_DEEDS, CHAT_SEEN, CHAT_TABLES, CHAT_TURNS
from unbland.adapters.database.connection import Database
from unbland.application.chat.model import Asked, Course, Heard, Standing, Turn, Wishes
from unbland.application.chat.ports import Step
from unbland.application.chat.refusals import NoSuchTurn
from unbland.application.rewrites.model import Claim

_ASKED = TypeAdapter(Asked)
_COURSE = TypeAdapter(Course)
_HEARD = TypeAdapter(Heard)
_WISHES = TypeAdapter(Wishes)

#: A text that was begun and not sent is kept so long.
_HELD = timedelta(days=1)

_FREE = {"owner": None, "claimed_until": None}

_T = CHAT_TURNS.c


class DatabaseTurns:
    """The store of turns on SQLite and PostgreSQL; see `TurnStore`."""

    def __init__(self, database: Database) -> None:
        """Take the database."""
        self._database = database

    async def add(self, turn: Turn) -> Turn:
        """Keep a turn; see the port."""
        try:
            async with self._database.writing() as connection:
                await connection.execute(insert(CHAT_TURNS).values(_row(turn)))
        except IntegrityError:
            return await self.get(turn.tenant, turn.id)
        return turn

    async def get(self, tenant: str, id_: str) -> Turn:
        """The turn; see the port."""
        async with self._database.reading() as connection:
            return await _get(connection, tenant, id_)

    async def of_rewrite(self, rewrite: str) -> Turn | None:
        """The turn of a rewrite; see the port."""
        async with self._database.reading() as connection:
            row = (await connection.execute(select(CHAT_TURNS).where(_T.rewrite == rewrite))).one_or_none()
        return None if row is None else _turn(row)

    async def ask(self, tenant: str, id_: str, asked: Asked, deciders: tuple[str, ...]) -> bool:
        """Open a held turn; see the port."""
        held = update(CHAT_TURNS).where(_mine(tenant, id_), _T.standing == Standing.HELD)
        wishes = _WISHES.dump_python(Wishes(deciders=deciders), mode="json")
        opened = held.values(standing=Standing.OPEN, asked=_asked(asked), wishes=wishes)
        async with self._database.writing() as connection:
            await _get(connection, tenant, id_)
            return bool((await connection.execute(opened)).rowcount)

    async def wish(self, tenant: str, id_: str, change: Callable[[Wishes], Wishes]) -> Turn:
        """Change what people want; see the port."""
        async with self._database.writing() as connection:
            turn = await _get(connection, tenant, id_, locked=True)
            return await _wish(connection, turn, change(turn.wishes))

    async def follow(self, id_: str, following: Turn) -> Turn:
        """Make a turn the next one of another; see the port."""
        async with self._database.writing() as connection:
            turn = await _get(connection, following.tenant, id_, locked=True)
            if turn.wishes.next or turn.wishes.deciding:
                return turn
            await connection.execute(insert(CHAT_TURNS).values(_row(replace(following, parent=id_))))
            return await _wish(connection, turn, replace(turn.wishes, next=following.id))

    async def hear(self, tenant: str, id_: str, heard: Heard, now: datetime) -> None:
        """Keep where a message stands; see the port."""
        kept = {"heard": _HEARD.dump_python(heard, mode="json"), "due": now}
        async with self._database.writing() as connection:
            await connection.execute(update(CHAT_TURNS).where(_mine(tenant, id_)).values(kept))

    async def claim(self, id_: str, claim: Claim, now: datetime) -> Turn | None:
        """An open turn that is due; see the port."""
        begun = {"owner": claim.owner, "claimed_until": claim.until}
        query = update(CHAT_TURNS).where(_T.id == id_, _is_due(now)).values(begun).returning(CHAT_TURNS)
        async with self._database.writing() as connection:
            row = (await connection.execute(query)).one_or_none()
        return None if row is None else _turn(row)

    async def intend(self, turn: Turn, owner: str, course: Course) -> bool:
        """Keep what is about to be done; see the port."""
        mine = update(CHAT_TURNS).where(_T.id == turn.id, _T.owner == owner)
        async with self._database.writing() as connection:
            kept = await connection.execute(mine.values(course=_COURSE.dump_python(course, mode="json")))
            return bool(kept.rowcount)

    async def leave(self, turn: Turn, owner: str, step: Step) -> Step | None:
        """Keep how far it is; see the port."""
        async with self._database.writing() as connection:
            query = select(CHAT_TURNS).where(_T.id == turn.id, _T.owner == owner).with_for_update()
            row = (await connection.execute(query)).one_or_none()
            if row is None:
                return None
            now = _turn(row)
            standing = step.standing if now.wishes.times == turn.wishes.times else Standing.OPEN
            step = replace(step, standing=standing, due=step.due if now.heard == turn.heard else row.due)
            left = {"standing": step.standing, "rewrite": step.rewrite, "due": step.due, "asked": _asked(step.asked)}
            left |= {"course": _COURSE.dump_python(step.course, mode="json")} | _FREE
            await connection.execute(update(CHAT_TURNS).where(_T.id == turn.id).values(left))
            return step

    async def waiting(self, now: datetime) -> Sequence[tuple[str, str]]:
        """What is to be shown; see the port."""
        query = select(_T.tenant, _T.id).where(_is_due(now)).order_by(_T.due)
        async with self._database.reading() as connection:
            return [(row.tenant, row.id) for row in await connection.execute(query)]

    async def take_over(self) -> None:
        """Free all that anybody had; see the port."""
        async with self._database.writing() as connection:
            await connection.execute(update(CHAT_TURNS).values(_FREE))

    async def purge(self, now: datetime, age: timedelta) -> int:
        """Delete what has run out; see the port. What was begun goes with its rewrite."""
        held = (_T.standing == Standing.HELD) & (_T.created < now - _HELD)
        stale = _T.rewrite.is_(None) & (_T.created < now - age)
        async with self._database.writing() as connection:
            await connection.execute(delete(CHAT_SEEN).where(CHAT_SEEN.c.expires < now))
            await connection.execute(delete(CHAT_DEEDS).where(CHAT_DEEDS.c.at < now - age))
            return (await connection.execute(delete(CHAT_TURNS).where(or_(held, stale)))).rowcount

    async def forget(self, tenant: str) -> None:
        """Delete every row of a tenant; see the port."""
        async with self._database.writing() as connection:
            await forget_chats(connection, tenant)


async def forget_chats(connection: AsyncConnection, tenant: str) -> None:
    """Delete all that chats keep of a tenant."""
    for table in CHAT_TABLES:
        await connection.execute(delete(table).where(table.c.tenant == tenant))


def _mine(tenant: str, id_: str) -> ColumnElement[bool]:
    return (_T.tenant == tenant) & (_T.id == id_)


def _is_due(now: datetime) -> ColumnElement[bool]:
    """Whether a turn is open, due, and nobody's."""
    free = or_(_T.claimed_until.is_(None), _T.claimed_until <= now)
    return (_T.standing == Standing.OPEN) & (_T.due <= now) & free


async def _get(connection: AsyncConnection, tenant: str, id_: str, *, locked: bool = False) -> Turn:
    query = select(CHAT_TURNS).where(_mine(tenant, id_))
    row = (await connection.execute(query.with_for_update() if locked else query)).one_or_none()
    if row is None:
        raise NoSuchTurn
    return _turn(row)


async def _wish(connection: AsyncConnection, turn: Turn, wishes: Wishes) -> Turn:
    """Keep what people want of a turn, counted, and open it."""
    wishes = replace(wishes, times=turn.wishes.times + 1)
    changed = {"wishes": _WISHES.dump_python(wishes, mode="json"), "standing": Standing.OPEN}
    await connection.execute(update(CHAT_TURNS).where(_mine(turn.tenant, turn.id)).values(changed))
    return replace(turn, wishes=wishes, standing=Standing.OPEN)


def _row(turn: Turn) -> dict[str, object]:
    return {
        "id": turn.id,
        "tenant": turn.tenant,
        "user": turn.user,
        "channel": turn.channel,
        "standing": turn.standing.value,
        "course": _COURSE.dump_python(turn.course, mode="json"),
        "wishes": _WISHES.dump_python(turn.wishes, mode="json"),
        "asked": _asked(turn.asked),
        "rewrite": turn.rewrite,
        "parent": turn.parent,
        "due": turn.created,
        "created": turn.created,
        "updated": turn.updated,
    }


def _asked(asked: Asked | None) -> object:
    return None if asked is None else _ASKED.dump_python(asked, mode="json")


def _turn(row: Row[Any]) -> Turn:
    return Turn(
        id=row.id,
        tenant=row.tenant,
        user=row.user,
        channel=row.channel,
        standing=Standing(row.standing),
        course=_COURSE.validate_python(row.course),
        heard=None if row.heard is None else _HEARD.validate_python(row.heard),
        wishes=_WISHES.validate_python(row.wishes),
        asked=None if row.asked is None else _ASKED.validate_python(row.asked),
        rewrite=row.rewrite,
        parent=row.parent,
        created=row.created,
        updated=row.updated,
    )
