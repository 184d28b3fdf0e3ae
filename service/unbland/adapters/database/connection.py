"""Connections to the database, set up for each kind, and brought to the newest schema."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from pathlib import Path

from sqlalchemy import Connection, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnection
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from unbland.adapters.database.one_trip import opener
from unbland.errors import DatabaseDown, DatabaseUnwritable, Misconfigured, UnblandError

#: Seconds that SQLite waits for another writer, and PostgreSQL for a connection.
_WAIT = 10

#: Connections in use at a time, all of which the pool has.
_PLACES = 10

#: Whichever driver a URL names, these are the ones we have.
_DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg"}

#: What an SQLite URL names where the database is in memory.
_NO_FILE = frozenset({None, "", ":memory:"})

#: Bytes that the disk of a file must have left: a rewrite takes some 30 kB there, and its journal as much again.
_ROOM = 1_000_000

#: What SQLite calls a file that nobody can write before somebody has seen to it: no room, no right, no disk.
_UNWRITABLE = ("SQLITE_FULL", "SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_IOERR")

_WAY_OUT = "write sqlite:///file.db or postgresql://user@host/name"


class Database:
    """One database; close it in the event loop that used it."""

    def __init__(self, url: str, *, make: bool = True) -> None:
        """Take an SQLAlchemy URL: `sqlite:///file.db` or `postgresql://…`; raises Misconfigured for any other.

        `make` says whether the folder of a file is made.
        """
        self.url = _url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        if make and self.is_sqlite and self.url.database not in _NO_FILE:
            _make_folder(Path(str(self.url.database)).parent)
        for_postgres = {"pool_timeout": _WAIT, "pool_pre_ping": True}
        options = {"async_creator": opener(self.url)} if self.is_sqlite else for_postgres
        self.engine: AsyncEngine = create_async_engine(self.url, pool_size=_PLACES, **options)
        if self.is_sqlite:
            event.listen(self.engine.sync_engine, "connect", _set_up_sqlite)
            event.listen(self.engine.sync_engine, "begin", _begin_sqlite)
        self._writing = self.engine.execution_options(writes=True)
        #: SQLite has one writer; those of this process stand in line, where its own wait is a lottery.
        self._turn = asyncio.Lock() if self.is_sqlite else nullcontext()
        #: Whoever waits for a connection stands in line here; the pool would let a newcomer pass.
        self._places = asyncio.Semaphore(_PLACES)

    @property
    def has_room(self) -> bool:
        """Whether the disk of a file takes more; a server sees to its own."""
        if not self.is_sqlite or self.url.database in _NO_FILE:
            return True
        try:
            return shutil.disk_usage(Path(str(self.url.database)).parent).free >= _ROOM
        except OSError:
            return False

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """A connection to read with; raises DatabaseDown."""
        async with _told(), self._places, self.engine.connect() as connection:
            yield connection

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """A transaction, kept where it ends well; raises DatabaseDown."""
        async with _told(), self._turn, self._places, self._writing.begin() as connection:
            yield connection

    async def aclose(self) -> None:
        """Let go of the connections."""
        await self.engine.dispose()


async def in_turn(connection: AsyncConnection, name: str) -> None:
    """Let transactions that give the same name go one after the other, each from here to its end.

    SQLite has one writer, PostgreSQL a lock for each name.
    """
    if connection.dialect.name == "postgresql":
        lock = text("SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))")
        await connection.execute(lock, {"name": name})


@asynccontextmanager
async def _told() -> AsyncIterator[None]:
    """What the driver says of a database that is away, in our words; its own hold addresses and statements."""
    try:
        yield
    except DBAPIError as error:
        if (ours := _ours(error)) is not None:
            raise ours from None
        raise
    except (OSError, TimeoutError, NoConnection):
        raise DatabaseDown from None


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise Misconfigured(
            f"There is no folder {folder} for the database, and none can be made; let this user write there, or name"
            " another place with UNBLAND_DATABASE_URL."
        ) from None


def _ours(error: DBAPIError) -> UnblandError | None:
    """What keeps us from the database; None for what a statement did wrong."""
    word = getattr(error.orig, "sqlite_errorname", "")
    if word == "SQLITE_NOTADB":
        return Misconfigured("The file of the database is none; move it away, or name another: UNBLAND_DATABASE_URL.")
    if word.startswith(_UNWRITABLE):
        return DatabaseUnwritable()
    down = error.connection_invalidated or type(error).__name__ in {"OperationalError", "InterfaceError"}
    return DatabaseDown() if down else None


def _url(url: str) -> URL:
    try:
        made = make_url(url)
    except ArgumentError:
        raise Misconfigured(
            "UNBLAND_DATABASE_URL is no database URL; write sqlite:///file.db or postgresql://…"
        ) from None
    driver = _DRIVERS.get(made.drivername.partition("+")[0])
    if driver is None:
        raise Misconfigured(f"UNBLAND_DATABASE_URL names a database we do not have; {_WAY_OUT}.")
    return made.set(drivername=driver)


def _set_up_sqlite(connection: object, _: ConnectionPoolEntry) -> None:
    """Readers beside one writer, foreign keys that hold, and transactions that we begin ourselves."""
    connection.isolation_level = None  # type: ignore[attr-defined] # the driver's
    cursor = connection.cursor()  # type: ignore[attr-defined] # the driver's
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", f"busy_timeout={_WAIT * 1000}", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    """A transaction that writes takes the lock at once: one that reads first and then waits for it would fail."""
    immediate = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
