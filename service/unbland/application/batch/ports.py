"""What batches need of the outside."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from unbland.application.batch.model import (
    Batch,
    BatchItem,
    Counts,
    Ended,
    Halt,
    ItemState,
    Limits,
    NewItem,
)
from unbland.application.books.model import Spent
from unbland.application.rewrites.model import Claim, Once


class BatchMaking(Protocol):
    """Where new batches are kept while their items come in. It looks only at the rows of the tenant that is named."""

    async def create(self, batch: Batch, once: Once | None = None) -> Batch:
        """Keep a batch whose items are still to come, and the key it was asked for with.

        A key that led to a batch before gives that one, and nothing is kept. The fingerprint comes with `begin`.
        """
        ...

    async def fingerprint(self, tenant: str, id_: str) -> str | None:
        """What its key was sent with; None where it has no key, or its items are still to come."""
        ...

    async def add(self, batch: Batch, items: Sequence[NewItem], now: datetime) -> None:
        """Keep the next items, after those before; raises NoSuchBatch where it was given up meanwhile.

        One that asks what an item before it asks, in this batch or in an earlier one that has a result, is not asked
        again. A name that was used in the batch before is a failure of its own (`duplicate_id`).
        """
        ...

    async def begin(self, tenant: str, id_: str, now: datetime, fingerprint: str = "") -> Batch:
        """All items are in: work may begin. Its key is remembered with the fingerprint."""
        ...

    async def discard(self, id_: str) -> None:
        """Delete a batch and its items."""
        ...

    async def discard_cut_off(self, before: datetime) -> int:
        """Delete batches whose items were still to come and have come no more since; how many there were."""
        ...


class BatchStore(Protocol):
    """Where batches last. Whatever it is asked for, it looks only at the rows of the tenant that is named."""

    async def get(self, tenant: str, id_: str) -> Batch:
        """The batch; raises NoSuchBatch, whether it is not there or not theirs."""
        ...

    async def page(self, tenant: str, *, after: str | None, limit: int) -> tuple[Batch, ...]:
        """The newest first, after the one with this id; raises NoSuchBatch for an id that is not theirs."""
        ...

    async def counts(self, id_: str) -> Counts:
        """How far its items are."""
        ...

    async def items(self, id_: str, *, after: int, limit: int, states: Collection[ItemState]) -> tuple[BatchItem, ...]:
        """Items in these states, in their order, from the one after this number; a copy comes with its result."""
        ...

    async def cancel(self, id_: str, now: datetime) -> None:
        """End what is not begun; it is over where nothing else is open, and whoever wants to be told is."""
        ...

    async def resume(self, id_: str, limits: Limits | None, now: datetime) -> None:
        """Go on, within other limits where some are given; what was cancelled and not begun is queued again."""
        ...

    async def retry(self, id_: str, codes: Collection[str] | None, now: datetime) -> int:
        """Queue again what failed, or failed so, as if it had never been begun; how many there were."""
        ...

    async def purge(self, before: datetime) -> int:
        """Delete what is over and older; how many there were."""
        ...

    async def forget(self, tenant: str) -> None:
        """Delete every row of a tenant."""
        ...


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some items of a batch that are worked on together."""

    tenant: str
    batch: str
    number: int


class BatchWork(Protocol):
    """The work on items: who has them, until when, and what came of each."""

    async def waiting(self, now: datetime, batch: str | None, limit: int) -> Sequence[Chunk]:
        """The first chunks of each batch that runs, or of one, in which something is to be done."""
        ...

    async def claim(self, chunk: Chunk, claim: Claim, now: datetime) -> tuple[BatchItem, ...]:
        """The items of a chunk that nobody works on, claimed."""
        ...

    async def renew(self, chunk: Chunk, claim: Claim) -> None:
        """Hold what is claimed longer."""
        ...

    async def release(self, chunk: Chunk, owner: str, now: datetime) -> None:
        """Queue again what was claimed and not ended, as if it had not been begun."""
        ...

    async def start(self, item: BatchItem, owner: str, now: datetime) -> Limits | None:
        """Begin an item: the limits that hold for it.

        None where it is not to be begun: the claim was lost, the batch was cancelled, or it or its tenant may spend
        nothing more (it is halted then).
        """
        ...

    async def turn(self, batch: str, calls: int, now: datetime) -> float:
        """Take the next turn under the batch's limits, for so many calls: the seconds until it comes."""
        ...

    async def new_day(self, now: datetime) -> None:
        """Let the batches go on that were halted on an earlier day because their tenant's quota was spent."""
        ...

    async def running(self, batch: str) -> bool:
        """Whether a batch is to be worked on: neither halted, cancelled nor over."""
        ...

    async def finish(self, item: BatchItem, owner: str, ended: Ended, now: datetime) -> bool:
        """Keep what came of an item and of those that ask the same, and what it took, in one transaction.

        False where the claim was lost: then only what it took of the tenant's day is kept.
        """
        ...

    async def abandon(self, item: BatchItem, owner: str, spent: Spent, now: datetime) -> None:
        """Queue again an item over which a process died; that it was begun still counts, and so does what it took."""
        ...

    async def halt(self, batch: str, why: Halt, now: datetime) -> None:
        """Begin nothing more of a batch until it is resumed."""
        ...

    async def close(self, batch: str | None, now: datetime) -> bool:
        """End a batch of which nothing is open, or all such; whether this ended one."""
        ...

    async def take_over(self, batch: str | None, now: datetime) -> None:
        """Queue again all that anybody had begun: for a process that is the only one at work on it."""
        ...
