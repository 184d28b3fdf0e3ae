"""The way of a rewrite through Slack: typed, sent, shown in a thread, answered, edited, decided on."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from databases import KINDS, ready_url
from doubles.slack import fake_slack, interaction, pressed
from slack_service import DRAFT, Running, serving, until, words
from unbland.edges.answers import figure
from unbland.edges.slack.presses import as_typed


@pytest.fixture(params=KINDS)
async def running(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Running]:
    """A service on each kind of database."""
    with ready_url(request.param, tmp_path) as url:
        async with fake_slack() as slack, serving(url, slack, monkeypatch) as made:
            yield made


async def test_a_draft_becomes_a_thread(running: Running) -> None:
    """A stage line, and under it the result with score, changes, what was dropped and what is missing."""
    result = await running.rewritten()

    (line,) = [m for m in running.slack.messages.values() if "thread_ts" not in m]
    await until(lambda: "Rewritten" in line["text"])
    assert result["thread_ts"] == line["ts"]
    assert "<@U1>" in line["text"]
    said = words(result)
    for part in ("*Score ", "What changed, and why", "What was dropped", "rock star", "What is missing", "3 ferries"):
        assert part in said


async def test_what_was_dropped_is_told_in_words(running: Running) -> None:
    """Without the ids that sources have inside."""
    said = words(await running.rewritten(title="Chief Ferry Clerk"))

    assert "“Ferry Clerk”: the facts say otherwise\n" in said


async def test_help_is_for_whoever_asks(running: Running) -> None:
    """No window, no turn: words for one person."""
    answer = (await running.type("help")).json()

    assert answer["response_type"] == "ephemeral"
    assert running.slack.views == []


async def test_an_answer_makes_the_next_revision_in_the_same_thread(running: Running) -> None:
    """The question's button opens a window; the first result can no longer be decided on."""
    first = await running.rewritten()
    await running.press(first, "answer:hiring_reason")
    view = await running.view(2)
    await running.send(view, answer="A third ferry sails from May.")
    second = await running.result(2)

    assert second["thread_ts"] == first["thread_ts"]
    assert "A third ferry sails from May." in words(second)
    await until(lambda: "newer revision" in words(running.slack.messages[first["ts"]]))
    await running.press(second, "answer:pay")
    pay: dict[str, Any] = {"period": {"type": "static_select", "selected_option": {"value": "year"}}}
    wrong = await running.send(await running.view(3), min="lots", max="34,000", currency="eur", **pay)
    assert wrong.json()["errors"]["min"]
    await running.send(running.slack.views[2], min="31,000", max="34 000", currency="eur", **pay)
    third = await running.result(3)
    assert "31,000" in words(third)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("62.000", "62000"),
        ("1'062'000", "1062000"),
        ("62\u202f000", "62000"),
        ("12,50", "12.50"),
        ("1.234,50", "1234.50"),
        ("2,345.5", "2345.5"),
        ("62000", "62000"),
    ],
)
def test_a_sum_is_read_as_it_was_meant(typed: str, read: str) -> None:
    """A comma before two figures is no thousand, and a point before three is one."""
    assert figure(typed) == read


async def test_no_sum_is_guessed(running: Running) -> None:
    """The window says what is wrong, and no revision is made."""
    await running.press(await running.rewritten(), "answer:pay")
    hour: dict[str, Any] = {"period": {"type": "static_select", "selected_option": {"value": "hour"}}}
    for least, most, said in (("", "", "from, to, or both"), ("60k", "70k", "a number"), ("1e5", "1,2345", "a number")):
        wrong = await running.send(await running.view(2), min=least, max=most, currency="EUR", **hour)
        assert said in wrong.json()["errors"]["min"]


async def test_two_answers_to_one_message_both_count_and_the_last_revision_alone_is_open(running: Running) -> None:
    """Of windows that stood open beside each other the second answer follows the first; nothing is decided on twice."""
    first = await running.rewritten()
    for number, field in ((2, "hiring_reason"), (3, "goals"), (4, "pay")):
        await running.press(first, f"answer:{field}")
        await running.view(number)
    await asyncio.gather(
        running.send(running.slack.views[1], answer="A third ferry sails from May."),
        running.send(running.slack.views[2], answer="Halve the queue by July."),
    )
    await running.result(3)
    second, last = sorted(running.results()[1:], key=lambda each: "revision 3" in words(each))
    assert "A third ferry sails from May." in words(last)
    assert "Halve the queue by July." in words(last)
    await until(lambda: "newer revision" in words(running.slack.messages[second["ts"]]))
    assert "'accept'" not in str(running.slack.messages[second["ts"]])

    await running.press(last, "accept")
    await until(lambda: "Accepted" in words(running.slack.messages[last["ts"]]))
    year = {"type": "static_select", "selected_option": {"value": "year"}}
    late = await running.send(running.slack.views[3], min="31000", max="34000", currency="EUR", period=year)
    assert "accepted by U1" in late.json()["errors"]["min"]
    assert len(running.results()) == 3


async def test_an_answer_that_comes_to_nothing_leaves_the_last_result_to_be_decided_on(running: Running) -> None:
    """Of two who answer one question the second contradicts the first; the line says so, and nothing is a dead end."""
    first = await running.rewritten(deciders={"type": "multi_users_select", "selected_users": ["U2"]})
    for number, user in ((2, "U1"), (3, "U2")):
        await running.press(first, "answer:pay", user)
        await running.view(number)
    year: dict[str, Any] = {"period": {"type": "static_select", "selected_option": {"value": "year"}}}
    await running.send(running.slack.views[1], "U1", min="31000", max="34000", currency="EUR", **year)
    second = await running.result(2)
    await running.send(running.slack.views[2], "U2", min="41000", currency="EUR", **year)
    await until(lambda: any("do not fit the facts" in each["text"] for each in running.slack.messages.values()))
    turn = next(each["block_id"] for each in second["blocks"] if each["type"] == "actions").removeprefix("acts-")
    assert running.service.chats is not None
    for _ in range(2000):  # until it is open again
        if not (await running.service.chats.rooms.turns.get("slack:T1", turn)).wishes.next:
            break
        await asyncio.sleep(0.01)
    await until(lambda: "'accept'" in str(running.slack.messages[second["ts"]]))

    assert "'accept'" not in str(running.slack.messages[first["ts"]])
    await running.press(second, "accept")
    await until(lambda: "Accepted by <@U1>" in words(running.slack.messages[second["ts"]]))


async def test_an_edit_is_a_persons_own_words(running: Running) -> None:
    """The message shows them, the score is that of the new text, and the file has them."""
    result = await running.rewritten()
    await running.press(result, "edit")
    view = await running.view(2)
    await running.send(view, title="Clerk on the ferry")
    await until(lambda: "Edited by <@U1>" in words(running.slack.messages[result["ts"]]))
    assert "Clerk on the ferry" in words(running.slack.messages[result["ts"]])

    await running.press(result, "file")
    await until(lambda: running.slack.shared)
    (upload,) = running.slack.uploads.values()
    assert b"# Clerk on the ferry" in upload
    assert running.slack.shared[0]["thread_ts"] == result["thread_ts"]


async def test_b61_of_two_who_press_at_once_one_wins_and_both_are_told(running: Running) -> None:
    """The message says who and when; the other one is told so."""
    result = await running.rewritten(deciders={"type": "multi_users_select", "selected_users": ["U2"]})
    await asyncio.gather(running.press(result, "accept", "U1"), running.press(result, "reject", "U2"))
    await until(lambda: running.slack.responses)
    await until(lambda: "UTC" in words(running.slack.messages[result["ts"]]))

    shown = words(running.slack.messages[result["ts"]])
    assert ("Accepted by <@U1>" in shown) != ("Rejected by <@U2>" in shown)
    assert "already" in running.slack.responses[0]["text"]
    assert len(running.slack.responses) == 1
    assert '"accept"' not in str(running.slack.messages[result["ts"]]).replace("'", '"')


async def test_a_file_is_the_draft(running: Running) -> None:
    """It is fetched with the token, from Slack's own host only, and no redirect takes the token along."""
    running.slack.files["draft.txt"] = DRAFT.encode()

    def file(url: str) -> dict[str, object]:
        return {"type": "file_input", "files": [{"name": "draft.txt", "size": 9, "url_private_download": url}]}

    result = await running.rewritten("", file=file(f"{running.slack.origin}/files/draft.txt"))
    assert "3 ferries" in words(result)
    before = len(running.slack.file_tokens)
    for number, url in enumerate(
        ("http://198.51.100.1/files/x", "file:///etc/passwd", "https://evil@files.slack.com/x")
    ):
        await running.type()
        await running.send(await running.view(number + 2), file=file(url))
    await until(lambda: len([m for m in running.slack.messages.values() if "not Slack's own" in m["text"]]) == 3)
    assert len(running.slack.file_tokens) == before


async def test_a_file_that_slack_does_not_give_is_told_at_once(running: Running) -> None:
    """A redirect, a refusal and a page to sign in are not tried all day; whoever asked is told, and may paste."""
    for number, name in enumerate(("moved", "page", "gone/x")):
        url = f"{running.slack.origin}/files/{name}"
        file = {"type": "file_input", "files": [{"name": "x", "size": 9, "url_private_download": url}]}
        await running.type()
        await running.send(await running.view(number + 1), file=file)
        await until(lambda: len(running.slack.messages) == number + 1)  # noqa: B023 - asked now

    assert all("does not give us that file" in each["text"] for each in running.slack.messages.values())


async def test_a_page_is_a_draft_and_a_fault_of_slacks_is_waited_for(running: Running) -> None:
    """An HTML file comes as the type that a page to sign in has; it has the size that Slack said."""
    page = b"<h1>Ferry Clerk</h1><h2>Duties</h2><ul><li>Sell tickets for 3 ferries</li></ul>"
    running.slack.files = {"away": b"", "x.html": page}
    for number, name in enumerate(("away", "x.html")):
        url = f"{running.slack.origin}/files/{name}"
        file = {"type": "file_input", "files": [{"name": name, "size": len(page), "url_private_download": url}]}
        await running.type()
        await running.send(await running.view(number + 1), file=file)
    await until(lambda: len(running.slack.messages) == 3)

    assert "3 ferries" in words(await running.result())
    assert running.slack.files.keys() == {"x.html"}


async def test_a_draft_and_a_file_are_not_one_of_them_dropped(running: Running) -> None:
    """The window asks which; nothing is begun, and what was pasted is still in it."""
    file = {"type": "file_input", "files": [{"name": "x", "size": 9, "url_private_download": "https://x.example"}]}
    await running.type(DRAFT)
    view = await running.view(1)
    assert "not both" in (await running.send(view, file=file)).json()["errors"]["draft"]
    assert (await running.send(view)).content == b""
    await running.result()


async def _shortcut(running: Running, text: str) -> dict[str, Any]:
    """The window that *Rewrite this posting* opens on a message with this text."""
    payload = {
        "type": "message_action",
        "callback_id": "rewrite_message",
        "team": {"id": "T1"},
        "user": {"id": "U1"},
        "channel": {"id": "C1"},
        "message": {"ts": "1.2", "text": text},
        "trigger_id": running.slack.trigger(),
        "response_url": running.slack.hook(),
    }
    await running.post("interactivity", interaction(payload))
    return await running.view(1)


async def test_a_message_is_the_draft(running: Running) -> None:
    """The shortcut opens the window with the message's text, as it was typed."""
    view = await _shortcut(running, "Ferry Clerk\n- Write to <mailto:a@b.c|a@b.c> &amp; wait")
    draft = next(block for block in view["blocks"] if block.get("block_id") == "draft")
    assert draft["element"]["initial_value"] == "Ferry Clerk\n- Write to a@b.c & wait"
    await running.send(view)
    await until(lambda: running.slack.thread("1.2"))


def test_a_link_in_a_message_keeps_its_address() -> None:
    """Behind its words, where those are not the address itself."""
    text = "Apply <https://x.example/a?b=1&amp;c=2|here>, see <https://x.example/|x.example> and <https://y.example>"

    assert as_typed(text) == "Apply here (https://x.example/a?b=1&c=2), see x.example and https://y.example"


async def test_a_long_message_is_the_draft_to_its_last_line(running: Running) -> None:
    """40,000 characters, in as many inputs as it takes; no line and no word is cut by where an input ends."""
    lines = [f"- Sell ticket number {n} for ferry {n} at pier {n} before noon" for n in range(600)]
    text = "Ferry Clerk\n\nDuties\n" + "\n".join(lines) + "\n\n" + "and a row without an end, " * 200
    assert (await running.send(await _shortcut(running, text))).content == b""
    await running.result()

    (record,) = await running.service.rewrites.page("slack:T1", after=None, limit=9)
    assert str(record.order.draft.content).split() == text.split()
    assert set(lines) <= set(str(record.order.draft.content).splitlines())


async def test_the_profile_is_said_once(running: Running) -> None:
    """It is in the home, prefilled in the window, and in the result; the home has the last rewrites."""
    payload = pressed(running.slack, {"channel": "C1", "ts": "1", "blocks": [_button("profile")]}, "profile")
    await running.post("interactivity", interaction(payload))
    await running.send(
        await running.view(1), company="Northlane", about="We run 3 ferries on the Elbe.", benefits="30 days off"
    )
    await until(lambda: "U1" in running.slack.homes)
    assert "Northlane" in words(running.slack.homes.pop("U1"))
    result = await running.rewritten()
    assert "30 days off" in words(result)
    event = {
        "type": "event_callback",
        "team_id": "T1",
        "event_id": "E1",
        "event": {"type": "app_home_opened", "user": "U1"},
    }
    body = json.dumps(event).encode()
    await running.post("events", body)
    await until(lambda: "U1" in running.slack.homes)
    assert "Northlane" in words(running.slack.homes["U1"])
    assert "Ferry Clerk" in words(running.slack.homes["U1"])


def _button(action: str) -> dict[str, object]:
    return {"elements": [{"action_id": action, "value": "-"}]}


async def test_the_markdown_is_copied_from_a_window(running: Running) -> None:
    """All of it, also from the home, and only by whoever may act; the window's button does nothing."""
    result = await running.rewritten(
        DRAFT + "\n".join(f"- Sell {n} tickets at pier {n} before noon" for n in range(99))
    )
    await running.press(result, "copy")
    view = await running.view(2)
    inputs = [block["element"]["initial_value"] for block in view["blocks"]]
    await running.press(result, "file")
    await until(lambda: running.slack.uploads)
    (upload,) = running.slack.uploads.values()
    assert len(inputs) > 1
    assert "\n".join(inputs).split() == upload.decode().split()
    assert (await running.send(view)).content == b""

    opened = {"type": "app_home_opened", "user": "U1"}
    for user in ("U1", "U2"):
        about = {"type": "event_callback", "team_id": "T1", "event_id": user, "event": opened | {"user": user}}
        await running.post("events", json.dumps(about).encode())
    await until(lambda: len(running.slack.homes) == 2)
    assert "Ferry Clerk" in words(running.slack.homes["U1"])
    assert "Ferry Clerk" not in words(running.slack.homes["U2"])
    home = running.slack.homes["U1"] | {"channel": "C1", "ts": ""}
    await running.press(home, "show", "U2", channel={}, container={"type": "view"})
    await until(lambda: running.slack.responses)
    assert "Only who asked" in running.slack.responses[0]["text"]
    await running.press(home, "show", "U1", channel={}, container={"type": "view"})
    assert (await running.view(3))["blocks"] == view["blocks"]


async def test_what_cannot_be_undone_is_asked_once_more(running: Running) -> None:
    """Rejecting, and accepting a posting in which questions stand in brackets."""
    result = await running.rewritten()
    buttons = {
        each["action_id"]: each for block in result["blocks"] for each in block.get("elements", []) if "value" in each
    }
    assert "Nobody can" in buttons["reject"]["confirm"]["text"]["text"]
    assert "questions in [brackets]" in buttons["accept"]["confirm"]["text"]["text"]


@pytest.mark.parametrize(("channel", "said"), [("C1", "everybody in it"), ("D1", "direct message")])
async def test_the_window_says_who_will_read_the_result(channel: str, said: str, running: Running) -> None:
    """A thread in a channel is read by all of it."""
    await running.type(channel_id=channel)

    assert said in words(await running.view(1))
