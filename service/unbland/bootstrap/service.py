"""The service: the application with what lasts, and who does the work."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TypeVar
from uuid import uuid4

from unbland import bootstrap
from unbland.adapters.database.connection import Database
from unbland.adapters.database.migrating import is_current
from unbland.adapters.database.rewrites import DatabaseRewrites
from unbland.adapters.database.webhooks import DatabaseWebhooks
from unbland.adapters.database.work import DatabaseWork
from unbland.adapters.engines.lanes import Lanes
from unbland.adapters.engines.local import LocalEngine
from unbland.adapters.webhooks.sending import Doors, HttpSender
from unbland.application.batch.working import KIND as BATCH
from unbland.application.books.counting import counted
from unbland.application.books.service import Books
from unbland.application.chat.rooms import KIND as CHAT
from unbland.application.connectors.hints import KIND as HINT
from unbland.application.keys.service import Keys
from unbland.application.rewrites.ends import Ends
from unbland.application.rewrites.ports import JobEngine
from unbland.application.rewrites.service import KIND, Means, Rewrites, Terms
from unbland.application.rewrites.working import Worker
from unbland.application.webhooks.delivering import Deliverer
from unbland.application.webhooks.service import WebhookMeans, Webhooks
from unbland.bootstrap import Application
from unbland.bootstrap.batch import BatchRoom, batch_engine, batch_room
from unbland.bootstrap.books import books_over, quota_of
from unbland.bootstrap.chat import Chats, chats_over
from unbland.bootstrap.connectors import TENANT, HintRoom, hint_room
from unbland.bootstrap.sealing import read_seal
from unbland.bootstrap.storage import bring_up, database_of, keys_over
from unbland.bootstrap.telemetry import exporting, spans
from unbland.errors import DatabaseDown, Misconfigured
from unbland.settings import Settings

T = TypeVar("T")

#: How long a worker that says nothing more is waited for. It renews every 2.5 seconds, which takes 1.4 ms of a core
#: for each rewrite under way: half a hundredth of a core for eight.
_LEASE = timedelta(seconds=10)

#: Seconds between two looks for what was left behind, and for what is too old: that one reads every row, 140 ms for
#: 20,000 rewrites on SQLite, in which nobody else writes.
_SWEEP, _PURGE = 10.0, 600.0

#: Messages of chats under way at a time: each waits for the chat, and a chat takes about one a second in a channel.
_TOLD = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """What the HTTP edge needs."""

    application: Application
    rewrites: Rewrites
    worker: Worker
    keys: Keys
    books: Books
    database: Database
    engine: JobEngine
    ends: Ends
    batch: BatchRoom
    webhooks: Webhooks
    deliverer: Deliverer
    hints: HintRoom
    chats: Chats | None = None

    @property
    def settings(self) -> Settings:
        """The settings."""
        return self.application.settings

    async def wrong(self) -> tuple[str, ...]:
        """The parts that keep it from taking work, as machine words: `database`, `schema`, `disk`."""
        try:
            if not await is_current(self.database):
                return ("schema",)
        except DatabaseDown:
            return ("database",)
        return () if self.database.has_room else ("disk",)

    async def leave(self) -> None:
        """The process is told to stop: begin nothing more, let what is under way end, then let nobody wait here."""
        self.batch.worker.stop()
        await self.engine.drain()
        self.ends.close()

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Do the work while this is open, what was left behind first; then drain and let go."""
        async with exporting(), self._working():
            yield

    @asynccontextmanager
    async def _working(self) -> AsyncIterator[None]:
        await bring_up(self.database)
        await DatabaseWebhooks(self.database, read_seal()).seal()
        if self.database.is_sqlite:
            await self.worker.take_over()
            await self.batch.worker.take_over()
            if self.chats:
                await self.chats.take_over()
        rewrite = (KIND, self.worker.work)
        handlers = self.chats.handlers(rewrite) if self.chats else dict([rewrite])
        await self.engine.start({**handlers, **self.batch.handlers, HINT: self.hints.hints.work})
        over = asyncio.Event()
        sweeper = asyncio.create_task(self._sweep(over))
        deliverer = asyncio.create_task(self.deliverer.run(over))
        try:
            yield
        finally:
            over.set()  # not cancelled: a statement under way is ended, and no driver can swallow it
            await sweeper
            self.batch.worker.stop()
            await deliverer
            await self.engine.stop()
            await self.application.aclose()
            await self.batch.aclose()
            await self.hints.aclose()
            await self.database.aclose()

    async def _sweep(self, over: asyncio.Event) -> None:
        """Resume what was left behind and delete what is too old, again and again."""
        retention = timedelta(days=self.settings.retention_days)
        clock, due = asyncio.get_running_loop().time, 0.0
        while not over.is_set():
            with contextlib.suppress(DatabaseDown):
                await self.engine.tidy()
                await self.worker.resume()
                if clock() >= due:
                    await self.rewrites.purge(retention)
                    await self.books.purge(retention)
                    due = clock() + _PURGE
                await self.batch.sweep(retention)
                await self.hints.hints.resume()
                if self.chats:
                    await self.chats.sweep(retention)
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(_SWEEP):
                    await over.wait()


def service(settings: Settings | None = None, doors: Doors | None = None) -> Service:
    """The service as the settings want it; raises Misconfigured where it could not do its work."""
    return service_over(bootstrap.application(settings), doors)


def worker(settings: Settings | None = None) -> Service:
    """What `unbland work` runs; raises Misconfigured where nobody else could reach the same work."""
    application = bootstrap.application(settings)
    made = service_over(application.working())
    if made.database.is_sqlite:
        raise Misconfigured(
            "Only the service itself works on an SQLite file; set UNBLAND_DATABASE_URL to postgresql://… for workers."
        )
    return made


def service_over(application: Application, doors: Doors | None = None) -> Service:
    """The service over an application; `doors` say which addresses webhooks may call, where not the public ones."""
    settings = application.settings
    database = database_of(settings)
    engine = _engine(database, settings)
    terms = Terms(now=lambda: datetime.now(UTC), new_id=bootstrap.new_id, lease=_LEASE)
    quota, ends = quota_of(application), Ends()
    means = Means(
        store=DatabaseRewrites(database),
        work=DatabaseWork(database),
        engine=engine,
        terms=terms,
        ends=ends,
        quota=quota,
        spans=spans(),
    )
    hooks = WebhookMeans(
        store=DatabaseWebhooks(database, read_seal()),
        sender=HttpSender(doors),
        now=terms.now,
        new_id=lambda: f"we_{uuid4().hex}",
    )
    rewrites, books = Rewrites(means), books_over(database, quota)
    return Service(
        application=application,
        rewrites=rewrites,
        worker=Worker(means, application.rewriter),
        keys=keys_over(database),
        books=books,
        database=database,
        engine=engine,
        ends=ends,
        batch=batch_room(settings, database, engine),
        chats=chats_over(database, rewrites, engine),
        webhooks=Webhooks(hooks),
        deliverer=Deliverer(hooks),
        hints=hint_room(database, engine, counted(application.rewriter.rewrite, books, TENANT)),
    )


def _engine(database: Database, settings: Settings) -> JobEngine:
    """Who runs the work; what chats tell and batches have lanes of their own, so that no rewrite waits behind them."""
    works, drain, beside = settings.serve_works, settings.drain_seconds, {BATCH: batch_engine(database, settings)}
    if database.is_sqlite:
        return Lanes(LocalEngine(settings.at_once, drain=drain), {CHAT: LocalEngine(_TOLD, drain=drain), **beside})
    from unbland.adapters.engines.procrastinating import ProcrastinateEngine  # noqa: PLC0415 - comes with an extra

    main = ProcrastinateEngine(database.url, settings.at_once, works=works, drain=drain)
    told = ProcrastinateEngine(database.url, _TOLD, works=works, drain=drain, queue="unbland-told")
    return Lanes(main, {CHAT: told, **beside})
