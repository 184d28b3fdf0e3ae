"""The service on a day on which its models are down, or its key is refused: a real process, every call counted."""

from __future__ import annotations

import asyncio
import json
import logging
from pathlib import Path

import pytest

from doubles.asking import request
from doubles.fault_server import PLAYS, VALID, FaultServer, completion, error
from doubles.serving import Serving, serving
from unbland.adapters.langchain_completer import Endpoint, LangChainCompleter
from unbland.application.ports import CompletionFailed
from unbland.application.replies import parse
from unbland.edges.http.metrics import Metrics

DRAFT = (Path(__file__).parents[2] / "examples" / "account-manager" / "draft.md").read_text("utf-8")
KEY = "sk-CANARY0123456789"
MODEL, FALLBACK = "gpt-5.4-mini", "m-2"

#: More rewrites than it takes to see that two models are down.
ENOUGH = 20

#: Down, and quick to be asked again, so that a test does not wait.
DOWN = error(503, retry_after_ms="1")

#: An answer that leaves nothing to repair: one call.
NOTHING = completion('{"title": "", "sections": []}')


def _provenance(result: dict[str, object]) -> dict[str, object]:
    provenance = result["provenance"]
    assert isinstance(provenance, dict)
    return provenance


async def _until_all_are_paused(service: Serving) -> None:
    """Ask until neither model is asked any more."""
    for _ in range(ENOUGH):
        if _provenance(await service.rewritten(DRAFT))["calls"] == 0:
            return
    raise AssertionError(f"{ENOUGH} rewrites and the models are still asked")


async def test_b64_with_every_provider_down_the_answer_comes_at_once() -> None:
    """No call, and within two seconds the edited draft, its score, and that it is degraded; `/readyz` says why."""
    async with FaultServer(DOWN) as server, serving(server.base_url, UNBLAND_FALLBACK_MODEL=FALLBACK) as service:
        await _until_all_are_paused(service)
        before = server.calls
        async with asyncio.timeout(2):
            result = await service.rewritten(DRAFT)
            status, ready = await service.ready()
        metrics = await service.metrics()

    assert server.calls == before
    assert {str(asked["model"]) for asked in server.requests} == {MODEL, FALLBACK}
    provenance = _provenance(result)
    assert (provenance["degraded"], provenance["engine"]) == ("write: server_error, paused", "editor")
    assert "Northlane Freight is an equal opportunity employer" in json.dumps(result["rendered"])
    score = result["score"]
    assert isinstance(score, dict)
    assert score["after"]["total"] >= score["before"]["total"]
    assert (status, ready["status"]) == (200, "degraded")
    assert ready["wrong"] == ["model_server_error", "fallback_model_server_error"]
    assert {f'unbland_model_breaker{{asked="{name}"}} 2.0' for name in (MODEL, FALLBACK)} <= {*metrics}


@pytest.mark.parametrize(("engine", "status", "word"), [("auto", 200, "degraded"), ("llm", 503, "unavailable")])
async def test_b9_a_key_refused_at_midday_is_used_once(engine: str, status: int, word: str) -> None:
    """One rewrite is written, one call is refused, and none follows; who wants a model sends the work elsewhere."""
    async with (
        FaultServer(NOTHING, PLAYS["401"]) as server,
        serving(server.base_url, OPENAI_API_KEY=KEY, UNBLAND_ENGINE=engine, UNBLAND_LOG_LEVEL="debug") as service,
    ):
        assert await service.ready() == (200, {"status": "ok", "engine": "llm", "wrong": []})
        said = [_provenance(await service.rewritten(DRAFT)) for _ in range(3)]
        ready = await service.ready()
        metrics = await service.metrics()

    assert [(each["degraded"], each["calls"]) for each in said] == [
        (None, 1),
        ("write: unauthorized", 1),
        ("write: unauthorized, paused", 0),
    ]
    assert server.calls == 2
    assert (ready[0], ready[1]["status"], ready[1]["wrong"]) == (status, word, ["model_unauthorized"])
    assert f'unbland_model_calls_total{{asked="{MODEL}",class="auth",outcome="unauthorized"}} 1.0' in metrics
    assert f'unbland_model_calls_total{{asked="{MODEL}",class="ok",outcome="ok"}} 1.0' in metrics
    assert f'unbland_model_breaker{{asked="{MODEL}"}} 2.0' in metrics
    log = [json.loads(line) for line in service.log]
    assert [line["action"] for line in log].count("model.call") == 2
    assert "CANARY" not in "".join(service.log) + "".join(metrics) + json.dumps([said, ready])
    assert "SECRET" not in "".join(service.log)


class Clock:
    """A clock that stands until it is moved."""

    now = 0.0

    def __call__(self) -> float:
        """The time."""
        return self.now


def _of_breaker(metrics: Metrics) -> list[str]:
    """What the page says of breakers."""
    return [line for line in metrics.page().decode().splitlines() if line.startswith("unbland_model_breaker{")]


async def test_b8_metrics_follow_a_model_down_and_back() -> None:
    """Paused is 2, a probe on its way 1, asked again 0; each call is counted by its class."""
    metrics, clock, log = Metrics(), Clock(), logging.getLogger("unbland")
    level = log.level
    log.addHandler(metrics)
    log.setLevel(logging.INFO)
    seen = []
    try:
        async with FaultServer(PLAYS["429 no quota"], PLAYS["late"], VALID) as server:
            real = LangChainCompleter(Endpoint(model="m-1", base_url=server.base_url), clock=clock)
            with pytest.raises(CompletionFailed):
                await real.complete(request(), parse)
            seen += _of_breaker(metrics)
            clock.now += 30
            server.asked.clear()
            probe = asyncio.create_task(real.complete(request(), parse))
            await server.asked.wait()
            seen += _of_breaker(metrics)
            await probe
            seen += _of_breaker(metrics)
            await real.aclose()
            assert server.calls == 2
    finally:
        log.removeHandler(metrics)
        log.setLevel(level)
    assert seen == [f'unbland_model_breaker{{asked="m-1"}} {state}' for state in ("2.0", "1.0", "0.0")]
    page = metrics.page().decode()
    assert 'unbland_model_calls_total{asked="m-1",class="quota",outcome="out_of_quota"} 1.0' in page
    assert 'unbland_model_calls_total{asked="m-1",class="ok",outcome="ok"} 1.0' in page
