"""Mattermost through the same use cases: its own token, its own limits, its own server on a real socket."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2
import pytest
from aiohttp import web

from asked import asking
from databases import KINDS, ready_url
from slack_service import DRAFT, until
from unbland import bootstrap
from unbland.adapters.database.migrating import migrate
from unbland.application.chat import courier
from unbland.application.rewrite import Rewriter
from unbland.bootstrap import Application
from unbland.bootstrap.service import service_over
from unbland.edges.answers import answer
from unbland.edges.serving import create

_TOKEN = "command-token"  # noqa: S105 - of the fake


@dataclass
class Mattermost:
    """A server that keeps posts."""

    posts: dict[str, dict[str, Any]] = field(default_factory=dict)
    #: So many posts are kept, and their answers lost.
    breaking: int = 0
    files: list[bytes] = field(default_factory=list)
    #: Posts that have a file: its id → theirs.
    attached: dict[str, str] = field(default_factory=dict)
    refusals: list[int] = field(default_factory=list)
    origin: str = ""

    async def post(self, request: web.Request) -> web.Response:
        """A new post."""
        if self.refusals:
            return web.json_response({"id": "api.error"}, status=self.refusals.pop(0))
        assert request.headers["Authorization"] == "Bearer bot-token"
        made = dict(await request.json()) | {"id": f"post{len(self.posts)}"}
        assert len(made["message"]) <= 16_383
        self.posts[made["id"]] = made
        self.attached |= dict.fromkeys(made.get("file_ids", ()), made["id"])
        if self.breaking and request.transport is not None:
            self.breaking -= 1
            request.transport.close()
        return web.json_response(made, status=201)

    async def read(self, request: web.Request) -> web.Response:
        """The posts of a channel or a thread."""
        root = request.match_info.get("id")
        shown = {id_: post for id_, post in self.posts.items() if root in {None, id_, post.get("root_id")}}
        return web.json_response({"order": list(shown), "posts": shown})

    async def patch(self, request: web.Request) -> web.Response:
        """A post that changes."""
        self.posts[request.match_info["id"]] |= await request.json()
        return web.json_response(self.posts[request.match_info["id"]])

    async def file(self, request: web.Request) -> web.Response:
        """A file."""
        form = await request.post()
        part = form["files"]
        assert isinstance(part, web.FileField)
        self.files.append(part.file.read())
        return web.json_response({"file_infos": [{"id": f"file{len(self.files)}"}]}, status=201)

    async def info(self, request: web.Request) -> web.Response:
        """What is known of a file."""
        return web.json_response({"post_id": self.attached.get(request.match_info["id"], "")})


@asynccontextmanager
async def _server() -> AsyncIterator[Mattermost]:
    made = Mattermost()
    app = web.Application()
    app.router.add_post("/api/v4/posts", made.post)
    app.router.add_get("/api/v4/posts/{id}/thread", made.read)
    app.router.add_get("/api/v4/channels/{channel}/posts", made.read)
    app.router.add_put("/api/v4/posts/{id}/patch", made.patch)
    app.router.add_post("/api/v4/files", made.file)
    app.router.add_get("/api/v4/files/{id}/info", made.info)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    made.origin = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield made
    finally:
        await runner.cleanup()


@dataclass
class Running:
    """A service with its Mattermost."""

    server: Mattermost
    client: httpx2.AsyncClient

    async def type(self, text: str, token: str = _TOKEN, **more: str) -> httpx2.Response:
        """Type the command."""
        fields = {
            "team_id": "t1",
            "channel_id": "c1",
            "user_id": "u1",
            "trigger_id": text,
            "text": text,
            "token": token,
        }
        return await self.client.post("/integrations/mattermost/command", data=fields | more)


@pytest.fixture(params=KINDS)
async def running(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Running]:
    """A service with Mattermost and no Slack, on each kind of database."""
    with ready_url(request.param, tmp_path) as url:
        async with _server() as server:
            for name, value in (
                ("URL", server.origin),
                ("BOT_TOKEN", "bot-token"),
                ("COMMAND_TOKENS", f"other, {_TOKEN}"),
            ):
                monkeypatch.setenv(f"UNBLAND_MATTERMOST_{name}", value)
            changed = {"database_url": url, "drain_seconds": 0.2}
            settings = bootstrap.read_settings().model_copy(update=changed)

            async def nothing() -> None:
                """Hold nothing."""

            rewriter = Rewriter(chain=None, new_id=lambda: "", seconds=30)
            service = service_over(Application(rewriter=rewriter, settings=settings, model=None, aclose=nothing))
            await migrate(service.database)
            async with asking(create(lambda: service)) as client:
                yield Running(server, client)


def _results(running: Running) -> list[dict[str, Any]]:
    return [post for post in running.server.posts.values() if "**Score" in post["message"]]


async def test_a_draft_is_rewritten_answered_and_accepted(running: Running) -> None:
    """All by commands; the result stands in a thread, and says who decided."""
    running.server.refusals.append(500)
    assert "thread" in (await running.type(DRAFT)).json()["text"]
    await until(lambda: _results(running))
    (first,) = _results(running)
    assert first["root_id"] == "post0"
    turn = first["message"].partition("/rewrite accept ")[2].partition("`")[0]
    assert "answer" in first["message"]

    await running.type(f"answer {turn} hiring_reason: A third ferry sails from May.")
    await until(lambda: len(_results(running)) == 2)
    second = _results(running)[1]
    assert "A third ferry sails from May." in second["message"]
    newer = second["message"].partition("/rewrite accept ")[2].partition("`")[0]
    assert (await running.type(f"accept {newer}", user_id="u2")).json()["text"].startswith("Only who asked")
    assert (await running.type(f"accept {newer}")).json()["text"] == "Done."
    await until(lambda: "Accepted by u1" in running.server.posts[second["id"]]["message"])
    await running.type(f"file {newer}")
    await until(lambda: running.server.files)
    assert b"ferry sails" in running.server.files[0]


_SAID = {
    "hiring_reason": "A third ferry: it sails from May.",
    "pay": "62.000-68.500 EUR a year",
    "goals": "Halve the queue by July",
    "role.location": "Hamburg",
    "company.about": "We run 3 ferries on the Elbe.",
}


async def test_each_question_is_answered_as_its_message_says(running: Running) -> None:
    """Behind each command that is shown stands an answer in plain words; what is none of them is told how to be."""
    await running.type(DRAFT)
    await until(lambda: _results(running))
    shown = re.findall(r"`/rewrite (answer ct_\w+ ([\w.]+)): …`", _results(running)[0]["message"])
    assert {field for _, field in shown} == set(_SAID)
    for wrong in ("hello", "hiring_reason:", "pay: a lot"):
        assert "`" in (await running.type(f"{shown[0][0].rpartition(' ')[0]} {wrong}")).json()["text"]
    for command, asked in shown:
        assert (await running.type(f"{command}: {_SAID[asked]}")).json()["text"].startswith("Thank you")
    await until(lambda: len(_results(running)) == 1 + len(_SAID))
    last = next(each["message"] for each in _results(running) if f"revision {1 + len(_SAID)}" in each["message"])

    for part in ("it sails from May", "62,000–68,500", "Halve the queue", "Hamburg", "on the Elbe"):
        assert part in last


@pytest.mark.parametrize(
    "draft", ["file clerk\n\nDuties\n- File 300 letters a day", "Help desk agent\n- Take 40 calls\0"]
)
async def test_a_draft_that_begins_like_a_command_is_a_draft(draft: str, running: Running) -> None:
    """And a character that no database takes is left out."""
    assert "Rewriting" in (await running.type(draft)).json()["text"]
    await until(lambda: _results(running))


@pytest.mark.parametrize(
    ("words", "least", "most"),
    [
        ("62,000 - 87,000 CAD a year", "62000", "87000"),
        ("from 17.50 to 19 eur per hour", "17.50", "19"),
        ("up to 70.000 EUR per year", "None", "70000"),
        ("4500 chf each month", "4500", "None"),
    ],
)
def test_pay_is_read_in_a_line(words: str, least: str, most: str) -> None:
    """As people write it, in any case."""
    pay = answer("pay", words).pay

    assert (str(pay.min), str(pay.max)) == (least, most)


async def test_b56_a_post_whose_answer_is_lost_is_not_posted_again(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The stage line is found in the channel, the result in the thread, each by the mark in its properties."""
    monkeypatch.setattr(courier, "_PAUSE", 0.01)
    running.server.breaking = 2
    await running.type(DRAFT)
    await until(lambda: _results(running))
    await until(lambda: "Rewritten" in running.server.posts["post0"]["message"])

    assert (len(running.server.posts), running.server.breaking) == (2, 0)


async def test_b56_a_file_whose_answer_is_lost_is_not_posted_again(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server knows which post has it."""
    monkeypatch.setattr(courier, "_PAUSE", 0.01)
    await running.type(DRAFT)
    await until(lambda: _results(running))
    (result,) = _results(running)
    turn = result["message"].partition("/rewrite accept ")[2].partition("`")[0]
    running.server.breaking = 1
    await running.type(f"file {turn}")
    await until(lambda: running.server.attached)
    await running.type(f"accept {turn}")
    await until(lambda: "Accepted" in running.server.posts[result["id"]]["message"])

    assert (len(running.server.posts), len(running.server.files), running.server.breaking) == (3, 1, 0)


@pytest.mark.parametrize("token", ["", "wrong", "other ", "café", _TOKEN + "x"])
async def test_a_token_that_is_none_of_ours_is_refused(token: str, running: Running) -> None:
    """401 and nothing kept; a command by GET is refused too."""
    assert (await running.type(DRAFT, token)).status_code == 401
    assert (await running.client.get("/integrations/mattermost/command")).status_code == 405
    assert (await running.type(DRAFT, team_id="../x")).status_code == 400


async def test_b59_calls_are_words_and_long_texts_are_files(running: Running) -> None:
    """Nobody is called by a draft, and a post stays within the server's limit."""
    lines = "\n".join(
        f"- Sell {n} tickets at pier {n} to @all and @channel, and count the till at {n % 24}:15" for n in range(250)
    )
    await running.type(f"Clerk\n\nDuties\n{lines}")
    await until(lambda: running.server.files)

    said = "".join(post["message"] for post in running.server.posts.values())
    assert "@all" not in said
    assert "@channel" not in said
    assert "in the file below" in said
    assert b"pier 249" in running.server.files[0]
