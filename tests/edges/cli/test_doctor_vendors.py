"""`unbland doctor` on Slack, on applicant tracking systems, and on the key that seals: there, well-formed, taken."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from doubles.fake_ats import ASHBY_KEY, CLIENT, LEVER_KEY, SECRET, FakeAts, Play
from doubles.slack import FakeSlack, fake_slack
from unbland.adapters.connectors.calls import Limits
from unbland.adapters.database.connection import Database
from unbland.adapters.database.migrating import migrate
from unbland.adapters.database.webhooks import DatabaseWebhooks
from unbland.adapters.seal import Seal, new_key
from unbland.application.webhooks.model import Endpoint, Secret, Told
from unbland.bootstrap.found import Found
from unbland.bootstrap.vendors import vendors_found
from unbland.edges.cli.app import app

_BOT, _APP = "xoxb-CANARY-1", "xapp-CANARY-1"
_KEYS = {
    "GREENHOUSE_CLIENT_ID": CLIENT,
    "GREENHOUSE_CLIENT_SECRET": SECRET,
    "LEVER_API_KEY": LEVER_KEY,
    "LEVER_PERFORM_AS": "u-1",
    "ASHBY_API_KEY": ASHBY_KEY,
}
_LIMITS = Limits(wait=0.1, backoff=0.01, read=10, connect=10, whole=60)


def _set(monkeypatch: pytest.MonkeyPatch, **given: str) -> None:
    for name, value in given.items():
        monkeypatch.setenv(f"UNBLAND_{name}", value)


async def _doctor(*words: str) -> Result:
    result = await asyncio.to_thread(CliRunner().invoke, app, ["doctor", *words], catch_exceptions=False)
    assert "CANARY" not in result.output
    return result


def _lines(result: Result, part: str) -> list[str]:
    return [line for line in result.stdout.splitlines() if line[7:].startswith(f"{part} ")]


@pytest.fixture(autouse=True)
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The URL of a file that is not there yet."""
    url = f"sqlite:///{tmp_path}/x.db"
    monkeypatch.setenv("UNBLAND_DATABASE_URL", url)
    return url


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"BOT_TOKEN": "xoxp-CANARY-1"}, "UNBLAND_SLACK_BOT_TOKEN has not its form; copy it anew from OAuth"),
        ({"SIGNING_SECRET": "CANARY"}, "UNBLAND_SLACK_SIGNING_SECRET has not its form"),
        ({"BOT_TOKEN": ""}, "Slack needs UNBLAND_SLACK_BOT_TOKEN"),
        ({"CLIENT_ID": "1.2"}, "UNBLAND_SLACK_CLIENT_SECRET, UNBLAND_ENCRYPTION_KEY"),
    ],
)
async def test_settings_of_slack_that_cannot_be_are_told(
    given: dict[str, str], says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By their names, with where Slack shows the right ones; nobody is asked for that."""
    base = {"SIGNING_SECRET": "0123456789abcdef" * 2, "BOT_TOKEN": _BOT}
    _set(monkeypatch, **{f"SLACK_{name}": value for name, value in (base | given).items()})
    result = await _doctor("--offline")

    assert (result.exit_code, says in _lines(result, "slack")[0]) == (3, True)


async def _slack(slack: FakeSlack, monkeypatch: pytest.MonkeyPatch, *words: str) -> Result:
    _set(monkeypatch, SLACK_APP_TOKEN=_APP, SLACK_BOT_TOKEN=_BOT, SLACK_API_URL=slack.api)
    return await _doctor(*words)


async def test_slack_is_asked_whether_it_takes_the_tokens(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each by the call that changes nothing; offline none is asked; what scopes are missing is told."""
    async with fake_slack() as slack:
        slack.tokens = {_BOT, _APP}
        well = await _slack(slack, monkeypatch)
        assert (well.exit_code, [line[:2] for line in _lines(well, "slack")]) == (0, ["ok", "ok"])
        before = len(slack.calls)
        assert (await _slack(slack, monkeypatch, "--offline")).exit_code == 0
        assert len(slack.calls) == before
        slack.granted = "commands, chat:write,files:read,files:write"
        assert "does not let the app im:history, im:write" in _lines(await _slack(slack, monkeypatch), "slack")[0]
        slack.tokens = {_APP}
        gone = await _slack(slack, monkeypatch)
        assert (gone.exit_code, "does not take the bot token (token_revoked)" in _lines(gone, "slack")[0]) == (3, True)
    away = await _slack(slack, monkeypatch)
    assert "cannot be reached" in _lines(away, "slack")[0]


@pytest.fixture
def ats() -> Iterator[FakeAts]:
    """The three systems."""
    with FakeAts() as server:
        yield server


async def _vendors(ats: FakeAts, *, offline: bool = False) -> dict[str, Found]:
    found = [each async for each in vendors_found(offline=offline, hosts=ats.hosts, limits=_LIMITS)]
    assert "CANARY" not in repr(found)
    return {each.part: each for each in found}


async def test_systems_are_asked_whether_they_take_the_keys(ats: FakeAts, monkeypatch: pytest.MonkeyPatch) -> None:
    """By a list of one posting; a key that is revoked, and a system that is away, each with the way out."""
    _set(monkeypatch, **_KEYS)
    well = await _vendors(ats)
    assert {part: each.ok for part, each in well.items()} == dict.fromkeys(("greenhouse", "lever", "ashby"), True)
    asked = len(ats.asked)
    assert all("was not asked" in each.said for each in (await _vendors(ats, offline=True)).values())
    assert len(ats.asked) == asked
    ats.play("GET", "/v1/postings", Play(status=500), Play(status=500), Play(status=500))
    ats.play("POST", "/jobPosting.list", Play(status=401))
    ill = await _vendors(ats)

    assert [ill["lever"].ok, ill["lever"].said] == [False, "gives no answer that can be used"]
    assert [ill["ashby"].ok, ill["ashby"].said] == [False, "does not take the key"]
    assert ill["greenhouse"].ok
    assert ats.writes == []


@pytest.mark.parametrize(
    ("given", "part", "says"),
    [
        ({"LEVER_API_KEY": '"lever-CANARY"'}, "lever", "UNBLAND_LEVER_API_KEY is no key"),
        ({"ASHBY_API_KEY": "short"}, "ashby", "UNBLAND_ASHBY_API_KEY is no key"),
        ({"GREENHOUSE_CLIENT_SECRET": ""}, "greenhouse", "without the other"),
        ({"GREENHOUSE_USER_ID": "x"}, "ats", "UNBLAND_GREENHOUSE_USER_ID"),
        ({"ASHBY_WEBHOOK_SECRET": "CANARY"}, "ashby", "UNBLAND_ASHBY_WEBHOOK_SECRET is no key"),
        ({"ASHBY_WEBHOOK_SECRET": "secret-CANARY", "ASHBY_API_KEY": ""}, "ashby", "has no key by which"),
    ],
)
async def test_keys_that_cannot_be_are_told(
    given: dict[str, str], part: str, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By their names, without a call."""
    _set(monkeypatch, **(_KEYS | given))
    result = await _doctor("--offline")

    assert (result.exit_code, says in _lines(result, part)[0]) == (3, True)


async def test_a_lost_key_of_the_seal_is_told(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """How many secrets it does not open, and how many are kept without one."""
    opened, key = Database(database), new_key()
    await migrate(opened)
    secret = Secret(text="whsec_CANARY")
    now, events = datetime.now(UTC), frozenset(Told)
    endpoint = Endpoint(id="we_1", tenant="acme", url="", events=events, secrets=(secret,), created=now)
    await DatabaseWebhooks(opened).add(endpoint)
    assert "1 webhook secrets are kept as they are" in _lines(await _doctor("--offline"), "seal")[0]
    await DatabaseWebhooks(opened, Seal(key)).seal()
    await opened.aclose()
    lost = await _doctor("--offline")
    assert (lost.exit_code, "does not open 1" in _lines(lost, "seal")[0]) == (3, True)
    _set(monkeypatch, ENCRYPTION_KEY=f"{new_key()},{key}")
    assert "opens all that is sealed, 1" in _lines(await _doctor("--offline"), "seal")[0]
    _set(monkeypatch, ENCRYPTION_KEY="CANARY")
    assert "unbland slack key" in _lines(await _doctor("--offline"), "seal")[0]
