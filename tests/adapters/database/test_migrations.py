"""Each migration, on a database with rows in every table that there was before it: none is lost."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from alembic.script import Script, ScriptDirectory
from sqlalchemy import Connection, MetaData, Table, UniqueConstraint, inspect, text, types

from databases import KINDS, fresh_url
from unbland.adapters import database as room
from unbland.adapters.database import migrating
from unbland.adapters.database.connection import Database
from unbland.adapters.database.migrating import Standing, migrate, refuse_other, standing
from unbland.adapters.database.tables import METADATA
from unbland.errors import Misconfigured

REVISIONS: list[Script] = list(ScriptDirectory(str(migrating._FOLDER)).walk_revisions())[::-1]

# Tables stand in more modules than one; each puts its own into the metadata.
for _module in pkgutil.iter_modules(room.__path__):
    importlib.import_module(f"{room.__name__}.{_module.name}")

#: Tables of others: alembic's, and those of the job engine, which migrates itself.
_OTHERS = ("alembic_version", "procrastinate_")


@pytest.fixture(params=KINDS)
async def database(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    """An empty database of each kind."""
    with fresh_url(request.param, tmp_path) as url:
        made = Database(url)
        yield made
        await made.aclose()


@pytest.mark.parametrize("script", REVISIONS[1:], ids=[each.revision for each in REVISIONS[1:]])
async def test_a_migration_keeps_every_row(script: Script, database: Database) -> None:
    """Up to the one before it, a row in every table, then this one, then all that follow."""
    await migrate(database, str(script.down_revision))
    async with database.writing() as connection:
        before = await connection.run_sync(_filled)
    assert before
    for revision in (script.revision, "head"):
        await migrate(database, revision)
        async with database.reading() as connection:
            after = await connection.run_sync(_rows)
        for name, row in before.items():
            kept = after[name][0]
            assert len(after[name]) == 1
            assert {column: kept[column] for column in row if column in kept} == row
    assert await standing(database) is Standing.CURRENT


async def test_the_migrations_make_the_tables_of_the_code(database: Database) -> None:
    """Every table with the columns, keys and indexes that the code has; nullable where it says so."""
    await migrate(database)
    async with database.reading() as connection:
        made = await connection.run_sync(lambda sync: {name: _told(sync, name) for name in _ours(sync)})
    assert made == {table.name: _meant(table) for table in METADATA.sorted_tables}


async def test_there_is_one_head() -> None:
    """Two developers' migrations are put in a row before they are released."""
    assert len(ScriptDirectory(str(migrating._FOLDER)).get_heads()) == 1


async def test_a_schema_that_is_not_ours_is_told_with_the_way_out(database: Database) -> None:
    """Whoever went back to an older version of ours is not sent to migrate, which cannot help."""
    for revision, says in ((None, "has no tables; run `unbland migrate`"), ("a001", "has an old schema; run")):
        if revision:
            await migrate(database, revision)
        with pytest.raises(Misconfigured, match=says):
            await refuse_other(database)
    await migrate(database)
    await refuse_other(database)
    async with database.writing() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = 'z999'"))
    for asks in (refuse_other, migrate):
        with pytest.raises(Misconfigured, match="newer version; install the version"):
            await asks(database)


def _ours(connection: Connection) -> list[str]:
    return [name for name in inspect(connection).get_table_names() if not name.startswith(_OTHERS)]


def _reflected(connection: Connection) -> list[Table]:
    """Our tables as they are now, those that others point to first."""
    metadata, names = MetaData(), _ours(connection)
    metadata.reflect(connection, only=names)
    return [table for table in metadata.sorted_tables if table.name in names]


def _filled(connection: Connection) -> dict[str, dict[str, Any]]:
    """One row put into every table, and what it holds."""
    for table in _reflected(connection):
        connection.execute(table.insert().values({column.name: _value(column.type) for column in table.columns}))
    return {name: rows[0] for name, rows in _rows(connection).items()}


def _rows(connection: Connection) -> dict[str, list[dict[str, Any]]]:
    """Every row of our tables."""
    return {
        table.name: [dict(row._mapping) for row in connection.execute(table.select())]
        for table in _reflected(connection)
    }


def _value(kind: types.TypeEngine[Any]) -> object:
    """A value of a column; the same text everywhere, so that references find what they point to."""
    if isinstance(kind, types.DateTime):
        return datetime(2027, 3, 1, 12, tzinfo=UTC)
    if isinstance(kind, types.Date):
        return date(2027, 3, 1)
    if isinstance(kind, types.JSON):
        return {"x": [1]}
    return {str: "x", bytes: b"x", bool: True}.get(kind.python_type) or kind.python_type(7)


def _told(connection: Connection, name: str) -> tuple[dict[str, bool], list[str], set[tuple[str, ...]]]:
    """Columns with whether they may be null, the primary key, and what indexes and unique constraints are over."""
    found = inspect(connection)
    over = [each["column_names"] for each in found.get_indexes(name)]
    over += [list(each["column_names"]) for each in found.get_unique_constraints(name)]
    columns = {each["name"]: bool(each["nullable"]) for each in found.get_columns(name)}
    key = found.get_pk_constraint(name)["constrained_columns"]
    return columns, key, {tuple(str(column) for column in each) for each in over}


def _meant(table: Table) -> tuple[dict[str, bool], list[str], set[tuple[str, ...]]]:
    """The same of the code."""
    over = {tuple(column.name for column in index.columns) for index in table.indexes}
    unique = (each for each in table.constraints if isinstance(each, UniqueConstraint))
    over |= {tuple(column.name for column in each.columns) for each in unique}
    columns = {column.name: bool(column.nullable) for column in table.columns}
    return columns, [column.name for column in table.primary_key.columns], over
