"""Every refusal that the description names can be had, and is a problem document with a code and the request's id."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2
import pytest

from api.recording import described, examples_of
from api.tour import is_json
from asked import asking
from databases import ready_file
from unbland import bootstrap
from unbland.adapters.database.connection import Database
from unbland.application.keys.model import Scope
from unbland.bootstrap.service import service
from unbland.edges.http.app import create
from unbland.edges.http.description import operations
from unbland.edges.http.errors import MEDIA_TYPE
from unbland.edges.http.limits import Limiter

TODAY = json.loads(json.dumps(described()))

#: What takes more than one request or a signature, shown where rewrites, batches, webhooks, limits and events are
#: tested; `METHOD path status` for one.
_ELSEWHERE = {
    *("409", "POST /v1/webhooks/{webhook}/rotate 422", "POST /v1/batches 413"),
    *(f"POST /v1/connectors/{{system}}/events {status}" for status in (400, 401, 413, 415, 503)),
}


@dataclass
class Asked:
    """A service that asks for keys, and what asks it."""

    app: Any
    client: httpx2.AsyncClient
    served: Any

    async def key(self, *scopes: Scope) -> str:
        """The header of a key for these scopes."""
        _, text = await self.served.keys.create("northlane", "test", scopes)
        return f"Bearer {text}"


@pytest.fixture
async def asked(tmp_path: Path) -> AsyncIterator[Asked]:
    """A service on a file of its own."""
    settings = {"database_url": ready_file(tmp_path), "require_keys": True, "requests_per_minute": 0}
    served = service(bootstrap.read_settings().model_copy(update=settings))
    app = create(lambda: served)
    async with asking(app) as client:
        yield Asked(app, client, served)


def _refusals() -> Iterator[tuple[str, str, str]]:
    """Method, path and status of every refusal that is described."""
    for method, path, operation in operations(TODAY):
        for status, response in operation["responses"].items():
            if MEDIA_TYPE in response.get("content", {}) and {status, f"{method} {path} {status}"}.isdisjoint(
                _ELSEWHERE
            ):
                yield method, path, status


def _request(method: str, path: str, status: str) -> dict[str, Any]:
    """A request that is right but for what the status is about."""
    operation = TODAY["paths"][path][method.lower()]
    place, body = path.replace("{", "none_").replace("}", ""), b""
    headers: dict[str, str] = {}
    query: dict[str, str] = {}
    bounded = False
    for each in operation.get("parameters", ()):
        least = _least(each["schema"])
        if status == "422" and least is not None:
            (query if each["in"] == "query" else headers)[each["name"]] = str(least - 1)
            bounded = True
        if status == "404" and each["name"] == "starting_after":
            query[each["name"]] = "none_such"
    for kind, content in list(operation.get("requestBody", {}).get("content", {}).items())[:1]:
        example = examples_of(content)[0]
        right = (json.dumps(example) if is_json(kind) else str(example)).encode()
        wrong = {"400": b"{" if is_json(kind) else b"", "413": b" " * 2_000_000 + right}
        body = wrong.get(status, b'{"none_such": 1}' if status == "422" and not bounded else right)
        headers["Content-Type"] = "text/plain" if status == "415" else kind
    return {"method": method, "url": place, "headers": headers, "content": body, "params": query}


def _least(schema: dict[str, Any]) -> int | None:
    """The least value of a parameter; None where there is none."""
    found = (each["minimum"] for each in (schema, *schema.get("anyOf", ())) if "minimum" in each)
    return next(found, None)


@pytest.mark.parametrize(("method", "path", "status"), list(_refusals()))
async def test_b40_every_refusal_that_is_described_can_be_had(
    method: str, path: str, status: str, asked: Asked
) -> None:
    """By a request that is right in all but one thing."""
    request = _request(method, path, status)
    if status != "401":
        request["headers"]["Authorization"] = await asked.key(*(() if status == "403" else Scope))
    if status == "422" and "{rewrite}" in path:
        body = {"draft": {"content": "Ferry Clerk\n\nDuties\n- Sell tickets for 3 ferries\n"}}
        made = await asked.client.post(
            "/v1/rewrites", json=body, headers={"Authorization": request["headers"]["Authorization"]}
        )
        request["url"] = path.replace("{rewrite}", made.json()["id"])
    if status == "429":
        asked.app.state.limiter = Limiter(1)
        await asked.client.request(**request)
    if status == "503":
        asked.served.keys._store._database = Database("postgresql://unbland@127.0.0.1:1/none")
    answer = await asked.client.request(**request)
    problem = answer.json()

    assert (answer.status_code, problem["status"]) == (int(status), int(status)), problem
    assert answer.headers["content-type"] == MEDIA_TYPE
    assert problem["request_id"] == answer.headers["x-request-id"]
    assert problem["detail"].endswith(".")
    assert int(status) not in {429, 503} or int(answer.headers["retry-after"]) > 0
