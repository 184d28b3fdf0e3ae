"""A model that answers from kept replies: it asks what the live one asks, and judges replies as the live one does."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable

import pytest

from doubles.asking import request
from doubles.batch_server import BatchServer
from doubles.fault_server import POSTING
from unbland.adapters.langchain_completer import Endpoint, LangChainCompleter
from unbland.adapters.openai_batch.kept import KeptCompleter
from unbland.application.batch.parking import Parked, Question, Reply, Slip, answered_from
from unbland.application.ports import Completion, CompletionFailed, Usage
from unbland.application.replies import parse
from unbland.core.posting import Posting
from unbland.testing import ScriptedCompleter


@pytest.fixture
def endpoint() -> Endpoint:
    """One that nobody answers at."""
    return Endpoint(model="gpt-5.4-mini", base_url="http://127.0.0.1:9/v1", api_key="sk-none", temperature=0.2)


@pytest.fixture
async def live() -> ScriptedCompleter:
    """Whoever asks at once."""
    return ScriptedCompleter(POSTING)


@pytest.fixture
async def kept(endpoint: Endpoint, live: ScriptedCompleter) -> AsyncIterator[KeptCompleter]:
    """The model with replies before it."""
    made = KeptCompleter(endpoint, live)
    yield made
    await made.aclose()


def _reply(content: str | None = POSTING, finish: str = "stop", **message: object) -> Reply:
    said = {"role": "assistant", "content": content, **message}
    usage = {"prompt_tokens": 11, "completion_tokens": 7, "total_tokens": 18}
    choices = [{"index": 0, "finish_reason": finish, "message": said}]
    body = {"id": "c", "object": "chat.completion", "created": 1, "model": "m", "usage": usage, "choices": choices}
    return Reply(200, "req_1", json.dumps(body).encode())


async def _parked(kept: KeptCompleter, *replies: Reply, question: Question | None = None) -> Question:
    """What it asks that these replies to a question do not answer."""
    slip = Slip({question.digest: list(replies)} if question else {}, live=False)
    with pytest.raises(Parked) as parked, answered_from(slip):
        await kept.complete(request(), parse)
    return parked.value.question


async def _done(kept: KeptCompleter, slip: Slip) -> Completion[Posting]:
    with answered_from(slip):
        return await kept.complete(request(), parse)


async def test_what_is_parked_is_what_the_live_one_sends_to_the_byte(endpoint: Endpoint) -> None:
    """Model, messages, strict schema, temperature and token limit: by the file goes what would go over the wire."""
    with BatchServer(lambda _: POSTING) as server:
        there = Endpoint(
            model=endpoint.model, base_url=server.base_url, api_key="sk-none", temperature=endpoint.temperature
        )
        real = LangChainCompleter(there)
        parking = KeptCompleter(there, real)
        question = await _parked(parking)
        await real.complete(request(), parse)
        await parking.aclose()
        await real.aclose()
        (sent,) = server.live

    assert question.body.decode() == sent
    assert question.model == json.loads(sent)["model"] == "gpt-5.4-mini"


async def test_a_reply_answers_only_the_request_it_was_given_for(kept: KeptCompleter) -> None:
    """By digest: a reply to another request is as good as none."""
    question = await _parked(kept)

    assert await _parked(kept, _reply(), question=Question(question.model, question.body + b" ")) == question
    done = await _done(kept, Slip({question.digest: [_reply()]}, live=False))
    assert (done.value.title, done.usage) == ("Cook", Usage(calls=1, input_tokens=11, output_tokens=7))


async def test_an_answer_that_was_cut_off_is_asked_for_with_more_room(kept: KeptCompleter) -> None:
    """As live: one more question, another one, and its answer counts both."""
    first = await _parked(kept)
    cut = _reply('{"title": "Co', finish="length")
    second = await _parked(kept, cut, question=first)
    done = await _done(kept, Slip({first.digest: [cut], second.digest: [_reply()]}, live=False))

    tokens = [json.loads(each.body)["max_completion_tokens"] for each in (first, second)]
    assert tokens[1] == 4 * tokens[0]
    assert done.usage.calls == 2


async def test_an_answer_that_cannot_be_read_is_asked_for_once_more(kept: KeptCompleter) -> None:
    """The same question again, whose second reply is another one; a third is not asked for."""
    question = await _parked(kept)
    bad = _reply("no posting")

    assert await _parked(kept, bad, question=question) == question
    assert (await _done(kept, Slip({question.digest: [bad, _reply()]}, live=False))).usage.calls == 2
    with pytest.raises(CompletionFailed, match="invalid_reply"):
        await _done(kept, Slip({question.digest: [bad, bad]}, live=False))


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        pytest.param(lambda: _reply(None, refusal="no"), "refused", id="refused"),
        pytest.param(lambda: _reply("", finish="content_filter"), "filtered", id="filtered"),
        pytest.param(lambda: Reply(400, "r", b'{"error": {"code": "bad"}}'), "rejected", id="rejected"),
        pytest.param(lambda: Reply(404, "r", b"{}"), "no_such_model", id="no such model"),
    ],
)
async def test_what_fails_for_good_fails_as_it_would_live(
    kept: KeptCompleter, reply: Callable[[], Reply], why: str
) -> None:
    """With the same machine word, at once, and counted."""
    question = await _parked(kept)
    with pytest.raises(CompletionFailed) as failed:
        await _done(kept, Slip({question.digest: [reply()]}, live=True))

    assert (failed.value.reason, failed.value.usage.calls) == (why, 1)


async def test_what_the_replies_lack_is_asked_live_where_that_is_wanted(
    kept: KeptCompleter, live: ScriptedCompleter
) -> None:
    """After replies that could not be used, with the bill of both; outside of any batch everything is."""
    question = await _parked(kept)
    done = await _done(kept, Slip({question.digest: [_reply("no posting")]}, live=True))

    assert (done.value.title, done.usage) == ("Cook", Usage(calls=2, input_tokens=11, output_tokens=7))
    assert len(live.requests) == 1


async def test_a_live_failure_keeps_the_bill_of_the_replies(endpoint: Endpoint) -> None:
    """What was paid for by the file is named with what was paid live."""
    made = KeptCompleter(endpoint, ScriptedCompleter(CompletionFailed("server_error", Usage(calls=3))))
    question = await _parked(made)
    with pytest.raises(CompletionFailed) as failed:
        await _done(made, Slip({question.digest: [_reply("no posting")]}, live=True))
    await made.aclose()

    assert (failed.value.reason, failed.value.usage.calls) == ("server_error", 4)
