"""The database of the settings: opened, brought to its schema, and what a command does in it."""

from __future__ import annotations

import contextlib
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import ExitStack, asynccontextmanager, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar
from uuid import uuid4

from unbland.adapters.database.connection import Database
from unbland.adapters.database.keys import DatabaseKeys
from unbland.adapters.database.migrating import migrate, refuse_other
from unbland.adapters.database.rewrites import DatabaseRewrites
from unbland.application.keys.service import Keys
from unbland.bootstrap.alone import alone
from unbland.errors import Misconfigured
from unbland.settings import Settings

T = TypeVar("T")


def database_of(settings: Settings) -> Database:
    """The database of the settings, not yet opened; raises Misconfigured."""
    return Database(database_url(settings))


def database_url(settings: Settings) -> str:
    """Where rewrites last by these settings."""
    return settings.database_url or f"sqlite:///{_default_file()}"


async def migrate_database(settings: Settings) -> None:
    """Bring the database of the settings to the newest schema; raises Misconfigured and DatabaseDown."""
    database = database_of(settings)
    try:
        await migrate(database)
    finally:
        await database.aclose()


async def with_keys(settings: Settings, use: Callable[[Keys], Awaitable[T]]) -> T:
    """What comes of a use of the keys; raises Misconfigured, DatabaseDown, and what the use raises."""
    database = database_of(settings)
    try:
        await bring_up(database)
        return await use(keys_over(database))
    finally:
        await database.aclose()


async def forget_tenant(settings: Settings, tenant: str) -> None:
    """Delete every row of a tenant; raises Misconfigured and DatabaseDown."""
    database = database_of(settings)
    try:
        await bring_up(database)
        await DatabaseRewrites(database).forget(tenant)
    finally:
        await database.aclose()


@contextmanager
def served_alone(settings: Settings) -> Iterator[None]:
    """Be the only service on an SQLite file: it takes what was begun there for left behind; raises Misconfigured.

    PostgreSQL has any number.
    """
    url = database_of(settings).url
    with ExitStack() as stack:
        if url.get_backend_name() == "sqlite" and url.database not in {None, "", ":memory:"}:
            taken = Misconfigured(
                f"Another service runs on {url.database}; stop it, or set UNBLAND_DATABASE_URL to another file, or to"
                " postgresql://… for several."
            )
            with contextlib.suppress(OSError):  # where no file can be made, the database says so itself
                stack.enter_context(alone(Path(f"{url.database}.lock"), taken))
        yield


async def open_database(settings: Settings) -> None:
    """See that the database of the settings can be used; raises Misconfigured and DatabaseDown."""
    async with open_own_database(settings):
        pass


@asynccontextmanager
async def open_own_database(settings: Settings) -> AsyncIterator[Database]:
    """The database of the settings, with the newest schema; raises Misconfigured and DatabaseDown."""
    database = database_of(settings)
    try:
        await bring_up(database)
        yield database
    finally:
        await database.aclose()


async def bring_up(database: Database) -> None:
    """A file of our own is brought to the newest schema; a server's schema is its operator's business."""
    if database.is_sqlite:
        await migrate(database)
    else:
        await refuse_other(database)


def keys_over(database: Database) -> Keys:
    """The keys in a database."""
    return Keys(DatabaseKeys(database), now=lambda: datetime.now(UTC), new_id=lambda: uuid4().hex[:12])


def _default_file() -> Path:
    """Where a service without a database of its own keeps what lasts (the XDG base directories)."""
    state = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    return Path(state) / "unbland" / "unbland.db"
