"""Setting up: the manifest, Socket Mode, tokens that are sealed and renewed, settings that do not do."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from cryptography.fernet import Fernet
from slack_bolt.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.web.async_client import AsyncWebClient
from typer.testing import CliRunner

from doubles.slack import SECRET, TOKEN, command, fake_slack, signed
from slack_service import DRAFT, serving, until
from unbland.adapters.database.chat_shelf import DatabaseInstalls
from unbland.adapters.database.connection import Database
from unbland.adapters.database.migrating import migrate
from unbland.adapters.seal import Seal, new_key
from unbland.adapters.slack.client import Hosts, exchange
from unbland.adapters.slack.installs import AppKeys, Installs
from unbland.bootstrap.sealing import read_seal
from unbland.bootstrap.service import service
from unbland.edges.cli.app import app
from unbland.errors import Misconfigured


def test_the_manifest_asks_for_little_and_names_our_routes() -> None:
    """No history of channels unless it is asked for; every address is the service's; with sockets there is none."""
    said = CliRunner().invoke(app, ["slack", "manifest", "--url", "https://jobs.example/"])
    made = json.loads(said.stdout)
    scopes = made["oauth_config"]["scopes"]["bot"]
    assert scopes == [
        "commands",
        "chat:write",
        "files:read",
        "files:write",
        "im:write",
        "im:history",
        "metadata.message:read",
    ]
    more = CliRunner().invoke(app, ["slack", "manifest", "--url", "https://jobs.example/", "--history"])
    assert json.loads(more.stdout)["oauth_config"]["scopes"]["bot"] == [*scopes, "channels:history", "groups:history"]
    assert made["features"]["slash_commands"][0]["url"] == "https://jobs.example/slack/commands"
    assert made["settings"]["event_subscriptions"]["request_url"] == "https://jobs.example/slack/events"
    org = json.loads(CliRunner().invoke(app, ["slack", "manifest", "--socket-mode", "--org"]).stdout)["settings"]
    assert (made["settings"]["org_deploy_enabled"], org["org_deploy_enabled"]) == (False, True)
    assert "team_access_revoked" in org["event_subscriptions"]["bot_events"]
    alone = json.loads(
        CliRunner().invoke(app, ["slack", "manifest", "--url", "https://jobs.example", "--one-workspace"]).stdout
    )
    assert [each["settings"]["token_rotation_enabled"] for each in (made, alone)] == [True, False]
    assert ["redirect_urls" in each["oauth_config"] for each in (made, alone)] == [True, False]
    sockets = CliRunner().invoke(app, ["slack", "manifest", "--socket-mode"]).stdout
    assert json.loads(sockets)["settings"]["socket_mode_enabled"] is True
    assert "https" not in sockets
    assert isinstance(CliRunner().invoke(app, ["slack", "manifest"]).exception, Misconfigured)
    Fernet(CliRunner().invoke(app, ["slack", "key"]).stdout.strip())


async def test_socket_mode_needs_no_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A command and a window come down a connection that we opened, and are acknowledged there."""
    async with fake_slack() as slack:
        slack.tokens.add("xapp-1")
        url = f"sqlite:///{tmp_path}/x.db"
        async with serving(url, slack, monkeypatch, app_token="xapp-1", signing_secret="") as running:  # noqa: S106
            fields = dict(parse_qsl(command(slack, DRAFT).decode()))
            slack.envelopes.put_nowait({"type": "slash_commands", "envelope_id": "e1", "payload": fields})
            await until(lambda: slack.acknowledged)
            view = await running.view(1)
            help_ = fields | {"text": "help", "trigger_id": "other"}
            slack.envelopes.put_nowait({"type": "slash_commands", "envelope_id": "e2", "payload": help_})
            slack.envelopes.put_nowait({"type": "interactive", "envelope_id": "e3", "payload": {"type": "nonsense"}})
            await until(lambda: len(slack.acknowledged) == 3)
            assert "Accept" in slack.acknowledged[1]["payload"]["text"]
            assert view["callback_id"] == "draft"
            assert (await running.type()).status_code == 404


async def test_a_slack_that_is_away_keeps_no_service_from_starting_or_ending(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With sockets it is tried until it answers, beside everything else."""
    async with asyncio.timeout(120), fake_slack() as slack:
        url = f"sqlite:///{tmp_path}/x.db"
        async with serving(url, slack, monkeypatch, app_token="xapp-1", signing_secret="") as running:  # noqa: S106
            await until(lambda: "apps.connections.open" in [method for method, _ in slack.calls])
            assert (await running.client.get("/healthz")).status_code == 200


async def test_tokens_are_sealed_and_renewed(tmp_path: Path) -> None:
    """The second key opens what it sealed before, a foreign one nothing; a token that runs out soon is exchanged."""
    database = Database(f"sqlite:///{tmp_path}/x.db")
    await migrate(database)
    now = [datetime(2026, 11, 26, tzinfo=UTC)]
    old, new = new_key(), new_key()

    async with fake_slack() as slack:

        def installs(keys: str) -> Installs:
            async def ask(arguments: object) -> object:
                return await exchange(Hosts(api=slack.api), arguments)  # type: ignore[arg-type]

            app_keys = AppKeys(client_id="1.2", client_secret="cs")  # noqa: S106 - of the fake
            return Installs(DatabaseInstalls(database), Seal(keys), app_keys, ask, lambda: now[0])  # type: ignore[arg-type]

        assert await installs(old).install("good", "http://test") == "slack:T1"
        first = await installs(old).token("slack:T1")
        assert first is not None
        assert first in slack.tokens
        assert await installs(f"{new}, {old}").token("slack:T1") == first
        assert await installs(new).token("slack:T1") is None
        now[0] += timedelta(hours=11, minutes=55)
        second = await installs(old).token("slack:T1")
        assert second != first
        sealed = await DatabaseInstalls(database).get("slack:T1")
        assert sealed is not None
        assert b"xox" not in sealed
    await database.aclose()


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"signing_secret": "x"}, "UNBLAND_SLACK_BOT_TOKEN"),
        ({"signing_secret": "x", "client_id": "1.2"}, "UNBLAND_SLACK_CLIENT_SECRET"),
        ({"signing_secret": "x", "bot_token": "xoxe.xoxb-CANARY"}, "UNBLAND_SLACK_BOT_TOKEN runs out"),
        ({"signing_secret": "x", "bot_token": "CANARY", "encryption_key": "CANARY"}, "UNBLAND_ENCRYPTION_KEY"),
        ({"public_url": "CANARY"}, "UNBLAND_SLACK_PUBLIC_URL"),
    ],
)
def test_a_setting_that_does_not_do_is_named(
    given: dict[str, str], named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And never its value."""
    monkeypatch.setenv("UNBLAND_DATABASE_URL", f"sqlite:///{tmp_path}/x.db")
    for name, value in given.items():
        monkeypatch.setenv(f"UNBLAND_SLACK_{name.upper()}", value)

    with pytest.raises(Misconfigured, match=named) as caught:
        service()
    assert "CANARY" not in str(caught.value)


def test_without_a_setting_there_is_no_slack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No route, no work, no library loaded."""
    monkeypatch.setenv("UNBLAND_DATABASE_URL", f"sqlite:///{tmp_path}/x.db")

    assert service().chats is None


async def test_the_fake_slack_is_one_that_bolt_talks_to() -> None:
    """Slack's own framework takes our signed command, and its client's calls are answered."""
    async with fake_slack() as slack:
        bolt = AsyncApp(signing_secret=SECRET, client=AsyncWebClient(token=TOKEN, base_url=slack.api))

        async def typed(ack: Callable[..., object], client: AsyncWebClient) -> None:
            await ack("ok")  # type: ignore[misc]
            await client.chat_postMessage(channel="C1", text="hello")

        bolt.command("/rewrite")(typed)
        body = command(slack, "hello")
        headers: dict[str, str | Sequence[str]] = {name: [value] for name, value in signed(body).items()}
        answer = await bolt.async_dispatch(AsyncBoltRequest(body=body.decode(), headers=headers))
        assert answer.status == 200
        await until(lambda: slack.messages)


def test_s18_what_was_sealed_under_the_older_name_is_opened_beside_the_new_key(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever sets a new key before the older name is gone loses nothing; the new one seals."""
    new, old = Fernet.generate_key().decode(), Fernet.generate_key().decode()
    monkeypatch.setenv("UNBLAND_SLACK_ENCRYPTION_KEY", old)
    before = read_seal().sealed("xoxb-token")
    monkeypatch.setenv("UNBLAND_ENCRYPTION_KEY", new)

    assert read_seal().opened(before) == "xoxb-token"
    assert Seal(new).opened(read_seal().sealed("xoxb-token")) == "xoxb-token"
