"""Requests that Slack did not make, presses that nobody may make, addresses that are not Slack's."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from urllib.parse import urlencode

import pytest
from sqlalchemy import select

from databases import ready_file
from doubles.slack import SECRET, TOKEN, command, fake_slack, interaction, posted_event, pressed, signed, submitted
from slack_service import DRAFT, Running, serving, until, words
from unbland.adapters.database.chat_tables import CHAT_DEEDS, CHAT_TURNS
from unbland.application.chat import posting


@pytest.fixture
async def running(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Running]:
    """A service with Slack."""
    async with fake_slack() as slack, serving(ready_file(tmp_path), slack, monkeypatch) as made:
        yield made


async def _turns(running: Running) -> int:
    async with running.service.database.reading() as connection:
        return len((await connection.execute(select(CHAT_TURNS.c.id))).all())


async def _deeds(running: Running) -> list[tuple[str, str]]:
    async with running.service.database.reading() as connection:
        rows = await connection.execute(select(CHAT_DEEDS.c.user, CHAT_DEEDS.c.action).order_by(CHAT_DEEDS.c.at))
        return [(row.user, row.action) for row in rows]


@pytest.mark.parametrize("path", ["commands", "interactivity", "events"])
@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (b"team_id=T1", dict),
        (b"team_id=T1", lambda: signed(b"team_id=T1", "another secret")),
        (b"team_id=T1", lambda: signed(b"team_id=T1", at=time.time() - 301)),
        (b"team_id=T1", lambda: signed(b"team_id=T1", at=time.time() + 900)),
        (b"team_id=T1", lambda: signed(b"team_id=T1") | {"X-Slack-Request-Timestamp": "abc"}),
        (b"team_id=T1", lambda: signed(b"team_id=T1") | {"X-Slack-Request-Timestamp": "9" * 400}),
        (b"team_id=T1", lambda: signed(b"team_id=T1") | {"X-Slack-Signature": "v0=caf\xe9"}),
        (b"team_id=T2", lambda: signed(b"team_id=T1")),
        (b"\xff\xfe\xfa", lambda: signed(b"") | {"X-Slack-Signature": "v0=" + "0" * 64}),
        (b"payload=%7Bnot", dict),
        (b"payload=%7Bnot", lambda: signed(b"payload=%7Bnot", "another secret")),
        (b"x" * 1_200_000, lambda: signed(b"x" * 1_200_000)),
    ],
    ids=range(12),
)
async def test_s18_b57_what_slack_did_not_sign_is_refused(
    path: str, body: bytes, headers: Callable[[], dict[str, str]], running: Running
) -> None:
    """401 with the same words each time, before anything of the body is read."""
    raw = [(name.encode(), value.encode("latin-1")) for name, value in headers().items()]
    answer = await running.client.post(f"/slack/{path}", content=body, headers=raw)

    assert (answer.status_code, answer.text) == (401, "unauthorized")
    assert await _turns(running) == 0


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("interactivity", b"payload=%7Bnot"),
        ("interactivity", b"payload=" + b"%5B" * 100_000),
        ("interactivity", b"payload=[]"),
        ("interactivity", b"payload=%7B%7D"),
        ("interactivity", urlencode({"payload": '{"type":"block_actions","team":{"id":"T1"}}'}).encode()),
        ("interactivity", urlencode({"payload": '{"type":"block_actions","team":7,"user":[],"actions":"x"}'}).encode()),
        ("interactivity", b"\xff\xfe"),
        ("events", b"{not"),
        ("events", b"[" * 100_000),
        ("events", b"7"),
        ("commands", b"team_id=T1"),
        ("commands", b"team_id=T1'%20OR%201&user_id=U1&channel_id=C1"),
        ("commands", b"\x00"),
        ("commands", b""),
    ],
    ids=range(14),
)
async def test_s18_b57_what_is_signed_and_malformed_is_refused(path: str, body: bytes, running: Running) -> None:
    """400 or 401, never 500."""
    answer = await running.post(path, body)

    assert answer.status_code in {400, 401}, answer.status_code


async def test_s18_a_replay_is_answered_and_does_nothing(running: Running) -> None:
    """The same signed bytes twice: one turn, one window, one press, one file."""
    body = command(running.slack, DRAFT)
    headers = signed(body)
    answers = [await running.post("commands", body, headers) for _ in range(3)]
    view = await running.view(1)
    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert await _turns(running) == 1
    for _ in range(3):
        assert (await running.send(view)).status_code == 200
    result = await running.result()
    file = interaction(pressed(running.slack, result, "file"))
    for _ in range(3):
        assert (await running.post("interactivity", file, signed(file))).status_code == 200
    await until(lambda: running.slack.shared)
    await running.press(result, "accept")
    await until(lambda: "Accepted" in words(running.slack.messages[result["ts"]]))

    assert (len(running.results()), len(running.slack.views), len(running.slack.shared)) == (1, 1, 1)


async def test_s18_a_replayed_edit_does_not_take_a_later_one_back(running: Running) -> None:
    """Nor does the window whose content was refused stay shut: sent anew, it is looked at anew."""
    result = await running.rewritten()
    await running.press(result, "edit")
    view = await running.view(2)
    first = interaction(submitted(view, title="First title") | {"trigger_id": running.slack.trigger()})
    headers = signed(first)
    assert (await running.post("interactivity", first, headers)).content == b""
    await running.send(view, title="Second title")
    await until(lambda: "Second title" in words(running.slack.messages[result["ts"]]))
    assert (await running.post("interactivity", first, headers)).status_code == 200
    await running.press(result, "file")
    await until(lambda: running.slack.uploads)
    assert b"# Second title" in next(iter(running.slack.uploads.values()))

    await running.press(result, "answer:pay")
    year = {"type": "static_select", "selected_option": {"value": "year"}}
    wrong = interaction(submitted(await running.view(3), min="x", max="y", currency="EUR", period=year))
    answers = [await running.post("interactivity", wrong, signed(wrong)) for _ in range(2)]
    assert ["errors" in answer.json() for answer in answers] == [True, True]


async def test_an_edit_and_an_accept_at_once_never_accept_what_was_not_seen(running: Running) -> None:
    """Either the edit is in, and the accept is refused; or it is accepted as it was, and the edit is refused."""
    result = await running.rewritten()
    await running.press(result, "edit")
    edit = await running.view(2)
    answer, _ = await asyncio.gather(running.send(edit, title="Another title"), running.press(result, "accept"))
    await until(lambda: running.slack.responses or "Accepted" in words(running.slack.messages[result["ts"]]))

    (record,) = await running.service.rewrites.page("slack:T1", after=None, limit=9)
    assert (record.decision is None) == (answer.content == b"")


async def test_b56_an_event_that_is_sent_again_counts_once(running: Running) -> None:
    """With retry numbers 1, 2 and 3 and new signatures: one home."""
    opened = {"type": "app_home_opened", "user": "U1"}
    body = json.dumps({"type": "event_callback", "team_id": "T1", "event_id": "E1", "event": opened}).encode()
    for number in range(4):
        headers = signed(body, at=time.time() + number) | {"X-Slack-Retry-Num": str(number)}
        assert (await running.post("events", body, headers)).status_code == 200
    await until(lambda: running.slack.homes)
    await until(lambda: not any(m == "views.publish" for m, _ in running.slack.calls[1:]))

    assert [method for method, _ in running.slack.calls].count("views.publish") == 1


async def test_s18_no_other_app_and_no_other_team_says_where_our_messages_stand(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor a malformed event; whoever is told wrongly would change a message of somebody else's."""
    monkeypatch.setattr(posting, "_TOLD_AT_ONCE", 0.01)
    running.slack.scopes = {"im:history"}
    running.slack.refuse("chat.postMessage", "internal_error")
    await running.type(DRAFT)
    await running.send(await running.view(1))
    await until(lambda: "chat.postMessage" in [method for method, _ in running.slack.calls])
    mark = next(data["metadata"] for method, data in running.slack.calls if method == "chat.postMessage")
    forged = {"channel": "C1", "ts": "1.000001", "metadata": mark}
    bodies = [posted_event(forged, app="A2"), posted_event(forged, team="T2"), posted_event(forged | {"channel": ""})]
    odd: tuple[object, ...] = ({}, [], {"event_type": "unbland_message"})
    bodies += [posted_event(forged | {"metadata": each}) for each in odd]
    for body in bodies:
        assert (await running.post("events", body)).status_code == 200
    await running.result()

    assert not [data for method, data in running.slack.calls if data.get("ts") == "1.000001"]


async def test_s18_we_answer_only_at_slacks_own_address(running: Running) -> None:
    """A response address of anybody else's is never called."""
    for url in (
        "http://198.51.100.1/x",
        "https://hooks.slack.com.evil.example/x",
        "https://hooks.slack.com@evil.example/",
    ):
        await running.type(DRAFT, trigger_id=running.slack.trigger(stale=True), response_url=url)
    await until(lambda: [method for method, _ in running.slack.calls].count("views.open") == 3)

    assert running.slack.responses == []


async def test_s19_another_user_presses_and_is_refused(running: Running) -> None:
    """Told so, written down, nothing decided."""
    result = await running.rewritten()
    for action in ("accept", "reject", "edit", "file", "answer:pay"):
        await running.press(result, action, "U9")
    await until(lambda: len(running.slack.responses) == 5)

    assert {each["text"] for each in running.slack.responses} == {
        "Only who asked for this rewrite, and whom they named, may do that."
    }
    assert len([deed for deed in await _deeds(running) if deed[0] == "U9" and "refused" in deed[1]]) == 5
    assert "*Score" in words(running.slack.messages[result["ts"]])
    assert len(running.slack.views) == 1


async def test_s19_another_team_presses_and_finds_nothing(running: Running) -> None:
    """For another workspace the id is one that never was."""
    result = await running.rewritten()
    await running.press(result, "accept", team={"id": "T2"})
    await until(lambda: running.slack.responses)

    assert "no such message" in running.slack.responses[0]["text"]
    assert ("U1", "refused: accept") in await _deeds(running)


async def test_s19_a_value_that_was_changed_is_refused(running: Running) -> None:
    """The button of one message cannot decide on another's turn, nor on none."""
    first = await running.rewritten()
    second = await running.rewritten(DRAFT + "- Sweep the pier\n")
    mine = pressed(running.slack, second, "accept")
    theirs = pressed(running.slack, first, "accept")
    for value in (theirs["actions"][0]["value"], "ct_" + "0" * 32, "' OR 1=1 --", "\ud800", "x" * 3000):
        mine["actions"][0]["value"] = value
        mine["trigger_id"] = running.slack.trigger()
        await running.post("interactivity", interaction(mine))
    await until(lambda: len(running.slack.responses) == 5)

    assert all("already" not in each["text"] for each in running.slack.responses)
    assert len([deed for deed in await _deeds(running) if deed[1] == "refused: accept"]) == 5
    records = await running.service.rewrites.page("slack:T1", after=None, limit=9)
    assert [record.decision for record in records] == [None, None]


async def test_s20_no_log_holds_a_token_or_a_draft(running: Running, caplog: pytest.LogCaptureFixture) -> None:
    """On good days and on bad ones."""
    caplog.set_level(logging.DEBUG, logger="unbland")
    running.slack.refuse("chat.postMessage", "fatal_error", "CANARY_code")
    running.slack.refuse("views.open", "expired_trigger_id")
    await running.type(DRAFT + "CANARY draft")
    await until(lambda: running.slack.responses)
    await running.rewritten(DRAFT + "CANARY draft")

    told = [record.getMessage() + str(vars(record)) for record in caplog.records if record.name.startswith("unbland")]
    assert told
    for secret in (SECRET, TOKEN, "CANARY draft"):
        assert not any(secret in line for line in told)
