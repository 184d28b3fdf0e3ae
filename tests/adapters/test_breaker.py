"""When a model is not asked any more, when it is tried again, and who answers in its place."""

from __future__ import annotations

import asyncio
import logging

import pytest

from doubles.asking import Naps, completer, request
from doubles.fault_server import PLAYS, VALID, FaultServer, error
from unbland.adapters.breaker import Allowance, Breaker, State
from unbland.adapters.calls import CLASSES, RETRIES, Fault
from unbland.application.ports import CompletionFailed
from unbland.application.replies import parse
from unbland.bootstrap.health import health_of


class Clock:
    """A clock that stands until it is moved."""

    now = 0.0

    def __call__(self) -> float:
        """The time."""
        return self.now


def test_every_fault_has_a_class_and_a_number_of_retries() -> None:
    """None is left to chance."""
    assert CLASSES.keys() == RETRIES.keys() == set(Fault)


def test_b8_a_model_that_fails_is_tried_again_by_one_call_at_a_time() -> None:
    """Open at the tenth failure, one probe after 30 s, then 60, never above 300; an answer closes it."""
    clock = Clock()
    breaker = Breaker("m", clock)
    for _ in range(9):
        assert breaker.enter()
        breaker.failed(Fault.SERVER_ERROR)
    assert breaker.state is State.CLOSED
    breaker.failed(Fault.SERVER_ERROR)
    for pause in (30, 60, 120, 240, 300, 300):
        clock.now += pause - 1
        assert not breaker.enter()
        clock.now += 1
        assert (breaker.state, breaker.enter(), breaker.enter()) == (State.HALF_OPEN, True, False)
        breaker.failed(Fault.SERVER_ERROR)
    clock.now += 300
    assert breaker.enter()
    breaker.left()
    assert breaker.enter()
    breaker.passed()
    assert (breaker.state, breaker.why) == (State.CLOSED, None)


def test_failures_long_ago_or_among_many_answers_open_nothing() -> None:
    """Half of the calls of 30 seconds, and no fewer."""
    clock = Clock()
    breaker = Breaker("m", clock)
    for _ in range(9):
        breaker.failed(Fault.TIMEOUT)
    clock.now += 31
    breaker.failed(Fault.TIMEOUT)
    for _ in range(9):
        breaker.passed()
    breaker.failed(Fault.REFUSED)
    assert breaker.state is State.CLOSED


def test_retries_are_one_in_ten_calls_after_a_few() -> None:
    """Ten ahead, then one for ten calls."""
    allowance = Allowance()
    assert [allowance.spend() for _ in range(11)] == [True] * 10 + [False]
    for _ in range(11):
        allowance.earn()
    assert [allowance.spend(), allowance.spend()] == [True, False]


@pytest.mark.parametrize(("play", "reason"), [("429 no quota", "out_of_quota"), ("401", "unauthorized")])
async def test_b7_what_only_its_owner_can_mend_is_asked_once(
    play: str, reason: str, caplog: pytest.LogCaptureFixture
) -> None:
    """One call, an error in the log, and none for the next request."""
    async with FaultServer(PLAYS[play]) as server, completer(server.base_url) as real:
        said = []
        for _ in range(3):
            with pytest.raises(CompletionFailed) as failed:
                await real.complete(request(), parse)
            said.append((failed.value.reason, failed.value.usage.calls))
        health = health_of(real.breakers)
    assert said == [(reason, 1), (f"{reason}, paused", 0), (f"{reason}, paused", 0)]
    assert server.calls == 1
    assert (health.wrong, health.refused) == ((f"model_{reason}",), True)
    assert [r.levelno for r in caplog.records if r.getMessage() == "model.breaker"] == [logging.ERROR]


async def test_b4_a_wait_that_fits_is_kept() -> None:
    """Two seconds, one retry, an answer."""
    naps = Naps()
    async with FaultServer(error(429, retry_after="2"), VALID) as server, completer(server.base_url, naps=naps) as real:
        await real.complete(request(), parse)
    assert (naps.taken, server.calls) == ([2.0], 2)


@pytest.mark.parametrize(
    ("play", "seconds", "models"),
    [("404", 10, ["m-1", "m-2"]), ("503", 10, ["m-1", "m-1", "m-2"]), ("silent", 1.5, ["m-1", "m-2"])],
)
async def test_b23_another_model_answers_within_the_same_three_calls(
    play: str, seconds: float, models: list[str]
) -> None:
    """A model that is gone, down or silent leaves the next one a call and some time; why is told.

    A silent one is waited for; before one that is down is asked again, up to a second must be left by chance.
    """
    plays = [PLAYS[play]] * (len(models) - 1)
    async with FaultServer(*plays, VALID) as server, completer(server.base_url, fallback="m-2") as real:
        done = await real.complete(request(seconds), parse)
    assert [asked["model"] for asked in server.requests] == models
    assert done.usage.calls == len(models)
    assert done.instead == {"404": "no_such_model", "503": "server_error", "silent": "timeout"}[play]


async def test_b12_what_a_model_refuses_no_other_is_asked_for() -> None:
    """One call, and an end."""
    async with FaultServer(PLAYS["refusal"], VALID) as server, completer(server.base_url, fallback="m-2") as real:
        with pytest.raises(CompletionFailed) as failed:
            await real.complete(request(), parse)
    assert (failed.value.reason, server.calls) == ("refused", 1)


async def test_a_herd_makes_few_retries_and_stops() -> None:
    """A hundred requests at once to a server that is down cost a call each and ten more at most, then nothing."""
    async with FaultServer(PLAYS["503"]) as server, completer(server.base_url) as real:
        herd = [real.complete(request(30), parse) for _ in range(100)]
        failed = await asyncio.gather(*herd, return_exceptions=True)
        before = server.calls
        with pytest.raises(CompletionFailed):
            await real.complete(request(), parse)
    assert all(isinstance(each, CompletionFailed) for each in failed)
    assert before <= 110
    assert server.calls == before
