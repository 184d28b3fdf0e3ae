"""What is sent to a provider, and to nobody else."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Coroutine

import openai
import pytest
import respx
from langchain_openai import ChatOpenAI
from langsmith.utils import tracing_is_enabled
from pydantic import SecretStr

from doubles.asking import DRAFT, Naps, completer, request
from doubles.fault_server import PLAYS, VALID, FaultServer
from unbland.adapters.langchain_completer import OPENAI, Endpoint, LangChainCompleter
from unbland.application.ports import CompletionFailed
from unbland.application.replies import POSTING, parse

HOST = "https://models.example/v1"

TRACING = ("LANGSMITH_TRACING", "LANGSMITH_TRACING_V2", "LANGCHAIN_TRACING_V2")


def _answers(router: respx.MockRouter, base_url: str = HOST) -> respx.Route:
    """The one address that is answered; the router refuses every other."""
    return router.post(f"{base_url}/chat/completions").respond(json=json.loads(VALID.body))


async def _sent(router: respx.MockRouter, endpoint: Endpoint) -> tuple[dict[str, object], dict[str, str]]:
    """The body and the headers of the one call that an endpoint gets."""
    route = _answers(router, endpoint.base_url or OPENAI)
    real = LangChainCompleter(endpoint, sleep=Naps())
    await real.complete(request(), parse)
    await real.aclose()
    assert len(router.calls) == route.call_count == 1
    sent = route.calls.last.request
    body: dict[str, object] = json.loads(sent.content)
    return body, dict(sent.headers)


async def test_one_call_carries_both_texts_and_the_strict_schema(httpx2_mock: respx.MockRouter) -> None:
    """Braces in the texts mean nothing, and the schema is static and strict."""
    body, headers = await _sent(httpx2_mock, Endpoint(model="m-1", base_url=HOST, api_key="k"))
    assert body["messages"] == [
        {"role": "system", "content": "Edit. {braces}"},
        {"role": "user", "content": DRAFT},
    ]
    schema = {"name": "write", "strict": True, "schema": POSTING}
    assert body["response_format"] == {"type": "json_schema", "json_schema": schema}
    assert (body["model"], body["max_completion_tokens"], body["stream"]) == ("m-1", 4096, False)
    assert headers["authorization"] == "Bearer k"
    assert "temperature" not in body


async def test_what_the_endpoint_says_is_sent(httpx2_mock: respx.MockRouter) -> None:
    """Temperature and room are the endpoint's; without a base URL it is OpenAI that is asked."""
    body, _ = await _sent(httpx2_mock, Endpoint(model="m-1", api_key="k", temperature=0.2, max_tokens=99))
    assert (body["temperature"], body["max_completion_tokens"]) == (0.2, 99)


async def test_a_server_of_ones_own_needs_no_key(httpx2_mock: respx.MockRouter) -> None:
    """No key is looked for elsewhere."""
    _, headers = await _sent(httpx2_mock, Endpoint(model="m-1", base_url=HOST))
    assert headers["authorization"] == "Bearer none"


def test_the_key_is_not_shown() -> None:
    """An endpoint may be logged."""
    assert "hush" not in repr(Endpoint(model="m-1", api_key="hush"))


async def test_the_environment_sends_nothing_elsewhere(
    httpx2_mock: respx.MockRouter, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tracing variables, gateways and other base URLs of the environment move no draft to another host."""
    for name in TRACING:
        monkeypatch.setenv(name, "true")
    monkeypatch.setenv("LANGSMITH_API_KEY", "k")
    monkeypatch.setenv("LANGSMITH_GATEWAY", "true")
    monkeypatch.setenv("OPENAI_API_BASE", "https://elsewhere.example/v1")
    monkeypatch.setenv("OPENAI_BASE_URL", "https://elsewhere.example/v1")
    await _sent(httpx2_mock, Endpoint(model="m-1", base_url=HOST, api_key="k"))


def test_tracing_is_for_who_asks_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The endpoint decides, whatever the environment says."""
    for asked, said in ((True, "false"), (False, "true")):
        monkeypatch.setenv("LANGSMITH_TRACING", said)
        LangChainCompleter(Endpoint(model="m-1", tracing=asked))
        assert tracing_is_enabled() is asked


async def test_a_dead_tracing_variable_breaks_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """LangChain refuses to run under the variable of its first tracer; that is a failed call, no crash."""
    monkeypatch.setenv("LANGCHAIN_TRACING", "true")
    async with completer(HOST) as real:
        with pytest.raises(CompletionFailed, match="rejected"):
            await real.complete(request(), parse)


async def test_a_redirect_is_not_followed(httpx2_mock: respx.MockRouter) -> None:
    """A provider cannot send the draft on to somebody else."""
    answer = httpx2_mock.post(f"{HOST}/chat/completions")
    answer.respond(307, headers={"location": "https://elsewhere.example/"})
    async with completer(HOST) as real:
        with pytest.raises(CompletionFailed, match="rejected"):
            await real.complete(request(), parse)
    assert len(httpx2_mock.calls) == 1


def test_a_second_event_loop_gets_a_second_completer() -> None:
    """A process that runs one loop after another can ask a model in each."""

    async def once() -> int:
        async with FaultServer(VALID) as server, completer(server.base_url) as real:
            return (await real.complete(request(), parse)).usage.calls

    def run(main: Coroutine[None, None, int]) -> int:
        return asyncio.run(main)

    assert (run(once()), run(once())) == (1, 1)


async def test_the_sdk_still_loses_an_answer_that_it_parses() -> None:
    """Why the schema goes in as extra body: on the SDK's parsing way a cut-off answer is raised away.

    When this fails, the plain way may have become good enough.
    """
    async with FaultServer(PLAYS["length"]) as server:
        model = ChatOpenAI(model="m-1", base_url=server.base_url, api_key=SecretStr("k"), max_retries=0)
        strict = {"type": "json_schema", "json_schema": {"name": "write", "strict": True, "schema": POSTING}}
        with pytest.raises(openai.LengthFinishReasonError):
            await model.bind(response_format=strict).ainvoke("Hello")
        kept = await model.bind(extra_body={"response_format": strict}).ainvoke("Hello")
        await model.root_async_client.close()
    assert kept.response_metadata["finish_reason"] == "length"
    assert kept.usage_metadata is not None
    assert server.requests[0]["response_format"] == server.requests[1]["response_format"]
