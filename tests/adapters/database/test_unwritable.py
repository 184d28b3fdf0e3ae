"""A file that nobody can write: full, or no database at all; what is said names the way out."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from unbland.adapters.database.connection import Database
from unbland.adapters.database.migrating import migrate
from unbland.errors import DatabaseUnwritable, Misconfigured


async def test_b26_a_disk_that_is_full_is_told_apart_from_a_database_that_is_away(tmp_path: Path) -> None:
    """Waiting helps with the one only; nothing is half written with either."""
    database = Database(f"sqlite:///{tmp_path / 'b.db'}")
    try:
        async with database.writing() as connection:
            await connection.execute(text("CREATE TABLE texts (text)"))
        with pytest.raises(DatabaseUnwritable, match="make room"):
            await _fill(database)
        async with database.reading() as connection:
            assert (await connection.execute(text("SELECT count(*) FROM texts"))).scalar() == 0
    finally:
        await database.aclose()


async def _fill(database: Database) -> None:
    """Write more than there is room for."""
    async with database.writing() as connection:
        await connection.execute(text("PRAGMA max_page_count = 3"))
        for _ in range(9):
            await connection.execute(text("INSERT INTO texts VALUES (randomblob(3000))"))


async def test_a_file_that_is_no_database_is_named_as_such(tmp_path: Path) -> None:
    """A sentence, before anything is written to it."""
    file = tmp_path / "notes.txt"
    file.write_text("Sell tickets for 3 ferries.\n" * 99)
    database = Database(f"sqlite:///{file}")
    try:
        with pytest.raises(Misconfigured, match="move it away"):
            await migrate(database)
    finally:
        await database.aclose()
    assert file.read_text().startswith("Sell tickets")
