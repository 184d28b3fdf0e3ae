"""What comes of each way in which a provider can fail, over a real socket."""

from __future__ import annotations

import asyncio
import logging
import time
from email.utils import formatdate

import pytest

from doubles.asking import DRAFT, Naps, completer, request
from doubles.fault_server import INPUT_TOKENS, OUTPUT_TOKENS, PLAYS, POSTING, VALID, FaultServer, completion, error
from unbland.application.ports import Completion, CompletionFailed
from unbland.application.replies import parse
from unbland.core.posting import Posting

#: Play → the reason that is given, and the calls that it takes to give up.
GIVES_UP = {
    "reset": ("unreachable", 3),
    "cut body": ("unreachable", 3),
    "429": ("rate_limited", 3),
    "429 no quota": ("out_of_quota", 1),
    "402": ("out_of_quota", 1),
    "400": ("rejected", 1),
    "401": ("unauthorized", 1),
    "404": ("no_such_model", 1),
    "408": ("server_error", 3),
    "500": ("server_error", 3),
    "503": ("server_error", 3),
    "redirect": ("rejected", 1),
    "html": ("malformed", 3),
    "empty body": ("malformed", 3),
    "half json": ("malformed", 3),
    "deep json": ("malformed", 3),
    "array": ("malformed", 3),
    "error in 200": ("server_error", 3),
    "nameless error in 200": ("malformed", 3),
    "no quota in 200": ("out_of_quota", 1),
    "no choices": ("malformed", 3),
    "null choices": ("malformed", 3),
    "null content": ("malformed", 3),
    "empty content": ("malformed", 3),
    "length": ("cut_off", 2),
    "length, null": ("cut_off", 2),
    "content filter": ("filtered", 1),
    "refusal": ("refused", 1),
    "prose": ("invalid_reply", 2),
    "wrong types": ("invalid_reply", 2),
    "lone surrogate": ("invalid_reply", 2),
}
ANSWERS = ("valid", "fenced", "late")
NEVER_DONE = ("silent", "drip")

#: Plays whose bodies say what was spent; what was spent is billed whatever else is wrong.
BILLED = (
    *(
        "error in 200",
        "nameless error in 200",
        "no quota in 200",
        "no choices",
        "null choices",
        "null content",
        "empty content",
        "length",
        "length, null",
    ),
    *("content filter", "refusal", "prose", "wrong types", "lone surrogate"),
)


async def _ask(server: FaultServer, naps: Naps | None = None, **options: float) -> Completion[Posting]:
    """Ask the server for a posting."""
    async with completer(server.base_url, naps=naps, patience=options.get("patience", 60.0)) as real:
        return await real.complete(request(options.get("seconds", 10.0)), parse)


def test_every_play_has_its_test() -> None:
    """A fault that the server can play is a fault that is tested."""
    assert {*GIVES_UP, *ANSWERS, *NEVER_DONE} == PLAYS.keys()


@pytest.mark.parametrize("name", ANSWERS)
async def test_an_answer_is_taken_at_once(name: str) -> None:
    """A good answer takes one call, however it is dressed."""
    async with FaultServer(PLAYS[name]) as server:
        done = await _ask(server)
    assert done.value.lines[0].text == "Cook lunch."
    assert (done.model, done.usage.calls, server.calls) == ("fault-1", 1, 1)
    assert (done.usage.input_tokens, done.usage.output_tokens) == (INPUT_TOKENS, OUTPUT_TOKENS)


@pytest.mark.parametrize(("name", "reason", "calls"), [(name, *end) for name, end in GIVES_UP.items()])
async def test_b10_a_fault_that_stays_ends_in_its_reason(name: str, reason: str, calls: int) -> None:
    """Each fault has one reason, at most three calls, and a full bill."""
    async with FaultServer(PLAYS[name]) as server:
        with pytest.raises(CompletionFailed) as failed:
            await _ask(server)
    assert (failed.value.reason, failed.value.usage.calls, server.calls) == (reason, calls, calls)
    assert failed.value.usage.output_tokens == (OUTPUT_TOKENS * calls if name in BILLED else 0)


@pytest.mark.parametrize("name", [name for name, (_, calls) in GIVES_UP.items() if calls > 1])
async def test_a_fault_that_passes_costs_one_call_more(name: str) -> None:
    """Where a second try can help, it is made."""
    async with FaultServer(PLAYS[name], VALID) as server:
        done = await _ask(server)
    assert (done.usage.calls, server.calls) == (2, 2)


@pytest.mark.parametrize("name", NEVER_DONE)
async def test_b1_b2_no_body_outlasts_the_deadline(name: str) -> None:
    """A server that says nothing, or a byte now and then, is left at the deadline."""
    async with FaultServer(PLAYS[name]) as server, asyncio.timeout(60):
        with pytest.raises(CompletionFailed) as failed:
            await _ask(server, seconds=0.3)
    assert (failed.value.reason, failed.value.usage.calls) == ("timeout", 1)


async def test_silence_is_given_up_before_the_deadline() -> None:
    """Where the time for a byte is shorter than the deadline, another try is made."""
    async with FaultServer(PLAYS["silent"], VALID) as server:
        done = await _ask(server, patience=0.1)
    assert (done.usage.calls, server.calls) == (2, 2)


async def test_nobody_listening_is_unreachable() -> None:
    """A server that is not there is tried three times."""
    async with FaultServer() as server:
        pass
    with pytest.raises(CompletionFailed) as failed:
        await _ask(server)
    assert (failed.value.reason, failed.value.usage.calls) == ("unreachable", 3)


@pytest.mark.parametrize(
    ("headers", "least", "most"),
    [
        ({"retry_after": "3"}, 3.0, 3.0),
        ({"retry_after_ms": "250"}, 0.25, 0.25),
        ({"retry_after": "0"}, 0.0, 0.0),
        ({"retry_after": "soon"}, 0.5, 1.0),
        ({"retry_after": "-5"}, 0.5, 1.0),
    ],
)
async def test_b6_the_wait_is_the_providers_or_ours(headers: dict[str, str], least: float, most: float) -> None:
    """A wait that is asked for is kept; without one we wait about a second."""
    naps = Naps()
    async with FaultServer(error(429, **headers), VALID) as server:
        await _ask(server, naps)
    assert len(naps.taken) == 1
    assert least <= naps.taken[0] <= most


async def test_a_date_is_waited_for() -> None:
    """Retry-After may be a date."""
    naps = Naps()
    async with FaultServer(error(429, retry_after=formatdate(time.time() + 5, usegmt=True)), VALID) as server:
        await _ask(server, naps)
    assert 0 < naps.taken[0] <= 5


@pytest.mark.parametrize("said", ["3600", "1e300", formatdate(4e9, usegmt=True)])
async def test_b5_a_wait_beyond_the_deadline_ends_it(said: str) -> None:
    """Nobody sleeps into a deadline."""
    naps = Naps()
    async with FaultServer(error(429, retry_after=said)) as server:
        with pytest.raises(CompletionFailed) as failed:
            await _ask(server, naps)
    assert (failed.value.reason, server.calls, naps.taken) == ("rate_limited", 1, [])


async def test_b11_a_cut_off_answer_gets_more_room() -> None:
    """The second try after a cut-off may be longer."""
    async with FaultServer(PLAYS["length"], VALID) as server:
        await _ask(server)
    first, second = (asked["max_completion_tokens"] for asked in server.requests)
    assert (first, second) == (4096, 16384)


async def test_the_bill_holds_the_calls_that_failed() -> None:
    """A refused answer was paid for, and so was the one before it."""
    async with FaultServer(PLAYS["prose"], PLAYS["refusal"]) as server:
        with pytest.raises(CompletionFailed) as failed:
            await _ask(server)
    assert (failed.value.reason, failed.value.usage.calls) == ("refused", 2)
    assert failed.value.usage.input_tokens == 2 * INPUT_TOKENS


async def test_cancellation_is_not_a_failure() -> None:
    """Who stops waiting gets no answer, and no retry is made behind their back."""
    async with FaultServer(PLAYS["silent"]) as server:
        task = asyncio.create_task(_ask(server))
        await server.asked.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert server.calls == 1


async def test_calls_at_once_keep_their_bills_apart() -> None:
    """Many steps share one client, and each gets its own receipt."""
    plays = (VALID, completion(POSTING[:9], "length"), VALID)
    async with FaultServer(*plays) as server, completer(server.base_url) as real:
        done = await asyncio.gather(*(real.complete(request(), parse) for _ in range(4)))
    assert sum(one.usage.calls for one in done) == server.calls == 5


@pytest.mark.parametrize("name", [*GIVES_UP, *ANSWERS])
async def test_b14_s34_no_text_reaches_logs_or_errors(name: str, caplog: pytest.LogCaptureFixture) -> None:
    """Whatever is logged, and whatever hangs on the error, holds nothing of draft or reply."""
    caplog.set_level(logging.DEBUG)
    said: list[str] = []
    async with FaultServer(PLAYS[name]) as server:
        try:
            await _ask(server)
        except CompletionFailed as failed:
            error_: BaseException | None = failed
            while error_ is not None:
                said.append(repr(error_))
                error_ = error_.__context__
    said += [f"{record.getMessage()} {vars(record)}" for record in caplog.records]
    assert not [text for text in said if DRAFT[:8] in text or "SECRET" in text or "Cook" in text]


async def test_each_call_is_one_event(caplog: pytest.LogCaptureFixture) -> None:
    """Every call is logged with what it took, in machine words."""
    caplog.set_level(logging.INFO, logger="unbland")
    async with FaultServer(PLAYS["length"], VALID) as server:
        await _ask(server)
    events = [vars(record) for record in caplog.records if record.getMessage() == "model.call"]
    assert [event["outcome"] for event in events] == ["cut_off", "ok"]
    wanted = {"action": "model.call", "step": "write", "model": "fault-1", "status": 200, "finish_reason": "stop"}
    assert wanted.items() <= events[1].items()
    assert (events[1]["provider_request_id"], events[1]["input_tokens"], events[1]["output_tokens"]) == ("r2", 11, 7)
    assert events[1]["ms"] >= 0
