"""The service: the application with what lasts, and who does the work."""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar
from uuid import uuid4

from unbland import bootstrap
from unbland.adapters.database.connection import Database
from unbland.adapters.database.keys import DatabaseKeys
from unbland.adapters.database.migrating import is_current, migrate
from unbland.adapters.database.rewrites import DatabaseRewrites
from unbland.adapters.database.work import DatabaseWork
from unbland.adapters.engines.local import LocalEngine
from unbland.application.keys.service import Keys
from unbland.application.rewrites.ends import Ends
from unbland.application.rewrites.ports import JobEngine
from unbland.application.rewrites.service import KIND, Means, Rewrites, Terms
from unbland.application.rewrites.working import Worker
from unbland.bootstrap import Application
from unbland.bootstrap.chat import Chats, chats_over
from unbland.errors import DatabaseDown, Misconfigured
from unbland.settings import Settings

T = TypeVar("T")

#: Seconds between two looks for what was left behind and what is too old.
_SWEEP = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """What the HTTP edge needs."""

    application: Application
    rewrites: Rewrites
    worker: Worker
    keys: Keys
    database: Database
    engine: JobEngine
    chats: Chats | None = None

    @property
    def settings(self) -> Settings:
        """The settings."""
        return self.application.settings

    async def is_ready(self) -> bool:
        """Whether it can take work: the database answers, with the newest schema."""
        try:
            return await is_current(self.database)
        except DatabaseDown:
            return False

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Do the work while this is open, what was left behind first; then drain and let go."""
        await _open(self.database)
        if self.database.is_sqlite:
            await self.worker.take_over()
            if self.chats:
                await self.chats.take_over()
        rewrite = (KIND, self.worker.work)
        await self.engine.start(self.chats.handlers(rewrite) if self.chats else dict([rewrite]))
        over = asyncio.Event()
        sweeper = asyncio.create_task(self._sweep(over))
        try:
            yield
        finally:
            over.set()  # not cancelled: a statement under way is ended, and no driver can swallow it
            await sweeper
            await self.engine.stop()
            await self.application.aclose()
            await self.database.aclose()

    async def _sweep(self, over: asyncio.Event) -> None:
        """Resume what was left behind and delete what is too old, again and again."""
        while not over.is_set():
            with contextlib.suppress(DatabaseDown):
                await self.engine.tidy()
                await self.worker.resume()
                await self.rewrites.purge(timedelta(days=self.settings.retention_days))
                if self.chats:
                    await self.chats.sweep(timedelta(days=self.settings.retention_days))
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(_SWEEP):
                    await over.wait()


def service(settings: Settings | None = None) -> Service:
    """The service as the settings want it; raises Misconfigured where it could not do its work."""
    return service_over(bootstrap.application(settings))


def worker(settings: Settings | None = None) -> Service:
    """What `unbland work` runs; raises Misconfigured where nobody else could reach the same work."""
    application = bootstrap.application(settings)
    made = service_over(application.working())
    if made.database.is_sqlite:
        raise Misconfigured(
            "Only the service itself works on an SQLite file; set UNBLAND_DATABASE_URL to postgresql://… for workers."
        )
    return made


async def migrate_database(settings: Settings) -> None:
    """Bring the database of the settings to the newest schema; raises Misconfigured and DatabaseDown."""
    database = _database(settings)
    try:
        await migrate(database)
    finally:
        await database.aclose()


async def with_keys(settings: Settings, use: Callable[[Keys], Awaitable[T]]) -> T:
    """What comes of a use of the keys; raises Misconfigured, DatabaseDown, and what the use raises."""
    database = _database(settings)
    try:
        await _open(database)
        return await use(_keys(database))
    finally:
        await database.aclose()


async def forget_tenant(settings: Settings, tenant: str) -> None:
    """Delete every row of a tenant; raises Misconfigured and DatabaseDown."""
    database = _database(settings)
    try:
        await _open(database)
        await DatabaseRewrites(database).forget(tenant)
    finally:
        await database.aclose()


async def open_database(settings: Settings) -> None:
    """See that the database of the settings can be used; raises Misconfigured and DatabaseDown."""
    database = _database(settings)
    try:
        await _open(database)
    finally:
        await database.aclose()


async def _open(database: Database) -> None:
    """A file of our own is brought to the newest schema; a server's schema is its operator's business."""
    if database.is_sqlite:
        await migrate(database)
    elif not await is_current(database):
        raise Misconfigured("The database has an old schema; run `unbland migrate` first.")


def service_over(application: Application) -> Service:
    """The service over an application."""
    settings = application.settings
    database = _database(settings)
    engine = _engine(database, settings)
    terms = Terms(now=lambda: datetime.now(UTC), new_id=bootstrap.new_id)
    means = Means(
        store=DatabaseRewrites(database), work=DatabaseWork(database), engine=engine, terms=terms, ends=Ends()
    )
    rewrites = Rewrites(means)
    return Service(
        application=application,
        rewrites=rewrites,
        worker=Worker(means, application.rewriter),
        keys=_keys(database),
        database=database,
        engine=engine,
        chats=chats_over(database, rewrites, engine),
    )


def _database(settings: Settings) -> Database:
    return Database(settings.database_url or f"sqlite:///{_default_file()}")


def _engine(database: Database, settings: Settings) -> JobEngine:
    if database.is_sqlite:
        return LocalEngine(settings.at_once, drain=settings.drain_seconds)
    from unbland.adapters.engines.procrastinating import ProcrastinateEngine  # noqa: PLC0415 - comes with an extra

    works, drain = settings.serve_works, settings.drain_seconds
    return ProcrastinateEngine(database.url, settings.at_once, works=works, drain=drain)


def _keys(database: Database) -> Keys:
    return Keys(DatabaseKeys(database), now=lambda: datetime.now(UTC), new_id=lambda: uuid4().hex[:12])


def _default_file() -> Path:
    """Where a service without a database of its own keeps what lasts (the XDG base directories)."""
    state = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    return Path(state) / "unbland" / "unbland.db"
