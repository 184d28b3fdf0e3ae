"""SQLite by one trip to its thread for each statement, where the driver takes four: cursor, execute, fetch, close."""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable, Iterable, Sequence
from functools import partial
from typing import Any, Self

import aiosqlite
from sqlalchemy.engine import URL

_Run = Callable[[sqlite3.Cursor], object]


def opener(url: URL) -> Callable[[], aiosqlite.Connection]:
    """What opens the file that a URL names, as the engine's `async_creator`."""
    dialect: Any = url.get_dialect()
    place, options = dialect(dbapi=dialect.import_dbapi()).create_connect_args(url)
    connect: Any = partial(sqlite3.connect, *place, **options)

    def opened() -> aiosqlite.Connection:
        connection = _Connection(connect, iter_chunk_size=64)
        connection._thread.daemon = True  # noqa: SLF001 - as SQLAlchemy does it with those that it opens
        return connection

    return opened


class _Connection(aiosqlite.Connection):
    #: A `BEGIN` that goes along with the statement behind it; nothing is begun where none comes.
    begin = ""
    #: Whether a transaction may be open, so that it is to be ended.
    begun = False

    def cursor(self) -> _Cursor:  # type: ignore[override] # what SQLAlchemy's dialect asks of one is all there
        """A cursor that goes nowhere before it has a statement."""
        return _Cursor(self)

    async def commit(self) -> None:
        """End the transaction, where one was begun."""
        await self._ended(super().commit)

    async def rollback(self) -> None:
        """End the transaction, where one was begun."""
        await self._ended(super().rollback)

    async def _ended(self, end: Callable[[], Awaitable[None]]) -> None:
        self.begin = ""
        if self.begun:
            await end()
            self.begun = False


class _Cursor:
    """One statement and all of its rows."""

    def __init__(self, connection: _Connection) -> None:
        self._connection = connection
        self._rows: list[Any] = []
        self.description: Any = None
        self.rowcount, self.arraysize = -1, 1
        self.lastrowid: int | None = None

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, statement: str, parameters: Sequence[object] = ()) -> Self:
        """Run a statement and fetch what it finds; a `BEGIN` waits for the next one."""
        if statement.startswith("BEGIN"):
            self._connection.begin = statement
            return self
        return await self._trip(lambda cursor: cursor.execute(statement, parameters))

    async def executemany(self, statement: str, rows: Iterable[Sequence[object]]) -> Self:
        """Run a statement once for each row of parameters."""
        return await self._trip(lambda cursor: cursor.executemany(statement, rows))

    async def fetchall(self) -> list[Any]:
        """The rows, which are here already."""
        return self._rows

    async def close(self) -> None:
        """Nothing to do: it was closed where it ran."""

    async def _trip(self, run: _Run) -> Self:
        begin, self._connection.begin = self._connection.begin, ""
        self._connection.begun |= bool(begin)
        await self._connection._execute(self._there, begin, run)  # type: ignore[no-untyped-call] # noqa: SLF001 - its thread
        return self

    def _there(self, begin: str, run: _Run) -> None:
        cursor = self._connection._conn.cursor()  # noqa: SLF001 - as above
        try:
            if begin:
                cursor.execute(begin)
            run(cursor)
            self.description = cursor.description
            self._rows = cursor.fetchall() if cursor.description else []
            self.rowcount, self.lastrowid = cursor.rowcount, cursor.lastrowid
        finally:
            cursor.close()
