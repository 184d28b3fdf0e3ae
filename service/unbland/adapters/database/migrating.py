"""The schema: brought to the newest revision, or asked how far it is."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from unbland.adapters.database.connection import Database
from unbland.errors import Misconfigured

_FOLDER = Path(__file__).parent / "migrations"

#: A number of our own: processes that start together migrate one after the other.
_LOCK = 0x756E626C


class Standing(StrEnum):
    """How far a database's schema is."""

    EMPTY = "empty"
    OLD = "old"
    CURRENT = "current"
    #: A later version of ours made it.
    NEWER = "newer"


_MIGRATE = "run `unbland migrate`"

#: What is to be said of a schema that is not ours, and the way out.
SCHEMAS: Mapping[Standing, tuple[str, str]] = {
    Standing.EMPTY: ("has no tables", _MIGRATE),
    Standing.OLD: ("has an old schema", _MIGRATE),
    Standing.NEWER: ("has the schema of a newer version", "install the version that ran `unbland migrate`"),
}


async def migrate(database: Database, revision: str = "head") -> None:
    """Bring the schema to a revision; raises DatabaseDown, and Misconfigured where a later version of ours made it."""
    if await standing(database) is Standing.NEWER:
        await refuse_other(database)
    async with database.writing() as connection:
        if not database.is_sqlite:
            await connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        await connection.run_sync(_upgrade, revision)


async def refuse_other(database: Database) -> None:
    """Raise Misconfigured where the schema is not the newest, and DatabaseDown."""
    if found := SCHEMAS.get(await standing(database)):
        said, way_out = found
        raise Misconfigured(f"The database {said}; {way_out}.")


async def is_current(database: Database) -> bool:
    """Whether the schema is the newest; raises DatabaseDown."""
    return await standing(database) is Standing.CURRENT


async def standing(database: Database) -> Standing:
    """How far the schema is; raises DatabaseDown."""
    async with database.reading() as connection:
        found = await connection.run_sync(lambda sync: MigrationContext.configure(sync).get_current_heads())
    script = ScriptDirectory(str(_FOLDER))
    if set(found) == set(script.get_heads()):
        return Standing.CURRENT
    if not found:
        return Standing.EMPTY
    known = {each.revision for each in script.walk_revisions()}
    return Standing.OLD if set(found) <= known else Standing.NEWER


def _upgrade(connection: Connection, revision: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(_FOLDER))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
