"""The use cases of batches that are made: follow one, stop it, go on, and read what came of it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Collection
from dataclasses import dataclass
from datetime import timedelta

from unbland.application.batch.model import Batch, BatchItem, BatchState, Counts, ItemState, Limits
from unbland.application.batch.ports import BatchMaking, BatchStore, BatchWork
from unbland.application.rewrites.ports import JobEngine
from unbland.application.rewrites.service import Terms
from unbland.errors import BatchOver, DatabaseDown, NoSuchBatch

#: Items that are read together.
_PAGE = 50

#: Seconds between two looks at a batch that is followed, and how many times as long as a look took they are at least:
#: counting a million items takes the database a second.
_LOOK, _REST = 1.0, 20


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchMeans:
    """What the use cases and the work share."""

    making: BatchMaking
    store: BatchStore
    work: BatchWork
    engine: JobEngine
    terms: Terms


class Batches:
    """Batches, of every tenant."""

    def __init__(self, means: BatchMeans) -> None:
        """Take where they last, and the terms."""
        self._store = means.store
        self._terms = means.terms

    async def get(self, tenant: str, id_: str) -> Batch:
        """One batch; raises NoSuchBatch."""
        return await self._store.get(tenant, id_)

    async def find(self, tenant: str, id_: str) -> Batch | None:
        """One batch; None where there is none."""
        try:
            return await self._store.get(tenant, id_)
        except NoSuchBatch:
            return None

    async def page(self, tenant: str, *, after: str | None, limit: int) -> tuple[Batch, ...]:
        """The newest first; raises NoSuchBatch for an id to go on from that is not theirs."""
        return await self._store.page(tenant, after=after, limit=limit)

    async def counts(self, batch: Batch) -> Counts:
        """How far its items are."""
        return await self._store.counts(batch.id)

    async def items(self, batch: Batch, states: Collection[ItemState]) -> AsyncIterator[BatchItem]:
        """Its items in these states, in the order of the input."""
        after = 0
        while found := await self._store.items(batch.id, after=after, limit=_PAGE, states=states):
            for item in found:
                yield item
            after = found[-1].number

    async def cancel(self, tenant: str, id_: str) -> Batch:
        """Begin nothing more of it; what is under way ends, what is done stays. Raises NoSuchBatch."""
        batch = await self._store.get(tenant, id_)
        if not batch.state.over:
            await self._store.cancel(id_, self._terms.now())
        return await self._store.get(tenant, id_)

    async def resume(self, tenant: str, id_: str, limits: Limits | None = None) -> Batch:
        """Go on with what was halted, cancelled or cut off; raises NoSuchBatch, and BatchOver where nothing is left."""
        batch = await self._store.get(tenant, id_)
        if batch.state is BatchState.COMPLETED:
            counts = await self._store.counts(id_)
            # A cancel at the very moment of a resume may leave some that never ended in a result.
            if counts.of(ItemState.DONE) + counts.of(ItemState.FAILED) == batch.total:
                raise BatchOver
        await self._store.resume(id_, limits, self._terms.now())
        return await self._store.get(tenant, id_)

    async def retry(self, tenant: str, id_: str, codes: Collection[str] | None = None) -> int:
        """Do again what failed, or what failed with these machine words; how many there were. Raises NoSuchBatch."""
        await self._store.get(tenant, id_)
        return await self._store.retry(id_, codes, self._terms.now())

    async def follow(self, tenant: str, id_: str) -> AsyncIterator[tuple[Batch, Counts]]:
        """How far it is, now and whenever that has changed, until it is over, or until the batch is gone.

        A database that is away is waited for: whoever follows could be told nothing else.
        """
        seen: object = None
        clock = asyncio.get_running_loop().time
        while True:
            began = clock()
            try:
                batch = await self._store.get(tenant, id_)
                counts = await self._store.counts(id_)
            except DatabaseDown:
                await asyncio.sleep(_LOOK)
                continue
            except NoSuchBatch:  # its tenant was forgotten
                return
            took = clock() - began
            if seen != (seen := (batch.state, batch.halted, counts)):
                yield batch, counts
            if batch.state.over:
                return
            await asyncio.sleep(max(_LOOK, _REST * took))

    async def purge(self, age: timedelta) -> int:
        """Delete what is over and older; how many there were."""
        return await self._store.purge(self._terms.now() - age)
