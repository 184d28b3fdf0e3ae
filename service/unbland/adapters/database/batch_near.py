"""Items of a batch that ask nearly the same: each is written after the first of them, and as that one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import ColumnElement, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from unbland.adapters.database.batch_tables import BANDS, ITEMS
from unbland.adapters.database.rows import RESULT
from unbland.application.batch.model import ENDS, Batch, BatchItem, ItemState, NewItem
from unbland.application.result import Rewrite
from unbland.core.batch.near import bands_of, signature_of

#: Place among new items → what its draft has in common with every draft that is nearly the same.
Bands = Mapping[int, tuple[int, ...]]

_OPEN = [str(state) for state in ItemState if state not in ENDS]


def bands(batch: Batch, items: Sequence[NewItem]) -> Bands:
    """What new items may have in common with others; nothing where each is to be written on its own."""
    if not batch.near:
        return {}
    return {
        place: tuple(dict.fromkeys(bands_of(signature_of(item.order.draft.words))))
        for place, item in enumerate(items)
        if item.order is not None
    }


class Kin:
    """Which of the items that come in is nearly the same as which."""

    def __init__(self, batch: Batch, known: dict[int, int]) -> None:
        """Take the bands of the items that are there, each with the number of the item."""
        self._batch = batch
        self._known = known
        self._new: dict[int, int] = {}

    @classmethod
    async def read(cls, connection: AsyncConnection, batch: Batch, found: Bands) -> Kin:
        """What is known of the bands that new items have."""
        wanted = {band for own in found.values() for band in own}
        query = select(BANDS.c.band, BANDS.c.number).where(BANDS.c.batch == batch.id, BANDS.c.band.in_(wanted))
        return cls(batch, {row.band: row.number for row in await connection.execute(query)})

    def find(self, number: int, own: Sequence[int]) -> int | None:
        """The item before it that shares most with an item; None where none does, and others may be like this one."""
        shared = Counter(self._known[band] for band in own if band in self._known)
        if shared:
            return min(shared, key=lambda other: (-shared[other], other))
        fresh = dict.fromkeys(own, number)
        self._known |= fresh
        self._new |= fresh
        return None

    async def keep(self, connection: AsyncConnection) -> None:
        """Keep what is new for the items still to come."""
        if self._new:
            rows = [{"batch": self._batch.id, "band": band, "number": number} for band, number in self._new.items()]
            await connection.execute(insert(BANDS), rows)


async def end_filling(connection: AsyncConnection, batch: str) -> None:
    """Nothing more comes in that could be like anything; what is like something that is done may begin."""
    await connection.execute(delete(BANDS).where(BANDS.c.batch == batch))
    await let_go(connection, batch)


def near(item: BatchItem) -> ColumnElement[bool]:
    """Items that wait for this one to be worded as it is."""
    return (ITEMS.c.batch == item.batch) & (ITEMS.c.near == item.number) & (ITEMS.c.state == ItemState.WAITING)


async def results_of(connection: AsyncConnection, batch: str, numbers: Collection[int]) -> dict[int, Rewrite]:
    """The results of these items, of those that have one."""
    if not numbers:
        return {}
    query = select(ITEMS.c.number, ITEMS.c.result).where(ITEMS.c.batch == batch, ITEMS.c.number.in_(numbers))
    rows = await connection.execute(query)
    return {row.number: RESULT.validate_python(row.result) for row in rows if row.result is not None}


async def let_go(connection: AsyncConnection, batch: str) -> None:
    """Queue what waits for an item to which nothing more happens: it is worded as that one, or on its own."""
    others = ITEMS.alias()
    still = select(others.c.number).where(others.c.batch == batch, others.c.state.in_(_OPEN))
    waits = (ITEMS.c.batch == batch) & (ITEMS.c.state == ItemState.WAITING) & ITEMS.c.near.is_not(None)
    await connection.execute(update(ITEMS).where(waits, ITEMS.c.near.not_in(still)).values(state=ItemState.QUEUED))
