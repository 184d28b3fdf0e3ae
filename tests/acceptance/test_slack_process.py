"""The service as a real process beside a Slack: killed between answer and result, and nothing is lost."""

from __future__ import annotations

import asyncio
import json
import os
import re
import sqlite3
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx2
import pytest

from doubles.slack import SECRET, TOKEN, FakeSlack, command, fake_slack, interaction, signed, submitted
from slack_service import DRAFT, until


@asynccontextmanager
async def _serving(env: dict[str, str]) -> AsyncIterator[tuple[asyncio.subprocess.Process, str]]:
    """The service as a process, and its address; killed with -9 afterwards."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "unbland", "serve", "--port", "0", env=os.environ | env, stderr=asyncio.subprocess.PIPE
    )
    assert process.stderr is not None
    try:
        listens = re.search(r"http://[\d.:]+", (await process.stderr.readline()).decode())
        assert listens is not None
        yield process, listens[0]
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


def _env(slack: FakeSlack, folder: Path) -> dict[str, str]:
    return {
        "UNBLAND_SLACK_SIGNING_SECRET": SECRET,
        "UNBLAND_SLACK_BOT_TOKEN": TOKEN,
        "UNBLAND_SLACK_API_URL": slack.api,
        "UNBLAND_DATABASE_URL": f"sqlite:///{folder}/x.db",
    }


def _noted(folder: Path, what: str = "line") -> str:
    """Which message the service has written down as its stage line, or what it was about to post."""
    with sqlite3.connect(f"file:{folder}/x.db?mode=ro", uri=True) as database:
        ((course,),) = database.execute("SELECT course FROM chat_turns").fetchall()
    return str(json.loads(course)[what])


async def test_b55_b63_killed_between_answer_and_result_it_still_tells(tmp_path: Path) -> None:
    """The model hangs, both requests are answered, kill -9; the next process posts the result, once."""
    calls: list[asyncio.StreamWriter] = []

    async def hang(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        calls.append(writer)

    model = await asyncio.start_server(hang, "127.0.0.1", 0)
    url = f"http://127.0.0.1:{model.sockets[0].getsockname()[1]}/v1"
    async with model, fake_slack() as slack, httpx2.AsyncClient(timeout=120) as client:
        async with _serving(_env(slack, tmp_path) | {"OPENAI_BASE_URL": url}) as (process, address):
            typed = command(slack, DRAFT)
            assert (await client.post(f"{address}/slack/commands", content=typed, headers=signed(typed))).text == ""
            await until(lambda: slack.views)
            window = interaction(submitted(slack.views[0]))
            sent = await client.post(f"{address}/slack/interactivity", content=window, headers=signed(window))
            assert (sent.status_code, sent.text) == (200, "")
            await until(lambda: calls and slack.messages and _noted(tmp_path))
            process.kill()
            await process.wait()
        assert len(slack.messages) == 1
        async with _serving(_env(slack, tmp_path)):
            await until(lambda: len(slack.messages) == 2)
            (line, result) = slack.messages.values()
            await until(lambda: "Rewritten" in line["text"])
        assert result["thread_ts"] == line["ts"]
        assert len(slack.messages) == 2
    for call in calls:
        call.close()
    model.close()


@pytest.mark.parametrize("scope", ["channels:history", "metadata.message:read"])
async def test_b24_killed_between_a_message_and_its_note_it_does_not_post_it_again(scope: str, tmp_path: Path) -> None:
    """Slack has the stage line; kill -9 before its answer is heard; the next process sees it, or is told of it."""
    async with fake_slack() as slack, httpx2.AsyncClient(timeout=120) as client:
        slack.scopes = {scope}
        slack.hanging = {"chat.postMessage"}
        async with _serving(_env(slack, tmp_path)) as (process, address):
            typed = command(slack, DRAFT)
            await client.post(f"{address}/slack/commands", content=typed, headers=signed(typed))
            await until(lambda: slack.views)
            window = interaction(submitted(slack.views[0]))
            await client.post(f"{address}/slack/interactivity", content=window, headers=signed(window))
            await until(lambda: len(slack.messages) == 1)
            process.kill()
            await process.wait()
        assert (_noted(tmp_path, "posting"), _noted(tmp_path)) == ("line", "")
        slack.hanging = set()
        async with _serving(_env(slack, tmp_path)) as (_, address):

            async def hears(event: bytes) -> bool:
                try:
                    told = await client.post(f"{address}/slack/events", content=event, headers=signed(event))
                except httpx2.HTTPError:  # told again, as Slack does
                    return False
                return told.status_code == 200

            slack.hears = hears
            await until(lambda: len(slack.messages) == 2)
            (line, result) = slack.messages.values()
            await until(lambda: "Rewritten" in line["text"])
            slack.hears = None
        assert result["thread_ts"] == line["ts"]
        assert [method for method, _ in slack.calls].count("chat.postMessage") == 2
