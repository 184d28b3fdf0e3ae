"""A whole day in a workspace, from the installation to the removal; then the database holds no token and no text."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import inspect, text

from databases import KINDS, fresh_url
from doubles.slack import TOKEN, fake_slack, interaction, pressed
from slack_service import Running, serving, until, words

_HOME: dict[str, object] = {"type": "app_home_opened", "user": "U1"}


@pytest.fixture(params=KINDS)
async def running(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Running]:
    """A service that workspaces install."""
    installed: dict[str, Any] = {
        "bot_token": "",
        "client_id": "1.2",
        "client_secret": "cs-CANARY",
        "encryption_key": Fernet.generate_key().decode(),
        "public_url": "http://test",
    }
    with fresh_url(request.param, tmp_path) as url:
        async with fake_slack() as slack, serving(url, slack, monkeypatch, **installed) as made:
            slack.tokens.discard(TOKEN)
            yield made


async def _install(running: Running) -> None:
    """What whoever installs it does in a browser."""
    begun = await running.client.get("/slack/install")
    target = urlsplit(begun.headers["location"])
    assert (begun.status_code, target.netloc) == (302, "slack.com")
    asked = parse_qs(target.query)
    assert "commands" in asked["scope"][0]
    for code, state in (("good", "another"), ("", asked["state"][0])):
        refused = await running.client.get("/slack/oauth_redirect", params={"code": code, "state": state})
        assert refused.status_code == 400
    back = {"code": "good", "state": asked["state"][0]}
    assert (await running.client.get("/slack/oauth_redirect", params=back)).status_code == 200
    assert (await running.client.get("/slack/oauth_redirect", params=back)).status_code == 400


async def _event(running: Running, number: int, event: dict[str, object]) -> None:
    whole = {"type": "event_callback", "team_id": "T1", "event_id": f"E{number}", "event": event}
    assert (await running.post("events", json.dumps(whole).encode())).status_code == 200


async def _held(running: Running) -> str:
    """All that the database holds, as text."""
    async with running.service.database.reading() as connection:
        names = await connection.run_sync(lambda sync: inspect(sync).get_table_names())
        tables = [await connection.execute(text(f'SELECT * FROM "{name}"')) for name in names]  # noqa: S608
        rows = [tuple(row) for table in tables for row in table]  # a row's own repr would cut long texts short
    return repr(rows)


async def test_s20_b61_b62_a_whole_day(running: Running, caplog: pytest.LogCaptureFixture) -> None:
    """Installed, profile, rewrite, answers, accepted by one of two who press at once, removed."""
    caplog.set_level(logging.DEBUG, logger="unbland")
    await _install(running)
    assert "xoxb-CANARY" not in await _held(running)

    await _event(running, 1, _HOME)
    await until(lambda: "U1" in running.slack.homes)
    home = running.slack.homes["U1"]
    await running.post("interactivity", _on(home, running, "profile"))
    await running.send(await running.view(1), company="Northlane", about="We run 3 ferries.", benefits="30 days off")

    first = await running.rewritten(deciders={"type": "multi_users_select", "selected_users": ["U2"]})
    assert "30 days off" in words(first)
    await running.press(first, "answer:hiring_reason")
    await running.send(await running.view(3), answer="A third ferry sails from May.")
    second = await running.result(2)
    assert "A third ferry sails from May." in words(second)
    await running.press(second, "answer:goals", "U2")
    await running.send(await running.view(4), "U2", answer="Halve the queue by July.")
    third = await running.result(3)
    assert "Halve the queue by July." in words(third)

    await asyncio.gather(running.press(third, "accept", "U1"), running.press(third, "accept", "U2"))
    await until(lambda: running.slack.responses)
    await until(lambda: "Accepted by" in words(running.slack.messages[third["ts"]]))
    assert "already" in running.slack.responses[0]["text"]
    held = await _held(running)
    assert "Halve the queue" in held

    await _event(running, 2, {"type": "app_uninstalled"})
    held = await _held(running)
    told = "".join(str(vars(record)) for record in caplog.records if record.name.startswith("unbland"))
    for secret in ("xoxb-CANARY", "xoxe-CANARY", "cs-CANARY", "ferr", "Northlane", "U2", "ct_", "gAAAA"):
        assert secret not in held
    assert "xoxb-CANARY" not in told
    assert "Halve the queue" not in told


def _on(home: dict[str, object], running: Running, action: str) -> bytes:

    message = {"channel": "C1", "ts": "1", "blocks": home["blocks"]}
    return interaction(pressed(running.slack, message, action))
