"""Items put into a batch: what asks the same as one before it is not asked again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from unbland.adapters.database.batch_near import Bands, Kin
from unbland.adapters.database.batch_rows import failed, item_row
from unbland.adapters.database.batch_tables import BATCHES, ITEMS
from unbland.application.batch.model import Batch, ItemState, NewItem
from unbland.application.rewrites.model import Failure
from unbland.errors import NoSuchBatch

_TWICE = Failure(
    code="duplicate_id",
    detail="An item before this one in the batch has the same name; give each its own, in a table by column key=….",
)


async def fill(
    connection: AsyncConnection, batch: Batch, items: Sequence[NewItem], found: Bands, now: datetime
) -> None:
    """Keep the next items of a batch, with their bands; raises NoSuchBatch where it was given up meanwhile."""
    count = update(BATCHES).where(BATCHES.c.id == batch.id).values(total=BATCHES.c.total + len(items), updated=now)
    end = await connection.scalar(count.returning(BATCHES.c.total))
    if end is None:
        raise NoSuchBatch
    first = end - len(items) + 1
    rows: list[dict[str, Any]] = [
        item_row(batch, first + place, item, batch.created) for place, item in enumerate(items)
    ]
    await _named_once(connection, batch, rows)
    digests = {row["digest"] for row in rows if row["digest"] is not None}
    leaders = await _leaders(connection, batch, digests)
    earlier = await _earlier(connection, batch, digests - set(leaders))
    kin = await Kin.read(connection, batch, found)
    for number, row in enumerate(rows, first):
        digest = row["digest"]
        if digest is None or row["state"] is ItemState.FAILED:
            continue
        if digest in leaders:
            leader, state = leaders[digest]
            row.update({"state": state, "leader": leader, "copied_from": f"{batch.id}/{leader}"})
        elif digest in earlier:
            row.update({"state": ItemState.DONE, **earlier[digest]})
            leaders[digest] = (number, ItemState.DONE)
            kin.find(number, found.get(number - first, ()))  # others may be like it
        else:
            leaders[digest] = (number, ItemState.WAITING)
            if other := kin.find(number, found.get(number - first, ())):
                row.update({"state": ItemState.WAITING, "near": other})
    await connection.execute(insert(ITEMS), rows)
    await kin.keep(connection)


async def _named_once(connection: AsyncConnection, batch: Batch, rows: Sequence[dict[str, Any]]) -> None:
    """Fail what has a name that was used before."""
    keys = {row["key"] for row in rows}
    query = select(ITEMS.c.key).where(ITEMS.c.batch == batch.id, ITEMS.c.key.in_(keys))
    used = set((await connection.scalars(query)).all())
    for row in rows:
        if row["key"] in used and row["state"] is not ItemState.FAILED:
            row.update(failed(_TWICE))
        used.add(row["key"])


async def _leaders(connection: AsyncConnection, batch: Batch, digests: set[Any]) -> dict[Any, tuple[int, ItemState]]:
    """Items of the batch that ask these, and what one that asks the same is."""
    query = select(ITEMS.c.digest, ITEMS.c.number, ITEMS.c.state).where(
        ITEMS.c.tenant == batch.tenant,
        ITEMS.c.digest.in_(digests),
        ITEMS.c.batch == batch.id,
        ITEMS.c.leader.is_(None),
        ITEMS.c.state.in_([ItemState.QUEUED, ItemState.WAITING, ItemState.DONE]),
    )
    return {
        row.digest: (row.number, ItemState.DONE if row.state == ItemState.DONE else ItemState.WAITING)
        for row in await connection.execute(query)
    }


async def _earlier(connection: AsyncConnection, batch: Batch, digests: set[Any]) -> dict[Any, dict[str, object]]:
    """Results of the tenant's other batches for these."""
    query = select(ITEMS.c.digest, ITEMS.c.batch, ITEMS.c.number, ITEMS.c.result).where(
        ITEMS.c.tenant == batch.tenant,
        ITEMS.c.digest.in_(digests),
        ITEMS.c.batch != batch.id,
        ITEMS.c.state == ItemState.DONE,
        ITEMS.c.result.is_not(None),
    )
    return {
        row.digest: {"result": row.result, "copied_from": f"{row.batch}/{row.number}"}
        for row in await connection.execute(query)
    }
