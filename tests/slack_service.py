"""A service with Slack beside it, as tests drive it: people type and press, and the fake Slack shows what came."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import Any

import httpx2
import pytest

from asked import asking
from doubles.slack import SECRET, TOKEN, FakeSlack, command, interaction, pressed, signed, submitted
from unbland import bootstrap
from unbland.adapters.database.migrating import migrate
from unbland.adapters.slack.client import Hosts
from unbland.application.rewrite import Rewriter
from unbland.bootstrap import Application
from unbland.bootstrap.chat import chats_over
from unbland.bootstrap.service import Service, service_over
from unbland.edges.serving import create

DRAFT = (
    "Ferry Clerk\n\nWe are a dynamic team looking for a rock star.\n\nDuties\n- Sell tickets for 3 ferries\n"
    "- Count the till at 18:00\n- Answer the phone in German\n\nRequirements\n- Fluent German\n"
    "- Two years at a counter\n"
)


@dataclass
class Running:
    """A service under way with its Slack."""

    service: Service
    slack: FakeSlack
    client: httpx2.AsyncClient
    log: list[str] = field(default_factory=list)

    async def post(self, path: str, body: bytes, headers: dict[str, str] | None = None) -> httpx2.Response:
        """Send a body; signed, where no headers are given."""
        return await self.client.post(
            f"/slack/{path}", content=body, headers=signed(body) if headers is None else headers
        )

    async def type(self, text: str = "", user: str = "U1", **more: str) -> httpx2.Response:
        """Type the command."""
        return await self.post("commands", command(self.slack, text, user, **more))

    async def press(self, message: dict[str, Any], action: str, user: str = "U1", **more: Any) -> httpx2.Response:  # noqa: ANN401
        """Press a button."""
        return await self.post("interactivity", interaction(pressed(self.slack, message, action, user, **more)))

    async def send(self, view: dict[str, Any], user: str = "U1", **values: Any) -> httpx2.Response:  # noqa: ANN401
        """Send a window."""
        return await self.post("interactivity", interaction(submitted(view, user, **values)))

    async def view(self, number: int) -> dict[str, Any]:
        """The window that was opened so many windows ago, from 1."""
        await until(lambda: len(self.slack.views) >= number)
        return self.slack.views[number - 1]

    async def result(self, number: int = 1, team: str = "T1") -> dict[str, Any]:
        """The result that was posted as this one, from 1."""
        await until(lambda: len(self.results()) >= number)
        result = self.results()[number - 1]
        turn = next(each["block_id"] for each in result["blocks"] if each["type"] == "actions").removeprefix("acts-")
        chats = self.service.chats
        assert chats is not None
        for _ in range(500):  # until it is written down that it was posted
            if (await chats.rooms.turns.get(f"slack:{team}", turn)).course.message:
                break
            await asyncio.sleep(0.01)
        return result

    def results(self) -> list[dict[str, Any]]:
        """Every message with buttons to decide or to copy with."""
        return [m for m in self.slack.messages.values() if any(b["type"] == "actions" for b in m["blocks"])]

    async def rewritten(self, text: str = DRAFT, user: str = "U1", **values: Any) -> dict[str, Any]:  # noqa: ANN401
        """The result of a command and a window that was sent."""
        before, windows = len(self.results()), len(self.slack.views)
        await self.type(text, user)
        view = await self.view(windows + 1)
        answer = await self.send(view, user, **values)
        assert answer.content == b"", answer.text
        return await self.result(before + 1)


async def until(holds: Callable[[], object], seconds: float = 180) -> None:
    """Wait for a condition; fail where it does not come."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it did not come"
        await asyncio.sleep(0.01)


def words(message: dict[str, Any]) -> str:
    """All texts of a message."""

    def texts(value: object) -> list[str]:
        if isinstance(value, dict):
            own = [value["text"]] if isinstance(value.get("text"), str) else []
            return own + [each for item in value.values() for each in texts(item)]
        return [each for item in value for each in texts(item)] if isinstance(value, list) else []

    return "\n".join(texts(message["blocks"]))


@asynccontextmanager
async def serving(
    url: str, slack: FakeSlack, monkeypatch: pytest.MonkeyPatch, rewriter: Rewriter | None = None, **settings: str
) -> AsyncIterator[Running]:
    """A service on this database with this Slack."""
    given = {"signing_secret": SECRET, "bot_token": TOKEN, **settings}
    for name, value in given.items():
        monkeypatch.setenv(f"UNBLAND_SLACK_{name.upper()}", value)
    changed = {"database_url": url, "drain_seconds": 0.2}
    app_settings = bootstrap.read_settings().model_copy(update=changed)

    async def nothing() -> None:
        """Hold nothing."""

    rewriter = rewriter or Rewriter(chain=None, new_id=lambda: "", seconds=30)
    service = service_over(Application(rewriter=rewriter, settings=app_settings, model=None, aclose=nothing))
    origin = frozenset({slack.origin})
    hosts = Hosts(api=slack.api, files=origin, hooks=origin)
    service = replace(service, chats=chats_over(service.database, service.rewrites, service.engine, hosts))
    await migrate(service.database)
    app = create(lambda: service)
    async with asking(app) as client:
        running, listening = Running(service, slack, client), asyncio.Lock()

        async def hears(event: bytes) -> bool:
            async with listening:
                return slack.hears is hears and (await running.post("events", event)).status_code == 200

        slack.hears = None if "app_token" in settings else hears
        yield running
        slack.hears = None
        async with listening:  # what is heard now is dealt with before the service stops
            pass
