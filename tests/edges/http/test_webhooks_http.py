"""Webhooks over HTTP: an endpoint is told of the end of a rewrite, and is its tenant's alone."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import httpx2
import pytest
from standardwebhooks import Webhook

from asked import asking
from databases import ready_file
from doubles.receiver import Receiver, receiving, status
from unbland import bootstrap
from unbland.adapters.webhooks.sending import Doors
from unbland.application.keys.model import Scope
from unbland.bootstrap.service import Service, service
from unbland.edges.http.app import create

BODY = {"draft": {"content": "Ferry Clerk\n\nDuties\n- Sell tickets for 3 ferries\n- Count the till at 18:00\n"}}

#: Seconds that a delivery may take to come; the service looks for what is due once a second.
PATIENCE = 90


@dataclass
class Told:
    """A service that asks for keys, what asks it, and who is told."""

    service: Service
    client: httpx2.AsyncClient
    receiver: Receiver
    #: What the host of the endpoint resolves to.
    addresses: list[str]

    async def header(self, tenant: str) -> dict[str, str]:
        """The header of a new key."""
        _, text = await self.service.keys.create(tenant, "test", tuple(Scope))
        return {"Authorization": f"Bearer {text}"}

    async def deliveries(self, endpoint: str, header: dict[str, str], fate: str) -> list[dict[str, object]]:
        """The deliveries once the first has this fate."""
        async with asyncio.timeout(PATIENCE):
            while True:
                answer = await self.client.get(f"/v1/webhooks/{endpoint}/deliveries", headers=header)
                data: list[dict[str, object]] = answer.json()["data"]
                if data and data[0]["fate"] == fate:
                    return data
                await asyncio.sleep(0.05)


@pytest.fixture
async def told(tmp_path: Path) -> AsyncIterator[Told]:
    """A service whose webhooks find a receiver on this machine."""
    addresses = ["127.0.0.1"]

    async def resolve(_: str) -> tuple[str, ...]:
        return tuple(addresses)

    async with receiving(tmp_path) as receiver:
        doors = Doors(
            resolve=resolve, ports=frozenset({receiver.port}), allows={"127.0.0.1": True}, trust=receiver.trust
        )
        changed = {"database_url": ready_file(tmp_path), "require_keys": True}
        made = service(bootstrap.read_settings().model_copy(update=changed), doors)
        async with asking(create(lambda: made)) as client:
            yield Told(made, client, receiver, addresses)


async def test_an_endpoint_is_told_of_the_end_of_a_rewrite(told: Told) -> None:
    """By the running service, signed with the secret that was shown once, and again when it is asked for."""
    header = await told.header("acme")
    endpoint = (await told.client.post("/v1/webhooks", json={"url": told.receiver.url}, headers=header)).json()
    made = (await told.client.post("/v1/rewrites", json=BODY, headers=header)).json()
    (delivery,) = await told.deliveries(endpoint["id"], header, "delivered")

    got = told.receiver.got[0]
    said = Webhook(endpoint["secret"]).verify(got.body, dict(got.headers))
    assert (said["type"], said["data"]["id"]) == ("rewrite.done", made["id"])
    assert b"ferries" not in got.body
    page = (await told.client.get(f"/v1/webhooks/{endpoint['id']}/deliveries?limit=1", headers=header)).json()
    assert (len(page["data"]), page["has_more"]) == (1, False)
    shown = (await told.client.get(f"/v1/webhooks/{endpoint['id']}", headers=header)).json()
    assert "secret" not in shown

    place = f"/v1/webhooks/{endpoint['id']}/deliveries/{delivery['id']}/replay"
    assert (await told.client.post(place, headers=header)).json()["fate"] == "pending"
    await told.deliveries(endpoint["id"], header, "delivered")
    assert [got.headers["webhook-id"] for got in told.receiver.got] == [delivery["id"]] * 2


async def test_s15_another_tenant_finds_no_endpoint_and_no_delivery(told: Told) -> None:
    """Neither to read, nor to delete, to rotate or to have again; the owner's stay."""
    mine, theirs = await told.header("acme"), await told.header("other")
    endpoint = (await told.client.post("/v1/webhooks", json={"url": told.receiver.url}, headers=mine)).json()
    await told.client.post("/v1/rewrites", json=BODY, headers=mine)
    (delivery,) = await told.deliveries(endpoint["id"], mine, "delivered")
    place = f"/v1/webhooks/{endpoint['id']}"
    asked = [("GET", ""), ("DELETE", ""), ("POST", "/rotate"), ("GET", "/deliveries")]
    asked.append(("POST", f"/deliveries/{delivery['id']}/replay"))

    for method, rest in asked:
        answer = await told.client.request(method, place + rest, headers=theirs)
        assert (answer.status_code, answer.json()["code"]) == (404, "no_such_webhook"), (method, rest)
    assert (await told.client.get("/v1/webhooks", headers=theirs)).json() == {"data": []}
    assert (await told.client.get(place, headers=mine)).status_code == 200


async def test_b43_an_endpoint_that_is_gone_says_so_and_comes_back_by_a_new_secret(told: Told) -> None:
    """410 switches it off, in words; rotate switches it on, unless its host now means an inner address."""
    told.receiver.answers = [status(410)]
    header = await told.header("acme")
    endpoint = (await told.client.post("/v1/webhooks", json={"url": told.receiver.url}, headers=header)).json()
    place = f"/v1/webhooks/{endpoint['id']}"
    await told.client.post("/v1/rewrites", json=BODY, headers=header)
    await told.deliveries(endpoint["id"], header, "failed")

    assert "410" in (await told.client.get(place, headers=header)).json()["disabled"]
    told.addresses[:] = ["10.0.0.1"]
    refused = await told.client.post(f"{place}/rotate", headers=header)
    assert (refused.status_code, refused.json()["code"]) == (422, "webhook_refused")
    told.addresses[:] = ["127.0.0.1"]
    fresh = (await told.client.post(f"{place}/rotate", headers=header)).json()
    assert fresh["disabled"] is None
    assert fresh["secret"] != endpoint["secret"]
    assert (await told.client.delete(place, headers=header)).status_code == 204
    assert (await told.client.get(place, headers=header)).status_code == 404
