"""The audit trail and the trace of a delivered text: who decided what, and where it came from; never text."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import httpx2
import pytest

from asked import asking
from databases import KINDS, ready_url
from doubles.fault_server import VALID, FaultServer
from unbland import bootstrap
from unbland.application.keys.model import Scope
from unbland.bootstrap.service import Service, service
from unbland.edges.http.app import create

DRAFT = "Ferry Clerk\n\nDuties\n- Sell tickets for 3 CANARY ferries\n- Count the till at 18:00\n"
FACTS = {"hiring_reason": "A third CANARY ferry sails from May.", "pay": {"max": 34000, "min": 31000}}
BODY = {"draft": {"content": DRAFT}, "facts": FACTS}


@dataclass
class Served:
    """A service that asks for keys, with a model behind it."""

    service: Service
    client: httpx2.AsyncClient

    async def key(self, tenant: str, *scopes: Scope) -> tuple[str, dict[str, str]]:
        """The id and the header of a new key."""
        key, text = await self.service.keys.create(tenant, "test", scopes or tuple(Scope))
        return key.id, {"Authorization": f"Bearer {text}"}

    async def audit(self, header: dict[str, str], **query: object) -> list[dict[str, str]]:
        """The trail, the newest first."""
        answer = await self.client.get("/v1/audit", headers=header, params=query)  # type: ignore[arg-type] # plain values
        assert answer.status_code == 200
        assert "CANARY" not in answer.text
        return list(answer.json()["data"])


@pytest.fixture(params=KINDS)
async def served(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Served]:
    """One on each kind of database."""
    with ready_url(request.param, tmp_path) as url:
        async with FaultServer(VALID) as server:
            changed = {"database_url": url, "require_keys": True, "openai_base_url": server.base_url}
            made = service(bootstrap.read_settings().model_copy(update=changed))
            async with asking(create(lambda: made)) as client:
                yield Served(made, client)


async def test_b65_a_delivered_text_can_be_traced(served: Served) -> None:
    """Input, facts, prompts, model, attempts, checks and who accepted, with hashes that anybody can make anew."""
    key, header = await served.key("acme")
    made = (await served.client.post("/v1/rewrites", json=BODY, headers=header | {"X-Request-Id": "job-7"})).json()
    place = f"/v1/rewrites/{made['id']}"
    await served.client.post(f"{place}/accept", json={"by": "ann"}, headers=header)
    answer = await served.client.get(f"{place}/trace", headers=header)
    trace = answer.json()

    assert "CANARY" not in answer.text
    assert trace["input"] == hashlib.sha256(DRAFT.encode()).hexdigest()
    assert trace["artifact"] == hashlib.sha256(made["rendered"]["markdown"].encode()).hexdigest()
    assert len(trace["facts"]) == 64
    assert (trace["request"], trace["attempts"], trace["revision"]) == ("job-7", 1, 1)
    assert trace["provenance"] == made["provenance"]
    assert trace["provenance"]["prompts"]["write"].startswith("v1@")
    assert trace["provenance"]["model"] == "fault-1"
    assert sum(trace["checks"]["lines"].values()) == sum(len(s["lines"]) for s in made["posting"]["sections"])
    assert trace["checks"]["score_after"] == made["score"]["after"]["total"]
    assert (trace["decision"]["verdict"], trace["decision"]["by"]) == ("accepted", "ann")
    (entry,) = [each for each in await served.audit(header) if each["action"] == "rewrite.accepted"]
    assert (entry["actor"], entry["key"], entry["subject"]) == ("ann", key, made["id"])
    assert entry["artifact"] == trace["artifact"]


async def test_facts_in_another_order_have_the_same_hash(served: Served) -> None:
    """And other facts another one."""
    _, header = await served.key("acme")
    turned = {"pay": {"min": 31000, "max": 34000}, "hiring_reason": FACTS["hiring_reason"]}
    hashes = []
    for facts in (FACTS, turned, {"hiring_reason": "We grow."}):
        body = BODY | {"facts": facts}
        made = (await served.client.post("/v1/rewrites", json=body, headers=header)).json()
        hashes.append((await served.client.get(f"/v1/rewrites/{made['id']}/trace", headers=header)).json()["facts"])

    assert hashes[0] == hashes[1] != hashes[2]


async def test_the_trail_tells_of_keys_and_decisions_once(served: Served) -> None:
    """Made, rotated, revoked, rejected; a decision that came too late, and a second revocation, leave nothing."""
    key, header = await served.key("acme")
    made = (await served.client.post("/v1/rewrites", json=BODY, headers=header)).json()
    for action, by in (("reject", "bob"), ("accept", "ann"), ("reject", "bob")):
        await served.client.post(f"/v1/rewrites/{made['id']}/{action}", json={"by": by}, headers=header)
    new, _ = await served.service.keys.rotate(key, timedelta(hours=1))
    for _ in range(2):
        await served.service.keys.revoke(new.id)

    trail = [(each["actor"], each["action"], each["subject"]) for each in reversed(await served.audit(header))]

    assert trail == [
        ("operator", "key.created", key),
        ("bob", "rewrite.rejected", made["id"]),
        ("operator", "key.rotated", key),
        ("operator", "key.created", new.id),
        ("operator", "key.revoked", new.id),
    ]
    first, *rest = await served.audit(header)
    assert await served.audit(header, starting_after=first["id"], limit=2) == rest[:2]


async def test_s15_the_trail_and_the_usage_are_the_tenant_s_own(served: Served) -> None:
    """Another's cursor is as good as none, and a key without the scope reads no trail."""
    _, mine = await served.key("acme")
    _, theirs = await served.key("other", Scope.AUDIT)
    _, without = await served.key("acme", Scope.REWRITE)
    await served.client.post("/v1/rewrites", json=BODY, headers=mine)
    id_ = (await served.audit(mine))[0]["id"]

    wrong = await served.client.get("/v1/audit", headers=theirs, params={"starting_after": id_})
    assert (wrong.status_code, wrong.json()["code"]) == (404, "no_such_entry")
    assert [each["action"] for each in await served.audit(theirs)] == ["key.created"]
    assert (await served.client.get("/v1/audit", headers=without)).status_code == 403
    _, other = await served.key("other")
    assert (await served.client.get("/v1/usage", headers=other)).json()["days"] == []


async def test_s21_a_tenant_that_is_forgotten_is_in_no_trail(served: Served) -> None:
    """Erasure goes before evidence; what remains is the operator's own log."""
    _, header = await served.key("acme")
    await served.client.post("/v1/rewrites", json=BODY, headers=header)
    await served.service.rewrites.forget("acme")
    _, header = await served.key("acme")

    assert [each["action"] for each in await served.audit(header)] == ["key.created"]
    assert (await served.client.get("/v1/usage", headers=header)).json()["days"] == []
