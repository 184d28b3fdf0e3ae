"""The databases that tests run on: SQLite in a file always, PostgreSQL where UNBLAND_TEST_POSTGRES names one."""

from __future__ import annotations

import asyncio
import atexit
import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, asynccontextmanager, contextmanager
from functools import cache
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
    with _on_the_server("") as url:
        yield url


@contextmanager
def ready_url(kind: str, folder: Path) -> Iterator[str]:
    """The URL of a database of this kind that has the newest schema and no row, gone afterwards."""
    if kind == "sqlite":
        yield ready_file(folder)
        return
    with _on_the_server(f' TEMPLATE "{_template_on_the_server()}"') as url:
        yield url


def ready_file(folder: Path) -> str:
    """The URL of an SQLite file in the folder that has the newest schema and no row."""
    file = folder / "unbland.db"
    shutil.copy(_template_file(), file)
    return f"sqlite:///{file}"


@asynccontextmanager
async def fresh_database(kind: str, folder: Path) -> AsyncIterator[Database]:
    """A database of this kind with the newest schema and no row, gone afterwards."""
    with ready_url(kind, folder) as url:
        made = Database(url)
        yield made
        await made.aclose()


@contextmanager
def _on_the_server(options: str) -> Iterator[str]:
    name = f"unbland_{uuid4().hex[:12]}"
    with psycopg.connect(POSTGRES, autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}"{options}')
        try:
            yield POSTGRES.rpartition("/")[0] + "/" + name
        finally:
            server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@cache
def _template_file() -> Path:
    """A file that was migrated once for all tests of this process: migrating takes longer than most of them."""
    file = Path(tempfile.mkdtemp(prefix="unbland-tests-")) / "template.db"
    _migrated(f"sqlite:///{file}")
    return file


@cache
def _template_on_the_server() -> str:
    """The same on the server; it is gone with the process."""
    made = ExitStack()
    atexit.register(made.close)
    url = made.enter_context(_on_the_server(""))
    _migrated(url)
    return url.rpartition("/")[2]


def _migrated(url: str) -> None:
    """Migrate in a thread: the one that asks may have an event loop already."""

    async def bring_up() -> None:
        made = Database(url)
        await migrate(made)
        await made.aclose()

    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, bring_up()).result()
