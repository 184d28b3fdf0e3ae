"""The schema: brought to the newest revision, or asked how far it is."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from unbland.adapters.database.connection import Database

_FOLDER = Path(__file__).parent / "migrations"

#: A number of our own: processes that start together migrate one after the other.
_LOCK = 0x756E626C


async def migrate(database: Database, revision: str = "head") -> None:
    """Bring the schema to a revision; raises DatabaseDown."""
    async with database.writing() as connection:
        if not database.is_sqlite:
            await connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        await connection.run_sync(_upgrade, revision)


async def is_current(database: Database) -> bool:
    """Whether the schema is the newest; raises DatabaseDown."""
    async with database.reading() as connection:
        found = await connection.run_sync(lambda sync: MigrationContext.configure(sync).get_current_heads())
    return set(found) == set(ScriptDirectory(str(_FOLDER)).get_heads())


def _upgrade(connection: Connection, revision: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(_FOLDER))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
