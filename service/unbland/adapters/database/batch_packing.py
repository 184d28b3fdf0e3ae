"""Questions put together into a parcel, in one transaction: once each, and no more than the budget pays for."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, exists, func, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from unbland.adapters.database.batch_ends import halt
from unbland.adapters.database.batch_marks import under_way
from unbland.adapters.database.batch_questions import QuestionState
from unbland.adapters.database.batch_rows import batch_of
from unbland.adapters.database.batch_tables import BATCHES, ITEMS, QUESTIONS
from unbland.adapters.database.books import standing
from unbland.application.batch.estimate import room_in
from unbland.application.batch.model import Batch, BatchState, Halt, ItemState
from unbland.application.batch.parcels import Parcel, ParcelState, Size
from unbland.application.books.model import Aside, day_of
from unbland.application.books.quota import Quota
from unbland.errors import QuotaExceeded

#: The order of questions in a parcel.
ORDER = (QUESTIONS.c.number, QUESTIONS.c.step)

#: Something that a model is asked, however little.
_SOMETHING = Aside(tokens=1)


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be packed: of which batch, under which name, how much, and within which limits of a day."""

    batch: str
    name: str
    most: Size
    quota: Quota


async def pack(connection: AsyncConnection, wish: Wish, now: datetime) -> Parcel | None:
    """Put waiting questions to one model together; see `Parcels`."""
    runs = (BATCHES.c.state == BatchState.IN_PROGRESS) & BATCHES.c.halted.is_(None)
    # Who keeps a question looks at the batch's key alone, and is not waited for.
    query = select(BATCHES).where(BATCHES.c.id == wish.batch, runs).with_for_update(key_share=True)
    row = (await connection.execute(query)).one_or_none()
    if row is None or not await _is_ready(connection, wish):
        return None
    batch = batch_of(row)
    chosen = await _chosen(connection, wish, await _room(connection, batch))
    day_is_spent = await _day_is_spent(connection, wish, batch.tenant, now)
    if not chosen or day_is_spent:
        if not await connection.scalar(select(exists().where(under_way(wish.batch)))):
            await halt(connection, wish.batch, Halt.QUOTA if day_is_spent else Halt.BUDGET, now)
        return None
    model, last = chosen[0].model, (chosen[-1].number, chosen[-1].step)
    mine = _waiting(wish.batch) & (QUESTIONS.c.model == model) & (tuple_(*ORDER) <= last)
    sent = {"state": QuestionState.SENT, "parcel": wish.name, "updated": now}
    await connection.execute(update(QUESTIONS).where(mine).values(sent))
    return Parcel(
        name=wish.name,
        batch=wish.batch,
        model=model,
        questions=len(chosen),
        size=sum(each.size for each in chosen),
        created=now,
        updated=now,
    )


def parcel_row(parcel: Parcel) -> dict[str, Any]:
    """A parcel as a row."""
    return asdict(parcel)


def parcel_of(row: Row[Any]) -> Parcel:
    """The parcel of a row."""
    values = row._asdict()
    return Parcel(**{**values, "state": ParcelState(row.state)})


async def _is_ready(connection: AsyncConnection, wish: Wish) -> bool:
    """Whether something waits and nothing will soon wait beside it, or there is enough for a whole parcel."""
    query = select(func.count(), func.coalesce(func.sum(QUESTIONS.c.size), 0)).where(_waiting(wish.batch))
    count, size = (await connection.execute(query)).one()
    if count >= wish.most.questions or size >= wish.most.bytes:
        return True
    at_work = [ItemState.QUEUED, ItemState.RUNNING]
    soon = exists().where(ITEMS.c.batch == wish.batch, ITEMS.c.state.in_(at_work), ITEMS.c.live == 0)
    return count > 0 and not await connection.scalar(select(soon))


async def _room(connection: AsyncConnection, batch: Batch) -> float:
    """Bytes that may still be sent."""
    sent = (QUESTIONS.c.batch == batch.id) & (QUESTIONS.c.state == QuestionState.SENT)
    away = await connection.scalar(select(func.coalesce(func.sum(QUESTIONS.c.size), 0)).where(sent))
    return room_in(batch) - float(away or 0)


async def _chosen(connection: AsyncConnection, wish: Wish, room: float) -> list[Row[*tuple[Any, ...]]]:
    """The first questions to one model, as many as go together."""
    columns = (QUESTIONS.c.number, QUESTIONS.c.step, QUESTIONS.c.size, QUESTIONS.c.model)
    first = (await connection.execute(select(*columns).where(_waiting(wish.batch)).order_by(*ORDER).limit(1))).one()
    query = select(*columns).where(_waiting(wish.batch), QUESTIONS.c.model == first.model).order_by(*ORDER)
    chosen: list[Row[*tuple[Any, ...]]] = []
    size = 0
    for row in (await connection.execute(query.limit(wish.most.questions))).all():
        size += row.size
        # One goes alone, however large: the provider says whether it is too large.
        if size > room or (chosen and size > wish.most.bytes):
            break
        chosen.append(row)
    return chosen


async def _day_is_spent(connection: AsyncConnection, wish: Wish, tenant: str, now: datetime) -> bool:
    if not wish.quota.limited:
        return False
    try:
        wish.quota.check(await standing(connection, tenant, day_of(now)), _SOMETHING, now)
    except QuotaExceeded:
        return True
    return False


def _waiting(batch: str) -> ColumnElement[bool]:
    return (QUESTIONS.c.batch == batch) & (QUESTIONS.c.state == QuestionState.WAITING)
