"""What every completer does, the shipped double and the real one alike."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import pytest

from doubles import asking
from doubles.fault_server import POSTING, FaultServer, completion
from unbland.application.ports import Completer, CompletionFailed
from unbland.application.replies import parse
from unbland.errors import ModelFailed
from unbland.testing import ScriptedCompleter

MakeCompleter = Callable[..., AbstractAsyncContextManager[Completer]]

PROSE = "SECRET: here is your posting"


@asynccontextmanager
async def _double(*answers: str) -> AsyncIterator[Completer]:
    yield ScriptedCompleter(*answers)


@asynccontextmanager
async def _real(*answers: str) -> AsyncIterator[Completer]:
    async with FaultServer(*map(completion, answers)) as server, asking.completer(server.base_url) as real:
        yield real


@pytest.fixture(params=[_double, _real], ids=["double", "real"])
def answering(request: pytest.FixtureRequest) -> MakeCompleter:
    """Makes a completer whose model gives these answers, in turn."""
    made: MakeCompleter = request.param
    return made


async def test_an_accepted_answer_comes_back_with_its_cost(answering: MakeCompleter) -> None:
    """The value is what `accept` made of the text."""
    async with answering(POSTING) as model:
        done = await model.complete(asking.request(), parse)
    assert (done.value.title, done.usage.calls) == ("Cook", 1)
    assert done.model


async def test_an_answer_that_is_not_accepted_is_asked_for_again(answering: MakeCompleter) -> None:
    """Once, and both calls are counted."""
    async with answering(PROSE, POSTING) as model:
        done = await model.complete(asking.request(), parse)
    assert (done.value.title, done.usage.calls) == ("Cook", 2)


async def test_two_answers_that_are_not_accepted_are_enough(answering: MakeCompleter) -> None:
    """Then the step has failed, and nothing of the answers is told."""
    async with answering(PROSE, PROSE, POSTING) as model:
        with pytest.raises(CompletionFailed) as failed:
            await model.complete(asking.request(), parse)
    assert (failed.value.reason, failed.value.usage.calls) == ("invalid_reply", 2)
    assert "SECRET" not in str(failed.value)
    assert isinstance(failed.value, ModelFailed)


async def test_a_deadline_that_has_passed_costs_nothing(answering: MakeCompleter) -> None:
    """No call is made that nobody waits for."""
    async with answering(POSTING) as model:
        with pytest.raises(CompletionFailed) as failed:
            await model.complete(asking.request(seconds=-1), parse)
    assert (failed.value.reason, failed.value.usage.calls) == ("timeout", 0)


async def test_a_mistake_of_the_caller_is_not_retried(answering: MakeCompleter) -> None:
    """What `accept` raises beside `ReplyInvalid` is a bug, and comes out as it is."""

    def broken(text: str) -> str:
        raise KeyError(len(text))

    async with answering(POSTING, POSTING) as model:
        with pytest.raises(KeyError):
            await model.complete(asking.request(), broken)
