"""Edits in Slack: what a person types is theirs, and the message says what no source bears out, before and after."""

from __future__ import annotations

from collections.abc import AsyncIterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from databases import KINDS, ready_url
from doubles.slack import fake_slack
from slack_service import DRAFT, Running, serving, until, words


@pytest.fixture(params=KINDS)
async def running(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Running]:
    """A service on each kind of database."""
    with ready_url(request.param, tmp_path) as url:
        async with fake_slack() as slack, serving(url, slack, monkeypatch) as made:
            yield made


async def _edited(running: Running, result: dict[str, Any], old: str, new: str, user: str = "U1") -> dict[str, Any]:
    """The message after somebody typed one text in place of another."""
    before = len(running.slack.views)
    await running.press(result, "edit", user)
    view = await running.view(before + 1)
    inputs = {b["block_id"]: b["element"].get("initial_value", "") for b in view["blocks"] if "element" in b}
    changed = {name: value.replace(old, new) for name, value in inputs.items() if old in value}
    assert changed
    assert (await running.send(view, user, **changed)).content == b""
    await until(lambda: new in words(running.slack.messages[result["ts"]]))
    return dict(running.slack.messages[result["ts"]])


def _accept(message: dict[str, Any]) -> dict[str, Any]:
    buttons = [each for block in message["blocks"] for each in block.get("elements", [])]
    return next(each for each in buttons if each.get("action_id") == "accept")


async def test_a_typed_line_is_shown_as_such_when_it_is_read_and_when_it_is_accepted(running: Running) -> None:
    """With who typed it and what no source has; the button asks once more, and the foot and the record keep it."""
    result = await running.rewritten(deciders={"type": "multi_users_select", "selected_users": ["U2"]})
    assert "typed by hand" not in str(_accept(result))
    same = await _edited(running, result, "3 ferries", "three ferries", "U2")
    assert "Edited by <@U2>" in words(same)
    assert "not in the sources" not in words(same)

    message = await _edited(running, result, "three ferries", "5 ferries", "U2")
    assert "“Sell tickets for 5 ferries” (typed by <@U2>): '5' is in no source for this line" in words(message)
    assert "1 line typed by hand" in _accept(message)["confirm"]["text"]["text"]
    await running.press(message, "accept")
    await until(lambda: "Accepted by <@U1>" in words(running.slack.messages[result["ts"]]))
    said = words(running.slack.messages[result["ts"]])
    assert "with 1 line typed by <@U2> that no source bears out" in said

    (entry,) = await running.service.books.entries("slack:T1", after=None, limit=9)
    await running.press(running.slack.messages[result["ts"]], "file")
    await until(lambda: running.slack.uploads)
    (upload,) = running.slack.uploads.values()
    assert b"5 ferries" in upload
    assert entry.artifact == sha256(upload).hexdigest()


async def test_of_two_who_edit_at_once_neither_takes_the_others_words_back(running: Running) -> None:
    """What a window shows and its reader left alone stays as the other one made it."""
    result = await running.rewritten(deciders={"type": "multi_users_select", "selected_users": ["U2"]})
    await running.press(result, "edit", "U1")
    await running.view(2)
    await running.press(result, "edit", "U2")
    mine, theirs = running.slack.views[1], await running.view(3)
    await running.send(mine, "U1", title="Clerk of the ferry")
    part = next(each for each in theirs["blocks"] if "Fluent German" in each["element"].get("initial_value", ""))
    words_ = f"{part['element']['initial_value']}\nGood at sums"
    await running.send(theirs, "U2", **{part["block_id"]: words_})
    await until(lambda: "Good at sums" in words(running.slack.messages[result["ts"]]))

    assert "Clerk of the ferry" in words(running.slack.messages[result["ts"]])


async def test_a_text_that_was_edited_meanwhile_is_not_accepted_unread(running: Running) -> None:
    """The button of the message as it was accepts nothing; that of the message as it is does; then nobody edits."""
    result = await running.rewritten()
    before = dict(result)
    await running.press(result, "edit")
    late = await running.view(2)
    after = await _edited(running, result, "Ferry Clerk", "Clerk of the ferry")
    await running.press(before, "accept")
    await until(lambda: running.slack.responses)
    assert "edited it since" in running.slack.responses[0]["text"]

    await running.press(after, "accept")
    await until(lambda: "Accepted by <@U1>" in words(running.slack.messages[result["ts"]]))
    refused = await running.send(late, title="Queen of the ferry")
    assert "accepted by U1" in refused.json()["errors"]["title"]
    assert "Queen" not in words(running.slack.messages[result["ts"]])


async def test_who_is_shut_out_is_told_until_it_is_mended(running: Running) -> None:
    """In the message, above the posting, by its own words."""
    result = await running.rewritten(DRAFT.replace("- Fluent German", "- Native German speaker preferred"))
    told = '*To settle before you publish*\n• "Native German speaker" asks where somebody was born'
    assert told in words(result)

    message = await _edited(running, result, "Native German speaker", "Fluent German speaker")
    assert "To settle" not in words(message)


async def test_what_was_taken_out_is_told(running: Running) -> None:
    """A must-have that nobody says any more is named, and the button asks once more."""
    result = await running.rewritten()
    message = await _edited(running, result, "Fluent German", "Good at sums")

    assert "*Taken out by hand*\n• Fluent German" in words(message)
    assert "1 source taken out" in _accept(message)["confirm"]["text"]["text"]
