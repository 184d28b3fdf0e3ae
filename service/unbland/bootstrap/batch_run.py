"""A batch run from the command line: this process works on it, alone on a file, beside workers on PostgreSQL."""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import json
import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from unbland.adapters.batch.outputs import Written, write_outputs
from unbland.adapters.database.connection import Database
from unbland.adapters.database.migrating import is_current, migrate
from unbland.adapters.engines.local import LocalEngine
from unbland.application.batch.model import ENDS, Batch, BatchState, Limits
from unbland.application.rewrite import Engine
from unbland.application.rewrites.ports import JobEngine
from unbland.bootstrap.batch import BatchRoom, batch_room
from unbland.core.pricing import price_of
from unbland.errors import BadInput, DatabaseDown, Misconfigured
from unbland.settings import Settings

__all__ = ["Desk", "Kept", "Written", "desk", "kept_in", "new_batch", "working_alone"]

#: Who runs batches from the command line.
TENANT = "local"

#: Chunks that are worked on at a time; the gate says how many postings are.
_CHUNKS = 8

#: Seconds between two looks for what was left behind.
_SWEEP = 2.0

_POINTER = "batch.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """The batch that an output folder is about."""

    folder: Path
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Where a batch is worked on by this process."""

    room: BatchRoom
    engine: JobEngine
    database: Database

    @asynccontextmanager
    async def working(self, batch: str) -> AsyncIterator[None]:
        """Work on a batch while this is open; what was begun elsewhere on the same file was left behind."""
        if self.database.is_sqlite:
            await self.room.worker.take_over(batch)
        await self.engine.start(self.room.handlers)
        over = asyncio.Event()
        sweeper = asyncio.create_task(self._sweep(batch, over))
        try:
            yield
        finally:
            over.set()
            await sweeper
            self.room.worker.stop()
            await self.engine.stop()

    async def write(self, batch: Batch, folder: Path) -> Written:
        """Write what came of a batch; raises BadInput where the folder cannot be written to."""
        try:
            return await write_outputs(folder, batch, self.room.batches.items(batch, ENDS))
        except OSError as error:
            raise BadInput(f"{folder} cannot be written to ({error.strerror}); name another with -o.") from None

    async def _sweep(self, batch: str, over: asyncio.Event) -> None:
        while not over.is_set():
            with contextlib.suppress(DatabaseDown):
                await self.engine.tidy()
                await self.room.worker.resume(batch if self.database.is_sqlite else None)
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(_SWEEP):
                    await over.wait()


@asynccontextmanager
async def desk(settings: Settings, at_once: int | None = None) -> AsyncIterator[Desk]:
    """A desk on the database of the settings, or on a file of the user's; raises Misconfigured and DatabaseDown."""
    database = Database(settings.database_url or f"sqlite:///{_default_file()}")
    engine: JobEngine
    if database.is_sqlite:
        await migrate(database)
        engine = LocalEngine(_CHUNKS, drain=settings.drain_seconds)
    else:
        if not await is_current(database):
            raise Misconfigured("The database has an old schema; run `unbland migrate` first.")
        from unbland.adapters.engines.procrastinating import ProcrastinateEngine  # noqa: PLC0415 - an extra

        works, drain = settings.serve_works, settings.drain_seconds
        engine = ProcrastinateEngine(database.url, _CHUNKS, works=works, drain=drain)
    room = batch_room(settings, database, engine, at_once)
    try:
        yield Desk(room=room, engine=engine, database=database)
    finally:
        await room.aclose()
        await database.aclose()


def new_batch(room: BatchRoom, name: str, limits: Limits) -> Batch:
    """A batch of this user, still without items; raises Misconfigured for a cost that nobody can count."""
    if limits.price is None and room.model is not None and (price := price_of(room.model)) is not None:
        limits = Limits(
            cost=limits.cost, tokens=limits.tokens, rpm=limits.rpm, tpm=limits.tpm, price=(price.input, price.output)
        )
    if limits.cost is not None and limits.price is None and room.model is not None:
        raise Misconfigured(
            f"No price of {room.model} is known, so no limit can be kept; give it with --price IN,OUT in dollars for a"
            " million tokens."
        )
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
        limits=limits,
    )


def keep(folder: Path, batch: str) -> Kept:
    """Say in the folder which batch it is about; raises BadInput where it cannot be written to."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _POINTER).write_text(json.dumps({"id": batch}) + "\n", "utf-8")
    except OSError as error:
        raise BadInput(f"{folder} cannot be written to ({error.strerror}); name another with -o.") from None
    return Kept(folder=folder, id=batch)


def kept_in(folder: Path) -> Kept | None:
    """The batch that a folder is about; None where it is about none."""
    try:
        found = json.loads((folder / _POINTER).read_text("utf-8"))
        return Kept(folder=folder, id=str(found["id"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


@contextmanager
def working_alone(folder: Path) -> Iterator[None]:
    """Be the only process at work on the batch of a folder; raises BadInput where another one is."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise BadInput(f"Another process works on the batch in {folder}; wait for it, or stop it.") from None
        yield


def _default_file() -> Path:
    """Where batches last that are run without a database of one's own (the XDG base directories)."""
    state = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    return Path(state) / "unbland" / "batches.db"
