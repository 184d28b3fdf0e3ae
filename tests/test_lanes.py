"""Who takes which work: whoever works on batches alone leaves the other work to those who can do it."""

from __future__ import annotations

import asyncio
from pathlib import Path

import psycopg
import pytest

from databases import POSTGRES, ready_url
from unbland import bootstrap
from unbland.adapters.database.connection import Database
from unbland.adapters.engines.procrastinating import ProcrastinateEngine
from unbland.application.batch.working import KIND as BATCH
from unbland.application.rewrites.ports import Work
from unbland.application.rewrites.service import KIND as REWRITE
from unbland.bootstrap.batch import batch_engine


@pytest.mark.skipif(not POSTGRES, reason="UNBLAND_TEST_POSTGRES names none")
async def test_a_batch_of_the_command_line_takes_nobody_s_rewrite(tmp_path: Path) -> None:
    """Its process has no hands for one: on the rewrites' queue it would take the job and lose it."""
    done = asyncio.Event()

    async def work(_: str) -> None:
        done.set()

    with ready_url("postgresql", tmp_path) as url:
        database = Database(url)
        service = ProcrastinateEngine(database.url, 1, works=False, drain=5)
        alone = batch_engine(database, bootstrap.read_settings())
        await service.start({})
        await service.submit(Work(REWRITE, "local", "rw_1"))
        await alone.start({BATCH: work})
        await alone.submit(Work(BATCH, "local/batch", "batch_1/0"))
        await asyncio.wait_for(done.wait(), 120)
        await alone.stop()
        await service.stop()
        await database.aclose()
        with psycopg.connect(url) as connection:
            left = connection.execute("SELECT args->>'id_', status FROM procrastinate_jobs").fetchall()

    assert left == [("rw_1", "todo")]
