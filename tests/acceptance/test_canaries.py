"""Secrets on every error path of a real process: none in its log, its traces, its answers or its database."""

from __future__ import annotations

import asyncio
import json
import os
import re
import sqlite3
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx2
import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.trace.v1.trace_pb2 import Span

from doubles.fault_server import PLAYS, FaultServer

SECRETS = ("sk-CANARY", "xoxb-CANARY", "DRAFT-CANARY")
TEXT = "Ferry Clerk\n\nDuties\n- Sell tickets for 3 ferries and DRAFT-CANARY, sk-CANARY, xoxb-CANARY\n"
JSON = {"Content-Type": "application/json"}
UNBLAND = (sys.executable, "-m", "unbland")


@dataclass
class Receiver:
    """An OTLP receiver on a real socket: what was sent, as bytes and as spans."""

    url: str = ""
    bodies: list[bytes] = field(default_factory=list)

    @property
    def spans(self) -> list[Span]:
        """Every span that came."""
        requests = [ExportTraceServiceRequest.FromString(body) for body in self.bodies]
        scopes = [scope for each in requests for resource in each.resource_spans for scope in resource.scope_spans]
        return [span for scope in scopes for span in scope.spans]

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Take one export after the other."""
        try:
            while head := (await reader.readuntil(b"\r\n\r\n")).decode().lower():
                length = int(head.partition("content-length: ")[2].partition("\r\n")[0])
                self.bodies.append(await reader.readexactly(length))
                writer.write(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n")
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()


@asynccontextmanager
async def _receiver() -> AsyncIterator[Receiver]:
    made = Receiver()
    server = await asyncio.start_server(made.serve, "127.0.0.1", 0)
    made.url = "http://{}:{}".format(*server.sockets[0].getsockname())
    async with server:
        yield made


@dataclass
class Process:
    """A service under way."""

    address: str
    log: list[str] = field(default_factory=list)


@asynccontextmanager
async def _served(folder: Path, **env: str) -> AsyncIterator[Process]:
    """`unbland serve`, told to stop at the end; its log is whole then."""
    wanted = {"UNBLAND_DATABASE_URL": f"sqlite:///{folder / 'u.db'}", "UNBLAND_LOG_LEVEL": "debug"}
    process = await asyncio.create_subprocess_exec(
        *(*UNBLAND, "serve", "--port", "0"), env=os.environ | wanted | env, stderr=asyncio.subprocess.PIPE
    )
    assert process.stderr is not None
    found = re.search(r"http://[\d.:]+", (await process.stderr.readline()).decode())
    assert found is not None
    made = Process(found[0])
    reading = asyncio.create_task(process.stderr.read())
    try:
        yield made
    finally:
        process.terminate()
        made.log = (await reading).decode().splitlines()
        await process.wait()


@pytest.mark.parametrize("play", ["401", "400", "html", "prose", "refusal", "half json", "valid"])
async def test_s20_s34_no_secret_is_told_on_any_error_path(play: str, tmp_path: Path) -> None:
    """Bad bodies, paths and headers, a provider that fails in each way: no answer, line, span or error row has one."""
    env = {"OPENAI_API_KEY": "sk-CANARY", "UNBLAND_DEADLINE_SECONDS": "5"}
    good = {"draft": {"content": TEXT}}
    async with FaultServer(PLAYS[play]) as server, _receiver() as receiver:
        env |= {"OPENAI_BASE_URL": server.base_url, "OTEL_EXPORTER_OTLP_ENDPOINT": receiver.url}
        async with _served(tmp_path, **env) as process, httpx2.AsyncClient(timeout=120) as client:

            async def ask(method: str, path: str, **about: object) -> httpx2.Response:
                return await client.request(method, process.address + path, **about)  # type: ignore[arg-type] # plain values

            # The first that asks the model: one that refuses the key is not asked again for a while.
            done = await ask("POST", "/v1/rewrites", json=good, headers={"X-Request-Id": "job-7"})
            wrong = [
                await ask("POST", "/v1/rewrites", content='{"draft": "DRAFT-CANARY sk-CANARY', headers=JSON),
                await ask("POST", "/v1/rewrites", json={"draft": {"content": {"title": list(SECRETS)}}}),
                await ask("POST", "/v1/rewrites", json=good | {"DRAFT-CANARY text": 1}),
                await ask("POST", "/v1/rewrites", json={"draft": {"content": TEXT, "format": "sk-CANARY"}}),
                await ask("POST", "/v1/rewrites", json=good | {"facts": {"pay": {"min": "xoxb-CANARY"}}}),
                await ask("POST", "/v1/rewrites", json={"draft": {"content": TEXT * 9000}}),
                await ask("GET", "/v1/DRAFT-CANARY?key=sk-CANARY"),
                await ask("GET", "/v1/rewrites/rw_DRAFT-CANARY?token=xoxb-CANARY"),
                await ask("GET", "/v1/rewrites?starting_after=sk-CANARY&limit=DRAFT-CANARY"),
                await ask("POST", "/v1/rewrites/x/accept", json={"by": 1, "xoxb-CANARY" + "0" * 40: "x"}),
                await ask("POST", "/v1/rewrites", json=good, headers={"Idempotency-Key": "DRAFT-CANARY é".encode()}),
                await ask("POST", "/v1/rewrites", json=good, headers={"X-Request-Id": "sk CANARY"}),
            ]

    problems = [answer for answer in wrong if answer.status_code >= 400]
    assert len(problems) >= 11
    assert done.status_code == 200
    assert [(p.status_code, p.text) for p in problems if "CANARY" in p.text] == []
    assert [line for line in process.log if "CANARY" in line or "SECRET" in line] == []
    assert [body for body in receiver.bodies if b"CANARY" in body or b"SECRET" in body] == []
    with sqlite3.connect(tmp_path / "u.db") as database:
        for query in ("SELECT failure FROM rewrites", "SELECT data FROM rewrite_events", "SELECT * FROM audit"):
            assert "CANARY" not in str(database.execute(query).fetchall())
    calls = [event for event in map(json.loads, process.log) if event["action"] == "model.call"]
    assert {"job-7"} <= {event["request_id"] for event in calls}


async def test_spans_of_a_request_its_work_and_its_calls_are_one_trace(tmp_path: Path) -> None:
    """HTTP, the work, the step and the call with its model and tokens, by the GenAI conventions, over OTLP."""
    async with FaultServer(PLAYS["valid"]) as server, _receiver() as receiver:
        env = {"OPENAI_BASE_URL": server.base_url, "OTEL_EXPORTER_OTLP_ENDPOINT": receiver.url}
        async with _served(tmp_path, **env) as process, httpx2.AsyncClient(timeout=120) as client:
            await client.post(f"{process.address}/v1/rewrites", json={"draft": {"content": TEXT}})

    spans = {span.name: span for span in receiver.spans}
    chat = spans["chat gpt-5.4-mini"]
    about = {each.key: each.value for each in chat.attributes}
    assert about["gen_ai.operation.name"].string_value == "chat"
    assert about["gen_ai.request.model"].string_value == "gpt-5.4-mini"
    assert about["gen_ai.response.model"].string_value == "fault-1"
    assert about["gen_ai.usage.input_tokens"].int_value == 11
    assert about["gen_ai.usage.output_tokens"].int_value == 7
    assert about["gen_ai.response.finish_reasons"].array_value.values[0].string_value == "stop"
    assert chat.kind == Span.SPAN_KIND_CLIENT
    assert {"POST /v1/rewrites", "rewrite", "write", "look"} <= spans.keys()
    assert spans["rewrite"].parent_span_id == spans["POST /v1/rewrites"].span_id
    assert spans["write"].parent_span_id == spans["rewrite"].span_id
    assert len({span.trace_id for span in spans.values()}) == 1


async def test_without_an_endpoint_nothing_is_sent(tmp_path: Path) -> None:
    """The service works, and says nothing of traces."""
    async with _served(tmp_path) as process, httpx2.AsyncClient(timeout=120) as client:
        answer = await client.post(f"{process.address}/v1/rewrites", json={"draft": {"content": TEXT}})

    assert answer.status_code == 200
    assert [line for line in process.log if "opentelemetry" in line] == []
