"""The service as it runs: a real process on a real port."""

from __future__ import annotations

import contextlib
import gzip
import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx2
import pytest

EXAMPLE = Path(__file__).parents[2] / "examples" / "account-manager"
SERVE = (sys.executable, "-m", "unbland", "serve")

#: Seconds that a refusal may take on a slow machine: fewer than the 20 for which a body on its way is waited for.
AT_ONCE = 15


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Where a server of ours listens; afterwards it has ended as it was told, without a word of a draft."""
    with subprocess.Popen([*SERVE, "--port", "0"], stderr=subprocess.PIPE, text=True) as process:  # noqa: S603
        assert process.stderr is not None
        listens = re.search(r"http://[\d.:]+", process.stderr.readline())
        assert listens is not None
        yield listens[0]
        process.send_signal(signal.SIGTERM)
        log = process.stderr.read()
        assert process.wait(timeout=120) == -signal.SIGTERM
    told = {"http.request", "rewrite.ended", "library.said"}  # the last is the server's own, of what is no HTTP
    assert {json.loads(line)["action"] for line in log.splitlines()} <= told
    assert "CANARY" not in log


def test_a_rewrite_over_http(address: str) -> None:
    """The draft and facts of the first example, as a client sends them."""
    facts = {
        "hiring_reason": "Two customers leave in May.",
        "goals": ["Keep both."],
        "pay": {"min": 62000, "max": 87000},
    }
    body = {"draft": {"content": (EXAMPLE / "draft.md").read_text(), "format": "markdown"}, "facts": facts}
    answer = httpx2.post(f"{address}/v1/rewrites", json=body, headers={"X-Request-Id": "job-7"}, timeout=120)
    assert (answer.status_code, answer.headers["x-request-id"]) == (200, "job-7")
    assert "Two customers leave in May." in answer.json()["rendered"]["markdown"]


def test_health_over_http(address: str) -> None:
    """What a load balancer asks."""
    for path in ("/healthz", "/readyz"):
        assert httpx2.get(address + path, timeout=120).json()["status"] == "ok"


def test_a_service_that_runs_is_well(address: str) -> None:
    """What its container asks."""
    environment = os.environ | {"UNBLAND_PORT": address.rpartition(":")[2]}
    command = (sys.executable, "-m", "unbland", "doctor", "--running")
    done = subprocess.run(command, capture_output=True, text=True, timeout=180, check=False, env=environment)  # noqa: S603
    assert (done.returncode, done.stdout.startswith("ok     service   answers on port")) == (0, True)


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b'{"draft": {"content": ""}}', 422),
        (b'{"draft": {"content": "CANARY"}, "fcats": {}}', 422),
        (b'{"draft": {"content": "' + b"CANARY " * 150_000 + b'"}}', 413),
        (b'{"draft": "CANARY', 400),
        (b"[" * 100_000, 400),
        (b"\xff\xfeCANARY", 400),
    ],
)
def test_bad_bodies_over_http(body: bytes, status: int, address: str) -> None:
    """A problem document for each, at once, and nothing of what was sent."""
    answer = httpx2.post(
        f"{address}/v1/rewrites", content=body, headers={"Content-Type": "application/json"}, timeout=AT_ONCE
    )
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert "CANARY" not in answer.text


@pytest.mark.parametrize(
    ("head", "body", "status"),
    [
        (b"GET /healthz HTTP/1.1\r\nx-a: " + b"CANARY" * 2_000_000 + b"\r\n", b"", 400),
        (b"GET /healthz HTTP/1.1\r\n" + b"x-a: CANARY\r\n" * 100_000, b"", 400),
        (b"POST /v1/rewrites HTTP/1.1\r\n", b'{"draft": {"content": NaN}}', 400),
        (b"POST /v1/rewrites HTTP/1.1\r\n", b'{"draft": {"content": "CANARY"}, "draft": {}}', 400),
        (b"POST /v1/rewrites HTTP/1.1\r\ncontent-encoding: gzip\r\n", gzip.compress(b"[" + b" " * 50_000_000), 415),
        (b"POST /v1/rewrites HTTP/1.1\r\ntransfer-encoding: chunked\r\n", b"200000\r\n" + b"a" * 0x200000, 413),
        (b"POST /v1/rewrites HTTP/1.1\r\ncontent-length: 99999999999\r\n", b"{", 413),
    ],
    ids=["header", "headers", "nan", "twice", "packed", "chunks", "announced"],
)
def test_b39_s25_what_no_client_sends_is_refused_at_once(head: bytes, body: bytes, status: int, address: str) -> None:
    """A header of 10 MB, a body that unpacks to 50 MB, one that is announced and never comes; then it serves on."""
    host, port = address.removeprefix("http://").split(":")
    about = b"host: x\r\ncontent-type: application/json\r\n"
    if b"content-length" not in head and b"chunked" not in head:
        about += b"content-length: %d\r\n" % len(body)
    with socket.create_connection((host, int(port)), timeout=AT_ONCE) as caller:
        with contextlib.suppress(ConnectionError):  # it may say no before it has heard all
            caller.sendall(head + about + b"\r\n" + body)
        answer = caller.recv(65_536)

    assert answer.startswith(b"HTTP/1.1 %d " % status)
    assert b"CANARY" not in answer
    assert httpx2.get(f"{address}/healthz", timeout=120).status_code == 200


def test_many_at_once(address: str) -> None:
    """Requests do not mix: each gets its own posting back."""

    def rewritten(number: int) -> str:
        body = {"draft": {"content": f"# Clerk {number}\n\n- You file {number} letters a day.\n"}}
        return str(httpx2.post(f"{address}/v1/rewrites", json=body, timeout=120).json()["posting"]["title"])

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(rewritten, range(100, 116))) == [f"Clerk {number}" for number in range(100, 116)]


def test_a_taken_port_is_a_sentence() -> None:
    """Exit code 2, before anything else is started."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = subprocess.run([*SERVE, "--port", port], capture_output=True, text=True, timeout=180, check=False)  # noqa: S603
    assert done.returncode == 2
    assert done.stderr == f"unbland: The service cannot listen on 127.0.0.1, port {port}: address already in use.\n"


def test_b25_a_second_service_on_the_same_file_does_not_start(address: str) -> None:
    """It would begin anew what the first one works on, and pay for it twice."""
    second = subprocess.run([*SERVE, "--port", "0"], check=False, capture_output=True, text=True)  # noqa: S603
    assert (second.returncode, second.stderr.count("\n")) == (2, 1)
    assert "Another service runs on" in second.stderr
    assert httpx2.get(address + "/readyz", timeout=120).json()["status"] == "ok"


def test_a_server_without_its_model_does_not_start() -> None:
    """An operator who asked for the llm engine hears at once that no model is set."""
    environment = os.environ | {"UNBLAND_ENGINE": "llm"}
    done = subprocess.run(SERVE, capture_output=True, text=True, timeout=180, check=False, env=environment)  # noqa: S603
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "set OPENAI_API_KEY" in done.stderr
