"""An organisation that installs the app once for all its workspaces (Enterprise Grid)."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from cryptography.fernet import Fernet

from doubles.slack import TOKEN, fake_slack, interaction, pressed, submitted
from slack_service import DRAFT, Running, serving, until, words

_INSTALLED: dict[str, Any] = {
    "bot_token": "",
    "client_id": "1.2",
    "client_secret": "cs",
    "encryption_key": Fernet.generate_key().decode(),
    "public_url": "http://test",
}
_ORG = {"enterprise_id": "E1", "is_enterprise_install": "true"}


@pytest.fixture
async def running(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Running]:
    """A service that an organisation has installed."""
    async with fake_slack() as slack, serving(f"sqlite:///{tmp_path}/x.db", slack, monkeypatch, **_INSTALLED) as made:
        slack.tokens.discard(TOKEN)
        assert await _installs(made).install("org", "http://test") == "slack:E1"
        yield made


def _installs(running: Running) -> Any:  # noqa: ANN401 - the service's own
    assert running.service.chats is not None
    assert running.service.chats.slack is not None
    return running.service.chats.slack.installs


def _of_org(payload: dict[str, Any], team: str) -> bytes:
    """An interaction as Slack sends it for an app of an organisation: without a team, which the user has."""
    about = {"team": None, "enterprise": {"id": "E1"}, "is_enterprise_install": True}
    return interaction(payload | about | {"user": payload["user"] | {"team_id": team}})


async def _rewritten(running: Running, team: str) -> dict[str, Any]:
    windows = len(running.slack.views)
    await running.type(DRAFT, team_id=team, **_ORG)
    view = await running.view(windows + 1)
    await running.post("interactivity", _of_org(submitted(view), team))
    return await running.result(1, team)


async def _event(running: Running, number: int, team: str | None, event: dict[str, Any], org: str = "E1") -> None:
    authorized = [{"enterprise_id": org, "team_id": team, "is_enterprise_install": True}] if org else []
    whole = {"type": "event_callback", "team_id": team, "event_id": f"E{number}", "event": event}
    body = json.dumps(whole | {"enterprise_id": "E1", "authorizations": authorized}).encode()
    assert (await running.post("events", body)).status_code == 200


async def test_a_workspace_is_served_with_its_organisations_token(running: Running) -> None:
    """Commands, windows and buttons without a team find their workspace, whose rewrites are nobody else's."""
    result = await _rewritten(running, "T1")
    await running.post("interactivity", _of_org(pressed(running.slack, result, "accept"), "T1"))
    await until(lambda: "Accepted by <@U1>" in words(running.slack.messages[result["ts"]]))

    assert len(await running.service.rewrites.page("slack:T1", after=None, limit=9)) == 1
    assert await running.service.rewrites.page("slack:E1", after=None, limit=9) == ()
    assert await _installs(running).under("slack:E1") == ("slack:T1",)


async def test_a_workspaces_own_installation_goes_first(running: Running) -> None:
    """And stands when the organisation's is removed; what that served is forgotten."""
    await _installs(running).install("good", "http://test")
    own = await _installs(running).token("slack:T1")
    await _installs(running).belongs("slack:T1", "slack:E1")
    await _installs(running).belongs("slack:T2", "slack:E1")
    assert await _installs(running).token("slack:T1") == own
    assert await _installs(running).token("slack:T2") == await _installs(running).token("slack:E1") != own
    await _event(running, 1, None, {"type": "app_uninstalled"})

    tokens = [await _installs(running).token(f"slack:{each}") for each in ("T1", "T2", "E1")]
    assert tokens == [own, None, None]


@pytest.mark.parametrize(
    ("event", "team", "org"),
    [
        ({"type": "app_uninstalled"}, None, "E1"),
        ({"type": "tokens_revoked", "tokens": {"bot": ["W1"]}}, "T1", ""),
        ({"type": "team_access_revoked", "team_ids": ["T1", "T9"]}, None, "E1"),
    ],
)
async def test_b62_what_is_removed_is_forgotten(
    event: dict[str, Any], team: str | None, org: str, running: Running
) -> None:
    """The organisation's installation with every workspace on it, or one workspace of it alone."""
    await _rewritten(running, "T1")
    await _installs(running).belongs("slack:T2", "slack:E1")
    await _event(running, 1, team, event, org)

    assert await running.service.rewrites.page("slack:T1", after=None, limit=9) == ()
    others = [await _installs(running).token(f"slack:{each}") is not None for each in ("T2", "E1")]
    assert others == ([True, True] if event["type"] == "team_access_revoked" else [False, False])


async def test_a_workspace_of_another_organisation_is_not_served(running: Running) -> None:
    """A claim to an organisation that has not installed the app leads nowhere, nor does a workspace without one."""
    await running.type(DRAFT, team_id="T7", enterprise_id="E7", is_enterprise_install="true")
    await running.type(DRAFT, team_id="T8", enterprise_id="E1", is_enterprise_install="false")
    await until(lambda: len(running.slack.responses) == 2)

    assert running.slack.views == []
