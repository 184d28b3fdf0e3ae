"""The work of batches: a chunk is claimed, its items are written, and each is ended once."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

from unbland.application.batch.gate import Gate
from unbland.application.batch.model import BatchItem, Ended, Halt, Limits
from unbland.application.batch.outside import BUSY, PAUSED, PAUSES, unanswered
from unbland.application.batch.parking import ASKED_LIVE, Parked, Parking, answered_from
from unbland.application.batch.ports import Chunk
from unbland.application.batch.service import BatchMeans
from unbland.application.batch.turns import NotNow, Turns, in_turn
from unbland.application.books.meter import metered
from unbland.application.holding import held, kept
from unbland.application.result import Rewrite
from unbland.application.rewrites.model import Claim, Failure, Order
from unbland.application.rewrites.ports import Work
from unbland.errors import Died, UnblandError

_LOG = logging.getLogger(__name__)

#: What the engine knows the work as.
KIND = "batch"

#: An item at which the process died so often is set aside: it may be what kills it.
_MOST_BEGUN = 3
_SET_ASIDE = Failure(code="set_aside", detail="It was begun three times and never ended, so it was set aside.")

#: Chunks of a batch that wait in the engine; enough that no worker stands idle, few enough to stop soon.
_WAITING = 32

#: Chunks of one batch that this process works on at a time, so that another batch has places beside a slow one.
_OF_ONE = 8

#: Items in a row at which the model failed, after which the batch waits for a person.
_IN_A_ROW = 8

#: Writes one posting, perhaps like the result of one that says nearly the same.
Writes = Callable[[Order, Rewrite | None], Awaitable[Rewrite]]


class BatchWorker:
    """Does the work of batches in this process."""

    def __init__(self, means: BatchMeans, writes: Writes, gate: Gate, parking: Parking | None = None) -> None:
        """Take what the use cases share, who writes, and how many may be under way.

        `parking` keeps what goes to a provider by the file, for batches that are asked so.
        """
        self._store = means.work
        self._engine = means.engine
        self._terms = means.terms
        self._writes = writes
        self._gate = gate
        self._parking = parking
        self._owner = means.terms.new_id()
        self._submitted: set[str] = set()
        self._at_work: set[Chunk] = set()
        #: Only one item at a time that may be what kills processes.
        self._suspects = asyncio.Lock()
        #: Items that were under way where a process that writes died.
        self._died: set[tuple[str, int]] = set()
        self._failed_in_a_row = 0
        #: Items that ended so far.
        self._ended = 0
        self._turns = Turns(means.work, means.terms.now)

    async def work(self, id_: str) -> None:
        """Do the work of one chunk: what of it nobody else does and is not over."""
        batch, _, number = id_.rpartition("/")
        chunk = Chunk("", batch, int(number))
        if chunk in self._at_work:  # handed over twice: whoever is at it does all of it, and would be let go of
            return
        if sum(each.batch == batch for each in self._at_work) >= _OF_ONE:
            self._submitted.discard(id_)  # it comes again when one of them is done
            return
        self._at_work.add(chunk)
        ended = self._ended
        try:
            # More than once where a process died over some of them.
            while not self._turns.stopped and (
                items := await self._store.claim(chunk, self._claim(), self._terms.now())
            ):
                async with held(lambda: self._store.renew(chunk, self._claim()), self._terms.lease):
                    await self._all(items)
        finally:
            try:  # what was not begun, as where the batch or the process is stopped: another does it, and soon
                await asyncio.shield(self._store.release(chunk, self._owner, self._terms.now()))
            finally:  # where the database is away, too: it comes again when that is back
                self._at_work.discard(chunk)
            if self._ended > ended:  # more may be queued when what it waits for is done; else nothing may begin now
                self._submitted.discard(id_)
        waits = not self._turns.stopped and await self._feed(chunk.batch)
        if not waits and await self._store.close(chunk.batch, self._terms.now()):
            _LOG.info("batch ended", extra={"action": "batch.ended", "batch": chunk.batch})

    def stop(self) -> None:
        """Begin nothing more; what is under way may end."""
        self._turns.stopped = True

    async def resume(self, batch: str | None = None) -> None:
        """Have everything done that waits or was left behind, of every batch or of one."""
        self._submitted.clear()
        await self._store.new_day(self._terms.now())
        await self._feed(batch)
        await self._store.close(batch, self._terms.now())

    async def take_over(self, batch: str | None = None) -> None:
        """Take all that was begun for left behind: for a process that is the only one at work on it."""
        await self._store.take_over(batch, self._terms.now())

    async def _feed(self, batch: str | None) -> bool:
        """Hand the next chunks to the engine; whether there are any."""
        chunks = await self._store.waiting(self._terms.now(), batch, _WAITING)
        for chunk in chunks:
            id_ = f"{chunk.batch}/{chunk.number}"
            if id_ not in self._submitted:
                self._submitted.add(id_)
                # Beside the tenant's own rewrites, not before them: the engine takes turns.
                await self._engine.submit(Work(KIND, f"{chunk.tenant}/batch", id_))
        return bool(chunks)

    def _claim(self) -> Claim:
        """The right to work from now on, for as long as a worker is waited for."""
        return Claim(owner=self._owner, until=self._terms.now() + self._terms.lease)

    async def _all(self, items: tuple[BatchItem, ...]) -> None:
        """Those at once that nothing is held against; then, one by one, those that may be what kills processes."""
        suspects = [item for item in items if self._is_suspect(item)]
        fresh = (self._one(item) for item in items if not self._is_suspect(item))
        # Each to its end: what is paid for is kept, whatever becomes of another.
        failed = [each for each in await asyncio.gather(*fresh, return_exceptions=True) if each is not None]
        if failed:
            raise failed[0]
        for item in suspects:
            async with self._suspects:
                await self._one(item)

    def _is_suspect(self, item: BatchItem) -> bool:
        """Whether a process that writes died over it, or the whole did twice.

        One `kill -9` tells nothing of the hundred postings that were under way, which would else wait for each other.
        """
        return item.begun > 1 or (item.batch, item.number) in self._died

    async def _one(self, item: BatchItem) -> None:
        async with self._gate.turn(item.batch):
            if self._turns.stopped:
                return
            if item.begun >= _MOST_BEGUN:
                await self._end(item, Ended(outcome=_SET_ASIDE))
                return
            limits = await self._store.start(item, self._owner, self._terms.now())
            if limits is not None:
                await self._begun(item, limits)

    async def _begun(self, item: BatchItem, limits: Limits) -> None:
        """Write an item that is begun, and keep how that ended."""
        with metered() as meter, in_turn(self._turns, item.batch, limits):
            try:
                outcome = await self._tried(item)
            except NotNow:  # it is let go of with its chunk
                return
            except Parked as parked:
                if self._parking is not None:
                    await self._parking.park(item, self._owner, parked.question, self._terms.now())
                return
            except Died:
                self._died.add((item.batch, item.number))
                await self._store.abandon(item, self._owner, meter.spent, self._terms.now())
                return
        await self._end(item, Ended(outcome=outcome, spent=meter.spent))

    async def _end(self, item: BatchItem, ended: Ended) -> None:
        outcome = ended.outcome
        self._ended += 1
        self._died.discard((item.batch, item.number))
        await kept(lambda: self._store.finish(item, self._owner, ended, self._terms.now()), self._terms.lease)
        code = outcome.code if isinstance(outcome, Failure) else ""
        if code == "model_rate_limited":  # it is there, and the gate lets fewer in
            return
        self._failed_in_a_row = self._failed_in_a_row + 1 if code.startswith("model_") else 0
        if self._failed_in_a_row >= _IN_A_ROW:
            self._failed_in_a_row = 0
            await self._store.halt(item.batch, Halt.MODEL, self._terms.now())

    async def _tried(self, item: BatchItem) -> Rewrite | Failure:
        """What is written; tried again where the provider was busy, as long as it answers others. Raises NotNow.

        While nobody may ask it because it had too much to do, waiting is no try.
        """
        pauses = iter(PAUSES)
        while True:
            outcome = await self._outcome(item)
            code = outcome.code if isinstance(outcome, Failure) else ""
            busy = code in BUSY and not self._failed_in_a_row
            pause = PAUSES[-1] if code == PAUSED else next(pauses, None) if busy else None
            if pause is None:
                return outcome
            if not await self._turns.pause(item.batch, pause):
                raise NotNow

    async def _outcome(self, item: BatchItem) -> Rewrite | Failure:
        if item.order is None:
            return Failure(code="empty_draft", detail="There is nothing to write from.")
        try:
            slip = ASKED_LIVE if self._parking is None else await self._parking.slip(item)
            with answered_from(slip):  # raises Parked where it must wait for more replies
                result = await self._writes(item.order, item.like)
        except (Died, Parked, NotNow):
            raise
        except UnblandError as error:
            return Failure(code=error.code, detail=str(error))
        except Exception:  # noqa: BLE001 - a fault of ours ends this item, not the worker
            _LOG.exception("crashed", extra={"action": "batch.crashed", "batch": item.batch, "item": item.number})
            return Failure(code="internal_error", detail="Something went wrong on our side; report it with the id.")
        return unanswered(result) or result
