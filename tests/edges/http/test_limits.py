"""How many requests a tenant may make: told in every answer, kept apart from other tenants, and ended with 429."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from databases import ready_file
from unbland import bootstrap
from unbland.application.keys.model import Scope
from unbland.bootstrap.service import Service, service
from unbland.edges.http.app import create


def _served(tmp_path: Path, per_minute: int, *, keys: bool) -> Service:
    url = ready_file(tmp_path)
    changed = {"database_url": url, "requests_per_minute": per_minute, "require_keys": keys}
    return service(bootstrap.read_settings().model_copy(update=changed))


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    """A service where three requests a minute are too many."""
    with TestClient(create(lambda: _served(tmp_path, 2, keys=False)), base_url="http://localhost") as made:
        yield made


def test_every_answer_says_what_is_left(client: TestClient) -> None:
    """The policy, what is left of it, and when it is whole again."""
    first = client.get("/v1/rewrites")
    second = client.get("/v1/rewrites/rw_never")

    assert first.headers["ratelimit-policy"] == '"minute";q=2;w=60'
    assert re.fullmatch(r'"minute";r=1;t=\d+', first.headers["ratelimit"])
    assert re.fullmatch(r'"minute";r=0;t=\d+', second.headers["ratelimit"])


def test_one_too_many_is_refused_with_when_to_come_back(client: TestClient) -> None:
    """429, and whole seconds of the minute; health is always told."""
    for _ in range(2):
        client.get("/v1/rewrites")
    refused = client.get("/v1/rewrites")

    assert (refused.status_code, refused.json()["code"]) == (429, "too_many")
    assert 1 <= int(refused.headers["retry-after"]) <= 60
    assert client.get("/healthz").status_code == 200
    assert "ratelimit" not in client.get("/healthz").headers


@pytest.mark.parametrize("jump", [3600, -3600], ids=["ahead", "back"])
def test_b41_a_clock_that_jumps_shuts_nobody_out(
    jump: int, client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever had none left asks again after the jump, and then has the usual number."""
    for _ in range(2):
        client.get("/v1/rewrites")
    assert client.get("/v1/rewrites").status_code == 429
    wall = time.time
    monkeypatch.setattr(time, "time", lambda: wall() + jump)
    answers = [client.get("/v1/rewrites") for _ in range(3)]

    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert 1 <= int(answers[-1].headers["retry-after"]) <= 60


def test_without_a_limit_nothing_is_counted(tmp_path: Path) -> None:
    """0 means any number."""
    with TestClient(create(lambda: _served(tmp_path, 0, keys=False)), base_url="http://localhost") as client:
        answers = [client.get("/v1/rewrites") for _ in range(5)]

    assert {answer.status_code for answer in answers} == {200}
    assert "ratelimit" not in answers[0].headers


def test_one_tenant_does_not_use_up_another_s(tmp_path: Path) -> None:
    """Two keys of one tenant share; a key that is none is counted for nobody."""
    served = _served(tmp_path, 2, keys=True)
    with TestClient(create(lambda: served), base_url="http://localhost") as client:
        portal = client.portal
        assert portal is not None
        headers = []
        for tenant in ("acme", "acme", "other"):
            _, text = portal.call(served.keys.create, tenant, "test", list(Scope))
            headers.append({"Authorization": f"Bearer {text}"})
        for header in headers[:2]:
            assert client.get("/v1/rewrites", headers=header).status_code == 200
        wrong = client.get("/v1/rewrites", headers={"Authorization": "Bearer unb_x"})

        assert client.get("/v1/rewrites", headers=headers[0]).status_code == 429
        assert client.get("/v1/rewrites", headers=headers[2]).status_code == 200
        assert wrong.status_code == 401
