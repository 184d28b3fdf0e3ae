"""Events of an applicant tracking system and real processes: killed between noting and proposing, nothing is lost."""

from __future__ import annotations

import hmac
import json
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx2
import pytest

from databases import KINDS, ready_url
from doubles.fake_ats import ASHBY_ID, ASHBY_KEY, FakeAts, Play

SIGNING = "signing"
EVENT = json.dumps({"action": "jobPostingUpdate", "data": {"jobPosting": {"id": ASHBY_ID}}}).encode()

#: The command line, with the double in place of the vendors, since no setting changes where keys go.
_PROGRAM = """
import json, os, sys
from unbland.bootstrap import connectors
connectors.HOSTS = json.loads(os.environ["HOSTS"])
from unbland.edges.cli.app import main
sys.argv = ["unbland", *sys.argv[1:]]
main()
"""

#: Seconds that a process may take to do what it is waited for: a lease is 10, and looks are 10 apart.
PATIENCE = 120


@dataclass(frozen=True, slots=True)
class House:
    """Processes of ours on one database, and the system that they know."""

    ats: FakeAts
    env: Mapping[str, str]

    @contextmanager
    def running(self, *command: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
        """A command under way, and the line that says so; what it logs is read by nobody."""
        program = (sys.executable, "-c", _PROGRAM, *command)
        with subprocess.Popen(program, env=self.env, stderr=subprocess.PIPE, text=True) as process:  # noqa: S603
            assert process.stderr is not None
            said = process.stderr.readline()
            with subprocess.Popen(["cat"], stdin=process.stderr, stdout=subprocess.DEVNULL):  # noqa: S607
                try:
                    yield process, said
                finally:
                    process.kill()

    def said(self, *words: str) -> str:
        """What `unbland ats` says."""
        command = (sys.executable, "-c", _PROGRAM, "ats", *words)
        done = subprocess.run(command, env=self.env, check=False, capture_output=True, text=True, timeout=240)  # noqa: S603
        assert done.returncode == 0, done.stderr
        return done.stdout + done.stderr

    def proposals(self) -> list[str]:
        """The lines of all proposals."""
        return self.said("status").splitlines()


@pytest.fixture(params=KINDS)
def house(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[House]:
    """The double, and a database of each kind."""
    with FakeAts() as ats, ready_url(request.param, tmp_path) as url:
        given = {"DATABASE_URL": url, "ASHBY_API_KEY": ASHBY_KEY, "ASHBY_WEBHOOK_SECRET": SIGNING}
        given["SERVE_WORKS"] = "false" if request.param == "postgresql" else "true"
        env = {f"UNBLAND_{name}": value for name, value in given.items()}
        yield House(ats, os.environ | env | {"HOSTS": json.dumps(ats.hosts)})


def _send(said: str, times: int) -> None:
    """Seven times the same event, each answered as noted."""
    address = re.search(r"http://[\d.:]+", said)
    assert address is not None, said
    headers = {"Ashby-Signature": "sha256=" + hmac.digest(SIGNING.encode(), EVENT, "sha256").hex()}
    for _ in range(times):
        answer = httpx2.post(f"{address[0]}/v1/connectors/ashby/events", content=EVENT, headers=headers, timeout=120)
        assert (answer.status_code, answer.json()) == (200, {"noted": True})


def _until(condition: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.5)


def test_b46_a_process_killed_between_the_event_and_the_text_loses_nothing(house: House) -> None:
    """The service notes and dies with the read under way, or its worker does; the next one proposes, once."""
    reading, over = threading.Event(), threading.Event()

    def hang() -> None:
        reading.set()
        over.wait(PATIENCE)

    house.ats.play("POST", "/jobPosting.info", Play(before=hang, does=True, drops=True))
    is_file = house.env["UNBLAND_SERVE_WORKS"] == "true"
    try:
        with house.running("serve", "--port", "0") as (service, said):
            if is_file:
                _send(said, 7)
                assert reading.wait(PATIENCE)
                service.kill()
            else:
                with house.running("work") as (worker, _):
                    _send(said, 7)
                    assert reading.wait(PATIENCE)
                    worker.kill()
        assert house.proposals() == []
        over.set()
        with house.running(*(("serve", "--port", "0") if is_file else ("work",))):
            _until(house.proposals)
    finally:
        over.set()

    (line,) = house.proposals()
    link, system, posting, state, _ = line.split("\t")
    assert (system, posting, state) == ("ashby", ASHBY_ID, "proposed")
    assert house.ats.writes == []
    token = re.search(rf"accept {link} (ok_\w+)", house.said("show", link))
    assert token is not None
    assert "stands in the posting" in house.said("accept", link, token[1], "--by", "ana")
    assert len(house.ats.writes) == 1
