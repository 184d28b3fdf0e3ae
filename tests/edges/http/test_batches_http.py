"""Batches over HTTP: a line each, good and bad; states and counts; output, errors, cancel; each its tenant's own."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2
import pytest
from pydantic import SecretStr

from asked import asking
from databases import KINDS, ready_file, ready_url
from doubles.fault_server import HELD, VALID, FaultServer
from unbland import bootstrap
from unbland.application.batch.model import Limits
from unbland.bootstrap.service import Service, service
from unbland.edges.http.app import create

TEXT = "Ferry Clerk\n\nDuties\n- Sell tickets for {} ferries\n- Count the till at 18:00\n"
LINES = {"Content-Type": "application/x-ndjson"}


@dataclass
class Running:
    """A service under way, and its client."""

    service: Service
    client: httpx2.AsyncClient

    async def create(self, body: bytes | str, **query: str) -> httpx2.Response:
        """The answer to a new batch."""
        return await self.client.post("/v1/batches", content=body, headers=LINES, params=query)

    async def get(self, id_: str) -> dict[str, Any]:
        """The batch as it is now."""
        found: dict[str, Any] = (await self.client.get(f"/v1/batches/{id_}")).json()
        return found

    async def over(self, id_: str) -> dict[str, Any]:
        """The batch, when it is over."""
        async with asyncio.timeout(60):
            while True:
                found = await self.get(id_)
                if found["status"] in {"completed", "cancelled"}:
                    return found
                await asyncio.sleep(0.02)

    async def lines(self, id_: str, which: str) -> list[dict[str, Any]]:
        """Its output or its errors."""
        answer = await self.client.get(f"/v1/batches/{id_}/{which}")
        assert answer.headers["content-type"].startswith("application/x-ndjson")
        return [json.loads(line) for line in answer.text.splitlines()]


@asynccontextmanager
async def _running(url: str, **changed: object) -> AsyncIterator[Running]:
    settings = bootstrap.read_settings().model_copy(update={"database_url": url, "drain_seconds": 5, **changed})
    made = service(settings)
    async with asking(create(lambda: made)) as client:
        yield Running(made, client)


@pytest.fixture(params=KINDS)
async def running(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Running]:
    """A service on each kind of database."""
    with ready_url(request.param, tmp_path) as url:
        async with _running(url) as made:
            yield made


def _line(key: str, text: str = "", **more: object) -> str:
    return json.dumps({"custom_id": key, "draft": {"content": text or TEXT.format(key)}, **more})


async def test_b28_bad_lines_are_errors_of_their_own_and_counts_add_up(running: Running) -> None:
    """Mark, carriage returns, bad JSON, a name twice, an empty line, a field that nobody knows."""
    lines = [_line("1"), "{bad", _line("3"), "", _line("1"), _line("6", fcts={}), _line("7", TEXT.format("1"))]
    lines.append(_line("8\x00"))
    answer = await running.create("\r\n".join(lines).encode("utf-8-sig"))
    assert answer.status_code == 201
    made = answer.json()
    found = await running.over(made["id"])

    assert found["status"] == "completed"
    assert found["request_counts"] == {"total": 7, "completed": 3, "failed": 4, "copied": 1, "cancelled": 0}
    output = await running.lines(made["id"], "output")
    assert [(line["custom_id"], line["place"]) for line in output] == [
        ("1", "line 1"),
        ("3", "line 3"),
        ("7", "line 7"),
    ]
    assert output[2]["posting"] == output[0]["posting"]
    assert output[2]["copied_from"] == f"{made['id']}/1"
    errors = await running.lines(made["id"], "errors")
    assert [(line["place"], line["error"]["code"]) for line in errors] == [
        ("line 2", "bad_json"),
        ("line 5", "duplicate_id"),
        ("line 6", "invalid_line"),
        ("line 8", "invalid_line"),
    ]
    assert errors[-1]["error"]["message"] == "custom_id: write it without NULs."


async def test_b28_a_number_is_a_name_too(running: Running) -> None:
    """As it is written, also of a line that fails; `true` names nothing."""
    lines = [_line("7", custom_id=7), _line("8", custom_id=8, fcts={}), _line("9", custom_id=True)]
    made = (await running.create("\n".join(lines).encode())).json()
    await running.over(made["id"])

    assert [line["custom_id"] for line in await running.lines(made["id"], "output")] == ["7"]
    assert [line["custom_id"] for line in await running.lines(made["id"], "errors")] == ["8", "line-3"]


async def test_b28_a_body_in_utf_16_is_read_by_its_mark(running: Running) -> None:
    """As spreadsheets save it."""
    answer = await running.create(f"{_line('1')}\r\n{_line('2')}\r\n".encode("utf-16"))

    assert answer.json()["request_counts"]["total"] == 2


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        (b"", LINES, 400),
        (b"\n\r\n", LINES, 400),
        (b"{}", {"Content-Type": "application/json"}, 400),
        (b"[]", {"Content-Type": "application/json"}, 400),
        (b"[1", {"Content-Type": "application/json"}, 400),
        (b"a: 1", {"Content-Type": "application/yaml"}, 415),
        (b"x", {**LINES, "Content-Encoding": "gzip"}, 415),
        (b"x", {"Content-Type": "multipart/form-data"}, 400),
        (b"x", {"Content-Type": "multipart/form-data; boundary=b"}, 400),
        (b"x" * 900_000, LINES, 413),
    ],
)
async def test_a_body_that_holds_no_postings_leaves_no_batch(
    running: Running, body: bytes, headers: dict[str, str], status: int
) -> None:
    """Empty, of another kind, or one endless line."""
    answer = await running.client.post("/v1/batches", content=body, headers=headers)

    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert (await running.client.get("/v1/batches")).json()["data"] == []


async def test_b29_a_batch_that_is_cancelled_keeps_what_is_done(running: Running) -> None:
    """Cancelling twice changes nothing; what is done can be read; resuming takes the rest up again."""
    # One a minute: the first begins, and the others wait.
    answer = await running.create("\n".join(_line(str(n)) for n in range(1, 30)), rpm="2")
    id_ = answer.json()["id"]
    async with asyncio.timeout(60):
        while not (await running.get(id_))["request_counts"]["completed"]:  # noqa: ASYNC110 - nobody tells
            await asyncio.sleep(0.02)
    first = await running.client.post(f"/v1/batches/{id_}/cancel")
    assert first.json()["status"] in {"cancelling", "cancelled"}
    found = await running.over(id_)
    counts = found["request_counts"]

    assert found["status"] == "cancelled"
    assert counts["completed"] + counts["cancelled"] == counts["total"] == 29
    assert len(await running.lines(id_, "output")) == counts["completed"] > 0
    assert {line["error"]["code"] for line in await running.lines(id_, "errors")} == {"cancelled"}
    assert (await running.client.post(f"/v1/batches/{id_}/cancel")).json() == found
    resumed = await running.client.post(f"/v1/batches/{id_}/resume", params={"rpm": "1000000"})
    assert resumed.json()["status"] == "in_progress"
    assert (await running.over(id_))["request_counts"]["completed"] == 29
    assert (await running.client.post(f"/v1/batches/{id_}/resume")).status_code == 409


async def test_b33_the_same_batch_again_is_done_at_once(running: Running) -> None:
    """Every line is copied from the first."""
    body = "\n".join(_line(str(n)) for n in range(1, 6))
    await running.over((await running.create(body)).json()["id"])
    found = await running.over((await running.create(body)).json()["id"])

    assert found["request_counts"]["copied"] == 5


async def test_batches_are_listed_the_newest_first_and_are_nobody_elses(running: Running) -> None:
    """Pages; another tenant's id is as good as one that never was."""
    ids = [(await running.create(_line(str(n)))).json()["id"] for n in range(1, 4)]
    for id_ in ids:
        await running.over(id_)
    page = (await running.client.get("/v1/batches", params={"limit": 2})).json()
    assert ([each["id"] for each in page["data"]], page["has_more"]) == ([ids[2], ids[1]], True)
    rest = (await running.client.get("/v1/batches", params={"starting_after": ids[1]})).json()
    assert [each["id"] for each in rest["data"]] == [ids[0]]

    for method, path in (("GET", ""), ("GET", "/output"), ("GET", "/errors"), ("POST", "/cancel"), ("POST", "/resume")):
        answer = await running.client.request(method, f"/v1/batches/batch_none{path}")
        assert (answer.status_code, answer.json()["code"]) == (404, "no_such_batch"), path


async def test_b31_a_large_batch_does_not_hold_up_a_rewrite(running: Running) -> None:
    """Of the same tenant, asked for while hundreds of items wait: it is done before they are."""
    id_ = (await running.create("\n".join(_line(str(n)) for n in range(1, 200)))).json()["id"]
    body = {"draft": {"content": TEXT.format(777)}}
    answer = await running.client.post("/v1/rewrites", json=body, headers={"Prefer": "wait=20"})
    left = (await running.client.get(f"/v1/batches/{id_}")).json()

    assert answer.json()["state"] == "done"
    assert left["status"] == "in_progress"
    await running.client.post(f"/v1/batches/{id_}/cancel")
    await running.over(id_)


@pytest.mark.parametrize("kind", KINDS)
async def test_b31_a_batch_that_waits_for_its_model_holds_no_rewrite_up(kind: str, tmp_path: Path) -> None:
    """Chunks under way keep their places for as long as their postings take; a rewrite has a place all the same."""
    async with FaultServer(HELD) as server:
        model = {"openai_base_url": server.base_url, "openai_api_key": SecretStr("sk-none")}
        with ready_url(kind, tmp_path) as url:
            async with _running(url, **model) as running:
                id_ = (await running.create("\n".join(_line(str(n)) for n in range(1, 200)))).json()["id"]
                await asyncio.wait_for(server.asked.wait(), 60)
                body = {"draft": {"content": TEXT.format(777)}, "options": {"engine": "editor"}}
                answer = await running.client.post("/v1/rewrites", json=body, headers={"Prefer": "wait=20"})
                counts = (await running.get(id_))["request_counts"]
                await running.client.post(f"/v1/batches/{id_}/cancel")
                server.let_go.set()
                await running.over(id_)

    assert answer.json()["state"] == "done"
    assert counts["completed"] + counts["failed"] == 0


async def test_a_batch_that_is_paced_holds_no_other_up(tmp_path: Path) -> None:
    """Its postings wait for their turns, one a minute; those of another are written meanwhile."""
    async with FaultServer(VALID) as server:
        model = {"openai_base_url": server.base_url, "openai_api_key": SecretStr("sk-none"), "drain_seconds": 0.1}
        async with _running(ready_file(tmp_path), **model) as running:
            slow = (await running.create("\n".join(_line(str(n)) for n in range(1, 400)), rpm="1")).json()["id"]
            await asyncio.wait_for(server.asked.wait(), 60)
            fast = (await running.create("\n".join(_line(str(n)) for n in range(500, 504)))).json()["id"]
            done = await running.over(fast)
            left = (await running.get(slow))["request_counts"]

    assert done["request_counts"]["completed"] == 4
    assert left["completed"] <= 1


async def test_limits_are_the_batchs_own(running: Running) -> None:
    """And a wrong one is refused."""
    answer = await running.create(_line("1"), max_tokens="100", tpm="5000")
    batch = await running.service.batch.batches.get("local", answer.json()["id"])
    assert batch.limits == Limits(tokens=100, tpm=5000)

    assert (await running.create(_line("1"), max_tokens="0")).status_code == 422
    assert (await running.create(_line("1"), engine="llm")).status_code == 422
