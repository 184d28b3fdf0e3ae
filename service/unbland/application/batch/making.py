"""A new batch: made once for a key, filled as its items come in, and begun when all are there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from itertools import islice

from unbland.application.batch.model import Batch, BatchState, NewItem
from unbland.application.batch.service import BatchMeans
from unbland.application.rewrites.model import Once
from unbland.errors import InFlight, KeyReused

#: Items that are put in together.
_PART = 200

#: A batch whose items stop coming for so long is given up: two hundred of them take a slow line a minute.
_CUT_OFF = timedelta(minutes=15)


class Making:
    """New batches, of every tenant."""

    def __init__(self, means: BatchMeans) -> None:
        """Take where they are kept, and the terms."""
        self._store = means.making
        self._terms = means.terms

    async def create(self, batch: Batch, key: str | None = None) -> Batch:
        """Keep a new batch, still without items; or the one that its key led to before, to be held against `same`.

        Raises InFlight where the items of that one are still coming in.
        """
        now = self._terms.now()
        made = replace(batch, state=BatchState.VALIDATING, created=now, updated=now)
        once = None if key is None else Once(key=key, fingerprint="", expires=now + self._terms.keys)
        kept = await self._store.create(made, once)
        if kept.id != made.id and kept.state is BatchState.VALIDATING:
            if now - kept.updated < _CUT_OFF:
                raise InFlight
            await self._store.discard(kept.id)  # whoever sent it is gone
            return await self.create(batch, key)
        return kept

    async def same(self, batch: Batch, fingerprint: str) -> Batch:
        """The batch that a key led to before; raises KeyReused where the key was sent with something else."""
        if await self._store.fingerprint(batch.tenant, batch.id) != fingerprint:
            raise KeyReused
        return batch

    async def fill(self, batch: Batch, items: Iterable[NewItem]) -> int:
        """Put items in, as they come; how many there were. Raises NoSuchBatch where it was given up meanwhile."""
        stream, count = iter(items), 0
        while part := list(islice(stream, _PART)):
            await self._store.add(batch, part, self._terms.now())
            count += len(part)
        return count

    async def begin(self, batch: Batch, fingerprint: str = "") -> Batch:
        """Have the work begin; what came in is remembered by its fingerprint where there is a key."""
        return await self._store.begin(batch.tenant, batch.id, self._terms.now(), fingerprint)

    async def discard(self, batch: Batch) -> None:
        """Delete a batch that never began."""
        await self._store.discard(batch.id)

    async def discard_cut_off(self) -> int:
        """Delete what broke off before it began; how many there were."""
        return await self._store.discard_cut_off(self._terms.now() - _CUT_OFF)
