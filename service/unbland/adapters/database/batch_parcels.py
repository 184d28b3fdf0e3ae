"""Parcels in the database: packed once, told step by step, and emptied once; see `Parcels`."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import ColumnElement, func, insert, select, tuple_, update

from unbland.adapters.database.batch_arrivals import answered, lost, wait_again
from unbland.adapters.database.batch_ends import halt
from unbland.adapters.database.batch_marks import under_way
from unbland.adapters.database.batch_packing import ORDER, Wish, pack, parcel_of, parcel_row
from unbland.adapters.database.batch_questions import QuestionState, unpacked
from unbland.adapters.database.batch_tables import PARCELS, QUESTIONS
from unbland.adapters.database.connection import Database
from unbland.application.batch.model import Halt
from unbland.application.batch.parcels import Came, Line, Parcel, ParcelState, Size
from unbland.application.books.quota import NO_QUOTA, Quota

#: Questions that are read together.
_PAGE = 500

_SENT = QUESTIONS.c.state == QuestionState.SENT


class DatabaseParcels:
    """Parcels on SQLite and PostgreSQL."""

    def __init__(self, database: Database, quota: Quota = NO_QUOTA) -> None:
        """Take the database, and what a tenant may use in a day."""
        self._database = database
        self._quota = quota

    async def pack(self, batch: str, name: str, most: Size, now: datetime) -> Parcel | None:
        """Put questions together; see the port."""
        async with self._database.writing() as connection:
            parcel = await pack(connection, Wish(batch, name, most, self._quota), now)
            if parcel is not None:
                await connection.execute(insert(PARCELS).values(parcel_row(parcel)))
        return parcel

    async def under_way(self, batch: str) -> Sequence[Parcel]:
        """Those that are not over; see the port."""
        query = select(PARCELS).where(under_way(batch)).order_by(PARCELS.c.created, PARCELS.c.name)
        async with self._database.reading() as connection:
            return [parcel_of(row) for row in await connection.execute(query)]

    async def away(self, batch: str) -> int:
        """How many questions the provider has; see the port."""
        # By the parcel: this is asked several times a second, of batches of a million.
        query = select(func.sum(PARCELS.c.questions)).where(under_way(batch), PARCELS.c.provider_id.is_not(None))
        async with self._database.reading() as connection:
            return await connection.scalar(query) or 0

    async def said(self, batch: str) -> str:
        """What the provider said last; empty where it was sent nothing."""
        query = select(PARCELS.c.said).where(PARCELS.c.batch == batch).order_by(PARCELS.c.updated.desc()).limit(1)
        async with self._database.reading() as connection:
            return await connection.scalar(query) or ""

    async def lines(self, parcel: Parcel) -> AsyncIterator[Line]:
        """Its questions in their order; see the port."""
        place = tuple_(QUESTIONS.c.number, QUESTIONS.c.step)
        query = select(QUESTIONS.c.number, QUESTIONS.c.step, QUESTIONS.c.body).where(_in(parcel)).order_by(*ORDER)
        last = (0, 0)
        while True:
            async with self._database.reading() as connection:
                rows = (await connection.execute(query.where(place > last).limit(_PAGE))).all()
            for row in rows:
                yield Line(row.number, row.step, unpacked(row.body))
            if not rows:
                return
            last = (rows[-1].number, rows[-1].step)

    async def tell(self, parcel: Parcel, now: datetime) -> Parcel:
        """Keep how far it is; see the port."""
        told = replace(parcel, updated=now)
        async with self._database.writing() as connection:
            await connection.execute(update(PARCELS).where(PARCELS.c.name == parcel.name).values(parcel_row(told)))
        return told

    async def keep(self, parcel: Parcel, came: Sequence[Came], now: datetime) -> None:
        """Keep what came, once; see the port."""
        places = {(each.number, each.step): each for each in reversed(came)}
        async with self._database.writing() as connection:
            query = select(QUESTIONS.c.number, QUESTIONS.c.step).where(_in(parcel), _SENT)
            query = query.where(QUESTIONS.c.number.in_({number for number, _ in places}))
            fresh = [(row.number, row.step) for row in await connection.execute(query)]
            kept = [places[place] for place in fresh if place in places]
            await answered(connection, parcel, [each for each in kept if each.reply is not None], now)
            failed = [(each.number, each.step) for each in kept if each.reply is None]
            await lost(connection, parcel, failed, now)

    async def lose(self, parcel: Parcel, places: Collection[int], now: datetime) -> None:
        """Have some asked live; see the port."""
        async with self._database.writing() as connection:
            query = select(QUESTIONS.c.number, QUESTIONS.c.step, QUESTIONS.c.state).where(_in(parcel)).order_by(*ORDER)
            rows = (await connection.execute(query)).all()
            named = [row for place, row in enumerate(rows, 1) if place in places]
            bad = [(row.number, row.step) for row in named if row.state == QuestionState.SENT]
            await lost(connection, parcel, bad, now)

    async def close(self, parcel: Parcel, *, again: bool, now: datetime) -> None:
        """End it; see the port."""
        async with self._database.writing() as connection:
            query = select(QUESTIONS.c.number, QUESTIONS.c.step).where(_in(parcel), _SENT)
            left = [(row.number, row.step) for row in await connection.execute(query)]
            await (wait_again if again else lost)(connection, parcel, left, now)
            over = {"state": ParcelState.OVER, "updated": now}
            await connection.execute(update(PARCELS).where(PARCELS.c.name == parcel.name).values(over))

    async def halt(self, batch: str, why: Halt, now: datetime) -> None:
        """Begin nothing more; see the port."""
        async with self._database.writing() as connection:
            await halt(connection, batch, why, now)


def _in(parcel: Parcel) -> ColumnElement[bool]:
    return (QUESTIONS.c.batch == parcel.batch) & (QUESTIONS.c.parcel == parcel.name)
