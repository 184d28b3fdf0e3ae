"""Deaths: the database takes so many writes and no more, as of a process that dies; the next does the rest, once."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from databases import ready_file
from doubles.slack import FakeSlack, fake_slack
from slack_service import DRAFT, Running, serving, until, words
from unbland.application.chat import posting
from unbland.application.chat.model import Turn
from unbland.application.chat.refusals import NoSuchTurn
from unbland.bootstrap import service
from unbland.errors import DatabaseDown

#: More writes than any of these deeds needs.
_ENOUGH = 60


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    """A Slack."""
    async with fake_slack() as made:
        yield made


class Mortal:
    """A database that is away after so many writes; what was written stays."""

    def __init__(self, running: Running, writes: int) -> None:
        """Take the service's database in hand."""
        self.left = writes
        self.is_dead = False
        self._writing, self._reading = running.service.database.writing, running.service.database.reading
        running.service.database.writing = self.writing  # type: ignore[method-assign]
        running.service.database.reading = self.reading  # type: ignore[method-assign]

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """One write less."""
        self._live()
        async with self._writing() as connection:
            yield connection
        self.left -= 1

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """The dead read nothing."""
        if self.left <= 0:
            self._live()
        async with self._reading() as connection:
            yield connection

    def _live(self) -> None:
        if self.left <= 0:
            self.is_dead = True
            raise DatabaseDown


async def _turn(running: Running, result: dict[str, Any]) -> Turn:
    assert running.service.chats is not None
    id_ = next(each["block_id"] for each in result["blocks"] if each["type"] == "actions").removeprefix("acts-")
    return await running.service.chats.rooms.turns.get("slack:T1", id_)


async def test_b24_an_order_that_dies_at_any_write_is_done_once(
    slack: FakeSlack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A window that was taken, and the process dies at each write after; or was not, and is sent again."""
    monkeypatch.setattr(posting, "_TOLD_AGAIN", 2.0)
    is_whole = False
    for writes in range(1, _ENOUGH):
        slack.messages.clear()
        url = ready_file(_folder(tmp_path, writes))
        async with serving(url, slack, monkeypatch) as running:
            slack.views.clear()
            await running.type(DRAFT)
            view = await running.view(1)
            mortal = Mortal(running, writes)
            is_taken = (await running.send(view)).content == b""
            await until(lambda: mortal.is_dead or _is_told(slack))  # noqa: B023 - asked now
            is_whole = not mortal.is_dead
        async with serving(url, slack, monkeypatch) as running:
            assert is_taken or (await running.send(view)).content == b""
            await until(lambda: _is_told(slack))
        assert len(slack.messages) == 2, f"after {writes} writes"
        if is_whole:
            break
    assert is_whole


async def test_b24_a_file_that_dies_at_any_write_comes_once(
    slack: FakeSlack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the upload, its note, the file in the thread and the note of that."""
    is_whole = False
    for writes in range(1, _ENOUGH):
        slack.shared.clear()
        url = ready_file(_folder(tmp_path, writes))
        async with serving(url, slack, monkeypatch) as running:
            result = await running.rewritten()
            mortal = Mortal(running, writes)
            await running.press(result, "file")
            await until(lambda: mortal.is_dead or slack.shared)  # noqa: B023 - asked now
            await running.service.engine.stop()
            is_whole = not mortal.is_dead
        async with serving(url, slack, monkeypatch) as running:
            if not (await _turn(running, result)).wishes.files:
                await running.press(result, "file")
            await running.press(result, "accept")
            await until(lambda: "Accepted by <@U1>" in words(slack.messages[result["ts"]]))  # noqa: B023 - asked now
        assert len(slack.shared) == 1, f"after {writes} writes"
        if is_whole:
            break
    assert is_whole


async def test_b24_a_decision_that_dies_at_any_write_is_made_once(
    slack: FakeSlack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once edits are closed the next process makes it, without another press; the message and the records say so."""
    is_whole = False
    for writes in range(1, _ENOUGH):
        url = ready_file(_folder(tmp_path, writes))
        async with serving(url, slack, monkeypatch) as running:
            result = await running.rewritten()
            mortal = Mortal(running, writes)
            await running.press(result, "accept")
            await until(lambda: mortal.is_dead or "Accepted" in words(slack.messages[result["ts"]]))  # noqa: B023
            await running.service.engine.stop()
            is_whole = not mortal.is_dead
        async with serving(url, slack, monkeypatch) as running:
            if (await _turn(running, result)).wishes.deciding is None:
                await running.press(result, "accept")
            await until(lambda: "Accepted by <@U1>" in words(slack.messages[result["ts"]]))  # noqa: B023 - asked now
            (_,) = await running.service.books.entries("slack:T1", after=None, limit=9)
        if is_whole:
            break
    assert is_whole


async def test_b62_a_removal_that_the_database_misses_is_told_again(
    slack: FakeSlack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Slack is answered so that it sends the event again; then all is gone."""
    async with serving(ready_file(tmp_path), slack, monkeypatch) as running:
        result = await running.rewritten()
        await _turn(running, result)
        removed = {"type": "event_callback", "team_id": "T1", "event_id": "E1", "event": {"type": "app_uninstalled"}}
        mortal = Mortal(running, 0)
        assert (await running.post("events", json.dumps(removed).encode())).status_code == 503
        mortal.left = _ENOUGH
        assert (await running.post("events", json.dumps(removed).encode())).status_code == 200
        with pytest.raises(NoSuchTurn):
            await _turn(running, result)


async def test_a_window_whose_database_is_away_says_so_where_slack_shows_it(
    slack: FakeSlack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At an input of that very window, each kind of them; and one that was not opened has a button that opens it."""
    monkeypatch.setattr(service, "_SWEEP", 600)  # it writes, too, and writes are counted here
    async with serving(ready_file(tmp_path), slack, monkeypatch) as running:
        result = await running.rewritten()
        for number, action in enumerate(("answer:hiring_reason", "answer:pay", "edit")):
            await running.press(result, action)
            await running.view(number + 2)
        await running.press({"channel": "C1", "ts": "1", "blocks": [_PROFILE]}, "profile")
        await running.view(5)
        mortal = Mortal(running, 0)
        for view in slack.views:
            (place,) = (await running.send(view)).json()["errors"]
            assert place in [each.get("block_id") for each in view["blocks"]], view["callback_id"]
        mortal.left = 3  # the command is taken, and nothing more
        await running.type(DRAFT)
        await until(lambda: slack.responses)
        mortal.left = _ENOUGH
        await running.press({"channel": "C1", "ts": "9.9", "blocks": slack.responses[0]["blocks"]}, "reopen")
        assert "3 ferries" in str(await running.view(6))


_PROFILE = {"type": "actions", "elements": [{"action_id": "profile", "value": "-"}]}


def _folder(folder: Path, writes: int) -> Path:
    made = folder / str(writes)
    made.mkdir()
    return made


def _is_told(slack: FakeSlack) -> bool:
    """Whether a result stands, and the stage line says so."""
    said = [each["text"] for each in slack.messages.values()]
    return any("Rewritten" in each for each in said) and any(
        ": score" in each for each in said if not each.startswith(":")
    )
