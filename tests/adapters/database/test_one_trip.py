"""SQLite by one trip for each statement: all that the driver gave is still there."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import aiosqlite
import pytest
from sqlalchemy import Column, Integer, MetaData, String, Table, insert, select, update
from sqlalchemy.exc import IntegrityError

from unbland.adapters.database.connection import Database
from unbland.errors import DatabaseDown

_TABLE = Table("words", MetaData(), Column("id", Integer, primary_key=True), Column("word", String, unique=True))


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """A file with one table."""
    made = Database(f"sqlite:///{tmp_path / 'words.db'}")
    async with made.writing() as connection:
        await connection.run_sync(_TABLE.create)
    yield made
    await made.aclose()


async def test_rows_counts_and_keys_come_back(database: Database) -> None:
    """What was put in, what a statement returns, how many rows it changed."""
    async with database.writing() as connection:
        made = await connection.execute(insert(_TABLE).values(word="rye"))
        await connection.execute(insert(_TABLE), [{"word": "oats"}, {"word": "wheat"}])
        changed = await connection.execute(update(_TABLE).values(word=_TABLE.c.word + "!").where(_TABLE.c.id > 1))
        given = await connection.scalars(update(_TABLE).values(word="barley").where(_TABLE.c.id == 1).returning(_TABLE))
    async with database.reading() as connection:
        found = (await connection.execute(select(_TABLE).order_by(_TABLE.c.id))).all()

    assert made.inserted_primary_key == (1,)
    assert changed.rowcount == 2
    assert given.all() == [1]
    assert found == [(1, "barley"), (2, "oats!"), (3, "wheat!")]


async def test_what_goes_wrong_is_told_and_taken_back(database: Database) -> None:
    """A word that is there already: nothing of the whole transaction stays."""
    with pytest.raises(IntegrityError):
        await _put(database, "oats", "rye", "rye")

    async with database.reading() as connection:
        assert (await connection.execute(select(_TABLE))).all() == []


async def _put(database: Database, *words: str) -> None:
    async with database.writing() as connection:
        for word in words:
            await connection.execute(insert(_TABLE).values(word=word))


async def test_a_statement_is_one_trip(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """A transaction begins with its first statement, and takes a trip to end; the pool finds nothing to take back."""
    trips, go = [], aiosqlite.Connection._execute

    async def counted(self: aiosqlite.Connection, *args: object) -> object:
        trips.append(args)
        return await go(self, *args)  # type: ignore[no-untyped-call] # the driver's own

    monkeypatch.setattr(aiosqlite.Connection, "_execute", counted)
    async with database.writing() as connection:
        await connection.execute(insert(_TABLE).values(word="rye"))
        await connection.execute(select(_TABLE))

    assert len(trips) == len(["BEGIN INSERT", "SELECT", "COMMIT"])

    trips.clear()
    async with database.reading() as connection:
        await connection.execute(select(_TABLE))
    async with database.writing():
        pass
    assert len(trips) == len(["BEGIN SELECT", "ROLLBACK"])


async def test_what_was_begun_is_ended_though_nobody_waits(database: Database) -> None:
    """A caller that is gone while its first statement runs leaves no lock behind."""
    for turns in range(12):
        putting = asyncio.create_task(_put(database, "rye"))
        for _ in range(turns):
            await asyncio.sleep(0)
        putting.cancel()
        await asyncio.gather(putting, return_exceptions=True)
    async with asyncio.timeout(60):
        await _put(database, "oats")


async def test_a_transaction_that_cannot_begin_is_told(tmp_path: Path, database: Database) -> None:
    """Another process holds the file; once it lets go, the next one goes well."""
    with closing(sqlite3.connect(tmp_path / "words.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        async with database.reading() as connection:
            await connection.exec_driver_sql("PRAGMA busy_timeout = 10")
        with pytest.raises(DatabaseDown):
            await _put(database, "rye")
        other.execute("ROLLBACK")
    await _put(database, "oats")
    async with database.reading() as connection:
        assert (await connection.scalars(select(_TABLE.c.word))).all() == ["oats"]
