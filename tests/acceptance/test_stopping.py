"""The service told to stop while clients wait: what is under way has its time, nothing is begun, everybody is told."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import httpx2
import pytest

from databases import KINDS, ready_url
from doubles.fault_server import HELD, PLAYS, FaultServer
from doubles.serving import serving

#: Seconds of the drain.
_DRAIN = 1.0


def _body(number: int) -> dict[str, object]:
    return {"draft": {"content": f"# Ferry Clerk\n\n## Duties\n\n- Sell tickets for {number} ferries\n"}}


@pytest.mark.parametrize("kind", KINDS)
async def test_b27_whoever_waits_is_told_within_the_drain(kind: str, tmp_path: Path) -> None:
    """A model that never answers: 202 for those who wait, the stream ends, and what is queued is left to others."""
    settings = {"OPENAI_API_KEY": "sk-none", "UNBLAND_AT_ONCE": "1", "UNBLAND_DRAIN_SECONDS": str(_DRAIN)}
    with ready_url(kind, tmp_path) as url:
        async with FaultServer(PLAYS["silent"]) as server, httpx2.AsyncClient(timeout=120) as client:
            async with serving(server.base_url, UNBLAND_DATABASE_URL=url, **settings) as service:
                place = f"{service.client.base_url}/v1/rewrites"
                waiting = [asyncio.create_task(client.post(place, json=_body(number))) for number in (3, 4)]
                await server.asked.wait()
                begun = await client.post(place, json=_body(5), headers={"Prefer": "respond-async"})
                events = service.client.base_url.join(f"{begun.headers['location']}/events")
                following = asyncio.create_task(client.get(events))
                await asyncio.sleep(0.5)
                told = time.monotonic()
            took = time.monotonic() - told
            answers, followed = await asyncio.gather(*waiting), await following

    assert [answer.status_code for answer in answers] == [202, 202]
    assert "event: queued" in followed.text
    assert server.calls == 1
    assert took < _DRAIN + 5


async def test_b27_what_ends_within_the_drain_is_answered(tmp_path: Path) -> None:
    """A client that waits gets its result from the process that is about to stop."""
    settings = {"OPENAI_API_KEY": "sk-none", "UNBLAND_DRAIN_SECONDS": "20"}
    settings["UNBLAND_DATABASE_URL"] = f"sqlite:///{tmp_path / 'unbland.db'}"
    async with FaultServer(HELD) as server, httpx2.AsyncClient(timeout=120) as client:
        async with serving(server.base_url, **settings) as service:
            waiting = asyncio.create_task(client.post(f"{service.client.base_url}/v1/rewrites", json=_body(3)))
            await server.asked.wait()
            asyncio.get_running_loop().call_later(1, server.let_go.set)
        answer = await waiting
    assert (answer.status_code, answer.json()["state"]) == (200, "done")
