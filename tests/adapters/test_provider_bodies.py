"""Answers without content, streamed unasked, or of another shape, over a real socket.

We ask for whole answers and never for a stream. A stream that comes all the same is a body that is no completion: what
stood in it is thrown away, and the next call begins anew.
"""

from __future__ import annotations

import asyncio
import json

import pytest

from doubles.asking import completer, request
from doubles.fault_server import POSTING, VALID, FaultServer, Play, completion
from doubles.odd_bodies import EMPTY, SIGNS, choice, chunk, stream
from unbland.application.ports import Completion, CompletionFailed
from unbland.application.replies import parse
from unbland.core.posting import Posting


async def _asked(server: FaultServer, seconds: float = 10.0) -> Completion[Posting]:
    """What one step makes of the server's answers."""
    async with completer(server.base_url) as real:
        return await real.complete(request(seconds), parse)


async def _given_up(play: Play, seconds: float = 10.0) -> tuple[str, int]:
    """Why one step gives up a server that answers nothing else, and after how many calls."""
    async with FaultServer(play) as server:
        with pytest.raises(CompletionFailed) as failed:
            await _asked(server, seconds)
    assert failed.value.usage.calls == server.calls
    return failed.value.reason, server.calls


async def _mended(play: Play) -> list[dict[str, object]]:
    """What the server is asked when its first answer is bad and its second one good."""
    async with FaultServer(play, VALID) as server:
        done = await _asked(server)
    assert (done.value.lines[0].text, done.usage.calls) == ("Cook lunch.", server.calls)
    return server.requests


@pytest.mark.parametrize("name", SIGNS)
async def test_b3_signs_of_life_without_content_end_at_the_deadline(name: str) -> None:
    """Bytes that say nothing hold nobody: one call, ended by the deadline as if nothing had come."""
    async with asyncio.timeout(60):
        assert await _given_up(SIGNS[name], seconds=0.4) == ("timeout", 1)


@pytest.mark.parametrize("name", EMPTY)
async def test_b13_an_answer_of_nothing_is_asked_for_once_more(name: str) -> None:
    """A second call mends it; where it stays, three calls and a reason."""
    assert len(await _mended(EMPTY[name])) == 2
    assert await _given_up(EMPTY[name]) == ("malformed", 3)


@pytest.mark.parametrize("finish", [None, ..., ""], ids=["null", "missing", "empty"])
async def test_b15_half_an_answer_that_does_not_say_why_it_ended_was_cut_off(finish: object) -> None:
    """It is never delivered: one more call, with more room."""
    play = choice(POSTING[:40], finish_reason=finish)
    first, second = await _mended(play)
    assert (first["max_completion_tokens"], second["max_completion_tokens"]) == (4096, 16384)
    assert await _given_up(play) == ("cut_off", 2)


async def test_b15_a_stream_without_an_end_is_not_taken() -> None:
    """Text without a finish reason and without [DONE], as the body of a call that does not stream."""
    play = stream(chunk(POSTING[:20]), chunk(POSTING[20:]))
    assert len(await _mended(play)) == 2
    assert await _given_up(play) == ("malformed", 3)


async def test_b16_an_error_in_a_stream_throws_away_what_came() -> None:
    """The next call is the first one again, word for word: nothing of the half that came is shown to the model."""
    play = stream(chunk("SECRET half"), 'data: {"error": {"message": "SECRET", "code": 502}}\n\n')
    first, second = await _mended(play)
    assert first == second
    assert "SECRET half" not in json.dumps(second)


@pytest.mark.parametrize("line", ["data: {half", "data: \ud7ff\x00", "event", "data: [DONE]\n\ndata: 7"])
async def test_b17_a_line_of_a_stream_that_cannot_be_read_is_tried_again(line: str) -> None:
    """Whatever the line is."""
    play = stream(chunk("Cook"), f"{line}\n\n")
    assert len(await _mended(play)) == 2
    assert await _given_up(play) == ("malformed", 3)


def _with(**fields: object) -> Play:
    """The good reply with more fields, or other ones."""
    return completion(json.dumps(json.loads(POSTING) | fields))


@pytest.mark.parametrize(
    "play",
    [
        _with(title=float("nan")),
        _with(sections=float("inf")),
        _with(title="Cook \ud83c"),
        _with(sections=[{"kind": "do", "lines": [{"text": "Cook \udf5d lunch.", "cites": ["D1"]}]}]),
        _with(sections=[{"kind": "do", "lines": [{"text": "Cook lunch.", "cites": [float("nan")]}]}]),
        _with(sections=[{"kind": "salary", "lines": []}]),
        _with(sections={"do": ["Cook lunch."]}),
        completion(json.dumps([json.loads(POSTING)])),
        completion(f"Here it is:\n```json\n{POSTING}\n```\nAnything else?"),
        completion(f"{POSTING}\n{POSTING}"),
    ],
    ids=["nan", "infinity", "half a title", "half a line", "nan cite", "kind", "object", "list", "chatter", "twice"],
)
async def test_b18_a_reply_of_another_shape_is_asked_for_once_more(play: Play) -> None:
    """One more call, whether it helps or not."""
    assert len(await _mended(play)) == 2
    assert await _given_up(play) == ("invalid_reply", 2)


@pytest.mark.parametrize(
    "play",
    [
        completion(f"```json\n{POSTING}\n```"),
        _with(mood="good", confidence=float("nan")),
        _with(title="Cook \U0001f35d"),
    ],
    ids=["fenced", "extra keys", "whole pair"],
)
async def test_b18_what_does_no_harm_costs_no_call(play: Play) -> None:
    """A fence, fields that nobody asked for, and an emoji of two halves."""
    async with FaultServer(play) as server:
        done = await _asked(server)
    assert (done.value.lines[0].text, server.calls) == ("Cook lunch.", 1)
