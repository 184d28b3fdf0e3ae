"""The databases that tests run on: SQLite in a file always, PostgreSQL where UNBLAND_TEST_POSTGRES names one."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from unbland.adapters.database.connection import Database
from unbland.adapters.database.migrating import migrate

POSTGRES = os.environ.get("UNBLAND_TEST_POSTGRES", "")

#: The kinds, as parameters of a test.
KINDS = (
    "sqlite",
    pytest.param("postgresql", marks=pytest.mark.skipif(not POSTGRES, reason="UNBLAND_TEST_POSTGRES names none")),
)


@contextmanager
def fresh_url(kind: str, folder: Path) -> Iterator[str]:
    """The URL of an empty database of this kind, gone afterwards."""
    if kind == "sqlite":
        yield f"sqlite:///{folder / 'unbland.db'}"
        return
    name = f"unbland_{uuid4().hex[:12]}"
    with psycopg.connect(POSTGRES, autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}"')
        try:
            yield POSTGRES.rpartition("/")[0] + "/" + name
        finally:
            server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@asynccontextmanager
async def fresh_database(kind: str, folder: Path) -> AsyncIterator[Database]:
    """An empty database of this kind with the newest schema, gone afterwards."""
    with fresh_url(kind, folder) as url:
        made = Database(url)
        await migrate(made)
        yield made
        await made.aclose()
