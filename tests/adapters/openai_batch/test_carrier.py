"""Files and batches over a real socket: the whole way there and back, and what goes wrong on it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime

import pytest

from doubles.asking import Naps
from doubles.batch_server import BatchServer, Fault, Plan
from unbland.adapters.openai_batch.carrier import OpenAIBatches
from unbland.application.batch.parcels import Came, Line, Standing
from unbland.application.batch.refusals import (
    FileGone,
    FileTooLarge,
    KeyRefused,
    NoBatchApi,
    ProviderAway,
    ProviderRefused,
)
from unbland.application.books.model import Spent

SINCE = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
def server() -> Iterator[BatchServer]:
    """A provider that answers all with one word."""
    with BatchServer(lambda _: "word") as made:
        yield made


@pytest.fixture
def naps() -> Naps:
    """What was waited."""
    return Naps()


@pytest.fixture
async def carrier(server: BatchServer, naps: Naps) -> AsyncIterator[OpenAIBatches]:
    """Ours, before it."""
    made = OpenAIBatches(server.base_url, "sk-none", "gpt-5.4-mini", sleep=naps)
    yield made
    await made.aclose()


async def _lines(count: int = 3) -> AsyncIterator[Line]:
    for number in range(1, count + 1):
        yield Line(number, 1, json.dumps({"model": "gpt-5.4-mini", "messages": [], "n": number}).encode())


async def _ended(carrier: OpenAIBatches, count: int = 3) -> Standing:
    made = await carrier.create("unbland_1", await carrier.upload("unbland_1", _lines(count)))
    return await carrier.look(made.id)


async def _came(carrier: OpenAIBatches, standing: Standing) -> dict[int, Came]:
    return {each.number: each for file in standing.files async for part in carrier.read(file) for each in part}


async def test_questions_go_there_and_replies_come_back_in_any_order(
    carrier: OpenAIBatches, server: BatchServer
) -> None:
    """Each reply with its question, at half the price; the file is as the provider wants it, and is deleted."""
    ended = await _ended(carrier)
    came = await _came(carrier, ended)
    for file in (*server.files,):
        await carrier.delete(file)

    assert (ended.status, ended.done, ended.is_over) == ("completed", 3, True)
    assert list(came) == [3, 2, 1]
    assert all(each.reply and each.reply.status == 200 for each in came.values())
    half = round((1000 * 0.75 + 100 * 4.5) / 2)  # of the list price, in millionths of a dollar
    assert came[1].spent == Spent(calls=1, input_tokens=1000, output_tokens=100, micros=half)
    assert server.files == {}


async def test_lines_with_errors_are_lost_or_answered(carrier: OpenAIBatches, server: BatchServer) -> None:
    """A 429, a 500 and no answer are worth another try; a 400 is an answer; a line that was cancelled never came."""
    server.plans = [Plan(errors={0: 429, 1: 500, 2: 400, 3: 0})]
    came = await _came(carrier, await _ended(carrier, 5))
    server.plans = [Plan(end="cancelled", answered=1)]
    cancelled = await _came(carrier, await _ended(carrier, 2))

    assert [came[number].reply is None for number in (1, 2, 3, 4, 5)] == [True, True, False, True, False]
    assert came[3].spent == Spent(calls=1)
    assert list(cancelled) == [1]


async def test_a_file_of_nonsense_says_nothing(carrier: OpenAIBatches, server: BatchServer) -> None:
    """Lines that are no lines of ours are left out, whatever they are; a file that is gone is told."""
    good = {"custom_id": "7-2", "response": {"status_code": 200, "request_id": "é\n", "body": {"usage": 3}}}
    bad = [b"", b"\xff", b"[]", b'{"custom_id": 3}', b'{"custom_id": "x-1"}', b'{"custom_id": "1"}', b"[" * 100_000]
    odd = {"custom_id": "8-1", "response": {"status_code": 7, "body": {}}}
    server.files["file-x"] = b"\n".join([*bad, json.dumps(odd).encode(), json.dumps(good).encode()])

    found = [each async for part in carrier.read("file-x") for each in part]
    assert [(each.number, each.step, each.reply is None) for each in found] == [(8, 1, True), (7, 2, False)]
    assert found[1].reply is not None
    assert found[1].reply.request_id == ""
    with pytest.raises(FileGone):
        assert [part async for part in carrier.read("file-gone")]


async def test_b4_a_provider_that_asks_to_wait_is_waited_for(
    carrier: OpenAIBatches, server: BatchServer, naps: Naps
) -> None:
    """As long as it says, else a little longer each time; then the same is asked again, the file from its beginning."""
    server.faults = [
        Fault(call="POST /files", status=429, headers={"retry-after": "7"}),
        Fault(call="POST /files", status=0),
        Fault(call="GET /files/ID/content", status=503, times=2),
    ]
    came = await _came(carrier, await _ended(carrier))

    assert len(came) == 3
    assert naps.taken[0] == 7
    assert all(1 <= each <= 6 for each in naps.taken[1:])
    assert len(naps.taken) == 4


async def test_a_provider_that_is_down_is_left_after_four_tries(carrier: OpenAIBatches, server: BatchServer) -> None:
    """Whoever asks may come back later."""
    server.faults = [Fault(call="GET /batches", status=500, times=9)]
    with pytest.raises(ProviderAway):
        await carrier.find("unbland_1", SINCE)

    assert server.calls["GET /batches"] == 4


async def test_a_batch_is_asked_for_once_and_found_by_its_name(carrier: OpenAIBatches, server: BatchServer) -> None:
    """The answer got lost, the batch did not: it is found among hundreds, and there is one."""
    for number in range(205):
        await carrier.create(f"other_{number}", await carrier.upload("other", _lines(1))) if number in {
            0,
            204,
        } else None
        if 0 < number < 204:
            server.batches[f"batch_x{number}"] = {**server.batches["batch_1"], "id": f"batch_x{number}"}
        if number == 3:
            server.faults = [Fault(call="POST /batches", status=500, done=True)]
            with pytest.raises(ProviderAway):
                await carrier.create("unbland_1", await carrier.upload("unbland_1", _lines()))
    found = await carrier.find("unbland_1", SINCE)

    assert found is not None
    assert server.batches[found.id]["metadata"] == {"unbland": "unbland_1"}
    assert server.calls["GET /batches"] == 3
    assert await carrier.find("unbland_2", SINCE) is None
    assert await carrier.find_file("unbland_1") in server.files
    assert await carrier.find_file("unbland_2") is None


async def test_a_server_that_has_one_page_for_all_is_not_asked_for_ever(
    carrier: OpenAIBatches, server: BatchServer
) -> None:
    """One that says there is more and passes over which."""
    for number in range(101):
        server.batches[f"batch_{number}"] = {"id": f"batch_{number}", "status": "completed", "object": "batch"}
    server.pages = False

    assert await asyncio.wait_for(carrier.find("unbland_1", SINCE), 90) is None
    assert server.calls["GET /batches"] == 2


async def test_what_the_provider_refuses_has_its_word_and_not_its_sentence(
    carrier: OpenAIBatches, server: BatchServer
) -> None:
    """Too large a file, a file that is not there, a batch it does not know, a batch it will not begin."""
    with pytest.raises(ProviderRefused) as refused:
        await carrier.create("unbland_1", "file-0")
    assert refused.value.reason == "invalid_input_file"
    with pytest.raises(ProviderRefused) as refused:
        await carrier.look("batch_../files")
    assert refused.value.reason == "not_found"
    server.plans = [Plan(end="failed", code="model_not_found")]
    failed = await _ended(carrier)
    assert (failed.status, failed.code, failed.bad_lines, failed.files) == ("failed", "model_not_found", (), ())
    server.largest = 100
    with pytest.raises(FileTooLarge):
        await carrier.upload("unbland_1", _lines())


async def test_bad_lines_are_named(carrier: OpenAIBatches) -> None:
    """By their place in the file, as the provider counts."""

    async def lines() -> AsyncIterator[Line]:
        yield Line(1, 1, b'{"model": "a"}')
        yield Line(2, 1, b'{"model": "b"}')

    made = await carrier.create("unbland_1", await carrier.upload("unbland_1", lines()))

    assert (await carrier.look(made.id)).bad_lines == (2,)


async def test_a_batch_is_cancelled_and_one_that_is_over_stays_so(carrier: OpenAIBatches, server: BatchServer) -> None:
    """What was answered before is kept."""
    server.looks = 1
    ended = await carrier.create("unbland_1", await carrier.upload("unbland_1", _lines()))
    await carrier.look(ended.id)
    server.plans = [Plan(answered=2)]
    await carrier.cancel(ended.id)
    ended = await carrier.look(ended.id)
    await carrier.cancel(ended.id)

    assert ended.status == "cancelled"
    assert server.statuses() == ["cancelled"]
    await carrier.delete("file-gone")


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        pytest.param({"has_batches": False}, NoBatchApi, id="no api"),
        pytest.param({"keys": {"Bearer other"}}, KeyRefused, id="key"),
        pytest.param({"faults": [Fault(call="GET /batches", status=502, times=4)]}, ProviderAway, id="down"),
        pytest.param({"faults": [Fault(call="GET /files", status=400, code="odd")]}, ProviderRefused, id="odd"),
    ],
)
async def test_what_cannot_work_is_told_beforehand(
    carrier: OpenAIBatches, server: BatchServer, wrong: dict[str, object], error: type[Exception]
) -> None:
    """Before a posting is read."""
    await carrier.check()
    for name, value in wrong.items():
        setattr(server, name, value)

    with pytest.raises(error):
        await carrier.check()


@pytest.mark.parametrize(
    "said", [b"<html>", b"[]", b'{"id": 3}', b'{"id": "' + b"x" * 999 + b'", "status": "completed"}']
)
async def test_a_page_of_a_gateway_is_no_answer(server: BatchServer, carrier: OpenAIBatches, said: bytes) -> None:
    """A 200 that is none: ask again later."""
    server.respond = lambda *_: (200, said)  # type: ignore[method-assign] # it answers everything so
    for call in (carrier.look("batch_1"), carrier.find("unbland_1", SINCE), carrier.upload("unbland_1", _lines())):
        with pytest.raises(ProviderAway):
            await call
