"""A batch run from the command line: this process works on it, alone on a file, beside workers on PostgreSQL."""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections.abc import AsyncIterator, Sequence
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from unbland import bootstrap
from unbland.adapters.batch.hands import Hands
from unbland.adapters.batch.outputs import Written, write_outputs
from unbland.adapters.database.batch_parcels import DatabaseParcels
from unbland.adapters.database.batches import DatabaseBatches
from unbland.adapters.database.connection import Database
from unbland.adapters.engines.local import LocalEngine
from unbland.application.batch.model import ENDS, Batch, BatchState, Limits, Via
from unbland.application.batch.parcels import Parcel
from unbland.application.batch.refusals import NoModelToAsk
from unbland.application.holding import noting
from unbland.application.rewrite import Engine
from unbland.application.rewrites.ports import JobEngine
from unbland.bootstrap.batch import BatchRoom, Tools, batch_engine, batch_room
from unbland.bootstrap.batch_folder import Kept
from unbland.bootstrap.storage import bring_up
from unbland.core.pricing import price_of
from unbland.errors import BadInput, DatabaseDown, Misconfigured
from unbland.settings import Settings

__all__ = ["Desk", "Written", "desk", "new_batch", "refuse_uncounted"]

#: Who runs batches from the command line.
TENANT = "local"

#: Seconds that what is being carried gets to arrive when nothing more is wanted.
_FAREWELL = 3.0

#: Seconds between two looks for what was left behind, and for what is to be carried; the provider is asked less often.
_SWEEP, _BEAT = 2.0, 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Where a batch is worked on by this process."""

    room: BatchRoom
    engine: JobEngine
    database: Database
    #: Whether this process works on it, or workers alone do.
    works: bool = True

    @asynccontextmanager
    async def working(self, batch: Batch) -> AsyncIterator[None]:
        """Work on a batch while this is open; what was begun elsewhere on the same file was left behind.

        Raises NoModelToAsk, NoBatchApi and KeyRefused where questions are to go by the file and cannot, and
        DatabaseUnwritable, which would be waited for without end.
        """
        await self.check(batch.via)
        if self.works:
            await self.room.begin()
        if self.database.is_sqlite:
            await self.room.worker.take_over(batch.id)
        stuck: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        await self.engine.start({kind: noting(stuck, work) for kind, work in self.room.handlers.items()})
        over, body = asyncio.Event(), asyncio.current_task()
        sweeper = asyncio.create_task(self._sweep(batch, over))
        carrying = asyncio.create_task(self._carry(batch, over))
        for each in (stuck, carrying):  # nothing more would ever come; why is raised below
            each.add_done_callback(lambda ended: body.cancel() if body and _broke(ended) else None)
        try:
            yield
        finally:
            over.set()
            await sweeper
            self.room.worker.stop()
            await self.engine.stop()
            await asyncio.wait({carrying}, timeout=_FAREWELL)
            carrying.cancel()  # whatever it was about, the next process finds it in the database
            with contextlib.suppress(asyncio.CancelledError):
                await carrying
            if stuck.done():
                stuck.result()

    async def check(self, via: Via) -> None:
        """Raise NoModelToAsk, NoBatchApi or KeyRefused where questions could not go this way."""
        if via is Via.OPENAI_BATCH:
            if self.room.post is None:
                raise NoModelToAsk
            await self.room.post.carrier.check()

    async def away(self, batch: Batch) -> int:
        """How many questions of a batch are with the provider."""
        return await DatabaseParcels(self.database).away(batch.id) if batch.via is not Via.LIVE else 0

    async def parcels(self, batch: Batch) -> Sequence[Parcel]:
        """What of a batch is on its way to the provider and back."""
        return await DatabaseParcels(self.database).under_way(batch.id)

    async def said(self, batch: Batch) -> str:
        """What the provider said last of what it was sent: a state, or why it refused it."""
        return await DatabaseParcels(self.database).said(batch.id)

    async def write(self, batch: Batch, folder: Path) -> Written:
        """Write what came of a batch; raises BadInput where the folder cannot be written to."""
        try:
            return await write_outputs(folder, batch, self.room.batches.items(batch, ENDS))
        except OSError as error:
            raise BadInput(
                f"{folder} cannot be written to ({error.strerror}); nothing is lost: make room there, or let us write, "
                f"and `unbland batch resume {folder}` goes on."
            ) from None

    async def _sweep(self, batch: Batch, over: asyncio.Event) -> None:
        alone = self.database.is_sqlite or batch.via is not Via.LIVE
        while not over.is_set():
            with contextlib.suppress(DatabaseDown):
                await self.engine.tidy()
                await self.room.worker.resume(batch.id if alone else None)
            await _passes(over, _SWEEP)

    async def _carry(self, batch: Batch, over: asyncio.Event) -> None:
        """Take questions to the provider and replies back."""
        post = self.room.post
        while post is not None and not over.is_set():
            with contextlib.suppress(DatabaseDown):
                batch = await self.room.batches.get(batch.tenant, batch.id)
                if await post.courier.go(batch):
                    await self.room.worker.resume(batch.id)
            await _passes(over, _BEAT)


@asynccontextmanager
async def desk(
    settings: Settings, at_once: int | None = None, of: Via | Kept = Via.LIVE, *, begin: bool = False
) -> AsyncIterator[Desk]:
    """A desk on the database of the settings, or on a file of the user's; raises Misconfigured and DatabaseDown.

    `of` is how models are asked, or the batch that says so. With `begin` the processes that write start while the
    models' libraries load, which takes as long.
    """
    database = Database(settings.database_url or f"sqlite:///{_default_file()}")
    hands = Hands(bootstrap.steps(settings))
    async with aclosing(database), aclosing(hands):
        await bring_up(database)
        via = of if isinstance(of, Via) else await _via_of(database, of)
        engine = batch_engine(database, settings, via)
        works = settings.serve_works or isinstance(engine, LocalEngine)
        if begin and works:
            await hands.begin()
        room = batch_room(settings, database, engine, Tools(at_once=at_once, via=via, hands=hands))
        async with aclosing(room):
            yield Desk(room=room, engine=engine, database=database, works=works)


def new_batch(room: BatchRoom, name: str, limits: Limits, via: Via = Via.LIVE) -> Batch:
    """A batch of this user, still without items; raises Misconfigured for a cost that nobody can count."""
    if limits.price is None and room.model is not None and (price := price_of(room.model)) is not None:
        limits = Limits(
            cost=limits.cost, tokens=limits.tokens, rpm=limits.rpm, tpm=limits.tpm, price=(price.input, price.output)
        )
    refuse_uncounted(room, limits)
    now = datetime.now(UTC)
    return Batch(
        id=f"batch_{uuid4().hex}",
        tenant=TENANT,
        name=name,
        state=BatchState.VALIDATING,
        created=now,
        updated=now,
        engine=Engine.AUTO,
        writer=room.writer,
        near=room.model is not None,
        limits=limits,
        via=via,
    )


def refuse_uncounted(room: BatchRoom, limits: Limits) -> None:
    """Raise Misconfigured for a cost that nobody can count."""
    if limits.cost is not None and limits.price is None and room.model is not None:
        raise Misconfigured(
            f"No price of {room.model} is known, so no limit can be kept; give it with --price IN,OUT in dollars for a"
            " million tokens."
        )


async def _via_of(database: Database, kept: Kept) -> Via:
    """How the models of a batch are asked; raises NoSuchBatch."""
    return (await DatabaseBatches(database).get(TENANT, kept.id)).via


def _broke(ended: asyncio.Future[None]) -> bool:
    return not ended.cancelled() and ended.exception() is not None


async def _passes(over: asyncio.Event, seconds: float) -> None:
    """Wait so long, or until it is over."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await over.wait()


def _default_file() -> Path:
    """Where batches last that are run without a database of one's own (the XDG base directories)."""
    state = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    return Path(state) / "unbland" / "batches.db"
