"""Bad days: a model that hangs, late windows, channels and tokens that are gone, texts that are too long."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import select

from databases import KINDS, ready_url
from doubles.slack import FakeSlack, fake_slack, posted_event
from slack_service import DRAFT, Running, serving, until, words
from unbland.adapters.database.chat_tables import CHAT_TURNS
from unbland.application.chat import courier, posting
from unbland.application.result import Rewrite
from unbland.application.review import Draft
from unbland.application.rewrite import Engine, Rewriter
from unbland.application.spans import stage
from unbland.core.facts import NO_FACTS, CompanyFacts


class Hung(Rewriter):
    """A rewriter that hangs until it is let go."""

    def __init__(self) -> None:
        """Hang."""
        super().__init__(chain=None, new_id=lambda: "", seconds=30)
        self.open = asyncio.Event()
        self.begun = 0

    async def rewrite(
        self, draft: Draft, facts: CompanyFacts = NO_FACTS, engine: Engine = Engine.AUTO, *, verify: bool = True
    ) -> Rewrite:
        """The editor's rewrite, when it is let go."""
        self.begun += 1
        await self.open.wait()
        return await super().rewrite(draft, facts, engine, verify=verify)


class Writing(Hung):
    """The same, after a look that lasts no second, while it writes."""

    async def rewrite(
        self, draft: Draft, facts: CompanyFacts = NO_FACTS, engine: Engine = Engine.AUTO, *, verify: bool = True
    ) -> Rewrite:
        """The editor's rewrite, when it is let go."""
        with stage("look"), stage("write"):
            return await super().rewrite(draft, facts, engine, verify=verify)


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    """A Slack."""
    async with fake_slack() as made:
        yield made


@pytest.fixture(params=KINDS)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database of each kind."""
    with ready_url(request.param, tmp_path) as made:
        yield made


@pytest.fixture
async def running(url: str, slack: FakeSlack, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Running]:
    """A service with Slack."""
    async with serving(url, slack, monkeypatch) as made:
        yield made


async def test_b55_a_model_that_hangs_keeps_no_answer_back(
    url: str, slack: FakeSlack, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Command and window are answered; the stage line says what is done, once; then the result comes."""
    hung = Writing()
    async with serving(url, slack, monkeypatch, hung) as running:
        assert (await running.type(DRAFT)).status_code == 200
        assert (await running.send(await running.view(1))).status_code == 200
        await until(lambda: hung.begun == 1 and slack.messages)
        (line,) = slack.messages.values()
        assert "Rewriting: reading, writing" in line["text"]
        await until(lambda: "Rewriting: writing, each line" in line["text"])
        assert [method for method, _ in slack.calls].count("chat.update") == 1
        hung.open.set()
        await running.result()
        await until(lambda: "Rewritten" in line["text"])


async def test_b55_who_waits_for_a_worker_is_told_so(
    url: str, slack: FakeSlack, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With every worker busy the line stands and says how many come first; then it begins, and ends."""
    monkeypatch.setenv("UNBLAND_AT_ONCE", "1")
    hung = Writing()
    async with serving(url, slack, monkeypatch, hung) as running:
        for number in range(3):
            await running.type(DRAFT)
            await running.send(await running.view(number + 1))
            await until(lambda: len(slack.messages) > number)  # noqa: B023 - asked now
        _, second, third = slack.messages.values()
        assert "In the queue: one that was asked for earlier comes first." in second["text"]
        assert "In the queue: 2 that were asked for earlier come first." in third["text"]
        hung.open.set()
        await running.result(3)
        await until(lambda: "Rewritten" in third["text"])


async def test_b63_a_restart_between_answer_and_result_loses_nothing(
    url: str, slack: FakeSlack, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next process posts what the last one had taken in, once, under the same line."""
    async with serving(url, slack, monkeypatch, Hung()) as running:
        await running.type(DRAFT)
        await running.send(await running.view(1))
        await until(lambda: slack.messages)
    async with serving(url, slack, monkeypatch) as running:
        await running.result()
        (line, _) = slack.messages.values()
        await until(lambda: "Rewritten" in line["text"])
        assert len(slack.messages) == 2


async def test_b58_a_window_that_comes_too_late_loses_no_draft(running: Running) -> None:
    """A button opens it again, with all that was typed."""
    await running.type(DRAFT, trigger_id=running.slack.trigger(stale=True))
    await until(lambda: running.slack.responses)
    offer = {"channel": "C1", "ts": "9.9", "blocks": running.slack.responses[0]["blocks"]}
    assert running.slack.responses[0]["response_type"] == "ephemeral"
    await running.press(offer, "reopen")
    view = await running.view(1)

    assert DRAFT.strip() in json.dumps(view, ensure_ascii=False).replace("\\n", "\n")


async def test_b58_a_window_that_was_sent_is_not_opened_again(running: Running) -> None:
    """What would be typed into it could not become anything; whoever presses is told so."""
    await running.type(DRAFT, trigger_id=running.slack.trigger(stale=True))
    await until(lambda: running.slack.responses)
    offer = {"channel": "C1", "ts": "9.9", "blocks": running.slack.responses[0]["blocks"]}
    await running.press(offer, "reopen")
    await running.send(await running.view(1))
    await running.result()
    await running.press(offer, "reopen")
    await until(lambda: len(running.slack.responses) == 2)

    assert "sent already" in running.slack.responses[1]["text"]
    assert len(running.slack.views) == 1


_MARKS = (
    "Clerk <!here>\n\nDuties\n- Ask @channel and @here for **two *keys\n- Write [to](javascript:alert(1)) us `now\n"
    "- Sell 3 ``` things\n- Count 4 _tills"
)


@pytest.mark.parametrize(
    "draft",
    [
        "Clerk\n\nDuties\n"
        + "\n".join(
            f"- Sell ticket number {n} to <!channel> & <@U7> at <http://x.example|the pier>" for n in range(70)
        ),
        _MARKS,
        "\n\n".join(f"Part {n}\n- Sell {n} tickets" for n in range(51)),
        "Clerk 🚢🚢\n\nDuties\n- بيع ٣ تذاكر في اليوم\n- מכירת כרטיסים\n- Sell 3 🎫 tickets\n- Count 4 tills\n",
        "Clerk\n\nDuties\n- " + "Sell 3 tickets and " * 290,
    ],
    ids=["mentions", "markdown", "sections", "signs", "one line"],
)
async def test_b59_no_text_is_too_odd_for_a_message(draft: str, running: Running) -> None:
    """No `invalid_blocks`, no mention but of whoever asked, and nothing is lost."""
    result = await running.rewritten(draft[:6000])
    said = words(result)

    assert not [each for each in ("<!channel", "<!here", "<@U7", "<http", "@channel", "@here") if each in said]
    refused = [data for method, data in running.slack.calls if method == "chat.postMessage"]
    assert len(refused) == 2


async def test_b59_forty_thousand_characters_come_as_a_file(running: Running) -> None:
    """The message says so, and the file in the thread has the whole posting."""
    result = await _long(running, 440)
    await until(lambda: running.slack.shared)

    assert "in the file below" in words(result)
    (upload,) = running.slack.uploads.values()
    assert len(upload) > 30_000
    assert b"ferry number 439" in upload


async def _long(running: Running, rows: int) -> dict[str, Any]:
    """The result of a draft of so many rows, out of a file."""
    lines = [
        f"- Sell {n} tickets for ferry number {n} at pier {n}, and count its till at {n % 24}:15" for n in range(rows)
    ]
    running.slack.files["long.md"] = ("Clerk\n\nDuties\n" + "\n".join(lines)).encode()
    url = f"{running.slack.origin}/files/long.md"
    file = {"type": "file_input", "files": [{"name": "long.md", "size": 9, "url_private_download": url}]}
    return await running.rewritten("", file=file)


async def test_b59_what_fits_no_message_together_with_what_is_said_of_it_comes_as_a_file(running: Running) -> None:
    """The posting alone would fit; Slack counts all blocks of a message together, and is not asked for too much."""
    result = await _long(running, 135)
    await until(lambda: running.slack.shared)

    assert "in the file below" in words(result)
    assert [method for method, _ in running.slack.calls].count("chat.postMessage") == 2
    (upload,) = running.slack.uploads.values()
    assert 10_000 < len(upload) < 11_500


async def test_b59_a_message_that_slack_finds_too_long_comes_without_the_posting(
    url: str, slack: FakeSlack, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever Slack counts: it is not refused again and again, and the posting is a file."""
    hung = Hung()
    async with serving(url, slack, monkeypatch, hung) as running:
        await running.type(DRAFT)
        await running.send(await running.view(1))
        await until(lambda: slack.messages)
        slack.refuse("chat.postMessage", "msg_blocks_too_long")
        hung.open.set()
        result = await running.result()
        await until(lambda: slack.shared)

        assert "in the file below" in words(result)
        assert b"3 ferries" in next(iter(slack.uploads.values()))


async def test_b59_an_edit_of_a_posting_that_is_a_file_comes_as_a_file(running: Running) -> None:
    """Nobody accepts a text that they were not shown; a decision brings no further file."""
    result = await _long(running, 250)
    await until(lambda: running.slack.shared)
    await running.press(result, "edit")
    await running.send(await running.view(2), title="Clerk of the ferry")
    await until(lambda: len(running.slack.shared) == 2)
    assert b"# Clerk of the ferry" in running.slack.uploads[running.slack.shared[1]["id"]]

    await until(lambda: "Edited by" in words(running.slack.messages[result["ts"]]))
    await running.press(running.slack.messages[result["ts"]], "accept")
    await until(lambda: "Accepted" in words(running.slack.messages[result["ts"]]))
    await running.service.engine.stop()
    assert len(running.slack.shared) == 2


async def _standing(running: Running) -> list[str]:
    async with running.service.database.reading() as connection:
        return [row.standing for row in await connection.execute(select(CHAT_TURNS.c.standing))]


@pytest.mark.parametrize("code", ["is_archived", "not_in_channel", "channel_not_found", "restricted_action"])
async def test_b60_a_channel_that_takes_nothing_gives_way_to_whoever_asked(code: str, running: Running) -> None:
    """Archived, or the app was removed from it: the result comes as a direct message."""
    running.slack.refuse("chat.postMessage", code)
    result = await running.rewritten()

    assert result["channel"] == "D1"


async def test_b60_a_channel_that_is_archived_under_a_result_gives_way_too(running: Running) -> None:
    """What was decided is made, and whoever asked sees it in a direct message."""
    result = await running.rewritten()
    running.slack.archived.add("C1")
    await running.press(result, "accept")
    message = await running.result(2)

    assert message["channel"] == "D1"
    assert "Accepted by <@U1>" in words(message)


@pytest.mark.parametrize(
    ("channel", "scope", "lost", "posted"),
    [
        ("C1", "metadata.message:read", 2, 2),
        ("C1", "channels:history", 2, 2),
        ("U1", "im:history", 2, 2),
        ("C1", "im:history", 1, 3),
    ],
    ids=["told", "channel", "direct", "no scope"],
)
async def test_b56_a_message_whose_answer_is_lost_is_not_posted_again(  # noqa: PLR0913, PLR0917 - a table
    channel: str, scope: str, lost: int, posted: int, running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Slack tells where it stands, or it is looked for; where neither is let, it is posted once more after a while."""
    monkeypatch.setattr(courier, "_PAUSE", 0.01)
    monkeypatch.setattr(posting, "_TOLD_AT_ONCE", 5 if scope == "metadata.message:read" else 0.01)
    running.slack.scopes = {scope}
    running.slack.breaking += ["chat.postMessage"] * lost
    await running.type(DRAFT, channel_id=channel)
    await running.send(await running.view(1), channel={"id": channel})
    result = await running.result()
    lines = [each for each in running.slack.messages.values() if each["ts"] != result["ts"]]
    await until(lambda: "Rewritten" in lines[-1]["text"])

    assert len(running.slack.messages) == posted
    assert result["thread_ts"] == lines[-1]["ts"]
    assert running.slack.breaking == []


async def test_b56_what_slack_tells_while_we_look_is_not_lost(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a message stands is told after its turn was read and before it is left, which would wait for it."""
    assert running.service.chats is not None
    assert running.service.chats.slack is not None
    messenger = running.service.chats.slack.slack
    find, told = messenger.find, []

    async def find_late(*asked: Any) -> Any:  # noqa: ANN401 - as the messenger's
        (line,) = running.slack.messages.values()
        told.append(await running.post("events", posted_event(line)))
        return await find(*asked)

    monkeypatch.setattr(posting, "_TOLD_AT_ONCE", 300)
    monkeypatch.setattr(messenger, "find", find_late)
    monkeypatch.setattr(courier, "_PAUSE", 0.01)
    running.slack.scopes, running.slack.hears = {"metadata.message:read"}, None
    running.slack.breaking.append("chat.postMessage")
    result = await running.rewritten()

    assert [answer.status_code for answer in told] == [200]
    assert len(running.slack.messages) == 2
    assert result["thread_ts"] in running.slack.messages


async def test_b56_a_file_whose_answer_is_lost_does_not_come_again(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What becomes of a file is asked before it is shown once more."""
    monkeypatch.setattr(courier, "_PAUSE", 0.01)
    result = await running.rewritten()
    running.slack.breaking.append("files.completeUploadExternal")
    await running.press(result, "file")
    await until(lambda: running.slack.shared)
    await running.press(result, "accept")
    await until(lambda: "Accepted" in words(running.slack.messages[result["ts"]]))

    assert (len(running.slack.shared), len(running.slack.uploads), running.slack.breaking) == (1, 1, [])


async def test_b60_a_pause_that_slack_asks_for_is_kept(running: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    """429: tried again after the time it names, posted once; a fault of Slack's: after it would have told us."""
    monkeypatch.setattr(posting, "_TOLD_AT_ONCE", 0.01)
    running.slack.refuse("chat.postMessage", "ratelimited", status=429, retry_after="0")
    running.slack.refuse("chat.postMessage", "internal_error")
    result = await running.rewritten()

    assert "*Score" in words(result)
    assert len(running.slack.messages) == 2


async def test_b60_a_revoked_token_keeps_the_result(running: Running) -> None:
    """Nothing is posted, nothing is tried again and again, and the rewrite has not failed."""
    await running.type(DRAFT)
    view = await running.view(1)
    running.slack.tokens.clear()
    await running.send(view)
    for _ in range(2000):
        if await _standing(running) == ["lost"]:
            break
        await asyncio.sleep(0.01)
    (record,) = await running.service.rewrites.page("slack:T1", after=None, limit=9)
    record = await running.service.rewrites.settled(record, 20)

    assert await _standing(running) == ["lost"]
    assert record.state == "done"
    assert [method for method, _ in running.slack.calls].count("chat.postMessage") == 1


def _uninstalled(kind: str, **more: Any) -> bytes:  # noqa: ANN401
    event = {"type": kind, **more}
    return json.dumps({"type": "event_callback", "team_id": "T1", "event_id": f"E{kind}", "event": event}).encode()


async def test_b62_held_drafts_and_old_deeds_are_deleted_in_time(running: Running) -> None:
    """A text that was typed and never sent is gone after a day."""
    await running.type(DRAFT)
    await running.view(1)
    assert running.service.chats is not None
    turns = running.service.chats.rooms.turns
    assert await turns.purge(datetime.now(UTC), timedelta(days=30)) == 0
    assert await turns.purge(datetime.now(UTC) + timedelta(hours=25), timedelta(days=30)) == 1


@pytest.mark.parametrize(("kind", "more"), [("app_uninstalled", {}), ("tokens_revoked", {"tokens": {"bot": ["U1"]}})])
async def test_b62_an_app_that_is_removed_in_the_middle_says_nothing_more(
    kind: str, more: dict[str, Any], url: str, slack: FakeSlack, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tokens, texts and queued work are gone; what was under way ends without a word."""
    hung = Hung()
    installed = {
        "bot_token": "",
        "client_id": "1.2",
        "client_secret": "cs",
        "encryption_key": Fernet.generate_key().decode(),
        "public_url": "http://test",
    }
    async with serving(url, slack, monkeypatch, hung, **installed) as running:
        assert running.service.chats is not None
        assert running.service.chats.slack is not None
        await running.service.chats.slack.installs.install("good", "http://test/slack/oauth_redirect")
        await running.type(DRAFT)
        await running.send(await running.view(1))
        await until(lambda: hung.begun == 1 and slack.messages)
        before = len(slack.calls)
        assert (await running.post("events", _uninstalled(kind, **more))).status_code == 200
        hung.open.set()
        await running.service.engine.stop()

        assert len(slack.calls) == before
        assert await running.service.rewrites.page("slack:T1", after=None, limit=9) == ()
        assert await running.service.chats.slack.installs.token("slack:T1") is None
