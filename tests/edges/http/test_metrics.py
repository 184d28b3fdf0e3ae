"""Metrics: what was asked and done, by the words of the log, and nothing of what it was about."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from databases import ready_file
from unbland import bootstrap
from unbland.bootstrap.service import service
from unbland.edges.http.app import create
from unbland.edges.http.metrics import Metrics

BODY = {"draft": {"content": "Ferry CANARY Clerk\n\nDuties\n- Sell tickets for 3 ferries\n"}}


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    """A service on a file of its own."""
    url = ready_file(tmp_path)
    settings = bootstrap.read_settings().model_copy(update={"database_url": url})
    with TestClient(create(lambda: service(settings)), base_url="http://localhost") as made:
        yield made


def test_requests_and_rewrites_are_counted(client: TestClient) -> None:
    """By route, status and engine; a path that nobody serves does not make a name of its own."""
    client.post("/v1/rewrites", json=BODY)
    client.post("/v1/rewrites", json={})
    client.get("/v1/CANARY")
    page = client.get("/metrics")

    assert page.headers["content-type"].startswith("text/plain")
    lines = page.text.splitlines()
    request = 'unbland_http_request_seconds_count{method="POST",route="/v1/rewrites",status='
    assert f'{request}"200"}} 1.0' in lines
    assert f'{request}"422"}} 1.0' in lines
    assert 'unbland_rewrites_total{degraded="",engine="editor",status="needs_facts"} 1.0' in lines
    assert "CANARY" not in page.text


def test_a_method_that_nobody_knows_makes_no_name_of_its_own(client: TestClient) -> None:
    """However many are made up, on a path that is there or not."""
    for number in range(3):
        client.request(f"CANARY{number}", "/healthz")
        client.request(f"CANARY{number}", "/nowhere")
    text = client.get("/metrics").text

    assert 'unbland_http_request_seconds_count{method="other",route="/healthz",status="405"} 3.0' in text
    assert "CANARY" not in text


def test_calls_to_a_model_are_counted_with_their_tokens() -> None:
    """Failed ones too."""
    metrics, log = Metrics(), logging.getLogger("unbland.test-metrics")
    log.addHandler(metrics)
    log.setLevel(logging.INFO)
    for outcome, tokens in (("ok", 2000), ("rate_limited", 0)):
        event = {"action": "model.call", "step": "write", "outcome": outcome, "model": "m", "ms": 1500}
        log.info("model.call", extra=event | {"input_tokens": tokens, "output_tokens": tokens // 4})
    log.removeHandler(metrics)

    page = metrics.page().decode()

    assert 'unbland_model_call_seconds_count{model="m",outcome="rate_limited",step="write"} 1.0' in page
    assert 'unbland_model_call_seconds_sum{model="m",outcome="ok",step="write"} 1.5' in page
    assert 'unbland_model_tokens_total{model="m",way="in"} 2000.0' in page
    assert 'unbland_model_tokens_total{model="m",way="out"} 500.0' in page


def test_other_events_are_let_through() -> None:
    """Whatever is logged, nothing breaks."""
    metrics = Metrics()
    metrics.emit(logging.makeLogRecord({"action": "something.new"}))
    metrics.emit(logging.makeLogRecord({}))
    metrics.emit(logging.makeLogRecord({"action": "http.crashed"}))

    assert 'unbland_crashes_total{action="http.crashed"} 1.0' in metrics.page().decode()
