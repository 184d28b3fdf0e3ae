"""Tenants over HTTP: every route asks for a key, and with another's key nothing of anybody's is there."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path

import httpx2
import pytest

from asked import asking
from databases import ready_file
from unbland import bootstrap
from unbland.application.keys.model import Scope
from unbland.bootstrap.service import Service, service
from unbland.edges.http.app import create

BODY = {"draft": {"content": "Ferry Clerk\n\nDuties\n- Sell tickets for 3 ferries\n- Count the till at 18:00\n"}}

#: Routes that anybody may ask, and one whose callers sign what they send.
OPEN = {"/healthz", "/readyz", "/metrics", "/openapi.json", "/v1/connectors/{system}/events"}


@dataclass
class Served:
    """A service that asks for keys, and what asks it."""

    service: Service
    client: httpx2.AsyncClient

    async def key(self, tenant: str, *scopes: Scope) -> dict[str, str]:
        """The header of a new key."""
        _, text = await self.service.keys.create(tenant, "test", scopes or tuple(Scope))
        return {"Authorization": f"Bearer {text}"}


@pytest.fixture
async def served(tmp_path: Path) -> AsyncIterator[Served]:
    """A service on a file of its own."""
    url = ready_file(tmp_path)
    made = service(bootstrap.read_settings().model_copy(update={"database_url": url, "require_keys": True}))
    async with asking(create(lambda: made)) as client:
        yield Served(made, client)


async def _routes(served: Served) -> list[tuple[str, str]]:
    """Every method and path that the service describes, and that is not open to all."""
    described = (await served.client.get("/openapi.json")).json()["paths"]
    return [(method.upper(), path) for path, methods in described.items() if path not in OPEN for method in methods]


def _body(path: str) -> object:
    """A body that each route takes."""
    if path.endswith("/answers"):
        return {"facts": {"hiring_reason": "A third ferry sails."}}
    return {"by": "ann"} if path.endswith(("/accept", "/reject")) else BODY


async def test_s28_no_route_answers_without_a_key(served: Served) -> None:
    """Nor with one that is none, in another place, or in another scheme."""
    _, text = await served.service.keys.create("acme", "test", list(Scope))
    wrong = ("", text, f"Basic {text}", f"Bearer {text}x")
    headers = [{"Authorization": value} if value else {} for value in wrong]
    routes = await _routes(served)

    assert len(routes) >= 9
    for method, path in routes:
        for header in headers:
            place = path.replace("{rewrite}", "rw_1")
            answer = await served.client.request(
                method, place, json=_body(path), headers=header, params={"key": text, "api_key": text}
            )
            assert (answer.status_code, answer.json()["code"]) == (401, "unauthorized"), (method, path)
            assert answer.headers["www-authenticate"] == "Bearer"


async def test_s15_with_another_s_key_nothing_is_there(served: Served) -> None:
    """Every route with an id: 404 in the same words as for an id that never was; lists are empty."""
    mine, theirs = await served.key("acme"), await served.key("other")
    made = (await served.client.post("/v1/rewrites", json=BODY, headers=mine)).json()

    for method, path in await _routes(served):
        if "{" in path:
            real, none = (path.replace("{rewrite}", id_) for id_ in (made["id"], "rw_never"))
            answers = [
                await served.client.request(method, place, json=_body(path), headers=theirs) for place in (real, none)
            ]
            assert [answer.status_code for answer in answers] == [404, 404], (method, path)
            assert _said(answers[0]) == _said(answers[1])
    listed = (await served.client.get("/v1/rewrites", headers=theirs)).json()
    assert listed == {"data": [], "has_more": False}
    cursor = await served.client.get("/v1/rewrites", headers=theirs, params={"starting_after": made["id"]})
    assert cursor.status_code == 404
    assert (await served.client.get(f"/v1/rewrites/{made['id']}", headers=mine)).json()["decision"] is None


def _said(answer: httpx2.Response) -> dict[str, object]:
    return {name: value for name, value in answer.json().items() if name != "request_id"}


async def test_s16_the_same_key_and_draft_of_two_tenants_are_two_rewrites(served: Served) -> None:
    """Other facts make another text, and nobody gets the other's."""
    answers = []
    for tenant, reason in (("acme", "A third ferry sails from May."), ("other", "Our clerk retires in June.")):
        header = await served.key(tenant) | {"Idempotency-Key": "job-7"}
        body = BODY | {"facts": {"hiring_reason": reason}}
        answers.append((await served.client.post("/v1/rewrites", json=body, headers=header)).json())

    assert answers[0]["id"] != answers[1]["id"]
    assert "retires" not in str(answers[0])
    assert "third ferry" not in str(answers[1])


@pytest.mark.parametrize("field", ["tenant", "tenant_id", "state", "status", "decision"])
async def test_s17_a_body_cannot_name_its_tenant(served: Served, field: str) -> None:
    """422, by the field's name."""
    answer = await served.client.post("/v1/rewrites", json=BODY | {field: "other"}, headers=await served.key("acme"))

    assert answer.status_code == 422
    assert field in answer.json()["detail"]


async def test_a_key_is_of_use_for_what_it_was_made(served: Served) -> None:
    """403, and which scope is missing."""
    made = (await served.client.post("/v1/rewrites", json=BODY, headers=await served.key("acme"))).json()
    place = f"/v1/rewrites/{made['id']}"
    calls: dict[Scope, Callable[[dict[str, str]], object]] = {
        Scope.REVIEW: lambda header: served.client.post("/v1/reviews", json=BODY, headers=header),
        Scope.REWRITE: lambda header: served.client.get(place, headers=header),
        Scope.WEBHOOKS: lambda header: served.client.get("/v1/webhooks", headers=header),
        Scope.DECIDE: lambda header: served.client.post(f"{place}/accept", json={"by": "ann"}, headers=header),
    }
    for scope, call in calls.items():
        rest = await served.key("acme", *(other for other in Scope if other is not scope))
        refused, allowed = await call(rest), await call(await served.key("acme", scope))  # type: ignore[misc] # awaited
        assert (refused.status_code, refused.json()["code"]) == (403, "forbidden")
        assert scope in refused.json()["detail"]
        assert allowed.status_code == 200


async def test_s28_a_revoked_key_is_of_no_use_at_once(served: Served) -> None:
    """The next call is refused."""
    key, text = await served.service.keys.create("acme", "test", list(Scope))
    header = {"Authorization": f"bearer {text}"}

    assert (await served.client.get("/v1/rewrites", headers=header)).status_code == 200
    await served.service.keys.revoke(key.id)
    assert (await served.client.get("/v1/rewrites", headers=header)).status_code == 401


async def test_the_api_page_says_that_a_key_is_needed(served: Served) -> None:
    """Under security, for each route that needs one."""
    described = (await served.client.get("/openapi.json")).json()

    assert described["components"]["securitySchemes"]["HTTPBearer"]["scheme"] == "bearer"
    for path, methods in described["paths"].items():
        for method in methods.values():
            assert ("security" in method) is (path not in OPEN), path
            assert re.search(r"40[13]", " ".join(method["responses"])) or path in OPEN
