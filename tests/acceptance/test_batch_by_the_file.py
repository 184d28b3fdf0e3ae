"""`unbland batch run --via openai-batch` as a process that is killed, before a provider with a real socket."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sqlite3
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from contextlib import closing
from pathlib import Path

from databases import ready_file
from doubles.batch_server import BatchServer

TEXT = (
    "Ferry Clerk\n\nDuties\n- Sell tickets for {} ferries\n- Count the till at 18:00\n- Greet {} guests at the pier\n"
)
COUNT = 6


async def test_b24_killed_with_its_questions_at_the_provider_it_goes_on_and_pays_once(tmp_path: Path) -> None:
    """When the batch was asked for, and nobody lived to hear that it is there: it is found again."""
    lines = [json.dumps({"id": f"job-{n}", "body": TEXT.format(n + 3, n + 50)}) for n in range(COUNT)]
    (tmp_path / "postings.jsonl").write_text("\n".join(lines))
    database, out = tmp_path / "unbland" / "batches.db", str(tmp_path / "out")
    database.parent.mkdir()
    ready_file(database.parent)
    (database.parent / "unbland.db").rename(database)
    with BatchServer() as server:
        env = os.environ | {"XDG_STATE_HOME": str(tmp_path), "OPENAI_API_KEY": "sk-none"}
        env |= {"OPENAI_BASE_URL": server.base_url, "UNBLAND_DATABASE_URL": ""}

        async def begin(*command: str) -> Process:
            words = (sys.executable, "-m", "unbland", "batch", *command)
            return await asyncio.create_subprocess_exec(*words, env=env, stdout=DEVNULL, stderr=PIPE)

        run = await begin("run", str(tmp_path / "postings.jsonl"), "-o", out, "--via", "openai-batch")
        async with asyncio.timeout(180):
            while not server.calls["POST /batches"]:  # noqa: ASYNC110 - the process tells nobody
                await asyncio.sleep(0.005)
        run.send_signal(signal.SIGKILL)
        await run.communicate()
        last = await begin("resume", out)
        _, said = await asyncio.wait_for(last.communicate(), 300)

    found = [json.loads(line) for line in (tmp_path / "out" / "results.jsonl").read_text().splitlines()]
    assert last.returncode == 0, said
    assert [each["custom_id"] for each in found] == [f"job-{n}" for n in range(COUNT)]
    assert server.paid.total() == len(server.paid) == sum(each["provenance"]["calls"] for each in found) == 8
    assert server.live.total() == 0
    with closing(sqlite3.connect(database)) as opened:
        rows = opened.execute("SELECT calls, input_tokens, reduced_input_tokens FROM batches").fetchall()
    assert rows == [(8, 8000, 8000)]
