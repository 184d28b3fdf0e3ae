"""What a tenant may spend: no more is asked of a model than its quotas bear, however many ask, on whatever process."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx2
import pytest

from asked import asking
from databases import KINDS, ready_url
from doubles.fault_server import INPUT_TOKENS, OUTPUT_TOKENS, VALID, FaultServer, Manner, Play
from unbland import bootstrap
from unbland.application.books.model import MICROS, Aside, Limits, Spent, Standing
from unbland.application.books.quota import Quota
from unbland.application.review import Draft
from unbland.application.rewrite import Engine
from unbland.application.rewrites.model import Order
from unbland.bootstrap.service import Service, service
from unbland.core.pricing import price_of
from unbland.edges.http.app import create
from unbland.errors import Misconfigured, QuotaExceeded, TooManyUnderWay

BODY = {"draft": {"content": "Ferry Clerk\n\nDuties\n- Sell tickets for 3 ferries\n- Count the till at 18:00\n"}}
#: What is set aside for it.
EACH = Quota(model=True).aside(Order(draft=Draft(content=str(BODY["draft"]["content"])))).tokens
NOW = datetime(2027, 3, 1, 18, tzinfo=UTC)


@asynccontextmanager
async def _running(
    url: str, server: FaultServer, **changed: object
) -> AsyncIterator[tuple[Service, httpx2.AsyncClient]]:
    model = {"openai_base_url": server.base_url, "engine": "llm", "database_url": url, "requests_per_minute": 0}
    made = service(bootstrap.read_settings().model_copy(update=model | {"drain_seconds": 0.2} | changed))
    async with asking(create(lambda: made)) as client:
        yield made, client


async def _usage(client: httpx2.AsyncClient) -> dict[str, object]:
    (day,) = (await client.get("/v1/usage")).json()["days"]
    return dict(day)


@pytest.mark.parametrize("kind", KINDS)
async def test_s27_a_thousand_drafts_at_once_ask_no_more_of_a_model_than_the_quota_bears(
    kind: str, tmp_path: Path
) -> None:
    """Room is set aside for three rewrites; the others are refused before anything is kept, and nobody is asked."""
    with ready_url(kind, tmp_path) as url:
        async with FaultServer(Play(manner=Manner.SILENT)) as server:
            quota = {"tokens_per_day": 3 * EACH + 100, "deadline_seconds": 2}
            async with _running(url, server, **quota) as (_, client):
                headers = {"Prefer": "respond-async"}
                asked = [client.post("/v1/rewrites", json=BODY, headers=headers) for _ in range(1000)]
                answers = await asyncio.gather(*asked)
                refused = [answer for answer in answers if answer.status_code == 429]
                kept = (await client.get("/v1/rewrites")).json()["data"]

            # So many at once may have to wait longer for a connection than is waited: they are told to come back.
            assert {answer.status_code for answer in answers} <= {200, 202, 429, 503}
            assert len(refused) > 500
            assert len(kept) == 3
            assert server.calls <= 9  # at most three of each
    problem = refused[-1].json()
    assert (problem["code"], problem["violated-policies"]) == ("quota_exceeded", ["tokens"])
    assert problem["type"].endswith("#quota-exceeded")
    assert refused[-1].headers["ratelimit-policy"] == f'"tokens";q={3 * EACH + 100};w=86400;qu="tokens"'
    assert refused[-1].headers["ratelimit"].startswith('"tokens";r=100;t=')
    assert 1 <= int(refused[-1].headers["retry-after"]) <= 86_400


async def test_s27_a_draft_that_is_too_large_is_refused_before_anything_else(tmp_path: Path) -> None:
    """413; no row, no call."""
    async with FaultServer(VALID) as server:
        async with _running(f"sqlite:///{tmp_path / 'u.db'}", server) as (_, client):
            body = {"draft": {"content": "Sell tickets. " * 30_000}}
            assert (await client.post("/v1/rewrites", json=body)).status_code == 413
            assert (await client.get("/v1/rewrites")).json()["data"] == []
        assert server.calls == 0


@pytest.mark.parametrize("kind", KINDS)
async def test_what_was_used_is_counted_with_the_end_of_the_rewrite(kind: str, tmp_path: Path) -> None:
    """Calls and tokens as the provider counts them, money by the list price, and it is the same after a restart."""
    with ready_url(kind, tmp_path) as url:
        async with FaultServer(VALID) as server:
            async with _running(url, server, model="gpt-5.4") as (_, client):
                made = (await client.post("/v1/rewrites", json=BODY)).json()
                day = await _usage(client)
            async with _running(url, server, tokens_per_day=EACH) as (_, client):
                again = await _usage(client)
                over = await client.post("/v1/rewrites", json=BODY)

    calls = made["provenance"]["calls"]
    price = price_of("gpt-5.4")
    assert price is not None
    assert (day["rewrites"], day["calls"]) == (1, calls)
    assert (day["input_tokens"], day["output_tokens"]) == (INPUT_TOKENS * calls, OUTPUT_TOKENS * calls)
    assert day["cost"] == pytest.approx(price.of(INPUT_TOKENS, OUTPUT_TOKENS) * calls, abs=calls / MICROS)
    assert again == day
    assert over.json()["code"] == "quota_exceeded"


async def test_a_spent_quota_leaves_the_editor(tmp_path: Path) -> None:
    """What asks no model is not counted against it, and takes nothing."""
    async with FaultServer(VALID) as server:
        async with _running(f"sqlite:///{tmp_path / 'u.db'}", server, tokens_per_day=1) as (_, client):
            refused = await client.post("/v1/rewrites", json=BODY)
            done = await client.post("/v1/rewrites", json=BODY | {"options": {"engine": "editor"}})
        assert server.calls == 0

    assert (refused.status_code, done.status_code) == (429, 200)


@pytest.mark.parametrize("kind", KINDS)
async def test_so_many_are_under_way_at_a_time(kind: str, tmp_path: Path) -> None:
    """The next is refused with when to ask again; a repeat of one that is under way is not one more."""
    with ready_url(kind, tmp_path) as url:
        async with (
            FaultServer(Play(manner=Manner.SILENT)) as server,
            _running(url, server, under_way_per_tenant=2, deadline_seconds=3) as (_, client),
        ):
            headers = {"Prefer": "respond-async"}
            keyed = headers | {"Idempotency-Key": "job-7"}
            answers = await asyncio.gather(
                client.post("/v1/rewrites", json=BODY, headers=keyed),
                *(client.post("/v1/rewrites", json=BODY, headers=headers) for _ in range(9)),
            )
            again = await client.post("/v1/rewrites", json=BODY, headers=keyed)
            standing = (await client.get("/v1/usage")).json()

    assert sorted(answer.status_code for answer in answers) == [202] * 2 + [429] * 8
    refused = next(answer for answer in answers if answer.status_code == 429)
    assert (refused.json()["code"], refused.headers["retry-after"]) == ("too_many_under_way", "5")
    assert refused.headers["ratelimit"] == '"under-way";r=0'
    assert again.status_code in {409, 429}
    assert standing["under_way"] == 2
    assert standing["limits"] == {"tokens_per_day": None, "cost_per_day": None, "under_way": 2}


def test_quotas_end_at_midnight_in_utc() -> None:
    """Six hours before it they are told to come back in six hours; the day after, the count is at nothing."""
    quota = Quota(limits=Limits(tokens=100, micros=MICROS), model=True)
    with pytest.raises(QuotaExceeded) as full:
        quota.admit(Standing(spent=Spent(input_tokens=90)), Aside(tokens=11), NOW)
    with pytest.raises(QuotaExceeded) as dear:
        quota.admit(Standing(spent=Spent(micros=MICROS)), Aside(tokens=1, micros=1), NOW)
    tokens, cost = quota.policies(Standing(spent=Spent(input_tokens=90, micros=250_000)), NOW)

    assert (full.value.seconds, full.value.policy) == (6 * 3600, "tokens")
    assert dear.value.policy == "cost"
    assert (tokens.quota, tokens.left, tokens.reset) == (100, 10, 6 * 3600)
    assert (cost.quota, cost.left, cost.unit) == (100, 75, "us-cents")
    quota.admit(Standing(), Aside(tokens=100), NOW + timedelta(hours=6))


def test_what_is_let_in_is_looked_at_again_before_a_model_is_asked() -> None:
    """A quota that was lowered, or passed, holds for what waits; the editor's work goes on."""
    quota = Quota(limits=Limits(tokens=100), model=True)
    over = Standing(spent=Spent(input_tokens=100))

    with pytest.raises(QuotaExceeded):
        quota.check(over, Aside(tokens=1), NOW)
    quota.check(over, Aside(), NOW)
    with pytest.raises(TooManyUnderWay):
        Quota(limits=Limits(under_way=1)).admit(Standing(under_way=1), Aside(), NOW)
    assert Quota(model=True).aside(Order(draft=Draft(content="x"), engine=Engine.EDITOR)) == Aside()


async def test_money_needs_a_price(tmp_path: Path) -> None:
    """Of a model that is not in the table nobody knows what it costs."""
    async with FaultServer(VALID) as server:
        with pytest.raises(Misconfigured, match="UNBLAND_COST_PER_DAY needs the price of mine"):
            async with _running(f"sqlite:///{tmp_path / 'u.db'}", server, cost_per_day=1, model="mine"):
                pass
