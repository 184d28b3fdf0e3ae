"""Signed requests with one part of each made odd, or taken away."""

from __future__ import annotations

import copy
import json
import logging
from collections.abc import AsyncIterator, Iterator
from itertools import cycle
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from databases import KINDS, ready_url
from doubles.slack import fake_slack, posted_event, pressed, submitted
from slack_service import Running, serving

#: What stands in the place of a part; the last takes it away.
_ODD: tuple[object, ...] = ("\0\ud800", [[]], {"a": 7}, ...)


@pytest.fixture(params=KINDS)
async def running(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Running]:
    """A service on each kind of database."""
    with ready_url(request.param, tmp_path) as url:
        async with fake_slack() as slack, serving(url, slack, monkeypatch) as made:
            yield made


def _paths(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The way to every part of a payload."""
    if path:
        yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, item in items:
        yield from _paths(item, (*path, name))


def _made_odd(payload: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The payload with one part of it replaced or taken away, for every part, the odd values in turn."""
    for path, odd in zip(_paths(payload), cycle(_ODD), strict=False):
        made = copy.deepcopy(payload)
        at: Any = made
        for name in path[:-1]:
            at = at[name]
        if odd is not ...:
            at[path[-1]] = odd
        else:
            del at[path[-1]]
        yield made


async def _payloads(running: Running) -> list[tuple[str, dict[str, Any]]]:
    """What people do, and what Slack tells, as it sends it: route and payload."""
    slack, result = running.slack, await running.rewritten()
    file = {"type": "file_input", "files": [{"name": "x", "size": 1, "url_private": "https://files.slack.com/x"}]}
    year = {"type": "static_select", "selected_option": {"value": "year"}}
    await running.press(result, "answer:pay")
    asked = await running.view(2)
    shortcut = {"type": "message_action", "callback_id": "rewrite_message", "message": {"ts": "1.2", "text": "Clerk"}}
    done = (
        pressed(slack, result, "edit"),
        pressed(slack, result, "file") | shortcut,
        submitted(slack.views[0], file=file),
        submitted(asked, min="1", max="2", currency="EUR", period=year),
    )
    told = {"type": "event_callback", "team_id": "T1", "event_id": "E"}
    events: tuple[dict[str, Any], ...] = (
        {"type": "app_home_opened", "user": "U1"},
        {"type": "tokens_revoked", "tokens": {"oauth": ["U1"], "bot": []}},
        {"type": "team_access_revoked", "team_ids": ["T9"]},
    )
    mark = {"event_type": "unbland_message", "event_payload": {"mark": "ct_1.line"}}
    stood = json.loads(posted_event({"channel": "C1", "ts": "1.2", "metadata": mark}))
    heard = [*({**told, "event": event} for event in events), stood]
    return [*(("interactivity", each) for each in done), *(("events", each) for each in heard)]


async def test_s18_b57_no_part_of_a_request_can_be_so_odd_that_it_crashes(
    running: Running, caplog: pytest.LogCaptureFixture
) -> None:
    """Answered with 200, or refused with 400; nothing breaks, then or later."""
    made = [(path, odd) for path, payload in await _payloads(running) for odd in _made_odd(payload)]
    for number, (path, odd) in enumerate(made):
        for name in ("trigger_id", "event_id"):  # each is a request of its own
            if isinstance(odd.get(name), str) and odd[name]:
                odd[name] += str(number)
        text = json.dumps(odd)
        body = urlencode({"payload": text}).encode() if path == "interactivity" else text.encode()
        answer = await running.post(path, body)
        assert answer.status_code in {200, 400}, text
        assert "Something went wrong" not in answer.text, text
    await running.service.engine.stop()

    assert len(made) > 100
    assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []
