"""What comes of questions that were sent: a reply, another try in another parcel, or a live one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from unbland.adapters.database.batch_questions import QuestionState, packed
from unbland.adapters.database.batch_tables import BATCHES, ITEMS, QUESTIONS
from unbland.adapters.database.books import spend
from unbland.application.batch.model import BatchState, ItemState
from unbland.application.batch.parcels import Came, Parcel
from unbland.application.books.model import NOTHING, Spent

#: A question by its item's number and which of the item's questions it is.
Place = tuple[int, int]


async def answered(connection: AsyncConnection, parcel: Parcel, came: Sequence[Came], now: datetime) -> None:
    """Keep replies, have their items go on, and count what they took."""
    if not came:
        return
    kept: dict[str, Any] = {"state": QuestionState.ANSWERED, "reply": bindparam("kept"), "body": None, "updated": now}
    rows = [{**_named(parcel, each.number, each.step), "kept": packed(each.reply)} for each in came if each.reply]
    await connection.execute(update(QUESTIONS).where(*_ONE).values(kept), rows)
    await _go_on(connection, parcel, [each.number for each in came], {"state": ItemState.QUEUED}, now)
    took = sum((each.spent for each in came), NOTHING)
    await _count(connection, parcel, took, now)


async def lost(connection: AsyncConnection, parcel: Parcel, left: Sequence[Place], now: datetime) -> None:
    """Have questions asked live."""
    if not left:
        return
    gone = {"state": QuestionState.LOST, "body": None, "updated": now}
    rows = [_named(parcel, number, step) for number, step in left]
    await connection.execute(update(QUESTIONS).where(*_ONE).values(gone), rows)
    is_cancelled = await _is_cancelled(connection, parcel)
    end = {"state": ItemState.CANCELLED} if is_cancelled else {"state": ItemState.QUEUED, "live": 1}
    await _go_on(connection, parcel, [number for number, _ in left], end, now)


async def wait_again(connection: AsyncConnection, parcel: Parcel, left: Sequence[Place], now: datetime) -> None:
    """Have questions go into another parcel."""
    if not left:
        return
    waits = {"state": QuestionState.WAITING, "parcel": None, "updated": now}
    rows = [_named(parcel, number, step) for number, step in left]
    await connection.execute(update(QUESTIONS).where(*_ONE).values(waits), rows)
    if await _is_cancelled(connection, parcel):
        await _go_on(connection, parcel, [number for number, _ in left], {"state": ItemState.CANCELLED}, now)


async def _go_on(
    connection: AsyncConnection, parcel: Parcel, numbers: Sequence[int], end: dict[str, Any], now: datetime
) -> None:
    """What becomes of the items of questions that came home."""
    one = (ITEMS.c.batch == parcel.batch) & (ITEMS.c.number == bindparam("n")) & (ITEMS.c.state == ItemState.PARKED)
    rows = [{"n": number} for number in dict.fromkeys(numbers)]
    await connection.execute(update(ITEMS).where(one).values({**end, "begun": 0, "updated": now}), rows)


async def _count(connection: AsyncConnection, parcel: Parcel, took: Spent, now: datetime) -> None:
    """Count what a provider's batch took, for the batch and for the tenant's day."""
    made = {
        "calls": BATCHES.c.calls + took.calls,
        "input_tokens": BATCHES.c.input_tokens + took.input_tokens,
        "output_tokens": BATCHES.c.output_tokens + took.output_tokens,
        "reduced_input_tokens": BATCHES.c.reduced_input_tokens + took.input_tokens,
        "reduced_output_tokens": BATCHES.c.reduced_output_tokens + took.output_tokens,
        "updated": now,
    }
    tenant = await connection.scalar(select(BATCHES.c.tenant).where(BATCHES.c.id == parcel.batch))
    # The day before the batch, as where an item ends: the other way round the two would wait in a ring.
    await spend(connection, tenant, now, took, rewrites=0)
    await connection.execute(update(BATCHES).where(BATCHES.c.id == parcel.batch).values(made))


async def _is_cancelled(connection: AsyncConnection, parcel: Parcel) -> bool:
    state = await connection.scalar(select(BATCHES.c.state).where(BATCHES.c.id == parcel.batch))
    return state in {BatchState.CANCELLING, BatchState.CANCELLED}


#: One question, by the names of `_named`.
_ONE = (
    QUESTIONS.c.batch == bindparam("b"),
    QUESTIONS.c.number == bindparam("n"),
    QUESTIONS.c.step == bindparam("s"),
)


def _named(parcel: Parcel, number: int, step: int) -> dict[str, Any]:
    return {"b": parcel.batch, "n": number, "s": step}
