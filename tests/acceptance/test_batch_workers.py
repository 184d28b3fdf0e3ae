"""A batch on PostgreSQL with workers as real processes, some killed half way: each item ends once."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import psycopg
import pytest

from databases import POSTGRES, fresh_url

UNBLAND = (sys.executable, "-m", "unbland")
TEXT = (
    "Ferry Clerk\n\nDuties\n- Sell tickets for {} ferries\n- Count the till at 18:00\n- Greet {} guests at the pier\n"
)
COUNT = 160

pytestmark = pytest.mark.skipif(not POSTGRES, reason="UNBLAND_TEST_POSTGRES names none")


@pytest.fixture
def url(tmp_path: Path) -> Iterator[str]:
    """A database with the newest schema."""
    with fresh_url("postgresql", tmp_path) as fresh:
        subprocess.run([*UNBLAND, "migrate"], env=_env(fresh), check=True, capture_output=True)  # noqa: S603
        yield fresh


def _env(url: str) -> dict[str, str]:
    return os.environ | {"UNBLAND_DATABASE_URL": url, "UNBLAND_SERVE_WORKS": "false", "UNBLAND_ENGINE": "editor"}


def _done(url: str) -> int:
    with psycopg.connect(url) as database:
        row = database.execute("SELECT count(*) FROM batch_items WHERE state = 'done'").fetchone()
    return int(row[0]) if row else 0


def test_b24_workers_killed_in_a_batch_lose_nothing_and_do_nothing_twice(url: str, tmp_path: Path) -> None:
    """Three workers, two of them killed with -9 while items are under way; what they had is taken up by the third."""
    postings = tmp_path / "jobs.jsonl"
    lines = [json.dumps({"id": str(n), "body": TEXT.format(n + 2, n + 50)}) for n in range(COUNT)]
    postings.write_text("\n".join(lines))
    with ExitStack() as stack:
        workers = [
            stack.enter_context(subprocess.Popen([*UNBLAND, "work"], env=_env(url), stderr=subprocess.PIPE, text=True))  # noqa: S603
            for _ in range(3)
        ]
        for worker in workers:
            stack.callback(worker.kill)
            assert worker.stderr is not None
            assert "works" in worker.stderr.readline()
        command = [*UNBLAND, "batch", "run", str(postings), "-o", str(tmp_path / "out")]
        run = stack.enter_context(subprocess.Popen(command, env=_env(url), stderr=subprocess.PIPE, text=True))  # noqa: S603
        stack.callback(run.kill)
        end = time.monotonic() + 180
        while _done(url) < COUNT // 8 and time.monotonic() < end:
            time.sleep(0.05)
        for worker in workers[:2]:
            worker.send_signal(signal.SIGKILL)
        _, said = run.communicate(timeout=480)

    assert run.returncode == 0, said
    results = [json.loads(line)["custom_id"] for line in (tmp_path / "out" / "results.jsonl").read_text().splitlines()]
    assert results == [str(n) for n in range(COUNT)]
    with psycopg.connect(url) as database:
        states = database.execute("SELECT state, count(*), sum(begun) FROM batch_items GROUP BY state").fetchall()
        written = database.execute("SELECT written, total, state FROM batches").fetchone()
    assert [(state, count) for state, count, _ in states] == [("done", COUNT)]
    assert written == (COUNT, COUNT, "completed")
