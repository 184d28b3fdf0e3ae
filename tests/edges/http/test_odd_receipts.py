"""What a provider says of itself beside a good answer, kept and given out by the service."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from asked import asking
from databases import KINDS, ready_url
from doubles.fault_server import FaultServer
from doubles.odd_bodies import choice
from unbland import bootstrap
from unbland.bootstrap.service import service
from unbland.edges.http.app import create

BODY = {"draft": {"content": "Ferry Clerk\n\nDuties\n- Sell tickets for 3 ferries\n"}}
ODD = [{"model": "m\ud800\x00"}] + [
    {"usage": {"prompt_tokens": count, "completion_tokens": count}} for count in (10**30, -5, float("nan"))
]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("odd", ODD, ids=["name", "huge", "negative", "nan"])
async def test_b18_what_a_provider_says_of_itself_breaks_no_row_and_no_answer(
    kind: str, odd: dict[str, object], tmp_path: Path
) -> None:
    """Half a character, and counts that are none: one call, 200, and the kept result reads the same."""
    play = choice('{"title": "", "sections": []}', outer_=odd)
    with ready_url(kind, tmp_path) as url:
        async with FaultServer(play) as server:
            changed = {"database_url": url, "openai_base_url": server.base_url}
            made = service(bootstrap.read_settings().model_copy(update=changed))
            async with asking(create(lambda: made)) as client:
                answer = await client.post("/v1/rewrites", json=BODY)
                kept = await client.get(answer.headers["location"])
            assert (answer.status_code, kept.status_code, server.calls) == (200, 200, 1)
    provenance = answer.json()["provenance"]
    assert provenance["model"] == ("m" if "model" in odd else "fault-1")
    assert provenance["input_tokens"] == (11 if "model" in odd else 0)
    assert json.dumps(provenance, ensure_ascii=False).encode() in json.dumps(kept.json(), ensure_ascii=False).encode()
