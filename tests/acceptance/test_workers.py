"""A service and workers as real processes on one PostgreSQL: killed half way, nothing is lost or done twice."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import httpx2
import psycopg
import pytest

from databases import POSTGRES, fresh_url

UNBLAND = (sys.executable, "-m", "unbland")
BODY = {"draft": {"content": "Ferry Clerk\n\nDuties\n- Sell tickets for 3 ferries\n- Count the till at 18:00\n"}}

pytestmark = pytest.mark.skipif(not POSTGRES, reason="UNBLAND_TEST_POSTGRES names none")


@pytest.fixture
def url(tmp_path: Path) -> Iterator[str]:
    """A database with the newest schema, made by the command."""
    with fresh_url("postgresql", tmp_path) as fresh:
        migrated = subprocess.run([*UNBLAND, "migrate"], env=_env(fresh), check=False, capture_output=True, text=True)  # noqa: S603
        assert migrated.returncode == 0, migrated.stderr
        yield fresh


def _env(url: str) -> dict[str, str]:
    return os.environ | {"UNBLAND_DATABASE_URL": url, "UNBLAND_SERVE_WORKS": "false"}


@contextmanager
def _process(url: str, *command: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A command of ours under way, and the line that says so."""
    with subprocess.Popen([*UNBLAND, *command], env=_env(url), stderr=subprocess.PIPE, text=True) as process:  # noqa: S603
        assert process.stderr is not None
        try:
            yield process, process.stderr.readline()
        finally:
            process.kill()


def test_b24_workers_killed_in_the_middle_lose_nothing_and_do_nothing_twice(url: str) -> None:
    """Thirty rewrites, three workers, two of them killed with -9: each ends once, begun again at most where it was."""
    with ExitStack() as stack:
        _, said = stack.enter_context(_process(url, "serve", "--port", "0"))
        address = re.search(r"http://[\d.:]+", said)
        assert address is not None, said
        client = stack.enter_context(httpx2.Client(base_url=address[0], timeout=120))
        workers = [stack.enter_context(_process(url, "work"))[0] for _ in range(3)]
        ids = [
            client.post("/v1/rewrites", json=BODY, headers={"Prefer": "respond-async"}).json()["id"] for _ in range(30)
        ]
        for worker in workers[:2]:
            worker.send_signal(signal.SIGKILL)
        states = {id_: _over(client, id_) for id_ in ids}

    assert set(states.values()) == {"done"}
    with psycopg.connect(url) as database:
        ends = "SELECT count(*), count(DISTINCT rewrite) FROM rewrite_events WHERE name IN ('done', 'failed')"
        assert database.execute(ends).fetchone() == (30, 30)


def test_b27_a_worker_that_is_told_to_stop_ends_what_it_does(url: str) -> None:
    """SIGTERM: exit code 0, and no rewrite is left begun."""
    with ExitStack() as stack:
        _, said = stack.enter_context(_process(url, "serve", "--port", "0"))
        client = stack.enter_context(httpx2.Client(base_url=said.split(" on ")[1].split(";")[0], timeout=120))
        worker, _ = stack.enter_context(_process(url, "work"))
        for _ in range(10):
            client.post("/v1/rewrites", json=BODY, headers={"Prefer": "respond-async"})
        worker.send_signal(signal.SIGTERM)
        assert worker.wait(timeout=120) == 0
        with psycopg.connect(url) as database:
            assert database.execute("SELECT count(*) FROM rewrites WHERE state = 'running'").fetchone() == (0,)


def test_a_worker_on_a_file_is_refused(tmp_path: Path) -> None:
    """Two processes on one SQLite file would do the same work."""
    env = _env(f"sqlite:///{tmp_path / 'x.db'}")
    refused = subprocess.run([*UNBLAND, "work"], env=env, check=False, capture_output=True, text=True)  # noqa: S603

    assert refused.returncode == 2
    assert "postgresql://" in refused.stderr


def test_a_service_on_an_old_schema_does_not_start(tmp_path: Path) -> None:
    """It says which command mends it."""
    with fresh_url("postgresql", tmp_path) as fresh:
        refused = subprocess.run(  # noqa: S603
            [*UNBLAND, "serve", "--port", "0"], env=_env(fresh), check=False, capture_output=True, text=True
        )

    assert refused.returncode != 0
    assert "unbland migrate" in refused.stderr
    assert "Traceback" not in refused.stderr


def _over(client: httpx2.Client, id_: str) -> str:
    """The state of a rewrite, once its last event has come or three minutes have passed."""
    end = time.monotonic() + 180
    while time.monotonic() < end:
        with client.stream("GET", f"/v1/rewrites/{id_}/events") as events:
            if any(line in {"event: done", "event: failed"} for line in events.iter_lines()):
                break
    return str(client.get(f"/v1/rewrites/{id_}").json()["state"])
