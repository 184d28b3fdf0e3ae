"""SQLite by one trip for each statement: all that the driver gave is still there."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import aiosqlite
import pytest
from sqlalchemy import Column, Integer, MetaData, String, Table, insert, select, update
from sqlalchemy.exc import IntegrityError

from unbland.adapters.database.connection import Database

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
    """With those that begin and end the transaction."""
    trips, go = [], aiosqlite.Connection._execute

    async def counted(self: aiosqlite.Connection, *args: object) -> object:
        trips.append(args)
        return await go(self, *args)  # type: ignore[no-untyped-call] # the driver's own

    monkeypatch.setattr(aiosqlite.Connection, "_execute", counted)
    async with database.writing() as connection:
        await connection.execute(insert(_TABLE).values(word="rye"))
        await connection.execute(select(_TABLE))

    assert len(trips) == len(["BEGIN", "INSERT", "SELECT", "COMMIT"]) + len(["ROLLBACK, as the pool takes it back"])
