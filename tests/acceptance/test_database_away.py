"""A PostgreSQL that dies under a service and its worker, and comes back: refusals that say so, then work again."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import httpx2
import pytest

from databases import POSTGRES

SCRIPT = Path(__file__).parents[2] / ".ci" / "postgres"
UNBLAND = (sys.executable, "-m", "unbland")
BODY = {"draft": {"content": "Ferry Clerk\n\nDuties\n- Sell tickets for 3 ferries\n- Count the till at 18:00\n"}}

#: Seconds that processes may take to come up, and to find the database again.
PATIENCE = 120

pytestmark = pytest.mark.skipif(not POSTGRES, reason="UNBLAND_TEST_POSTGRES names none")


class Server:
    """A PostgreSQL of the test's own, in a folder, at one address."""

    def __init__(self, folder: Path) -> None:
        """Start it."""
        self.folder = folder
        self.url = _said(str(SCRIPT), str(folder)).strip()
        self._as = ("runuser", "-u", "postgres", "--") if os.getuid() == 0 else ()
        self._control = str(max(Path("/usr/lib/postgresql").glob("*/bin")) / "pg_ctl")

    def stop(self) -> None:
        """End it at once, as a machine that fails."""
        _said(*self._as, self._control, "-D", str(self.folder / "data"), "-m", "immediate", "stop")

    def start(self) -> None:
        """Start it where it was."""
        port = self.url.rpartition("/")[0].rpartition(":")[2]
        options = f"-p {port} -k {self.folder} -c listen_addresses=127.0.0.1"
        log = str(self.folder / "log")
        _said(*self._as, self._control, "-D", str(self.folder / "data"), "-w", "-l", log, "-o", options, "start")


def _said(*command: str) -> str:
    """What a command prints; what it leaves running keeps no pipe of ours."""
    with tempfile.TemporaryFile("w+") as out:
        subprocess.run(command, stdout=out, stderr=subprocess.DEVNULL, check=True)  # noqa: S603
        out.seek(0)
        return out.read()


@pytest.fixture
def server() -> Iterator[Server]:
    """A server that lies where its own user may read."""
    folder = Path(tempfile.mkdtemp(prefix="unbland-away-"))
    folder.chmod(0o755)
    made = Server(folder / "postgres")
    yield made
    _said(str(SCRIPT), str(folder / "postgres"), "stop")
    shutil.rmtree(folder)


@contextmanager
def _process(url: str, *command: str) -> Iterator[str]:
    """A command of ours under way; the line that says so."""
    environment = os.environ | {"UNBLAND_DATABASE_URL": url, "UNBLAND_SERVE_WORKS": "false"}
    with subprocess.Popen([*UNBLAND, *command], env=environment, stderr=subprocess.PIPE, text=True) as process:  # noqa: S603
        assert process.stderr is not None
        try:
            yield process.stderr.readline()
        finally:
            process.kill()


def test_b26_whoever_follows_is_told_the_end_when_the_database_is_back(server: Server) -> None:
    """The stream stays open while it is away, and nothing crashes."""
    environment = os.environ | {"UNBLAND_DATABASE_URL": server.url}
    subprocess.run([*UNBLAND, "migrate"], env=environment, check=True, capture_output=True)  # noqa: S603
    with ExitStack() as stack:
        address = re.search(r"http://[\d.:]+", stack.enter_context(_process(server.url, "serve", "--port", "0")))
        assert address is not None
        client = stack.enter_context(httpx2.Client(base_url=address[0], timeout=PATIENCE))
        asked = client.post("/v1/rewrites", json=BODY, headers={"Prefer": "respond-async"})
        with client.stream("GET", asked.headers["location"] + "/events") as stream:
            lines = stream.iter_lines()
            told = [next(line for line in lines if line.startswith("event"))]
            server.stop()
            while client.get("/readyz").status_code == 200:
                time.sleep(0.1)
            time.sleep(1)  # a look, at least
            server.start()
            stack.enter_context(_process(server.url, "work"))
            told += [line for line in lines if line.startswith("event")]
        metrics = client.get("/metrics").text

    assert told == ["event: queued", "event: running", "event: done"]
    assert "unbland_crashes_total{" not in metrics


def test_b26_a_database_that_was_away_is_used_again_by_service_and_worker(server: Server) -> None:
    """While it is away: 503 within its time and when to ask again; afterwards both go on without a restart."""
    environment = os.environ | {"UNBLAND_DATABASE_URL": server.url}
    subprocess.run([*UNBLAND, "migrate"], env=environment, check=True, capture_output=True)  # noqa: S603
    with ExitStack() as stack:
        address = re.search(r"http://[\d.:]+", stack.enter_context(_process(server.url, "serve", "--port", "0")))
        assert address is not None
        assert "works" in stack.enter_context(_process(server.url, "work"))
        client = stack.enter_context(httpx2.Client(base_url=address[0], timeout=PATIENCE))
        before = client.post("/v1/rewrites", json=BODY, headers={"Prefer": "wait=25"})
        server.stop()
        away = client.post("/v1/rewrites", json=BODY)
        ready = client.get("/readyz")
        server.start()
        end = time.monotonic() + PATIENCE
        again = away
        while again.status_code != 200 and time.monotonic() < end:
            again = client.post("/v1/rewrites", json=BODY, headers={"Prefer": "wait=25"})
        kept = client.get("/v1/rewrites").json()["data"]

    assert (before.status_code, away.status_code, again.status_code) == (200, 503, 200)
    assert away.headers["retry-after"] == "5"
    assert away.json()["code"] == "database_down"
    assert (ready.status_code, ready.json()["wrong"]) == (503, ["database"])
    assert {"done"} <= {each["state"] for each in kept}
    assert {before.json()["id"], again.json()["id"]} <= {each["id"] for each in kept}
